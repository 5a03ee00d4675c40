//! Fields in the targets of hyperlinks: `mailto:{{client.email}}`, as a relationship of the part or
//! in the instruction of a HYPERLINK field.

mod address;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Delimiters;
use super::compile::{Findings, is_fallback};
use super::edit::Edits;
use super::field_code::Code;
use super::found::{Found, tags};
use super::listing::{Field, Kind};
use super::mail_merge::Source;
use super::package::Relationships;
use super::paragraph::{Character, Paragraph};
use super::piece::{Form, Link, Piece, Target, Text};
use super::tag::Tag;
use super::xml::{Namespace, Node, Tree, characters, decoded};
use crate::error::template::{Place, Problem};

pub use address::Spot;

/// Notes the changes that all links of a part make. Returns the entries of `relationships` that
/// nothing points to any more.
pub fn turn(
    source: Source,
    relationships: Option<&Relationships>,
    delimiters: &Delimiters,
    edits: &mut Edits,
    findings: &mut Findings,
) -> Vec<Range<usize>> {
    instructions(source, delimiters, edits, findings);
    let mut gone = Vec::new();
    let Some(relationships) = relationships else {
        return gone;
    };
    let links = relationships.list.iter();
    for entry in links.filter(|entry| entry.is_external && entry.kind == "hyperlink") {
        let written = Address::of(relationships.tree(), entry.target_place.clone(), delimiters);
        if written.found.is_empty() {
            continue;
        }
        for node in 0..source.tree.len() {
            let attributes = source.tree.attributes(node);
            let is_it = |value| decoded(source.tree.raw(value)) == entry.id;
            let mut pointing = attributes.filter(|(name, one)| {
                name.ends_with(":id") && !name.starts_with("w:") && is_it(one.value.clone())
            });
            if let Some((name, attribute)) = pointing.next() {
                let place = source.place(node);
                let target = written.pieces(&place, findings, is_fallback(source.tree, node));
                let link = Link {
                    attribute: name.to_owned(),
                    target,
                    is_needed: source.tree.namespace(node) == Namespace::Drawing,
                };
                edits.put(attribute.whole, vec![Piece::Link(Box::new(link))]);
            }
        }
        gone.push(entry.place.clone());
    }
    gone
}

/// The target of a link as it is written.
struct Address<'a> {
    tree: &'a Tree,
    place: Range<usize>,
    letters: Paragraph,
    found: Vec<Found>,
}

impl<'a> Address<'a> {
    fn of(tree: &'a Tree, place: Range<usize>, delimiters: &Delimiters) -> Self {
        let letters = paragraph(tree, 0, std::slice::from_ref(&place));
        Self {
            found: tags(&letters, delimiters),
            tree,
            place,
            letters,
        }
    }

    /// Its own letters and the values between them.
    fn pieces(&self, place: &Place, findings: &mut Findings, is_again: bool) -> Vec<Target> {
        let mut pieces = Vec::new();
        let mut at = self.place.start;
        for found in &self.found {
            let own = self.letters.places(found.characters.clone());
            let (Some(first), Some(last)) = (own.first(), own.last()) else {
                continue;
            };
            let before = decoded(self.tree.raw(self.place.start..first.start)).into_owned();
            let between = decoded(self.tree.raw(at..first.start)).into_owned();
            if !between.is_empty() {
                pieces.push(Target::Own(between));
            }
            let text = value(found, Spot::behind(&before), place, findings, is_again);
            pieces.extend(text.map(|text| Target::Value(Box::new(text))));
            at = last.end;
        }
        let rest = decoded(self.tree.raw(at..self.place.end)).into_owned();
        if !rest.is_empty() {
            pieces.push(Target::Own(rest));
        }
        pieces
    }
}

/// The value of a tag in a link; what is wrong with it is noted.
fn value(
    found: &Found,
    spot: Spot,
    place: &Place,
    findings: &mut Findings,
    is_again: bool,
) -> Option<Text> {
    let problem = match &found.tag {
        Ok(Tag::Value(value)) => {
            let names = value.names().into_iter().filter(|_| !is_again);
            findings.fields.extend(names.map(|name| Field {
                name: name.clone(),
                kind: Kind::Value,
                place: place.clone(),
                is_needed: false,
            }));
            return Some(Text {
                value: value.clone(),
                form: Form::Link(spot),
                tag: found.text.clone(),
                place: place.clone(),
            });
        }
        // Nothing is repeated within an address.
        Ok(_) => Problem::Unclear(found.text.clone()),
        Err(problem) => problem.clone(),
    };
    findings.faults.push(problem.at(place));
    None
}

/// The letters at some places of a part as one text; what is written as `%7B` is one letter.
fn paragraph(tree: &Tree, node: Node, places: &[Range<usize>]) -> Paragraph {
    let letters = places.iter().flat_map(|place| {
        let raw = characters(tree.raw(place.clone()));
        raw.map(|(is, own)| (is, place.start + own.start..place.start + own.end))
    });
    let letters = address::unescaped(letters.collect());
    let letter = |(is, place)| Character {
        is,
        place,
        piece: 0,
    };
    Paragraph {
        node,
        pieces: Vec::new(),
        characters: letters.into_iter().map(letter).collect(),
    }
}

/// The instructions of HYPERLINK fields.
fn instructions(
    source: Source,
    delimiters: &Delimiters,
    edits: &mut Edits,
    findings: &mut Findings,
) {
    let tree = source.tree;
    let codes = Code::all(tree).into_iter();
    for code in codes.filter(|code| code.kind() == "HYPERLINK") {
        let (begin, _) = code.ends;
        let letters = paragraph(tree, begin, &instruction(tree, &code));
        let found = tags(&letters, delimiters);
        let place = source.place(begin);
        for tag in &found {
            let before: String = letters.characters[..tag.characters.start]
                .iter()
                .map(|letter| letter.is)
                .collect();
            let is_again = is_fallback(tree, begin);
            let spot = Spot::in_instruction(&before);
            let text = value(tag, spot, &place, findings, is_again);
            let mut piece: Vec<_> = text
                .map(|text| Piece::Text(Box::new(text)))
                .into_iter()
                .collect();
            for stretch in letters.places(tag.characters.clone()) {
                edits.put(stretch, std::mem::take(&mut piece));
            }
        }
    }
}

/// Where the instruction of a field is written, fields inside it left out.
fn instruction(tree: &Tree, code: &Code) -> Vec<Range<usize>> {
    let (begin, end) = code.ends;
    if begin == end {
        let written = tree.attribute(begin, "instr");
        return written.map(|written| written.value).into_iter().collect();
    }
    let mut depth = 0;
    let mut places = Vec::new();
    for node in begin..=end {
        if tree.is_word(node, "fldChar") {
            match tree.value(node, "fldCharType").as_deref() {
                Some("begin") => depth += 1,
                Some("end") => depth -= 1,
                Some("separate") if depth == 1 => break,
                _ => {}
            }
        } else if tree.is_word(node, "instrText") && depth == 1 {
            places.push(tree.inner(node));
        }
    }
    places
}
