//! The audit log: one row per operation, one row per changed column.

mod deeds;

pub use deeds::{Deed, Names, Part, Step, Story, What};

use chrono::{DateTime, Utc};

use crate::domain::{Client, Employee, Id, Operation, id};
use crate::error::{Error, Result};
use crate::store::transaction::revert::{Conflict, Place};
use crate::store::{Column, Database, Reader, Record, Row, TABLES, Value};

/// Which way an operation went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The user did it.
    Do,
    /// It took an operation back.
    Undo,
    /// It took an undo back.
    Redo,
}

impl Direction {
    /// A name for the file and for other programs, stable for ever.
    pub fn name(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// One operation in the log: who did what, when, on which device.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Which operation; also when it began.
    pub id: Id<Entry>,
    /// Which way it went.
    pub direction: Direction,
    /// What the user did.
    pub operation: Operation,
    /// The entry that this one takes back.
    pub reverts: Option<Id<Entry>>,
    /// Who did it.
    pub who: Id<Employee>,
    /// Which running program did it, 1 to 1023.
    pub device: i64,
    /// When it was done.
    pub done_at: DateTime<Utc>,
}

/// One column of one row, before and after an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The table of the row.
    pub table: &'static str,
    /// The id of the row.
    pub row: i64,
    /// The changed column.
    pub column: String,
    /// The version of the row after the change.
    pub version: i64,
    /// The value before.
    pub old: Value,
    /// The value after.
    pub new: Value,
}

impl Entry {
    /// A fresh entry for what `who` does now.
    pub fn new(operation: Operation, who: Id<Employee>) -> Self {
        let id = Id::generate();
        Self {
            id,
            direction: Direction::Do,
            operation,
            reverts: None,
            who,
            device: id::device(),
            done_at: Utc::now(),
        }
    }

    /// The entry that takes this one back, as an undo or as a redo, for `who`.
    pub fn revert(&self, direction: Direction, who: Id<Employee>) -> Self {
        Self {
            direction,
            reverts: Some(self.id),
            ..Self::new(self.operation, who)
        }
    }

    /// Whether the file began with it: nobody did it, or it made the file what it is. Nothing takes
    /// it back, since that would empty the file.
    pub fn is_beginning(&self) -> bool {
        let made = [Operation::CreateWorkspace, Operation::FillWithSamples];
        self.who.raw() == 0 || made.contains(&self.operation)
    }

    pub(super) fn write(&self, database: &dyn Database) -> Result<()> {
        database.execute(
            "INSERT INTO operations (id, kind, name, reverts_id, employee_id, device, done_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                self.id.to_value(),
                self.direction.to_value(),
                self.operation.to_value(),
                self.reverts.to_value(),
                self.who.to_value(),
                self.device.to_value(),
                self.done_at.to_value(),
            ],
        )?;
        Ok(())
    }

    /// What it changed, the columns of a row side by side, but for deletions and their undoing, and
    /// for what was erased since.
    pub(super) fn changes(&self, database: &dyn Database) -> Result<Vec<Change>> {
        let sql = "SELECT * FROM changes
                    WHERE operation_id = $1 AND column_name NOT IN ('deleted_by', 'erased')
                    ORDER BY table_name, row_id";
        let rows = database.query(sql, &[self.id.to_value()])?;
        rows.iter().map(Change::from_row).collect()
    }

    pub(super) fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            direction: row.get("kind")?,
            operation: row.get("name")?,
            reverts: row.get("reverts_id")?,
            who: row.get("employee_id")?,
            device: row.get("device")?,
            done_at: row.get("done_at")?,
        })
    }
}

impl Change {
    /// Adds it to the log; a column changed twice in one operation keeps its first old value.
    pub(super) fn write(&self, database: &dyn Database, operation: Id<Entry>) -> Result<()> {
        database.execute(
            "INSERT INTO changes (operation_id, table_name, row_id, column_name,
                                  version, old_value, new_value)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (operation_id, table_name, row_id, column_name)
             DO UPDATE SET version = excluded.version, new_value = excluded.new_value",
            &[
                operation.to_value(),
                self.table.into(),
                self.row.into(),
                self.column.as_str().into(),
                self.version.into(),
                to_json(&self.old),
                to_json(&self.new),
            ],
        )?;
        Ok(())
    }

    pub(super) fn from_row(row: &Row) -> Result<Self> {
        let table: String = row.get("table_name")?;
        let table = TABLES.iter().find(|known| known.name == table);
        Ok(Self {
            table: table.ok_or(Error::Unreadable("table_name"))?.name,
            row: row.get("row_id")?,
            column: row.get("column_name")?,
            version: row.get("version")?,
            old: from_json(row.get("old_value")?).ok_or(Error::Unreadable("old_value"))?,
            new: from_json(row.get("new_value")?).ok_or(Error::Unreadable("new_value"))?,
        })
    }
}

