//! Pictures that stand in the template already: their size, their frame and how text flows around
//! them stay, only what they show is another.

use super::Delimiters;
use super::compile::Findings;
use super::edit::{Change, Edits};
use super::listing::{Field, Kind};
use super::mail_merge::Source;
use super::piece::{Piece, Shown};
use super::tag::{Block, Condition, Expression, Picture, Tag};
use super::xml::{Namespace, Node, Tree, decoded};
use crate::error::template::Place;

/// Notes the changes of all pictures whose alternative text is a field.
pub fn turn(source: Source, delimiters: &Delimiters, edits: &mut Edits, findings: &mut Findings) {
    let tree = source.tree;
    for node in 0..tree.len() {
        let names: &[&str] = match tree.namespace(node) {
            Namespace::Anchor if tree.local(node) == "docPr" => &["descr", "title"],
            Namespace::Vml => &["alt"],
            _ => continue,
        };
        for (name, attribute) in tree.attributes(node) {
            if !names.contains(&name) {
                continue;
            }
            let text = decoded(tree.raw(attribute.value.clone())).into_owned();
            let Some(tag) = delimiters.inside(&text) else {
                continue;
            };
            let place = source.place(node);
            let (picture, kind) = match Tag::read(tag) {
                Ok(Tag::Value(value)) => (of_value(value, false), Kind::Picture),
                Ok(Tag::Picture(picture)) if picture.is_qr => (picture, Kind::Qr),
                Ok(Tag::Picture(picture)) => (picture, Kind::Picture),
                Ok(_) => continue,
                Err(problem) => {
                    findings.faults.push(problem.at(&place));
                    continue;
                }
            };
            findings
                .fields
                .extend(picture.value.names().into_iter().map(|name| Field {
                    name: name.clone(),
                    kind,
                    place: place.clone(),
                    is_needed: false,
                }));
            edits.cut(attribute.value);
            show(tree, node, &picture, &place, edits);
        }
    }
}

fn of_value(value: Expression, is_qr: bool) -> Picture {
    Picture {
        is_qr,
        value,
        width: None,
        height: None,
    }
}

/// Shows another picture in the drawing around a node; nothing is shown where the value is empty.
fn show(tree: &Tree, node: Node, picture: &Picture, place: &Place, edits: &mut Edits) {
    let is_drawing = |node: &Node| {
        let local = tree.local(*node);
        tree.namespace(*node) == Namespace::Word && (local == "drawing" || local == "pict")
    };
    let Some(drawing) = tree.ancestors(node).find(is_drawing) else {
        return;
    };
    let outer = tree.outer(drawing);
    let block = Block::If(Condition::Is(picture.value.clone()));
    let begin = Change::Begin(block, place.clone());
    edits.add(outer.start..outer.start, outer.start, begin);
    edits.add(outer.end..outer.end, outer.end, Change::End);
    put(tree, drawing, picture, place, edits);
}

/// Shows the picture of a field in the drawing inside a node.
pub fn replace(source: Source, inside: Node, value: &Expression, place: &Place, edits: &mut Edits) {
    put(
        source.tree,
        inside,
        &of_value(value.clone(), false),
        place,
        edits,
    );
}

fn put(tree: &Tree, inside: Node, picture: &Picture, place: &Place, edits: &mut Edits) {
    for node in tree.descendants(inside) {
        let is_blip = tree.is(node, Namespace::Drawing, "blip");
        let name = match is_blip {
            true => "embed",
            false if tree.is(node, Namespace::Vml, "imagedata") => "id",
            false => continue,
        };
        let Some(attribute) = tree.attribute(node, name) else {
            continue;
        };
        let frame = is_blip.then(|| frame(tree, node)).flatten();
        let shown = |prefix: Option<String>| {
            Piece::Shown(Box::new(Shown {
                picture: picture.clone(),
                place: place.clone(),
                frame,
                prefix,
            }))
        };
        edits.put(attribute.value, vec![shown(None)]);
        if is_blip {
            fit(tree, node, shown(Some(tree.prefix(node).to_owned())), edits);
        }
    }
}

/// The width and height of the frame around a picture.
fn frame(tree: &Tree, blip: Node) -> Option<(u64, u64)> {
    let around = tree.ancestors(blip).find(|node| {
        tree.namespace(*node) == Namespace::Anchor
            && ["inline", "anchor"].contains(&tree.local(*node))
    })?;
    let extent = tree
        .children(around)
        .find(|node| tree.local(*node) == "extent")?;
    let side = |name| tree.value(extent, name)?.parse().ok();
    Some((side("cx")?, side("cy")?)).filter(|(width, height)| *width > 0 && *height > 0)
}

/// The part of the picture that is shown is that of the new one; drawings of other formats that
/// stood for the old one go.
fn fit(tree: &Tree, blip: Node, crop: Piece, edits: &mut Edits) {
    if !tree.is_self_closing(blip) {
        edits.cut(tree.inner(blip));
    }
    let siblings = tree
        .parent(blip)
        .into_iter()
        .flat_map(|fill| tree.children(fill));
    for old in siblings.filter(|node| tree.is(*node, Namespace::Drawing, "srcRect")) {
        edits.cut(tree.outer(old));
    }
    let end = tree.outer(blip).end;
    edits.put(end..end, vec![crop]);
}
