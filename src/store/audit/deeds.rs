//! The story of one card: who did what to it, and when.

mod names;
mod part;

use std::collections::{BTreeMap, HashMap};

use super::{Change, Entry};
use crate::domain::{Client, Id};
use crate::error::Result;
use crate::store::page::{self, PAGE};
use crate::store::{Column, Reader, Row};

pub use names::Names;
pub use part::Part;
use part::Place;

/// What was done to a card.
#[derive(Debug, Clone)]
pub struct Story {
    /// The latest operations, latest first.
    pub deeds: Vec<Deed>,
    /// What it names by id is called so.
    pub names: Names,
}

/// One operation, as far as it concerned one card.
#[derive(Debug, Clone)]
pub struct Deed {
    /// Who did it, when, and under what name.
    pub entry: Entry,
    /// What it did to the card.
    pub steps: Vec<Step>,
}

/// One thing that was done to a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it was done to, as it was then.
    pub part: Part,
    /// What was done.
    pub what: What,
}

/// What was done to a row.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// It was added.
    Added,
    /// It was taken away.
    Removed,
    /// It was brought back.
    Restored,
    /// It came from another card, which was merged into this one.
    Came(Id<Client>),
    /// It went to another card, into which this one was merged.
    Left(Id<Client>),
    /// A column was changed.
    Changed(Change),
}

/// A row that stands or stood on the card, as it is now, with all that was done to it.
struct Trail {
    place: &'static Place,
    row: Row,
    /// The operation of each change, in the order they were made.
    changes: Vec<(i64, Change)>,
}

impl Reader<'_> {
    /// What was done to the card of a visible client, latest first, at most `limit` operations.
    /// What ties it to a card that may not be seen is left out.
    ///
    /// # Errors
    /// [`crate::error::Error::Missing`] where the client may not be seen.
    pub fn story(self, client: Id<Client>, limit: usize) -> Result<Story> {
        self.check_seen(client)?;
        let trails = self.trails(client)?;
        let names = Names::begin(self, &trails)?;
        let birth = trails
            .first()
            .map_or(Ok(0), |own| own.row.get("created_by"));
        let birth: i64 = birth?;
        let mut steps: BTreeMap<i64, Vec<Step>> = BTreeMap::new();
        for trail in trails {
            for (operation, step) in trail.steps(client, birth)? {
                steps.entry(operation).or_default().push(step);
            }
        }
        let latest: Vec<i64> = steps.keys().rev().take(limit).copied().collect();
        let mut entries = self.entries(&latest)?;
        let deed = |id| {
            let entry = entries.remove(&id)?;
            let steps = steps.remove(&id).unwrap_or_default();
            Some(Deed { entry, steps })
        };
        let deeds: Vec<Deed> = latest.into_iter().filter_map(deed).collect();
        let names = names.with_clients(self, &deeds)?;
        Ok(Story { deeds, names })
    }

    /// Every row that stands or stood on the card, the client itself first.
    fn trails(self, client: Id<Client>) -> Result<Vec<Trail>> {
        let mut trails = Vec::new();
        for place in Place::ALL {
            let rows = match place.ends {
                [_] => self
                    .database
                    .query(&place.question(), &[client.to_value()])?,
                _ => {
                    let parameters = [client.to_value(), self.who.to_value()];
                    self.database.query(&place.question(), &parameters)?
                }
            };
            trails.extend(rows.into_iter().map(|row| Trail {
                place,
                row,
                changes: Vec::new(),
            }));
        }
        self.read_changes(&mut trails)?;
        Ok(trails)
    }

    fn read_changes(self, trails: &mut [Trail]) -> Result<()> {
        let mut places: HashMap<i64, usize> = HashMap::with_capacity(trails.len());
        for (at, trail) in trails.iter().enumerate() {
            places.insert(trail.row.get("id")?, at);
        }
        let ids: Vec<i64> = places.keys().copied().collect();
        let sql = format!(
            "SELECT h.* FROM changes h WHERE h.row_id IN ({}) 
              ORDER BY h.row_id, h.version, h.column_name",
            page::places(0)
        );
        for row in self.asked_by_ids(&sql, &ids)? {
            let id: i64 = row.get("row_id")?;
            let operation = row.get("operation_id")?;
            if let Some(at) = places.get(&id) {
                trails[*at]
                    .changes
                    .push((operation, Change::from_row(&row)?));
            }
        }
        Ok(())
    }

    fn entries(self, ids: &[i64]) -> Result<HashMap<i64, Entry>> {
        let sql = format!(
            "SELECT o.* FROM operations o WHERE o.id IN ({})",
            page::places(0)
        );
        let rows = self.asked_by_ids(&sql, ids)?;
        let entries = rows.iter().map(|row| {
            let entry = Entry::from_row(row)?;
            Ok((entry.id.raw(), entry))
        });
        entries.collect()
    }

    /// The answers to a question about ids, a page of them at a time.
    fn asked_by_ids(self, sql: &str, ids: &[i64]) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for page in ids.chunks(PAGE) {
            rows.extend(self.database.query(sql, &page::values([], page))?);
        }
        Ok(rows)
    }
}

impl Trail {
    /// What was done to the row while it stood on the card, each with its operation; what was on
    /// the card from its `birth` on belongs to that.
    fn steps(mut self, card: Id<Client>, birth: i64) -> Result<Vec<(i64, Step)>> {
        let mut steps = Vec::new();
        // Back from what it is now, so that each step knows the row as it was then.
        while let Some((operation, _)) = self.changes.last() {
            let operation = *operation;
            let before = self.changes.iter().rposition(|(of, _)| *of != operation);
            let changes = self.changes.split_off(before.map_or(0, |at| at + 1));
            let after = self.row.clone();
            for (_, change) in &changes {
                self.row.set(&change.column, change.old.clone());
            }
            for (_, change) in changes.into_iter().rev() {
                let step = self.place.step(&self.row, &after, change, card);
                steps.extend(step.map(|step| (operation, step)));
            }
        }
        let born: i64 = self.row.get("created_by")?;
        let is_own = self.place.is_client();
        if self.place.stands_on(&self.row, card) && (born != birth || is_own) {
            let part = self.place.part(&self.row);
            let what = What::Added;
            steps.extend(part.map(|part| (born, Step { part, what })));
        }
        steps.reverse();
        Ok(steps)
    }
}
