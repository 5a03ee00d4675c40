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
    /// The column that names the client whose line in the directory shows something of the row.
    pub client: Option<&'static str>,
    /// The column that names the task whose lines in the agenda show something of the row.
    pub task: Option<&'static str>,
    /// Every column that names a client; the first is the one on whose card the row stands.
    pub references: &'static [&'static str],
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

/// Says of a type how it is a row: its table, the columns that name clients, what each field fills.
/// The first of those columns names the card the row stands on; `listed` where the directory shows
/// something of it, `planned … by` a task where the agenda does.
macro_rules! record {
    ($type:ty: planned $table:literal by $task:literal [$($client:literal),*] $fields:tt) => {
        $crate::store::record::record!(@row $type, $table, None, Some($task), [$($client),*] $fields);
    };
    ($type:ty: $how:ident $table:literal [$($client:literal),*] $fields:tt) => {
        $crate::store::record::record!(
            @row $type, $table, record!(@how $how $($client),*), None, [$($client),*] $fields
        );
    };
    (@row $type:ty, $table:literal, $listed:expr, $task:expr, [$($client:literal),*] {
        $($field:ident: $column:literal),+ $(,)?
    }) => {
        impl $crate::store::Record for $type {
            const TABLE: $crate::store::Table = $crate::store::Table {
                name: $table,
                client: $listed,
                task: $task,
                references: &[$($client),*],
            };
            const COLUMNS: &'static [&'static str] = &[$($column),+];

            fn id(&self) -> $crate::domain::Id<Self> {
                self.id
            }

            fn version(&self) -> i64 {
                self.version
            }

            fn values(&self) -> Vec<$crate::store::Value> {
                vec![$($crate::store::Column::to_value(&self.$field)),+]
            }

            fn from_row(row: &$crate::store::Row) -> $crate::error::Result<Self> {
                let mut at = 0;
                Ok(Self {
                    id: row.get_from(&mut at, "id")?,
                    version: row.get_from(&mut at, "version")?,
                    $($field: row.get_from(&mut at, $column)?,)+
                })
            }
        }
    };
    (@how plain $($client:literal),*) => { None };
    (@how listed $client:literal $(, $more:literal)*) => { Some($client) };
}

pub(crate) use record;
