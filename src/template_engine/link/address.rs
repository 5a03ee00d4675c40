//! Addresses of links: where in one a value stands, and how it is written there.

use std::fmt::Write as _;
use std::ops::Range;

/// Where in an address a value stands: what it may hold there, and what has to be written as `%20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// At its beginning: it is a whole address, with or without `https://`.
    Start,
    /// Behind `https://`.
    Host,
    /// A mailbox behind `mailto:`.
    Mail,
    /// A number behind `tel:`.
    Phone,
    /// In the path.
    Path,
    /// Behind the question mark or the hash.
    Query,
    /// In the instruction of a field, outside of the address.
    Words,
}

/// Addresses of these kinds may come from the data; others make the reader's computer run or open
/// something of its own.
const SAFE: &[&str] = &["http", "https", "mailto", "tel"];

/// Digits behind `%`.
const HEX: &[u8; 16] = b"0123456789ABCDEF";

impl Spot {
    /// Behind that much of an address.
    pub fn behind(before: &str) -> Self {
        let before = before.trim_start().to_lowercase();
        if before.is_empty() {
            Self::Start
        } else if before.contains(['?', '#']) {
            Self::Query
        } else if before.starts_with("mailto:") {
            Self::Mail
        } else if ["tel:", "callto:", "sms:"]
            .iter()
            .any(|scheme| before.starts_with(scheme))
        {
            Self::Phone
        } else if before.ends_with("://") {
            Self::Host
        } else {
            Self::Path
        }
    }

    /// Behind that much of an instruction: in the address, which comes first, or in what a switch
    /// says.
    pub fn in_instruction(before: &str) -> Self {
        match before.rsplit_once('"') {
            Some((switches, inside)) if !switches.contains(['"', '\\']) => Self::behind(inside),
            Some(_) => Self::Words,
            None if before.contains('\\') => Self::Words,
            None => {
                let word = before.trim_start().split_once(char::is_whitespace);
                Self::behind(word.map_or("", |(_, inside)| inside))
            }
        }
    }

    /// A value as it is written there; none where no link may lead there.
    pub fn written(self, value: &str) -> Option<String> {
        let value = value.trim();
        if value.is_empty() {
            return Some(String::new());
        }
        Some(match self {
            Self::Start => whole(value)?,
            Self::Host => {
                let host = value.split_once("://").map_or(value, |(_, host)| host);
                encoded(host, b"/?#&=+:@,;%")
            }
            Self::Mail => encoded(value.strip_prefix("mailto:").unwrap_or(value), b"@,+"),
            Self::Phone => phone(value),
            Self::Path => encoded(value, b"/@:,"),
            Self::Query => encoded(value, b""),
            Self::Words => value.replace('\\', "\\\\").replace('"', "\\\""),
        })
    }
}

/// A whole address. What comes without a scheme gets the one it is meant with.
fn whole(value: &str) -> Option<String> {
    let rest = b"/?#&=+:@,;%!$'()*[]";
    let is_of_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    let scheme = value.split_once(':').filter(|(scheme, behind)| {
        let is_port = behind.starts_with(|c: char| c.is_ascii_digit()) && scheme.contains('.');
        !scheme.is_empty() && scheme.chars().all(is_of_scheme) && !is_port
    });
    if let Some((scheme, behind)) = scheme {
        let scheme = scheme.to_lowercase();
        let is_safe = SAFE.contains(&scheme.as_str());
        return is_safe.then(|| format!("{scheme}:{}", encoded(behind, rest)));
    }
    let is_number = |c: char| c.is_ascii_digit() || "+-() ".contains(c);
    Some(if value.contains('@') && !value.contains('/') {
        format!("mailto:{}", encoded(value, b"@,+"))
    } else if value.chars().all(is_number) {
        format!("tel:{}", phone(value))
    } else {
        format!("http://{}", encoded(value.trim_start_matches('/'), rest))
    })
}

/// The digits of a number up to the first word: what a telephone dials.
fn phone(value: &str) -> String {
    let dialled = value
        .chars()
        .take_while(|c| !c.is_alphabetic() && *c != ',');
    dialled
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect()
}

