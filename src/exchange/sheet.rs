//! Tables as workbooks: Excel of every age and LibreOffice.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Reader, SheetType, SheetVisible, Sheets, Xls,
    XlsError, Xlsb, Xlsx, XlsxError,
};
use chrono::{NaiveDateTime, NaiveTime};

use super::row::{Row, put_cell};
use super::source::Format;
use crate::error::{Error, Result, TableFault};

type Visit<'a> = &'a mut dyn FnMut(Row<'_>) -> Result<ControlFlow<()>>;
type Input = BufReader<File>;

/// The first bytes of every zip archive, and so of .xlsx and .ods.
const ZIP: &[u8] = b"PK\x03\x04";

/// The first bytes of the older container of Microsoft, and so of .xls.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Days a workbook can count, up to the end of the year 9999.
const COUNTED_DAYS: std::ops::Range<f64> = 0.0..2_958_466.0;

/// Numbers from here on have lost digits: a spreadsheet keeps fifteen.
const LOSSY: f64 = 1e15;

/// An open workbook.
pub(super) struct Book {
    sheets: Sheets<Input>,
    format: Format,
}

impl Book {
    /// Opens the file if it is packed like a workbook; `None` where it is something else.
    pub fn open(path: &Path) -> Result<Option<Self>> {
        let mut start = [0; 8];
        let mut file = File::open(path).map_err(Error::failed("opening a table"))?;
        let count = read_up_to(&mut file, &mut start).map_err(Error::failed("reading a table"))?;
        let start = &start[..count];
        let opened = if start.starts_with(ZIP) {
            Self::open_zip(path)
        } else if start.starts_with(COMPOUND) {
            Self::open_compound(path)
        } else {
            return Ok(None);
        };
        opened.map(Some)
    }

    fn open_zip(path: &Path) -> Result<Self> {
        let fault = match opened::<Xlsx<Input>>(path)? {
            Ok(book) => return Ok(Self::new(Sheets::Xlsx(book), Format::Xlsx)),
            Err(error) => xlsx_fault(&error),
        };
        match opened::<Ods<Input>>(path)? {
            Ok(book) => return Ok(Self::new(Sheets::Ods(book), Format::Ods)),
            Err(OdsError::Password) => return Err(unreadable(TableFault::Protected)),
            Err(OdsError::FileNotFound(_) | OdsError::InvalidMime(_) | OdsError::Io(_)) => {}
            Err(_) => return Err(unreadable(TableFault::Damaged)),
        }
        match opened::<Xlsb<Input>>(path)? {
            Ok(book) if !book.sheet_names().is_empty() => {
                Ok(Self::new(Sheets::Xlsb(book), Format::Xlsb))
            }
            _ => Err(unreadable(fault)),
        }
    }

    fn open_compound(path: &Path) -> Result<Self> {
        let fault = match opened::<Xls<Input>>(path)? {
            Ok(book) => return Ok(Self::new(Sheets::Xls(book), Format::Xls)),
            Err(XlsError::Password) => TableFault::Protected,
            Err(XlsError::Cfb(_)) => TableFault::NotAWorkbook,
            Err(_) => TableFault::Damaged,
        };
        // A new workbook with a password lies in a container of the old kind.
        match opened::<Xlsx<Input>>(path)? {
            Err(XlsxError::Password) => Err(unreadable(TableFault::Protected)),
            _ => Err(unreadable(fault)),
        }
    }

    fn new(sheets: Sheets<Input>, format: Format) -> Self {
        Self { sheets, format }
    }

    /// What kind of workbook it is.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The sheets that hold cells, the visible ones first.
    pub fn sheets(&self) -> Vec<String> {
        let all = self.sheets.sheets_metadata().iter();
        let mut tables: Vec<_> = all
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .collect();
        tables.sort_by_key(|sheet| sheet.visible != SheetVisible::Visible);
        tables.into_iter().map(|sheet| sheet.name.clone()).collect()
    }

    /// Hands every row of a sheet that is not blank to `visit`; answers how many rows it declares.
    pub fn each(&mut self, sheet: &str, visit: Visit<'_>) -> Result<u64> {
        match &mut self.sheets {
            Sheets::Xlsx(book) => each_streamed(book, sheet, visit),
            other => each_loaded(other, sheet, visit),
        }
    }
}

fn each_streamed(book: &mut Xlsx<Input>, sheet: &str, visit: Visit<'_>) -> Result<u64> {
    let damaged = |error: XlsxError| unreadable(xlsx_fault(&error));
    let mut reader = guarded(|| book.worksheet_cells_reader(sheet))?.map_err(damaged)?;
    let declared = u64::from(reader.dimensions().end.0) + 1;
    let mut rows = Assembly::new(visit);
    while let Some(cell) = guarded(|| reader.next_cell())?.map_err(damaged)? {
        let (row, column) = cell.get_position();
        let text = text_of_ref(cell.get_value());
        if rows.put(row, column as usize, &text)?.is_break() {
            return Ok(declared);
        }
    }
    rows.finish()?;
    Ok(declared)
}

fn each_loaded(book: &mut Sheets<Input>, sheet: &str, visit: Visit<'_>) -> Result<u64> {
    let range =
        guarded(|| book.worksheet_range(sheet))?.map_err(|_| unreadable(TableFault::Damaged))?;
    let (top, left) = range.start().unwrap_or_default();
    let declared = range.end().map_or(0, |(row, _)| u64::from(row) + 1);
    let mut rows = Assembly::new(visit);
    for (row, column, value) in range.used_cells() {
        let row = top + u32::try_from(row).unwrap_or(u32::MAX);
        let put = rows.put(row, left as usize + column, &text_of(value))?;
        if put.is_break() {
            return Ok(declared);
        }
    }
    rows.finish()?;
    Ok(declared)
}

/// Puts cells together to rows.
struct Assembly<'a> {
    visit: Visit<'a>,
    cells: Vec<String>,
    row: u32,
    is_blank: bool,
}

