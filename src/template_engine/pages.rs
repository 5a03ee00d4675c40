//! The body of a document as pages: what comes before them, and the format that ends them.

use std::ops::Range;

use super::edit::Edits;
use super::piece::Piece;
use super::xml::{Node, Tree};

/// Where the pages of a body lie among its pieces.
#[derive(Debug)]
pub struct Pages {
    /// The pieces of the text.
    pub content: Range<usize>,
    /// The first piece behind the format of the last section.
    pub behind: usize,
    /// The format of the last section, pages counted from 1.
    pub section: Vec<Piece>,
    /// The prefix of the elements.
    pub prefix: String,
}

/// What stands behind the numbering of pages in a format of pages.
const BEHIND_NUMBERING: &[&str] = &[
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
    "printerSettings",
    "sectPrChange",
];

/// The pieces of a body, and where its pages lie among them. None where a part is no body.
pub fn split(tree: &Tree, edits: &mut Edits) -> Option<(Vec<Piece>, Pages)> {
    let body = tree.child(0, "body")?;
    if tree.is_self_closing(body) {
        return None;
    }
    for node in (0..tree.len()).filter(|node| tree.is_word(*node, "sectPr")) {
        for reference in tree.children(node) {
            let is_reference = tree.local(reference).ends_with("Reference");
            let id = tree.attribute(reference, "id").filter(|_| is_reference);
            if let Some(id) = id {
                edits.put(id.value.clone(), vec![Piece::Reference(id.value)]);
            }
        }
    }
    let last = tree.children(body).last();
    let section = last.filter(|node| tree.is_word(*node, "sectPr"));
    let mut sections = (0..tree.len()).filter(|node| tree.is_word(*node, "sectPr"));
    let first = sections.next();
    if let Some(first) = first.filter(|first| Some(*first) != section) {
        count_anew(tree, first, edits);
    }
    let inner = tree.inner(body);
    let place = section.map_or(inner.end..inner.end, |section| tree.outer(section));
    let mut pieces = edits.pieces_within(0..inner.start);
    let start = pieces.len();
    pieces.extend(edits.pieces(inner.start..place.start));
    let content = start..pieces.len();
    pieces.extend(edits.pieces_within(place.clone()));
    let behind = pieces.len();
    pieces.extend(edits.pieces_within(place.end..tree.source().len()));
    let prefix = tree.prefix(body).to_owned();
    let is_first = first == section;
    let section = format_of(tree, section, &prefix, is_first);
    Some((
        pieces,
        Pages {
            content,
            behind,
            section,
            prefix,
        },
    ))
}

/// Notes are counted anew from the section on with which each document begins.
fn count_anew(tree: &Tree, section: Node, edits: &mut Edits) {
    if tree.is_self_closing(section) {
        return;
    }
    let w = tree.prefix(section);
    let anew = format!("<{w}numRestart {w}val=\"eachSect\"/>");
    let mut children = tree.children(section);
    let behind = children.find(|child| !tree.local(*child).ends_with("Reference"));
    let at = behind.map_or(tree.inner(section).end, |node| tree.outer(node).start);
    for (name, reference) in [
        ("footnotePr", "footnoteReference"),
        ("endnotePr", "endnoteReference"),
    ] {
        if !(0..tree.len()).any(|node| tree.is_word(node, reference)) {
            continue;
        }
        let (at, markup) = match tree.child(section, name) {
            Some(own) if tree.is_self_closing(own) || tree.child(own, "numRestart").is_some() => {
                continue;
            }
            Some(own) => (tree.inner(own).end, anew.clone()),
            None => (at, format!("<{w}{name}>{anew}</{w}{name}>")),
        };
        edits.put(at..at, vec![Piece::InJoined(markup)]);
    }
}

fn format_of(tree: &Tree, section: Option<Node>, w: &str, is_first: bool) -> Vec<Piece> {
    let Some(section) = section else {
        return vec![Piece::Markup(format!("<{w}sectPr/>"))];
    };
    let numbering = format!("<{w}pgNumType {w}start=\"1\"/>");
    if tree.is_self_closing(section) {
        let tag = tree
            .raw(tree.tag(section))
            .trim_end_matches("/>")
            .to_owned();
        return vec![Piece::Markup(format!("{tag}>{numbering}</{w}sectPr>"))];
    }
    let mut edits = Edits::default();
    if is_first {
        count_anew(tree, section, &mut edits);
    }
    for child in tree.children(section) {
        let id = tree.attribute(child, "id");
        if let Some(id) = id.filter(|_| tree.local(child).ends_with("Reference")) {
            edits.put(id.value.clone(), vec![Piece::Reference(id.value)]);
        }
        // Each document begins on a page of its own.
        if tree.is_word(child, "type") {
            edits.cut(tree.outer(child));
        }
    }
    match tree.child(section, "pgNumType") {
        Some(own) if tree.attribute(own, "start").is_some() => {}
        Some(own) => edits.insert(tree.name_end(own), format!(" {w}start=\"1\"")),
        None => {
            let mut children = tree.children(section);
            let behind = children.find(|child| BEHIND_NUMBERING.contains(&tree.local(*child)));
            let at = behind.map_or(tree.inner(section).end, |node| tree.outer(node).start);
            edits.insert(at, numbering);
        }
    }
    edits.pieces(tree.outer(section))
}
