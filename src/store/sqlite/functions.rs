//! What statements can say beyond the SQL of SQLite.

use std::sync::Arc;

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use super::failed;
use super::ids::Ids;
use crate::domain::text::fold;
use crate::error::Result;

/// Lets statements say `FOLD(text)`: the text as search compares it.
pub fn know_fold(connection: &Connection) -> Result<()> {
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
pub fn know_among(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    let made = connection.create_scalar_function("among", 2, flags, |called| {
        let ids: Arc<Ids> = called.get_or_create_aux(0, |ids| ids.as_blob().map(Ids::of))?;
        Ok(ids.has(called.get(1)?))
    });
    made.map_err(failed)
}
