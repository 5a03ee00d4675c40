//! Several cards made into one, value by value.

use std::collections::HashMap;

use crate::domain::client::TextField;
use crate::domain::custom_field::Content;
use crate::domain::{Card, Client, CustomField, Datum, Field, Id};

/// Where a value of the joined card comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// From the card at that place.
    Card(usize),
    /// From all of them, one after the other: a long text.
    All,
}

/// What was chosen; where nothing was, the first card that has a value gives it.
pub type Picks = HashMap<Field, Pick>;

/// A value in which cards differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which value.
    pub field: Field,
    /// Where it comes from unless told otherwise.
    pub usual: Pick,
    /// Whether it may come from all cards.
    pub allows_all: bool,
}

/// The values in which cards differ; the first card survives.
pub fn differences(cards: &[Card]) -> Vec<Difference> {
    let fields = fields(cards).into_iter();
    fields
        .filter_map(|field| difference(cards, field))
        .collect()
}

/// What a card says in a field of its own row, or in a custom one.
pub fn said(card: &Card, field: Field) -> Datum {
    match field {
        Field::Custom(id) => Datum::of_contents(card.contents(id)),
        field => Datum::of(&card.client, field).unwrap_or_default(),
    }
}

/// The fields that say one thing: those of the client itself, and custom ones of one value.
fn fields(cards: &[Card]) -> Vec<Field> {
    let Some(first) = cards.first() else {
        return Vec::new();
    };
    let client = &first.client;
    let own = Field::of_kind(client.kind).filter(|field| Datum::of(client, *field).is_some());
    let mut fields: Vec<Field> = own.collect();
    let values = cards.iter().flat_map(|card| &card.values);
    let single = values.filter(|value| !matches!(value.content, Content::Tag(_)));
    for custom in single.map(|value| Field::Custom(value.field)) {
        if !fields.contains(&custom) {
            fields.push(custom);
        }
    }
    fields
}

fn difference(cards: &[Card], field: Field) -> Option<Difference> {
    let data: Vec<Datum> = cards.iter().map(|card| said(card, field)).collect();
    let first = data.iter().position(Datum::is_said)?;
    let mut known = data.iter().filter(|datum| datum.is_said());
    if known.all(|datum| datum.is_like(&data[first])) {
        return None;
    }
    let is_long = matches!(field, Field::Text(text) if text.is_long());
    let allows_all = is_long || field == Field::Roles;
    Some(Difference {
        field,
        usual: match allows_all {
            true => Pick::All,
            false => Pick::Card(first),
        },
        allows_all,
    })
}

/// The first card with the values that were picked; its rows are its own still: what stands on
/// the others moves to it when they are joined in the base.
pub fn join(cards: &[Card], picks: &Picks) -> Option<Card> {
    let mut joined = cards.first()?.clone();
    for field in fields(cards) {
        let usual = || difference(cards, field).map(|difference| difference.usual);
        // What only one card knows is no difference, and is taken too.
        let is_said = |card: &Card| said(card, field).is_said();
        let first = || cards.iter().position(is_said).map(Pick::Card);
        match picks.get(&field).copied().or_else(usual).or_else(first) {
            Some(Pick::Card(at)) => {
                if let Some(from) = cards.get(at) {
                    take(&mut joined, from, field);
                }
            }
            Some(Pick::All) => take_all(&mut joined, cards, field),
            None => {}
        }
    }
    let gone = |id: Option<Id<Client>>| cards.iter().any(|card| Some(card.client.id) == id);
    // Nobody works for, or was recommended by, himself.
    if gone(joined.client.employer) {
        joined.client.employer = None;
    }
    if gone(joined.client.recommended_by) {
        joined.client.recommended_by = None;
    }
    Some(joined)
}

fn take(card: &mut Card, from: &Card, field: Field) {
    let (to, other) = (&mut card.client, &from.client);
    match field {
        Field::Text(text) => {
            to.set_text(text, other.text(text).to_owned());
            if text == TextField::Department {
                to.department_id = other.department_id;
            }
        }
        Field::Owner => to.owner = other.owner,
        Field::Roles => to.roles = other.roles,
        Field::Sex => to.sex = other.sex,
        Field::Birthday => to.birthday = other.birthday,
        Field::Employer => to.employer = other.employer,
        Field::Since => to.since = other.since,
        Field::Segment => to.segment = other.segment,
        Field::Source => to.source = other.source,
        Field::Category => to.category = other.category,
        Field::Stage => to.stage = other.stage,
        Field::RecommendedBy => to.recommended_by = other.recommended_by,
        Field::PreferredMedium => to.preferred_medium = other.preferred_medium,
        Field::PoliticalRole => to.political_role = other.political_role,
        Field::Influence => to.influence = other.influence,
        Field::NextStepOn => to.next_step_on = other.next_step_on,
        Field::CheckedOn => to.checked_on = other.checked_on,
        Field::Custom(id) => take_contents(card, from, id),
        // They stand beside the client, and move by themselves.
        _ => {}
    }
}

fn take_contents(card: &mut Card, from: &Card, field: Id<CustomField>) {
    let contents = from.contents(field).cloned().collect();
    card.set_contents(field, contents);
}

/// Long texts one after the other, each once; roles of all.
fn take_all(card: &mut Card, cards: &[Card], field: Field) {
    match field {
        Field::Text(text) => {
            let mut parts: Vec<&str> = Vec::new();
            for part in cards.iter().map(|card| card.client.text(text).trim()) {
                if !part.is_empty() && !parts.contains(&part) {
                    parts.push(part);
                }
            }
            card.client.set_text(text, parts.join("\n\n"));
        }
        Field::Roles => {
            for role in cards.iter().flat_map(|card| card.client.roles.iter()) {
                card.client.roles = card.client.roles.with(role, true);
            }
        }
        _ => {}
    }
}
