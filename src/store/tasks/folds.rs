//! Which branches of the tree an employee has folded.

use std::collections::HashSet;

use crate::domain::{Employee, Id, Task};
use crate::error::Result;
use crate::store::notices::check_writable;
use crate::store::{Column, Database, Reader, Row, tasks};

impl Reader<'_> {
    /// Those of the tasks whose branch the signed-in employee has folded.
    pub fn folded(self, ids: &[Id<Task>]) -> Result<HashSet<Id<Task>>> {
        let rows = self.database.query(
            "SELECT f.task_id FROM json_each($1) j
               JOIN folded_branches f ON f.task_id = j.value AND f.employee_id = $2",
            &[tasks::list(ids), self.who.to_value()],
        )?;
        let folded = rows.iter().map(|row: &Row| row.get("task_id"));
        folded.collect()
    }
}

/// Folds the branch of a task for an employee, or unfolds it; outside the log.
///
/// # Errors
/// [`crate::error::Error::ReadOnly`] where the file is for reading alone.
pub(crate) fn fold(
    database: &dyn Database,
    who: Id<Employee>,
    task: Id<Task>,
    is_folded: bool,
) -> Result<()> {
    check_writable(database)?;
    let sql = match is_folded {
        true => {
            "INSERT INTO folded_branches (employee_id, task_id) VALUES ($1, $2)
             ON CONFLICT DO NOTHING"
        }
        false => "DELETE FROM folded_branches WHERE employee_id = $1 AND task_id = $2",
    };
    database.execute(sql, &[who.to_value(), task.to_value()])?;
    Ok(())
}
