//! What one has to know at once of a client: key points, what is due next, what was last.

use chrono::NaiveDate;
use iced::widget::{Column, column, container, row, space};
use iced::{Center, Fill, Padding, Top};

use super::super::Message as Outer;
use super::{Shown, shortened};
use crate::domain::{Client, LifeEvent, Note};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::{Element, Icon, badge, icon, section, text};

/// How many key points are shown; the whole card has the others.
const POINTS: usize = 3;
/// A feast so many days ahead is near.
const NEAR: i64 = 31;
/// The bar at the side of what is due: its width and its height, in logical pixels.
const BAR: (f32, f32) = (3.0, 32.0);

/// Something that comes.
struct Coming {
    title: String,
    on: Option<NaiveDate>,
    is_step: bool,
}

/// The pinned notes of a client; nothing where there are none.
pub fn key_points<'a>(points: &'a [Note], locale: &Locale) -> Option<Element<'a, Outer>> {
    if points.is_empty() {
        return None;
    }
    let lines = points.iter().take(POINTS).map(|note| {
        let words = note.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let pin = icon::sized(Icon::Bookmark, size::SMALL).style(surface::toned(Tone::Accent));
        let pin = container(pin).padding(Padding::ZERO.top(3.0));
        row![pin, text::body(shortened(&words)).width(Fill)]
            .spacing(spacing::S)
            .align_y(Top)
            .into()
    });
    let title = section::section(locale.text("notes-key-point"), None);
    let lines = Column::from_iter(lines).spacing(spacing::S);
    Some(column![title, lines].spacing(spacing::S).into())
}

/// The next step, and the feast that is near.
pub fn coming<'a>(
    shown: &Shown,
    today: NaiveDate,
    context: &Context,
) -> Option<Element<'a, Outer>> {
    let locale = &context.locale;
    let client = &shown.card.client;
    let feast = feast(client, &shown.events, today, locale);
    let coming: Vec<Coming> = step(client, locale).into_iter().chain(feast).collect();
    if coming.is_empty() {
        return None;
    }
    let title = section::section(locale.text("clients-coming"), None);
    let cards = coming.into_iter().map(|one| card(one, today, locale));
    let cards = Column::from_iter(cards).spacing(spacing::S);
    Some(column![title, cards].spacing(spacing::S).into())
}

fn step(client: &Client, locale: &Locale) -> Option<Coming> {
    let step = client.next_step.trim();
    if step.is_empty() && client.next_step_on.is_none() {
        return None;
    }
    let title = match step.is_empty() {
        true => locale.text("profile-next-step"),
        false => shortened(step),
    };
    Some(Coming {
        title,
        on: client.next_step_on,
        is_step: true,
    })
}

/// The nearest birthday or yearly feast.
fn feast(
    client: &Client,
    events: &[LifeEvent],
    today: NaiveDate,
    locale: &Locale,
) -> Option<Coming> {
    let birthday = client.birthday.and_then(|day| {
        let label = locale.text("card-birthday");
        Some((day.next(today)?, label))
    });
    let events = events.iter().filter_map(|event| {
        let note = event.note.trim();
        let label = match note {
            "" => locale.event_kind(event.kind),
            note => format!("{} · {note}", locale.event_kind(event.kind)),
        };
        Some((event.next(today)?, label))
    });
    let all = birthday.into_iter().chain(events);
    let near = all.filter(|(on, _)| (*on - today).num_days() <= NEAR);
    let (on, title) = near.min_by_key(|(on, _)| *on)?;
    Some(Coming {
        title,
        on: Some(on),
        is_step: false,
    })
}

/// What comes, with a bar at its side that says how urgent it is, as its words do.
fn card<'a>(coming: Coming, today: NaiveDate, locale: &Locale) -> Element<'a, Outer> {
    let days = coming.on.map(|on| (on - today).num_days());
    let (tone, due) = match days {
        None => (Tone::Accent, None),
        Some(0) => {
            let words = locale.text("card-step-today");
            (Tone::Warning, Some(badge::badge(words, Tone::Warning)))
        }
        Some(days @ ..0) => {
            let words = locale.with("card-step-late", &[("days", (-days).into())]);
            (Tone::Busy, Some(badge::badge(words, Tone::Busy)))
        }
        Some(days) => {
            let words = locale.with("clients-in-days", &[("days", days.into())]);
            (Tone::Accent, Some(badge::badge(words, Tone::Accent)))
        }
    };
    let bar = container(space())
        .width(BAR.0)
        .height(BAR.1)
        .style(surface::mark(tone));
    let glyph = match coming.is_step {
        true => Icon::ArrowRight,
        false => Icon::Calendar,
    };
    let on = coming.on.map(|on| {
        let day = text::hint(locale.date(on));
        let sign = icon::sized(glyph, size::HINT).style(surface::hint);
        let day = row![sign, day].spacing(spacing::XS).align_y(Center);
        row![day, due].spacing(spacing::M).align_y(Center)
    });
    let words = column![text::body(coming.title).font(MEDIUM), on]
        .spacing(spacing::XS)
        .width(Fill);
    let line = row![bar, words].spacing(spacing::M).align_y(Center);
    container(line)
        .padding(spacing::M)
        .width(Fill)
        .style(surface::card)
        .into()
}
