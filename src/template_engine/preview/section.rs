//! Sections: the format of pages, their heads and feet.

use std::collections::HashMap;

use super::Source;
use super::format::{border, is_on, twips};
use super::model::{Block, Page, Section};
use super::numbering::Counters;
use super::story::{Around, Reader};
use crate::error::template::Problem;
use crate::template_engine::xml::{Node, Tree};

/// A page of A4 with the margins Word gives it.
const A4: Page = Page {
    width: 595.3,
    height: 841.9,
    top: 56.7,
    right: 42.5,
    bottom: 56.7,
    left: 85.0,
    header: 35.4,
    footer: 35.4,
    border: None,
};

/// The sections of a document.
pub fn sections(source: &Source) -> Result<Vec<Section>, Problem> {
    let tree = source.package.tree(&source.main)?.ok_or(Problem::NotWord)?;
    let body = tree.child(0, "body").unwrap_or(0);
    let mut reader = Reader::new(&tree, source, &source.main, A4.width - A4.left - A4.right);
    if let Some(last) = tree.child(body, "sectPr") {
        let page = page(&tree, last);
        reader.room = page.width - page.left - page.right;
    }
    let mut blocks = reader.blocks(body, &Around::default());
    let mut found = reader.sections;
    if found.last().is_none_or(|(_, end)| *end < blocks.len()) {
        found.push((usize::MAX, blocks.len()));
    }
    let mut sections = Vec::new();
    let mut names: HashMap<String, String> = HashMap::new();
    let mut start = 0;
    for (node, end) in found {
        let rest = blocks.split_off(end - start);
        let own = std::mem::replace(&mut blocks, rest);
        start = end;
        let Some(node) = Some(node).filter(|node| *node < tree.len()) else {
            sections.push(section(A4, own));
            continue;
        };
        let mut section = section(page(&tree, node), own);
        let kind = tree
            .child(node, "type")
            .and_then(|kind| tree.value(kind, "val"));
        section.begins_page = kind.as_deref() != Some("continuous");
        // What a section does not say, it has from the one before.
        for reference in tree.children(node) {
            let what = tree.local(reference);
            if ["headerReference", "footerReference"].contains(&what) {
                let kind = tree.value(reference, "type").unwrap_or_default();
                let id = tree.value(reference, "id").unwrap_or_default();
                names.insert(format!("{what} {kind}"), id.into_owned());
            }
        }
        let text = |key: &str| {
            let part = names.get(key).and_then(|id| source.named(&source.main, id));
            part.map_or_else(Vec::new, |part| around_page(source, &part, section.page))
        };
        let has_first = tree
            .child(node, "titlePg")
            .is_some_and(|own| is_on(&tree, own));
        let first = (text("headerReference first"), text("footerReference first"));
        let header = text("headerReference default");
        let footer = text("footerReference default");
        section.first = has_first.then_some(first);
        section.header = header;
        section.footer = footer;
        sections.push(section);
    }
    Ok(sections)
}

impl<'a> Reader<'a> {
    fn new(tree: &'a Tree, source: &'a Source, part: &'a str, room: f32) -> Self {
        Self {
            tree,
            source,
            part,
            room,
            counters: Counters::new(),
            sections: Vec::new(),
        }
    }
}

fn section(page: Page, blocks: Vec<Block>) -> Section {
    Section {
        page,
        header: Vec::new(),
        footer: Vec::new(),
        first: None,
        blocks,
        begins_page: true,
    }
}

/// A header or a footer.
fn around_page(source: &Source, part: &str, page: Page) -> Vec<Block> {
    let Ok(Some(tree)) = source.package.tree(part) else {
        return Vec::new();
    };
    let room = page.width - page.left - page.right;
    let mut reader = Reader::new(&tree, source, part, room);
    reader.blocks(0, &Around::default())
}

/// The format of the pages of a section.
fn page(tree: &Tree, node: Node) -> Page {
    let size = tree.child(node, "pgSz");
    let margins = tree.child(node, "pgMar");
    let of = |own: Option<Node>, name: &str, usual: f32| {
        let said = own.and_then(|own| twips(tree, own, name));
        said.filter(|points| (0.0..=4_000.0).contains(&points.abs()))
            .unwrap_or(usual)
    };
    let width = of(size, "w", A4.width).max(36.0);
    let height = of(size, "h", A4.height).max(36.0);
    let side = |name, usual: f32, most: f32| of(margins, name, usual).abs().min(most);
    let line = tree.child(node, "pgBorders");
    let line = line.and_then(|line| tree.child(line, "top"));
    Page {
        width,
        height,
        top: side("top", A4.top, height * 0.45),
        right: side("right", A4.right, width * 0.45),
        bottom: side("bottom", A4.bottom, height * 0.45),
        left: side("left", A4.left, width * 0.45),
        header: side("header", A4.header, height * 0.45),
        footer: side("footer", A4.footer, height * 0.45),
        border: line.and_then(|line| border(tree, line)),
    }
}
