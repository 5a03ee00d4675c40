//! Which contents the rows of attached files name.

use std::collections::HashSet;

use crate::error::Result;
use crate::store::Database;
use crate::store::contents::{Contents, State};

/// The tables whose rows name contents, each by `digest` and `size`.
const HOLDING: [&str; 4] = [
    "attachments",
    "paper_versions",
    "paper_templates",
    "company_pictures",
];

/// Every content that a row names, deleted rows too: an undo may bring those back.
pub(crate) fn named(database: &dyn Database) -> Result<HashSet<String>> {
    let mut all = HashSet::new();
    for table in HOLDING {
        let sql = format!("SELECT DISTINCT digest FROM {table} WHERE digest <> ''");
        for row in database.query(&sql, &[])? {
            all.insert(row.get("digest")?);
        }
    }
    Ok(all)
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
        for table in HOLDING {
            let sql = format!("SELECT id FROM {table} WHERE digest = $1 ORDER BY id");
            for row in database.query(&sql, &[digest.as_str().into()])? {
                let id: i64 = row.get("id")?;
                faults.push(format!("{} {id}: {state}", table.trim_end_matches('s')));
            }
        }
    }
    faults.sort();
    Ok(faults)
}
