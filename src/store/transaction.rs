//! Leave to write: one operation, done wholly or not at all.

mod erase;
pub mod revert;

pub use erase::{Erased, TRACE};

use std::collections::{BTreeSet, HashMap};
use std::mem;

use crate::domain::{Client, Employee, Id, Progress};
use crate::error::{Error, Result};
use crate::store::audit::{Change, Entry};
use crate::store::columns::{self, Changed};
use crate::store::directory::{self, Line, Parts};
use crate::store::notices::{self, Told};
use crate::store::page::PAGE;
use crate::store::{Column, Database, Reader, Record, Row, Table, Value, agenda};

/// How many new lines of the directory are kept in memory until the commit.
const LINES: usize = 100_000;

/// What of a client's line in the directory is out of date.
enum Stale {
    /// Some parts of it.
    Parts(Parts),
    /// All of it.
    Whole,
    /// All of it, and the new line is at hand.
    Known(Box<Line>),
}

/// Leave to write, for the length of one operation; rolled back unless committed.
pub struct Transaction<'a> {
    database: &'a dyn Database,
    operation: Id<Entry>,
    who: Id<Employee>,
    told: Told,
    changed: BTreeSet<&'static str>,
    /// Clients whose line in the directory is out of date.
    touched: HashMap<i64, Stale>,
    /// Clients whose line was written, so that its columns are out of date.
    lines: Changed,
    /// Tasks whose lines in the agenda and whose notices are out of date.
    planned: BTreeSet<i64>,
    inserts: HashMap<&'static str, String>,
    /// Who may stop the operation until it is committed.
    heeded: Option<Progress>,
    is_open: bool,
}

impl<'a> Transaction<'a> {
    pub(crate) fn begin(database: &'a dyn Database, entry: &Entry) -> Result<Self> {
        database.begin()?;
        let transaction = Self {
            database,
            operation: entry.id,
            who: entry.who,
            told: Told::by(entry),
            changed: BTreeSet::new(),
            touched: HashMap::new(),
            lines: Changed::default(),
            planned: BTreeSet::new(),
            inserts: HashMap::new(),
            heeded: None,
            is_open: true,
        };
        entry.write(database)?;
        Ok(transaction)
    }

    /// Lets `progress` stop the operation to its very end, while the directory is written too.
    pub fn heed(&mut self, progress: &Progress) {
        self.heeded = Some(progress.clone());
    }

    /// Goes on as another operation, done or not done together with what was written so far.
    pub(crate) fn go_on_as(&mut self, entry: &Entry) -> Result<()> {
        self.operation = entry.id;
        self.told = Told::by(entry);
        entry.write(self.database)
    }

