//! Who works there, and where a person works: one click leads to the other side.

use iced::widget::{button as pressed, column, container, row};
use iced::{Center, Fill, Padding};

use super::departments::held;
use super::parts::{nothing, part, plain, shown};
use super::tabs::Tab;
use super::{Message, Sheet};
use crate::domain::client::Kind;
use crate::domain::listing::Listing;
use crate::domain::phone;
use crate::ui::screen::{Context, words};
use crate::ui::style::{self, MEDIUM, size, spacing, surface};
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::{Element, Icon, badge, button, ellipsis};

/// The side of the picture of a person, in logical pixels.
const FACE: f32 = 32.0;

/// How many people are shown at a glance.
const FEW: usize = 8;

/// The people of an organisation, or the work of a person.
pub(super) fn view<'a>(sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
    match sheet.card.client.kind {
        Kind::Organization => people(sheet, usize::MAX, context),
        Kind::Person => work(sheet, context),
    }
}

/// The same at a glance: the first people alone.
pub(super) fn few<'a>(sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
    match sheet.card.client.kind {
        Kind::Organization => people(sheet, FEW, context),
        Kind::Person => work(sheet, context),
    }
}

fn people<'a>(sheet: &'a Sheet, most: usize, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let add = button::ghost(locale.text("card-add-person"))
        .icon(Icon::Plus)
        .compact()
        .on_press_maybe((!context.is_read_only).then_some(Message::AddPerson));
    let mut lines: Vec<Element<'a, Message>> = sheet
        .people
        .iter()
        .take(most)
        .map(|listing| person(listing, held(sheet, &listing.client), context))
        .collect();
    let hidden = sheet.people.len().saturating_sub(most);
    if hidden > 0 {
        let label = locale.with("card-people-more", &[("count", hidden.into())]);
        let more = button::link(label).on_press(Message::Tab(Tab::People));
        lines.push(shown(more.reachable()));
    }
    if lines.is_empty() {
        lines.push(nothing(locale.text("card-no-people")));
    }
    let title = match sheet.people.len() {
        0 => locale.text("card-people"),
        count => format!(
            "{} · {}",
            locale.text("card-people"),
            locale.number(count as i64)
        ),
    };
    part(title, Some(add.reachable()), lines)
}

fn work<'a>(sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let client = &sheet.card.client;
    let employer = sheet.employer.as_ref().map(|employer| {
        let city = employer.city.as_str();
        who(employer, city.to_owned(), context)
    });
    let is_idle = employer.is_none() && client.position.is_empty() && client.department.is_empty();
    let lines = [
        employer,
        plain(
            locale.text("card-position"),
            client.position.trim().to_owned(),
        ),
        plain(
            locale.text("card-department"),
            client.department.trim().to_owned(),
        ),
        is_idle.then(|| nothing(locale.text("card-no-work"))),
    ];
    part(locale.text("card-work"), None, lines.into_iter().flatten())
}

/// A person of the organisation: what counts is the position and the department held here.
fn person<'a>(
    listing: &'a Listing,
    (position, department): (&str, &str),
    context: &Context,
) -> Element<'a, Message> {
    let locale = &context.locale;
    let does: Vec<&str> = [position, department]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let tool = |glyph, value: &str| {
        (!value.is_empty()).then(|| {
            let tip = locale.with("card-copy-value", &[("value", value.into())]);
            button::tool(glyph, tip)
                .compact()
                .on_press(Message::Copy(value.to_owned()))
                .reachable()
        })
    };
    row![
        who(listing, does.join(" · "), context),
        tool(Icon::Phone, &phone::display(&listing.phone)),
        tool(Icon::Mail, listing.email.trim()),
    ]
    .spacing(spacing::XS)
    .align_y(Center)
    .into()
}

/// A client as a line that leads to its card.
fn who<'a>(listing: &'a Listing, below: String, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let client = &listing.client;
    let name = ellipsis(words::title(locale, client))
        .font(MEDIUM)
        .size(size::BASE);
    let role = client.roles.iter().next();
    let role = role.map(|role| badge::badge(words::role(locale, role), words::role_tone(role)));
    let role = role.filter(|_| client.kind == Kind::Organization);
    let below =
        (!below.is_empty()).then(|| ellipsis(below).size(size::HINT).style(surface::secondary));
    let told = column![name, below].width(Fill);
    let face = row![words::face(client, FACE), told, role]
        .spacing(spacing::M)
        .align_y(Center);
    let face = pressed(face)
        .padding(Padding::from([spacing::XS + 2.0, spacing::S]).left(0.0))
        .width(Fill)
        .style(style::button::row)
        .on_press(Message::Open(client.id));
    let face = pressable(face, Some(Message::Open(client.id)));
    container(face).width(Fill).into()
}
