//! What screens want from the app: they name neither each other nor the desk.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::Local;

use super::{sales, task};
use crate::documents::Source;
use crate::domain::client::Kind;
use crate::domain::completeness::Item;
use crate::domain::listing::{Filter, Order, Sort};
use crate::domain::paper::{Document, PaperKind};
use crate::domain::task::State;
use crate::domain::{Assignment, Client, Employee, Group, Id};
use crate::domain::{Operation, Paper, SavedView, Task};
use crate::error::Error;
use crate::exchange::{Listed, Version};
use crate::ui::preference::Preference;

/// What a screen wants from the app.
#[derive(Debug, Clone)]
pub enum Wish {
    /// Show the whole card of a client.
    Open(Id<Client>),
    /// Show the form of a client's card.
    Edit(Id<Client>),
    /// The same, where this is filled in.
    Fill(Id<Client>, Item),
    /// Show an empty form; a person may begin with the organisation it works in.
    Create(Kind, Option<Id<Client>>),
    /// Show the form of a new task over the page.
    NewTask(Box<task::Draft>),
    /// Show a task that is proposed over the page: Enter accepts it.
    ProposeTask(Box<Assignment>),
    /// Show the form of a task over the page.
    EditTask(Id<Task>),
    /// Ask over the page what came of a task; it may end otherwise than in that state.
    FinishTask(Id<Task>, State),
    /// Ask over the page what came of these tasks, one after the other.
    FinishTasks(Vec<Id<Task>>),
    /// Ask over the page what came of a call that was made just now.
    LogCall(Box<task::Draft>),
    /// Show the form of a new paper; what the draft leaves open is filled with what is usual. For
    /// nobody yet its client is 0.
    NewPaper(Box<Document>),
    /// Show the form of a paper.
    EditPaper(Id<Paper>),
    /// Show the form of a new payment.
    NewPayment(sales::payments::Begin),
    /// Show the import, of this file where one is chosen already.
    Import(Option<PathBuf>),
    /// Show a register as it was left.
    ShowRegister(Kind),
    /// Show the clients of a group.
    ShowGroup(Kind, Id<Group>),
    /// Show the clients of a saved view.
    ShowView(Kind, Id<SavedView>),
    /// Begin letters to these clients.
    Letters(Vec<Id<Client>>),
    /// Show cards that look like the same client; `true` for those of the last import alone.
    ShowDuplicates(bool),
    /// Merge these cards, the first of which survives.
    Merge(Vec<Id<Client>>),
    /// So many pairs of cards look alike; whether the whole base was searched just now.
    DuplicatesFound(usize, bool),
    /// Show our own companies in the settings.
    ShowCompanies,
    /// Show another page of the program.
    Show(Page),
    /// Keep a choice of the user, and show the window so.
    Prefer(Preference),
    /// Write what a list shows to a file that the user chooses: these clients, in this order, a
    /// column for each of the last.
    Export(ExportFormat, Filter, Order, Vec<Sort>),
    /// Write a list that is shown, and is called so, to a file that the user chooses.
    ExportListed(ExportFormat, Arc<Listed>, String),
    /// Write everything of the office to a folder that the user chooses.
    ExportAll,
    /// Keep in the settings which columns the lists show, and how wide.
    KeepColumns,
    /// Leave this screen.
    Back,
    /// Show the page that is open in a window of its own.
    Detach,
    /// Show another of the page that is open in a window of its own.
    ShowBeside,
    /// Bring the main window to the front.
    Raise,
    /// Take the last operation back.
    Undo,
    /// Do again what the last undo took back.
    Redo,
    /// An operation was taken back (`true`) or done again: name it.
    Reverted(bool, Operation),
    /// Have another program edit this template for papers of that kind; what is saved there becomes
    /// the template. A form of the program is taken over first.
    EditTemplate(Source, PaperKind),
    /// Have another program open or print this file.
    Launch(Launch, PathBuf),
    /// Close the file and show the start page.
    CloseFile,
    /// Open this file anew with that employee at work.
    SignIn(PathBuf, Id<Employee>),
    /// Close the window.
    CloseWindow,
    /// Something was written: name it with a way to undo it, and bring every screen up to date.
    Done(Operation, BTreeSet<&'static str>),
    /// What has rung was put off or settled: count it anew.
    RecountReminders,
    /// Show what has rung.
    ShowReminders,
    /// Ask for the attention of the user: the button of the window in the task bar flashes.
    Attention,
    /// Tell something that needs no answer.
    Say(String),
    /// Tell what went wrong.
    Fail(Error),
}

/// A page that stands beside the list of clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// What the day begins with.
    Today,
    /// The calendar.
    Calendar,
    /// The groups of organisations and of persons.
    Groups,
    /// Tasks: mine, and those I gave to others.
    Tasks,
    /// The board of deals.
    Board,
    /// Invoices, payments, products.
    Sales,
    /// The register of papers.
    Documents,
    /// The templates of documents.
    Templates,
    /// The deleted cards.
    Bin,
    /// The log: who did what and when.
    History,
    /// What was imported, with a way to take it back.
    PastImports,
    /// Letters to many.
    Letters,
    /// Results of work: figures, and the tasks behind them.
    Results,
    /// The settings.
    Settings,
    /// The list of keyboard shortcuts.
    Shortcuts,
}

/// What another program is to do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Launch {
    /// Show it.
    Open,
    /// Print it.
    Print,
    /// Show the folder it lies in.
    Show,
}

/// What kind of file an export writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// A workbook of Excel.
    Xlsx,
    /// Values between separators, one line a client.
    Csv,
    /// Cards for other programs, in this edition of vCard.
    Vcf(Version),
}

impl Wish {
    /// What asks for a new paper of today; for nobody yet the client is 0.
    pub fn new_paper(kind: PaperKind, client: Id<Client>) -> Self {
        let today = Local::now().date_naive();
        Self::NewPaper(Box::new(Document::new(Paper::new(kind, client, today))))
    }

    /// Whether it leaves the page that is shown, and whatever is being typed there.
    pub fn turns_the_page(&self) -> bool {
        matches!(
            self,
            Self::Open(_)
                | Self::Edit(_)
                | Self::Fill(..)
                | Self::Create(..)
                | Self::ShowCompanies
                | Self::NewPaper(_)
                | Self::EditPaper(_)
                | Self::NewPayment(_)
                | Self::Import(_)
                | Self::ShowRegister(_)
                | Self::ShowGroup(..)
                | Self::ShowView(..)
                | Self::Letters(_)
                | Self::ShowDuplicates(_)
                | Self::Merge(_)
                | Self::Show(
                    Page::Today
                        | Page::Calendar
                        | Page::Groups
                        | Page::Tasks
                        | Page::Board
                        | Page::Sales
                        | Page::Documents
                        | Page::Templates
                        | Page::Bin
                        | Page::History
                        | Page::PastImports
                        | Page::Letters
                        | Page::Results
                        | Page::Settings
                )
                | Self::CloseFile
                | Self::SignIn(..)
        )
    }

    /// Whether it shows a task over the page.
    pub fn is_about_a_task(&self) -> bool {
        matches!(
            self,
            Self::NewTask(_)
                | Self::ProposeTask(_)
                | Self::EditTask(_)
                | Self::FinishTask(..)
                | Self::FinishTasks(_)
                | Self::LogCall(_)
        )
    }
}
