//! How far a project has come: the step of the funnel, and the steps its process demands.

use super::Tree;
use crate::domain::task::{Rank, State, Task};
use crate::domain::{Id, Term};

impl Tree {
    /// The step of the funnel that a project has come to: that of its first stage that is not
    /// passed, else of its last. A stage is passed once its required operations are done, or all
    /// of them where none is required. `None` where no stage is a step of the funnel.
    pub fn reached(&self, project: Id<Task>) -> Option<Id<Term>> {
        let branch = self.branch(project).into_iter();
        let stages = branch.filter(|task| task.rank == Rank::Stage && !is_off(task));
        let steps: Vec<_> = stages
            .filter_map(|task| Some((task.id, task.stage?)))
            .collect();
        let open = steps.iter().find(|(stage, _)| !self.is_passed(*stage));
        open.or(steps.last()).map(|(_, step)| *step)
    }

    /// The operations below a task, or the task itself, that the process demands and that are not
    /// done.
    pub fn required_open(&self, id: Id<Task>) -> Vec<&Task> {
        let branch = self.branch(id).into_iter();
        let required = branch.filter(|task| task.rank == Rank::Operation && task.is_required);
        required.filter(|task| task.state != State::Done).collect()
    }

    fn is_passed(&self, stage: Id<Task>) -> bool {
        let branch = self.branch(stage).into_iter();
        let mut operations: Vec<_> = branch
            .filter(|task| task.rank == Rank::Operation && !is_off(task))
            .collect();
        if operations.iter().any(|task| task.is_required) {
            operations.retain(|task| task.is_required);
        }
        operations.iter().all(|task| task.state != State::Open)
    }
}

fn is_off(task: &Task) -> bool {
    task.state == State::Cancelled
}
