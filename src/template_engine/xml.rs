//! A part of a document as a flat tree over its own bytes: every element knows where it stands, so
//! that what is not touched can be copied as it is.

mod name;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::NsReader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::error::template::Problem;

pub use name::Namespace;

/// No real document nests deeper, or has more elements in one part.
const MAX_DEPTH: usize = 256;
const MAX_ELEMENTS: usize = 1_000_000;

/// The number of an element in its part; elements are numbered in the order they begin.
pub type Node = usize;

/// A part and its elements.
#[derive(Debug)]
pub struct Tree {
    source: Vec<u8>,
    elements: Vec<Element>,
}

#[derive(Debug, Clone, Copy)]
struct Element {
    namespace: Namespace,
    /// From `<` on.
    start: u32,
    /// Where its name ends, and where its local name begins.
    name_end: u32,
    local_start: u32,
    /// Behind the `>` of the opening tag.
    tag_end: u32,
    /// Before the `</` of the closing tag; `tag_end` where there is none.
    inner_end: u32,
    end: u32,
    parent: u32,
    /// The last element inside it, itself if there is none.
    last: u32,
}

/// An attribute of an element, by the places of its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// From the blank before its name to behind the closing quote.
    pub whole: Range<usize>,
    /// What stands between the quotes.
    pub value: Range<usize>,
}

impl Tree {
    /// Reads a part.
    ///
    /// # Errors
    /// Where it is not well-formed, not UTF-8, too deep, or declares a document type.
    pub fn read(source: Vec<u8>, part: &str) -> Result<Self, Problem> {
        let damaged = || Problem::Damaged(part.to_owned());
        if u32::try_from(source.len()).is_err() {
            return Err(Problem::TooLarge);
        }
        let text = std::str::from_utf8(&source).map_err(|_| damaged())?;
        let mut growing = Growing::default();
        // The reader leaves a mark of the byte order out, and does not count it.
        let mark = text.len() - text.trim_start_matches('\u{FEFF}').len();
        let mut reader = NsReader::from_str(&text[mark..]);
        reader.config_mut().enable_all_checks(true);
        let mut before = reader.buffer_position();
        loop {
            let (namespace, event) = reader.read_resolved_event().map_err(|_| damaged())?;
            let namespace = Namespace::of(&namespace);
            let after = reader.buffer_position();
            let place = position(before + mark as u64)..position(after + mark as u64);
            match event {
                Event::Start(tag) => growing.open(&tag, namespace, place, part)?,
                Event::Empty(tag) => {
                    growing.open(&tag, namespace, place, part)?;
                    growing.close_empty();
                }
                Event::End(_) => growing.close(place),
                Event::DocType(_) => return Err(Problem::Doctype(part.to_owned())),
                Event::GeneralRef(reference) if !is_known(&reference) => return Err(damaged()),
                Event::Eof => break,
                _ => {}
            }
            before = after;
        }
        if growing.elements.is_empty() || !growing.open.is_empty() {
            return Err(damaged());
        }
        let mut elements = growing.elements;
        elements.shrink_to_fit();
        Ok(Self { source, elements })
    }

    /// The bytes of the part.
    pub fn source(&self) -> &[u8] {
        &self.source
    }

    /// The bytes alone.
    pub fn into_source(self) -> Vec<u8> {
        self.source
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// The text of a range of bytes, as it stands.
    pub fn raw(&self, range: Range<usize>) -> &str {
        std::str::from_utf8(&self.source[range]).unwrap_or_default()
    }

    /// Whether an element has that name.
    pub fn is(&self, node: Node, namespace: Namespace, local: &str) -> bool {
        self.elements[node].namespace == namespace && self.local(node) == local
    }

    /// Whether it is the element of WordprocessingML of that name.
    pub fn is_word(&self, node: Node, local: &str) -> bool {
        self.is(node, Namespace::Word, local)
    }

    /// The vocabulary an element belongs to.
    pub fn namespace(&self, node: Node) -> Namespace {
        self.elements[node].namespace
    }

    /// The name of an element without its prefix.
    pub fn local(&self, node: Node) -> &str {
        let element = &self.elements[node];
        self.raw(element.local_start as usize..element.name_end as usize)
    }

    /// The prefix of an element with its colon; empty where it has none.
    pub fn prefix(&self, node: Node) -> &str {
        let element = &self.elements[node];
        self.raw(element.start as usize + 1..element.local_start as usize)
    }

    /// The opening tag.
    pub fn tag(&self, node: Node) -> Range<usize> {
        let element = &self.elements[node];
        element.start as usize..element.tag_end as usize
    }

    /// Where the name of the opening tag ends.
    pub fn name_end(&self, node: Node) -> usize {
        self.elements[node].name_end as usize
    }

    /// What lies between the tags.
    pub fn inner(&self, node: Node) -> Range<usize> {
        let element = &self.elements[node];
        element.tag_end as usize..element.inner_end as usize
    }

    /// The whole element.
    pub fn outer(&self, node: Node) -> Range<usize> {
        let element = &self.elements[node];
        element.start as usize..element.end as usize
    }

    /// Whether it is written as one tag, `<w:t/>`.
    pub fn is_self_closing(&self, node: Node) -> bool {
        let element = &self.elements[node];
        element.end == element.tag_end
    }

    /// The element around it.
    pub fn parent(&self, node: Node) -> Option<Node> {
        let parent = self.elements[node].parent;
        (parent != u32::MAX).then_some(parent as usize)
    }

    /// The elements around it, nearest first.
    pub fn ancestors(&self, node: Node) -> impl Iterator<Item = Node> + '_ {
        std::iter::successors(self.parent(node), |node| self.parent(*node))
    }

