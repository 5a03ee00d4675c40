//! What colleagues tell each other about a client: notes, the team, consents.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::profile::named;
use crate::domain::{Client, Employee, Id};

/// A note on a card; a pinned one is a key point and stands on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which note.
    pub id: Id<Note>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// On whose card.
    pub client: Id<Client>,
    /// Who wrote it; `None` for what came from elsewhere.
    pub author: Option<Id<Employee>>,
    /// When.
    pub written_at: DateTime<Utc>,
    /// What it says.
    pub text: String,
    /// Whether it is a key point.
    pub is_pinned: bool,
}

/// That an employee works for a client beside the responsible one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamMember {
    /// Which membership.
    pub id: Id<TeamMember>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// For whom.
    pub client: Id<Client>,
    /// Who.
    pub employee: Id<Employee>,
    /// As what: service, support, accounting.
    pub role: String,
}

named! {
    /// What a consent is about.
    ConsentSubject {
        /// Mailings.
        Mailing = "mailing",
        /// Keeping personal data (152-FZ, GDPR).
        PersonalData = "personal-data",
    }
}

/// That a client agreed, or refused; the latest word on a subject counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Which word.
    pub id: Id<Consent>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// What it is about.
    pub subject: ConsentSubject,
    /// Whether it was given; else refused or taken back.
    pub is_given: bool,
    /// When.
    pub decided_on: NaiveDate,
    /// On what ground: a signed form, a letter, a contract.
    pub ground: String,
}
