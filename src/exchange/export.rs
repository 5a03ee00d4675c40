//! What a list shows becomes a table: a workbook, or text that can be imported again.

mod cards;
mod field;
mod view;
mod words;

use std::collections::HashMap;
use std::path::Path;

use super::{Column, ColumnType, Heading, TableFormat, TableWriter};
use crate::domain::client::Kind;
use crate::domain::custom_field::Content;
use crate::domain::listing::{Filter, Order};
use crate::domain::{Card, Client, CustomField, Id, Progress};
use crate::error::{Label, Result};
use crate::workspace::Reader;

use super::{AccountPart, AddressPart};
use field::Names;
pub use view::{View, Words};

pub use cards::Cards;

/// How many cards are in memory at a time.
const PAGE: usize = 512;

/// Finds the words of a message by its key, in the language of the table.
pub type Say<'a> = &'a dyn Fn(&'static str) -> String;

/// Which clients to write, in which order, and what of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// Which clients.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// A column for each.
    pub columns: Vec<Column>,
}

impl Export {
    /// Everything that cards say, of these clients by name; fields that the user has made follow.
    pub fn whole(filter: Filter) -> Self {
        Self {
            columns: whole(filter.kind),
            order: Order::default(),
            filter,
        }
    }

    /// Writes the table at `path` and answers how many clients it has. The words of headings and
    /// values are found by `say`.
    ///
    /// # Errors
    /// When nothing can be written there, or [`crate::error::Error::Cancelled`]; what lay there
    /// before then still does.
    pub fn write(
        &self,
        reader: Reader<'_>,
        (path, format): (&Path, TableFormat),
        say: Say<'_>,
        progress: &Progress,
    ) -> Result<u64> {
        let ids = reader.order(&self.filter, self.order, progress)?;
        progress.expect(ids.len() as u64);
        let fields = reader.catalog()?.fields;
        let mut columns = self.columns.clone();
        columns.extend(Column::own(self.filter.kind, &fields));
        let headings = columns.iter().map(|column| heading(*column, &fields, say));
        let headings: Vec<Heading> = headings.collect();
        let mut table = TableWriter::create(path, format, &headings)?;
        let mut names = Names::read(reader, self.filter.kind, say)?;
        let mut done = 0;
        for page in ids.chunks(PAGE) {
            progress.check()?;
            let cards = reader.cards(page)?;
            names.titles = titles(reader, cards.iter().flat_map(named))?;
            for card in &cards {
                let fields = field::fields(card, &columns, &names);
                let cells: Vec<_> = fields.iter().map(field::Field::cell).collect();
                table.row(&cells)?;
            }
            done += page.len();
            progress.reach(done as u64);
        }
        progress.check()?;
        table.finish()
    }
}

/// Every column that gives back on import what it was made from.
fn whole(kind: Kind) -> Vec<Column> {
    let is_left_out = |column: &Column| {
        matches!(
            column,
            Column::Ignore
                | Column::LegalForm
                | Column::PersonName
                | Column::EmployerId
                | Column::Address(_, AddressPart::Line)
                | Column::Account(AccountPart::Iban)
        )
    };
    Column::all(kind)
        .filter(|column| !is_left_out(column))
        .collect()
}

fn heading(column: Column, fields: &[CustomField], say: Say<'_>) -> Heading {
    let column_type = match column {
        Column::Since | Column::NextStepOn | Column::CheckedOn => ColumnType::Date,
        _ => ColumnType::Text,
    };
    let title = match column.label(fields) {
        Label::Message(key) => say(key),
        Label::Named(name) => name,
    };
    Heading::new(title, column_type)
}

/// The clients that a card names.
fn named(card: &Card) -> impl Iterator<Item = Id<Client>> {
    let linked = card.values.iter().filter_map(|value| match value.content {
        Content::Link(client) => Some(client),
        _ => None,
    });
    let client = &card.client;
    let scalars = [client.employer, client.recommended_by];
    scalars.into_iter().flatten().chain(linked)
}

fn titles(
    reader: Reader<'_>,
    ids: impl Iterator<Item = Id<Client>>,
) -> Result<HashMap<Id<Client>, String>> {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable_by_key(|id| id.raw());
    ids.dedup();
    let listings = reader.listings(&ids)?.into_iter();
    Ok(listings
        .map(|listing| (listing.client.id, listing.client.title()))
        .collect())
}
