//! Tables for other programs: workbooks of Excel and text.

mod delimited;
mod workbook;

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::Delimiter;
use crate::domain::Money;
use crate::error::{Error, Result};
use delimited::DelimitedWriter;
use workbook::WorkbookWriter;

/// What kind of file to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Workbook of Excel since 2007.
    Xlsx,
    /// Text in UTF-8, parted by the delimiter.
    Csv(Delimiter),
}

impl TableFormat {
    /// The format the name of the file asks for, text parted by `delimiter`.
    pub fn of_path(path: &Path, delimiter: Delimiter) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        match &*extension {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv(delimiter)),
            "tsv" => Some(Self::Csv(Delimiter::Tab)),
            _ => None,
        }
    }
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Text, also phones and codes made of digits.
    Text,
    /// A whole number.
    Integer,
    /// A day.
    Date,
    /// An amount of money; its currency belongs into the title.
    Money,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What is written above it.
    pub title: String,
    /// What its cells are.
    pub column_type: ColumnType,
}

impl Heading {
    /// A heading of that title.
    pub fn new(title: impl Into<String>, column_type: ColumnType) -> Self {
        Self {
            title: title.into(),
            column_type,
        }
    }
}

/// One value to write.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text; never a formula, whatever it begins with.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// A day.
    Date(NaiveDate),
    /// An amount.
    Money(Money),
}

/// A table being written, row after row.
///
/// It grows in a file beside its place and moves there when it is whole; dropped before
/// [`TableWriter::finish`], it leaves nothing.
pub struct TableWriter {
    unfinished: Unfinished,
    body: Body,
    rows: u64,
}

enum Body {
    Workbook(Box<WorkbookWriter>),
    Delimited(Box<DelimitedWriter>),
}

impl TableWriter {
    /// Begins a table that will lie at `path`, replacing what is there.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn create(path: &Path, format: TableFormat, headings: &[Heading]) -> Result<Self> {
        let (unfinished, file) = Unfinished::beside(path)?;
        let body = match format {
            TableFormat::Xlsx => {
                let folder = unfinished.folder();
                Body::Workbook(Box::new(WorkbookWriter::new(file, folder, headings)?))
            }
            TableFormat::Csv(delimiter) => {
                Body::Delimited(Box::new(DelimitedWriter::new(file, delimiter, headings)?))
            }
        };
        Ok(Self {
            unfinished,
            body,
            rows: 0,
        })
    }

    /// Writes one row, the cells in the order of the headings.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        self.rows += 1;
        match &mut self.body {
            Body::Workbook(workbook) => workbook.row(cells),
            Body::Delimited(delimited) => delimited.row(cells),
        }
    }

    /// Puts the whole table in its place; answers how many rows it has, without the headings.
    ///
    /// # Errors
    /// When the disk refuses; then what lay there before still does.
    pub fn finish(self) -> Result<u64> {
        let file = match self.body {
            Body::Workbook(workbook) => workbook.finish()?,
            Body::Delimited(delimited) => delimited.finish()?,
        };
        file.sync_all().map_err(refused)?;
        drop(file);
        self.unfinished.put_in_place()?;
        Ok(self.rows)
    }
}

/// A file beside its place, removed unless it is put there.
pub(super) struct Unfinished {
    target: PathBuf,
    part: PathBuf,
}

impl Unfinished {
    pub fn beside(target: &Path) -> Result<(Self, File)> {
        if target.is_dir() {
            return Err(Error::IsFolder(target.to_owned()));
        }
        let mut name = OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(format!(
            ".{}.part",
            crate::domain::Id::<File>::generate().raw()
        ));
        let part = target.with_file_name(name);
        let opened = OpenOptions::new().write(true).create_new(true).open(&part);
        let file = opened.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Error::NoFile(folder_of(target).to_owned()),
            _ => refused(error),
        })?;
        let target = target.to_owned();
        Ok((Self { target, part }, file))
    }

    fn folder(&self) -> &Path {
        folder_of(&self.target)
    }

    pub fn put_in_place(self) -> Result<()> {
        fs::rename(&self.part, &self.target).map_err(refused)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Gone already when it was put in its place; nobody can be told of anything else.
        let _ = fs::remove_file(&self.part);
    }
}

/// The folder a file lies in; the current one for a bare name.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn refused(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull => Error::DiskFull,
        _ => Error::failed("writing a table")(error),
    }
}

/// An amount with its decimals: `-1234.56`.
fn decimal(money: Money, sign: char) -> String {
    let minor = money.minor.unsigned_abs();
    let minus = if money.minor < 0 { "-" } else { "" };
    format!("{minus}{}{sign}{:02}", minor / 100, minor % 100)
}
