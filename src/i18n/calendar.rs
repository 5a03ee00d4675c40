//! Words for the calendar: days and months as titles write them, times of day, ranges.

use chrono::{DateTime, Datelike, Local, NaiveDate, TimeZone, Utc};

use crate::domain::calendar::{Entry, Range, Scope};
use crate::domain::task::{Availability, When};
use crate::i18n::Locale;

impl Locale {
    /// The weekday as the head of a column writes it: `Пн`, `Mon`.
    pub fn weekday_short(&self, day: NaiveDate) -> String {
        let number = i64::from(day.weekday().number_from_monday());
        self.with("calendar-weekday-short", &[("day", number.into())])
    }

    /// The line of an entry that leads; of what may not be seen, that the time is taken.
    pub fn entry_heading(&self, entry: &Entry) -> String {
        match (entry.task, entry.availability) {
            (Some(_), _) => entry.heading().to_owned(),
            (None, Availability::Free) => self.text("calendar-hidden-free"),
            (None, _) => self.text("calendar-hidden"),
        }
    }

    /// When an entry is, as briefly as its days let: `10:00–11:30`.
    pub fn entry_time(&self, entry: &Entry) -> String {
        match entry.when {
            When::Day(_) => self.text("calendar-whole-day"),
            When::At(start) => {
                let is_of_day = entry.days(&Local).0 == entry.days(&Local).1;
                let end = match is_of_day {
                    true => self.clock(entry.ends),
                    false => self.day_and_clock(entry.ends),
                };
                format!("{}–{end}", self.clock(start))
            }
        }
    }

    /// The weekday in full: `Понедельник`, `Monday`.
    pub fn weekday_full(&self, day: NaiveDate) -> String {
        let number = i64::from(day.weekday().number_from_monday());
        self.with("calendar-weekday", &[("day", number.into())])
    }

    /// A day with its month in words: `29 июня`, `29 June`.
    pub fn day_and_month(&self, day: NaiveDate) -> String {
        format!("{} {}", day.day(), self.month_of_day(day))
    }

    /// The month of a day as it stands behind the day: `июня`, `June`.
    pub(super) fn month_of_day(&self, day: NaiveDate) -> String {
        let number = i64::from(day.month());
        self.with("calendar-month-of-day", &[("month", number.into())])
    }

    /// A month by itself: `Июнь 2026`, `June 2026`.
    pub fn month_and_year(&self, day: NaiveDate) -> String {
        let number = i64::from(day.month());
        let month = self.with("calendar-month", &[("month", number.into())]);
        format!("{month} {}", day.year())
    }

    /// Days in a row, as briefly as they can be told: `29 июня – 3 июля 2026`.
    pub fn days(&self, range: Range) -> String {
        let Range { first, last } = range;
        let year = last.year();
        let last_day = self.day_and_month(last);
        if first == last {
            return format!("{last_day} {year}");
        }
        let first_day = if first.year() != year {
            format!("{} {}", self.day_and_month(first), first.year())
        } else if first.month() != last.month() {
            self.day_and_month(first)
        } else {
            first.day().to_string()
        };
        format!("{first_day} – {last_day} {year}")
    }

    /// What a calendar shows, as its title: a day with its weekday, a month by its name.
    pub fn scope_title(&self, scope: Scope, range: Range) -> String {
        let is_whole = scope.around(range.first) == range;
        match scope {
            Scope::Day if is_whole => {
                format!("{}, {}", self.weekday_full(range.first), self.days(range))
            }
            Scope::Month | Scope::List if is_whole => self.month_and_year(range.first),
            _ => self.days(range),
        }
    }

    /// The time of day of a moment, where the clock stands: `14:05`.
    pub fn clock(&self, moment: DateTime<Utc>) -> String {
        self.clock_in(&Local, moment)
    }

    fn clock_in<Tz: TimeZone>(&self, zone: &Tz, moment: DateTime<Utc>) -> String {
        let time = moment.with_timezone(zone).naive_local().time();
        time.format("%-H:%M").to_string()
    }

    /// A minute of a day on the clock: `9:00`.
    pub fn minute_of_day(&self, minute: i64) -> String {
        format!("{}:{:02}", minute / 60, minute % 60)
    }

    /// A day and a time, briefly: `Чт 2 июля, 11:00`.
    pub fn day_and_clock(&self, moment: DateTime<Utc>) -> String {
        let day = moment.with_timezone(&Local).date_naive();
        format!(
            "{} {}, {}",
            self.weekday_short(day),
            self.day_and_month(day),
            self.clock(moment)
        )
    }

    /// How much a calendar shows at once.
    pub fn scope(&self, scope: Scope) -> String {
        self.text(match scope {
            Scope::Day => "calendar-day",
            Scope::WorkingWeek => "calendar-working-week",
            Scope::Week => "calendar-week",
            Scope::Month => "calendar-month-view",
            Scope::List => "calendar-list",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_range_is_told_as_briefly_as_it_can_be() {
        let russian = Locale::new(Language::Russian);
        let days = |from, to| russian.days(Range::new(day(from), day(to)));
        assert_eq!(days("2026-06-29", "2026-07-03"), "29 июня – 3 июля 2026");
        assert_eq!(days("2026-06-01", "2026-06-05"), "1 – 5 июня 2026");
        assert_eq!(
            days("2026-12-28", "2027-01-03"),
            "28 декабря 2026 – 3 января 2027"
        );
        assert_eq!(days("2008-06-30", "2008-06-30"), "30 июня 2008");
    }

    #[test]
    fn the_title_of_a_day_has_its_weekday_and_that_of_a_month_its_name() {
        let title = |language, scope: Scope, at| {
            Locale::new(language).scope_title(scope, scope.around(day(at)))
        };
        let sample = "2008-06-30";
        assert_eq!(
            title(Language::Russian, Scope::Day, sample),
            "Понедельник, 30 июня 2008"
        );
        assert_eq!(
            title(Language::English, Scope::Day, sample),
            "Monday, 30 June 2008"
        );
        assert_eq!(title(Language::Russian, Scope::Month, sample), "Июнь 2008");
        let own = Range::new(day("2008-06-30"), day("2008-07-02"));
        let locale = Locale::new(Language::Russian);
        assert_eq!(
            locale.scope_title(Scope::Month, own),
            "30 июня – 2 июля 2008"
        );
    }
}
