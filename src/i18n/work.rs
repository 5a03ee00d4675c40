//! Words for tasks: when they are, how long they last, how they stand.

use chrono::{Datelike, Local, NaiveDate};

use crate::domain::task::merge::Field;
use crate::domain::task::tree::Condition;
use crate::domain::task::{Availability, Degree, Meaning, Priority, Rank, When};
use crate::i18n::Locale;

impl Locale {
    /// A day or a moment in the local time of this computer: `29.06.2026`, `29.06.2026 10:00`.
    pub fn when(&self, when: When) -> String {
        match when {
            When::Day(day) => self.date(day),
            When::At(moment) => self.moment(moment),
        }
    }

    /// The same with its weekday before it: `пн, 29.06.2026 10:00`.
    pub fn weekday_and_when(&self, when: When) -> String {
        format!("{}, {}", self.weekday(when.day()), self.when(when))
    }

    /// The weekday of a day, short.
    pub fn weekday(&self, day: NaiveDate) -> String {
        let number = i64::from(day.weekday().number_from_monday());
        self.with("work-weekday", &[("day", number.into())])
    }

    /// A day or a moment as briefly as a list of this year needs it: `29 июн`, `29 июн, 10:00`; of
    /// another year with the year.
    pub fn when_short(&self, when: When, today: NaiveDate) -> String {
        let day = self.day_short(when.day(), today);
        match when {
            When::Day(_) => day,
            When::At(moment) => {
                let time = moment.with_timezone(&Local).format("%H:%M");
                format!("{day}, {time}")
            }
        }
    }

    /// A day without its year where that is this year's: `29 июн`, `29 июн 2027`.
    pub fn day_short(&self, day: NaiveDate, today: NaiveDate) -> String {
        let month = i64::from(day.month());
        let words = self.with(
            "work-day-short",
            &[
                ("day", day.day().to_string().into()),
                ("month", month.into()),
            ],
        );
        match day.year() == today.year() {
            true => words,
            false => format!("{words} {}", day.year()),
        }
    }

    /// How long something lasts: `1 ч 30 мин`; minutes are counted up to an hour.
    pub fn minutes(&self, minutes: i64) -> String {
        let (hours, minutes) = (minutes / 60, minutes % 60);
        let hours = (hours > 0).then(|| self.with("work-hours", &[("count", hours.into())]));
        let minutes = (minutes > 0 || hours.is_none())
            .then(|| self.with("work-minutes", &[("count", minutes.into())]));
        let parts: Vec<String> = hours.into_iter().chain(minutes).collect();
        parts.join(" ")
    }

    /// How much a task matters.
    pub fn priority(&self, priority: Priority) -> String {
        self.text(match priority {
            Priority::Low => "work-priority-low",
            Priority::Normal => "work-priority-normal",
            Priority::High => "work-priority-high",
        })
    }

    /// What a task makes of those who take part.
    pub fn availability(&self, availability: Availability) -> String {
        self.text(match availability {
            Availability::Busy => "work-busy",
            Availability::Free => "work-free",
            Availability::Away => "work-away",
        })
    }

    /// How much an employee takes part.
    pub fn degree(&self, degree: Degree) -> String {
        self.text(match degree {
            Degree::Leads => "work-leads",
            Degree::Assists => "work-assists",
            Degree::Informed => "work-informed",
        })
    }

    /// What a result means for the deal.
    pub fn meaning(&self, meaning: Meaning) -> String {
        self.text(match meaning {
            Meaning::Success => "work-success",
            Meaning::Neutral => "work-neutral",
            Meaning::Failure => "work-failure",
        })
    }

    /// What a task is in its tree; stages are told apart by their level, 1 right under the project.
    pub fn rank(&self, rank: Rank, level: usize) -> String {
        match rank {
            Rank::Project => self.text("work-project"),
            Rank::Stage => self.with("work-stage", &[("level", level.into())]),
            Rank::Operation => self.text("work-operation"),
        }
    }

    /// How a task stands.
    pub fn condition(&self, condition: Condition) -> String {
        self.text(match condition {
            Condition::Planned => "work-planned",
            Condition::Today => "work-today",
            Condition::Active => "work-active",
            Condition::Overdue(days) => {
                return self.with("work-overdue", &[("days", days.into())]);
            }
            Condition::Done => "work-done",
            Condition::Lost => "work-lost",
            Condition::Cancelled => "work-cancelled",
        })
    }

    /// A part of a task that is changed as a whole; of rows the word for any of them.
    pub fn task_field(&self, field: Field) -> String {
        self.text(match field {
            Field::Client => "task-client",
            Field::Kind => "task-kind",
            Field::Title => "task-title",
            Field::Plan => "task-plan",
            Field::Outcome => "task-outcome",
            Field::Reason => "task-reason",
            Field::Priority => "task-priority",
            Field::State => "task-state",
            Field::Start => "task-start",
            Field::Due => "task-due",
            Field::Place => "task-place",
            Field::Medium => "task-medium",
            Field::Availability => "task-availability",
            Field::Controller => "task-controller",
            Field::Levels => "task-levels",
            Field::Amount => "task-amount",
            Field::Expected => "task-expected",
            Field::Stage => "task-stage",
            Field::Required => "task-required",
            Field::Series => "task-series",
            Field::Participant(_) => "task-participant",
            Field::Item(_) => "task-item",
        })
    }
}
