//! Text, by its rank on the page.

use std::time::Duration;

use iced::widget::text::IntoFragment;
use iced::widget::{Text, text, tooltip};

use super::Element;
use crate::ui::style::{FONT, MEDIUM, SEMIBOLD, Tone, size, spacing, surface};

/// How long the pointer rests before an explanation comes.
pub(super) const TIP_DELAY: Duration = Duration::from_millis(400);

/// The title of a page.
pub fn page_title<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    text(content).font(SEMIBOLD).size(size::PAGE)
}

/// The title of a card, a panel, a dialog.
pub fn title<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    text(content).font(SEMIBOLD).size(size::TITLE)
}

/// A key figure.
pub fn figure<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    text(content).font(SEMIBOLD).size(size::FIGURE)
}

/// Plain text.
pub fn body<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    text(content).font(FONT).size(size::BASE)
}

/// Text that leads the eye: a name.
pub fn strong<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    text(content).font(MEDIUM).size(size::BASE)
}

/// Text that stands behind: what a name stands for.
pub fn secondary<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    text(content)
        .font(FONT)
        .size(size::SMALL)
        .style(surface::secondary)
}

/// The smallest text.
pub fn hint<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    text(content)
        .font(FONT)
        .size(size::HINT)
        .style(surface::hint)
}

/// Plain text in the colour of `tone`.
pub fn toned<'a>(content: impl IntoFragment<'a>, tone: Tone) -> Text<'a> {
    body(content).style(surface::toned(tone))
}

/// `content`, explained by `tip` while the pointer rests on it.
pub fn tipped<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    tip: impl IntoFragment<'a>,
) -> Element<'a, Message> {
    tipped_at(content, tip, tooltip::Position::Bottom)
}

/// The same with the tip above it: for what stands at the foot of a window, where the tip would lie
/// on it.
pub fn tipped_above<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    tip: impl IntoFragment<'a>,
) -> Element<'a, Message> {
    tipped_at(content, tip, tooltip::Position::Top)
}

fn tipped_at<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    tip: impl IntoFragment<'a>,
    place: tooltip::Position,
) -> Element<'a, Message> {
    let words = text(tip).font(FONT).size(size::HINT);
    tooltip(content, words, place)
        .gap(spacing::XS)
        .padding(spacing::S)
        .delay(TIP_DELAY)
        .style(surface::tooltip)
        .into()
}
