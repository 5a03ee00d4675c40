//! Repeats and conditions: which beginning belongs to which end, and what lies between them as a
//! whole: characters, paragraphs or rows.

mod inline;
mod rows;

pub use inline::run_start;
use std::collections::BTreeSet;
use std::ops::Range;

use super::edit::{Change, Edits};
use super::found::Found;
use super::note::mark_of;
use super::paragraph::{OBJECT, Paragraph};
use super::piece::Piece;
use super::place::Places;
use super::tag::{Block, Tag};
use super::value::Name;
use super::xml::{Node, Tree};
use crate::error::template::{Fault, Place, Problem};

/// A part, its paragraphs and the tags in them.
#[derive(Debug)]
pub struct Text<'a> {
    /// The part.
    pub tree: &'a Tree,
    /// Where its paragraphs are.
    pub places: &'a Places,
    /// Its paragraphs.
    pub paragraphs: &'a [Paragraph],
    /// The tags of each.
    pub tags: &'a [Vec<Found>],
}

/// Where a tag is: its paragraph, and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    paragraph: usize,
    tag: usize,
}

/// A repeat or a condition from its beginning to its end.
#[derive(Debug)]
struct Span {
    block: Block,
    name: String,
    open: At,
    elses: Vec<At>,
    close: At,
}

