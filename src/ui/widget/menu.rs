//! A menu that unfolds under its button.

use iced::widget::button as pressed;
use iced::widget::{column, container, row};
use iced::{Center, Fill, Padding};

use super::anchored::{Anchored, anchored};
use super::section::divider;
use super::text::hint;
use super::{Element, Icon, ellipsis, icon};
use crate::ui::style::{self, height, spacing, surface};

/// One line of a menu being described; it turns into an [`Element`].
pub struct Item<'a, Message> {
    label: String,
    icon: Option<Icon>,
    trailing: Option<Element<'a, Message>>,
    on_press: Option<Message>,
    is_danger: bool,
    is_marked: bool,
}

/// A line that says `on_press`; a disabled one has none.
pub fn item<'a, Message>(
    label: impl Into<String>,
    on_press: impl Into<Option<Message>>,
) -> Item<'a, Message> {
    Item {
        label: label.into(),
        icon: None,
        trailing: None,
        on_press: on_press.into(),
        is_danger: false,
        is_marked: false,
    }
}

/// A line with a tick before it when `is_on`.
pub fn check<'a, Message>(
    label: impl Into<String>,
    is_on: bool,
    on_press: Message,
) -> Item<'a, Message>
where
    Message: 'a,
{
    let item = item(label, on_press);
    if is_on {
        Item {
            trailing: Some(
                icon(Icon::Check)
                    .style(surface::toned(style::Tone::Accent))
                    .into(),
            ),
            ..item
        }
    } else {
        item
    }
}

impl<'a, Message: 'a> Item<'a, Message> {
    /// With an icon before it.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With the name of its shortcut after it.
    pub fn shortcut(mut self, keys: impl Into<String>) -> Self {
        self.trailing = Some(hint(keys.into()).into());
        self
    }

    /// The keyboard stands on it, or not.
    pub fn marked(mut self, is_marked: bool) -> Self {
        self.is_marked = is_marked;
        self
    }

    /// It takes something away.
    pub fn danger(mut self) -> Self {
        self.is_danger = true;
        self
    }
}

impl<'a, Message: Clone + 'a> From<Item<'a, Message>> for Element<'a, Message> {
    fn from(item: Item<'a, Message>) -> Self {
        let label = ellipsis(item.label).width(Fill);
        let face = row![item.icon.map(icon), label, item.trailing]
            .spacing(spacing::S)
            .align_y(Center);
        pressed(container(face).center_y(Fill))
            .padding(Padding::ZERO.horizontal(spacing::S + 2.0))
            .width(Fill)
            .height(height::COMPACT + 2.0)
            .style(move |theme, status| {
                // Where the keyboard stands looks as where the pointer does.
                let status = match status {
                    pressed::Status::Active if item.is_marked => pressed::Status::Hovered,
                    status => status,
                };
                if item.is_danger {
                    style::button::row_danger(theme, status)
                } else {
                    style::button::row(theme, status)
                }
            })
            .on_press_maybe(item.on_press)
            .into()
    }
}

/// A line between groups of items.
pub fn separator<'a, Message: 'a>() -> Element<'a, Message> {
    container(divider())
        .padding(Padding::from([spacing::XS, 0.0]))
        .into()
}

/// The words above a group of items.
pub fn caption<'a, Message: 'a>(words: impl Into<String>) -> Element<'a, Message> {
    container(hint(words.into()))
        .padding(Padding::from([spacing::XS, spacing::S + 2.0]))
        .into()
}

/// The floating surface with `items` on it, `width` logical pixels wide.
pub fn panel<'a, Message: 'a>(
    items: impl IntoIterator<Item = Element<'a, Message>>,
    width: f32,
) -> Element<'a, Message> {
    container(column(items))
        .padding(spacing::XS)
        .width(width)
        .style(surface::floating)
        .into()
}

/// `button`, with `panel` under it while there is one. A click elsewhere and Esc say `on_close`.
pub fn menu<'a, Message: Clone + 'a>(
    button: impl Into<Element<'a, Message>>,
    panel: Option<Element<'a, Message>>,
    on_close: Message,
) -> Anchored<'a, Message> {
    anchored(button, panel, on_close)
}
