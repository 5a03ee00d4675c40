//! What the client is to us: who is responsible, how it came to us, how it likes to be reached.

use iced::Padding;
use iced::widget::{column, container};

use super::parts::{line, part, plain, shown, with_copy, wrapped};
use super::{Message, Sheet};
use crate::domain::client::Kind;
use crate::ui::screen::Context;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, button, section};

/// The part of the page.
pub fn view<'a>(sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let client = &sheet.card.client;
    let catalog = &context.catalog;
    let owner = match context.employee(client.owner) {
        nobody if nobody.is_empty() => locale.text("card-nobody"),
        name => name,
    };
    let since = client.since.map(|date| locale.date(date));
    let reached = [
        client.preferred_medium.map(|medium| locale.medium(medium)),
        Some(client.preferred_time.trim().to_owned()),
    ];
    let reached: Vec<String> = reached.into_iter().flatten().collect();
    let reached: Vec<String> = reached.into_iter().filter(|it| !it.is_empty()).collect();
    let term = |id| catalog.term(id).to_owned();
    let lines = [
        plain(locale.text("card-owner"), owner),
        plain(locale.text("profile-category"), term(client.category)),
        plain(locale.text("profile-segment"), term(client.segment)),
        plain(locale.text("profile-source"), term(client.source)),
        recommended(sheet, context),
        plain(locale.text("profile-brought"), brought(sheet, context)),
        plain(locale.text("profile-preferred-medium"), reached.join(" · ")),
        plain(
            locale.text("profile-political-role"),
            part_played(sheet, context),
        ),
        plain(locale.text("card-groups"), groups(sheet)),
        plain(locale.text("card-since"), since.unwrap_or_default()),
        line(
            locale.text("card-external-id"),
            &client.external_id,
            None,
            context,
        ),
        note(sheet, context),
    ];
    part(
        locale.text("card-relation"),
        None,
        lines.into_iter().flatten(),
    )
}

/// Who recommended us to it: one click leads there.
fn recommended<'a>(sheet: &'a Sheet, context: &Context) -> Option<Element<'a, Message>> {
    let by = &sheet.recommended_by.as_ref()?.client;
    let open = button::link(by.title()).on_press(Message::Open(by.id));
    let label = context.locale.text("profile-recommended-by");
    Some(shown(section::key_value(label, Element::from(open))))
}

/// How many clients came on its word.
fn brought(sheet: &Sheet, context: &Context) -> String {
    match sheet.brought {
        0 => String::new(),
        count => context
            .locale
            .with("profile-brought-clients", &[("count", count.into())]),
    }
}

/// The part a person plays in decisions, and how much its word weighs.
fn part_played(sheet: &Sheet, context: &Context) -> String {
    let locale = &context.locale;
    let client = &sheet.card.client;
    if client.kind == Kind::Organization {
        return String::new();
    }
    let role = client
        .political_role
        .map(|role| locale.political_role(role));
    let degree = client
        .influence
        .map(|degree| locale.with("profile-influence-of", &[("degree", degree.into())]));
    let told: Vec<String> = [role, degree].into_iter().flatten().collect();
    told.join(" · ")
}

/// The bar over the card shows roles and the first groups.
fn groups(sheet: &Sheet) -> String {
    let groups: Vec<&str> = sheet.groups.iter().map(|group| &*group.name).collect();
    if groups.len() > super::head::GROUPS {
        groups.join(", ")
    } else {
        String::new()
    }
}

fn note<'a>(sheet: &'a Sheet, context: &Context) -> Option<Element<'a, Message>> {
    let note = sheet.card.client.note.trim();
    if note.is_empty() {
        return None;
    }
    let head = section::section(context.locale.text("card-note"), None);
    let told = column![section::divider(), head, wrapped(note.to_owned())].spacing(spacing::S);
    let told = container(told).padding(Padding::ZERO.top(spacing::S));
    Some(with_copy(told, note.to_owned(), context))
}
