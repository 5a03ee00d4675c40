//! How the page looks: the cards in columns, a line for each value in which they differ.

use iced::widget::{
    button as pressed, column, container, responsive, row, scrollable, space, text as plain,
};
use iced::{Center, Fill, FillPortion, Padding, Size, Top};

use super::{Merge, Message, Sheet};
use crate::domain::Datum;
use crate::domain::duplicate::{Difference, Pick, said};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{self, Tone, control, size, spacing, surface};
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, icon, note, page, section, text};

/// The page grows no wider than this, in logical pixels.
const WIDEST: f32 = 1100.0;
/// The width of the labels, in logical pixels.
const LABEL: f32 = 170.0;
/// The narrowest column of a card, in logical pixels: where they have no room they scroll sideways.
const NARROWEST: f32 = 230.0;
/// The cards, and the lines under their names: both scroll to the cursor.
pub const CARDS: &str = "merge-cards";
pub const LINES: &str = "merge-lines";

impl Merge {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let body: Element<'a, Message> = match &self.sheet {
            None => space().into(),
            Some(sheet) => responsive(move |size| self.body(sheet, size, context)).into(),
        };
        let may = self.sheet.is_some() && !self.is_writing && !context.is_read_only;
        page::page(locale.text("merge-title"), body)
            .button(
                button::secondary(locale.text("merge-cancel"))
                    .tip("Esc")
                    .on_press(Message::LeavePressed),
            )
            .button(
                button::primary(locale.text("merge-do"))
                    .icon(Icon::Merge)
                    .tip("Enter")
                    .on_press_maybe(may.then_some(Message::MergePressed)),
            )
            .into()
    }

    fn body<'a>(
        &'a self,
        sheet: &'a Sheet,
        size: Size,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let heads = sheet.cards.iter().enumerate().map(|(at, card)| {
            let title = text::title(card.client.title()).wrapping(plain::Wrapping::WordOrGlyph);
            let digit = (at > 0 && at < 9).then(|| badge::key((at + 1).to_string()));
            let mark = match at {
                0 => badge::with_icon(Icon::Check, locale.text("merge-survivor"), Tone::Free),
                at => row![
                    button::link(locale.text("merge-make-survivor"))
                        .on_press(Message::SurvivorChosen(at)),
                    digit
                ]
                .spacing(spacing::S)
                .align_y(Center)
                .into(),
            };
            let head = column![title, mark].spacing(spacing::XS);
            Element::from(container(head).width(FillPortion(1)))
        });
        let needed = LABEL + 4.0 * spacing::XL + sheet.cards.len() as f32 * NARROWEST;
        let is_wide = needed > size.width;
        let width = size.width.min(WIDEST).max(needed);
        let lead = (!is_wide).then(|| space().width(LABEL));
        let heads = row![lead, row(heads).spacing(spacing::M)]
            .spacing(spacing::M)
            .align_y(Top);
        let mut lines = column![].spacing(spacing::M);
        for (at, difference) in sheet.differences.iter().enumerate() {
            lines = lines.push(self.line(at, difference, (sheet, is_wide), context));
        }
        if sheet.differences.is_empty() {
            lines = lines.push(text::secondary(locale.text("merge-same")));
        }
        let united = note::note(locale.text("merge-united"), Tone::Accent, None);
        let lines = column![united, lines].spacing(spacing::L);
        let lines = lines.padding(Padding::from([spacing::L, spacing::L]));
        let heads = container(heads).padding(Padding::from(spacing::L).bottom(0.0));
        // The names stay in sight while the values go by.
        let lines = scrollable(lines)
            .id(LINES)
            .direction(section::scroll_bar())
            .style(control::scroll)
            .width(Fill);
        let card = column![heads, section::divider(), lines].spacing(spacing::M);
        // As high as what stands on it; where that is too much, the lines scroll.
        let card = container(card).style(surface::card);
        let card = container(card)
            .width(width)
            .height(Fill)
            .padding(Padding::from(spacing::XL));
        let card = container(card).center_x(size.width.max(width)).height(Fill);
        section::scrolled_across(CARDS, card)
    }

    fn line<'a>(
        &'a self,
        at: usize,
        difference: &Difference,
        (sheet, is_wide): (&Sheet, bool),
        context: &Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let kind = sheet.cards[0].client.kind;
        let label = locale.field(kind, difference.field, &context.catalog);
        let picked = self.picked(difference);
        let is_at = at == self.cursor;
        let sides = sheet.cards.iter().enumerate().map(|(side, card)| {
            let datum = match said(card, difference.field) {
                Datum::Client(id, _) => {
                    Datum::Client(id, sheet.names.get(&id).cloned().unwrap_or_default())
                }
                datum => datum,
            };
            let value = locale.datum(&datum, &context.catalog);
            let pick = Pick::Card(side);
            let is_picked = picked == pick || picked == Pick::All && datum.is_said();
            // Where the cards scroll sideways, a label at the left would scroll away.
            let caption = is_wide.then(|| (label.clone(), is_at));
            option((value, caption), is_picked, Message::Picked(at, pick))
        });
        let sides = row(sides).spacing(spacing::M).align_y(Top);
        let all = difference
            .allows_all
            .then(|| take_all(at, picked == Pick::All, locale));
        let label = (!is_wide).then(|| {
            let sign =
                is_at.then(|| icon::icon(Icon::ChevronRight).style(surface::toned(Tone::Accent)));
            row![
                text::secondary(label).wrapping(plain::Wrapping::WordOrGlyph),
                space::horizontal(),
                sign
            ]
            .width(LABEL)
            .align_y(Center)
        });
        row![label, column![sides, all].spacing(spacing::XS).width(Fill)]
            .spacing(spacing::M)
            .align_y(Top)
            .into()
    }
}

/// One of the values, with the label of its line and whether the cursor is there; a click picks it.
fn option<'a>(
    (value, caption): (String, Option<(String, bool)>),
    is_picked: bool,
    message: Message,
) -> Element<'a, Message> {
    let sign = is_picked.then(|| icon::icon(Icon::CircleCheck).style(surface::toned(Tone::Accent)));
    let value = if value.is_empty() {
        "—".to_owned()
    } else {
        value
    };
    let value = text::body(value).wrapping(plain::Wrapping::WordOrGlyph);
    let caption = caption.map(|(words, is_at)| {
        let words = ellipsis(words).size(size::HINT);
        match is_at {
            true => words.style(surface::toned(Tone::Accent)),
            false => words.style(surface::hint),
        }
    });
    let face = row![column![caption, value].width(Fill), sign]
        .spacing(spacing::S)
        .align_y(Top);
    let face = pressed(face)
        .padding(spacing::S)
        .width(Fill)
        .style(style::button::choice(is_picked))
        .on_press(message);
    container(face)
        .style(control::frame)
        .width(FillPortion(1))
        .into()
}

fn take_all<'a>(at: usize, is_picked: bool, locale: &Locale) -> Element<'a, Message> {
    match is_picked {
        true => badge::with_icon(Icon::Check, locale.text("merge-all"), Tone::Accent),
        false => button::link(locale.text("merge-all"))
            .on_press(Message::Picked(at, Pick::All))
            .into(),
    }
}
