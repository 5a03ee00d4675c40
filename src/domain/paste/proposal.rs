//! What a pasted text would change on a card: each thing beside what stands there now.

use std::ops::Range;

use super::{Account, Found, Pasted, Place};
use crate::domain::client::{Kind, TextField};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::text::fold;
use crate::domain::{Address, BankAccount, Card, Client, ContactPoint, Doubt, phone, requisites};

/// What of a card is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A text of the client becomes this.
    Text(TextField),
    /// A phone, fax, e-mail or page is added.
    Contact(Channel),
    /// The address of that purpose becomes this.
    Address(Purpose, Place),
    /// The number of the account at this place becomes this, or a new account begins.
    Number(usize),
    /// Its bank.
    Bank(usize),
    /// Its BIK.
    Bik(usize),
    /// Its correspondent account.
    Correspondent(usize),
    /// A contact person of the organisation is entered with it.
    Newcomer(Newcomer),
    /// The organisation where the person works, by name.
    Employer,
}

/// A person that a sheet of requisites names, usually the director.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// Surname, first name, patronymic.
    pub name: [String; 3],
    /// What the person does.
    pub position: String,
}

impl Newcomer {
    /// A person of that name who works for `employer`, not yet saved.
    pub fn card(&self, employer: &Client) -> Card {
        let [surname, first, patronymic] = &self.name;
        let mut client = Client::person(surname, first, patronymic);
        client.employer = Some(employer.id);
        client.owner = employer.owner;
        client.position.clone_from(&self.position);
        client.guess_sex();
        Card::new(client)
    }
}

/// One thing that a text says, beside what the card says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What is changed.
    pub change: Change,
    /// What stands on the card; empty where there is nothing.
    pub present: String,
    /// What the text says.
    pub value: String,
    /// What looks wrong in it.
    pub doubt: Option<Doubt>,
    /// Where the text says so, in bytes.
    pub span: Range<usize>,
}

impl Proposal {
    /// Whether it would take the place of something else.
    pub fn replaces(&self) -> bool {
        !self.present.is_empty()
    }
}

/// What `pasted` would change on `card`; what the card says already is left out.
pub fn propose(card: &Card, pasted: &Pasted) -> Vec<Proposal> {
    let mut all = Vec::new();
    match card.client.kind {
        Kind::Organization => {
            all.extend(
                pasted
                    .texts
                    .iter()
                    .filter_map(|(field, found)| text(card, *field, found)),
            );
        }
        Kind::Person => all.extend(person(card, pasted)),
    }
    all.extend(
        pasted
            .contacts
            .iter()
            .filter_map(|found| contact(card, found)),
    );
    for found in &pasted.addresses {
        all.extend(
            found
                .value
                .purposes
                .iter()
                .filter_map(|purpose| address(card, *purpose, found)),
        );
    }
    if card.client.kind == Kind::Organization {
        accounts(card, pasted, &mut all);
        all.extend(
            pasted
                .persons
                .iter()
                .filter_map(|found| newcomer(card, found)),
        );
    }
    all
}

/// Does to `card` what the chosen proposals say. Persons that come with it are not on it: see
/// [`Newcomer::card`].
pub fn apply(card: &mut Card, chosen: &[Proposal]) {
    for proposal in chosen {
        let value = proposal.value.clone();
        match &proposal.change {
            Change::Text(field) => card.client.set_text(*field, value),
            Change::Contact(channel) => add_contact(card, *channel, value),
            Change::Address(purpose, place) => set_address(card, *purpose, place),
            Change::Number(at) => account_at(card, *at).number = value,
            Change::Bank(at) => account_at(card, *at).bank = value,
            Change::Bik(at) => account_at(card, *at).bik = value,
            Change::Correspondent(at) => account_at(card, *at).correspondent = value,
            Change::Newcomer(_) | Change::Employer => {}
        }
    }
    card.settle_mains();
}

