//! Phone numbers, first of all those of Russia and Kazakhstan (+7): our own rules.
//!
//! The plan of numbers is that of the order of the Ministry of communications of 25.04.2017 N 205:
//! a national number has ten digits, 8 is dialled before it inside the country, 8 10 before an
//! international one, and codes 800 and 804 are free of charge. An international number has up to
//! 15 digits (ITU-T E.164).

mod cell;

pub use cell::split;

use crate::domain::Doubt;

/// The most digits of an international number (ITU-T E.164).
const LONGEST: usize = 15;

/// The fewest digits of a number with the code of its country.
const SHORTEST: usize = 7;

/// Words before an extension, in small letters.
const EXTENSION_WORDS: &[&str] = &[
    "добавочный",
    "добав",
    "доб",
    "внутренний",
    "внутр",
    "вн",
    "тоновый",
    "тон",
    "extension",
    "extn",
    "ext",
    "int",
    "x",
    "х",
    "#",
];

/// The digits by which a number is searched and compared, without its extension.
///
/// Ten digits for a number of +7, however it is dialled; all digits with the code of the country
/// for an international one; a short or an internal number as it is.
pub fn key(text: &str) -> String {
    Number::of(text).digits
}

/// The number in one calm spelling: `+7 812 350-94-14`, `8 800 200-06-00`, `350-94-14`.
///
/// The extension stays as typed behind it. A number of another country, or one with words of its
/// own, is returned unchanged.
pub fn display(text: &str) -> String {
    let text = text.trim();
    let (main, extension) = cut_extension(text);
    if main.contains(char::is_alphabetic) {
        return text.to_owned();
    }
    let number = Number::of(main);
    let (area, local) = match (number.kind, number.digits.len()) {
        (Kind::Russian, _) => number.digits.split_at(3),
        (Kind::Local, 7) => ("", &*number.digits),
        _ => return text.to_owned(),
    };
    let trunk = match area {
        "" => "",
        "800" | "804" => "8 ",
        _ => "+7 ",
    };
    let gap = if area.is_empty() { "" } else { " " };
    let local = format!("{}-{}-{}", &local[..3], &local[3..5], &local[5..]);
    let extension = extension.trim_start_matches([',', ';', ' ']);
    let extension = match extension.contains('(') {
        true => extension,
        false => extension.trim_end_matches(')'),
    };
    format!("{trunk}{area}{gap}{local} {extension}")
        .trim_end()
        .to_owned()
}

/// What is doubtful about a phone number, or `None`.
pub fn check(text: &str) -> Option<Doubt> {
    if text.trim().is_empty() {
        return None;
    }
    if is_spoiled_by_spreadsheet(text) {
        return Some(Doubt::PhoneSpoiled);
    }
    let count = split(text).len();
    if count > 1 {
        return Some(Doubt::PhoneSeveral { count });
    }
    let number = Number::of(text);
    let digits = number.digits.len();
    let (fewest, most) = match number.kind {
        Kind::Russian => (10, 10),
        // Ten digits and the 7 or 8 before them.
        Kind::Unfinished => (11, 11),
        Kind::International => (SHORTEST, LONGEST),
        Kind::Local if digits < 8 => (2, 7),
        Kind::Local => (10, LONGEST),
    };
    match digits {
        _ if digits < fewest => Some(Doubt::PhoneTooShort { digits }),
        _ if digits > most => Some(Doubt::PhoneTooLong { digits }),
        _ => None,
    }
}

/// Whether a spreadsheet has turned the number into a power of ten: `7,70123E+11`.
pub fn is_spoiled_by_spreadsheet(text: &str) -> bool {
    let text = text.trim().trim_start_matches('+');
    let Some((mantissa, power)) = text.split_once(['E', 'e', 'Е', 'е']) else {
        return false;
    };
    let figures = mantissa.replacen([',', '.'], "", 1);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_digits(&figures) && power.strip_prefix('+').is_some_and(is_digits)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Ten digits behind +7.
    Russian,
    /// It begins as a number of +7, but has too many or too few digits.
    Unfinished,
    /// With the code of another country.
    International,
    /// Short, internal, or without its area code.
    Local,
}

