//! Where the keys come from that a list is sorted by.

use std::collections::HashMap;

use crate::domain::catalog;
use crate::domain::client::Kind;
use crate::domain::completeness::Items;
use crate::domain::custom_field::Shape;
use crate::domain::name::Sex;
use crate::domain::profile::{Medium, PoliticalRole, Stage};
use crate::domain::text::fold;
use crate::domain::{CustomField, Employee, Field, Id, Progress};
use crate::error::Result;
use crate::store::fields::{Place, place};
use crate::store::{Cell, Column, Flow, Reader, Value};

use super::keys::Keys;
use super::{STRIDE, Sort};

/// What a statement reads beside the id of each row, and how that becomes a key.
pub struct Source {
    /// The column of the directory, or of the client itself.
    pub column: &'static str,
    /// Whether it is a column of the client itself.
    pub is_of_client: bool,
    reading: Reading,
}

/// How a value becomes a key.
enum Reading {
    /// A text, as it stands.
    Text,
    /// A text, folded.
    Folded,
    /// A number.
    Number,
    /// The first of a set of bits.
    Bits,
    /// An id, by where it stands among the others.
    Ranked(HashMap<i64, i64>),
    /// A name of a closed list, by its place there.
    Named(fn(&str) -> Option<usize>),
    /// What is filled in, in percent of these.
    Percent(Items),
    /// What was read aside, by client.
    Aside(HashMap<i64, Key>),
}

/// A key that was read aside.
enum Key {
    Number(i64),
    Text(String),
}

impl Source {
    fn of_line(column: &'static str, reading: Reading) -> Self {
        Self {
            column,
            is_of_client: false,
            reading,
        }
    }

    fn of_client(column: &'static str, reading: Reading) -> Self {
        Self {
            column,
            is_of_client: true,
            reading,
        }
    }

    /// Adds the key of a client, made from the value that was read.
    pub fn add(&self, keys: &mut Keys, id: i64, cell: Cell<'_>) {
        let number = |number: Option<i64>, keys: &mut Keys| keys.add_number(number, id);
        match &self.reading {
            Reading::Text => keys.add_text(cell.text(), id),
            Reading::Folded => keys.add_text(&fold(cell.text()), id),
            Reading::Number => number((cell != Cell::Null).then(|| cell.integer()), keys),
            Reading::Bits => {
                let bits = cell.integer();
                number((bits != 0).then(|| bits.trailing_zeros().into()), keys);
            }
            Reading::Ranked(ranks) => number(ranks.get(&cell.integer()).copied(), keys),
            Reading::Named(place) => {
                let place = place(cell.text()).and_then(|place| i64::try_from(place).ok());
                number(place, keys);
            }
            Reading::Percent(wanted) => {
                number(Some(wanted.percent(Items::from_bits(cell.integer()))), keys);
            }
            Reading::Aside(known) => match known.get(&id) {
                None => keys.add_number(None, id),
                Some(Key::Number(known)) => number(Some(*known), keys),
                Some(Key::Text(text)) => keys.add_text(text, id),
            },
        }
    }
}

