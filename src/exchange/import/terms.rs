//! The entries of dictionaries that rows name; missing ones are made in the same operation.

use std::collections::HashMap;

use super::base::Base;
use super::entry::{Custom, Entry};
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{CustomField, Id, Term};
use crate::error::Result;

/// Where an entry stands: a dictionary, and whose options it holds.
type Place = (Dictionary, Option<Id<CustomField>>);

/// The entries known so far.
pub(super) struct Terms {
    known: HashMap<(Place, String), Id<Term>>,
    /// Where the next entry of a dictionary goes.
    next: HashMap<Place, i64>,
}

impl Terms {
    /// These entries; of two of one name the first.
    pub fn of(terms: &[Term]) -> Self {
        let mut all = Self {
            known: HashMap::new(),
            next: HashMap::new(),
        };
        for term in terms {
            let place = (term.dictionary, term.field);
            let key = (place, fold(&term.name));
            all.known.entry(key).or_insert(term.id);
            let next = all.next.entry(place).or_default();
            *next = (*next).max(term.position + 1);
        }
        all
    }

    /// The segment, the source and the kind of counterparty that a row names.
    pub fn of_dictionaries(
        &mut self,
        entry: &Entry,
        base: &mut impl Base,
    ) -> Result<Vec<(Dictionary, Id<Term>)>> {
        let named = entry.terms.iter();
        named
            .map(|(dictionary, name)| {
                Ok((*dictionary, self.find((*dictionary, None), name, base)?))
            })
            .collect()
    }

    /// An option of a field.
    pub fn option(
        &mut self,
        field: Id<CustomField>,
        name: &str,
        base: &mut impl Base,
    ) -> Result<Id<Term>> {
        self.find((Dictionary::Option, Some(field)), name, base)
    }

    /// Whether every entry a row names is there already.
    pub fn know(&self, entry: &Entry) -> bool {
        let options = entry.custom.iter().all(|(field, said)| match said {
            Custom::Option(name) => self.known_option(*field, name).is_some(),
            Custom::Options(names) => {
                let mut names = names.iter();
                names.all(|name| self.known_option(*field, name).is_some())
            }
            Custom::Content(_) | Custom::Client(_) => true,
        });
        options && self.known_of_dictionaries(entry).len() == entry.terms.len()
    }

    /// What a row names of the dictionaries, as far as it is there.
    pub fn known_of_dictionaries(&self, entry: &Entry) -> Vec<(Dictionary, Id<Term>)> {
        let found = |(dictionary, name): &(Dictionary, String)| {
            let key = ((*dictionary, None), fold(name));
            Some((*dictionary, *self.known.get(&key)?))
        };
        entry.terms.iter().filter_map(found).collect()
    }

    /// An option of a field, if it is there.
    pub fn known_option(&self, field: Id<CustomField>, name: &str) -> Option<Id<Term>> {
        let key = ((Dictionary::Option, Some(field)), fold(name));
        self.known.get(&key).copied()
    }

    fn find(&mut self, place: Place, name: &str, base: &mut impl Base) -> Result<Id<Term>> {
        let key = (place, fold(name));
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        let next = self.next.entry(place).or_default();
        let term = Term {
            field: place.1,
            position: *next,
            ..Term::new(place.0, name)
        };
        *next += 1;
        base.add_term(&term)?;
        self.known.insert(key, term.id);
        Ok(term.id)
    }
}
