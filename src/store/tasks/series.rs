//! Operations that repeat: made a year ahead, prolonged, changed together.

use chrono::NaiveDate;

use crate::domain::task::recurrence::Rule;
use crate::domain::task::series::horizon;
use crate::domain::task::{CheckItem, Participant, Series, State, Task};
use crate::domain::{Assignment, Id, Reminder};
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Record, Transaction};

impl Reader<'_> {
    /// The series that a task repeats in.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none.
    pub fn series(self, id: Id<Series>) -> Result<Series> {
        let found: Vec<Series> = self.ask(
            "SELECT s.* FROM task_series s WHERE s.id = $1 AND s.deleted_by IS NULL",
            &[id.to_value()],
        )?;
        let missing = Error::Missing(Series::TABLE.name);
        found.into_iter().next().ok_or(missing)
    }

    /// The later repetitions of a task that may be seen and are still to do, in their order.
    pub fn following(self, task: &Task) -> Result<Vec<Task>> {
        let Some(series) = task.series else {
            return Ok(Vec::new());
        };
        let mut found: Vec<Task> = self.ask(
            "SELECT t.* FROM visible_tasks t
              WHERE t.viewer_id = $1 AND t.series_id = $2 AND t.state = 'open'",
            &[self.who.to_value(), series.to_value()],
        )?;
        found.retain(|one| one.id != task.id && one.day() >= task.day());
        found.sort_by_key(|one| (one.day(), one.id));
        Ok(found)
    }
}