/// A number taken apart.
struct Number {
    kind: Kind,
    digits: String,
}

impl Number {
    fn of(text: &str) -> Self {
        let (main, extension) = cut_extension(text);
        let main = match main.contains(|c: char| c.is_ascii_digit()) {
            true => main,
            false => extension, // An extension alone is an internal number.
        };
        let digits: String = main.chars().filter(char::is_ascii_digit).collect();
        let first = main.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
        if main[..first].contains(['+', '＋']) {
            return Self::with_country(&digits);
        }
        for dialled in ["810", "00"] {
            match digits.strip_prefix(dialled) {
                Some(rest) if digits.len() >= 11 => return Self::with_country(rest),
                _ => {}
            }
        }
        Self::inside(digits)
    }

    /// A number that began with a plus, or with what is dialled for it.
    fn with_country(digits: &str) -> Self {
        let national = match (digits.len(), digits.as_bytes()) {
            (11, [b'7', ..]) => Some(&digits[1..]),
            // Both the code of the country and the 8 of a call inside it.
            (12, [b'7', b'8', b'3' | b'4' | b'8' | b'9', ..]) => Some(&digits[2..]),
            // A plus before the 8: no country has these codes.
            (11, [b'8', b'9', ..] | [b'8', b'8', b'0', b'0', ..]) => Some(&digits[1..]),
            _ => None,
        };
        match (national, digits.starts_with('7')) {
            (Some(national), _) => Self::new(Kind::Russian, national),
            (None, true) => Self::new(Kind::Unfinished, digits),
            (None, false) => Self::new(Kind::International, digits),
        }
    }

    /// A number as one writes it inside the country.
    fn inside(digits: String) -> Self {
        match (digits.len(), digits.as_bytes()) {
            (10, [b'3'..=b'9', ..]) => Self::new(Kind::Russian, &digits),
            (11, [b'7' | b'8', ..]) => Self::new(Kind::Russian, &digits[1..]),
            (12, [b'7', b'8', b'3' | b'4' | b'8' | b'9', ..]) => Self::with_country(&digits),
            (12, [b'7', ..] | [b'8', b'3' | b'4' | b'8' | b'9', ..]) => {
                Self::new(Kind::Unfinished, &digits)
            }
            _ => Self::new(Kind::Local, &digits),
        }
    }

    fn new(kind: Kind, digits: &str) -> Self {
        let digits = digits.to_owned();
        Self { kind, digits }
    }
}

/// The number and what is dialled after the answer, as typed: `доб. 12`, `ext 12`, `#12`, `(12)`.
fn cut_extension(text: &str) -> (&str, &str) {
    let text = text.trim();
    let at = extension_start(text).unwrap_or(text.len());
    let (main, extension) = text.split_at(at);
    // `79211234567.0`: a whole number that a table held as a decimal one.
    let main = main.trim_end_matches([',', ';', ' ', '\u{a0}', '(']);
    let main = match main.strip_suffix(".0").or_else(|| main.strip_suffix(",0")) {
        Some(whole) if whole.len() >= 10 && whole.bytes().all(|b| b.is_ascii_digit()) => whole,
        _ => main,
    };
    (main, extension)
}

fn extension_start(text: &str) -> Option<usize> {
    let mut digits = 0;
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        let after_letter = text[..at].ends_with(char::is_alphabetic);
        if c.is_ascii_digit() {
            digits += 1;
        } else if !after_letter && is_extension(rest) || digits >= 5 && is_tail(rest) {
            return Some(at);
        }
    }
    None
}

/// A word for an extension, then its digits.
fn is_extension(rest: &str) -> bool {
    let start: String = rest.chars().take(12).flat_map(char::to_lowercase).collect();
    let after = EXTENSION_WORDS
        .iter()
        .find_map(|word| start.strip_prefix(word));
    after.is_some_and(|after| {
        let digit = after.trim_start_matches(['.', ':', ' ', '\u{a0}', '№']);
        digit.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// One to four digits at the very end, in brackets or after a comma: also an extension.
fn is_tail(rest: &str) -> bool {
    let Some(digits) = rest.strip_prefix([',', ';', '(']) else {
        return false;
    };
    let digits = digits.trim_end_matches(')').trim();
    (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests;
