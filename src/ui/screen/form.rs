//! The form of a card: everything about a client can be typed, and nothing typed is ever lost.

mod accounts;
mod addresses;
mod clash;
mod completeness;
mod contacts;
mod department;
mod employer;
mod fields;
mod groups;
mod long;
mod lookup;
mod missing;
mod parts;
mod paste;
mod profile;
mod save;
mod sheet;
mod slot;
mod suspects;
#[cfg(test)]
mod tests;
mod typed;
mod view;

use chrono::{Local, NaiveDate};
use iced::Task as Command;
use iced::advanced::widget::operate;
use iced::advanced::widget::operation::focusable::find_focused;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{Id as Name, text_editor};

use crate::domain::client::{Kind, Role, TextField};
use crate::domain::completeness::Item;
use crate::domain::listing::Listing;
use crate::domain::merge::Field;
use crate::domain::name::Sex;
use crate::domain::{Client, Department, Employee, Id};
use crate::error::Result;
use crate::ui::screen::clash::{self as both, Clash};
use crate::ui::screen::{Action, Context, Press, Wish, suggest};
use crate::ui::widget::focus;

use paste::Paste;
use save::Reply;
pub use sheet::Material;
use sheet::Sheet;
use slot::Slot;
use typed::Typed;

/// The name of what scrolls.
const PAGE: &str = "form page";

/// The form of one client, new or known.
pub struct Form {
    kind: Kind,
    known: Option<Id<Client>>,
    sheet: Option<Box<Sheet>>,
    question: Option<Question>,
    is_saving: bool,
    /// Whether saving was tried: from then on it says what has to be put right.
    is_checked: bool,
    /// Where it goes once it is saved or given up.
    target: Target,
    /// What is to be filled in first; where nothing is said, the name.
    first: Option<Item>,
}

/// What is asked over the form.
#[derive(Debug)]
enum Question {
    /// Whether to save what was typed, or to give it up.
    Leaving,
    /// Which of two values is kept.
    Clash(Clash<Field>),
    /// What of a pasted text is taken.
    Paste(Paste),
}

/// Where the form leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// The new card, or the page the form came from.
    Card,
    /// The page the form came from.
    Back,
    /// Another card.
    Other(Id<Client>),
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// What it starts with was read.
    Loaded(Result<Material>),
    /// The base has changed: what stands in it now was read.
    Refreshed(Result<Material>),
    /// A text was typed.
    Text(TextField, String),
    /// A role was put on or off.
    Role(Role),
    /// Another employee is responsible.
    Owner(Option<Id<Employee>>),
    /// The day since when it is known was typed.
    Since(String),
    /// The birthday was typed.
    Birthday(String),
    /// Man, woman, or unknown.
    Sex(Option<Sex>),
    /// A text of several lines was edited.
    Long(TextField, text_editor::Action),
    /// A part of the long texts was folded or unfolded.
    Fold(long::Topic),
    /// Something was chosen of how the relationship stands.
    Profile(profile::Message),
    /// Something happened to a field whose text stands for something else.
    Slot(Slot, lookup::Message),
    /// Something happened to the department.
    Department(department::Message),
    /// The departments of that employer.
    Departments(Id<Client>, Result<Vec<Department>>),
    /// Something happened to the employer.
    Employer(employer::Message),
    /// Something happened to the groups.
    Groups(groups::Message),
    /// Something happened to the phones, e-mails and pages.
    Contacts(contacts::Message),
    /// Something happened to the addresses.
    Addresses(addresses::Message),
    /// Something happened to the accounts.
    Accounts(accounts::Message),
    /// Who has the INN that was asked for.
    SameInn(String, Result<Vec<Listing>>),
    /// Something happened to clients that look alike.
    Suspects(suspects::Message),
    /// The arrow down was pressed in that field: its list unfolds.
    Down(Name),
    /// Another card is to be shown.
    Open(Id<Client>),
    /// The card is to be saved.
    Save,
    /// What became of it.
    Saved(Result<Reply>),
    /// The form is to be left.
    Leave,
    /// What was typed is given up.
    Discard,
    /// The question is put aside.
    Stay,
    /// A value was chosen where two clash.
    Clash(both::Message<Field>),
    /// Something happened to what is pasted.
    Paste(paste::Message),
}

impl Form {
    /// An empty form; a person may begin with the organisation it works in.
    pub fn create(
        kind: Kind,
        employer: Option<Id<Client>>,
        context: &Context,
    ) -> (Self, Command<Message>) {
        let form = Self::new(kind, None);
        let command = form.read(employer, context, Message::Loaded);
        (form, command)
    }

    /// The form of a client that is in the base.
    pub fn edit(id: Id<Client>, context: &Context) -> (Self, Command<Message>) {
        let form = Self::new(Kind::Organization, Some(id));
        let command = form.read(None, context, Message::Loaded);
        (form, command)
    }

    fn new(kind: Kind, known: Option<Id<Client>>) -> Self {
        Self {
            kind,
            known,
            sheet: None,
            question: None,
            is_saving: false,
            is_checked: false,
            target: Target::Card,
            first: None,
        }
    }

