//! Templates, and the files that were made from them.

use chrono::{DateTime, Utc};

use crate::domain::paper::{ContractKind, PaperKind};
use crate::domain::text::fold;
use crate::domain::{Attachment, Client, Employee, Id, Paper};

/// A file made from a template for a paper; never changed, a new one stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperVersion {
    /// Which file.
    pub id: Id<PaperVersion>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// For whom it was made.
    pub client: Id<Client>,
    /// Of which paper.
    pub paper: Id<Paper>,
    /// Which one it is of that paper, counted from 1.
    pub ordinal: i64,
    /// The name of the file.
    pub name: String,
    /// How long it is, in bytes.
    pub size: i64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// What stands in it, folded, for search.
    pub text: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Who made it.
    pub author: Option<Id<Employee>>,
}

impl PaperVersion {
    /// A file just made of a paper, not yet saved: its client and its place among the others come
    /// with the saving. `text` is what stands in it.
    pub fn new(
        paper: Id<Paper>,
        name: &str,
        (digest, size): (String, i64),
        text: &str,
        made_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client: Id::from(0),
            paper,
            ordinal: 0,
            name: name.to_owned(),
            size,
            digest,
            text: fold(text),
            made_at,
            author: None,
        }
    }

    /// The file itself, for reading what is in it.
    pub fn file(&self) -> Attachment {
        Attachment::loose(&self.name, &self.digest, self.size)
    }
}

/// A template of the office: a document of Word with fields in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperTemplate {
    /// Which template.
    pub id: Id<PaperTemplate>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Papers of which kind it makes.
    pub kind: PaperKind,
    /// Contracts of which kind; `None` for all.
    pub contract_kind: Option<Id<ContractKind>>,
    /// What it is called.
    pub title: String,
    /// The name of the file.
    pub name: String,
    /// How long it is, in bytes.
    pub size: i64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// What stands around a field, opening and closing, between them a blank: `{{ }}`.
    pub delimiters: String,
    /// What becomes of a field that nobody knows: `error`, `blank`, `keep`.
    pub missing: String,
    /// Whether somebody has agreed that its macros are kept; without that one with macros is
    /// refused.
    pub keeps_macros: bool,
    /// Its place among the others, counted from 0; the first is the usual one.
    pub position: i64,
}

impl PaperTemplate {
    /// A template of a kind with fields in double braces, not yet saved; its content is kept
    /// already.
    pub fn new(kind: PaperKind, name: &str, digest: String, size: i64) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            kind,
            contract_kind: None,
            title: name.trim_end_matches(".docx").to_owned(),
            name: name.to_owned(),
            size,
            digest,
            delimiters: "{{ }}".to_owned(),
            missing: "error".to_owned(),
            keeps_macros: false,
            position: 0,
        }
    }

    /// The file itself, for reading what is in it.
    pub fn file(&self) -> Attachment {
        Attachment::loose(&self.name, &self.digest, self.size)
    }
}
