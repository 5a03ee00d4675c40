//! Tables of dBase and FoxPro, with their memo files.
//!
//! Numbers are kept as they are written, so that a code keeps its zeros; the code page is that of
//! byte 29 of the header, else it is found from the letters.

mod memo;

use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;

use super::Encoding;
use super::detect::survey;
use super::row::{Row, put_cell};
use crate::error::{Error, Result};
use memo::Memo;

type Visit<'a> = &'a mut dyn FnMut(Row<'_>) -> Result<ControlFlow<()>>;

/// The first bytes of tables: FoxBase, dBase III to V, FoxPro, Visual FoxPro, with and without memo.
const KINDS: [u8; 13] = [
    0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8b, 0xcb, 0xf5, 0xfb,
];

/// Bytes of the header before the fields, and of the description of each field.
const HEAD: usize = 32;

/// Bytes of text looked at to find the code page.
const LETTERS: usize = 256 * 1024;

/// The Julian day number of the first day that chrono counts, 1 January of the year 1.
const JULIAN_OF_CE: i64 = 1_721_425;

/// A table, opened and its header read.
pub(super) struct Dbf {
    file: BufReader<File>,
    memo: Option<Memo>,
    fields: Vec<Field>,
    records: u64,
    record_length: usize,
    code_page: u8,
}

/// One column.
struct Field {
    name: Vec<u8>,
    kind: u8,
    at: usize,
    length: usize,
    decimals: usize,
}

impl Dbf {
    /// Opens the file if its header is that of a table; `None` where it is something else.
    pub fn open(path: &Path) -> Result<Option<Self>> {
        let file = File::open(path).map_err(Error::failed("opening a table"))?;
        let size = file.metadata().map_err(reading)?.len();
        let mut file = BufReader::new(file);
        let mut head = [0; HEAD];
        if file.read_exact(&mut head).is_err() || !KINDS.contains(&head[0]) {
            return Ok(None);
        }
        let header_length = u64::from(u16::from_le_bytes([head[8], head[9]]));
        let record_length = usize::from(u16::from_le_bytes([head[10], head[11]]));
        let is_dated = head[2] <= 12 && head[3] <= 31;
        let has_room = header_length > HEAD as u64 && header_length <= size && record_length > 1;
        if !is_dated || !has_room {
            return Ok(None);
        }
        let mut rest = vec![0; header_length as usize - HEAD];
        file.read_exact(&mut rest).map_err(reading)?;
        let fields = fields(&rest);
        let width: usize = fields.iter().map(|field| field.length).sum();
        if fields.is_empty() || width >= record_length {
            return Ok(None);
        }
        Ok(Some(Self {
            file,
            memo: Memo::beside(path, head[0])?,
            fields,
            records: u64::from(u32::from_le_bytes([head[4], head[5], head[6], head[7]])),
            record_length,
            code_page: head[29],
        }))
    }

    /// The code page it says it is in, else the one its letters are likeliest in.
    pub fn encoding(mut self) -> Result<Encoding> {
        if let Some(said) = of_code_page(self.code_page) {
            return Ok(said);
        }
        let mut letters = Vec::new();
        let mut record = vec![0; self.record_length];
        while letters.len() < LETTERS && self.next(&mut record)? {
            for field in self.fields.iter().filter(|field| field.kind == b'C') {
                letters.extend_from_slice(record[field.at..][..field.length].trim_ascii());
                letters.push(b'\n');
            }
        }
        letters.retain(|byte| *byte != 0);
        match survey(&*letters).map_err(reading)? {
            Ok(found) => Ok(found.encoding),
            // Nothing but digits: any will do.
            Err(_) => Ok(Encoding::Cp866),
        }
    }

    /// Hands over the names of the columns as a first row, then every record that is not deleted;
    /// answers how many rows the table declares.
    pub fn each(mut self, encoding: Encoding, visit: Visit<'_>) -> Result<u64> {
        let mut cells = Vec::new();
        for (at, field) in self.fields.iter().enumerate() {
            put_cell(&mut cells, at, &decoded(&field.name, encoding));
        }
        let declared = self.records + 1;
        let mut number = 1;
        let mut goes_on = visit(row(number, &cells))?;
        let mut record = vec![0; self.record_length];
        while goes_on.is_continue() && number < declared && self.next(&mut record)? {
            number += 1;
            let is_deleted = record[0] == b'*';
            if is_deleted {
                continue;
            }
            for at in 0..self.fields.len() {
                let field = &self.fields[at];
                let bytes = &record[field.at..][..field.length];
                let text = match field.kind {
                    b'M' => memo(&mut self.memo, bytes, encoding)?,
                    _ => field.text(bytes, encoding),
                };
                put_cell(&mut cells, at, &text);
            }
            if cells.iter().any(|cell| !cell.is_empty()) {
                goes_on = visit(row(number, &cells))?;
            }
        }
        Ok(declared)
    }

    /// Reads the next record; false at the end, or where the file is cut off.
    fn next(&mut self, record: &mut [u8]) -> Result<bool> {
        match self.file.read_exact(record) {
            Ok(()) => Ok(record[0] != 0x1a),
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(false),
            Err(error) => Err(reading(error)),
        }
    }
}

fn row(number: u64, cells: &[String]) -> Row<'_> {
    Row {
        number,
        cells,
        done: number,
    }
}

