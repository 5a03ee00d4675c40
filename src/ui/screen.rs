//! The screens, and what each of them may want from the app.
//!
//! A screen is a state with a `Message`, an `update` that returns an [`Action`], and a `view`. It
//! never names another screen: it wishes, and the app connects.

pub mod bin;
pub mod board;
pub mod calendar;
pub mod card;
pub mod clash;
pub mod clients;
pub mod documents;
pub mod duplicates;
pub mod export;
pub mod form;
pub mod groups;
pub mod history;
pub mod import;
pub mod input;
pub mod leaving;
pub mod letters;
pub mod merge;
pub mod month;
pub mod paged;
pub mod paper;
pub mod papers;
pub mod past_imports;
pub mod period;
pub mod pick;
pub mod prompts;
pub mod rail;
pub mod registers;
pub mod reminders;
pub mod results;
pub mod sales;
pub mod search;
pub mod settings;
pub mod shortcuts;
pub mod start;
pub mod suggest;
pub mod sums;
pub mod take_back;
pub mod task;
pub mod tasks;
pub mod templates;
pub mod today;
pub mod words;

#[cfg(test)]
pub(super) mod testing;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Local, Utc};
use iced::Task as Command;
use iced::advanced::widget;
use iced::keyboard::{self, Modifiers};

use crate::documents::Source;
use crate::domain::client::Kind;
use crate::domain::completeness::Item;
use crate::domain::listing::{Filter, Order, Sort};
use crate::domain::paper::{Document, PaperKind};
use crate::domain::task::State;
use crate::domain::{Assignment, Catalog, Client, Employee, Group, Id};
use crate::domain::{Operation, Paper, SavedView, Task};
use crate::error::Error;
use crate::exchange::Version;
use crate::i18n::Locale;
use crate::ui::preference::Preference;
use crate::ui::widget::focus;
use crate::ui::worker::Worker;

/// What every screen is shown with: the open file, who sits before it, and the language.
pub struct Context {
    /// The language of the window.
    pub locale: Locale,
    /// The way to the database.
    pub worker: Worker,
    /// The signed-in employee.
    pub me: Employee,
    /// Dictionaries, fields, groups, colleagues: what cards name.
    pub catalog: Arc<Catalog>,
    /// The open file; `None` for sample data in memory.
    pub path: Option<PathBuf>,
    /// Whether nothing can be written.
    pub is_read_only: bool,
    /// When this program opened the file.
    pub opened_at: DateTime<Utc>,
}

impl Context {
    /// Surname and initials of an employee; empty for nobody.
    pub fn employee(&self, id: Option<Id<Employee>>) -> String {
        self.catalog.employee(id)
    }
}

/// What comes out of an `update`: work whose answer is a message, and wishes to the app.
#[must_use]
pub struct Action<Message> {
    /// Work to be run.
    pub command: Command<Message>,
    /// What only the app can do, in this order.
    pub wishes: Vec<Wish>,
}

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

impl<Message> Action<Message> {
    /// Nothing to do.
    pub fn none() -> Self {
        Self {
            command: Command::none(),
            wishes: Vec::new(),
        }
    }

    /// Work to be run.
    pub fn run(command: Command<Message>) -> Self {
        Self {
            command,
            wishes: Vec::new(),
        }
    }

    /// A wish to the app.
    pub fn wish(wish: Wish) -> Self {
        Self {
            command: Command::none(),
            wishes: vec![wish],
        }
    }

    /// The same, with its messages turned into those of the parent.
    pub fn map<Other: Send + 'static>(
        self,
        turn: impl Fn(Message) -> Other + Send + 'static,
    ) -> Action<Other>
    where
        Message: Send + 'static,
    {
        Action {
            command: self.command.map(turn),
            wishes: self.wishes,
        }
    }

    /// With one more wish.
    pub fn and(mut self, wish: Wish) -> Self {
        self.wishes.push(wish);
        self
    }
}

/// A key that was pressed while the screen was shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Press {
    /// The key as the layout names it.
    pub key: keyboard::Key,
    /// The Latin letter on the key, whatever the layout.
    pub latin: Option<char>,
    /// What it typed, if anything.
    pub text: Option<String>,
    /// The keys held with it.
    pub modifiers: Modifiers,
    /// Whether a widget, such as a text field, has used it already.
    pub is_captured: bool,
    /// What holds everything of the window it was pressed in; `None` for the only window.
    pub within: Option<widget::Id>,
}

impl Press {
    /// The press of an event; `None` where no key went down.
    pub fn of_event(event: keyboard::Event, is_captured: bool) -> Option<Self> {
        let keyboard::Event::KeyPressed {
            key,
            physical_key,
            modifiers,
            text,
            ..
        } = event
        else {
            return None;
        };
        Some(Self {
            latin: key.to_latin(physical_key),
            key,
            text: text.map(|text| text.to_string()),
            modifiers,
            is_captured,
            within: None,
        })
    }

    /// The press of a named key alone.
    pub fn named(key: keyboard::key::Named) -> Self {
        Self {
            key: keyboard::Key::Named(key),
            latin: None,
            text: None,
            modifiers: Modifiers::empty(),
            is_captured: false,
            within: None,
        }
    }

    /// What Tab and Shift Tab do where a screen has no order of its own: the focus goes to the
    /// next or the previous field.
    pub fn moves_focus<M: Send + 'static>(&self) -> Option<Command<M>> {
        if !self.is(keyboard::key::Named::Tab) {
            return None;
        }
        let window = self.within.clone();
        Some(match self.modifiers.shift() {
            true => focus::back(window),
            false => focus::forth(window),
        })
    }

    /// What it adds to a search: letters that are typed outside of any field.
    pub fn letters(&self) -> Option<&str> {
        let is_plain = !self.is_captured && !self.modifiers.command() && !self.modifiers.alt();
        let text = self.text.as_deref().filter(|_| is_plain)?;
        let mut letters = text.chars();
        letters
            .any(|letter| !letter.is_control() && letter != ' ')
            .then_some(text)
    }

    /// Whether it is Ctrl (⌘ on a Mac) with that Latin letter and no other key held.
    pub fn is_command(&self, letter: char) -> bool {
        self.modifiers.command()
            && !self.modifiers.shift()
            && !self.modifiers.alt()
            && self.latin == Some(letter)
    }

    /// Whether it is that key alone, or with Shift.
    pub fn is(&self, key: keyboard::key::Named) -> bool {
        !self.modifiers.command() && !self.modifiers.alt() && self.key == keyboard::Key::Named(key)
    }
}
