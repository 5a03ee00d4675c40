//! SQLite: a single file beside the user's documents. The only file that names rusqlite.

mod ids;
mod place;

use std::cell::{Cell as StdCell, RefCell};
use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{
    CachedStatement, Connection, ErrorCode, MAIN_DB, OpenFlags, params_from_iter, types,
};

use crate::domain::text::fold;
use crate::error::{Error, Result};
use crate::store::dump::Declared;
use crate::store::{Cell, Cells, ColumnShape, Database, Flow, Row, Value};
use ids::Ids;
use place::{
    APPLICATION_ID, CONTENTS_ID, Identity, check_header, has_log, identity, log_of, set_log_aside,
};

/// How long a writer waits for its turn.
const PATIENCE: Duration = Duration::from_secs(10);
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
    log: StdCell<Option<Identity>>,
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
    /// Makes a new file; one that is already there is not touched.
    pub fn create(path: &Path) -> Result<Self> {
        let made = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path);
        made.map_err(|cause| match cause.kind() {
            ErrorKind::AlreadyExists if path.is_dir() => Error::IsFolder(path.into()),
            ErrorKind::AlreadyExists => Error::AlreadyThere(path.into()),
            _ => Error::failed("making the file")(cause),
        })?;
        let database = Self::connect_file(path, Access::Write)?;
        database.batch(&format!("PRAGMA application_id = {APPLICATION_ID}"))?;
        Ok(database)
    }

    /// Opens a file of ours; whose it is, and whether it is whole, is looked at first. One that is
    /// protected is opened for reading.
    pub fn open(path: &Path) -> Result<Self> {
        Self::open_for(path, Access::Write)
    }

    /// Opens a file of ours for reading alone.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        Self::open_for(path, Access::Read)
    }

    fn open_for(path: &Path, access: Access) -> Result<Self> {
        check_header(path, APPLICATION_ID)?;
        let database = Self::connect_file(path, access)?;
        if database.pragma("application_id")? != APPLICATION_ID {
            return Err(Error::NotOurs(path.into()));
        }
        Ok(database)
    }

    /// Opens the file beside one of ours that holds what is in attached files, or makes it. What
    /// is deleted there is overwritten.
    pub fn open_contents(path: &Path) -> Result<Self> {
        let is_new = fs::metadata(path).map_or(true, |file| file.len() == 0);
        if is_new {
            let made = fs::OpenOptions::new().append(true).create(true).open(path);
            made.map_err(Error::failed("making the file"))?;
        } else {
            check_header(path, CONTENTS_ID)?;
        }
        let database = Self::connect_file(path, Access::Write)?;
        database.batch("PRAGMA secure_delete = ON")?;
        if is_new {
            database.batch(&format!("PRAGMA application_id = {CONTENTS_ID}"))?;
        }
        Ok(database)
    }

    /// Lets others read while this connection writes; a file of a newer program is left as it is.
    pub fn share(&self) -> Result<()> {
        self.batch("PRAGMA journal_mode = WAL")?;
        self.pragma("schema_version")?; // the first look opens the log
        self.know_log();
        Ok(())
    }

    fn know_log(&self) {
        if let Place::File(path, _) = &self.place {
            self.log.set(identity(&log_of(path)).ok());
        }
    }

    /// A database that lives as long as its connections.
    pub fn in_memory() -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Relaxed);
        let uri = format!("file:/memory-{n}?vfs=memdb");
        let connection = Connection::open(&uri).map_err(failed)?;
        Self::prepared(Place::Memory(uri), connection, Access::Write)
    }

    fn connect_file(path: &Path, access: Access) -> Result<Self> {
        let place = Place::File(path.to_owned(), identity(path)?);
        let is_protected = fs::metadata(path)
            .map_err(Error::failed("looking at the file"))?
            .permissions()
            .readonly();
        // Nobody writes to a protected file that has no log beside it; SQLite need not leave one.
        if is_protected && !has_log(path) {
            return Self::prepared(place, connect_unchanging(path)?, Access::Read);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        let is_protected = connection.is_readonly(MAIN_DB).map_err(failed)?;
        let access = if is_protected { Access::Read } else { access };
        // In a folder that may not be written either, SQLite cannot keep its log.
        let connection = match connection.pragma_query_value(None, "schema_version", |_| Ok(())) {
            Err(cause) if is_protected && is_unopenable(&cause) && !has_log(path) => {
                connect_unchanging(path)?
            }
            _ => connection,
        };
        Self::prepared(place, connection, access)
    }

    fn prepared(place: Place, mut connection: Connection, access: Access) -> Result<Self> {
        connection.busy_handler(Some(wait)).map_err(failed)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        // Values never change how a question is answered: none is planned anew for another page.
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
            .map_err(failed)?;
        know_fold(&connection)?;
        know_among(&connection)?;
        let database = Self {
            place,
            connection,
            is_read_only: access == Access::Read,
            columns: RefCell::default(),
            log: StdCell::default(),
        };
        database.know_log();
        // The larger cache serves imports, whose index entries fall all over the file.
        database.batch(
            "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -64000",
        )?;
        if access == Access::Read {
            database.batch("PRAGMA query_only = ON")?;
        }
        Ok(database)
    }

    fn pragma(&self, name: &str) -> Result<i64> {
        self.connection
            .query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))
            .map_err(failed)
    }
}

