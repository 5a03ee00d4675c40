//! Rows from an export of everything on their way in: each finds its id, then its place.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Declared, PARTS, Part};
use crate::domain::custom_field::Shape;
use crate::domain::paper::ContractKind;
use crate::domain::sales::{Price, PriceList, TaxRate};
use crate::domain::{
    Company, CustomField, Employee, FieldValue, Group, Id, NamedMapping, OwnLinkKind, Policy,
    Product, SavedView, Term,
};
use crate::error::{Error, Result};
use crate::store::{Column, Record, Row, Transaction, Value};

/// By which columns a row is recognised that the office has already.
const KNOWN_BY: [(&str, &[&str]); 14] = [
    (Company::TABLE.name, &["name", "inn"]),
    (
        Employee::TABLE.name,
        &["surname", "first_name", "patronymic"],
    ),
    (Policy::TABLE.name, &["name"]),
    (CustomField::TABLE.name, &["kind", "name", "shape"]),
    (Term::TABLE.name, &["dictionary", "field_id", "name"]),
    (OwnLinkKind::TABLE.name, &["name", "reverse"]),
    (Group::TABLE.name, &["kind", "name"]),
    (NamedMapping::TABLE.name, &["kind", "name"]),
    (SavedView::TABLE.name, &["kind", "owner_id", "name"]),
    (TaxRate::TABLE.name, &["class", "rate", "valid_from"]),
    (Product::TABLE.name, &["code", "name"]),
    (PriceList::TABLE.name, &["name"]),
    (Price::TABLE.name, &["list_id", "product_id"]),
    (ContractKind::TABLE.name, &["name"]),
];

/// Texts in which ids stand among words.
const TELLING: [(&str, &[&str]); 3] = [
    (SavedView::TABLE.name, &["filter", "columns", "sorting"]),
    (Policy::TABLE.name, &["value"]),
    (NamedMapping::TABLE.name, &["columns"]),
];

/// Where rows come to stand: under which id each, and which the office has already.
pub struct Arrival {
    /// The ids of one table in the export, with those they get here.
    places: HashMap<&'static str, HashMap<i64, Place>>,
    declared: HashMap<&'static str, Vec<Declared>>,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    id: i64,
    /// Whether it stood here before.
    is_known: bool,
}

impl Transaction<'_> {
    /// Begins to take rows in. Until the end of the operation a row may name one that follows.
    pub fn arrival(&mut self) -> Result<Arrival> {
        self.read().database.defer_references()?;
        let mut declared = HashMap::new();
        for part in PARTS {
            declared.insert(part.name, part.declared(self.read().database)?);
        }
        Ok(Arrival {
            places: HashMap::new(),
            declared,
        })
    }

    /// Finds the id of one row: that of a row like it, its own where that is free, or a new one.
    /// All rows of those tables that [`Arrival::expects`], in the order of [`PARTS`], before the
    /// first of any is taken in.
    pub fn place_row(&self, arrival: &mut Arrival, part: Part, cells: &[&str]) -> Result<()> {
        let values = arrival.values(part, cells)?;
        let old = id_of(cells)?;
        let like = match KNOWN_BY.iter().find(|(table, _)| *table == part.name) {
            Some((_, by)) => {
                let values = arrival.moved(part, values);
                values.map_or(Ok(None), |values| self.row_like(part, by, &values))?
            }
            None => None,
        };
        let place = match like {
            Some(id) => Place { id, is_known: true },
            None => self.place(part, old)?,
        };
        let places = arrival.places.entry(part.name).or_default();
        match places.insert(old, place) {
            None => Ok(()),
            Some(_) => Err(Error::Unreadable("id")), // two rows under one
        }
    }

    /// Takes one row in, unless the office has it or it belongs to one that is not there; answers
    /// whether it did.
    pub fn take_row(&mut self, arrival: &Arrival, part: Part, cells: &[&str]) -> Result<bool> {
        let old = id_of(cells)?;
        let place = match arrival.expects(part) {
            true => arrival.place(part.name, old),
            false => Some(self.place(part, old)?),
        };
        let Some(place) = place.filter(|place| !place.is_known) else {
            return Ok(false);
        };
        let Some(values) = arrival.moved(part, arrival.values(part, cells)?) else {
            return Ok(false);
        };
        let own = part.columns.iter().map(|name| (*name).to_owned());
        let columns = ["id".to_owned(), "version".to_owned()];
        let columns: Arc<[String]> = columns.into_iter().chain(own).collect();
        let values = [place.id.into(), Value::Integer(0)]
            .into_iter()
            .chain(values);
        let row = Row {
            columns,
            values: values.collect(),
        };
        (part.add)(self, &row)?;
        Ok(true)
    }

    /// A place under its own id where that is free.
    fn place(&self, part: Part, old: i64) -> Result<Place> {
        let sql = format!("SELECT 1 FROM {} WHERE id = $1", part.name);
        let is_free = old > 0 && self.read().database.query(&sql, &[old.into()])?.is_empty();
        Ok(Place {
            id: if is_free {
                old
            } else {
                Id::<Part>::generate().raw()
            },
            is_known: false,
        })
    }

    /// The living row with the same values in the columns `by`.
    fn row_like(&self, part: Part, by: &[&str], values: &[Value]) -> Result<Option<i64>> {
        let (mut same, mut asked) = (Vec::new(), Vec::new());
        for (column, value) in part.columns.iter().zip(values) {
            if by.contains(column) {
                asked.push(value.clone());
                same.push(format!("{column} IS ${}", asked.len()));
            }
        }
        let sql = format!(
            "SELECT id FROM {} WHERE deleted_by IS NULL AND {} ORDER BY id LIMIT 1",
            part.name,
            same.join(" AND ")
        );
        let found = self.read().database.query(&sql, &asked)?;
        found.first().map(|row| row.get("id")).transpose()
    }
}

