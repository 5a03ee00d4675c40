//! Cards: a client with its contact points, addresses, accounts and groups.

use crate::domain::{Card, Client, Id};
use crate::error::{Error, Result};
use crate::store::directory::Line;
use crate::store::{Column, Database, Reader, Record, Transaction};

/// The card of a living client, whoever asks; for writing, where the rights were looked at.
pub(super) fn load(database: &dyn Database, id: Id<Client>) -> Result<Option<Card>> {
    let Some(client) = rows::<Client>(database, "id", id)?.pop() else {
        return Ok(None);
    };
    Ok(Some(Card {
        client,
        contacts: rows(database, "client_id", id)?,
        addresses: rows(database, "client_id", id)?,
        accounts: rows(database, "client_id", id)?,
        memberships: rows(database, "client_id", id)?,
    }))
}

fn rows<R: Record>(database: &dyn Database, column: &str, id: Id<Client>) -> Result<Vec<R>> {
    let sql = format!(
        "SELECT * FROM {} WHERE {column} = $1 AND deleted_by IS NULL ORDER BY id",
        R::TABLE.name
    );
    let rows = database.query(&sql, &[id.to_value()])?;
    rows.iter().map(R::from_row).collect()
}

impl Reader<'_> {
    /// The card of a client.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none, or none that may be seen.
    pub fn card(self, id: Id<Client>) -> Result<Card> {
        let seen = self.database.query(
            "SELECT v.client_id FROM visible v WHERE v.employee_id = $1 AND v.client_id = $2",
            &[self.who.to_value(), id.to_value()],
        )?;
        if seen.is_empty() {
            return Err(Error::Missing("clients"));
        }
        load(self.database, id)?.ok_or(Error::Missing("clients"))
    }
}

impl Transaction<'_> {
    /// Adds a card whose client is not in the base yet.
    pub fn add_card(&mut self, card: &Card) -> Result<()> {
        self.insert_client(&card.client, &Line::of(card))?;
        card.contacts.iter().try_for_each(|row| self.insert(row))?;
        card.addresses.iter().try_for_each(|row| self.insert(row))?;
        card.accounts.iter().try_for_each(|row| self.insert(row))?;
        card.memberships.iter().try_for_each(|row| self.insert(row))
    }

    /// Makes the card `base`, as it stands in the base now, into `card`.
    ///
    /// # Errors
    /// [`Error::Conflict`] where a row has changed since `base` was read.
    pub fn change_card(&mut self, base: &Card, card: &Card) -> Result<()> {
        if card.client != base.client {
            self.save(&card.client)?;
        }
        self.change_rows(&base.contacts, &card.contacts)?;
        self.change_rows(&base.addresses, &card.addresses)?;
        self.change_rows(&base.accounts, &card.accounts)?;
        self.change_rows(&base.memberships, &card.memberships)
    }

    fn change_rows<R: Record + PartialEq>(&mut self, base: &[R], rows: &[R]) -> Result<()> {
        for gone in base
            .iter()
            .filter(|old| !rows.iter().any(|row| row.id() == old.id()))
        {
            self.delete(gone)?;
        }
        for row in rows.iter().filter(|row| !base.contains(row)) {
            self.save(row)?;
        }
        Ok(())
    }
}
