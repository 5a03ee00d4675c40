//! What one row of a table says, cell by cell, before anything is looked up.

use chrono::NaiveDate;

use super::Options;
use crate::domain::client::{Key, Kind, Roles, TextField};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::custom_field::{Content, Shape};
use crate::domain::name::{Organisation, Person, Sex};
use crate::domain::profile::{Medium, PoliticalRole, Stage};
use crate::domain::term::Dictionary;
use crate::domain::{Birthday, CustomField, Id, requisites};
use crate::error::{CellFault, RowFault};
use crate::exchange::{AccountPart, AddressPart, Column, value};

/// What people write where nothing is to be said.
const NOTHING: [&str; 9] = [
    "-",
    "–",
    "—",
    "нет",
    "н/д",
    "нет данных",
    "n/a",
    "none",
    "null",
];

/// A row, read: empty cells left nothing behind.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub kind: Option<Kind>,
    pub texts: Vec<(TextField, String)>,
    pub legal_form: String,
    pub person: Option<Person>,
    pub sex: Option<Sex>,
    pub birthday: Option<Birthday>,
    pub since: Option<NaiveDate>,
    pub roles: Option<Roles>,
    pub contacts: Vec<(Channel, String)>,
    pub places: Vec<Place>,
    pub account: Account,
    pub employer: String,
    pub employer_id: String,
    pub responsible: String,
    pub groups: Vec<String>,
    pub terms: Vec<(Dictionary, String)>,
    pub stage: Option<Stage>,
    pub preferred_medium: Option<Medium>,
    pub political_role: Option<PoliticalRole>,
    pub influence: Option<i64>,
    pub next_step_on: Option<NaiveDate>,
    pub checked_on: Option<NaiveDate>,
    pub recommended_by: String,
    pub custom: Vec<(Id<CustomField>, Custom)>,
    /// The cells that could not be read.
    pub faults: Vec<RowFault>,
}

/// What a row says in a field that the user has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Custom {
    /// A value by itself.
    Content(Content),
    /// The name of an entry of its list.
    Option(String),
    /// The names of several.
    Options(Vec<String>),
    /// The name of another client.
    Client(String),
}

/// An address as a row gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub purpose: Purpose,
    pub postal_code: String,
    pub region: String,
    pub city: String,
    pub street: String,
}

/// A bank account as a row gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Account {
    pub number: String,
    pub bank: String,
    pub bik: String,
    pub correspondent: String,
}

impl Account {
    pub fn is_empty(&self) -> bool {
        self.number.is_empty() && self.bik.is_empty() && self.bank.is_empty()
    }
}

impl Entry {
    /// Reads a row anew.
    pub fn read(&mut self, cells: &[String], options: &Options, fields: &[CustomField]) {
        *self = Self {
            kind: Some(options.mapping.kind),
            ..Self::default()
        };
        for (column, cell) in options.mapping.columns.iter().zip(cells) {
            if cell.is_empty() {
                continue;
            }
            let read = match column {
                Column::Custom(id) => match fields.iter().find(|field| field.id == *id) {
                    Some(field) => self.custom(field, cell, options.today),
                    None => Ok(()),
                },
                column => self.cell(*column, cell, options.today),
            };
            if let Err(fault) = read {
                let column = column.label(fields);
                self.faults.push(RowFault::Cell { column, fault });
            }
        }
        self.join_name();
    }

    /// What the row says that is taken as it is and looks wrong.
    pub fn doubts(&self) -> Vec<RowFault> {
        let texts = self.texts.iter().map(|(field, text)| {
            let doubt = requisites::check_text(*field, text);
            (Column::Text(*field), doubt)
        });
        let Account {
            number,
            bik,
            correspondent,
            ..
        } = &self.account;
        let account = [
            (AccountPart::Number, requisites::check_number(number, bik)),
            (AccountPart::Bik, requisites::check_bik(bik)),
            (
                AccountPart::Correspondent,
                requisites::check_correspondent_account(correspondent, bik),
            ),
        ];
        let account = account.map(|(part, doubt)| (Column::Account(part), doubt));
        let mailboxes = self.contacts.iter().map(|(channel, value)| {
            let is_mailbox = *channel == Channel::Email;
            let doubt = is_mailbox.then(|| requisites::check_email(value)).flatten();
            (Column::Contact(*channel), doubt)
        });
        let all = texts.chain(account).chain(mailboxes);
        let doubtful = all.filter_map(|(column, doubt)| {
            let column = column.label(&[]);
            Some(RowFault::Doubt {
                column,
                doubt: doubt?,
            })
        });
        doubtful.collect()
    }

