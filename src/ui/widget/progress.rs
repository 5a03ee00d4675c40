//! Long work: how far it is, and a way to stop it.

use iced::widget::{column, progress_bar, row};
use iced::{Center, Fill};

use super::text::secondary;
use super::{Element, button, ellipsis};
use crate::ui::style::{MEDIUM, spacing, surface};

/// Long work being described; it turns into an [`Element`].
pub struct Progress<Message> {
    title: String,
    count: String,
    part: f32,
    cancel: Option<(String, Message)>,
}

/// Work called `title`, `part` of which (0 to 1) is done; `count` says so in words.
pub fn progress<Message>(
    title: impl Into<String>,
    count: impl Into<String>,
    part: f32,
) -> Progress<Message> {
    Progress {
        title: title.into(),
        count: count.into(),
        part,
        cancel: None,
    }
}

impl<Message> Progress<Message> {
    /// With a button that stops it.
    pub fn cancel(mut self, label: impl Into<String>, message: Message) -> Self {
        self.cancel = Some((label.into(), message));
        self
    }
}

impl<'a, Message: Clone + 'a> From<Progress<Message>> for Element<'a, Message> {
    fn from(work: Progress<Message>) -> Self {
        let cancel = work.cancel.map(|(label, message)| {
            Element::from(button::secondary(label).compact().on_press(message))
        });
        let title = ellipsis(work.title).font(MEDIUM).width(Fill);
        let head = row![title, cancel].spacing(spacing::M).align_y(Center);
        column![head, bar(work.part), secondary(work.count)]
            .spacing(spacing::S)
            .width(Fill)
            .into()
    }
}

/// A thin bar, `part` of which (0 to 1) is full.
pub fn bar<'a, Message: 'a>(part: f32) -> Element<'a, Message> {
    progress_bar(0.0..=1.0, part)
        .girth(BAR)
        .style(surface::progress)
        .into()
}

/// How thick the bar is, in logical pixels.
const BAR: f32 = 6.0;
