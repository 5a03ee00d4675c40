//! The rows of working time, and the calendar they make.

use crate::domain::WorkCalendar;
use crate::domain::working_time::{Absence, COUNTRY, Country, SpecialDay, WorkingHours};
use crate::error::Result;
use crate::store::Reader;
use crate::store::record::record;

record! {
    Absence: plain "absences" [] {
        employee: "employee_id",
        kind: "kind",
        starts_on: "starts_on",
        ends_on: "ends_on",
        note: "note",
    }
}

record! {
    WorkingHours: plain "working_hours" [] {
        employee: "employee_id",
        weekday: "weekday",
        from_minute: "from_minute",
        to_minute: "to_minute",
    }
}

record! {
    SpecialDay: plain "special_days" [] {
        day: "day",
        kind: "kind",
        name: "name",
    }
}

impl Reader<'_> {
    /// The working calendar of the office and of everybody in it.
    pub fn work_calendar(self) -> Result<WorkCalendar> {
        let said = self.policy(COUNTRY)?;
        let country = said.and_then(|policy| Country::of_name(&policy.value));
        Ok(WorkCalendar::new(
            country.unwrap_or(Country::Russia),
            self.special_days()?,
            &self.working_hours()?,
            self.all_absences()?,
        ))
    }

    /// The absences of everybody, by their beginning.
    pub fn all_absences(self) -> Result<Vec<Absence>> {
        self.ask(
            "SELECT a.* FROM absences a WHERE a.deleted_by IS NULL ORDER BY a.starts_on, a.id",
            &[],
        )
    }
}
