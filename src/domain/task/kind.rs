//! Kinds of operation, and what can come of them.

use crate::domain::Id;
use crate::domain::profile::named;
use crate::domain::task::Availability;

named! {
    /// What a result means for the deal.
    Meaning {
        /// A step forward.
        Success = "success",
        /// Neither.
        Neutral = "neutral",
        /// A step back, or the end.
        Failure = "failure",
    }
}

/// A kind of operation: a call, a meeting, an offer. The office edits the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskKind {
    /// Which kind.
    pub id: Id<TaskKind>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// The name of its icon.
    pub icon: String,
    /// What an operation of the kind makes of those who take part.
    pub availability: Availability,
    /// How long one usually lasts, in minutes; 0 where it takes no time of the calendar.
    pub minutes: i64,
    /// The check list that an operation of the kind begins with, one item a line.
    pub checklist: String,
    /// Its place among the others, counted from 0.
    pub position: i64,
}

impl TaskKind {
    /// A kind of that name, not yet saved.
    pub fn new(name: impl Into<String>, icon: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            name: name.into(),
            icon: icon.into(),
            availability: Availability::Busy,
            minutes: 60,
            checklist: String::new(),
            position: 0,
        }
    }
}

/// An entry of the dictionary of results of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskResult {
    /// Which result.
    pub id: Id<TaskResult>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Of which kind of operation.
    pub kind: Id<TaskKind>,
    /// What it is called.
    pub name: String,
    /// What it means for the deal.
    pub meaning: Meaning,
    /// Which kind of operation is proposed then.
    pub next_kind: Option<Id<TaskKind>>,
    /// How many working days later.
    pub next_days: i64,
    /// Its place among the others of the kind, counted from 0.
    pub position: i64,
}

impl TaskResult {
    /// A result of a kind that proposes nothing, not yet saved.
    pub fn new(kind: Id<TaskKind>, name: impl Into<String>, meaning: Meaning) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            kind,
            name: name.into(),
            meaning,
            next_kind: None,
            next_days: 1,
            position: 0,
        }
    }
}
