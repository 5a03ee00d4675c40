//! The tree of tasks: projects, their stages, their operations.

mod funnel;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::Id;
use crate::domain::task::{Rank, State, Task, When};

/// How many levels a tree has at most: a project, two of stages, operations.
pub const MOST_LEVELS: i64 = 4;

/// Why a task cannot stand where it was to be put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// It would stand in itself, or in a task below it.
    InItself,
    /// Nothing stands below an operation; a project stands in nothing; a stage stands in a project
    /// or a stage.
    WrongRank,
    /// The tree would have more levels than its project allows.
    TooDeep,
    /// One of the two is not in the tree, or no longer.
    Gone,
}

/// How a task stands; of a stage and a project it follows from what is below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Nothing of it has begun.
    Planned,
    /// An operation that begins today.
    Today,
    /// Something of it was done.
    Active,
    /// It is late by so many days, counted from 0.
    Overdue(i64),
    /// All of it was done.
    Done,
    /// The deal was lost.
    Lost,
    /// It is not to be done any more.
    Cancelled,
}

/// What is below a task.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many operations there are, those not counted that were called off.
    pub operations: usize,
    /// How many of them were finished.
    pub done: usize,
    /// The earliest beginning and the latest end.
    pub span: Option<(NaiveDate, NaiveDate)>,
}

impl Summary {
    /// How much was done, in percent; `None` where there is nothing to do.
    pub fn percent(&self) -> Option<usize> {
        (self.operations > 0).then(|| self.done * 100 / self.operations)
    }

    fn add(&mut self, task: &Task) {
        let start = task.start().or(task.due()).map(When::day);
        let end = task.due().or(task.start()).map(When::day);
        if let Some((start, end)) = start.zip(end) {
            let (first, last) = self.span.unwrap_or((start, end));
            self.span = Some((first.min(start), last.max(end)));
        }
        if task.rank == Rank::Operation && task.state != State::Cancelled {
            self.operations += 1;
            self.done += usize::from(task.state != State::Open);
        }
    }
}

/// The tasks of one client, or of one project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    all: Vec<Task>,
    places: HashMap<Id<Task>, usize>,
    /// The places of the tasks below each, in their order; under `None` those at the top.
    below: HashMap<Option<Id<Task>>, Vec<usize>>,
}