    fn cell(&mut self, column: Column, text: &str, today: NaiveDate) -> Result<(), CellFault> {
        match column {
            Column::Ignore => {}
            Column::Text(field) => self.text(field, text)?,
            Column::LegalForm => text.clone_into(&mut self.legal_form),
            Column::PersonName => self.person = Some(Person::parse(text)),
            Column::Employer => text.clone_into(&mut self.employer),
            Column::EmployerId => text.clone_into(&mut self.employer_id),
            Column::Responsible => text.clone_into(&mut self.responsible),
            Column::Groups => {
                let groups = value::several(text).into_iter().map(str::to_owned);
                self.groups.extend(groups);
            }
            Column::Address(purpose, part) => self.place(purpose, part, text),
            Column::Account(part) => self.account(part, text)?,
            Column::Roles => {
                let roles = value::roles(text)?;
                let known = self.roles.unwrap_or_default();
                self.roles = Some(known.iter().chain(roles.iter()).collect());
            }
            Column::Term(dictionary) => self.terms.push((dictionary, text.to_owned())),
            Column::RecommendedBy => text.clone_into(&mut self.recommended_by),
            _ if is_nothing(text) => {}
            Column::Stage => self.stage = Some(value::stage(text)?),
            Column::PreferredMedium => self.preferred_medium = Some(value::medium(text)?),
            Column::PoliticalRole => self.political_role = Some(value::political_role(text)?),
            Column::Influence => self.influence = Some(value::influence(text)?),
            Column::NextStepOn => self.next_step_on = Some(value::date(text, NaiveDate::MAX)?),
            Column::CheckedOn => self.checked_on = Some(value::date(text, today)?),
            Column::Custom(_) => {}
            Column::Sex => self.sex = Some(value::sex(text)?),
            Column::Birthday => self.birthday = Some(value::birthday(text, today)?),
            Column::Since => self.since = Some(value::date(text, today)?),
            Column::Contact(channel) => self.contacts(channel, text)?,
        }
        Ok(())
    }

    fn custom(
        &mut self,
        field: &CustomField,
        text: &str,
        today: NaiveDate,
    ) -> Result<(), CellFault> {
        let said = match field.shape {
            Shape::YesNo => Custom::Content(Content::YesNo(value::yes_no(text)?)),
            Shape::List => Custom::Option(text.to_owned()),
            Shape::MultiList => {
                let names = value::several(text).into_iter().map(str::to_owned);
                Custom::Options(names.collect())
            }
            Shape::Link => Custom::Client(text.to_owned()),
            shape => match Content::read(shape, text, today) {
                Some(content) => Custom::Content(content),
                None if shape == Shape::Date => {
                    return Err(CellFault::NotADate(text.to_owned()));
                }
                None => return Err(CellFault::NotANumber(text.to_owned())),
            },
        };
        self.custom.push((field.id, said));
        Ok(())
    }

    fn text(&mut self, field: TextField, text: &str) -> Result<(), CellFault> {
        let text = match field {
            TextField::Inn | TextField::Kpp | TextField::Ogrn if is_nothing(text) => return Ok(()),
            TextField::Inn | TextField::Kpp | TextField::Ogrn => {
                requisites::compact(value::number(text)?)
            }
            _ => text.to_owned(),
        };
        match self.texts.iter_mut().find(|(known, _)| *known == field) {
            Some((_, known)) => {
                known.push('\n');
                known.push_str(&text);
            }
            None => self.texts.push((field, text)),
        }
        Ok(())
    }

    fn contacts(&mut self, channel: Channel, text: &str) -> Result<(), CellFault> {
        if channel.is_phone() {
            let phones = value::phones(text)?.into_iter();
            self.contacts.extend(phones.map(|phone| (channel, phone)));
        } else {
            let values = value::several(text).into_iter();
            self.contacts
                .extend(values.map(|value| (channel, value.to_owned())));
        }
        Ok(())
    }

    fn place(&mut self, purpose: Purpose, part: AddressPart, text: &str) {
        let at = self
            .places
            .iter()
            .position(|known| known.purpose == purpose);
        let at = at.unwrap_or_else(|| {
            self.places.push(Place {
                purpose,
                postal_code: String::new(),
                region: String::new(),
                city: String::new(),
                street: String::new(),
            });
            self.places.len() - 1
        });
        let place = &mut self.places[at];
        match part {
            AddressPart::PostalCode => text.clone_into(&mut place.postal_code),
            AddressPart::Region => text.clone_into(&mut place.region),
            AddressPart::City => text.clone_into(&mut place.city),
            AddressPart::Street => text.clone_into(&mut place.street),
            AddressPart::Line => place.line(text),
        }
    }

