//! How the page of a client looks: its head, its tabs, what stands under them and over it.

use iced::Fill;
use iced::widget::{column, container, responsive};

use super::tabs::Tab;
use super::{Message, Page, Sheet, body, dialog, head, tabs};
use crate::ui::screen::{Context, leaving};
use crate::ui::style::surface;
use crate::ui::widget::Element;
use crate::ui::widget::modal::modal;

impl Page {
    /// The page, with what stands over it.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        modal(self.page(context), self.dialog(context), self.closed())
    }

    /// The page alone.
    pub fn page<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let page = match &self.sheet {
            None => column![],
            Some(Err(error)) => column![body::gone(error, context)],
            Some(Ok(sheet)) => column![
                head::view(sheet, self.is_menu_open, context),
                container(tabs::view(sheet, self.tab, context)).style(surface::panel),
                self.under_tabs(sheet, context),
            ],
        };
        let page = container(page).width(Fill).height(Fill);
        page.style(surface::page).into()
    }

    /// What stands over the page.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        match &self.dialog {
            Some(dialog) => Some(dialog.view(context)),
            None => self.is_leaving.then(|| {
                let words = context.locale.text("card-leaving-explained");
                let asked = (Message::Stay, Message::Discard);
                leaving::given_up(&context.locale, words, asked)
            }),
        }
    }

    /// Whether something stands over the page.
    pub fn has_dialog(&self) -> bool {
        self.is_leaving || self.dialog.is_some()
    }

    /// What is said when that is closed.
    pub fn closed(&self) -> Message {
        match self.dialog {
            Some(_) => Message::Dialog(dialog::Message::Closed),
            None => Message::Stay,
        }
    }

    /// What stands under the tabs; the history fills the page.
    fn under_tabs<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Element<'a, Message> {
        let scrolled = move || {
            Element::from(responsive(move |size| {
                self.body(sheet, size.width, context)
            }))
        };
        match self.tab {
            Tab::History => self.sections.work.page(context, scrolled),
            _ => scrolled(),
        }
    }
}
