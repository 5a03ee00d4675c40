//! Notices in words: for the window, for the desktop, for the command line.

use chrono::{DateTime, Duration, Local, NaiveDate, Utc};

use crate::domain::Task;
use crate::domain::reminder::notice::Due;
use crate::domain::reminder::{Now, Occasion};
use crate::domain::task::{State, When};
use crate::i18n::Locale;
use crate::workspace::Alert;

/// So many notices are told one by one on the desktop; of more, the first stand in one.
pub const SEVERAL: usize = 3;
/// So many are named where many are told in one.
const NAMED: usize = 5;

/// A notice in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Why now: `In 20 minutes`, `2 days overdue`.
    pub headline: String,
    /// What it is about: the task, or the person.
    pub subject: String,
    /// When, with whom, where.
    pub detail: String,
}

impl Words {
    /// The words for a notice at that moment.
    pub fn of(alert: &Alert, now: Now, locale: &Locale) -> Self {
        Self {
            headline: headline(alert, now, locale),
            subject: subject(alert),
            detail: detail(alert, now, locale),
        }
    }

    /// All of it in one line.
    pub fn line(&self) -> String {
        let parts = [&self.headline, &self.subject, &self.detail];
        joined(parts.into_iter().cloned())
    }
}

/// Title and text of what is shown on the desktop: one for each of a few notices, one for many.
pub fn on_desktop(alerts: &[Alert], now: Now, locale: &Locale) -> Vec<(String, String)> {
    let words: Vec<_> = alerts
        .iter()
        .map(|alert| Words::of(alert, now, locale))
        .collect();
    if words.len() <= SEVERAL {
        let one = |words: Words| {
            let title = joined([words.headline, words.subject]);
            (title, words.detail)
        };
        return words.into_iter().map(one).collect();
    }
    let title = locale.with("notice-many", &[("count", words.len().into())]);
    let mut lines: Vec<_> = words.iter().take(NAMED).map(Words::line).collect();
    if words.len() > NAMED {
        let rest = words.len() - NAMED;
        lines.push(locale.with("notice-more", &[("count", rest.into())]));
    }
    vec![(title, lines.join("\n"))]
}

fn headline(alert: &Alert, now: Now, locale: &Locale) -> String {
    match (alert.notice.occasion, &alert.task) {
        (Occasion::Start, Some(task)) => match task.start().or_else(|| task.due()) {
            Some(when) => beginning(when, now, locale),
            None => String::new(),
        },
        (Occasion::Overdue, Some(task)) => match task.due() {
            Some(due) => {
                let late = lateness(due, now, locale);
                locale.with("notice-overdue", &[("span", late.into())])
            }
            None => String::new(),
        },
        (Occasion::Finished, Some(task)) if task.state == State::Lost => locale.text("notice-lost"),
        (Occasion::Finished, _) => locale.text("notice-finished"),
        (Occasion::Result, _) => {
            locale.with("notice-result", &[("result", alert.result.as_str().into())])
        }
        (Occasion::Given, _) => locale.text("notice-given"),
        (Occasion::Moved, _) => locale.text("notice-moved"),
        (Occasion::Birthday, _) => {
            let what = locale.text("notice-birthday");
            joined([day(due_on(alert), now, locale), what])
        }
        (Occasion::LifeEvent, _) => {
            let event = alert.life_event.as_ref();
            let kind = event.map_or(String::new(), |event| locale.event_kind(event.kind));
            joined([day(due_on(alert), now, locale), kind])
        }
        (Occasion::Start | Occasion::Overdue, None) => String::new(),
    }
}

fn subject(alert: &Alert) -> String {
    match alert.task {
        Some(_) => alert.title.clone(),
        None => alert.name.clone(),
    }
}

fn detail(alert: &Alert, now: Now, locale: &Locale) -> String {
    let Some(task) = &alert.task else {
        let note = alert.life_event.as_ref().map(|event| event.note.clone());
        return joined([note.unwrap_or_default(), alert.phone.clone()]);
    };
    joined([
        task.start()
            .or_else(|| task.due())
            .map_or(String::new(), |when| time(when, now, locale)),
        alert.name.clone(),
        alert.contact.clone(),
        reach(alert, task),
    ])
}

/// Where it is, else by which phone one reaches them.
fn reach(alert: &Alert, task: &Task) -> String {
    if task.place.is_empty() {
        alert.phone.clone()
    } else {
        task.place.clone()
    }
}

