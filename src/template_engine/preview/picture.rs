//! Pictures, as far as the preview shows them.

use std::sync::Arc;

use super::format::alignment;
use super::model::{Anchor, Block, Picture, Place, Wrap};
use super::story::{Around, Reader};
use crate::template_engine::xml::{Namespace, Node, Tree};

/// A point in the units drawings are measured in.
const POINT: f32 = 12_700.0;
/// Nothing on a page is larger, in points.
const LARGEST: f32 = 3_000.0;

impl Reader<'_> {
    /// The pictures and text boxes of a drawing.
    pub fn pictures(&mut self, node: Node, around: &Around) -> Vec<Picture> {
        let tree = self.tree;
        let mut pictures = Vec::new();
        let frames = tree.descendants(node).filter(|inner| {
            tree.namespace(*inner) == Namespace::Anchor
                && ["inline", "anchor"].contains(&tree.local(*inner))
        });
        let frames: Vec<Node> = frames.collect();
        for frame in &frames {
            pictures.extend(self.drawn(*frame, around));
        }
        if frames.is_empty() {
            pictures.extend(self.shape(node, around));
        }
        pictures
    }

    /// A drawing of Word 2007 and later.
    fn drawn(&mut self, frame: Node, around: &Around) -> Option<Picture> {
        let tree = self.tree;
        let extent = child(tree, frame, "extent")?;
        let [width, height] = ["cx", "cy"].map(|name| number(tree, extent, name));
        let place = (tree.local(frame) == "anchor").then(|| Place {
            across: anchor(tree, child(tree, frame, "positionH")),
            down: anchor(tree, child(tree, frame, "positionV")),
            wrap: wrap_of(tree, frame),
            gaps: ["distL", "distT", "distR", "distB"].map(|name| number(tree, frame, name)),
        });
        let blip = tree.descendants(frame);
        let mut blip = blip.filter(|inner| tree.is(*inner, Namespace::Drawing, "blip"));
        let blip = blip.next();
        let crop = blip
            .and_then(|blip| tree.parent(blip))
            .and_then(|fill| child(tree, fill, "srcRect"));
        let side = |name| {
            let said = crop.and_then(|crop| tree.value(crop, name)?.parse::<f32>().ok());
            -said.unwrap_or_default() / 100_000.0
        };
        Some(Picture {
            width: width.min(LARGEST),
            height: height.min(LARGEST),
            bytes: blip.and_then(|blip| self.bytes(&tree.value(blip, "embed")?)),
            inset: ["l", "t", "r", "b"].map(side),
            blocks: self.boxed(frame, width, around),
            place,
        })
    }

    /// A drawing of earlier programs, whose size stands in a style of the web.
    fn shape(&mut self, node: Node, around: &Around) -> Option<Picture> {
        let tree = self.tree;
        let mut inside = tree.descendants(node);
        let is_shape = |inner: &Node| {
            tree.namespace(*inner) == Namespace::Vml
                && ["shape", "rect", "roundrect"].contains(&tree.local(*inner))
        };
        let shape = inside.find(is_shape)?;
        let style = tree.value(shape, "style")?.into_owned();
        let width = length(&style, "width")?;
        let height = length(&style, "height")?;
        let is_placed = style.contains("position:absolute");
        let offset = |name| Anchor {
            is_of_page: false,
            is_of_margin: false,
            offset: length(&style, name).unwrap_or_default(),
            alignment: None,
        };
        let place = is_placed.then(|| Place {
            across: offset("margin-left"),
            down: offset("margin-top"),
            wrap: wrap_of(tree, shape),
            gaps: ["left", "top", "right", "bottom"].map(|side| {
                let name = format!("mso-wrap-distance-{side}");
                length(&style, &name).unwrap_or_default()
            }),
        });
        let data = tree.descendants(shape);
        let mut data = data.filter(|inner| tree.is(*inner, Namespace::Vml, "imagedata"));
        let bytes = data
            .next()
            .and_then(|data| self.bytes(&tree.value(data, "id")?));
        Some(Picture {
            width: width.min(LARGEST),
            height: height.min(LARGEST),
            bytes,
            inset: [0.0; 4],
            blocks: self.boxed(shape, width * POINT, around),
            place,
        })
    }

    /// What stands in a text box.
    fn boxed(&mut self, node: Node, width: f32, around: &Around) -> Vec<Block> {
        let tree = self.tree;
        let Some(text) = tree.descendant(node, "txbxContent") else {
            return Vec::new();
        };
        let room = std::mem::replace(&mut self.room, width - 14.4);
        let inner = Around {
            depth: around.depth + 1,
            ..Around::default()
        };
        let blocks = self.blocks(text, &inner);
        self.room = room;
        blocks
    }

    fn bytes(&self, id: &str) -> Option<Arc<[u8]>> {
        let part = self.source.named(self.part, id)?;
        let bytes = self.source.package.bytes(&part).ok()??;
        Some(bytes.into())
    }
}

fn child(tree: &Tree, node: Node, local: &str) -> Option<Node> {
    tree.children(node)
        .find(|child| tree.local(*child) == local)
}

/// Points of a length of drawings.
fn number(tree: &Tree, node: Node, name: &str) -> f32 {
    let said = tree
        .value(node, name)
        .and_then(|said| said.parse::<f32>().ok());
    said.unwrap_or_default() / POINT
}

/// What becomes of the text around a drawing: `wp:wrapSquare`, or `w10:wrap` of earlier programs.
fn wrap_of(tree: &Tree, drawing: Node) -> Wrap {
    let mut children = tree.children(drawing);
    let said = children.find_map(|child| match tree.local(child) {
        "wrap" => Some(tree.value(child, "type").unwrap_or_default().to_lowercase()),
        local => Some(local.strip_prefix("wrap")?.to_lowercase()),
    });
    match said.as_deref() {
        Some("square" | "tight" | "through") => Wrap::Beside,
        Some("topandbottom") => Wrap::Below,
        _ => Wrap::None,
    }
}

fn anchor(tree: &Tree, node: Option<Node>) -> Anchor {
    let from = node.and_then(|node| tree.value(node, "relativeFrom"));
    let from = from.unwrap_or_default();
    let of = |name| Some(tree.text(child(tree, node?, name)?));
    let offset = of("posOffset").and_then(|offset| offset.trim().parse::<f32>().ok());
    Anchor {
        is_of_page: from == "page",
        is_of_margin: from.ends_with("argin"),
        offset: offset.unwrap_or_default() / POINT,
        alignment: of("align").map(|said| alignment(said.trim())),
    }
}

/// Points of a length in a style of the web: `width:120.5pt`.
fn length(style: &str, name: &str) -> Option<f32> {
    let mut rules = style.split(';').filter_map(|rule| rule.split_once(':'));
    let (_, said) = rules.find(|(known, _)| known.trim() == name)?;
    let said = said.trim();
    let digits = said.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number: f32 = digits.parse().ok()?;
    let points = match &said[digits.len()..] {
        "in" => 72.0,
        "cm" => 28.346_457,
        "mm" => 2.834_645_7,
        "px" => 0.75,
        _ => 1.0,
    };
    Some(number * points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_the_web_are_read_in_their_units() {
        let style = "position:absolute;margin-left:-2cm; width:120.5pt;height:1in";
        assert_eq!(length(style, "width"), Some(120.5));
        assert_eq!(length(style, "height"), Some(72.0));
        assert!((length(style, "margin-left").unwrap() + 56.69).abs() < 0.01);
        assert_eq!(length(style, "margin-top"), None);
    }
}
