//! The question what becomes of what was typed into a form that is left.

use crate::i18n::Locale;
use crate::ui::widget::{Element, button, dialog, text};

/// The dialog over the form; without `save` it cannot be saved now.
pub fn view<'a, Message: Clone + 'a>(
    locale: &Locale,
    save: Option<Message>,
    (stay, discard): (Message, Message),
) -> Element<'a, Message> {
    let body = text::body(locale.text("form-leaving-explained"));
    dialog::dialog(locale.text("form-leaving-title"), body)
        .close(locale.text("form-stay"), stay.clone())
        .aside(button::ghost(locale.text("form-discard")).on_press(discard))
        .button(button::secondary(locale.text("form-stay")).on_press(stay))
        .button(button::primary(locale.text("form-save")).on_press_maybe(save))
        .into()
}

/// The same over what is never saved: `explained` says what would be lost.
pub fn given_up<'a, Message: Clone + 'a>(
    locale: &Locale,
    explained: String,
    (stay, discard): (Message, Message),
) -> Element<'a, Message> {
    dialog::dialog(locale.text("form-leaving-title"), text::body(explained))
        .close(locale.text("form-stay"), stay.clone())
        .aside(button::ghost(locale.text("form-discard")).on_press(discard))
        .button(button::primary(locale.text("form-stay")).on_press(stay))
        .into()
}
