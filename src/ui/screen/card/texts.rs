//! Long texts on a client: situation, goals, culture; education, hobbies, family.

use iced::Padding;
use iced::widget::{column, container};

use super::parts::{nothing, part, with_copy, wrapped};
use super::section::{Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, Sheet};
use crate::domain::Card;
use crate::domain::client::TextField;
use crate::error::Result;
use crate::ui::screen::{Action, Context};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, section};
use crate::workspace::Reader;

/// The long texts; they are changed in the form.
#[derive(Debug, Default)]
pub struct Texts;

impl Section for Texts {
    const PLACE: Place = Place {
        tab: Tab::Profile,
        side: Side::Left,
    };
    type Facts = ();
    type Message = ();

    fn read(_reader: Reader<'_>, _card: &Card) -> Result<()> {
        Ok(())
    }

    fn update(&mut self, (): (), _sheet: &Sheet, _context: &Context) -> Action<Outer> {
        Action::none()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let client = &sheet.card.client;
        let fields = TextField::ALL.into_iter().filter(|field| is_told(*field));
        let told = fields.filter(|field| !client.text(*field).trim().is_empty());
        let mut blocks: Vec<Element<'a, Outer>> = told
            .map(|field| {
                let head = section::section(locale.text_field(client.kind, field), None);
                let text = client.text(field).trim().to_owned();
                let block = column![head, wrapped(text.clone())].spacing(spacing::XS);
                let block = container(block).padding(Padding::ZERO.vertical(spacing::S));
                with_copy(block, text, context)
            })
            .collect();
        if blocks.is_empty() {
            blocks.push(nothing(locale.text("card-no-texts")));
        }
        Some(part(locale.text("card-tab-profile"), None, blocks))
    }
}

/// The note of the client stands in the overview.
fn is_told(field: TextField) -> bool {
    field.is_long() && field != TextField::Note
}
