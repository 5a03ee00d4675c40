//! A statement as a table: CSV or a workbook, its columns known by their titles.

use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;

use crate::domain::sales::StatementLine;
use crate::domain::text::fold;
use crate::domain::{Currency, decimal};
use crate::error::{Error, Result, TableFault};
use crate::exchange::value::date;
use crate::exchange::{Choices, HeaderChoice, Row, Source};

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Said {
    Day,
    Number,
    Credit,
    Debit,
    Amount,
    Inn,
    Kpp,
    Name,
    Account,
    Purpose,
    Currency,
}

/// What titles begin with; the longer one decides.
const TITLES: [(Said, &[&str]); 11] = [
    (
        Said::Day,
        &["дата", "день", "date", "booking date", "value date"],
    ),
    (Said::Number, &["номер", "№", "number", "document"]),
    (
        Said::Credit,
        &[
            "кредит",
            "приход",
            "поступ",
            "зачислен",
            "сумма зачисл",
            "сумма по кредиту",
            "credit",
            "paid in",
        ],
    ),
    (
        Said::Debit,
        &[
            "дебет",
            "расход",
            "списан",
            "сумма списан",
            "сумма по дебету",
            "debit",
            "paid out",
        ],
    ),
    (Said::Amount, &["сумма", "amount", "sum"]),
    (Said::Inn, &["инн", "vat id", "tax"]),
    (Said::Kpp, &["кпп"]),
    (
        Said::Name,
        &[
            "контрагент",
            "плательщик",
            "наименование",
            "корреспондент",
            "name",
            "payer",
            "counterparty",
        ],
    ),
    (
        Said::Account,
        &["счет", "расчетный счет", "account", "iban"],
    ),
    (
        Said::Purpose,
        &[
            "назначение",
            "основание",
            "содержание",
            "комментарий",
            "purpose",
            "detail",
            "description",
            "reference",
        ],
    ),
    (Said::Currency, &["валюта", "currency"]),
];

/// Rows before the titles that a bank may fill with words of its own.
const LEADING: u64 = 40;

/// The movements of a table, and the numbers of rows that cannot be read.
///
/// # Errors
/// [`Error::UnreadableTable`] where no row names a day and a sum.
pub fn read(path: &Path, today: NaiveDate) -> Result<(Vec<StatementLine>, Vec<u64>)> {
    // Banks put words of their own before the titles: each row is looked at.
    let source = Source::open_as(
        path,
        &Choices {
            header: HeaderChoice::None,
            ..Choices::default()
        },
    )?;
    let mut columns: Option<Vec<Option<Said>>> = None;
    let (mut found, mut unreadable) = (Vec::new(), Vec::new());
    source.rows(|row| {
        match &columns {
            None if row.number > LEADING => return Ok(ControlFlow::Break(())),
            None => columns = titles(row.cells),
            Some(columns) => match movement(&row, columns, today) {
                Movement::Line(line) => found.push(*line),
                Movement::Unreadable => unreadable.push(row.number),
                Movement::None => {}
            },
        }
        Ok(ControlFlow::Continue(()))
    })?;
    match columns {
        Some(_) => Ok((found, unreadable)),
        None => Err(Error::UnreadableTable(TableFault::NoStatement)),
    }
}

/// What the columns say, where the cells are titles that name a day and a sum.
fn titles(cells: &[String]) -> Option<Vec<Option<Said>>> {
    let mut columns: Vec<Option<Said>> = Vec::new();
    for cell in cells {
        let said = said(cell).filter(|said| !columns.contains(&Some(*said)));
        columns.push(said);
    }
    let has = |said: Said| columns.contains(&Some(said));
    let has_sum = has(Said::Amount) || has(Said::Credit);
    (has(Said::Day) && has_sum).then_some(columns)
}

fn said(title: &str) -> Option<Said> {
    let title = fold(title);
    let known = TITLES.iter().flat_map(|(said, titles)| {
        let title = &title;
        let fitting = titles
            .iter()
            .filter(move |known| title.starts_with(**known));
        fitting.map(move |known| (known.len(), *said))
    });
    known
        .max_by_key(|(length, _)| *length)
        .map(|(_, said)| said)
}

/// What a row below the titles is.
enum Movement {
    Line(Box<StatementLine>),
    Unreadable,
    None,
}

fn movement(row: &Row<'_>, columns: &[Option<Said>], today: NaiveDate) -> Movement {
    let say = |said: Said| {
        let at = columns.iter().position(|column| *column == Some(said));
        at.and_then(|at| row.cells.get(at))
            .map_or("", String::as_str)
    };
    let sum = |said: Said| match say(said) {
        "" => Some(0),
        text => decimal::read_money(text),
    };
    let amount = match (sum(Said::Credit), sum(Said::Debit)) {
        (Some(0), Some(0)) => sum(Said::Amount),
        (Some(credit), Some(debit)) => credit.checked_sub(debit.saturating_abs()),
        _ => None,
    };
    // Totals and blank rows name no day, or no sum.
    if say(Said::Day).is_empty() || amount == Some(0) {
        return Movement::None;
    }
    match (date(say(Said::Day), today), amount) {
        (Ok(paid_on), Some(amount)) => Movement::Line(Box::new(StatementLine {
            place: row.number,
            paid_on,
            amount,
            currency: Currency::of_code(say(Said::Currency)).unwrap_or(Currency::Rub),
            number: say(Said::Number).to_owned(),
            name: say(Said::Name).to_owned(),
            inn: say(Said::Inn).to_owned(),
            kpp: say(Said::Kpp).to_owned(),
            account: say(Said::Account).to_owned(),
            own_account: String::new(),
            own_inn: String::new(),
            purpose: say(Said::Purpose).to_owned(),
        })),
        _ => Movement::Unreadable,
    }
}
