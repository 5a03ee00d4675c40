//! Templates of projects: the steps of a process, with offsets in working days.

mod blueprint;
mod edit;

pub use blueprint::{Blueprint, Order};
pub use edit::MOST_LEVELS;

use crate::domain::task::{Rank, TaskKind};
use crate::domain::{Employee, Id, Term};

/// A template of a whole tree: "supply of a program".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectTemplate {
    /// Which template.
    pub id: Id<ProjectTemplate>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// How many levels its trees have, 2 to 4, the project and the operations counted.
    pub levels: i64,
}

impl ProjectTemplate {
    /// A template of that name, not yet saved.
    pub fn new(name: impl Into<String>, levels: i64) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            name: name.into(),
            levels,
        }
    }
}

/// One stage or operation of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateStep {
    /// Which step.
    pub id: Id<TemplateStep>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Of which template.
    pub template: Id<ProjectTemplate>,
    /// The stage it stands in; `None` right under the project.
    pub parent: Option<Id<TemplateStep>>,
    /// A stage or an operation.
    pub rank: Rank,
    /// Which kind of operation.
    pub kind: Option<Id<TaskKind>>,
    /// What it is called; an operation may go by the name of its kind.
    pub title: String,
    /// The result that is hoped for.
    pub plan: String,
    /// Of a stage: the step of the funnel that it is.
    pub stage: Option<Id<Term>>,
    /// Who does it; `None` for who leads the project.
    pub employee: Option<Id<Employee>>,
    /// When it begins: working days from the beginning of the project, 0 for the same day.
    pub offset_days: i64,
    /// How many working days it may take; due at the end of the last, 0 for the same day.
    pub days: i64,
    /// At which minute of the day it begins, where the clock stands; `None` without a time.
    pub minute: Option<i64>,
    /// How long it lasts, in minutes; 0 for as long as its kind does.
    pub minutes: i64,
    /// Whether the process demands it.
    pub is_required: bool,
    /// The check list, one item a line.
    pub checklist: String,
    /// Its place among its sisters, counted from 0.
    pub position: i64,
}

impl TemplateStep {
    /// A step right under the project on its first day, not yet saved.
    pub fn new(template: Id<ProjectTemplate>, rank: Rank, title: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            template,
            parent: None,
            rank,
            kind: None,
            title: title.into(),
            plan: String::new(),
            stage: None,
            employee: None,
            offset_days: 0,
            days: 0,
            minute: None,
            minutes: 0,
            is_required: false,
            checklist: String::new(),
            position: 0,
        }
    }
}
