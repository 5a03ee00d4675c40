//! What stands over the page about a task: its form.

pub mod form;

use crate::domain::client::Kind;
use crate::domain::task::{Rank, TaskKind, When};
use crate::domain::{Client, Employee, Id, Task};

pub use form::Form;

/// What a new task begins with; what is not said the form chooses.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What it is in its tree.
    pub rank: Rank,
    /// For which client.
    pub client: Option<Id<Client>>,
    /// With whom; where no client is said, for the employer.
    pub contact: Option<Id<Client>>,
    /// When it begins.
    pub start: Option<When>,
    /// How long it lasts, in minutes.
    pub minutes: Option<i64>,
    /// Who leads it; else who signed in.
    pub employee: Option<Id<Employee>>,
    /// In which project or stage it stands.
    pub parent: Option<Id<Task>>,
    /// Which kind of operation it is.
    pub kind: Option<Id<TaskKind>>,
    /// What it is called.
    pub title: String,
}

impl Default for Draft {
    fn default() -> Self {
        Self::new(Rank::Operation)
    }
}

impl Draft {
    /// A draft that says nothing else.
    pub fn new(rank: Rank) -> Self {
        Self {
            rank,
            client: None,
            contact: None,
            start: None,
            minutes: None,
            employee: None,
            parent: None,
            kind: None,
            title: String::new(),
        }
    }

    /// The same about a client; a person who works somewhere stands for the employer.
    pub fn about(self, client: &Client) -> Self {
        let is_contact = client.kind == Kind::Person && client.employer.is_some();
        Self {
            client: Some(client.employer.filter(|_| is_contact).unwrap_or(client.id)),
            contact: is_contact.then_some(client.id),
            ..self
        }
    }
}
