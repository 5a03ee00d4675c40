//! When the office works: absences, hours of the week, days that are not as the calendar says.

mod view;

use std::collections::BTreeMap;

use chrono::{Local, NaiveDate};

use super::{Action, Command, Context, write};
use crate::domain::working_time::{
    Absence, AbsenceKind, COUNTRY, Country, DayKind, SpecialDay, WorkingHours,
};
use crate::domain::{Employee, Id, Operation, day};
use crate::error::Error;
use crate::workspace::Transaction;

/// What is being typed, and what stands in the file.
#[derive(Debug, Default)]
pub(super) struct WorkingTime {
    rows: Rows,
    absence: AbsenceDraft,
    special: SpecialDraft,
    /// Whose hours are shown; `None` for those of the office.
    whose: Option<Id<Employee>>,
    /// The hours as typed, by weekday; those that are not are as written.
    typed: BTreeMap<i64, String>,
    /// The user wanted to add: what is missing is said now.
    is_checked: bool,
}

/// The rows of working time.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    absences: Vec<Absence>,
    hours: Vec<WorkingHours>,
    special: Vec<SpecialDay>,
}

#[derive(Debug, Clone)]
struct AbsenceDraft {
    employee: Option<Id<Employee>>,
    kind: AbsenceKind,
    from: String,
    to: String,
    note: String,
}

impl Default for AbsenceDraft {
    fn default() -> Self {
        Self {
            employee: None,
            kind: AbsenceKind::Leave,
            from: String::new(),
            to: String::new(),
            note: String::new(),
        }
    }
}

#[derive(Debug, Clone)]
struct SpecialDraft {
    day: String,
    kind: DayKind,
    name: String,
}

impl Default for SpecialDraft {
    fn default() -> Self {
        Self {
            day: String::new(),
            kind: DayKind::Holiday,
            name: String::new(),
        }
    }
}

/// A text that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The first day of an absence.
    From,
    /// Its last day.
    To,
    /// What there is to say of it.
    Note,
    /// A day that is not as usual.
    Day,
    /// What it is called.
    Name,
}

/// What happened to working time.
#[derive(Debug, Clone)]
pub enum Message {
    /// What stands in the file.
    Loaded(Result<Rows, Error>),
    /// Who is absent was chosen.
    EmployeeChosen(Id<Employee>),
    /// Why was chosen.
    KindChosen(AbsenceKind),
    /// How a day differs was chosen.
    DayKindChosen(DayKind),
    /// Something was typed.
    Typed(Part, String),
    /// The absence is whole.
    AbsenceAdded,
    /// An absence is to go.
    AbsenceRemoved(Id<Absence>),
    /// The day is whole.
    DayAdded,
    /// A day is as the calendar says again.
    DayRemoved(Id<SpecialDay>),
    /// Whose production calendar counts was chosen.
    CountryChosen(Country),
    /// Whose hours are shown was chosen; `None` for the office.
    WhoseChosen(Option<Id<Employee>>),
    /// The hours of a weekday were typed.
    HoursTyped(i64, String),
    /// The hours are whole.
    HoursSubmitted,
}

impl WorkingTime {
    /// Asks for what stands in the file.
    pub fn refresh(&self, context: &Context) -> Command<super::Message> {
        let rows = context.worker.read(|reader| {
            Ok(Rows {
                absences: reader.all_absences()?,
                hours: reader.working_hours()?,
                special: reader.special_days()?,
            })
        });
        Command::perform(rows, |rows| {
            super::Message::WorkingTime(Message::Loaded(rows))
        })
    }

    /// Leaves what was typed: it is written.
    pub fn close(&mut self) {
        let employee = self.absence.employee;
        *self = Self {
            rows: std::mem::take(&mut self.rows),
            whose: self.whose,
            absence: AbsenceDraft {
                employee,
                ..AbsenceDraft::default()
            },
            ..Self::default()
        };
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        match message {
            Message::Loaded(Ok(rows)) => self.rows = rows,
            Message::Loaded(Err(error)) => return Action::wish(super::Wish::Fail(error)),
            Message::EmployeeChosen(id) => self.absence.employee = Some(id),
            Message::KindChosen(kind) => self.absence.kind = kind,
            Message::DayKindChosen(kind) => self.special.kind = kind,
            Message::Typed(part, text) => *self.part(part) = text,
            Message::WhoseChosen(whose) => {
                self.whose = whose;
                self.typed.clear();
            }
            Message::HoursTyped(weekday, text) => drop(self.typed.insert(weekday, text)),
            Message::AbsenceAdded => return self.add_absence(context),
            Message::DayAdded => return self.add_day(context),
            Message::AbsenceRemoved(id) => {
                let absence = self.rows.absences.iter().find(|one| one.id == id).cloned();
                return save(context, move |tx| match &absence {
                    Some(absence) => tx.delete(absence),
                    None => Ok(()),
                });
            }
            Message::DayRemoved(id) => {
                let day = self.rows.special.iter().find(|one| one.id == id).cloned();
                return save(context, move |tx| match &day {
                    Some(day) => tx.delete(day),
                    None => Ok(()),
                });
            }
            Message::CountryChosen(country) => {
                return save(context, move |tx| tx.decide(COUNTRY, country.name()));
            }
            Message::HoursSubmitted => return self.save_hours(context),
        }
        Action::none()
    }

