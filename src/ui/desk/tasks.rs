//! The form of a task, which stands over whatever page asks for it.

use iced::Task as Command;
use iced::widget::space;

use super::{Desk, Dialog, Message, View};
use crate::domain::task::Rank;
use crate::ui::screen::{Action, Press, Wish, task};
use crate::ui::widget::Element;

impl Desk {
    /// Shows what is asked for over the page.
    ///
    /// # Errors
    /// The wish itself, where it asks for something else.
    pub(super) fn open_task(&mut self, wish: Wish) -> Result<Command<Message>, Box<Wish>> {
        let form = match wish {
            Wish::NewTask(draft) => task::Form::create(*draft, &self.context),
            Wish::EditTask(id) => task::Form::edit(id, &self.context),
            wish => return Err(Box::new(wish)),
        };
        Ok(self.show_task(form))
    }

    /// Shows the form; input in one that is open stays there.
    fn show_task(
        &mut self,
        (form, command): (task::Form, Command<task::form::Message>),
    ) -> Command<Message> {
        if self.has_dirty_task() {
            self.dialog = Some(Dialog::Task);
            return Command::none();
        }
        self.task = Some(Box::new(form));
        self.dialog = Some(Dialog::Task);
        command.map(Message::Task)
    }

    /// What asks for a new task; it begins with the client that is shown.
    pub(super) fn new_task(&self, rank: Rank) -> Wish {
        let mut draft = task::Draft::new(rank);
        match self.pages.last() {
            Some(View::Card(page)) => {
                if let Some(card) = page.card() {
                    draft = draft.about(&card.client);
                }
            }
            Some(_) => {}
            None => draft.client = self.clients.current(),
        }
        Wish::NewTask(Box::new(draft))
    }

    pub(super) fn has_dirty_task(&self) -> bool {
        self.task.as_ref().is_some_and(|form| form.is_dirty())
    }

    pub(super) fn update_task(&mut self, message: task::form::Message) -> Action<Message> {
        match &mut self.task {
            Some(form) => form.update(message, &self.context).map(Message::Task),
            None => Action::none(), // an answer to a form that is gone
        }
    }

    pub(super) fn press_task(&mut self, press: &Press) -> Action<Message> {
        match &mut self.task {
            Some(form) => form.press(press, &self.context).map(Message::Task),
            None => Action::none(),
        }
    }

    pub(super) fn refresh_task(&mut self) -> Command<Message> {
        match &mut self.task {
            Some(form) => form.refresh(&self.context).map(Message::Task),
            None => Command::none(),
        }
    }

    pub(super) fn task_view(&self) -> Element<'_, Message> {
        match &self.task {
            Some(form) => form.view(&self.context).map(Message::Task),
            None => space().into(),
        }
    }
}
