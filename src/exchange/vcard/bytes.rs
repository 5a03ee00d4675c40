//! From the bytes of a file to the content lines of its cards.
//!
//! Lines are unfolded and transfer encodings undone before the letters are decoded: programs fold
//! in the middle of a letter, and say for each line in which alphabet it is.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::{Line, VCard};

/// A card within a card (an agent, in vCard 2.1) says nothing of the one around it.
const DEPTH: usize = 1;

/// The cards of a file, in their order; what stands outside of them is passed over.
pub(super) fn cards(bytes: &[u8]) -> Vec<VCard> {
    let bytes = as_bytes_of_ascii(bytes);
    let lines = logical(&bytes);
    let usual = usual_encoding(&lines);
    let mut cards: Vec<VCard> = Vec::new();
    let mut depth = 0;
    for line in lines.iter().filter_map(|line| line.decoded(usual)) {
        let is_card = line.value.trim().eq_ignore_ascii_case("VCARD");
        match (&*line.name, depth) {
            ("BEGIN", _) if is_card => {
                depth += 1;
                if depth == DEPTH {
                    cards.push(VCard::default());
                }
            }
            ("END", _) if is_card => depth = depth.saturating_sub(1),
            (_, DEPTH) => {
                if let Some(card) = cards.last_mut() {
                    card.lines.push(line);
                }
            }
            _ => {}
        }
    }
    cards
}

/// Whether the beginning of a file is that of a card.
pub(super) fn is_card(opening: &[u8]) -> bool {
    let opening = as_bytes_of_ascii(opening);
    let start: Vec<u8> = opening
        .iter()
        .copied()
        .skip_while(u8::is_ascii_whitespace)
        .take(BEGIN.len())
        .collect();
    start.eq_ignore_ascii_case(BEGIN)
}

const BEGIN: &[u8] = b"BEGIN:VCARD";

/// UTF-16 becomes UTF-8; a byte order mark goes.
fn as_bytes_of_ascii(bytes: &[u8]) -> Cow<'_, [u8]> {
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding == encoding_rs::UTF_8 => Cow::Borrowed(&bytes[mark..]),
        Some((encoding, _)) => Cow::Owned(encoding.decode(bytes).0.into_owned().into_bytes()),
        None => Cow::Borrowed(bytes),
    }
}

/// A line as it was before it was folded.
#[derive(Default)]
struct Logical {
    bytes: Vec<u8>,
    /// The place of the colon, once it is there.
    colon: Option<usize>,
    is_quoted_printable: bool,
    is_base64: bool,
}

impl Logical {
    fn of(bytes: &[u8]) -> Self {
        let mut line = Self::default();
        line.go_on(bytes);
        line
    }

    fn go_on(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        if self.colon.is_some() {
            return;
        }
        let mut is_quoted = false;
        self.colon = self.bytes.iter().position(|byte| {
            is_quoted ^= *byte == b'"';
            *byte == b':' && !is_quoted
        });
        if let Some(colon) = self.colon {
            let head = String::from_utf8_lossy(&self.bytes[..colon]).to_ascii_uppercase();
            self.is_quoted_printable = head.contains("QUOTED-PRINTABLE");
            self.is_base64 = [";BASE64", "ENCODING=BASE64", "ENCODING=B"]
                .iter()
                .any(|sign| head.contains(sign));
        }
    }

    /// Whether the next line belongs to it though it is not folded as it ought to be.
    fn is_open_for(&self, next: &[u8]) -> bool {
        let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=".contains(byte);
        self.is_base64 && next.iter().all(is_base64)
    }

    /// The line, its transfer encoding undone and its letters decoded.
    fn decoded(&self, usual: &'static Encoding) -> Option<Line> {
        let colon = self.colon?;
        let (head, value) = (&self.bytes[..colon], &self.bytes[colon + 1..]);
        let mut line = Line::of_parts(&text(head, None, usual), String::new())?;
        if self.is_base64 {
            let signs = value.iter().filter(|byte| !byte.is_ascii_whitespace());
            line.value = signs.map(|byte| char::from(*byte)).collect();
            return Some(line);
        }
        let charset = line.parameter("CHARSET").map(str::to_owned);
        let said = charset.and_then(|name| Encoding::for_label(name.as_bytes()));
        line.value = text(&self.plain(value), said, usual);
        if self.is_quoted_printable {
            // Line ends that were encoded stay within the line.
            line.value = line.value.replace("\r\n", "\n").replace('\n', "\\n");
            line.without("ENCODING");
        }
        line.without("CHARSET");
        Some(line)
    }

    fn plain<'a>(&self, value: &'a [u8]) -> Cow<'a, [u8]> {
        match self.is_quoted_printable {
            true => Cow::Owned(unquoted(value)),
            false => Cow::Borrowed(value),
        }
    }
}

