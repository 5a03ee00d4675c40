//! Small round labels: what something is, how many there are, which filter is on.

use iced::widget::button as pressed;
use iced::widget::{Row, container, row, text};
use iced::{Center, Padding};

use super::ellipsis::{Ellipsis, ellipsis};
use super::{Element, Icon, icon};
use crate::ui::style::{self, MEDIUM, SEMIBOLD, Tone, size, spacing, surface};

/// What something is, in a soft colour.
pub fn badge<'a, Message: 'a>(label: impl Into<String>, tone: Tone) -> Element<'a, Message> {
    container(face(label))
        .padding(PADDING)
        .style(surface::chip(tone))
        .into()
}

/// The same with an icon before it.
pub fn with_icon<'a, Message: 'a>(
    glyph: Icon,
    label: impl Into<String>,
    tone: Tone,
) -> Element<'a, Message> {
    let face = row![icon::sized(glyph, size::HINT), face(label)]
        .spacing(spacing::XS)
        .align_y(Center);
    container(face)
        .padding(PADDING)
        .style(surface::chip(tone))
        .into()
}

/// How many there are, beside a word.
pub fn count<'a, Message: 'a>(count: impl Into<String>, tone: Tone) -> Element<'a, Message> {
    container(text(count.into()).size(size::HINT).font(SEMIBOLD))
        .padding(Padding::from([1.0, 7.0]))
        .style(surface::chip(tone))
        .into()
}

/// A filter that is on: pressed it says `on_press`, its cross says `on_remove`.
pub fn chip<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    tone: Tone,
    on_press: Option<Message>,
    on_remove: Option<Message>,
) -> Element<'a, Message> {
    let cross = on_remove.map(|message| {
        pressed(icon::sized(Icon::Close, size::HINT))
            .padding(Padding::from([5.0, 7.0]).left(3.0))
            .style(style::button::chip(tone))
            .on_press(message)
    });
    let right = if cross.is_some() { 5.0 } else { 10.0 };
    // A long word is cut, never the cross behind it.
    let words = pressed(container(face(label)).max_width(WIDEST))
        .padding(PADDING.vertical(3.0).right(right))
        .style(style::button::chip(tone))
        .on_press_maybe(on_press);
    let face: Row<'_, Message> = row![words, cross].align_y(Center);

    container(face).style(surface::chip(tone)).into()
}

/// The name of a key, such as Ctrl K, in the frame of a key cap.
pub fn key<'a, Message: 'a>(keys: impl Into<String>) -> Element<'a, Message> {
    let keys = text(keys.into())
        .size(size::HINT - 1.0)
        .wrapping(iced::widget::text::Wrapping::None)
        .style(surface::hint);
    container(keys)
        .padding(Padding::from([1.0, 5.0]))
        .style(surface::well)
        .into()
}

/// The widest word of a chip, in logical pixels.
const WIDEST: f32 = 220.0;
const PADDING: Padding = Padding {
    top: 3.0,
    right: 10.0,
    bottom: 3.0,
    left: 10.0,
};

fn face<'a>(label: impl Into<String>) -> Ellipsis<'a> {
    ellipsis(label.into()).size(size::HINT).font(MEDIUM)
}
