//! The cells of a row, one for each column.

use chrono::NaiveDate;
use iced::widget::button as pressed;
use iced::widget::row;
use iced::{Center, Theme};

use crate::domain::client::{Role, Roles};
use crate::domain::listing::Sort;
use crate::domain::{Client, Datum, Field, phone};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{self, MEDIUM, Tone, spacing, surface};
use crate::ui::widget::{Element, Icon, badge, ellipsis, text};

use super::Message;
use super::panel;
use super::rows::Line;

/// What a line shows in the column of `sort`.
pub fn cell<'a>(
    line: &'a Line,
    sort: Sort,
    today: NaiveDate,
    context: &'a Context,
) -> Element<'a, Message> {
    let client = &line.listing.client;
    let field = match sort {
        Sort::Name => return ellipsis(client.title()).font(MEDIUM).into(),
        Sort::Field(field) => field,
    };
    match (field, line.datum(field)) {
        (Field::NextStepOn, _) => next_step(client, today, &context.locale),
        (Field::Roles, Datum::Roles(roles)) => self::roles(roles, &context.locale),
        (Field::Phone, Datum::Text(number)) => quiet(phone::display(&number)),
        (_, Datum::Client(id, title)) if !title.is_empty() => {
            let open = Message::Panel(panel::Message::OpenPressed(id));
            link(title, open, style::button::quiet_link)
        }
        (Field::Completeness, Datum::Integer(percent)) => {
            let words = ("percent", percent.into());
            quiet(context.locale.with("clients-percent", &[words]))
        }
        (_, datum) => quiet(one_line(context.locale.datum(&datum, &context.catalog))),
    }
}

/// What comes next: the day, marked where it is over, and what is to be done.
fn next_step<'a>(client: &'a Client, today: NaiveDate, locale: &Locale) -> Element<'a, Message> {
    let words = ellipsis(one_line(client.next_step.clone())).style(surface::secondary);
    let Some(day) = client.next_step_on else {
        return words.into();
    };
    let date = locale.date(day);
    let day = if day < today {
        let late = badge::with_icon(Icon::Clock, date, Tone::Busy);
        text::tipped(late, locale.text("clients-overdue"))
    } else if day == today {
        badge::with_icon(Icon::Clock, locale.text("clients-today"), Tone::Warning)
    } else {
        badge::badge(date, Tone::Neutral)
    };
    row![day, words].spacing(spacing::S).align_y(Center).into()
}

/// A text of several lines in one.
fn one_line(text: String) -> String {
    match text.contains('\n') {
        true => text.split_whitespace().collect::<Vec<_>>().join(" "),
        false => text,
    }
}

/// Words that lead somewhere, cut where they do not fit.
pub fn link<'a>(
    words: String,
    on_press: Message,
    look: fn(&Theme, pressed::Status) -> pressed::Style,
) -> Element<'a, Message> {
    pressed(ellipsis(words))
        .padding(0)
        .style(look)
        .on_press(on_press)
        .into()
}

/// What a client is to us, as a chip.
pub fn role<'a>(role: Role, locale: &Locale) -> Element<'a, Message> {
    badge::badge(locale.role(role), tone(role))
}

fn tone(role: Role) -> Tone {
    match role {
        Role::Potential => Tone::Neutral,
        Role::Active => Tone::Free,
        Role::Former => Tone::Extra,
        Role::Partner => Tone::Accent,
        Role::Competitor => Tone::Warning,
    }
}

/// The first role as a chip, and how many others there are, named under the pointer.
fn roles<'a>(roles: Roles, locale: &Locale) -> Element<'a, Message> {
    let mut all = roles.iter();
    let Some(first) = all.next() else {
        return quiet("");
    };
    let others: Vec<_> = all.map(|role| locale.role(role)).collect();
    if others.is_empty() {
        return role(first, locale);
    }
    let count = badge::count(format!("+{}", others.len()), Tone::Neutral);
    row![role(first, locale), text::tipped(count, others.join(", "))]
        .spacing(spacing::XS)
        .align_y(Center)
        .into()
}

fn quiet<'a>(words: impl iced::widget::text::IntoFragment<'a>) -> Element<'a, Message> {
    ellipsis(words).style(surface::secondary).into()
}
