//! Conditions that other tables answer: their ids are read once, then held against each line.
//!
//! A subquery in the statement itself would be looked through for every line, which for a million
//! lines takes longer than all the rest.

use std::mem;

use super::{Compiler, NEVER};
use crate::store::{Flow, Value};

/// So few ids are named in the statement, which then reads their lines alone.
const FEW: usize = 1000;

impl Compiler<'_> {
    /// Who is in the answer of a question, which is compiled with values of its own.
    pub(super) fn among(
        &mut self,
        question: impl FnOnce(&mut Self) -> Result<String, ()>,
    ) -> Result<String, ()> {
        let outer = mem::take(self.parameters);
        let sql = question(self);
        let own = mem::replace(self.parameters, outer);
        let ids = self.ids(&sql?, &own);
        if ids.is_empty() {
            return Ok(NEVER.to_owned());
        }
        if self.is_required && ids.len() <= FEW {
            let places = self.places(ids.into_iter().map(Value::Integer));
            return Ok(format!("v.client_id IN ({places})"));
        }
        let bytes = ids.iter().flat_map(|id| id.to_le_bytes()).collect();
        let place = self.place(Value::Bytes(bytes));
        Ok(format!("AMONG({place}, v.client_id)"))
    }

    /// The ids of an answer; none where it cannot be read, which the end of the work tells.
    fn ids(&mut self, sql: &str, parameters: &[Value]) -> Vec<i64> {
        let mut ids = Vec::new();
        let read = self.reader.database.stream(sql, parameters, &mut |row| {
            ids.push(row.cell(0)?.integer());
            Ok(Flow::Continue(()))
        });
        if let Err(error) = read {
            self.failed.get_or_insert(error);
        }
        ids
    }
}
