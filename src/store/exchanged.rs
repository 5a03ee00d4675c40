//! What the exchange with other programs has left behind.

use crate::domain::{Client, ForeignCard, Id, NamedMapping};
use crate::error::Result;
use crate::store::{Column, Reader, Record};

impl Reader<'_> {
    /// The card of a visible client that another program calls so; of several the latest.
    pub fn foreign_card(self, uid: &str) -> Result<Option<ForeignCard>> {
        let found = self.ask(
            "SELECT f.* FROM vcards f JOIN visible v ON v.client_id = f.client_id
              WHERE v.employee_id = $1 AND f.uid = $2 AND f.uid <> '' AND f.deleted_by IS NULL
              ORDER BY f.id DESC LIMIT 1",
            &[self.who.to_value(), uid.into()],
        )?;
        Ok(found.into_iter().next())
    }

    /// The living rows that stand on the visible cards of `clients`, in the order they were
    /// entered. Meant for pages of a hundred or so.
    pub fn rows_on_cards<R: Record>(self, clients: &[Id<Client>]) -> Result<Vec<R>> {
        match R::TABLE.references.first() {
            Some(column) => self.rows_of(clients, column),
            None => Ok(Vec::new()),
        }
    }

    /// The mappings of columns that were given a name, by name.
    pub fn mappings(self) -> Result<Vec<NamedMapping>> {
        self.ask(
            "SELECT m.* FROM mappings m WHERE m.deleted_by IS NULL ORDER BY m.name, m.id",
            &[],
        )
    }
}
