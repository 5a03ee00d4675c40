//! The parties of a paper as named values: the client, our own company, whoever reads or sees to
//! it.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::{Surroundings, first, object};
use crate::domain::card::Card;
use crate::domain::client::Kind;
use crate::domain::company::PictureKind;
use crate::domain::contact::{Channel, Purpose};
use crate::domain::grammar::{Case, Correction};
use crate::domain::name::{Person, Sex};
use crate::domain::{Address, BankAccount, Client, Company, Employee};
use crate::i18n::{Language, Locale, russian};

impl Surroundings {
    pub(super) fn seller(&self) -> Cow<'_, Company> {
        match &self.company {
            Some(company) => Cow::Borrowed(company),
            None => Cow::Owned(Company::new("")),
        }
    }

    pub(super) fn client_fields(&self, locale: &Locale) -> Value {
        let card = &self.client;
        let client = &card.client;
        let paper = &self.document.paper;
        let account = card.account();
        let account =
            |of: fn(&BankAccount) -> &String| account.map(of).cloned().unwrap_or_default();
        let (name, sex) = self.signatory();
        let position = self
            .contact
            .as_ref()
            .map_or("", |card| &card.client.position);
        let signing = Signing {
            position: first(&paper.signatory_position, position),
            basis: paper.signatory_basis.trim().to_owned(),
            name,
            sex,
        };
        let number = account(|one| &one.number);
        let bik = account(|one| &one.bik);
        let mut fields = object(json!({
            "name": client.title(),
            "full_name": first(&client.full_name, &client.title()),
            "inn": client.inn,
            "kpp": client.kpp,
            "ogrn": client.ogrn,
            "okpo": "",
            "legal_address": address(card, Purpose::Legal),
            "postal_address": address(card, Purpose::Postal),
            "actual_address": address(card, Purpose::Actual),
            "city": main_address(card).map(|one| &one.city),
            "phone": card.phone().map(|one| &one.value),
            "email": card.email().map(|one| &one.value),
            "site": reach(card, Channel::Web),
            "iban": iban(&number),
            "swift": swift(&bik),
            "account": number,
            "bank": account(|one| &one.bank),
            "bik": bik,
            "correspondent": account(|one| &one.correspondent),
            "in_person": signing.in_person(&paper.signatory_phrase, &self.corrections, locale),
            "signatory": signing.fields(),
        }));
        fields.extend(name_parts(client));
        Value::Object(fields)
    }

    /// Who signs for the client, as the paper says, else the person it is addressed to.
    fn signatory(&self) -> (String, Option<Sex>) {
        let said = self.document.paper.signatory.trim();
        let contact = self.contact.as_ref().map(|card| &card.client);
        match (said, contact) {
            ("", Some(contact)) => (contact.title(), contact.sex),
            (said, contact) => {
                let known = contact.filter(|one| one.title() == said);
                let sex = known.and_then(|one| one.sex);
                (said.to_owned(), sex.or_else(|| Person::parse(said).sex()))
            }
        }
    }

    pub(super) fn seller_fields(&self, locale: &Locale) -> Value {
        let company = self.seller();
        let paper = &self.document.paper;
        let name = first(&paper.own_signatory, &company.signatory);
        let signing = Signing {
            position: first(&paper.own_position, &company.signatory_position),
            basis: first(&paper.own_basis, &company.signatory_basis),
            sex: Person::parse(&name).sex(),
            name,
        };
        let accountant = Person::parse(&company.accountant);
        let mut fields = object(json!({
            "name": company.name,
            "full_name": first(&company.full_name, &company.name),
            "inn": company.inn,
            "kpp": company.kpp,
            "ogrn": company.ogrn,
            "okpo": "",
            "city": company.city,
            "legal_address": company.legal_address,
            "postal_address": first(&company.postal_address, &company.legal_address),
            "actual_address": first(&company.postal_address, &company.legal_address),
            "phone": company.phone,
            "email": company.email,
            "site": company.web,
            "account": company.account,
            "bank": company.bank,
            "bik": company.bik,
            "correspondent": company.correspondent,
            "iban": iban(&company.account),
            "swift": swift(&company.bik),
            "accountant": { "name": company.accountant, "short": accountant.short() },
            "in_person": signing.in_person(&paper.own_phrase, &self.corrections, locale),
            "signatory": signing.fields(),
        }));
        for kind in PictureKind::ALL {
            let picture = self.pictures.iter().rev().find(|one| one.kind == *kind);
            let digest = picture.map(|one| one.digest.clone()).unwrap_or_default();
            fields.insert(kind.name().replace('-', "_"), digest.into());
        }
        Value::Object(fields)
    }

    /// Whom a letter goes to: the person the paper is addressed to, else the client where that is
    /// a person.
    pub(super) fn recipient_fields(&self, locale: &Locale) -> Value {
        let card = self.contact.as_ref().unwrap_or(&self.client);
        let client = &card.client;
        let organisation = match self.client.client.kind {
            // Its name stands where that of a person would.
            Kind::Organization if self.contact.is_some() => self.client.client.title(),
            Kind::Organization | Kind::Person => String::new(),
        };
        let place = address_for(card, Purpose::Postal);
        let place = place.or(address_for(&self.client, Purpose::Postal));
        let mut fields = object(json!({
            "name": client.title(),
            "position": client.position,
            "organisation": organisation,
            "address": place.map(on_one_line),
        }));
        let birthday = client.birthday.map(|day| day.to_string());
        fields.extend(object(json!({
            "postcode": place.map(|one| &one.postal_code),
            "region": place.map(|one| &one.region),
            "city": place.map(|one| &one.city),
            "street": place.map(|one| &one.street),
            "birthday": birthday,
        })));
        fields.extend(name_parts(client));
        let person = person_of(client);
        let salutation = match client.kind {
            Kind::Person => locale.salutation(&person, client.sex),
            Kind::Organization => locale.salutation(&Person::default(), None),
        };
        fields.insert("salutation".to_owned(), salutation.into());
        Value::Object(fields)
    }

    pub(super) fn manager_fields(&self) -> Value {
        let nobody = Employee::new("", "", "");
        let manager = self.manager.as_ref().unwrap_or(&nobody);
        let names = [&manager.surname, &manager.first_name, &manager.patronymic];
        json!({
            "name": names.map(String::as_str).join(" ").trim(),
            "short": manager.short_name(),
            "position": manager.position,
            "phone": "",
            "email": "",
        })
    }
}