impl Transaction<'_> {
    /// Has a task that may be seen repeat by another rule from its day on, or no longer: later
    /// repetitions that are still to do go away, those of the new rule are made a year ahead. A task
    /// without a day begins today. Returns how many were made.
    ///
    /// # Errors
    /// [`Error::Missing`] where it may not be seen.
    pub fn repeat_task(
        &mut self,
        id: Id<Task>,
        rule: Option<&Rule>,
        today: NaiveDate,
    ) -> Result<usize> {
        let mut first = self.read().assignment(id)?;
        self.end_series(&first.task)?;
        let starts_on = first.task.day().unwrap_or(today);
        if first.task.day().is_none() {
            first.task.move_to_day(starts_on);
        }
        let series = rule.map(|rule| Series::new(rule, starts_on));
        if let Some(series) = &series {
            self.save(series)?;
        }
        first.task.series = series.as_ref().map(|series| series.id);
        first.task.version = self.save(&first.task)?;
        match series {
            Some(series) => self.make_until(series, &first, horizon(today)),
            None => Ok(0),
        }
    }

    /// Ends the series of a task before its day: what comes later and is still to do goes away.
    fn end_series(&mut self, task: &Task) -> Result<()> {
        let Some(series) = task.series else {
            return Ok(());
        };
        for later in self.read().following(task)? {
            self.delete(&later)?;
        }
        self.cap_series(self.read().series(series)?, task)
    }

    fn cap_series(&mut self, mut series: Series, task: &Task) -> Result<()> {
        let rule = series.rule().zip(task.day());
        if let Some((rule, day)) = rule {
            series.rule = rule.until_before(day).to_string();
            self.save(&series)?;
        }
        Ok(())
    }

    /// Makes the repetitions of a series that are none yet, like `like`, up to a day.
    fn make_until(
        &mut self,
        mut series: Series,
        like: &Assignment,
        last: NaiveDate,
    ) -> Result<usize> {
        let days = series.days_until(last);
        let reminders = self.own_reminders(like.task.id)?;
        for day in &days {
            let repeated = like.repeated_on(*day);
            self.save(&repeated.task)?;
            self.change_rows(&[], &copies(&reminders, repeated.task.id))?;
            self.change_rows(&[], &repeated.participants)?;
            self.change_rows(&[], &repeated.items)?;
        }
        series.made_until = series.made_until.max(last);
        series.version = series.version.max(1); // one that was made just now
        self.save(&series)?;
        Ok(days.len())
    }

    /// Saves a repetition that was read as `base` and edited into `mine`, and what was changed in
    /// it on all later ones that are still to do. Where it was moved to another day the rule moves
    /// along. Returns how many followed.
    ///
    /// # Errors
    /// As [`Self::save_assignment`].
    pub fn save_following(&mut self, base: &Assignment, mine: &Assignment) -> Result<usize> {
        let following = self.read().following(&base.task)?;
        let mut mine = mine.clone();
        let days = base.task.day().zip(mine.task.day());
        let moved = days.filter(|(from, to)| from != to);
        let moved_to = match (base.task.series, moved) {
            (Some(series), Some(days)) => self.split_series(series, &base.task, days)?,
            _ => None,
        };
        mine.task.series = moved_to.or(mine.task.series);
        self.save_assignment(base, &mine)?;
        for later in &following {
            let known = self.read().assignment(later.id)?;
            let mut followed = known.follow(base, &mine);
            followed.task.series = moved_to.or(followed.task.series);
            self.save_assignment(&known, &followed)?;
        }
        Ok(following.len())
    }

    /// Gives all later repetitions of a task that are still to do the reminders it has itself.
    ///
    /// # Errors
    /// [`Error::Missing`] where it may not be seen.
    pub fn remind_following(&mut self, id: Id<Task>) -> Result<()> {
        let task = self.read().task(id)?;
        let reminders = self.own_reminders(id)?;
        for later in self.read().following(&task)? {
            let known = self.own_reminders(later.id)?;
            self.change_rows(&known, &copies(&reminders, later.id))?;
        }
        Ok(())
    }

    /// The reminders of a task, whoever may see it: the program repeats it by itself.
    fn own_reminders(&self, task: Id<Task>) -> Result<Vec<Reminder>> {
        self.read().ask(
            "SELECT r.* FROM reminders r
              WHERE r.task_id = $1 AND r.deleted_by IS NULL ORDER BY r.id",
            &[task.to_value()],
        )
    }

    /// Ends a series before the day of a task, and begins one with the rule moved from one day to
    /// another.
    fn split_series(
        &mut self,
        series: Id<Series>,
        task: &Task,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<Option<Id<Series>>> {
        let old = self.read().series(series)?;
        let Some(rule) = old.rule() else {
            return Ok(None);
        };
        let moved = rule.rest(old.starts_on, from).moved(from, to);
        let new = Series {
            made_until: (old.made_until + (to - from)).max(to),
            ..Series::new(&moved, to)
        };
        self.cap_series(old, task)?;
        self.save(&new)?;
        Ok(Some(new.id))
    }

    /// Deletes a repetition and all later ones that are still to do; the series ends before it.
    ///
    /// # Errors
    /// [`Error::Missing`] where it may not be seen.
    pub fn delete_following(&mut self, id: Id<Task>) -> Result<()> {
        let task = self.read().task(id)?;
        self.end_series(&task)?;
        self.delete_branch(id)
    }

    /// Makes more of every series that runs out, each like its newest repetition; a series whose
    /// newest one was called off or deleted has ended. Returns how many tasks were made.
    pub(crate) fn prolong_series(&mut self, today: NaiveDate) -> Result<usize> {
        let all: Vec<Series> = self.read().ask(
            "SELECT s.* FROM task_series s WHERE s.deleted_by IS NULL AND s.made_until < $1",
            &[horizon(today).to_value()],
        )?;
        let mut made = 0;
        for series in all.into_iter().filter(|one| one.is_running_out(today)) {
            let last = horizon(today);
            if series.days_until(last).is_empty() {
                continue;
            }
            if let Some(newest) = self.newest_of(&series)? {
                made += self.make_until(series, &newest, last)?;
            }
        }
        Ok(made)
    }

    /// The newest repetition, whoever may see it: the program goes on with it by itself.
    fn newest_of(&self, series: &Series) -> Result<Option<Assignment>> {
        let newest: Vec<Task> = self.read().ask(
            "SELECT t.* FROM tasks t WHERE t.series_id = $1 ORDER BY t.id DESC LIMIT 1",
            &[series.id.to_value()],
        )?;
        let living = "SELECT t.* FROM tasks t WHERE t.id = $1 AND t.deleted_by IS NULL";
        let Some(newest) = newest.first().map(|task| [task.id.to_value()]) else {
            return Ok(None);
        };
        let task = self.read().ask::<Task>(living, &newest)?.pop();
        let Some(task) = task.filter(|task| task.state != State::Cancelled) else {
            return Ok(None);
        };
        let participants: Vec<Participant> = self.read().ask(
            "SELECT p.* FROM task_participants p WHERE p.task_id = $1 AND p.deleted_by IS NULL
              ORDER BY p.id",
            &newest,
        )?;
        let items: Vec<CheckItem> = self.read().ask(
            "SELECT i.* FROM check_items i WHERE i.task_id = $1 AND i.deleted_by IS NULL
              ORDER BY i.position, i.id",
            &newest,
        )?;
        Ok(Some(Assignment {
            task,
            participants,
            items,
        }))
    }
}

/// The same reminders for another task, not yet saved.
fn copies(reminders: &[Reminder], task: Id<Task>) -> Vec<Reminder> {
    let copies = reminders.iter().map(|one| Reminder {
        minutes: one.minutes,
        result: one.result,
        ..Reminder::new(Some(task), one.audience, one.event)
    });
    copies.collect()
}
