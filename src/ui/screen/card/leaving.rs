//! The question what becomes of what was typed into a section.

use super::Message;
use crate::ui::screen::Context;
use crate::ui::widget::{Element, button, dialog, text};

/// The dialog over the page.
pub fn view<'a>(context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let body = text::body(locale.text("card-leaving-explained"));
    dialog::dialog(locale.text("form-leaving-title"), body)
        .close(locale.text("form-stay"), Message::Stay)
        .aside(button::ghost(locale.text("form-discard")).on_press(Message::Discard))
        .button(button::primary(locale.text("form-stay")).on_press(Message::Stay))
        .into()
}
