//! When to remind whom of a task.

use crate::domain::profile::named;
use crate::domain::task::{Task, TaskKind, TaskResult};
use crate::domain::{Employee, Id};

named! {
    /// Whom a reminder is for.
    Audience {
        /// Those who take part.
        Participants = "participants",
        /// Who controls the task.
        Controller = "controller",
    }
}

named! {
    /// What a reminder waits for.
    Event {
        /// The beginning, or some time before it.
        Start = "start",
        /// That the task is late.
        Overdue = "overdue",
        /// That the task was finished.
        Finished = "finished",
        /// That the task reached a given result.
        Result = "result",
    }
}

/// When to remind whom of one task, or by default of all tasks of a kind or of an employee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Which reminder.
    pub id: Id<Reminder>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Of which task; `None` for a default.
    pub task: Option<Id<Task>>,
    /// Of a default: for tasks of this kind; `None` for all.
    pub kind: Option<Id<TaskKind>>,
    /// Of a default: for this employee; `None` for all.
    pub employee: Option<Id<Employee>>,
    /// Whom it is for.
    pub audience: Audience,
    /// What it waits for.
    pub event: Event,
    /// How long before the start, in minutes; 0 right then, and for every other event.
    pub minutes: i64,
    /// Of [`Event::Result`]: which one.
    pub result: Option<Id<TaskResult>>,
}

impl Reminder {
    /// A reminder of a task, not yet saved.
    pub fn new(task: Option<Id<Task>>, audience: Audience, event: Event) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            task,
            kind: None,
            employee: None,
            audience,
            event,
            minutes: 0,
            result: None,
        }
    }
}
