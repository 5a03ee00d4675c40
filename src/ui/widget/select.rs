//! Choices: one of several, yes or no.

use std::borrow::Borrow;

use iced::widget::{checkbox, pick_list, text};
use iced::{Fill, Length, Padding};

use super::repaint::repainted;
use super::{Element, Icon};
use crate::ui::style::{FONT, ICONS, control, height, size};

/// One of several, folded until it is pressed. `placeholder` stands where nothing is chosen.
pub fn select<'a, T, L, V, Message>(
    options: L,
    chosen: Option<V>,
    placeholder: impl Into<String>,
    on_select: impl Fn(T) -> Message + 'a,
) -> Element<'a, Message>
where
    T: ToString + PartialEq + Clone + 'a,
    L: Borrow<[T]> + 'a,
    V: Borrow<T> + 'a,
    Message: Clone + 'a,
{
    sized(options, chosen, placeholder, on_select, Fill)
}

/// The same, as wide as told.
pub fn sized<'a, T, L, V, Message>(
    options: L,
    chosen: Option<V>,
    placeholder: impl Into<String>,
    on_select: impl Fn(T) -> Message + 'a,
    width: impl Into<Length>,
) -> Element<'a, Message>
where
    T: ToString + PartialEq + Clone + 'a,
    L: Borrow<[T]> + 'a,
    V: Borrow<T> + 'a,
    Message: Clone + 'a,
{
    let handle = pick_list::Icon {
        font: ICONS,
        code_point: Icon::ChevronDown.glyph(),
        size: Some(size::ICON.into()),
        line_height: text::LineHeight::Relative(1.0),
        shaping: text::Shaping::Basic,
    };
    let words = chosen.as_ref().map(|chosen| chosen.borrow().to_string());
    let shown = options.borrow().len().min(SEEN) as f32;
    let list = pick_list(options, chosen, on_select)
        .placeholder(placeholder)
        .handle(pick_list::Handle::Static(handle))
        .font(FONT)
        .text_size(size::BASE)
        .padding(PADDING)
        .width(width)
        .style(control::pick)
        .menu_style(control::menu)
        .menu_height(shown * height::CONTROL);
    repainted(list, &words)
}

/// Yes or no, with a word beside it.
pub fn check<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    is_on: bool,
    on_toggle: impl Fn(bool) -> Message + 'a,
) -> Element<'a, Message> {
    checkbox(is_on)
        .label(label.into())
        .on_toggle(on_toggle)
        .size(MARK)
        .text_size(size::BASE)
        .font(FONT)
        .icon(tick())
        .style(control::check)
        .into()
}

/// A check box alone, inside something that has words.
pub(super) fn mark<'a, Message: Clone + 'a>(
    is_on: bool,
    on_press: Message,
) -> Element<'a, Message> {
    checkbox(is_on)
        .on_toggle(move |_is_on| on_press.clone())
        .size(MARK)
        .icon(tick())
        .style(control::check)
        .into()
}

/// The tick of our check boxes.
fn tick() -> checkbox::Icon<iced::Font> {
    checkbox::Icon {
        font: ICONS,
        code_point: Icon::Check.glyph(),
        size: Some(size::HINT.into()),
        line_height: text::LineHeight::Relative(1.0),
        shaping: text::Shaping::Basic,
    }
}

/// How many choices of an unfolded list are seen at once; more are scrolled. Whole lines: the
/// software renderer does not cut a line at the edge of such a list.
const SEEN: usize = 9;

/// The side of a check box, in logical pixels.
pub(super) const MARK: f32 = 16.0;

/// Makes a list as high as a field.
const PADDING: Padding = Padding {
    top: 7.9,
    right: 10.0,
    bottom: 7.9,
    left: 10.0,
};
