//! Tags found in the text of paragraphs.

use std::ops::Range;

use super::Delimiters;
use super::paragraph::Paragraph;
use super::tag::Tag;
use crate::error::template::Problem;

/// A tag in a paragraph.
#[derive(Debug)]
pub struct Found {
    /// Its characters, delimiters and all.
    pub characters: Range<usize>,
    /// The first character of what stands between: the value is written where that stands, and
    /// looks like it.
    pub first: usize,
    /// What it says, if that is understood.
    pub tag: Result<Tag, Problem>,
    /// All of it, as it would be typed.
    pub text: String,
}

/// Every tag of a paragraph.
pub fn tags(paragraph: &Paragraph, delimiters: &Delimiters) -> Vec<Found> {
    let letters: Vec<char> = paragraph
        .characters
        .iter()
        .map(|character| character.is)
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = position(&letters, at, &delimiters.open) {
        let tag = tag_at(&letters, open, delimiters);
        at = tag.characters.end;
        found.push(tag);
    }
    found
}

fn tag_at(letters: &[char], open: usize, delimiters: &Delimiters) -> Found {
    let start = open + delimiters.open.len();
    let mut end = position(letters, start, &delimiters.close);
    let next = position(letters, start, &delimiters.open).unwrap_or(letters.len());
    let text = |end: usize| letters[start..end].iter().collect::<String>();
    let Some(mut close) = end else {
        let rest: String = letters[open..].iter().take(40).collect();
        return Found {
            characters: open..start,
            first: open,
            tag: Err(Problem::Unclosed(rest.trim().to_owned())),
            text: rest,
        };
    };
    let mut tag = Tag::read(&text(close));
    // A text in quotes may hold what closes a tag.
    while matches!(tag, Err(Problem::Unclear(_))) {
        end = position(letters, close + 1, &delimiters.close).filter(|end| *end < next);
        let Some(later) = end else { break };
        let longer = Tag::read(&text(later));
        if longer.is_ok() {
            (tag, close) = (longer, later);
        } else {
            break;
        }
    }
    let is_blank = |c: &char| c.is_whitespace() || *c == '\u{AD}';
    let blanks = letters[start..close]
        .iter()
        .take_while(|c| is_blank(c))
        .count();
    let end = close + delimiters.close.len();
    Found {
        characters: open..end,
        first: (start + blanks).min(end - 1),
        tag,
        text: letters[open..end].iter().collect(),
    }
}

fn position(letters: &[char], from: usize, sought: &[char]) -> Option<usize> {
    let rest = letters.get(from..)?;
    let mut windows = rest.windows(sought.len());
    windows
        .position(|window| window == sought)
        .map(|at| from + at)
}
