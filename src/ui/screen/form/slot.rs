//! Fields whose typed text stands for something else: an entry of a dictionary, a day, a number,
//! another card. The text stays as it was typed; what it means is put on the card at once.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::typed::Typed;
use crate::domain::client::Kind;
use crate::domain::custom_field::{Content, Shape};
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{Catalog, Client, Currency, CustomField, Id, Money, Term, day};
use crate::i18n::Locale;

/// The names of the cards that a card names, as far as they may be seen.
pub type Names = HashMap<Id<Client>, String>;

/// A field whose typed text stands for something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// Segment of the market.
    Segment,
    /// How it came to us.
    Source,
    /// Kind of counterparty.
    Category,
    /// Who recommended us.
    RecommendedBy,
    /// When the next step is due.
    NextStepOn,
    /// When it was last checked.
    CheckedOn,
    /// A field the user has made.
    Custom(Id<CustomField>),
}

impl Slot {
    const OF_EVERY_CARD: [Self; 6] = [
        Self::Category,
        Self::Segment,
        Self::Source,
        Self::RecommendedBy,
        Self::NextStepOn,
        Self::CheckedOn,
    ];

    /// The slots of a card, in the order of the form.
    pub fn of(client: &Client, catalog: &Catalog) -> Vec<Self> {
        let custom = catalog
            .fields_of(client)
            .map(|field| Self::Custom(field.id));
        Self::OF_EVERY_CARD.into_iter().chain(custom).collect()
    }

    /// The name by which its field is focused.
    pub fn name(self) -> String {
        match self {
            Self::Segment => "segment".to_owned(),
            Self::Source => "source".to_owned(),
            Self::Category => "category".to_owned(),
            Self::RecommendedBy => "recommended by".to_owned(),
            Self::NextStepOn => "next step on".to_owned(),
            Self::CheckedOn => "checked on".to_owned(),
            Self::Custom(id) => format!("custom {}", id.raw()),
        }
    }

    /// What it holds.
    pub fn shape(self, catalog: &Catalog) -> Shape {
        match self {
            Self::Segment | Self::Source | Self::Category => Shape::List,
            Self::RecommendedBy => Shape::Link,
            Self::NextStepOn | Self::CheckedOn => Shape::Date,
            Self::Custom(id) => catalog.field(id).map_or(Shape::Text, |field| field.shape),
        }
    }

    /// A new entry for its dictionary, at the end of those there are.
    pub fn new_term(self, name: &str, catalog: &Catalog) -> Term {
        let term = match self {
            Self::Source => Term::new(Dictionary::Source, name),
            Self::Category => Term::new(Dictionary::Category, name),
            Self::Custom(field) => Term::option(field, name),
            _ => Term::new(Dictionary::Segment, name),
        };
        let last = self.terms(catalog).iter().map(|term| term.position).max();
        Term {
            position: last.map_or(0, |last| last + 1),
            ..term
        }
    }

    /// The entries of its dictionary.
    pub fn terms(self, catalog: &Catalog) -> Vec<&Term> {
        match self {
            Self::Segment => catalog.terms(Dictionary::Segment).collect(),
            Self::Source => catalog.terms(Dictionary::Source).collect(),
            Self::Category => catalog.terms(Dictionary::Category).collect(),
            Self::Custom(field) => catalog.options(field).collect(),
            _ => Vec::new(),
        }
    }

    /// What `text` means in it.
    fn read(self, text: &str, catalog: &Catalog, today: NaiveDate) -> Option<Content> {
        match self {
            Self::NextStepOn => day::read_coming(text, today).map(Content::Date),
            _ => Content::read(self.shape(catalog), text, today),
        }
    }
}

/// What is written where a card says `content`.
pub fn written(content: &Content, locale: &Locale, catalog: &Catalog, names: &Names) -> String {
    match content {
        Content::Text(text) => text.clone(),
        Content::Number(millionths) => locale.decimal(*millionths),
        Content::Money(kopecks) => {
            let money = locale.money(Money::new(*kopecks, Currency::Rub));
            money.replace(Currency::Rub.sign(), "").trim().to_owned()
        }
        Content::Date(date) => locale.date(*date),
        Content::YesNo(true) => locale.text("form-yes"),
        Content::YesNo(false) => locale.text("form-no"),
        Content::Choice(term) | Content::Tag(term) => catalog.term(Some(*term)).to_owned(),
        Content::Link(client) => names.get(client).cloned().unwrap_or_default(),
    }
}

impl Typed {
    /// Writes into the slots what the card says.
    pub fn write_slots(&mut self, locale: &Locale, catalog: &Catalog, names: &Names) {
        let kind: Kind = self.card.client.kind;
        // Those of another kind of counterparty too: it may be chosen later.
        let custom = catalog.fields(kind).map(|field| Slot::Custom(field.id));
        for slot in Slot::OF_EVERY_CARD.into_iter().chain(custom) {
            if slot.shape(catalog) == Shape::MultiList {
                continue;
            }
            let said = self.content(slot);
            let text = said.map(|content| written(&content, locale, catalog, names));
            self.slots.extend(text.map(|text| (slot, text)));
        }
    }

    /// The text in a slot.
    pub fn slot(&self, slot: Slot) -> &str {
        self.slots.get(&slot).map_or("", String::as_str)
    }

    /// What the card says in a slot; the first where that may be several.
    pub fn content(&self, slot: Slot) -> Option<Content> {
        let client = &self.card.client;
        match slot {
            Slot::Segment => client.segment.map(Content::Choice),
            Slot::Source => client.source.map(Content::Choice),
            Slot::Category => client.category.map(Content::Choice),
            Slot::RecommendedBy => client.recommended_by.map(Content::Link),
            Slot::NextStepOn => client.next_step_on.map(Content::Date),
            Slot::CheckedOn => client.checked_on.map(Content::Date),
            Slot::Custom(field) => self.card.contents(field).next().cloned(),
        }
    }