impl Reader<'_> {
    /// Where the keys of a column come from.
    pub(super) fn source(self, kind: Kind, by: Sort, progress: &Progress) -> Result<Source> {
        let Sort::Field(field) = by else {
            return Ok(Source::of_line("name_key", Reading::Text));
        };
        Ok(match field {
            Field::Text(text) if ["inn", "position"].contains(&text.name()) => {
                Source::of_line(text.name(), Reading::Text)
            }
            Field::City => Source::of_line("city", Reading::Text),
            Field::Phone => Source::of_line("phone", Reading::Text),
            Field::Email => Source::of_line("email", Reading::Text),
            Field::Since => Source::of_line("since", Reading::Text),
            Field::Birthday => Source::of_line("birthday", Reading::Text),
            Field::NextStepOn => Source::of_line("next_step_on", Reading::Text),
            Field::CheckedOn => Source::of_line("checked_on", Reading::Text),
            Field::Roles => Source::of_line("roles", Reading::Bits),
            Field::Owner => Source::of_line("owner_id", self.employee_ranks()?),
            Field::Employer => Source::of_line("employer_id", self.client_ranks(progress)?),
            Field::Segment => Source::of_line("segment_id", self.term_ranks()?),
            Field::Source => Source::of_line("source_id", self.term_ranks()?),
            Field::Category => Source::of_line("category_id", self.term_ranks()?),
            Field::Stage => {
                let place = |name: &str| Stage::ALL.iter().position(|known| known.name() == name);
                Source::of_line("stage", Reading::Named(place))
            }
            Field::Completeness => {
                Source::of_line("filled", Reading::Percent(self.required(kind)?))
            }
            Field::CreatedOn => Source::of_line("client_id", Reading::Number),
            field => match place(field) {
                Place::Client(column) => Source::of_client(column, self.reading(field, progress)?),
                _ => {
                    let aside = self.aside(kind, field, progress)?;
                    Source::of_line("client_id", Reading::Aside(aside))
                }
            },
        })
    }

    /// How a column of the client itself that the directory lacks becomes a key.
    fn reading(self, field: Field, progress: &Progress) -> Result<Reading> {
        Ok(match field {
            Field::Influence => Reading::Number,
            Field::RecommendedBy => self.client_ranks(progress)?,
            Field::Sex => Reading::Named(|name| {
                let known = [Sex::Male, Sex::Female];
                known.iter().position(|sex| sex.to_value() == name.into())
            }),
            Field::PreferredMedium => {
                Reading::Named(|name| Medium::ALL.iter().position(|known| known.name() == name))
            }
            Field::PoliticalRole => Reading::Named(|name| {
                let mut known = PoliticalRole::ALL.iter();
                known.position(|known| known.name() == name)
            }),
            _ => Reading::Folded,
        })
    }

    fn required(self, kind: Kind) -> Result<Items> {
        let decided = self.policy(catalog::required_policy(kind))?;
        let bits = decided.and_then(|policy| policy.value.parse().ok());
        Ok(bits.map_or_else(|| Items::usual(kind), Items::from_bits))
    }

    fn employee_ranks(self) -> Result<Reading> {
        let mut employees = self.employees()?;
        employees.sort_by_key(Employee::short_name);
        Ok(ranked(employees.iter().map(|employee| employee.id.raw())))
    }

    /// Where each client stands by name, organisations first.
    fn client_ranks(self, progress: &Progress) -> Result<Reading> {
        let mut ids = Vec::new();
        for kind in Kind::ALL {
            ids.extend(self.order_by_index(kind, false, progress)?);
        }
        Ok(ranked(ids.into_iter().map(Id::raw)))
    }

    /// Where each entry of the dictionaries stands by name.
    fn term_ranks(self) -> Result<Reading> {
        let mut terms = self.catalog()?.terms;
        terms.sort_by_cached_key(|term| fold(&term.name));
        Ok(ranked(terms.iter().map(|term| term.id.raw())))
    }

    fn group_ranks(self) -> Result<Reading> {
        let mut groups = self.catalog()?.groups;
        groups.sort_by_cached_key(|group| fold(&group.name));
        Ok(ranked(groups.iter().map(|group| group.id.raw())))
    }

    /// What stands beside the clients themselves: one pass over its table.
    fn aside(self, kind: Kind, field: Field, progress: &Progress) -> Result<HashMap<i64, Key>> {
        let mut parameters = vec![self.who.to_value(), kind.to_value()];
        let (sql, reading) = match (place(field), field) {
            (Place::Contact(_), _) => (
                "SELECT v.client_id, p.value, p.is_main FROM contact_points p
                   JOIN visible v ON v.client_id = p.client_id
                  WHERE v.employee_id = $1 AND +v.kind = $2 AND p.channel = 'web'
                    AND p.deleted_by IS NULL ORDER BY p.id"
                    .to_owned(),
                Reading::Folded,
            ),
            (Place::Address(column), _) => (main_row("addresses", column), Reading::Folded),
            (Place::Account(column), _) => (main_row("bank_accounts", column), Reading::Folded),
            (Place::Groups, _) => (
                "SELECT v.client_id, m.group_id, 0 FROM memberships m
                   JOIN visible v ON v.client_id = m.client_id
                  WHERE v.employee_id = $1 AND +v.kind = $2 AND m.deleted_by IS NULL"
                    .to_owned(),
                self.group_ranks()?,
            ),
            (Place::Team, _) => (
                "SELECT v.client_id, t.employee_id, 0 FROM team_members t
                   JOIN visible v ON v.client_id = t.client_id
                  WHERE v.employee_id = $1 AND +v.kind = $2 AND t.deleted_by IS NULL"
                    .to_owned(),
                self.employee_ranks()?,
            ),
            (_, Field::Custom(id)) => {
                parameters.push(id.to_value());
                self.custom(id, progress)?
            }
            _ => return Ok(HashMap::new()),
        };
        self.read_aside(&sql, &parameters, &reading, progress)
    }

    /// The statement that reads a custom field: its own index has all it needs.
    fn custom(self, field: Id<CustomField>, progress: &Progress) -> Result<(String, Reading)> {
        let catalog = self.catalog()?;
        let shape = catalog.field(field).map(|field| field.shape);
        let (column, reading) = match shape {
            Some(Shape::Number | Shape::Money | Shape::YesNo) => ("number", Reading::Number),
            Some(Shape::List | Shape::MultiList) => ("number", self.term_ranks()?),
            Some(Shape::Link) => ("linked_id", self.client_ranks(progress)?),
            Some(Shape::Text | Shape::Date) | None => ("key", Reading::Text),
        };
        let sql = format!(
            "SELECT v.client_id, f.{column}, 0 FROM field_values f
               JOIN visible v ON v.client_id = f.client_id
              WHERE v.employee_id = $1 AND +v.kind = $2 AND f.field_id = $3
                AND f.deleted_by IS NULL AND f.{column} {}",
            if column == "key" {
                "<> ''"
            } else {
                "IS NOT NULL"
            },
        );
        Ok((sql, reading))
    }

    fn read_aside(
        self,
        sql: &str,
        parameters: &[Value],
        reading: &Reading,
        progress: &Progress,
    ) -> Result<HashMap<i64, Key>> {
        let mut known: HashMap<i64, Key> = HashMap::new();
        let mut count = 0;
        self.database.stream(sql, parameters, &mut |row| {
            count += 1;
            if count % STRIDE == 0 {
                progress.check()?;
            }
            let (client, cell) = (row.cell(0)?.integer(), row.cell(1)?);
            let key = match reading {
                Reading::Ranked(ranks) => match ranks.get(&cell.integer()) {
                    Some(rank) => Key::Number(*rank),
                    None => return Ok(Flow::Continue(())),
                },
                Reading::Number => Key::Number(cell.integer()),
                Reading::Text => Key::Text(cell.text().to_owned()),
                _ => Key::Text(fold(cell.text())),
            };
            let is_main = row.cell(2)?.integer() != 0;
            match (known.get(&client), &key) {
                // Of several things the first by name counts.
                (Some(Key::Number(now)), Key::Number(next)) if now <= next => {}
                (Some(Key::Text(_)), Key::Text(_)) if !is_main => {}
                _ => drop(known.insert(client, key)),
            }
            Ok(Flow::Continue(()))
        })?;
        Ok(known)
    }
}

/// The statement that reads a column of the main address or account of each client.
fn main_row(table: &str, column: &str) -> String {
    format!(
        "SELECT v.client_id, t.{column}, t.is_main FROM {table} t
           JOIN visible v ON v.client_id = t.client_id
          WHERE v.employee_id = $1 AND +v.kind = $2 AND t.deleted_by IS NULL ORDER BY t.id"
    )
}

fn ranked(ids: impl Iterator<Item = i64>) -> Reading {
    Reading::Ranked(ids.zip(0..).collect())
}
