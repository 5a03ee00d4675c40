//! What stands where there is nothing yet: what belongs here, and the button that fills it.

use iced::widget::{center, column};
use iced::{Center, Fill, Shrink};

use super::text::{secondary, title};
use super::{Element, Icon, avatar};
use crate::ui::style::{Tone, spacing};

/// An empty place: an icon, a title, a sentence and what can be done.
pub fn empty<'a, Message: 'a>(
    icon: Icon,
    words: impl Into<String>,
    explanation: impl Into<String>,
    button: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let told = column![
        title(words.into()),
        secondary(explanation.into()).align_x(Center)
    ]
    .spacing(spacing::XS)
    .align_x(Center);
    let block = column![avatar::tile(icon, Tone::Neutral, 52.0), told, button]
        .spacing(spacing::L)
        .align_x(Center)
        .width(Shrink)
        .max_width(420);
    center(block)
        .width(Fill)
        .height(Fill)
        .padding(spacing::XL)
        .into()
}
