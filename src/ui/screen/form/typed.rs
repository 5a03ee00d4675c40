//! What is being typed: a card in the making, and texts that are not read yet.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::slot::{Names, Slot};
use crate::domain::client::{Kind, TextField};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::paste::Newcomer;
use crate::domain::requisites::compact;
use crate::domain::{
    Address, BankAccount, Birthday, Card, Catalog, Client, ContactPoint, Group, Id, Term,
};
use crate::ui::screen::{Context, words};

/// All that the user has changed or may change.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// The card, with rows that may still be blank.
    pub card: Card,
    /// The birthday as typed.
    pub birthday: String,
    /// Since when the client is known, as typed.
    pub since: String,
    /// The employer as typed.
    pub employer: String,
    /// The employer, where it is to be entered together with the person.
    pub new_employer: Option<Client>,
    /// What is typed where a text stands for something else.
    pub slots: BTreeMap<Slot, String>,
    /// Entries of dictionaries that may have to be made, and where they were typed.
    pub new_terms: Vec<(Slot, Term)>,
    /// People who are to be entered together with the organisation.
    pub newcomers: Vec<Newcomer>,
    /// Groups that are to be made.
    pub new_groups: Vec<Group>,
    /// Whether the user has told the sex; else it is guessed by the name.
    pub is_sex_told: bool,
}

/// What keeps a card from being saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// There is no name at all.
    Name,
    /// The birthday is no day.
    Birthday,
    /// The employer is neither chosen nor to be made.
    Employer,
    /// Since when it is known is no day.
    Since,
    /// What is typed means nothing.
    Slot(Slot),
}

impl Typed {
    /// A form that shows `card`, which names the cards of `names`.
    pub fn of(card: Card, names: &Names, context: &Context) -> Self {
        let locale = &context.locale;
        let client = &card.client;
        let employer = client.employer.and_then(|id| names.get(&id).cloned());
        let birthday = client.birthday.map(|day| words::birthday(locale, day));
        let since = client.since.map(|date| locale.date(date));
        let mut typed = Self {
            birthday: birthday.unwrap_or_default(),
            since: since.unwrap_or_default(),
            employer: employer.unwrap_or_default(),
            slots: BTreeMap::new(),
            new_terms: Vec::new(),
            new_employer: None,
            newcomers: Vec::new(),
            new_groups: Vec::new(),
            is_sex_told: client.sex.is_some(),
            card,
        };
        typed.write_slots(locale, &context.catalog, names);
        typed.add_blanks();
        typed
    }

    /// An empty form; the client begins today as that of whoever is signed in. A person may begin
    /// with where it works.
    pub fn blank(
        kind: Kind,
        employer: Option<Id<Client>>,
        names: &Names,
        context: &Context,
    ) -> Self {
        let mut card = Card::empty(kind);
        card.client.owner = Some(context.me.id);
        card.client.employer = employer;
        card.client.since = Some(super::today());
        Self::of(card, names, context)
    }

    /// Rows one may type into without adding them first.
    fn add_blanks(&mut self) {
        let card = &mut self.card;
        let is_organization = card.client.kind == Kind::Organization;
        let (phone, purpose) = match is_organization {
            true => (Channel::WorkPhone, Purpose::Legal),
            false => (Channel::MobilePhone, Purpose::Actual),
        };
        if !card.contacts.iter().any(|known| known.channel.is_phone()) {
            card.add_contact(phone, "");
        }
        if !card
            .contacts
            .iter()
            .any(|known| known.channel == Channel::Email)
        {
            card.add_contact(Channel::Email, "");
        }
        if card.addresses.is_empty() {
            card.add_address(Address::new(card.client.id, purpose));
        }
        if card.accounts.is_empty() && is_organization {
            card.add_account(BankAccount::new(card.client.id));
        }
    }

    /// Makes one of the texts `text`; the sex follows the name until it is told.
    pub fn set_text(&mut self, field: TextField, text: String) {
        self.card.client.set_text(field, text);
        let is_name = matches!(
            field,
            TextField::Surname | TextField::FirstName | TextField::Patronymic
        );
        if is_name && !self.is_sex_told {
            self.card.client.sex = self.card.client.person_name().sex();
        }
    }

    /// The day the typed birthday means.
    pub fn read_birthday(&self, today: NaiveDate) -> Option<Birthday> {
        Birthday::read(&self.birthday, today)
    }

    /// The day the typed beginning means.
    pub fn read_since(&self, today: NaiveDate) -> Option<NaiveDate> {
        Birthday::read(&self.since, today)?.date()
    }

    /// Whether an employer is typed that is neither known nor to be made.
    pub fn is_employer_open(&self) -> bool {
        !self.employer.trim().is_empty()
            && self.card.client.employer.is_none()
            && self.new_employer.is_none()
    }

