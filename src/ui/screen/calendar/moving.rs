//! Entries that are drawn, moved and stretched.

use chrono::{Duration, Local};

use super::{Action, Calendar, Command, Context, Message};
use crate::domain::calendar::Column;
use crate::domain::calendar::wall_clock::{place, shift};
use crate::domain::task::{When, at_minute};
use crate::domain::{Assignment, Employee, Id, Operation};
use crate::error::Error;
use crate::ui::screen::Wish;
use crate::ui::widget::time_grid;

/// The shortest that an entry is stretched to, in minutes.
const SHORTEST: i64 = 5;

/// What becomes of the time of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// When it begins.
    pub start: When,
    /// How long it lasts, in minutes; `None` as long as before.
    pub minutes: Option<i64>,
    /// Who takes part no longer, and who does instead.
    pub handed: Option<(Id<Employee>, Id<Employee>)>,
}

impl Calendar {
    /// Takes in what was drawn, moved or stretched in the columns.
    pub(super) fn update_time(
        &mut self,
        message: time_grid::Message,
        context: &Context,
    ) -> Action<Message> {
        match message {
            time_grid::Message::Drawn(column, from, to) => {
                let Some(column) = self.shown.columns.get(column) else {
                    return Action::none();
                };
                let start = When::At(at_minute(column.day, from));
                let employee = leader(column, context.me.id);
                self.begin(start, employee.map(|who| (who, to - from)), context)
            }
            time_grid::Message::Moved {
                entry,
                from,
                to,
                minutes,
            } => {
                let columns = &self.shown.columns;
                let Some((from, to)) = columns.get(from).zip(columns.get(to)) else {
                    return Action::none();
                };
                let days = (to.day - from.day).num_days();
                let handed = (from.employees != to.employees).then(|| {
                    let (from, to) = (from.employees.first(), to.employees.first());
                    from.copied().zip(to.copied())
                });
                self.move_entry(entry, (days, minutes), handed.flatten(), context)
            }
            time_grid::Message::Stretched {
                entry,
                is_end,
                minutes,
            } => self.stretch(entry, is_end, minutes, context),
            _ => Action::none(),
        }
    }

    /// Moves an entry by days and minutes on the clock, and from one employee to another.
    pub(super) fn move_entry(
        &mut self,
        entry: usize,
        (days, minutes): (i64, i64),
        handed: Option<(Id<Employee>, Id<Employee>)>,
        context: &Context,
    ) -> Action<Message> {
        let Some(known) = self.entry(entry) else {
            return Action::none();
        };
        let start = match known.when {
            When::Day(day) => When::Day(shift(day, days)),
            When::At(moment) => {
                let (day, minute) = place(&Local, moment);
                let total = minute + minutes;
                let day = shift(day, days + total.div_euclid(24 * 60));
                When::At(at_minute(day, total.rem_euclid(24 * 60)))
            }
        };
        let change = Change {
            start,
            minutes: None,
            handed,
        };
        self.change(entry, change, context)
    }

    /// Moves the beginning of an entry, or its end.
    pub(super) fn stretch(
        &mut self,
        entry: usize,
        is_end: bool,
        by: i64,
        context: &Context,
    ) -> Action<Message> {
        let Some(When::At(start)) = self.entry(entry).map(|known| known.when) else {
            return Action::none();
        };
        let lasts = self.entries()[entry].minutes();
        let (start, lasts) = match is_end {
            true => (start, lasts + by),
            false => (start + Duration::minutes(by), lasts - by),
        };
        let change = Change {
            start: When::At(start),
            minutes: Some(lasts.max(SHORTEST)),
            handed: None,
        };
        self.change(entry, change, context)
    }

    /// Shows the change at once, and writes it.
    fn change(&mut self, entry: usize, change: Change, context: &Context) -> Action<Message> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let Some(task) = self.entry(entry).and_then(|entry| entry.task) else {
            return Action::none();
        };
        if let Some(known) = self
            .data
            .as_mut()
            .and_then(|data| data.entries.get_mut(entry))
        {
            let lasts = match change.minutes {
                Some(minutes) => Duration::minutes(minutes),
                None => known.ends - known.when.begins(),
            };
            known.when = change.start;
            known.ends = change.start.begins() + lasts;
            if let Some((from, to)) = change.handed {
                known.employees.retain(|one| *one != from && *one != to);
                known.employees.push(to);
            }
        }
        self.selected = Some(task);
        self.derive(context);
        let catalog = context.catalog.clone();
        let written = context.worker.write(move |workspace| {
            let base = workspace.read().assignment(task)?;
            let mine = changed(&base, change);
            let clashes = workspace.read().clashes(&mine, &catalog)?;
            let operation = Operation::RescheduleTask;
            let outcome = workspace.transact(operation, |tx| tx.save_assignment(&base, &mine))?;
            Ok((outcome.changed, clashes))
        });
        Action::run(Command::perform(written, |written| {
            Message::Written(Operation::RescheduleTask, written)
        }))
    }
}

/// Who leads what is drawn in a column: who signed in, where that is one of them.
fn leader(column: &Column, me: Id<Employee>) -> Option<Id<Employee>> {
    let mine = column.employees.iter().find(|id| **id == me);
    mine.or(column.employees.first()).copied()
}

/// The task with its time changed.
fn changed(base: &Assignment, change: Change) -> Assignment {
    let mut mine = base.clone();
    match mine.task.start() {
        Some(_) => mine.task.move_to(change.start),
        // It stands where it is due.
        None => mine.task.set_due(Some(change.start)),
    }
    if change.minutes.is_some() {
        mine.task.minutes = change.minutes;
    }
    if let Some((from, to)) = change.handed {
        let takes_part = |who| mine.participants.iter().any(|one| one.employee == who);
        match takes_part(to) {
            true => mine.participants.retain(|one| one.employee != from),
            false => {
                let mut all = mine.participants.iter_mut();
                if let Some(one) = all.find(|one| one.employee == from) {
                    one.employee = to;
                }
            }
        }
    }
    mine
}
