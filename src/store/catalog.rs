//! Reading what cards name and the office has decided.

use crate::domain::catalog::{self, Catalog};
use crate::domain::client::Kind;
use crate::domain::completeness::Items;
use crate::error::Result;
use crate::store::{Column, Reader};

impl Reader<'_> {
    /// Dictionaries, fields, groups, colleagues, views and policies.
    pub fn catalog(self) -> Result<Catalog> {
        let mut read = Catalog {
            employees: self.employees()?,
            groups: self.ask(
                "SELECT g.* FROM groups g WHERE g.deleted_by IS NULL ORDER BY g.name, g.id",
                &[],
            )?,
            terms: self.ask(
                "SELECT t.* FROM terms t WHERE t.deleted_by IS NULL
                  ORDER BY t.dictionary, t.field_id, t.position, t.name, t.id",
                &[],
            )?,
            retired_terms: self.ask(
                "SELECT t.* FROM terms t WHERE t.deleted_by IS NOT NULL ORDER BY t.id",
                &[],
            )?,
            fields: self.ask(
                "SELECT f.* FROM custom_fields f WHERE f.deleted_by IS NULL
                  ORDER BY f.kind, f.position, f.name, f.id",
                &[],
            )?,
            link_kinds: self.ask(
                "SELECT k.* FROM link_kinds k WHERE k.deleted_by IS NULL ORDER BY k.name, k.id",
                &[],
            )?,
            task_kinds: self.ask(
                "SELECT k.* FROM task_kinds k WHERE k.deleted_by IS NULL
                  ORDER BY k.position, k.name, k.id",
                &[],
            )?,
            task_results: self.ask(
                "SELECT r.* FROM task_results r WHERE r.deleted_by IS NULL
                  ORDER BY r.kind_id, r.position, r.name, r.id",
                &[],
            )?,
            calendar: self.work_calendar()?,
            views: self.ask(
                "SELECT w.* FROM saved_views w
                  WHERE w.deleted_by IS NULL AND (w.owner_id IS NULL OR w.owner_id = $1)
                  ORDER BY w.name, w.id",
                &[self.who.to_value()],
            )?,
            mappings: self.mappings()?,
            ..Catalog::default()
        };
        for kind in Kind::ALL {
            let decided = self.policy(catalog::required_policy(kind))?;
            let bits = decided.and_then(|policy| policy.value.parse().ok());
            if let Some(bits) = bits {
                read.required[kind as usize] = Items::from_bits(bits);
            }
        }
        let months = self.policy(catalog::STALE_MONTHS)?;
        if let Some(months) = months.and_then(|policy| policy.value.parse().ok()) {
            read.stale_months = months;
        }
        Ok(read)
    }
}
