//! Where the rows go: into a transaction, or into a draft beside the base.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::draft::{EXAMPLES, Example};
use super::entry::Entry;
use super::{Key, Options};
use crate::domain::client::{Kind, TextField};
use crate::domain::{Card, Catalog, Client, ForeignCard, Group, Id, LifeEvent, Term};
use crate::error::Result;
use crate::workspace::{Reader, Transaction};

/// What an import asks of the base, and what it does to it.
pub(super) trait Base {
    /// Leave to read what stood there before, and for a transaction also what it has written.
    fn reader(&self) -> Reader<'_>;
    /// The clients of `kind` that a key names.
    fn find(&self, kind: Kind, key: Key, value: &str) -> Result<Vec<Id<Client>>>;
    /// A card, with what the rows before have made of it.
    fn card(&self, id: Id<Client>) -> Result<Card>;
    /// Adds a new card.
    fn add(&mut self, card: &Card) -> Result<()>;
    /// Makes a known card another; `row` is the number of the row that says so.
    fn change(&mut self, row: u64, old: &Card, new: &Card) -> Result<()>;
    /// Adds a new group.
    fn add_group(&mut self, group: &Group) -> Result<()>;
    /// Adds a new entry to a dictionary.
    fn add_term(&mut self, term: &Term) -> Result<()>;
    /// Keeps a card of another program, as it is kept then.
    fn keep_foreign(&mut self, card: &ForeignCard) -> Result<ForeignCard>;
    /// Adds an event to the life of a person.
    fn add_event(&mut self, event: &LifeEvent) -> Result<()>;
    /// The register the rows belong to.
    fn kind(&self) -> Kind;

    /// The clients of the register that a key names.
    fn recognise(&self, key: Key, value: &str) -> Result<Vec<Id<Client>>> {
        self.find(self.kind(), key, value)
    }
}

/// The base itself.
pub(super) struct Writing<'a, 'tx> {
    pub tx: &'a mut Transaction<'tx>,
    pub kind: Kind,
}

impl Base for Writing<'_, '_> {
    fn reader(&self) -> Reader<'_> {
        self.tx.read()
    }

    fn find(&self, kind: Kind, key: Key, value: &str) -> Result<Vec<Id<Client>>> {
        self.tx.read().recognise(kind, key, value)
    }

    fn card(&self, id: Id<Client>) -> Result<Card> {
        self.tx.read().card(id)
    }

    fn add(&mut self, card: &Card) -> Result<()> {
        self.tx.add_card(card)
    }

    fn change(&mut self, _: u64, old: &Card, new: &Card) -> Result<()> {
        self.tx.change_card(old, new)
    }

    fn add_group(&mut self, group: &Group) -> Result<()> {
        self.tx.save(group).map(drop)
    }

    fn add_term(&mut self, term: &Term) -> Result<()> {
        self.tx.save(term).map(drop)
    }

    fn keep_foreign(&mut self, card: &ForeignCard) -> Result<ForeignCard> {
        let version = self.tx.save(card)?;
        Ok(ForeignCard {
            version,
            ..card.clone()
        })
    }

    fn add_event(&mut self, event: &LifeEvent) -> Result<()> {
        self.tx.save(event).map(drop)
    }

    fn kind(&self) -> Kind {
        self.kind
    }
}

/// A draft: the cards that rows would make or change, as far as another row asks for them.
pub(super) struct Trying<'a> {
    reader: Reader<'a>,
    kind: Kind,
    keeps: Keeps,
    /// The dictionaries, with what the rows so far would add.
    catalog: Catalog,
    /// Cards as the rows so far would leave them.
    cards: HashMap<Id<Client>, Card>,
    /// Whom the keys name that stand in several rows.
    named: HashMap<u64, Vec<Id<Client>>>,
    examples: Vec<Example>,
}

/// Which cards a draft remembers: those that a later row may ask for.
enum Keeps {
    /// None: every row is a client of its own.
    Nothing,
    /// Those with keys that several rows have.
    Repeated(Key, HashSet<u64>),
    /// All of them.
    All,
}

impl<'a> Trying<'a> {
    /// A draft beside the base; `repeated` are the keys that several rows have.
    pub fn new(reader: Reader<'a>, options: &Options, repeated: HashSet<u64>) -> Result<Self> {
        let keeps = match options.update_by {
            Some(key) => Keeps::Repeated(key, repeated),
            None => Keeps::Nothing,
        };
        Self::keeping(reader, options.mapping.kind, keeps)
    }

    /// A draft that remembers the cards of both registers.
    pub fn all(reader: Reader<'a>) -> Result<Self> {
        Self::keeping(reader, Kind::Person, Keeps::All)
    }

