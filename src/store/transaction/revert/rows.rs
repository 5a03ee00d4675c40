//! The rows that an operation deleted come back; those that it made or brought back go.

use std::collections::{BTreeMap, BTreeSet};

use super::conflict::{Choice, Choices, Conflict, Place};
use super::effects::Effects;
use crate::domain::{Client, DistinctPair, Id, Membership, MergedCard, PastImport};
use crate::error::Result;
use crate::store::audit::Entry;
use crate::store::{Column, Record, Row, TABLES, Table, Transaction, Value};

/// Columns that name a row of another table than the clients: what they name stays while it is
/// needed.
const HOLDERS: &[(&str, &str, &str)] = &[
    ("memberships", "group_id", "groups"),
    ("field_values", "field_id", "custom_fields"),
    ("terms", "field_id", "custom_fields"),
    ("custom_fields", "category_id", "terms"),
    ("clients", "segment_id", "terms"),
    ("clients", "source_id", "terms"),
    ("clients", "category_id", "terms"),
    ("clients", "department_id", "departments"),
    ("clients", "owner_id", "employees"),
    ("departments", "parent_id", "departments"),
    ("links", "own_kind_id", "link_kinds"),
    ("team_members", "employee_id", "employees"),
    ("products", "group_id", "terms"),
    ("prices", "list_id", "price_lists"),
    ("prices", "product_id", "products"),
    ("paper_lines", "product_id", "products"),
    ("paper_lines", "paper_id", "papers"),
    ("paper_versions", "paper_id", "papers"),
    ("papers", "company_id", "companies"),
    ("papers", "contract_kind_id", "contract_kinds"),
    ("papers", "basis_id", "papers"),
    ("papers", "price_list_id", "price_lists"),
    ("allocations", "paper_id", "papers"),
];

/// Tables whose rows keep no card: they only remember.
const REMEMBERED: [&str; 3] = [
    DistinctPair::TABLE.name,
    MergedCard::TABLE.name,
    PastImport::TABLE.name,
];

/// Rows of an operation that later work has built on, by table and id, with the latest of that
/// work.
struct Built<'a> {
    entry: &'a Entry,
    effects: &'a Effects,
    rows: BTreeMap<(&'static str, i64), Entry>,
}

