//! Repeats and conditions over rows of a table.

use super::super::edit::{Change, Edits};
use super::super::xml::{Node, Tree};
use super::{At, Changed, Span, Text};

/// Repeats the row in which a span begins and ends, or the rows from the one to the other. Rows
/// that hold nothing but tags are no part of it and go. None where no whole rows lie between.
pub fn turn(text: &Text, span: &Span, edits: &mut Edits, changed: &mut Changed) -> Option<()> {
    let tree = text.tree;
    let (first, last) = rows(tree, text.node(span.open), text.node(span.close))?;
    if tree.parent(first) != tree.parent(last) || first == last && !span.elses.is_empty() {
        return None;
    }
    let table = table_of(tree, first)?;
    let row_of = |at: At| {
        let mut around = tree.ancestors(text.node(at));
        around.find(|row| tree.is_word(*row, "tr") && table_of(tree, *row) == Some(table))
    };
    for (at, change) in text.changes(span) {
        let row = row_of(at)?;
        let outer = tree.outer(row);
        let is_marker = first != last && is_only_tags(text, row);
        let here = match change {
            _ if is_marker => outer.start,
            Change::Begin(..) => outer.start,
            Change::End => outer.end,
            _ => return None,
        };
        edits.add(here..here, text.position(at), change);
        if is_marker {
            changed.gone.insert(row);
        } else {
            for place in text.bytes(at) {
                edits.cut(place);
            }
        }
    }
    changed.tables.insert(table);
    Some(())
}

/// The rows of one table that hold two paragraphs; the innermost such table.
fn rows(tree: &Tree, open: Node, close: Node) -> Option<(Node, Node)> {
    let rows_around = |node| {
        let around: Vec<Node> = tree.ancestors(node).collect();
        around.into_iter().filter(|row| tree.is_word(*row, "tr"))
    };
    rows_around(open).find_map(|first| {
        let same = |last: &Node| table_of(tree, *last) == table_of(tree, first);
        rows_around(close).find(same).map(|last| (first, last))
    })
}

/// The table of a row.
pub fn table_of(tree: &Tree, row: Node) -> Option<Node> {
    tree.ancestors(row)
        .find(|table| tree.is_word(*table, "tbl"))
}

fn is_only_tags(text: &Text, row: Node) -> bool {
    let inside = text.tree.descendants(row);
    let mut paragraphs =
        (0..text.paragraphs.len()).filter(|number| inside.contains(&text.paragraphs[*number].node));
    paragraphs.all(|number| text.is_only_tags(number))
}