impl Text<'_> {
    fn found(&self, at: At) -> &Found {
        &self.tags[at.paragraph][at.tag]
    }

    fn paragraph(&self, at: At) -> &Paragraph {
        &self.paragraphs[at.paragraph]
    }

    fn node(&self, at: At) -> Node {
        self.paragraph(at).node
    }

    /// Where the first character of a tag is written: the order of tags in the part.
    fn position(&self, at: At) -> usize {
        let first = self.found(at).characters.start;
        self.paragraph(at).characters[first].place.start
    }

    /// Where a tag is, in words.
    pub fn place(&self, paragraph: usize, tag: usize) -> Place {
        let at = At { paragraph, tag };
        let found = self.found(at);
        let paragraph = self.paragraph(at);
        let start = found.characters.start;
        self.places.of(paragraph.node, &paragraph.text(), start)
    }

    fn place_of(&self, at: At) -> Place {
        self.place(at.paragraph, at.tag)
    }

    /// Whether a paragraph holds nothing but tags of repeats and conditions.
    fn is_only_tags(&self, paragraph: usize) -> bool {
        let tags = &self.tags[paragraph];
        let mut is_tag = vec![false; self.paragraphs[paragraph].characters.len()];
        for found in tags {
            let is_turn = matches!(found.tag, Ok(Tag::Begin(..) | Tag::Else | Tag::End(_)));
            is_tag[found.characters.clone()].fill(is_turn);
        }
        let letters = self.paragraphs[paragraph].characters.iter();
        letters.zip(is_tag).all(|(letter, is_tag)| {
            is_tag || letter.is != OBJECT && letter.is.is_whitespace() || letter.is == '\u{AD}'
        })
    }

    /// The bytes of a tag.
    fn bytes(&self, at: At) -> Vec<Range<usize>> {
        self.paragraph(at).places(self.found(at).characters.clone())
    }

    fn crossing(&self, span: &Span) -> Fault {
        let end = Box::new(self.place_of(span.close));
        let name = span.name.clone();
        Problem::Crossing { name, end }.at(&self.place_of(span.open))
    }

    /// Notes the changes that all repeats and conditions of a part make.
    pub fn turn(&self, edits: &mut Edits, faults: &mut Vec<Fault>) {
        let mut changed = Changed::default();
        for span in self.spans(faults) {
            let done = if span.open.paragraph == span.close.paragraph {
                inline::turn(self, &span, edits)
            } else if self.are_alone(&span) {
                self.turn_paragraphs(&span, edits, &mut changed);
                Some(())
            } else {
                rows::turn(self, &span, edits, &mut changed)
            };
            if done.is_none() {
                faults.push(self.crossing(&span));
            }
        }
        self.keep_whole(&changed, edits);
    }

    /// Pairs beginnings with ends.
    fn spans(&self, faults: &mut Vec<Fault>) -> Vec<Span> {
        let mut all: Vec<At> = Vec::new();
        for (paragraph, tags) in self.tags.iter().enumerate() {
            all.extend((0..tags.len()).map(|tag| At { paragraph, tag }));
        }
        all.sort_by_key(|at| self.position(*at));
        let (mut open, mut spans): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
        for at in all {
            match &self.found(at).tag {
                Ok(Tag::Begin(block, name)) => open.push(Span {
                    block: block.clone(),
                    name: name.clone(),
                    open: at,
                    elses: Vec::new(),
                    close: at,
                }),
                Ok(Tag::Else) => match open.last_mut() {
                    Some(span) => span.elses.push(at),
                    None => {
                        let text = self.found(at).text.clone();
                        faults.push(Problem::NeverOpened(text).at(&self.place_of(at)));
                    }
                },
                Ok(Tag::End(name)) => match open.pop() {
                    Some(span) => {
                        if !is_end_of(name, &span) {
                            let (begun, ended) = (span.name.clone(), name.clone());
                            let problem = Problem::WrongEnd { begun, ended };
                            faults.push(problem.at(&self.place_of(at)));
                        }
                        spans.push(Span { close: at, ..span });
                    }
                    None => {
                        let text = self.found(at).text.clone();
                        faults.push(Problem::NeverOpened(text).at(&self.place_of(at)));
                    }
                },
                _ => {}
            }
        }
        for span in open {
            let place = self.place_of(span.open);
            faults.push(Problem::NeverClosed(span.name).at(&place));
        }
        spans
    }

    /// Whether all tags of a span stand alone in paragraphs of one text.
    fn are_alone(&self, span: &Span) -> bool {
        let parent = self.tree.parent(self.node(span.open));
        let mut all = span.elses.iter().chain([&span.open, &span.close]);
        all.all(|at| self.tree.parent(self.node(*at)) == parent && self.is_only_tags(at.paragraph))
    }

    fn turn_paragraphs(&self, span: &Span, edits: &mut Edits, changed: &mut Changed) {
        for (at, change) in self.changes(span) {
            let node = self.node(at);
            let outer = self.tree.outer(node);
            // One that carries the end of a section stays, before what is repeated.
            let is_kept = matches!(change, Change::Begin(..)) && self.ends_section(node);
            let here = if is_kept { outer.end } else { outer.start };
            edits.add(here..here, self.position(at), change);
            changed.gone.insert(node);
            changed.holders.extend(self.tree.parent(node));
        }
    }

    /// What begins, goes on and ends at the tags of a span.
    fn changes(&self, span: &Span) -> Vec<(At, Change)> {
        let begin = Change::Begin(span.block.clone(), self.place_of(span.open));
        let mut changes = vec![(span.open, begin)];
        changes.extend(span.elses.iter().map(|at| (*at, Change::Else)));
        changes.push((span.close, Change::End));
        changes
    }

    /// Paragraphs and rows of tags go; what has to remain for the document to be sound, remains.
    fn keep_whole(&self, changed: &Changed, edits: &mut Edits) {
        for node in &changed.gone {
            let outer = self.tree.outer(*node);
            if self.ends_section(*node) {
                // Only its text goes.
                let runs = self.tree.children(*node);
                runs.filter(|run| self.tree.is_word(*run, "r"))
                    .for_each(|run| edits.cut(self.tree.outer(run)));
            } else {
                let marks = self.unpaired(*node);
                edits.put(outer, marks);
            }
        }
        for holder in &changed.holders {
            self.keep_ending(*holder, edits);
        }
        for table in &changed.tables {
            self.keep_rows(*table, edits);
        }
    }

    fn ends_section(&self, node: Node) -> bool {
        let is_paragraph = self.tree.is_word(node, "p");
        is_paragraph && self.tree.descendant(node, "sectPr").is_some()
    }

    /// Bookmarks and such that begin or end in what goes, and end or begin elsewhere.
    fn unpaired(&self, node: Node) -> Vec<Piece> {
        let is_mark = |node: &Node| {
            let local = self.tree.local(*node);
            let is_range = local.ends_with("Start") || local.ends_with("End");
            is_range && self.tree.value(*node, "id").is_some()
        };
        let marks: Vec<Node> = self.tree.descendants(node).filter(is_mark).collect();
        let stem = |node: Node| {
            let local = self.tree.local(node);
            let stem = local.trim_end_matches("Start").trim_end_matches("End");
            (stem.to_owned(), self.tree.value(node, "id"))
        };
        let is_single = |mark: &&Node| {
            marks
                .iter()
                .filter(|other| stem(**other) == stem(**mark))
                .count()
                == 1
        };
        marks
            .iter()
            .filter(is_single)
            .map(|mark| match mark_of(self.tree, *mark) {
                Some(mark) => Piece::Mark(Box::new(mark)),
                None => Piece::Once(self.tree.outer(*mark)),
            })
            .collect()
    }

    /// A cell, a header, a text box or a note has to end with a paragraph.
    fn keep_ending(&self, holder: Node, edits: &mut Edits) {
        if self.tree.is_self_closing(holder) || self.tree.is_word(holder, "body") {
            return;
        }
        let inner = self.tree.inner(holder);
        let prefix = self.tree.prefix(holder).to_owned();
        edits.add(
            inner.start..inner.start,
            inner.start,
            Change::Holder(prefix),
        );
        edits.add(inner.end..inner.end, inner.end, Change::End);
        for node in self.tree.children(holder) {
            let is_paragraph = self.tree.is_word(node, "p");
            if is_paragraph || self.tree.is_word(node, "tbl") {
                let mark = vec![Piece::Block(is_paragraph)];
                let at = match self.tree.is_self_closing(node) {
                    true => self.tree.outer(node).start,
                    false => self.tree.tag(node).end,
                };
                edits.put(at..at, mark);
            }
        }
    }

    /// A table without rows is none: Word refuses the document.
    fn keep_rows(&self, table: Node, edits: &mut Edits) {
        let outer = self.tree.outer(table);
        edits.add(outer.start..outer.start, outer.start, Change::Table);
        edits.add(outer.end..outer.end, outer.end, Change::End);
        let rows = self.tree.descendants(table).filter(|row| {
            let table_of = |node| rows::table_of(self.tree, node);
            self.tree.is_word(*row, "tr") && table_of(*row) == Some(table)
        });
        for row in rows {
            let at = self.tree.tag(row).end;
            edits.put(at..at, vec![Piece::Row]);
        }
    }
}

/// What a part has to be looked after for once its repeats are known.
#[derive(Debug, Default)]
struct Changed {
    /// Paragraphs and rows that hold nothing but tags.
    gone: BTreeSet<Node>,
    /// What such paragraphs stand in.
    holders: BTreeSet<Node>,
    /// Tables with repeated rows.
    tables: BTreeSet<Node>,
}

/// Whether an end of that name ends the span: by its whole name, its first word, or by none.
fn is_end_of(name: &str, span: &Span) -> bool {
    let folded = |text: &str| Name::read(text).map_or(text.to_lowercase(), |name| name.whole);
    let first = span.name.split(['|', ' ']).next().unwrap_or_default();
    let is_if = matches!(span.block, Block::If(_))
        && ["if", "если"].contains(&name.to_lowercase().as_str());
    let label = span.name.split('|').next().unwrap_or_default();
    name.is_empty()
        || is_if
        || [span.name.as_str(), first, label]
            .iter()
            .any(|known| folded(known) == folded(name))
}
