//! How an office works: its kinds of operation with their results, its funnel, its templates.

use crate::domain::Term;
use crate::domain::task::{TaskKind, TaskResult};
use crate::domain::template::Blueprint;

/// What a new file begins with, and the office then edits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Process {
    /// Kinds of operation, in their order.
    pub kinds: Vec<TaskKind>,
    /// What can come of them; those of each kind in their order.
    pub results: Vec<TaskResult>,
    /// Steps of the funnel and reasons for a loss, each in their order.
    pub terms: Vec<Term>,
    /// Templates of projects.
    pub templates: Vec<Blueprint>,
}
