//! Files on a card.

use chrono::{DateTime, Utc};

use crate::domain::{Client, Id};

/// A file on a card. What is in it lies beside the file of the office, under its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Which attachment.
    pub id: Id<Attachment>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// On whose card.
    pub client: Id<Client>,
    /// The name of the file.
    pub name: String,
    /// How long it is, in bytes.
    pub size: i64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// When it was put there.
    pub added_at: DateTime<Utc>,
}
