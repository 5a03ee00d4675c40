//! Leaving a form for another page: what was typed is asked about first, and where it is given up
//! or saved, the way goes on.

use iced::keyboard::key::Named;

use super::{Desk, Dialog, Message, View};
use crate::ui::screen::rail::Section;
use crate::ui::screen::{Action, Press, Wish, task};

/// Where the way goes once a form is left.
#[derive(Debug, Clone)]
pub enum Goal {
    /// The list of clients.
    Clients,
    /// What was wished for.
    Wish(Box<Wish>),
}

impl From<Section> for Goal {
    fn from(section: Section) -> Self {
        section.map_or(Self::Clients, |page| Self::Wish(Box::new(Wish::Show(page))))
    }
}

impl Desk {
    /// Goes to a section by its key, out of whatever form has the keyboard.
    pub(super) fn go_to(&mut self, section: Section) -> Action<Message> {
        let is_form = |page: &View| matches!(page, View::Form(_) | View::Paper(_) | View::Sales(_));
        let page = self.pages.last();
        let has_dialog = page.is_some_and(|page| page.dialog_closed().is_some());
        let is_beyond = match page {
            None => self.clients.is_editing(),
            Some(page) => has_dialog && !is_form(page),
        };
        if self.dialog.is_none() && is_beyond || self.is_leaving() {
            return Action::none(); // a dialog of another sort has the keyboard, or it is asked already
        }
        if self.is_busy() {
            return Action::wish(Wish::Say(self.context.locale.text("common-busy")));
        }
        self.goal = Some(section.into());
        match self.dialog == Some(Dialog::Task) || self.has_form() {
            true => self.leave_page(),
            false => Action::none(),
        }
    }

    /// Lets the form ask what is to become of its input, before something else is shown.
    pub(super) fn leave_for(&mut self, goal: Goal) -> Action<Message> {
        self.goal = Some(goal);
        let action = self.leave_page();
        self.fulfil(action)
    }

    fn leave_page(&mut self) -> Action<Message> {
        if self.dialog == Some(Dialog::Task) {
            return self.update_task(task::dialog::Message::Leave);
        }
        let Some(page) = self.pages.last_mut() else {
            return Action::none();
        };
        match (page.dialog_closed(), page) {
            (Some(closed), page) => page.update(closed, &self.context).map(Message::Page),
            (None, View::Templates(page)) if page.is_dirty() => {
                page.ask_to_leave();
                Action::none()
            }
            (None, page) => {
                let escape = Press::named(Named::Escape);
                page.press(&escape, &self.context).map(Message::Page)
            }
        }
    }

    /// Goes on to where the user was bound, once nothing is left to lose; a user who stays is not
    /// carried off later.
    pub(super) fn go_on(&mut self, mut action: Action<Message>) -> Action<Message> {
        if self.goal.is_none() || self.is_leaving() {
            return action;
        }
        let goal = self.goal.take();
        if self.has_input() || self.dialog.is_some() {
            return action;
        }
        let gone = match goal {
            Some(Goal::Wish(wish)) => self.fulfil(Action::wish(*wish)),
            Some(Goal::Clients) | None => {
                self.pages.clear();
                Action::none()
            }
        };
        action.wishes.extend(gone.wishes);
        action.command = iced::Task::batch([action.command, gone.command]);
        action
    }

    /// Whether it is asked what becomes of input, or input is being saved in answer.
    fn is_leaving(&self) -> bool {
        match (&self.dialog, &self.task) {
            (Some(Dialog::Task), Some(task)) => task.is_leaving(),
            _ => self.pages.last().is_some_and(View::is_leaving),
        }
    }
}
