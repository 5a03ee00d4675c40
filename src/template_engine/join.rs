//! Several documents as one file: each begins on a new page with page 1, with its own headers.

use std::collections::{BTreeMap, HashMap};

use super::document::{Document, Part, TextKind};
use super::evaluate::Scope;
use super::package::{Added, Changes, Relationships};
use super::render::{Rendering, Surroundings};
use super::{Template, Value, told};
use crate::error::template::{Fault, Faults};

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

impl Template {
    /// Fills it for each of several data, and joins the documents into one.
    ///
    /// # Errors
    /// As `fill`, for all data at once.
    pub fn fill_joined(
        &self,
        data: &[Value],
        surroundings: &Surroundings,
    ) -> Result<Vec<u8>, Faults> {
        let document = &self.document;
        let body = document.body()?;
        let mut rendering = Rendering::new(*surroundings, self.missing, document);
        rendering.is_joined = true;
        let (mut faults, mut changes) = (Vec::new(), document.fixed.clone());
        changes.parts.extend(document.joined.clone());
        let mut headers = Headers::default();
        let mut out = Vec::with_capacity(body.compiled.source.len() * (data.len() + 1));
        for (number, value) in data.iter().enumerate() {
            let mut scope = Scope::new(value);
            rendering.letter(number > 0);
            for part in &document.parts {
                let is_header = document.references.contains_key(&part.name);
                let is_once = !is_header && number == 0;
                let is_later = part.name == body.name || part.kind.has_notes();
                if is_later || !part.compiled.is_changed || !is_header && !is_once {
                    continue;
                }
                if is_header {
                    let bytes = rendering.part(part, &mut scope);
                    let own = rendering.media.end_part(&part.name);
                    headers.take(document, part, (bytes, own), (&mut rendering, &mut changes));
                } else {
                    rendering.write_part(part, &mut scope, &mut changes);
                }
            }
            rendering.media.enter(&body.name);
            let last = number + 1 == data.len();
            write_body(
                body,
                (number == 0, last),
                (&mut rendering, &mut scope),
                &mut out,
            );
            let found = std::mem::take(&mut rendering.faults);
            let found = told(found, value).0.into_iter().map(|fault| Fault {
                letter: Some(number + 1),
                ..fault
            });
            faults.extend(found);
        }
        if !faults.is_empty() {
            return Err(Faults(faults));
        }
        rendering.refer(body);
        let mut scope = Scope::new(data.first().unwrap_or(&Value::Empty));
        for part in document.parts.iter().filter(|part| part.kind.has_notes()) {
            rendering.write_part(part, &mut scope, &mut changes);
        }
        changes.parts.insert(body.name.clone(), out);
        let mut added = rendering.media.end_part(&body.name);
        added.extend(headers.added.iter().map(|(id, part, kind)| Added {
            id: id.clone(),
            kind: kind.relationship(),
            target: part.clone(),
            is_external: false,
        }));
        body.point(&added, &mut changes);
        changes.parts.extend(rendering.media.into_parts());
        let added = headers.added.iter();
        let added: Vec<_> = added.map(|(_, part, kind)| (part.clone(), *kind)).collect();
        document.packed_with(changes, &added)
    }
}

/// Writes one document: what stands before all of them with the first, what stands behind with the
/// last.
fn write_body(
    body: &Part,
    (is_first, is_last): (bool, bool),
    (rendering, scope): (&mut Rendering, &mut Scope),
    out: &mut Vec<u8>,
) {
    let compiled = &body.compiled;
    let Some(pages) = &compiled.pages else {
        return;
    };
    let source = &compiled.source;
    let pieces = &compiled.pieces;
    if is_first {
        rendering.write(&pieces[..pages.content.start], source, scope, out);
    }
    rendering.write(&pieces[pages.content.clone()], source, scope, out);
    let markup = |text: &str| text.replace("{w}", &pages.prefix).into_bytes();
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
