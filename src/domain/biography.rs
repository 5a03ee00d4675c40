//! The life of a person: documents, places of work, events.

use chrono::NaiveDate;

use crate::domain::profile::named;
use crate::domain::{Birthday, Client, Id};

named! {
    /// What an identity document is.
    DocumentKind {
        /// The passport of one's own country.
        Passport = "passport",
        /// A passport for travel.
        TravelPassport = "travel-passport",
        /// A driving licence.
        DrivingLicence = "driving-licence",
        /// A certificate of birth.
        BirthCertificate = "birth-certificate",
        /// A military identity card.
        MilitaryCard = "military-card",
        /// A permit of residence.
        ResidencePermit = "residence-permit",
        /// Another document.
        Other = "other",
    }
}

/// An identity document of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityDocument {
    /// Which document.
    pub id: Id<IdentityDocument>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// What it is.
    pub kind: DocumentKind,
    /// Series, as written.
    pub series: String,
    /// Number, as written.
    pub number: String,
    /// Who issued it.
    pub issued_by: String,
    /// When it was issued.
    pub issued_on: Option<NaiveDate>,
    /// The last day it is valid.
    pub expires_on: Option<NaiveDate>,
}

impl IdentityDocument {
    /// An empty document, not yet saved.
    pub fn new(client: Id<Client>, kind: DocumentKind) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            kind,
            series: String::new(),
            number: String::new(),
            issued_by: String::new(),
            issued_on: None,
            expires_on: None,
        }
    }
}

/// A place of work beside the main one, or before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Which place.
    pub id: Id<Job>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// The organisation, where it has a card.
    pub employer: Option<Id<Client>>,
    /// The name of an organisation that has none.
    pub employer_name: String,
    /// The department.
    pub department: String,
    /// The position.
    pub position: String,
    /// The first day.
    pub since: Option<NaiveDate>,
    /// The last day; `None` while it lasts.
    pub until: Option<NaiveDate>,
}

impl Job {
    /// A place with nothing said of it, not yet saved.
    pub fn new(client: Id<Client>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            employer: None,
            employer_name: String::new(),
            department: String::new(),
            position: String::new(),
            since: None,
            until: None,
        }
    }

    /// The place a person has left whose card was `before` and is to be `after`: changing the main
    /// employer keeps the old one as a part of the career. When it began is not known.
    pub fn left(before: &Client, after: &Client, today: NaiveDate) -> Option<Self> {
        let employer = before.employer?;
        if after.employer == Some(employer) {
            return None;
        }
        Some(Self {
            employer: Some(employer),
            department: before.department.clone(),
            position: before.position.clone(),
            until: Some(today),
            ..Self::new(before.id)
        })
    }
}

named! {
    /// What happened in a life.
    EventKind {
        /// A driving licence.
        Licence = "licence",
        /// The end of a university.
        University = "university",
        /// A new job.
        NewJob = "new-job",
        /// A feast of the family.
        FamilyFeast = "family-feast",
        /// A house or a flat.
        House = "house",
        /// A car.
        Car = "car",
        /// A wedding.
        Marriage = "marriage",
        /// The birth of a child.
        Birth = "birth",
        /// A divorce.
        Divorce = "divorce",
        /// The loss of a job.
        Dismissal = "dismissal",
        /// The end of working life.
        Retirement = "retirement",
        /// Something else.
        Other = "other",
    }
}

/// An event in the life of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LifeEvent {
    /// Which event.
    pub id: Id<LifeEvent>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// What happened.
    pub kind: EventKind,
    /// The day; the year may be unknown.
    pub happened_on: Birthday,
    /// A word on it.
    pub note: String,
    /// Whether its day is remembered every year.
    pub reminds: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_changes_the_employer_keeps_the_old_place() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut before = Client::person("Антонов", "Юрий", "Михайлович");
        before.position = "Директор".into();
        before.department = "Дирекция".into();
        let mut after = before.clone();
        after.employer = Some(Id::generate());
        assert_eq!(Job::left(&before, &after, today), None, "the first place");

        before.employer = Some(Id::generate());
        let job = Job::left(&before, &after, today).unwrap();
        assert_eq!(job.employer, before.employer);
        assert_eq!((&*job.position, &*job.department), ("Директор", "Дирекция"));
        assert_eq!((job.since, job.until), (None, Some(today)));

        after.employer = None;
        assert!(Job::left(&before, &after, today).is_some(), "dismissed");
        after.employer = before.employer;
        after.position = "Президент".into();
        assert_eq!(Job::left(&before, &after, today), None, "risen");
    }
}
