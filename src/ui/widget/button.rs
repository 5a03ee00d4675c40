//! Buttons: a word, an icon or both.

use iced::widget::button::{Status, Style};
use iced::widget::{button, container, row};
use iced::{Center, Length, Padding, Shrink, Theme};

use super::keyed::pressable;
use super::{Element, Icon, ellipsis, icon};
use crate::ui::style::{self, FONT, MEDIUM, height, size, spacing};

/// A button being described; it turns into an [`Element`].
pub struct Button<'a, Message> {
    look: fn(&Theme, Status) -> Style,
    label: Option<String>,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    tip: Option<String>,
    has_tip_above: bool,
    on_press: Option<Message>,
    width: Length,
    height: f32,
    badge: Option<Element<'a, Message>>,
    is_link: bool,
}

/// The one thing to do here.
pub fn primary<'a, Message>(label: impl Into<String>) -> Button<'a, Message> {
    Button::new(style::button::primary, Some(label.into()))
}

/// One thing among others.
pub fn secondary<'a, Message>(label: impl Into<String>) -> Button<'a, Message> {
    Button::new(style::button::secondary, Some(label.into()))
}

/// A quiet thing to do.
pub fn ghost<'a, Message>(label: impl Into<String>) -> Button<'a, Message> {
    Button::new(style::button::ghost, Some(label.into()))
}

/// The one thing to do here, and it takes something away.
pub fn danger<'a, Message>(label: impl Into<String>) -> Button<'a, Message> {
    Button::new(style::button::danger, Some(label.into()))
}

/// Words that lead somewhere.
pub fn link<'a, Message>(label: impl Into<String>) -> Button<'a, Message> {
    Button {
        is_link: true,
        ..Button::new(style::button::link, Some(label.into()))
    }
}

/// An icon alone; `tip` says what it does.
pub fn tool<'a, Message>(icon: Icon, tip: impl Into<String>) -> Button<'a, Message> {
    Button {
        tip: Some(tip.into()),
        ..Button::new(style::button::ghost, None).icon(icon)
    }
}

impl<'a, Message> Button<'a, Message> {
    fn new(look: fn(&Theme, Status) -> Style, label: Option<String>) -> Self {
        Self {
            look,
            label,
            icon: None,
            trailing: None,
            tip: None,
            has_tip_above: false,
            on_press: None,
            width: Shrink,
            height: height::CONTROL,
            badge: None,
            is_link: false,
        }
    }

    /// With an icon before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With an icon after the word, such as the arrow of a menu.
    pub fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// With a badge after the word.
    pub fn badge(mut self, badge: impl Into<Element<'a, Message>>) -> Self {
        self.badge = Some(badge.into());
        self
    }

    /// Explained while the pointer is over it.
    pub fn tip(mut self, tip: impl Into<String>) -> Self {
        self.tip = Some(tip.into());
        self
    }

    /// Explained by `tip` above it: at the foot of a window there is no room below.
    pub fn tip_above(mut self, tip: impl Into<String>) -> Self {
        self.has_tip_above = true;
        self.tip(tip)
    }

    /// Framed like [`secondary`]; for icons alone.
    pub fn framed(mut self) -> Self {
        self.look = style::button::secondary;
        self
    }

    /// Lower, for toolbars and cards.
    pub fn compact(mut self) -> Self {
        self.height = height::COMPACT;
        self
    }

    /// As wide as told.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// What is said when it is pressed; without it the button is disabled.
    pub fn on_press(mut self, message: Message) -> Self {
        self.on_press = Some(message);
        self
    }

    /// What is said when it is pressed, if it can be pressed now.
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.on_press = message;
        self
    }
}

impl<'a, Message: Clone + 'a> Button<'a, Message> {
    /// With a place in the order of Tab; Enter and Space press it then.
    pub fn reachable(self) -> Element<'a, Message> {
        let on_press = self.on_press.clone();
        pressable(self, on_press)
    }
}

impl<'a, Message: Clone + 'a> From<Button<'a, Message>> for Element<'a, Message> {
    fn from(described: Button<'a, Message>) -> Self {
        let is_link = described.is_link;
        let is_compact = described.height < height::CONTROL;
        let is_alone = described.label.is_none();
        let type_size = if is_compact { size::SMALL } else { size::BASE };
        let weight = if is_link { FONT } else { MEDIUM };

        let leading = described.icon.map(|glyph| {
            let large = is_alone && !is_compact;
            icon::sized(glyph, if large { size::ICON_LARGE } else { size::ICON })
        });
        let label = described
            .label
            .map(|label| ellipsis(label).size(type_size).font(weight));
        let face = row![
            leading,
            label,
            described.trailing.map(icon),
            described.badge
        ]
        .spacing(spacing::S)
        .align_y(Center);

        let side = match (is_link, is_alone, is_compact) {
            (true, _, _) => 0.0,
            (false, true, _) => 0.0,
            (false, false, true) => spacing::M - 2.0,
            (false, false, false) => spacing::M + 2.0,
        };
        let (width, height) = match (is_link, is_alone) {
            (true, _) => (described.width, Shrink),
            (false, true) => (described.height.into(), described.height.into()),
            (false, false) => (described.width, described.height.into()),
        };
        let inside = if is_alone || width != Shrink {
            container(face).center_x(iced::Fill)
        } else {
            container(face)
        };
        let inside = if is_link {
            inside
        } else {
            inside.center_y(iced::Fill)
        };
        let pressed = button(inside)
            .style(described.look)
            .padding(Padding::ZERO.horizontal(side))
            .width(width)
            .height(height)
            .on_press_maybe(described.on_press);

        match described.tip {
            Some(tip) if described.has_tip_above => super::text::tipped_above(pressed, tip),
            Some(tip) => super::text::tipped(pressed, tip),
            None => pressed.into(),
        }
    }
}
