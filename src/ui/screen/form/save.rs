//! Saving: what has to be put right first, and what a colleague has changed meanwhile.

use std::collections::HashMap;

use iced::Task as Command;

use super::clash;
use super::slot::Names;
use super::typed::Problem;
use super::{Form, Message, PAGE, Question, Target, fields, sheet, today};
use crate::domain::merge::{Field, Side};
use crate::domain::{Card, Operation};
use crate::error::{Error, Result};
use crate::ui::screen::clash::Clash;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::widget::focus;
use crate::workspace::{Outcome, Saved, Workspace};

/// What became of a card that was to be saved.
#[derive(Debug, Clone)]
pub struct Reply {
    outcome: Outcome<Saved>,
    /// Names of the cards that the three cards name.
    names: Names,
}

impl Form {
    /// What has to be put right before it can be saved, once saving was tried.
    pub(super) fn problems(&self, context: &Context) -> Vec<Problem> {
        match &self.sheet {
            Some(sheet) if self.is_checked => sheet.typed.problems(&context.catalog, today()),
            _ => Vec::new(),
        }
    }

    pub(super) fn save(&mut self, context: &Context) -> Action<Message> {
        let choices = match &self.question {
            Some(Question::Clash(clash)) if !clash.is_settled() => return Action::none(),
            Some(Question::Clash(clash)) => clash.choices.clone(),
            _ => HashMap::new(),
        };
        let is_new = self.known.is_none();
        if self.is_saving {
            return Action::none();
        }
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        sheet.typed.take_tags(&context.catalog);
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        if !is_new && !sheet.is_dirty() {
            return self.leave_for(self.target);
        }
        self.is_checked = true;
        if let Some(problem) = self.problems(context).first() {
            self.question = None;
            self.target = Target::Card;
            return Action::run(focus::on(
                PAGE.into(),
                fields::of(*problem, self.kind).into(),
            ));
        }
        self.write(choices, context)
    }

    /// Writes what was typed, and all that is made with it.
    fn write(&mut self, choices: HashMap<Field, Side>, context: &Context) -> Action<Message> {
        let is_new = self.known.is_none();
        let Some(sheet) = &self.sheet else {
            return Action::none();
        };
        let mine = sheet.typed.finished(&sheet.base, &sheet.start, today());
        let base = match is_new {
            true => mine.clone(),
            false => sheet.base.clone(),
        };
        let employer = sheet.typed.new_employer.clone();
        let groups = sheet.typed.groups_to_make();
        let terms = sheet.typed.terms_to_make();
        let apart = match is_new {
            true => sheet.suspects.apart(mine.client.id),
            false => Vec::new(),
        };
        let newcomers = sheet.typed.newcomers.iter();
        let newcomers: Vec<Card> = newcomers.map(|one| one.card(&mine.client)).collect();
        self.is_saving = true;
        let saved = context.worker.write(move |workspace| {
            let outcome = workspace.save_card_with(&base, &mine, &choices, |tx| {
                for term in &terms {
                    tx.save(term)?;
                }
                for group in &groups {
                    tx.save(group)?;
                }
                tx.tell_apart(&apart)?;
                if let Some(employer) = employer {
                    tx.add_card(&Card::new(employer))?;
                }
                Ok(newcomers)
            })?;
            Reply::of(outcome, workspace, &base, &mine)
        });
        Action::run(Command::perform(saved, Message::Saved))
    }

    pub(super) fn saved(&mut self, reply: Result<Reply>, context: &Context) -> Action<Message> {
        self.is_saving = false;
        let reply = match reply {
            Ok(reply) => reply,
            Err(error) => {
                self.question = None;
                self.target = Target::Card;
                return Action::wish(Wish::Fail(error));
            }
        };
        match reply.outcome.value {
            Saved::Done => {
                let changed = reply.outcome.changed;
                let operation = match self.known {
                    Some(_) => Operation::EditClient,
                    None => Operation::AddClient,
                };
                let next = self.after();
                let next = self.leave_for(next);
                let mut action = Action::none();
                if !changed.is_empty() {
                    action = action.and(Wish::Done(operation, changed));
                }
                action.wishes.extend(next.wishes);
                action
            }
            Saved::Clashes { fields, theirs } => {
                let Some(sheet) = &self.sheet else {
                    return Action::none();
                };
                let mine = sheet.typed.finished(&sheet.base, &sheet.start, today());
                let cards = [&sheet.base, &theirs, &mine];
                let told = clash::told(&fields, cards, &reply.names, sheet, context);
                let chosen = match self.question.take() {
                    Some(Question::Clash(clash)) => clash.choices,
                    _ => HashMap::new(),
                };
                self.question = Some(Question::Clash(Clash::new(told, chosen)));
                Action::none()
            }
        }
    }

    /// Where a saved form leads to.
    fn after(&self) -> Target {
        let new = self.sheet.as_ref().map(|sheet| sheet.typed.card.client.id);
        match (self.target, self.known, new) {
            (Target::Card, None, Some(new)) => Target::Other(new),
            (target, ..) => target,
        }
    }
}

impl Reply {
    fn of(
        outcome: Outcome<Saved>,
        workspace: &Workspace,
        base: &Card,
        mine: &Card,
    ) -> Result<Self> {
        let names = match &outcome.value {
            Saved::Clashes { theirs, .. } => {
                let cards = [base, theirs, mine].into_iter();
                sheet::names(workspace.read(), cards.flat_map(sheet::named))?
            }
            Saved::Done => Names::new(),
        };
        Ok(Self { outcome, names })
    }
}
