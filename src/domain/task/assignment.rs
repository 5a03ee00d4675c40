//! A task with those who take part in it and its check list.

use crate::domain::profile::named;
use crate::domain::task::{Task, TaskKind};
use crate::domain::{Employee, Id};

named! {
    /// The degree of an employee's participation in a task.
    Degree {
        /// Leads, and answers for it.
        Leads = "leads",
        /// Takes part.
        Assists = "assists",
        /// Is kept informed.
        Informed = "informed",
    }
}

/// That an employee takes part in a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Which participation.
    pub id: Id<Participant>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// In which task.
    pub task: Id<Task>,
    /// Who.
    pub employee: Id<Employee>,
    /// How much.
    pub degree: Degree,
}

impl Participant {
    /// `employee` in a task, not yet saved.
    pub fn new(task: Id<Task>, employee: Id<Employee>, degree: Degree) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            task,
            employee,
            degree,
        }
    }
}

/// One line of a check list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckItem {
    /// Which line.
    pub id: Id<CheckItem>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Of which task.
    pub task: Id<Task>,
    /// What is to be seen to.
    pub text: String,
    /// Whether it was.
    pub is_done: bool,
    /// Its place in the list, counted from 0.
    pub position: i64,
}

impl CheckItem {
    /// A line that is not ticked, not yet saved.
    pub fn new(task: Id<Task>, text: impl Into<String>, position: i64) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            task,
            text: text.into(),
            is_done: false,
            position,
        }
    }
}

/// The check list that a text says, one item a line; empty lines are left out.
pub fn check_list(task: Id<Task>, text: &str) -> Vec<CheckItem> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let placed = (0..).zip(lines);
    placed
        .map(|(position, line)| CheckItem::new(task, line, position))
        .collect()
}

/// A task with those who take part in it and its check list: what a form edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The task.
    pub task: Task,
    /// Who takes part; who leads comes first.
    pub participants: Vec<Participant>,
    /// The check list, in its order.
    pub items: Vec<CheckItem>,
}

impl Assignment {
    /// A task that `leader` leads, without a check list.
    pub fn new(task: Task, leader: Id<Employee>) -> Self {
        Self {
            participants: vec![Participant::new(task.id, leader, Degree::Leads)],
            items: Vec::new(),
            task,
        }
    }

    /// An operation of a kind that `leader` leads, with the check list of the kind.
    pub fn operation(kind: &TaskKind, leader: Id<Employee>) -> Self {
        let task = Task::operation(kind, leader);
        Self {
            items: check_list(task.id, &kind.checklist),
            ..Self::new(task, leader)
        }
    }

    /// Who leads it, else the first who takes part.
    pub fn leader(&self) -> Option<Id<Employee>> {
        let mut all = self.participants.iter();
        let leads = all.find(|one| one.degree == Degree::Leads);
        leads.or(self.participants.first()).map(|one| one.employee)
    }
}
