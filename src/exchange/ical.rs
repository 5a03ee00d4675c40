//! A calendar for other programs: one file of iCalendar (RFC 5545), an event for each entry.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarParameter, ICalendarProperty,
    ICalendarStatus, ICalendarTransparency, ICalendarValue, ICalendarValueType,
};
use chrono::{DateTime, Datelike, Local, NaiveDate, Timelike, Utc};

use crate::domain::calendar::Entry;
use crate::domain::calendar::wall_clock::shift;
use crate::domain::task::{Availability, State, When};

/// Who wrote the file (RFC 5545, 3.7.3).
const PRODUCT: &str = "-//Vizitka//Vizitka//RU";

/// The entries as a file of iCalendar, written at `now`; `heading` says the line that leads, and
/// what an entry that may not be seen is called.
///
/// Moments are in UTC, so that no time zone has to be described; whole days are days.
pub fn calendar(
    entries: &[Entry],
    heading: &dyn Fn(&Entry) -> String,
    now: DateTime<Utc>,
) -> String {
    let mut whole = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    whole.add_property(ICalendarProperty::Version, text("2.0"));
    whole.add_property(ICalendarProperty::Prodid, text(PRODUCT));
    let events = entries
        .iter()
        .map(|entry| event(entry, heading(entry), now));
    let mut components = vec![whole];
    components.extend(events);
    let count = u32::try_from(components.len()).unwrap_or(u32::MAX);
    components[0].component_ids = (1..count).collect();
    ICalendar { components }.to_string()
}

fn event(entry: &Entry, heading: String, now: DateTime<Utc>) -> ICalendarComponent {
    let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
    event.add_uid(&uid(entry));
    event.add_dtstamp(moment(now));
    match entry.when {
        When::At(start) => {
            event.add_property(ICalendarProperty::Dtstart, moment(start));
            event.add_property(ICalendarProperty::Dtend, moment(entry.ends));
        }
        When::Day(first) => {
            let last = entry.days(&Local).1;
            let as_day = || [ICalendarParameter::value(ICalendarValueType::Date)];
            for (name, day) in [
                (ICalendarProperty::Dtstart, first),
                // The day after the last (RFC 5545, 3.6.1).
                (ICalendarProperty::Dtend, shift(last, 1)),
            ] {
                event.add_property_with_params(name, as_day(), date(day));
            }
        }
    }
    let mut summary = vec![heading];
    summary.extend((!entry.client.is_empty()).then(|| entry.client.clone()));
    event.add_property(ICalendarProperty::Summary, text(&summary.join(", ")));
    if !entry.place.is_empty() {
        event.add_property(ICalendarProperty::Location, text(&entry.place));
    }
    let rest = [&entry.title, &entry.contact, &entry.phone, &entry.result];
    let rest: Vec<_> = rest.into_iter().filter(|line| !line.is_empty()).collect();
    if !rest.is_empty() {
        let rest: Vec<&str> = rest.into_iter().map(String::as_str).collect();
        event.add_property(ICalendarProperty::Description, text(&rest.join("\n")));
    }
    add_availability(&mut event, entry);
    event
}

/// Whether the time is taken, in the words of the standard and in those of Outlook, which alone
/// know of somebody out of the office.
fn add_availability(event: &mut ICalendarComponent, entry: &Entry) {
    let (transparency, busy) = match entry.availability {
        Availability::Busy => (ICalendarTransparency::Opaque, "BUSY"),
        Availability::Free => (ICalendarTransparency::Transparent, "FREE"),
        Availability::Away => (ICalendarTransparency::Opaque, "OOF"),
    };
    let transparency = ICalendarValue::Transparency(transparency);
    event.add_property(ICalendarProperty::Transp, transparency);
    let outlook = ICalendarProperty::Other("X-MICROSOFT-CDO-BUSYSTATUS".to_owned());
    event.add_property(outlook, text(busy));
    if entry.state != State::Cancelled {
        let status = ICalendarValue::Status(ICalendarStatus::Confirmed);
        event.add_property(ICalendarProperty::Status, status);
    }
}

/// The same for the same task in every file, so that who reads two of them has it once.
fn uid(entry: &Entry) -> String {
    let first = entry.employees.first().map_or(0, |employee| employee.raw());
    match entry.task {
        Some(task) => format!("task-{}@vizitka", task.raw()),
        None => format!("time-{first}-{}@vizitka", entry.when.begins().timestamp()),
    }
}

fn text(words: &str) -> ICalendarValue {
    ICalendarValue::Text(words.to_owned())
}

fn date(day: NaiveDate) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(day.year()).ok(),
        month: u8::try_from(day.month()).ok(),
        day: u8::try_from(day.day()).ok(),
        ..PartialDateTime::default()
    }
}

fn moment(moment: DateTime<Utc>) -> PartialDateTime {
    let part = |part: u32| u8::try_from(part).ok();
    PartialDateTime {
        hour: part(moment.hour()),
        minute: part(moment.minute()),
        second: part(moment.second()),
        tz_hour: Some(0),
        tz_minute: Some(0),
        ..date(moment.date_naive())
    }
}
