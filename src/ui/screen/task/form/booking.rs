//! Double booking, told while the form is filled: who takes part and is busy then already.

use chrono::{DateTime, Utc};

use super::{Form, Message};
use crate::domain::calendar::Entry;
use crate::domain::task::{Availability, Degree};
use crate::domain::{Assignment, Employee, Id};
use crate::error::Result;
use crate::ui::screen::{Command, Context};

/// What decides about double booking: the time, and whose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    starts: Option<DateTime<Utc>>,
    ends: Option<DateTime<Utc>>,
    availability: Availability,
    people: Vec<(Id<Employee>, Degree)>,
}

impl Slot {
    fn of(assignment: &Assignment) -> Self {
        let people = assignment.participants.iter();
        Self {
            starts: assignment.task.starts_at.or(assignment.task.due_at),
            ends: assignment.task.ends_at(),
            availability: assignment.task.availability,
            people: people.map(|one| (one.employee, one.degree)).collect(),
        }
    }
}

/// What else stands in the calendars of those who take part.
#[derive(Debug, Default)]
pub struct Booking {
    /// For which time it was asked last.
    asked: Option<Slot>,
    /// What takes the same time.
    pub entries: Vec<Entry>,
}

impl Booking {
    /// Takes in an answer; one to an older question is dropped.
    pub fn take(&mut self, slot: &Slot, entries: Result<Vec<Entry>>) {
        if self.asked.as_ref() == Some(slot) {
            // What cannot be read is told as the task is saved.
            self.entries = entries.unwrap_or_default();
        }
    }
}

impl Form {
    /// Asks who is busy at the time that is typed, where it was not asked before.
    pub(super) fn watch_booking(&mut self, context: &Context) -> Command<Message> {
        let Some(sheet) = &mut self.sheet else {
            return Command::none();
        };
        let mine = sheet.finished();
        let slot = Slot::of(&mine);
        if sheet.booking.asked.as_ref() == Some(&slot) {
            return Command::none();
        }
        sheet.booking.asked = Some(slot.clone());
        let catalog = context.catalog.clone();
        let read = context
            .worker
            .read(move |reader| reader.clashes(&mine, &catalog));
        Command::perform(read, move |entries| Message::Booked(slot.clone(), entries))
    }
}
