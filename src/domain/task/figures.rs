//! Figures of work: how often each result was reached, and who did how much.

use chrono::NaiveDate;

use crate::domain::profile::named;
use crate::domain::task::{TaskKind, TaskResult};
use crate::domain::{Client, Employee, Id, Task};

named! {
    /// By what finished operations are counted.
    By {
        /// By kind, and within each by result.
        Result = "result",
        /// By kind.
        Kind = "kind",
        /// By who led them.
        Employee = "employee",
        /// By client.
        Client = "client",
        /// By contact person.
        Contact = "contact",
    }
}

/// Which finished operations are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scope {
    /// From which day on; `None` from the first.
    pub from: Option<NaiveDate>,
    /// Up to which day; `None` up to the last.
    pub to: Option<NaiveDate>,
    /// Of whom, who led them; `None` of all.
    pub employee: Option<Id<Employee>>,
    /// Of which project; `None` of all, and those of none.
    pub project: Option<Id<Task>>,
    /// For which client; `None` for all, and those for none.
    pub client: Option<Id<Client>>,
}

/// A project that figures may be narrowed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Which project.
    pub id: Id<Task>,
    /// What it is called.
    pub title: String,
    /// What its client is called; empty where there is none or it may not be seen.
    pub client: String,
}

/// What a figure stands for: what was counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A kind with one of its results; `None` for operations that say nothing of it.
    Result(Option<Id<TaskKind>>, Option<Id<TaskResult>>),
    /// A kind; `None` for operations without one.
    Kind(Option<Id<TaskKind>>),
    /// An employee; `None` for what nobody leads.
    Employee(Option<Id<Employee>>),
    /// A client or contact person; `None` for what is for nobody, or for one that may not be seen.
    Client(Option<Id<Client>>),
}

/// How much was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What was counted together.
    pub key: Key,
    /// What a client is called; empty for every other key.
    pub name: String,
    /// How many operations were done.
    pub done: i64,
    /// How many of them were a success, neither, and a failure; those without a result in none.
    pub meanings: [i64; 3],
}

impl Figure {
    /// How much of `total` was done here, in tenths of a percent.
    pub fn share(&self, total: i64) -> i64 {
        match total {
            0 => 0,
            total => (self.done * 1000 + total / 2) / total,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_tenths_of_a_percent() {
        let figure = |done| Figure {
            key: Key::Kind(None),
            name: String::new(),
            done,
            meanings: [0; 3],
        };
        assert_eq!(figure(1).share(3), 333);
        assert_eq!(figure(2).share(3), 667);
        assert_eq!(figure(0).share(0), 0);
    }
}
