//! The named formats of a document, each with what it is based on.

use std::collections::HashMap;

use super::format::{ParagraphFormat, TextFormat, face};
use super::model::Face;
use super::table::TableFormat;
use crate::template_engine::xml::{Namespace, Node, Tree};

/// Styles are built on others no deeper than this.
const DEEPEST: usize = 24;

/// The formats a document names.
#[derive(Debug, Default)]
pub struct Styles {
    paragraph: ParagraphFormat,
    text: TextFormat,
    named: HashMap<String, Named>,
    /// What paragraphs have that name none.
    usual: String,
    /// What tables have that name none.
    usual_table: String,
    /// The letters of headings and of text, as the theme has them.
    pub themed: [Face; 2],
}

/// A format with a name.
#[derive(Debug, Default)]
pub struct Named {
    basis: Option<String>,
    /// What it says of paragraphs.
    pub paragraph: ParagraphFormat,
    /// What it says of text.
    pub text: TextFormat,
    /// What it says of tables.
    pub table: TableFormat,
    /// What it says of the first row of a table.
    pub first_row: Option<Box<Named>>,
}

impl Styles {
    /// Reads the part that holds them.
    pub fn read(tree: &Tree, theme: Option<&Tree>) -> Self {
        let mut styles = Self {
            themed: theme.map_or([Face::Sans; 2], themed),
            ..Self::default()
        };
        for node in tree.children(0) {
            match tree.local(node) {
                "docDefaults" => {
                    let text = tree.descendant(node, "rPr");
                    let text = text.map(|node| TextFormat::read(tree, node, styles.themed));
                    styles.text = text.unwrap_or_default();
                    let paragraph = tree.descendant(node, "pPr");
                    let paragraph = paragraph.map(|node| ParagraphFormat::read(tree, node));
                    styles.paragraph = paragraph.unwrap_or_default();
                }
                "style" => styles.take(tree, node),
                _ => {}
            }
        }
        styles
    }

    fn take(&mut self, tree: &Tree, node: Node) {
        let Some(id) = tree.value(node, "styleId") else {
            return;
        };
        let is_usual = matches!(tree.value(node, "default").as_deref(), Some("1" | "true"));
        match tree.value(node, "type").as_deref() {
            Some("paragraph") if is_usual => self.usual = id.clone().into_owned(),
            Some("table") if is_usual => self.usual_table = id.clone().into_owned(),
            _ => {}
        }
        let mut named = Named::read(tree, node, self.themed);
        named.basis = tree
            .child(node, "basedOn")
            .and_then(|basis| tree.value(basis, "val"))
            .map(Into::into);
        let special = tree.children(node).find(|child| {
            tree.is_word(*child, "tblStylePr")
                && tree.value(*child, "type").as_deref() == Some("firstRow")
        });
        let read = |node| Box::new(Named::read(tree, node, self.themed));
        named.first_row = special.map(read);
        self.named.insert(id.into_owned(), named);
    }

    /// A format and those it is built on, the outermost first.
    fn chain(&self, id: &str) -> Vec<(&str, &Named)> {
        let mut chain = Vec::new();
        let mut next = Some(id);
        while let Some((id, named)) = next.and_then(|id| self.named.get_key_value(id)) {
            if chain.len() >= DEEPEST {
                break;
            }
            chain.push((id.as_str(), named));
            next = named.basis.as_deref();
        }
        chain.reverse();
        chain
    }

    /// The formats of a paragraph of that style, the outermost first, each with its name.
    pub fn of_paragraph(&self, style: Option<&str>) -> Vec<(&str, &Named)> {
        let known = style.filter(|style| self.named.contains_key(*style));
        self.chain(known.unwrap_or(&self.usual))
    }

    /// The formats of a table of that style.
    pub fn of_table(&self, style: Option<&str>) -> Vec<(&str, &Named)> {
        let known = style.filter(|style| self.named.contains_key(*style));
        self.chain(known.unwrap_or(&self.usual_table))
    }

    /// What a style for text says.
    pub fn of_text(&self, style: &str) -> TextFormat {
        let chain = self.chain(style);
        let formats = chain.iter().map(|(_, named)| &named.text);
        formats.fold(TextFormat::default(), TextFormat::with)
    }

    /// What holds for paragraphs where nothing is said.
    pub fn paragraph(&self) -> ParagraphFormat {
        self.paragraph.clone()
    }

    /// What holds for text where nothing is said.
    pub fn text(&self) -> TextFormat {
        self.text
    }
}

impl Named {
    fn read(tree: &Tree, node: Node, themed: [Face; 2]) -> Self {
        let text = tree.child(node, "rPr");
        let paragraph = tree.child(node, "pPr");
        Self {
            basis: None,
            first_row: None,
            text: text
                .map(|node| TextFormat::read(tree, node, themed))
                .unwrap_or_default(),
            paragraph: paragraph
                .map(|node| ParagraphFormat::read(tree, node))
                .unwrap_or_default(),
            table: TableFormat::read(tree, node),
        }
    }
}

/// The letters of headings and of text in a theme.
fn themed(tree: &Tree) -> [Face; 2] {
    let of = |name: &str| {
        let font = (0..tree.len()).find(|node| tree.is(*node, Namespace::Drawing, name))?;
        let mut inside = tree.children(font);
        let latin = inside.find(|node| tree.local(*node) == "latin")?;
        Some(face(&tree.value(latin, "typeface")?))
    };
    ["majorFont", "minorFont"].map(|name| of(name).unwrap_or(Face::Sans))
}
