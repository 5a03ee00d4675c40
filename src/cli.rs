//! The command line: what it takes, how it answers, and how it says that something went wrong.
//!
//! Exit codes: 0 done; 2 for bad input (arguments that cannot be understood, a file that is
//! missing, foreign, damaged or of a newer version, a name that is taken, an id that is nobody's);
//! 1 for anything that
//! failed on good input, such as nothing to undo, a file that cannot be written, a full disk.

mod calendar;
mod check;
mod condition;
mod decline;
mod demo;
mod dossier;
mod duplicates;
mod erase;
mod export;
mod fields;
mod fill;
mod find;
mod import;
mod letters;
mod log;
mod merge;
mod named;
mod new;
mod paper;
mod payment;
mod product;
mod project;
mod redo;
mod remind;
pub mod screenshots;
mod session;
mod speech;
mod task;
mod undo;
mod usage;

use std::io::Write;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::error::{Error, Result};
use crate::i18n;

pub use session::Session;
pub use speech::Speech;
pub use usage::{Mistake, help, read};

/// The heading over the arguments that every command takes, in its help.
const COMMON: &str = "Options of every command";

/// A desktop CRM over one file. Without a command the window opens.
///
/// Exit codes: 0 done, 1 failed, 2 bad input (arguments or file).
#[derive(Debug, Parser)]
#[command(name = "vizitka", version)]
pub struct CommandLine {
    /// The file to work with
    #[arg(long = "file", global = true, value_name = "FILE", id = "base", help_heading = COMMON)]
    pub file: Option<PathBuf>,
    /// Who works: a surname, also with initials; the first employee unless told
    #[arg(long = "as", global = true, value_name = "EMPLOYEE", id = "who", help_heading = COMMON)]
    pub who: Option<String>,
    /// Answer in JSON, on errors too
    #[arg(long, global = true, help_heading = COMMON)]
    pub json: bool,
    /// Which language to speak; that of the system unless told
    #[arg(long, global = true, value_enum, help_heading = COMMON)]
    pub language: Option<Language>,
    /// What to do
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A language, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Russian
    Ru,
    /// English
    En,
}

impl From<Language> for i18n::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Ru => Self::Russian,
            Language::En => Self::English,
        }
    }
}

/// Everything that can be asked for instead of the window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Draw every screen with sample data, without a display
    Screenshots(screenshots::Screenshots),
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would take it for the help of a command")]
    Data(DataCommand),
}

impl Command {
    /// Whether it works with the file that `--file` names.
    fn needs_file(&self) -> bool {
        matches!(self, Self::Data(command) if command.needs_file())
    }

    /// An argument that does not go with another, and the other.
    fn conflict(&self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Data(DataCommand::Export(export)) => export.conflict(),
            _ => None,
        }
    }
}

/// What is done with a file, or to make one.
#[derive(Debug, Subcommand)]
pub enum DataCommand {
    /// Make a new file
    New(new::New),
    /// Look whether a file is sound, without writing to it
    Check(check::Check),
    /// Make a new file with sample data
    Demo(demo::Demo),
    /// Import clients from a table
    Import(import::Import),
    /// Export clients to a table
    Export(export::Export),
    /// Find clients
    Find(find::Find),
    /// List cards that look like the same client
    Duplicates(duplicates::Duplicates),
    /// Merge cards into one
    Merge(merge::Merge),
    /// Write the one-page dossier of a client as a document of Word
    Dossier(dossier::Dossier),
    /// Fill a template of Word with data
    Fill(fill::Fill),
    /// List the fields of a template of Word, and where they stand
    Fields(fields::Fields),
    /// Make letters, envelopes or labels for many clients
    Letters(letters::Letters),
    /// Erase a person on request, for good
    Erase(erase::Erase),
    /// Add, list and finish tasks
    #[command(subcommand)]
    Task(task::TaskCommand),
    /// Make and list invoices
    #[command(subcommand)]
    Invoice(paper::InvoiceCommand),
    /// List contracts
    #[command(subcommand)]
    Contract(paper::ContractCommand),
    /// Make papers from others, list all, make their documents, hand out their data
    #[command(subcommand)]
    Paper(paper::PaperCommand),
    /// Enter, list and import payments
    #[command(subcommand)]
    Payment(payment::PaymentCommand),
    /// Import and list products
    #[command(subcommand)]
    Product(product::ProductCommand),
    /// Make projects
    #[command(subcommand)]
    Project(project::ProjectCommand),
    /// Put Russian names, positions and phrases into a case
    Decline(decline::Decline),
    /// Take the last operation back
    Undo(undo::Undo),
    /// Do again what was taken back last
    Redo(redo::Redo),
    /// List the latest operations
    Log(log::Log),
    /// List what stands in the calendar of an employee
    Calendar(calendar::Calendar),
    /// Remind on the desktop of what is due, until the program is stopped
    Remind(remind::Remind),
}

