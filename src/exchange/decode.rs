//! Bytes to text: the encodings of tables, and a stream that undoes them.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder};

/// How the letters of a text file are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Cyrillic of Windows.
    Windows1251,
    /// Cyrillic of DOS.
    Cp866,
    /// Cyrillic of old Unix and mail.
    Koi8R,
    /// Western Europe of Windows.
    Windows1252,
}

impl Encoding {
    /// Every encoding a user may choose.
    pub const ALL: [Self; 7] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1251,
        Self::Cp866,
        Self::Koi8R,
        Self::Windows1252,
    ];

    /// Its usual name, as the command line and reports have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1251 => "windows-1251",
            Self::Cp866 => "cp866",
            Self::Koi8R => "koi8-r",
            Self::Windows1252 => "windows-1252",
        }
    }

    /// The encoding of that name, in capitals or small letters.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|encoding| encoding.name().eq_ignore_ascii_case(name.trim()))
    }

    pub(super) fn rules(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1251 => encoding_rs::WINDOWS_1251,
            Self::Cp866 => encoding_rs::IBM866,
            Self::Koi8R => encoding_rs::KOI8_R,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        }
    }
}

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;

/// A stream of bytes read as UTF-8, whatever they are written in.
///
/// Every line ends with `\n` alone; NUL and the end mark of DOS, which no table means, are dropped.
pub(super) struct Decoded<R> {
    input: R,
    bytes_read: u64,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    is_after_return: bool,
    is_at_end: bool,
}

impl<R: Read> Decoded<R> {
    pub fn new(input: R, encoding: Encoding) -> Self {
        Self {
            input,
            bytes_read: 0,
            decoder: encoding.rules().new_decoder_with_bom_removal(),
            raw: vec![0; CHUNK],
            text: Vec::new(),
            given: 0,
            is_after_return: false,
            is_at_end: false,
        }
    }

    /// How much of the input is consumed, in bytes.
    pub fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    fn refill(&mut self) -> io::Result<()> {
        let count = loop {
            match self.input.read(&mut self.raw) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.bytes_read += count as u64;
        self.is_at_end = count == 0;
        let room = self.decoder.max_utf8_buffer_length(count);
        self.text.resize(room.unwrap_or(CHUNK * 4), 0);
        let (result, _, written, _) =
            self.decoder
                .decode_to_utf8(&self.raw[..count], &mut self.text, self.is_at_end);
        debug_assert_eq!(result, CoderResult::InputEmpty);
        self.text.truncate(written);
        self.given = 0;
        self.even_out();
        Ok(())
    }

    /// Gives the lines of the chunk one ending, in place.
    fn even_out(&mut self) {
        let mut kept = 0;
        for at in 0..self.text.len() {
            let byte = self.text[at];
            let follows_return = std::mem::replace(&mut self.is_after_return, byte == b'\r');
            let byte = match byte {
                b'\n' if follows_return => continue,
                0 | 0x1a => continue,
                b'\r' => b'\n',
                other => other,
            };
            self.text[kept] = byte;
            kept += 1;
        }
        self.text.truncate(kept);
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.is_at_end {
            self.refill()?;
        }
        let ready = &self.text[self.given..];
        let count = ready.len().min(into.len());
        into[..count].copy_from_slice(&ready[..count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out its bytes one at a time, the worst a stream can do.
    struct Dripping<'a>(&'a [u8]);

    impl Read for Dripping<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.0.read(&mut into[..1])
        }
    }

    fn decoded(bytes: &[u8], encoding: Encoding) -> String {
        let mut text = String::new();
        Decoded::new(Dripping(bytes), encoding)
            .read_to_string(&mut text)
            .unwrap();
        text
    }

    #[test]
    fn letters_cut_between_two_reads_stay_whole() {
        assert_eq!(decoded("\u{feff}Ёж 🦔".as_bytes(), Encoding::Utf8), "Ёж 🦔");
        let wide: Vec<u8> = "Ёж 🦔".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&wide, Encoding::Utf16Le), "Ёж 🦔");
    }

    #[test]
    fn every_line_ends_alike_and_marks_of_dos_are_gone() {
        let bytes = b"a\r\nb\rc\n\r\nd\0\x1a";
        assert_eq!(decoded(bytes, Encoding::Utf8), "a\nb\nc\n\nd");
    }

    #[test]
    fn an_encoding_is_found_by_its_name() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::named(encoding.name()), Some(encoding));
        }
        assert_eq!(Encoding::named(" CP866 "), Some(Encoding::Cp866));
        assert_eq!(Encoding::named("latin"), None);
    }
}