/// Joins what was folded: by a blank at the beginning of the next line, by a `=` at the end of a
/// quoted-printable one, or, in old programs, not marked at all within base64.
fn logical(bytes: &[u8]) -> Vec<Logical> {
    let mut lines: Vec<Logical> = Vec::new();
    for physical in bytes.split(|byte| *byte == b'\n') {
        let physical = physical.strip_suffix(b"\r").unwrap_or(physical);
        let Some(last) = lines.last_mut() else {
            lines.push(Logical::of(physical));
            continue;
        };
        if last.is_quoted_printable && last.bytes.ends_with(b"=") {
            last.bytes.pop();
            last.go_on(physical);
        } else if let [b' ' | b'\t', rest @ ..] = physical {
            last.go_on(rest);
        } else if physical.is_empty() {
            last.is_base64 &= last.colon.is_some_and(|at| at + 1 == last.bytes.len());
        } else if last.is_open_for(physical) {
            last.go_on(physical);
        } else {
            lines.push(Logical::of(physical));
        }
    }
    lines
}

/// The alphabet of the lines that neither say theirs nor are UTF-8.
fn usual_encoding(lines: &[Logical]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    for line in lines.iter().filter(|line| !line.is_base64) {
        let Some(colon) = line.colon else { continue };
        let value = line.plain(&line.bytes[colon + 1..]);
        if std::str::from_utf8(&value).is_err() {
            detector.feed(&value, false);
            detector.feed(b"\n", false);
        }
    }
    detector.feed(b"", true);
    detector.guess(Some(b"ru"), Utf8Detection::Deny)
}

/// Letters: as the line says them, else UTF-8, else as the other lines of the file are.
fn text(bytes: &[u8], said: Option<&'static Encoding>, usual: &'static Encoding) -> String {
    let is_utf8 = |said: &&Encoding| *said == encoding_rs::UTF_8;
    if said.as_ref().is_none_or(is_utf8)
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return text.to_owned();
    }
    let said = said.filter(|said| !is_utf8(said));
    let (text, _) = said.unwrap_or(usual).decode_without_bom_handling(bytes);
    text.into_owned()
}

/// Undoes quoted-printable; a sign that is none stays as it is.
fn unquoted(bytes: &[u8]) -> Vec<u8> {
    let digit = |at: usize| {
        let digit = bytes.get(at).map(|byte| char::from(*byte).to_digit(16));
        digit.flatten()
    };
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'=', Some(high), Some(low)) => {
                plain.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(bytes: &[u8]) -> VCard {
        let mut cards = cards(bytes);
        assert_eq!(cards.len(), 1);
        cards.remove(0)
    }

    fn card(lines: &[&[u8]]) -> Vec<u8> {
        let mut bytes = b"BEGIN:VCARD\r\n".to_vec();
        for line in lines {
            bytes.extend_from_slice(line);
            bytes.extend_from_slice(b"\r\n");
        }
        bytes.extend_from_slice(b"END:VCARD\r\n");
        bytes
    }

    #[test]
    fn a_letter_cut_by_a_fold_is_whole_again() {
        let name = "FN:Ромашка".as_bytes();
        let (start, end) = name.split_at(6);
        let card = only(&card(&[&[start, b"\r\n ", end].concat()]));
        assert_eq!(card.text("FN"), "Ромашка");
    }

    #[test]
    fn quoted_printable_goes_on_behind_a_soft_break() {
        let card = only(&card(&[
            b"N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C8=E2=E0=ED=EE=E2;=CF=\r\n=E5=F2=F0",
            b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=94=D0=B0=0D=0A=D0=BD=D0=B5=D1=82",
        ]));
        assert_eq!(card.first("N").unwrap().parts(), ["Иванов", "Петр"]);
        assert_eq!(card.text("NOTE"), "Да\nнет");
        assert_eq!(card.first("N").unwrap().to_string(), "N:Иванов;Петр");
    }

    #[test]
    fn letters_without_a_word_on_their_alphabet_are_guessed() {
        for encoding in [encoding_rs::WINDOWS_1251, encoding_rs::KOI8_R] {
            let (fn_line, ..) = encoding.encode("FN:Решетова Светлана Ивановна");
            let (note, ..) = encoding.encode("NOTE:Перезвонить в понедельник после обеда");
            let card = only(&card(&[&fn_line, &note]));
            assert_eq!(card.text("FN"), "Решетова Светлана Ивановна");
        }
    }

    #[test]
    fn a_picture_is_one_line_however_it_was_folded() {
        let folded = only(&card(&[
            b"PHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n BBBB\r\n CC==",
            b"FN:A",
        ]));
        let bare = only(&card(&[
            b"PHOTO;JPEG;BASE64:AAAA\r\nBBBB\r\nCC==\r\n",
            b"FN:A",
        ]));
        for card in [folded, bare] {
            assert_eq!(card.first("PHOTO").unwrap().value, "AAAABBBBCC==");
            assert_eq!(card.text("FN"), "A");
        }
    }

    #[test]
    fn a_card_is_known_by_its_beginning_in_any_encoding() {
        assert!(is_card(b"\xef\xbb\xbf\r\nbegin:vcard\r\n"));
        let wide: Vec<u8> = "\u{feff}BEGIN:VCARD\r\nFN:Ёж\r\nEND:VCARD\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(is_card(&wide));
        assert_eq!(only(&wide).text("FN"), "Ёж");
        assert!(!is_card(b"name;phone\n"));
    }
}
