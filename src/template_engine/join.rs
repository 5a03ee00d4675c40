//! Several documents as one file: each begins on a new page with page 1, with its own headers.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::document::{Document, Part, TextKind};
use super::evaluate::Scope;
use super::package::{Added, Changes, Relationships};
use super::render::{Rendering, Surroundings};
use super::{Template, Value, told};
use crate::error::template::{Fault, Faults, Problem};

/// What ends one document inside the file: a paragraph nobody sees, with the format of its pages.
const BREAK: [&str; 2] = [
    "p><{w}pPr><{w}spacing {w}before=\"0\" {w}after=\"0\" {w}line=\"20\" {w}lineRule=\"exact\"/>\
     <{w}rPr><{w}sz {w}val=\"2\"/></{w}rPr>",
    "</{w}pPr></{w}p>",
];

/// The headers and footers of all documents: each content is one part.
#[derive(Default)]
struct Headers {
    /// The relationship by the part of the template, the content and what that points to.
    known: HashMap<(String, Vec<u8>, Vec<Added>), String>,
    /// Relationships to new parts, and what sort of part each is.
    added: Vec<(String, String, TextKind)>,
}

/// A file of several documents while it is written.
struct Joined<'a> {
    document: &'a Document,
    body: &'a Part,
    rendering: Rendering<'a>,
    changes: Changes,
    headers: Headers,
    /// The part of the pages.
    out: Vec<u8>,
}

impl Template {
    /// Fills it for each of several data, and joins the documents into one. Those that SKIPIF
    /// leaves out get none; those that NEXT goes on to are on the sheet of the one before.
    ///
    /// # Errors
    /// As `fill`, for all data at once.
    pub fn fill_joined(
        &self,
        data: &[Value],
        surroundings: &Surroundings,
    ) -> Result<Vec<u8>, Faults> {
        let data = self.kept(data, surroundings)?;
        let document = &self.document;
        let body = document.body()?;
        let mut rendering = Rendering::new(*surroundings, self.missing, document);
        rendering.is_joined = true;
        let mut joined = Joined {
            document,
            body,
            rendering,
            changes: document.fixed.clone(),
            headers: Headers::default(),
            out: Vec::with_capacity(body.compiled.source.len() * (data.len() + 1)),
        };
        joined.changes.parts.extend(document.joined.clone());
        let (mut faults, mut at) = (Vec::new(), 0);
        while at < data.len() {
            let mut scope = Scope::over(&data[at..], at + 1);
            joined.rendering.letter(at > 0);
            joined.write_around(&scope, at == 0);
            joined.write_body(&mut scope, at == 0);
            let found = std::mem::take(&mut joined.rendering.faults);
            let found = told(found, &data[at]).0.into_iter().map(|fault| Fault {
                letter: Some(at + 1),
                ..fault
            });
            faults.extend(found);
            at += scope.taken();
        }
        match faults.is_empty() {
            true => joined.finish(data.first().unwrap_or(&Value::Empty)),
            false => Err(Faults(faults)),
        }
    }

    /// Those that SKIPIF does not leave out.
    ///
    /// # Errors
    /// Where that leaves nothing, or a field it asks for is missing.
    fn kept<'a>(
        &self,
        data: &'a [Value],
        surroundings: &Surroundings,
    ) -> Result<Cow<'a, [Value]>, Faults> {
        if self.document.skips.is_empty() {
            return Ok(Cow::Borrowed(data));
        }
        let mut kept = Vec::new();
        for value in data {
            if !self.skips(value, surroundings)? {
                kept.push(value.clone());
            }
        }
        match kept.is_empty() {
            true => Err(Problem::NothingLeft.into()),
            false => Ok(Cow::Owned(kept)),
        }
    }
}

