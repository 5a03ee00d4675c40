//! Fills parts: what is ready is copied, what is asked for is written.

mod lines;
mod link;
mod media;
mod notes;

use std::collections::BTreeMap;

use super::Missing;
use super::document::{Document, Part};
use super::evaluate::Scope;
use super::language::Language;
use super::mail_merge::Next;
use super::package::Changes;
use super::piece::{Control, Drawing, Each, Form, Piece, Shown, Text, When};
use super::preview::Sign;
use super::value::Value;
use super::xml::escape;
use crate::error::template::{Fault, Place, Problem};

use notes::Notes;

pub use media::{Media, Stems, is_picture};

/// What a document calls the endings of pictures.
pub const CONTENT_TYPES: &[(&str, &str)] = media::Format::CONTENT_TYPES;

/// Where pictures come from that the data name: a path in a text becomes the bytes of a file.
pub type Pictures<'a> = &'a dyn Fn(&str) -> Option<Vec<u8>>;

/// What filling needs beside the data.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The language of the document.
    pub language: &'a dyn Language,
    /// Where pictures come from.
    pub pictures: Pictures<'a>,
}

/// A document being filled.
pub struct Rendering<'a> {
    surroundings: Surroundings<'a>,
    missing: Missing,
    /// What went wrong so far.
    pub faults: Vec<Fault>,
    /// The pictures that were put in.
    pub media: Media,
    /// What has become of the notes.
    notes: Notes<'a>,
    /// What headers are called in the document at hand, where that differs from the template.
    pub references: BTreeMap<String, String>,
    /// Whether the document is only looked at: values are marked then, and what is wrong with one
    /// keeps none of the others from being written.
    pub is_sketch: bool,
    /// Whether several documents are made into one file.
    pub is_joined: bool,
    /// The number of the last drawing.
    drawing: u32,
    /// Whether this is not the first of several copies.
    is_copy: bool,
    /// The rows written of the table at hand.
    rows: usize,
    /// Whether a paragraph was the last thing written of the text at hand.
    ends_with_paragraph: bool,
}

impl<'a> Rendering<'a> {
    /// Before the first part.
    pub fn new(surroundings: Surroundings<'a>, missing: Missing, document: &'a Document) -> Self {
        Self {
            surroundings,
            missing,
            faults: Vec::new(),
            media: Media::new(document.stems.clone()),
            notes: Notes::of(document),
            references: BTreeMap::new(),
            is_sketch: false,
            is_joined: false,
            drawing: document.highest_drawing,
            is_copy: false,
            rows: 0,
            ends_with_paragraph: false,
        }
    }

    /// Begins another document of a file that joins several.
    pub fn letter(&mut self, is_copy: bool) {
        self.is_copy = is_copy;
        self.notes.enter();
    }

    /// Writes a whole part, and what it points to.
    pub fn write_part(&mut self, part: &'a Part, scope: &mut Scope, changes: &mut Changes) {
        let bytes = self.part(part, scope);
        // Notes that all stay as they are need not be packed anew.
        if !part.kind.has_notes() || bytes != part.compiled.source {
            changes.parts.insert(part.name.clone(), bytes);
        }
        let added = self.media.end_part(&part.name);
        part.point(&added, changes);
    }

    /// The bytes of a part.
    pub fn part(&mut self, part: &'a Part, scope: &mut Scope) -> Vec<u8> {
        let compiled = &part.compiled;
        let mut bytes = Vec::with_capacity(compiled.source.len() * 2);
        self.media.enter(&part.name);
        self.write(&compiled.pieces, &compiled.source, scope, &mut bytes);
        self.refer(part);
        bytes
    }

