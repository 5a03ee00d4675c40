//! Why a table, or one cell of it, cannot be taken.

use std::fmt;

use crate::domain::Doubt;

/// Why a file cannot be read as a table at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault {
    /// It holds no row with anything in it.
    Empty,
    /// It holds no card of another program.
    NoCards,
    /// It is neither text nor a workbook: a picture, a program, an archive.
    NotATable,
    /// It is packed like a workbook, but holds something else.
    NotAWorkbook,
    /// A workbook locked with a password.
    Protected,
    /// A workbook that is cut off or damaged.
    Damaged,
    /// A web page that was given the name of a workbook, as some programs do.
    WebPage,
    /// The workbook has no such sheet.
    NoSheet(String),
    /// No row of a statement names a day and a sum.
    NoStatement,
    /// No row of a list of products names its columns.
    NoPrices,
    /// More columns than any list of clients has; usually the wrong delimiter.
    TooManyColumns(usize),
    /// A quote opened in this row (counted as in a spreadsheet) is never closed.
    UnclosedQuote(u64),
}

impl fmt::Display for TableFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("no rows"),
            Self::NoCards => f.write_str("no cards"),
            Self::NotATable => f.write_str("neither text nor a workbook"),
            Self::NotAWorkbook => f.write_str("packed, but no workbook"),
            Self::Protected => f.write_str("locked with a password"),
            Self::Damaged => f.write_str("damaged or cut off"),
            Self::WebPage => f.write_str("a web page"),
            Self::NoStatement => f.write_str("no titles of a statement"),
            Self::NoPrices => f.write_str("no titles of a list of products"),
            Self::NoSheet(name) => write!(f, "no sheet {name}"),
            Self::TooManyColumns(count) => write!(f, "{count} columns"),
            Self::UnclosedQuote(row) => write!(f, "the quote of row {row} is never closed"),
        }
    }
}

/// Why the text of one cell cannot be taken as what its column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFault {
    /// A spreadsheet turned the number into a short form and lost digits: `7,70123E+11`.
    Spoiled(String),
    /// Not a date in any form we read.
    NotADate(String),
    /// Digits, but not enough of them for a telephone number, or no digits.
    NotAPhone(String),
    /// Neither yes nor no.
    NotYesOrNo(String),
    /// Neither a man nor a woman.
    NotASex(String),
    /// No kind of client we know.
    NotARole(String),
    /// No number, or none of those that may stand there.
    NotANumber(String),
    /// None of the values that may stand there.
    NotOneOf(String),
}

impl CellFault {
    /// The text of the cell, as it stood in the table.
    pub fn text(&self) -> &str {
        match self {
            Self::Spoiled(text)
            | Self::NotADate(text)
            | Self::NotAPhone(text)
            | Self::NotYesOrNo(text)
            | Self::NotASex(text)
            | Self::NotARole(text)
            | Self::NotANumber(text)
            | Self::NotOneOf(text) => text,
        }
    }
}

/// Why a row of a table is not taken, or not wholly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// One of its cells cannot be taken.
    Cell {
        /// What the column holds.
        column: Label,
        /// What is wrong with the cell.
        fault: CellFault,
    },
    /// One of its cells is taken as it is, and looks wrong.
    Doubt {
        /// What the column holds.
        column: Label,
        /// What is doubtful about the cell.
        doubt: Doubt,
    },
    /// There is nothing to call the client by.
    NoName,
    /// Several clients may be meant.
    Ambiguous {
        /// How many.
        count: usize,
    },
    /// No organisation has that name or code; the person is taken without one.
    NoEmployer(String),
    /// Several organisations have that name; the person is taken without one.
    ManyEmployers(String),
    /// No client has that name, or several; the row is taken without the link to it.
    NoClient(String),
}

/// What a column is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// By the key of a message.
    Message(&'static str),
    /// As the user has called the field.
    Named(String),
}
