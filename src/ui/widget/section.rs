//! The parts of a page: cards, titles of sections, lines of a key and its value, dividers.

use iced::widget::text::Wrapping;
use iced::widget::{Id, column, container, row, rule, scrollable, space, text};
use iced::{Center, Fill, Padding, Top};

use super::Element;
use super::text::title;
use crate::ui::style::{FONT, MEDIUM, control, size, spacing, surface};

/// A calm surface with room around `content`.
pub fn card<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content)
        .padding(spacing::L)
        .width(Fill)
        .style(surface::card)
        .into()
}

/// The title of a card, with what can be done to all of it at the right.
pub fn heading<'a, Message: 'a>(
    words: impl Into<String>,
    trailing: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    row![title(words.into()), space::horizontal(), trailing]
        .align_y(Center)
        .into()
}

/// The title of a section inside a card, with what can be done to it at the right.
pub fn section<'a, Message: 'a>(
    words: impl Into<String>,
    trailing: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let words = text(words.into())
        .size(size::SMALL)
        .font(MEDIUM)
        .style(surface::secondary);
    row![words, space::horizontal(), trailing]
        .align_y(Center)
        .into()
}

/// A key and its value, side by side; long ones wrap, so that neither is cut.
pub fn key_value<'a, Message: 'a>(
    key: impl Into<String>,
    value: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let key = text(key.into()).font(FONT).size(size::SMALL);
    let key = key.style(surface::hint).wrapping(Wrapping::WordOrGlyph);
    row![key.width(KEY_WIDTH), container(value).width(Fill)]
        .spacing(spacing::M)
        .align_y(Top)
        .into()
}

/// The bar over a page, which stays where it is.
pub fn bar<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content)
        .padding(Padding::from([spacing::M, spacing::XL]).left(spacing::M))
        .width(Fill)
        .style(surface::panel)
        .into()
}

/// A page of such a bar and what is below it, once that is known.
pub fn page<'a, Message: 'a>(
    bar: Element<'a, Message>,
    body: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    container(column![bar, body])
        .width(Fill)
        .height(Fill)
        .style(surface::page)
        .into()
}

/// A line across.
pub fn divider<'a, Message: 'a>() -> Element<'a, Message> {
    rule::horizontal(1).style(surface::divider).into()
}

/// A line from top to bottom.
pub fn vertical_divider<'a, Message: 'a>() -> Element<'a, Message> {
    rule::vertical(1).style(surface::divider).into()
}

/// `content`, scrolled by a thin bar when it is too high.
pub fn scrolled<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    scrollable_page(content).into()
}

/// The same, known by `id`, to be scrolled to what has the focus.
pub fn scrolled_as<'a, Message: 'a>(
    id: impl Into<Id>,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    scrollable_page(content).id(id).into()
}

fn scrollable_page<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
) -> scrollable::Scrollable<'a, Message> {
    scrollable(content)
        .direction(scroll_bar())
        .style(control::scroll)
        .width(Fill)
        .height(Fill)
}

/// `content` of a width of its own, known by `id`, scrolled from side to side where it is too wide.
pub fn scrolled_across<'a, Message: 'a>(
    id: impl Into<Id>,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    scrollable_page(content)
        .direction(scroll_bar_across())
        .id(id)
        .into()
}

/// A page, but only as high as `content` where that is lower.
pub fn scrolled_if_high<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    scrollable(content)
        .direction(scroll_bar())
        .style(control::scroll)
        .width(Fill)
        .into()
}

/// The thin bar of whatever is scrolled from side to side.
pub fn scroll_bar_across() -> scrollable::Direction {
    scrollable::Direction::Horizontal(thin())
}

/// The thin bar of whatever is scrolled up and down.
pub fn scroll_bar() -> scrollable::Direction {
    scrollable::Direction::Vertical(thin())
}

fn thin() -> scrollable::Scrollbar {
    scrollable::Scrollbar::new()
        .width(8)
        .scroller_width(6)
        .margin(1)
}

/// The width of the column of keys, in logical pixels.
const KEY_WIDTH: f32 = 116.0;
