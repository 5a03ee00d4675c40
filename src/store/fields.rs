//! The values of any field: for the rows of a page, and for sorting and adding up whole lists.

mod edit;
mod figures;

pub use edit::Preview;

use std::collections::HashMap;

use chrono::Local;

use crate::domain::client::{Kind, Roles};
use crate::domain::completeness::Items;
use crate::domain::contact::Channel;
use crate::domain::{
    Address, BankAccount, Card, Client, ContactPoint, Datum, Field, FieldValue, Id, Membership,
    TeamMember,
};
use crate::error::{Error, Result};
use crate::store::page::{self, PAGE};
use crate::store::{Column, Reader, Row, Value};

/// How many clients go by between two looks at whether the user has stopped the work.
const STRIDE: usize = 512;

/// Where the value of a field stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// In that column of the client.
    Client(&'static str),
    /// In the main contact point.
    Contact(fn(Channel) -> bool),
    /// In that column of the main address.
    Address(&'static str),
    /// In that column of the main account.
    Account(&'static str),
    /// Among the groups.
    Groups,
    /// Among the employees of the team.
    Team,
    /// Among the custom fields.
    Custom,
    /// It is worked out from what is filled in.
    Filled,
    /// The id tells it.
    Id,
}

/// Where the value of a field stands.
pub(super) fn place(field: Field) -> Place {
    match field {
        Field::Text(text) => Place::Client(text.name()),
        Field::Owner => Place::Client("owner_id"),
        Field::Roles => Place::Client("roles"),
        Field::Sex => Place::Client("sex"),
        Field::Birthday => Place::Client("birthday"),
        Field::Employer => Place::Client("employer_id"),
        Field::Since => Place::Client("since"),
        Field::Segment => Place::Client("segment_id"),
        Field::Source => Place::Client("source_id"),
        Field::Category => Place::Client("category_id"),
        Field::Stage => Place::Client("stage"),
        Field::RecommendedBy => Place::Client("recommended_by"),
        Field::PreferredMedium => Place::Client("preferred_medium"),
        Field::PoliticalRole => Place::Client("political_role"),
        Field::Influence => Place::Client("influence"),
        Field::NextStepOn => Place::Client("next_step_on"),
        Field::CheckedOn => Place::Client("checked_on"),
        Field::Phone => Place::Contact(Channel::is_phone),
        Field::Email => Place::Contact(|channel| channel == Channel::Email),
        Field::Web => Place::Contact(|channel| channel == Channel::Web),
        Field::City => Place::Address("city"),
        Field::Region => Place::Address("region"),
        Field::PostalCode => Place::Address("postal_code"),
        Field::Street => Place::Address("street"),
        Field::Account => Place::Account("number"),
        Field::Bank => Place::Account("bank"),
        Field::Bik => Place::Account("bik"),
        Field::Group => Place::Groups,
        Field::Team => Place::Team,
        Field::Completeness => Place::Filled,
        Field::CreatedOn => Place::Id,
        Field::Custom(_) => Place::Custom,
    }
}

/// What clients say in some fields: one value for each field, in their order.
pub type Values = HashMap<Id<Client>, Vec<Datum>>;

impl Reader<'_> {
    /// What these clients say in these fields, in a statement a table for each page of them; who
    /// may not be seen is left out.
    pub fn values(self, ids: &[Id<Client>], fields: &[Field]) -> Result<Values> {
        let mut values = Values::with_capacity(ids.len());
        self.own_values(ids, fields, &mut values)?;
        let has = |is_there: fn(Place) -> bool| fields.iter().any(|field| is_there(place(*field)));
        if has(|place| matches!(place, Place::Contact(_))) {
            let rows = self.rows_of::<ContactPoint>(ids, "client_id")?;
            for (client, rows) in by_client(rows, |row| row.client) {
                fill(&mut values, client, fields, |field| {
                    contact_of(&rows, field)
                });
            }
        }
        if has(|place| matches!(place, Place::Address(_))) {
            let rows = self.rows_of::<Address>(ids, "client_id")?;
            for (client, rows) in by_client(rows, |row| row.client) {
                fill(&mut values, client, fields, |field| {
                    address_of(&rows, field)
                });
            }
        }
        if has(|place| matches!(place, Place::Account(_))) {
            let rows = self.rows_of::<BankAccount>(ids, "client_id")?;
            for (client, rows) in by_client(rows, |row| row.client) {
                fill(&mut values, client, fields, |field| {
                    account_of(&rows, field)
                });
            }
        }
        if has(|place| matches!(place, Place::Groups)) {
            let rows = self.rows_of::<Membership>(ids, "client_id")?;
            for (client, rows) in by_client(rows, |row| row.client) {
                fill(&mut values, client, fields, |field| {
                    (field == Field::Group).then(|| groups_of(&rows)).flatten()
                });
            }
        }
        if has(|place| matches!(place, Place::Team)) {
            let rows = self.rows_of::<TeamMember>(ids, "client_id")?;
            for (client, rows) in by_client(rows, |row| row.client) {
                let team: Vec<_> = rows.iter().map(|row| row.employee).collect();
                fill(&mut values, client, fields, |field| {
                    (field == Field::Team).then(|| Datum::Employees(team.clone()))
                });
            }
        }
        if has(|place| matches!(place, Place::Custom)) {
            let rows = self.rows_of::<FieldValue>(ids, "client_id")?;
            for (client, rows) in by_client(rows, |row| row.client) {
                fill(&mut values, client, fields, |field| custom_of(&rows, field));
            }
        }
        self.name_clients(&mut values)?;
        Ok(values)
    }

    /// What stands in the rows of the clients themselves; nothing yet for the other fields.
    fn own_values(self, ids: &[Id<Client>], fields: &[Field], values: &mut Values) -> Result<()> {
        let required = match fields.contains(&Field::Completeness) {
            true => self.catalog()?.required,
            false => Default::default(),
        };
        let columns: String = fields
            .iter()
            .filter_map(|field| match place(*field) {
                Place::Client(column) => Some(format!(", c.{column}")),
                _ => None,
            })
            .collect();
        let sql = format!(
            "SELECT v.client_id, v.kind AS register, v.filled{columns}
               FROM visible v JOIN clients c ON c.id = v.client_id
              WHERE v.employee_id = $1 AND v.client_id IN ({})",
            page::places(1)
        );
        for page in ids.chunks(PAGE) {
            let asked = page::values([self.who.to_value()], page);
            for row in self.database.query(&sql, &asked)? {
                let id: Id<Client> = row.get("client_id")?;
                let kind: Kind = row.get("register")?;
                let filled: Items = row.get("filled")?;
                let said = fields.iter().map(|field| match place(*field) {
                    Place::Client(column) => own_value(&row, *field, column),
                    Place::Filled => Ok(Datum::Integer(required[kind as usize].percent(filled))),
                    Place::Id => {
                        // The day at this computer, as the filter means it.
                        let made = id.created_at().with_timezone(&Local);
                        Ok(Datum::Date(made.date_naive()))
                    }
                    _ => Ok(Datum::Nothing),
                });
                values.insert(id, said.collect::<Result<_>>()?);
            }
        }
        Ok(())
    }

    /// Gives the cards that are named their names, as far as those may be seen.
    fn name_clients(self, values: &mut Values) -> Result<()> {
        let named = |datum: &mut Datum| match datum {
            Datum::Client(id, _) => Some(*id),
            _ => None,
        };
        let mut ids: Vec<_> = values.values_mut().flatten().filter_map(named).collect();
        if ids.is_empty() {
            return Ok(());
        }
        ids.sort_unstable();
        ids.dedup();
        let titles: HashMap<_, _> = self
            .rows_of::<Client>(&ids, "id")?
            .into_iter()
            .map(|client| (client.id, client.title()))
            .collect();
        for datum in values.values_mut().flatten() {
            if let Datum::Client(id, title) = datum {
                *title = titles.get(id).cloned().unwrap_or_default();
            }
        }
        Ok(())
    }
}

/// The rows of each client, in their order.
fn by_client<R>(rows: Vec<R>, client: impl Fn(&R) -> Id<Client>) -> HashMap<Id<Client>, Vec<R>> {
    let mut sorted: HashMap<_, Vec<R>> = HashMap::new();
    for row in rows {
        sorted.entry(client(&row)).or_default().push(row);
    }
    sorted
}

fn fill(
    values: &mut Values,
    client: Id<Client>,
    fields: &[Field],
    said: impl Fn(Field) -> Option<Datum>,
) {
    let Some(values) = values.get_mut(&client) else {
        return;
    };
    for (value, field) in values.iter_mut().zip(fields) {
        if let Some(said) = said(*field) {
            *value = said;
        }
    }
}

/// What a card says in a field that stands beside the client itself.
fn said_beside(card: &Card, field: Field) -> Datum {
    let said = match place(field) {
        Place::Contact(_) => contact_of(&card.contacts, field),
        Place::Address(_) => address_of(&card.addresses, field),
        Place::Account(_) => account_of(&card.accounts, field),
        Place::Groups => groups_of(&card.memberships),
        Place::Custom => custom_of(&card.values, field),
        Place::Client(_) | Place::Team | Place::Filled | Place::Id => None,
    };
    said.unwrap_or_default()
}

fn groups_of(rows: &[Membership]) -> Option<Datum> {
    let groups = rows.iter().map(|row| row.group);
    (!rows.is_empty()).then(|| Datum::Groups(groups.collect()))
}

fn contact_of(rows: &[ContactPoint], field: Field) -> Option<Datum> {
    let Place::Contact(is_wanted) = place(field) else {
        return None;
    };
    let mut wanted = rows.iter().filter(|row| is_wanted(row.channel));
    let first = wanted.clone().next();
    let main = wanted.find(|row| row.is_main).or(first)?;
    Some(Datum::text(main.value.as_str()))
}

fn address_of(rows: &[Address], field: Field) -> Option<Datum> {
    let main = rows.iter().find(|row| row.is_main).or(rows.first())?;
    Some(Datum::text(match field {
        Field::City => main.city.as_str(),
        Field::Region => &main.region,
        Field::PostalCode => &main.postal_code,
        Field::Street => &main.street,
        _ => return None,
    }))
}

fn account_of(rows: &[BankAccount], field: Field) -> Option<Datum> {
    let main = rows.iter().find(|row| row.is_main).or(rows.first())?;
    Some(Datum::text(match field {
        Field::Account => main.number.as_str(),
        Field::Bank => &main.bank,
        Field::Bik => &main.bik,
        _ => return None,
    }))
}

fn custom_of(rows: &[FieldValue], field: Field) -> Option<Datum> {
    let Field::Custom(id) = field else {
        return None;
    };
    let rows = rows.iter().filter(|row| row.field == id);
    Some(Datum::of_contents(rows.map(|row| &row.content)))
}

/// What the column of a client says.
fn own_value(row: &Row, field: Field, column: &'static str) -> Result<Datum> {
    fn id<T>(row: &Row, column: &'static str) -> Result<Option<Id<T>>> {
        row.get(column)
    }
    let said = match field {
        Field::Owner => id(row, column)?.map(|id| Datum::Employees(vec![id])),
        Field::Roles => {
            let roles: Roles = row.get(column)?;
            (!roles.is_empty()).then_some(Datum::Roles(roles))
        }
        Field::Sex => row.get::<Option<_>>(column)?.map(Datum::Sex),
        Field::Birthday => row.get::<Option<_>>(column)?.map(Datum::Birthday),
        Field::Employer | Field::RecommendedBy => {
            id(row, column)?.map(|id| Datum::Client(id, String::new()))
        }
        Field::Segment | Field::Source | Field::Category => {
            id(row, column)?.map(|id| Datum::Terms(vec![id]))
        }
        Field::Stage => row.get::<Option<_>>(column)?.map(Datum::Stage),
        Field::PreferredMedium => row.get::<Option<_>>(column)?.map(Datum::Medium),
        Field::PoliticalRole => row.get::<Option<_>>(column)?.map(Datum::PoliticalRole),
        Field::Influence => row.get::<Option<_>>(column)?.map(Datum::Integer),
        Field::Since | Field::NextStepOn | Field::CheckedOn => {
            row.get::<Option<_>>(column)?.map(Datum::Date)
        }
        Field::Text(_) => Some(Datum::text(row.get::<String>(column)?)),
        _ => return Err(Error::Unreadable(column)),
    };
    Ok(said.unwrap_or_default())
}

/// What stands in the column of a client that says `datum`.
fn own_column(field: Field, datum: &Datum) -> Value {
    fn first<T>(ids: &[Id<T>]) -> Value {
        ids.first().map_or(Value::Null, Id::to_value)
    }
    match datum {
        Datum::Nothing => match field {
            Field::Text(_) => String::new().into(),
            Field::Roles => Roles::default().to_value(),
            _ => Value::Null,
        },
        Datum::Text(text) => text.to_value(),
        Datum::Integer(number) | Datum::Number(number) => number.to_value(),
        Datum::Money(money) => money.minor.to_value(),
        Datum::Date(day) => day.to_value(),
        Datum::Birthday(day) => day.to_value(),
        Datum::YesNo(is_so) => is_so.to_value(),
        Datum::Sex(sex) => sex.to_value(),
        Datum::Stage(stage) => stage.to_value(),
        Datum::Medium(medium) => medium.to_value(),
        Datum::PoliticalRole(role) => role.to_value(),
        Datum::Roles(roles) => roles.to_value(),
        Datum::Terms(ids) => first(ids),
        Datum::Employees(ids) => first(ids),
        Datum::Groups(ids) => first(ids),
        Datum::Client(id, _) => id.to_value(),
    }
}
