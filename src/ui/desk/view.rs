//! What is shown of the open file: the frame around the topmost page, and what stands over it.

use iced::widget::space;

use super::{Desk, Dialog, Message, View};
use crate::ui::frame::Frame;
use crate::ui::screen::shortcuts;
use crate::ui::widget::{Element, button, dialog, modal, text};

impl Desk {
    /// What is shown of the open file.
    pub fn view(&self) -> Element<'_, Message> {
        let page = match self.pages.last() {
            Some(page) => page.page_view(&self.context).map(Message::Page),
            None => self.clients.view(&self.context).map(Message::Clients),
        };
        let framed = Frame {
            context: &self.context,
            page: self.pages.iter().rev().find_map(View::page),
            can_detach: self.pages.last().is_some_and(View::can_stand_alone),
            undoable: self.known.undoable,
            redoable: self.known.redoable,
            menu: self.menu,
            ringing: self.rings.count(),
            width: self.width,
        }
        .around(page, Message::Frame);
        let dialog = match self.dialog {
            None => match self.pages.last() {
                Some(page) => {
                    let dialog = page.dialog(&self.context);
                    dialog.map(|dialog| dialog.map(Message::Page))
                }
                None => {
                    let dialog = self.clients.dialog(&self.context);
                    dialog.map(|dialog| dialog.map(Message::Clients))
                }
            },
            dialog => dialog.map(|dialog| self.dialog_view(dialog)),
        };
        modal::modal(framed, dialog, Message::DialogClosed)
    }

    fn dialog_view(&self, dialog: Dialog) -> Element<'_, Message> {
        let locale = &self.context.locale;
        match dialog {
            Dialog::Search => self.search.view(&self.context).map(Message::Search),
            Dialog::Export => match &self.export {
                Some(export) => export.view(&self.context).map(Message::Export),
                None => space().into(),
            },
            Dialog::Task => self.task_view(),
            Dialog::Shortcuts => shortcuts::view(locale, Message::DialogClosed),
            Dialog::Closing => {
                let words = text::body(locale.text("common-closing-text"));
                dialog::dialog(locale.text("common-closing"), words)
                    .button(
                        button::secondary(locale.text("common-stay"))
                            .on_press(Message::DialogClosed),
                    )
                    .button(
                        button::danger(locale.text("common-close-anyway"))
                            .on_press(Message::CloseAnyway),
                    )
                    .into()
            }
        }
    }
}
