//! What a take-back asks about, and what was decided.

use std::collections::HashMap;

use crate::domain::{Client, Id};
use crate::store::Value;
use crate::store::audit::Entry;

/// One thing that later work stands on, so that the user decides.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// What it is about.
    pub place: Place,
    /// The card it stands on.
    pub client: Option<Id<Client>>,
    /// What that card is called.
    pub title: String,
    /// The value before the operation; nothing where a row as a whole is in question.
    pub before: Value,
    /// The value that the operation gave.
    pub done: Value,
    /// The value now.
    pub now: Value,
    /// The later operation.
    pub later: Entry,
}

/// What a conflict is about: a column, or a whole row that the operation made or brought back.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The table.
    pub table: &'static str,
    /// The row.
    pub row: i64,
    /// The column; `None` for the whole row.
    pub column: Option<String>,
}

/// What becomes of a thing that later work stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// It stays as the later work has left it.
    Keep,
    /// It becomes what it was before the operation.
    PutBack,
}

/// What was decided, place by place or for all at once.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    each: HashMap<Place, Choice>,
    others: Option<Choice>,
}

impl Choices {
    /// The same for everything that is not decided by itself.
    pub fn all(choice: Choice) -> Self {
        Self {
            each: HashMap::new(),
            others: Some(choice),
        }
    }

    /// Decides one thing.
    pub fn decide(&mut self, place: Place, choice: Choice) {
        self.each.insert(place, choice);
    }

    /// What was decided; `None` where nothing was.
    pub fn of(&self, place: &Place) -> Option<Choice> {
        self.each.get(place).copied().or(self.others)
    }
}

/// What came of a take-back.
#[derive(Debug, Clone)]
pub enum Undone<T> {
    /// It is done.
    Done(T),
    /// Nothing is done before these are decided.
    Disputed(Vec<Conflict>),
}
