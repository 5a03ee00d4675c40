//! Saving: what has to be put right first.

use chrono::Utc;
use iced::Task as Command;

use super::{CLIENT, Form, Line, Message, PAGE, Problem, Question, Source};
use crate::domain::{Id, Operation, Paper};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::widget::focus;
use crate::workspace::Outcome;

impl Problem {
    /// The name of the field in which it is put right.
    fn field(self) -> &'static str {
        match self {
            Self::NoClient => CLIENT,
            Self::Unread(line) => line.id(),
            Self::TooLarge => Line::Amount.id(),
        }
    }
}

impl Form {
    /// What has to be put right before it can be saved, once saving was tried.
    pub(super) fn problems(&self) -> Vec<Problem> {
        match &self.sheet {
            Some(sheet) if self.is_checked => sheet.problems(),
            _ => Vec::new(),
        }
    }

    pub(super) fn save(&mut self, context: &Context) -> Action<Message> {
        if self.is_saving {
            return Action::none();
        }
        let taken = self.settle(context);
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        if !sheet.is_new() && !sheet.is_dirty() {
            return match self.question {
                Some(Question::Leaving) => self.left(),
                None => taken,
            };
        }
        self.is_checked = true;
        if let Some(problem) = sheet.problems().first() {
            self.question = None;
            let there = focus::on(PAGE.into(), problem.field().into());
            return Action::run(Command::batch([taken.command, there]));
        }
        let mine = sheet.finished();
        let (base, operation) = match sheet.is_new() {
            true => (mine.clone(), Operation::AddPaper),
            false => (sheet.base.clone(), Operation::EditPaper),
        };
        let language = context.locale.language();
        self.is_saving = true;
        let saved = context.worker.write(move |workspace| {
            let words = Locale::new(language);
            workspace.transact(operation, |tx| {
                let saved = tx.save_document(&base, &mine, &words, Utc::now())?;
                Ok(saved.id)
            })
        });
        Action::run(Command::perform(saved, Message::Saved))
    }

    pub(super) fn saved(&mut self, saved: Result<Outcome<Id<Paper>>>) -> Action<Message> {
        self.is_saving = false;
        let is_leaving = matches!(self.question, Some(Question::Leaving));
        self.question = None;
        let outcome = match saved {
            Ok(outcome) => outcome,
            Err(error) => return Action::wish(Wish::Fail(error)),
        };
        let operation = match self.sheet.as_ref().is_some_and(|sheet| sheet.is_new()) {
            true => Operation::AddPaper,
            false => Operation::EditPaper,
        };
        let done = Wish::Done(operation, outcome.changed);
        if is_leaving {
            return self.left().and(done);
        }
        self.source = Source::Known(outcome.value);
        self.is_checked = false;
        // What was typed stands in the base now; the refresh that follows reads it anew.
        if let Some(sheet) = &mut self.sheet {
            sheet.is_settled = true;
        }
        Action::wish(done)
    }
}
