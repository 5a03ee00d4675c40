//! A table in a file: how it is written, its header, its rows.

use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::dbf::Dbf;
use super::decode::Decoded;
use super::delimited::{Delimiter, Rows};
use super::detect::survey;
use super::row::{Row, Sample};
use super::sheet::Book;
use super::{Encoding, header};
use crate::error::{Error, Result, TableFault};

/// Rows kept for a look before everything is read.
const SAMPLE: usize = 60;

/// More columns than any list of clients has.
const MOST_COLUMNS: usize = 1000;

/// Text read to find the delimiter, in bytes of the decoded file.
const OPENING: u64 = 128 * 1024;

/// What kind of file a table lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text with delimiters.
    Csv,
    /// Workbook of Excel since 2007.
    Xlsx,
    /// Workbook of Excel, in binary.
    Xlsb,
    /// Workbook of Excel before 2007.
    Xls,
    /// Workbook of LibreOffice.
    Ods,
    /// Table of dBase or FoxPro.
    Dbf,
}

/// Which row names the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeaderChoice {
    /// The one recognised, if any.
    #[default]
    Recognised,
    /// None: the first row is data already.
    None,
    /// The row of that number, as [`Row::number`] counts.
    Row(u64),
}

/// What the user says about a table; what is not said is recognised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// The encoding of a text file.
    pub encoding: Option<Encoding>,
    /// The delimiter of a text file.
    pub delimiter: Option<Delimiter>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The row that names the columns.
    pub header: HeaderChoice,
    /// Names of columns beside those of the program: of the fields that the user has made.
    pub own: Vec<String>,
}

/// A table in a file, looked at but not yet read.
///
/// A plain value: the file is opened again for every reading, and is not held in between.
#[derive(Debug, Clone)]
pub struct Source {
    path: PathBuf,
    layout: Layout,
    total: u64,
    estimate: u64,
    first: Vec<Sample>,
    header: Option<usize>,
    width: usize,
}

#[derive(Debug, Clone)]
enum Layout {
    Text {
        encoding: Encoding,
        delimiter: Delimiter,
    },
    Book {
        format: Format,
        sheets: Vec<String>,
        sheet: String,
    },
    Dbf {
        encoding: Encoding,
    },
}