    fn account(&mut self, part: AccountPart, text: &str) -> Result<(), CellFault> {
        let account = &mut self.account;
        let number = || value::number(text).map(requisites::compact);
        match part {
            AccountPart::Bank => text.clone_into(&mut account.bank),
            _ if is_nothing(text) => {}
            AccountPart::Number => account.number = number()?,
            AccountPart::Iban if account.number.is_empty() => account.number = number()?,
            AccountPart::Iban => {}
            AccountPart::Bik => account.bik = number()?,
            AccountPart::Correspondent => account.correspondent = number()?,
        }
        Ok(())
    }

    /// Puts a legal form of its own before the name, and a whole name into its parts.
    fn join_name(&mut self) {
        if let Some(person) = self.person.take() {
            let parts = [
                (TextField::Surname, person.surname),
                (TextField::FirstName, person.first),
                (TextField::Patronymic, person.patronymic),
            ];
            for (field, part) in parts {
                if !part.is_empty() && self.said(field).is_none() {
                    self.texts.push((field, part));
                }
            }
        }
        if self.legal_form.is_empty() {
            return;
        }
        let form = &self.legal_form;
        let name = self.texts.iter_mut();
        for (_, name) in name.filter(|(field, _)| *field == TextField::Name) {
            if Organisation::parse(name).form.is_none() {
                let is_quoted = name.contains(['«', '"', '“']) || form == "ИП";
                *name = match is_quoted {
                    true => format!("{form} {name}"),
                    false => format!("{form} «{name}»"),
                };
            }
        }
    }

    /// What the row says of a field.
    pub fn said(&self, field: TextField) -> Option<&str> {
        let mut texts = self.texts.iter();
        let said = texts.find(|(known, _)| *known == field);
        said.map(|(_, text)| text.as_str())
    }

    /// The name of a new client of the row; empty where the row gives none.
    pub fn title(&self) -> String {
        let text = |field| self.said(field).unwrap_or_default();
        match self.kind {
            Some(Kind::Person) => {
                let parts = [
                    TextField::Surname,
                    TextField::FirstName,
                    TextField::Patronymic,
                ];
                let parts = parts.map(text).into_iter().filter(|part| !part.is_empty());
                parts.collect::<Vec<_>>().join(" ")
            }
            _ if text(TextField::Name).is_empty() => text(TextField::FullName).to_owned(),
            _ => text(TextField::Name).to_owned(),
        }
    }

    /// Whether there is anything to call a new client by.
    pub fn has_name(&self) -> bool {
        use TextField::{FirstName, FullName, Name, Patronymic, Surname};
        let fields: &[TextField] = match self.kind {
            Some(Kind::Person) => &[Surname, FirstName, Patronymic],
            _ => &[Name, FullName],
        };
        let is_said = |field: &&TextField| self.said(**field).is_some();
        fields.iter().any(|field| is_said(&field))
    }

    /// What the row is recognised by, ready for comparison; none where it has no such cell.
    pub fn keys(&self, key: Key) -> Vec<String> {
        let mut keys: Vec<String> = match key {
            Key::Inn => vec![key.normal(self.said(TextField::Inn).unwrap_or_default())],
            Key::ExternalId => {
                vec![key.normal(self.said(TextField::ExternalId).unwrap_or_default())]
            }
            Key::Name => vec![self.title()],
            Key::Email => self.reached_by(key, |channel| channel == Channel::Email),
            Key::Phone => self.reached_by(key, Channel::is_phone),
        };
        keys.retain(|value| !value.is_empty());
        keys
    }

    fn reached_by(&self, key: Key, is_meant: impl Fn(Channel) -> bool) -> Vec<String> {
        let contacts = self.contacts.iter();
        let meant = contacts.filter(|(channel, _)| is_meant(*channel));
        meant.map(|(_, value)| key.normal(value)).collect()
    }
}

impl Place {
    /// An address in one line: a postal code before it and a town behind `г.` are told apart.
    fn line(&mut self, text: &str) {
        let mut rest = Vec::new();
        for part in text
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            let city = ["г. ", "г.", "г ", "город ", "гор. "]
                .iter()
                .find_map(|start| part.strip_prefix(start));
            let is_code = part.len() == 6 && part.bytes().all(|byte| byte.is_ascii_digit());
            match city {
                _ if is_code && self.postal_code.is_empty() => {
                    part.clone_into(&mut self.postal_code);
                }
                Some(city) if self.city.is_empty() => city.trim().clone_into(&mut self.city),
                _ => rest.push(part),
            }
        }
        if self.street.is_empty() {
            self.street = rest.join(", ");
        }
    }
}

fn is_nothing(text: &str) -> bool {
    text.len() <= 22 && NOTHING.contains(&text.to_lowercase().as_str())
}
