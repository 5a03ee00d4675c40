//! Clients recognised again by a number, an address or a name, as an import asks for them.

use crate::domain::client::{Key, Kind};
use crate::domain::{Client, Id};
use crate::error::Result;
use crate::store::directory::name_key;
use crate::store::{Column, Reader, Value};

impl Reader<'_> {
    /// Visible clients of a register whose `key` is `value`, the oldest first. The value is
    /// compared as [`Key::normal`] makes it; a name as lists sort it.
    pub fn recognise(self, kind: Kind, key: Key, value: &str) -> Result<Vec<Id<Client>>> {
        let value: Value = match key {
            Key::Name => name_key(kind, value).into(),
            _ => value.into(),
        };
        if value == Value::from("") {
            return Ok(Vec::new());
        }
        let asked = [self.who.to_value(), kind.to_value(), value];
        let rows = self.database.query(statement(key), &asked)?;
        rows.iter().map(|row| row.get("client_id")).collect()
    }
}

/// The plus keeps the index of names out of the questions that have a better one.
fn statement(key: Key) -> &'static str {
    match key {
        Key::Inn => {
            "SELECT v.client_id FROM clients c JOIN visible v ON v.client_id = c.id
              WHERE v.employee_id = $1 AND +v.kind = $2 AND c.inn = $3 AND c.inn <> ''
              ORDER BY v.client_id"
        }
        Key::ExternalId => {
            "SELECT v.client_id FROM clients c JOIN visible v ON v.client_id = c.id
              WHERE v.employee_id = $1 AND +v.kind = $2 AND c.external_id = $3
                AND c.external_id <> '' ORDER BY v.client_id"
        }
        Key::Email | Key::Phone => {
            "SELECT DISTINCT v.client_id
               FROM contact_points p JOIN visible v ON v.client_id = p.client_id
              WHERE v.employee_id = $1 AND +v.kind = $2 AND p.key = $3 AND p.deleted_by IS NULL
              ORDER BY v.client_id"
        }
        Key::Name => {
            "SELECT v.client_id FROM visible v
              WHERE v.employee_id = $1 AND v.kind = $2 AND v.name_key = $3 ORDER BY v.client_id"
        }
    }
}
