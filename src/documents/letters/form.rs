//! Where the template of a mailing comes from.

use std::fs;
use std::path::PathBuf;

use crate::documents::making;
use crate::domain::PrintedForm;
use crate::domain::paper::PaperTemplate;
use crate::error::{Error, Result};
use crate::i18n::{Language, Locale};
use crate::template_engine::{Settings, Template};
use crate::workspace::Contents;

/// A template that letters can be made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// One that comes with the program.
    Ready(PrintedForm),
    /// One of the office.
    Office(Box<PaperTemplate>),
    /// A file of the user's.
    File(PathBuf),
}

impl Form {
    /// The forms of the program that letters are made from, in the order they are offered.
    pub const READY: [PrintedForm; 5] = [
        PrintedForm::Letter,
        PrintedForm::Greeting,
        PrintedForm::EnvelopeDl,
        PrintedForm::EnvelopeC5,
        PrintedForm::Labels,
    ];

    /// What it is called.
    pub fn title(&self, locale: &Locale) -> String {
        match self {
            Self::Ready(form) => locale.printed_form(*form),
            Self::Office(template) => template.title.clone(),
            Self::File(path) => {
                let stem = path.file_stem().unwrap_or_default();
                stem.to_string_lossy().into_owned()
            }
        }
    }

    /// Whether what it makes is a letter, and not what one is put into: only that is noted in the
    /// history of its recipient.
    pub fn is_letter(&self) -> bool {
        !matches!(
            self,
            Self::Ready(PrintedForm::EnvelopeDl | PrintedForm::EnvelopeC5 | PrintedForm::Labels)
        )
    }

    /// Reads it; a form of the program in `language`, in Russian where it has none in that.
    ///
    /// # Errors
    /// Everything that is wrong with the template; where the file is missing or cannot be read.
    pub fn open(&self, contents: &Contents, language: Language) -> Result<Template> {
        match self {
            Self::Ready(form) => Ok(making::ready(*form, language)?),
            Self::Office(template) => {
                let bytes = contents.read(&template.file())?;
                Ok(making::read(template, bytes)?)
            }
            Self::File(path) if !path.exists() => Err(Error::NoFile(path.clone())),
            Self::File(path) => {
                let bytes = fs::read(path).map_err(Error::failed("reading the file"))?;
                Ok(Template::open(bytes, &Settings::default())?)
            }
        }
    }
}
