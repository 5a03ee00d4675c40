//! When people work: hours of a week, absences, days that are not as the calendar says.

mod calendar;

use chrono::NaiveDate;

pub use calendar::{COUNTRY, Country, Day, SHORTENED_BY, USUAL_HOURS, WorkCalendar};

use crate::domain::profile::named;
use crate::domain::{Employee, Id};

named! {
    /// Why an employee is absent.
    AbsenceKind {
        /// On leave.
        Leave = "leave",
        /// On a trip.
        Trip = "trip",
        /// Ill.
        Illness = "illness",
        /// For another reason.
        Other = "other",
    }
}

named! {
    /// How a day differs from what the production calendar says.
    DayKind {
        /// Nobody works.
        Holiday = "holiday",
        /// A day of work, though it falls on a weekend.
        Working = "working",
        /// A day of work that is an hour shorter.
        Short = "short",
    }
}

/// Days on which an employee does not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Which absence.
    pub id: Id<Absence>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose.
    pub employee: Id<Employee>,
    /// Why.
    pub kind: AbsenceKind,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// In words.
    pub note: String,
}

impl Absence {
    /// An absence from one day to another, both included, not yet saved.
    pub fn new(
        employee: Id<Employee>,
        kind: AbsenceKind,
        (starts_on, ends_on): (NaiveDate, NaiveDate),
    ) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            employee,
            kind,
            starts_on,
            ends_on,
            note: String::new(),
        }
    }
}

/// The hours of one weekday, of the office or of one employee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingHours {
    /// Which row.
    pub id: Id<WorkingHours>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose; `None` for everybody without hours of their own.
    pub employee: Option<Id<Employee>>,
    /// The weekday, 1 for Monday to 7 for Sunday (ISO 8601).
    pub weekday: i64,
    /// The first minute of work of the day, local.
    pub from_minute: i64,
    /// The minute after the last; not later than the first on a day off.
    pub to_minute: i64,
}

impl WorkingHours {
    /// The hours of a weekday from one minute of the day to another, not yet saved.
    pub fn new(
        employee: Option<Id<Employee>>,
        weekday: i64,
        (from_minute, to_minute): (i64, i64),
    ) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            employee,
            weekday,
            from_minute,
            to_minute,
        }
    }
}

/// A day that is not as the production calendar says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDay {
    /// Which row.
    pub id: Id<SpecialDay>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Which day.
    pub day: NaiveDate,
    /// How it differs.
    pub kind: DayKind,
    /// What it is called.
    pub name: String,
}

impl SpecialDay {
    /// A day that differs so, not yet saved.
    pub fn new(day: NaiveDate, kind: DayKind, name: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            day,
            kind,
            name: name.into(),
        }
    }
}