impl Reader<'_> {
    /// The operation that an undo would take back.
    pub fn last_done(self) -> Result<Option<Entry>> {
        self.last(include_str!("audit/last_done.sql"))
    }

    /// The undo that a redo would take back.
    pub fn last_undone(self) -> Result<Option<Entry>> {
        self.last(include_str!("audit/last_undone.sql"))
    }

    /// The latest operations of everybody, latest first, at most `limit`.
    pub fn log(self, limit: usize) -> Result<Vec<Entry>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = self.database.query(
            "SELECT o.* FROM operations o ORDER BY o.id DESC LIMIT $1",
            &[limit.into()],
        )?;
        rows.iter().map(Entry::from_row).collect()
    }

    /// One operation of the log.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none of that id.
    pub fn entry(self, id: Id<Entry>) -> Result<Entry> {
        let sql = "SELECT o.* FROM operations o WHERE o.id = $1";
        let rows = self.database.query(sql, &[id.to_value()])?;
        rows.first()
            .map_or(Err(Error::Missing("operations")), Entry::from_row)
    }

    /// What was changed in one client's own row, latest first.
    pub fn history(self, client: Id<Client>) -> Result<Vec<Change>> {
        let rows = self.database.query(
            "SELECT h.* FROM changes h JOIN visible v ON v.client_id = h.row_id
              WHERE v.employee_id = $1 AND h.row_id = $2
              ORDER BY h.version DESC, h.column_name",
            &[self.who.to_value(), client.to_value()],
        )?;
        rows.iter().map(Change::from_row).collect()
    }

    /// Merges of cards that an operation made, the latest first.
    pub(crate) fn merges_upon(self, operation: Id<Entry>) -> Result<Vec<Entry>> {
        let clients = Client::TABLE.name;
        let sql = format!(
            "SELECT DISTINCT o.* FROM merged_cards g JOIN operations o ON o.id = g.created_by
              WHERE o.id <> $1 AND EXISTS (
                    SELECT 1 FROM {clients} k
                     WHERE k.id IN (g.survivor_id, g.merged_id) AND k.created_by = $1)
              ORDER BY o.id DESC"
        );
        let rows = self.database.query(&sql, &[operation.to_value()])?;
        rows.iter().map(Entry::from_row).collect()
    }

    /// Refuses conflicts on cards that may not be seen, in the base or in the bin.
    ///
    /// # Errors
    /// [`Error::Conflict`], as the strict undo says it.
    pub(crate) fn check_conflicts(self, conflicts: &[Conflict]) -> Result<()> {
        for conflict in conflicts {
            let Some(client) = conflict.client else {
                continue;
            };
            let seen = self.database.query(
                "SELECT v.client_id FROM visible v WHERE v.employee_id = $1 AND v.client_id = $2
                  UNION ALL
                 SELECT b.client_id FROM visible_in_bin b
                  WHERE b.employee_id = $1 AND b.client_id = $2",
                &[self.who.to_value(), client.to_value()],
            )?;
            if seen.is_empty() {
                let Place { table, row, .. } = conflict.place;
                return Err(Error::Conflict { table, id: row });
            }
        }
        Ok(())
    }

    fn last(self, sql: &str) -> Result<Option<Entry>> {
        let rows = self.database.query(sql, &[self.who.to_value()])?;
        rows.first().map(Entry::from_row).transpose()
    }
}

impl Column for Direction {
    fn to_value(&self) -> Value {
        self.name().into()
    }

    fn from_value(value: &Value) -> Option<Self> {
        [Self::Do, Self::Undo, Self::Redo]
            .into_iter()
            .find(|direction| direction.to_value() == *value)
    }
}

fn to_json(value: &Value) -> Value {
    match value {
        // No column that is logged holds bytes.
        Value::Null | Value::Bytes(_) => Value::Null,
        Value::Integer(number) => number.to_string().into(),
        Value::Text(text) => serde_json::Value::from(text.as_str()).to_string().into(),
    }
}

fn from_json(json: Option<String>) -> Option<Value> {
    let Some(json) = json else {
        return Some(Value::Null);
    };
    match serde_json::from_str(&json).ok()? {
        serde_json::Value::Number(number) => number.as_i64().map(Value::Integer),
        serde_json::Value::String(text) => Some(Value::Text(text)),
        _ => None,
    }
}
