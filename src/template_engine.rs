//! Fills templates of Word: what is not a field stays as it is, byte for byte.
//!
//! A template is read once: every part that can hold fields becomes *pieces*, stretches of its own
//! bytes with what is put between them. Filling copies the stretches, writes the values, and packs
//! only the parts that changed; all others are copied still compressed.

mod block;
mod compile;
mod control;
mod copies;
mod document;
mod drawing;
mod edit;
mod evaluate;
mod field_code;
mod found;
mod join;
mod language;
mod link;
mod listing;
mod locale;
mod mail_merge;
mod nearest;
mod note;
mod package;
mod pages;
mod paragraph;
mod piece;
mod place;
pub mod preview;
mod render;
mod store;
mod tag;
#[cfg(test)]
mod tests;
mod text;
mod value;
mod xml;

use std::sync::Arc;

use document::Document;
use evaluate::Scope;
use nearest::nearest;
use package::{Changes, ContentTypes, Package, Relationships};
use render::Rendering;
use value::Name;

use crate::error::template::{Fault, Faults, Problem};

pub use document::Notice;
pub use language::{Case, Language};
pub use listing::{Field, Kind};
pub use locale::Corrected;
pub use render::{Pictures, Surroundings, is_picture};
pub use text::text;
pub use value::{Group, Value};

/// What stands around a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delimiters {
    open: Vec<char>,
    close: Vec<char>,
}

/// What becomes of a field that the data do not have. One with nothing in it is not missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Missing {
    /// Nothing is written, and all that are missing are named.
    #[default]
    Error,
    /// Nothing stands in its place.
    Blank,
    /// It stays as it stands in the template.
    Keep,
}

impl Missing {
    /// The one that settings call so: `error`, `blank`, `keep`; an error for any other name.
    pub fn of_name(name: &str) -> Self {
        match name {
            "blank" => Self::Blank,
            "keep" => Self::Keep,
            _ => Self::Error,
        }
    }

    /// What settings call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Blank => "blank",
            Self::Keep => "keep",
        }
    }
}

/// How a template is read.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// What stands around its fields.
    pub delimiters: Delimiters,
    /// What becomes of missing fields.
    pub missing: Missing,
    /// Whether macros are kept; a template that has some is refused otherwise.
    pub keeps_macros: bool,
}

/// A template of Word, read and ready to be filled.
#[derive(Debug)]
pub struct Template {
    document: Document,
    delimiters: Delimiters,
    missing: Missing,
}

impl Default for Delimiters {
    fn default() -> Self {
        Self {
            open: vec!['{'; 2],
            close: vec!['}'; 2],
        }
    }
}

impl Delimiters {
    /// Delimiters as the user writes them, opening and closing with a blank between: `[[ ]]`.
    ///
    /// # Errors
    /// Where they are not two different texts.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let mut words = text.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some(open), Some(close), None) if open != close => Ok(Self {
                open: open.chars().collect(),
                close: close.chars().collect(),
            }),
            _ => Err(Problem::BadDelimiters(text.to_owned())),
        }
    }
}

