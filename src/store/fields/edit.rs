//! Editing one field of many cards: what it would do, and doing it.

use std::collections::{HashMap, HashSet};

use crate::domain::custom_field::Shape;
use crate::domain::edit;
use crate::domain::progress::Progress;
use crate::domain::{Card, Client, CustomField, Datum, Edit, Employee, Field, Id, TeamMember};
use crate::error::Result;
use crate::store::page::{self, PAGE};
use crate::store::{Column, Reader, Record, Transaction, Value};

use super::{Place, STRIDE, own_column, own_value, place, said_beside};

/// How many rows a preview shows.
const EXAMPLES: usize = 50;

/// What an edit of many cards would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// How many would change.
    pub changed: usize,
    /// How many say that already.
    pub same: usize,
    /// How many of those that change would lose what they say now.
    pub lost: usize,
    /// The first that would change: their names, what they say now and then.
    pub examples: Vec<(String, Datum, Datum)>,
}

impl Reader<'_> {
    /// What `edit` would do to these clients; `progress` tells how many were looked at.
    ///
    /// # Errors
    /// [`Error::Cancelled`] as soon as `progress` is told to stop.
    pub fn preview(self, ids: &[Id<Client>], edit: &Edit, progress: &Progress) -> Result<Preview> {
        let mut preview = Preview::default();
        let mut examples = Vec::new();
        progress.expect(ids.len() as u64);
        for (at, page) in ids.chunks(STRIDE).enumerate() {
            progress.check()?;
            let values = self.values(page, &[edit.field])?;
            for id in page {
                let Some(before) = values.get(id).and_then(|said| said.first()) else {
                    continue;
                };
                let after = edit.applied(before);
                if after.is_like(before) {
                    preview.same += 1;
                    continue;
                }
                preview.changed += 1;
                preview.lost += usize::from(edit.loses(before, &after));
                if examples.len() < EXAMPLES {
                    examples.push((*id, before.clone(), after));
                }
            }
            progress.reach((at * STRIDE + page.len()) as u64);
        }
        let ids: Vec<_> = examples.iter().map(|(id, ..)| *id).collect();
        let clients = self.rows_of::<Client>(&ids, "id")?.into_iter();
        let titles: HashMap<_, _> = clients.map(|client| (client.id, client.title())).collect();
        preview.examples = examples
            .into_iter()
            .map(|(id, before, after)| {
                (titles.get(&id).cloned().unwrap_or_default(), before, after)
            })
            .collect();
        Ok(preview)
    }
}

impl Reader<'_> {
    /// Cards that have nothing on them but the rows that a field is read from; for at most [`PAGE`]
    /// clients, of which those that may not be seen are left out.
    fn rows_beside(self, page: &[Id<Client>], field: Field) -> Result<Vec<Card>> {
        let sql = format!(
            "SELECT v.client_id, v.kind FROM visible v
              WHERE v.employee_id = $1 AND v.client_id IN ({})",
            page::places(1)
        );
        let asked = page::values([self.who.to_value()], page);
        let mut cards = Vec::new();
        for row in self.database.query(&sql, &asked)? {
            let mut card = Card::empty(row.get("kind")?);
            card.client.id = row.get("client_id")?;
            cards.push(card);
        }
        match place(field) {
            Place::Contact(_) => self.add_contacts(page, &mut cards)?,
            Place::Address(_) => self.add_addresses(page, &mut cards)?,
            Place::Account(_) => self.add_accounts(page, &mut cards)?,
            Place::Groups => self.add_memberships(page, &mut cards)?,
            Place::Custom => self.add_values(page, &mut cards)?,
            Place::Client(_) | Place::Team | Place::Filled | Place::Id => {}
        }
        Ok(cards)
    }
}