impl Tree {
    /// The tree of these tasks; one whose parent is not among them stands at the top.
    pub fn new(mut all: Vec<Task>) -> Self {
        all.sort_by_key(|task| (task.position, task.id));
        let places: HashMap<_, _> = (0..).zip(&all).map(|(at, task)| (task.id, at)).collect();
        let mut below: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, task) in all.iter().enumerate() {
            let parent = task.parent.filter(|parent| places.contains_key(parent));
            below.entry(parent).or_default().push(at);
        }
        Self { all, places, below }
    }

    /// Whether there is no task.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Every task, in no order to speak of.
    pub fn tasks(&self) -> &[Task] {
        &self.all
    }

    /// A task of the tree.
    pub fn get(&self, id: Id<Task>) -> Option<&Task> {
        self.places.get(&id).map(|at| &self.all[*at])
    }

    /// The tasks right below one, in their order; those at the top for `None`.
    pub fn children(&self, parent: Option<Id<Task>>) -> impl DoubleEndedIterator<Item = &Task> {
        let places = self.below.get(&parent).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.all[*at])
    }

    /// The rows of the tree from top to bottom, each with its depth, 0 at the top; what is below a
    /// task that is not `open` is left out.
    pub fn rows(&self, is_open: impl Fn(&Task) -> bool) -> Vec<(usize, &Task)> {
        let mut rows = Vec::new();
        let mut waiting: Vec<_> = self.children(None).rev().map(|task| (0, task)).collect();
        while let Some((depth, task)) = waiting.pop() {
            rows.push((depth, task));
            if is_open(task) {
                let below = self.children(Some(task.id)).rev();
                waiting.extend(below.map(|task| (depth + 1, task)));
            }
        }
        rows
    }

    /// The tasks above one, from its parent to the top.
    pub fn above(&self, id: Id<Task>) -> impl Iterator<Item = &Task> {
        let parent = |task: &Task| task.parent.and_then(|parent| self.get(parent));
        let first = self.get(id).and_then(parent);
        // A file that was damaged may hold a circle; ours do not.
        std::iter::successors(first, move |task| parent(task)).take(self.all.len())
    }

    /// The project a task belongs to; a project belongs to itself.
    pub fn project_of(&self, id: Id<Task>) -> Option<&Task> {
        let mut line = self.get(id).into_iter().chain(self.above(id));
        line.find(|task| task.rank == Rank::Project)
    }

    /// A task and everything below it, each before what is below it.
    pub fn branch(&self, id: Id<Task>) -> Vec<&Task> {
        let mut found = Vec::new();
        let mut waiting: Vec<_> = self.get(id).into_iter().collect();
        while let Some(task) = waiting.pop() {
            found.push(task);
            waiting.extend(self.children(Some(task.id)).rev());
        }
        found
    }

    /// What is below a task, and the task itself.
    pub fn summary(&self, id: Id<Task>) -> Summary {
        let mut summary = Summary::default();
        for task in self.branch(id) {
            summary.add(task);
        }
        summary
    }

    /// How a task stands at that moment. A stage is done once all below it is; it is late where it
    /// has a due date of its own that has passed, or an operation right below it is late.
    pub fn condition(&self, id: Id<Task>, now: DateTime<Utc>) -> Condition {
        let Some(task) = self.get(id) else {
            return Condition::Planned;
        };
        match task.state {
            State::Done => return Condition::Done,
            State::Lost => return Condition::Lost,
            State::Cancelled => return Condition::Cancelled,
            State::Open => {}
        }
        if task.rank == Rank::Operation {
            return condition_of(task, now);
        }
        let summary = self.summary(id);
        if task.rank == Rank::Stage && summary.operations > 0 && summary.done == summary.operations
        {
            return Condition::Done;
        }
        let late = self
            .children(Some(id))
            .filter(|below| below.rank == Rank::Operation);
        let late = late.chain([task]).filter_map(|task| days_late(task, now));
        match late.max() {
            Some(days) => Condition::Overdue(days),
            None if self.has_begun(id, &summary, now) => Condition::Active,
            None => Condition::Planned,
        }
    }

    fn has_begun(&self, id: Id<Task>, summary: &Summary, now: DateTime<Utc>) -> bool {
        let begins = |task: &Task| task.start().is_some_and(|start| start.begins() <= now);
        let is_working = |task: &Task| task.rank == Rank::Operation && begins(task);
        summary.done > 0 || self.branch(id).into_iter().any(is_working)
    }

    /// Puts a task below another, or at the top, before a sister or behind all of them. Returns
    /// the tasks that change: their parent, their place.
    ///
    /// # Errors
    /// [`Misplaced`] where it cannot stand there.
    pub fn place(
        &self,
        id: Id<Task>,
        parent: Option<Id<Task>>,
        before: Option<Id<Task>>,
    ) -> Result<Vec<Task>, Misplaced> {
        let task = self.get(id).ok_or(Misplaced::Gone)?;
        self.check_place(task, parent)?;
        let sisters = self.children(parent).filter(|sister| sister.id != id);
        let mut order: Vec<_> = sisters.collect();
        let at = order.iter().position(|sister| Some(sister.id) == before);
        order.insert(at.unwrap_or(order.len()), task);
        let moved = (0..).zip(order).map(|(position, task)| Task {
            parent: if task.id == id { parent } else { task.parent },
            position,
            ..task.clone()
        });
        Ok(moved
            .filter(|task| self.get(task.id) != Some(task))
            .collect())
    }

    /// Whether a task of the tree, or a new one, may stand below another.
    ///
    /// # Errors
    /// [`Misplaced`] says why not.
    pub fn check_place(&self, task: &Task, parent: Option<Id<Task>>) -> Result<(), Misplaced> {
        let Some(parent) = parent else {
            return match task.rank {
                Rank::Stage => Err(Misplaced::WrongRank),
                Rank::Project | Rank::Operation => Ok(()),
            };
        };
        let above = self.get(parent).ok_or(Misplaced::Gone)?;
        if task.rank == Rank::Project || above.rank == Rank::Operation {
            return Err(Misplaced::WrongRank);
        }
        let mut line = [above].into_iter().chain(self.above(parent));
        if line.any(|one| one.id == task.id) {
            return Err(Misplaced::InItself);
        }
        let levels = self.project_of(parent).and_then(|project| project.levels);
        let depth = 2 + count(self.above(parent)) + self.height(task);
        match depth > levels.unwrap_or(MOST_LEVELS) {
            true => Err(Misplaced::TooDeep),
            false => Ok(()),
        }
    }

    /// How many levels a task has below it; one is kept below a stage for its operations.
    fn height(&self, task: &Task) -> i64 {
        let below = self
            .children(Some(task.id))
            .map(|below| 1 + self.height(below));
        let least = i64::from(task.rank == Rank::Stage);
        below.max().unwrap_or(0).max(least)
    }
}

/// How an operation stands that is still to do.
fn condition_of(task: &Task, now: DateTime<Utc>) -> Condition {
    let today = When::At(now).day();
    match days_late(task, now) {
        Some(days) => Condition::Overdue(days),
        None if task.start().is_some_and(|start| start.day() == today) => Condition::Today,
        None if task.start().is_some_and(|start| start.day() < today) => Condition::Active,
        None => Condition::Planned,
    }
}

fn days_late(task: &Task, now: DateTime<Utc>) -> Option<i64> {
    let due = task.due().filter(|_| task.is_overdue(now))?;
    Some((When::At(now).day() - due.day()).num_days())
}

fn count<T>(all: impl Iterator<Item = T>) -> i64 {
    i64::try_from(all.count()).unwrap_or(i64::MAX)
}
