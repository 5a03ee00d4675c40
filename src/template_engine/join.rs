//! Several documents as one file: each begins on a new page with page 1, with its own headers.

use std::collections::{BTreeMap, HashMap};

use super::document::{Document, Part, TextKind};
use super::evaluate::Scope;
use super::package::{Changes, Relationships};
use super::render::{Media, Rendering, Surroundings};
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
    /// The relationship by the part of the template and the content.
    known: HashMap<(String, Vec<u8>), String>,
    /// Relationships to new parts, and what sort of part each is.
    added: Vec<(String, String, TextKind)>,
}

impl Template {
    /// Fills it for each of several data, and joins the documents into one.
    ///
    /// # Errors
    /// As `fill`, for all data at once; and where it has foot- or endnotes, which cannot be joined.
    pub fn fill_joined(
        &self,
        data: &[Value],
        surroundings: &Surroundings,
    ) -> Result<Vec<u8>, Faults> {
        let document = &self.document;
        let body = document.body()?;
        if document.has_notes {
            return Err(Problem::NotesInJoined.into());
        }
        let media = Media::new(document.media_stem.clone());
        let mut rendering =
            Rendering::new(*surroundings, self.missing, media, document.highest_drawing);
        let (mut faults, mut changes) = (Vec::new(), document.fixed.clone());
        let mut headers = Headers::default();
        let mut out = Vec::with_capacity(body.compiled.source.len() * (data.len() + 1));
        let mut pictures = Vec::new();
        for (number, value) in data.iter().enumerate() {
            let mut scope = Scope::new(value);
            rendering.letter(number > 0);
            for part in &document.parts {
                let is_header = document.references.contains_key(&part.name);
                let is_once = part.name != body.name && !is_header;
                if part.name == body.name || is_once && number > 0 || !part.compiled.is_changed {
                    continue;
                }
                let outer = rendering.media.keep_part();
                let compiled = &part.compiled;
                let mut bytes = Vec::new();
                rendering.write(&compiled.pieces, &compiled.source, &mut scope, &mut bytes);
                let own = rendering.media.end_part();
                rendering.media.go_on(outer);
                if is_header {
                    headers.take(document, part, (bytes, own), (&mut rendering, &mut changes));
                } else {
                    changes.parts.insert(part.name.clone(), bytes);
                }
            }
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
        pictures.extend(rendering.media.end_part());
        if !faults.is_empty() {
            return Err(Faults(faults));
        }
        changes.parts.insert(body.name.clone(), out);
        let (name, bytes) = body.relationships_with(&pictures, &headers.added);
        changes.parts.insert(name, bytes);
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
        (bytes, pictures): (Vec<u8>, Vec<(String, String)>),
        (rendering, changes): (&mut Rendering, &mut Changes),
    ) {
        let ids = &document.references[&part.name];
        let is_new_part = !changes.parts.contains_key(&part.name);
        let number = self.known.len() + 1;
        let key = (part.name.clone(), bytes);
        let id = match self.known.get(&key) {
            Some(id) => id.clone(),
            None => {
                let (name, id) = if is_new_part {
                    (part.name.clone(), String::new())
                } else {
                    let stem = part.name.trim_end_matches(".xml");
                    let name = format!("{stem}_filled{number}.xml");
                    let id = format!("rIdVizitkaPart{number}");
                    self.added.push((id.clone(), name.clone(), part.kind));
                    (name, id)
                };
                changes.parts.insert(name.clone(), key.1.clone());
                if !pictures.is_empty() || part.has_relationships() {
                    let (_, bytes) = part.relationships_with(&pictures, &[]);
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
