//! Reminders of an entry, set and removed without its form.

use iced::widget::column;

use super::{Action, Calendar, Command, Context};
use crate::domain::reminder::{Audience, Change};
use crate::domain::task::When;
use crate::domain::{Id, Operation, Task};
use crate::error::{Error, Result};
use crate::ui::screen::prompts::Reminders;
use crate::ui::screen::{Wish, task};
use crate::ui::style::spacing;
use crate::ui::widget::{Element, button, dialog, text};

/// The width of the dialog, in logical pixels.
const WIDTH: f32 = 460.0;

/// A task whose reminders are shown.
#[derive(Debug, Clone)]
pub struct Reminding {
    task: Task,
    reminders: Reminders,
}

/// What happened to the reminders of an entry.
#[derive(Debug, Clone)]
pub enum Message {
    /// They are wanted.
    Asked(Id<Task>),
    /// They were read.
    Loaded(Result<Box<Reminding>>),
    /// One more, or one less.
    Changed(Audience, Change),
    /// That was written; the tables it changed, and how it stands now.
    Written(Result<(super::Changed, Box<Reminding>)>),
    /// They have been looked at.
    Closed,
}

impl Calendar {
    pub(super) fn update_reminding(
        &mut self,
        message: Message,
        context: &Context,
    ) -> Action<super::Message> {
        match message {
            Message::Asked(task) => {
                let read = context
                    .worker
                    .read(move |reader| Reminding::read(reader, task));
                return Action::run(Command::perform(read, |read| {
                    super::Message::Reminding(Message::Loaded(read.map(Box::new)))
                }));
            }
            Message::Loaded(Ok(reminding)) => self.reminding = Some(reminding),
            Message::Changed(audience, change) => {
                return self.write_reminders(audience, change, context);
            }
            Message::Written(Ok((changed, reminding))) => {
                if self.reminding.is_some() {
                    self.reminding = Some(reminding);
                }
                return Action::wish(Wish::Done(Operation::EditReminders, changed));
            }
            Message::Closed => self.reminding = None,
            Message::Loaded(Err(error)) | Message::Written(Err(error)) => {
                self.reminding = None;
                return Action::wish(Wish::Fail(error));
            }
        }
        Action::none()
    }

    /// Writes a change at once: undo takes it back.
    fn write_reminders(
        &mut self,
        audience: Audience,
        change: Change,
        context: &Context,
    ) -> Action<super::Message> {
        let Some(reminding) = &mut self.reminding else {
            return Action::none();
        };
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let task = &reminding.task;
        reminding.reminders.change(audience, change, task);
        if !reminding.reminders.is_changed() {
            return Action::none();
        }
        let id = task.id;
        let (base, mine) = reminding.reminders.edited(id);
        let written = context.worker.write(move |workspace| {
            let operation = Operation::EditReminders;
            let done = workspace.transact(operation, |tx| tx.save_reminders(&base, &mine))?;
            let now = Reminding::read(workspace.read(), id)?;
            Ok((done.changed, Box::new(now)))
        });
        Action::run(Command::perform(written, |written| {
            super::Message::Reminding(Message::Written(written))
        }))
    }

    pub(super) fn reminding_view<'a>(
        &'a self,
        context: &'a Context,
    ) -> Option<Element<'a, super::Message>> {
        let reminding = self.reminding.as_ref()?;
        let (locale, task) = (&context.locale, &reminding.task);
        let closed = super::Message::Reminding(Message::Closed);
        let when = task.start().or_else(|| task.due());
        let when = when.map(|when: When| text::secondary(locale.weekday_and_when(when)));
        let name = text::strong(task::name(task, &context.catalog));
        let editors = reminding.reminders.view(task, context, |audience, change| {
            super::Message::Reminding(Message::Changed(audience, change))
        });
        let body = column![column![name, when].spacing(spacing::XS), editors].spacing(spacing::L);
        let dialog = dialog::dialog(locale.text("task-reminders"), body)
            .width(WIDTH)
            .close(locale.text("common-close"), closed.clone())
            .button(button::primary(locale.text("common-close")).on_press(closed));
        Some(dialog.into())
    }
}

impl Reminding {
    fn read(reader: crate::workspace::Reader<'_>, id: Id<Task>) -> Result<Self> {
        let own = reader.reminders_of(id)?;
        Ok(Self {
            task: reader.task(id)?,
            reminders: Reminders::new((own, reader.default_reminders()?)),
        })
    }
}
