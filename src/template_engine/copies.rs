//! What may be in a document only once, and so has to change or go in the copies a repeat makes.
//! Word calls a document damaged whose drawings share a number.

use std::ops::Range;

use super::edit::Edits;
use super::note::mark_of;
use super::piece::Piece;
use super::xml::{Namespace, Node, Tree};

/// Marks all such places among some elements of a part.
pub fn mark(tree: &Tree, nodes: Range<Node>, edits: &mut Edits) {
    let has_objects = (0..tree.len()).any(|node| tree.is(node, Namespace::Office, "OLEObject"));
    for node in nodes {
        match tree.namespace(node) {
            Namespace::Word => mark_word(tree, node, edits),
            Namespace::Anchor if tree.local(node) == "docPr" => {
                if let Some(number) = tree.attribute(node, "id") {
                    let piece = Piece::DrawingNumber(number.value.clone());
                    edits.put(number.value, vec![piece]);
                }
            }
            // An embedded object is found by the number of its shape.
            Namespace::Vml if !has_objects && tree.local(node) != "shapetype" => {
                once(tree, node, &["id", "o:spid"], edits);
            }
            _ => {}
        }
    }
}

fn mark_word(tree: &Tree, node: Node, edits: &mut Edits) {
    if let Some(mark) = mark_of(tree, node) {
        return edits.put(mark.outer.clone(), vec![Piece::Mark(Box::new(mark))]);
    }
    match tree.local(node) {
        "p" | "tr" => once(tree, node, &["w14:paraId", "w14:textId"], edits),
        "bookmarkStart" | "bookmarkEnd" | "permStart" | "permEnd" => {
            let outer = tree.outer(node);
            edits.put(outer.clone(), vec![Piece::Once(outer)]);
        }
        "id" if tree
            .parent(node)
            .is_some_and(|parent| tree.is_word(parent, "sdtPr")) =>
        {
            let outer = tree.outer(node);
            edits.put(outer.clone(), vec![Piece::Once(outer)]);
        }
        _ => {}
    }
}

fn once(tree: &Tree, node: Node, names: &[&str], edits: &mut Edits) {
    for (name, attribute) in tree.attributes(node) {
        if names.contains(&name) {
            let piece = Piece::Once(attribute.whole.clone());
            edits.put(attribute.whole, vec![piece]);
        }
    }
}

/// The highest number of a drawing in a part.
pub fn highest_drawing(tree: &Tree) -> u32 {
    (0..tree.len())
        .filter(|node| tree.is(*node, Namespace::Anchor, "docPr"))
        .filter_map(|node| tree.value(node, "id")?.parse().ok())
        .max()
        .unwrap_or(0)
}
