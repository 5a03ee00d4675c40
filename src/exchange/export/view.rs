//! What a list shows becomes a table: the same rows, the same columns, any fields.

use std::path::Path;

use crate::domain::field::Nature;
use crate::domain::listing::{Filter, Order, Sort};
use crate::domain::{Catalog, Datum, Field, Progress};
use crate::error::Result;
use crate::exchange::{Cell, ColumnType, Heading, TableFormat, TableWriter};
use crate::workspace::Reader;

/// How many clients are in memory at a time.
const PAGE: usize = 512;

/// A list as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Which clients.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// A column for each.
    pub columns: Vec<Sort>,
}

/// The words of a table, in its language.
pub struct Words<'a> {
    /// What stands above a column.
    pub title: &'a dyn Fn(Sort, &Catalog) -> String,
    /// What a field says, where that is neither a number nor a day.
    pub datum: &'a dyn Fn(&Datum, &Catalog) -> String,
}

impl View {
    /// Writes the table at `path` and answers how many clients it has.
    ///
    /// # Errors
    /// When nothing can be written there, or [`crate::error::Error::Cancelled`]; what lay there
    /// before then still does.
    pub fn write(
        &self,
        reader: Reader<'_>,
        (path, format): (&Path, TableFormat),
        words: &Words<'_>,
        progress: &Progress,
    ) -> Result<u64> {
        let catalog = reader.catalog()?;
        let ids = reader.order(&self.filter, self.order, progress)?;
        progress.expect(ids.len() as u64);
        let headings: Vec<_> = self
            .columns
            .iter()
            .map(|sort| Heading::new((words.title)(*sort, &catalog), column_type(*sort, &catalog)))
            .collect();
        let fields: Vec<Field> = self.columns.iter().copied().filter_map(field).collect();
        let mut table = TableWriter::create(path, format, &headings)?;
        let mut done = 0;
        for page in ids.chunks(PAGE) {
            progress.check()?;
            let values = reader.values(page, &fields)?;
            for line in reader.listings(page)? {
                let mut said = values.get(&line.client.id).into_iter().flatten();
                let row: Vec<(Sort, Datum)> = self
                    .columns
                    .iter()
                    .map(|sort| match field(*sort) {
                        None => (*sort, Datum::text(line.client.title())),
                        Some(_) => (*sort, said.next().cloned().unwrap_or_default()),
                    })
                    .collect();
                let texts: Vec<_> = row
                    .iter()
                    .map(|(_, datum)| (words.datum)(datum, &catalog))
                    .collect();
                let cells: Vec<_> = row
                    .iter()
                    .zip(&texts)
                    .map(|((_, datum), text)| cell(datum, text))
                    .collect();
                table.row(&cells)?;
            }
            done += page.len();
            progress.reach(done as u64);
        }
        progress.check()?;
        table.finish()
    }
}

fn field(sort: Sort) -> Option<Field> {
    match sort {
        Sort::Name => None,
        Sort::Field(field) => Some(field),
    }
}

fn column_type(sort: Sort, catalog: &Catalog) -> ColumnType {
    match field(sort).map(|field| catalog.nature(field)) {
        Some(Nature::Date) => ColumnType::Date,
        Some(Nature::Integer) => ColumnType::Integer,
        Some(Nature::Money) => ColumnType::Money,
        _ => ColumnType::Text,
    }
}

fn cell<'a>(datum: &Datum, text: &'a str) -> Cell<'a> {
    match datum {
        Datum::Nothing => Cell::Empty,
        Datum::Integer(number) => Cell::Integer(*number),
        Datum::Money(money) => Cell::Money(*money),
        Datum::Date(day) => Cell::Date(*day),
        _ => Cell::Text(text),
    }
}
