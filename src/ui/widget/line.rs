//! Lines that can be pressed: sections of the rail, results of a search, recent files.

use iced::widget::button as pressed;
use iced::widget::{container, row};
use iced::{Center, Fill, Padding};

use super::text::tipped;
use super::{Element, Icon, ellipsis, icon};
use crate::ui::style::{self, MEDIUM, height, spacing};

/// Any content as one line of a list, `is_chosen` or not.
pub fn line<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    is_chosen: bool,
    on_press: Message,
) -> Element<'a, Message> {
    pressed(content)
        .padding(Padding::from([spacing::S, spacing::M]))
        .width(Fill)
        .style(style::button::line(is_chosen))
        .on_press(on_press)
        .into()
}

/// A section of the rail: its icon and its word, with a badge after it.
pub fn rail<'a, Message: Clone + 'a>(
    glyph: Icon,
    label: impl Into<String>,
    is_chosen: bool,
    badge: Option<Element<'a, Message>>,
    on_press: Message,
) -> Element<'a, Message> {
    let label = ellipsis(label.into()).font(MEDIUM).width(Fill);
    let face = row![icon::large(glyph), label, badge]
        .spacing(spacing::M - 2.0)
        .align_y(Center);
    pressed(container(face).center_y(Fill))
        .padding(Padding::ZERO.horizontal(spacing::S + 2.0))
        .width(Fill)
        .height(height::CONTROL)
        .style(style::button::choice(is_chosen))
        .on_press(on_press)
        .into()
}

/// A line of the rail that shows `face`.
pub fn rail_face<'a, Message: Clone + 'a>(
    face: impl Into<Element<'a, Message>>,
    on_press: Message,
) -> Element<'a, Message> {
    pressed(face)
        .padding(spacing::XS)
        .width(Fill)
        .style(style::button::choice(false))
        .on_press(on_press)
        .into()
}

/// A section of the narrow rail: its icon alone, explained by `tip`.
pub fn rail_icon<'a, Message: Clone + 'a>(
    glyph: Icon,
    tip: impl Into<String>,
    is_chosen: bool,
    on_press: Message,
) -> Element<'a, Message> {
    let face = pressed(container(icon::large(glyph)).center(Fill))
        .padding(0)
        .width(height::CONTROL + spacing::XS)
        .height(height::CONTROL)
        .style(style::button::choice(is_chosen))
        .on_press(on_press);
    tipped(face, tip.into())
}