    /// Writes pieces of a part.
    pub fn write(&mut self, pieces: &[Piece], source: &[u8], scope: &mut Scope, out: &mut Vec<u8>) {
        for piece in pieces {
            match piece {
                Piece::Raw(range) => out.extend_from_slice(&source[range.clone()]),
                Piece::Markup(markup) => out.extend_from_slice(markup.as_bytes()),
                Piece::Text(text) => self.write_text(text, scope, out),
                Piece::Drawing(drawing) => self.write_drawing(drawing, scope, out),
                Piece::Each(each) => self.write_each(each, source, scope, out),
                Piece::When(when) => self.write_when(when, source, scope, out),
                Piece::Table(inside) => {
                    let start = out.len();
                    let rows = std::mem::take(&mut self.rows);
                    self.write(inside, source, scope, out);
                    if std::mem::replace(&mut self.rows, rows) == 0 {
                        out.truncate(start);
                    }
                }
                Piece::Row => self.rows += 1,
                Piece::Holder(inside, prefix) => {
                    let outer = std::mem::replace(&mut self.ends_with_paragraph, false);
                    self.write(inside, source, scope, out);
                    if !std::mem::replace(&mut self.ends_with_paragraph, outer) {
                        out.extend_from_slice(format!("<{prefix}p/>").as_bytes());
                    }
                }
                Piece::Block(is_paragraph) => self.ends_with_paragraph = *is_paragraph,
                Piece::Once(_) if self.is_copy => {}
                Piece::Once(range) => out.extend_from_slice(&source[range.clone()]),
                Piece::Control(control) => self.write_control(control, source, scope, out),
                Piece::Shown(shown) => self.write_shown(shown, scope, out),
                Piece::NotInList(text) => self.refuse(text, scope),
                Piece::Reference(range) => {
                    let own = &source[range.clone()];
                    let name = std::str::from_utf8(own).ok();
                    let other = name.and_then(|name| self.references.get(name));
                    out.extend_from_slice(other.map_or(own, |other| other.as_bytes()));
                }
                Piece::DrawingNumber(_) if self.is_copy => {
                    self.drawing += 1;
                    out.extend_from_slice(self.drawing.to_string().as_bytes());
                }
                Piece::DrawingNumber(range) => out.extend_from_slice(&source[range.clone()]),
                Piece::Link(link) => self.write_link(link, scope, out),
                Piece::Mark(mark) => self.write_mark(mark, source, scope, out),
                Piece::Note(note) => self.write_note(note, source, scope, out),
                Piece::Lines(lines) => self.write_lines(lines, scope, out),
                Piece::Next(next) => self.go_on(next, scope),
                Piece::NoteNumber => self.write_note_number(out),
                Piece::InJoined(markup) if self.is_joined => {
                    out.extend_from_slice(markup.as_bytes());
                }
                Piece::InJoined(_) => {}
            }
        }
    }

    fn write_each(&mut self, each: &Each, source: &[u8], scope: &mut Scope, out: &mut Vec<u8>) {
        let language = self.surroundings.language;
        let value = match scope.value(&each.value, language) {
            Ok(value) => value,
            Err(problem) => return self.failed(problem, &each.place, None, out),
        };
        let owned;
        let value: &Value = match value {
            std::borrow::Cow::Borrowed(value) => value,
            std::borrow::Cow::Owned(value) => {
                owned = value;
                &owned
            }
        };
        match value {
            Value::List(list) => {
                let was_copy = self.is_copy;
                for (at, element) in list.iter().enumerate() {
                    self.is_copy = was_copy || at > 0;
                    let mut inner = scope.clone();
                    inner.enter(element, at + 1, list.len());
                    let outer = self.notes.enter();
                    self.write(&each.body, source, &mut inner, out);
                    self.notes.leave(outer);
                }
                self.is_copy = was_copy;
            }
            Value::Group(_) if value.is_true() => {
                let mut inner = scope.clone();
                inner.enter(value, 1, 1);
                self.write(&each.body, source, &mut inner, out);
            }
            value if value.is_true() => self.write(&each.body, source, scope, out),
            _ => {}
        }
    }

    /// Goes on to the next record. Within a repeat there is none.
    fn go_on(&mut self, next: &Next, scope: &mut Scope) {
        let language = self.surroundings.language;
        if scope.is_inside() {
            let problem = Problem::UnsupportedField("NEXT".to_owned());
            return self.failed(problem, &next.place, None, &mut Vec::new());
        }
        match next
            .condition
            .as_ref()
            .map(|condition| scope.holds(condition, language))
        {
            None | Some(Ok(true)) => scope.next_record(),
            Some(Ok(false)) => {}
            Some(Err(problem)) => self.failed(problem, &next.place, None, &mut Vec::new()),
        }
    }

    fn write_when(&mut self, when: &When, source: &[u8], scope: &mut Scope, out: &mut Vec<u8>) {
        match scope.holds(&when.condition, self.surroundings.language) {
            Ok(true) => self.write(&when.then, source, scope, out),
            Ok(false) => self.write(&when.otherwise, source, scope, out),
            Err(problem) => {
                let is_lenient =
                    matches!(problem, Problem::Missing { .. }) && self.missing != Missing::Error;
                let is_lenient = is_lenient || self.is_sketch;
                self.failed(problem, &when.place, None, out);
                if is_lenient {
                    self.write(&when.otherwise, source, scope, out);
                }
            }
        }
    }

    fn write_text(&mut self, text: &Text, scope: &Scope, out: &mut Vec<u8>) {
        if matches!(text.form, Form::Link(_)) {
            let value = self.value_in_link(text, scope);
            return put(&value, &text.form, out);
        }
        match scope.text(&text.value, self.surroundings.language) {
            Ok(value) if self.is_sketch && matches!(text.form, Form::Run(_)) => {
                let (sign, shown) = match value.trim() {
                    "" => (Sign::Empty, text.value.label()),
                    _ => (Sign::Filled, value.as_ref()),
                };
                put(&marked(sign, shown), &text.form, out);
            }
            Ok(value) => put(&value, &text.form, out),
            Err(problem) => self.failed(problem, &text.place, Some((&text.tag, &text.form)), out),
        }
    }

