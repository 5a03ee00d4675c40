//! What an import would do, with a few examples of what changes.

use std::collections::HashSet;
use std::ops::ControlFlow;

use chrono::NaiveDate;

use super::base::marks;
use super::entry::Entry;
use super::{Options, Report, look_up};
use crate::domain::client::TextField;
use crate::domain::term::Dictionary;
use crate::domain::{Birthday, Card, Catalog, CustomField, Id, Progress};
use crate::error::{Label, Result};
use crate::exchange::{Column, Source, value};

/// How many changed clients a draft shows.
pub(super) const EXAMPLES: usize = 100;

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// What would become of the rows.
    pub report: Report,
    /// The first clients that would change, at most a hundred.
    pub examples: Vec<Example>,
}

/// A client that would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The number of the row that says so.
    pub row: u64,
    /// The client's name before.
    pub title: String,
    /// What would change.
    pub differences: Vec<Difference>,
}

/// A field, before and after; what was not there is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What the field is called.
    pub label: Label,
    /// What it says now.
    pub old: String,
    /// What it would say.
    pub new: String,
}

impl Example {
    pub(super) fn of(row: u64, old: &Card, new: &Card, catalog: &Catalog) -> Self {
        let mut differences = Vec::new();
        let mut note = |column: Column, old: String, new: String| {
            if old != new {
                let label = column.label(&catalog.fields);
                differences.push(Difference { label, old, new });
            }
        };
        for field in TextField::ALL {
            let [was, is] = [old, new].map(|card| card.client.text(field).to_owned());
            note(Column::Text(field), was, is);
        }
        for dictionary in [
            Dictionary::Segment,
            Dictionary::Category,
            Dictionary::Source,
        ] {
            let [was, is] = [old, new].map(|card| term(card, dictionary, catalog));
            note(Column::Term(dictionary), was, is);
        }
        let [was, is] = [old, new].map(|card| day(card.client.next_step_on));
        note(Column::NextStepOn, was, is);
        let [was, is] = [old, new].map(|card| day(card.client.checked_on));
        note(Column::CheckedOn, was, is);
        let [was, is] = [old, new].map(|card| card.client.birthday);
        let shown = |day: Option<Birthday>| day.map_or_else(String::new, |day| day.to_string());
        note(Column::Birthday, shown(was), shown(is));
        for field in catalog.fields(new.client.kind) {
            let [was, is] = [old, new].map(|card| value_text(card, field.id, catalog));
            note(Column::Custom(field.id), was, is);
        }
        for contact in &new.contacts {
            if !old.contacts.contains(contact) {
                let value = contact.value.clone();
                note(Column::Contact(contact.channel), String::new(), value);
            }
        }
        for address in &new.addresses {
            if !old.addresses.contains(address) {
                let part = crate::exchange::AddressPart::Line;
                let column = Column::Address(address.purpose, part);
                note(column, String::new(), address.line());
            }
        }
        for account in &new.accounts {
            if !old.accounts.contains(account) {
                let part = crate::exchange::AccountPart::Number;
                note(Column::Account(part), String::new(), account.number.clone());
            }
        }
        Self {
            row,
            title: old.client.title(),
            differences,
        }
    }
}

fn term(card: &Card, dictionary: Dictionary, catalog: &Catalog) -> String {
    catalog.term(card.client.term(dictionary)).to_owned()
}

fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

fn value_text(card: &Card, field: Id<CustomField>, catalog: &Catalog) -> String {
    let contents = card.contents(field);
    let texts = contents.map(|content| value::shown(content, catalog, |id| id.raw().to_string()));
    texts.collect::<Vec<_>>().join("; ")
}

/// The keys that more than one row has, made short. Their cards alone have to be remembered.
pub(super) fn repeated_keys(
    source: &Source,
    options: &Options,
    progress: &Progress,
) -> Result<HashSet<u64>> {
    let mut seen = HashSet::new();
    let mut repeated = HashSet::new();
    let Some(key) = options.update_by else {
        return Ok(repeated);
    };
    let mut entry = Entry::default();
    source.rows(|row| {
        look_up(row, progress)?;
        entry.read(row.cells, options, &[]);
        for mark in marks(&entry, options.mapping.kind, key) {
            if !seen.insert(mark) {
                repeated.insert(mark);
            }
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(repeated)
}
