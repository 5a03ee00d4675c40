//! What stands in a calendar, and the words it says.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};

use crate::domain::calendar::wall_clock;
use crate::domain::profile::Medium;
use crate::domain::task::{Availability, State, When};
use crate::domain::{Client, Employee, Id, Task};

/// From so many minutes on something stands above the hours, like what lasts whole days.
const LONG: i64 = wall_clock::DAY;

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The task; `None` where it may not be seen: then nothing but the time is known.
    pub task: Option<Id<Task>>,
    /// In whose calendars it stands, of those that are shown.
    pub employees: Vec<Id<Employee>>,
    /// When it begins.
    pub when: When,
    /// The first moment after it.
    pub ends: DateTime<Utc>,
    /// What it makes of those who take part.
    pub availability: Availability,
    /// What has become of it.
    pub state: State,
    /// Which kind of operation; empty where none is known.
    pub kind: String,
    /// What it is called, where that is not the kind.
    pub title: String,
    /// Its client; `None` where there is none or it may not be seen.
    pub client_id: Option<Id<Client>>,
    /// What its client is called; empty likewise.
    pub client: String,
    /// Surname and initials of the contact person; empty likewise.
    pub contact: String,
    /// Where.
    pub place: String,
    /// The phone of the contact person, else of the client.
    pub phone: String,
    /// By what people reach each other for it.
    pub medium: Option<Medium>,
    /// What came of it, where it is done.
    pub result: String,
}

impl Entry {
    /// Time that is taken by a task nobody may tell the viewer of.
    pub fn hidden(
        employee: Id<Employee>,
        (when, ends): (When, DateTime<Utc>),
        availability: Availability,
    ) -> Self {
        Self {
            task: None,
            employees: vec![employee],
            when,
            ends,
            availability,
            state: State::Open,
            kind: String::new(),
            title: String::new(),
            client_id: None,
            client: String::new(),
            contact: String::new(),
            place: String::new(),
            phone: String::new(),
            medium: None,
            result: String::new(),
        }
    }

    /// The line that leads: the kind of operation, else what it is called.
    pub fn heading(&self) -> &str {
        match self.kind.is_empty() {
            true => &self.title,
            false => &self.kind,
        }
    }

    /// The lines below: what it is called; the organisation and the contact person; the place, else
    /// the phone, which comes first where people phone each other. Of what is done, what came of it
    /// stands before all that. Empty ones are left out.
    pub fn details(&self) -> Vec<String> {
        let title = if self.kind.is_empty() {
            ""
        } else {
            &self.title
        };
        let who = [self.client.as_str(), &self.contact];
        let who: Vec<&str> = who.into_iter().filter(|word| !word.is_empty()).collect();
        let is_call = self.medium == Some(Medium::Phone);
        let (first, second) = match is_call {
            true => (&self.phone, &self.place),
            false => (&self.place, &self.phone),
        };
        let reach = if first.is_empty() { second } else { first };
        let lines = [&self.result, title, &who.join(" · "), reach].map(str::to_owned);
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// Whether it stands above the hours: without a time of day, or for a day and longer.
    pub fn is_above_hours(&self) -> bool {
        match self.when {
            When::Day(_) => true,
            When::At(start) => (self.ends - start).num_minutes() >= LONG,
        }
    }

    /// How long it lasts, in minutes.
    pub fn minutes(&self) -> i64 {
        (self.ends - self.when.begins()).num_minutes()
    }

    /// The first and the last day it stands on.
    pub fn days<Tz: TimeZone>(&self, zone: &Tz) -> (NaiveDate, NaiveDate) {
        match self.when {
            When::At(start) => wall_clock::days(zone, start, self.ends),
            // Days end at midnight here, whatever the zone that is asked for.
            When::Day(day) => {
                let (_, last) = wall_clock::days(&chrono::Local, self.when.begins(), self.ends);
                (day, last.max(day))
            }
        }
    }

    /// Whether it takes time of those who take part, so that two of them cannot be at once.
    pub fn takes_time(&self) -> bool {
        matches!(self.when, When::At(_))
            && self.availability != Availability::Free
            && self.state == State::Open
    }
}
