//! The cells of one card.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Say, words};
use crate::domain::client::{Kind, Role, TextField};
use crate::domain::contact::{Address, Channel, Purpose};
use crate::domain::name::Sex;
use crate::domain::{BankAccount, Card, Catalog, Client, Employee, Group, Id};
use crate::error::Result;
use crate::exchange::{AccountPart, AddressPart, Cell, Column, value};
use crate::workspace::Reader;

/// The names of what cards refer to.
pub(super) struct Names {
    employees: HashMap<Id<Employee>, String>,
    groups: HashMap<Id<Group>, String>,
    roles: HashMap<Role, String>,
    sexes: [String; 2],
    /// The words of closed lists, by the keys of their messages.
    words: HashMap<&'static str, String>,
    catalog: Catalog,
    /// The clients that the cards of one page name.
    pub titles: HashMap<Id<Client>, String>,
}

impl Names {
    pub fn read(reader: Reader<'_>, kind: Kind, say: Say<'_>) -> Result<Self> {
        let employees = reader.employees()?.into_iter();
        let groups = reader.group_names(kind)?.into_iter();
        Ok(Self {
            employees: employees.map(|one| (one.id, full_name(&one))).collect(),
            groups: groups.map(|group| (group.id, group.name)).collect(),
            roles: Role::ALL
                .into_iter()
                .map(|role| (role, say(role_word(role))))
                .collect(),
            sexes: [say("export-sex-male"), say("export-sex-female")],
            words: words::ALL.iter().map(|key| (*key, say(key))).collect(),
            catalog: reader.catalog()?,
            titles: HashMap::new(),
        })
    }
}

impl Names {
    /// The word of a value; nothing for none.
    fn word(&self, key: Option<&'static str>) -> String {
        let word = key.and_then(|key| self.words.get(key));
        word.cloned().unwrap_or_default()
    }
}

/// What stands in one cell.
pub(super) enum Field {
    Text(String),
    Date(NaiveDate),
    Nothing,
}

impl Field {
    pub fn cell(&self) -> Cell<'_> {
        match self {
            Self::Text(text) if text.is_empty() => Cell::Empty,
            Self::Text(text) => Cell::Text(text),
            Self::Date(date) => Cell::Date(*date),
            Self::Nothing => Cell::Empty,
        }
    }
}

/// The cells of a card, one for each column.
pub(super) fn fields(card: &Card, columns: &[Column], names: &Names) -> Vec<Field> {
    let field = |column: &Column| field(card, *column, columns, names);
    columns.iter().map(field).collect()
}

fn field(card: &Card, column: Column, columns: &[Column], names: &Names) -> Field {
    let client = &card.client;
    let named = |name: Option<&String>| name.cloned().unwrap_or_default();
    Field::Text(match column {
        Column::Ignore | Column::LegalForm => return Field::Nothing,
        Column::Since => return client.since.map_or(Field::Nothing, Field::Date),
        Column::NextStepOn => return client.next_step_on.map_or(Field::Nothing, Field::Date),
        Column::CheckedOn => return client.checked_on.map_or(Field::Nothing, Field::Date),
        Column::Text(TextField::Name) => client.title(),
        Column::Text(field) => client.text(field).to_owned(),
        Column::PersonName => client.title(),
        Column::Sex => match client.sex {
            Some(Sex::Male) => names.sexes[0].clone(),
            Some(Sex::Female) => names.sexes[1].clone(),
            None => String::new(),
        },
        Column::Birthday => client
            .birthday
            .map_or_else(String::new, |day| day.to_string()),
        Column::Employer => named(client.employer.and_then(|id| names.titles.get(&id))),
        Column::EmployerId => String::new(),
        Column::Contact(channel) => contacts(card, channel, columns),
        Column::Address(purpose, part) => {
            let address = address(card, purpose, columns);
            address.map_or_else(String::new, |known| address_part(known, part))
        }
        Column::Account(part) => {
            let account = card.account();
            account.map_or_else(String::new, |known| account_part(known, part))
        }
        Column::Roles => {
            let roles = client.roles.iter().map(|role| names.roles[&role].as_str());
            roles.collect::<Vec<_>>().join(", ")
        }
        Column::Responsible => named(client.owner.and_then(|id| names.employees.get(&id))),
        Column::Term(dictionary) => names.catalog.term(client.term(dictionary)).to_owned(),
        Column::Stage => names.word(client.stage.map(words::stage)),
        Column::PreferredMedium => names.word(client.preferred_medium.map(words::medium)),
        Column::PoliticalRole => names.word(client.political_role.map(words::political_role)),
        Column::Influence => client
            .influence
            .map_or_else(String::new, |degree| degree.to_string()),
        Column::RecommendedBy => named(client.recommended_by.and_then(|id| names.titles.get(&id))),
        Column::Custom(id) => {
            let title = |id| names.titles.get(&id).cloned().unwrap_or_default();
            let contents = card.contents(id);
            let texts = contents.map(|content| value::shown(content, &names.catalog, title));
            texts.collect::<Vec<_>>().join("; ")
        }
        Column::Groups => {
            let groups = card.memberships.iter();
            let groups = groups.filter_map(|one| names.groups.get(&one.group));
            groups.map(String::as_str).collect::<Vec<_>>().join("; ")
        }
    })
}

/// The values of a channel, the main one first. Phones whose channel has no column of its own
/// stand with those at work.
fn contacts(card: &Card, channel: Channel, columns: &[Column]) -> String {
    let is_here = |other: Channel| {
        let has_column = columns.contains(&Column::Contact(other));
        let is_left_over = other.is_phone() && channel == Channel::WorkPhone && !has_column;
        other == channel || is_left_over
    };
    let mut here: Vec<_> = card
        .contacts
        .iter()
        .filter(|contact| is_here(contact.channel))
        .collect();
    here.sort_by_key(|contact| !contact.is_main);
    let values: Vec<&str> = here.iter().map(|contact| contact.value.as_str()).collect();
    values.join("; ")
}

/// The address for that purpose; where no column asks for another purpose, the main one.
fn address<'a>(card: &'a Card, purpose: Purpose, columns: &[Column]) -> Option<&'a Address> {
    let is_other =
        |column: &Column| matches!(column, Column::Address(other, _) if *other != purpose);
    match columns.iter().any(is_other) {
        true => card.addresses.iter().find(|known| known.purpose == purpose),
        false => card.address(),
    }
}

fn address_part(address: &Address, part: AddressPart) -> String {
    match part {
        AddressPart::Line => address.line(),
        AddressPart::PostalCode => address.postal_code.clone(),
        AddressPart::Region => address.region.clone(),
        AddressPart::City => address.city.clone(),
        AddressPart::Street => address.street.clone(),
    }
}

fn account_part(account: &BankAccount, part: AccountPart) -> String {
    match part {
        AccountPart::Number | AccountPart::Iban => account.number.clone(),
        AccountPart::Bank => account.bank.clone(),
        AccountPart::Bik => account.bik.clone(),
        AccountPart::Correspondent => account.correspondent.clone(),
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Potential => "export-role-potential",
        Role::Active => "export-role-active",
        Role::Former => "export-role-former",
        Role::Partner => "export-role-partner",
        Role::Competitor => "export-role-competitor",
    }
}

fn full_name(employee: &Employee) -> String {
    [
        &employee.surname,
        &employee.first_name,
        &employee.patronymic,
    ]
    .map(|part| part.trim())
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(" ")
}