/// Who signs, and as what.
struct Signing {
    name: String,
    position: String,
    basis: String,
    sex: Option<Sex>,
}

impl Signing {
    fn fields(&self) -> Value {
        json!({
            "name": self.name,
            "short": Person::parse(&self.name).short(),
            "position": self.position,
            "basis": self.basis,
            "sex": letter(self.sex),
        })
    }

    /// `директора Ким Юлии Михайловны, действующей на основании Устава`, or what the user made of
    /// it.
    fn in_person(&self, phrase: &str, corrections: &[Correction], locale: &Locale) -> String {
        if !phrase.trim().is_empty() || self.name.is_empty() {
            return phrase.trim().to_owned();
        }
        let who = format!("{} {}", self.position, self.name);
        // The ground may be typed in the nominative, or as it follows "on the basis of".
        let basis = match locale.language() {
            Language::Russian => russian::decline(&self.basis, Case::Genitive, None),
            Language::English => self.basis.clone(),
        };
        let told = [
            ("who", who.trim().into()),
            ("basis", basis.into()),
            ("sex", letter(self.sex).unwrap_or("m").into()),
        ];
        let whole = match self.basis.is_empty() {
            true => who.trim().to_owned(),
            false => locale.with("paper-acting", &told),
        };
        match locale.language() {
            Language::Russian => {
                russian::decline_corrected(&whole, Case::Genitive, self.sex, corrections)
            }
            Language::English => whole,
        }
    }
}

/// The names of a person, apart; nothing for an organisation.
fn name_parts(client: &Client) -> Map<String, Value> {
    object(json!({
        "surname": client.surname,
        "first_name": client.first_name,
        "patronymic": client.patronymic,
        "sex": letter(client.sex.or_else(|| person_of(client).sex())),
    }))
}

fn person_of(client: &Client) -> Person {
    Person {
        surname: client.surname.clone(),
        first: client.first_name.clone(),
        patronymic: client.patronymic.clone(),
    }
}

fn letter(sex: Option<Sex>) -> Option<&'static str> {
    sex.map(|sex| match sex {
        Sex::Male => "m",
        Sex::Female => "f",
    })
}

/// The account where it is one of two letters and digits.
fn iban(account: &str) -> &str {
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let is_one = account
        .trim()
        .chars()
        .take(2)
        .filter(|c| is_letter(*c))
        .count()
        == 2;
    if is_one { account.trim() } else { "" }
}

/// The code of the bank where it is one of letters.
fn swift(bik: &str) -> &str {
    let is_one = bik.trim().starts_with(|c: char| c.is_ascii_alphabetic());
    if is_one { bik.trim() } else { "" }
}

/// The address for a purpose, else the main one.
fn address_for(card: &Card, purpose: Purpose) -> Option<&Address> {
    let meant = card.addresses.iter().find(|one| one.purpose == purpose);
    meant.or_else(|| main_address(card))
}

fn address(card: &Card, purpose: Purpose) -> String {
    address_for(card, purpose)
        .map(on_one_line)
        .unwrap_or_default()
}

fn on_one_line(one: &Address) -> String {
    let parts = [&one.postal_code, &one.region, &one.city, &one.street];
    let parts = parts.into_iter().map(|part| part.trim());
    let mut said: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    // Towns that are regions of their own are named once.
    said.dedup();
    said.join(", ")
}

fn main_address(card: &Card) -> Option<&Address> {
    card.address().or(card.addresses.first())
}

fn reach(card: &Card, channel: Channel) -> Option<&str> {
    let found = card.contacts.iter().find(|one| one.channel == channel);
    found.map(|one| one.value.as_str())
}
