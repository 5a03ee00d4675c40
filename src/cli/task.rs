mod add;
mod done;
mod list;

use std::io::Write;

use clap::Subcommand;
use serde_json::{Value, json};

use super::Speech;
use crate::domain::task::When;
use crate::domain::{Catalog, Id, Task};
use crate::error::Result;
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// Add, list and finish tasks
#[derive(Debug, Subcommand)]
pub enum TaskCommand {
    /// Add a task
    Add(Box<add::Add>),
    /// List tasks: one's own of the days to come with those overdue, or those of a client
    List(list::List),
    /// Finish a task
    Done(done::Done),
}

impl TaskCommand {
    /// Whether it only reads.
    pub fn is_dry(&self) -> bool {
        matches!(self, Self::List(_))
    }

    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        match self {
            Self::Add(command) => command.run(workspace, speech, out),
            Self::List(command) => command.run(workspace, speech, out),
            Self::Done(command) => command.run(workspace, speech, out),
        }
    }
}

/// What a task is called: its title, else its kind.
pub fn title(task: &Task, catalog: &Catalog) -> String {
    let kind = catalog.task_kind(task.kind);
    match (task.title.as_str(), kind) {
        ("", Some(kind)) => kind.name.clone(),
        (title, _) => title.to_owned(),
    }
}

/// When something is, in words; empty for never.
pub fn when(when: Option<When>, locale: &Locale) -> String {
    match when {
        Some(When::Day(day)) => locale.date(day),
        Some(When::At(moment)) => locale.moment(moment),
        None => String::new(),
    }
}

/// A task as other programs read it; moments in UTC, days as they are.
pub fn said(task: &Task, catalog: &Catalog) -> Value {
    let when = |when: Option<When>| match when {
        Some(When::Day(day)) => json!(day.to_string()),
        Some(When::At(moment)) => json!(moment.to_rfc3339()),
        None => Value::Null,
    };
    json!({
        "id": task.id.raw(),
        "rank": task.rank.name(),
        "kind": catalog.task_kind(task.kind).map(|kind| &kind.name),
        "title": title(task, catalog),
        "client": task.client.map(Id::raw),
        "start": when(task.start()),
        "due": when(task.due()),
        "state": task.state.name(),
        "result": catalog.task_result(task.result).map(|result| &result.name),
        "outcome": &task.outcome,
    })
}
