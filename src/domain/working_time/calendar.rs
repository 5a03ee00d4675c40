//! The working calendar of the office: which days and hours are worked, by whom.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use holidays_ru::Federal;

use super::{Absence, DayKind, SpecialDay, WorkingHours};
use crate::domain::profile::named;
use crate::domain::{Employee, Id};

/// The hours of a working day as long as the office has not said otherwise: 9 to 18, the break
/// counted along.
pub const USUAL_HOURS: (i64, i64) = (9 * 60, 18 * 60);

/// By how many minutes a short day is shorter (Labour Code of Russia, article 95).
pub const SHORTENED_BY: i64 = 60;

/// How far a day of work is looked for, in days: who never works is not waited for.
const FAR: usize = 4000;

/// The name of the policy that says whose production calendar counts.
pub const COUNTRY: &str = "production-calendar";

named! {
    /// Whose production calendar counts.
    Country {
        /// That of Russia: feasts, moved and short days.
        Russia = "ru",
        /// None: only weekends are free, and what the office lists itself.
        Other = "none",
    }
}

/// Whose hours: those of an employee, or of the office.
type Whose = Option<Id<Employee>>;

/// From which minute of a day to which.
type Span = (i64, i64);

/// What a day is before anybody's hours are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// As the hours of its weekday say.
    Usual,
    /// As they say, but an hour shorter.
    Short,
    /// Worked, though its weekday may be free.
    Working,
    /// Nobody works.
    Holiday,
}

/// Which days and hours are worked: the production calendar, the days that differ from it, the
/// hours of the office and of employees, absences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkCalendar {
    country: Country,
    special: HashMap<NaiveDate, SpecialDay>,
    hours: HashMap<(Whose, i64), Span>,
    absences: HashMap<Id<Employee>, Vec<Absence>>,
}

impl Default for WorkCalendar {
    fn default() -> Self {
        Self::new(Country::Russia, Vec::new(), &[], Vec::new())
    }
}

impl WorkCalendar {
    /// The calendar that these make.
    pub fn new(
        country: Country,
        special: Vec<SpecialDay>,
        hours: &[WorkingHours],
        absences: Vec<Absence>,
    ) -> Self {
        let span = |row: &WorkingHours| (row.from_minute, row.to_minute);
        let mut of_employees: HashMap<_, Vec<_>> = HashMap::new();
        for absence in absences {
            let known = of_employees.entry(absence.employee).or_default();
            known.push(absence);
        }
        Self {
            country,
            special: special.into_iter().map(|row| (row.day, row)).collect(),
            hours: hours
                .iter()
                .map(|row| ((row.employee, row.weekday), span(row)))
                .collect(),
            absences: of_employees,
        }
    }

    /// Whose production calendar counts.
    pub fn country(&self) -> Country {
        self.country
    }

    /// What a day is before anybody's hours are looked at.
    pub fn day(&self, day: NaiveDate) -> Day {
        match self.special.get(&day).map(|special| special.kind) {
            Some(DayKind::Holiday) => Day::Holiday,
            Some(DayKind::Working) => Day::Working,
            Some(DayKind::Short) => Day::Short,
            None if self.country == Country::Russia => russian(day),
            None => Day::Usual,
        }
    }

    /// What the office says of a day that differs; `None` of every other.
    pub fn special_day(&self, day: NaiveDate) -> Option<&SpecialDay> {
        self.special.get(&day)
    }

