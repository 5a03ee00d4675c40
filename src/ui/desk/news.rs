//! What was written, here or by another program: everything that is shown is brought up to date.

use std::sync::Arc;

use iced::Task as Command;

use super::{Desk, Dialog, Known, Message};
use crate::error::Result;
use crate::ui::screen::{Action, Wish};
use crate::workspace::Workspace;

impl Desk {
    /// Brings everything that is shown up to date; nothing that is being typed is touched.
    pub(super) fn refresh(&mut self) -> Command<Message> {
        self.tally.spoil();
        self.rings.spoil();
        let context = &self.context;
        let clients = self.clients.refresh(context).map(Message::Clients);
        let search = match self.dialog {
            Some(Dialog::Search) => self.search.refresh(context).map(Message::Search),
            _ => Command::none(),
        };
        let known = context.worker.read(Known::read);
        let known = Command::perform(known, Message::Read);
        let pages = [
            self.refresh_task(),
            self.refresh_page(),
            self.refresh_windows(),
        ];
        Command::batch([clients, search, known].into_iter().chain(pages))
    }

    /// The topmost page alone: answers to those below it would go astray.
    pub(super) fn refresh_page(&mut self) -> Command<Message> {
        match self.pages.last_mut() {
            Some(page) => page.refresh(&self.context).map(Message::Page),
            None => Command::none(),
        }
    }

    pub(super) fn ask_for_news(&mut self) -> Command<Message> {
        if self.is_asking {
            return Command::none();
        }
        self.is_asking = true;
        let news = self.context.worker.write(Workspace::has_news);
        Command::perform(news, Message::News)
    }

    pub(super) fn take_news(&mut self, news: Result<bool>) -> Action<Message> {
        self.is_asking = false;
        match news {
            Ok(true) => Action::run(self.refresh()),
            Ok(false) => {
                self.is_lost = false;
                Action::none()
            }
            Err(_) if self.is_lost => Action::none(),
            Err(error) => {
                self.is_lost = true;
                Action::wish(Wish::Fail(error))
            }
        }
    }

    pub(super) fn take_known(&mut self, known: Result<Known>) -> Action<Message> {
        match known {
            Ok(known) => {
                self.context.me = known.me.clone();
                self.context.catalog = Arc::clone(&known.catalog);
                self.known = known;
                Action::none()
            }
            Err(error) => Action::wish(Wish::Fail(error)),
        }
    }
}