    /// The elements directly inside it.
    pub fn children(&self, node: Node) -> impl Iterator<Item = Node> + '_ {
        let last = self.elements[node].last as usize;
        let step = move |child: &Node| {
            let next = self.elements[*child].last as usize + 1;
            (next <= last).then_some(next)
        };
        std::iter::successors((last > node).then_some(node + 1), step)
    }

    /// The elements inside it, however deep.
    pub fn descendants(&self, node: Node) -> Range<Node> {
        node + 1..self.elements[node].last as usize + 1
    }

    /// The first child of that name in WordprocessingML.
    pub fn child(&self, node: Node, local: &str) -> Option<Node> {
        self.children(node)
            .find(|child| self.is_word(*child, local))
    }

    /// The first element of that name in WordprocessingML, however deep.
    pub fn descendant(&self, node: Node, local: &str) -> Option<Node> {
        self.descendants(node)
            .find(|child| self.is_word(*child, local))
    }

    /// An attribute by its name without prefix.
    pub fn attribute(&self, node: Node, local: &str) -> Option<Attribute> {
        self.attributes(node)
            .find_map(|(name, attribute)| (local_of(name) == local).then_some(attribute))
    }

    /// What an attribute says, by its name without prefix.
    pub fn value(&self, node: Node, local: &str) -> Option<Cow<'_, str>> {
        let attribute = self.attribute(node, local)?;
        Some(decoded(self.raw(attribute.value)))
    }

    /// Every attribute with its whole name.
    pub fn attributes(&self, node: Node) -> impl Iterator<Item = (&str, Attribute)> + '_ {
        let element = &self.elements[node];
        let end = element.tag_end as usize;
        let mut at = element.name_end as usize;
        std::iter::from_fn(move || {
            let rest = &self.source[at..end];
            let equals = rest.iter().position(|byte| *byte == b'=')?;
            let name = self.raw(at..at + equals);
            let opens = rest[equals..]
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\''))?
                + equals;
            let length = rest[opens + 1..]
                .iter()
                .position(|byte| *byte == rest[opens])?;
            let value = at + opens + 1..at + opens + 1 + length;
            let whole = at..value.end + 1;
            at = value.end + 1;
            Some((name.trim(), Attribute { whole, value }))
        })
    }

    /// The text inside an element, entities resolved.
    pub fn text(&self, node: Node) -> String {
        let mut text = String::new();
        let inner = self.inner(node);
        let mut at = inner.start;
        for child in self.children(node) {
            let outer = self.outer(child);
            text.push_str(&decoded(self.raw(at..outer.start)));
            text.push_str(&self.text(child));
            at = outer.end;
        }
        text.push_str(&decoded(self.raw(at..inner.end)));
        text
    }
}

/// The characters of a piece of text and the bytes each is written with.
pub fn characters(raw: &str) -> impl Iterator<Item = (char, Range<usize>)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &raw[at..];
        let first = rest.chars().next()?;
        let (character, length) = match first {
            '&' => entity(rest).unwrap_or((first, 1)),
            // Line ends are one character to every reader of XML.
            '\r' if rest.starts_with("\r\n") => ('\n', 2),
            '\r' => ('\n', 1),
            _ => (first, first.len_utf8()),
        };
        let place = at..at + length;
        at += length;
        Some((character, place))
    })
}

/// A text with its entities resolved.
pub fn decoded(raw: &str) -> Cow<'_, str> {
    if raw.contains('&') {
        Cow::Owned(characters(raw).map(|(character, _)| character).collect())
    } else {
        Cow::Borrowed(raw)
    }
}

/// Whether XML 1.0 allows the character.
pub fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Writes a character so that it can stand in a text and in an attribute.
pub fn escape(character: char, out: &mut String) {
    match character {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        _ if is_allowed(character) => out.push(character),
        _ => {}
    }
}

/// A text as it can stand in a text and in an attribute.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars()
        .for_each(|character| escape(character, &mut out));
    out
}

fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.get(..12.min(rest.len())).unwrap_or(rest).find(';')?;
    let name = &rest[1..end];
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((character, end + 1))
}

fn is_known(reference: &BytesRef) -> bool {
    let written = format!("&{};", &**reference);
    entity(&written).is_some()
}

fn local_of(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn position(offset: u64) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[derive(Default)]
struct Growing {
    elements: Vec<Element>,
    open: Vec<usize>,
}

impl Growing {
    fn open(
        &mut self,
        tag: &BytesStart,
        namespace: Namespace,
        place: Range<u32>,
        part: &str,
    ) -> Result<(), Problem> {
        if self.open.len() >= MAX_DEPTH || self.elements.len() >= MAX_ELEMENTS {
            return Err(Problem::TooLarge);
        }
        if tag.attributes().any(|attribute| attribute.is_err()) {
            return Err(Problem::Damaged(part.to_owned()));
        }
        let name = tag.name();
        let length = position(name.as_ref().len() as u64);
        let local = position(name.local_name().as_ref().len() as u64);
        let name_end = place.start + 1 + length;
        let number = self.elements.len();
        let parent = self
            .open
            .last()
            .map_or(u32::MAX, |open| position(*open as u64));
        self.elements.push(Element {
            namespace,
            start: place.start,
            name_end,
            local_start: name_end - local,
            tag_end: place.end,
            inner_end: place.end,
            end: place.end,
            parent,
            last: position(number as u64),
        });
        self.open.push(number);
        Ok(())
    }

    fn close(&mut self, place: Range<u32>) {
        let last = position(self.elements.len() as u64 - 1);
        if let Some(number) = self.open.pop() {
            let element = &mut self.elements[number];
            element.inner_end = place.start;
            element.end = place.end;
            element.last = last;
        }
    }

    fn close_empty(&mut self) {
        self.open.pop();
    }
}
