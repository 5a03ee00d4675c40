//! What is being typed, and what a message about a field does to it.

use iced::Task as Command;
use iced::widget::Id as Name;

use super::department::Departments;
use super::long::Long;
use super::lookup::Lookup;
use super::slot::{Names, Slot};
use super::suspects::Suspects;
use super::typed::Typed;
use super::{
    Message, PAGE, accounts, addresses, contacts, department, employer, groups, lookup, profile,
};
use crate::domain::client::{Kind, TextField};
use crate::domain::custom_field::{Content, Shape};
use crate::domain::listing::Listing;
use crate::domain::{Card, Client, Department, Group, Id, requisites};
use crate::error::{Error, Result};
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
    /// The note and the other long texts, with their carets.
    pub long: Long,
    /// What is offered as an employer.
    pub employer: employer::Employer,
    /// What is offered as a department.
    pub departments: Departments,
    /// What is offered under a slot.
    pub lookup: Lookup,
    /// What is offered as groups.
    pub groups: groups::Groups,
    /// Other clients with the INN that is typed.
    pub same_inn: Vec<Listing>,
    /// Clients that look like the one that is typed.
    pub suspects: Suspects,
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
    /// The departments of where the person works.
    pub departments: Vec<Department>,
    /// Where a new person works.
    pub employer: Option<Id<Client>>,
    /// The names of the cards that the card names.
    pub names: Names,
}

impl Sheet {
    /// The beginning of a form.
    pub fn new(typed: Typed, groups: Vec<Group>, departments: Vec<Department>) -> Self {
        let mut known = groups::Groups::default();
        known.set_known(groups);
        let mut tree = Departments::default();
        tree.set_known(departments);
        let mut base = typed.essence().card;
        base.memberships.clone_from(&typed.card.memberships);
        base.values.clone_from(&typed.card.values);
        Self {
            long: Long::of(&typed.card.client),
            departments: tree,
            lookup: Lookup::default(),
            base,
            start: typed.clone(),
            typed,
            employer: employer::Employer::default(),
            groups: known,
            same_inn: Vec::new(),
            suspects: Suspects::default(),
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
            Message::Long(field, action) => {
                if let Some(text) = self.long.perform(field, action) {
                    client.set_text(field, text);
                }
            }
            Message::Fold(topic) => self.long.fold(topic),
            Message::Profile(message) => profile::update(&mut self.typed, message, context),
            Message::Slot(slot, message) => {
                let message = (slot, message);
                let command = self.lookup.update(message, &mut self.typed, context);
                return command.map(move |message| Message::Slot(slot, message));
            }
            Message::Down(field) => return self.unfold(&field, context),
            Message::Employer(message) => return self.update_employer(message, context),
            Message::Department(message) => self.departments.update(message, &mut self.typed),
            Message::Departments(of, Ok(known)) if client.employer == Some(of) => {
                self.departments.set_known(known);
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

    /// Looks, once the keys rest, who looks like the client that is typed.
    pub fn look(&mut self) -> Command<Message> {
        let typed = &self.typed;
        let card = typed.finished(&self.base, &self.start, super::today());
        self.suspects.follow(&card).map(Message::Suspects)
    }

    /// Shows all that can be chosen in the field `name`, where that is a list.
    fn unfold(&mut self, name: &Name, context: &Context) -> Command<Message> {
        let catalog = &context.catalog;
        let is_list = |slot: &Slot| matches!(slot.shape(catalog), Shape::List | Shape::MultiList);
        let mut slots = Slot::of(&self.typed.card.client, catalog).into_iter();
        let slot = slots.find(|slot| is_list(slot) && Name::from(slot.name()) == *name);
        if let Some(slot) = slot {
            let message = (slot, lookup::Message::Unfold);
            let command = self.lookup.update(message, &mut self.typed, context);
            return command.map(move |message| Message::Slot(slot, message));
        }
        if *name == Name::new(groups::FIELD) {
            self.groups.update(groups::Message::Unfold, &mut self.typed);
        } else if *name == Name::new(TextField::Department.name()) {
            let message = department::Message::Unfold;
            self.departments.update(message, &mut self.typed);
        }
        Command::none()
    }

    /// Another employer has other departments.
    fn update_employer(
        &mut self,
        message: employer::Message,
        context: &Context,
    ) -> Command<Message> {
        let before = self.typed.card.client.employer;
        let command = self.employer.update(message, &mut self.typed, context);
        let command = command.map(Message::Employer);
        Command::batch([command, self.follow_employer(before, context)])
    }

    /// Reads the departments of the employer where that is another than `before`.
    fn follow_employer(
        &mut self,
        before: Option<Id<Client>>,
        context: &Context,
    ) -> Command<Message> {
        let client = &mut self.typed.card.client;
        if client.employer == before {
            return Command::none();
        }
        client.department_id = None;
        self.departments = Departments::default();
        let Some(employer) = client.employer else {
            return Command::none();
        };
        let known = context
            .worker
            .read(move |reader| departments_of(reader, employer));
        Command::perform(known, move |known| Message::Departments(employer, known))
    }

    /// Tab takes the marked line of an unfolded list, as Enter does.
    pub fn take_marked(&mut self, context: &Context) -> Command<Message> {
        let before = self.typed.card.client.employer;
        if self.employer.is_open() {
            self.employer.take_marked(&mut self.typed, context);
        }
        if self.groups.is_open() {
            self.groups.take_marked(&mut self.typed);
        }
        if self.departments.is_open() {
            self.departments.take_marked(&mut self.typed);
        }
        if self.lookup.is_open() {
            self.lookup.take_marked(&mut self.typed, context);
        }
        self.follow_employer(before, context)
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
        let departments = employer.map(|id| departments_of(reader, id)).transpose()?;
        Ok(Self {
            groups: reader.group_names(kind)?,
            departments: departments.unwrap_or_default(),
            names: names(
                reader,
                employer.into_iter().chain(card.iter().flat_map(named)),
            )?,
            employer,
            card: card.map(Box::new),
        })
    }
}

/// The cards that a card names.
pub(super) fn named(card: &Card) -> impl Iterator<Item = Id<Client>> {
    let client = &card.client;
    let linked = card.values.iter().filter_map(|value| match value.content {
        Content::Link(id) => Some(id),
        _ => None,
    });
    linked.chain(client.employer).chain(client.recommended_by)
}

/// The names of these cards, as far as they may be seen.
pub(super) fn names(
    reader: Reader<'_>,
    ids: impl IntoIterator<Item = Id<Client>>,
) -> Result<Names> {
    let ids: Vec<_> = ids.into_iter().collect();
    let listings = reader.listings(&ids)?.into_iter();
    let named = listings.map(|listing| (listing.client.id, listing.client.title()));
    Ok(named.collect())
}

/// The departments of a client; none of one that may not be seen.
fn departments_of(reader: Reader<'_>, client: Id<Client>) -> Result<Vec<Department>> {
    match reader.rows_on(client) {
        Err(Error::Missing(_)) => Ok(Vec::new()),
        known => known,
    }
}

fn focused(field: Option<iced::widget::Id>) -> Command<Message> {
    field.map_or_else(Command::none, |field| focus::on(PAGE.into(), field))
}