impl<'a> Assembly<'a> {
    fn new(visit: Visit<'a>) -> Self {
        Self {
            visit,
            cells: Vec::new(),
            row: 0,
            is_blank: true,
        }
    }

    fn put(&mut self, row: u32, column: usize, text: &str) -> Result<ControlFlow<()>> {
        if row != self.row {
            let flow = self.flush()?;
            self.cells.clear();
            self.is_blank = true;
            self.row = row;
            if flow.is_break() {
                return Ok(flow);
            }
        }
        if !text.trim().is_empty() {
            while self.cells.len() < column {
                self.cells.push(String::new());
            }
            put_cell(&mut self.cells, column, text);
            self.is_blank = false;
        }
        Ok(ControlFlow::Continue(()))
    }

    fn finish(mut self) -> Result<()> {
        self.flush().map(|_| ())
    }

    fn flush(&mut self) -> Result<ControlFlow<()>> {
        if self.is_blank {
            return Ok(ControlFlow::Continue(()));
        }
        let number = u64::from(self.row) + 1;
        (self.visit)(Row {
            number,
            cells: &self.cells,
            done: number,
        })
    }
}

fn read_up_to(file: &mut File, into: &mut [u8]) -> std::io::Result<usize> {
    let count = file.by_ref().take(into.len() as u64).read(into)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(count)
}

fn opened<R: Reader<Input>>(path: &Path) -> Result<std::result::Result<R, R::Error>> {
    let file = File::open(path).map_err(Error::failed("opening a table"))?;
    guarded(|| R::new(BufReader::new(file)))
}

/// Runs the reader of workbooks, which panics over some damaged ones.
fn guarded<T>(read: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(read)).map_err(|_| unreadable(TableFault::Damaged))
}

fn unreadable(fault: TableFault) -> Error {
    Error::UnreadableTable(fault)
}

fn xlsx_fault(error: &XlsxError) -> TableFault {
    match error {
        XlsxError::Password => TableFault::Protected,
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => TableFault::NotAWorkbook,
        XlsxError::WorksheetNotFound(name) => TableFault::NoSheet(name.clone()),
        _ => TableFault::Damaged,
    }
}

fn text_of_ref<'a>(value: &'a DataRef<'a>) -> std::borrow::Cow<'a, str> {
    match value {
        DataRef::SharedString(text) => (*text).into(),
        DataRef::String(text) => text.as_str().into(),
        DataRef::Empty | DataRef::Error(_) => "".into(),
        DataRef::Int(number) => number.to_string().into(),
        DataRef::Float(number) => number_text(*number).into(),
        DataRef::Bool(is_true) => truth(*is_true).into(),
        DataRef::DateTime(moment) => moment_text(moment).into(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_text(text).into(),
    }
}

fn text_of(value: &Data) -> std::borrow::Cow<'_, str> {
    match value {
        Data::String(text) => text.as_str().into(),
        Data::Empty | Data::Error(_) => "".into(),
        Data::Int(number) => number.to_string().into(),
        Data::Float(number) => number_text(*number).into(),
        Data::Bool(is_true) => truth(*is_true).into(),
        Data::DateTime(moment) => moment_text(moment).into(),
        Data::DateTimeIso(text) | Data::DurationIso(text) => iso_text(text).into(),
    }
}

fn truth(is_true: bool) -> &'static str {
    if is_true { "true" } else { "false" }
}

/// A number with all its digits and none besides; where digits are lost, in the short form that
/// says so (`4.07E+19`).
fn number_text(number: f64) -> String {
    if number.abs() < LOSSY {
        return format!("{number}");
    }
    format!("{number:E}").replace('E', "E+")
}

/// A date as `2025-12-31`, with the time behind it where there is one.
fn moment_text(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    let at = match COUNTED_DAYS.contains(&days) {
        true => moment.as_datetime(),
        false => None,
    };
    match at {
        Some(at) if !moment.is_duration() && days >= 1.0 => date_text(at),
        Some(at) => at.format("%H:%M").to_string(),
        None => number_text(days),
    }
}

fn date_text(at: NaiveDateTime) -> String {
    match at.time() {
        NaiveTime::MIN => at.format("%Y-%m-%d").to_string(),
        _ => at.format("%Y-%m-%d %H:%M").to_string(),
    }
}

/// What LibreOffice writes, in the form dates of Excel get: `2025-12-31T00:00:00` is a plain day.
fn iso_text(text: &str) -> String {
    match text.parse() {
        Ok(at) => date_text(at),
        Err(_) => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits_or_say_they_lost_them() {
        assert_eq!(number_text(7_728_168_971.0), "7728168971");
        assert_eq!(number_text(79_161_234_567.0), "79161234567");
        assert_eq!(number_text(12.5), "12.5");
        assert_eq!(
            number_text(40_702_810_707_547_469_469.0),
            "4.070281070754747E+19"
        );
        assert_eq!(number_text(-3.0), "-3");
    }

    #[test]
    fn a_day_has_no_time() {
        assert_eq!(iso_text("2025-12-31T00:00:00"), "2025-12-31");
        assert_eq!(iso_text("2025-12-31T09:30:00"), "2025-12-31 09:30");
        assert_eq!(iso_text("2025-12-31"), "2025-12-31");
    }
}
