//! Made-up clients: names, requisites and contacts that could be real and are nobody's.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::random::Random;
use super::words::{self, Region};
use super::{Office, requisites};
use crate::domain::client::{Client, Kind, Role};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::name::Sex;
use crate::domain::text::transliterations;
use crate::domain::{Address, BankAccount, Birthday, Card, Id};

/// A stream of made-up clients.
pub struct MadeUp<'a> {
    office: &'a Office,
    random: Random,
    /// A stream of its own, so that what is told beyond leaves the rest as it is.
    profile: Random,
    /// Names in Latin letters, as made before.
    latin: HashMap<String, String>,
}

struct Name {
    surname: String,
    first: &'static str,
    patronymic: String,
    sex: Sex,
}

impl<'a> MadeUp<'a> {
    pub fn new(office: &'a Office, seed: u64) -> Self {
        Self {
            office,
            random: Random::new(seed),
            profile: Random::new(seed.rotate_left(32)),
            latin: HashMap::new(),
        }
    }

    /// The organisation of that number.
    pub fn organization(&mut self, number: usize) -> Card {
        let region = self.region();
        let mut client = Client::empty(Kind::Organization);
        let site = if self.random.is_in(12) {
            self.sole_trader(&mut client, region)
        } else {
            self.company(&mut client, region)
        };
        self.common(&mut client);
        let mut card = Card::new(client);
        let phone = self.work_phone(region);
        card.add_contact(Channel::WorkPhone, phone);
        if self.random.is_in(20) {
            let fax = self.work_phone(region);
            card.add_contact(Channel::Fax, fax);
        }
        let site = format!("{site}{}.example", number % 1000);
        if self.random.is_in(85) {
            card.add_contact(Channel::Email, format!("info@{site}"));
        }
        if self.random.is_in(40) {
            card.add_contact(Channel::Web, format!("https://{site}"));
        }
        self.addresses(&mut card, region);
        if self.random.is_in(60) {
            self.account(&mut card);
        }
        self.groups(&mut card);
        self.office.profiles.fill(&mut card, &mut self.profile);
        card
    }

    /// The person of that number, who may work in one of the organisations.
    pub fn person(&mut self, number: usize, organizations: &[Id<Client>]) -> Card {
        let name = self.name();
        let mut client = Client::person(&name.surname, name.first, &name.patronymic);
        client.sex = Some(name.sex);
        client.birthday = self.birthday();
        if !organizations.is_empty() && self.random.is_in(90) {
            client.employer = Some(organizations[self.random.index(organizations.len())]);
            let (position, department) =
                words::POSITIONS[self.random.index(words::POSITIONS.len())];
            client.position = position.to_owned();
            client.department = department.to_owned();
        }
        self.common(&mut client);
        let mailbox = self.mailbox(&name.surname);
        let mut card = Card::new(client);
        let mobile = format!("+7 9{} {}", self.random.digits(2), self.local_number());
        card.add_contact(Channel::MobilePhone, mobile);
        let region = self.region();
        if self.random.is_in(45) {
            let phone = self.work_phone(region);
            card.add_contact(Channel::WorkPhone, phone);
        }
        if self.random.is_in(70) {
            card.add_contact(
                Channel::Email,
                format!("{mailbox}{}@mail.example", number % 10_000),
            );
        }
        if self.random.is_in(25) {
            self.addresses(&mut card, region);
        }
        self.groups(&mut card);
        self.office.profiles.fill(&mut card, &mut self.profile);
        card
    }

    fn company(&mut self, client: &mut Client, region: &Region) -> String {
        let (form, in_full) = words::FORMS[self.random.index(words::FORMS.len())];
        let core = self.company_name();
        client.name = format!("{form} «{core}»");
        client.full_name = format!("{in_full} «{core}»");
        client.inn = requisites::organization_inn(region.code, &mut self.random);
        client.kpp = requisites::kpp(&client.inn);
        client.ogrn = requisites::ogrn(region.code, &mut self.random);
        self.mailbox(&core)
    }

    fn sole_trader(&mut self, client: &mut Client, region: &Region) -> String {
        let name = self.name();
        let whole = format!("{} {} {}", name.surname, name.first, name.patronymic);
        client.name = format!("ИП {whole}");
        client.full_name = format!("Индивидуальный предприниматель {whole}");
        client.inn = requisites::person_inn(region.code, &mut self.random);
        client.ogrn = requisites::ogrnip(region.code, &mut self.random);
        self.mailbox(&name.surname)
    }

    fn company_name(&mut self) -> String {
        let name = match self.random.below(10) {
            0..5 => {
                let beginning = self.random.pick(words::BEGINNINGS);
                format!("{beginning}{}", self.random.pick(words::ENDINGS))
            }
            5..7 => {
                let adjective = self.random.pick(words::ADJECTIVES);
                format!("{adjective} {}", self.random.pick(words::HOUSES))
            }
            _ => self.random.pick(words::NOUNS).to_owned(),
        };
        match self.random.is_in(25) {
            true => format!("{name}-{}", 2 + self.random.below(98)),
            false => name,
        }
    }

