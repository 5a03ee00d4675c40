//! Notes each letter in the history of its recipient.

use chrono::{DateTime, Utc};

use super::{Made, Mailing};
use crate::domain::profile::Medium;
use crate::domain::task::{Assignment, Rank, State, Task, TaskKind};
use crate::domain::{Employee, Id, Operation};
use crate::error::Result;
use crate::workspace::{Outcome, Workspace};

/// The icon that a kind of operation for letters goes by.
const ICON: &str = "mail";

/// Notes letters that were made: a finished operation each, by letter, on the card of the client
/// with the person it went to; all of them one operation, which one undo takes back. Returns how
/// many were noted.
///
/// # Errors
/// Where one of the cards has gone meanwhile: nothing is noted then.
pub fn note(
    workspace: &mut Workspace,
    mailing: &Mailing,
    made: &Made,
    now: DateTime<Utc>,
) -> Result<Outcome<usize>> {
    let who = workspace.who();
    let kind = kind(workspace.read().catalog()?.task_kinds);
    workspace.transact(Operation::WriteLetters, |tx| {
        for (one, file) in &made.letters {
            let mut task = blank(kind.as_ref(), who);
            task.title.clone_from(&mailing.title);
            task.client = Some(one.organization.unwrap_or(one.client));
            task.contact = match one.organization {
                Some(_) => Some(one.client),
                None => one.person,
            };
            let file = made.files.get(*file).and_then(|path| path.file_name());
            task.outcome = file.unwrap_or_default().to_string_lossy().into_owned();
            task.finish(State::Done, now);
            let noted = Assignment::new(task, who);
            tx.save_assignment(&noted, &noted)?;
        }
        Ok(made.letters.len())
    })
}

/// The kind of operation for letters on paper: the one that is done by post, else the one with the
/// picture of a letter.
fn kind(kinds: Vec<TaskKind>) -> Option<TaskKind> {
    let by_post = |one: &&TaskKind| one.is_offered && one.medium == Some(Medium::Post);
    let pictured = |one: &&TaskKind| one.is_offered && one.icon == ICON;
    let found = kinds.iter().find(by_post);
    found.or_else(|| kinds.iter().find(pictured)).cloned()
}

fn blank(kind: Option<&TaskKind>, who: Id<Employee>) -> Task {
    let task = match kind {
        Some(kind) => Task::operation(kind, who),
        None => Task::new(Rank::Operation, "", who),
    };
    Task {
        medium: Some(Medium::Post),
        ..task
    }
}
