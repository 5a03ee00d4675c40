//! How a task ends, and what is proposed to do next.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::task::series::minute_of;
use crate::domain::task::{
    Assignment, Participant, Rank, State, Task, TaskKind, TaskResult, When, at_minute, check_list,
};
use crate::domain::{Catalog, Employee, Id, Term};

/// What came of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finish {
    /// Done, lost or called off; of a project done means won.
    pub state: State,
    /// From the dictionary of its kind.
    pub result: Option<Id<TaskResult>>,
    /// In words.
    pub outcome: String,
    /// Why a deal was lost, or what speaks against us.
    pub reason: Option<Id<Term>>,
}

impl Finish {
    /// That it ended so, with nothing else said.
    pub fn new(state: State) -> Self {
        Self {
            state,
            result: None,
            outcome: String::new(),
            reason: None,
        }
    }

    /// That it was done with that result.
    pub fn with_result(result: Id<TaskResult>) -> Self {
        Self {
            result: Some(result),
            ..Self::new(State::Done)
        }
    }
}

impl Task {
    /// Ends so at that moment. What was noted before stays where nothing is said now.
    pub fn finish_with(&mut self, finish: &Finish, now: DateTime<Utc>) {
        self.finish(finish.state, now);
        self.result = finish.result.or(self.result);
        self.reason = finish.reason.or(self.reason);
        if !finish.outcome.is_empty() {
            self.outcome.clone_from(&finish.outcome);
        }
    }

    /// Whether it was done without a result, though its kind demands one and offers some.
    pub fn lacks_result(&self, catalog: &Catalog) -> bool {
        let demands = |kind: &TaskKind| {
            let mut offered = catalog.offered_results(kind.id, None);
            kind.is_result_required && offered.next().is_some()
        };
        let is_done = self.rank == Rank::Operation && self.state == State::Done;
        is_done && self.result.is_none() && catalog.task_kind(self.kind).is_some_and(demands)
    }
}

/// The operation that a result proposes once `done` was finished: of the kind it names, so many
/// working days after `now`, for the same client, by the same people, behind it in the tree. It
/// begins at the same time of day where its kind takes time. Not yet saved; `None` where the
/// result proposes nothing.
pub fn proposal(
    done: &Assignment,
    catalog: &Catalog,
    author: Id<Employee>,
    now: DateTime<Utc>,
) -> Option<Assignment> {
    let result = catalog.task_result(done.task.result)?;
    let kind = catalog.task_kind(result.next_kind)?;
    let mut task = Task::operation(kind, author);
    task.parent = done.task.parent;
    task.client = done.task.client;
    task.contact = done.task.contact;
    task.controller = done.task.controller;
    let leader = done.leader();
    let today = When::At(now).day();
    let day = catalog.calendar.later(leader, today, result.next_days);
    task.set_start(Some(start_on(day, &done.task, kind.minutes > 0)));
    let participants = done.participants.iter();
    Some(Assignment {
        participants: participants
            .map(|one| Participant::new(task.id, one.employee, one.degree))
            .collect(),
        items: check_list(task.id, &kind.checklist),
        task,
    })
}

/// That day, at the time of day `done` began at.
fn start_on(day: NaiveDate, done: &Task, takes_time: bool) -> When {
    let at = done.starts_at.filter(|_| takes_time);
    at.map_or(When::Day(day), |moment| {
        When::At(at_minute(day, minute_of(moment)))
    })
}
