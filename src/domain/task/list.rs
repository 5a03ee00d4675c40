//! Lists of tasks: whose they are, and what may be asked of them.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::domain::task::series::minute_of;
use crate::domain::task::{Participant, Task, When, at_minute};

/// Whose tasks a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Whose {
    /// Those I take part in.
    #[default]
    Mine,
    /// Those I gave to others.
    Given,
}

/// A task in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The task.
    pub task: Task,
    /// What its client is called; empty where there is none or it may not be seen.
    pub client: String,
    /// Who takes part, the one who leads first.
    pub people: Vec<Participant>,
}

/// Which of the open tasks are meant, by their day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Period {
    /// Every one.
    #[default]
    All,
    /// Those that are late.
    Overdue,
    /// Those of today.
    Today,
    /// Those of today and the six days after.
    Week,
    /// Those without a day.
    Undated,
}

impl Period {
    /// Every period, in the order they are offered.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::Overdue,
        Self::Today,
        Self::Week,
        Self::Undated,
    ];

    /// Whether a task belongs to it at that moment.
    pub fn has(self, task: &Task, now: DateTime<Utc>) -> bool {
        let today = When::At(now).day();
        let day = task.start().or_else(|| task.due()).map(When::day);
        let within =
            |days: i64| day.is_some_and(|day| (0..days).contains(&(day - today).num_days()));
        match self {
            Self::All => true,
            Self::Overdue => task.is_overdue(now),
            Self::Today => within(1),
            Self::Week => within(7),
            Self::Undated => day.is_none(),
        }
    }
}

impl Task {
    /// Moves it by so many days, at the same time of day; one without a day from `today` on.
    pub fn move_by(&mut self, days: i64, today: NaiveDate) {
        let later = |when: When| {
            let day = when
                .day()
                .checked_add_signed(Duration::days(days))
                .unwrap_or(when.day());
            match when {
                When::Day(_) => When::Day(day),
                When::At(moment) => When::At(at_minute(day, minute_of(moment))),
            }
        };
        match (self.start(), self.due()) {
            (Some(start), _) => self.move_to(later(start)),
            (None, Some(due)) => self.set_due(Some(later(due))),
            (None, None) => self.move_to(later(When::Day(today))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use crate::domain::task::Rank;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn task() -> Task {
        Task::new(Rank::Operation, "Звонок", Id::generate())
    }

    #[test]
    fn a_moved_task_keeps_its_time_of_day() {
        let mut call = task();
        call.set_start(Some(When::At(at_minute(day("2026-06-29"), 600))));
        call.move_by(3, day("2026-06-29"));
        assert_eq!(
            call.start(),
            Some(When::At(at_minute(day("2026-07-02"), 600)))
        );
    }

    #[test]
    fn a_due_date_alone_is_moved_and_what_has_no_day_begins_then() {
        let mut offer = task();
        offer.set_due(Some(When::Day(day("2026-06-29"))));
        offer.move_by(-1, day("2026-06-29"));
        assert_eq!(offer.due(), Some(When::Day(day("2026-06-28"))));
        let mut idea = task();
        idea.move_by(1, day("2026-06-29"));
        assert_eq!(idea.start(), Some(When::Day(day("2026-06-30"))));
    }

    #[test]
    fn periods_go_by_the_day() {
        let now = at_minute(day("2026-06-29"), 600);
        let mut call = task();
        assert!(Period::Undated.has(&call, now) && !Period::Week.has(&call, now));
        call.set_start(Some(When::Day(day("2026-07-05"))));
        assert!(Period::Week.has(&call, now) && !Period::Today.has(&call, now));
        call.set_start(Some(When::Day(day("2026-06-28"))));
        assert!(Period::Overdue.has(&call, now) && !Period::Week.has(&call, now));
    }
}
