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

impl Note {
    /// A note that `author` writes now, not yet saved.
    pub fn new(client: Id<Client>, author: Id<Employee>, text: impl Into<String>) -> Self {
        let id = Id::generate();
        Self {
            written_at: id.created_at(),
            id,
            version: 0,
            client,
            author: Some(author),
            text: text.into(),
            is_pinned: false,
        }
    }
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

impl TeamMember {
    /// `employee` in the team of `client`, not yet saved.
    pub fn new(client: Id<Client>, employee: Id<Employee>, role: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            employee,
            role: role.into(),
        }
    }
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

impl Consent {
    /// A word of `client` on `subject`, not yet saved.
    pub fn new(
        client: Id<Client>,
        subject: ConsentSubject,
        is_given: bool,
        decided_on: NaiveDate,
    ) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            subject,
            is_given,
            decided_on,
            ground: String::new(),
        }
    }

    /// The word that counts on `subject`: the latest by its day, of the same day the one entered
    /// last.
    pub fn current(words: &[Self], subject: ConsentSubject) -> Option<&Self> {
        let words = words.iter().filter(|word| word.subject == subject);
        words.max_by_key(|word| (word.decided_on, word.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_word_on_a_subject_counts() {
        let client = Id::generate();
        let word = |subject, is_given, day| {
            let day = NaiveDate::from_ymd_opt(2026, 6, day).unwrap();
            Consent::new(client, subject, is_given, day)
        };
        let words = [
            word(ConsentSubject::Mailing, false, 20),
            word(ConsentSubject::Mailing, true, 3),
            word(ConsentSubject::PersonalData, true, 28),
            word(ConsentSubject::PersonalData, false, 28),
        ];
        let current = |subject| Consent::current(&words, subject).map(|word| word.is_given);
        assert_eq!(current(ConsentSubject::Mailing), Some(false));
        assert_eq!(current(ConsentSubject::PersonalData), Some(false));
        assert!(Consent::current(&[], ConsentSubject::Mailing).is_none());
    }
}
