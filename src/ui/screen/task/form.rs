//! The form of a task: a dialog over whatever page asks for it.

mod begin;
mod booking;
mod checklist;
mod clash;
mod material;
mod people;
mod picks;
mod question;
mod repetition;
mod save;
mod sheet;
#[cfg(test)]
mod tests;
mod view;

use iced::Task as Command;
use iced::advanced::widget::operate;
use iced::advanced::widget::operation::focusable::find_focused;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{Id as Name, text_editor};

use super::Draft;
use crate::domain::calendar::Entry;
use crate::domain::profile::Medium;
use crate::domain::reminder::{Audience, Change};
use crate::domain::task::merge::Field;
use crate::domain::task::{Availability, Priority, TaskKind, TaskResult};
use crate::domain::{Assignment, Client, Employee, Id, Operation, Task, Term};
use crate::error::Result;
use crate::ui::screen::{self, Action, Context, Press, Wish, pick};
use crate::ui::widget::focus;
use crate::workspace::{Outcome, SavedTask};

pub use material::{Material, Near};
use question::{Extent, Question};
pub use sheet::{Line, read_when};
use sheet::{Problem, Sheet};

/// The name of what scrolls.
const PAGE: &str = "task form";
/// The names by which fields are focused.
const KIND: &str = "task kind";
const CLIENT: &str = "task client";
const CONTACT: &str = "task contact";

/// The form of one task, new or known.
#[derive(Debug)]
pub struct Form {
    source: Source,
    sheet: Option<Box<Sheet>>,
    question: Option<Question>,
    /// What was answered of a series.
    extent: Option<Extent>,
    /// Whether it ends once it is saved.
    is_ending: bool,
    is_saving: bool,
    /// Whether saving was tried: from then on it says what has to be put right.
    is_checked: bool,
}

/// Where it begins.
#[derive(Debug)]
enum Source {
    New(Draft),
    /// What a result proposes to do next.
    Proposed(Box<Assignment>),
    Known(Id<Task>),
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// What it starts with was read.
    Loaded(Result<Box<Material>>),
    /// The base has changed: what stands in it now was read.
    Refreshed(Result<Box<Material>>),
    /// A kind of operation was chosen.
    Kind(Id<TaskKind>),
    /// A line was typed.
    Line(Line, String),
    /// The planned result was edited.
    Plan(text_editor::Action),
    /// The actual result was edited.
    Outcome(text_editor::Action),
    /// What came of it was chosen.
    Result(Option<Id<TaskResult>>),
    /// Something happened to the client.
    Client(pick::Message),
    /// Something happened to the contact person.
    Contact(pick::Message),
    /// What stands around that client was read.
    Near(Id<Client>, Result<Box<Near>>),
    /// It stands elsewhere in the tree.
    Parent(Option<Id<Task>>),
    /// How much it matters was chosen.
    Priority(Priority),
    /// What it makes of those who take part was chosen.
    Availability(Availability),
    /// By what people reach each other was chosen.
    Medium(Option<Medium>),
    /// Who looks after it was chosen.
    Controller(Option<Id<Employee>>),
    /// How many levels the tree has was chosen.
    Levels(i64),
    /// The step of the funnel was chosen.
    Stage(Option<Id<Term>>),
    /// Something happened to those who take part.
    People(people::Message),
    /// Something happened to the check list.
    Items(checklist::Message),
    /// Something happened to the repetition.
    Repetition(repetition::Message),
    /// Who is busy at that time already.
    Booked(booking::Slot, Result<Vec<Entry>>),
    /// When to remind of it changes.
    Reminders(Audience, Change),
    /// The arrow down was pressed in that field: its list unfolds.
    Down(Name),
    /// The task is to be saved.
    Save,
    /// What became of it.
    Saved(Result<(Outcome<SavedTask>, save::Names)>),
    /// It ends.
    Finish,
    /// The task is to be deleted, with what is below it.
    Delete,
    /// It was deleted.
    Deleted(Extent, Result<Outcome<()>>),
    /// The form is to be left.
    Leave,
    /// What was typed is given up.
    Discard,
    /// What of the series is meant.
    Extent(Extent),
    /// The question is put aside.
    Stay,
    /// A value was chosen where two clash.
    Clash(screen::clash::Message<Field>),
}

impl Form {
    /// The form of a new task.
    pub fn create(draft: Draft, context: &Context) -> (Self, Command<Message>) {
        Self::new(Source::New(draft), context)
    }

    /// The form of a task that is proposed: Enter accepts it as it stands.
    pub fn propose(assignment: Assignment, context: &Context) -> (Self, Command<Message>) {
        Self::new(Source::Proposed(Box::new(assignment)), context)
    }

    /// The form of a task that is in the base.
    pub fn edit(id: Id<Task>, context: &Context) -> (Self, Command<Message>) {
        Self::new(Source::Known(id), context)
    }

    fn new(source: Source, context: &Context) -> (Self, Command<Message>) {
        let form = Self {
            source,
            sheet: None,
            question: None,
            extent: None,
            is_ending: false,
            is_saving: false,
            is_checked: false,
        };
        let command = form.read(context, Message::Loaded);
        (form, command)
    }

    /// Which task it shows; `None` for a new one.
    pub fn task(&self) -> Option<Id<Task>> {
        match self.source {
            Source::Known(id) => Some(id),
            Source::New(_) | Source::Proposed(_) => None,
        }
    }

