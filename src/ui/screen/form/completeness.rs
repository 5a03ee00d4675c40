//! What the office wants to know of a client and the form does not say yet: it warns, and never
//! refuses.

use iced::widget::container;
use iced::{Fill, Padding};

use super::{Form, Message, today};
use crate::domain::completeness::Items;
use crate::ui::screen::Context;
use crate::ui::style::{size, spacing, surface};
use crate::ui::widget::{Element, ellipsis};

impl Form {
    /// How much of what is required is filled in, and what is missing; it follows what is typed.
    pub(super) fn completeness<'a>(&self, context: &Context) -> Option<Element<'a, Message>> {
        let sheet = self.sheet.as_ref()?;
        let card = sheet.typed.finished(&sheet.base, &sheet.start, today());
        let required = context.catalog.required(self.kind);
        let filled = Items::filled(&card);
        let percent = required.percent(filled);
        let locale = &context.locale;
        let missing: Vec<String> = required
            .missing(filled)
            .iter()
            .map(|item| in_a_row(locale.item(self.kind, item)))
            .collect();
        let words = match missing.is_empty() {
            true => locale.text("form-filled-all"),
            false => locale.with(
                "form-filled",
                &[
                    ("percent", percent.into()),
                    ("missing", missing.join(", ").into()),
                ],
            ),
        };
        let words = ellipsis(words).size(size::SMALL).style(surface::secondary);
        let line = container(words)
            .padding(Padding::ZERO.horizontal(spacing::XL).bottom(spacing::S))
            .width(Fill)
            .style(surface::panel);
        Some(line.into())
    }
}

/// A label as a word among others: `Почта` is `почта`, `ИНН` stays.
fn in_a_row(label: String) -> String {
    let mut letters = label.chars();
    let is_name = letters.clone().nth(1).is_none_or(char::is_uppercase);
    match letters.next() {
        Some(first) if !is_name => first.to_lowercase().chain(letters).collect(),
        _ => label,
    }
}