/// The columns behind the header, up to the mark of their end.
fn fields(described: &[u8]) -> Vec<Field> {
    let mut fields = Vec::new();
    // The first byte of a record says whether it is deleted.
    let mut at = 1;
    for described in described.chunks_exact(HEAD) {
        if described[0] == 0x0d {
            break;
        }
        let end = described[..11].iter().position(|byte| *byte == 0);
        let kind = described[11].to_ascii_uppercase();
        let (length, decimals) = match kind {
            // The length of a long text goes on in the place of the decimals.
            b'C' => (u16::from_le_bytes([described[16], described[17]]).into(), 0),
            _ => (described[16].into(), described[17].into()),
        };
        fields.push(Field {
            name: described[..end.unwrap_or(11)].to_vec(),
            kind,
            at,
            length,
            decimals,
        });
        at += length;
    }
    // What FoxPro hides: which fields are empty.
    fields.retain(|field| field.kind != b'0');
    fields
}

impl Field {
    /// What a cell says, as a spreadsheet would show it.
    fn text(&self, bytes: &[u8], encoding: Encoding) -> String {
        let shown = |text: Option<String>| text.unwrap_or_default();
        match self.kind {
            b'D' => shown(day(bytes)),
            b'L' => match bytes.first() {
                Some(b'T' | b't' | b'Y' | b'y') => "1".to_owned(),
                Some(b'F' | b'f' | b'N' | b'n') => "0".to_owned(),
                _ => String::new(),
            },
            b'I' => shown(four(bytes).map(|whole| whole.to_string())),
            b'Y' => shown(eight(bytes).map(|parts| money(i64::from_le_bytes(parts)))),
            b'T' => shown(moment(bytes)),
            b'B' if self.length == 8 => {
                shown(eight(bytes).map(|parts| number(f64::from_le_bytes(parts), self.decimals)))
            }
            b'G' | b'P' | b'W' | b'Q' => String::new(),
            _ => {
                let end = bytes.iter().position(|byte| *byte == 0);
                decoded(&bytes[..end.unwrap_or(bytes.len())], encoding)
            }
        }
    }
}

/// The text of a memo, named by the number of its block: in digits, or in four bytes.
fn memo(memo: &mut Option<Memo>, bytes: &[u8], encoding: Encoding) -> Result<String> {
    let block = match bytes.len() {
        4 => four(bytes).and_then(|block| u64::try_from(block).ok()),
        _ => String::from_utf8_lossy(bytes).trim().parse().ok(),
    };
    match (memo, block) {
        (Some(memo), Some(block)) if block > 0 => {
            let bytes = memo.read(block).map_err(reading)?;
            Ok(decoded(&bytes, encoding).replace("\r\n", "\n"))
        }
        _ => Ok(String::new()),
    }
}

fn four(bytes: &[u8]) -> Option<i32> {
    bytes.try_into().ok().map(i32::from_le_bytes)
}

fn eight(bytes: &[u8]) -> Option<[u8; 8]> {
    bytes.try_into().ok()
}

/// `20240517` as `2024-05-17`; what is no day stays as it is.
fn day(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim();
    match NaiveDate::parse_from_str(text, "%Y%m%d") {
        Ok(day) => Some(day.to_string()),
        Err(_) => (!text.is_empty() && text != "00000000").then(|| text.to_owned()),
    }
}

/// Ten thousandths, as FoxPro keeps money.
fn money(parts: i64) -> String {
    let minus = if parts < 0 { "-" } else { "" };
    let parts = parts.unsigned_abs();
    let digits = format!("{minus}{}.{:04}", parts / 10_000, parts % 10_000);
    digits
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

fn number(value: f64, decimals: usize) -> String {
    match value == value.trunc() {
        true => format!("{value:.0}"),
        false => format!("{value:.decimals$}"),
    }
}

/// A Julian day and the milliseconds since its midnight.
fn moment(bytes: &[u8]) -> Option<String> {
    let day = i64::from(four(bytes.get(..4)?)?);
    let millis = i64::from(four(bytes.get(4..8)?)?);
    let days = i32::try_from(day - JULIAN_OF_CE).ok().filter(|_| day > 0)?;
    let date = NaiveDate::from_num_days_from_ce_opt(days)?;
    let minutes = millis / 60_000;
    Some(match minutes {
        0 => date.to_string(),
        _ => format!("{date} {:02}:{:02}", minutes / 60, minutes % 60),
    })
}

fn decoded(bytes: &[u8], encoding: Encoding) -> String {
    let (text, _) = encoding.rules().decode_without_bom_handling(bytes);
    text.into_owned()
}

/// The code page of byte 29, as FoxPro and dBase number them.
fn of_code_page(mark: u8) -> Option<Encoding> {
    match mark {
        0x26 | 0x65 => Some(Encoding::Cp866),
        0xc9 | 0x57 => Some(Encoding::Windows1251),
        0x03 | 0x58 | 0x59 => Some(Encoding::Windows1252),
        _ => None,
    }
}

fn reading(error: std::io::Error) -> Error {
    Error::failed("reading a table")(error)
}
