//! A task ends: its result by a number key, the outcome in words, and what is to be done next. A
//! call that was made just now is entered and ended in one go.

#[cfg(test)]
mod tests;
mod view;

use chrono::{DateTime, Utc};
use iced::Task as Command;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::text_editor::{self, Content};

use super::form::{Material, Near};
use super::{Draft, fresh};
use crate::domain::client::Kind;
use crate::domain::task::finish::{self as domain, proposal};
use crate::domain::task::{Meaning, Rank, State, TaskKind, TaskResult, When};
use crate::domain::term::Dictionary;
use crate::domain::{Assignment, Client, Id, Operation, Task, Term};
use crate::error::{Error, Result};
use crate::ui::screen::pick::{self, Pick, Scope};
use crate::ui::screen::{Action, Context, Press, Wish};
use crate::ui::widget::focus;
use crate::workspace::Outcome;

/// The name of what scrolls.
const PAGE: &str = "task finish";
/// The names by which fields are focused.
const CLIENT: &str = "finish client";
const CONTACT: &str = "finish contact";
const OUTCOME: &str = "finish outcome";
const REASON: &str = "finish reason";
/// The name of the icon by which kinds of call are known.
const CALL: &str = "phone";

/// The end of a task.
#[derive(Debug)]
pub struct Finish {
    source: Source,
    sheet: Option<Box<Sheet>>,
    is_saving: bool,
    /// Whether saving was tried: from then on it says what has to be put right.
    is_checked: bool,
}

/// What ends.
#[derive(Debug)]
enum Source {
    /// A known task, in that state.
    Known(State),
    /// Something that was done just now, and is entered only now.
    Log(Draft),
}

/// What is known of it, and what is being typed.
#[derive(Debug)]
struct Sheet {
    assignment: Assignment,
    state: State,
    result: Option<Id<TaskResult>>,
    outcome: Content,
    reason: Option<Id<Term>>,
    client: Pick,
    contact: Pick,
}

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// What it shows was read.
    Loaded(Result<Box<Material>>),
    /// It ends so.
    State(State),
    /// Something of another kind was done.
    Kind(Id<TaskKind>),
    /// That came of it.
    Result(Id<TaskResult>),
    /// The outcome was edited.
    Outcome(text_editor::Action),
    /// Why it was lost.
    Reason(Option<Id<Term>>),
    /// Something happened to the client.
    Client(pick::Message),
    /// Something happened to the contact person.
    Contact(pick::Message),
    /// The people of that client were read.
    Near(Id<Client>, Result<Box<Near>>),
    /// It is to be saved.
    Save,
    /// It was; the task as it ended.
    Saved(Result<Box<Outcome<Assignment>>>),
    /// The dialog is to be left.
    Leave,
}

impl Finish {
    /// The end of a known task; what may become of it can be chosen.
    pub fn of(id: Id<Task>, state: State, context: &Context) -> (Self, Command<Message>) {
        let read = context
            .worker
            .read(move |reader| Material::of_task(reader, id).map(Box::new));
        let command = Command::perform(read, Message::Loaded);
        (Self::new(Source::Known(state)), command)
    }

    /// A call that was made just now; where the draft says another kind, something of that kind.
    pub fn log(draft: Draft, context: &Context) -> (Self, Command<Message>) {
        let asked = draft.clone();
        let read = context
            .worker
            .read(move |reader| Material::of_draft(reader, &asked).map(Box::new));
        let command = Command::perform(read, Message::Loaded);
        (Self::new(Source::Log(draft)), command)
    }

    fn new(source: Source) -> Self {
        Self {
            source,
            sheet: None,
            is_saving: false,
            is_checked: false,
        }
    }

