//! Tasks that a form saves: joined with what colleagues have changed meanwhile.

use std::collections::HashMap;

use crate::domain::merge::Side;
use crate::domain::task::merge::{self, Field};
use crate::domain::{Assignment, Id, Operation, Task};
use crate::error::Result;
use crate::store::tasks::folds;
use crate::workspace::{Outcome, Transaction, Workspace};

/// What became of a task that was to be saved.
#[derive(Debug, Clone)]
pub enum SavedTask {
    /// It stands in the base, joined with what colleagues have changed meanwhile.
    Done,
    /// A colleague has changed the same fields: nothing is saved until the user chooses.
    Clashes {
        /// The fields that both have changed.
        fields: Vec<Field>,
        /// The task as the colleague left it.
        theirs: Box<Assignment>,
    },
}

impl Workspace {
    /// Saves a task that was read as `base` and edited into `mine`; what a colleague has changed
    /// meanwhile is kept. A `base` whose task was never saved makes a new one.
    ///
    /// # Errors
    /// [`Error::Missing`](crate::error::Error::Missing) where it is gone, or may not be seen.
    pub fn save_task(
        &mut self,
        base: &Assignment,
        mine: &Assignment,
        choices: &HashMap<Field, Side>,
    ) -> Result<Outcome<SavedTask>> {
        self.save_task_with(base, mine, choices, |_| Ok(()))
    }

    /// The same; where the task is saved, `also` is written just after it in the same operation:
    /// its reminders.
    pub fn save_task_with(
        &mut self,
        base: &Assignment,
        mine: &Assignment,
        choices: &HashMap<Field, Side>,
        also: impl FnOnce(&mut Transaction<'_>) -> Result<()>,
    ) -> Result<Outcome<SavedTask>> {
        if base.task.version == 0 {
            return self.transact(Operation::AddTask, |tx| {
                tx.save_assignment(base, mine)?;
                also(tx)?;
                Ok(SavedTask::Done)
            });
        }
        self.transact(Operation::EditTask, |tx| {
            join(tx, (base, mine), choices, |tx, theirs, joined| {
                tx.save_assignment(theirs, joined)?;
                also(tx)
            })
        })
    }

    /// The same for a task that repeats: what was changed in it is changed in all later repetitions
    /// that are still to do, and they remind as it does.
    ///
    /// # Errors
    /// As [`Self::save_task`].
    pub fn save_following_with(
        &mut self,
        base: &Assignment,
        mine: &Assignment,
        choices: &HashMap<Field, Side>,
        also: impl FnOnce(&mut Transaction<'_>) -> Result<()>,
    ) -> Result<Outcome<SavedTask>> {
        self.transact(Operation::EditFollowing, |tx| {
            join(tx, (base, mine), choices, |tx, theirs, joined| {
                tx.save_following(theirs, joined)?;
                also(tx)?;
                tx.remind_following(base.task.id)
            })
        })
    }

    /// Folds the branch of a task for the signed-in employee, or unfolds it; outside the log.
    ///
    /// # Errors
    /// [`Error::ReadOnly`](crate::error::Error::ReadOnly) where the file is for reading alone.
    pub fn fold_branch(&mut self, task: Id<Task>, is_folded: bool) -> Result<()> {
        folds::fold(&*self.database, self.who, task, is_folded)
    }
}

/// Joins a task that was read as `base` and edited into `mine` with what a colleague made of it, and
/// has `write` save it.
fn join(
    tx: &mut Transaction<'_>,
    (base, mine): (&Assignment, &Assignment),
    choices: &HashMap<Field, Side>,
    write: impl FnOnce(&mut Transaction<'_>, &Assignment, &Assignment) -> Result<()>,
) -> Result<SavedTask> {
    let theirs = tx.read().assignment(base.task.id)?;
    match merge::merge(base, &theirs, mine, choices) {
        Ok(joined) => {
            write(tx, &theirs, &joined)?;
            Ok(SavedTask::Done)
        }
        Err(fields) => Ok(SavedTask::Clashes {
            fields,
            theirs: Box::new(theirs),
        }),
    }
}
