//! Values between our statements and SQLite.

use rusqlite::types;

use super::failed;
use crate::error::{Error, Result};
use crate::store::{Cell, Cells, Value};

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
