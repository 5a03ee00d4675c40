//! How the schema came to be, and how older files are brought up to date.

use std::path::Path;

use crate::error::{Error, Result};
use crate::store::Database;

/// Every change the schema has ever seen. Append; never edit.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_audit.sql"),
    include_str!("migrations/0002_clients.sql"),
    include_str!("migrations/0003_directory.sql"),
    include_str!("migrations/0004_profiles.sql"),
];

/// The newest schema this program knows.
pub fn newest() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Refuses a file of a newer program; returns its schema version.
pub fn check_known(database: &dyn Database) -> Result<i64> {
    let (found, known) = (database.schema_version()?, newest());
    if found > known {
        return Err(Error::NewerVersion { found, known });
    }
    Ok(found)
}

/// Brings the database to this version, one migration and one commit at a time.
///
/// An older file at `path` is first copied aside, as `name.schema-2.backup` for schema 2. A file
/// of a newer program is not touched.
pub fn migrate(database: &dyn Database, path: Option<&Path>) -> Result<()> {
    let (found, known) = (check_known(database)?, newest());
    if found == known {
        return Ok(());
    }
    if let Some(path) = path.filter(|_| found > 0) {
        copy_aside(database, path, found)?;
    }
    migrate_to(database, found, known)
}

fn migrate_to(database: &dyn Database, found: i64, wanted: i64) -> Result<()> {
    for (version, sql) in (1..=wanted).zip(MIGRATIONS) {
        if version <= found {
            continue;
        }
        database.begin()?;
        let done = database
            .batch(sql)
            .and_then(|()| database.set_schema_version(version))
            .and_then(|()| database.batch("COMMIT"));
        if let Err(error) = done {
            // The first failure is the one to tell; where even this fails, closing rolls back.
            let _ = database.batch("ROLLBACK");
            return Err(error);
        }
    }
    Ok(())
}

fn copy_aside(database: &dyn Database, path: &Path, version: i64) -> Result<()> {
    let mut copy = path.as_os_str().to_owned();
    copy.push(format!(".schema-{version}.backup"));
    let copy = Path::new(&copy);
    if copy.exists() {
        return Ok(()); // an upgrade that was cut short has made it
    }
    database.copy_to(copy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sqlite::Sqlite;

    #[test]
    fn opening_twice_migrates_once() -> Result<()> {
        let database = Sqlite::in_memory()?;
        migrate(&database, None)?;
        migrate(&database, None)?;
        assert_eq!(database.schema_version()?, newest());
        Ok(())
    }

    #[test]
    fn a_newer_file_is_not_touched() -> Result<()> {
        let database = Sqlite::in_memory()?;
        database.set_schema_version(1000)?;
        let refused = migrate(&database, None);
        assert!(matches!(
            refused,
            Err(Error::NewerVersion { found: 1000, .. })
        ));
        Ok(())
    }

    #[test]
    fn an_older_file_is_copied_aside_first() -> Result<()> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.vizitka");
        let database = Sqlite::create(&path)?;
        migrate_to(&database, 0, 1)?;
        database.batch("INSERT INTO devices VALUES (7, 'somebody', 0)")?;

        migrate(&database, Some(&path))?;
        assert_eq!(database.schema_version()?, newest());
        let copy = Sqlite::open(&folder.path().join("old.vizitka.schema-1.backup"))?;
        assert_eq!(copy.schema_version()?, 1);
        assert_eq!(copy.query("SELECT number FROM devices", &[])?.len(), 1);
        Ok(())
    }
}
