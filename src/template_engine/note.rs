//! Foot- and endnotes and comments: each copy that a repeat makes of a text has copies of its own
//! of the notes it refers to, filled with the same line.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::document::TextKind;
use super::edit::Edits;
use super::piece::Piece;
use super::xml::{Node, Tree};

/// A note, by the kind of its part and its number there.
pub type Key = (TextKind, String);

/// A place in a text that belongs to a note.
#[derive(Debug, Clone)]
pub struct Mark {
    /// The note.
    pub key: Key,
    /// The whole element.
    pub outer: Range<usize>,
    /// Its number in it.
    pub number: Range<usize>,
    /// Whether the note is written because of it. Others only begin or end what a comment is
    /// about.
    pub is_reference: bool,
}

/// A note as its part has it.
#[derive(Debug, Clone)]
pub struct Note {
    /// Its kind and number.
    pub key: Key,
    /// What is written.
    pub pieces: Vec<Piece>,
}

/// The mark an element is, if it is one.
pub fn mark_of(tree: &Tree, node: Node) -> Option<Mark> {
    let (kind, is_reference) = match tree.local(node) {
        "footnoteReference" => (TextKind::Footnotes, true),
        "endnoteReference" => (TextKind::Endnotes, true),
        "commentReference" => (TextKind::Comments, true),
        "commentRangeStart" | "commentRangeEnd" => (TextKind::Comments, false),
        _ => return None,
    };
    let number = tree.attribute(node, "id")?;
    Some(Mark {
        key: (kind, tree.value(node, "id")?.into_owned()),
        outer: tree.outer(node),
        number: number.value,
        is_reference,
    })
}

/// The pieces of a part of notes, each note apart. What only parts the page from them are no
/// notes.
pub fn split(tree: &Tree, kind: TextKind, edits: &mut Edits) -> Vec<Piece> {
    let is_own = |node: &Node| {
        let sort = tree.value(*node, "type");
        let is_note = ["footnote", "endnote", "comment"].contains(&tree.local(*node));
        is_note && sort.is_none_or(|sort| sort == "normal")
    };
    let mut notes = Vec::new();
    for node in tree.children(0).filter(is_own) {
        if let Some(number) = tree.attribute(node, "id") {
            let key = (
                kind,
                tree.value(node, "id").unwrap_or_default().into_owned(),
            );
            edits.put(number.value, vec![Piece::NoteNumber]);
            notes.push((key, tree.outer(node)));
        }
    }
    let mut pieces = Vec::new();
    let mut at = 0;
    for (key, outer) in notes {
        pieces.extend(edits.pieces(at..outer.start));
        at = outer.end;
        let inside = edits.pieces(outer);
        pieces.push(Piece::Note(Box::new(Note {
            key,
            pieces: inside,
        })));
    }
    pieces.extend(edits.pieces(at..tree.source().len()));
    pieces
}

/// Comments that begin in a repeat and end elsewhere are not copied: only the first of several
/// copies has their marks.
pub fn settle(pieces: &mut [Piece]) {
    let mut all = Marks::new();
    gather(pieces, &mut all);
    let mut crossing = BTreeSet::new();
    find_crossing(pieces, &all, &mut crossing);
    if !crossing.is_empty() {
        visit(pieces, &mut |piece| {
            if let Piece::Mark(mark) = piece
                && crossing.contains(&mark.key)
            {
                *piece = Piece::Once(mark.outer.clone());
            }
        });
    }
}

/// Where the marks of each note stand.
type Marks = BTreeMap<Key, BTreeSet<usize>>;

fn gather(pieces: &mut [Piece], marks: &mut Marks) {
    visit(pieces, &mut |piece| {
        if let Piece::Mark(mark) = piece {
            let places = marks.entry(mark.key.clone()).or_default();
            places.insert(mark.outer.start);
        }
    });
}

fn find_crossing(pieces: &mut [Piece], all: &Marks, crossing: &mut BTreeSet<Key>) {
    visit(pieces, &mut |piece| {
        if let Piece::Each(each) = piece {
            let mut inside = Marks::new();
            gather(&mut each.body, &mut inside);
            let cut = inside
                .into_iter()
                .filter(|(key, own)| all.get(key) != Some(own));
            crossing.extend(cut.map(|(key, _)| key));
        }
    });
}

/// The notes that pieces refer to.
pub fn referred(pieces: &mut [Piece]) -> BTreeSet<Key> {
    let mut marks = Marks::new();
    gather(pieces, &mut marks);
    marks.into_keys().collect()
}

/// Goes through pieces and all that are inside them.
fn visit(pieces: &mut [Piece], work: &mut dyn FnMut(&mut Piece)) {
    for piece in pieces {
        match piece {
            Piece::Each(each) => visit(&mut each.body, work),
            Piece::When(when) => {
                visit(&mut when.then, work);
                visit(&mut when.otherwise, work);
            }
            Piece::Table(inside) | Piece::Holder(inside, _) => visit(inside, work),
            Piece::Control(control) => {
                for choice in &mut control.choices {
                    visit(&mut choice.pieces, work);
                }
                visit(&mut control.otherwise, work);
            }
            Piece::Note(note) => visit(&mut note.pieces, work),
            _ => {}
        }
        work(piece);
    }
}
