//! What is asked about a task, over whatever page asks for it.

use iced::Task as Command;
use iced::widget::space;

use super::{Desk, Dialog, Message, View};
use crate::domain::task::Rank;
use crate::ui::screen::{Action, Press, Wish, task};
use crate::ui::widget::Element;

impl Desk {
    /// Shows what is asked for over the page; input in a dialog that is open stays there.
    ///
    /// # Errors
    /// The wish itself, where it asks for something else.
    pub(super) fn open_task(&mut self, wish: Wish) -> Result<Command<Message>, Box<Wish>> {
        if let Wish::FinishTasks(tasks) = &wish
            && self.dialog == Some(Dialog::Task)
        {
            self.unfinished.clone_from(tasks);
            return Ok(Command::none());
        }
        let (dialog, command) = task::Dialog::open(wish, &self.context)?;
        self.dialog = Some(Dialog::Task);
        if self.has_dirty_task() {
            return Ok(Command::none());
        }
        self.task = Some(dialog);
        Ok(command.map(Message::Task))
    }

    /// The dialog is gone; tasks about which is still to be asked come up in its place.
    pub(super) fn close_task(&mut self) -> Command<Message> {
        self.task = None;
        let unfinished = std::mem::take(&mut self.unfinished);
        let next = self.open_task(Wish::FinishTasks(unfinished));
        next.unwrap_or_else(|_| Command::none())
    }

    /// What a new task begins with: the client that is shown.
    fn draft_at_hand(&self, rank: Rank) -> Box<task::Draft> {
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
        Box::new(draft)
    }

    /// What asks for a new task.
    pub(super) fn new_task(&self, rank: Rank) -> Wish {
        Wish::NewTask(self.draft_at_hand(rank))
    }

    /// What asks for the result of a call that was made just now.
    pub(super) fn log_call(&self) -> Wish {
        Wish::LogCall(self.draft_at_hand(Rank::Operation))
    }

    pub(super) fn has_dirty_task(&self) -> bool {
        self.task.as_ref().is_some_and(task::Dialog::is_dirty)
    }

    pub(super) fn update_task(&mut self, message: task::dialog::Message) -> Action<Message> {
        match &mut self.task {
            Some(dialog) => dialog.update(message, &self.context).map(Message::Task),
            None => Action::none(), // an answer to a dialog that is gone
        }
    }

    pub(super) fn press_task(&mut self, press: &Press) -> Action<Message> {
        match &mut self.task {
            Some(dialog) => dialog.press(press, &self.context).map(Message::Task),
            None => Action::none(),
        }
    }

    pub(super) fn refresh_task(&mut self) -> Command<Message> {
        match &mut self.task {
            Some(dialog) => dialog.refresh(&self.context).map(Message::Task),
            None => Command::none(),
        }
    }

    pub(super) fn task_view(&self) -> Element<'_, Message> {
        match &self.task {
            Some(dialog) => dialog.view(&self.context).map(Message::Task),
            None => space().into(),
        }
    }
}