    /// What has to be put right before it can be saved, in the order of the form.
    pub fn problems(&self, catalog: &Catalog, today: NaiveDate) -> Vec<Problem> {
        let is_unread = |text: &str, is_read: bool| !text.trim().is_empty() && !is_read;
        let found = [
            (Problem::Name, self.card.client.title().is_empty()),
            (
                Problem::Birthday,
                is_unread(&self.birthday, self.read_birthday(today).is_some()),
            ),
            (Problem::Employer, self.is_employer_open()),
            (
                Problem::Since,
                is_unread(&self.since, self.read_since(today).is_some()),
            ),
        ];
        let found = found.into_iter().filter(|(_, is_there)| *is_there);
        let found = found.map(|(problem, _)| problem);
        let slots = Slot::of(&self.card.client, catalog).into_iter();
        let unread = slots.filter(|slot| self.is_unread(*slot, catalog));
        found.chain(unread.map(Problem::Slot)).collect()
    }

    /// The same without rows that say nothing: two that differ in them alone say the same.
    pub fn essence(&self) -> Self {
        let mut essence = self.clone();
        let card = &mut essence.card;
        card.contacts.retain(|contact| !is_blank_contact(contact));
        card.addresses.retain(|address| !is_blank_address(address));
        card.accounts.retain(|account| !is_blank_account(account));
        card.memberships.sort_by_key(|membership| membership.group);
        for value in &mut card.values {
            // What was taken off and put on again says the same, in a row of its own.
            value.id = Id::from(0);
            value.version = 0;
        }
        card.values
            .sort_by(|one, other| (one.field, &one.content).cmp(&(other.field, &other.content)));
        essence.slots.retain(|_, text| !text.trim().is_empty());
        essence.new_terms.clear();
        essence
    }

    /// The card to be saved. What stands as in `base` is left as it is; the rest loses the blanks
    /// that came with typing, and rows that say nothing.
    pub fn finished(&self, base: &Card, start: &Self, today: NaiveDate) -> Card {
        let mut card = self.card.clone();
        for field in TextField::ALL {
            let text = card.client.text(field);
            if text != base.client.text(field) {
                let clean = cleaned(field, text);
                card.client.set_text(field, clean);
            }
        }
        if self.birthday != start.birthday {
            card.client.birthday = self.read_birthday(today);
        }
        if self.since != start.since {
            card.client.since = self.read_since(today);
        }
        if let Some(employer) = &self.new_employer {
            card.client.employer = Some(employer.id);
        }
        card.contacts
            .retain(|row| base.contacts.contains(row) || !is_blank_contact(row));
        card.addresses
            .retain(|row| base.addresses.contains(row) || !is_blank_address(row));
        card.accounts
            .retain(|row| base.accounts.contains(row) || !is_blank_account(row));
        clean_rows(&mut card, base);
        card.settle_mains();
        card
    }

    /// The groups that are to be made, and that the client is still to be in.
    pub fn groups_to_make(&self) -> Vec<Group> {
        let joins = |group: &&Group| {
            let memberships = &self.card.memberships;
            memberships.iter().any(|known| known.group == group.id)
        };
        self.new_groups.iter().filter(joins).cloned().collect()
    }
}

fn cleaned(field: TextField, text: &str) -> String {
    match field {
        TextField::Inn | TextField::Kpp | TextField::Ogrn => compact(text),
        _ => text.trim().to_owned(),
    }
}

fn clean_rows(card: &mut Card, base: &Card) {
    for contact in &mut card.contacts {
        if !base.contacts.contains(contact) {
            contact.value = contact.value.trim().to_owned();
        }
    }
    for address in &mut card.addresses {
        if !base.addresses.contains(address) {
            let Address {
                postal_code,
                region,
                city,
                street,
                ..
            } = address;
            for part in [postal_code, region, city, street] {
                *part = part.trim().to_owned();
            }
        }
    }
    for account in &mut card.accounts {
        if !base.accounts.contains(account) {
            account.number = compact(&account.number);
            account.bik = compact(&account.bik);
            account.correspondent = compact(&account.correspondent);
            account.bank = account.bank.trim().to_owned();
        }
    }
}

pub(super) fn is_blank_contact(contact: &ContactPoint) -> bool {
    contact.value.trim().is_empty()
}

pub(super) fn is_blank_address(address: &Address) -> bool {
    address.line().is_empty()
}

pub(super) fn is_blank_account(account: &BankAccount) -> bool {
    [
        &account.number,
        &account.bank,
        &account.bik,
        &account.correspondent,
    ]
    .iter()
    .all(|part| part.trim().is_empty())
}