impl Arrival {
    /// Whether the rows of a table find their ids before any is taken in: others name them, or
    /// they are recognised.
    pub fn expects(&self, part: Part) -> bool {
        let names = |column: &Declared| column.names.as_deref() == Some(part.name);
        KNOWN_BY.iter().any(|(table, _)| *table == part.name)
            || self.declared.values().flatten().any(names)
    }

    /// The cells of one row without its id, as their columns hold them.
    fn values(&self, part: Part, cells: &[&str]) -> Result<Vec<Value>> {
        let declared = self.declared.get(part.name).map_or(&[][..], Vec::as_slice);
        if cells.len() != declared.len() + 1 {
            return Err(Error::Unreadable(part.name));
        }
        let pairs = declared.iter().zip(&cells[1..]);
        let value = |(column, cell): (&Declared, &&str)| match *cell {
            "" if column.is_optional => Some(Value::Null),
            cell if column.is_integer => cell.parse().ok().map(Value::Integer),
            cell => Some(cell.into()),
        };
        let values: Option<Vec<_>> = pairs.map(value).collect();
        values.ok_or(Error::Unreadable(part.name))
    }

    /// The values with the ids that rows have here; `None` where what the row belongs to is not.
    fn moved(&self, part: Part, mut values: Vec<Value>) -> Option<Vec<Value>> {
        let declared = self.declared.get(part.name)?;
        for (column, value) in declared.iter().zip(&mut values) {
            let (Some(table), Value::Integer(old)) = (&column.names, &*value) else {
                continue;
            };
            *value = match self.place(table, *old) {
                Some(place) => place.id.into(),
                None if column.binds() => return None,
                None => Value::Null,
            };
        }
        if part.name == FieldValue::TABLE.name {
            self.move_choice(part, &mut values)?;
        }
        let telling = TELLING.iter().find(|(table, _)| *table == part.name);
        let telling = telling.map_or(&[][..], |(_, columns)| columns);
        for (column, value) in part.columns.iter().zip(&mut values) {
            if let Value::Text(text) = value
                && telling.contains(column)
            {
                *text = self.retold(text);
            }
        }
        Some(values)
    }

    /// What is chosen in a field with a dictionary is named by a number.
    fn move_choice(&self, part: Part, values: &mut [Value]) -> Option<()> {
        let at = |name| part.columns.iter().position(|column| *column == name);
        let (shape, number) = (at("shape")?, at("number")?);
        let shape = Shape::from_value(&values[shape])?;
        if let (Shape::List | Shape::MultiList, Value::Integer(old)) = (shape, &values[number]) {
            values[number] = self.place(Term::TABLE.name, *old)?.id.into();
        }
        Some(())
    }

    fn place(&self, table: &str, old: i64) -> Option<Place> {
        self.places.get(table)?.get(&old).copied()
    }

    /// The text with the ids that rows have here. An id has 15 digits at the least, so that no
    /// other number is taken for one.
    fn retold(&self, text: &str) -> String {
        let is_digit = |c: char| c.is_ascii_digit();
        let mut told = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(is_digit) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c| !is_digit(c)).unwrap_or(from.len());
            let (number, behind) = from.split_at(end);
            told.push_str(before);
            let old = number.parse().ok().filter(|_| number.len() >= 15);
            let mut tables = self.places.values();
            let place = old.and_then(|old: i64| tables.find_map(|ids| ids.get(&old)));
            match place {
                Some(place) => told.push_str(&place.id.to_string()),
                None => told.push_str(number),
            }
            rest = behind;
        }
        told + rest
    }
}

fn id_of(cells: &[&str]) -> Result<i64> {
    let id = cells.first().and_then(|cell| cell.parse().ok());
    id.ok_or(Error::Unreadable("id"))
}
