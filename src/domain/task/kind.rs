//! Kinds of operation, and what can come of them.

use crate::domain::profile::{Medium, named};
use crate::domain::task::{Availability, Priority};
use crate::domain::{Id, Reminder};

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
    /// How much one usually matters.
    pub priority: Priority,
    /// By what it is usually done.
    pub medium: Option<Medium>,
    /// Whether one is done only with a result from its dictionary.
    pub is_result_required: bool,
    /// Whether it is offered for new tasks; those that are of the kind stay so.
    pub is_offered: bool,
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
            priority: Priority::Normal,
            medium: None,
            is_result_required: false,
            is_offered: true,
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
    /// Whether it is offered; tasks that have ended so keep it.
    pub is_offered: bool,
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
            is_offered: true,
            position: 0,
        }
    }
}

/// A kind of operation with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeKind {
    /// The kind.
    pub kind: TaskKind,
    /// What can come of it, in their order.
    pub results: Vec<TaskResult>,
    /// Whom to remind when by default of operations of the kind, whoever does them.
    pub reminders: Vec<Reminder>,
}
