use std::fs;
use std::io::Write;
use std::path::PathBuf;

use chrono::{Local, NaiveDate, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::{Speech, named};
use crate::domain::calendar::{Entry, Range};
use crate::domain::task::{Availability, When};
use crate::error::{Error, Result};
use crate::exchange;
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// List what stands in the calendar of an employee
#[derive(Debug, clap::Args)]
pub struct Calendar {
    /// Whose, by surname; of who works unless told
    #[arg(long, value_name = "NAME")]
    employee: Option<String>,
    /// The first day, such as 2026-06-29
    #[arg(long, value_name = "DAY")]
    from: NaiveDate,
    /// The last day
    #[arg(long, value_name = "DAY")]
    to: NaiveDate,
    /// Write it as a file of iCalendar too
    #[arg(long, value_name = "OUT.ics")]
    ics: Option<PathBuf>,
}

impl Calendar {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let reader = workspace.read();
        let catalog = reader.catalog()?;
        let employee = match &self.employee {
            Some(said) => named::employee(&catalog.employees, said)?,
            None => workspace.who(),
        };
        let days = Range::new(self.from, self.to).moments(&Local);
        let entries = reader.calendar_entries(&[employee], days, &catalog)?;
        let locale = speech.locale();
        if let Some(path) = &self.ics {
            let heading = |entry: &Entry| heading(entry, locale);
            let calendar = exchange::ical::calendar(&entries, &heading, Utc::now());
            fs::write(path, calendar).map_err(Error::failed("writing the file"))?;
        }
        speech.answer(
            out,
            || {
                let entries: Vec<_> = entries.iter().map(told).collect();
                match &self.ics {
                    Some(path) => {
                        json!({ "entries": entries, "written": path.display().to_string() })
                    }
                    None => json!({ "entries": entries }),
                }
            },
            |locale| {
                let mut lines: Vec<_> = entries.iter().map(|entry| line(entry, locale)).collect();
                if lines.is_empty() {
                    lines.push(locale.text("calendar-empty"));
                }
                if let Some(path) = &self.ics {
                    let path = path.display().to_string();
                    lines.push(locale.with("cli-written", &[("path", path.into())]));
                }
                lines.join("\n")
            },
        )
    }
}

fn heading(entry: &Entry, locale: &Locale) -> String {
    match entry.task {
        Some(_) => entry.heading().to_owned(),
        None => locale.text("calendar-hidden"),
    }
}

/// Moments with the offset of this computer, whole days as days.
fn told(entry: &Entry) -> Value {
    let (start, end) = match entry.when {
        When::Day(_) => {
            let (first, last) = entry.days(&Local);
            (first.to_string(), last.to_string())
        }
        When::At(start) => {
            let said = |moment: chrono::DateTime<Utc>| {
                let local = moment.with_timezone(&Local);
                local.to_rfc3339_opts(SecondsFormat::Secs, true)
            };
            (said(start), said(entry.ends))
        }
    };
    json!({
        "start": start,
        "end": end,
        "kind": entry.heading(),
        "client": entry.client,
        "person": entry.contact,
        "place": if entry.place.is_empty() { &entry.phone } else { &entry.place },
        "availability": entry.availability.name(),
    })
}

fn line(entry: &Entry, locale: &Locale) -> String {
    let when = match entry.when {
        When::Day(day) => locale.date(day),
        When::At(start) => format!("{}–{}", locale.moment(start), locale.clock(entry.ends)),
    };
    let mut words = vec![when, heading(entry, locale)];
    words.extend(entry.details());
    if entry.availability != Availability::Busy {
        words.push(locale.availability(entry.availability));
    }
    words.join(" · ")
}
