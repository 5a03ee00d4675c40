//! The columns that an operation changed get the value they would have without it.

use std::collections::{BTreeMap, HashMap};

use super::conflict::{Choice, Choices, Conflict, Place};
use super::effects::Effects;
use super::table_of;
use crate::domain::{Id, Operation};
use crate::error::{Error, Result};
use crate::store::audit::{Change, Entry};
use crate::store::{Column, Row, Table, Transaction, Value};

/// What other operations did to the columns that one has changed, in their order.
type Others = HashMap<(&'static str, i64, String), Vec<(Change, Entry)>>;

/// What taking an operation back means for one column.
struct Step<'a> {
    change: &'a Change,
    now: Value,
    /// The value it would have without the operation.
    without: Value,
    /// Later work whose value stands now.
    rival: Option<&'a Entry>,
    /// Whether the value of the operation itself stands.
    stands: bool,
}

impl Transaction<'_> {
    /// Gives the columns that `entry` changed the value they would have without it. Where later
    /// work stands there, `choices` decides; what they leave open comes back.
    pub(super) fn take_columns_back(
        &mut self,
        entry: &Entry,
        effects: &Effects,
        choices: &Choices,
    ) -> Result<Vec<Conflict>> {
        let changes = entry.changes(self.database)?;
        let others = self.others(entry.id)?;
        let mut open = Vec::new();
        for of_row in changes.chunk_by(|a, b| (a.table, a.row) == (b.table, b.row)) {
            let (table, id) = (table_of(of_row[0].table)?, of_row[0].row);
            let Some(row) = self.find(table, id)? else {
                continue;
            };
            let mut parts: BTreeMap<&str, Vec<Step<'_>>> = BTreeMap::new();
            for change in of_row {
                let step = Step::new(change, table, &row, &others, effects)?;
                let part = part_of(table.name, &change.column);
                parts.entry(part).or_default().push(step);
            }
            let mut values = Vec::new();
            for (column, steps) in parts {
                match decide((table, id, column), &row, &steps, choices) {
                    Ok(true) => values.extend(steps.into_iter().filter_map(Step::put_back)),
                    Ok(false) => {}
                    Err(conflict) => open.push(*conflict),
                }
            }
            if !values.is_empty() {
                self.update_found((table, id), &row, values)?;
            }
        }
        Ok(open)
    }

    fn others(&self, entry: Id<Entry>) -> Result<Others> {
        let mut others = Others::new();
        let rows = self.database.query(
            "SELECT l.*, o.id, o.kind, o.name, o.reverts_id, o.employee_id, o.device, o.done_at
               FROM changes c
               JOIN changes l ON l.row_id = c.row_id AND l.table_name = c.table_name
                             AND l.column_name = c.column_name
               JOIN operations o ON o.id = l.operation_id
              WHERE c.operation_id = $1 AND c.column_name <> 'deleted_by'
                AND l.operation_id <> c.operation_id AND o.kind = 'do'
              ORDER BY l.row_id, l.version",
            &[entry.to_value()],
        )?;
        for row in &rows {
            let change = Change::from_row(row)?;
            let key = (change.table, change.row, change.column.clone());
            let other = (change, Entry::from_row(row)?);
            others.entry(key).or_default().push(other);
        }
        Ok(others)
    }
}

impl<'a> Step<'a> {
    fn new(
        change: &'a Change,
        table: Table,
        row: &Row,
        others: &'a Others,
        effects: &Effects,
    ) -> Result<Self> {
        let now = row.value(&change.column);
        let now = now.ok_or(Error::Unreadable(table.name))?.clone();
        let key = (change.table, change.row, change.column.clone());
        let others = others.get(&key).map_or(&[][..], Vec::as_slice);
        let earlier = others.partition_point(|(other, _)| other.version < change.version);
        let (earlier, later) = others.split_at(earlier);
        let first = earlier.first().map_or(change, |(other, _)| other);
        let in_effect = |(_, entry): &&(Change, Entry)| effects.has(entry.id);
        let before = earlier.iter().rfind(in_effect);
        let without = before.map_or(&first.old, |(other, _)| &other.new).clone();
        let mut standing = later.iter().filter(in_effect);
        let standing = standing.rfind(|(other, _)| other.new == now);
        // A merge moves whatever stood on a card: nobody has thought about this row.
        let is_moved = |entry: &Entry| {
            entry.operation == Operation::MergeClients
                && table.references.contains(&&*change.column)
        };
        let (stands, rival) = match standing {
            None => (now == change.new, None),
            Some((_, entry)) if is_moved(entry) => (true, None),
            Some((_, entry)) => (true, Some(entry)),
        };
        Ok(Self {
            change,
            now,
            without,
            rival,
            stands,
        })
    }

    /// Whether there is nothing to take back.
    fn is_settled(&self) -> bool {
        !self.stands || self.now == self.without
    }

    fn put_back(self) -> Option<(&'a str, Value)> {
        (!self.is_settled()).then_some((&*self.change.column, self.without))
    }
}

/// Whether the columns of one part are put back, or the question about them.
fn decide(
    (table, id, column): (Table, i64, &str),
    row: &Row,
    steps: &[Step<'_>],
    choices: &Choices,
) -> Result<bool, Box<Conflict>> {
    let disputed = |step: &&Step<'_>| !step.is_settled() && step.rival.is_some();
    // The column that gives the part its name tells most.
    let named = steps.iter().filter(|step| step.change.column == column);
    let told = named.chain(steps).find(disputed);
    let Some((step, later)) = told.and_then(|step| Some((step, step.rival?))) else {
        return Ok(true);
    };
    let place = Place {
        table: table.name,
        row: id,
        column: Some(column.to_owned()),
    };
    match choices.of(&place) {
        Some(choice) => Ok(choice == Choice::PutBack),
        None => Err(Box::new(Conflict {
            place,
            client: card_of(table, id, row),
            title: String::new(),
            before: step.without.clone(),
            done: step.change.new.clone(),
            now: step.now.clone(),
            later: later.clone(),
        })),
    }
}

/// Whose card a row stands on.
pub(super) fn card_of(table: Table, id: i64, row: &Row) -> Option<Id<crate::domain::Client>> {
    match table.references.first() {
        None => None,
        Some(&"id") => Some(Id::from(id)),
        Some(column) => row.value(column).and_then(Id::from_value),
    }
}

/// Columns that say one thing together are decided together, under the name of one of them.
fn part_of<'c>(table: &str, column: &'c str) -> &'c str {
    match (table, column) {
        ("contact_points", "channel" | "key" | "key_reversed") => "value",
        ("field_values", "shape" | "key" | "number" | "linked_id") => "text",
        ("links", "own_kind_id") => "kind",
        _ => column,
    }
}
