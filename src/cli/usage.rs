//! Arguments that cannot be understood, told in the user's language.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};

use super::{Command, CommandLine, Speech};

/// Why a command line was not read: it asked for help, or it is wrong.
#[derive(Debug)]
pub struct Mistake(clap::Error);

/// Reads the arguments, the name of the program first.
pub fn read(arguments: &[OsString]) -> Result<CommandLine, Mistake> {
    let line = CommandLine::try_parse_from(arguments).map_err(Mistake)?;
    let needs_file = line.command.as_ref().is_some_and(Command::needs_file);
    if needs_file && line.file.is_none() {
        let mut missing = clap::Error::new(ErrorKind::MissingRequiredArgument);
        let names = ContextValue::Strings(vec!["--file <FILE>".to_owned()]);
        missing.insert(ContextKind::InvalidArg, names);
        return Err(Mistake(missing));
    }
    let has_no_file = line.command.is_some() && !needs_file || line.file.is_none();
    if line.who.is_some() && has_no_file {
        let mut strange = clap::Error::new(ErrorKind::UnknownArgument);
        strange.insert(
            ContextKind::InvalidArg,
            ContextValue::String("--as".to_owned()),
        );
        return Err(Mistake(strange));
    }
    if let Some((argument, other)) = line.command.as_ref().and_then(Command::conflict) {
        let mut conflict = clap::Error::new(ErrorKind::ArgumentConflict);
        let of = |words: &str| ContextValue::String(words.to_owned());
        conflict.insert(ContextKind::InvalidArg, of(argument));
        conflict.insert(ContextKind::PriorArg, of(other));
        return Err(Mistake(conflict));
    }
    Ok(line)
}

/// The help, as `--help` prints it.
pub fn help() -> String {
    CommandLine::command().render_long_help().to_string()
}

impl Mistake {
    /// The help or the version, where that was asked for.
    pub fn help(&self) -> Option<String> {
        let is_asked = matches!(
            self.0.kind(),
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
        );
        is_asked.then(|| self.0.to_string())
    }

    /// What is wrong with the arguments, for stderr.
    pub fn sentence(&self, speech: &Speech) -> String {
        let locale = speech.locale();
        let argument = self.context(ContextKind::InvalidArg);
        let value = self.context(ContextKind::InvalidValue);
        let other = self.context(ContextKind::PriorArg);
        let sentence = match self.0.kind() {
            ErrorKind::UnknownArgument => {
                locale.with("cli-usage-unknown", &[("argument", argument.into())])
            }
            ErrorKind::InvalidSubcommand => {
                let command = self.context(ContextKind::InvalidSubcommand);
                locale.with("cli-usage-no-command", &[("command", command.into())])
            }
            ErrorKind::MissingRequiredArgument => {
                locale.with("cli-usage-missing", &[("argument", argument.into())])
            }
            ErrorKind::InvalidValue if value.is_empty() => {
                locale.with("cli-usage-missing", &[("argument", argument.into())])
            }
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                locale.with("cli-usage-missing", &[("argument", argument.into())])
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
                let command = "<COMMAND>";
                locale.with("cli-usage-missing", &[("argument", command.into())])
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => locale.with(
                "cli-usage-value",
                &[("argument", argument.into()), ("value", value.into())],
            ),
            ErrorKind::ArgumentConflict if !other.is_empty() && other != argument => {
                let places = [("argument", argument.into()), ("other", other.into())];
                locale.with("cli-usage-conflict", &places)
            }
            ErrorKind::ArgumentConflict => {
                locale.with("cli-usage-twice", &[("argument", argument.into())])
            }
            _ => locale.text("cli-usage-other"),
        };
        speech.complaint(&sentence)
    }

    fn context(&self, kind: ContextKind) -> String {
        match self.0.get(kind) {
            Some(ContextValue::String(text)) => text.clone(),
            Some(ContextValue::Strings(texts)) => texts.join(", "),
            _ => String::new(),
        }
    }
}
