//! What of a card is compared, brought into one form.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::alike::{skeleton, sorted};
use crate::domain::client::Kind;
use crate::domain::contact::Channel;
use crate::domain::name::{Organisation, Sex};
use crate::domain::text::{fold, words};
use crate::domain::{Birthday, Card, Client, Id, name};

/// A phone as it is compared, and as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// Its digits.
    pub key: String,
    /// The digits and signs as typed, without spaces at the ends.
    pub typed: String,
}

/// What of a card is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Traits {
    /// Which client.
    pub id: Id<Client>,
    /// Which register.
    pub kind: Kind,
    /// Digits of the taxpayer number.
    pub inn: String,
    /// Reason code of registration.
    pub kpp: String,
    /// Digits of the registration number.
    pub ogrn: String,
    /// The words of its name as they sound; of a person surname, first name and patronymic.
    pub name: Vec<String>,
    /// The same of the full name of an organisation.
    pub full_name: Vec<String>,
    /// Whether the name is in Latin letters.
    pub is_latin: bool,
    /// Legal form of an organisation.
    pub form: Option<&'static str>,
    /// Surname, first name and patronymic of a person, as they sound.
    pub parts: [String; 3],
    /// Which of them is an initial alone.
    pub initials: [bool; 3],
    /// Man or woman, as the card or the name says.
    pub sex: Option<Sex>,
    /// Birthday of a person.
    pub birthday: Option<Birthday>,
    /// Employer of a person.
    pub employer: Option<Id<Client>>,
    /// Phones.
    pub phones: Vec<Phone>,
    /// E-mail addresses, folded.
    pub emails: Vec<String>,
    /// Web pages without `https://www.`
    pub sites: Vec<String>,
    /// Numbers of bank accounts.
    pub accounts: Vec<String>,
    /// Towns, folded.
    pub cities: Vec<String>,
    /// Town, street and house as they sound.
    pub addresses: Vec<String>,
}

/// Something that two cards have to share to be compared at all.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Clue {
    /// Taxpayer number.
    Inn(String),
    /// Registration number.
    Ogrn(String),
    /// Bank account.
    Account(String),
    /// Digits of a phone.
    Phone(String),
    /// E-mail address.
    Email(String),
    /// Web page.
    Site(String),
    /// Town, street and house.
    Address(String),
    /// The whole name.
    Name(String),
    /// Part of the surname with the day and month of birth.
    Birthday(String, String),
    /// First letter of the surname with the employer.
    Employer(String, Id<Client>),
}

impl Clue {
    /// That of a phone, an e-mail address or a page, by its key of search.
    pub fn of_contact(channel: Channel, key: &str) -> Option<Self> {
        match channel {
            // Shorter ones are extensions, or without the code of their town.
            _ if channel.is_phone() => (key.len() >= 7).then(|| Self::Phone(key.to_owned())),
            Channel::Email => key.contains('@').then(|| Self::Email(key.to_owned())),
            _ => {
                let host = key.split(['/', '?']).next().unwrap_or(key);
                host.contains('.').then(|| Self::Site(host.to_owned()))
            }
        }
    }

    /// That of a bank account.
    pub fn of_account(number: &str) -> Option<Self> {
        let number: String = number.chars().filter(|c| c.is_alphanumeric()).collect();
        (number.len() >= 8).then_some(Self::Account(number))
    }

    /// That of an address with a house in it.
    pub fn of_address(city: &str, street: &str) -> Option<Self> {
        let town = skeleton(city).concat();
        let place = place(street);
        let has_house = place.bytes().any(|byte| byte.is_ascii_digit());
        (has_house && !town.is_empty()).then(|| Self::Address(format!("{town} {place}")))
    }

    /// A short number in its place: two clues have the same one almost never.
    pub fn hash(&self, kind: Kind) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self, kind).hash(&mut hasher);
        hasher.finish()
    }
}

impl Traits {
    /// What of a card is compared.
    pub fn of(card: &Card) -> Self {
        let client = &card.client;
        let mut traits = Self::of_client(client);
        for contact in &card.contacts {
            traits.add_contact(contact.channel, &contact.key(), &contact.value);
        }
        for account in &card.accounts {
            if let Some(Clue::Account(number)) = Clue::of_account(&account.number) {
                traits.accounts.push(number);
            }
        }
        for address in &card.addresses {
            let town = skeleton(&address.city).concat();
            if !town.is_empty() {
                traits.cities.push(town);
            }
            if let Some(Clue::Address(place)) = Clue::of_address(&address.city, &address.street) {
                traits.addresses.push(place);
            }
        }
        traits
    }