    fn write_drawing(&mut self, drawing: &Drawing, scope: &Scope, out: &mut Vec<u8>) {
        let picture = scope
            .text(&drawing.picture.value, self.surroundings.language)
            .and_then(|value| {
                if value.trim().is_empty() {
                    return Ok(None);
                }
                let is_qr = drawing.picture.is_qr;
                let label = drawing.picture.value.label();
                let pictures = self.surroundings.pictures;
                self.media.take(&value, is_qr, label, pictures).map(Some)
            });
        match picture {
            Ok(Some(taken)) => {
                self.drawing += 1;
                let markup = media::drawing(&taken, drawing, self.drawing);
                out.extend_from_slice(markup.as_bytes());
            }
            Ok(None) => {}
            Err(problem) => {
                let form = Form::Run(drawing.prefix.clone());
                self.failed(problem, &drawing.place, Some((&drawing.tag, &form)), out);
            }
        }
    }

    fn write_control(
        &mut self,
        control: &Control,
        source: &[u8],
        scope: &mut Scope,
        out: &mut Vec<u8>,
    ) {
        let has = |name| scope.look_up(name).is_some();
        let choice = control.choices.iter().find(|choice| has(&choice.name));
        match (choice, control.choices.first()) {
            (Some(choice), _) => return self.write(&choice.pieces, source, scope, out),
            (None, Some(first)) if control.is_strict => {
                let missing = Problem::Missing {
                    name: first.name.written.clone(),
                    nearest: None,
                };
                self.failed(missing, &control.place, None, out);
            }
            _ => {}
        }
        self.write(&control.otherwise, source, scope, out);
    }

    fn write_shown(&mut self, shown: &Shown, scope: &Scope, out: &mut Vec<u8>) {
        let label = shown.picture.value.label();
        let taken = scope
            .text(&shown.picture.value, self.surroundings.language)
            .and_then(|value| {
                let pictures = self.surroundings.pictures;
                self.media
                    .take(&value, shown.picture.is_qr, label, pictures)
            });
        match (taken, &shown.prefix) {
            (Ok(taken), None) => out.extend_from_slice(taken.relationship.as_bytes()),
            (Ok(taken), Some(prefix)) => {
                let crop = shown.frame.and_then(|frame| taken.size.inside(frame));
                if let Some((side, top)) = crop {
                    let crop = format!(
                        "<{prefix}srcRect l=\"-{side}\" t=\"-{top}\" r=\"-{side}\" b=\"-{top}\"/>"
                    );
                    out.extend_from_slice(crop.as_bytes());
                }
            }
            (Err(problem), _) => self.failed(problem, &shown.place, None, out),
        }
    }

    /// Notes that a value is none of those its control offers; an empty one is.
    fn refuse(&mut self, text: &Text, scope: &Scope) {
        let value = scope.text(&text.value, self.surroundings.language);
        let value = value.unwrap_or_default();
        if !value.trim().is_empty() {
            let problem = Problem::NotInList {
                name: text.value.label().to_owned(),
                value: value.into_owned(),
            };
            self.faults.push(problem.at(&text.place));
        }
    }

    /// Notes what is wrong, or writes what the template's owner wants where a field is missing.
    fn failed(
        &mut self,
        problem: Problem,
        place: &Place,
        tag: Option<(&str, &Form)>,
        out: &mut Vec<u8>,
    ) {
        let is_missing = matches!(problem, Problem::Missing { .. });
        match (is_missing, self.missing, tag) {
            (true, Missing::Blank, _) => {}
            (true, Missing::Keep, Some((tag, form))) => put(tag, form, out),
            (true, Missing::Keep, None) => {}
            _ => {
                let fault = problem.at(place);
                if !self.faults.contains(&fault) {
                    self.faults.push(fault);
                }
                if let Some((tag, form)) = tag.filter(|_| self.is_sketch) {
                    put(&marked(Sign::Faulty, tag), form, out);
                }
            }
        }
    }
}

/// A value with the signs around it that say where it comes from.
fn marked(sign: Sign, value: &str) -> String {
    let (begin, end) = (sign.letter(), Sign::End.letter());
    format!("{begin}{value}{end}")
}

/// Writes a value: escaped, its lines and tabs as elements where the text knows them.
fn put(value: &str, form: &Form, out: &mut Vec<u8>) {
    let mut text = String::with_capacity(value.len() + 16);
    let mut letters = value.chars().peekable();
    while let Some(letter) = letters.next() {
        let element = match letter {
            '\r' if letters.peek() == Some(&'\n') => continue,
            '\r' | '\n' | '\u{b}' | '\u{2028}' => "br",
            '\t' => "tab",
            letter => {
                escape(letter, &mut text);
                continue;
            }
        };
        match form {
            Form::Run(w) => {
                text += &format!("</{w}t><{w}{element}/><{w}t xml:space=\"preserve\">");
            }
            Form::Plain | Form::Link(_) => text.push(' '),
        }
    }
    out.extend_from_slice(text.as_bytes());
}
