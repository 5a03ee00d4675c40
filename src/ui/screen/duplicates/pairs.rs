//! Pairs of cards with their names, and both cards of one pair.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::domain::duplicate::{Picks, Suspicion, join, said};
use crate::domain::listing::Listing;
use crate::domain::{Card, Client, Datum, Field, Id, Operation, Progress};
use crate::error::{Error, Result};
use crate::workspace::{Reader, Workspace};

/// Two cards that look alike, with what a list shows of them.
#[derive(Debug, Clone)]
pub struct Pair {
    /// How alike they are, and why.
    pub suspicion: Suspicion,
    /// The older card.
    pub one: Listing,
    /// The newer card.
    pub other: Listing,
}

impl Pair {
    /// Both cards, the one that survives first: the older.
    pub fn ids(&self) -> [Id<Client>; 2] {
        [self.suspicion.one, self.suspicion.other]
    }
}

/// Pairs of the whole base, or those with a card that the last import has made.
pub fn search(reader: Reader<'_>, is_of_import: bool, progress: &Progress) -> Result<Vec<Pair>> {
    let mut found = reader.duplicates(progress)?;
    if is_of_import {
        let made = reader.made_by_last_import()?;
        found.retain(|pair| made.contains(&pair.one) || made.contains(&pair.other));
    }
    named(reader, found)
}

/// Those of known pairs whose cards are both there still and were not told apart.
pub fn still(reader: Reader<'_>, known: Vec<Pair>) -> Result<Vec<Pair>> {
    let apart = reader.told_apart()?;
    let found = known.into_iter().map(|pair| pair.suspicion);
    let found = found.filter(|pair| !apart.contains(&(pair.one, pair.other)));
    named(reader, found.collect())
}

fn named(reader: Reader<'_>, found: Vec<Suspicion>) -> Result<Vec<Pair>> {
    let ids: HashSet<_> = found
        .iter()
        .flat_map(|pair| [pair.one, pair.other])
        .collect();
    let ids: Vec<_> = ids.into_iter().collect();
    let lines = reader.listings(&ids)?.into_iter();
    let lines: HashMap<_, _> = lines.map(|line| (line.client.id, line)).collect();
    let pairs = found.into_iter().filter_map(|suspicion| {
        Some(Pair {
            one: lines.get(&suspicion.one)?.clone(),
            other: lines.get(&suspicion.other)?.clone(),
            suspicion,
        })
    });
    Ok(pairs.collect())
}

/// Merges pairs in one operation; a card that was in two of them is merged once.
pub fn accept(
    workspace: &mut Workspace,
    pairs: &[[Id<Client>; 2]],
) -> Result<BTreeSet<&'static str>> {
    let outcome = workspace.transact(Operation::MergeClients, |tx| {
        let mut gone = HashSet::new();
        for [one, other] in pairs {
            if gone.contains(one) || gone.contains(other) {
                continue;
            }
            let cards = [tx.read().card(*one)?, tx.read().card(*other)?];
            let joined = join(&cards, &Picks::new()).ok_or(Error::Missing("clients"))?;
            tx.merge_cards(&joined, &cards[0], &cards[1..])?;
            gone.insert(*other);
        }
        Ok(())
    })?;
    Ok(outcome.changed)
}

/// Both cards of a pair.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The cards, the older first.
    pub cards: [Card; 2],
    /// Names of clients that the cards name.
    pub names: HashMap<Id<Client>, String>,
}

impl Preview {
    /// Reads both cards.
    pub fn read(reader: Reader<'_>, [one, other]: [Id<Client>; 2]) -> Result<Self> {
        let cards = [reader.card(one)?, reader.card(other)?];
        let names = names(reader, &cards)?;
        Ok(Self { cards, names })
    }

    /// Whether it shows that pair.
    pub fn is_of(&self, pair: &Pair) -> bool {
        self.cards.each_ref().map(|card| card.client.id) == pair.ids()
    }

    /// What the cards say in their own fields, where one of them says something.
    pub fn fields(&self) -> Vec<(Field, [Datum; 2])> {
        let kind = self.cards[0].client.kind;
        let own = Field::of_kind(kind);
        let both = own.map(|field| {
            let data = self.cards.each_ref().map(|card| {
                let datum = said(card, field);
                with_name(datum, &self.names)
            });
            (field, data)
        });
        both.filter(|(_, data)| data.iter().any(Datum::is_said))
            .collect()
    }
}

/// Names of visible clients that cards name.
pub fn names(reader: Reader<'_>, cards: &[Card]) -> Result<HashMap<Id<Client>, String>> {
    let named = cards.iter().flat_map(|card| {
        let client = &card.client;
        [client.employer, client.recommended_by]
    });
    let mut ids: Vec<_> = named.flatten().collect();
    ids.sort();
    ids.dedup();
    let lines = reader.listings(&ids)?.into_iter();
    Ok(lines
        .map(|line| (line.client.id, line.client.title()))
        .collect())
}

/// The same with the name of the client it names.
pub fn with_name(datum: Datum, names: &HashMap<Id<Client>, String>) -> Datum {
    match datum {
        Datum::Client(id, _) => Datum::Client(id, names.get(&id).cloned().unwrap_or_default()),
        datum => datum,
    }
}
