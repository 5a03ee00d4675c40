//! Short news in the corner of the window: what was done, and a way back.

use iced::widget::{column, container, row, stack, text};
use iced::{Center, Fill, Padding};

use super::note::sign;
use super::{Element, Icon, button, icon};
use crate::ui::style::{Tone, size, spacing, surface};

/// One piece of news being described; it turns into an [`Element`].
pub struct Toast<Message> {
    words: String,
    tone: Tone,
    action: Option<(String, Message)>,
    close: Option<(String, Message)>,
}

/// News that say `words`.
pub fn toast<Message>(words: impl Into<String>, tone: Tone) -> Toast<Message> {
    Toast {
        words: words.into(),
        tone,
        action: None,
        close: None,
    }
}

impl<Message> Toast<Message> {
    /// With something to do about it, such as undo.
    pub fn action(mut self, label: impl Into<String>, message: Message) -> Self {
        self.action = Some((label.into(), message));
        self
    }

    /// With a cross, explained by `tip`.
    pub fn close(mut self, tip: impl Into<String>, message: Message) -> Self {
        self.close = Some((tip.into(), message));
        self
    }
}

impl<'a, Message: Clone + 'a> From<Toast<Message>> for Element<'a, Message> {
    fn from(toast: Toast<Message>) -> Self {
        let sign = icon::large(sign(toast.tone)).style(surface::toned(toast.tone));
        let words = container(text(toast.words).size(size::BASE)).max_width(420);
        let action = toast
            .action
            .map(|(label, message)| Element::from(button::link(label).on_press(message)));
        let close = toast.close.map(|(tip, message)| {
            Element::from(button::tool(Icon::Close, tip).compact().on_press(message))
        });
        let face = row![sign, words, action, close]
            .spacing(spacing::M)
            .align_y(Center);
        container(face)
            .padding(Padding::from([spacing::S, spacing::L]))
            .style(surface::floating)
            .into()
    }
}

/// What stays free under the news, in logical pixels: a line of buttons at the foot of a page.
const CLEAR: f32 = 68.0;

/// `page` with `toasts` over its bottom, the newest lowest. The page keeps its place in the tree.
pub fn toasts<'a, Message: Clone + 'a>(
    page: impl Into<Element<'a, Message>>,
    toasts: impl IntoIterator<Item = impl Into<Element<'a, Message>>>,
) -> Element<'a, Message> {
    let news = toasts.into_iter().map(iced::widget::opaque);
    let corner = container(column(news).spacing(spacing::S).align_x(Center))
        .padding(Padding::from(spacing::XL).bottom(CLEAR))
        .center_x(Fill)
        .align_bottom(Fill);
    stack![page.into(), corner].width(Fill).height(Fill).into()
}
