//! The rows of papers, and the questions about one of them.

mod kinds;
mod numbers;
mod register;
mod tasks;
mod verbs;
mod versions;

pub(in crate::store) use register::PAID;
pub use verbs::DiscardedPaper;

use crate::domain::paper::{
    ContractKind, Document, Obligation, PaperKind, PaperLine, PaperTemplate, PaperVersion,
};
use crate::domain::{Client, Id, Paper};
use crate::error::{Error, Result};
use crate::store::record::record;
use crate::store::{Column, Reader, Record};

record! {
    ContractKind: plain "contract_kinds" [] {
        name: "name",
        mask: "mask",
        is_support: "is_support",
        position: "position",
    }
}

record! {
    PaperTemplate: plain "paper_templates" [] {
        kind: "kind",
        contract_kind: "contract_kind_id",
        title: "title",
        name: "name",
        size: "size",
        digest: "digest",
        delimiters: "delimiters",
        missing: "missing",
        keeps_macros: "keeps_macros",
        position: "position",
    }
}

record! {
    Paper: plain "papers" ["client_id", "contact_id"] {
        kind: "kind",
        contract_kind: "contract_kind_id",
        number: "number",
        dated_on: "dated_on",
        subject: "subject",
        company: "company_id",
        client: "client_id",
        contact: "contact_id",
        basis: "basis_id",
        project: "project_id",
        state: "state",
        city: "city",
        signatory: "signatory",
        signatory_position: "signatory_position",
        signatory_basis: "signatory_basis",
        signatory_phrase: "signatory_phrase",
        own_signatory: "own_signatory",
        own_position: "own_position",
        own_basis: "own_basis",
        own_phrase: "own_phrase",
        currency: "currency",
        mode: "mode",
        rounding: "rounding",
        price_list: "price_list_id",
        total: "total",
        tax: "tax",
        terms: "terms",
        note: "note",
        due_on: "due_on",
        renewal_days: "renewal_days",
        manager: "manager_id",
        controller: "controller_id",
        task: "task_id",
    }
}

record! {
    PaperLine: plain "paper_lines" [] {
        paper: "paper_id",
        product: "product_id",
        name: "name",
        unit: "unit",
        quantity: "quantity",
        price: "price",
        tax_class: "tax_class",
        tax_rate: "tax_rate",
        position: "position",
    }
}

record! {
    Obligation: plain "obligations" [] {
        paper: "paper_id",
        text: "text",
        due_on: "due_on",
        penalty: "penalty",
        is_ours: "is_ours",
        task: "task_id",
        position: "position",
    }
}

record! {
    PaperVersion: plain "paper_versions" ["client_id"] {
        client: "client_id",
        paper: "paper_id",
        ordinal: "ordinal",
        name: "name",
        size: "size",
        digest: "digest",
        text: "text",
        made_at: "made_at",
        author: "author_id",
    }
}

impl Reader<'_> {
    /// The templates of papers of a kind, in their order.
    pub fn paper_templates(self, kind: PaperKind) -> Result<Vec<PaperTemplate>> {
        self.ask(
            "SELECT t.* FROM paper_templates t WHERE t.kind = $1 AND t.deleted_by IS NULL
              ORDER BY t.position, t.title, t.id",
            &[kind.to_value()],
        )
    }

    /// A template of papers.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none.
    pub fn paper_template(self, id: Id<PaperTemplate>) -> Result<PaperTemplate> {
        let found = self.ask(
            "SELECT t.* FROM paper_templates t WHERE t.id = $1 AND t.deleted_by IS NULL",
            &[id.to_value()],
        )?;
        let missing = Error::Missing(PaperTemplate::TABLE.name);
        found.into_iter().next().ok_or(missing)
    }

    /// A paper whose client may be seen.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none, or it may not be seen.
    pub fn paper(self, id: Id<Paper>) -> Result<Paper> {
        let found = self.ask(
            "SELECT p.* FROM papers p JOIN visible v ON v.client_id = p.client_id
              WHERE v.employee_id = $1 AND p.id = $2 AND p.deleted_by IS NULL",
            &[self.who.to_value(), id.to_value()],
        )?;
        found
            .into_iter()
            .next()
            .ok_or(Error::Missing(Paper::TABLE.name))
    }

    /// A paper whose client may be seen, with its lines and obligations.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none, or it may not be seen.
    pub fn document(self, id: Id<Paper>) -> Result<Document> {
        Ok(Document {
            paper: self.paper(id)?,
            lines: self.paper_lines(id)?,
            obligations: self.ask(
                "SELECT o.* FROM obligations o JOIN papers p ON p.id = o.paper_id
                   JOIN visible v ON v.client_id = p.client_id
                  WHERE v.employee_id = $1 AND p.id = $2 AND p.deleted_by IS NULL
                    AND o.deleted_by IS NULL ORDER BY o.position, o.id",
                &[self.who.to_value(), id.to_value()],
            )?,
        })
    }

    /// The lines of a paper, in their order; none where it may not be seen.
    pub fn paper_lines(self, id: Id<Paper>) -> Result<Vec<PaperLine>> {
        self.ask(
            "SELECT l.* FROM paper_lines l JOIN papers p ON p.id = l.paper_id
               JOIN visible v ON v.client_id = p.client_id
              WHERE v.employee_id = $1 AND p.id = $2 AND p.deleted_by IS NULL
                AND l.deleted_by IS NULL ORDER BY l.position, l.id",
            &[self.who.to_value(), id.to_value()],
        )
    }

    /// The papers of a visible client, the newest first.
    pub fn papers_of(self, client: Id<Client>) -> Result<Vec<Paper>> {
        self.ask(
            "SELECT p.* FROM papers p JOIN visible v ON v.client_id = p.client_id
              WHERE v.employee_id = $1 AND p.client_id = $2 AND p.deleted_by IS NULL
              ORDER BY p.dated_on DESC, p.id DESC",
            &[self.who.to_value(), client.to_value()],
        )
    }

    /// The papers that were made from one, in that order.
    pub fn made_from(self, id: Id<Paper>) -> Result<Vec<Paper>> {
        self.ask(
            "SELECT p.* FROM papers p JOIN visible v ON v.client_id = p.client_id
              WHERE v.employee_id = $1 AND p.basis_id = $2 AND p.deleted_by IS NULL
              ORDER BY p.dated_on, p.id",
            &[self.who.to_value(), id.to_value()],
        )
    }

    /// The lines of acts and waybills that hold and were made from a paper: what of it is
    /// delivered already.
    pub fn delivered_from(self, id: Id<Paper>) -> Result<Vec<PaperLine>> {
        self.ask(
            "SELECT l.* FROM papers p JOIN visible v ON v.client_id = p.client_id
               JOIN paper_lines l ON l.paper_id = p.id AND l.deleted_by IS NULL
              WHERE v.employee_id = $1 AND p.basis_id = $2 AND p.deleted_by IS NULL
                AND p.kind IN ('act', 'waybill') AND p.state = 'issued'
              ORDER BY p.id, l.position, l.id",
            &[self.who.to_value(), id.to_value()],
        )
    }
}