    /// Whether there is input that closing would lose.
    pub fn is_dirty(&self) -> bool {
        let sheet = self.sheet.as_ref();
        sheet.is_some_and(|sheet| !sheet.outcome.text().trim().is_empty())
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(material)) => return self.begin(*material, context),
            Message::Loaded(Err(error)) => {
                return Action::wish(Wish::Back).and(Wish::Fail(error));
            }
            Message::Save => return self.save(context),
            Message::Saved(saved) => return self.saved(saved, context),
            Message::Leave if self.is_saving => return Action::none(),
            Message::Leave => return Action::wish(Wish::Back),
            _ => {}
        }
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        match message {
            Message::State(state) => sheet.state = state,
            Message::Kind(kind) => sheet.choose_kind(kind, context),
            Message::Result(result) => {
                sheet.result = Some(result);
                return Action::run(focus::on(PAGE.into(), OUTCOME.into()));
            }
            Message::Outcome(action) => sheet.outcome.perform(action),
            Message::Reason(reason) => sheet.reason = reason,
            Message::Client(message) => return self.update_client(message, context),
            Message::Contact(message) => {
                let scope = Scope::any(|kind| kind == Kind::Person);
                let asked = sheet
                    .contact
                    .update(message, scope, context, Message::Contact);
                return Action::run(asked);
            }
            Message::Near(client, Ok(near)) if sheet.client.chosen() == Some(client) => {
                sheet.contact.set_near(near.people);
            }
            _ => {}
        }
        Action::none()
    }

    fn begin(&mut self, material: Material, context: &Context) -> Action<Message> {
        let title = |one: Option<&Client>| one.map(Client::title).unwrap_or_default();
        let client = material.near.client.as_ref().map(|one| &one.client);
        let contact = material.contact.as_ref().map(|one| &one.client);
        let (assignment, state) = match (&self.source, material.assignment.clone()) {
            (Source::Known(state), Some(assignment)) => (assignment, *state),
            (Source::Log(draft), _) => (logged(draft, &material, context), State::Done),
            (Source::Known(_), None) => return Action::wish(Wish::Back),
        };
        let mut sheet = Sheet {
            client: Pick::of(client.map(|one| one.id), title(client)),
            contact: Pick::of(contact.map(|one| one.id), title(contact)),
            state,
            result: assignment.task.result,
            outcome: Content::with_text(&assignment.task.outcome),
            reason: assignment.task.reason,
            assignment,
        };
        sheet.contact.set_near(material.near.people.clone());
        let lacks_client = matches!(self.source, Source::Log(_)) && client.is_none();
        let has_results = sheet.results(context).next().is_some();
        let first = match (lacks_client, has_results, sheet.needs_reason(context)) {
            (true, ..) => Some(CLIENT),
            (false, _, true) => Some(REASON),
            // The number keys choose first.
            (false, true, false) => None,
            (false, false, false) => Some(OUTCOME),
        };
        self.sheet = Some(Box::new(sheet));
        let focus = first.map(|first| focus::on(PAGE.into(), first.into()));
        Action::run(focus.unwrap_or_else(Command::none))
    }

    fn update_client(&mut self, message: pick::Message, context: &Context) -> Action<Message> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let before = sheet.client.chosen();
        let scope = Scope::any(|_| true);
        let asked = sheet
            .client
            .update(message, scope, context, Message::Client);
        Action::run(Command::batch([asked, self.follow_client(before, context)]))
    }

    /// Reads the people of a client that was chosen just now.
    fn follow_client(&self, before: Option<Id<Client>>, context: &Context) -> Command<Message> {
        let now = self.sheet.as_ref().and_then(|sheet| sheet.client.chosen());
        let Some(client) = now.filter(|_| now != before) else {
            return Command::none();
        };
        let read = context
            .worker
            .read(move |reader| Near::read(reader, Some(client), None).map(Box::new));
        Command::perform(read, move |near| Message::Near(client, near))
    }

    fn save(&mut self, context: &Context) -> Action<Message> {
        if self.is_saving {
            return Action::none();
        }
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        sheet.client.settle();
        sheet.contact.settle();
        self.is_checked = true;
        if let Some(field) = sheet.missing(context) {
            return Action::run(focus::on(PAGE.into(), field.into()));
        }
        if sheet.lacks_result(context) {
            return Action::none(); // said under the results, which the number keys choose
        }
        let finish = sheet.finish();
        let mut assignment = sheet.assignment.clone();
        assignment.task.client = sheet.client.chosen();
        assignment.task.contact = sheet.contact.chosen();
        let is_new = matches!(self.source, Source::Log(_));
        self.is_saving = true;
        let now = Utc::now();
        let saved = context.worker.write(move |workspace| {
            let outcome = workspace.transact(Operation::FinishTask, |tx| {
                if is_new {
                    tx.save_assignment(&assignment, &assignment)?;
                }
                let id = assignment.task.id;
                assignment.task = tx.finish_task(id, &finish, now)?;
                Ok(assignment)
            })?;
            Ok(Box::new(outcome))
        });
        Action::run(Command::perform(saved, Message::Saved))
    }

    /// It ended: what its result proposes is shown as a form that Enter accepts.
    fn saved(
        &mut self,
        saved: Result<Box<Outcome<Assignment>>>,
        context: &Context,
    ) -> Action<Message> {
        self.is_saving = false;
        let outcome = match saved {
            Ok(outcome) => *outcome,
            Err(error) => return Action::wish(Wish::Fail(error)),
        };
        let done = Wish::Done(Operation::FinishTask, outcome.changed);
        let action = Action::wish(Wish::Back).and(done);
        let next = proposal(&outcome.value, &context.catalog, context.me.id, Utc::now());
        match next {
            Some(next) => action.and(Wish::ProposeTask(Box::new(next))),
            None => action,
        }
    }

    /// What follows from a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is(Named::Tab) {
            let before = self.sheet.as_ref().and_then(|sheet| sheet.client.chosen());
            if let Some(sheet) = &mut self.sheet {
                sheet.client.settle();
                sheet.contact.settle();
            }
            let taken = self.follow_client(before, context);
            let step = match press.modifiers.shift() {
                true => focus::previous_in_dialog,
                false => focus::next_in_dialog,
            };
            return Action::run(Command::batch([taken, step()]));
        }
        if press.is_command('s') {
            return self.update(Message::Save, context);
        }
        if press.is_captured {
            return Action::none();
        }
        let is_enter = press.key == Key::Named(Named::Enter) && !press.modifiers.alt();
        if is_enter {
            self.update(Message::Save, context)
        } else if press.is(Named::Escape) {
            self.update(Message::Leave, context)
        } else if let Some(result) = self.result_of(press, context) {
            self.update(Message::Result(result), context)
        } else {
            Action::none()
        }
    }

    /// The result that a number key, or an arrow, chooses.
    fn result_of(&self, press: &Press, context: &Context) -> Option<Id<TaskResult>> {
        let sheet = self.sheet.as_ref()?;
        let results: Vec<_> = sheet.results(context).map(|result| result.id).collect();
        let at = results.iter().position(|id| Some(*id) == sheet.result);
        let next = match press.key {
            Key::Named(Named::ArrowDown) => at.map_or(0, |at| at + 1),
            Key::Named(Named::ArrowUp) => at?.checked_sub(1)?,
            _ => {
                let digit: usize = press.text.as_deref()?.parse().ok()?;
                digit.checked_sub(1)?
            }
        };
        results.get(next).copied()
    }
}

