//! Which column of a table fills what, guessed and corrected.

use serde::{Deserialize, Serialize};

use super::{AddressPart, Column, content, words};
use crate::domain::client::{Kind, TextField};
use crate::domain::text::fold;
use crate::domain::{CustomField, Id, NamedMapping};
use crate::exchange::{Sample, Source};

/// Rows looked at to know a column by its content.
const ROWS: usize = 50;

/// For each column of a table what it fills, and on cards of which kind.
///
/// As text each column is named with its kind: `organization.inn`, `person.surname`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Mapping {
    /// The kind of cards the rows become.
    pub kind: Kind,
    /// One for each column of the table, from the left.
    pub columns: Vec<Column>,
}

impl Mapping {
    /// The likeliest mapping of a table.
    pub fn guess(source: &Source) -> Self {
        Self::guess_among(source, &[])
    }

    /// The likeliest mapping, where the user has made `fields` too.
    pub fn guess_among(source: &Source, fields: &[CustomField]) -> Self {
        let guess = |kind| Self::weighed(source, kind, fields);
        let [(organizations, one), (persons, other)] = Kind::ALL.map(guess);
        // Who has no name is nobody: an employer alone makes no person.
        match (persons.has_name(), other) > (organizations.has_name(), one) {
            true => persons,
            false => organizations,
        }
    }

    /// The likeliest mapping of a table whose rows are of that kind.
    pub fn guess_as(source: &Source, kind: Kind) -> Self {
        Self::guess_as_among(source, kind, &[])
    }

    /// The likeliest mapping of a table whose rows are of that kind, where the user has made
    /// `fields` too.
    pub fn guess_as_among(source: &Source, kind: Kind, fields: &[CustomField]) -> Self {
        Self::weighed(source, kind, fields).0
    }

    /// The same, and how much it explains.
    fn weighed(source: &Source, kind: Kind, fields: &[CustomField]) -> (Self, usize) {
        let header = source.header().unwrap_or_default();
        let rows = source.preview(ROWS);
        let mut mapping = Self {
            kind,
            columns: vec![Column::Ignore; source.width()],
        };
        let mut unknown = Vec::new();
        for at in 0..source.width() {
            let name = header.get(at).map_or("", String::as_str);
            let own = fields
                .iter()
                .find(|field| field.kind == kind && fold(&field.name) == fold(name));
            if let Some(field) = own {
                mapping.put(at, Column::Custom(field.id));
                continue;
            }
            match words::recognise(name, kind) {
                // A status or a category of somebody's own would refuse every row.
                Some(Column::Roles) if !are_roles(&values(rows, at)) => {}
                Some(column) => mapping.put(at, column),
                None => unknown.push(at),
            }
        }
        mapping.know_by_content(&unknown, rows);
        mapping.part_addresses();
        let is_named = |at: &usize| header.get(*at).is_some_and(|name| !name.trim().is_empty());
        unknown.retain(is_named);
        let weight = mapping.likelihood(&unknown);
        (mapping, weight)
    }

    fn know_by_content(&mut self, unknown: &[usize], rows: &[Sample]) {
        for at in unknown {
            if let Some(column) = content::recognise(&values(rows, *at), self.kind) {
                self.put(*at, column);
            }
        }
        if self.has_name() {
            return;
        }
        let name = match self.kind {
            Kind::Organization => Column::Text(TextField::Name),
            Kind::Person => Column::PersonName,
        };
        let is_free = |at: &&usize| self.columns[**at] == Column::Ignore;
        let mut free = unknown.iter().filter(is_free);
        if let Some(at) = free.find(|at| content::is_words(&values(rows, **at))) {
            self.columns[*at] = name;
        }
    }

    /// Fills the place, unless another column fills the same and only one may.
    fn put(&mut self, at: usize, column: Column) {
        if column.is_repeatable() || !self.columns.contains(&column) {
            self.columns[at] = column;
        }
    }

    /// A line of an address beside a town or a postal code of its own is the street.
    fn part_addresses(&mut self) {
        for at in 0..self.columns.len() {
            let Column::Address(purpose, AddressPart::Line) = self.columns[at] else {
                continue;
            };
            let has = |part| self.columns.contains(&Column::Address(purpose, part));
            let is_parted = has(AddressPart::City) || has(AddressPart::PostalCode);
            if is_parted && !has(AddressPart::Street) {
                self.columns[at] = Column::Address(purpose, AddressPart::Street);
            }
        }
    }