    /// What stands in the client's own row.
    pub fn of_client(client: &Client) -> Self {
        let title = client.title();
        let parsed = Organisation::parse(&title);
        let is_person = client.kind == Kind::Person;
        let parts = [&client.surname, &client.first_name, &client.patronymic];
        let initials = parts.map(|part| part.chars().filter(|c| c.is_alphabetic()).count() == 1);
        let parts = parts.map(|part| skeleton(part).concat());
        Self {
            id: client.id,
            kind: client.kind,
            inn: digits(&client.inn),
            kpp: fold(&client.kpp).replace(' ', ""),
            ogrn: digits(&client.ogrn),
            name: skeleton(if is_person { &title } else { &parsed.core }),
            full_name: skeleton(&name::core_name(&client.full_name)),
            is_latin: title.chars().any(|c| c.is_ascii_alphabetic()),
            form: parsed.form.filter(|_| !is_person),
            parts,
            initials,
            sex: client.sex.or_else(|| client.person_name().sex()),
            birthday: client.birthday,
            employer: client.employer,
            phones: Vec::new(),
            emails: Vec::new(),
            sites: Vec::new(),
            accounts: Vec::new(),
            cities: Vec::new(),
            addresses: Vec::new(),
        }
    }

    /// Adds a phone, e-mail address or page; its key is that of search.
    fn add_contact(&mut self, channel: Channel, key: &str, typed: &str) {
        match Clue::of_contact(channel, key) {
            Some(Clue::Phone(key)) => self.phones.push(Phone {
                key,
                typed: typed.trim().to_owned(),
            }),
            Some(Clue::Email(email)) => self.emails.push(email),
            Some(Clue::Site(site)) => self.sites.push(site),
            _ => {}
        }
    }

    /// What another card has to share to be compared with it.
    pub fn clues(&self) -> Vec<Clue> {
        let mut clues = Vec::new();
        let filled = |text: &String, least: usize| (text.len() >= least).then(|| text.clone());
        clues.extend(filled(&self.inn, 9).map(Clue::Inn));
        clues.extend(filled(&self.ogrn, 13).map(Clue::Ogrn));
        clues.extend(self.accounts.iter().cloned().map(Clue::Account));
        clues.extend(
            self.phones
                .iter()
                .map(|phone| Clue::Phone(phone.key.clone())),
        );
        clues.extend(self.emails.iter().cloned().map(Clue::Email));
        clues.extend(self.sites.iter().cloned().map(Clue::Site));
        clues.extend(self.addresses.iter().cloned().map(Clue::Address));
        clues.extend(filled(&sorted(&self.name).concat(), 3).map(Clue::Name));
        if self.kind == Kind::Person {
            let surname = &self.parts[0];
            let start: String = surname.chars().take(3).collect();
            if let Some(day) = self.birthday {
                clues.push(Clue::Birthday(start.clone(), day_and_month(day)));
            }
            if let (Some(employer), Some(letter)) = (self.employer, surname.chars().next()) {
                clues.push(Clue::Employer(letter.to_string(), employer));
            }
        }
        clues
    }
}

/// The day and the month of a birthday: the year may be unknown.
pub(super) fn day_and_month(day: Birthday) -> String {
    let written = day.to_string();
    written[written.len().saturating_sub(5)..].to_owned()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Street and house without the words that say what they are: `ул. Ленина, д. 5` and `Ленина 5`.
fn place(street: &str) -> String {
    const WORDS: [&str; 27] = [
        "ул",
        "улица",
        "д",
        "дом",
        "пр",
        "пр-т",
        "проспект",
        "просп",
        "пер",
        "переулок",
        "пл",
        "площадь",
        "ш",
        "шоссе",
        "наб",
        "набережная",
        "б-р",
        "бульвар",
        "оф",
        "офис",
        "к",
        "корп",
        "корпус",
        "стр",
        "строение",
        "пом",
        "помещение",
    ];
    let folded = fold(street);
    let told = words(&folded).filter(|word| !WORDS.contains(word));
    let told: Vec<String> = told.map(|word| skeleton(word).concat()).collect();
    told.join(" ")
}
