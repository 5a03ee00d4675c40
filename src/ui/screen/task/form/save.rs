//! Saving: what has to be put right first, and what a colleague has changed meanwhile.

use std::collections::HashMap;

use iced::Task as Command;

use super::sheet::today;
use super::{CLIENT, CONTACT, Form, Line, Message, PAGE, Problem, Question, Sheet};
use super::{Extent, clash, people};
use crate::domain::merge::Side;
use crate::domain::task::merge::Field;
use crate::domain::task::recurrence::Rule;
use crate::domain::task::{CheckItem, State, TaskKind, check_list};
use crate::domain::{Assignment, Client, Id, Operation};
use crate::error::{Error, Result};
use crate::ui::screen::clash::Clash;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::widget::focus;
use crate::workspace::{Outcome, Reader, SavedTask, Transaction};

/// The names of clients and contact persons, as far as they may be seen.
pub type Names = HashMap<Id<Client>, String>;

fn names(reader: Reader<'_>, three: [&Assignment; 3]) -> Result<Names> {
    let named = three.map(|one| [one.task.client, one.task.contact]);
    let named: Vec<_> = named.into_iter().flatten().flatten().collect();
    let named = reader.listings(&named)?.into_iter();
    Ok(named
        .map(|one| (one.client.id, one.client.title()))
        .collect())
}

impl Problem {
    /// The name of the field in which it is put right.
    fn field(self) -> &'static str {
        match self {
            Self::NoTitle => Line::Title.id(),
            Self::Client => CLIENT,
            Self::Contact => CONTACT,
            Self::Unread(line) => line.id(),
            Self::DueEarly => Line::Due.id(),
            Self::NoOne => people::FIELD,
            Self::Repetition(unread) => unread.field(),
        }
    }
}

impl Sheet {
    /// Makes it an operation of another kind; what the former kind had brought along goes with it.
    pub fn choose_kind(&mut self, kind: Id<TaskKind>, context: &Context) {
        let catalog = &context.catalog;
        let before = catalog.task_kind(self.mine.task.kind);
        let Some(kind) = catalog.task_kind(Some(kind)) else {
            return;
        };
        let task = self.finished().task;
        let usual = |minutes: i64| (minutes > 0).then_some(minutes);
        let is_untouched = before.is_none_or(|before| task.minutes == usual(before.minutes));
        if is_untouched && self.is_new() {
            self.set_minutes(usual(kind.minutes), context);
        }
        let task = &mut self.mine.task;
        if before.is_none_or(|before| before.availability == task.availability) {
            task.availability = kind.availability;
        }
        if before.is_none_or(|before| before.priority == task.priority) {
            task.priority = kind.priority;
        }
        if before.is_none_or(|before| before.medium == task.medium) {
            task.medium = kind.medium;
        }
        task.result = task.result.filter(|_| task.kind == Some(kind.id));
        task.kind = Some(kind.id);
        let texts = |items: &[CheckItem]| -> Vec<String> {
            items.iter().map(|item| item.text.clone()).collect()
        };
        let former = before.map(|before| check_list(task.id, &before.checklist));
        if self.is_new() && texts(&former.unwrap_or_default()) == texts(&self.mine.items) {
            self.mine.items = check_list(self.mine.task.id, &kind.checklist);
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

    /// The task ends; what was typed is saved first.
    pub(super) fn end(&mut self, context: &Context) -> Action<Message> {
        match self.task() {
            Some(id) if !self.is_dirty() => Action::wish(Wish::FinishTask(id, State::Done)),
            Some(_) => {
                self.is_ending = true;
                let saved = self.save(context);
                // What has to be put right comes first.
                self.is_ending = self.is_saving || self.question.is_some();
                saved
            }
            None => Action::none(),
        }
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
        sheet.checklist.settle(&mut sheet.mine);
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        if !sheet.is_new() && !sheet.is_dirty() {
            return Action::wish(Wish::Back);
        }
        self.is_checked = true;
        if let Some(problem) = sheet.problems().first() {
            self.question = None;
            let there = focus::on(PAGE.into(), problem.field().into());
            return Action::run(Command::batch([taken.command, there]));
        }
        let rule = sheet.new_rule();
        // Another rule makes all later repetitions anew.
        let has_later = sheet.repetition.following() > 0 && rule.is_none();
        if has_later && sheet.is_edited() && self.extent.is_none() {
            self.question = Some(Question::Saving);
            return Action::run(taken.command);
        }
        self.write((choices, rule), context)
    }

    /// Writes the task, its reminders, and the tasks of another rule.
    fn write(
        &mut self,
        (choices, rule): (HashMap<Field, Side>, Option<Option<Rule>>),
        context: &Context,
    ) -> Action<Message> {
        let Some(sheet) = &self.sheet else {
            return Action::none();
        };
        let extent = self.extent.unwrap_or(Extent::Alone);
        let mine = sheet.finished();
        let base = match sheet.is_new() {
            true => mine.clone(),
            false => sheet.base.clone(),
        };
        let (rung, rings) = sheet.reminders.edited(mine.task.id);
        self.is_saving = true;
        let saved = context.worker.write(move |workspace| {
            let also = |tx: &mut Transaction<'_>| {
                tx.save_reminders(&rung, &rings)?;
                match rule {
                    Some(rule) => tx
                        .repeat_task(mine.task.id, rule.as_ref(), today())
                        .map(drop),
                    None => Ok(()),
                }
            };
            let outcome = match extent {
                Extent::Alone => workspace.save_task_with(&base, &mine, &choices, also)?,
                Extent::Following => workspace.save_following_with(&base, &mine, &choices, also)?,
            };
            let names = match &outcome.value {
                SavedTask::Done => Names::new(),
                SavedTask::Clashes { theirs, .. } => {
                    names(workspace.read(), [&base, theirs, &mine])?
                }
            };
            Ok((outcome, names))
        });
        Action::run(Command::perform(saved, Message::Saved))
    }

    pub(super) fn saved(
        &mut self,
        saved: Result<(Outcome<SavedTask>, Names)>,
        context: &Context,
    ) -> Action<Message> {
        self.is_saving = false;
        let (outcome, names) = match saved {
            Ok(saved) => saved,
            Err(error) => {
                self.question = None;
                self.extent = None;
                self.is_ending = false;
                return Action::wish(Wish::Fail(error));
            }
        };
        let Some(sheet) = &self.sheet else {
            return Action::none();
        };
        match outcome.value {
            SavedTask::Done => {
                let operation = match (sheet.is_new(), self.extent) {
                    (true, _) => Operation::AddTask,
                    (false, Some(Extent::Following)) => Operation::EditFollowing,
                    (false, _) => Operation::EditTask,
                };
                let mut saved = Action::wish(Wish::Back);
                if !outcome.changed.is_empty() {
                    saved = saved.and(Wish::Done(operation, outcome.changed));
                }
                match self.task().filter(|_| self.is_ending) {
                    Some(id) => saved.and(Wish::FinishTask(id, State::Done)),
                    None => saved,
                }
            }
            SavedTask::Clashes { fields, theirs } => {
                let mine = sheet.finished();
                let chosen = match self.question.take() {
                    Some(Question::Clash(clash)) => clash.choices,
                    _ => HashMap::new(),
                };
                let three = [&sheet.base, &*theirs, &mine];
                let told = clash::told(&fields, three, (&names, context));
                self.question = Some(Question::Clash(Clash::new(told, chosen)));
                Action::none()
            }
        }
    }
}
