//! What a calendar shows of some employees, and the rows of working time.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Duration, Utc};

use crate::domain::calendar::Entry;
use crate::domain::name::Person;
use crate::domain::task::{Availability, Degree, USUAL_MINUTES};
use crate::domain::working_time::{SpecialDay, WorkingHours};
use crate::domain::{Assignment, Catalog, Employee, Id, Task};
use crate::error::Result;
use crate::store::Reader;
use crate::store::agenda::Appointment;

impl Reader<'_> {
    /// What stands in the calendars of some employees from one moment to another, by its beginning;
    /// a task several of them take part in stands there once. Tasks that may not be seen are there
    /// as time that is taken, without a word.
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

    /// What those who take part in a task would miss for it: entries of theirs that take the same
    /// time. Who is only kept informed may be elsewhere.
    pub fn clashes(self, task: &Assignment, catalog: &Catalog) -> Result<Vec<Entry>> {
        let busy = task.participants.iter();
        let busy = busy.filter(|one| one.degree != Degree::Informed);
        let busy: Vec<_> = busy.map(|one| one.employee).collect();
        let begins = task.task.starts_at.or(task.task.due_at);
        let Some(starts) = begins.filter(|_| task.task.availability != Availability::Free) else {
            return Ok(Vec::new());
        };
        let usual = starts + Duration::minutes(USUAL_MINUTES);
        let ends = task.task.ends_at().unwrap_or(usual);
        let mut found = self.calendar_entries(&busy, (starts, ends), catalog)?;
        found.retain(|entry| entry.task != Some(task.task.id) && entry.takes_time());
        Ok(found)
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
