//! Writes a table as a workbook of Excel, row by row, without keeping the rows in memory.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::{Cell, ColumnType, Heading, refused};
use crate::error::{Error, Result};

/// Rows a sheet can have, the headings among them.
const MOST_ROWS: u32 = 1_048_576;

/// Characters a cell can have.
const LONGEST_TEXT: usize = 32_767;

/// The built-in format that shows days as the reader's own computer does.
const LOCAL_DATE: u8 = 14;

pub(super) struct WorkbookWriter {
    file: File,
    workbook: Workbook,
    full: Vec<Worksheet>,
    sheet: Worksheet,
    next_row: u32,
    headings: Vec<Heading>,
    formats: Formats,
}

struct Formats {
    heading: Format,
    date: Format,
    money: Format,
}

impl WorkbookWriter {
    pub fn new(file: File, folder: &Path, headings: &[Heading]) -> Result<Self> {
        let mut workbook = Workbook::new();
        workbook.set_tempdir(folder).map_err(failed)?;
        let formats = Formats {
            heading: Format::new()
                .set_bold()
                .set_align(FormatAlign::VerticalCenter)
                .set_border_bottom(FormatBorder::Thin)
                .set_background_color(Color::RGB(0x00F2_F2F2)),
            date: Format::new().set_num_format_index(LOCAL_DATE),
            money: Format::new().set_num_format("#,##0.00"),
        };
        let sheet = new_sheet(&mut workbook, headings, &formats)?;
        Ok(Self {
            file,
            workbook,
            full: Vec::new(),
            sheet,
            next_row: 1,
            headings: headings.to_vec(),
            formats,
        })
    }

    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        if self.next_row == MOST_ROWS {
            let next = new_sheet(&mut self.workbook, &self.headings, &self.formats)?;
            close_sheet(&mut self.sheet, self.next_row, &self.headings)?;
            self.full.push(std::mem::replace(&mut self.sheet, next));
            self.next_row = 1;
        }
        for (column, cell) in (0u16..).zip(cells) {
            self.put(column, *cell).map_err(failed)?;
        }
        self.next_row += 1;
        Ok(())
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a cell holds fifteen digits, like Excel itself"
    )]
    fn put(&mut self, column: u16, cell: Cell<'_>) -> std::result::Result<(), XlsxError> {
        let row = self.next_row;
        let sheet = &mut self.sheet;
        match cell {
            Cell::Empty => return Ok(()),
            Cell::Text(text) => sheet.write_string(row, column, fitting(text))?,
            Cell::Integer(number) => sheet.write_number(row, column, number as f64)?,
            Cell::Date(date) => {
                sheet.write_datetime_with_format(row, column, date, &self.formats.date)?
            }
            Cell::Money(money) => {
                let amount = money.minor as f64 / 100.0;
                sheet.write_number_with_format(row, column, amount, &self.formats.money)?
            }
        };
        Ok(())
    }

    pub fn finish(mut self) -> Result<File> {
        close_sheet(&mut self.sheet, self.next_row, &self.headings)?;
        for sheet in self.full {
            self.workbook.push_worksheet(sheet);
        }
        self.workbook.push_worksheet(self.sheet);
        let mut output = BufWriter::new(&self.file);
        self.workbook.save_to_writer(&mut output).map_err(failed)?;
        output
            .into_inner()
            .map_err(|error| refused(error.into_error()))?;
        Ok(self.file)
    }
}

fn new_sheet(
    workbook: &mut Workbook,
    headings: &[Heading],
    formats: &Formats,
) -> Result<Worksheet> {
    let mut sheet = workbook
        .new_worksheet_with_constant_memory()
        .map_err(failed)?;
    let mut fill = || {
        sheet.set_freeze_panes(1, 0)?;
        for (column, heading) in (0u16..).zip(headings) {
            sheet.set_column_width(column, width(heading))?;
            sheet.write_string_with_format(0, column, &heading.title, &formats.heading)?;
        }
        Ok(())
    };
    fill().map_err(failed)?;
    Ok(sheet)
}

/// Puts the filter over all its rows.
fn close_sheet(sheet: &mut Worksheet, rows: u32, headings: &[Heading]) -> Result<()> {
    let Some(last) = headings.len().checked_sub(1) else {
        return Ok(());
    };
    let last = u16::try_from(last).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, rows - 1, last).map_err(failed)?;
    Ok(())
}

/// In characters: enough for the title with the arrow of the filter, and for usual values.
fn width(heading: &Heading) -> f64 {
    let usual = match heading.column_type {
        ColumnType::Text => 22,
        ColumnType::Integer => 10,
        ColumnType::Date => 12,
        ColumnType::Money => 16,
    };
    let title = heading.title.chars().count().min(40) + 4;
    f64::from(u32::try_from(title.max(usual)).unwrap_or(usual as u32))
}

/// As much of the text as a cell can hold.
fn fitting(text: &str) -> &str {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

fn failed(error: XlsxError) -> Error {
    match error {
        XlsxError::IoError(error) => refused(error),
        other => Error::failed("writing a workbook")(other),
    }
}