/// Rows that stay, by table.
#[derive(Default)]
struct Kept(BTreeMap<&'static str, BTreeSet<i64>>);

impl Transaction<'_> {
    /// Brings back what `entry` deleted, and deletes again what it brought back, unless somebody
    /// did so since.
    pub(super) fn take_deletions_back(
        &mut self,
        entry: &Entry,
        effects: &Effects,
        choices: &Choices,
    ) -> Result<Vec<Conflict>> {
        let mut built = Built::new(entry, effects);
        let tables = self.tables_with_deletions(entry)?;
        for table in &tables {
            let name = table.name;
            let sql = format!(
                "SELECT t.id AS row_id, o.*
                   FROM changes c JOIN {name} t ON t.id = c.row_id
                   JOIN changes l ON l.row_id = t.id AND l.version > c.version
                                 AND l.table_name = c.table_name
                   JOIN operations o ON o.id = l.operation_id
                  WHERE c.operation_id = $1 AND c.table_name = '{name}'
                    AND c.column_name = 'deleted_by' AND c.new_value IS NULL
                    AND t.deleted_by IS NULL AND o.kind = 'do'"
            );
            self.collect(name, &sql, &mut built)?;
        }
        let (kept, open) = self.decide_rows(built, choices)?;
        for table in &tables {
            let stays = kept.excluding(*table);
            let name = table.name;
            let still = "t.deleted_by IS CAST(c.new_value AS INTEGER)";
            // Who has joined the group again meanwhile is not in it twice.
            let twice = match name == Membership::TABLE.name {
                true => format!(
                    "AND (c.new_value IS NULL OR NOT EXISTS (
                            SELECT 1 FROM {name} m
                             WHERE m.client_id = t.client_id AND m.group_id = t.group_id
                               AND m.deleted_by IS NULL AND m.id <> t.id))"
                ),
                false => String::new(),
            };
            let in_effect = self.out_of_effect(*table, entry.id)?;
            let condition = format!("AND {still} {twice} {stays} {in_effect}");
            self.set_deletions_back(*table, entry.id, &condition)?;
        }
        Ok(open)
    }

    /// Deletes the rows that `entry` made, but for those that later work has built on and
    /// `choices` keeps. A card goes or stays with all that was made on it.
    pub(super) fn take_creations_back(
        &mut self,
        entry: &Entry,
        effects: &Effects,
        choices: &Choices,
    ) -> Result<Vec<Conflict>> {
        let mut built = Built::new(entry, effects);
        let tables = self.tables_made_in(entry)?;
        for table in &tables {
            self.collect_changed(*table, &mut built)?;
            self.collect_guests(*table, &mut built)?;
        }
        let (mut kept, open) = self.decide_rows(built, choices)?;
        self.keep_needed(entry, &mut kept)?;
        for table in &tables {
            self.delete_made(*table, entry.id, &kept.excluding(*table))?;
        }
        Ok(open)
    }

    /// Tables in which an operation deleted rows or brought them back.
    fn tables_with_deletions(&self, entry: &Entry) -> Result<Vec<Table>> {
        let sql = "SELECT DISTINCT table_name FROM changes
                    WHERE operation_id = $1 AND column_name = 'deleted_by'";
        let rows = self.database.query(sql, &[entry.id.to_value()])?;
        let names: Vec<String> = rows
            .iter()
            .map(|row| row.get("table_name"))
            .collect::<Result<_>>()?;
        let tables = TABLES.iter().copied();
        Ok(tables
            .filter(|table| names.iter().any(|name| name == table.name))
            .collect())
    }

    /// Tables in which an operation made rows that stand.
    fn tables_made_in(&self, entry: &Entry) -> Result<Vec<Table>> {
        let mut tables = Vec::new();
        for table in TABLES {
            let sql = format!(
                "SELECT t.id FROM {} t WHERE t.created_by = $1 AND t.deleted_by IS NULL LIMIT 1",
                table.name
            );
            if !self
                .database
                .query(&sql, &[entry.id.to_value()])?
                .is_empty()
            {
                tables.push(*table);
            }
        }
        Ok(tables)
    }

    /// Rows that were changed since they were made.
    fn collect_changed(&self, table: Table, built: &mut Built<'_>) -> Result<()> {
        let (name, clients) = (table.name, Client::TABLE.name);
        let (card, join) = match table.references.first() {
            Some(column) if name != clients => (
                "k.id",
                format!(
                    "LEFT JOIN {clients} k ON k.id = t.{column} AND k.created_by = $1
                                          AND k.deleted_by IS NULL"
                ),
            ),
            _ => ("NULL", String::new()),
        };
        let sql = format!(
            "SELECT t.id AS row_id, {card} AS card_id, o.*
               FROM {name} t JOIN changes c ON c.row_id = t.id AND c.table_name = '{name}'
                                           AND c.version > 1
               JOIN operations o ON o.id = c.operation_id {join}
              WHERE t.created_by = $1 AND t.deleted_by IS NULL AND o.kind = 'do'
                AND o.id <> $1"
        );
        self.collect(name, &sql, built)
    }

    /// Rows that others have put something on.
    fn collect_guests(&self, table: Table, built: &mut Built<'_>) -> Result<()> {
        let host = table.name;
        let guests = TABLES.iter().filter(|t| !REMEMBERED.contains(&t.name));
        let on_cards = guests.flat_map(|table| {
            let columns = table.references.iter().filter(|column| **column != "id");
            columns.map(|column| (table.name, *column, Client::TABLE.name))
        });
        let all = on_cards.chain(HOLDERS.iter().copied());
        for (name, column, _) in all.filter(|(_, _, target)| *target == host) {
            let sql = format!(
                "SELECT k.id AS row_id, o.*
                   FROM {host} k JOIN {name} t ON t.{column} = k.id
                   JOIN operations o ON o.id = COALESCE(
                        (SELECT c.operation_id FROM changes c
                          WHERE c.row_id = t.id AND c.table_name = '{name}'
                            AND c.column_name = '{column}' ORDER BY c.version DESC LIMIT 1),
                        t.created_by)
                  WHERE k.created_by = $1 AND k.deleted_by IS NULL AND t.created_by <> $1
                    AND t.deleted_by IS NULL"
            );
            self.collect(host, &sql, built)?;
        }
        Ok(())
    }

    /// Notes the rows of an answer whose operation is in effect; an undo always is.
    fn collect(&self, table: &'static str, sql: &str, built: &mut Built<'_>) -> Result<()> {
        for row in self.database.query(sql, &[built.entry.id.to_value()])? {
            let later = Entry::from_row(&row)?;
            if later.reverts.is_none() && !built.effects.has(later.id) {
                continue;
            }
            let card: Option<i64> = row.value("card_id").and_then(Column::from_value).flatten();
            let key = match card {
                Some(card) => (Client::TABLE.name, card),
                None => (table, row.get("row_id")?),
            };
            let known = built.rows.entry(key).or_insert_with(|| later.clone());
            if later.id > known.id {
                *known = later;
            }
        }
        Ok(())
    }

    fn decide_rows(&self, built: Built<'_>, choices: &Choices) -> Result<(Kept, Vec<Conflict>)> {
        let mut kept = Kept::default();
        let mut open = Vec::new();
        for ((table, row), later) in built.rows {
            let place = Place {
                table,
                row,
                column: None,
            };
            match choices.of(&place) {
                Some(Choice::PutBack) => {}
                Some(Choice::Keep) => kept.add(table, row),
                None => open.push(Conflict {
                    client: self.card_of_row(table, row)?,
                    place,
                    title: String::new(),
                    before: Value::Null,
                    done: Value::Null,
                    now: Value::Null,
                    later,
                }),
            }
        }
        Ok((kept, open))
    }

    fn card_of_row(&self, table: &str, id: i64) -> Result<Option<Id<Client>>> {
        let table = super::table_of(table)?;
        let row: Option<Row> = self.find(table, id)?;
        Ok(row.and_then(|row| super::columns::card_of(table, id, &row)))
    }

    /// Keeps the groups, terms and departments that cards which stay belong to.
    fn keep_needed(&self, entry: &Entry, kept: &mut Kept) -> Result<()> {
        let clients = Client::TABLE.name;
        let cards = kept.list(clients);
        if cards.is_empty() {
            return Ok(());
        }
        for (holder, column, target) in HOLDERS {
            let Some(card) = super::table_of(holder)?.references.first() else {
                continue;
            };
            let sql = format!(
                "SELECT DISTINCT k.id FROM {target} k JOIN {holder} t ON t.{column} = k.id
                  WHERE k.created_by = $1 AND k.deleted_by IS NULL AND t.deleted_by IS NULL
                    AND t.{card} IN ({cards})"
            );
            for row in self.database.query(&sql, &[entry.id.to_value()])? {
                kept.add(super::table_of(target)?.name, row.get("id")?);
            }
        }
        Ok(())
    }
}

impl<'a> Built<'a> {
    fn new(entry: &'a Entry, effects: &'a Effects) -> Self {
        Self {
            entry,
            effects,
            rows: BTreeMap::new(),
        }
    }
}

impl Kept {
    fn add(&mut self, table: &'static str, row: i64) {
        self.0.entry(table).or_default().insert(row);
    }

    /// The rows of a table that stay, between commas.
    fn list(&self, table: &str) -> String {
        let rows = self.0.get(table).into_iter().flatten();
        rows.map(i64::to_string).collect::<Vec<_>>().join(", ")
    }

    /// The condition that leaves out, of `t`, the rows that stay.
    fn excluding(&self, table: Table) -> String {
        let mut condition = String::new();
        let rows = self.list(table.name);
        if !rows.is_empty() {
            condition = format!("AND t.id NOT IN ({rows})");
        }
        let cards = self.list(Client::TABLE.name);
        match table.references.first() {
            Some(column) if !cards.is_empty() => {
                format!("{condition} AND t.{column} NOT IN ({cards})")
            }
            _ => condition,
        }
    }
}
