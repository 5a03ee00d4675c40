//! SQLite: a single file beside the user's documents. Only this file and its folder name rusqlite.

mod functions;
mod ids;
mod open;
mod place;
mod value;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::config::DbConfig;
use rusqlite::{CachedStatement, Connection, ErrorCode, params_from_iter};

use crate::error::{Error, Result};
use crate::store::dump::Declared;
use crate::store::{Cells, ColumnShape, Database, Flow, Row, Value};
use place::{Identity, identity, set_log_aside};

/// Prepared statements that a connection remembers.
const STATEMENTS: usize = 128;

/// A connection to one file, or to memory.
pub struct Sqlite {
    place: Place,
    connection: Connection,
    is_read_only: bool,
    /// The names of the columns that statements answer with.
    columns: RefCell<HashMap<String, Arc<[String]>>>,
    /// The log beside the file, as this connection writes and reads it.
    log: Cell<Option<Identity>>,
}

/// What a connection to a file may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    Write,
    Read,
}

#[derive(Clone)]
enum Place {
    File(PathBuf, Identity),
    Memory(String),
}

impl Sqlite {
    fn pragma(&self, name: &str) -> Result<i64> {
        self.connection
            .query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))
            .map_err(failed)
    }

    /// A statement, made once for each text. SQLite counts its places in the order in which it meets
    /// them, whatever number stands behind the sign: a text that names them in another order would
    /// have its values in the wrong places, and no debug build lets it pass.
    fn prepare(&self, sql: &str) -> Result<CachedStatement<'_>> {
        let statement = self.connection.prepare_cached(sql).map_err(failed)?;
        debug_assert!(
            (1..=statement.parameter_count()).all(|at| {
                let name = statement.parameter_name(at);
                name.is_none_or(|name| name == format!("${at}"))
            }),
            "places are not numbered in the order in which they stand: {sql}"
        );
        Ok(statement)
    }

    /// The names of the columns of an answer, made once for each statement.
    fn columns(&self, sql: &str, statement: &rusqlite::Statement<'_>) -> Arc<[String]> {
        let mut known = self.columns.borrow_mut();
        if let Some(columns) = known.get(sql) {
            return columns.clone();
        }
        if known.len() >= STATEMENTS {
            known.clear();
        }
        let columns: Arc<[String]> = statement.column_names().map(str::to_owned).collect();
        known.insert(sql.to_owned(), columns.clone());
        columns
    }
}

