//! Pieces that several parts of a card are made of.

use iced::widget::{column, container, hover, row, text};
use iced::{Center, Element as Any, Fill, Padding};

use super::Message;
use crate::domain::Doubt;
use crate::ui::screen::Context;
use crate::ui::style::{Tone, height, size, spacing, surface};
use crate::ui::widget::{Element, Icon, button, icon, note, section, text as words_of};

/// The room above and below a line, in logical pixels.
const LINE: f32 = 5.0;

/// A part of the card: its title, what can be done to it, and its lines.
pub(super) fn part<'a>(
    title: String,
    trailing: Option<Element<'a, Message>>,
    lines: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let head = container(section::heading(title, trailing)).center_y(height::COMPACT);
    section::card(column![head, column(lines)])
}

/// A line that can be copied: the button comes with the pointer. What is empty has no line.
pub(super) fn line<'a>(
    key: String,
    value: &str,
    doubt: Option<Doubt>,
    context: &Context,
) -> Option<Element<'a, Message>> {
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    let doubt = doubt.map(|doubt| note::under(context.locale.doubt(&doubt), Tone::Warning));
    let told = column![wrapped(value.to_owned()), doubt].spacing(2.0);
    let line = shown(section::key_value(key, told));
    Some(with_copy(line, value.to_owned(), context))
}

/// A line that leads nowhere and is not copied.
pub(super) fn plain<'a>(key: String, value: String) -> Option<Element<'a, Message>> {
    let line = || shown(section::key_value(key, wrapped(value.clone())));
    (!value.is_empty()).then(line)
}

/// `line`, with a button over its end that copies `value` while the pointer is there.
pub(super) fn with_copy<'a>(
    line: impl Into<Element<'a, Message>>,
    value: String,
    context: &Context,
) -> Element<'a, Message> {
    let copy = button::tool(Icon::Copy, context.locale.text("card-copy"))
        .framed()
        .compact()
        .on_press(Message::Copy(value));
    let copy: Element<'a, Message> = copy.into();
    hover(line, container(copy).align_right(Fill))
}

/// The mark of the main one of several.
pub(super) fn star<'a>(words: String) -> Element<'a, Message> {
    let sign = icon::sized(Icon::Star, size::HINT).style(surface::toned(Tone::Accent));
    let words = words_of::hint(words).style(surface::toned(Tone::Accent));
    row![sign, words]
        .spacing(spacing::XS)
        .align_y(Center)
        .into()
}

/// Text of any length, broken even inside a word.
pub(super) fn wrapped<'a>(value: String) -> text::Text<'a> {
    words_of::body(value).wrapping(text::Wrapping::WordOrGlyph)
}

/// `line` with the room of a line around it.
pub(super) fn shown<'a>(line: impl Into<Any<'a, Message>>) -> Element<'a, Message> {
    container(line)
        .padding(Padding::ZERO.vertical(LINE))
        .width(Fill)
        .into()
}

/// A sentence for a part that has nothing in it yet.
pub(super) fn nothing<'a>(words: String) -> Element<'a, Message> {
    shown(words_of::secondary(words))
}
