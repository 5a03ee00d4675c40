//! Making and opening: what lies on the disk is looked at before SQLite is.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::functions::{know_among, know_fold};
use super::place::{APPLICATION_ID, CONTENTS_ID, check_header, has_log, identity, log_of};
use super::{Access, Place, STATEMENTS, Sqlite, failed};
use crate::error::{Error, Result};
use crate::store::Database;

/// How long a writer waits for its turn.
const PATIENCE: Duration = Duration::from_secs(10);

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
            ErrorKind::NotFound => Error::NoFile(path.parent().unwrap_or(path).into()),
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

    pub(super) fn connect_file(path: &Path, access: Access) -> Result<Self> {
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

    pub(super) fn prepared(
        place: Place,
        mut connection: Connection,
        access: Access,
    ) -> Result<Self> {
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
            log: Cell::default(),
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
    thread_local!(static SINCE: Cell<Option<Instant>> = const { Cell::new(None) });
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
