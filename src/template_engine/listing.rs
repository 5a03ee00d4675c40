//! The fields of a template, as they are shown when it is added.

use super::value::Name;
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

    /// What is the same for all spellings of its name.
    pub fn key(&self) -> &str {
        &self.name.whole
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
