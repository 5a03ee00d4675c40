//! A text of paragraphs and tables: the body, a header, a cell, a box.

use super::Source;
use super::format::{ParagraphFormat, TextFormat};
use super::inline::Line;
use super::model::{Block, Inline, LineHeight, Paragraph, StopKind, Text};
use super::numbering::{Counters, Suffix};
use crate::template_engine::xml::{Namespace, Node, Tree};

/// Tables and boxes in each other beyond this depth are left out.
const DEEPEST: usize = 12;

/// Reads a part.
pub struct Reader<'a> {
    pub tree: &'a Tree,
    pub source: &'a Source,
    /// The name of the part.
    pub part: &'a str,
    /// How wide the text is at hand.
    pub room: f32,
    /// How far lists have come.
    pub counters: Counters,
    /// The nodes of formats of pages that were met, and how many blocks stood before each.
    pub sections: Vec<(Node, usize)>,
}

/// What holds around a text.
#[derive(Debug, Clone, Default)]
pub struct Around {
    /// What the table says of text.
    pub text: TextFormat,
    /// What it says of paragraphs.
    pub paragraph: ParagraphFormat,
    /// How many tables and boxes it stands in.
    pub depth: usize,
}

impl Reader<'_> {
    /// The paragraphs and tables inside a node.
    pub fn blocks(&mut self, node: Node, around: &Around) -> Vec<Block> {
        let mut blocks = Vec::new();
        if around.depth <= DEEPEST {
            self.take(node, around, &mut blocks);
        }
        blocks
    }

    fn take(&mut self, node: Node, around: &Around, blocks: &mut Vec<Block>) {
        let tree = self.tree;
        for child in tree.children(node) {
            match (tree.namespace(child), tree.local(child)) {
                (Namespace::Word, "p") => {
                    let paragraph = self.paragraph(child, around);
                    self.follow(paragraph, blocks);
                    let own = tree.child(child, "pPr");
                    let section = own.and_then(|own| tree.child(own, "sectPr"));
                    if let Some(section) = section.filter(|_| around.depth == 0) {
                        self.sections.push((section, blocks.len()));
                    }
                }
                (Namespace::Word, "tbl") => blocks.push(Block::Table(self.table(child, around))),
                (Namespace::Word, "sdt" | "sdtContent" | "ins" | "customXml" | "moveTo") => {
                    self.take(child, around, blocks);
                }
                (Namespace::Word, "sectPr") if around.depth == 0 => {
                    self.sections.push((child, blocks.len()));
                }
                (Namespace::Compatibility, "AlternateContent") => {
                    if let Some(choice) = tree.children(child).next() {
                        self.take(choice, around, blocks);
                    }
                }
                _ => {}
            }
        }
    }

    /// Puts a paragraph behind the others; paragraphs of one style may want no space between.
    fn follow(&self, (paragraph, style): (Paragraph, Option<String>), blocks: &mut Vec<Block>) {
        let mut paragraph = paragraph;
        if let (Some(_), Some(Block::Paragraph(before))) = (&style, blocks.last_mut()) {
            paragraph.before = 0.0;
            before.after = 0.0;
        }
        blocks.push(Block::Paragraph(paragraph));
    }

    /// A paragraph, and its style where it wants no space between such.
    fn paragraph(&mut self, node: Node, around: &Around) -> (Paragraph, Option<String>) {
        let tree = self.tree;
        let own = tree.child(node, "pPr");
        let style = own.and_then(|own| tree.child(own, "pStyle"));
        let style = style.and_then(|style| tree.value(style, "val"));
        let styles = &self.source.styles;
        let mut format = styles.paragraph().with(&around.paragraph);
        let mut text = styles.text().with(&around.text);
        let mut own_style = String::new();
        for (name, named) in styles.of_paragraph(style.as_deref()) {
            // The list of a style stands below what the style itself says.
            let number = named.paragraph.number.filter(|number| *number != 0);
            let level = number.and_then(|number| {
                self.source
                    .numbering
                    .level(number, named.paragraph.level, name)
            });
            if let Some((_, level)) = level {
                format = format.with(&level.paragraph);
            }
            format = format.with(&named.paragraph);
            text = text.with(&named.text);
            own_style = name.to_owned();
        }
        let direct = own.map(|own| ParagraphFormat::read(tree, own));
        let direct = direct.unwrap_or_default();
        let number = direct
            .number
            .or(format.number)
            .filter(|number| *number != 0);
        let level = direct.level.or(format.level);
        let level = number.and_then(|number| {
            let found = self.source.numbering.level(number, level, &own_style);
            found.map(|(at, level)| (number, at, level.clone()))
        });
        if let Some((_, _, level)) = level.as_ref().filter(|_| direct.number.is_some()) {
            format = format.with(&level.paragraph);
        }
        format = format.with(&direct);
        let mut line = Line::new(text);
        if let Some((number, at, level)) = &level {
            let marker = self
                .source
                .numbering
                .count(*number, *at, &mut self.counters);
            let mark = own.and_then(|own| tree.child(own, "rPr"));
            let mark = mark.map(|mark| TextFormat::read(tree, mark, styles.themed));
            let look = text.with(&mark.unwrap_or_default()).with(&level.format);
            if !marker.is_empty() {
                line.put_number(marker, level.suffix, look.style());
            }
        }
        self.inlines(node, &mut line, around);
        let mark = own.and_then(|own| tree.child(own, "rPr"));
        let mark = mark.map(|mark| TextFormat::read(tree, mark, styles.themed));
        let empty = text.with(&mark.unwrap_or_default());
        let is_contextual = format.is_contextual.unwrap_or_default();
        (
            made(format, empty, line.inlines),
            is_contextual.then_some(own_style),
        )
    }
}

fn made(mut format: ParagraphFormat, text: TextFormat, inlines: Vec<Inline>) -> Paragraph {
    format
        .stops
        .sort_by(|(one, _), (other, _)| one.at.total_cmp(&other.at));
    let stops = format.stops.iter().map(|(stop, _)| *stop);
    Paragraph {
        alignment: format.alignment.unwrap_or_default(),
        left: format.left.unwrap_or_default(),
        right: format.right.unwrap_or_default(),
        first_line: format.first_line.unwrap_or_default(),
        before: format.before.unwrap_or_default().max(0.0),
        after: format.after.unwrap_or_default().max(0.0),
        line: format.line.unwrap_or(LineHeight::Times(1.0)),
        stops: stops
            .filter(|stop| stop.kind != StopKind::Left || stop.at > 0.0)
            .collect(),
        borders: format.borders.map(Option::flatten),
        shade: format.shade.flatten(),
        begins_page: format.begins_page.unwrap_or_default(),
        keeps_next: format.keeps_next.unwrap_or_default(),
        style: text.style(),
        inlines,
    }
}

impl Line {
    /// Puts the number of a paragraph before its text.
    fn put_number(&mut self, marker: String, suffix: Suffix, style: super::Style) {
        let blank = match suffix {
            Suffix::Space => " ",
            Suffix::Tab | Suffix::Nothing => "",
        };
        self.inlines.push(Inline::Text(Text {
            text: format!("{marker}{blank}"),
            style,
            origin: super::Origin::Template,
        }));
        if suffix == Suffix::Tab {
            self.inlines.push(Inline::Tab);
        }
    }
}
