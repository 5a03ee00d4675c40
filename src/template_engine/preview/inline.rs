//! What stands in the lines of a paragraph.

use super::format::TextFormat;
use super::marks::Sign;
use super::model::{Inline, Origin, Raise, Style, Text};
use super::story::{Around, Reader};
use crate::template_engine::xml::{Namespace, Node};

/// A paragraph being read.
pub struct Line {
    /// What stands in it so far.
    pub inlines: Vec<Inline>,
    /// What its text looks like where nothing else is said.
    format: TextFormat,
    /// Where the text at hand comes from.
    origin: Origin,
    /// The fields of Word that have begun and not ended.
    fields: Vec<Field>,
}

/// A field of Word: its instruction, and whether what it shows has begun.
#[derive(Default)]
struct Field {
    instruction: String,
    shows: bool,
    /// Whether what it shows is the number of the page, which we know better.
    is_number: bool,
}

impl Line {
    /// Nothing yet.
    pub fn new(format: TextFormat) -> Self {
        Self {
            inlines: Vec::new(),
            format,
            origin: Origin::Template,
            fields: Vec::new(),
        }
    }

    fn is_silent(&self) -> bool {
        self.fields
            .iter()
            .any(|field| !field.shows || field.is_number)
    }

    fn put(&mut self, inline: Inline) {
        if !self.is_silent() {
            self.inlines.push(inline);
        }
    }

    /// Writes text; the signs in it say where what stands behind them comes from.
    fn write(&mut self, text: &str, format: &TextFormat) {
        let style = format.style();
        let mut words = String::new();
        for letter in text.chars() {
            let Some(sign) = Sign::of(letter) else {
                words.push(letter);
                continue;
            };
            self.end(&mut words, style, format);
            if self.origin == Origin::Empty {
                self.brace('}', style);
            }
            self.origin = sign.origin();
            if self.origin == Origin::Empty {
                self.brace('{', style);
            }
        }
        self.end(&mut words, style, format);
    }

    fn brace(&mut self, brace: char, style: Style) {
        self.add(brace.to_string(), style);
    }

    fn end(&mut self, words: &mut String, style: Style, format: &TextFormat) {
        let words = std::mem::take(words);
        let is_loud = format.capitals.unwrap_or_default() && self.origin != Origin::Empty;
        let words = if is_loud { words.to_uppercase() } else { words };
        self.add(words, style);
    }

    /// Text that looks like that before it goes on there.
    fn add(&mut self, words: String, style: Style) {
        if words.is_empty() || self.is_silent() {
            return;
        }
        if let Some(Inline::Text(last)) = self.inlines.last_mut()
            && last.style == style
            && last.origin == self.origin
        {
            last.text.push_str(&words);
            return;
        }
        self.inlines.push(Inline::Text(Text {
            text: words,
            style,
            origin: self.origin,
        }));
    }

    /// A field that is no longer between two runs: what it shows begins.
    fn show(&mut self, style: Style) {
        let Some(field) = self.fields.last_mut() else {
            return;
        };
        let number = page_number(&field.instruction);
        field.is_number = number.is_some();
        field.shows = true;
        if let Some(is_count) = number {
            let field = self.fields.pop();
            self.put(Inline::PageNumber { is_count, style });
            self.fields.extend(field);
        }
    }
}

/// Whether a field of that instruction is the number of the page, or (true) of all.
fn page_number(instruction: &str) -> Option<bool> {
    match instruction
        .split_whitespace()
        .next()?
        .to_uppercase()
        .as_str()
    {
        "PAGE" => Some(false),
        "NUMPAGES" | "SECTIONPAGES" => Some(true),
        _ => None,
    }
}

impl Reader<'_> {
    /// Reads what stands in a paragraph, or in a part of it.
    pub fn inlines(&mut self, node: Node, line: &mut Line, around: &Around) {
        let tree = self.tree;
        for child in tree.children(node) {
            match (tree.namespace(child), tree.local(child)) {
                (Namespace::Word, "r") => self.run(child, line, around),
                (
                    Namespace::Word,
                    "hyperlink" | "ins" | "moveTo" | "smartTag" | "sdt" | "sdtContent" | "dir"
                    | "bdo" | "customXml",
                ) => self.inlines(child, line, around),
                (Namespace::Word, "fldSimple") => {
                    let instruction = tree.value(child, "instr").unwrap_or_default();
                    match page_number(&instruction) {
                        Some(is_count) => {
                            let style = line.format.style();
                            line.put(Inline::PageNumber { is_count, style });
                        }
                        None => self.inlines(child, line, around),
                    }
                }
                (Namespace::Compatibility, "AlternateContent") => {
                    if let Some(choice) = tree.children(child).next() {
                        self.inlines(choice, line, around);
                    }
                }
                _ => {}
            }
        }
    }

    fn run(&mut self, node: Node, line: &mut Line, around: &Around) {
        let tree = self.tree;
        let mut format = line.format;
        if let Some(own) = tree.child(node, "rPr") {
            let style = tree.child(own, "rStyle");
            if let Some(style) = style.and_then(|style| tree.value(style, "val")) {
                format = format.with(&self.source.styles.of_text(&style));
            }
            format = format.with(&TextFormat::read(tree, own, self.source.styles.themed));
        }
        if format.hidden.unwrap_or_default() {
            return;
        }
        self.pieces(node, &format, line, around);
    }

    fn pieces(&mut self, node: Node, format: &TextFormat, line: &mut Line, around: &Around) {
        let tree = self.tree;
        for child in tree.children(node) {
            if tree.is(child, Namespace::Compatibility, "AlternateContent") {
                if let Some(choice) = tree.children(child).next() {
                    self.pieces(choice, format, line, around);
                }
                continue;
            }
            match tree.local(child) {
                "t" => line.write(&tree.text(child), format),
                "tab" | "ptab" => line.put(Inline::Tab),
                "cr" => line.put(Inline::Break),
                "br" => line.put(match tree.value(child, "type").as_deref() {
                    Some("page") => Inline::PageBreak,
                    _ => Inline::Break,
                }),
                "noBreakHyphen" => line.write("-", format),
                "sym" => line.write("•", format),
                "fldChar" => field(tree.value(child, "fldCharType").as_deref(), format, line),
                "instrText" => {
                    if let Some(field) = line.fields.last_mut() {
                        field.instruction.push_str(&tree.text(child));
                    }
                }
                "footnoteReference" | "endnoteReference" => {
                    let number = tree.value(child, "id").unwrap_or_default();
                    let raised = TextFormat {
                        raise: Some(Raise::Above),
                        ..*format
                    };
                    line.write(&number, &raised);
                }
                "drawing" | "pict" | "object" => {
                    for picture in self.pictures(child, around) {
                        line.put(Inline::Picture(picture));
                    }
                }
                _ => {}
            }
        }
    }
}

fn field(kind: Option<&str>, format: &TextFormat, line: &mut Line) {
    match kind {
        Some("begin") => line.fields.push(Field::default()),
        Some("separate") => line.show(format.style()),
        Some("end") => {
            // One that never showed anything may still be a number.
            if line.fields.last().is_some_and(|field| !field.shows) {
                line.show(format.style());
            }
            line.fields.pop();
        }
        _ => {}
    }
}
