//! Which contents the rows of attached files name.

use std::collections::HashSet;

use crate::error::Result;
use crate::store::Database;
use crate::store::contents::{Contents, State};

/// Every content that a row names, deleted rows too: an undo may bring those back.
pub(crate) fn named(database: &dyn Database) -> Result<HashSet<String>> {
    let sql = "SELECT DISTINCT digest FROM attachments WHERE digest <> ''";
    let rows = database.query(sql, &[])?;
    rows.iter().map(|row| row.get("digest")).collect()
}

/// Attached files whose content is missing or damaged; every content is read.
pub(crate) fn faults(database: &dyn Database, contents: &Contents) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for digest in named(database)? {
        let state = match contents.state(&digest)? {
            State::Sound => continue,
            State::Missing => "missing",
            State::Damaged => "damaged",
        };
        let sql = "SELECT id FROM attachments WHERE digest = $1 ORDER BY id";
        for row in database.query(sql, &[digest.into()])? {
            let id: i64 = row.get("id")?;
            faults.push(format!("attachment {id}: {state}"));
        }
    }
    faults.sort();
    Ok(faults)
}