    fn name(&mut self) -> Name {
        let surname = self.random.pick(words::SURNAMES);
        let patronymic = self.random.pick(words::PATRONYMICS);
        if self.random.is_in(52) {
            return Name {
                surname: surname.to_owned(),
                first: self.random.pick(words::MEN),
                patronymic: patronymic.to_owned(),
                sex: Sex::Male,
            };
        }
        let stem = patronymic.strip_suffix("ич").unwrap_or(patronymic);
        Name {
            surname: format!("{surname}а"),
            first: self.random.pick(words::WOMEN),
            patronymic: format!("{stem}на"),
            sex: Sex::Female,
        }
    }

    /// What every card has: someone responsible, roles, a day, perhaps a note.
    fn common(&mut self, client: &mut Client) {
        // The head keeps few clients, and some are nobody's.
        client.owner = match self.random.below(20) {
            0 => None,
            1 => self.office.owner(1),
            2..9 => self.office.owner(0),
            9..15 => self.office.owner(2),
            _ => self.office.owner(3),
        };
        let roles: &[Role] = match self.random.below(20) {
            0..6 => &[Role::Potential],
            6..14 => &[Role::Active],
            14..16 => &[Role::Former],
            16..18 => &[Role::Active, Role::Partner],
            18 => &[Role::Partner],
            _ => &[Role::Competitor],
        };
        client.roles = roles.iter().copied().collect();
        client.since = self.day(2008, 18);
        if self.random.is_in(10) {
            client.note = self.random.pick(words::NOTES).to_owned();
        }
    }

    fn region(&mut self) -> &'static Region {
        // The lesser of two draws: the first regions come more often.
        let draws = [0; 2].map(|_| self.random.index(words::REGIONS.len()));
        &words::REGIONS[draws[0].min(draws[1])]
    }

    /// Phones are typed in many ways; search has to find them all.
    fn work_phone(&mut self, region: &Region) -> String {
        let (code, local) = (region.dialling, self.local_number());
        match self.random.below(4) {
            0 => format!("+7 {code} {local}"),
            1 => format!("8 ({code}) {local}"),
            2 => format!("+7{code}{}", local.replace('-', "")),
            _ => format!("+7 ({code}) {local}"),
        }
    }

    fn local_number(&mut self) -> String {
        let first = 2 + self.random.below(8);
        let (middle, last) = (self.random.digits(2), self.random.digits(4));
        format!("{first}{middle}-{}-{}", &last[..2], &last[2..])
    }

    fn addresses(&mut self, card: &mut Card, region: &Region) {
        let mut address = Address::new(card.client.id, Purpose::Legal);
        address.city = region.city.to_owned();
        address.postal_code = format!("{}{}", region.postal, self.random.digits(3));
        let (street, house) = (self.random.pick(words::STREETS), 1 + self.random.below(120));
        address.street = format!("{street}, д. {house}");
        if card.client.kind == Kind::Person {
            address.purpose = Purpose::Actual;
        }
        if self.random.is_in(20) {
            let mut postal = Address::new(card.client.id, Purpose::Postal);
            postal.city = address.city.clone();
            postal.postal_code = address.postal_code.clone();
            postal.street = format!("а/я {}", 1 + self.random.below(400));
            card.add_address(address);
            card.add_address(postal);
        } else {
            card.add_address(address);
        }
    }

    fn account(&mut self, card: &mut Card) {
        let (bank, bik) = words::BANKS[self.random.index(words::BANKS.len())];
        let mut account = BankAccount::new(card.client.id);
        account.bank = bank.to_owned();
        account.bik = bik.to_owned();
        account.number = requisites::account(bik, &mut self.random);
        account.correspondent = requisites::correspondent(bik);
        card.add_account(account);
    }

    fn groups(&mut self, card: &mut Card) {
        let own = self.office.groups.iter();
        let own: Vec<_> = own.filter(|group| group.kind == card.client.kind).collect();
        // The important persons of the sample are its cast.
        let open = match card.client.kind {
            Kind::Organization => &own[..],
            Kind::Person => own.get(1..).unwrap_or_default(),
        };
        for group in open {
            if self.random.is_in(20) {
                card.join(group.id);
            }
        }
    }

    fn birthday(&mut self) -> Option<Birthday> {
        let date = self.day(1955, 50)?;
        match self.random.below(10) {
            0..3 => None,
            // Some tell the day and keep the year to themselves.
            3 => date.format("--%m-%d").to_string().parse().ok(),
            _ => Some(Birthday::from(date)),
        }
    }

    /// A day within so many years.
    fn day(&mut self, first_year: i32, years: u64) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(first_year, 1, 1)?;
        first.checked_add_days(chrono::Days::new(self.random.below(years * 365)))
    }

    /// A name as the mailbox or the server of an address.
    fn mailbox(&mut self, name: &str) -> String {
        if let Some(known) = self.latin.get(name) {
            return known.clone();
        }
        let latin = latin(name);
        self.latin.insert(name.to_owned(), latin.clone());
        latin
    }
}

/// A name in Latin letters and digits.
pub fn latin(name: &str) -> String {
    let spelling = transliterations(name).into_iter().next();
    let mut latin = spelling.unwrap_or_default();
    latin.retain(|c| c.is_ascii_alphanumeric());
    latin
}
