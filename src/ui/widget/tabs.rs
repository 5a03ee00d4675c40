//! Tabs: words in a line, the chosen one underlined.

use iced::widget::button as pressed;
use iced::widget::{column, container, row, space};
use iced::{Center, Fill, Padding, Shrink};

use super::section::divider;
use super::{Element, ellipsis};
use crate::ui::style::{self, MEDIUM, Tone, spacing, surface};

/// One tab being described.
pub struct Tab<'a, Message> {
    label: String,
    badge: Option<Element<'a, Message>>,
    is_chosen: bool,
    on_press: Message,
}

/// A tab that says `on_press`.
pub fn tab<'a, Message>(
    label: impl Into<String>,
    is_chosen: bool,
    on_press: Message,
) -> Tab<'a, Message> {
    Tab {
        label: label.into(),
        badge: None,
        is_chosen,
        on_press,
    }
}

impl<'a, Message> Tab<'a, Message> {
    /// With a badge after its word.
    pub fn badge(mut self, badge: impl Into<Element<'a, Message>>) -> Self {
        self.badge = Some(badge.into());
        self
    }
}

/// The tabs in a line, over a divider from edge to edge; the words begin `margin` logical pixels
/// from the left.
pub fn tabs<'a, Message: Clone + 'a>(
    tabs: impl IntoIterator<Item = Tab<'a, Message>>,
    margin: f32,
) -> Element<'a, Message> {
    underlined(row(tabs.into_iter().map(face)).spacing(APART), margin)
}

/// The same, in as many lines as it takes.
pub fn wrapped<'a, Message: Clone + 'a>(
    tabs: impl IntoIterator<Item = Tab<'a, Message>>,
    margin: f32,
) -> Element<'a, Message> {
    let line = row(tabs.into_iter().map(face)).spacing(APART);
    underlined(line.wrap().vertical_spacing(0.0), margin)
}

fn underlined<'a, Message: 'a>(
    line: impl Into<Element<'a, Message>>,
    margin: f32,
) -> Element<'a, Message> {
    let line = container(line).padding(Padding::ZERO.horizontal(margin));
    column![line, divider()].into()
}

fn face<'a, Message: Clone + 'a>(tab: Tab<'a, Message>) -> Element<'a, Message> {
    let label = ellipsis(tab.label).font(MEDIUM);
    let words = row![label, tab.badge]
        .spacing(spacing::S - 2.0)
        .align_y(Center);
    let underline = container(space().width(Fill).height(UNDERLINE));
    let underline = if tab.is_chosen {
        underline.style(surface::mark(Tone::Accent))
    } else {
        underline
    };
    let face = column![container(words).center_y(HEIGHT), underline].width(Shrink);
    pressed(face)
        .padding(0)
        .style(style::button::tab(tab.is_chosen))
        .on_press(tab.on_press)
        .into()
}

/// The room between two tabs, in logical pixels.
const APART: f32 = spacing::XL - 2.0;
/// The height of the words and of the line under them, in logical pixels.
const HEIGHT: f32 = 36.0;
const UNDERLINE: f32 = 2.0;
