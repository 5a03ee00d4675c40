//! Which operations are in effect: an undo takes one back, a redo takes the undo back.

use std::collections::HashMap;

use crate::domain::Id;
use crate::error::Result;
use crate::store::audit::Entry;
use crate::store::{Column, Database, Flow};

/// The operations that were taken back, each with what did it.
pub struct Effects {
    reverts: HashMap<i64, i64>,
}

impl Effects {
    /// As the log says now.
    pub fn read(database: &dyn Database) -> Result<Self> {
        let mut reverts = HashMap::new();
        let sql = "SELECT reverts_id, id FROM operations WHERE reverts_id IS NOT NULL";
        database.stream(sql, &[], &mut |row| {
            reverts.insert(row.cell(0)?.integer(), row.cell(1)?.integer());
            Ok(Flow::Continue(()))
        })?;
        Ok(Self { reverts })
    }

    /// Whether what an operation did was not taken back, or was done again.
    pub fn has(&self, operation: Id<Entry>) -> bool {
        self.chain(operation).count().is_multiple_of(2)
    }

    /// What an undo of the operation has to revert: itself, or its last redo.
    pub fn tip(&self, operation: Id<Entry>) -> Id<Entry> {
        self.chain(operation).last().unwrap_or(operation)
    }

    /// The undo of an operation, the redo of that, and so on.
    fn chain(&self, operation: Id<Entry>) -> impl Iterator<Item = Id<Entry>> {
        let next = |id: &i64| self.reverts.get(id).copied();
        let first = next(&operation.raw());
        std::iter::successors(first, move |id| next(id)).map(Id::from)
    }
}

/// The operation that an entry of the log began with: of a redo, what it does again.
pub fn root(database: &dyn Database, entry: Entry) -> Result<Entry> {
    let mut root = entry;
    while let Some(reverted) = root.reverts {
        let rows = database.query(
            "SELECT o.* FROM operations o WHERE o.id = $1",
            &[reverted.to_value()],
        )?;
        let Some(row) = rows.first() else { break };
        root = Entry::from_row(row)?;
    }
    Ok(root)
}
