//! Files on a card.

mod name;

use chrono::{DateTime, Utc};

use crate::domain::{Client, Id};

pub use name::{FileKind, clean_name, is_risky};

/// The longest file that can be attached, in bytes: 50 MiB.
pub const LIMIT: u64 = 50 << 20;

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

impl Attachment {
    /// A file that stands on no card, as far as it takes to read what is in it.
    pub fn loose(name: &str, digest: &str, size: i64) -> Self {
        let nobody = Id::from(0);
        let at = DateTime::UNIX_EPOCH;
        Self::new(nobody, name, digest.to_owned(), size, at)
    }

    /// A file on the card of `client`, not yet saved; its content is kept already.
    pub fn new(
        client: Id<Client>,
        name: &str,
        digest: String,
        size: i64,
        added_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            name: name.to_owned(),
            size,
            digest,
            added_at,
        }
    }
}
