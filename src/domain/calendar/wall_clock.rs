//! Where a moment stands on the clock of a place: a day, and a minute of it.
//!
//! A day of the calendar always has 24 hours from top to bottom. On the two days of a year on which
//! clocks are changed an hour is missing or comes twice; entries stand where the clock on the wall
//! says, and none is drawn shorter than it lasts because of that.

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveTime, TimeZone, Timelike, Utc};

/// The minutes of a day on the clock.
pub const DAY: i64 = 24 * 60;

/// The part of something that falls on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The day.
    pub day: NaiveDate,
    /// The minute of the day at which it begins.
    pub from: i64,
    /// The minute of the day before which it ends; always after it begins.
    pub to: i64,
    /// Whether the whole begins with it.
    pub is_first: bool,
    /// Whether the whole ends with it.
    pub is_last: bool,
}

/// The day and the minute of it that the clock of a zone shows.
pub fn place<Tz: TimeZone>(zone: &Tz, moment: DateTime<Utc>) -> (NaiveDate, i64) {
    let local = moment.with_timezone(zone).naive_local();
    let minute = i64::from(local.num_seconds_from_midnight() / 60);
    (local.date(), minute)
}

/// The moment at which the clock of a zone shows a minute of a day. A minute that is left out as
/// clocks are put forward is the same an hour later; of one that comes twice the first is meant.
pub fn moment<Tz: TimeZone>(zone: &Tz, day: NaiveDate, minute: i64) -> DateTime<Utc> {
    let naive = day.and_time(NaiveTime::MIN) + Duration::minutes(minute);
    let found = zone.from_local_datetime(&naive).earliest();
    let later = || zone.from_local_datetime(&(naive + Duration::hours(1)));
    let found = found.or_else(|| later().earliest());
    found.map_or_else(|| naive.and_utc(), |moment| moment.to_utc())
}

/// What falls on each day of something that lasts from one moment to another.
pub fn pieces<Tz: TimeZone>(zone: &Tz, starts: DateTime<Utc>, ends: DateTime<Utc>) -> Vec<Piece> {
    let (first, from) = place(zone, starts);
    // What ends at midnight does not reach into the next day.
    let last = ends.max(starts + Duration::minutes(1)) - Duration::milliseconds(1);
    let last = place(zone, last).0.max(first);
    let days = first.iter_days().take_while(|day| *day <= last);
    days.map(|day| {
        let from = if day == first { from } else { 0 };
        let to = match day == last {
            true => end_on(zone, day, from, starts, ends),
            false => DAY,
        };
        Piece {
            day,
            from,
            to,
            is_first: day == first,
            is_last: day == last,
        }
    })
    .collect()
}

/// The minute before which something ends on its last day.
fn end_on<Tz: TimeZone>(
    zone: &Tz,
    day: NaiveDate,
    from: i64,
    starts: DateTime<Utc>,
    ends: DateTime<Utc>,
) -> i64 {
    let (end_day, minute) = place(zone, ends);
    let on_clock = if end_day > day { DAY } else { minute };
    let begins = starts.max(moment(zone, day, from));
    let lasts = (ends - begins).num_minutes().max(1);
    // Where the clocks went back meanwhile, it would end before it began.
    let end = if on_clock > from {
        on_clock
    } else {
        from + lasts
    };
    end.min(DAY)
}

/// The first and the last day of something that lasts from one moment to another.
pub fn days<Tz: TimeZone>(
    zone: &Tz,
    starts: DateTime<Utc>,
    ends: DateTime<Utc>,
) -> (NaiveDate, NaiveDate) {
    let first = place(zone, starts).0;
    let last = place(zone, ends - Duration::milliseconds(1)).0;
    (first, last.max(first))
}

/// So many days later, or earlier where negative.
pub fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    let moved = match u64::try_from(days) {
        Ok(days) => day.checked_add_days(Days::new(days)),
        Err(_) => day.checked_sub_days(Days::new(days.unsigned_abs())),
    };
    moved.unwrap_or(day)
}
