//! When something begins or is due, and where the clock stands then.

use chrono::{DateTime, Days, Duration, Local, NaiveDate, TimeZone, Utc};

/// When something begins or is due: at a moment, or on a day without a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// On that day of the user's calendar.
    Day(NaiveDate),
    /// At that moment.
    At(DateTime<Utc>),
}

impl When {
    /// The day, where the clock stands.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::At(moment) => moment.with_timezone(&Local).date_naive(),
        }
    }

    /// Its first moment; of a day, midnight where the clock stands.
    pub fn begins(self) -> DateTime<Utc> {
        match self {
            Self::Day(day) => midnight(day),
            Self::At(moment) => moment,
        }
    }

    /// The first moment after it.
    pub fn ends(self) -> DateTime<Utc> {
        match self {
            Self::Day(day) => midnight(day.checked_add_days(Days::new(1)).unwrap_or(day)),
            Self::At(moment) => moment,
        }
    }

    /// Whether it lies in the past: a day does once it is over.
    pub fn is_past(self, now: DateTime<Utc>) -> bool {
        self.ends() < now
    }
}

/// Midnight at the beginning of a day, where the clock stands. Where the clocks are put forward
/// over midnight, it is the first moment that there is.
pub fn midnight(day: NaiveDate) -> DateTime<Utc> {
    at_minute(day, 0)
}

/// That minute of a day, where the clock stands; a minute that is skipped as the clocks are put
/// forward is the same time an hour later, of one that comes twice the first is meant.
pub fn at_minute(day: NaiveDate, minute: i64) -> DateTime<Utc> {
    let naive = day.and_time(chrono::NaiveTime::MIN) + Duration::minutes(minute);
    let found = Local.from_local_datetime(&naive).earliest();
    let found = found.or_else(|| {
        let later = naive + Duration::hours(1);
        Local.from_local_datetime(&later).earliest()
    });
    found.map_or_else(|| naive.and_utc(), |moment| moment.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_past_once_it_is_over() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 29).unwrap();
        let evening = at_minute(day, 23 * 60 + 59);
        assert!(!When::Day(day).is_past(evening));
        assert!(When::Day(day).is_past(evening + Duration::minutes(2)));
    }
}
