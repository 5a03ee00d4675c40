//! Which encoding a file is written in, found from its bytes.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::Encoding;
use crate::error::TableFault;

/// Bytes kept for a closer look, taken from where letters beyond ASCII begin.
const EXCERPT: usize = 128 * 1024;

/// What one reading of the whole file shows.
#[derive(Debug)]
pub(super) struct Survey {
    /// The encoding found.
    pub encoding: Encoding,
    /// How many ends of lines there are.
    pub lines: u64,
}

/// Reads everything once and says how it is written, or that it is no text.
pub(super) fn survey(mut input: impl Read) -> io::Result<Result<Survey, TableFault>> {
    let mut counts = Counts::default();
    let mut chunk = vec![0; 64 * 1024];
    loop {
        match input.read(&mut chunk) {
            Ok(0) => break,
            Ok(count) => counts.add(&chunk[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(counts.judge())
}

#[derive(Default)]
struct Counts {
    bytes: u64,
    start: Vec<u8>,
    excerpt: Vec<u8>,
    /// NUL bytes at even and at odd places.
    zeros: [u64; 2],
    line_feeds: u64,
    returns: u64,
    /// Control characters that no text has.
    controls: u64,
    utf8: Utf8Counts,
}

impl Counts {
    fn add(&mut self, chunk: &[u8]) {
        if self.start.len() < EXCERPT {
            let room = EXCERPT - self.start.len();
            self.start.extend(chunk.iter().take(room));
        }
        if self.excerpt.len() < EXCERPT && (!self.excerpt.is_empty() || !chunk.is_ascii()) {
            let room = EXCERPT - self.excerpt.len();
            self.excerpt.extend(chunk.iter().take(room));
        }
        for byte in chunk {
            match byte {
                0 => self.zeros[usize::from(self.bytes % 2 == 1)] += 1,
                b'\n' => self.line_feeds += 1,
                b'\r' => self.returns += 1,
                1..=8 | 0x0e..=0x19 | 0x1b..=0x1f | 0x7f => self.controls += 1,
                _ => {}
            }
            self.bytes += 1;
        }
        self.utf8.add(chunk);
    }

    fn judge(mut self) -> Result<Survey, TableFault> {
        if self.bytes == 0 {
            return Err(TableFault::Empty);
        }
        let lines = self.line_feeds.max(self.returns);
        let found = |encoding| Ok(Survey { encoding, lines });
        if let Some(encoding) = self.utf16() {
            return found(encoding);
        }
        if (self.controls + self.zeros[0] + self.zeros[1]) * 50 > self.bytes {
            return Err(TableFault::NotATable);
        }
        self.utf8.finish();
        if self.utf8.is_likely() {
            return found(Encoding::Utf8);
        }
        found(single_byte(&self.excerpt))
    }

    /// UTF-16 by its mark, or by its zeros: every ASCII character has one, on the same side.
    fn utf16(&self) -> Option<Encoding> {
        match self.start.as_slice() {
            [0xff, 0xfe, ..] => return Some(Encoding::Utf16Le),
            [0xfe, 0xff, ..] => return Some(Encoding::Utf16Be),
            _ => {}
        }
        let [even, odd] = self.zeros;
        let is_many = |zeros: u64, other: u64| zeros * 20 > self.bytes && zeros > other * 10;
        if !self.bytes.is_multiple_of(2) || self.controls_beside_cyrillic() {
            return None;
        }
        match () {
            () if is_many(odd, even) => Some(Encoding::Utf16Le),
            () if is_many(even, odd) => Some(Encoding::Utf16Be),
            () => None,
        }
    }

    /// In UTF-16 the other bytes of ASCII and Cyrillic characters are 0 and 4; a program or a
    /// picture has control characters of every kind.
    fn controls_beside_cyrillic(&self) -> bool {
        let rare = |byte: &&u8| matches!(byte, 1..=3 | 5..=8 | 0x0e..=0x0f);
        self.start.iter().filter(rare).count() * 20 > self.start.len()
    }
}

/// How far the bytes follow the rules of UTF-8.
#[derive(Default)]
struct Utf8Counts {
    /// The beginning of a character that the chunk cut off.
    rest: Vec<u8>,
    wide: u64,
    broken: u64,
}

impl Utf8Counts {
    fn add(&mut self, chunk: &[u8]) {
        if self.rest.is_empty() && chunk.is_ascii() {
            return;
        }
        let mut bytes = std::mem::take(&mut self.rest);
        bytes.extend_from_slice(chunk);
        let mut left = bytes.as_slice();
        while let Err(error) = std::str::from_utf8(left) {
            self.wide += count_wide(&left[..error.valid_up_to()]);
            let Some(length) = error.error_len() else {
                self.rest = left[error.valid_up_to()..].to_vec();
                return;
            };
            self.broken += 1;
            left = &left[error.valid_up_to() + length..];
        }
        self.wide += count_wide(left);
    }

    fn finish(&mut self) {
        self.broken += u64::from(!std::mem::take(&mut self.rest).is_empty());
    }

    /// A few bad bytes among many good characters are damage, not another encoding.
    fn is_likely(&self) -> bool {
        self.broken == 0 || self.broken * 50 < self.wide
    }
}

/// Characters of more than one byte in sound UTF-8.
fn count_wide(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte >= 0xc0).count() as u64
}

/// The encoding of one byte for each letter that makes the best Russian of the bytes.
fn single_byte(bytes: &[u8]) -> Encoding {
    let [first, second, _] = {
        let mut readings = [Encoding::Windows1251, Encoding::Cp866, Encoding::Koi8R]
            .map(|encoding| (russianness(bytes, encoding), encoding));
        readings.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        readings
    };
    if first.0 > 0 && first.0 > second.0 * 2 {
        return first.1;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let known = Encoding::ALL.into_iter().find(|own| own.rules() == guess);
    match known {
        Some(encoding) => encoding,
        None if first.0 > 0 => first.1,
        None => Encoding::Windows1252,
    }
}

/// How often each Russian letter stands in a thousand letters of a text, а to я.
const FREQUENCY: [i64; 32] = [
    80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14,
    7, 4, 1, 19, 17, 3, 6, 20,
];

/// How much the bytes look like Russian when read so: points for frequent letters, fewer than none
/// for rare ones, for capitals inside words and for letters of two alphabets in one word.
fn russianness(bytes: &[u8], encoding: Encoding) -> i64 {
    let (text, _) = encoding.rules().decode_without_bom_handling(bytes);
    let mut score = 0;
    let mut before = ' ';
    for c in text.chars() {
        let small = c.to_lowercase().next().unwrap_or(c);
        score += match small {
            'а'..='я' => FREQUENCY[small as usize - 'а' as usize] - 25,
            c if c.is_ascii() || matches!(c, 'ё' | '«' | '»' | '№' | '–' | '—' | '\u{a0}') => {
                0
            }
            _ => -60,
        };
        if is_odd_pair(before, c) {
            score -= 60;
        }
        before = c;
    }
    score
}

/// A capital behind a small letter, or Latin and Cyrillic side by side.
fn is_odd_pair(before: char, c: char) -> bool {
    let is_cyrillic = |c: char| matches!(c, '\u{400}'..='\u{4ff}');
    if is_cyrillic(before) && is_cyrillic(c) {
        return before.is_lowercase() && c.is_uppercase();
    }
    (is_cyrillic(before) && c.is_ascii_alphabetic())
        || (before.is_ascii_alphabetic() && is_cyrillic(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> Encoding {
        survey(bytes).unwrap().unwrap().encoding
    }

    fn written(text: &str, encoding: Encoding) -> Vec<u8> {
        match encoding {
            Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            other => other.rules().encode(text).0.into_owned(),
        }
    }

    const TEXTS: [&str; 6] = [
        "Название;ИНН\nООО «Ромашка»;7700000000\n",
        "НАИМЕНОВАНИЕ;ИНН;ТЕЛЕФОН\nООО РОМАШКА;7700000000;+7 812 350-94-14\n",
        "имя,телефон\nИван,89211234567\n",
        "Фамилия\tИмя\nЩукина\tЮлия\n",
        "id;name\n1;Завод\n",
        "email;город\nx@y.example;Пермь\n",
    ];

    #[test]
    fn every_encoding_is_recognised_without_a_mark() {
        for encoding in Encoding::ALL {
            if encoding == Encoding::Windows1252 {
                continue;
            }
            for text in TEXTS {
                let bytes = written(text, encoding);
                assert_eq!(found(&bytes), encoding, "{text}");
            }
        }
    }

    #[test]
    fn western_letters_are_not_taken_for_cyrillic() {
        let text = "name,city\nMüller & Söhne,Köln\nCafé Zoë,Orléans\nÅse Dæhlen,Bodø\n";
        assert_eq!(
            found(&written(text, Encoding::Windows1252)),
            Encoding::Windows1252
        );
    }

    #[test]
    fn letters_far_behind_plain_ascii_still_count() {
        let mut bytes = b"1;plain\n".repeat(50_000);
        bytes.extend(written("2;Ромашка и партнёры\n", Encoding::Windows1251));
        assert_eq!(found(&bytes), Encoding::Windows1251);
    }

    #[test]
    fn a_few_bad_bytes_do_not_make_another_encoding() {
        let mut bytes = "Общество с ограниченной ответственностью\n"
            .repeat(9)
            .into_bytes();
        bytes[1] = 0xff;
        bytes.pop();
        bytes.pop();
        assert_eq!(found(&bytes), Encoding::Utf8);
    }

    #[test]
    fn what_is_no_text_is_told() {
        let picture: Vec<u8> = (0..4000u32).map(|n| (n * n / 7 % 251) as u8).collect();
        assert_eq!(
            survey(&*picture).unwrap().unwrap_err(),
            TableFault::NotATable
        );
        assert_eq!(survey(&b""[..]).unwrap().unwrap_err(), TableFault::Empty);
    }
}
