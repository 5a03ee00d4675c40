//! What a pasted text says about a client: a sheet of requisites, a signature, a business card.
//!
//! Labels are looked for first («ИНН», «р/с», "IBAN"), each with the value behind it; what is left is
//! read by its form: an address begins with its postal code, an organisation has its legal form.

mod address;
mod foreign;
mod label;
mod numbers;
mod organisation;
mod person;
mod proposal;
mod reach;
mod spelling;
mod text;

use std::ops::Range;

pub use proposal::{Change, Newcomer, Proposal, apply, propose};

use crate::domain::client::TextField;
use crate::domain::contact::{Channel, Purpose};
use crate::domain::name;
use label::Label;
use text::Text;

/// What a text says, each thing with its place in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pasted {
    /// Texts of the client; each at most once.
    pub texts: Vec<(TextField, Found<String>)>,
    /// Bank accounts, in the order they stand there.
    pub accounts: Vec<Account>,
    /// Addresses; each purpose at most once.
    pub addresses: Vec<Found<Place>>,
    /// Phones, faxes, e-mails and pages.
    pub contacts: Vec<Found<(Channel, String)>>,
    /// Persons it names, the first of them the director or whoever signed.
    pub persons: Vec<Found<Person>>,
}

/// A value, and where in the text it was found, in bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// What was found.
    pub value: T,
    /// Where.
    pub span: Range<usize>,
}

/// A bank account as far as the text tells it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Account {
    /// Number of the account, or IBAN.
    pub number: Option<Found<String>>,
    /// Name of the bank.
    pub bank: Option<Found<String>>,
    /// BIK, or SWIFT.
    pub bik: Option<Found<String>>,
    /// Correspondent account.
    pub correspondent: Option<Found<String>>,
}

impl Account {
    /// How far what is known of it stands from a place in the text, in bytes.
    fn distance(&self, place: usize) -> usize {
        let known = [&self.number, &self.bik, &self.correspondent];
        let known = known.into_iter().flatten();
        let distances = known.map(|found| found.span.start.abs_diff(place));
        distances.min().unwrap_or(usize::MAX)
    }
}

/// An address in its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// What it is for; `None` where the text does not tell.
    pub purposes: Vec<Purpose>,
    /// Postal code.
    pub postal_code: String,
    /// Region, district, country other than Russia.
    pub region: String,
    /// Town.
    pub city: String,
    /// Street, house, room.
    pub street: String,
}

/// A person that a text names, with what it does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Its name.
    pub name: name::Person,
    /// Its position.
    pub position: String,
}

/// Reads a pasted text.
pub fn recognise(raw: &str) -> Pasted {
    let mut reading = Reading {
        text: Text::new(raw),
        pasted: Pasted::default(),
        position: None,
    };
    reading.take_reach();
    let fields = label::fields(&reading.text);
    for field in &fields {
        reading.take_field(field);
    }
    reading.take_leftovers();
    reading.settle();
    reading.pasted
}

/// A text that is being read.
struct Reading<'a> {
    text: Text<'a>,
    pasted: Pasted,
    /// A position that waits for the name of who holds it.
    position: Option<String>,
}