/// The day of what is due on a day.
fn due_on(alert: &Alert) -> NaiveDate {
    match alert.notice.due {
        Due::OnWall(time) => time.date(),
        Due::At(moment) => moment.naive_utc().date(),
    }
}

/// How far off a beginning is: `in 20 min`, `today`, `20 min ago`.
fn beginning(when: When, now: Now, locale: &Locale) -> String {
    let When::At(moment) = when else {
        return day(when.day(), now, locale);
    };
    let off = moment - now.at;
    if off.abs() < Duration::minutes(1) {
        return locale.text("notice-now");
    }
    let words = span(off.abs(), locale);
    let key = if off > Duration::zero() {
        "notice-in"
    } else {
        "notice-ago"
    };
    locale.with(key, &[("span", words.into())])
}

/// A length of time as one says it: `20 min`, `1 h 5 min`, `30 h`, `2 days`; after some hours
/// nobody counts the minutes.
pub fn span(length: Duration, locale: &Locale) -> String {
    // What begins in 19 minutes and 40 seconds begins in 20.
    let minutes = (length.num_seconds() + 30) / 60;
    let (key, count) = match minutes {
        ..180 => return locale.lead_time(minutes.max(1)),
        180..2880 => ("notice-hours", (minutes + 30) / 60),
        _ => ("notice-days", minutes / (24 * 60)),
    };
    locale.with(key, &[("count", count.into())])
}

/// How late something is: in days of the calendar; what was due today, in its largest whole unit.
pub fn lateness(due: When, now: Now, locale: &Locale) -> String {
    let day = match due {
        When::Day(day) => day,
        When::At(moment) => local(moment, now).date(),
    };
    match (now.local.date() - day).num_days() {
        days @ 1.. => locale.with("notice-days", &[("count", days.into())]),
        _ => span(now.at - due.ends(), locale),
    }
}

/// A day as one says it: `today`, `tomorrow`, else the date.
pub fn day(day: NaiveDate, now: Now, locale: &Locale) -> String {
    match (day - now.local.date()).num_days() {
        0 => locale.text("notice-today"),
        1 => locale.text("notice-tomorrow"),
        -1 => locale.text("notice-yesterday"),
        _ => locale.date(day),
    }
}

/// A time of today, else the day and the time.
fn time(when: When, now: Now, locale: &Locale) -> String {
    match when {
        When::Day(on) => day(on, now, locale),
        When::At(moment) => {
            let local = local(moment, now);
            let clock = local.format("%H:%M").to_string();
            if local.date() == now.local.date() {
                clock
            } else {
                format!("{} {clock}", day(local.date(), now, locale))
            }
        }
    }
}

/// What the clock on the wall says at a moment, by the zone that holds there.
fn local(moment: DateTime<Utc>, now: Now) -> chrono::NaiveDateTime {
    let here = moment.with_timezone(&Local).naive_local();
    // In a test the wall may be elsewhere than this computer.
    let is_here = now.at.with_timezone(&Local).naive_local() == now.local;
    if is_here {
        here
    } else {
        moment.naive_utc() + (now.local - now.at.naive_utc())
    }
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn lateness_counts_days_of_the_calendar() {
        let russian = Locale::new(Language::Russian);
        let monday = "2026-06-29T09:00:00"
            .parse::<chrono::NaiveDateTime>()
            .unwrap();
        let now = Now {
            at: monday.and_utc(),
            local: monday,
        };
        let told = |due: When| lateness(due, now, &russian);
        let friday = "2026-06-26".parse().unwrap();
        assert_eq!(told(When::Day(friday)), "3 дня");
        let saturday = "2026-06-27T18:00:00Z".parse().unwrap();
        assert_eq!(told(When::At(saturday)), "2 дня");
        let today = "2026-06-29T07:00:00Z".parse().unwrap();
        assert_eq!(told(When::At(today)), "2 ч");
    }

    #[test]
    fn a_length_of_time_is_told_as_one_says_it() {
        let russian = Locale::new(Language::Russian);
        let told = |minutes: i64| span(Duration::minutes(minutes), &russian);
        assert_eq!(told(20), "20 мин");
        assert_eq!(told(0), "1 мин");
        assert_eq!(told(65), "1 ч 5 мин");
        assert_eq!(told(120), "2 ч");
        assert_eq!(told(200), "3 ч");
        assert_eq!(told(3 * 24 * 60), "3 дня");
        let nearly = Duration::seconds(20 * 60 - 20);
        assert_eq!(span(nearly, &russian), "20 мин");
    }
}
