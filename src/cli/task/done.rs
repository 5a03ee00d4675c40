use std::io::Write;

use chrono::Utc;
use serde_json::json;

use super::{said, title, when};
use crate::cli::{Speech, named};
use crate::domain::task::finish::proposal;
use crate::domain::task::{Finish, State};
use crate::domain::{Assignment, Catalog, Id, Operation, Task};
use crate::error::{Error, Named, Result};
use crate::workspace::Workspace;

/// Finish a task
#[derive(Debug, clap::Args)]
pub struct Done {
    /// Which task: the id that `task list` tells
    task: i64,
    /// What came of it, from the results of its kind
    #[arg(long)]
    result: Option<String>,
    /// What came of it, in words
    #[arg(long, default_value = "", value_name = "TEXT")]
    outcome: String,
    /// Of a project: it was lost
    #[arg(long, conflicts_with = "cancelled")]
    lost: bool,
    /// It is not to be done any more
    #[arg(long)]
    cancelled: bool,
    /// Why it was lost, from the dictionary of reasons
    #[arg(long)]
    reason: Option<String>,
    /// Plan what the result proposes next
    #[arg(long)]
    next: bool,
}

impl Done {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let id = Id::<Task>::from(self.task);
        let catalog = workspace.read().catalog()?;
        let finish = self.finish(&workspace.read().task(id)?, &catalog)?;
        let (me, now) = (workspace.who(), Utc::now());
        let done = workspace.transact(Operation::FinishTask, |tx| {
            tx.finish_task(id, &finish, now)?;
            let proposed = proposal(&tx.read().assignment(id)?, &catalog, me, now);
            if let Some(next) = proposed.as_ref().filter(|_| self.next) {
                tx.save_assignment(next, next)?;
            }
            Ok(proposed)
        })?;
        let task = workspace.read().task(id)?;
        let next: Option<Assignment> = done.value;
        speech.answer(
            out,
            || {
                let proposed = next.as_ref().map(|next| said(&next.task, &catalog));
                json!({
                    "task": said(&task, &catalog),
                    "proposal": proposed,
                    "is_planned": self.next && next.is_some(),
                })
            },
            |locale| {
                let mut lines =
                    vec![locale.with("cli-task-done", &[("title", title(&task, &catalog).into())])];
                if let Some(next) = &next {
                    let told = [
                        ("title", title(&next.task, &catalog).into()),
                        ("when", when(next.task.start(), locale).into()),
                    ];
                    lines.push(match self.next {
                        true => locale.with("cli-task-next", &told),
                        false => locale.with("cli-task-proposed", &told),
                    });
                }
                lines.join("\n")
            },
        )
    }

    fn finish(&self, task: &Task, catalog: &Catalog) -> Result<Finish> {
        let state = match (self.lost, self.cancelled) {
            (true, _) => State::Lost,
            (_, true) => State::Cancelled,
            _ => State::Done,
        };
        let result = match (&self.result, task.kind) {
            (Some(said), Some(kind)) => Some(named::result(catalog, kind, said)?),
            (Some(said), None) => {
                return Err(Error::NoneNamed {
                    what: Named::TaskResult,
                    name: said.clone(),
                });
            }
            (None, _) => None,
        };
        let reason = self.reason.as_deref();
        let reason = reason.map(|said| named::reason(catalog, said));
        Ok(Finish {
            state,
            result,
            outcome: self.outcome.clone(),
            reason: reason.transpose()?,
        })
    }
}
