//! A part read once, and made ready to be filled many times.

use std::collections::BTreeSet;
use std::ops::Range;

use super::block::Text;
use super::document::TextKind;
use super::edit::Edits;
use super::found::{Found, tags};
use super::listing::{Field, Kind};
use super::mail_merge::{self, Skip, Source};
use super::note::{self, Key};
use super::package::Relationships;
use super::pages::{self, Pages};
use super::paragraph::Paragraph;
use super::piece::{self, Drawing, Form, Piece};
use super::place::Places;
use super::store::Stores;
use super::tag::{Block, Expression, Tag};
use super::xml::Tree;
use super::{Delimiters, control, copies, drawing, link, xml};
use crate::error::template::{Fault, Place, Problem, Story};

/// A part ready to be filled.
#[derive(Debug, Default)]
pub struct Compiled {
    /// Its bytes.
    pub source: Vec<u8>,
    /// What is written.
    pub pieces: Vec<Piece>,
    /// Where the pages of a body lie; their own format is written between them.
    pub pages: Option<Pages>,
    /// Whether anything is filled in at all.
    pub is_changed: bool,
    /// The notes it refers to.
    pub refers: BTreeSet<Key>,
    /// The entries of its relationships that nothing points to once it is filled.
    pub gone: Vec<Range<usize>>,
}

/// A part of paragraphs.
pub struct Material {
    /// The part.
    pub tree: Tree,
    /// What it is.
    pub kind: TextKind,
    /// The section whose header or footer it is.
    pub section: usize,
}

/// What is found on the way through all parts.
#[derive(Debug, Default)]
pub struct Findings {
    /// Every field.
    pub fields: Vec<Field>,
    /// How many repeats and conditions are open.
    pub depth: usize,
    /// Whether one document holds several records.
    pub has_next: bool,
    /// Which records get no document.
    pub skips: Vec<Skip>,
    /// Everything that is wrong.
    pub faults: Vec<Fault>,
}

/// Reads a text of paragraphs: the body, a header, notes.
pub fn story(
    Material {
        tree,
        kind,
        section,
    }: Material,
    relationships: Option<&Relationships>,
    delimiters: &Delimiters,
    findings: &mut Findings,
    stores: &mut Stores,
) -> Compiled {
    let paragraphs = Paragraph::all(&tree);
    let places = Places::count(&tree, kind.story(section));
    let mut edits = Edits::default();
    texts(
        &tree,
        &places,
        &paragraphs,
        delimiters,
        (&mut edits, findings),
    );
    let source = Source {
        tree: &tree,
        places: &places,
        paragraphs: &paragraphs,
    };
    mail_merge::turn(source, &mut edits, findings);
    drawing::turn(source, delimiters, &mut edits, findings);
    let gone = link::turn(source, relationships, delimiters, &mut edits, findings);
    control::turn(source, &mut edits, findings, stores);
    let is_changed = !edits.is_empty();
    copies::mark(&tree, 0..tree.len(), &mut edits);
    let (mut pieces, pages) = if kind.has_notes() {
        (note::split(&tree, kind, &mut edits), None)
    } else if let Some((pieces, pages)) = pages::split(&tree, &mut edits) {
        (pieces, Some(pages))
    } else {
        (edits.pieces(0..tree.source().len()), None)
    };
    note::settle(&mut pieces);
    Compiled {
        refers: note::referred(&mut pieces),
        source: tree.into_source(),
        pieces,
        pages,
        is_changed,
        gone,
    }
}

/// Reads the properties of the file: elements that hold a text each.
pub fn properties(tree: Tree, delimiters: &Delimiters, findings: &mut Findings) -> Compiled {
    let is_leaf = |node: &usize| tree.children(*node).next().is_none();
    let leaves = (0..tree.len()).filter(is_leaf);
    let paragraphs: Vec<_> = leaves.map(|node| Paragraph::of_text(&tree, node)).collect();
    let places = Places::count(&tree, Story::Properties);
    let mut edits = Edits::default();
    texts(
        &tree,
        &places,
        &paragraphs,
        delimiters,
        (&mut edits, findings),
    );
    let is_changed = !edits.is_empty();
    let pieces = edits.pieces(0..tree.source().len());
    Compiled {
        source: tree.into_source(),
        pieces,
        is_changed,
        ..Compiled::default()
    }
}

