//! What the exchange with other programs has left behind.

use chrono::{DateTime, Utc};

use crate::domain::{Client, Employee, ForeignCard, Id, NamedMapping, PastImport};
use crate::error::Result;
use crate::store::audit::Entry;
use crate::store::transaction::revert;
use crate::store::{Column, Reader, Record, Row};

/// A past import as the list of them shows it.
#[derive(Debug, Clone)]
pub struct PastImportLine {
    /// What it did.
    pub import: PastImport,
    /// Its entry in the log.
    pub entry: Id<Entry>,
    /// Who did it.
    pub who: Id<Employee>,
    /// When it was done.
    pub done_at: DateTime<Utc>,
    /// How many cards were merged with those it has added, or into them; merges among cards that
    /// may not be seen are not counted.
    pub merged: i64,
    /// Whether it is not in effect any more.
    pub is_taken_back: bool,
    /// Whether a redo would do it again.
    pub is_redoable: bool,
}

impl PastImportLine {
    fn from_row(row: &Row, redoable: Option<Id<Entry>>) -> Result<Self> {
        let entry = row.get("created_by")?;
        Ok(Self {
            import: PastImport::from_row(row)?,
            entry,
            who: row.get("employee_id")?,
            done_at: row.get("done_at")?,
            merged: row.get("merged")?,
            // The row is a part of the import: it goes and comes back with it.
            is_taken_back: row.get::<Option<i64>>("deleted_by")?.is_some(),
            is_redoable: redoable == Some(entry),
        })
    }
}

impl Reader<'_> {
    /// The card of a visible client that another program calls so; of several the latest.
    pub fn foreign_card(self, uid: &str) -> Result<Option<ForeignCard>> {
        let found = self.ask(
            "SELECT f.* FROM vcards f JOIN visible v ON v.client_id = f.client_id
              WHERE v.employee_id = $1 AND f.uid = $2 AND f.uid <> '' AND f.deleted_by IS NULL
              ORDER BY f.id DESC LIMIT 1",
            &[self.who.to_value(), uid.into()],
        )?;
        Ok(found.into_iter().next())
    }

    /// The living rows that stand on the visible cards of `clients`, in the order they were
    /// entered. Meant for pages of a hundred or so.
    pub fn rows_on_cards<R: Record>(self, clients: &[Id<Client>]) -> Result<Vec<R>> {
        match R::TABLE.references.first() {
            Some(column) => self.rows_of(clients, column),
            None => Ok(Vec::new()),
        }
    }

    /// The imports of everybody, taken back or not, the latest first, at most `limit`.
    pub fn past_imports(self, limit: usize) -> Result<Vec<PastImportLine>> {
        let undone = self.last_undone()?;
        let redoable = undone.map(|entry| revert::root(self.database, entry));
        let redoable = redoable.transpose()?.map(|entry| entry.id);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let sql = include_str!("exchanged/past_imports.sql");
        let rows = self
            .database
            .query(sql, &[self.who.to_value(), limit.into()])?;
        rows.iter()
            .map(|row| PastImportLine::from_row(row, redoable))
            .collect()
    }

    /// The mappings of columns that were given a name, by name.
    pub fn mappings(self) -> Result<Vec<NamedMapping>> {
        self.ask(
            "SELECT m.* FROM mappings m WHERE m.deleted_by IS NULL ORDER BY m.name, m.id",
            &[],
        )
    }
}
