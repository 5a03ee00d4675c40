//! What stands over the page about a task: its form, or its end.

use iced::Task as Command;

use super::{Finish, Form, finish, form};
use crate::ui::screen::{Action, Context, Press, Wish};
use crate::ui::widget::Element;

/// A dialog about a task.
#[derive(Debug)]
pub enum Dialog {
    /// Everything about it can be typed.
    Form(Box<Form>),
    /// It ends.
    Finish(Box<Finish>),
}

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the form.
    Form(form::Message),
    /// As it ends.
    Finish(finish::Message),
    /// It is to be left.
    Leave,
}

impl Dialog {
    /// The dialog a wish asks for.
    ///
    /// # Errors
    /// The wish itself, where it asks for none.
    pub fn open(wish: Wish, context: &Context) -> Result<(Self, Command<Message>), Box<Wish>> {
        let form = match wish {
            Wish::NewTask(draft) => Form::create(*draft, context),
            Wish::ProposeTask(assignment) => Form::propose(*assignment, context),
            Wish::EditTask(id) => Form::edit(id, context),
            Wish::FinishTask(id, state) => {
                let (finish, command) = Finish::of(id, state, context);
                return Ok((Self::Finish(Box::new(finish)), command.map(Message::Finish)));
            }
            Wish::FinishTasks(tasks) if !tasks.is_empty() => {
                let (finish, command) = Finish::each(tasks[0], &tasks[1..], context);
                return Ok((Self::Finish(Box::new(finish)), command.map(Message::Finish)));
            }
            Wish::LogCall(draft) => {
                let (finish, command) = Finish::log(*draft, context);
                return Ok((Self::Finish(Box::new(finish)), command.map(Message::Finish)));
            }
            wish => return Err(Box::new(wish)),
        };
        let (form, command) = form;
        Ok((Self::Form(Box::new(form)), command.map(Message::Form)))
    }

    /// Whether there is input that closing would lose.
    pub fn is_dirty(&self) -> bool {
        match self {
            Self::Form(form) => form.is_dirty(),
            Self::Finish(finish) => finish.is_dirty(),
        }
    }

    /// Whether it asks what becomes of what was typed, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        match self {
            Self::Form(form) => form.is_leaving(),
            Self::Finish(finish) => finish.is_leaving(),
        }
    }

    /// What follows from a message; an answer to a dialog that is gone is dropped.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match (self, message) {
            (Self::Form(form), Message::Form(message)) => {
                form.update(message, context).map(Message::Form)
            }
            (Self::Form(form), Message::Leave) => form
                .update(form::Message::Leave, context)
                .map(Message::Form),
            (Self::Finish(finish), Message::Finish(message)) => {
                finish.update(message, context).map(Message::Finish)
            }
            (Self::Finish(finish), Message::Leave) => finish
                .update(finish::Message::Leave, context)
                .map(Message::Finish),
            _ => Action::none(),
        }
    }

    /// What follows from a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        match self {
            Self::Form(form) => form.press(press, context).map(Message::Form),
            Self::Finish(finish) => finish.press(press, context).map(Message::Finish),
        }
    }

    /// Somebody has written.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        match self {
            Self::Form(form) => form.refresh(context).map(Message::Form),
            Self::Finish(_) => Command::none(), // what has changed shows as it is saved
        }
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        match self {
            Self::Form(form) => form.view(context).map(Message::Form),
            Self::Finish(finish) => finish.view(context).map(Message::Finish),
        }
    }
}
