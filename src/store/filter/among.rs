//! Conditions that other tables answer: their ids are read once, then held against each piece.

use std::mem;

use super::{Compiler, Question};
use crate::store::{Flow, Value};

impl Compiler<'_> {
    /// Who is in the answer of a statement, which is written with values of its own.
    pub(super) fn among(
        &mut self,
        statement: impl FnOnce(&mut Self) -> Result<String, ()>,
    ) -> Result<Question, ()> {
        let outer = mem::take(&mut self.parameters);
        let sql = statement(self);
        let own = mem::replace(&mut self.parameters, outer);
        let mut ids = self.ids(&sql?, &own);
        ids.sort_unstable();
        ids.dedup();
        Ok(Question::Among(ids))
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
