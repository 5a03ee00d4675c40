//! Writes a table as text.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};

use csv::{Terminator, Writer, WriterBuilder};

use super::{Cell, Heading, decimal, refused};
use crate::error::{Error, Result};
use crate::exchange::Delimiter;

/// Without it Excel takes the letters for those of its own old encoding.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) struct DelimitedWriter {
    writer: Writer<BufWriter<File>>,
    decimal_sign: char,
}

impl DelimitedWriter {
    pub fn new(mut file: File, delimiter: Delimiter, headings: &[Heading]) -> Result<Self> {
        file.write_all(BYTE_ORDER_MARK).map_err(refused)?;
        let mut writer = WriterBuilder::new()
            .delimiter(delimiter.character() as u8)
            .terminator(Terminator::CRLF)
            .flexible(true)
            .from_writer(BufWriter::new(file));
        let titles = headings
            .iter()
            .map(|heading| harmless(&heading.title).into_owned());
        writer.write_record(titles).map_err(failed)?;
        let decimal_sign = match delimiter {
            Delimiter::Semicolon => ',',
            _ => '.',
        };
        Ok(Self {
            writer,
            decimal_sign,
        })
    }

    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        for cell in cells {
            let text = match cell {
                Cell::Empty => Cow::Borrowed(""),
                Cell::Text(text) => harmless(text),
                Cell::Integer(number) => number.to_string().into(),
                Cell::Date(date) => date.to_string().into(),
                Cell::Money(money) => decimal(*money, self.decimal_sign).into(),
            };
            self.writer.write_field(text.as_bytes()).map_err(failed)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(failed)
    }

    pub fn finish(self) -> Result<File> {
        let buffer = self.writer.into_inner();
        let buffer = buffer.map_err(|error| Error::failed("writing a table")(error))?;
        buffer
            .into_inner()
            .map_err(|error| refused(error.into_error()))
    }
}

fn failed(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => refused(error),
        other => Error::failed("writing a table")(std::io::Error::other(format!("{other:?}"))),
    }
}

/// The text so that no spreadsheet takes it for a formula: with an apostrophe in front.
///
/// A phone such as `+7 812 350-94-14` is none, and stays as it is.
fn harmless(text: &str) -> Cow<'_, str> {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_spaced_phone(text) {
        true => format!("'{text}").into(),
        false => text.into(),
    }
}

/// A plus, the code of a country, a blank: no spreadsheet can reckon that.
fn is_spaced_phone(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')');
    let Some((code, rest)) = text.strip_prefix('+').and_then(|rest| rest.split_once(' ')) else {
        return false;
    };
    (1..=3).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_digit())
        && rest.starts_with(|c: char| c.is_ascii_digit() || c == '(')
        && rest.chars().all(is_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("\t=1", "'\t=1"),
            ("+7-812-350-94-14", "'+7-812-350-94-14"),
            ("+78123509414", "'+78123509414"),
            ("+7 812 350-94-14", "+7 812 350-94-14"),
            ("+7 cmd|' /C calc'!A0", "'+7 cmd|' /C calc'!A0"),
            ("ООО «Ромашка»", "ООО «Ромашка»"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), expected);
        }
    }
}
