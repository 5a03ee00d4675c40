//! One of a few, all in sight: words in one frame, the chosen one raised.

use iced::widget::button as pressed;
use iced::widget::{container, row, text};
use iced::{Fill, Padding, Shrink};

use super::Element;
use crate::ui::style::{self, MEDIUM, height, size, spacing, surface};

/// The choices in a line: the word of each, whether it is chosen, and what a press on it says.
pub fn segmented<'a, Message: Clone + 'a>(
    choices: impl IntoIterator<Item = (String, bool, Message)>,
) -> Element<'a, Message> {
    let segments = choices.into_iter().map(|(label, is_chosen, message)| {
        let label = text(label)
            .size(size::SMALL)
            .font(MEDIUM)
            .wrapping(text::Wrapping::None);
        pressed(container(label).center_y(Fill))
            .padding(Padding::from([0.0, spacing::M]))
            .height(height::COMPACT)
            .style(style::button::segment(is_chosen))
            .on_press(message)
            .into()
    });
    container(row(segments).spacing(2.0).width(Shrink))
        .padding(GAP)
        .style(surface::track)
        .into()
}

/// Between the frame and the segments, in logical pixels; a field is as high as the whole.
const GAP: f32 = (height::CONTROL - height::COMPACT) / 2.0;