impl Sheet {
    /// What can come of a task of this kind.
    fn results<'a>(&self, context: &'a Context) -> impl Iterator<Item = &'a TaskResult> {
        let task = &self.assignment.task;
        let kind = task.kind.filter(|_| self.state == State::Done);
        let catalog = &context.catalog;
        let own = task.result;
        let results = kind.map(move |kind| catalog.offered_results(kind, own));
        results.into_iter().flatten()
    }

    /// Whether it is to be said what spoke against us: of a deal that is lost, of a failure.
    fn needs_reason(&self, context: &Context) -> bool {
        let result = context.catalog.task_result(self.result);
        let is_failure = result.is_some_and(|result| result.meaning == Meaning::Failure);
        self.state == State::Lost || (self.state == State::Done && is_failure)
    }

    /// Whether its kind demands a result, and none was chosen.
    fn lacks_result(&self, context: &Context) -> bool {
        let kind = context.catalog.task_kind(self.assignment.task.kind);
        let is_required = kind.is_some_and(|kind| kind.is_result_required);
        is_required && self.result.is_none() && self.results(context).next().is_some()
    }

    /// The field that has to be filled first: a deal is never lost without a reason.
    fn missing(&self, context: &Context) -> Option<&'static str> {
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

    fn choose_kind(&mut self, kind: Id<TaskKind>, context: &Context) {
        if let Some(kind) = context.catalog.task_kind(Some(kind)) {
            let task = &mut self.assignment.task;
            task.kind = Some(kind.id);
            task.availability = kind.availability;
            task.priority = kind.priority;
            task.medium = kind.medium;
            self.result = None;
        }
    }

    fn finish(&self) -> domain::Finish {
        domain::Finish {
            state: self.state,
            result: self.result.filter(|_| self.state == State::Done),
            outcome: self.outcome.text().trim().to_owned(),
            reason: self.reason,
        }
    }

    /// What may become of it.
    fn states(&self) -> &'static [State] {
        match self.assignment.task.rank {
            Rank::Project => &[State::Done, State::Lost, State::Cancelled],
            Rank::Stage | Rank::Operation => &[State::Done, State::Cancelled],
        }
    }
}

/// What was done just now, as a task that is not saved yet.
fn logged(draft: &Draft, material: &Material, context: &Context) -> Assignment {
    let mut kinds = context.catalog.offered_kinds(None);
    let call = kinds.find(|kind| kind.icon == CALL);
    let kind = context.catalog.task_kind(draft.kind).or(call);
    let draft = Draft {
        kind: kind.map(|kind| kind.id),
        start: Some(draft.start.unwrap_or(When::At(this_minute()))),
        ..draft.clone()
    };
    // What is over needs no check list any more.
    Assignment {
        items: Vec::new(),
        ..fresh(&draft, material, context)
    }
}

fn this_minute() -> DateTime<Utc> {
    let now = Utc::now();
    let seconds = now.timestamp().rem_euclid(60);
    DateTime::from_timestamp(now.timestamp() - seconds, 0).unwrap_or(now)
}
