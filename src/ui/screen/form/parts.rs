//! Pieces that several parts of the form are made of.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::Message;
use crate::i18n::Locale;
use crate::ui::style::Tone;
use crate::ui::widget::keyed::keyed;
use crate::ui::widget::{Element, Icon, badge, button};

/// A quiet button that adds something; Space presses it too.
pub fn added<'a>(label: String, message: Message) -> Element<'a, Message> {
    quiet(Icon::Plus, label, message)
}

/// A quiet button with an icon; Space presses it too.
pub fn quiet<'a>(icon: Icon, label: String, message: Message) -> Element<'a, Message> {
    let face = button::ghost(label)
        .icon(icon)
        .compact()
        .on_press(message.clone());
    by_space(face, message)
}

/// The mark of the main one, or the button that makes it so.
pub fn marked<'a>(
    is_main: bool,
    words: String,
    message: Message,
    locale: &Locale,
) -> Element<'a, Message> {
    if is_main {
        return badge::with_icon(Icon::Star, words, Tone::Accent);
    }
    let face = button::tool(Icon::Star, locale.text("form-make-main"))
        .compact()
        .on_press(message.clone());
    by_space(face, message)
}

/// The title of a part that folds; a press and Space fold and unfold it.
pub fn folding<'a>(label: String, is_open: bool, message: Message) -> Element<'a, Message> {
    let sign = if is_open {
        Icon::ChevronDown
    } else {
        Icon::ChevronRight
    };
    quiet(sign, label, message)
}

fn by_space<'a>(face: impl Into<Element<'a, Message>>, message: Message) -> Element<'a, Message> {
    keyed(face, move |key| {
        (*key == Key::Named(Named::Space)).then(|| message.clone())
    })
}
