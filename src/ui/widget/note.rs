//! A sentence that fills a line and is to be noticed: a doubt, an error, something to know.

use iced::widget::{container, row, text};
use iced::{Center, Fill, Padding, Top};

use super::{Element, Icon, icon};
use crate::ui::style::{Tone, palette, size, spacing, surface};

/// The icon that goes with a tone.
pub(super) fn sign(tone: Tone) -> Icon {
    match tone {
        Tone::Neutral | Tone::Accent | Tone::Extra => Icon::Info,
        Tone::Free => Icon::CircleCheck,
        Tone::Busy => Icon::CircleX,
        Tone::Warning => Icon::Warning,
    }
}

/// A sentence on a soft ground, with what can be done about it at the right.
pub fn note<'a, Message: 'a>(
    words: impl Into<String>,
    tone: Tone,
    trailing: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let words = text(words.into())
        .size(size::SMALL)
        .style(|theme| text::Style {
            color: Some(palette(theme).text),
        });
    let sign =
        container(icon(sign(tone)).style(surface::toned(tone))).padding(Padding::ZERO.top(1.0));
    let said = row![sign, words.width(Fill)]
        .spacing(spacing::S)
        .align_y(Top);
    let face = row![said, trailing].spacing(spacing::M).align_y(Center);
    container(face)
        .padding(Padding::from([spacing::S, spacing::M]))
        .width(Fill)
        .style(surface::note(tone))
        .into()
}

/// A sentence under a field: an icon and words in the colour of `tone`.
pub fn under<'a, Message: 'a>(words: impl Into<String>, tone: Tone) -> Element<'a, Message> {
    let sign = icon::sized(sign(tone), size::HINT + 1.0).style(surface::toned(tone));
    let sign = container(sign).padding(Padding::ZERO.top(1.5));
    let words = text(words.into())
        .size(size::HINT)
        .style(surface::toned(tone));
    row![sign, words]
        .spacing(spacing::XS + 1.0)
        .align_y(Top)
        .into()
}
