//! What stands over the page about a task: its form, its end.

pub mod dialog;
pub mod done;
pub mod finish;
pub mod form;

use chrono::Local;

use crate::domain::client::Kind;
use crate::domain::task::{Rank, TaskKind, Tree, When, check_list};
use crate::domain::{Assignment, Catalog, Client, Employee, Id, Task};
use crate::ui::screen::Context;
use crate::ui::widget::{Icon, icon};

pub use dialog::Dialog;
pub use done::Done;
pub use finish::Finish;
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

/// The task that a draft begins, not yet saved.
fn fresh(draft: &Draft, material: &form::Material, context: &Context) -> Assignment {
    let kind = context.catalog.task_kind(draft.kind);
    let kind = kind.or_else(|| context.catalog.offered_kinds(None).next());
    let mut task = match (draft.rank, kind) {
        (Rank::Operation, Some(kind)) => Task::operation(kind, context.me.id),
        (rank, _) => Task::new(rank, "", context.me.id),
    };
    task.title.clone_from(&draft.title);
    task.client = material.near.client.as_ref().map(|one| one.client.id);
    task.contact = material.contact.as_ref().map(|one| one.client.id);
    task.minutes = draft.minutes.or(task.minutes);
    task.parent = draft.parent;
    task.position = next_position(&material.near.tree, draft.parent);
    let today = When::Day(Local::now().date_naive());
    let begins_today = draft.rank != Rank::Stage;
    task.set_start(draft.start.or(begins_today.then_some(today)));
    let leader = draft.employee.unwrap_or(context.me.id);
    let kind = context.catalog.task_kind(task.kind);
    let items = kind.map(|kind| check_list(task.id, &kind.checklist));
    Assignment {
        items: items.unwrap_or_default(),
        ..Assignment::new(task, leader)
    }
}

/// The place behind those that stand in `parent` already.
fn next_position(tree: &Tree, parent: Option<Id<Task>>) -> i64 {
    let last = tree.children(parent).map(|task| task.position).max();
    last.map_or(0, |last| last + 1)
}

/// What a task is called: an operation without a title goes by the name of its kind.
pub fn name(task: &Task, catalog: &Catalog) -> String {
    match (task.title.trim(), catalog.task_kind(task.kind)) {
        ("", Some(kind)) => kind.name.clone(),
        (title, _) => title.to_owned(),
    }
}

/// The icon of a task; a stage that stands in another has a flag, see the tree.
pub fn glyph(task: &Task, catalog: &Catalog) -> Icon {
    match (task.rank, catalog.task_kind(task.kind)) {
        (Rank::Project, _) => Icon::Target,
        (Rank::Stage, _) => Icon::Milestone,
        (Rank::Operation, Some(kind)) => icon::kind::named(&kind.icon),
        (Rank::Operation, None) => Icon::ListChecks,
    }
}
