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
mod press;
pub mod prompts;
pub mod rail;
pub mod registers;
pub mod reminders;
pub mod results;
pub mod sales;
pub mod search;
pub mod selected;
pub mod selection;
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
mod wish;
pub mod words;

#[cfg(test)]
pub(super) mod testing;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use iced::Task as Command;

use crate::domain::{Catalog, Employee, Id};
use crate::i18n::Locale;
use crate::ui::worker::Worker;

pub use press::Press;
pub use wish::{ExportFormat, Launch, Page, Wish};

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
