//! Undo of any operation, not only of the last.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::{Choices, Direction, Entry, Outcome, Undone, Workspace};
use crate::domain::{Id, Operation};
use crate::error::{Error, Result};
use crate::store::Transaction;
use crate::store::devices::Device;
use crate::store::transaction::revert;

impl Workspace {
    /// Takes an operation back, however long ago it was done: what was done since is kept. Where
    /// later work stands on the same, `choices` decides; nothing is done while one is open. Merges
    /// of cards that the operation made are taken back before it.
    ///
    /// # Errors
    /// [`Error::NothingToUndo`] where it is taken back already or may not be; [`Error::Conflict`]
    /// where a client is concerned that may not be seen.
    pub fn undo_entry(
        &mut self,
        id: Id<Entry>,
        choices: &Choices,
    ) -> Result<Outcome<Undone<Operation>>> {
        self.database.check_place()?;
        let root = revert::root(&*self.database, self.read().entry(id)?)?;
        let me = self.read().me()?;
        let is_mine = root.who == me.id || me.sees_all;
        if !is_mine || root.is_beginning() {
            return Err(Error::NothingToUndo);
        }
        let effects = revert::Effects::read(&*self.database)?;
        if !effects.has(root.id) {
            return Err(Error::NothingToUndo);
        }
        let mut all = self.read().merges_upon(root.id)?;
        all.retain(|entry| effects.has(entry.id));
        all.push(root.clone());
        let device = self.device.as_ref().map(Device::use_number);
        let reverts = all.iter().map(|entry| {
            let mut revert = entry.revert(Direction::Undo, self.who);
            revert.reverts = Some(effects.tip(entry.id));
            revert.device = device.unwrap_or(revert.device);
            revert
        });
        let reverts: Vec<Entry> = reverts.collect();
        let mut tx = Transaction::begin(&*self.database, &reverts[0])?;
        let mut open = Vec::new();
        for (entry, revert) in all.iter().zip(&reverts) {
            if revert.id != reverts[0].id {
                tx.go_on_as(revert)?;
            }
            open.extend(tx.take_back(entry, choices)?);
        }
        if !me.sees_all {
            self.read().check_conflicts(&open)?;
        }
        if !open.is_empty() {
            return Ok(Outcome {
                value: Undone::Disputed(open),
                changed: BTreeSet::new(),
                entry: None,
            });
        }
        let changed = tx.commit(true)?;
        Ok(Outcome {
            value: Undone::Done(root.operation),
            changed,
            entry: reverts.last().map(|revert| revert.id),
        })
    }
}