impl DataCommand {
    /// Whether it works with the file that `--file` names.
    fn needs_file(&self) -> bool {
        !matches!(
            self,
            Self::New(_)
                | Self::Check(_)
                | Self::Demo(_)
                | Self::Decline(_)
                | Self::Fill(_)
                | Self::Fields(_)
        )
    }

    /// Whether it writes nothing to that file, though others of its kind do.
    fn is_dry(&self) -> bool {
        match self {
            Self::Import(command) => command.is_dry(),
            Self::Letters(command) => command.is_dry(),
            Self::Task(command) => command.is_dry(),
            Self::Invoice(command) => command.is_dry(),
            Self::Paper(command) => command.is_dry(),
            Self::Payment(command) => command.is_dry(),
            Self::Product(command) => command.is_dry(),
            Self::Remind(command) => command.is_dry(),
            _ => false,
        }
    }

    /// Does it, and writes the answer to `out`.
    pub fn run(self, session: &Session, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let is_dry = self.is_dry();
        match self {
            Self::New(command) => command.run(speech, out),
            Self::Check(command) => command.run(speech, out),
            Self::Demo(command) => command.run(speech, out),
            Self::Fill(command) => command.run(speech, out),
            Self::Fields(command) => command.run(speech, out),
            Self::Import(command) => command.run(&mut session.open(is_dry)?, speech, out),
            Self::Export(command) => command.run(&session.read()?, speech, out),
            Self::Find(command) => command.run(&session.read()?, speech, out),
            Self::Duplicates(command) => command.run(&session.read()?, speech, out),
            Self::Merge(command) => command.run(&mut session.write()?, speech, out),
            Self::Dossier(command) => command.run(&session.read()?, speech, out),
            Self::Letters(command) => {
                command.run(&mut session.equipped(is_dry, speech)?, speech, out)
            }
            Self::Erase(command) => command.run(&mut session.write()?, speech, out),
            Self::Task(command) => command.run(&mut session.equipped(is_dry, speech)?, speech, out),
            Self::Project(command) => {
                command.run(&mut session.equipped(false, speech)?, speech, out)
            }
            Self::Decline(command) => command.run(session, speech, out),
            Self::Invoice(command) => {
                command.run(&mut session.equipped(is_dry, speech)?, speech, out)
            }
            Self::Contract(command) => command.run(&session.read()?, speech, out),
            Self::Paper(command) => {
                command.run(&mut session.equipped(is_dry, speech)?, speech, out)
            }
            Self::Payment(command) => command.run(&mut session.open(is_dry)?, speech, out),
            Self::Product(command) => command.run(&mut session.open(is_dry)?, speech, out),
            Self::Undo(command) => command.run(&mut session.write()?, speech, out),
            Self::Redo(command) => command.run(&mut session.write()?, speech, out),
            Self::Log(command) => command.run(&session.read()?, speech, out),
            Self::Calendar(command) => command.run(&session.read()?, speech, out),
            Self::Remind(command) => command.run(&mut session.open(is_dry)?, speech, out),
        }
    }
}

/// What the program ends with after an error: 2 for bad input, 1 for a failure.
pub fn exit_code(error: &Error) -> u8 {
    match error {
        Error::NoFile(_)
        | Error::IsFolder(_)
        | Error::AlreadyThere(_)
        | Error::NotEmpty(_)
        | Error::EmptyFile(_)
        | Error::NotOurs(_)
        | Error::NewerVersion { .. }
        | Error::Damaged(_)
        | Error::UnknownFormat(_)
        | Error::NoGroup(_)
        | Error::Missing(_)
        | Error::TaskMisplaced(_)
        | Error::NoneNamed { .. }
        | Error::ManyNamed { .. }
        | Error::UnclearFilter { .. }
        | Error::BadFilter(_)
        | Error::BadTemplate(_)
        | Error::DifferentKinds
        | Error::UnreadableTable(_)
        | Error::TooLarge(_)
        | Error::UnclearLine(_)
        | Error::ResultMissing
        | Error::NumberTaken(_)
        | Error::BadMask(_)
        | Error::SumTooLarge
        | Error::NotAPerson
        | Error::NoLetters
        | Error::NoGround => 2,
        _ => 1,
    }
}
