//! Taking an operation back: old values return, new rows go, unless somebody has built on them.

mod columns;
mod conflict;
mod effects;
mod rows;

pub use conflict::{Choice, Choices, Conflict, Place, Undone};
pub use effects::{Effects, root};

use std::collections::BTreeSet;

use crate::domain::{Client, Id};
use crate::error::{Error, Result};
use crate::store::audit::{Change, Direction, Entry};
use crate::store::directory::Parts;
use crate::store::{Column, Flow, Record, TABLES, Table, Transaction, Value, directory};

/// How many conflicts are told with the name of their card.
const NAMED: usize = 500;

impl Transaction<'_> {
    /// Takes back what `entry` did, however long ago: what others or oneself have done since is
    /// kept. Where such work stands on the same column or on a row that goes, `choices` decides;
    /// what they leave open comes back, and then nothing of this may be committed.
    pub(crate) fn take_back(&mut self, entry: &Entry, choices: &Choices) -> Result<Vec<Conflict>> {
        self.refuse_erased(entry)?;
        let effects = Effects::read(self.database)?;
        let mut open = self.take_deletions_back(entry, &effects, choices)?;
        open.extend(self.take_columns_back(entry, &effects, choices)?);
        open.extend(self.take_creations_back(entry, &effects, choices)?);
        for conflict in open.iter_mut().take(NAMED) {
            if let Some(client) = conflict.client {
                let row = self.find(Client::TABLE, client.raw())?;
                let client = row.as_ref().map(Client::from_row).transpose()?;
                conflict.title = client.map_or(String::new(), |client| client.title());
            }
        }
        self.forget_deleted()?;
        Ok(open)
    }

    /// Puts back what `entry` did.
    ///
    /// # Errors
    /// [`Error::Conflict`] where somebody has changed the same since.
    pub(crate) fn revert(&mut self, entry: &Entry) -> Result<()> {
        self.refuse_erased(entry)?;
        for table in TABLES {
            self.put_deletions_back(*table, entry)?;
        }
        let changes = entry.changes(self.database)?;
        for row in changes.chunk_by(|a, b| (a.table, a.row) == (b.table, b.row)) {
            self.put_back(row)?;
        }
        for table in TABLES {
            self.check_guests(*table, entry.id)?;
        }
        for table in TABLES {
            self.delete_created(*table, entry.id)?;
        }
        self.forget_deleted()
    }

    /// Gives a row its old values. Only the same columns count as a conflict.
    fn put_back(&mut self, changes: &[Change]) -> Result<()> {
        let (name, id) = (changes[0].table, changes[0].row);
        let conflict = Error::Conflict { table: name, id };
        let table = table_of(name)?;
        let row = self.find(table, id)?.ok_or(conflict.clone())?;
        for change in changes {
            if row.value(&change.column) != Some(&change.new) {
                return Err(conflict);
            }
        }
        let old = changes.iter().map(|c| (c.column.as_str(), c.old.clone()));
        self.update_found((table, id), &row, old)?;
        Ok(())
    }

    /// Deletes again what `entry` brought back, and brings back what it deleted, in a few
    /// statements a table: what an undo took away may be a million rows.
    fn put_deletions_back(&mut self, table: Table, entry: &Entry) -> Result<()> {
        let (entry, is_redo) = (entry.id, entry.direction == Direction::Undo);
        let name = table.name;
        let deletions = |place: &str| {
            format!(
                "FROM changes c JOIN {name} t ON t.id = c.row_id
                  WHERE c.operation_id = {place} AND c.table_name = '{name}'
                    AND c.column_name = 'deleted_by'"
            )
        };
        let own = deletions("$1");
        let differs = "t.deleted_by IS NOT CAST(c.new_value AS INTEGER)";
        self.refuse_if_any(
            table,
            &format!("SELECT t.id {own} AND {differs} LIMIT 1"),
            entry,
        )?;
        // What is only done again was there before, and nobody has built anything by it.
        let built_on = "c.old_value IS NOT NULL AND EXISTS (
            SELECT 1 FROM changes l JOIN operations o ON o.id = l.operation_id
             WHERE l.row_id = t.id AND l.version > c.version AND l.table_name = c.table_name
               AND o.kind <> 'undo'
               AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverts_id = o.id)
               AND c.operation_id < (
                   WITH RECURSIVE done (id, reverts_id) AS (
                       SELECT o.id, o.reverts_id UNION ALL
                       SELECT p.id, p.reverts_id FROM done JOIN operations p ON p.id = done.reverts_id)
                   SELECT MIN(id) FROM done))";
        self.refuse_if_any(
            table,
            &format!("SELECT t.id {own} AND {built_on} LIMIT 1"),
            entry,
        )?;
        let condition = match is_redo {
            true => String::new(),
            false => self.out_of_effect(table, entry)?,
        };
        self.set_deletions_back(table, entry, &condition)
    }

    /// The same without a question, for those that pass the condition: `c` is the logged deletion,
    /// `t` its row.
    fn set_deletions_back(
        &mut self,
        table: Table,
        entry: Id<Entry>,
        condition: &str,
    ) -> Result<()> {
        let name = table.name;
        let log = format!(
            "INSERT INTO changes (operation_id, table_name, row_id, column_name,
                                  version, old_value, new_value)
             SELECT $1, '{name}', t.id, 'deleted_by', t.version + 1, c.new_value, c.old_value
               FROM changes c JOIN {name} t ON t.id = c.row_id
              WHERE c.operation_id = $2 AND c.table_name = '{name}'
                AND c.column_name = 'deleted_by' {condition}"
        );
        let both = [self.operation.to_value(), entry.to_value()];
        if self.database.execute(&log, &both)? == 0 {
            return Ok(());
        }
        let own = [self.operation.to_value()];
        let logged = format!(
            "c.row_id = t.id AND c.operation_id = $1 AND c.table_name = '{name}'
                AND c.column_name = 'deleted_by'"
        );
        self.touch_found(table, &format!("changes c JOIN {name} t ON {logged}"), &own)?;
        let write = format!(
            "UPDATE {name} AS t SET deleted_by = CAST(c.new_value AS INTEGER), version = c.version
               FROM changes c WHERE {logged}"
        );
        self.database.execute(&write, &own)?;
        self.changed.insert(name);
        Ok(())
    }

    /// The condition that leaves out what follows from operations that are not in effect any more:
    /// what was made by an operation that is taken back itself stays away, and what was deleted by
    /// one stays. A redo does not ask: it puts back what the undo found.
    fn out_of_effect(&self, table: Table, entry: Id<Entry>) -> Result<String> {
        let name = table.name;
        let effects = Effects::read(self.database)?;
        let sql = format!(
            "SELECT DISTINCT t.created_by, CAST(c.old_value AS INTEGER)
               FROM changes c JOIN {name} t ON t.id = c.row_id
              WHERE c.operation_id = $1 AND c.table_name = '{name}'
                AND c.column_name = 'deleted_by'"
        );
        let mut gone = BTreeSet::new();
        self.database
            .stream(&sql, &[entry.to_value()], &mut |row| {
                let by = [row.cell(0)?.integer(), row.cell(1)?.integer()];
                gone.extend(by.into_iter().filter(|by| !effects.has(Id::from(*by))));
                Ok(Flow::Continue(()))
            })?;
        let gone = gone.iter().map(i64::to_string).collect::<Vec<_>>();
        let gone = gone.join(", ");
        Ok(format!(
            "AND CASE WHEN t.created_by IN ({gone}) THEN c.new_value IS NULL
                      WHEN c.new_value IS NULL THEN CAST(c.old_value AS INTEGER) NOT IN ({gone})
                      ELSE 1 END"
        ))
    }

    /// Takes the lines of all clients that went away out of the directory at once.
    fn forget_deleted(&mut self) -> Result<()> {
        let gone = directory::forget_deleted(self.database, self.operation)?;
        for client in gone {
            self.touched.remove(&client);
            self.lines.line(client);
        }
        Ok(())
    }

    /// Deletes every row that `entry` made and that still stands, in one statement a table: an
    /// import of a million rows is taken back by the same few statements as one card.
    fn delete_created(&mut self, table: Table, entry: Id<Entry>) -> Result<()> {
        self.check_created(table, entry)?;
        self.delete_made(table, entry, "")
    }

    /// The same without a question, for the rows `t` that pass the condition.
    fn delete_made(&mut self, table: Table, entry: Id<Entry>, condition: &str) -> Result<()> {
        let name = table.name;
        let made = |place| format!("t.created_by = {place} AND t.deleted_by IS NULL {condition}");
        self.touch_rows(table, &made("$1"), entry)?;
        let log = format!(
            "INSERT INTO changes (operation_id, table_name, row_id, column_name,
                                  version, old_value, new_value)
             SELECT $1, '{name}', t.id, 'deleted_by', t.version + 1, NULL, CAST($1 AS TEXT)
               FROM {name} t WHERE {}",
            made("$2")
        );
        let key = [self.operation.to_value(), entry.to_value()];
        self.database.execute(&log, &key)?;
        let delete = format!(
            "UPDATE {name} AS t SET deleted_by = $1, version = version + 1 WHERE {}",
            made("$2")
        );
        if self.database.execute(&delete, &key)? > 0 {
            self.changed.insert(name);
        }
        Ok(())
    }

    /// Refuses where a colleague has put something on a card that `entry` made.
    fn check_guests(&self, table: Table, entry: Id<Entry>) -> Result<()> {
        let (name, clients) = (table.name, Client::TABLE.name);
        for client in table.references.iter().filter(|column| **column != "id") {
            let sql = format!(
                "SELECT t.id FROM {clients} o JOIN {name} t ON t.{client} = o.id
                  WHERE o.created_by = $1 AND o.deleted_by IS NULL
                    AND t.created_by <> o.created_by AND t.deleted_by IS NULL LIMIT 1"
            );
            self.refuse_if_any(table, &sql, entry)?;
        }
        Ok(())
    }

    /// Refuses where a row that `entry` made was changed later, and the change is still in effect.
    fn check_created(&self, table: Table, entry: Id<Entry>) -> Result<()> {
        let name = table.name;
        let sql = format!(
            "SELECT t.id FROM {name} t
               JOIN changes c ON c.row_id = t.id AND c.version > 1 AND c.table_name = '{name}'
               JOIN operations o ON o.id = c.operation_id
              WHERE t.created_by = $1 AND t.deleted_by IS NULL AND o.kind <> 'undo'
                AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverts_id = o.id) LIMIT 1"
        );
        self.refuse_if_any(table, &sql, entry)
    }

    fn refuse_if_any(&self, table: Table, sql: &str, entry: Id<Entry>) -> Result<()> {
        let rows = self.database.query(sql, &[entry.to_value()])?;
        match rows.first() {
            None => Ok(()),
            Some(row) => Err(Error::Conflict {
                table: table.name,
                id: row.get("id")?,
            }),
        }
    }

    /// Notes whose cards and tasks the rows `t` stand on that pass a condition upon `entry`.
    fn touch_rows(&mut self, table: Table, condition: &str, entry: Id<Entry>) -> Result<()> {
        let found = format!("{} t WHERE {condition}", table.name);
        self.touch_found(table, &found, &[entry.to_value()])
    }

    /// The same for the rows `t` of any question.
    fn touch_found(&mut self, table: Table, found: &str, key: &[Value]) -> Result<()> {
        if let Some(client) = table.client {
            let (database, parts) = (self.database, Parts::of_row(table.name));
            let sql = format!("SELECT t.{client} FROM {found}");
            database.stream(&sql, key, &mut |row| {
                self.touch_line(row.cell(0)?.integer(), parts);
                Ok(Flow::Continue(()))
            })?;
        }
        if let Some(task) = table.task {
            let planned = &mut self.planned;
            let sql = format!("SELECT t.{task} FROM {found}");
            self.database.stream(&sql, key, &mut |row| {
                planned.insert(row.cell(0)?.integer());
                Ok(Flow::Continue(()))
            })?;
        }
        Ok(())
    }
}

fn table_of(name: &str) -> Result<Table> {
    let table = TABLES.iter().find(|table| table.name == name);
    table.copied().ok_or(Error::Unreadable("table_name"))
}
