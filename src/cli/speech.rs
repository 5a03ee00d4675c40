//! How a command answers: in words of the user's language, or in JSON for other programs.

use std::ffi::OsString;
use std::io::{ErrorKind, Write};

use serde_json::{Value, json};

use crate::error::{Error, Result};
use crate::i18n::{Language, Locale};

/// The language, and whether to speak JSON instead.
#[derive(Debug)]
pub struct Speech {
    locale: Locale,
    is_json: bool,
}

impl Speech {
    /// Words of `language`, or JSON.
    pub fn new(language: Language, is_json: bool) -> Self {
        Self {
            locale: Locale::new(language),
            is_json,
        }
    }

    /// As far as arguments tell that cannot be understood as a whole; else words of `language`.
    pub fn guessed(arguments: &[OsString], language: Language) -> Self {
        let is_json = arguments.iter().any(|argument| argument == "--json");
        let texts = || arguments.iter().filter_map(|argument| argument.to_str());
        let behind = texts().zip(texts().skip(1));
        let code = behind
            .filter(|(name, _)| *name == "--language")
            .map(|(_, code)| code)
            .chain(texts().filter_map(|text| text.strip_prefix("--language=")))
            .find_map(|code| Language::ALL.into_iter().find(|known| known.code() == code));
        Self::new(code.unwrap_or(language), is_json)
    }

    /// The messages in words.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Writes the answer of a command, as `json` or as `words`; only what is asked for is made.
    pub(super) fn answer(
        &self,
        out: &mut impl Write,
        json: impl FnOnce() -> Value,
        words: impl FnOnce(&Locale) -> String,
    ) -> Result<()> {
        let answer = if self.is_json {
            json().to_string()
        } else {
            words(&self.locale)
        };
        let written = writeln!(out, "{answer}").and_then(|()| out.flush());
        match written {
            // Whoever asked has heard enough.
            Err(cause) if cause.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => written.map_err(Error::failed("writing the answer")),
        }
    }

    /// The words, or the JSON, that tell of an error; for stderr.
    pub fn error(&self, error: &Error) -> String {
        self.complaint(&self.locale.error(error))
    }

    /// A sentence for stderr.
    pub fn complaint(&self, sentence: &str) -> String {
        if self.is_json {
            json!({ "error": sentence }).to_string()
        } else {
            sentence.to_owned()
        }
    }
}
