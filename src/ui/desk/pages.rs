//! The pages that lie over the list of clients.

use iced::Task as Command;

use crate::ui::screen::{Action, Context, Page, Press, Wish};
use crate::ui::screen::{groups, settings};
use crate::ui::widget::Element;

/// One page.
pub enum View {
    /// The groups.
    Groups(groups::Groups),
    /// The settings.
    Settings(Box<settings::Settings>),
}

/// What happened on a page.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the groups.
    Groups(groups::Message),
    /// In the settings.
    Settings(settings::Message),
}

/// Does the same for whichever page it is: `each!(self, page, tag => …)`.
macro_rules! each {
    ($view:expr, $page:ident, $tag:ident => $do:expr) => {
        match $view {
            View::Groups($page) => {
                let $tag = Message::Groups;
                $do
            }
            View::Settings($page) => {
                let $tag = Message::Settings;
                $do
            }
        }
    };
}

impl View {
    /// The page a wish asks for.
    ///
    /// # Errors
    /// The wish itself, where it asks for no page.
    pub fn open(wish: Wish, context: &Context) -> Result<(Self, Command<Message>), Wish> {
        Ok(match wish {
            Wish::Show(page) => return Self::show(page, context),
            wish => return Err(wish),
        })
    }

    fn show(page: Page, context: &Context) -> Result<(Self, Command<Message>), Wish> {
        Ok(match page {
            Page::Groups => Self::read(Self::Groups(groups::Groups::new()), context),
            page => return Err(Wish::Show(page)),
        })
    }

    /// The settings, which begin with the choices made so far.
    pub fn settings(page: settings::Settings, context: &Context) -> (Self, Command<Message>) {
        Self::read(Self::Settings(Box::new(page)), context)
    }

    /// The page, and the first reading of what it shows.
    fn read(mut page: Self, context: &Context) -> (Self, Command<Message>) {
        let command = page.refresh(context);
        (page, command)
    }

    /// Whether both are of the same sort.
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Which section of the rail it belongs to.
    pub fn page(&self) -> Option<Page> {
        match self {
            Self::Settings(_) => Some(Page::Settings),
            Self::Groups(_) => None,
        }
    }

    /// Whether there is input that closing would lose.
    pub fn is_dirty(&self) -> bool {
        false
    }

    /// Takes in what happened; an answer to a page that is gone is dropped.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match (self, message) {
            (Self::Groups(page), Message::Groups(message)) => {
                page.update(message, context).map(Message::Groups)
            }
            (Self::Settings(page), Message::Settings(message)) => {
                page.update(message, context).map(Message::Settings)
            }
            _ => Action::none(),
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        each!(self, page, tag => page.press(press, context).map(tag))
    }

    /// Reads what is shown anew.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        each!(self, page, tag => page.refresh(context).map(tag))
    }

    /// What is shown.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        each!(self, page, tag => page.view(context).map(tag))
    }
}
