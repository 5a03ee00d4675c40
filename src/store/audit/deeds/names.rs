//! What the rows are called that a story names by id.

use std::collections::HashMap;

use super::{Deed, Part, Step, Trail, What};
use crate::domain::custom_field::Content;
use crate::domain::{Client, Id};
use crate::error::Result;
use crate::store::page::{self, PAGE};
use crate::store::{Column, Reader, Record};

/// The columns that name another client.
const NAMING: [&str; 7] = [
    "employer_id",
    "recommended_by",
    "linked_id",
    "from_id",
    "to_id",
    "one_id",
    "other_id",
];

/// What clients, groups, departments and custom fields are called, gone ones too. No two rows of a
/// file have one id, of whatever table they are.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<i64, String>);

impl Names {
    /// What a row is called; `None` for what may not be seen.
    pub fn of<T>(&self, id: Id<T>) -> Option<&str> {
        self.0.get(&id.raw()).map(String::as_str)
    }

    /// Groups, custom fields, and the departments of the card.
    pub(super) fn begin(reader: Reader<'_>, trails: &[Trail]) -> Result<Self> {
        let mut names = HashMap::new();
        let sql = "SELECT g.id, g.name FROM groups g
                    UNION ALL SELECT f.id, f.name FROM custom_fields f";
        for row in reader.database.query(sql, &[])? {
            names.insert(row.get("id")?, row.get("name")?);
        }
        for trail in trails {
            if let Some(Part::Department(department)) = trail.place.part(&trail.row) {
                names.insert(department.id.raw(), department.name);
            }
        }
        Ok(Self(names))
    }

    /// The same, with the clients that the deeds name, as far as they may be seen.
    pub(super) fn with_clients(mut self, reader: Reader<'_>, deeds: &[Deed]) -> Result<Self> {
        let steps = deeds.iter().flat_map(|deed| &deed.steps);
        let mut clients: Vec<Id<Client>> = steps.flat_map(clients).collect();
        clients.sort();
        clients.dedup();
        for page in clients.chunks(PAGE) {
            let asked = page::values([reader.who.to_value()], page);
            for row in reader.database.query(&question(), &asked)? {
                let client = Client::from_row(&row)?;
                self.0.insert(client.id.raw(), client.title());
            }
        }
        Ok(self)
    }
}

/// Asks for clients in the base and in the bin.
fn question() -> String {
    let places = page::places(1);
    format!(
        "SELECT c.* FROM clients c JOIN visible v ON v.client_id = c.id
          WHERE v.employee_id = $1 AND c.id IN ({places})
          UNION ALL
         SELECT c.* FROM clients c JOIN visible_in_bin b ON b.client_id = c.id
          WHERE b.employee_id = $1 AND c.id IN ({places})"
    )
}

/// The clients that a step names.
fn clients(step: &Step) -> Vec<Id<Client>> {
    let mut named = match &step.part {
        Part::Link(link) => vec![link.from, link.to],
        Part::Distinct(pair) => vec![pair.one, pair.other],
        Part::Merge(merge) => vec![merge.survivor, merge.merged],
        Part::Job(job) => job.employer.into_iter().collect(),
        Part::Value(value) => match value.content {
            Content::Link(client) => vec![client],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    match &step.what {
        What::Came(card) | What::Left(card) => named.push(*card),
        What::Changed(change) if NAMING.contains(&&*change.column) => {
            let values = [&change.old, &change.new];
            named.extend(values.into_iter().filter_map(Id::<Client>::from_value));
        }
        _ => {}
    }
    named
}
