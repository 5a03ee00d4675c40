//! Where things stand, in the terms of whoever looks at the document in Word.

use std::collections::HashMap;

use super::xml::{Node, Tree};
use crate::error::template::{Place, Step, Story};

/// How much text around a field is told.
const NEAR: usize = 20;

/// The numbers of the paragraphs, tables, rows and cells of a part.
#[derive(Debug)]
pub struct Places {
    story: Story,
    /// By the node; those without a number are left out.
    steps: HashMap<Node, Step>,
    /// What a numbered node, or one that holds numbered nodes, stands in.
    holder: HashMap<Node, Node>,
    /// How many paragraphs stand in a holder.
    paragraphs: HashMap<Node, usize>,
}

impl Places {
    /// Counts a part.
    pub fn count(tree: &Tree, story: Story) -> Self {
        let mut places = Self {
            story,
            steps: HashMap::new(),
            holder: HashMap::new(),
            paragraphs: HashMap::new(),
        };
        let mut counters: HashMap<(Node, &str), usize> = HashMap::new();
        for node in
            (0..tree.len()).filter(|node| tree.namespace(*node) == super::xml::Namespace::Word)
        {
            let kind = match tree.local(node) {
                kind @ ("p" | "tbl" | "tr" | "tc") => kind,
                "txbxContent" => "txbxContent",
                "footnote" | "endnote" | "comment" if tree.value(node, "type").is_none() => "note",
                _ => continue,
            };
            let holder = tree.ancestors(node).find(|around| {
                places.holder.contains_key(around) || tree.parent(*around).is_none()
            });
            let holder = holder.unwrap_or(0);
            let counter = counters.entry((holder, kind)).or_default();
            *counter += 1;
            let number = *counter;
            let step = match kind {
                "p" => Step::Paragraph(number),
                "tbl" => Step::Table(number),
                "tr" => Step::Row(number),
                "tc" => Step::Cell(number),
                "note" => Step::Note(number),
                _ => Step::TextBox(0),
            };
            if kind == "p" {
                places.paragraphs.insert(holder, number);
            }
            places.steps.insert(node, step);
            places.holder.insert(node, holder);
        }
        places
    }

    /// Where a paragraph is, and what stands around `at` in its text.
    pub fn of(&self, node: Node, text: &str, at: usize) -> Place {
        let mut path = Vec::new();
        let mut current = Some(node);
        while let Some(node) = current {
            let holder = self.holder.get(&node).copied();
            match self.steps.get(&node) {
                // A text box is known by the paragraph it hangs on.
                Some(Step::TextBox(_)) => {
                    let number = match holder.and_then(|holder| self.steps.get(&holder)) {
                        Some(Step::Paragraph(number)) => *number,
                        _ => 0,
                    };
                    path.push(Step::TextBox(number));
                    current = holder.and_then(|holder| self.holder.get(&holder).copied());
                    continue;
                }
                Some(Step::Paragraph(_)) if self.is_only(holder) => {}
                Some(step) => path.push(*step),
                None => {}
            }
            current = holder;
        }
        path.reverse();
        Place {
            story: self.story,
            path,
            near: near(text, at),
        }
    }

    /// Whether a cell, a box or a note holds one paragraph, whose number says nothing then.
    fn is_only(&self, holder: Option<Node>) -> bool {
        let count = holder.and_then(|holder| self.paragraphs.get(&holder));
        let is_inner = holder.is_some_and(|holder| self.steps.contains_key(&holder));
        is_inner && count == Some(&1)
    }
}

/// The text around a character, marks and line ends as blanks.
fn near(text: &str, at: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let start = at.saturating_sub(NEAR);
    let end = (at + 2 * NEAR).min(letters.len());
    let text: String = letters[start.min(end)..end]
        .iter()
        .map(|c| {
            if c.is_control() || *c == super::paragraph::OBJECT {
                ' '
            } else {
                *c
            }
        })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