fn is_same(one: &str, other: &str) -> bool {
    let bare = |text: &str| {
        let folded = fold(text);
        folded
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    bare(one) == bare(other)
}

fn text(card: &Card, field: TextField, found: &Found<String>) -> Option<Proposal> {
    let present = card.client.text(field).trim().to_owned();
    let doubt = match field {
        TextField::Inn => requisites::check_inn(&found.value),
        TextField::Kpp => requisites::check_kpp(&found.value),
        TextField::Ogrn => requisites::check_ogrn(&found.value),
        _ => None,
    };
    (!is_same(&present, &found.value)).then(|| Proposal {
        change: Change::Text(field),
        present,
        value: found.value.clone(),
        doubt,
        span: found.span.clone(),
    })
}

/// The first person of the text, and the organisation as its employer.
fn person(card: &Card, pasted: &Pasted) -> Vec<Proposal> {
    let mut all = Vec::new();
    if let Some(found) = pasted.persons.first() {
        let name = &found.value.name;
        let parts = [
            (TextField::Surname, &name.surname),
            (TextField::FirstName, &name.first),
            (TextField::Patronymic, &name.patronymic),
            (TextField::Position, &found.value.position),
        ];
        let parts = parts.into_iter().filter(|(_, value)| !value.is_empty());
        all.extend(parts.filter_map(|(field, value)| {
            let found = Found {
                value: value.clone(),
                span: found.span.clone(),
            };
            text(card, field, &found)
        }));
    }
    let employer = pasted
        .texts
        .iter()
        .find(|(field, _)| *field == TextField::Name);
    if let Some((_, found)) = employer.filter(|_| card.client.employer.is_none()) {
        all.push(Proposal {
            change: Change::Employer,
            present: String::new(),
            value: found.value.clone(),
            doubt: None,
            span: found.span.clone(),
        });
    }
    all
}

fn contact(card: &Card, found: &Found<(Channel, String)>) -> Option<Proposal> {
    let (channel, value) = &found.value;
    let key = ContactPoint::new(card.client.id, *channel, value).key();
    let is_known = card
        .contacts
        .iter()
        .any(|known| known.channel.is_phone() == channel.is_phone() && known.key() == key);
    let doubt = match channel {
        Channel::Email => requisites::check_email(value),
        Channel::Web => None,
        _ => phone::check(value),
    };
    (!is_known).then(|| Proposal {
        change: Change::Contact(*channel),
        present: String::new(),
        value: value.clone(),
        doubt,
        span: found.span.clone(),
    })
}

fn address(card: &Card, purpose: Purpose, found: &Found<Place>) -> Option<Proposal> {
    let known = card.addresses.iter().find(|known| known.purpose == purpose);
    let present = known.map(Address::line).unwrap_or_default();
    let mut fresh = Address::new(card.client.id, purpose);
    fill(&mut fresh, &found.value);
    let value = fresh.line();
    (!is_same(&present, &value)).then(|| Proposal {
        change: Change::Address(purpose, found.value.clone()),
        present,
        value,
        doubt: None,
        span: found.span.clone(),
    })
}

fn accounts(card: &Card, pasted: &Pasted, all: &mut Vec<Proposal>) {
    let is_blank = |account: &BankAccount| {
        let BankAccount {
            number,
            bank,
            bik,
            correspondent,
            ..
        } = account;
        let mut texts = [number, bank, bik, correspondent].into_iter();
        texts.all(|text| text.trim().is_empty())
    };
    let mut next = card.accounts.len();
    let mut blanks = (0..next).filter(|at| is_blank(&card.accounts[*at]));
    for account in &pasted.accounts {
        let at = known_account(card, account)
            .or_else(|| blanks.next())
            .unwrap_or_else(|| {
                next += 1;
                next - 1
            });
        all.extend(account_parts(card, account, at));
    }
}

/// The account of the card that the text means: by its number, without one by the BIK.
fn known_account(card: &Card, account: &Account) -> Option<usize> {
    let mut accounts = card.accounts.iter();
    let is_same = |known: &str, found: &Found<String>| {
        requisites::compact(known) == requisites::compact(&found.value)
    };
    match (&account.number, &account.bik) {
        (Some(number), _) => accounts.position(|known| is_same(&known.number, number)),
        (None, Some(bik)) => accounts.position(|known| is_same(&known.bik, bik)),
        (None, None) => None,
    }
}

fn account_parts(card: &Card, account: &Account, at: usize) -> Vec<Proposal> {
    let empty = BankAccount::new(card.client.id);
    let present = card.accounts.get(at).unwrap_or(&empty);
    let bik = account
        .bik
        .as_ref()
        .map_or(&*present.bik, |found| &found.value);
    let parts = [
        (Change::Number(at), &account.number, &present.number),
        (Change::Bank(at), &account.bank, &present.bank),
        (Change::Bik(at), &account.bik, &present.bik),
        (
            Change::Correspondent(at),
            &account.correspondent,
            &present.correspondent,
        ),
    ];
    let offered = parts.into_iter().filter_map(|(change, found, present)| {
        let found = found
            .as_ref()
            .filter(|found| !is_same(present, &found.value))?;
        Some(Proposal {
            doubt: doubt_of(&change, &found.value, bik),
            change,
            present: present.trim().to_owned(),
            value: found.value.clone(),
            span: found.span.clone(),
        })
    });
    offered.collect()
}

fn doubt_of(change: &Change, value: &str, bik: &str) -> Option<Doubt> {
    let is_coded = value.starts_with(|c: char| c.is_alphabetic());
    match change {
        Change::Number(_) if is_coded => requisites::check_iban(value),
        Change::Number(_) => requisites::check_account(value, bik),
        Change::Bik(_) if !is_coded => requisites::check_bik(value),
        Change::Correspondent(_) => requisites::check_correspondent_account(value, bik),
        _ => None,
    }
}

/// A sole trader is its own director.
fn newcomer(card: &Card, found: &Found<super::Person>) -> Option<Proposal> {
    let name = &found.value.name;
    let own = format!("{} {}", card.client.name, card.client.full_name);
    if fold(&own).contains(&fold(&name.surname)) {
        return None;
    }
    let newcomer = Newcomer {
        name: [
            name.surname.clone(),
            name.first.clone(),
            name.patronymic.clone(),
        ],
        position: found.value.position.clone(),
    };
    let value = match newcomer.position.as_str() {
        "" => name.full(),
        position => format!("{} · {position}", name.full()),
    };
    Some(Proposal {
        change: Change::Newcomer(newcomer),
        present: String::new(),
        value,
        doubt: None,
        span: found.span.clone(),
    })
}

/// A row nobody has typed into yet takes it, else a new one.
fn add_contact(card: &mut Card, channel: Channel, value: String) {
    let blank = card.contacts.iter_mut().find(|known| {
        known.value.trim().is_empty()
            && known.channel.is_phone() == channel.is_phone()
            && (channel.is_phone() || known.channel == channel)
    });
    match blank {
        Some(blank) => {
            blank.channel = channel;
            blank.value = value;
        }
        None => card.add_contact(channel, value),
    }
}

fn set_address(card: &mut Card, purpose: Purpose, place: &Place) {
    let at = card
        .addresses
        .iter()
        .position(|known| known.purpose == purpose);
    let blank = card
        .addresses
        .iter()
        .position(|known| known.line().is_empty());
    let at = at.or(blank).unwrap_or_else(|| {
        card.add_address(Address::new(card.client.id, purpose));
        card.addresses.len() - 1
    });
    card.addresses[at].purpose = purpose;
    fill(&mut card.addresses[at], place);
}

fn fill(address: &mut Address, place: &Place) {
    address.postal_code.clone_from(&place.postal_code);
    address.region.clone_from(&place.region);
    address.city.clone_from(&place.city);
    address.street.clone_from(&place.street);
}

/// The account at a place; accounts up to there are made.
fn account_at(card: &mut Card, at: usize) -> &mut BankAccount {
    while card.accounts.len() <= at {
        card.add_account(BankAccount::new(card.client.id));
    }
    &mut card.accounts[at]
}
