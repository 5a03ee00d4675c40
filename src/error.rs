//! The one error of everything above the domain.

pub mod letter;
mod table;
pub mod template;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use table::{CellFault, Label, RowFault, TableFault};

use crate::domain::department::Misplaced;
use crate::domain::filter::{Fault, Mistake};
use crate::domain::paper::BadMask;
use crate::domain::progress::Stopped;
use crate::domain::task::tree;

/// What a fallible function of the program returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What a command names in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A client.
    Client,
    /// A colleague.
    Employee,
    /// A kind of operation.
    TaskKind,
    /// A result of operations of a kind.
    TaskResult,
    /// A reason for a loss.
    LossReason,
    /// A template of projects.
    Template,
    /// A template of papers.
    PaperTemplate,
    /// A list of prices.
    PriceList,
    /// A line of a paper, as name, quantity and price.
    Line,
    /// A saved view.
    View,
    /// A template of letters.
    Letter,
    /// A rate of tax.
    TaxRate,
    /// An invoice of a client.
    Invoice,
    /// A picture of the program.
    Picture,
}

/// Why something could not be done.
///
/// Cheap to clone, so that it may travel inside a message. The text here is for the log; what a
/// person reads is chosen by [`crate::i18n::Locale::error`].
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// Somebody has changed the same row since it was read.
    #[error("somebody has changed row {id} of {table} since")]
    Conflict {
        /// The table of the row.
        table: &'static str,
        /// The id of the row.
        id: i64,
    },
    /// There is no file at that place.
    #[error("no file at {0}")]
    NoFile(PathBuf),
    /// A folder stands where a file was expected.
    #[error("{0} is a folder")]
    IsFolder(PathBuf),
    /// A file stands where a new one was to be made.
    #[error("{0} is already there")]
    AlreadyThere(PathBuf),
    /// A folder was to be filled that holds something already.
    #[error("the folder {0} is not empty")]
    NotEmpty(PathBuf),
    /// The file has no bytes: it was cut off, or never written.
    #[error("{0} is empty")]
    EmptyFile(PathBuf),
    /// The file is something else.
    #[error("{0} is not a database of Vizitka")]
    NotOurs(PathBuf),
    /// A newer version of the program made the file.
    #[error("the file comes from a newer version ({found}; this one knows {known})")]
    NewerVersion {
        /// The schema version of the file.
        found: i64,
        /// The newest schema version this program knows.
        known: i64,
    },
    /// The file is damaged.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// The file cannot be written.
    #[error("the file is read-only")]
    ReadOnly,
    /// The disk has no room left.
    #[error("the disk is full")]
    DiskFull,
    /// The file was removed or replaced while it was open.
    #[error("the file was removed or replaced while open")]
    Replaced,
    /// Another program kept the file locked for too long.
    #[error("another program is writing")]
    Busy,
    /// A column holds something this version cannot read.
    #[error("{0} holds something this version cannot read")]
    Unreadable(&'static str),
    /// What was asked for is not there, or may not be seen.
    #[error("{0} is not there")]
    Missing(&'static str),
    /// A department cannot stand where it was to be put.
    #[error("a department cannot stand there: {0:?}")]
    Misplaced(Misplaced),
    /// A task cannot stand where it was to be put.
    #[error("a task cannot stand there: {0:?}")]
    TaskMisplaced(tree::Misplaced),
    /// The process demands these operations, and they are not done.
    #[error("the process demands {0:?}")]
    StepsToDo(Vec<String>),
    /// The kind of the operation demands a result from its dictionary.
    #[error("the kind demands a result")]
    ResultMissing,
    /// The process demands these operations: they do not go before their project.
    #[error("the process demands {0:?}, nobody deletes them")]
    RequiredSteps(Vec<String>),
    /// Another paper of the kind has that number, or had it before it was deleted.
    #[error("the number {0} is taken")]
    NumberTaken(String),
    /// A pattern of numbers makes none.
    #[error("the mask makes no numbers: {0}")]
    BadMask(#[from] BadMask),
    /// Lines come to more than there is money.
    #[error("the sum is too large")]
    SumTooLarge,
    /// More of a payment was shared out than it is.
    #[error("more is shared out than was paid")]
    OverAllocated,
    /// There is nothing to take back.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// There is nothing to do again.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// An organisation and a person are no one client.
    #[error("an organisation and a person cannot be merged")]
    DifferentKinds,
    /// There is no screen to open a window on.
    #[error("there is no display")]
    NoDisplay,
    /// The user stopped the work.
    #[error("cancelled")]
    Cancelled,
    /// The workspace was closed meanwhile.
    #[error("the workspace is closed")]
    Closed,
    /// A source of an import cannot be read at all.
    #[error("the table cannot be read: {0}")]
    UnreadableTable(TableFault),
    /// A table was to be written in a format that its name does not tell.
    #[error("{0} is neither .xlsx nor .csv")]
    UnknownFormat(PathBuf),
    /// No group has that name.
    #[error("no group is called {0}")]
    NoGroup(String),
    /// Nothing of that sort goes by that name.
    #[error("no {what:?} is called {name}")]
    NoneNamed {
        /// What was looked for.
        what: Named,
        /// The name.
        name: String,
    },
    /// Several of that sort go by that name.
    #[error("more than one {what:?} is called {name}")]
    ManyNamed {
        /// What was looked for.
        what: Named,
        /// The name.
        name: String,
    },
    /// A file is longer, in bytes, than what can be attached.
    #[error("a file of {0} bytes cannot be attached")]
    TooLarge(u64),
    /// What is in an attached file of that name is not beside the file of the office.
    #[error("the content of {0} is missing")]
    NoContent(String),
    /// What is in an attached file of that name is not what was kept.
    #[error("the content of {0} is damaged")]
    DamagedContent(String),
    /// No program of the system opens that file.
    #[error("no program opens {0}")]
    NoProgram(PathBuf),
    /// LibreOffice is needed for that, and is not installed.
    #[error("there is no LibreOffice")]
    NoOffice,
    /// The system cannot print that document.
    #[error("{0} cannot be printed from here")]
    NoPrinting(PathBuf),
    /// It concerns a person who was erased on request: nothing of it may come back.
    #[error("it concerns somebody who was erased")]
    Erased,
    /// Only persons are erased on request.
    #[error("that client is no person")]
    NotAPerson,
    /// None of the letters that were asked for can be made.
    #[error("no letter can be made")]
    NoLetters,
    /// A work needs a reason, and none was given.
    #[error("no ground was given")]
    NoGround,
    /// A filter asks what cannot be answered.
    #[error(transparent)]
    BadFilter(#[from] Fault),
    /// The text of a filter cannot be understood.
    #[error("the filter {text:?} is not understood at {:?}", mistake.at)]
    UnclearFilter {
        /// The text.
        text: String,
        /// What is wrong with it, and where.
        mistake: Box<Mistake>,
    },
    /// A line of what was read, counted from 1, is not what a command takes.
    #[error("line {0} is not understood")]
    UnclearLine(usize),
    /// A template of Word, or what is to be filled into it, is wrong.
    #[error("the template cannot be filled: {0}")]
    BadTemplate(#[from] template::Faults),
    /// Anything that is nobody's rule: a disk, a driver, an operating system.
    #[error("{context} failed: {source}")]
    Failed {
        /// What was being done, for the log.
        context: &'static str,
        /// The cause.
        source: Arc<dyn std::error::Error + Send + Sync>,
    },
}

impl Error {
    /// Wraps a failure that is nobody's rule: a disk, a driver, an operating system.
    pub fn failed<E>(context: &'static str) -> impl Fn(E) -> Self
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        move |cause| Self::Failed {
            context,
            source: Arc::new(cause),
        }
    }

    /// Why the file at `path` cannot be read: it is not there, a folder, or the system says no.
    pub fn reading(path: &Path) -> impl Fn(io::Error) -> Self {
        move |cause| match cause.kind() {
            io::ErrorKind::NotFound => Self::NoFile(path.to_owned()),
            _ if path.is_dir() => Self::IsFolder(path.to_owned()),
            _ => Self::failed("reading the file")(cause),
        }
    }
}

impl From<Misplaced> for Error {
    fn from(why: Misplaced) -> Self {
        Self::Misplaced(why)
    }
}

impl From<tree::Misplaced> for Error {
    fn from(why: tree::Misplaced) -> Self {
        Self::TaskMisplaced(why)
    }
}

impl From<Stopped> for Error {
    fn from(_: Stopped) -> Self {
        Self::Cancelled
    }
}