    fn read(
        &self,
        employer: Option<Id<Client>>,
        context: &Context,
        say: fn(Result<Material>) -> Message,
    ) -> Command<Message> {
        let (kind, known) = (self.kind, self.known);
        let read = context
            .worker
            .read(move |reader| Material::read(reader, kind, known, employer));
        Command::perform(read, say)
    }

    /// Whose card it is; `None` for a new one.
    pub fn id(&self) -> Option<Id<Client>> {
        self.known
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| sheet.is_dirty())
    }

    /// Looks at the base again: somebody has written. What is typed stays as it is.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        self.read(None, context, Message::Refreshed)
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(material)) => return self.begin(material, context),
            Message::Loaded(Err(error)) => return Action::wish(Wish::Fail(error)).and(Wish::Back),
            Message::Refreshed(Ok(material)) => self.renew(material, context),
            // It is told when saving fails: until then nothing typed is in danger.
            Message::Refreshed(Err(_)) => {}
            Message::Open(id) => return self.leave(Target::Other(id)),
            Message::Leave => return self.leave(Target::Back),
            Message::Save => return self.save(context),
            Message::Saved(reply) => return self.saved(reply, context),
            Message::Discard => return self.leave_for(self.target),
            Message::Stay => {
                self.question = None;
                self.target = Target::Card;
            }
            Message::Clash(message) => {
                if let Some(Question::Clash(clash)) = &mut self.question {
                    clash.update(message);
                }
            }
            Message::Paste(message) if !self.is_saving => {
                return self.update_paste(message, context);
            }
            // What is typed while it is being saved would be lost with the form.
            _ if self.is_saving => {}
            Message::Suspects(message) => return self.suspect(message, context),
            message => {
                if let Some(sheet) = &mut self.sheet {
                    let command = sheet.update(message, context);
                    return Action::run(Command::batch([command, sheet.look()]));
                }
            }
        }
        Action::none()
    }

    fn begin(&mut self, material: Material, context: &Context) -> Action<Message> {
        let names = &material.names;
        let typed = match material.card {
            Some(card) => {
                self.kind = card.client.kind;
                Typed::of(*card, names, context)
            }
            None => Typed::blank(self.kind, material.employer, names, context),
        };
        let mut sheet = Sheet::new(typed, material.groups, material.departments);
        let command = sheet.ask_inn(context);
        let first = match self.first.take() {
            Some(item) => sheet.reach(item, context),
            None => focus::on(PAGE.into(), fields::first(self.kind).into()),
        };
        self.sheet = Some(Box::new(sheet));
        Action::run(Command::batch([command, first]))
    }

    fn renew(&mut self, material: Material, context: &Context) {
        let Some(sheet) = &mut self.sheet else { return };
        sheet.groups.set_known(material.groups.clone());
        let Some(card) = material.card else { return };
        if *card == sheet.base || self.is_saving {
            return;
        }
        if sheet.is_dirty() {
            sheet.has_news = true;
            return;
        }
        let typed = Typed::of(*card, &material.names, context);
        **sheet = Sheet::new(typed, material.groups, material.departments);
    }

    fn leave(&mut self, target: Target) -> Action<Message> {
        if self.is_saving {
            return Action::none();
        }
        self.target = target;
        if !self.is_dirty() {
            return self.leave_for(target);
        }
        self.question = Some(Question::Leaving);
        Action::none()
    }

    /// The form is done with: nothing of it is left to lose, and another card takes its place.
    fn leave_for(&mut self, target: Target) -> Action<Message> {
        self.question = None;
        self.sheet = None;
        let back = Action::wish(Wish::Back);
        match target {
            Target::Other(id) => back.and(Wish::Open(id)),
            Target::Card | Target::Back => back,
        }
    }

    /// Whether it asks what becomes of what was typed, or saves it in answer.
    pub fn is_leaving(&self) -> bool {
        self.question.is_some() || self.is_saving
    }

    /// What follows from a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if let Some(message) = self.press_paste(press) {
            return self.update(Message::Paste(message), context);
        }
        if press.is_captured {
            return Action::none();
        }
        let is_enter = press.key == Key::Named(Named::Enter) && !press.modifiers.alt();
        if press.is(Named::Tab) {
            let taken = self.sheet.as_mut().map(|sheet| sheet.take_marked(context));
            let is_back = press.modifiers.shift();
            let step = if is_back {
                focus::previous
            } else {
                focus::next
            };
            let taken = taken.unwrap_or_else(Command::none);
            Action::run(Command::batch([taken, step(PAGE.into())]))
        } else if press.is(Named::ArrowDown) {
            Action::run(operate(find_focused()).map(Message::Down))
        } else if press.is(Named::Escape) {
            self.update(Message::Leave, context)
        } else if is_enter || press.is_command('s') {
            self.update(Message::Save, context)
        } else {
            Action::none()
        }
    }
}

fn today() -> NaiveDate {
    Local::now().date_naive()
}
