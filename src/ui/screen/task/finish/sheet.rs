//! What is typed as a task ends, and what of it is missing.

use iced::widget::text_editor::Content;

use super::{CLIENT, CONTACT, REASON};
use crate::domain::task::finish as domain;
use crate::domain::task::{Meaning, Rank, State, TaskKind, TaskResult};
use crate::domain::term::Dictionary;
use crate::domain::{Assignment, Id, Term};
use crate::ui::screen::Context;
use crate::ui::screen::pick::Pick;

/// What is known of it, and what is being typed.
#[derive(Debug)]
pub struct Sheet {
    /// The task.
    pub assignment: Assignment,
    /// What has become of it.
    pub state: State,
    /// What came of it.
    pub result: Option<Id<TaskResult>>,
    /// The same in words.
    pub outcome: Content,
    /// Why it was lost.
    pub reason: Option<Id<Term>>,
    /// The client.
    pub client: Pick,
    /// The contact person.
    pub contact: Pick,
}

impl Sheet {
    /// What can come of a task of this kind.
    pub fn results<'a>(&self, context: &'a Context) -> impl Iterator<Item = &'a TaskResult> {
        let task = &self.assignment.task;
        let kind = task.kind.filter(|_| self.state == State::Done);
        let catalog = &context.catalog;
        let own = task.result;
        let results = kind.map(move |kind| catalog.offered_results(kind, own));
        results.into_iter().flatten()
    }

    /// Whether it is to be said what spoke against us: of a deal that is lost, of a failure.
    pub fn needs_reason(&self, context: &Context) -> bool {
        let result = context.catalog.task_result(self.result);
        let is_failure = result.is_some_and(|result| result.meaning == Meaning::Failure);
        self.state == State::Lost || (self.state == State::Done && is_failure)
    }

    /// Whether its kind demands a result, and none was chosen.
    pub fn lacks_result(&self, context: &Context) -> bool {
        let kind = context.catalog.task_kind(self.assignment.task.kind);
        let is_required = kind.is_some_and(|kind| kind.is_result_required);
        is_required && self.result.is_none() && self.results(context).next().is_some()
    }

    /// The field that has to be filled first: a deal is never lost without a reason.
    pub fn missing(&self, context: &Context) -> Option<&'static str> {
        let is_unknown = |pick: &Pick| !pick.text().is_empty() && pick.chosen().is_none();
        let is_reasonless = self.state == State::Lost && self.reason.is_none();
        let has_reasons = context
            .catalog
            .terms(Dictionary::LossReason)
            .next()
            .is_some();
        match () {
            () if is_unknown(&self.client) => Some(CLIENT),
            () if is_unknown(&self.contact) => Some(CONTACT),
            () if is_reasonless && has_reasons => Some(REASON),
            () => None,
        }
    }

    /// Makes it something of another kind.
    pub fn choose_kind(&mut self, kind: Id<TaskKind>, context: &Context) {
        if let Some(kind) = context.catalog.task_kind(Some(kind)) {
            let task = &mut self.assignment.task;
            task.kind = Some(kind.id);
            task.availability = kind.availability;
            task.priority = kind.priority;
            task.medium = kind.medium;
            self.result = None;
        }
    }

    /// How it ends, as it was typed.
    pub fn finish(&self) -> domain::Finish {
        domain::Finish {
            state: self.state,
            result: self.result.filter(|_| self.state == State::Done),
            outcome: self.outcome.text().trim().to_owned(),
            reason: self.reason,
        }
    }

    /// What may become of it.
    pub fn states(&self) -> &'static [State] {
        match self.assignment.task.rank {
            Rank::Project => &[State::Done, State::Lost, State::Cancelled],
            Rank::Stage | Rank::Operation => &[State::Done, State::Cancelled],
        }
    }
}
