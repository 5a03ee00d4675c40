//! What is wrong with the text of a filter, where, and what was meant.

use std::ops::Range;

use crate::domain::text::fold;

/// So many names are offered where one was not known.
const OFFERED: usize = 3;

/// Why the text of a filter was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The place, in bytes of the text; empty at its end.
    pub at: Range<usize>,
    /// What belongs there.
    pub expected: Expected,
    /// Names that look like what stands there, nearest first.
    pub near: Vec<String>,
}

/// What belongs into a place of a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Expected {
    /// The name of a field.
    Field,
    /// What is asked of the field.
    Test,
    /// Another question: the field cannot answer this one.
    SuitableTest,
    /// A value.
    Value,
    /// A number.
    Number,
    /// A day.
    Day,
    /// One of the values the field chooses from.
    Choice,
    /// Yes or no.
    YesNo,
    /// The name of a saved view.
    View,
    /// Values in brackets.
    List,
    /// The second end of a span.
    SecondEnd,
    /// A closing bracket.
    Closing,
    /// A closing quotation mark.
    Quote,
    /// AND, OR, or the end.
    Connective,
    /// Fewer brackets within one another.
    Shallower,
}

/// The names that look most like `typed`: those that begin so, and those a few letters away.
pub fn near<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let typed = fold(typed);
    let mut found: Vec<(usize, String)> = Vec::new();
    for name in names {
        let folded = fold(name);
        let distance = match folded.starts_with(&typed) && !typed.is_empty() {
            true => 0,
            false => distance(&typed, &folded),
        };
        let is_near = distance <= (folded.chars().count() / 3).max(1);
        if is_near && !found.iter().any(|(_, known)| fold(known) == folded) {
            found.push((distance, name.to_owned()));
        }
    }
    found.sort_by_key(|(distance, _)| *distance);
    found.truncate(OFFERED);
    found.into_iter().map(|(_, name)| name).collect()
}

/// How many letters have to be put in, left out or changed (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (place, known) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *known);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_are_offered() {
        let names = ["город", "группа", "телефон", "городской телефон"];
        let offered = |typed| near(typed, names.into_iter());
        assert_eq!(offered("горд"), ["город"]);
        assert_eq!(offered("гор"), ["город", "городской телефон"]);
        assert_eq!(offered("Тилифон"), ["телефон"]);
        assert!(offered("абракадабра").is_empty());
    }
}