impl Source {
    /// Looks at the file and recognises everything about it.
    ///
    /// # Errors
    /// When there is no such file, or no table can be read from it.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        Self::open_as(path, &Choices::default())
    }

    /// Looks at the file, believing `choices` where they say something.
    ///
    /// # Errors
    /// When there is no such file, or no table can be read from it so.
    pub fn open_as(path: impl AsRef<Path>, choices: &Choices) -> Result<Self> {
        let path = path.as_ref();
        let size = size_of_file(path)?;
        let mut source = match Book::open(path)? {
            Some(book) => Self::of_book(path, &book, choices)?,
            None => match Dbf::open(path)? {
                Some(table) => Self::of_dbf(path, table, choices)?,
                None => Self::of_text(path, size, choices)?,
            },
        };
        source.take_sample()?;
        source.find_header(choices);
        Ok(source)
    }

    fn of_book(path: &Path, book: &Book, choices: &Choices) -> Result<Self> {
        let sheets = book.sheets();
        let sheet = match &choices.sheet {
            Some(name) if sheets.contains(name) => name.clone(),
            Some(name) => return Err(unreadable(TableFault::NoSheet(name.clone()))),
            None => sheets
                .first()
                .cloned()
                .ok_or_else(|| unreadable(TableFault::Empty))?,
        };
        let format = book.format();
        Ok(Self::new(
            path,
            Layout::Book {
                format,
                sheets,
                sheet,
            },
        ))
    }

    fn of_dbf(path: &Path, table: Dbf, choices: &Choices) -> Result<Self> {
        let encoding = match choices.encoding {
            Some(encoding) => encoding,
            None => table.encoding()?,
        };
        Ok(Self::new(path, Layout::Dbf { encoding }))
    }

    fn of_text(path: &Path, size: u64, choices: &Choices) -> Result<Self> {
        let open = || File::open(path).map_err(Error::failed("opening a table"));
        let survey = survey(open()?)
            .map_err(Error::failed("reading a table"))?
            .map_err(unreadable)?;
        let encoding = choices.encoding.unwrap_or(survey.encoding);
        let opening = opening(open()?, encoding).map_err(Error::failed("reading a table"))?;
        if is_markup(&opening) {
            return Err(unreadable(TableFault::WebPage));
        }
        let delimiter = match choices.delimiter {
            Some(delimiter) => delimiter,
            None => Delimiter::recognise(&opening),
        };
        let layout = Layout::Text {
            encoding,
            delimiter,
        };
        Ok(Self {
            total: size,
            estimate: survey.lines + 1,
            ..Self::new(path, layout)
        })
    }

    fn new(path: &Path, layout: Layout) -> Self {
        Self {
            path: path.to_owned(),
            layout,
            total: 0,
            estimate: 0,
            first: Vec::new(),
            header: None,
            width: 0,
        }
    }

    fn take_sample(&mut self) -> Result<()> {
        let mut first = Vec::new();
        let declared = self.each(&mut |row| {
            first.push(Sample {
                number: row.number,
                cells: row.cells.to_vec(),
            });
            Ok(match first.len() < SAMPLE {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            })
        })?;
        if first.is_empty() {
            return Err(unreadable(TableFault::Empty));
        }
        if let Some(declared) = declared {
            let last = first.last().map_or(0, |row| row.number);
            self.total = declared.max(last);
            self.estimate = self.total;
        }
        self.width = first.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        if self.width > MOST_COLUMNS {
            return Err(unreadable(TableFault::TooManyColumns(self.width)));
        }
        self.first = first;
        Ok(())
    }

    fn find_header(&mut self, choices: &Choices) {
        self.header = match choices.header {
            HeaderChoice::None => None,
            HeaderChoice::Row(number) => self.first.iter().position(|row| row.number == number),
            HeaderChoice::Recognised if matches!(self.layout, Layout::Dbf { .. }) => Some(0),
            HeaderChoice::Recognised => header::find(&self.first, self.width, &choices.own),
        };
        if let Some(header) = self.header {
            self.first[header].cells.resize(self.width, String::new());
        }
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What kind of file it is.
    pub fn format(&self) -> Format {
        match self.layout {
            Layout::Text { .. } => Format::Csv,
            Layout::Book { format, .. } => format,
            Layout::Dbf { .. } => Format::Dbf,
        }
    }

    /// The encoding of a text file, or of a table of dBase.
    pub fn encoding(&self) -> Option<Encoding> {
        match self.layout {
            Layout::Text { encoding, .. } | Layout::Dbf { encoding } => Some(encoding),
            Layout::Book { .. } => None,
        }
    }

    /// The delimiter of a text file.
    pub fn delimiter(&self) -> Option<Delimiter> {
        match self.layout {
            Layout::Text { delimiter, .. } => Some(delimiter),
            Layout::Book { .. } | Layout::Dbf { .. } => None,
        }
    }

    /// The sheets of a workbook, the visible ones first.
    pub fn sheets(&self) -> &[String] {
        match &self.layout {
            Layout::Text { .. } | Layout::Dbf { .. } => &[],
            Layout::Book { sheets, .. } => sheets,
        }
    }

    /// The sheet that is read.
    pub fn sheet(&self) -> Option<&str> {
        match &self.layout {
            Layout::Text { .. } | Layout::Dbf { .. } => None,
            Layout::Book { sheet, .. } => Some(sheet),
        }
    }

    /// The names of the columns, where a row holds them; as many as [`Source::width`].
    pub fn header(&self) -> Option<&[String]> {
        self.header.map(|at| self.first[at].cells.as_slice())
    }

    /// The number of the row that names the columns.
    pub fn header_row(&self) -> Option<u64> {
        self.header.map(|at| self.first[at].number)
    }

    /// How many columns the widest of the first rows has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Up to `count` rows of data from the beginning, at most sixty.
    pub fn preview(&self, count: usize) -> &[Sample] {
        let start = self.header.map_or(0, |at| at + 1);
        let end = (start + count).min(self.first.len());
        &self.first[start..end]
    }

    /// About how many rows of data there are: line breaks inside cells and blank rows count too.
    pub fn row_estimate(&self) -> u64 {
        let seen = self.preview(SAMPLE).len() as u64;
        match self.first.len() < SAMPLE {
            true => seen,
            false => self
                .estimate
                .saturating_sub(self.header_row().unwrap_or(0))
                .max(seen),
        }
    }

    /// How much there is to read: bytes of a text file, rows of a workbook.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Hands every row of data to `visit`, one after the other, until it breaks off.
    ///
    /// # Errors
    /// What `visit` returns, or that the file cannot be read to its end.
    pub fn rows(&self, mut visit: impl FnMut(Row<'_>) -> Result<ControlFlow<()>>) -> Result<()> {
        let header = self.header_row().unwrap_or(0);
        self.each(&mut |row| match row.number > header {
            true => visit(row),
            false => Ok(ControlFlow::Continue(())),
        })?;
        Ok(())
    }

    /// Hands over every row; answers how many rows a workbook declares.
    fn each(
        &self,
        visit: &mut dyn FnMut(Row<'_>) -> Result<ControlFlow<()>>,
    ) -> Result<Option<u64>> {
        match &self.layout {
            Layout::Text {
                encoding,
                delimiter,
            } => {
                Rows::open(&self.path, *encoding, *delimiter)?.each(visit)?;
                Ok(None)
            }
            Layout::Book { sheet, .. } => match Book::open(&self.path)? {
                Some(mut book) => book.each(sheet, visit).map(Some),
                None => Err(unreadable(TableFault::NotAWorkbook)),
            },
            Layout::Dbf { encoding } => match Dbf::open(&self.path)? {
                Some(table) => table.each(*encoding, visit).map(Some),
                None => Err(unreadable(TableFault::Damaged)),
            },
        }
    }
}

fn unreadable(fault: TableFault) -> Error {
    Error::UnreadableTable(fault)
}

fn size_of_file(path: &Path) -> Result<u64> {
    let metadata = match std::fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::NoFile(path.to_owned()));
        }
        other => other.map_err(Error::failed("opening a table"))?,
    };
    match metadata.is_dir() {
        true => Err(Error::IsFolder(path.to_owned())),
        false => Ok(metadata.len()),
    }
}

/// The first lines of a text file, the last of them whole.
fn opening(file: File, encoding: Encoding) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    Decoded::new(file, encoding)
        .take(OPENING)
        .read_to_end(&mut bytes)?;
    let is_cut = bytes.len() as u64 == OPENING;
    if let (true, Some(end)) = (is_cut, bytes.iter().rposition(|byte| *byte == b'\n')) {
        bytes.truncate(end);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Some programs save a web page or XML and call it .xls.
fn is_markup(opening: &str) -> bool {
    let start: String = opening.trim_start().chars().take(200).collect();
    let start = start.to_lowercase();
    [
        "<!doctype html",
        "<html",
        "<table",
        "<?xml",
        "<meta",
        "<head",
    ]
    .iter()
    .any(|tag| start.starts_with(tag))
}
