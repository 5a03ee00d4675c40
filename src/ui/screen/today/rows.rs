//! The lines of the page of the day.

use chrono::{DateTime, Duration, Local, Utc};
use iced::widget::{column, container, row, space};
use iced::{Center, Fill};

use super::{Context, Message, of_client, of_task};
use crate::domain::reminder::Now;
use crate::domain::task::{Availability, State, When};
use crate::domain::{Client, Id, Task};
use crate::reminders;
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::{Element, Icon, avatar, badge, button, ellipsis, icon, line, text};
use crate::workspace::{Appointment, Assigned, Feast, Happening};

/// The width of the time before a line, in logical pixels.
const TIME: f32 = 72.0;
/// The bar that tells of the availability, in logical pixels.
const BAR: (f32, f32) = (4.0, 36.0);
/// The picture of a person, in logical pixels.
const PICTURE: f32 = 30.0;
/// What begins within this time is said to be near.
const NEAR: Duration = Duration::minutes(60);

/// What a line is shown with.
pub struct Face<'a> {
    /// The open file and its language.
    pub context: &'a Context,
    /// Day and time.
    pub now: Now,
    /// Whether the keys are about it.
    pub is_chosen: bool,
}

/// An entry of today's calendar.
pub fn planned<'a>(one: &'a Appointment, face: &Face<'a>) -> Element<'a, Message> {
    let locale = &face.context.locale;
    let time = match one.when() {
        Some(When::At(start)) => clock(start),
        Some(When::Day(_)) | None => locale.text("today-all-day"),
    };
    let near = one.when().and_then(|when| match when {
        When::At(start) => {
            let off = start - face.now.at;
            (off > Duration::zero() && off <= NEAR && one.task.state == State::Open).then_some(off)
        }
        When::Day(_) => None,
    });
    let near = near.map(|off| {
        let span = reminders::span(off, locale);
        badge::badge(
            locale.with("today-in", &[("span", span.into())]),
            Tone::Warning,
        )
    });
    let time = container(text::secondary(time)).width(TIME);
    task_line(time.into(), near, one, face)
}

/// What is late.
pub fn late<'a>(one: &'a Appointment, face: &Face<'a>) -> Element<'a, Message> {
    let locale = &face.context.locale;
    let since = one.task.due();
    let since = since.map(|due| reminders::lateness(due, face.now, locale));
    let since = since.unwrap_or_default();
    let time = text::toned(format!("−{since}"), Tone::Busy).size(size::SMALL);
    task_line(container(time).width(TIME).into(), None, one, face)
}

fn task_line<'a>(
    time: Element<'a, Message>,
    near: Option<Element<'a, Message>>,
    one: &'a Appointment,
    face: &Face<'a>,
) -> Element<'a, Message> {
    let context = face.context;
    let bar = container(space())
        .width(BAR.0)
        .height(BAR.1)
        .style(surface::mark(tone(one.task.availability)));
    let place = match one.task.place.as_str() {
        "" => one.phone.as_str(),
        place => place,
    };
    let detail = [one.client.as_str(), one.contact.as_str(), place];
    let told = two_lines(title(&one.task, context), joined(&detail));
    let done = if one.task.state == State::Open {
        let can_write = !context.is_read_only;
        button::tool(Icon::CircleCheck, context.locale.text("today-done"))
            .compact()
            .on_press_maybe(can_write.then_some(Message::Done(one.task.id)))
            .into()
    } else {
        badge::with_icon(
            Icon::Check,
            context.locale.text("today-is-done"),
            Tone::Free,
        )
    };
    let described = row![time, bar, told, near, done]
        .spacing(spacing::M)
        .align_y(Center);
    line::line(
        described,
        face.is_chosen,
        Message::Opened(of_task(&one.task)),
    )
}

