//! How often cards name what an office may take out of its dictionaries.

use std::collections::HashMap;

use crate::domain::paper::ContractKind;
use crate::domain::task::{TaskKind, TaskResult};
use crate::domain::term::Dictionary;
use crate::domain::{CustomField, Id, OwnLinkKind, Policy, Term};
use crate::error::Result;
use crate::store::{Column, Reader, Transaction, Value};

/// How many cards, or links, name each.
pub type Uses<T> = HashMap<Id<T>, i64>;

impl Reader<'_> {
    /// How many visible clients say each entry of a dictionary; of the options, those of every
    /// custom field; of stages and reasons, how many visible tasks do; of groups, how many products.
    pub fn term_uses(self, dictionary: Dictionary) -> Result<Uses<Term>> {
        let column = match dictionary {
            Dictionary::Segment => "segment_id",
            Dictionary::Source => "source_id",
            Dictionary::Category => "category_id",
            Dictionary::DealStage => return self.task_uses("stage_id"),
            Dictionary::LossReason => return self.task_uses("reason_id"),
            Dictionary::ProductGroup => return self.group_uses(),
            Dictionary::Option => return self.option_uses(),
        };
        self.uses(
            &format!(
                "SELECT v.{column} AS id, COUNT(*) AS uses FROM visible v
                  WHERE v.employee_id = $1 AND v.{column} IS NOT NULL GROUP BY v.{column}"
            ),
            &[self.who.to_value()],
        )
    }

    /// How many visible tasks are of each kind.
    pub fn kind_uses(self) -> Result<Uses<TaskKind>> {
        self.task_uses("kind_id")
    }

    /// How many visible tasks have ended with each result.
    pub fn result_uses(self) -> Result<Uses<TaskResult>> {
        self.task_uses("result_id")
    }

    fn task_uses<T>(self, column: &str) -> Result<Uses<T>> {
        self.uses(
            &format!(
                "SELECT t.{column} AS id, COUNT(*) AS uses FROM visible_tasks t
                  WHERE t.viewer_id = $1 AND t.{column} IS NOT NULL GROUP BY t.{column}"
            ),
            &[self.who.to_value()],
        )
    }

    fn group_uses(self) -> Result<Uses<Term>> {
        self.uses(
            "SELECT p.group_id AS id, COUNT(*) AS uses FROM products p
              WHERE p.group_id IS NOT NULL AND p.deleted_by IS NULL GROUP BY p.group_id",
            &[],
        )
    }

    fn option_uses(self) -> Result<Uses<Term>> {
        self.uses(
            "SELECT f.number AS id, COUNT(*) AS uses FROM field_values f
               JOIN visible v ON v.client_id = f.client_id
              WHERE v.employee_id = $1 AND f.deleted_by IS NULL
                AND f.shape IN ('list', 'multi-list')
              GROUP BY f.number",
            &[self.who.to_value()],
        )
    }

    /// How many visible clients say something in each custom field.
    pub fn field_uses(self) -> Result<Uses<CustomField>> {
        self.uses(
            "SELECT f.field_id AS id, COUNT(DISTINCT f.client_id) AS uses FROM field_values f
               JOIN visible v ON v.client_id = f.client_id
              WHERE v.employee_id = $1 AND f.deleted_by IS NULL
              GROUP BY f.field_id",
            &[self.who.to_value()],
        )
    }

    /// How many papers of visible clients, and how many templates, are of each kind of contract.
    pub fn contract_kind_uses(self) -> Result<Uses<ContractKind>> {
        self.uses(
            "SELECT u.id, COUNT(*) AS uses FROM (
                 SELECT p.contract_kind_id AS id FROM papers p
                   JOIN visible v ON v.client_id = p.client_id
                  WHERE v.employee_id = $1 AND p.deleted_by IS NULL
                 UNION ALL
                 SELECT t.contract_kind_id AS id FROM paper_templates t WHERE t.deleted_by IS NULL
             ) u WHERE u.id IS NOT NULL GROUP BY u.id",
            &[self.who.to_value()],
        )
    }

    /// How many links are of each kind the office has made, also between clients that may not be
    /// seen and those in the bin: a kind they name must not go.
    pub fn link_kind_uses(self) -> Result<Uses<OwnLinkKind>> {
        self.uses(
            "SELECT l.own_kind_id AS id, COUNT(*) AS uses FROM links l
              WHERE l.deleted_by IS NULL AND l.own_kind_id IS NOT NULL GROUP BY l.own_kind_id",
            &[],
        )
    }

    fn uses<T>(self, sql: &str, parameters: &[Value]) -> Result<Uses<T>> {
        let rows = self.database.query(sql, parameters)?;
        rows.iter()
            .map(|row| Ok((row.get("id")?, row.get("uses")?)))
            .collect()
    }
}

impl Transaction<'_> {
    /// Makes a decision for the whole office, or another one under the same name.
    pub fn decide(&mut self, name: &str, value: impl Into<String>) -> Result<()> {
        let value = value.into();
        let policy = match self.read().policy(name)? {
            Some(policy) => Policy { value, ..policy },
            None => Policy {
                id: Id::generate(),
                version: 0,
                name: name.to_owned(),
                value,
            },
        };
        self.save(&policy).map(drop)
    }
}
