//! Several cards become one: all that stands on them or names them moves along.

use std::collections::HashSet;

use crate::domain::contact::Channel;
use crate::domain::custom_field::Shape;
use crate::domain::department::Fate;
use crate::domain::text::fold;
use crate::domain::{
    Address, BankAccount, Card, Client, ContactPoint, Department, DistinctPair, FieldValue,
    ForeignCard, Id, IdentityDocument, Link, Membership, MergedCard, TeamMember,
};
use crate::error::Result;
use crate::store::{Column, Record, Row, TABLES, Table, Transaction, Value};

impl Transaction<'_> {
    /// Makes `joined` of `survivor` and sends the other cards to the bin; every row that stands on
    /// them or names them moves to the survivor. What it has already stays behind on the dead
    /// card; a link of a card with itself goes away. The undo brings all of it back.
    ///
    /// # Errors
    /// [`Error::Missing`] where one of them may not be seen; [`Error::Conflict`] where somebody has
    /// changed one since it was read.
    pub fn merge_cards(&mut self, joined: &Card, survivor: &Card, others: &[Card]) -> Result<()> {
        let into = survivor.client.id;
        for card in others.iter().chain([survivor]) {
            self.read().check_seen(card.client.id)?;
        }
        self.change_card(survivor, joined)?;
        for other in others.iter().filter(|other| other.client.id != into) {
            let from = other.client.id;
            self.unlink(from, into)?;
            self.unite_departments(from, into)?;
            for table in TABLES {
                self.move_rows(*table, from, into)?;
            }
            self.delete(&other.client)?;
            self.save(&MergedCard::new(into, from))?;
        }
        Ok(())
    }

    /// Takes away what would tie a card to itself: links, and that two were told apart.
    fn unlink(&mut self, from: Id<Client>, into: Id<Client>) -> Result<()> {
        for row in self.naming(Link::TABLE, &["from_id", "to_id"], from)? {
            let link = Link::from_row(&row)?;
            let ends = [link.from, link.to].map(|end| if end == from { into } else { end });
            if ends[0] == ends[1] || self.has_link(&link, ends)? {
                self.delete(&link)?;
            }
        }
        for row in self.naming(DistinctPair::TABLE, &["one_id", "other_id"], from)? {
            let pair = DistinctPair::from_row(&row)?;
            self.delete(&pair)?;
            let other = if pair.one == from {
                pair.other
            } else {
                pair.one
            };
            self.tell_apart(&[(into, other)])?;
        }
        Ok(())
    }

    /// Whether there is such a link between these two already.
    fn has_link(&self, link: &Link, [from, to]: [Id<Client>; 2]) -> Result<bool> {
        let known = self.naming(Link::TABLE, &["from_id", "to_id"], from)?;
        for row in &known {
            let known = Link::from_row(row)?;
            let ends = (known.from, known.to);
            let is_turned = link.kind.is_mutual() && ends == (to, from);
            if known.id != link.id && known.kind == link.kind && (ends == (from, to) || is_turned) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Moves the departments. One that the survivor has stays behind on the dead card; those who
    /// stand in it, also those who may not be seen, stand in that of the survivor.
    fn unite_departments(&mut self, from: Id<Client>, into: Id<Client>) -> Result<()> {
        let reader = self.read();
        let united = reader
            .departments(into)?
            .united(&reader.departments(from)?, into);
        for (id, fate) in united {
            match fate {
                Fate::Moved(department) => drop(self.save(&department)?),
                Fate::Same(department) => {
                    for row in self.naming(Client::TABLE, &["department_id"], id)? {
                        let values = [
                            ("department_id", department.id.to_value()),
                            ("department", department.name.to_value()),
                        ];
                        self.update_found((Client::TABLE, row.get("id")?), &row, values)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Moves the rows of one table.
    fn move_rows(&mut self, table: Table, from: Id<Client>, into: Id<Client>) -> Result<()> {
        if table == Department::TABLE {
            return Ok(()); // they have a tree of their own to go to
        }
        let columns = table.references.iter().copied();
        let moved = columns.filter(|column| !matches!(*column, "id" | "merged_id"));
        for column in moved {
            let mut known = self.doubles(table, into)?;
            for row in self.naming(table, &[column], from)? {
                let id: i64 = row.get("id")?;
                let is_card = table.references.first() == Some(&column) && column != "id";
                if table.name == Client::TABLE.name && id == from.raw() {
                    continue;
                }
                if is_card && !known.take(table, &row) {
                    continue; // the survivor says so already
                }
                let is_own = table.name == Client::TABLE.name && id == into.raw();
                let to = (!is_own).then_some(into);
                let mut values = vec![(column, to.to_value())];
                if is_card && known.mains.contains(&sort(&row)) {
                    values.push(("is_main", false.to_value()));
                }
                self.update_found((table, id), &row, values)?;
            }
        }
        Ok(())
    }

    /// The living rows of a table that name something in one of these columns.
    pub(super) fn naming<T>(
        &self,
        table: Table,
        columns: &[&str],
        named: Id<T>,
    ) -> Result<Vec<Row>> {
        let asked: Vec<_> = columns.iter().map(|c| format!("t.{c} = $1")).collect();
        let sql = format!(
            "SELECT t.* FROM {} t WHERE ({}) AND t.deleted_by IS NULL ORDER BY t.id",
            table.name,
            asked.join(" OR ")
        );
        self.read().database.query(&sql, &[named.to_value()])
    }

    /// What the survivor has of a table already.
    fn doubles(&self, table: Table, into: Id<Client>) -> Result<Doubles> {
        let mut doubles = Doubles::default();
        let Some(card) = table.references.first().filter(|column| **column != "id") else {
            return Ok(doubles);
        };
        for row in self.naming(table, &[card], into)? {
            if row.value("is_main") == Some(&Value::Integer(1)) {
                doubles.mains.insert(sort(&row));
            }
            doubles.take(table, &row);
        }
        Ok(doubles)
    }
}

/// Rows that a card has, by what tells two of them apart.
#[derive(Default)]
struct Doubles {
    known: HashSet<Vec<String>>,
    /// The sorts of which it has a main one.
    mains: HashSet<&'static str>,
}

impl Doubles {
    /// Takes a row in; false where there is one like it.
    fn take(&mut self, table: Table, row: &Row) -> bool {
        let Some(columns) = telling(table) else {
            return true;
        };
        let said = |column: &str| match row.value(column) {
            Some(Value::Text(text)) => fold(text),
            value => format!("{value:?}"),
        };
        let mut told: Vec<String> = columns.iter().map(|column| said(column)).collect();
        // Of a field with several values each is one.
        let is_several = row.value("shape") == Some(&Shape::MultiList.to_value());
        told.extend(is_several.then(|| said("number")));
        self.known.insert(told)
    }
}

/// Phones share one main one, e-mail addresses another, pages a third.
fn sort(row: &Row) -> &'static str {
    match row.value("channel").and_then(Channel::from_value) {
        Some(Channel::Email) => "email",
        Some(Channel::Web) => "web",
        Some(_) => "phone",
        None => "",
    }
}

/// The columns by which two rows of a card are told apart; none where each row is one of its own.
fn telling(table: Table) -> Option<&'static [&'static str]> {
    const TELLING: [(Table, &[&str]); 8] = [
        (ContactPoint::TABLE, &["key"]),
        (Address::TABLE, &["city", "street"]),
        (BankAccount::TABLE, &["number", "bik"]),
        (Membership::TABLE, &["group_id"]),
        (FieldValue::TABLE, &["field_id"]),
        (TeamMember::TABLE, &["employee_id"]),
        (IdentityDocument::TABLE, &["kind", "series", "number"]),
        (ForeignCard::TABLE, &["uid", "raw"]),
    ];
    let found = TELLING.iter().find(|(known, _)| *known == table);
    found.map(|(_, columns)| *columns)
}
