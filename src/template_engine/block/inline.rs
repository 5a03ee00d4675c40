//! Repeats and conditions inside one paragraph.

use super::super::edit::Edits;
use super::super::xml::{Node, Tree};
use super::{At, Span, Text};

/// Repeats characters, or whole runs where the tags stand in different ones. None where no whole
/// runs lie between, as where a hyperlink begins there and ends elsewhere.
pub fn turn(text: &Text, span: &Span, edits: &mut Edits) -> Option<()> {
    let changes = text.changes(span);
    let all_same = changes
        .iter()
        .all(|(at, _)| at.paragraph == span.open.paragraph);
    if !all_same {
        return None;
    }
    let piece = |at: At, character: usize| text.paragraph(at).characters[character].piece;
    let first_piece = piece(span.open, text.found(span.open).characters.start);
    let is_in_one = changes.iter().all(|(at, _)| {
        let characters = &text.found(*at).characters;
        characters
            .clone()
            .all(|letter| piece(*at, letter) == first_piece)
    });
    if is_in_one {
        for (at, change) in changes {
            for (number, place) in text.bytes(at).into_iter().enumerate() {
                match number {
                    0 => edits.add(place, text.position(at), change.clone()),
                    _ => edits.cut(place),
                }
            }
        }
        return Some(());
    }
    let seams: Option<Vec<Seam>> = changes
        .iter()
        .map(|(at, _)| seam(text, *at, *at == span.open))
        .collect();
    let seams = seams?;
    let common = seams
        .iter()
        .skip(1)
        .fold(seams[0].around.clone(), |common, seam| {
            let is_shared = |node: &Node| seam.around.contains(node);
            common.into_iter().filter(is_shared).collect()
        });
    let common = *common.first()?;
    let mut written = Vec::new();
    for seam in &seams {
        written.push(seam.markup(text.tree, common)?);
    }
    for (((at, change), seam), (close, open)) in changes.into_iter().zip(&seams).zip(written) {
        // In the order close, turn, open; all at one place, before the tag itself is cut there.
        let order = text.position(at);
        let here = seam.at..seam.at;
        let put = |markup| super::Change::Put(vec![super::Piece::Markup(markup)]);
        edits.add(here.clone(), order, put(close));
        edits.add(here.clone(), order, change);
        edits.add(here, order, put(open));
        for place in text.bytes(at) {
            edits.cut(place);
        }
    }
    Some(())
}

/// Where a run is cut in two.
struct Seam {
    at: usize,
    /// The `w:t` and the run.
    text: Node,
    run: Node,
    /// What stands around the run, nearest first.
    around: Vec<Node>,
}

/// Behind the last character of a beginning, before the first of anything else.
fn seam(text: &Text, at: At, is_open: bool) -> Option<Seam> {
    let paragraph = text.paragraph(at);
    let characters = &text.found(at).characters;
    let (number, is_behind) = match is_open {
        true => (characters.end - 1, true),
        false => (characters.start, false),
    };
    let character = &paragraph.characters[number];
    let piece = paragraph.pieces[character.piece];
    let run = piece.run?;
    let place = &character.place;
    Some(Seam {
        at: if is_behind { place.end } else { place.start },
        text: piece.node,
        run,
        around: text.tree.ancestors(run).collect(),
    })
}

impl Seam {
    /// What closes the run and what is around it up to `common`, and what opens it all again.
    fn markup(&self, tree: &Tree, common: Node) -> Option<(String, String)> {
        let prefix = tree.prefix(self.text);
        let between: Vec<Node> = self
            .around
            .iter()
            .copied()
            .take_while(|node| *node != common)
            .collect();
        let is_transparent = |node: &Node| {
            ["ins", "moveTo", "hyperlink", "smartTag", "bdo", "dir"].contains(&tree.local(*node))
        };
        if !between.iter().all(is_transparent) {
            return None;
        }
        let mut close = format!("</{prefix}t></{prefix}r>");
        let mut open = String::new();
        for node in &between {
            close += &format!("</{}{}>", tree.prefix(*node), tree.local(*node));
            open.insert_str(0, tree.raw(tree.tag(*node)));
        }
        open += &run_start(tree, self.run);
        open += &format!("<{prefix}t xml:space=\"preserve\">");
        Some((close, open))
    }
}

/// The beginning of a run that looks like another.
pub fn run_start(tree: &Tree, run: Node) -> String {
    let prefix = tree.prefix(run);
    let look = tree.child(run, "rPr");
    let look = look.map_or("", |look| tree.raw(tree.outer(look)));
    format!("<{prefix}r>{look}")
}