/// What another has to do.
pub fn given<'a>(one: &'a Assigned, face: &Face<'a>) -> Element<'a, Message> {
    let context = face.context;
    let due = one.task.due().map(|due| {
        let words = context.locale.day_of_month(due.day());
        let words = context.locale.with("today-until", &[("day", words.into())]);
        match one.task.is_overdue(face.now.at) {
            true => text::toned(words, Tone::Busy),
            false => text::secondary(words),
        }
    });
    let who = context.employee(one.leader);
    let described = row![
        icon::icon(Icon::UserPlus),
        two_lines(title(&one.task, context), who),
        due
    ]
    .spacing(spacing::M)
    .align_y(Center);
    line::line(
        described,
        face.is_chosen,
        Message::Opened(of_task(&one.task)),
    )
}

/// A birthday or an event in a life.
pub fn feast<'a>(one: &'a Feast, face: &Face<'a>) -> Element<'a, Message> {
    let locale = &face.context.locale;
    let today = face.now.local.date();
    let day = match (one.on - today).num_days() {
        0 | 1 => reminders::day(one.on, face.now, locale),
        _ => locale.day_of_month(one.on),
    };
    let what = one
        .event
        .as_ref()
        .map(|event| locale.event_kind(event.kind));
    let years = one.since.year().and_then(|year| {
        let years = chrono::Datelike::year(&one.on) - year;
        let words = || locale.with("today-years", &[("count", i64::from(years).into())]);
        (years > 0).then(words)
    });
    let detail = [
        day.as_str(),
        what.as_deref().unwrap_or_default(),
        years.as_deref().unwrap_or_default(),
        one.employer.as_str(),
    ];
    let described = row![
        avatar::person(&one.name, PICTURE),
        two_lines(one.name.clone(), joined(&detail))
    ]
    .spacing(spacing::M)
    .align_y(Center);
    line::line(
        described,
        face.is_chosen,
        Message::Opened(of_client(one.client)),
    )
}

/// An operation on a client.
pub fn happening<'a>(one: &'a Happening, face: &Face<'a>) -> Element<'a, Message> {
    let context = face.context;
    let when = context.locale.moment(one.done_at);
    let who = context.employee(Some(one.who));
    let title = format!("{} · {}", context.locale.operation(one.operation), one.name);
    let told = two_lines(title, joined(&[who.as_str(), when.as_str()]));
    let described = row![icon::icon(Icon::History), told]
        .spacing(spacing::M)
        .align_y(Center);
    line::line(
        described,
        face.is_chosen,
        Message::Opened(of_client(one.client)),
    )
}

/// A client for whom nothing is planned.
pub fn neglected<'a>(client: &'a (Id<Client>, String), face: &Face<'a>) -> Element<'a, Message> {
    let (id, name) = client;
    let described = row![
        avatar::organization(name, PICTURE - 6.0),
        ellipsis(name.as_str()).width(Fill)
    ]
    .spacing(spacing::M)
    .align_y(Center);
    line::line(described, face.is_chosen, Message::Opened(of_client(*id)))
}

/// What a task is called: by its title, else by its kind.
fn title(task: &Task, context: &Context) -> String {
    match task.title.as_str() {
        "" => {
            let kind = context.catalog.task_kind(task.kind);
            kind.map_or(String::new(), |kind| kind.name.clone())
        }
        title => title.to_owned(),
    }
}

fn two_lines<'a>(title: String, detail: String) -> Element<'a, Message> {
    let detail = (!detail.is_empty()).then(|| {
        ellipsis(detail)
            .size(size::SMALL)
            .style(surface::secondary)
            .width(Fill)
    });
    column![ellipsis(title).font(MEDIUM).width(Fill), detail]
        .width(Fill)
        .into()
}

fn clock(moment: DateTime<Utc>) -> String {
    moment.with_timezone(&Local).format("%H:%M").to_string()
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<_> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

fn tone(availability: Availability) -> Tone {
    match availability {
        Availability::Busy => Tone::Busy,
        Availability::Free => Tone::Free,
        Availability::Away => Tone::Neutral,
    }
}
