//! Why a table or a cell of it cannot be taken, in words for the user.

use super::Locale;
use crate::error::{CellFault, Label, RowFault, TableFault};

impl Locale {
    /// Why a file cannot be read as a table; the middle of a sentence.
    pub fn table_fault(&self, fault: &TableFault) -> String {
        match fault {
            TableFault::Empty => self.text("table-fault-empty"),
            TableFault::NoCards => self.text("table-fault-no-cards"),
            TableFault::NotATable => self.text("table-fault-not-a-table"),
            TableFault::NotAWorkbook => self.text("table-fault-not-a-workbook"),
            TableFault::Protected => self.text("table-fault-protected"),
            TableFault::Damaged => self.text("table-fault-damaged"),
            TableFault::WebPage => self.text("table-fault-web-page"),
            TableFault::NoStatement => self.text("table-fault-no-statement"),
            TableFault::NoPrices => self.text("table-fault-no-prices"),
            TableFault::NoSheet(name) => {
                self.with("table-fault-no-sheet", &[("name", name.as_str().into())])
            }
            TableFault::TooManyColumns(count) => self.with(
                "table-fault-too-many-columns",
                &[("count", (*count).into())],
            ),
            TableFault::UnclosedQuote(row) => self.with(
                "table-fault-unclosed-quote",
                &[("row", i64::try_from(*row).unwrap_or(i64::MAX).into())],
            ),
        }
    }

    /// Why the text of a cell cannot be taken; a sentence of its own.
    pub fn cell_fault(&self, fault: &CellFault) -> String {
        let text = &[("text", shortened(fault.text()).into())];
        match fault {
            CellFault::Spoiled(_) => self.with("cell-fault-spoiled", text),
            CellFault::NotADate(_) => self.with("cell-fault-not-a-date", text),
            CellFault::NotAPhone(_) => self.with("cell-fault-not-a-phone", text),
            CellFault::NotYesOrNo(_) => self.with("cell-fault-not-yes-or-no", text),
            CellFault::NotASex(_) => self.with("cell-fault-not-a-sex", text),
            CellFault::NotARole(_) => self.with("cell-fault-not-a-role", text),
            CellFault::NotANumber(_) => self.with("cell-fault-not-a-number", text),
            CellFault::NotOneOf(_) => self.with("cell-fault-not-one-of", text),
        }
    }

    /// What a column of a table is called.
    pub fn label(&self, label: &Label) -> String {
        match label {
            Label::Message(key) => self.text(key),
            Label::Named(name) => name.clone(),
        }
    }

    /// Why a row of a table is not taken, or not wholly; a sentence of its own.
    pub fn row_fault(&self, fault: &RowFault) -> String {
        let name = |name: &str| [("name", shortened(name).into())];
        match fault {
            RowFault::Cell { column, fault } => self.with(
                "row-fault-cell",
                &[
                    ("column", self.label(column).into()),
                    ("fault", self.cell_fault(fault).into()),
                ],
            ),
            RowFault::Doubt { column, doubt } => self.with(
                "row-fault-cell",
                &[
                    ("column", self.label(column).into()),
                    ("fault", self.doubt(doubt).into()),
                ],
            ),
            RowFault::NoName => self.text("row-fault-no-name"),
            RowFault::Ambiguous { count } => {
                self.with("row-fault-ambiguous", &[("count", (*count).into())])
            }
            RowFault::NoEmployer(said) => self.with("row-fault-no-employer", &name(said)),
            RowFault::ManyEmployers(said) => self.with("row-fault-many-employers", &name(said)),
            RowFault::NoClient(said) => self.with("row-fault-no-client", &name(said)),
        }
    }
}

/// The beginning of a text, enough to find it again in its row.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
