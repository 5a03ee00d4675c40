//! What one has to know first: key points, the next step, what the card lacks, when it was checked.

use chrono::{Local, NaiveDate};
use iced::widget::{Row, column, container, row};
use iced::{Center, Fill, FillPortion, Top};

use super::{Message, Sheet, notes};
use crate::domain::completeness::Items;
use crate::domain::freshness;
use crate::ui::screen::Context;
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::{Element, Icon, badge, button, progress, section, text};

/// From this width on, in logical pixels, its cells stand side by side.
const WIDE: f32 = 760.0;
/// How many missing fields are named; the rest is a number.
const MISSING: usize = 4;

/// The strip over the overview.
pub fn view<'a>(sheet: &'a Sheet, width: f32, context: &Context) -> Element<'a, Message> {
    let today = Local::now().date_naive();
    let cells = [
        next_step(sheet, today, context),
        completeness(sheet, context),
        checked(sheet, today, context),
    ];
    let cells: Element<'a, Message> = if width >= WIDE {
        let cells = cells.map(|cell| container(cell).width(FillPortion(1)).into());
        Row::from_iter(cells)
            .spacing(spacing::XL)
            .align_y(Top)
            .into()
    } else {
        column(cells).spacing(spacing::M).into()
    };
    column![notes::key_points(sheet, context), section::card(cells)]
        .spacing(spacing::L)
        .into()
}

fn cell<'a>(
    title: String,
    trailing: Option<Element<'a, Message>>,
    told: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    column![section::section(title, trailing), told.into()]
        .spacing(spacing::XS)
        .into()
}

/// What is to be done next, and whether it is late.
fn next_step<'a>(sheet: &'a Sheet, today: NaiveDate, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let client = &sheet.card.client;
    let title = locale.text("profile-next-step");
    let step = client.next_step.trim();
    if step.is_empty() && client.next_step_on.is_none() {
        return cell(
            title,
            None,
            text::secondary(locale.text("card-no-next-step")),
        );
    }
    let due = client.next_step_on.map(|day| {
        let days = (today - day).num_days();
        match days {
            0 => badge::with_icon(Icon::Clock, locale.text("card-step-today"), Tone::Warning),
            1.. => {
                let late = locale.with("card-step-late", &[("days", days.into())]);
                badge::with_icon(Icon::Warning, late, Tone::Busy)
            }
            _ => badge::with_icon(Icon::Calendar, locale.date(day), Tone::Accent),
        }
    });
    let day = client.next_step_on.filter(|day| *day < today);
    let day = day.map(|day| text::hint(locale.date(day)));
    let due = row![due, day].spacing(spacing::S).align_y(Center);
    let step = (!step.is_empty()).then(|| super::parts::wrapped(step.to_owned()).font(MEDIUM));
    cell(title, None, column![step, due].spacing(spacing::XS))
}

/// How much of what the office wants is filled in, and what is not.
fn completeness<'a>(sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let kind = sheet.card.client.kind;
    let wanted = context.catalog.required(kind);
    let filled = Items::filled(&sheet.card);
    let percent = wanted.percent(filled);
    let missing: Vec<_> = wanted.missing(filled).iter().collect();
    let tone = match percent {
        100 => Tone::Free,
        50.. => Tone::Accent,
        _ => Tone::Warning,
    };
    let figure = badge::count(format!("{percent}{}%", '\u{a0}'), tone);
    let bar = progress::bar(percent as f32 / 100.0);
    let can_write = !context.is_read_only;
    let links = missing.iter().take(MISSING).map(|item| {
        let fill = can_write.then_some(Message::Fill(*item));
        let link = button::link(locale.item(kind, *item)).on_press_maybe(fill.clone());
        pressable(link, fill)
    });
    let hidden = missing.len().saturating_sub(MISSING);
    let more = (hidden > 0).then(|| text::hint(format!("+{hidden}")).into());
    let lead = match missing.is_empty() {
        true => "card-complete",
        false => "card-missing",
    };
    let lead: Element<'a, Message> = text::secondary(locale.text(lead)).into();
    let told = [lead].into_iter().chain(links).chain(more);
    let told = Row::from_iter(told)
        .spacing(spacing::S)
        .align_y(Center)
        .wrap()
        .vertical_spacing(2.0);
    let title = locale.text("card-completeness");
    cell(title, Some(figure), column![bar, told].spacing(spacing::S))
}

/// When somebody found everything right, and for how long nobody did.
fn checked<'a>(sheet: &'a Sheet, today: NaiveDate, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let client = &sheet.card.client;
    let told = match client.checked_on {
        Some(day) => locale.with("card-checked-on", &[("day", locale.date(day).into())]),
        None => locale.text("card-never-checked"),
    };
    let is_stale = freshness::is_stale(client, context.catalog.stale_months, today);
    let stale = is_stale.then(|| {
        let months = i64::from(freshness::months_unchecked(client, today));
        let stale = locale.with("card-stale", &[("months", months.into())]);
        badge::with_icon(Icon::Warning, stale, Tone::Warning)
    });
    let is_done = client.checked_on == Some(today);
    let can_check = !context.is_read_only && !is_done;
    let check = button::secondary(locale.text("card-check-today"))
        .icon(Icon::Check)
        .compact()
        .on_press_maybe(can_check.then_some(Message::CheckedToday));
    let check = pressable(check, can_check.then_some(Message::CheckedToday));
    let line = Row::new()
        .push(stale)
        .push(check)
        .spacing(spacing::S)
        .align_y(Center)
        .wrap()
        .vertical_spacing(spacing::XS);
    let told = container(text::secondary(told).style(surface::secondary)).width(Fill);
    cell(
        locale.text("card-freshness"),
        None,
        column![told, line].spacing(spacing::XS),
    )
}