impl Database for Sqlite {
    fn query(&self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>> {
        let mut statement = self.prepare(sql)?;
        let columns = self.columns(sql, &statement);
        let rows = statement
            .query_map(params_from_iter(parameters), |row| {
                let values = (0..columns.len()).map(|at| row.get(at));
                Ok(Row {
                    columns: columns.clone(),
                    values: values.collect::<rusqlite::Result<_>>()?,
                })
            })
            .map_err(failed)?;
        rows.collect::<rusqlite::Result<_>>().map_err(failed)
    }

    fn stream(
        &self,
        sql: &str,
        parameters: &[Value],
        each: &mut dyn FnMut(&dyn Cells) -> Result<Flow>,
    ) -> Result<()> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement
            .query(params_from_iter(parameters))
            .map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            if each(row)?.is_break() {
                break;
            }
        }
        Ok(())
    }

    fn execute(&self, sql: &str, parameters: &[Value]) -> Result<usize> {
        let mut statement = self.prepare(sql)?;
        statement
            .execute(params_from_iter(parameters))
            .map_err(failed)
    }

    fn batch(&self, sql: &str) -> Result<()> {
        self.connection.execute_batch(sql).map_err(failed)
    }

    fn begin(&self) -> Result<()> {
        if self.is_read_only {
            return Err(Error::ReadOnly);
        }
        self.check_place()?;
        self.batch("BEGIN IMMEDIATE")
    }

    fn reader(&self) -> Result<Box<dyn Database>> {
        let reader = match &self.place {
            Place::File(path, _) => {
                self.check_place()?;
                Self::connect_file(path, Access::Write)?
            }
            Place::Memory(uri) => {
                let connection = Connection::open(uri).map_err(failed)?;
                Self::prepared(self.place.clone(), connection, Access::Write)?
            }
        };
        reader.batch("PRAGMA query_only = ON; PRAGMA cache_size = -16000")?;
        Ok(Box::new(reader))
    }

    fn schema_version(&self) -> Result<i64> {
        self.pragma("user_version")
    }

    fn set_schema_version(&self, version: i64) -> Result<()> {
        self.batch(&format!("PRAGMA user_version = {version}"))
    }

    fn data_version(&self) -> Result<i64> {
        self.pragma("data_version")
    }

    fn check_place(&self) -> Result<()> {
        match &self.place {
            Place::File(path, known) if identity(path).ok().as_ref() != Some(known) => {
                // The log belongs to the former file: nobody may take it for that of the new one.
                set_log_aside(path, self.log.take());
                Err(Error::Replaced)
            }
            // Cut to nothing by somebody else: the pages in memory still look sound.
            Place::File(path, _) if fs::metadata(path).is_ok_and(|file| file.len() == 0) => {
                Err(Error::EmptyFile(path.clone()))
            }
            _ => Ok(()),
        }
    }

    fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    fn declared(&self, table: &str) -> Result<Vec<Declared>> {
        let sql =
            "SELECT c.name, c.type = 'INTEGER' AS is_integer, NOT c.\"notnull\" AS is_optional,
                          f.\"table\" AS names
                     FROM pragma_table_info($1) c
                     LEFT JOIN pragma_foreign_key_list($1) f ON f.\"from\" = c.name";
        let rows = self.query(sql, &[table.into()])?;
        let declared = |row: &Row| {
            Ok(Declared {
                name: row.get("name")?,
                is_integer: row.get("is_integer")?,
                is_optional: row.get("is_optional")?,
                names: row.get("names")?,
            })
        };
        rows.iter().map(declared).collect()
    }

    fn defer_references(&self) -> Result<()> {
        self.batch("PRAGMA defer_foreign_keys = ON")
    }

    fn copy_to(&self, path: &Path) -> Result<()> {
        let path = path.display().to_string();
        self.execute("VACUUM INTO $1", &[path.into()])?;
        Ok(())
    }

    fn columns_of(&self, table: &str) -> Result<Vec<ColumnShape>> {
        let sql = "SELECT name, type, \"notnull\" FROM pragma_table_info($1) ORDER BY cid";
        let mut columns = Vec::new();
        self.stream(sql, &[table.into()], &mut |row| {
            columns.push(ColumnShape {
                name: row.cell(0)?.text().to_owned(),
                is_text: row.cell(1)?.text() == "TEXT",
                is_required: row.cell(2)?.integer() != 0,
            });
            Ok(Flow::Continue(()))
        })?;
        Ok(columns)
    }

    fn overwrite_deleted(&self) -> Result<()> {
        self.pragma("secure_delete = ON").map(drop)
    }

    fn leave_no_remains(&self) -> Result<()> {
        self.check_place()?;
        self.batch("VACUUM")?;
        // The log holds former pages until it is cut; who reads them still is waited for.
        let is_busy = self.pragma("wal_checkpoint(TRUNCATE)")? != 0;
        if is_busy { Err(Error::Busy) } else { Ok(()) }
    }

    fn damage(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        for check in ["PRAGMA integrity_check(20)", "PRAGMA foreign_key_check"] {
            let checked = self.stream(check, &[], &mut |row| {
                match row.cell(0)?.text() {
                    "ok" => {}
                    said => found.push(said.to_owned()),
                }
                Ok(Flow::Continue(()))
            });
            match checked {
                // So damaged that not even the check comes to its end.
                Err(Error::Damaged(said)) => found.push(said),
                checked => checked?,
            }
        }
        Ok(found)
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        if self.check_place().is_err() {
            // Closing would write the rest of the log into a file that is no longer ours, or cut:
            // what is left of it stays as it is. Where this fails nothing else can be done.
            let setting = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
            let _ = self.connection.set_db_config(setting, true);
        }
    }
}

fn failed(cause: rusqlite::Error) -> Error {
    match cause.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Error::DiskFull,
        Some(ErrorCode::ReadOnly) if is_moved(&cause) => Error::Replaced,
        Some(ErrorCode::ReadOnly) => Error::ReadOnly,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            Error::Damaged(cause.to_string())
        }
        _ => Error::failed("the database")(cause),
    }
}

/// `SQLITE_READONLY_DBMOVED`: the file went away under an open connection.
fn is_moved(cause: &rusqlite::Error) -> bool {
    const MOVED: i32 = 1032;
    cause
        .sqlite_error()
        .is_some_and(|error| error.extended_code == MOVED)
}
