//! One of a few, all in sight: words in one frame, the chosen one raised.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::button as pressed;
use iced::widget::{container, row, text};
use iced::{Fill, Length, Padding, Shrink};

use super::Element;
use super::keyed::keyed;
use crate::ui::style::{self, MEDIUM, height, size, spacing, surface};

/// The choices in a line: the word of each, whether it is chosen, and what a press on it says. Tab
/// reaches the line; there the arrow keys say the choice before and behind the chosen one.
pub fn segmented<'a, Message: Clone + 'a>(
    choices: impl IntoIterator<Item = (String, bool, Message)>,
) -> Element<'a, Message> {
    framed(choices, Shrink)
}

/// The same as wide as its place, each choice with an equal part of it.
pub fn segmented_across<'a, Message: Clone + 'a>(
    choices: impl IntoIterator<Item = (String, bool, Message)>,
) -> Element<'a, Message> {
    framed(choices, Fill)
}

fn framed<'a, Message: Clone + 'a>(
    choices: impl IntoIterator<Item = (String, bool, Message)>,
    width: Length,
) -> Element<'a, Message> {
    let beside = match width {
        Fill => 0.0,
        _ => spacing::M,
    };
    let choices: Vec<_> = choices.into_iter().collect();
    let chosen = choices.iter().position(|(_, is_chosen, _)| *is_chosen);
    let said = |at: Option<usize>| Some(choices.get(at?)?.2.clone());
    let before = said(chosen.and_then(|at| at.checked_sub(1)));
    let behind = said(chosen.map_or(Some(0), |at| at.checked_add(1)));
    let segments = choices.into_iter().map(|(label, is_chosen, message)| {
        let label = text(label)
            .size(size::SMALL)
            .font(MEDIUM)
            .wrapping(text::Wrapping::None);
        pressed(container(label).center_x(width).center_y(Fill))
            .padding(Padding::from([0.0, beside]))
            .width(width)
            .height(height::COMPACT)
            .style(style::button::segment(is_chosen))
            .on_press(message)
            .into()
    });
    let frame = container(row(segments).spacing(2.0).width(width))
        .padding(GAP)
        .style(surface::track);
    keyed(frame, move |key| match key {
        Key::Named(Named::ArrowLeft) => before.clone(),
        Key::Named(Named::ArrowRight) => behind.clone(),
        _ => None,
    })
}

/// Between the frame and the segments, in logical pixels; a field is as high as the whole.
const GAP: f32 = (height::CONTROL - height::COMPACT) / 2.0;
