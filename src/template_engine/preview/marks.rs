//! Signs around values, so that the preview can show where each came from.

use super::model::Origin;

/// What is written around a value while its document is only looked at; no keyboard makes these,
/// and no file that is kept holds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A value begins.
    Filled,
    /// The name of a field with nothing in it begins.
    Empty,
    /// A field that cannot be filled begins.
    Faulty,
    /// It ends.
    End,
}

/// The characters that are signs, for private use by Unicode.
const MARKS: [(char, Sign); 4] = [
    ('\u{F_F001}', Sign::Filled),
    ('\u{F_F002}', Sign::Empty),
    ('\u{F_F003}', Sign::Faulty),
    ('\u{F_F004}', Sign::End),
];

impl Sign {
    /// The character it is written with.
    pub fn letter(self) -> char {
        let found = MARKS.iter().find(|(_, sign)| *sign == self);
        found.map_or(' ', |(letter, _)| *letter)
    }

    /// The sign that a character is.
    pub fn of(letter: char) -> Option<Self> {
        let found = MARKS.iter().find(|(known, _)| *known == letter);
        found.map(|(_, sign)| *sign)
    }

    /// Where the text behind it comes from.
    pub fn origin(self) -> Origin {
        match self {
            Self::Filled => Origin::Filled,
            Self::Empty => Origin::Empty,
            Self::Faulty => Origin::Faulty,
            Self::End => Origin::Template,
        }
    }
}