impl Delimiters {
    /// What stands inside where a whole text is one field.
    fn inside<'a>(&self, text: &'a str) -> Option<&'a str> {
        let [open, close] = [&self.open, &self.close].map(|sign| sign.iter().collect::<String>());
        let text = text.trim().strip_prefix(&open)?;
        text.strip_suffix(&close)
    }

    /// A text without its fields.
    fn outside(&self, text: &str) -> String {
        let [open, close] = [&self.open, &self.close].map(|sign| sign.iter().collect::<String>());
        let mut parts = text.split(&open);
        let mut outside = parts.next().unwrap_or_default().to_owned();
        let behind = parts.filter_map(|part| part.split_once(&close));
        outside.extend(behind.map(|(_, behind)| behind));
        outside
    }
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// Everything that is wrong with it: a file that is no document of Word or not a safe one,
    /// fields that are not understood, repeats without an end.
    pub fn open(bytes: impl Into<Arc<[u8]>>, settings: &Settings) -> Result<Self, Faults> {
        Ok(Self {
            document: Document::open(bytes.into(), settings)?,
            delimiters: settings.delimiters.clone(),
            missing: settings.missing,
        })
    }

    /// Every field it asks for, in the order of its parts.
    pub fn fields(&self) -> &[Field] {
        &self.document.fields
    }

    /// What it says itself, its fields aside.
    pub fn words(&self) -> String {
        let text = self.document.text().unwrap_or_default();
        self.delimiters.outside(&text)
    }

    /// What whoever adds it should know.
    pub fn notices(&self) -> &[Notice] {
        &self.document.notices
    }

    /// Whether one document holds several records, as sheets of labels with NEXT do.
    pub fn holds_several(&self) -> bool {
        self.document.has_next
    }

    /// Whether a record gets no document, as SKIPIF says.
    ///
    /// # Errors
    /// Where a field it asks for is missing.
    pub fn skips(&self, data: &Value, surroundings: &Surroundings) -> Result<bool, Faults> {
        let scope = Scope::new(data);
        for skip in &self.document.skips {
            match scope.holds(&skip.condition, surroundings.language) {
                Ok(true) => return Ok(true),
                Ok(false) => {}
                Err(Problem::Missing { .. }) if self.missing != Missing::Error => {}
                Err(problem) => return Err(told(vec![problem.at(&skip.place)], data)),
            }
        }
        Ok(false)
    }

    /// Whether what it makes has macros, and is kept as `.docm`.
    pub fn has_macros(&self) -> bool {
        self.document.has_macros
    }

    /// How the names of documents made from it end.
    pub fn ending(&self) -> &'static str {
        match self.has_macros() {
            true => "docm",
            false => "docx",
        }
    }

    /// The fields that are none of `known`, each with the one that was perhaps meant.
    pub fn unknown<'a>(&'a self, known: &[&str]) -> Vec<(&'a Field, Option<String>)> {
        let whole: Vec<_> = known.iter().filter_map(|name| Name::read(name)).collect();
        let is_known = |field: &&Field| whole.iter().any(|name| name.whole == field.name.whole);
        let fields = self.fields().iter().filter(|field| !is_known(field));
        fields
            .map(|field| (field, nearest(field.name(), known.iter().copied())))
            .collect()
    }

    /// Fills it.
    ///
    /// # Errors
    /// Everything that is wrong with the data: fields that are missing, no date where a date is
    /// wanted. Nothing is made then.
    pub fn fill(&self, data: &Value, surroundings: &Surroundings) -> Result<Vec<u8>, Faults> {
        self.document.packed(self.changes(data, surroundings)?)
    }

    /// Fills one document with as many records as it holds; how many those were.
    ///
    /// # Errors
    /// As `fill`.
    pub fn fill_several(
        &self,
        records: &[Value],
        surroundings: &Surroundings,
    ) -> Result<(Vec<u8>, usize), Faults> {
        let (changes, faults, taken) = self.rendered(records, surroundings, false);
        if !faults.is_empty() {
            return Err(told(faults, records.first().unwrap_or(&Value::Empty)));
        }
        Ok((self.document.packed(changes)?, taken))
    }

    /// Looks whether it can be filled, without making the document.
    ///
    /// # Errors
    /// As `fill`.
    pub fn check(&self, data: &Value, surroundings: &Surroundings) -> Result<(), Faults> {
        self.changes(data, surroundings).map(drop)
    }

    /// Looks whether one document can be filled with as many records as it holds; how many those
    /// are.
    ///
    /// # Errors
    /// As `fill`.
    pub fn check_several(
        &self,
        records: &[Value],
        surroundings: &Surroundings,
    ) -> Result<usize, Faults> {
        match self.rendered(records, surroundings, false) {
            (_, faults, taken) if faults.is_empty() => Ok(taken),
            (_, faults, _) => Err(told(faults, records.first().unwrap_or(&Value::Empty))),
        }
    }

    fn changes(&self, data: &Value, surroundings: &Surroundings) -> Result<Changes, Faults> {
        match self.rendered(std::slice::from_ref(data), surroundings, false) {
            (changes, faults, _) if faults.is_empty() => Ok(changes),
            (_, faults, _) => Err(told(faults, data)),
        }
    }

    /// The parts that change, what is wrong with the data, and how many records were taken. A
    /// sketch is only looked at: signs in it tell where each value stands.
    fn rendered(
        &self,
        records: &[Value],
        surroundings: &Surroundings,
        is_sketch: bool,
    ) -> (Changes, Vec<Fault>, usize) {
        let document = &self.document;
        let mut rendering = Rendering::new(*surroundings, self.missing, document);
        rendering.is_sketch = is_sketch;
        let mut changes = document.fixed.clone();
        let mut taken = 1;
        for part in &document.parts {
            if part.compiled.is_changed || part.kind.has_notes() {
                let mut scope = Scope::over(records, 1);
                rendering.write_part(part, &mut scope, &mut changes);
                taken = taken.max(scope.taken());
            }
        }
        let faults = std::mem::take(&mut rendering.faults);
        changes.parts.extend(rendering.media.into_parts());
        (changes, faults, taken)
    }
}

/// Faults with the names that were perhaps meant.
fn told(mut faults: Vec<Fault>, data: &Value) -> Faults {
    let names = data.names();
    for fault in &mut faults {
        if let Problem::Missing {
            name,
            nearest: near,
        } = &mut fault.problem
        {
            *near = nearest(name, names.iter().map(String::as_str));
        }
    }
    Faults(faults)
}