    /// Ends well, and names the changed tables; where none was changed, nothing is logged but what
    /// took an operation back: that one is done with, even if nothing of it was left.
    pub(crate) fn commit(mut self, is_revert: bool) -> Result<BTreeSet<&'static str>> {
        if is_revert || !self.changed.is_empty() {
            self.settle_lines()?;
            columns::refresh(self.database, mem::take(&mut self.lines))?;
            let planned = mem::take(&mut self.planned);
            agenda::refresh(self.database, &planned)?;
            notices::refresh(self.database, &planned, &self.told)?;
            self.database.batch("COMMIT")?;
            self.is_open = false;
        }
        Ok(mem::take(&mut self.changed))
    }

    /// Brings the lines of all clients that were touched so far up to date.
    pub(super) fn settle_lines(&mut self) -> Result<()> {
        // In the order of their ids: the full text takes that many times faster than any other.
        let mut touched: Vec<_> = mem::take(&mut self.touched).into_iter().collect();
        touched.sort_unstable_by_key(|(client, _)| *client);
        for page in touched.chunks(PAGE) {
            if let Some(progress) = &self.heeded {
                progress.check()?;
            }
            let (mut unread, mut in_parts) = (Vec::new(), Vec::new());
            for (client, stale) in page {
                let client = Id::from(*client);
                match stale {
                    Stale::Parts(parts) => in_parts.push((client, *parts)),
                    Stale::Whole => unread.push(client),
                    Stale::Known(line) => {
                        directory::rewrite(self.database, client, line, &mut self.lines)?;
                    }
                }
            }
            directory::refresh(self.database, &unread, &mut self.lines)?;
            directory::refresh_parts(self.database, &in_parts, &mut self.lines)?;
        }
        Ok(())
    }

    /// What can be read in the midst of the operation: its own work is seen already.
    pub fn read(&self) -> Reader<'_> {
        Reader {
            database: self.database,
            who: self.who,
        }
    }

    /// Saves the record, new or known, and returns its version as saved.
    ///
    /// # Errors
    /// [`Error::Conflict`] where somebody has saved the row since the record was read.
    pub fn save<R: Record>(&mut self, record: &R) -> Result<i64> {
        match record.version() {
            0 => {
                let parts = Parts::of_row(R::TABLE.name);
                self.touch((R::TABLE, record.id().raw()), parts, |column| {
                    column_of(record, column)
                });
                self.insert(record)?;
                Ok(1)
            }
            version => {
                let values = R::COLUMNS.iter().copied().zip(record.values());
                self.update((R::TABLE, record.id().raw()), version, values)
            }
        }
    }

    /// Marks the row as deleted; a deleted client keeps what stands on its card.
    ///
    /// # Errors
    /// [`Error::Conflict`] where somebody has saved the row since the record was read.
    pub fn delete<R: Record>(&mut self, record: &R) -> Result<()> {
        self.set_deleted((R::TABLE, record.id().raw()), record.version(), true)
    }

    /// Takes back that a row was deleted.
    pub(crate) fn restore(&mut self, table: Table, id: i64) -> Result<()> {
        let row = self.find(table, id)?.ok_or(Error::Missing(table.name))?;
        self.refuse_erased_row(&row)?;
        self.set_deleted((table, id), row.get("version")?, false)
    }

    fn set_deleted(&mut self, key: (Table, i64), version: i64, is_deleted: bool) -> Result<()> {
        let by = is_deleted.then_some(self.operation);
        self.update(key, version, [("deleted_by", by.to_value())])?;
        Ok(())
    }

    /// Adds a new client with a ready line for the directory, which spares reading it back.
    pub(super) fn insert_client(&mut self, client: &Client, line: &Line) -> Result<()> {
        self.insert(client)?;
        self.lines.line(client.id.raw());
        directory::write(self.database, client.id, line)
    }

    /// Adds a new row whose client's line in the directory is seen to elsewhere.
    pub(super) fn insert<R: Record>(&mut self, record: &R) -> Result<()> {
        let sql = self.inserts.entry(R::TABLE.name).or_insert_with(|| {
            let places: Vec<_> = (3..)
                .zip(R::COLUMNS)
                .map(|(n, _)| format!("${n}"))
                .collect();
            format!(
                "INSERT INTO {} (id, created_by, {}) VALUES ($1, $2, {})",
                R::TABLE.name,
                R::COLUMNS.join(", "),
                places.join(", "),
            )
        });
        let mut values = vec![record.id().to_value(), self.operation.to_value()];
        values.extend(record.values());
        self.database.execute(sql, &values)?;
        self.changed.insert(R::TABLE.name);
        Ok(())
    }

    /// Writes the columns that differ and logs them, if the row is still at `version`.
    fn update<'v>(
        &mut self,
        (table, id): (Table, i64),
        version: i64,
        values: impl IntoIterator<Item = (&'v str, Value)>,
    ) -> Result<i64> {
        let conflict = Error::Conflict {
            table: table.name,
            id,
        };
        let row = self.find(table, id)?.ok_or(conflict.clone())?;
        if row.get::<i64>("version")? != version {
            return Err(conflict);
        }
        self.update_found((table, id), &row, values)
    }

    /// The same for a row that was just read in this transaction.
    pub(super) fn update_found<'v>(
        &mut self,
        (table, id): (Table, i64),
        row: &Row,
        values: impl IntoIterator<Item = (&'v str, Value)>,
    ) -> Result<i64> {
        let version = row.get::<i64>("version")?;
        // What an operation does to a row of its own making belongs to the making.
        let is_own = row.get::<Id<Entry>>("created_by")? == self.operation;
        let next = version + i64::from(!is_own);
        let changes = differences((table, id), next, row, values)?;
        if changes.is_empty() {
            return Ok(version);
        }
        if !is_own {
            changes
                .iter()
                .try_for_each(|change| change.write(self.database, self.operation))?;
        }
        self.changed.insert(table.name);
        let parts = changes.iter().try_fold(Parts::default(), |parts, change| {
            Some(parts.and(Parts::of(table.name, &change.column)?))
        });
        self.touch((table, id), parts, |column| row.value(column).cloned());
        // The card that it goes to.
        self.touch((table, id), parts, |column| {
            let change = changes.iter().find(|change| change.column == column);
            change.map(|change| change.new.clone())
        });
        self.write(version, next, &changes)?;
        Ok(next)
    }

    fn write(&self, version: i64, next: i64, changes: &[Change]) -> Result<()> {
        let sets: Vec<_> = (2..)
            .zip(changes)
            .map(|(n, change)| format!("{} = ${n}", change.column))
            .collect();
        let (table, id) = (changes[0].table, changes[0].row);
        let sql = format!(
            "UPDATE {table} SET version = $1, {} WHERE id = ${} AND version = ${}",
            sets.join(", "),
            sets.len() + 2,
            sets.len() + 3,
        );
        let mut values = vec![next.to_value()];
        values.extend(changes.iter().map(|change| change.new.clone()));
        values.extend([id.to_value(), version.to_value()]);
        match self.database.execute(&sql, &values)? {
            1 => Ok(()),
            _ => Err(Error::Conflict { table, id }),
        }
    }

    /// Keeps the new line of a client that was touched, which spares reading it back.
    pub(super) fn keep_line(&mut self, client: Id<Client>, line: impl FnOnce() -> Line) {
        let has_room = self.touched.len() < LINES;
        match self.touched.get_mut(&client.raw()) {
            // Of a line that is at hand no more than its parts would be written.
            Some(known) if has_room && !matches!(known, Stale::Parts(_)) => {
                *known = Stale::Known(Box::new(line()));
            }
            _ => {}
        }
    }

    /// Notes whose card or task a row stands on, so that the directory and the agenda follow at
    /// the commit; without `parts`, all of the card's line may have changed.
    fn touch(
        &mut self,
        (table, id): (Table, i64),
        parts: Option<Parts>,
        column: impl Fn(&str) -> Option<Value>,
    ) {
        let named = |name: Option<&str>| match name? {
            "id" => Some(id),
            name => column(name).as_ref().and_then(i64::from_value),
        };
        if let Some(client) = named(table.client) {
            self.touch_line(client, parts);
        }
        self.planned.extend(named(table.task));
    }

    /// Notes that these parts of a client's line, or all of it, are out of date.
    fn touch_line(&mut self, client: i64, parts: Option<Parts>) {
        let known = self.touched.get(&client);
        let stale = match (known, parts) {
            (None, Some(parts)) => Stale::Parts(parts),
            (Some(Stale::Parts(known)), Some(parts)) => Stale::Parts(known.and(parts)),
            _ => Stale::Whole,
        };
        self.touched.insert(client, stale);
    }

    fn find(&self, table: Table, id: i64) -> Result<Option<Row>> {
        let sql = format!("SELECT * FROM {} WHERE id = $1", table.name);
        let rows = self.database.query(&sql, &[id.to_value()])?;
        Ok(rows.into_iter().next())
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if self.is_open {
            // Where even this fails the connection is lost, and the work with it.
            let _ = self.database.batch("ROLLBACK");
        }
    }
}

fn column_of<R: Record>(record: &R, column: &str) -> Option<Value> {
    let at = R::COLUMNS.iter().position(|name| *name == column)?;
    record.values().into_iter().nth(at)
}

fn differences<'v>(
    (table, id): (Table, i64),
    version: i64,
    row: &Row,
    values: impl IntoIterator<Item = (&'v str, Value)>,
) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    let mut at = 0;
    for (column, new) in values {
        let old = row
            .value_from(&mut at, column)
            .ok_or(Error::Unreadable(table.name))?;
        if *old != new {
            let old = old.clone();
            changes.push(Change {
                table: table.name,
                row: id,
                column: column.to_owned(),
                version,
                old,
                new,
            });
        }
    }
    Ok(changes)
}
