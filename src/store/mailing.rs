//! Whom letters to organisations go to.

use crate::domain::{Client, Id};
use crate::error::Result;
use crate::store::{Column, Reader, Record, Value};

/// How many organisations one statement asks about; fewer are asked for by repeating the last.
const PAGE: usize = 64;

impl Reader<'_> {
    /// The visible people whose cards name one of these organisations as their employer, in the
    /// order they were entered. Meant for pages of a hundred or so.
    pub fn staff_of(self, organizations: &[Id<Client>]) -> Result<Vec<Client>> {
        let places: Vec<_> = (2..2 + PAGE).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT c.* FROM visible v JOIN clients c ON c.id = v.client_id
              WHERE v.employee_id = $1 AND c.employer_id IN ({}) ORDER BY c.id",
            places.join(", ")
        );
        let mut staff = Vec::new();
        for page in organizations.chunks(PAGE) {
            let mut asked = vec![self.who.to_value()];
            asked.extend(page.iter().map(Column::to_value));
            let last = asked.last().cloned().unwrap_or(Value::Null);
            asked.resize(PAGE + 1, last);
            for row in self.database.query(&sql, &asked)? {
                staff.push(Client::from_row(&row)?);
            }
        }
        Ok(staff)
    }
}
