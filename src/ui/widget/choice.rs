//! Choices that the keyboard reaches too: chips that are on or off, one of several.

use std::fmt;

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::button as pressed;
use iced::widget::{Id, row, text};
use iced::{Center, Padding};

use super::keyed::{keyed, keyed_as};
use super::{Element, Icon, icon, select};
use crate::ui::style::{self, MEDIUM, Tone, size, spacing};

/// A chip that is on or off: a tick and the accent say so. A click and Space say `on_press`.
pub fn chip<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    is_on: bool,
    on_press: Message,
) -> Element<'a, Message> {
    chip_as(Id::unique(), label, is_on, on_press)
}

/// The same, known by `id`, to be focused.
pub fn chip_as<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    label: impl Into<String>,
    is_on: bool,
    on_press: Message,
) -> Element<'a, Message> {
    let tick = is_on.then(|| icon::sized(Icon::Check, size::SMALL));
    let words = text(label.into())
        .size(size::SMALL)
        .font(MEDIUM)
        .wrapping(text::Wrapping::None);
    let tone = if is_on { Tone::Accent } else { Tone::Neutral };
    let face = pressed(row![tick, words].spacing(spacing::XS).align_y(Center))
        .padding(Padding::from([5.0, spacing::M]))
        .style(style::button::chip(tone))
        .on_press(on_press.clone());
    keyed_as(id, face, move |key, held| {
        let is_pressed = *key == Key::Named(Named::Space) && held.is_empty();
        is_pressed.then(|| on_press.clone())
    })
}

/// One of a few as chips, each with its icon, and alone where its word is empty: the arrows go from
/// one to the next.
pub fn chips_as<'a, T, Message>(
    id: impl Into<Id>,
    options: impl IntoIterator<Item = (T, Icon, String)>,
    chosen: Option<T>,
    on_choose: impl Fn(T) -> Message + 'a,
) -> Element<'a, Message>
where
    T: Copy + PartialEq + 'a,
    Message: Clone + 'a,
{
    let options: Vec<_> = options.into_iter().collect();
    let at = options
        .iter()
        .position(|(value, ..)| Some(*value) == chosen);
    let neighbour = |step: isize| {
        let next = at.map_or(Some(0), |at| at.checked_add_signed(step))?;
        options.get(next).map(|(value, ..)| *value)
    };
    let (before, behind) = (neighbour(-1), neighbour(1));
    let chips = options.into_iter().map(|(value, glyph, label)| {
        let is_on = Some(value) == chosen;
        let tone = if is_on { Tone::Accent } else { Tone::Neutral };
        let words = (!label.is_empty()).then(|| {
            text(label)
                .size(size::SMALL)
                .font(MEDIUM)
                .wrapping(text::Wrapping::None)
        });
        let side = if words.is_some() {
            spacing::M
        } else {
            spacing::S
        };
        let face = row![icon(glyph), words].spacing(spacing::XS + 2.0);
        pressed(face.align_y(Center))
            .padding(Padding::from([5.0, side]))
            .style(style::button::chip(tone))
            .on_press(on_choose(value))
            .into()
    });
    let chips = row(chips).spacing(spacing::XS).wrap();
    let chips = chips.vertical_spacing(spacing::XS);
    keyed_as(id, chips, move |key, held| match key {
        _ if !held.is_empty() => None,
        Key::Named(Named::ArrowLeft) => before.map(&on_choose),
        Key::Named(Named::ArrowRight) => behind.map(&on_choose),
        _ => None,
    })
}

/// Yes or no, with a word beside it; Space sets it on and off.
pub fn check<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    is_on: bool,
    say: impl Fn(bool) -> Message + 'a,
) -> Element<'a, Message> {
    let pressed = say(!is_on);
    keyed(select::check(label, is_on, say), move |key| {
        (*key == Key::Named(Named::Space)).then(|| pressed.clone())
    })
}

/// One of several, with the words it goes by.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// Its words.
    pub label: String,
}

impl<T> fmt::Display for Choice<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)
    }
}

/// One of `options`, folded until it is pressed; the arrow keys go up and down.
pub fn one_of<'a, T, Message>(
    options: impl IntoIterator<Item = (T, String)>,
    chosen: T,
    on_choose: impl Fn(T) -> Message + Clone + 'a,
) -> Element<'a, Message>
where
    T: Copy + PartialEq + 'a,
    Message: Clone + 'a,
{
    one_of_as(Id::unique(), options, chosen, on_choose)
}

/// The same, known by `id`, to be focused.
pub fn one_of_as<'a, T, Message>(
    id: impl Into<Id>,
    options: impl IntoIterator<Item = (T, String)>,
    chosen: T,
    on_choose: impl Fn(T) -> Message + Clone + 'a,
) -> Element<'a, Message>
where
    T: Copy + PartialEq + 'a,
    Message: Clone + 'a,
{
    let options: Vec<Choice<T>> = options
        .into_iter()
        .map(|(value, label)| Choice { value, label })
        .collect();
    let at = options.iter().position(|option| option.value == chosen);
    let neighbour = |step: isize| {
        let next = at.map_or(Some(0), |at| at.checked_add_signed(step))?;
        options.get(next).map(|option| option.value)
    };
    let (above, below) = (neighbour(-1), neighbour(1));
    let now = at.map(|at| options[at].clone());
    let choose = on_choose.clone();
    let list = select::select(options, now, "", move |choice: Choice<T>| {
        choose(choice.value)
    });
    keyed_as(id, list, move |key, held| match key {
        _ if !held.is_empty() => None,
        Key::Named(Named::ArrowUp) => above.map(&on_choose),
        Key::Named(Named::ArrowDown) => below.map(&on_choose),
        _ => None,
    })
}
