//! What a calendar shows of some employees: entries, absences, hours of work.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Local, Utc};

use crate::domain::calendar::{Entry, Range};
use crate::domain::name::Person;
use crate::domain::working_time::{Absence, SpecialDay, WorkingHours};
use crate::domain::{Catalog, Employee, Id, Task};
use crate::error::Result;
use crate::store::agenda::Appointment;
use crate::store::{Column, Reader, tasks};

/// What a calendar shows of some employees in a range of days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// What stands in it, by its beginning; a task several of them take part in stands there once.
    pub entries: Vec<Entry>,
    /// Absences of these employees that touch the range, by their beginning.
    pub absences: Vec<Absence>,
    /// The hours of the office and of everybody.
    pub hours: Vec<WorkingHours>,
    /// Days that are not as the production calendar says, in their order.
    pub special_days: Vec<SpecialDay>,
}

impl Reader<'_> {
    /// What stands in the calendars of some employees on these days of the local clock. Tasks that
    /// may not be seen are there as time that is taken, without a word.
    pub fn calendar(
        self,
        employees: &[Id<Employee>],
        range: Range,
        catalog: &Catalog,
    ) -> Result<Calendar> {
        let moments = range.moments(&Local);
        Ok(Calendar {
            entries: self.calendar_entries(employees, moments, catalog)?,
            absences: self.absences(employees, range)?,
            hours: self.working_hours()?,
            special_days: self.special_days()?,
        })
    }

    /// What stands in the calendars of some employees from one moment to another, by its beginning.
    pub fn calendar_entries(
        self,
        employees: &[Id<Employee>],
        moments: (DateTime<Utc>, DateTime<Utc>),
        catalog: &Catalog,
    ) -> Result<Vec<Entry>> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut known: HashMap<Id<Task>, usize> = HashMap::new();
        for appointment in self.appointments(employees, moments)? {
            if let Some(at) = known.get(&appointment.task.id) {
                entries[*at].employees.push(appointment.employee);
                continue;
            }
            let Some(entry) = entry(&appointment, catalog) else {
                continue;
            };
            known.insert(appointment.task.id, entries.len());
            entries.push(entry);
        }
        entries.extend(self.hidden_times(employees, moments)?);
        let order: BTreeMap<_, _> = employees.iter().zip(0..).collect();
        for entry in &mut entries {
            entry.employees.sort_by_key(|employee| order.get(employee));
        }
        entries.sort_by_key(|entry| (entry.when.begins(), entry.task));
        Ok(entries)
    }

    /// The absences of some employees that touch a range, by their beginning.
    pub fn absences(self, employees: &[Id<Employee>], range: Range) -> Result<Vec<Absence>> {
        self.ask(
            "SELECT b.* FROM json_each($1) j JOIN absences b ON b.employee_id = j.value
              WHERE b.deleted_by IS NULL AND b.starts_on <= $2 AND b.ends_on >= $3
              ORDER BY b.starts_on, b.id",
            &[
                tasks::list(employees),
                range.last.to_value(),
                range.first.to_value(),
            ],
        )
    }

    /// The hours of the office and of everybody, by weekday.
    pub fn working_hours(self) -> Result<Vec<WorkingHours>> {
        self.ask(
            "SELECT h.* FROM working_hours h WHERE h.deleted_by IS NULL
              ORDER BY h.employee_id, h.weekday, h.from_minute, h.id",
            &[],
        )
    }

    /// The days that are not as the production calendar says, in their order.
    pub fn special_days(self) -> Result<Vec<SpecialDay>> {
        self.ask(
            "SELECT s.* FROM special_days s WHERE s.deleted_by IS NULL ORDER BY s.day, s.id",
            &[],
        )
    }
}

/// What a calendar shows of an appointment; `None` for one without a time.
fn entry(appointment: &Appointment, catalog: &Catalog) -> Option<Entry> {
    let Appointment { task, .. } = appointment;
    let kind = catalog.task_kind(task.kind);
    let kind = kind.map(|kind| kind.name.clone()).unwrap_or_default();
    let result = catalog.task_result(task.result);
    let result = result.map_or(&task.outcome, |result| &result.name);
    let contact = match appointment.contact.is_empty() {
        true => String::new(),
        false => Person::parse(&appointment.contact).short(),
    };
    Some(Entry {
        task: Some(task.id),
        employees: vec![appointment.employee],
        when: appointment.when()?,
        ends: appointment.ends()?,
        availability: task.availability,
        state: task.state,
        title: match task.title == kind {
            true => String::new(),
            false => task.title.clone(),
        },
        kind,
        client_id: task.client.filter(|_| !appointment.client.is_empty()),
        client: appointment.client.clone(),
        contact,
        place: task.place.clone(),
        phone: appointment.phone.clone(),
        medium: task.medium,
        result: result.lines().next().unwrap_or_default().to_owned(),
    })
}
