//! A template is looked at before it is taken: its fields, and those that nobody knows.

use chrono::NaiveDate;

use super::read;
use crate::documents::Surroundings;
use crate::domain::paper::{Document, Obligation, PaperKind, PaperLine, PaperTemplate};
use crate::domain::{Card, Client, Paper};
use crate::error::template::{Faults, Place};
use crate::i18n::Locale;
use crate::template_engine::{Field, Notice, Value};

/// What a template asks for, and what of it nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// How many fields it has, each counted once.
    pub fields: usize,
    /// Those that no paper has, in the order they stand in.
    pub unknown: Vec<Unknown>,
    /// What whoever adds it should know.
    pub notices: Vec<Notice>,
}

/// A field that no paper has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// Its name, as the template writes it.
    pub name: String,
    /// The field that was perhaps meant.
    pub nearest: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// What letters to many have beside what a paper has.
const OF_LETTERS: [&str; 2] = ["recipients", "получатели"];
/// The value at hand within a repeat goes by no name of its own.
const AT_HAND: [&str; 3] = [".", "this", "это"];

/// Checks a template of the office.
///
/// # Errors
/// Everything because of which it cannot be filled at all.
pub fn check(template: &PaperTemplate, bytes: Vec<u8>, locale: &Locale) -> Result<Checked, Faults> {
    let engine = read(template, bytes)?;
    let known = names(locale);
    let known: Vec<&str> = known.iter().map(String::as_str).chain(OF_LETTERS).collect();
    let mut seen: Vec<&str> = engine.fields().iter().map(Field::key).collect();
    seen.sort_unstable();
    seen.dedup();
    let unknown = engine.unknown(&known).into_iter();
    let unknown = unknown.filter(|(field, _)| !AT_HAND.contains(&field.name()));
    Ok(Checked {
        fields: seen.len(),
        unknown: unknown
            .map(|(field, nearest)| Unknown {
                name: field.name().to_owned(),
                nearest,
                place: field.place.clone(),
            })
            .collect(),
        notices: engine.notices().to_vec(),
    })
}

/// The names of every field a paper has, in English and in Russian.
pub fn names(locale: &Locale) -> Vec<String> {
    let card = Card::new(Client::organization(""));
    let day = NaiveDate::default();
    let paper = Paper::new(PaperKind::Invoice, card.client.id, day);
    let mut document = Document::new(paper);
    let mut line = PaperLine::new(document.paper.id, "");
    line.tax_rate = Some(0);
    document.lines.push(line);
    document
        .obligations
        .push(Obligation::new(document.paper.id, ""));
    let around = Surroundings {
        document,
        client: card,
        contact: None,
        company: None,
        manager: None,
        bases: Vec::new(),
        pictures: Vec::new(),
        products: Vec::new(),
        contract_kind: String::new(),
        corrections: Vec::new(),
        today: day,
    };
    Value::from(&around.tree(locale)).names()
}
