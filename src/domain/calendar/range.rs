//! The days that a calendar shows.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeZone, Utc, Weekday};

use crate::domain::calendar::wall_clock;
use crate::domain::profile::named;

/// The longest range that is shown at once, in days.
pub const LONGEST: u64 = 366;

named! {
    /// How much a calendar shows at once, and how.
    Scope {
        /// One day.
        Day = "day",
        /// Monday to Friday.
        WorkingWeek = "working-week",
        /// Monday to Sunday.
        Week = "week",
        /// A month, in whole weeks.
        Month = "month",
        /// The entries one under the other.
        List = "list",
    }
}

/// Days in a row, the first and the last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Range {
    /// The first day.
    pub first: NaiveDate,
    /// The last day; never before the first.
    pub last: NaiveDate,
}

impl Scope {
    /// What it shows around a day: that day, its week, its month. Of weekdays a Saturday and a Sunday
    /// have those of the week that comes.
    pub fn around(self, day: NaiveDate) -> Range {
        let week = day.week(Weekday::Mon);
        match self {
            Self::Day => Range::new(day, day),
            Self::WorkingWeek => {
                // At the weekend the week that comes is meant.
                let monday = match day.weekday() {
                    Weekday::Sat | Weekday::Sun => later(week.first_day(), 7),
                    _ => week.first_day(),
                };
                Range::new(monday, later(monday, 4))
            }
            Self::Week => Range::new(week.first_day(), week.last_day()),
            Self::Month | Self::List => {
                let first = day.with_day(1).unwrap_or(day);
                let next = first.checked_add_months(Months::new(1));
                let last = next.and_then(|next| next.pred_opt()).unwrap_or(day);
                Range::new(first, last)
            }
        }
    }

    /// The day that lies `steps` of its ranges away, backward where negative.
    pub fn step(self, day: NaiveDate, steps: i32) -> NaiveDate {
        let days = match self {
            Self::Day => 1,
            Self::WorkingWeek | Self::Week => 7,
            Self::Month | Self::List => {
                let months = Months::new(steps.unsigned_abs());
                let moved = match steps < 0 {
                    true => day.checked_sub_months(months),
                    false => day.checked_add_months(months),
                };
                return moved.unwrap_or(day);
            }
        };
        day.checked_add_signed(chrono::Duration::days(days * i64::from(steps)))
            .unwrap_or(day)
    }
}

impl Range {
    /// From one day to the other, in whichever order they come; at most a year.
    pub fn new(one: NaiveDate, other: NaiveDate) -> Self {
        let (first, last) = (one.min(other), one.max(other));
        Self {
            first,
            last: last.min(later(first, LONGEST - 1)),
        }
    }

    /// How many days it has.
    pub fn len(self) -> usize {
        usize::try_from((self.last - self.first).num_days() + 1).unwrap_or(1)
    }

    /// Never: a range has a day at least.
    pub fn is_empty(self) -> bool {
        false
    }

    /// Its days, one after the other.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.first.iter_days().take(self.len())
    }

    /// Whether a day belongs to it.
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The range of the same length `steps` lengths away, backward where negative.
    pub fn shifted(self, steps: i32) -> Self {
        let days = chrono::Duration::days(i64::try_from(self.len()).unwrap_or(1));
        let by = days * steps;
        let first = self.first.checked_add_signed(by);
        let last = self.last.checked_add_signed(by);
        first
            .zip(last)
            .map_or(self, |(first, last)| Self { first, last })
    }

    /// It with what is missing to whole weeks from Monday to Sunday.
    pub fn whole_weeks(self) -> Self {
        Self {
            first: self.first.week(Weekday::Mon).first_day(),
            last: self.last.week(Weekday::Mon).last_day(),
        }
    }

    /// From its first moment to the first one after it, as the clocks of a zone stand.
    pub fn moments<Tz: TimeZone>(self, zone: &Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        let begins = wall_clock::moment(zone, self.first, 0);
        (begins, wall_clock::moment(zone, later(self.last, 1), 0))
    }
}

/// So many days later.
fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
