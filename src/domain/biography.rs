//! The life of a person: documents, places of work, events.

#[cfg(test)]
mod tests;

use chrono::{Days, Months, NaiveDate};

use crate::domain::profile::named;
use crate::domain::requisites::{self, compact};
use crate::domain::{Birthday, Client, DocumentDoubt, Doubt, Id};

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

    /// Whether nothing is said of it.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.series, &self.number, &self.issued_by];
        texts.iter().all(|text| text.trim().is_empty())
            && self.issued_on.is_none()
            && self.expires_on.is_none()
    }

    /// What is doubtful about the series: that of a Russian passport has 4 digits, that of a Russian
    /// travel passport 2.
    pub fn series_doubt(&self) -> Option<Doubt> {
        let expected = match self.kind {
            DocumentKind::Passport => 4,
            DocumentKind::TravelPassport => 2,
            _ => return None,
        };
        let doubt = |digits| DocumentDoubt::Series { expected, digits };
        length_doubt(&self.series, expected, doubt)
    }

    /// What is doubtful about the number: that of a Russian passport has 6 digits, that of a Russian
    /// travel passport 7.
    pub fn number_doubt(&self) -> Option<Doubt> {
        let expected = match self.kind {
            DocumentKind::Passport => 6,
            DocumentKind::TravelPassport => 7,
            _ => return None,
        };
        let doubt = |digits| DocumentDoubt::Number { expected, digits };
        length_doubt(&self.number, expected, doubt)
    }

    /// What is doubtful about the day of issue; `born` is the birthday of the person.
    pub fn issue_doubt(&self, born: Option<Birthday>, today: NaiveDate) -> Option<Doubt> {
        let issued_on = self.issued_on?;
        if issued_on > today {
            return Some(DocumentDoubt::Ahead.into());
        }
        let born_on = born.and_then(Birthday::date)?;
        if issued_on < born_on {
            return Some(DocumentDoubt::BeforeBirth.into());
        }
        self.outgrown(issued_on, born_on, today)
    }

    /// A Russian passport is exchanged at the ages of 20 and 45, within 90 days (Decree of the
    /// Government of the Russian Federation 2267 of 23.12.2023).
    fn outgrown(&self, issued_on: NaiveDate, born: NaiveDate, today: NaiveDate) -> Option<Doubt> {
        if self.kind != DocumentKind::Passport {
            return None;
        }
        let is_outgrown = |years: u32| {
            let reached = born.checked_add_months(Months::new(12 * years));
            reached.is_some_and(|day| {
                let last = day.checked_add_days(Days::new(EXCHANGE)).unwrap_or(day);
                issued_on < day && last < today
            })
        };
        let years = [45, 20].into_iter().find(|years| is_outgrown(*years))?;
        Some(DocumentDoubt::Outgrown { years }.into())
    }

    /// What is doubtful about the last day it is valid.
    pub fn expiry_doubt(&self, today: NaiveDate) -> Option<Doubt> {
        let expires_on = self.expires_on?;
        if self
            .issued_on
            .is_some_and(|issued_on| expires_on < issued_on)
        {
            return Some(DocumentDoubt::EndsFirst.into());
        }
        (expires_on < today).then_some(DocumentDoubt::Expired.into())
    }
}

/// How many days one has to exchange a passport.
const EXCHANGE: u64 = 90;

fn length_doubt(
    text: &str,
    expected: usize,
    doubt: impl Fn(usize) -> DocumentDoubt,
) -> Option<Doubt> {
    // People write 40 02 № 123456.
    let number = compact(&text.replace(['№', '.'], ""));
    match requisites::digits(&number) {
        Err(doubt) => Some(doubt),
        Ok(digits) if digits.is_empty() || digits.len() == expected => None,
        Ok(digits) => Some(doubt(digits.len()).into()),
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

    /// Position and department of a person in an organisation: those of the card where it names
    /// that organisation, else those of the place held there beside, of `jobs`, that has not ended
    /// on `today`.
    pub fn held_at<'a>(
        person: &'a Client,
        organization: Id<Client>,
        jobs: &'a [Self],
        today: NaiveDate,
    ) -> (&'a str, &'a str) {
        if person.employer == Some(organization) {
            return (person.position.trim(), person.department.trim());
        }
        let lasts = |job: &&Self| job.until.is_none_or(|until| until > today);
        let here = |job: &&Self| job.client == person.id && job.employer == Some(organization);
        let held = jobs.iter().rfind(|job| here(job) && lasts(job));
        held.map_or(("", ""), |job| (job.position.trim(), job.department.trim()))
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

    /// Whether it has ended by `today`: who leaves today is gone.
    pub fn is_past(&self, today: NaiveDate) -> bool {
        self.until.is_some_and(|until| until <= today)
    }

    /// Whether nothing is said of it.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.employer_name, &self.department, &self.position];
        self.employer.is_none() && texts.iter().all(|text| text.trim().is_empty())
    }

    /// What is doubtful about its days.
    pub fn doubt(&self) -> Option<Doubt> {
        let is_reversed = self.since.zip(self.until).is_some_and(|(a, b)| b < a);
        is_reversed.then_some(Doubt::JobEndsFirst)
    }
}

/// Where a person works and worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The place, with what the card of the person says where it is the main one.
    pub job: Job,
    /// Whether it is the one that the card of the person names.
    pub is_main: bool,
}

/// All places of work of a person: the main one first, then those that last, then those of the past,
/// the latest first. The main one has a row of its own only where its days are known.
pub fn career(person: &Client, jobs: &[Job], today: NaiveDate) -> Vec<Place> {
    let mut rest = jobs.to_vec();
    let has_main = person.employer.is_some() || !person.position.trim().is_empty();
    let main = has_main.then(|| {
        let is_same = |job: &Job| {
            job.employer.is_some() && job.employer == person.employer && !job.is_past(today)
        };
        let row = rest.iter().position(is_same).map(|at| rest.remove(at));
        Place {
            job: Job {
                employer: person.employer,
                department: person.department.clone(),
                position: person.position.clone(),
                ..row.unwrap_or_else(|| Job::new(person.id))
            },
            is_main: true,
        }
    });
    rest.sort_by_key(|job| {
        let newest = |day: Option<NaiveDate>| std::cmp::Reverse(day);
        (
            job.is_past(today),
            newest(job.until),
            newest(job.since),
            job.id,
        )
    });
    let rest = rest.into_iter().map(|job| Place {
        job,
        is_main: false,
    });
    main.into_iter().chain(rest).collect()
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

impl LifeEvent {
    /// An event, not yet saved.
    pub fn new(client: Id<Client>, kind: EventKind, happened_on: Birthday) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            kind,
            happened_on,
            note: String::new(),
            reminds: false,
        }
    }

    /// When its day comes next, from `today` on; `None` where nobody wants to be reminded. The
    /// 29th of February is remembered on the 28th in years that have none.
    pub fn next(&self, today: NaiveDate) -> Option<NaiveDate> {
        let day = self.happened_on;
        if let Some(date) = day.date().filter(|date| *date > today) {
            return Some(date);
        }
        self.reminds.then(|| day.next(today)).flatten()
    }
}
