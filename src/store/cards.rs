//! Cards: a client with its contact points, addresses, accounts and groups.

use std::collections::HashMap;

use crate::domain::{Address, BankAccount, Card, Client, ContactPoint, FieldValue, Id, Membership};
use crate::error::{Error, Result};
use crate::store::directory::Line;
use crate::store::page::{self, PAGE};
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
        values: rows(database, "client_id", id)?,
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

/// The living among at most [`PAGE`] clients, whoever asks, with all that a line of the directory is
/// made from: contact points, addresses and accounts.
pub(super) fn load_reachable(
    database: &dyn Database,
    ids: &[Id<Client>],
) -> Result<HashMap<Id<Client>, Card>> {
    let mut cards = HashMap::with_capacity(ids.len());
    if ids.is_empty() {
        return Ok(cards);
    }
    for client in page_of::<Client>(database, "id", ids)? {
        cards.insert(client.id, Card::new(client));
    }
    for row in page_of::<ContactPoint>(database, "client_id", ids)? {
        if let Some(card) = cards.get_mut(&row.client) {
            card.contacts.push(row);
        }
    }
    for row in page_of::<Address>(database, "client_id", ids)? {
        if let Some(card) = cards.get_mut(&row.client) {
            card.addresses.push(row);
        }
    }
    for row in page_of::<BankAccount>(database, "client_id", ids)? {
        if let Some(card) = cards.get_mut(&row.client) {
            card.accounts.push(row);
        }
    }
    Ok(cards)
}

/// The living rows that stand on the cards of at most [`PAGE`] clients, the lowest id first.
pub(super) fn page_of<R: Record>(
    database: &dyn Database,
    column: &str,
    ids: &[Id<Client>],
) -> Result<Vec<R>> {
    let sql = format!(
        "SELECT * FROM {} WHERE {column} IN ({}) AND deleted_by IS NULL ORDER BY id",
        R::TABLE.name,
        page::places(0)
    );
    let rows = database.query(&sql, &page::values([], ids))?;
    rows.iter().map(R::from_row).collect()
}

impl Reader<'_> {
    /// The card of a client.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none, or none that may be seen.
    pub fn card(self, id: Id<Client>) -> Result<Card> {
        self.check_seen(id)?;
        load(self.database, id)?.ok_or(Error::Missing("clients"))
    }

    /// Refuses a client that is not there, or may not be seen.
    ///
    /// # Errors
    /// [`Error::Missing`], as if there were none.
    pub fn check_seen(self, id: Id<Client>) -> Result<()> {
        let seen = self.database.query(
            "SELECT v.client_id FROM visible v WHERE v.employee_id = $1 AND v.client_id = $2",
            &[self.who.to_value(), id.to_value()],
        )?;
        if seen.is_empty() {
            return Err(Error::Missing("clients"));
        }
        Ok(())
    }

    /// The cards of these clients, in that order; those that may not be seen are left out. Meant
    /// for pages of a hundred or so.
    pub fn cards(self, ids: &[Id<Client>]) -> Result<Vec<Card>> {
        let clients: Vec<Client> = self.rows_of(ids, "id")?;
        let mut cards: Vec<Card> = clients.into_iter().map(Card::new).collect();
        self.add_contacts(ids, &mut cards)?;
        self.add_addresses(ids, &mut cards)?;
        self.add_accounts(ids, &mut cards)?;
        self.add_memberships(ids, &mut cards)?;
        self.add_values(ids, &mut cards)?;
        let order: HashMap<_, usize> = ids.iter().copied().zip(0..).collect();
        cards.sort_by_key(|card| order.get(&card.client.id).copied());
        Ok(cards)
    }

    /// Puts the contact points of these clients onto their cards.
    pub(super) fn add_contacts(self, ids: &[Id<Client>], cards: &mut [Card]) -> Result<()> {
        let rows = self.rows_of::<ContactPoint>(ids, "client_id")?;
        distribute(rows, cards, |row| row.client, |card| &mut card.contacts);
        Ok(())
    }

    /// Puts the addresses of these clients onto their cards.
    pub(super) fn add_addresses(self, ids: &[Id<Client>], cards: &mut [Card]) -> Result<()> {
        let rows = self.rows_of::<Address>(ids, "client_id")?;
        distribute(rows, cards, |row| row.client, |card| &mut card.addresses);
        Ok(())
    }

    /// Puts the accounts of these clients onto their cards.
    pub(super) fn add_accounts(self, ids: &[Id<Client>], cards: &mut [Card]) -> Result<()> {
        let rows = self.rows_of::<BankAccount>(ids, "client_id")?;
        distribute(rows, cards, |row| row.client, |card| &mut card.accounts);
        Ok(())
    }

    /// Puts the groups of these clients onto their cards.
    pub(super) fn add_memberships(self, ids: &[Id<Client>], cards: &mut [Card]) -> Result<()> {
        let rows = self.rows_of::<Membership>(ids, "client_id")?;
        distribute(rows, cards, |row| row.client, |card| &mut card.memberships);
        Ok(())
    }

    /// Puts what these clients say in custom fields onto their cards.
    pub(super) fn add_values(self, ids: &[Id<Client>], cards: &mut [Card]) -> Result<()> {
        let rows = self.rows_of::<FieldValue>(ids, "client_id")?;
        distribute(rows, cards, |row| row.client, |card| &mut card.values);
        Ok(())
    }

    /// The living rows that stand on the visible cards of `ids`, in the order they were entered.
    pub(super) fn rows_of<R: Record>(self, ids: &[Id<Client>], column: &str) -> Result<Vec<R>> {
        let mut rows = Vec::new();
        let sql = format!(
            "SELECT t.* FROM visible v JOIN {} t ON t.{column} = v.client_id
              WHERE v.employee_id = $1 AND v.client_id IN ({}) AND t.deleted_by IS NULL
              ORDER BY t.id",
            R::TABLE.name,
            page::places(1)
        );
        for page in ids.chunks(PAGE) {
            let asked = page::values([self.who.to_value()], page);
            for row in self.database.query(&sql, &asked)? {
                rows.push(R::from_row(&row)?);
            }
        }
        Ok(rows)
    }
}

