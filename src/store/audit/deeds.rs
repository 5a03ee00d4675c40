//! The story of one card: who did what to it, and when.

use std::collections::{BTreeMap, HashMap};

use super::{Change, Entry};
use crate::domain::{Client, Id};
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Row, Value};

/// One operation, as far as it concerned one card.
#[derive(Debug, Clone)]
pub struct Deed {
    /// Who did it, when, and under what name.
    pub entry: Entry,
    /// What it did to the card.
    pub steps: Vec<Step>,
}

/// What of a card something was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The client itself.
    Client,
    /// A phone, fax, e-mail or page.
    Contact,
    /// An address.
    Address,
    /// A bank account.
    Account,
    /// That it belongs to a group.
    Membership,
    /// An identity document.
    Document,
    /// A place of work.
    Job,
    /// An event of a life.
    LifeEvent,
    /// An employee of its team.
    TeamMember,
    /// A note.
    Note,
    /// A consent.
    Consent,
    /// A file.
    Attachment,
    /// A department.
    Department,
    /// What it says in a custom field.
    FieldValue,
    /// A link to another card.
    Link,
}

/// One thing that was done to a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it was done to.
    pub subject: Subject,
    /// What the row is called: the phone, the street, the group; empty for the client itself.
    pub said: String,
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
    /// A column was changed.
    Changed(Change),
}

/// A row of the card, living or not.
struct Part {
    subject: Subject,
    id: i64,
    created_by: i64,
    said: String,
}

impl Part {
    fn from_row(row: &Row) -> Result<Self> {
        let table: String = row.get("table_name")?;
        Ok(Self {
            subject: match &*table {
                "clients" => Subject::Client,
                "contact_points" => Subject::Contact,
                "addresses" => Subject::Address,
                "bank_accounts" => Subject::Account,
                "memberships" => Subject::Membership,
                "identity_documents" => Subject::Document,
                "jobs" => Subject::Job,
                "life_events" => Subject::LifeEvent,
                "team_members" => Subject::TeamMember,
                "notes" => Subject::Note,
                "consents" => Subject::Consent,
                "attachments" => Subject::Attachment,
                "departments" => Subject::Department,
                "field_values" => Subject::FieldValue,
                "links" => Subject::Link,
                _ => return Err(Error::Unreadable("table_name")),
            },
            id: row.get("row_id")?,
            created_by: row.get("created_by")?,
            said: row.get("said")?,
        })
    }

    fn step(&self, what: What) -> Step {
        Step {
            subject: self.subject,
            said: self.said.trim().to_owned(),
            what,
        }
    }
}

impl Reader<'_> {
    /// What was done to the card of a visible client, latest first, at most `limit` operations.
    pub fn deeds(self, client: Id<Client>, limit: usize) -> Result<Vec<Deed>> {
        self.check_seen(client)?;
        let rows = self
            .database
            .query(include_str!("parts.sql"), &[client.to_value()])?;
        let parts: Vec<Part> = rows.iter().map(Part::from_row).collect::<Result<_>>()?;
        let mut steps = self.changes_of(&parts)?;
        let birth = parts.first().map_or(0, |part| part.created_by);
        for part in &parts {
            let added = steps.entry(part.created_by).or_default();
            // What was on the card from the beginning belongs to the beginning.
            if part.created_by != birth || part.subject == Subject::Client {
                added.push(part.step(What::Added));
            }
        }
        let latest: Vec<i64> = steps.keys().rev().take(limit).copied().collect();
        let mut entries = self.entries(&latest)?;
        let deed = |id| {
            let entry = entries.remove(&id)?;
            let steps = steps.remove(&id).unwrap_or_default();
            Some(Deed { entry, steps })
        };
        Ok(latest.into_iter().filter_map(deed).collect())
    }

    /// The changes of these rows, by the id of their operation.
    fn changes_of(self, parts: &[Part]) -> Result<BTreeMap<i64, Vec<Step>>> {
        let mut steps: BTreeMap<i64, Vec<Step>> = BTreeMap::new();
        for part in parts {
            let rows = self.database.query(
                "SELECT * FROM changes WHERE row_id = $1 ORDER BY version, column_name",
                &[part.id.to_value()],
            )?;
            for row in &rows {
                let operation: i64 = row.get("operation_id")?;
                let change = Change::from_row(row)?;
                let what = match (&*change.column, &change.new) {
                    ("deleted_by", Value::Null) => What::Restored,
                    ("deleted_by", _) => What::Removed,
                    _ => What::Changed(change),
                };
                steps.entry(operation).or_default().push(part.step(what));
            }
        }
        Ok(steps)
    }

    fn entries(self, ids: &[i64]) -> Result<HashMap<i64, Entry>> {
        let mut entries = HashMap::with_capacity(ids.len());
        for id in ids {
            let sql = "SELECT o.* FROM operations o WHERE o.id = $1";
            for row in self.database.query(sql, &[id.to_value()])? {
                entries.insert(*id, Entry::from_row(&row)?);
            }
        }
        Ok(entries)
    }
}
