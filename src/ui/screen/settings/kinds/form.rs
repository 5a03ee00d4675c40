//! The form of a kind of operation: what it says of a new one, its results, its reminders.

use iced::widget::operation;
use iced::widget::text_editor::{self, Content};

use super::results;
use crate::domain::profile::Medium;
use crate::domain::reminder::{Audience, Change, Event, changed};
use crate::domain::task::typed::read_minutes;
use crate::domain::task::{Availability, Priority, TaskKind, TaskResult, WholeKind};
use crate::domain::{Id, Reminder};
use crate::i18n::Locale;
use crate::ui::screen::Command;
use crate::ui::screen::prompts::{self, Place};
use crate::workspace::Uses;

/// The field of the name.
pub(super) const NAME: &str = "settings.kind";

/// A kind being made or changed.
#[derive(Debug)]
pub(super) struct Form {
    pub base: WholeKind,
    pub kind: TaskKind,
    /// How long one lasts, as it is being typed.
    pub minutes: String,
    pub checklist: Content,
    /// Its results, in their order.
    pub results: Vec<TaskResult>,
    /// The result that is being edited.
    pub open: Option<Id<TaskResult>>,
    pub reminders: Vec<Reminder>,
    /// The user wanted to save: what is missing is said now.
    pub is_checked: bool,
    /// The user has turned away from what was changed.
    pub is_asking: bool,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// The name was typed.
    Named(String),
    /// An icon was chosen, by its name.
    Icon(&'static str),
    /// How long one lasts was typed.
    Minutes(String),
    /// How much one matters was chosen.
    Priority(Priority),
    /// By what it is done was chosen.
    Medium(Option<Medium>),
    /// What it makes of those who take part was chosen.
    Availability(Availability),
    /// Whether one is done only with a result.
    ResultRequired(bool),
    /// Whether it is offered for new tasks.
    Offered(bool),
    /// The check list was edited.
    Checklist(text_editor::Action),
    /// A result is to be added.
    ResultAdded,
    /// Something happened to a result.
    Result(Id<TaskResult>, results::Message),
    /// Whom to remind when is to change.
    Reminded(Audience, Change),
}

impl Form {
    /// The form of a kind.
    pub fn new(base: WholeKind, locale: &Locale) -> Self {
        let minutes = base.kind.minutes;
        Self {
            minutes: match minutes {
                0 => String::new(),
                minutes => locale.minutes(minutes),
            },
            checklist: Content::with_text(&base.kind.checklist),
            kind: base.kind.clone(),
            results: base.results.clone(),
            open: None,
            reminders: base.reminders.clone(),
            base,
            is_checked: false,
            is_asking: false,
        }
    }

    /// Whether it holds changes; it then asks what is to become of them.
    pub fn asks(&mut self) -> bool {
        self.is_asking = self.mine() != self.base;
        self.is_asking
    }

    /// Whether all is there that a kind needs; from now on it says what is missing.
    pub fn is_whole(&mut self) -> bool {
        self.is_checked = true;
        self.is_asking = false;
        !self.kind.name.trim().is_empty() && self.duration().is_some()
    }

    /// How long one lasts, in minutes; 0 where nothing is said, `None` where it cannot be read.
    pub fn duration(&self) -> Option<i64> {
        match self.minutes.trim() {
            "" => Some(0),
            text => read_minutes(text),
        }
    }

    /// The kind as it was edited, without spaces around the texts and without nameless results.
    pub fn mine(&self) -> WholeKind {
        let checklist = self.checklist.text();
        let lines = checklist.lines().map(str::trim);
        let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
        let results = self.results.iter().map(|result| TaskResult {
            name: result.name.trim().to_owned(),
            ..result.clone()
        });
        let results = results.filter(|result| !result.name.is_empty());
        WholeKind {
            kind: TaskKind {
                name: self.kind.name.trim().to_owned(),
                minutes: self.duration().unwrap_or(self.kind.minutes),
                checklist: lines.join("\n"),
                ..self.kind.clone()
            },
            results: placed(results.collect()),
            reminders: self.reminders.clone(),
        }
    }

    /// For what its reminders are: operations of the kind, whoever does them.
    pub fn place(&self) -> Place {
        Place {
            kind: Some(self.kind.id),
            employee: None,
        }
    }

    /// What holds where the kind says nothing: all defaults but its own.
    pub fn others(&self, defaults: &[Reminder]) -> Vec<Reminder> {
        let others = defaults.iter();
        let others = others.filter(|one| one.kind != Some(self.kind.id));
        others.cloned().collect()
    }

    /// Takes in what happened; `used` tells how many tasks have ended with each result.
    pub fn update(
        &mut self,
        message: Message,
        used: &Uses<TaskResult>,
        defaults: &[Reminder],
    ) -> Command<super::super::Message> {
        self.is_asking = false;
        let kind = &mut self.kind;
        match message {
            Message::Named(name) => kind.name = name,
            Message::Icon(icon) => icon.clone_into(&mut kind.icon),
            Message::Minutes(text) => self.minutes = text,
            Message::Priority(priority) => kind.priority = priority,
            Message::Medium(medium) => kind.medium = medium,
            Message::Availability(availability) => kind.availability = availability,
            Message::ResultRequired(is_required) => kind.is_result_required = is_required,
            Message::Offered(is_offered) => kind.is_offered = is_offered,
            Message::Checklist(action) => self.checklist.perform(action),
            Message::ResultAdded => return self.add_result(),
            Message::Result(id, message) => return self.update_result(id, message, used),
            Message::Reminded(audience, change) => self.remind(audience, change, defaults),
        }
        Command::none()
    }

    fn remind(&mut self, audience: Audience, change: Change, defaults: &[Reminder]) {
        let own = self.reminders.iter();
        let (own, rest): (Vec<_>, Vec<_>) = own.cloned().partition(|one| one.audience == audience);
        let usual = prompts::usual(&self.others(defaults), self.place(), audience);
        let blank = Reminder {
            kind: Some(self.kind.id),
            ..Reminder::new(None, audience, Event::Start)
        };
        self.reminders = changed(&own, &usual, change, &blank);
        self.reminders.extend(rest);
        self.reminders.sort_unstable_by_key(|one| one.id);
    }

    fn add_result(&mut self) -> Command<super::super::Message> {
        let positions = self.results.iter().map(|result| result.position + 1);
        let result = results::blank(self.kind.id, positions.max().unwrap_or_default());
        self.open = Some(result.id);
        self.results.push(result);
        operation::focus(results::NAME)
    }
}

/// The results with places in their order; where they stand in order already, all keep theirs.
fn placed(results: Vec<TaskResult>) -> Vec<TaskResult> {
    let is_ordered = results.is_sorted_by(|one, next| one.position < next.position);
    if is_ordered {
        return results;
    }
    let placed = (0..).zip(results);
    placed
        .map(|(position, result)| TaskResult { position, ..result })
        .collect()
}
