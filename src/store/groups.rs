//! Groups of clients and who belongs to them.

use std::collections::HashSet;

use crate::domain::client::Kind;
use crate::domain::{Client, Group, Id, Membership};
use crate::error::Result;
use crate::store::page::{self, PAGE};
use crate::store::record::record;
use crate::store::{Column, Reader, Record, Transaction};

record! {
    Group: plain "groups" [] {
        kind: "kind",
        name: "name",
    }
}

// A group is no part of the directory, so that a change of it leaves the lines alone.
record! {
    Membership: plain "memberships" ["client_id"] {
        client: "client_id",
        group: "group_id",
    }
}

impl Reader<'_> {
    /// The groups of one register by name, each with how many visible clients it has.
    pub fn groups(self, kind: Kind) -> Result<Vec<(Group, i64)>> {
        let rows = self.database.query(
            "SELECT g.*, (SELECT COUNT(*) FROM memberships m JOIN visible v ON v.client_id = m.client_id
                           WHERE m.group_id = g.id AND m.deleted_by IS NULL AND v.employee_id = $1) AS members
               FROM groups g WHERE g.kind = $2 AND g.deleted_by IS NULL ORDER BY g.name, g.id",
            &[self.who.to_value(), kind.to_value()],
        )?;
        rows.iter()
            .map(|row| Ok((Group::from_row(row)?, row.get("members")?)))
            .collect()
    }

    /// The groups a visible client belongs to, by name.
    pub fn groups_of(self, client: Id<Client>) -> Result<Vec<Group>> {
        self.ask(
            "SELECT g.* FROM groups g JOIN memberships m ON m.group_id = g.id
               JOIN visible v ON v.client_id = m.client_id
              WHERE v.employee_id = $1 AND v.client_id = $2
                AND m.deleted_by IS NULL AND g.deleted_by IS NULL
              ORDER BY g.name, g.id",
            &[self.who.to_value(), client.to_value()],
        )
    }

    /// The groups of one register by name.
    pub fn group_names(self, kind: Kind) -> Result<Vec<Group>> {
        self.ask(
            "SELECT g.* FROM groups g WHERE g.kind = $1 AND g.deleted_by IS NULL
              ORDER BY g.name, g.id",
            &[kind.to_value()],
        )
    }

    /// Visible members of a group, by id.
    pub fn members(self, group: Id<Group>) -> Result<Vec<Id<Client>>> {
        let rows = self.database.query(
            "SELECT v.client_id FROM memberships m JOIN visible v ON v.client_id = m.client_id
              WHERE v.employee_id = $1 AND m.group_id = $2 AND m.deleted_by IS NULL
              ORDER BY v.client_id",
            &[self.who.to_value(), group.to_value()],
        )?;
        rows.iter().map(|row| row.get("client_id")).collect()
    }
}

impl Transaction<'_> {
    /// Deletes a group, and with it who belongs to it; the clients stay. Returns how many left.
    pub fn delete_group(&mut self, group: &Group) -> Result<usize> {
        let members = self.all_memberships(group.id)?;
        for member in &members {
            self.delete(member)?;
        }
        self.delete(group)?;
        Ok(members.len())
    }

    /// Puts clients into a group; who is in it already stays as he is. Returns how many joined.
    pub fn join_group(&mut self, group: Id<Group>, clients: &[Id<Client>]) -> Result<usize> {
        let known = self.memberships(group, clients)?;
        let known: HashSet<_> = known.iter().map(|member| member.client).collect();
        let new = clients.iter().filter(|client| !known.contains(client));
        let mut joined = 0;
        for client in new {
            self.save(&Membership::new(*client, group))?;
            joined += 1;
        }
        Ok(joined)
    }

    /// Takes clients out of a group. Returns how many left.
    pub fn leave_group(&mut self, group: Id<Group>, clients: &[Id<Client>]) -> Result<usize> {
        let leaving = self.memberships(group, clients)?;
        for member in &leaving {
            self.delete(member)?;
        }
        Ok(leaving.len())
    }

    /// The memberships of these clients in a group; a client that may not be seen has none.
    fn memberships(&self, group: Id<Group>, clients: &[Id<Client>]) -> Result<Vec<Membership>> {
        let sql = format!(
            "SELECT m.* FROM memberships m JOIN visible v ON v.client_id = m.client_id
              WHERE v.employee_id = $1 AND m.group_id = $2 AND m.deleted_by IS NULL
                AND m.client_id IN ({})",
            page::places(2)
        );
        let mut found = Vec::new();
        for page in clients.chunks(PAGE) {
            let asked = page::values([self.read().who.to_value(), group.to_value()], page);
            found.extend(self.read().ask::<Membership>(&sql, &asked)?);
        }
        Ok(found)
    }

    /// All members, also those that may not be seen: the group goes away for everybody.
    fn all_memberships(&self, group: Id<Group>) -> Result<Vec<Membership>> {
        let sql = format!(
            "SELECT * FROM {} WHERE group_id = $1 AND deleted_by IS NULL",
            Membership::TABLE.name
        );
        self.read().ask(&sql, &[group.to_value()])
    }
}
