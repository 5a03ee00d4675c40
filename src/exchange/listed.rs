//! A list as somebody sees it, as a table: its headings, and what stands in its rows.

use std::path::Path;

use chrono::NaiveDate;

use super::{Cell, Heading, TableFormat, TableWriter};
use crate::domain::{Money, Progress};
use crate::error::Result;

/// What a list shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its columns.
    pub headings: Vec<Heading>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Said>>,
}

/// What one cell of a list says.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Nothing.
    Nothing,
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A day.
    Day(NaiveDate),
    /// An amount.
    Sum(Money),
}

impl Said {
    /// What the cell of a table holds.
    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Nothing => Cell::Empty,
            Self::Text(text) => Cell::Text(text),
            Self::Whole(number) => Cell::Integer(*number),
            Self::Day(day) => Cell::Date(*day),
            Self::Sum(money) => Cell::Money(*money),
        }
    }
}

impl From<Option<NaiveDate>> for Said {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        match text.is_empty() {
            true => Self::Nothing,
            false => Self::Text(text),
        }
    }
}

impl Listed {
    /// Writes the table at `path` and answers how many rows it has.
    ///
    /// # Errors
    /// When nothing can be written there, or [`crate::error::Error::Cancelled`]; what lay there
    /// before then still does.
    pub fn write(&self, (path, format): (&Path, TableFormat), progress: &Progress) -> Result<u64> {
        progress.expect(self.rows.len() as u64);
        let mut table = TableWriter::create(path, format, &self.headings)?;
        for (done, row) in (1..).zip(&self.rows) {
            progress.check()?;
            let cells: Vec<_> = row.iter().map(Said::cell).collect();
            table.row(&cells)?;
            progress.reach(done);
        }
        table.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Currency;
    use crate::exchange::{ColumnType, Delimiter};

    #[test]
    fn a_list_is_written_as_it_is_seen() {
        let headings = [
            ("Клиент", ColumnType::Text),
            ("Дата", ColumnType::Date),
            ("Долг", ColumnType::Money),
        ];
        let headings = headings.map(|(title, kind)| Heading::new(title, kind));
        let listed = Listed {
            headings: headings.to_vec(),
            rows: vec![
                vec![
                    Said::from("=ООО «Ромашка»".to_owned()),
                    Said::from(NaiveDate::from_ymd_opt(2026, 11, 22)),
                    Said::Sum(Money::new(123_456, Currency::Rub)),
                ],
                vec![Said::from(String::new()), Said::from(None), Said::Nothing],
            ],
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("долги.csv");
        let format = TableFormat::Csv(Delimiter::Semicolon);
        let count = listed.write((&path, format), &Progress::default());
        assert_eq!(count.unwrap(), 2);
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<_> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], "Клиент;Дата;Долг");
        assert!(
            lines[1].contains("ООО «Ромашка»") && lines[1].contains("1234,56"),
            "{text}"
        );
        assert_eq!(lines.len(), 3);
        let stopped = Progress::default();
        stopped.stop();
        let gone = folder.path().join("нет.csv");
        assert!(listed.write((&gone, format), &stopped).is_err() && !gone.exists());
    }
}
