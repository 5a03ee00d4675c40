//! A client with what its form shows.

use crate::domain::client::Kind;
use crate::domain::contact::Channel;
use crate::domain::custom_field::Content;
use crate::domain::{
    Address, BankAccount, Client, ContactPoint, CustomField, FieldValue, Group, Id, Membership,
};

/// A client with its contact points, addresses, accounts, groups and custom fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The client itself.
    pub client: Client,
    /// Phones, faxes, e-mails and pages, in the order they were entered.
    pub contacts: Vec<ContactPoint>,
    /// Addresses, in the order they were entered.
    pub addresses: Vec<Address>,
    /// Bank accounts, in the order they were entered.
    pub accounts: Vec<BankAccount>,
    /// The groups it belongs to.
    pub memberships: Vec<Membership>,
    /// What it says in custom fields.
    pub values: Vec<FieldValue>,
}

impl Card {
    /// A card with nothing on it but `client`.
    pub fn new(client: Client) -> Self {
        Self {
            client,
            contacts: Vec::new(),
            addresses: Vec::new(),
            accounts: Vec::new(),
            memberships: Vec::new(),
            values: Vec::new(),
        }
    }

    /// An empty card of that kind.
    pub fn empty(kind: Kind) -> Self {
        Self::new(Client::empty(kind))
    }

    /// Adds a contact point; the first phone, e-mail or page becomes the main one.
    pub fn add_contact(&mut self, channel: Channel, value: impl Into<String>) {
        let is_first = !self
            .contacts
            .iter()
            .any(|known| is_same_sort(known.channel, channel));
        let mut contact = ContactPoint::new(self.client.id, channel, value);
        contact.is_main = is_first;
        self.contacts.push(contact);
    }

    /// Adds an address; the first becomes the main one.
    pub fn add_address(&mut self, mut address: Address) {
        address.is_main = self.addresses.is_empty();
        self.addresses.push(address);
    }

    /// Adds an account; the first becomes the main one.
    pub fn add_account(&mut self, mut account: BankAccount) {
        account.is_main = self.accounts.is_empty();
        self.accounts.push(account);
    }

    /// Puts the card into `group`; once is enough.
    pub fn join(&mut self, group: Id<Group>) {
        if !self.memberships.iter().any(|known| known.group == group) {
            self.memberships
                .push(Membership::new(self.client.id, group));
        }
    }

    /// What it says in a custom field; several where that is a list of several.
    pub fn contents(&self, field: Id<CustomField>) -> impl Iterator<Item = &Content> {
        let values = self.values.iter().filter(move |value| value.field == field);
        values.map(|value| &value.content)
    }

    /// Makes it say exactly `contents` in a custom field.
    pub fn set_contents(&mut self, field: Id<CustomField>, contents: Vec<Content>) {
        let client = self.client.id;
        let (mut known, others): (Vec<_>, Vec<_>) = self
            .values
            .drain(..)
            .partition(|value| value.field == field);
        self.values = others;
        for content in contents {
            let same = known.iter().position(|value| value.content == content);
            let same = same.or_else(|| {
                // A single value changes its row, so that its history stays one.
                let is_single = known.len() == 1 && !matches!(content, Content::Tag(_));
                is_single.then_some(0)
            });
            let value = match same {
                Some(at) => FieldValue {
                    content,
                    ..known.swap_remove(at)
                },
                None => FieldValue::new(client, field, content),
            };
            self.values.push(value);
        }
    }

    /// Makes the contact point at `index` the main one of its sort.
    pub fn make_main_contact(&mut self, index: usize) {
        let Some(channel) = self.contacts.get(index).map(|contact| contact.channel) else {
            return;
        };
        for (at, contact) in self.contacts.iter_mut().enumerate() {
            if is_same_sort(contact.channel, channel) {
                contact.is_main = at == index;
            }
        }
    }

    /// Makes the address at `index` the main one.
    pub fn make_main_address(&mut self, index: usize) {
        for (at, address) in self.addresses.iter_mut().enumerate() {
            address.is_main = at == index;
        }
    }

    /// Makes the account at `index` the main one.
    pub fn make_main_account(&mut self, index: usize) {
        for (at, account) in self.accounts.iter_mut().enumerate() {
            account.is_main = at == index;
        }
    }

    /// Leaves exactly one main contact point of each sort, one main address and one main account:
    /// the first that is marked, else the first.
    pub fn settle_mains(&mut self) {
        for sort in [Channel::WorkPhone, Channel::Email, Channel::Web] {
            let same = self.contacts.iter_mut();
            let same = same.filter(|contact| is_same_sort(contact.channel, sort));
            settle(same.map(|contact| &mut contact.is_main));
        }
        settle(
            self.addresses
                .iter_mut()
                .map(|address| &mut address.is_main),
        );
        settle(self.accounts.iter_mut().map(|account| &mut account.is_main));
    }

    /// The phone to call first: the main one, else the first.
    pub fn phone(&self) -> Option<&ContactPoint> {
        self.main_contact(Channel::is_phone)
    }

    /// The e-mail address to write to first.
    pub fn email(&self) -> Option<&ContactPoint> {
        self.main_contact(|channel| channel == Channel::Email)
    }

    /// The main address, else the first.
    pub fn address(&self) -> Option<&Address> {
        let main = self.addresses.iter().find(|address| address.is_main);
        main.or(self.addresses.first())
    }

    /// The main account, else the first.
    pub fn account(&self) -> Option<&BankAccount> {
        let main = self.accounts.iter().find(|account| account.is_main);
        main.or(self.accounts.first())
    }

    fn main_contact(&self, is_wanted: impl Fn(Channel) -> bool) -> Option<&ContactPoint> {
        let mut wanted = self
            .contacts
            .iter()
            .filter(|contact| is_wanted(contact.channel));
        let first = wanted.clone().next();
        wanted.find(|contact| contact.is_main).or(first)
    }
}

/// Whether two channels share one main contact point: all phones do.
fn is_same_sort(one: Channel, other: Channel) -> bool {
    one == other || one.is_phone() && other.is_phone()
}

fn settle<'a>(marks: impl Iterator<Item = &'a mut bool>) {
    let marks: Vec<_> = marks.collect();
    let main = marks.iter().position(|mark| **mark).unwrap_or_default();
    for (at, mark) in marks.into_iter().enumerate() {
        *mark = at == main;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_each_sort_is_the_main_one() {
        let mut card = Card::new(Client::organization("Ромашка"));
        card.add_contact(Channel::WorkPhone, "+7 812 350-94-14");
        card.add_contact(Channel::Email, "mail@romashka.example");
        card.add_contact(Channel::MobilePhone, "+7 921 123-45-67");
        assert_eq!(card.phone().unwrap().value, "+7 812 350-94-14");

        card.make_main_contact(2);
        assert_eq!(card.phone().unwrap().value, "+7 921 123-45-67");
        assert_eq!(card.email().unwrap().value, "mail@romashka.example");
        assert_eq!(card.contacts.iter().filter(|c| c.is_main).count(), 2);
    }

    #[test]
    fn taking_the_main_one_away_makes_another_the_main_one() {
        let mut card = Card::new(Client::organization("Ромашка"));
        card.add_contact(Channel::WorkPhone, "350-94-14");
        card.add_contact(Channel::MobilePhone, "350-94-15");
        card.add_contact(Channel::Email, "mail@romashka.example");
        card.contacts.remove(0);
        card.settle_mains();
        assert!(card.contacts.iter().all(|contact| contact.is_main));
    }
}