/// Puts each row onto the card of its client.
fn distribute<R>(
    rows: Vec<R>,
    cards: &mut [Card],
    client: fn(&R) -> Id<Client>,
    list: fn(&mut Card) -> &mut Vec<R>,
) {
    let places: HashMap<_, usize> = cards.iter().map(|card| card.client.id).zip(0..).collect();
    for row in rows {
        if let Some(at) = places.get(&client(&row)) {
            list(&mut cards[*at]).push(row);
        }
    }
}

impl Transaction<'_> {
    /// Adds a card whose client is not in the base yet.
    pub fn add_card(&mut self, card: &Card) -> Result<()> {
        self.insert_client(&card.client, &Line::of(card))?;
        card.contacts.iter().try_for_each(|row| self.insert(row))?;
        card.addresses.iter().try_for_each(|row| self.insert(row))?;
        card.accounts.iter().try_for_each(|row| self.insert(row))?;
        card.memberships
            .iter()
            .try_for_each(|row| self.insert(row))?;
        card.values.iter().try_for_each(|row| self.insert(row))
    }

    /// Makes the card `base`, as it stands in the base now, into `card`.
    ///
    /// # Errors
    /// [`Error::Conflict`] where a row has changed since `base` was read.
    pub fn change_card(&mut self, base: &Card, card: &Card) -> Result<()> {
        if card.client != base.client {
            self.save(&card.client)?;
        }
        self.change_beside(base, card)?;
        // Read back, its rows would stand in the order of their ids.
        let is_ordered = card.contacts.is_sorted_by_key(|row| row.id.raw())
            && card.addresses.is_sorted_by_key(|row| row.id.raw());
        if is_ordered {
            self.keep_line(card.client.id, || Line::of(card));
        }
        Ok(())
    }

    /// Saves what stands on a card beside the client itself.
    pub(super) fn change_beside(&mut self, base: &Card, card: &Card) -> Result<()> {
        self.change_rows(&base.contacts, &card.contacts)?;
        self.change_rows(&base.addresses, &card.addresses)?;
        self.change_rows(&base.accounts, &card.accounts)?;
        self.change_rows(&base.memberships, &card.memberships)?;
        self.change_rows(&base.values, &card.values)
    }

    /// Saves the rows of a list that was read as `base` and edited into `rows`.
    pub(super) fn change_rows<R: Record + PartialEq>(
        &mut self,
        base: &[R],
        rows: &[R],
    ) -> Result<()> {
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
