//! Series: operations that repeat by a rule, each a task of its own.

#[cfg(test)]
mod tests;

use chrono::{DateTime, Duration, Local, Months, NaiveDate, Timelike, Utc};

use crate::domain::Id;
use crate::domain::task::recurrence::Rule;
use crate::domain::task::{Assignment, CheckItem, Participant, State, Task, When, at_minute};

/// A rule by which operations repeat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Which series.
    pub id: Id<Series>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// The rule, as RRULE of RFC 5545.
    pub rule: String,
    /// The first day.
    pub starts_on: NaiveDate,
    /// Repetitions up to this day are tasks already.
    pub made_until: NaiveDate,
}

/// How long before its horizon ends a series is prolonged: not every day anew.
const SLACK: Duration = Duration::days(30);

/// Up to which day repetitions are tasks already, seen from `today`: a year ahead.
pub fn horizon(today: NaiveDate) -> NaiveDate {
    today.checked_add_months(Months::new(12)).unwrap_or(today)
}

impl Series {
    /// A series that begins on a day, nothing of it made beyond that, not yet saved.
    pub fn new(rule: &Rule, starts_on: NaiveDate) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            rule: rule.to_string(),
            starts_on,
            made_until: starts_on,
        }
    }

    /// Its rule; `None` where a newer version wrote one that is not known here.
    pub fn rule(&self) -> Option<Rule> {
        Rule::read(&self.rule)
    }

    /// Whether more of it is to be made by `today`.
    pub fn is_running_out(&self, today: NaiveDate) -> bool {
        self.made_until + SLACK < horizon(today)
    }

    /// The days that are to become tasks up to a day, and are none yet.
    pub fn days_until(&self, last: NaiveDate) -> Vec<NaiveDate> {
        let Some(rule) = self.rule() else {
            return Vec::new();
        };
        let days = rule.days(self.starts_on);
        days.skip_while(|day| *day <= self.made_until)
            .take_while(|day| *day <= last)
            .collect()
    }
}

impl Task {
    /// The day it stands on in the calendar.
    pub fn day(&self) -> Option<NaiveDate> {
        Some(self.start().or_else(|| self.due())?.day())
    }

    /// Moves it to another day; what has a time of day keeps it, where the clock stands.
    pub fn move_to_day(&mut self, day: NaiveDate) {
        if let Some(moment) = self.starts_at {
            return self.move_to(When::At(at_minute(day, minute_of(moment))));
        }
        if self.starts_on.is_some() {
            return self.move_to(When::Day(day));
        }
        match self.due() {
            Some(When::At(moment)) => {
                self.set_due(Some(When::At(at_minute(day, minute_of(moment)))));
            }
            Some(When::Day(_)) => self.set_due(Some(When::Day(day))),
            None => self.set_start(Some(When::Day(day))),
        }
    }
}

/// The minute of the day of a moment, where the clock stands.
pub fn minute_of(moment: DateTime<Utc>) -> i64 {
    let local = moment.with_timezone(&Local);
    i64::from(local.hour() * 60 + local.minute())
}

impl Assignment {
    /// The same once more on another day: still to do, nothing ticked, not yet saved.
    pub fn repeated_on(&self, day: NaiveDate) -> Self {
        let mut task = Task {
            id: Id::generate(),
            version: 0,
            outcome: String::new(),
            result: None,
            reason: None,
            state: State::Open,
            finished_at: None,
            ..self.task.clone()
        };
        task.move_to_day(day);
        let participants = self.participants.iter();
        let items = self.items.iter();
        Self {
            participants: participants
                .map(|one| Participant::new(task.id, one.employee, one.degree))
                .collect(),
            items: items
                .map(|one| CheckItem::new(task.id, one.text.clone(), one.position))
                .collect(),
            task,
        }
    }

    /// A later repetition of `base` with what was changed in it to make `mine`: what is the same in
    /// both stays as it is here, and a new day moves this by as many days.
    pub fn follow(&self, base: &Self, mine: &Self) -> Self {
        let mut task = self.task.clone();
        carry(&base.task, &mine.task, &mut task);
        carry_time(&base.task, &mine.task, &mut task);
        Self {
            participants: self.follow_participants(base, mine),
            items: self.follow_items(base, mine),
            task,
        }
    }

    fn follow_participants(&self, base: &Self, mine: &Self) -> Vec<Participant> {
        let said = |one: &Participant| (one.employee, one.degree);
        if base
            .participants
            .iter()
            .map(said)
            .eq(mine.participants.iter().map(said))
        {
            return self.participants.clone();
        }
        let wanted = mine.participants.iter().map(|one| {
            let here = self.participants.iter();
            let known = here.clone().find(|known| known.employee == one.employee);
            let new = || Participant::new(self.task.id, one.employee, one.degree);
            Participant {
                degree: one.degree,
                ..known.cloned().unwrap_or_else(new)
            }
        });
        wanted.collect()
    }

    fn follow_items(&self, base: &Self, mine: &Self) -> Vec<CheckItem> {
        let said = |one: &CheckItem| one.text.clone();
        if base.items.iter().map(said).eq(mine.items.iter().map(said)) {
            return self.items.clone();
        }
        let wanted = (0..).zip(&mine.items).map(|(position, one)| {
            let known = self.items.iter().find(|known| known.text == one.text);
            let new = || CheckItem::new(self.task.id, one.text.clone(), position);
            CheckItem {
                position,
                ..known.cloned().unwrap_or_else(new)
            }
        });
        wanted.collect()
    }
}

/// Writes on `onto` what differs between `base` and `mine`, dates and what came of it left out.
fn carry(base: &Task, mine: &Task, onto: &mut Task) {
    macro_rules! carry {
        ($($field:ident),+) => {
            $(if base.$field != mine.$field {
                onto.$field.clone_from(&mine.$field);
            })+
        };
    }
    carry!(
        parent,
        client,
        contact,
        kind,
        title,
        plan,
        priority,
        minutes,
        place,
        medium,
        availability,
        controller,
        is_required
    );
}

/// Moves `onto` by as many days as `mine` was moved, and gives it the time of day of `mine`.
fn carry_time(base: &Task, mine: &Task, onto: &mut Task) {
    let same_due = (base.due_at, base.due_on) == (mine.due_at, mine.due_on);
    if base.start() == mine.start() && same_due {
        return;
    }
    let moved = base.day().zip(mine.day()).map(|(from, to)| to - from);
    let Some((day, moved)) = onto.day().zip(moved) else {
        return;
    };
    let Some(day) = day.checked_add_signed(moved) else {
        return;
    };
    // As `mine` stands, on the day of `onto`.
    let mut there = mine.clone();
    there.move_to_day(day);
    onto.set_start(there.start());
    (onto.due_at, onto.due_on) = (there.due_at, there.due_on);
}