    fn keeping(reader: Reader<'a>, kind: Kind, keeps: Keeps) -> Result<Self> {
        Ok(Self {
            reader,
            kind,
            keeps,
            catalog: reader.catalog()?,
            cards: HashMap::new(),
            named: HashMap::new(),
            examples: Vec::new(),
        })
    }

    pub fn into_examples(self) -> Vec<Example> {
        self.examples
    }

    /// Keeps a card that another row will ask for.
    fn keep(&mut self, card: &Card) {
        let marks: Vec<u64> = match &self.keeps {
            Keeps::Nothing => return,
            Keeps::Repeated(..) if card.client.kind != self.kind => return,
            Keeps::Repeated(key, repeated) => {
                let marks = marks_of(card, &[*key]).into_iter();
                marks.filter(|mark| repeated.contains(mark)).collect()
            }
            Keeps::All => marks_of(card, &Key::ALL),
        };
        if marks.is_empty() {
            return;
        }
        for mark in marks {
            let named = self.named.entry(mark).or_default();
            if !named.contains(&card.client.id) {
                named.push(card.client.id);
            }
        }
        self.cards.insert(card.client.id, card.clone());
    }

    /// Whether it remembers cards of that register.
    fn remembers(&self, kind: Kind) -> bool {
        kind == self.kind || matches!(self.keeps, Keeps::All)
    }
}

impl Base for Trying<'_> {
    fn reader(&self) -> Reader<'_> {
        self.reader
    }

    fn find(&self, kind: Kind, key: Key, value: &str) -> Result<Vec<Id<Client>>> {
        let mut found = self.reader.recognise(kind, key, value)?;
        if self.remembers(kind)
            && let Some(named) = self.named.get(&mark(kind, key, value))
        {
            let new = named.iter().filter(|id| !found.contains(id));
            found.extend(new.copied().collect::<Vec<_>>());
        }
        Ok(found)
    }

    fn card(&self, id: Id<Client>) -> Result<Card> {
        match self.cards.get(&id) {
            Some(card) => Ok(card.clone()),
            None => self.reader.card(id),
        }
    }

    fn add(&mut self, card: &Card) -> Result<()> {
        self.keep(card);
        Ok(())
    }

    fn change(&mut self, row: u64, old: &Card, new: &Card) -> Result<()> {
        if self.examples.len() < EXAMPLES {
            let example = Example::of(row, old, new, &self.catalog);
            self.examples.push(example);
        }
        self.keep(new);
        Ok(())
    }

    fn add_group(&mut self, _: &Group) -> Result<()> {
        Ok(())
    }

    fn add_term(&mut self, term: &Term) -> Result<()> {
        self.catalog.terms.push(term.clone());
        Ok(())
    }

    fn keep_foreign(&mut self, card: &ForeignCard) -> Result<ForeignCard> {
        Ok(card.clone())
    }

    fn add_event(&mut self, _: &LifeEvent) -> Result<()> {
        Ok(())
    }

    fn kind(&self) -> Kind {
        self.kind
    }
}

/// The keys of a row, made short: those it is recognised by, else its name.
pub(super) fn marks(entry: &Entry, kind: Kind, key: Key) -> Vec<u64> {
    let keys = entry.keys(key);
    match keys.is_empty() {
        true => vec![mark(kind, Key::Name, &entry.title())],
        false => keys.iter().map(|value| mark(kind, key, value)).collect(),
    }
}

/// Those of the keys of a card, made short; its name among them.
fn marks_of(card: &Card, keys: &[Key]) -> Vec<u64> {
    let client = &card.client;
    let mark = |key, value: &str| mark(client.kind, key, value);
    let mut marks = vec![mark(Key::Name, &client.title())];
    for key in keys.iter().copied() {
        match key {
            Key::Name => {}
            Key::Inn => marks.push(mark(key, &key.normal(client.text(TextField::Inn)))),
            Key::ExternalId => marks.push(mark(key, &key.normal(&client.external_id))),
            Key::Email | Key::Phone => {
                let contacts = card.contacts.iter();
                let meant =
                    contacts.filter(|known| known.channel.is_phone() == (key == Key::Phone));
                marks.extend(meant.map(|known| mark(key, &key.normal(&known.value))));
            }
        }
    }
    marks
}

fn mark(kind: Kind, key: Key, value: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, key).hash(&mut hasher);
    match key {
        Key::Name => crate::domain::text::fold(value).hash(&mut hasher),
        _ => value.hash(&mut hasher),
    }
    hasher.finish()
}
