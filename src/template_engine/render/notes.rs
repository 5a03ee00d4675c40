//! The notes of a document while its text is written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Rendering;
use crate::template_engine::document::{Document, Part, TextKind};
use crate::template_engine::evaluate::Scope;
use crate::template_engine::note::{Key, Mark, Note};
use crate::template_engine::piece::Piece;

/// What has become of the notes so far.
#[derive(Debug, Default)]
pub struct Notes<'a> {
    /// The notes of the template, and the part of each.
    known: HashMap<Key, (&'a Note, &'a Part)>,
    /// The highest number of each kind.
    highest: BTreeMap<TextKind, i64>,
    /// What is written of each, one copy after the other.
    written: BTreeMap<Key, Vec<u8>>,
    /// The numbers of these copies; older programs are told of the same one twice.
    done: BTreeSet<Key>,
    /// The numbers of the copies that belong to the line at hand.
    here: HashMap<Key, String>,
    /// The number of the note that is written now.
    number: String,
    /// Those that no text refers to at all; they stay.
    referred: BTreeSet<Key>,
}

impl<'a> Notes<'a> {
    /// Before the first part of a document.
    pub fn of(document: &'a Document) -> Self {
        let mut notes = Self::default();
        for part in document.parts.iter().filter(|part| part.kind.has_notes()) {
            for piece in &part.compiled.pieces {
                let Piece::Note(note) = piece else { continue };
                let number = note.key.1.parse().unwrap_or(0);
                let highest = notes.highest.entry(part.kind).or_default();
                *highest = number.max(*highest);
                notes.known.insert(note.key.clone(), (note, part));
            }
        }
        notes
    }

    /// Begins another line of a repeat, or another document; the numbers of what was at hand.
    pub fn enter(&mut self) -> HashMap<Key, String> {
        std::mem::take(&mut self.here)
    }

    /// Goes back to what was at hand.
    pub fn leave(&mut self, here: HashMap<Key, String>) {
        self.here = here;
    }

    /// The number of a note at hand: its own for the first copy, a new one for any further.
    fn number_of(&mut self, key: &Key, is_copy: bool) -> String {
        if let Some(number) = self.here.get(key) {
            return number.clone();
        }
        let number = match is_copy || self.written.contains_key(key) {
            true => {
                let highest = self.highest.entry(key.0).or_default();
                *highest += 1;
                highest.to_string()
            }
            false => key.1.clone(),
        };
        self.here.insert(key.clone(), number.clone());
        number
    }
}

impl Rendering<'_> {
    /// Notes what a part refers to that is written.
    pub fn refer(&mut self, part: &Part) {
        self.notes
            .referred
            .extend(part.compiled.refers.iter().cloned());
    }

    /// Writes the place where a text refers to a note, and puts the note itself by.
    pub fn write_mark(&mut self, mark: &Mark, source: &[u8], scope: &mut Scope, out: &mut Vec<u8>) {
        let number = self.notes.number_of(&mark.key, self.is_copy);
        out.extend_from_slice(&source[mark.outer.start..mark.number.start]);
        out.extend_from_slice(number.as_bytes());
        out.extend_from_slice(&source[mark.number.end..mark.outer.end]);
        let known = self.notes.known.get(&mark.key).copied();
        let copy = (mark.key.0, number.clone());
        let is_due = mark.is_reference && self.notes.done.insert(copy);
        if let Some((note, part)) = known.filter(|_| is_due) {
            let outer = std::mem::replace(&mut self.notes.number, number);
            let at = self.media.enter(&part.name);
            let mut written = self.notes.written.remove(&mark.key).unwrap_or_default();
            self.write(&note.pieces, &part.compiled.source, scope, &mut written);
            self.notes.written.insert(mark.key.clone(), written);
            self.media.enter(&at);
            self.notes.number = outer;
        }
    }

    /// Writes all copies of a note. One whose text was not written goes; one that no text refers
    /// to stays as it is.
    pub fn write_note(&mut self, note: &Note, source: &[u8], scope: &mut Scope, out: &mut Vec<u8>) {
        if let Some(written) = self.notes.written.get(&note.key) {
            out.extend_from_slice(written);
        } else if !self.notes.referred.contains(&note.key) {
            let number = note.key.1.clone();
            let outer = std::mem::replace(&mut self.notes.number, number);
            self.write(&note.pieces, source, scope, out);
            self.notes.number = outer;
        }
    }

    /// Writes the number of the note at hand.
    pub fn write_note_number(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.notes.number.as_bytes());
    }
}
