//! A task ends: its result by a number key, the outcome in words, and what is to be done next. A
//! call that was made just now is entered and ended in one go.

mod sheet;
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
use crate::domain::task::finish::proposal;
use crate::domain::task::{State, TaskKind, TaskResult, When};
use crate::domain::{Assignment, Client, Id, Operation, Task, Term};
use crate::error::{Error, Result};
use crate::ui::screen::pick::{self, Pick, Scope};
use crate::ui::screen::{Action, Context, Press, Wish};
use crate::ui::widget::focus;
use crate::workspace::Outcome;

use sheet::Sheet;

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
    /// About these is asked next.
    rest: Vec<Id<Task>>,
    sheet: Option<Box<Sheet>>,
    is_saving: bool,
    /// Whether saving was tried: from then on it says what has to be put right.
    is_checked: bool,
    /// It is asked what becomes of what was typed.
    is_leaving: bool,
}

/// What ends.
#[derive(Debug)]
enum Source {
    /// A known task, in that state.
    Known(State),
    /// Something that was done just now, and is entered only now.
    Log(Draft),
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
    /// This one stays as it is; the next is asked about.
    Skip,
    /// The dialog is to be left.
    Leave,
    /// What was typed is given up.
    Discard,
    /// It stays after all.
    Stay,
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

    /// The end of the first of many that are done.
    pub fn each(id: Id<Task>, rest: &[Id<Task>], context: &Context) -> (Self, Command<Message>) {
        let (finish, command) = Self::of(id, State::Done, context);
        let rest = rest.to_vec();
        (Self { rest, ..finish }, command)
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
            rest: Vec::new(),
            sheet: None,
            is_saving: false,
            is_checked: false,
            is_leaving: false,
        }
    }

    /// Whether there is input that closing would lose.
    pub fn is_dirty(&self) -> bool {
        let sheet = self.sheet.as_ref();
        sheet.is_some_and(|sheet| {
            sheet.outcome.text().trim() != sheet.assignment.task.outcome.trim()
        })
    }

    /// Whether it asks what becomes of what was typed, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        self.is_leaving || self.is_saving
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
            Message::Leave if self.is_dirty() && !self.is_leaving => self.is_leaving = true,
            Message::Leave | Message::Stay if self.is_leaving => self.is_leaving = false,
            Message::Leave | Message::Discard => return Action::wish(Wish::Back),
            Message::Skip => return self.go_on(),
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
                let contact = &mut sheet.contact;
                let (asked, _) = contact.update(message, scope, context, Message::Contact);
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
        let is_over = assignment.task.state != State::Open;
        if is_over && !self.rest.is_empty() {
            return self.go_on(); // a colleague was faster
        }
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
        let client = &mut sheet.client;
        let (asked, chosen) = client.update(message, Scope::all(), context, Message::Client);
        let near = chosen.map(|client| Near::ask(client, context, Message::Near));
        Action::run(Command::batch([asked].into_iter().chain(near)))
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
        self.is_leaving = false;
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
        let mut action = Action::wish(Wish::Back).and(done);
        let next = proposal(&outcome.value, &context.catalog, context.me.id, Utc::now());
        if let Some(next) = next {
            action = action.and(Wish::ProposeTask(Box::new(next)));
        }
        self.with_rest(action)
    }

    /// Leaves this task and asks about the next.
    fn go_on(&mut self) -> Action<Message> {
        self.with_rest(Action::wish(Wish::Back))
    }

    /// Has the others that are done be asked about.
    fn with_rest(&mut self, action: Action<Message>) -> Action<Message> {
        match std::mem::take(&mut self.rest) {
            rest if rest.is_empty() => action,
            rest => action.and(Wish::FinishTasks(rest)),
        }
    }

    /// What follows from a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is(Named::Tab) {
            let chosen = self.sheet.as_mut().and_then(|sheet| {
                sheet.contact.settle();
                sheet.client.settle()
            });
            let near = chosen.map(|client| Near::ask(client, context, Message::Near));
            let step = match press.modifiers.shift() {
                true => focus::previous_in_dialog,
                false => focus::next_in_dialog,
            };
            return Action::run(Command::batch([step()].into_iter().chain(near)));
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
