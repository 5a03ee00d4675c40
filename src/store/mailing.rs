//! Whom letters to organisations go to.

use crate::domain::{Client, Id};
use crate::error::Result;
use crate::store::page::{self, PAGE};
use crate::store::{Column, Reader, Record};

impl Reader<'_> {
    /// The visible people whose cards name one of these organisations as their employer, in the
    /// order they were entered. Meant for pages of a hundred or so.
    pub fn staff_of(self, organizations: &[Id<Client>]) -> Result<Vec<Client>> {
        let sql = format!(
            "SELECT c.* FROM visible v JOIN clients c ON c.id = v.client_id
              WHERE v.employee_id = $1 AND c.employer_id IN ({}) ORDER BY c.id",
            page::places(1)
        );
        let mut staff = Vec::new();
        for page in organizations.chunks(PAGE) {
            let asked = page::values([self.who.to_value()], page);
            for row in self.database.query(&sql, &asked)? {
                staff.push(Client::from_row(&row)?);
            }
        }
        Ok(staff)
    }
}