impl Reading<'_> {
    fn take_field(&mut self, field: &label::Field) {
        let labels: Vec<Label> = field.labels.iter().map(|(label, _)| *label).collect();
        let Some(first) = labels.first().copied() else {
            return;
        };
        if !self.take_value(first, &labels, field) {
            return; // the word is a position beside a name
        }
        for (_, span) in &field.labels {
            self.text.take(span.clone());
        }
    }

    /// Takes what stands behind a label; whether the label is used up with it.
    fn take_value(&mut self, first: Label, labels: &[Label], field: &label::Field) -> bool {
        let value = field.value.clone();
        match first {
            Label::Bank => self.take_bank(value),
            Label::FullName | Label::ShortName | Label::AnyName => {
                self.take_organisation(first, value);
            }
            Label::Address(_) | Label::Both(..) => {
                let is_address = self.take_address(labels, value.clone());
                if !is_address {
                    self.take_phones(&[], value);
                }
            }
            Label::Phone | Label::Mobile | Label::Fax => self.take_phones(labels, value),
            Label::Web => self.take_site(value),
            Label::Director => return self.take_director(field),
            Label::PersonName => self.take_named(value),
            Label::PositionName => self.take_position(value),
            Label::Other => self.text.take(value),
            Label::Email => {} // known by its form
            _ => self.take_numbers(labels, value),
        }
        true
    }

    /// What stands without a label: numbers, addresses, names, phones.
    fn take_leftovers(&mut self) {
        for piece in self.text.leftovers() {
            self.take_bare_numbers(&piece);
        }
        let pieces = self.text.leftovers();
        for piece in &pieces {
            self.take_bare_organisation(piece);
        }
        for piece in self.text.leftovers() {
            self.take_bare_address(&piece);
        }
        let pieces = self.text.leftovers();
        self.take_foreign_address(&pieces);
        let pieces = self.text.leftovers();
        self.take_bare_persons(&pieces);
        for piece in self.text.leftovers() {
            self.take_bare_phones(&piece);
        }
    }

    fn set_text(&mut self, field: TextField, value: String, span: Range<usize>) {
        let value = value.replace('\u{a0}', " ").trim().to_owned();
        let is_known = self.pasted.texts.iter().any(|(known, _)| *known == field);
        if !value.is_empty() && !is_known {
            let found = Found { value, span };
            self.pasted.texts.push((field, found));
        }
    }

    /// The position of the person named just before, or of the next.
    fn take_position(&mut self, value: Range<usize>) {
        let position = self.text.slice(&value).trim().to_owned();
        if position.is_empty() {
            return;
        }
        self.text.take(value);
        let last = self.pasted.persons.last_mut();
        match last.filter(|found| found.value.position.is_empty()) {
            Some(found) => found.value.position = position,
            None => self.position = Some(position),
        }
    }

    fn has_text(&self, field: TextField) -> bool {
        self.pasted.texts.iter().any(|(known, _)| *known == field)
    }

    /// The last account, where it still lacks what `lacks` asks for; else a new one.
    fn account(&mut self, lacks: impl Fn(&Account) -> bool) -> &mut Account {
        if !self.pasted.accounts.last().is_some_and(lacks) {
            self.pasted.accounts.push(Account::default());
        }
        let last = self.pasted.accounts.len() - 1;
        &mut self.pasted.accounts[last]
    }

    /// Puts in order what follows from the rest.
    fn settle(&mut self) {
        self.join_accounts();
        self.settle_names();
        self.settle_addresses();
        let place = |field: &TextField| TextField::ALL.iter().position(|known| known == field);
        self.pasted.texts.sort_by_key(|(field, _)| place(field));
    }

    /// A bank told before or after its number is that of the same account.
    fn join_accounts(&mut self) {
        let accounts = std::mem::take(&mut self.pasted.accounts);
        for account in accounts {
            let Some(last) = self.pasted.accounts.last_mut() else {
                self.pasted.accounts.push(account);
                continue;
            };
            let fits = |one: &Option<_>, other: &Option<_>| one.is_none() || other.is_none();
            let is_same = fits(&last.number, &account.number)
                && fits(&last.bank, &account.bank)
                && fits(&last.bik, &account.bik)
                && fits(&last.correspondent, &account.correspondent);
            if is_same {
                last.number = last.number.take().or(account.number);
                last.bank = last.bank.take().or(account.bank);
                last.bik = last.bik.take().or(account.bik);
                last.correspondent = last.correspondent.take().or(account.correspondent);
            } else {
                self.pasted.accounts.push(account);
            }
        }
    }

    /// The first address nobody has labelled is that of registration.
    fn settle_addresses(&mut self) {
        let mut known: Vec<Purpose> = Vec::new();
        for found in &mut self.pasted.addresses {
            if found.value.purposes.is_empty() {
                let free = [Purpose::Legal, Purpose::Actual, Purpose::Postal];
                let free = free.into_iter().find(|purpose| !known.contains(purpose));
                found.value.purposes.extend(free);
            }
            found
                .value
                .purposes
                .retain(|purpose| !known.contains(purpose));
            known.extend(&found.value.purposes);
        }
        self.pasted
            .addresses
            .retain(|found| !found.value.purposes.is_empty());
    }
}
