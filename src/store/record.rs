//! What a type says once, so that it can be written, undone and logged.

use crate::domain::Id;
use crate::error::Result;
use crate::store::{Row, Value};

/// A table that operations write to.
///
/// Beside its own columns each has `id`, `version`, `created_by` and `deleted_by`; the last two
/// name the operation that did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name in the database.
    pub name: &'static str,
    /// The column that names the client whose card the row stands on.
    pub client: Option<&'static str>,
}

/// A type that is one row of a table.
pub trait Record: Sized {
    /// Where it is kept.
    const TABLE: Table;
    /// The columns of its own.
    const COLUMNS: &'static [&'static str];

    /// Which row.
    fn id(&self) -> Id<Self>;
    /// How often it was saved; 0 before the first time.
    fn version(&self) -> i64;
    /// What goes into `COLUMNS`, in that order.
    fn values(&self) -> Vec<Value>;
    /// The record of a row that has all columns.
    fn from_row(row: &Row) -> Result<Self>;
}
