//! What a card says in the fields that the office has made.

use std::collections::HashMap;

use iced::widget::Row;

use super::parts::{line, nothing, part, plain, shown};
use super::section::{Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, Sheet};
use crate::domain::custom_field::{Content, CustomField};
use crate::domain::{Card, Client, Currency, Id, Money};
use crate::error::Result;
use crate::ui::screen::{Action, Context};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::{Element, badge, button, section};
use crate::workspace::Reader;

/// The values; they are changed in the form.
#[derive(Debug, Default)]
pub struct Values;

/// The names of the cards that the values lead to, as far as they may be seen.
pub type Named = HashMap<Id<Client>, String>;

impl Section for Values {
    const PLACE: Place = Place {
        tab: Tab::Profile,
        side: Side::Right,
    };
    type Facts = Named;
    type Message = ();

    fn read(reader: Reader<'_>, card: &Card) -> Result<Named> {
        let linked = card.values.iter().filter_map(|value| match value.content {
            Content::Link(client) => Some(client),
            _ => None,
        });
        let linked: Vec<_> = linked.collect();
        let found = reader.listings(&linked)?.into_iter();
        Ok(found
            .map(|listing| (listing.client.id, listing.client.title()))
            .collect())
    }

    fn update(&mut self, (): (), _sheet: &Sheet, _context: &Context) -> Action<Outer> {
        Action::none()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let kind = sheet.card.client.kind;
        let mut fields = context.catalog.fields(kind).peekable();
        fields.peek()?;
        let mut lines: Vec<Element<'a, Outer>> = fields
            .filter_map(|field| value_line(field, sheet, context))
            .collect();
        if lines.is_empty() {
            lines.push(nothing(locale.text("card-no-values")));
        }
        Some(part(locale.text("card-values"), None, lines))
    }
}

/// A field and what it says; nothing where it says nothing.
fn value_line<'a>(
    field: &CustomField,
    sheet: &'a Sheet,
    context: &Context,
) -> Option<Element<'a, Outer>> {
    let name = field.name.clone();
    let contents: Vec<&Content> = sheet.card.contents(field.id).collect();
    match contents.first()? {
        Content::Tag(_) => {
            let tags = contents.iter().map(|content| {
                badge::badge(told(content, &sheet.facts.values, context), Tone::Neutral)
            });
            let tags = Row::from_iter(tags)
                .spacing(spacing::S)
                .wrap()
                .vertical_spacing(spacing::XS);
            Some(shown(section::key_value(name, tags)))
        }
        Content::Link(client) => {
            let title = sheet.facts.values.get(client)?.clone();
            let open = button::link(title).on_press(Outer::Open(*client));
            Some(shown(section::key_value(name, Element::from(open))))
        }
        Content::Text(text) => line(name, text, None, context),
        content => plain(name, told(content, &sheet.facts.values, context)),
    }
}

/// A value as the language writes it.
pub fn told(content: &Content, named: &Named, context: &Context) -> String {
    let locale = &context.locale;
    match content {
        Content::Text(text) => text.clone(),
        Content::Number(number) => locale.decimal(*number),
        Content::Money(kopecks) => locale.money(Money::new(*kopecks, Currency::Rub)),
        Content::Date(date) => locale.date(*date),
        Content::YesNo(true) => locale.text("value-yes"),
        Content::YesNo(false) => locale.text("value-no"),
        Content::Choice(term) | Content::Tag(term) => context.catalog.term(Some(*term)).to_owned(),
        Content::Link(client) => named.get(client).cloned().unwrap_or_default(),
    }
}