impl Sqlite {
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

impl Cells for rusqlite::Row<'_> {
    fn cell(&self, at: usize) -> Result<Cell<'_>> {
        Ok(match self.get_ref(at).map_err(failed)? {
            types::ValueRef::Null => Cell::Null,
            types::ValueRef::Integer(number) => Cell::Integer(number),
            types::ValueRef::Blob(bytes) => Cell::Bytes(bytes),
            value => Cell::Text(value.as_str().map_err(|_| Error::Unreadable("a text"))?),
        })
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<types::ToSqlOutput<'_>> {
        match self {
            Self::Null => Ok(types::Null.into()),
            Self::Integer(number) => Ok((*number).into()),
            Self::Text(text) => text.to_sql(),
            Self::Bytes(bytes) => bytes.to_sql(),
        }
    }
}

impl types::FromSql for Value {
    fn column_result(value: types::ValueRef<'_>) -> types::FromSqlResult<Self> {
        Ok(match value {
            types::ValueRef::Null => Self::Null,
            types::ValueRef::Integer(number) => Self::Integer(number),
            types::ValueRef::Blob(bytes) => Self::Bytes(bytes.to_vec()),
            value => Self::Text(value.as_str()?.to_owned()),
        })
    }
}

/// Lets statements say `FOLD(text)`: the text as search compares it.
fn know_fold(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    let made = connection.create_scalar_function("fold", 1, flags, |called| {
        let text = called.get_raw(0).as_str_or_null()?;
        Ok(text.map(fold))
    });
    made.map_err(failed)
}

/// Lets statements say `AMONG(ids, id)`: whether an id is one of those bound as bytes, which are read
/// once for all lines. PostgreSQL has `id = ANY (ids)`.
fn know_among(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    let made = connection.create_scalar_function("among", 2, flags, |called| {
        let ids: Arc<Ids> = called.get_or_create_aux(0, |ids| ids.as_blob().map(Ids::of))?;
        Ok(ids.has(called.get(1)?))
    });
    made.map_err(failed)
}

/// A connection to a file that does not change: it needs neither locks nor a log.
fn connect_unchanging(path: &Path) -> Result<Connection> {
    let path = std::path::absolute(path).map_err(Error::failed("looking at the file"))?;
    let path = path.to_str().ok_or(Error::Unreadable("the path"))?;
    let slash = if path.starts_with('/') { "" } else { "/" };
    let path = path.replace('\\', "/").replace('%', "%25");
    let path = path.replace('?', "%3f").replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let uri = format!("file://{slash}{path}?immutable=1");
    Connection::open_with_flags(uri, flags).map_err(failed)
}

fn is_unopenable(cause: &rusqlite::Error) -> bool {
    cause.sqlite_error_code() == Some(ErrorCode::CannotOpen)
}

/// Waits half to five milliseconds for another writer, up to `PATIENCE` in all: short sleeps of
/// uneven length keep one from starving the other.
fn wait(tries: i32) -> bool {
    thread_local!(static SINCE: StdCell<Option<Instant>> = const { StdCell::new(None) });
    let now = Instant::now();
    if tries == 0 {
        SINCE.set(Some(now));
    }
    let waited = SINCE.get().map_or(Duration::ZERO, |since| now - since);
    let uneven = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |time| u64::from(time.subsec_nanos() % 4500));
    thread::sleep(Duration::from_micros(500 + uneven));
    waited < PATIENCE
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
