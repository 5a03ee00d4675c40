//! A pasted text in words, numbers and marks.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// Any other character but blanks.
    Mark(char),
    /// The end of a line.
    Break,
}

/// A piece of the text.
#[derive(Debug, Clone)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// A word in small letters; the digits of a number.
    pub folded: String,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

/// The text, and what of it was understood already.
pub struct Text<'a> {
    /// As it was pasted.
    pub raw: &'a str,
    /// Its tokens.
    pub tokens: Vec<Token>,
    taken: Vec<Range<usize>>,
}

impl<'a> Text<'a> {
    /// The text in tokens.
    pub fn new(raw: &'a str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        for (at, c) in raw.char_indices() {
            let end = at + c.len_utf8();
            let kind = match c {
                '\n' | '\r' | '\u{2028}' => Kind::Break,
                c if c.is_alphabetic() => Kind::Word,
                c if c.is_ascii_digit() => Kind::Number,
                '\t' => Kind::Mark('\t'),
                c if is_blank(c) => continue,
                '–' | '—' | '−' | '‑' | '‐' => Kind::Mark('-'),
                c => Kind::Mark(c),
            };
            let joins = matches!(kind, Kind::Word | Kind::Number);
            match tokens.last_mut() {
                Some(last) if joins && last.kind == kind && last.span.end == at => {
                    push_folded(&mut last.folded, c);
                    last.span.end = end;
                }
                _ => {
                    let mut folded = String::new();
                    push_folded(&mut folded, c);
                    tokens.push(Token {
                        kind,
                        folded,
                        span: at..end,
                    });
                }
            }
        }
        Self {
            raw,
            tokens,
            taken: Vec::new(),
        }
    }

    /// What stands in a place.
    pub fn slice(&self, span: &Range<usize>) -> &'a str {
        self.raw.get(span.clone()).unwrap_or_default()
    }

    /// Marks a place as understood.
    pub fn take(&mut self, span: Range<usize>) {
        if !span.is_empty() {
            self.taken.push(span);
        }
    }

    /// Whether a byte was understood.
    pub fn is_taken(&self, at: usize) -> bool {
        self.taken.iter().any(|span| span.contains(&at))
    }

    /// A place without the blanks and marks at its ends.
    pub fn trimmed(&self, span: &Range<usize>) -> Range<usize> {
        let slice = self.slice(span);
        let is_rim = |c: char| is_blank(c) || c.is_whitespace() || ",;:.|/=—–-".contains(c);
        let start = slice.len() - slice.trim_start_matches(is_rim).len();
        let end = slice.trim_end_matches(|c| is_rim(c) && c != '.').len();
        let end = end.max(start);
        span.start + start..span.start + end
    }

    /// What nobody has understood yet, line by line, in whole pieces.
    pub fn leftovers(&self) -> Vec<Range<usize>> {
        let mut pieces: Vec<Range<usize>> = Vec::new();
        let mut open: Option<Range<usize>> = None;
        for (at, c) in self.raw.char_indices() {
            let ends = matches!(c, '\n' | '\r' | '\t' | '|' | '·' | '•') || self.is_taken(at);
            match (&mut open, ends) {
                (Some(piece), false) => piece.end = at + c.len_utf8(),
                (None, false) => open = Some(at..at + c.len_utf8()),
                (_, true) => pieces.extend(open.take()),
            }
        }
        pieces.extend(open);
        let pieces = pieces.iter().map(|piece| self.trimmed(piece));
        pieces.filter(|piece| !piece.is_empty()).collect()
    }

    /// The line that holds a byte, without its end.
    pub fn line(&self, at: usize) -> Range<usize> {
        let start = self.raw[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let end = self.raw[at..]
            .find(['\n', '\r'])
            .map_or(self.raw.len(), |end| at + end);
        start..end
    }
}

/// Blanks of every width, and characters nobody sees.
fn is_blank(c: char) -> bool {
    c != '\t' && c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}')
}

fn push_folded(folded: &mut String, c: char) {
    match c {
        'ё' | 'Ё' => folded.push('е'),
        c => folded.extend(c.to_lowercase()),
    }
}