    /// Whether it asks what becomes of what was typed, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        self.question.is_some() || self.is_saving
    }

    /// Whether there is input that closing would lose.
    pub fn is_dirty(&self) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| sheet.is_dirty())
    }

    /// Somebody has written: a known task is read again.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        match self.source {
            Source::Known(_) if !self.is_saving => self.read(context, Message::Refreshed),
            _ => Command::none(),
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        let mut action = self.take(message, context);
        let watched = self.watch_booking(context);
        action.command = Command::batch([action.command, watched]);
        action
    }

    fn take(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(material) => self.begin(material, context),
            Message::Refreshed(Ok(material)) => {
                self.renew(*material, context);
                Action::none()
            }
            // What was typed stays in sight; saving will tell.
            Message::Refreshed(Err(_)) => Action::none(),
            Message::Save => self.save(context),
            Message::Saved(saved) => self.saved(saved, context),
            Message::Finish => self.end(context),
            Message::Delete => self.ask_to_delete(context),
            Message::Extent(extent) => self.choose_extent(extent, context),
            Message::Deleted(extent, Ok(outcome)) => {
                let operation = match extent {
                    Extent::Alone => Operation::DeleteTask,
                    Extent::Following => Operation::DeleteFollowing,
                };
                let done = Wish::Done(operation, outcome.changed);
                Action::wish(Wish::Back).and(done)
            }
            Message::Deleted(_, Err(error)) => {
                self.is_saving = false;
                Action::wish(Wish::Fail(error))
            }
            Message::Leave => self.leave(),
            Message::Discard => Action::wish(Wish::Back),
            Message::Stay => {
                self.question = None;
                self.extent = None;
                self.is_ending = false;
                Action::none()
            }
            Message::Clash(message) => {
                if let Some(Question::Clash(clash)) = &mut self.question {
                    clash.update(message);
                }
                Action::none()
            }
            message => self.edit_sheet(message, context),
        }
    }

    /// What was typed or chosen in a field.
    fn edit_sheet(&mut self, message: Message, context: &Context) -> Action<Message> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let task = &mut sheet.mine.task;
        match message {
            Message::Kind(kind) => sheet.choose_kind(kind, context),
            Message::Line(line, text) => sheet.type_into(line, text),
            Message::Plan(action) => sheet.plan.perform(action),
            Message::Outcome(action) => sheet.outcome.perform(action),
            Message::Result(result) => task.result = result,
            Message::Client(message) => return self.update_client(message, context),
            Message::Contact(message) => return self.update_contact(message, context),
            Message::Near(client, Ok(near)) if sheet.client.chosen() == Some(client) => {
                sheet.set_near(*near);
            }
            Message::Parent(parent) => task.parent = parent,
            Message::Priority(priority) => task.priority = priority,
            Message::Availability(availability) => task.availability = availability,
            Message::Medium(medium) => task.medium = medium,
            Message::Controller(controller) => task.controller = controller,
            Message::Levels(levels) => task.levels = Some(levels),
            Message::Stage(stage) => {
                task.stage = stage;
                task.stage_since = stage.map(|_| chrono::Utc::now());
            }
            Message::Repetition(message) => {
                let first = sheet.first_day();
                sheet.repetition.update(message, first);
            }
            Message::Booked(slot, entries) => sheet.booking.take(&slot, entries),
            Message::Reminders(audience, change) => {
                sheet.reminders.change(audience, change, &sheet.mine.task);
            }
            Message::People(message) => {
                let is_done = sheet.people.update(message, &mut sheet.mine, context);
                return self.save_if(is_done, context);
            }
            Message::Items(message) => {
                let is_done = sheet.checklist.update(message, &mut sheet.mine);
                return self.save_if(is_done, context);
            }
            Message::Down(field) => return self.unfold(&field, context),
            _ => {}
        }
        Action::none()
    }

    /// Enter on an empty field at the end of a list means that all is said.
    fn save_if(&mut self, is_done: bool, context: &Context) -> Action<Message> {
        match is_done {
            true => self.save(context),
            false => Action::none(),
        }
    }

    /// What follows from a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.question.is_some() {
            return press.moves_focus().map_or(Action::none(), Action::run);
        }
        if press.is(Named::Tab) {
            let taken = self.settle(context);
            let step = match press.modifiers.shift() {
                true => focus::previous_in_dialog,
                false => focus::next_in_dialog,
            };
            return Action::run(Command::batch([taken.command, step()]));
        }
        if press.is_command('s') {
            return self.update(Message::Save, context);
        }
        if press.is_captured {
            return Action::none();
        }
        let is_enter = press.key == Key::Named(Named::Enter) && !press.modifiers.alt();
        if press.is(Named::ArrowDown) {
            Action::run(operate(find_focused()).map(Message::Down))
        } else if press.is(Named::Escape) {
            self.update(Message::Leave, context)
        } else if is_enter {
            self.update(Message::Save, context)
        } else {
            Action::none()
        }
    }
}

impl Line {
    /// The name by which its field is focused.
    fn id(self) -> &'static str {
        match self {
            Self::Title => "task title",
            Self::Start => "task start",
            Self::Minutes => "task minutes",
            Self::Due => "task due",
            Self::Place => "task place",
            Self::Amount => "task amount",
            Self::Expected => "task expected",
        }
    }
}
