//! What is asked over the form: before it is left, of a series, of two values that clash.

use crate::domain::Operation;
use crate::domain::task::merge::Field;
use crate::error::Error;
use crate::ui::screen::clash::Clash;
use crate::ui::screen::leaving;
use crate::ui::screen::{Action, Command, Context, Wish};
use crate::ui::widget::{Element, button, dialog, text};

use super::{Form, Message, Source};

/// What is asked over the form.
#[derive(Debug)]
pub enum Question {
    /// Whether to save what was typed, or to give it up.
    Leaving,
    /// Whether later repetitions change along.
    Saving,
    /// Whether later repetitions go along.
    Deleting,
    /// Which of two values is kept.
    Clash(Clash<Field>),
}

/// What of a series changes or goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// This task.
    Alone,
    /// This task and all later ones that are still to do.
    Following,
}

impl Form {
    pub(super) fn leave(&mut self) -> Action<Message> {
        match (&self.question, self.is_saving) {
            (_, true) => {}
            (Some(_), _) => self.question = None,
            (None, _) if self.is_dirty() => self.question = Some(Question::Leaving),
            (None, _) => return Action::wish(Wish::Back),
        }
        Action::none()
    }

    /// It was said what of the series is meant.
    pub(super) fn choose_extent(&mut self, extent: Extent, context: &Context) -> Action<Message> {
        let question = self.question.take();
        match question {
            Some(Question::Saving) => {
                self.extent = Some(extent);
                self.save(context)
            }
            Some(Question::Deleting) => self.delete(extent, context),
            _ => Action::none(),
        }
    }

    /// Deletes the task; of a series it is asked first what is meant.
    pub(super) fn ask_to_delete(&mut self, context: &Context) -> Action<Message> {
        match self.following() {
            0 => self.delete(Extent::Alone, context),
            _ => {
                self.question = Some(Question::Deleting);
                Action::none()
            }
        }
    }

    fn delete(&mut self, extent: Extent, context: &Context) -> Action<Message> {
        let Source::Known(id) = self.source else {
            return Action::none();
        };
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        self.is_saving = true;
        let deleted = context.worker.write(move |workspace| match extent {
            Extent::Alone => workspace.transact(Operation::DeleteTask, |tx| tx.delete_branch(id)),
            Extent::Following => {
                workspace.transact(Operation::DeleteFollowing, |tx| tx.delete_following(id))
            }
        });
        Action::run(Command::perform(deleted, move |deleted| {
            Message::Deleted(extent, deleted)
        }))
    }

    /// How many later repetitions of a known task are still to do.
    pub(super) fn following(&self) -> usize {
        let sheet = self.sheet.as_ref();
        sheet.map_or(0, |sheet| sheet.repetition.following())
    }

    pub(super) fn question_view<'a>(
        &'a self,
        question: &'a Question,
        context: &Context,
    ) -> Element<'a, Message> {
        match question {
            Question::Leaving => self.leaving(context),
            Question::Saving => self.extents("series-save", context),
            Question::Deleting => self.extents("series-delete", context),
            Question::Clash(clash) => clash.view(
                (&context.locale, self.is_saving),
                Message::Clash,
                (Message::Save, Message::Stay),
            ),
        }
    }

    fn leaving<'a>(&self, context: &Context) -> Element<'a, Message> {
        let save = (!self.is_saving).then_some(Message::Save);
        leaving::view(&context.locale, save, (Message::Stay, Message::Discard))
    }

    /// This task alone, or the later ones too.
    fn extents<'a>(&self, key: &str, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let count = i64::try_from(self.following()).unwrap_or(i64::MAX);
        let words = locale.with(key, &[("count", count.into())]);
        let choose = |extent| (!self.is_saving).then_some(Message::Extent(extent));
        let alone = button::secondary(locale.text("series-one"));
        let following = button::primary(locale.text("series-following"));
        dialog::dialog(locale.text("series-title"), text::body(words))
            .close(locale.text("form-stay"), Message::Stay)
            .aside(button::ghost(locale.text("form-stay")).on_press(Message::Stay))
            .button(alone.on_press_maybe(choose(Extent::Alone)))
            .button(following.on_press_maybe(choose(Extent::Following)))
            .into()
    }
}
