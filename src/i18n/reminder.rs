//! Reminders, their prompts and how they are put off, in words.

use chrono::{Datelike, NaiveDate};

use super::Locale;
use crate::domain::Catalog;
use crate::domain::reminder::{Audience, Event, Prompt, Snooze};

const MINUTES_OF_HOUR: i64 = 60;
const MINUTES_OF_DAY: i64 = 24 * 60;

impl Locale {
    /// When a reminder comes: `15 min before the start`, `when it is overdue`.
    pub fn prompt(&self, prompt: Prompt, catalog: &Catalog) -> String {
        match prompt.event {
            Event::Start if prompt.minutes == 0 => self.text("reminder-at-start"),
            Event::Start => {
                let span = self.lead_time(prompt.minutes);
                self.with("reminder-before-start", &[("span", span.into())])
            }
            Event::Overdue => self.text("reminder-overdue"),
            Event::Finished => self.text("reminder-finished"),
            Event::Result => {
                let result = catalog.task_result(prompt.result);
                let name = result.map_or("—", |result| result.name.as_str());
                self.with("reminder-result", &[("result", name.into())])
            }
            Event::Never => self.text("reminder-never"),
        }
    }

    /// Whom a reminder is for.
    pub fn audience(&self, audience: Audience) -> String {
        self.text(match audience {
            Audience::Participants => "reminder-participants",
            Audience::Controller => "reminder-controller",
        })
    }

    /// For how long something is put off.
    pub fn snooze(&self, snooze: Snooze) -> String {
        match snooze {
            Snooze::Minutes(minutes) => self.lead_time(minutes),
            Snooze::Tomorrow => self.text("reminder-tomorrow"),
        }
    }

    /// A length of time, exactly: `15 min`, `1 h 5 min`, `2 days`.
    pub fn lead_time(&self, minutes: i64) -> String {
        let said = |key: &str, count: i64| self.with(key, &[("count", count.into())]);
        if minutes > 0 && minutes % MINUTES_OF_DAY == 0 {
            return said("notice-days", minutes / MINUTES_OF_DAY);
        }
        let (hours, rest) = (minutes / MINUTES_OF_HOUR, minutes % MINUTES_OF_HOUR);
        match (hours, rest) {
            (0, rest) => said("notice-minutes", rest),
            (hours, 0) => said("notice-hours", hours),
            (hours, rest) => {
                let rest = said("notice-minutes", rest);
                format!("{} {rest}", said("notice-hours", hours))
            }
        }
    }

    /// A day with its weekday: `Понедельник, 29 июня`, `Monday, 29 June`.
    pub fn day_of_week(&self, day: NaiveDate) -> String {
        let weekday = self.text(WEEKDAYS[day.weekday().num_days_from_monday() as usize]);
        format!("{weekday}, {}", self.day_of_month(day))
    }

    /// A day of a month: `29 июня`, `29 June`.
    pub fn day_of_month(&self, day: NaiveDate) -> String {
        format!("{} {}", day.day(), self.text(MONTHS[day.month0() as usize]))
    }
}

const WEEKDAYS: [&str; 7] = [
    "today-monday",
    "today-tuesday",
    "today-wednesday",
    "today-thursday",
    "today-friday",
    "today-saturday",
    "today-sunday",
];

const MONTHS: [&str; 12] = [
    "today-january",
    "today-february",
    "today-march",
    "today-april",
    "today-may",
    "today-june",
    "today-july",
    "today-august",
    "today-september",
    "today-october",
    "today-november",
    "today-december",
];