/// Letters, digits and `kept` as they are, any others by their bytes.
fn encoded(value: &str, kept: &[u8]) -> String {
    let mut written = String::with_capacity(value.len());
    for byte in value.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if is_plain || kept.contains(&byte) {
            written.push(char::from(byte));
        } else {
            let digits = [byte >> 4, byte & 15].map(|digit| HEX[usize::from(digit)]);
            let _ = write!(
                written,
                "%{}{}",
                char::from(digits[0]),
                char::from(digits[1])
            );
        }
    }
    written
}

/// Letters with those as one that are written by their bytes: `%7B`, `%D0%B0`.
pub fn unescaped(letters: Vec<(char, Range<usize>)>) -> Vec<(char, Range<usize>)> {
    let byte_at = |at: usize| match letters.get(at..at + 3) {
        Some([('%', _), (high, _), (low, _)]) => {
            let digit = |c: &char| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            Some(digit(high)? << 4 | digit(low)?)
        }
        _ => None,
    };
    let mut found = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let bytes: Vec<u8> = (0..4)
            .map_while(|number| byte_at(at + 3 * number))
            .collect();
        let decoded = (1..=bytes.len()).find_map(|count| {
            let text = std::str::from_utf8(&bytes[..count]).ok()?;
            Some((text.chars().next()?, count))
        });
        match decoded {
            Some((is, count)) => {
                let end = at + 3 * count;
                found.push((is, letters[at].1.start..letters[end - 1].1.end));
                at = end;
            }
            None => {
                found.push(letters[at].clone());
                at += 1;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_written_as_its_place_in_the_address_wants_it() {
        let written = |before: &str, value: &str| Spot::behind(before).written(value);
        for (before, value, link) in [
            ("", "agat.ru", "http://agat.ru"),
            ("", "HTTPS://agat.ru/a b?c=1", "https://agat.ru/a%20b?c=1"),
            ("", "agat.ru:8080/x", "http://agat.ru:8080/x"),
            ("", "info@agat.ru", "mailto:info@agat.ru"),
            ("", "+7 (812) 702-10-11", "tel:+78127021011"),
            ("mailto:", "info@agat.ru?bcc=x", "info@agat.ru%3Fbcc%3Dx"),
            (
                "mailto:a@b.ru?subject=",
                "Счёт & \"акт\"",
                "%D0%A1%D1%87%D1%91%D1%82%20%26%20%22%D0%B0%D0%BA%D1%82%22",
            ),
            ("tel:", "8 (812) 702-10-11 доб. 5", "88127021011"),
            ("https://", "http://agat.ru/x", "agat.ru/x"),
            ("https://x.ru/", "a/b?c", "a/b%3Fc"),
        ] {
            assert_eq!(
                written(before, value).as_deref(),
                Some(link),
                "{before}{value}"
            );
        }
        assert_eq!(written("", "javascript:alert(1)"), None);
        assert_eq!(written("", "file:///etc/passwd"), None);
    }

    #[test]
    fn the_address_of_an_instruction_comes_before_its_switches() {
        let spot = Spot::in_instruction;
        assert_eq!(spot(" HYPERLINK \"mailto:"), Spot::Mail);
        assert_eq!(spot(" HYPERLINK mailto:"), Spot::Mail);
        assert_eq!(spot(" HYPERLINK \""), Spot::Start);
        assert_eq!(spot(" HYPERLINK \"https://x\" \\o \""), Spot::Words);
        assert_eq!(spot(" HYPERLINK \\l \""), Spot::Words);
    }

    #[test]
    fn letters_written_by_their_bytes_are_one() {
        let letters = |text: &str| {
            let letters = text
                .char_indices()
                .map(|(at, c)| (c, at..at + c.len_utf8()));
            let found = unescaped(letters.collect()).into_iter();
            found.map(|(c, _)| c).collect::<String>()
        };
        assert_eq!(letters("a%7b%7Bx%20%D0%BA%7D%7D%"), "a{{x к}}%");
        assert_eq!(letters("100%zz%D0"), "100%zz%D0");
    }
}
