//! Erasing a person on request: what stands on the card is emptied, in the log too.
//!
//! The rows stay, so that who did what and when can still be told. Of what the log said of a row,
//! one line an operation stays, which names no column and holds no value: [`TRACE`].

use crate::domain::{Client, Id, Operation};
use crate::error::{Error, Result};
use crate::store::audit::Entry;
use crate::store::{Column, Row, TABLES, Table, Transaction};

/// What the log names instead of the columns of a row that was emptied.
pub const TRACE: &str = "erased";

/// How much was erased.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Erased {
    /// Rows that were emptied.
    pub rows: usize,
    /// Values in the log that were emptied.
    pub values: usize,
    /// Rows of other cards that named the client, and do so no more.
    pub cuts: usize,
}

/// Rows that stand between two cards: without one of the two they mean nothing.
const BETWEEN: &[(&str, &str)] = &[
    ("links", "to_id"),
    ("distinct_pairs", "other_id"),
    ("field_values", "linked_id"),
];

/// What other cards say of the client, and may go on without.
const NAMED_BY: &[(&str, &str, &str)] = &[
    ("clients", "employer_id", "employer_id = NULL"),
    ("clients", "recommended_by", "recommended_by = NULL"),
    ("tasks", "contact_id", "contact_id = NULL"),
    (
        "papers",
        "contact_id",
        "contact_id = NULL, signatory = '', signatory_phrase = ''",
    ),
    ("jobs", "employer_id", "employer_id = NULL, employer = ''"),
];

/// Rows below rows of a card, with the card that they stand on by way of those.
const BELOW: &[(&str, &str)] = &[
    (
        "paper_lines",
        "(SELECT p.client_id FROM papers p WHERE p.id = paper_id)",
    ),
    (
        "obligations",
        "(SELECT p.client_id FROM papers p WHERE p.id = paper_id)",
    ),
    (
        "allocations",
        "(SELECT y.client_id FROM payments y WHERE y.id = payment_id)",
    ),
];

