//! The text of a filter, cut into words.

use std::ops::Range;

use super::{Comparison, Expected, Mistake};
use crate::domain::text::fold;

/// A word of a filter, and its place in bytes of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    pub kind: Kind,
    pub at: Range<usize>,
}

/// What a word is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A bare word, folded.
    Word(String),
    /// What stands in quotes, as it is.
    Quoted(String),
    /// A sign that compares.
    Sign(Comparison),
    Open,
    Close,
    Comma,
}

/// Cuts a text into words.
///
/// # Errors
/// Where a quotation mark is not closed.
pub fn tokens(text: &str) -> Result<Vec<Token>, Mistake> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let rest = &text[start..];
        let (kind, length) = match first {
            c if c.is_whitespace() => {
                start += c.len_utf8();
                continue;
            }
            '(' => (Kind::Open, 1),
            ')' => (Kind::Close, 1),
            ',' | ';' => (Kind::Comma, 1),
            _ => match quotes(first) {
                Some(closing) => quoted(rest, closing).ok_or_else(|| Mistake {
                    at: start..text.len(),
                    expected: Expected::Quote,
                    near: Vec::new(),
                })?,
                None => sign(rest).unwrap_or_else(|| word(rest)),
            },
        };
        let end = start + length;
        tokens.push(Token {
            kind,
            at: start..end,
        });
        start = end;
    }
    Ok(tokens)
}

/// The mark that closes what this one opens.
fn quotes(opening: char) -> Option<char> {
    match opening {
        '"' => Some('"'),
        '«' => Some('»'),
        '“' => Some('”'),
        '„' => Some('“'),
        _ => None,
    }
}

/// What stands in quotes, and how long it is with them; a doubled straight mark is one of the text.
fn quoted(rest: &str, closing: char) -> Option<(Kind, usize)> {
    let mut said = String::new();
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter != closing {
            said.push(letter);
        } else if closing == '"' && letters.next_if(|(_, next)| *next == '"').is_some() {
            said.push('"');
        } else {
            return Some((Kind::Quoted(said), at + closing.len_utf8()));
        }
    }
    None
}

fn sign(rest: &str) -> Option<(Kind, usize)> {
    const SIGNS: [(&str, Comparison); 11] = [
        ("<>", Comparison::NotEqual),
        ("!=", Comparison::NotEqual),
        ("≠", Comparison::NotEqual),
        ("<=", Comparison::AtMost),
        ("≤", Comparison::AtMost),
        (">=", Comparison::AtLeast),
        ("≥", Comparison::AtLeast),
        ("==", Comparison::Equal),
        ("=", Comparison::Equal),
        ("<", Comparison::Less),
        (">", Comparison::More),
    ];
    let mut signs = SIGNS.into_iter();
    let (sign, comparison) = signs.find(|(sign, _)| rest.starts_with(sign))?;
    Some((Kind::Sign(comparison), sign.len()))
}

/// A bare word; a comma between digits belongs to it.
fn word(rest: &str) -> (Kind, usize) {
    let mut before = ' ';
    let mut letters = rest.char_indices().peekable();
    let mut end = rest.len();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let is_decimal = letter == ',' && before.is_ascii_digit() && next.is_ascii_digit();
        let is_end = letter.is_whitespace() || "(),;=<>≠≤≥".contains(letter);
        let is_sign = letter == '!' && next == '=';
        if at > 0 && !is_decimal && (is_end || is_sign || quotes(letter).is_some()) {
            end = at;
            break;
        }
        before = letter;
    }
    (Kind::Word(fold(&rest[..end])), end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_words_quotes_and_signs() {
        let words: Vec<_> = tokens("Ёлка>=1,5,«Рога и»(\"a \"\"b\"\"\")!=#12")
            .unwrap()
            .into_iter()
            .map(|token| token.kind)
            .collect();
        let word = |text: &str| Kind::Word(text.to_owned());
        let quoted = |text: &str| Kind::Quoted(text.to_owned());
        assert_eq!(
            words,
            [
                word("елка"),
                Kind::Sign(Comparison::AtLeast),
                word("1,5"),
                Kind::Comma,
                quoted("Рога и"),
                Kind::Open,
                quoted("a \"b\""),
                Kind::Close,
                Kind::Sign(Comparison::NotEqual),
                word("#12"),
            ]
        );
    }

    #[test]
    fn an_open_quote_is_told() {
        let mistake = tokens("город = \"СПб").unwrap_err();
        assert_eq!(mistake.expected, Expected::Quote);
        assert_eq!(&"город = \"СПб"[mistake.at], "\"СПб");
    }
}
