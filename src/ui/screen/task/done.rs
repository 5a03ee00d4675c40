//! Tasks that are done, one or many: what came of them is asked where their kind wants to know.

use std::collections::BTreeSet;

use chrono::Utc;

use crate::domain::task::{Finish, Rank, State};
use crate::domain::{Catalog, Id, Operation, Task};
use crate::error::Result;
use crate::ui::screen::Wish;
use crate::workspace::Workspace;

/// Tasks that are to be done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// What came of these is asked.
    asked: Vec<Id<Task>>,
    /// These are done, and that is all there is to say.
    plain: Vec<Id<Task>>,
}

impl Done {
    /// Those of the tasks that are still to do, each once.
    pub fn of<'a>(tasks: impl IntoIterator<Item = &'a Task>, catalog: &Catalog) -> Self {
        let mut known = BTreeSet::new();
        let mut done = Self::default();
        for task in tasks {
            if task.state != State::Open || !known.insert(task.id) {
                continue;
            }
            match wants_result(task, catalog) {
                true => done.asked.push(task.id),
                false => done.plain.push(task.id),
            }
        }
        done
    }

    /// Whether what came of that task is asked.
    pub fn asks(&self, task: &Task) -> bool {
        self.asked.contains(&task.id)
    }

    /// Whether something can be written without a question.
    pub fn has_plain(&self) -> bool {
        !self.plain.is_empty()
    }

    /// What asks for the results, one task after the other.
    pub fn ask(&self) -> Option<Wish> {
        (!self.asked.is_empty()).then(|| Wish::FinishTasks(self.asked.clone()))
    }

    /// Finishes those about which nothing is asked, in one operation; returns the tables that were
    /// changed. What a colleague has finished meanwhile stays as it is.
    ///
    /// # Errors
    /// [`crate::error::Error::StepsToDo`] where the process demands what would be left undone.
    pub fn write(&self, workspace: &mut Workspace) -> Result<BTreeSet<&'static str>> {
        if self.plain.is_empty() {
            return Ok(BTreeSet::new());
        }
        let outcome = workspace.transact(Operation::FinishTask, |tx| {
            for task in &self.plain {
                if tx.read().task(*task)?.state == State::Open {
                    tx.finish_task(*task, &Finish::new(State::Done), Utc::now())?;
                }
            }
            Ok(())
        })?;
        Ok(outcome.changed)
    }
}

/// Whether there is something to choose as it ends: a result of its kind, or won and lost.
fn wants_result(task: &Task, catalog: &Catalog) -> bool {
    let mut results = catalog.task_results.iter();
    task.rank == Rank::Project
        || results.any(|result| result.is_offered && Some(result.kind) == task.kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::starter;
    use crate::ui::screen::testing;

    #[test]
    fn what_has_results_is_asked_about_and_the_rest_is_done_at_once() {
        let context = testing::context(Language::Russian);
        let process = starter::process(&context.locale);
        let catalog = Catalog {
            task_results: process.results.clone(),
            ..(*context.catalog).clone()
        };
        let me = context.me.id;
        let asked = Task::operation(&process.kinds[0], me);
        let plain = Task::new(Rank::Operation, "Позвонить", me);
        let mut over = Task::new(Rank::Operation, "Готово", me);
        over.finish(State::Done, Utc::now());
        let done = Done::of([&asked, &plain, &over, &plain], &catalog);
        assert_eq!(done.asked, [asked.id]);
        assert_eq!(done.plain, [plain.id]);
        assert!(matches!(done.ask(), Some(Wish::FinishTasks(ids)) if ids == [asked.id]));
    }
}
