//! The fields of a template, as they are shown when it is added.

use super::value::{Name, Value};
use crate::error::template::Place;

/// A field a template asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name as the template writes it.
    pub(super) name: Name,
    /// What it is there for.
    pub kind: Kind,
    /// Where it stands.
    pub place: Place,
    /// Whether a text stands or falls with it: a value that is written whatever the others are, and
    /// that nothing is said in place of.
    pub is_needed: bool,
}

/// What a field is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Its value is written.
    Value,
    /// A list that is written line by line.
    Repeat,
    /// It decides what is written.
    Condition,
    /// A picture.
    Picture,
    /// A text shown as a QR code.
    Qr,
    /// A field of Word's own mail merge.
    MailMerge,
    /// A content control.
    Control,
}

impl Field {
    /// Its name as the template writes it.
    pub fn name(&self) -> &str {
        &self.name.written
    }

    /// Its name in our own English words, without capitals and underscores, the same for all its
    /// spellings: `recipient.firstname` for `{{Получатель.Имя}}`.
    pub fn key(&self) -> &str {
        &self.name.whole
    }

    /// What the data say in it; none where they do not have it.
    pub fn value<'a>(&self, data: &'a Value) -> Option<&'a Value> {
        data.at(&self.name.steps)
    }
}

impl Kind {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Repeat => "repeat",
            Self::Condition => "condition",
            Self::Picture => "picture",
            Self::Qr => "qr",
            Self::MailMerge => "mail-merge",
            Self::Control => "control",
        }
    }
}
