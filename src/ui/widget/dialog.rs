//! A question or a small task over the page. [`modal`](super::modal::modal) puts it there.

use iced::widget::{column, container, row, space};
use iced::{Center, Shrink};

use super::button::Button;
use super::text::title;
use super::{Element, Icon, button};
use crate::ui::style::{spacing, surface};

/// A dialog being described; it turns into an [`Element`].
pub struct Dialog<'a, Message> {
    title: String,
    body: Element<'a, Message>,
    buttons: Vec<Button<'a, Message>>,
    aside: Option<Button<'a, Message>>,
    close: Option<(String, Message)>,
    width: f32,
}

/// A dialog with a title and what it is about.
pub fn dialog<'a, Message>(
    title: impl Into<String>,
    body: impl Into<Element<'a, Message>>,
) -> Dialog<'a, Message> {
    Dialog {
        title: title.into(),
        body: body.into(),
        buttons: Vec::new(),
        aside: None,
        close: None,
        width: 480.0,
    }
}

impl<'a, Message> Dialog<'a, Message> {
    /// With one more button at the bottom right; the last one is the main one. The keyboard reaches
    /// all of them.
    pub fn button(mut self, button: Button<'a, Message>) -> Self {
        self.buttons.push(button);
        self
    }

    /// With a button at the bottom left.
    pub fn aside(mut self, aside: Button<'a, Message>) -> Self {
        self.aside = Some(aside);
        self
    }

    /// With a cross in the corner, explained by `tip`.
    pub fn close(mut self, tip: impl Into<String>, message: Message) -> Self {
        self.close = Some((tip.into(), message));
        self
    }

    /// At most `width` logical pixels wide.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }
}

impl<'a, Message: Clone + 'a> From<Dialog<'a, Message>> for Element<'a, Message> {
    fn from(dialog: Dialog<'a, Message>) -> Self {
        let close = dialog.close.map(|(tip, message)| {
            let cross = button::tool(Icon::Close, tip).compact().on_press(message);
            Element::from(cross)
        });
        let head = row![title(dialog.title), space::horizontal(), close].align_y(Center);
        let has_foot = !dialog.buttons.is_empty() || dialog.aside.is_some();
        let foot = has_foot.then(|| {
            let buttons = dialog.buttons.into_iter().map(Button::reachable);
            let buttons = row(buttons).spacing(spacing::S);
            row![
                dialog.aside.map(Button::reachable),
                space::horizontal(),
                buttons
            ]
            .align_y(Center)
        });
        container(column![head, dialog.body, foot].spacing(spacing::L))
            .padding(spacing::XL)
            .max_width(dialog.width)
            .height(Shrink)
            .style(surface::floating)
            .into()
    }
}
