//! What the cast have to do with each other: departments, links, parts in decisions, documents,
//! careers and events.

use chrono::NaiveDate;

use crate::domain::biography::{DocumentKind, EventKind};
use crate::domain::link::LinkKind;
use crate::domain::profile::PoliticalRole;
use crate::domain::{
    Birthday, Card, Client, Department, Id, IdentityDocument, Job, LifeEvent, Link,
};
use crate::error::Result;
use crate::workspace::Transaction;

use PoliticalRole::{Adviser, DecisionMaker, Gatekeeper, Payer, Supporter};

/// The organisations of the cast, by their place in it.
const ROMASHKA: usize = 0;
const TEPLOMASH: usize = 2;
const ARTAMON: usize = 4;
const TOR: usize = 9;
const AGAT: usize = 10;
const ALUMIKA: usize = 13;
const ARISTOTEL: usize = 15;

/// The persons of the cast, by their place in it.
const ANTONOV: usize = 0;
const POLONSKY: usize = 1;
const SHAH: usize = 2;
const KIM: usize = 3;
const ANTONOVA: usize = 4;
const POLONSKAYA: usize = 5;

/// The departments of «Ромашка»: name, and the one it stands in.
const DEPARTMENTS: [(&str, Option<usize>); 6] = [
    ("Дирекция", None),
    ("Коммерческий отдел", None),
    ("Оптовые продажи", Some(1)),
    ("Розница", Some(1)),
    ("Бухгалтерия", None),
    ("Склад", None),
];

/// The part and the influence of each of the first persons, and the department it stands in.
const PARTS: [(PoliticalRole, i64, Option<usize>); 6] = [
    (DecisionMaker, 5, Some(0)),
    (Supporter, 4, Some(1)),
    (Payer, 3, Some(4)),
    (Adviser, 3, None),
    (Gatekeeper, 2, None),
    (Supporter, 2, None),
];

/// The departments of «Ромашка», as they are written.
pub struct Lives {
    departments: Vec<Department>,
}

impl Lives {
    /// Makes the departments; none where there is no organisation.
    pub fn begin(tx: &mut Transaction<'_>, organizations: &[Id<Client>]) -> Result<Self> {
        let mut departments: Vec<Department> = Vec::new();
        if let Some(romashka) = organizations.get(ROMASHKA) {
            for ((name, parent), position) in DEPARTMENTS.into_iter().zip(0..) {
                let mut department = Department::new(*romashka, name);
                department.parent = parent.map(|parent| departments[parent].id);
                department.position = position;
                tx.save(&department)?;
                departments.push(department);
            }
        }
        Ok(Self { departments })
    }

    /// Gives the person at `at` of the cast its part in decisions and its department.
    pub fn place(&self, at: usize, card: &mut Card) {
        let Some((role, influence, department)) = PARTS.get(at) else {
            return;
        };
        card.client.political_role = Some(*role);
        card.client.influence = Some(*influence);
        if let Some(department) = department.and_then(|at| self.departments.get(at)) {
            card.client.department_id = Some(department.id);
            card.client.department.clone_from(&department.name);
        }
    }

