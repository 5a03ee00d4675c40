//! Tables as text: values parted by commas, semicolons or tabs.

use std::fs::File;
use std::io::{Chain, Read};
use std::ops::ControlFlow;
use std::path::Path;

use csv::{ByteRecord, Reader, ReaderBuilder, StringRecord, Terminator};

use super::Encoding;
use super::decode::Decoded;
use super::row::{Row, put_cell};
use crate::error::{Error, Result, TableFault};

/// What parts the values of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delimiter {
    /// `;`, the habit where the comma is a decimal sign.
    Semicolon,
    /// The tab character.
    Tab,
    /// `,`
    Comma,
    /// `|`
    Bar,
}

impl Delimiter {
    /// Every delimiter, the one to believe first of those that fit alike in front.
    pub const ALL: [Self; 4] = [Self::Semicolon, Self::Tab, Self::Comma, Self::Bar];

    /// The character itself.
    pub fn character(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Tab => '\t',
            Self::Comma => ',',
            Self::Bar => '|',
        }
    }

    /// The delimiter of that character.
    pub fn of_character(character: char) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|delimiter| delimiter.character() == character)
    }

    fn byte(self) -> u8 {
        self.character() as u8
    }

    /// The delimiter that parts the rows of `text` most evenly; a line `sep=;` settles it.
    ///
    /// In a table of one column it is one that stands in no value.
    pub(super) fn recognise(text: &str) -> Self {
        if let Some(named) = text.lines().next().and_then(named_by_first_line) {
            return named;
        }
        let fits = |delimiter: Self| fit(text, delimiter);
        let mut best = (Fit::default(), None);
        for delimiter in Self::ALL {
            let fit = fits(delimiter);
            if fit > best.0 {
                best = (fit, Some(delimiter));
            }
        }
        let absent = || {
            Self::ALL
                .into_iter()
                .find(|d| !text.contains(d.character()))
        };
        best.1.or_else(absent).unwrap_or(Self::Tab)
    }
}

/// The delimiter of a line such as `sep=;`, which spreadsheets write and obey.
fn named_by_first_line(line: &str) -> Option<Delimiter> {
    let line = line.trim_matches(['"', '\u{feff}']);
    let (word, rest) = line.split_at_checked(4)?;
    let character = rest.chars().next()?;
    word.eq_ignore_ascii_case("sep=")
        .then(|| Delimiter::of_character(character))?
}

/// How well a delimiter parts the rows: compared in this order.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Rows of the width most rows have, in hundredths of all rows.
    even: usize,
    /// The first row has that width too.
    is_first_even: bool,
}

fn fit(text: &str, delimiter: Delimiter) -> Fit {
    let widths: Vec<usize> = builder(delimiter)
        .from_reader(text.as_bytes())
        .byte_records()
        .take(100)
        .map_while(|record| record.ok().map(|record: ByteRecord| record.len()))
        .collect();
    let rows_of = |width: usize| widths.iter().filter(|other| **other == width).count();
    let Some(usual) = widths
        .iter()
        .copied()
        .filter(|width| *width > 1)
        .max_by_key(|width| (rows_of(*width), *width))
    else {
        return Fit::default();
    };
    let even = rows_of(usual) * 100 / widths.len();
    if even < 50 {
        return Fit::default();
    }
    Fit {
        even,
        is_first_even: widths.first() == Some(&usual),
    }
}

fn builder(delimiter: Delimiter) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder
        .has_headers(false)
        .flexible(true)
        .terminator(Terminator::Any(b'\n'))
        .delimiter(delimiter.byte());
    builder
}

/// A row of its own behind the last one, unless a quote is still open there.
const END: &str = "\u{1c}";
const END_LINE: &[u8] = b"\n\x1c\n";

/// How a record ends that swallowed the end, since its quote is never closed.
const END_INSIDE: &str = "\n\u{1c}\n";

type Input = Chain<Decoded<File>, &'static [u8]>;

/// The rows of a text file, one after the other.
pub(super) struct Rows {
    reader: Reader<Input>,
    record: StringRecord,
    cells: Vec<String>,
    /// Ends of lines inside quotes so far.
    inner_lines: u64,
    /// 1 behind a `sep=` line, which a spreadsheet does not count.
    skipped: u64,
    number: u64,
}

impl Rows {
    pub fn open(path: &Path, encoding: Encoding, delimiter: Delimiter) -> Result<Self> {
        let file = File::open(path).map_err(Error::failed("opening a table"))?;
        let input = Decoded::new(file, encoding).chain(END_LINE);
        Ok(Self {
            reader: builder(delimiter).from_reader(input),
            record: StringRecord::new(),
            cells: Vec::new(),
            inner_lines: 0,
            skipped: 0,
            number: 0,
        })
    }

    /// Hands every row that is not blank to `visit`, until it breaks off.
    pub fn each(mut self, visit: &mut dyn FnMut(Row<'_>) -> Result<ControlFlow<()>>) -> Result<()> {
        while self.advance()? {
            if self.cells.iter().all(String::is_empty) {
                continue;
            }
            let row = Row {
                number: self.number,
                cells: &self.cells,
                done: self.bytes_read(),
            };
            if visit(row)?.is_break() {
                return Ok(());
            }
        }
        Ok(())
    }

    fn advance(&mut self) -> Result<bool> {
        let read = self.reader.read_record(&mut self.record);
        if !read.map_err(Error::failed("reading a table"))? {
            return Ok(false);
        }
        if self.record.len() == 1 && &self.record[0] == END {
            return self.advance();
        }
        let breaks = self.record.as_slice().bytes().filter(|b| *b == b'\n');
        self.inner_lines += breaks.count() as u64;
        let lines = self.reader.position().line() - 1;
        self.number = lines.saturating_sub(self.inner_lines + self.skipped);
        if self.record.as_slice().ends_with(END_INSIDE) {
            let row = self.number + 1;
            return Err(Error::UnreadableTable(TableFault::UnclosedQuote(row)));
        }
        if self.number == 1 && self.skipped == 0 && is_sep_line(&self.record) {
            self.skipped = 1;
            return self.advance();
        }
        for (at, cell) in self.record.iter().enumerate() {
            put_cell(&mut self.cells, at, cell);
        }
        self.cells.truncate(self.record.len());
        Ok(true)
    }

    fn bytes_read(&self) -> u64 {
        self.reader.get_ref().get_ref().0.bytes_read()
    }
}

fn is_sep_line(record: &StringRecord) -> bool {
    let first = record.get(0).unwrap_or_default();
    first
        .get(..4)
        .is_some_and(|word| word.eq_ignore_ascii_case("sep="))
        && record.len() <= 2
        && first.chars().count() <= 5
}
