//! Saving: what has to be put right first, and what a colleague has changed meanwhile.

use std::collections::HashMap;

use chrono::Utc;
use iced::Task as Command;
use iced::widget::Id as Name;

use super::{CLIENT, Form, Line, Message, Next, PAGE, Problem, Question, Source};
use super::{clash, promises};
use crate::domain::Operation;
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ui::screen::clash::Clash;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::widget::focus;
use crate::workspace::{Outcome, SavedPaper};

impl Problem {
    /// The name of the field in which it is put right.
    fn field(self) -> Name {
        match self {
            Self::NoClient => CLIENT.into(),
            Self::Unread(line) => line.id().into(),
            Self::Goods(line, part) => part.name(line),
            Self::Promise(promise) => promises::Part::Due.name(promise),
            Self::TooLarge => Line::Amount.id().into(),
        }
    }
}

/// What became of a paper that was to be saved, and the names of those it names.
#[derive(Debug, Clone)]
pub struct Reply {
    outcome: Outcome<SavedPaper>,
    names: clash::Names,
}

impl Form {
    /// What has to be put right before it can be saved, once saving was tried.
    pub(super) fn problems(&self) -> Vec<Problem> {
        match &self.sheet {
            Some(sheet) if self.is_checked => sheet.problems(),
            _ => Vec::new(),
        }
    }

    /// Saves what was typed, where something was, and goes on.
    pub(super) fn save_then(&mut self, next: Next, context: &Context) -> Action<Message> {
        self.next = next;
        self.save(context)
    }

    pub(super) fn save(&mut self, context: &Context) -> Action<Message> {
        let choices = match &self.question {
            Some(Question::Clash(clash)) if !clash.is_settled() => return Action::none(),
            Some(Question::Clash(clash)) => clash.choices.clone(),
            _ => HashMap::new(),
        };
        if self.is_saving {
            return Action::none();
        }
        let taken = self.settle(context);
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        if !sheet.is_new() && !sheet.is_dirty() {
            let mut next = self.go_on(context);
            next.command = Command::batch([taken.command, next.command]);
            return next;
        }
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        self.is_checked = true;
        if let Some(problem) = sheet.problems().first() {
            self.question = None;
            self.next = Next::Stay;
            let there = focus::on(PAGE.into(), problem.field());
            return Action::run(Command::batch([taken.command, there]));
        }
        let both = (sheet.base.clone(), sheet.finished());
        let language = context.locale.language();
        self.is_saving = true;
        let saved = context.worker.write(move |workspace| {
            let words = Locale::new(language);
            let (base, mine) = (&both.0, &both.1);
            let outcome = workspace.save_paper((base, mine), &choices, &words, Utc::now())?;
            let names = match &outcome.value {
                SavedPaper::Done(_) => clash::Names::new(),
                SavedPaper::Clashes { theirs, .. } => {
                    clash::names(workspace.read(), [base, theirs, mine])?
                }
            };
            Ok(Box::new(Reply { outcome, names }))
        });
        Action::run(Command::perform(saved, Message::Saved))
    }

    pub(super) fn saved(
        &mut self,
        saved: Result<Box<Reply>>,
        context: &Context,
    ) -> Action<Message> {
        self.is_saving = false;
        let Reply { outcome, names } = match saved {
            Ok(reply) => *reply,
            Err(error) => {
                self.question = None;
                self.next = Next::Stay;
                return Action::wish(Wish::Fail(error));
            }
        };
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let id = match outcome.value {
            SavedPaper::Done(id) => id,
            SavedPaper::Clashes { fields, theirs } => {
                let mine = sheet.finished();
                let three = [&sheet.base, &*theirs, &mine];
                let told = clash::told(&fields, three, &names, (&sheet.facts, context));
                let chosen = match self.question.take() {
                    Some(Question::Clash(clash)) => clash.choices,
                    _ => HashMap::new(),
                };
                self.question = Some(Question::Clash(Clash::new(told, chosen)));
                return Action::none();
            }
        };
        let operation = match sheet.is_new() {
            true => Operation::AddPaper,
            false => Operation::EditPaper,
        };
        // What was typed stands in the base now; the refresh that follows reads it anew.
        sheet.is_settled = true;
        self.source = Source::Known(id);
        self.is_checked = false;
        let mut action = Action::none();
        if !outcome.changed.is_empty() {
            action = action.and(Wish::Done(operation, outcome.changed));
        }
        let next = self.go_on(context);
        action.wishes.extend(next.wishes);
        action.command = next.command;
        action
    }

    /// Does what the paper was saved for.
    fn go_on(&mut self, context: &Context) -> Action<Message> {
        self.question = None;
        match std::mem::take(&mut self.next) {
            Next::Stay => Action::none(),
            Next::Leave => self.left(),
            Next::Make => self.make(context),
            Next::Succeed(kind) => self.succeed(kind, context),
            Next::Wish(wish) => Action::wish(*wish),
        }
    }
}
