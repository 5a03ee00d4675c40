//! What is done with one task of the list, or with all that are selected.

use chrono::Local;

use super::{Message, Tasks};
use crate::domain::task::{Degree, State};
use crate::domain::{Id, Operation, Task};
use crate::error::{Error, Result};
use crate::ui::screen::task::Done;
use crate::ui::screen::{Action, Command, Context, Wish};
use crate::workspace::Transaction;

impl Tasks {
    pub(super) fn carry_out(&mut self, message: Message, context: &Context) -> Action<Message> {
        let targets = self.targets();
        let write = |operation, work: Work| write(operation, targets.clone(), work, context);
        match message {
            Message::Add => Action::wish(Wish::NewTask(Box::new(self.draft()))),
            // One alone is asked what came of it.
            Message::Finish if targets.len() == 1 => {
                Action::wish(Wish::FinishTask(targets[0], State::Done))
            }
            Message::Finish => self.finish(context),
            Message::Move(days) => write(
                Operation::EditTask,
                Box::new(move |tx, id| move_by(tx, id, days)),
            ),
            Message::HandTo(employee) => {
                self.is_handing = false;
                let people = [(employee, Degree::Leads)];
                write(
                    Operation::AssignTask,
                    Box::new(move |tx, id| tx.assign_tasks(&[id], &people)),
                )
            }
            Message::Delete => write(Operation::DeleteTask, Box::new(delete)),
            _ => Action::none(),
        }
    }

    /// Many are done: those whose kind has results are asked about one after the other, the others
    /// are finished at once.
    fn finish(&self, context: &Context) -> Action<Message> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let targets = self.targets();
        let tasks = self.all.iter().flatten().map(|one| &one.task);
        let meant = tasks.filter(|task| targets.contains(&task.id));
        let done = Done::of(meant, &context.catalog);
        let mut action = done.ask().map_or_else(Action::none, Action::wish);
        if done.has_plain() {
            let written = context.worker.write(move |workspace| done.write(workspace));
            action.command = Command::perform(written, |written| {
                Message::Written(Operation::FinishTask, written)
            });
        }
        action
    }
}

/// What is done with each of the tasks.
type Work = Box<dyn Fn(&mut Transaction<'_>, Id<Task>) -> Result<()> + Send>;

/// One operation over all the tasks, which one undo takes back.
fn write(
    operation: Operation,
    targets: Vec<Id<Task>>,
    work: Work,
    context: &Context,
) -> Action<Message> {
    if targets.is_empty() {
        return Action::none();
    }
    if context.is_read_only {
        return Action::wish(Wish::Fail(Error::ReadOnly));
    }
    let written = context.worker.write(move |workspace| {
        workspace.transact(operation, |tx| {
            targets.iter().try_for_each(|id| work(tx, *id))
        })
    });
    Action::run(Command::perform(written, move |outcome| {
        Message::Written(operation, outcome.map(|outcome| outcome.changed))
    }))
}

fn move_by(tx: &mut Transaction<'_>, id: Id<Task>, days: i64) -> Result<()> {
    let mut task = tx.read().task(id)?;
    task.move_by(days, Local::now().date_naive());
    tx.save(&task).map(drop)
}

fn delete(tx: &mut Transaction<'_>, id: Id<Task>) -> Result<()> {
    tx.delete_branch(id)
}
