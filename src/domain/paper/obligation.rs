//! What a contract promises, and until when.

use chrono::NaiveDate;

use crate::domain::{Id, Paper, Task};

/// Something promised in a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// Which obligation.
    pub id: Id<Obligation>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// In which contract.
    pub paper: Id<Paper>,
    /// What is promised.
    pub text: String,
    /// Until when; with a date it is a task.
    pub due_on: Option<NaiveDate>,
    /// What it costs not to keep it.
    pub penalty: String,
    /// Whether we promise it; else the client does.
    pub is_ours: bool,
    /// The task it has become.
    pub task: Option<Id<Task>>,
    /// Its place, counted from 0.
    pub position: i64,
}

impl Obligation {
    /// Something we promise, without a date, not yet saved.
    pub fn new(paper: Id<Paper>, text: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            paper,
            text: text.into(),
            due_on: None,
            penalty: String::new(),
            is_ours: true,
            task: None,
            position: 0,
        }
    }
}