fn texts(
    tree: &Tree,
    places: &Places,
    paragraphs: &[Paragraph],
    delimiters: &Delimiters,
    (edits, findings): (&mut Edits, &mut Findings),
) {
    findings.depth = 0;
    let tags: Vec<Vec<Found>> = paragraphs
        .iter()
        .map(|paragraph| tags(paragraph, delimiters))
        .collect();
    let text = Text {
        tree,
        places,
        paragraphs,
        tags: &tags,
    };
    for (paragraph, found) in tags.iter().enumerate() {
        for (number, tag) in found.iter().enumerate() {
            let place = text.place(paragraph, number);
            if !is_fallback(tree, paragraphs[paragraph].node) {
                list(tag, &place, findings);
            }
            put(tree, &paragraphs[paragraph], tag, place, (edits, findings));
        }
        if !found.is_empty() {
            keep_blanks(tree, &paragraphs[paragraph], found, edits);
        }
    }
    text.turn(edits, &mut findings.faults);
}

/// Whether it is what older programs are shown instead of the same thing.
pub fn is_fallback(tree: &Tree, node: xml::Node) -> bool {
    tree.ancestors(node)
        .any(|around| tree.is(around, xml::Namespace::Compatibility, "Fallback"))
}

/// Puts a value or a picture where the first character of its name stands.
fn put(
    tree: &Tree,
    paragraph: &Paragraph,
    found: &Found,
    place: Place,
    (edits, findings): (&mut Edits, &mut Findings),
) {
    let is_text = |at: usize| {
        let piece = &paragraph.pieces[paragraph.characters[at].piece];
        piece.run.is_none() || tree.is_word(piece.node, "t")
    };
    let first = if is_text(found.first) {
        found.first
    } else {
        found.characters.start
    };
    let character = &paragraph.characters[first];
    let owner = &paragraph.pieces[character.piece];
    let prefix = tree.prefix(owner.node).to_owned();
    let piece = match &found.tag {
        Ok(Tag::Value(value)) => Piece::Text(Box::new(piece::Text {
            value: value.clone(),
            form: match owner.run {
                Some(_) => Form::Run(prefix),
                None => Form::Plain,
            },
            tag: found.text.clone(),
            place,
        })),
        Ok(Tag::Picture(picture)) if owner.run.is_some() => Piece::Drawing(Box::new(Drawing {
            picture: picture.clone(),
            prefix,
            tag: found.text.clone(),
            place,
        })),
        Ok(Tag::Picture(_)) => {
            let problem = Problem::Unclear(found.text.clone());
            return findings.faults.push(problem.at(&place));
        }
        Err(problem) => return findings.faults.push(problem.clone().at(&place)),
        Ok(_) => return,
    };
    let mut pieces = vec![piece];
    for stretch in paragraph.places(found.characters.clone()) {
        let is_here = stretch.contains(&character.place.start);
        edits.put(
            stretch,
            if is_here {
                std::mem::take(&mut pieces)
            } else {
                Vec::new()
            },
        );
    }
}

/// Texts that are written in keep the blanks at their ends.
fn keep_blanks(tree: &Tree, paragraph: &Paragraph, found: &[Found], edits: &mut Edits) {
    let characters = found.iter().flat_map(|found| found.characters.clone());
    let mut pieces: Vec<usize> = characters
        .map(|at| paragraph.characters[at].piece)
        .collect();
    pieces.dedup();
    for piece in pieces {
        let piece = &paragraph.pieces[piece];
        let is_text = piece.run.is_some() && tree.is_word(piece.node, "t");
        if is_text && tree.attribute(piece.node, "space").is_none() {
            let at = tree.name_end(piece.node);
            edits.insert(at, " xml:space=\"preserve\"".to_owned());
        }
    }
}

fn list(found: &Found, place: &Place, findings: &mut Findings) {
    match &found.tag {
        Ok(Tag::Begin(..)) => findings.depth += 1,
        Ok(Tag::End(_)) => findings.depth = findings.depth.saturating_sub(1),
        _ => {}
    }
    let is_needed = match &found.tag {
        Ok(Tag::Value(value)) => findings.depth == 0 && !value.may_be_empty(),
        _ => false,
    };
    let (kind, expressions): (Kind, Vec<&Expression>) = match &found.tag {
        Ok(Tag::Value(value)) => (Kind::Value, vec![value]),
        Ok(Tag::Picture(picture)) if picture.is_qr => (Kind::Qr, vec![&picture.value]),
        Ok(Tag::Picture(picture)) => (Kind::Picture, vec![&picture.value]),
        Ok(Tag::Begin(Block::Each(value), _)) => (Kind::Repeat, vec![value]),
        Ok(Tag::Begin(Block::Unless(value), _)) => (Kind::Condition, vec![value]),
        Ok(Tag::Begin(Block::If(condition), _)) => (Kind::Condition, condition.expressions()),
        _ => return,
    };
    for name in expressions.into_iter().flat_map(Expression::names) {
        findings.fields.push(Field {
            name: name.clone(),
            kind,
            place: place.clone(),
            is_needed,
        });
    }
}
