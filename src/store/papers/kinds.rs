//! The kinds of contract.

use crate::domain::paper::ContractKind;
use crate::error::Result;
use crate::store::{Column, Reader, Transaction};

impl Reader<'_> {
    /// The kinds of contract, in their order.
    pub fn contract_kinds(self) -> Result<Vec<ContractKind>> {
        self.ask(
            "SELECT k.* FROM contract_kinds k WHERE k.deleted_by IS NULL
              ORDER BY k.position, k.name, k.id",
            &[],
        )
    }
}

impl Transaction<'_> {
    /// Takes a kind of contract out of the list, unless a paper or a template is of it, whoever may
    /// see that: nobody could tell what it is then. Returns whether it is gone.
    pub fn drop_contract_kind(&mut self, kind: &ContractKind) -> Result<bool> {
        let id = kind.id.to_value();
        let reader = self.read();
        let papers = reader.database.query(
            "SELECT p.id FROM papers p WHERE p.contract_kind_id = $1 LIMIT 1",
            std::slice::from_ref(&id),
        )?;
        let templates = reader.database.query(
            "SELECT t.id FROM paper_templates t
              WHERE t.contract_kind_id = $1 AND t.deleted_by IS NULL LIMIT 1",
            &[id],
        )?;
        let is_unused = papers.is_empty() && templates.is_empty();
        if is_unused {
            self.delete(kind)?;
        }
        Ok(is_unused)
    }
}
