//! The tasks that papers make: to see to a payment, a renewal, an obligation.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::paper::{Obligation, PaperKind, Wording};
use crate::domain::task::{Degree, Finish, Meaning, Rank, State, TaskKind, TaskResult, When};
use crate::domain::{Assignment, Employee, Id, Paper, Task};
use crate::error::Result;
use crate::store::{Column, Transaction};

/// A task that is to be there as long as there is something to see to.
pub(super) struct Wanted {
    /// On which day; `None` for no task.
    pub on: Option<NaiveDate>,
    /// On which day it was, before what is being done now.
    pub before: Option<NaiveDate>,
    /// Whether what it waited for has come, where none is wanted any more.
    pub is_done: bool,
}

impl Transaction<'_> {
    /// Makes, moves, finishes or takes up again the task that waits for what a paper says, so much
    /// of it being paid now. Returns the task.
    pub(in crate::store) fn follow_paper(
        &mut self,
        paper: &Paper,
        (before, paid): (Option<NaiveDate>, i64),
        words: Option<&dyn Wording>,
        now: DateTime<Utc>,
    ) -> Result<Option<Id<Task>>> {
        let wanted = Wanted {
            on: paper.awaited_on(paid),
            before,
            is_done: paper.kind == PaperKind::Invoice && paper.state.holds() && paid >= paper.total,
        };
        let title = words.map(|words| match paper.kind {
            PaperKind::Invoice => words.payment_task(paper),
            _ => words.renewal_task(paper),
        });
        let icon = match paper.kind {
            PaperKind::Invoice => "receipt",
            _ => "signature",
        };
        self.follow((paper, paper.task), &wanted, (title, icon), now)
    }

    /// The same for what a contract promises.
    pub(super) fn follow_obligation(
        &mut self,
        (paper, obligation): (&Paper, &Obligation),
        before: Option<NaiveDate>,
        words: Option<&dyn Wording>,
        now: DateTime<Utc>,
    ) -> Result<Option<Id<Task>>> {
        let wanted = Wanted {
            on: obligation.due_on.filter(|_| paper.state.is_alive()),
            before,
            is_done: false,
        };
        let title = words.map(|words| words.obligation_task(paper, obligation));
        let known = obligation.task;
        let task = self.follow((paper, known), &wanted, (title, "clipboard"), now)?;
        if let (None, Some(id), false) = (known, task, obligation.penalty.is_empty()) {
            let made = self.read().task(id)?;
            let plan = obligation.penalty.clone();
            self.save(&Task { plan, ..made })?;
        }
        Ok(task)
    }

    fn follow(
        &mut self,
        (paper, known): (&Paper, Option<Id<Task>>),
        wanted: &Wanted,
        (title, icon): (Option<String>, &str),
        now: DateTime<Utc>,
    ) -> Result<Option<Id<Task>>> {
        let Some(id) = known else {
            return match (wanted.on, title) {
                (Some(day), Some(title)) => self.give(paper, day, (title, icon)).map(Some),
                _ => Ok(None),
            };
        };
        // One that somebody has deleted stays so.
        let Some(task) = self.read().tasks(&[id])?.pop() else {
            return Ok(known);
        };
        match (task.state, wanted.on) {
            (State::Open, None) => {
                let state = match wanted.is_done {
                    true => State::Done,
                    false => State::Cancelled,
                };
                let result = self.good_result(&task, state)?;
                let finish = Finish {
                    result,
                    ..Finish::new(state)
                };
                self.finish_task(id, &finish, now)?;
            }
            (State::Open, Some(day)) if wanted.before != Some(day) => self.put_on(task, day)?,
            // Taken up again only where it is wanted anew: who has finished it by hand meant it.
            (State::Done | State::Lost | State::Cancelled, Some(day))
                if wanted.before.is_none() =>
            {
                self.reopen_task(id)?;
                let task = self.read().task(id)?;
                self.put_on(task, day)?;
            }
            _ => {}
        }
        Ok(known)
    }

    /// What the dictionary of its kind calls a step forward, for a task that is done by itself.
    fn good_result(&self, task: &Task, state: State) -> Result<Option<Id<TaskResult>>> {
        let (Some(kind), State::Done) = (task.kind, state) else {
            return Ok(None);
        };
        let results: Vec<TaskResult> = self.read().ask(
            "SELECT r.* FROM task_results r
              WHERE r.kind_id = $1 AND r.meaning = $2 AND r.deleted_by IS NULL
              ORDER BY r.position, r.id LIMIT 1",
            &[kind.to_value(), Meaning::Success.to_value()],
        )?;
        Ok(results.first().map(|result| result.id))
    }

    fn put_on(&mut self, mut task: Task, day: NaiveDate) -> Result<()> {
        task.set_start(Some(When::Day(day)));
        self.save(&task).map(drop)
    }

    /// Gives the task to who sees to the paper.
    fn give(
        &mut self,
        paper: &Paper,
        day: NaiveDate,
        (title, icon): (String, &str),
    ) -> Result<Id<Task>> {
        let author = self.read().who;
        let kinds: Vec<TaskKind> = self.read().ask(
            "SELECT k.* FROM task_kinds k WHERE k.icon = $1 AND k.deleted_by IS NULL
              ORDER BY k.position, k.id LIMIT 1",
            &[icon.into()],
        )?;
        let mut task = Task::new(Rank::Operation, title, author);
        task.kind = kinds.first().map(|kind| kind.id);
        task.client = Some(paper.client);
        task.contact = paper.contact;
        task.controller = paper.controller;
        task.set_start(Some(When::Day(day)));
        // Below its project where that is for the same client and still there.
        let projects = paper
            .project
            .map(|id| self.read().tasks(&[id]))
            .transpose()?;
        let project = projects.unwrap_or_default().pop();
        task.parent = project
            .filter(|project| project.client == task.client && project.state == State::Open)
            .map(|project| project.id);
        let leader = self.leader(paper)?;
        let whole = Assignment::new(task, leader);
        self.save_assignment(&whole, &whole)?;
        Ok(whole.task.id)
    }

    /// Who sees to a paper: its manager, else whose client it is, else who writes it.
    fn leader(&self, paper: &Paper) -> Result<Id<Employee>> {
        if let Some(manager) = paper.manager {
            return Ok(manager);
        }
        let rows = self.read().database.query(
            "SELECT v.owner_id FROM visible v WHERE v.employee_id = $1 AND v.client_id = $2",
            &[self.read().who.to_value(), paper.client.to_value()],
        )?;
        let owner: Option<Id<Employee>> =
            rows.first().map_or(Ok(None), |row| row.get("owner_id"))?;
        Ok(owner.unwrap_or(self.read().who))
    }

    /// Hands the task of a paper to those who see to it now.
    pub(super) fn hand_over(&mut self, base: &Paper, paper: &Paper) -> Result<()> {
        let is_same = base.manager == paper.manager && base.controller == paper.controller;
        let Some(task) = paper.task.filter(|_| !is_same) else {
            return Ok(());
        };
        let Some(mut task) = self.read().tasks(&[task])?.pop() else {
            return Ok(());
        };
        if let Some(manager) = paper.manager.filter(|_| base.manager != paper.manager) {
            self.assign_tasks(&[task.id], &[(manager, Degree::Leads)])?;
        }
        task.controller = paper.controller;
        self.save(&task).map(drop)
    }
}