    /// The one of `known` that was kept for a table with the same header, and what it says.
    pub fn remembered<'a>(
        source: &Source,
        known: &'a [NamedMapping],
    ) -> Option<(&'a NamedMapping, Self)> {
        let header = written_header(source)?;
        let kept = known.iter().rev().find(|kept| kept.header == header)?;
        Some((kept, Self::of_named(kept, source.width())))
    }

    /// What was kept under a name, for a table of so many columns; fields that are gone since are
    /// passed over.
    pub fn of_named(kept: &NamedMapping, width: usize) -> Self {
        let named = kept
            .columns
            .lines()
            .map(|name| Column::named(kept.kind, name));
        let mut columns: Vec<_> = named.map(|known| known.unwrap_or(Column::Ignore)).collect();
        columns.resize(width, Column::Ignore);
        Self {
            kind: kept.kind,
            columns,
        }
    }

    /// The same to be kept under `name` for tables with the header of `source`.
    pub fn kept_as(&self, name: &str, source: &Source) -> NamedMapping {
        let columns = self.columns.iter().map(|column| column.written());
        NamedMapping {
            id: Id::generate(),
            version: 0,
            kind: self.kind,
            name: name.to_owned(),
            header: written_header(source).unwrap_or_default(),
            columns: columns.collect::<Vec<_>>().join("\n"),
            update_by: None,
            skips_bad_cells: false,
            makes_employers: true,
        }
    }

    /// Whether the name of a card is among its columns.
    pub fn has_name(&self) -> bool {
        self.columns.iter().any(|column| {
            use TextField::{FirstName, FullName, Name, Surname};
            matches!(
                column,
                Column::PersonName | Column::Text(Name | FullName | Surname | FirstName)
            )
        })
    }

    /// The place of the column that fills `column`.
    pub fn position(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|own| *own == column)
    }

    /// The name of each column with its kind: `organization.inn`.
    pub fn names(&self) -> Vec<String> {
        let named = |column: &Column| format!("{}.{}", kind_name(self.kind), column.written());
        self.columns.iter().map(named).collect()
    }

    /// How much it explains: columns that only this kind of card has count more. A day under a name
    /// we do not know, at one of the places `unknown`, says nothing: a contract has one, too.
    fn likelihood(&self, unknown: &[usize]) -> usize {
        let other = match self.kind {
            Kind::Organization => Kind::Person,
            Kind::Person => Kind::Organization,
        };
        let weigh = |column: &Column| match column {
            Column::Ignore => 0,
            Column::Text(TextField::Name) | Column::PersonName => 1,
            column if Column::all(other).any(|theirs| theirs == *column) => 1,
            _ => 3,
        };
        let is_mere_day = |at: &usize, column: &Column| {
            unknown.contains(at) && matches!(column, Column::Since | Column::Birthday)
        };
        let columns = self.columns.iter().enumerate();
        let told = columns.filter(|(at, column)| !is_mere_day(at, column));
        told.map(|(_, column)| weigh(column)).sum()
    }
}

/// The names of the columns as a mapping keeps them; none where no row holds them.
fn written_header(source: &Source) -> Option<String> {
    let names = source
        .header()?
        .iter()
        .map(|name| fold(name).replace('\n', " "));
    Some(names.collect::<Vec<_>>().join("\n"))
}

/// Whether nothing speaks against it that they say what a client is to us.
fn are_roles(values: &[&str]) -> bool {
    values.is_empty() || content::are_roles(values)
}

fn values(rows: &[Sample], at: usize) -> Vec<&str> {
    rows.iter()
        .filter_map(|row| row.cells.get(at))
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect()
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Organization => "organization",
        Kind::Person => "person",
    }
}

/// A mapping as text.
#[derive(Serialize, Deserialize)]
struct Written {
    kind: String,
    columns: Vec<String>,
}

impl From<Mapping> for Written {
    fn from(mapping: Mapping) -> Self {
        Self {
            kind: kind_name(mapping.kind).to_owned(),
            columns: mapping.names(),
        }
    }
}

/// A mapping names a column that no card has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no column is called {0}")]
pub struct UnknownColumn(pub String);

impl TryFrom<Written> for Mapping {
    type Error = UnknownColumn;

    fn try_from(written: Written) -> Result<Self, UnknownColumn> {
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind_name(*kind) == written.kind)
            .ok_or(UnknownColumn(written.kind))?;
        let column = |name: String| {
            let own = name
                .strip_prefix(kind_name(kind))
                .and_then(|rest| rest.strip_prefix('.'));
            own.and_then(|own| Column::named(kind, own))
                .ok_or(UnknownColumn(name))
        };
        Ok(Self {
            kind,
            columns: written
                .columns
                .into_iter()
                .map(column)
                .collect::<Result<_, _>>()?,
        })
    }
}