    /// Whether the office works that day.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        self.hours(None, day).is_some()
    }

    /// Whether somebody works that day: no free day, no absence.
    pub fn works(&self, employee: Id<Employee>, day: NaiveDate) -> bool {
        self.hours(Some(employee), day).is_some()
    }

    /// The absence of an employee that a day falls into.
    pub fn absence(&self, employee: Id<Employee>, day: NaiveDate) -> Option<&Absence> {
        let mut known = self.absences.get(&employee)?.iter();
        known.find(|one| one.starts_on <= day && day <= one.ends_on)
    }

    /// From which minute of the day to which an employee works, or the office; `None` on a day that
    /// is free, or of absence.
    pub fn hours(&self, employee: Option<Id<Employee>>, day: NaiveDate) -> Option<(i64, i64)> {
        if employee.is_some_and(|who| self.absence(who, day).is_some()) {
            return None;
        }
        let weekday = i64::from(day.weekday().number_from_monday());
        let usual = self.hours_of(employee, weekday);
        let (from, to) = match self.day(day) {
            Day::Holiday => return None,
            Day::Usual => usual,
            Day::Short => shortened(usual),
            // A Saturday that is worked for once is worked as a Monday is.
            Day::Working if usual.0 < usual.1 => usual,
            Day::Working => self.hours_of(employee, 1),
        };
        (from < to).then_some((from, to))
    }

    /// How many minutes an employee works that day, or the office; breaks are counted along.
    pub fn minutes(&self, employee: Option<Id<Employee>>, day: NaiveDate) -> i64 {
        self.hours(employee, day).map_or(0, |(from, to)| to - from)
    }

    /// The day so many working days of an employee, or of the office, after `day`; of 0 the day
    /// itself where it is worked, else the next that is.
    pub fn later(&self, employee: Option<Id<Employee>>, day: NaiveDate, days: i64) -> NaiveDate {
        let works = |day: &NaiveDate| self.hours(employee, *day).is_some();
        let mut worked = day.iter_days().take(FAR).filter(works);
        let Some(first) = worked.next() else {
            return day;
        };
        // Counted from a free day, the first working day after it is one day later already.
        let left = if first > day { days - 1 } else { days };
        let left = usize::try_from(left).unwrap_or(0);
        if left == 0 {
            return first;
        }
        worked.take(left).last().unwrap_or(first)
    }

    /// How many working days of an employee, or of the office, lie between two days, the last
    /// counted: so many days [`Self::later`] it is.
    pub fn days_between(
        &self,
        employee: Option<Id<Employee>>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> i64 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        let worked = days
            .take(FAR)
            .filter(|day| self.hours(employee, *day).is_some());
        i64::try_from(worked.count()).unwrap_or(i64::MAX)
    }

    /// The hours of a weekday, 1 for Monday, of an employee or of the office; the second not later
    /// than the first on a day off.
    pub fn weekday_hours(&self, employee: Option<Id<Employee>>, weekday: i64) -> (i64, i64) {
        self.hours_of(employee, weekday)
    }

    fn hours_of(&self, employee: Option<Id<Employee>>, weekday: i64) -> (i64, i64) {
        let own = self.hours.get(&(employee, weekday));
        let said = own.or_else(|| self.hours.get(&(None, weekday)));
        said.copied().unwrap_or(match weekday {
            1..=5 => USUAL_HOURS,
            _ => (0, 0),
        })
    }
}

fn shortened((from, to): (i64, i64)) -> (i64, i64) {
    (from, to - SHORTENED_BY)
}

/// What the production calendar of Russia says: official up to the year it was published for, then
/// as the Labour Code lets expect.
fn russian(day: NaiveDate) -> Day {
    let month_and_day = (u8::try_from(day.month()), u8::try_from(day.day()));
    let (Ok(month), Ok(of_month)) = month_and_day else {
        return Day::Usual;
    };
    let known = holidays_ru::flags_ymd::<Federal>(day.year(), month, of_month);
    let Some(flags) = known.map(holidays_ru::Resolved::value) else {
        return Day::Usual;
    };
    if flags.is_working_day() {
        return match (flags.is_weekend(), flags.is_short_day()) {
            (true, _) => Day::Working,
            (false, true) => Day::Short,
            (false, false) => Day::Usual,
        };
    }
    // A plain weekend is left to the hours: some work on Saturdays.
    match flags.is_weekend() && !flags.is_holiday() {
        true => Day::Usual,
        false => Day::Holiday,
    }
}
