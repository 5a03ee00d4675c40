//! How the schema came to be, and how older files are brought up to date.

use std::path::Path;

use crate::error::{Error, Result};
use crate::store::{Database, columns};

/// The schema from which on the columns of the directory stand by themselves.
const COLUMNS: i64 = 8;

/// Every change the schema has ever seen. Append; never edit.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_audit.sql"),
    include_str!("migrations/0002_clients.sql"),
    include_str!("migrations/0003_directory.sql"),
    include_str!("migrations/0004_profiles.sql"),
    include_str!("migrations/0005_tasks.sql"),
    include_str!("migrations/0006_setup.sql"),
    include_str!("migrations/0007_folds.sql"),
    include_str!("migrations/0008_columns.sql"),
    include_str!("migrations/0009_papers.sql"),
    include_str!("migrations/0010_declensions.sql"),
    include_str!("migrations/0011_sales.sql"),
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
            .and_then(|()| match version {
                COLUMNS => columns::rebuild(database),
                _ => Ok(()),
            })
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
    use crate::store::directory;
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

    /// A card as the program before the profiles wrote it, with its line in the directory.
    const OF_SCHEMA_3: &str = "
        INSERT INTO operations VALUES (1, 'do', 'add-client', NULL, 1, 1, 0);
        INSERT INTO employees VALUES (5, 1, 1, NULL, 'Решетова', 'Светлана', 'Ивановна', '', 1);
        INSERT INTO clients VALUES
            (10, 1, 1, NULL, 0, 5, 2, 'ООО «Агат»', 'ООО «Агат»', '7809012347', '780901001',
             '1027825107320', '', '', '', NULL, NULL, NULL, '', '', NULL, '', ''),
            (11, 1, 1, NULL, 1, NULL, 0, '', '', '', '', '',
             'Антонов', 'Юрий', 'Михайлович', 'm', '1980-05-12', 10, '', 'Директор', NULL, '', '');
        INSERT INTO contact_points VALUES
            (20, 1, 1, NULL, 10, 'work-phone', '+7 812 350-94-14', '8123509414', '4149053218', 1),
            (21, 1, 1, NULL, 10, 'web', 'agat.example', 'agat.example', NULL, 1),
            (22, 1, 1, NULL, 11, 'email', 'a@agat.example', 'a@agat.example', NULL, 1);
        INSERT INTO addresses VALUES (30, 1, 1, NULL, 10, 'legal', '', '', 'Москва', '', 1);
        INSERT INTO bank_accounts VALUES (40, 1, 1, NULL, 11, '40817810', '', '', '', 1);
        INSERT INTO directory VALUES
            (10, 0, 5, NULL, 2, 'агат ооо', '7809012347', 'Москва', '+7 812 350-94-14', '', '', '', ''),
            (11, 1, NULL, 10, 0, 'антонов юрий михайлович', '', '', '', 'a@agat.example',
             'Директор', '', '1980-05-12');
        INSERT INTO directory_search VALUES
            (10, 'агат ооо' || char(10) || '7809012347' || char(10) || '1027825107320'
                 || char(10) || '8123509414' || char(10) || 'agat.example'),
            (11, 'антонов юрий михайлович' || char(10) || 'a@agat.example');
        INSERT INTO directory_text (rowid, search)
        SELECT client_id, search FROM directory_search;";

    #[test]
    fn an_upgraded_directory_says_what_the_cards_say() -> Result<()> {
        let database = Sqlite::in_memory()?;
        migrate_to(&database, 0, 3)?;
        database.batch(OF_SCHEMA_3)?;
        migrate_to(&database, 3, newest())?;
        assert_eq!(directory::faults(&database)?, [0; 0]);
        for (id, column) in [(10, "filled = filled + 1"), (11, "position = 'Инженер'")] {
            database.batch(&format!(
                "UPDATE directory SET {column} WHERE client_id = {id}"
            ))?;
            assert_eq!(directory::faults(&database)?.last(), Some(&id));
        }
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
