//! What is being typed, and what a message about a field does to it.

use iced::Task as Command;
use iced::widget::text_editor::Content;

use super::typed::Typed;
use super::{Message, PAGE, accounts, addresses, contacts, employer, groups};
use crate::domain::client::{Kind, TextField};
use crate::domain::listing::Listing;
use crate::domain::{Card, Client, Group, Id, requisites};
use crate::error::Result;
use crate::ui::screen::Context;
use crate::ui::widget::focus;
use crate::workspace::Reader;

/// What is being typed, and what it began with.
pub struct Sheet {
    /// The card as it was read.
    pub base: Card,
    /// What the fields showed in the beginning.
    pub start: Typed,
    /// What the fields show.
    pub typed: Typed,
    /// The note, with its caret.
    pub note: Content,
    /// What is offered as an employer.
    pub employer: employer::Employer,
    /// What is offered as groups.
    pub groups: groups::Groups,
    /// Other clients with the INN that is typed.
    pub same_inn: Vec<Listing>,
    /// Whether a colleague has saved the card since it was read.
    pub has_news: bool,
}

/// What the form starts with.
#[derive(Debug, Clone)]
pub struct Material {
    /// The card as it stands in the base; `None` for a new one.
    pub card: Option<Box<Card>>,
    /// The groups of the register.
    pub groups: Vec<Group>,
    /// Where the person works.
    pub employer: Option<Box<Listing>>,
}

impl Sheet {
    /// The beginning of a form.
    pub fn new(typed: Typed, groups: Vec<Group>) -> Self {
        let mut known = groups::Groups::default();
        known.set_known(groups);
        let mut base = typed.essence().card;
        base.memberships.clone_from(&typed.card.memberships);
        Self {
            note: Content::with_text(&typed.card.client.note),
            base,
            start: typed.clone(),
            typed,
            employer: employer::Employer::default(),
            groups: known,
            same_inn: Vec::new(),
            has_news: false,
        }
    }

    /// Whether something was typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.typed != self.start && self.typed.essence() != self.start.essence()
    }

    /// What follows from a message about a field.
    pub fn update(&mut self, message: Message, context: &Context) -> Command<Message> {
        let client = &mut self.typed.card.client;
        match message {
            Message::Text(field, text) => {
                self.typed.set_text(field, text);
                if field == TextField::Inn {
                    return self.ask_inn(context);
                }
            }
            Message::Role(role) => {
                client.roles = client.roles.with(role, !client.roles.contains(role));
            }
            Message::Owner(owner) => client.owner = owner,
            Message::Since(text) => self.typed.since = text,
            Message::Birthday(text) => self.typed.birthday = text,
            Message::Sex(sex) => {
                client.sex = sex;
                self.typed.is_sex_told = true;
            }
            Message::Note(action) => {
                let is_edit = action.is_edit();
                self.note.perform(action);
                if is_edit {
                    client.note = self.note.text();
                }
            }
            Message::Employer(message) => {
                let command = self.employer.update(message, &mut self.typed, context);
                return command.map(Message::Employer);
            }
            Message::Groups(message) => self.groups.update(message, &mut self.typed),
            Message::Contacts(message) => {
                return focused(contacts::update(&mut self.typed.card, message));
            }
            Message::Addresses(message) => {
                return focused(addresses::update(&mut self.typed.card, message));
            }
            Message::Accounts(message) => {
                return focused(accounts::update(&mut self.typed.card, message));
            }
            Message::SameInn(asked, Ok(found)) if asked == self.inn() => self.same_inn = found,
            _ => {}
        }
        Command::none()
    }

    fn inn(&self) -> String {
        requisites::compact(&self.typed.card.client.inn)
    }

    /// Asks who else has the INN.
    pub fn ask_inn(&self, context: &Context) -> Command<Message> {
        let (inn, own) = (self.inn(), self.typed.card.client.id);
        let asked = inn.clone();
        let found = context.worker.read(move |reader| {
            let mut ids = reader.clients_with_inn(&inn)?;
            ids.retain(|id| *id != own);
            ids.truncate(2);
            reader.listings(&ids)
        });
        Command::perform(found, move |found| Message::SameInn(asked.clone(), found))
    }
}

impl Material {
    /// Reads the card of `known`, or the employer a new person begins with.
    pub fn read(
        reader: Reader<'_>,
        kind: Kind,
        known: Option<Id<Client>>,
        employer: Option<Id<Client>>,
    ) -> Result<Self> {
        let card = known.map(|id| reader.card(id)).transpose()?;
        let kind = card.as_ref().map_or(kind, |card| card.client.kind);
        let employer = card.as_ref().map_or(employer, |card| card.client.employer);
        let groups = reader.groups(kind)?.into_iter();
        Ok(Self {
            groups: groups.map(|(group, _members)| group).collect(),
            employer: reader.listings(employer.as_slice())?.pop().map(Box::new),
            card: card.map(Box::new),
        })
    }
}

fn focused(field: Option<iced::widget::Id>) -> Command<Message> {
    field.map_or_else(Command::none, |field| focus::on(PAGE.into(), field))
}