impl Transaction<'_> {
    /// Empties everything that stands on the card of a client and of those that were merged into
    /// it, and cuts what other cards say of it. Nothing brings it back.
    pub(crate) fn erase(&mut self, client: Id<Client>) -> Result<Erased> {
        let mut erased = Erased::default();
        self.database.overwrite_deleted()?;
        for client in self.merged_into(client)? {
            erased.cuts += self.cut(client)?;
            for (name, card) in BELOW {
                self.empty(known(name)?, card, client, &mut erased)?;
            }
            for table in TABLES.iter().filter(|table| !table.references.is_empty()) {
                self.empty(*table, table.references[0], client, &mut erased)?;
            }
            self.touch_line(client.raw(), None);
        }
        Ok(erased)
    }

    /// The client, and those that a merge has joined with it and deleted.
    fn merged_into(&self, client: Id<Client>) -> Result<Vec<Id<Client>>> {
        let sql = "WITH RECURSIVE gone (id) AS (
                SELECT $1
                 UNION
                SELECT m.row_id FROM gone g
                  JOIN changes k ON k.row_id = g.id
                  JOIN operations o ON o.id = k.operation_id AND o.name = 'merge-clients'
                  JOIN changes m ON m.operation_id = o.id AND m.table_name = 'clients'
                   AND m.column_name = 'deleted_by'
                  JOIN clients c ON c.id = m.row_id AND c.deleted_by = o.id)
            SELECT id FROM gone";
        let rows = self.database.query(sql, &[client.to_value()])?;
        rows.iter().map(|row| row.get("id")).collect()
    }

    /// Takes the client out of what stands on other cards; returns how many rows it was in.
    fn cut(&mut self, client: Id<Client>) -> Result<usize> {
        let mut erased = Erased::default();
        for (name, column) in BETWEEN {
            let table = known(name)?;
            self.empty(table, column, client, &mut erased)?;
        }
        let mut cuts = erased.rows;
        let key = [client.to_value()];
        for (name, column, cut) in NAMED_BY {
            let table = known(name)?;
            let said = format!("SELECT id FROM {name} WHERE {column} = $1");
            if ["jobs", "papers"].contains(name) {
                self.forget_values(table, column, client)?;
            }
            for row in self.database.query(&said, &key)? {
                if table.client == Some("id") {
                    self.touch_line(row.get("id")?, None);
                }
            }
            let sql = format!("UPDATE {name} SET {cut}, version = version + 1 WHERE {column} = $1");
            cuts += self.count_changed(name, &sql, client)?;
            self.forget_mentions(column, client)?;
        }
        let sql = "UPDATE clients SET department_id = NULL, version = version + 1
                    WHERE department_id IN (SELECT id FROM departments WHERE client_id = $1)";
        self.count_changed("clients", sql, client)?;
        Ok(cuts)
    }

    fn count_changed(
        &mut self,
        table: &'static str,
        sql: &str,
        client: Id<Client>,
    ) -> Result<usize> {
        let count = self.database.execute(sql, &[client.to_value()])?;
        if count > 0 {
            self.changed.insert(table);
        }
        Ok(count)
    }

    /// Empties the rows that name the client in `column`, and what the log says of them.
    fn empty(
        &mut self,
        table: Table,
        column: &str,
        client: Id<Client>,
        erased: &mut Erased,
    ) -> Result<()> {
        let name = table.name;
        erased.values += self.forget_values(table, column, client)?;
        let mut sets = Vec::new();
        for shape in self.database.columns_of(name)? {
            let value = match shape.name.as_str() {
                "id" | "version" | "created_by" | "deleted_by" => continue,
                _ if !shape.is_required => "NULL",
                _ if shape.is_text => "''",
                // Which register it was in, and what the row belongs to: it must name something.
                "kind" => continue,
                name if name.ends_with("_id") => continue,
                _ => "0",
            };
            sets.push(format!("{} = {value}", shape.name));
        }
        sets.push("version = version + 1".to_owned());
        sets.push("deleted_by = $1".to_owned());
        let sql = format!("UPDATE {name} SET {} WHERE {column} = $2", sets.join(", "));
        let values = [self.operation.to_value(), client.to_value()];
        let count = self.database.execute(&sql, &values)?;
        if count > 0 {
            self.changed.insert(name);
        }
        erased.rows += count;
        Ok(())
    }

    /// Leaves of what the log says of the rows that name the client in `column` a trace alone;
    /// returns how many values went.
    fn forget_values(&self, table: Table, column: &str, client: Id<Client>) -> Result<usize> {
        let name = table.name;
        let said = format!(
            "row_id IN (SELECT id FROM {name} WHERE {column} = $1)
                AND table_name = '{name}' AND column_name <> '{TRACE}'"
        );
        let trace = format!(
            "INSERT INTO changes (operation_id, table_name, row_id, column_name,
                                  version, old_value, new_value)
             SELECT operation_id, table_name, row_id, '{TRACE}', MAX(version), NULL, NULL
               FROM changes WHERE {said} GROUP BY operation_id, table_name, row_id
                 ON CONFLICT (operation_id, table_name, row_id, column_name) DO NOTHING"
        );
        let key = [client.to_value()];
        self.database.execute(&trace, &key)?;
        let forget = format!("DELETE FROM changes WHERE {said}");
        self.database.execute(&forget, &key)
    }

    /// Takes the client out of what the log says of other rows.
    fn forget_mentions(&self, column: &str, client: Id<Client>) -> Result<()> {
        for value in ["old_value", "new_value"] {
            let sql = format!(
                "UPDATE changes SET {value} = NULL WHERE column_name = '{column}' AND {value} = $1"
            );
            let said = client.raw().to_string();
            self.database.execute(&sql, &[said.into()])?;
        }
        Ok(())
    }

    /// Refuses to take back an operation that concerned nobody but persons who were erased. Where
    /// it concerned others too, those are put back, and the erased stay as they are.
    pub(super) fn refuse_erased(&self, entry: &Entry) -> Result<()> {
        if entry.operation == Operation::ErasePerson {
            return Err(Error::Erased);
        }
        let logged = |is: &str| {
            let sql = format!(
                "SELECT 1 FROM changes
                  WHERE operation_id = $1 AND column_name {is} '{TRACE}' LIMIT 1"
            );
            self.is_any(&sql, entry)
        };
        if !logged("=")? && !self.has_made(entry, "o.name = 'erase-person'")? {
            return Ok(());
        }
        let others = "(o.name IS NULL OR o.name <> 'erase-person')";
        match logged("<>")? || self.has_made(entry, others)? {
            true => Ok(()),
            false => Err(Error::Erased),
        }
    }

    /// Refuses a row that was emptied.
    pub(super) fn refuse_erased_row(&self, row: &Row) -> Result<()> {
        let sql = "SELECT 1 FROM operations WHERE id = $1 AND name = 'erase-person'";
        let by: Option<i64> = row.get("deleted_by")?;
        match self.database.query(sql, &[by.to_value()])?.is_empty() {
            true => Ok(()),
            false => Err(Error::Erased),
        }
    }

    /// Whether `entry` made a row whose deletion, `o`, is such a one.
    fn has_made(&self, entry: &Entry, which: &str) -> Result<bool> {
        for table in TABLES {
            let sql = format!(
                "SELECT 1 FROM {} t LEFT JOIN operations o ON o.id = t.deleted_by
                  WHERE t.created_by = $1 AND {which} LIMIT 1",
                table.name
            );
            if self.is_any(&sql, entry)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_any(&self, sql: &str, entry: &Entry) -> Result<bool> {
        let rows = self.database.query(sql, &[entry.id.to_value()])?;
        Ok(!rows.is_empty())
    }
}

fn known(name: &'static str) -> Result<Table> {
    let table = TABLES.iter().find(|table| table.name == name).copied();
    table.ok_or(Error::Missing(name))
}