    fn part(&mut self, part: Part) -> &mut String {
        match part {
            Part::From => &mut self.absence.from,
            Part::To => &mut self.absence.to,
            Part::Note => &mut self.absence.note,
            Part::Day => &mut self.special.day,
            Part::Name => &mut self.special.name,
        }
    }

    /// The days of the absence that is typed; where no last day is said, it is the first.
    fn absence_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let today = Local::now().date_naive();
        let first = day::read_coming(&self.absence.from, today)?;
        let last = match self.absence.to.trim().is_empty() {
            true => first,
            false => day::read_coming(&self.absence.to, today)?,
        };
        (first <= last).then_some((first, last))
    }

    fn add_absence(&mut self, context: &Context) -> Action<super::Message> {
        self.is_checked = true;
        let Some(days) = self.absence_days() else {
            return Action::none();
        };
        let employee = self.absence.employee.unwrap_or(context.me.id);
        let mut absence = Absence::new(employee, self.absence.kind, days);
        absence.note = self.absence.note.trim().to_owned();
        save(context, move |tx| tx.save(&absence).map(drop))
    }

    fn special_day(&self) -> Option<NaiveDate> {
        day::read_coming(&self.special.day, Local::now().date_naive())
    }

    fn add_day(&mut self, context: &Context) -> Action<super::Message> {
        self.is_checked = true;
        let Some(day) = self.special_day() else {
            return Action::none();
        };
        let name = self.special.name.trim().to_owned();
        let known = self.rows.special.iter().find(|one| one.day == day);
        let mut special = known
            .cloned()
            .unwrap_or(SpecialDay::new(day, self.special.kind, ""));
        special.kind = self.special.kind;
        special.name = name;
        save(context, move |tx| tx.save(&special).map(drop))
    }

    /// The hours of a weekday that are written for whom is shown, and whether they are their own.
    fn written(&self, weekday: i64) -> Option<&WorkingHours> {
        let mut rows = self.rows.hours.iter();
        rows.find(|row| row.employee == self.whose && row.weekday == weekday)
    }

    fn save_hours(&mut self, context: &Context) -> Action<super::Message> {
        let read: Option<Vec<_>> = self
            .typed
            .iter()
            .map(|(weekday, text)| Some((*weekday, read_hours(text)?)))
            .collect();
        let Some(read) = read.filter(|read| !read.is_empty()) else {
            return Action::none();
        };
        let rows = read.into_iter().map(|(weekday, hours)| {
            let fresh = || WorkingHours::new(self.whose, weekday, hours);
            let known = self.written(weekday).cloned().unwrap_or_else(fresh);
            WorkingHours {
                from_minute: hours.0,
                to_minute: hours.1,
                ..known
            }
        });
        let rows: Vec<_> = rows.collect();
        save(context, move |tx| {
            rows.iter().try_for_each(|row| tx.save(row).map(drop))
        })
    }
}

fn save(
    context: &Context,
    work: impl FnOnce(&mut Transaction<'_>) -> Result<(), Error> + Send + 'static,
) -> Action<super::Message> {
    if context.is_read_only {
        return Action::wish(super::Wish::Fail(Error::ReadOnly));
    }
    let operation = Operation::EditWorkingTime;
    write(operation, context, move |workspace| {
        workspace.transact(operation, work)
    })
}

/// The minutes of a day that somebody means who types `9:00–18:00`, `9-18` or nothing for a day
/// off; `None` where it is none of that.
fn read_hours(text: &str) -> Option<(i64, i64)> {
    let text = text.trim();
    if text.is_empty() || text == "–" || text == "-" {
        return Some((0, 0));
    }
    let (from, to) = text.split_once(['–', '-', '—'])?;
    let minute = |text: &str| {
        let text = text.trim();
        let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
        let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
        let total = hour * 60 + minute;
        ((0..60).contains(&minute) && (0..=24 * 60).contains(&total)).then_some(total)
    };
    let (from, to) = (minute(from)?, minute(to)?);
    (from < to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_one_types_them() {
        assert_eq!(read_hours("9:00–18:00"), Some((540, 1080)));
        assert_eq!(read_hours("9-18.30"), Some((540, 1110)));
        assert_eq!(read_hours(" "), Some((0, 0)));
        assert_eq!(read_hours("18-9"), None);
        assert_eq!(read_hours("9:70-18"), None);
        assert_eq!(read_hours("утром"), None);
    }
}
