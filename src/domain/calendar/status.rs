//! How an employee is taken: at this moment, and hour by hour.

use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};

use crate::domain::calendar::{Entry, wall_clock};
use crate::domain::task::{Availability, When};
use crate::domain::{Employee, Id};

/// What an employee is at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// Free, busy or not in the office.
    pub availability: Availability,
    /// Until when, where that is known: the end of what follows without a gap.
    pub until: Option<DateTime<Utc>>,
}

/// What an employee is at a moment, by the entries around it.
pub fn status(entries: &[Entry], employee: Id<Employee>, now: DateTime<Utc>) -> Status {
    let mut taken: Vec<&Entry> = entries
        .iter()
        .filter(|one| one.employees.contains(&employee) && one.availability != Availability::Free)
        .filter(|one| matches!(one.when, When::At(_)))
        .collect();
    taken.sort_by_key(|one| one.when.begins());
    let current = |one: &&&Entry| one.when.begins() <= now && now < one.ends;
    let Some(strongest) = taken
        .iter()
        .filter(current)
        .map(|one| one.availability)
        .max()
    else {
        return Status {
            availability: Availability::Free,
            until: None,
        };
    };
    let mut until = now;
    for one in taken.iter().filter(|one| one.availability == strongest) {
        if one.when.begins() <= until && one.ends > until {
            until = one.ends;
        }
    }
    Status {
        availability: strongest,
        until: Some(until),
    }
}

/// What the entries make of a day hour by hour, from one hour of it to another: the most that any
/// of them does; `None` where there is nothing.
pub fn busy_hours<Tz: TimeZone>(
    zone: &Tz,
    day: NaiveDate,
    hours: std::ops::Range<i64>,
    entries: &[&Entry],
) -> Vec<Option<Availability>> {
    hours
        .map(|hour| {
            let from = wall_clock::moment(zone, day, hour * 60);
            let to = from + Duration::hours(1);
            let meets = |one: &&&Entry| {
                matches!(one.when, When::At(_)) && one.when.begins() < to && one.ends > from
            };
            entries.iter().filter(meets).map(|one| strength(one)).max()
        })
        .map(|found| found.map(|(_, availability)| availability))
        .collect()
}

/// Who is not there counts for more than who is busy, and that for more than who is free.
fn strength(entry: &Entry) -> (u8, Availability) {
    let strength = match entry.availability {
        Availability::Free => 0,
        Availability::Busy => 1,
        Availability::Away => 2,
    };
    (strength, entry.availability)
}
