//! Whom each letter goes to, and what it is filled with.

use std::collections::{HashMap, HashSet};

use super::Writer;
use crate::documents::Surroundings;
use crate::domain::client::Kind;
use crate::domain::mailing::main_person;
use crate::domain::note::Consent;
use crate::domain::paper::{Document, PaperKind};
use crate::domain::{Card, Client, Id, Paper};
use crate::error::Result;

/// A client of the list with the cards its letter needs.
pub struct Addressee {
    /// The card of the list.
    pub client: Id<Client>,
    /// The organisation, or a person that works for none that may be seen.
    pub whole: Card,
    /// The person of that organisation.
    pub person: Option<Card>,
    /// What either has said of mailings.
    pub consents: Vec<Vec<Consent>>,
}

impl Addressee {
    /// The card of the one who reads the letter.
    pub fn reader(&self) -> &Card {
        self.person.as_ref().unwrap_or(&self.whole)
    }
}

impl Writer<'_> {
    /// Those of the clients that may be seen, in that order. Meant for a page of them.
    pub(super) fn addressees(&self, clients: &[Id<Client>]) -> Result<Vec<Addressee>> {
        let cards = self.reader.cards(clients)?;
        let of_kind = |kind: Kind| cards.iter().filter(move |card| card.client.kind == kind);
        let employers = of_kind(Kind::Person).filter_map(|card| card.client.employer);
        let mut others: HashSet<_> = employers.collect();
        let organizations: Vec<_> = of_kind(Kind::Organization)
            .map(|card| card.client.id)
            .collect();
        let main = self.main_people(&organizations)?;
        others.extend(main.values().copied());
        let others: Vec<_> = others.into_iter().collect();
        let read = self.reader.cards(&others)?.into_iter();
        let others: HashMap<_, _> = read.map(|card| (card.client.id, card)).collect();
        let mut found: Vec<_> = cards
            .into_iter()
            .map(|card| addressed(card, &main, &others))
            .collect();
        self.add_consents(&mut found)?;
        Ok(found)
    }

    fn main_people(&self, organizations: &[Id<Client>]) -> Result<HashMap<Id<Client>, Id<Client>>> {
        let mut staff: HashMap<_, Vec<Client>> = HashMap::new();
        for person in self.reader.staff_of(organizations)? {
            if let Some(employer) = person.employer {
                staff.entry(employer).or_default().push(person);
            }
        }
        let main = staff.iter().filter_map(|(employer, staff)| {
            let person = main_person(staff)?;
            Some((*employer, person.id))
        });
        Ok(main.collect())
    }

    fn add_consents(&self, found: &mut [Addressee]) -> Result<()> {
        let heard = |one: &Addressee| {
            let person = one.person.as_ref().map(|card| card.client.id);
            [Some(one.client), person].into_iter().flatten()
        };
        let mut ids: Vec<_> = found.iter().flat_map(heard).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut words: HashMap<_, Vec<Consent>> = HashMap::new();
        for word in self.reader.rows_on_cards::<Consent>(&ids)? {
            words.entry(word.client).or_default().push(word);
        }
        for one in found {
            let heard = heard(one).filter_map(|id| words.get(&id).cloned());
            one.consents = heard.collect();
        }
        Ok(())
    }

    /// What the letter is filled with.
    pub(super) fn surroundings(&self, one: &Addressee) -> Surroundings {
        let mut paper = Paper::new(PaperKind::Letter, one.whole.client.id, self.mailing.today);
        paper.subject.clone_from(&self.mailing.subject);
        paper.note.clone_from(&self.mailing.text);
        let owner = one.reader().client.owner.or(one.whole.client.owner);
        let manager = self
            .office
            .employees
            .iter()
            .find(|known| Some(known.id) == owner);
        Surroundings {
            document: Document::new(paper),
            client: one.whole.clone(),
            contact: one.person.clone(),
            company: self.office.company.clone(),
            manager: manager.cloned(),
            bases: Vec::new(),
            pictures: self.office.pictures.clone(),
            products: Vec::new(),
            contract_kind: String::new(),
            corrections: self.office.corrections.clone(),
            today: self.mailing.today,
        }
    }
}

/// A person is written to at its organisation, an organisation through its main person.
fn addressed(
    card: Card,
    main: &HashMap<Id<Client>, Id<Client>>,
    others: &HashMap<Id<Client>, Card>,
) -> Addressee {
    let client = card.client.id;
    let other = match card.client.kind {
        Kind::Person => card.client.employer,
        Kind::Organization => main.get(&client).copied(),
    };
    let other = other.and_then(|id| others.get(&id)).cloned();
    let (whole, person) = match (card.client.kind, other) {
        (Kind::Person, Some(employer)) => (employer, Some(card)),
        (_, person) => (card, person),
    };
    Addressee {
        client,
        whole,
        person,
        consents: Vec::new(),
    }
}
