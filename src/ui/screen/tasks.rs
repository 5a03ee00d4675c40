//! The page of tasks: mine, and those I gave to others; narrowed, finished, moved, handed on.

mod deeds;
#[cfg(test)]
mod tests;
mod view;

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Duration, Utc};
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Action, Command, Context, Press, Wish, task};
use crate::domain::task::list::{Listed, Period, Whose};
use crate::domain::task::{Rank, State, TaskKind, When};
use crate::domain::text::fold;
use crate::domain::{Employee, Id, Operation, Task};
use crate::error::Result;
use crate::ui::widget::table::{self, Density, Step};

/// For how many days what was finished stays in the list.
const FINISHED_DAYS: i64 = 30;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct Tasks {
    whose: Whose,
    period: Period,
    kind: Option<Id<TaskKind>>,
    employee: Option<Id<Employee>>,
    needle: String,
    /// Whether what was finished lately is shown too.
    has_finished: bool,
    all: Option<Vec<Listed>>,
    /// What is shown, in its order: places among all.
    rows: Vec<usize>,
    selected: HashSet<Id<Task>>,
    chosen: Option<Id<Task>>,
    table: table::State,
    /// Whether it is asked to whom the tasks go.
    is_handing: bool,
    now: DateTime<Utc>,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// The tasks of that list were read.
    Loaded(Whose, Result<Vec<Listed>>),
    /// Another list is to be shown.
    Whose(Whose),
    /// Another period is to be shown.
    Period(Period),
    /// One kind alone is to be shown, or all.
    Kind(Option<Id<TaskKind>>),
    /// One colleague alone is to be shown, or all.
    Employee(Option<Id<Employee>>),
    /// Something was typed to narrow the list.
    Typed(String),
    /// What was finished lately is to be shown too, or not.
    Finished(bool),
    /// Something happened in the table.
    Table(table::Message),
    /// A new task is to be given.
    Add,
    /// The tasks end.
    Finish,
    /// The tasks are moved by so many days.
    Move(i64),
    /// It is asked to whom the tasks go, or no longer.
    Handing(bool),
    /// The tasks go to that colleague.
    HandTo(Id<Employee>),
    /// The tasks are to be deleted.
    Delete,
    /// No task is selected any more.
    Unselect,
    /// What became of what was written.
    Written(Operation, Result<BTreeSet<&'static str>>),
}

impl Tasks {
    /// A page nobody has looked at yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
    }

    /// Reads the tasks.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let whose = self.whose;
        let since = self
            .has_finished
            .then(|| Utc::now() - Duration::days(FINISHED_DAYS));
        let read = context
            .worker
            .read(move |reader| reader.listed_tasks(whose, since));
        Command::perform(read, move |tasks| Message::Loaded(whose, tasks))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(whose, Ok(all)) if whose == self.whose => {
                self.now = Utc::now();
                let ids: HashSet<_> = all.iter().map(|one| one.task.id).collect();
                self.selected.retain(|id| ids.contains(id));
                self.all = Some(all);
            }
            Message::Loaded(_, Ok(_late)) => return Action::none(),
            Message::Loaded(_, Err(error)) | Message::Written(_, Err(error)) => {
                return Action::wish(Wish::Fail(error));
            }
            Message::Whose(whose) => {
                self.whose = whose;
                self.selected.clear();
                self.table.restart();
                return Action::run(self.refresh(context));
            }
            Message::Finished(has_finished) => {
                self.has_finished = has_finished;
                return Action::run(self.refresh(context));
            }
            Message::Period(period) => self.period = period,
            Message::Kind(kind) => self.kind = kind,
            Message::Employee(employee) => self.employee = employee,
            Message::Typed(needle) => self.needle = needle,
            Message::Table(message) => return self.update_table(message),
            Message::Unselect => self.selected.clear(),
            Message::Handing(is_handing) => {
                self.is_handing = is_handing;
                return Action::none();
            }
            Message::Written(operation, Ok(changed)) => {
                return Action::wish(Wish::Done(operation, changed));
            }
            message => return self.carry_out(message, context),
        }
        self.lay_out(context);
        Action::none()
    }

    /// Which tasks are shown, and in which order: what is late first, then by day, at the end what
    /// has none and what is finished.
    fn lay_out(&mut self, context: &Context) {
        let Some(all) = &self.all else { return };
        let needle = fold(&self.needle);
        let is_meant = |one: &Listed| {
            let task = &one.task;
            let has_kind = self.kind.is_none_or(|kind| task.kind == Some(kind));
            let takes_part =
                |employee: Id<Employee>| one.people.iter().any(|one| one.employee == employee);
            let has_employee = self.employee.is_none_or(takes_part);
            let name = task::name(task, &context.catalog);
            let has_words = needle.is_empty()
                || fold(&name).contains(&needle)
                || fold(&one.client).contains(&needle);
            has_kind && has_employee && has_words && self.period.has(task, self.now)
        };
        let rows = all.iter().enumerate().filter(|(_, one)| is_meant(one));
        let mut rows: Vec<usize> = rows.map(|(at, _)| at).collect();
        rows.sort_by_key(|at| {
            let task = &all[*at].task;
            let day = task.due().or_else(|| task.start());
            let is_over = task.state != State::Open;
            let finished = std::cmp::Reverse(task.finished_at);
            (
                is_over,
                finished,
                day.is_none(),
                day.map(When::ends),
                task.id,
            )
        });
        self.rows = rows;
        let at = self.chosen.and_then(|id| self.row_of(id));
        let count = self.rows.len() as u64;
        self.table.set_cursor(at.map(|at| at as u64), count);
    }

    fn row_of(&self, id: Id<Task>) -> Option<usize> {
        let all = self.all.as_ref()?;
        self.rows.iter().position(|at| all[*at].task.id == id)
    }

    /// The task in a row.
    fn at(&self, row: u64) -> Option<&Listed> {
        let at = self.rows.get(usize::try_from(row).ok()?)?;
        self.all.as_ref()?.get(*at)
    }

    fn update_table(&mut self, message: table::Message) -> Action<Message> {
        let count = self.rows.len() as u64;
        let done = self.table.update(message, count);
        match done {
            table::Action::Press(row, _) => self.chosen = self.at(row).map(|one| one.task.id),
            table::Action::Open(row) => {
                let wish = self.at(row).map(|one| Wish::EditTask(one.task.id));
                return wish.map_or(Action::none(), Action::wish);
            }
            table::Action::Check(row, _) => {
                if let Some(id) = self.at(row).map(|one| one.task.id) {
                    self.toggle(id);
                }
            }
            table::Action::CheckAll => self.select_all(),
            _ => {}
        }
        Action::none()
    }

    fn toggle(&mut self, id: Id<Task>) {
        if !self.selected.remove(&id) {
            self.selected.insert(id);
        }
    }

    /// Selects all that is shown; where that is selected already, nothing.
    fn select_all(&mut self) {
        let all = self.all.iter().flatten();
        let all: Vec<&Listed> = all.collect();
        let ids: HashSet<_> = self.rows.iter().map(|at| all[*at].task.id).collect();
        match ids.is_subset(&self.selected) {
            true => self.selected.clear(),
            false => self.selected = ids,
        }
    }

    /// The selected tasks, else the one under the cursor.
    fn targets(&self) -> Vec<Id<Task>> {
        match self.selected.is_empty() {
            true => self.chosen.into_iter().collect(),
            false => self.selected.iter().copied().collect(),
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is_captured {
            return Action::none();
        }
        if press.is_command('a') {
            self.select_all();
            return Action::none();
        }
        let Key::Named(key) = press.key else {
            return Action::none();
        };
        let held = press.modifiers;
        let message = match key {
            Named::ArrowRight if held.alt() => Message::Move(1),
            Named::ArrowLeft if held.alt() => Message::Move(-1),
            Named::Enter if held.command() => Message::Finish,
            Named::Insert => Message::Add,
            Named::Delete => Message::Delete,
            Named::Escape if self.is_handing => Message::Handing(false),
            Named::Escape if !self.selected.is_empty() => Message::Unselect,
            Named::Escape => return Action::wish(Wish::Back),
            Named::Enter | Named::F2 => {
                let wish = self.chosen.map(Wish::EditTask);
                return wish.map_or(Action::none(), Action::wish);
            }
            Named::Space => {
                if let Some(id) = self.chosen {
                    self.toggle(id);
                }
                return Action::none();
            }
            _ => {
                if let Some(step) = Step::of_key(&press.key) {
                    let count = self.rows.len() as u64;
                    self.table.step(step, count);
                    let row = self.table.cursor();
                    let one = row.and_then(|row| self.at(row));
                    self.chosen = one.map(|one| one.task.id);
                }
                return Action::none();
            }
        };
        self.update(message, context)
    }

    fn draft(&self) -> task::Draft {
        task::Draft {
            employee: self.employee,
            kind: self.kind,
            ..task::Draft::new(Rank::Operation)
        }
    }
}
