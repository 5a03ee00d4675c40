//! Kinds of operation with their results, as the office edits them.

use crate::domain::Id;
use crate::domain::task::{TaskKind, TaskResult, WholeKind};
use crate::error::Result;
use crate::store::{Column, Transaction};

impl Transaction<'_> {
    /// Saves a kind that was read as `base` and edited into `mine`. A result that some task has
    /// ended with does not go: it is no longer offered.
    ///
    /// # Errors
    /// [`Error::Conflict`](crate::error::Error::Conflict) where somebody has saved one of its rows
    /// since `base` was read.
    pub fn save_kind(&mut self, base: &WholeKind, mine: &WholeKind) -> Result<()> {
        if base.kind != mine.kind || mine.kind.version == 0 {
            self.save(&mine.kind)?;
        }
        let is_kept = |old: &TaskResult| mine.results.iter().any(|one| one.id == old.id);
        for gone in base.results.iter().filter(|old| !is_kept(old)) {
            self.drop_result(gone)?;
        }
        for result in mine
            .results
            .iter()
            .filter(|one| !base.results.contains(one))
        {
            self.save(result)?;
        }
        self.save_reminders(&base.reminders, &mine.reminders)
    }

    /// Takes a kind out: it goes with its results and reminders where nothing is of it, else it is
    /// no longer offered.
    ///
    /// # Errors
    /// [`Error::Conflict`](crate::error::Error::Conflict) where somebody has saved one of its rows
    /// since it was read.
    pub fn drop_kind(&mut self, kind: &TaskKind) -> Result<()> {
        if self.is_kind_named(kind.id)? {
            let kind = TaskKind {
                is_offered: false,
                ..kind.clone()
            };
            return self.save(&kind).map(drop);
        }
        let catalog = self.read().catalog()?;
        for result in catalog.task_results {
            if result.kind == kind.id {
                self.delete(&result)?;
            } else if result.next_kind == Some(kind.id) {
                self.save(&TaskResult {
                    next_kind: None,
                    ..result
                })?;
            }
        }
        let reminders = self.read().default_reminders()?;
        for reminder in reminders.iter().filter(|one| one.kind == Some(kind.id)) {
            self.delete(reminder)?;
        }
        self.delete(kind)
    }

    fn drop_result(&mut self, result: &TaskResult) -> Result<()> {
        if self.is_result_named(result.id)? {
            let result = TaskResult {
                is_offered: false,
                ..result.clone()
            };
            return self.save(&result).map(drop);
        }
        let reminders = self.read().default_reminders()?;
        for reminder in reminders.iter().filter(|one| one.result == Some(result.id)) {
            self.delete(reminder)?;
        }
        self.delete(result)
    }

    /// Whether anything is of the kind: tasks of whatever client, deleted ones too since they may
    /// come back, and steps of templates.
    fn is_kind_named(&self, kind: Id<TaskKind>) -> Result<bool> {
        let found = self.read().database.query(
            "SELECT t.id FROM tasks t WHERE t.kind_id = $1
              UNION ALL
             SELECT s.id FROM template_steps s WHERE s.kind_id = $1 AND s.deleted_by IS NULL
              LIMIT 1",
            &[kind.to_value()],
        )?;
        Ok(!found.is_empty())
    }

    /// Whether a task has ended with the result, or waits for it to remind somebody.
    fn is_result_named(&self, result: Id<TaskResult>) -> Result<bool> {
        let found = self.read().database.query(
            "SELECT t.id FROM tasks t WHERE t.result_id = $1
              UNION ALL
             SELECT r.task_id AS id FROM reminders r
              WHERE r.result_id = $1 AND r.task_id IS NOT NULL AND r.deleted_by IS NULL
              LIMIT 1",
            &[result.to_value()],
        )?;
        Ok(!found.is_empty())
    }
}