    /// Writes what the cast have to do with each other, as far as they are there.
    pub fn write(
        tx: &mut Transaction<'_>,
        organizations: &[Id<Client>],
        persons: &[Id<Client>],
    ) -> Result<()> {
        let firm = |at: usize| organizations.get(at).copied();
        let person = |at: usize| persons.get(at).copied();
        let links = [
            (person(POLONSKY), LinkKind::ReportsTo, person(ANTONOV)),
            (person(SHAH), LinkKind::ReportsTo, person(ANTONOV)),
            (person(POLONSKY), LinkKind::WorksWith, person(SHAH)),
            (person(SHAH), LinkKind::Influences, person(ANTONOV)),
            (person(KIM), LinkKind::Influences, person(ANTONOV)),
            (person(POLONSKAYA), LinkKind::Influences, person(POLONSKY)),
            (person(ANTONOV), LinkKind::Related, person(ANTONOVA)),
            (person(POLONSKY), LinkKind::Related, person(POLONSKAYA)),
            (person(ANTONOV), LinkKind::Friends, person(KIM)),
            (person(KIM), LinkKind::Advises, firm(ROMASHKA)),
            (person(ANTONOV), LinkKind::Owns, firm(ROMASHKA)),
            (firm(ROMASHKA), LinkKind::Includes, firm(AGAT)),
            (firm(ROMASHKA), LinkKind::Competes, firm(TEPLOMASH)),
            (firm(ROMASHKA), LinkKind::Competes, firm(ARTAMON)),
            (firm(ALUMIKA), LinkKind::Supplies, firm(ROMASHKA)),
        ];
        for (from, kind, to) in links {
            let Some((from, to)) = from.zip(to) else {
                continue;
            };
            let mut link = Link::new(from, kind, to);
            link.is_supplied = Some(to) == firm(ARTAMON);
            if Some(from) == person(KIM) && kind == LinkKind::Advises {
                link.note = "Оборудование для склада".into();
            }
            tx.save(&link)?;
        }
        match person(ANTONOV) {
            Some(antonov) => life_of_antonov(tx, antonov, firm(ARISTOTEL), firm(TOR)),
            None => Ok(()),
        }
    }
}

fn life_of_antonov(
    tx: &mut Transaction<'_>,
    antonov: Id<Client>,
    school: Option<Id<Client>>,
    plant: Option<Id<Client>>,
) -> Result<()> {
    let passport = |kind, series: &str, number: &str, by: &str, on: &str| IdentityDocument {
        series: series.into(),
        number: number.into(),
        issued_by: by.into(),
        issued_on: day(on),
        ..IdentityDocument::new(antonov, kind)
    };
    let police = "ТП № 58 Адмиралтейского района Санкт-Петербурга";
    tx.save(&passport(
        DocumentKind::Passport,
        "4013",
        "728164",
        police,
        "2013-04-02",
    ))?;
    let mut abroad = passport(
        DocumentKind::TravelPassport,
        "72",
        "4518209",
        "ФМС 78003",
        "2014-09-18",
    );
    abroad.expires_on = day("2024-09-18");
    tx.save(&abroad)?;

    career_of_antonov(tx, antonov, school, plant)?;
    events_of_antonov(tx, antonov)
}

fn career_of_antonov(
    tx: &mut Transaction<'_>,
    antonov: Id<Client>,
    school: Option<Id<Client>>,
    plant: Option<Id<Client>>,
) -> Result<()> {
    let job = |employer, name: &str, position: &str, since: &str, until: &str| Job {
        employer,
        employer_name: name.into(),
        position: position.into(),
        since: day(since),
        until: day(until),
        ..Job::new(antonov)
    };
    let teaches = job(school, "", "Преподаватель", "2015-09-01", "");
    let served = job(plant, "", "Главный инженер", "1999-02-01", "2010-01-10");
    let began = job(
        None,
        "Ленинградский оптико-механический завод",
        "Инженер",
        "1990-08-01",
        "1999-01-29",
    );
    for job in [teaches, served, began] {
        tx.save(&job)?;
    }
    Ok(())
}

fn events_of_antonov(tx: &mut Transaction<'_>, antonov: Id<Client>) -> Result<()> {
    for (kind, date, note, reminds) in [
        (
            EventKind::Marriage,
            "1994-06-18",
            "Супруга Юлия Михайловна",
            true,
        ),
        (EventKind::Birth, "--12-05", "Сын Михаил", true),
        (EventKind::University, "1990-06-28", "ЛЭТИ", false),
        (EventKind::Car, "2024-05-11", "", false),
    ] {
        let Ok(happened_on) = date.parse::<Birthday>() else {
            continue;
        };
        tx.save(&LifeEvent {
            note: note.into(),
            reminds,
            ..LifeEvent::new(antonov, kind, happened_on)
        })?;
    }
    Ok(())
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}
