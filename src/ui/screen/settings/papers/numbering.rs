//! How the papers of each kind are numbered.

use std::collections::BTreeMap;

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, Top};

use super::super::lines::foot;
use super::{Part, Rows, Series, count, write};
use crate::domain::paper::{NumberMask, PaperKind};
use crate::ui::screen::settings::Message as Outer;
use crate::ui::screen::{Action, Context};
use crate::ui::style::{height, spacing};
use crate::ui::widget::{Element, ellipsis, field, section, text};

/// The width of the names of kinds and of the masks, in logical pixels.
const KIND: f32 = 210.0;
const MASK: f32 = 240.0;

/// The masks as they are being typed.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    typed: BTreeMap<PaperKind, String>,
}

/// What happened to the numbers.
#[derive(Debug, Clone)]
pub enum Message {
    /// A mask was typed.
    Typed(PaperKind, String),
    /// The masks are whole.
    Submitted,
    /// They are to stay as they were.
    Left,
}

impl Numbering {
    /// Whether something is typed.
    pub fn is_open(&self) -> bool {
        !self.typed.is_empty()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, rows: &Rows, context: &Context) -> Action<Outer> {
        match message {
            Message::Typed(kind, mask) => {
                let counted = count((kind, None), &mask, context);
                self.typed.insert(kind, mask);
                counted
            }
            Message::Submitted => self.submit(rows, context),
            Message::Left => {
                self.typed.clear();
                Action::none()
            }
        }
    }

    fn submit(&mut self, rows: &Rows, context: &Context) -> Action<Outer> {
        let is_readable = |mask: &String| NumberMask::read(mask.trim()).is_ok();
        if !self.typed.values().all(is_readable) {
            return Action::none();
        }
        let mut masks = self.typed.clone();
        masks.retain(|kind, mask| rows.masks.get(kind).map(String::as_str) != Some(mask.trim()));
        write(Part::Numbering, context, move |tx| {
            masks
                .iter()
                .try_for_each(|(kind, mask)| tx.decide(kind.mask_policy(), mask.trim()))
        })
    }

    /// The card.
    pub fn view<'a>(&'a self, rows: &'a Rows, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let lines = PaperKind::ALL.iter();
        let lines = lines.map(|kind| self.line(*kind, rows, context));
        let ways = foot(self.is_open(), Message::Left, Message::Submitted, context);
        section::card(
            column![
                section::heading(locale.text("papers-numbering"), None),
                text::secondary(locale.text("papers-mask-hint")),
                Column::from_iter(lines).spacing(spacing::S),
                ways,
            ]
            .spacing(spacing::M),
        )
    }

    fn line<'a>(
        &'a self,
        kind: PaperKind,
        rows: &'a Rows,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let known = rows.masks.get(&kind).map_or("", String::as_str);
        let mask = self.typed.get(&kind).map_or(known, String::as_str);
        let input = mask_field(mask, context, move |text| Message::Typed(kind, text))
            .on_submit(Message::Submitted);
        let name = ellipsis(locale.paper_kind(kind)).width(KIND);
        row![
            container(name).center_y(height::CONTROL),
            container(Element::from(input)).width(MASK),
            container(example((kind, None), mask, rows, context)).center_y(height::CONTROL),
        ]
        .spacing(spacing::M)
        .align_y(Top)
        .into()
    }
}

/// A field of a mask, which says what is wrong with it; an empty one is not asked about.
pub(super) fn mask_field<'a, M: Clone + 'a>(
    mask: &'a str,
    context: &Context,
    on_input: impl Fn(String) -> M + 'a,
) -> field::Field<'a, M> {
    let wrong = NumberMask::read(mask.trim()).err();
    let wrong = wrong.map(|why| context.locale.bad_mask(&why));
    let input = field::unlabelled(mask).error(wrong);
    match context.is_read_only {
        true => input,
        false => input.on_input(on_input),
    }
}

/// The next number by a mask, where it makes one.
pub(super) fn example<'a, M: 'a>(
    series: Series,
    mask: &str,
    rows: &'a Rows,
    context: &Context,
) -> Element<'a, M> {
    let next = rows.examples.get(&(series, mask.to_owned()));
    let next = next.map(|number| {
        let number = [("number", number.as_str().into())];
        context.locale.with("papers-next", &number)
    });
    let words = text::secondary(next.unwrap_or_default());
    row![words].align_y(Center).width(Fill).into()
}