impl<'a> Joined<'a> {
    /// Writes what is not the body: headers for each document, what the file has once with the
    /// first. Notes come when all texts are written.
    fn write_around(&mut self, scope: &Scope, is_first: bool) {
        for part in &self.document.parts {
            let is_header = self.document.references.contains_key(&part.name);
            let is_later = part.name == self.body.name || part.kind.has_notes();
            if is_later || !part.compiled.is_changed || !is_header && !is_first {
                continue;
            }
            let mut scope = scope.clone();
            let rendering = &mut self.rendering;
            if is_header {
                let bytes = rendering.part(part, &mut scope);
                let own = rendering.media.end_part(&part.name);
                let around = (rendering, &mut self.changes);
                self.headers.take(self.document, part, (bytes, own), around);
            } else {
                rendering.write_part(part, &mut scope, &mut self.changes);
            }
        }
    }

    /// Writes the pages of one document: what stands before all of them with the first, what
    /// stands behind with the last.
    fn write_body(&mut self, scope: &mut Scope, is_first: bool) {
        let compiled = &self.body.compiled;
        let Some(pages) = &compiled.pages else {
            return;
        };
        let (source, pieces) = (&compiled.source, &compiled.pieces);
        let (rendering, out) = (&mut self.rendering, &mut self.out);
        rendering.media.enter(&self.body.name);
        if is_first {
            rendering.write(&pieces[..pages.content.start], source, scope, out);
        }
        rendering.write(&pieces[pages.content.clone()], source, scope, out);
        let markup = |text: &str| text.replace("{w}", &pages.prefix).into_bytes();
        let is_last = scope.is_at_end();
        if !is_last {
            out.extend_from_slice(format!("<{}", pages.prefix).as_bytes());
            out.extend_from_slice(&markup(BREAK[0]));
        }
        rendering.write(&pages.section, source, scope, out);
        match is_last {
            true => rendering.write(&pieces[pages.behind..], source, scope, out),
            false => out.extend_from_slice(&markup(BREAK[1])),
        }
    }

    /// The file, its notes written last.
    fn finish(mut self, first: &Value) -> Result<Vec<u8>, Faults> {
        let (document, body) = (self.document, self.body);
        self.rendering.refer(body);
        let mut scope = Scope::new(first);
        for part in document.parts.iter().filter(|part| part.kind.has_notes()) {
            self.rendering
                .write_part(part, &mut scope, &mut self.changes);
        }
        self.changes.parts.insert(body.name.clone(), self.out);
        let mut added = self.rendering.media.end_part(&body.name);
        let headers = self.headers.added;
        added.extend(headers.iter().map(|(id, part, kind)| Added {
            id: id.clone(),
            kind: kind.relationship(),
            target: part.clone(),
            is_external: false,
        }));
        body.point(&added, &mut self.changes);
        self.changes.parts.extend(self.rendering.media.into_parts());
        let added = headers.into_iter().map(|(_, part, kind)| (part, kind));
        document.packed_with(self.changes, &added.collect::<Vec<_>>())
    }
}

impl Headers {
    /// Makes a header of one document a part, unless another document has the same, and tells the
    /// sections which it is.
    fn take(
        &mut self,
        document: &Document,
        part: &Part,
        (bytes, added): (Vec<u8>, Vec<Added>),
        (rendering, changes): (&mut Rendering, &mut Changes),
    ) {
        let ids = &document.references[&part.name];
        let is_new_part = !changes.parts.contains_key(&part.name);
        let number = self.known.len() + 1;
        let key = (part.name.clone(), bytes, added);
        let id = match self.known.get(&key) {
            Some(id) => id.clone(),
            None => {
                let (name, id) = if is_new_part {
                    (part.name.clone(), String::new())
                } else {
                    let stem = part.name.trim_end_matches(".xml");
                    let name = format!("{stem}_filled{number}.xml");
                    let id = format!("{}Part{number}", document.stems.relationship);
                    self.added.push((id.clone(), name.clone(), part.kind));
                    (name, id)
                };
                changes.parts.insert(name.clone(), key.1.clone());
                if let Some(bytes) = part.relationships_with(&key.2) {
                    changes.parts.insert(Relationships::part_of(&name), bytes);
                }
                self.known.insert(key, id.clone());
                id
            }
        };
        let told = ids.iter().map(|own| {
            let id = if id.is_empty() { own } else { &id };
            (own.clone(), id.clone())
        });
        rendering
            .references
            .extend(told.collect::<BTreeMap<_, _>>());
    }
}
