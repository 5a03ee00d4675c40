//! A cell of a table that holds several phones.

use super::cut_extension;

/// Words that name the kind of the number behind them, in small letters.
const LABELS: &[&str] = &[
    "тел", "моб", "факс", "раб", "дом", "сот", "tel", "fax", "mob", "cell", "phone", "work", "home",
];

/// The phones of a cell, each as it was typed: `+7 812 350-94-14, 8 (921) 123-45-67; 350-11-22`.
///
/// `350-11-22/23` is two numbers that differ in their last digits; a comma before an extension parts
/// nothing.
pub fn split(text: &str) -> Vec<String> {
    let mut phones: Vec<String> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = end_of_phone(rest);
        let (piece, after) = rest.split_at(end);
        let ending = is_ending(text, piece, rest);
        rest = without_and(after.trim_start_matches(is_separator));
        let piece = piece.trim_matches(|c: char| is_separator(c) || c.is_whitespace());
        match phones.last() {
            _ if count_digits(piece) == 0 => {}
            Some(last) if ending => phones.push(with_ending(last, piece)),
            _ => phones.extend(by_length(piece)),
        }
    }
    phones
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | '/' | '|' | '\n' | '\r' | '\t')
}

/// Where the first phone ends: at a separator, a plus, a label or an "и" behind digits.
fn end_of_phone(text: &str) -> usize {
    let ends = |(at, c): &(usize, char)| {
        let (before, rest) = text.split_at(*at);
        match c {
            ',' | ';' => !cuts_extension(before, rest),
            c if is_separator(*c) => true,
            '+' => count_digits(before) > 0,
            _ => before.ends_with(char::is_whitespace) && count_digits(before) > 4 && is_next(rest),
        }
    };
    let mut found = text.char_indices().filter(ends).map(|(at, _)| at);
    found.find(|at| *at > 0).unwrap_or(text.len())
}

/// Whether the comma stands before the extension of the same number.
fn cuts_extension(before: &str, rest: &str) -> bool {
    let own = rest
        .split([';', '\n', '/', '|'])
        .find(|part| !part.is_empty());
    let own = own.unwrap_or_default();
    let own = own
        .trim_start_matches([',', ' '])
        .split(',')
        .next()
        .unwrap_or_default();
    let joined = format!("{before},{own}");
    let (main, extension) = cut_extension(&joined);
    count_digits(before) > 4 && !extension.is_empty() && count_digits(main) == count_digits(before)
}

/// A label, or "и" and "или", at the beginning of a word.
fn is_next(rest: &str) -> bool {
    let word: String = rest.chars().take(5).flat_map(char::to_lowercase).collect();
    without_and(&word) != word || LABELS.iter().any(|label| word.starts_with(label))
}

/// The text without an "и" or "или" at its beginning.
fn without_and(text: &str) -> &str {
    let mut ands = ["и ", "или ", "and ", "or "].iter();
    ands.find_map(|and| text.strip_prefix(and)).unwrap_or(text)
}

fn count_digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Whether the piece is one to three digits behind a slash: the other ending of the number before.
fn is_ending(text: &str, piece: &str, rest: &str) -> bool {
    let before = &text[..text.len() - rest.len()];
    let piece = piece.trim();
    before.ends_with('/') && piece.len() <= 3 && piece.bytes().all(|b| b.is_ascii_digit())
}

/// The number before with its last digits replaced.
fn with_ending(last: &str, ending: &str) -> String {
    let mut ending = ending.bytes().rev();
    let mut digit = |c: char| match c {
        '0'..='9' => ending.next().map_or(c, char::from),
        _ => c,
    };
    let reversed: String = last.chars().rev().map(&mut digit).collect();
    reversed.chars().rev().collect()
}

/// Whole Russian numbers parted by blanks alone; anything else stays one.
fn by_length(piece: &str) -> Vec<String> {
    let mut phones = Vec::new();
    let mut phone = String::new();
    for word in piece.split_whitespace() {
        if !phone.is_empty() {
            phone.push(' ');
        }
        phone.push_str(word);
        let whole = if phone.trim_start_matches(['+', '(']).starts_with(['7', '8']) {
            11
        } else {
            10
        };
        if count_digits(&phone) == whole {
            phones.push(std::mem::take(&mut phone));
        }
    }
    match phone.is_empty() {
        true => phones,
        false => vec![piece.to_owned()],
    }
}
