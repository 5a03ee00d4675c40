//! Refused rows go back to a table, each with its reason, to be put right and imported again.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;

use super::{Remark, Request, look_up};
use crate::domain::Progress;
use crate::error::{Result, RowFault};
use crate::exchange::{CardFile, Cell, ColumnType, Heading, Source, TableFormat, TableWriter};

/// Writes the rows of `refused` as they stand in their table to another at `path`; the reasons stand
/// in a last column under `title`, in the words that `say` finds. Answers how many there are.
///
/// # Errors
/// When the source cannot be read any more, or nothing can be written there.
pub fn save_refused(
    request: &Request,
    refused: &[Remark],
    place: (&Path, TableFormat),
    words: (&str, &dyn Fn(&RowFault) -> String),
    progress: &Progress,
) -> Result<u64> {
    match request {
        Request::Table(source, _) => save_rows(source, refused, place, words, progress),
        Request::Cards(file, _) => save_cards(file, refused, place, words),
    }
}

/// Cards stand by their number, the name they have and the reason.
fn save_cards(
    file: &CardFile,
    refused: &[Remark],
    (path, format): (&Path, TableFormat),
    (title, say): (&str, &dyn Fn(&RowFault) -> String),
) -> Result<u64> {
    let headings = ["№", "FN", title].map(|title| Heading::new(title, ColumnType::Text));
    let mut table = TableWriter::create(path, format, &headings)?;
    for remark in refused {
        let at = usize::try_from(remark.row - 1).unwrap_or(usize::MAX);
        let name = file.cards().get(at).map(|card| card.text("FN"));
        let cells = [
            remark.row.to_string(),
            name.unwrap_or_default(),
            say(&remark.reason),
        ];
        table.row(&cells.each_ref().map(|cell| Cell::Text(cell)))?;
    }
    table.finish()
}

fn save_rows(
    source: &Source,
    refused: &[Remark],
    (path, format): (&Path, TableFormat),
    (title, say): (&str, &dyn Fn(&RowFault) -> String),
    progress: &Progress,
) -> Result<u64> {
    let reasons: HashMap<u64, &RowFault> = refused
        .iter()
        .map(|remark| (remark.row, &remark.reason))
        .collect();
    let last = refused.iter().map(|remark| remark.row).max().unwrap_or(0);
    let names = source.header().unwrap_or_default();
    let mut headings: Vec<Heading> = (0..source.width())
        .map(|at| names.get(at).map_or("", String::as_str))
        .map(|name| Heading::new(name, ColumnType::Text))
        .collect();
    headings.push(Heading::new(title, ColumnType::Text));
    let mut table = TableWriter::create(path, format, &headings)?;
    progress.expect(source.total());
    source.rows(|row| {
        look_up(row, progress)?;
        if let Some(reason) = reasons.get(&row.number) {
            let reason = say(reason);
            let text = |at: usize| row.cells.get(at).map_or("", String::as_str);
            let cells: Vec<Cell<'_>> = (0..source.width())
                .map(text)
                .chain([reason.as_str()])
                .map(Cell::Text)
                .collect();
            table.row(&cells)?;
        }
        Ok(match row.number < last {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        })
    })?;
    table.finish()
}
