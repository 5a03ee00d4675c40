//! Where in the form something that the card lacks is filled in.

use iced::Task as Command;

use super::sheet::Sheet;
use super::slot::Slot;
use super::{Form, Message, PAGE, accounts, addresses, contacts, employer, fields, long, profile};
use crate::domain::Id;
use crate::domain::client::{Client, Kind, TextField};
use crate::domain::completeness::Item;
use crate::domain::contact::{Channel, Purpose};
use crate::ui::screen::Context;
use crate::ui::widget::focus;

impl Form {
    /// The form of a client that is in the base, with the focus where `item` is filled in.
    pub fn edit_at(id: Id<Client>, item: Item, context: &Context) -> (Self, Command<Message>) {
        let (mut form, command) = Self::edit(id, context);
        form.first = Some(item);
        (form, command)
    }
}

impl Sheet {
    /// Focuses the field of `item`; a line for it is added where there is none, a part that is folded
    /// unfolds.
    pub fn reach(&mut self, item: Item, context: &Context) -> Command<Message> {
        match item {
            Item::Phone => self.reach_contact(phone(self.typed.card.client.kind), context),
            Item::Email => self.reach_contact(Channel::Email, context),
            Item::Web => self.reach_contact(Channel::Web, context),
            Item::Address => match self.typed.card.addresses.first() {
                Some(address) => focus::on(PAGE.into(), addresses::name(address.id)),
                None => {
                    let add = addresses::Message::Add(Purpose::Legal);
                    self.update(Message::Addresses(add), context)
                }
            },
            Item::Account => match self.typed.card.accounts.first() {
                Some(account) => focus::on(PAGE.into(), accounts::name(account.id)),
                None => self.update(Message::Accounts(accounts::Message::Add), context),
            },
            Item::Products => {
                self.long.unfold(long::Topic::Market);
                focus::on(PAGE.into(), TextField::Products.name().into())
            }
            item => focus::on(PAGE.into(), name(item).into()),
        }
    }

    fn reach_contact(&mut self, channel: Channel, context: &Context) -> Command<Message> {
        let mut contacts = self.typed.card.contacts.iter();
        let is_same = |known: Channel| known == channel || known.is_phone() && channel.is_phone();
        let blank = contacts.find(|one| is_same(one.channel) && one.value.trim().is_empty());
        match blank {
            Some(contact) => focus::on(PAGE.into(), contacts::name(contact.id)),
            None => {
                let add = contacts::Message::Add(channel);
                self.update(Message::Contacts(add), context)
            }
        }
    }
}

/// The phone one is asked for first.
fn phone(kind: Kind) -> Channel {
    match kind {
        Kind::Organization => Channel::WorkPhone,
        Kind::Person => Channel::MobilePhone,
    }
}

/// The name of the field of an item that has one from the beginning.
fn name(item: Item) -> String {
    let text = match item {
        Item::Name => TextField::Name,
        Item::FullName => TextField::FullName,
        Item::Inn => TextField::Inn,
        Item::Kpp => TextField::Kpp,
        Item::Ogrn => TextField::Ogrn,
        Item::Surname => TextField::Surname,
        Item::FirstName => TextField::FirstName,
        Item::Patronymic => TextField::Patronymic,
        Item::Position => TextField::Position,
        Item::NextStep => TextField::NextStep,
        Item::Products => TextField::Products,
        Item::Sex => return fields::SEX.to_owned(),
        Item::Birthday => return fields::BIRTHDAY.to_owned(),
        Item::Owner => return fields::OWNER.to_owned(),
        Item::Roles => return fields::ROLES.to_owned(),
        Item::Employer => return employer::FIELD.to_owned(),
        Item::Stage => return profile::STAGE.to_owned(),
        Item::PreferredMedium => return profile::MEDIUM.to_owned(),
        Item::Segment => return Slot::Segment.name(),
        Item::Source => return Slot::Source.name(),
        Item::Category => return Slot::Category.name(),
        // Lines that are added; they have names of their own.
        Item::Phone | Item::Email | Item::Web | Item::Address | Item::Account => {
            return String::new();
        }
    };
    text.name().to_owned()
}