    /// Puts what is meant on the card.
    pub fn set_content(&mut self, slot: Slot, content: Option<Content>) {
        let client = &mut self.card.client;
        let term = match content {
            Some(Content::Choice(term)) => Some(term),
            _ => None,
        };
        let date = match content {
            Some(Content::Date(date)) => Some(date),
            _ => None,
        };
        match (slot, content) {
            (Slot::Segment, _) => client.segment = term,
            (Slot::Source, _) => client.source = term,
            (Slot::Category, _) => client.category = term,
            (Slot::RecommendedBy, Some(Content::Link(id))) => client.recommended_by = Some(id),
            (Slot::RecommendedBy, _) => client.recommended_by = None,
            (Slot::NextStepOn, _) => client.next_step_on = date,
            (Slot::CheckedOn, _) => client.checked_on = date,
            (Slot::Custom(field), content) => {
                self.card.set_contents(field, content.into_iter().collect());
            }
        }
    }

    /// Takes over what was typed into a slot, and puts what it means on the card.
    pub fn type_into(&mut self, slot: Slot, text: String, catalog: &Catalog, today: NaiveDate) {
        match slot.shape(catalog) {
            Shape::List => {
                let term = self.term_called(slot, &text, catalog);
                self.set_content(slot, term.map(Content::Choice));
            }
            // Nothing is meant before it is taken.
            Shape::MultiList => {}
            _ => self.set_content(slot, slot.read(&text, catalog, today)),
        }
        self.slots.insert(slot, text);
    }

    /// The entry of that name: a known one, else one that is to be made.
    fn term_called(&mut self, slot: Slot, text: &str, catalog: &Catalog) -> Option<Id<Term>> {
        let (name, folded) = (text.trim(), fold(text));
        if name.is_empty() {
            return None;
        }
        let known = slot.terms(catalog);
        if let Some(term) = known.into_iter().find(|term| fold(&term.name) == folded) {
            return Some(term.id);
        }
        let mut made = self.new_terms.iter_mut();
        let made = made.find(|(of, term)| match slot.shape(catalog) {
            // One is being typed: letter by letter it is the same.
            Shape::List => *of == slot,
            _ => *of == slot && fold(&term.name) == folded,
        });
        if let Some((_, term)) = made {
            name.clone_into(&mut term.name);
            return Some(term.id);
        }
        let term = slot.new_term(name, catalog);
        let id = term.id;
        self.new_terms.push((slot, term));
        Some(id)
    }

    /// Whether a slot says an entry that is yet to be made.
    pub fn is_new_term(&self, slot: Slot) -> bool {
        let said = self.content(slot);
        let mut made = self.new_terms.iter();
        made.any(|(of, term)| *of == slot && said == Some(Content::Choice(term.id)))
    }

    /// The entries of a list of several that the card says.
    pub fn tags(&self, field: Id<CustomField>) -> Vec<Id<Term>> {
        let contents = self.card.contents(field);
        let tags = contents.filter_map(|content| match content {
            Content::Tag(term) => Some(*term),
            _ => None,
        });
        tags.collect()
    }

    /// Puts an entry of a list of several on the card, or takes it off.
    pub fn toggle_tag(&mut self, field: Id<CustomField>, term: Id<Term>) {
        let mut tags = self.tags(field);
        match tags.iter().position(|known| *known == term) {
            Some(at) => drop(tags.remove(at)),
            None => tags.push(term),
        }
        let tags = tags.into_iter().map(Content::Tag).collect();
        self.card.set_contents(field, tags);
    }

    /// Puts what is typed into a list of several on the card.
    pub fn take_tag(&mut self, field: Id<CustomField>, catalog: &Catalog) {
        let slot = Slot::Custom(field);
        let text = self.slots.remove(&slot).unwrap_or_default();
        let Some(term) = self.term_called(slot, &text, catalog) else {
            return;
        };
        if !self.tags(field).contains(&term) {
            self.toggle_tag(field, term);
        }
    }

    /// Nothing that was typed is lost: what still stands in lists of several is taken too.
    pub fn take_tags(&mut self, catalog: &Catalog) {
        for slot in Slot::of(&self.card.client, catalog) {
            if let (Slot::Custom(field), Shape::MultiList) = (slot, slot.shape(catalog)) {
                self.take_tag(field, catalog);
            }
        }
    }

    /// The name of an entry, known or to be made.
    pub fn term_name<'a>(&'a self, id: Id<Term>, catalog: &'a Catalog) -> &'a str {
        let mut made = self.new_terms.iter();
        match made.find(|(_, term)| term.id == id) {
            Some((_, term)) => &term.name,
            None => catalog.term(Some(id)),
        }
    }

    /// Whether a slot holds a text that means nothing.
    pub fn is_unread(&self, slot: Slot, catalog: &Catalog) -> bool {
        slot.shape(catalog) != Shape::MultiList
            && !self.slot(slot).trim().is_empty()
            && self.content(slot).is_none()
    }

    /// The entries that are to be made, and that the card says.
    pub fn terms_to_make(&self) -> Vec<Term> {
        let client = &self.card.client;
        let own = [client.segment, client.source, client.category];
        let is_said = |id: Id<Term>| {
            own.contains(&Some(id))
                || self.card.values.iter().any(|value| {
                    value.content == Content::Choice(id) || value.content == Content::Tag(id)
                })
        };
        let made = self.new_terms.iter().map(|(_, term)| term);
        made.filter(|term| is_said(term.id)).cloned().collect()
    }
}