impl Transaction<'_> {
    /// Edits these clients, and brings their lines up to date; who may not be seen is left alone.
    /// Returns how many changed. Meant for some hundreds at a time, so that the work can be watched
    /// and stopped between.
    pub fn edit_clients(&mut self, clients: &[Id<Client>], edits: &[Edit]) -> Result<usize> {
        let is_own = |edit: &&Edit| matches!(place(edit.field), Place::Client(_));
        let (own, others): (Vec<_>, Vec<_>) = edits.iter().partition(is_own);
        let mut changed = HashSet::new();
        if !own.is_empty() {
            for page in clients.chunks(PAGE) {
                self.edit_own(page, &own, &mut changed)?;
            }
        }
        for edit in others {
            match place(edit.field) {
                Place::Team => self.edit_team(clients, edit, &mut changed)?,
                Place::Filled | Place::Id => {}
                _ => self.edit_beside(clients, edit, &mut changed)?,
            }
        }
        self.settle_lines()?;
        Ok(changed.len())
    }

    /// Edits what stands in the rows of the clients themselves: these alone are read.
    fn edit_own(
        &mut self,
        page: &[Id<Client>],
        edits: &[&Edit],
        changed: &mut HashSet<Id<Client>>,
    ) -> Result<()> {
        let columns = |edit: &&Edit| match (edit.field, place(edit.field)) {
            // A department belongs to its organisation.
            (Field::Employer, Place::Client(column)) => vec![column, "department_id"],
            (_, Place::Client(column)) => vec![column],
            _ => Vec::new(),
        };
        let all: String = edits
            .iter()
            .flat_map(columns)
            .map(|column| format!(", c.{column}"))
            .collect();
        let sql = format!(
            "SELECT c.id, c.version, c.created_by{all}
               FROM visible v JOIN clients c ON c.id = v.client_id
              WHERE v.employee_id = $1 AND v.client_id IN ({})",
            page::places(1)
        );
        let asked = page::values([self.read().who.to_value()], page);
        for row in self.read().database.query(&sql, &asked)? {
            let id: Id<Client> = row.get("id")?;
            let mut values = Vec::new();
            for edit in edits {
                let Place::Client(column) = place(edit.field) else {
                    continue;
                };
                let before = own_value(&row, edit.field, column)?;
                let after = edit.applied(&before);
                if !after.is_like(&before) {
                    values.extend(columns(edit).into_iter().map(|name| match name == column {
                        true => (name, own_column(edit.field, &after)),
                        false => (name, Value::Null),
                    }));
                }
            }
            if !values.is_empty() {
                self.update_found((Client::TABLE, id.raw()), &row, values)?;
                changed.insert(id);
            }
        }
        Ok(())
    }

    /// Edits what stands on the cards beside the clients: of each card the rows of that field alone
    /// are read.
    fn edit_beside(
        &mut self,
        clients: &[Id<Client>],
        edit: &Edit,
        changed: &mut HashSet<Id<Client>>,
    ) -> Result<()> {
        let is_several = self.is_several(edit.field)?;
        for page in clients.chunks(PAGE) {
            for base in self.read().rows_beside(page, edit.field)? {
                let before = said_beside(&base, edit.field);
                let after = edit.applied(&before);
                if after.is_like(&before) {
                    continue;
                }
                let mut card = base.clone();
                edit::put(&mut card, edit.field, &after, is_several);
                self.change_beside(&base, &card)?;
                changed.insert(base.client.id);
            }
        }
        Ok(())
    }

    fn edit_team(
        &mut self,
        clients: &[Id<Client>],
        edit: &Edit,
        changed: &mut HashSet<Id<Client>>,
    ) -> Result<()> {
        let values = self.read().values(clients, &[edit.field])?;
        let members: Vec<TeamMember> = self.read().rows_of(clients, "client_id")?;
        for (client, said) in values {
            let before = said.into_iter().next().unwrap_or_default();
            let after = edit.applied(&before);
            if after.is_like(&before) {
                continue;
            }
            let (now, next) = (employees(&before), employees(&after));
            let here = members.iter().filter(|row| row.client == client);
            for gone in here.filter(|row| !next.contains(&row.employee)) {
                self.delete(gone)?;
            }
            for new in next.iter().filter(|id| !now.contains(id)) {
                self.save(&TeamMember {
                    id: Id::generate(),
                    version: 0,
                    client,
                    employee: *new,
                    role: String::new(),
                })?;
            }
            changed.insert(client);
        }
        Ok(())
    }

    /// Whether a field may say several things.
    fn is_several(&self, field: Field) -> Result<bool> {
        let Field::Custom(id) = field else {
            return Ok(false);
        };
        let fields: Vec<CustomField> = self.read().ask(
            "SELECT f.* FROM custom_fields f WHERE f.id = $1",
            &[id.to_value()],
        )?;
        Ok(fields.iter().any(|field| field.shape == Shape::MultiList))
    }
}

fn employees(datum: &Datum) -> &[Id<Employee>] {
    match datum {
        Datum::Employees(employees) => employees,
        _ => &[],
    }
}
