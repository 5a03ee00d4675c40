//! Rows that were refused, or taken with a doubt, go to a table, such cards to cards, each with its
//! reason: to be put right and imported again, or in the base.

use std::collections::HashMap;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::{Remark, Request, look_up};
use crate::domain::Progress;
use crate::error::{Error, Result, RowFault};
use crate::exchange::writer::Unfinished;
use crate::exchange::{CardFile, Cell, ColumnType, Heading, Source, TableFormat, TableWriter};
use crate::exchange::{Delimiter, vcard};

/// Which rows are saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remarked {
    /// Those that were not taken.
    Refused,
    /// Those that were, with a doubt.
    Doubtful,
}

/// Writes the rows of `remarks` as they stand in their table to another at `path`; the reasons stand
/// in a last column under `title`, in the words that `say` finds. Cards become cards where the name
/// of the file says so, with the reason in a line of its own. Answers how many there are.
///
/// # Errors
/// [`Error::UnknownFormat`] where rows of a table are to become cards, or the name says nothing;
/// when the source cannot be read any more, or nothing can be written there.
pub fn save_remarked(
    request: &Request,
    remarks: &[Remark],
    path: &Path,
    words: (&str, &dyn Fn(&RowFault) -> String),
    progress: &Progress,
) -> Result<u64> {
    match (request, format_of(request, path)?) {
        (Request::Table(source, _), Some(format)) => {
            save_rows(source, remarks, (path, format), words, progress)
        }
        (Request::Cards(file, _), Some(format)) => list_cards(file, remarks, (path, format), words),
        (Request::Cards(file, _), None) => save_cards(file, remarks, path, words.1),
        (Request::Table(..), None) => Err(Error::UnknownFormat(path.to_owned())),
    }
}

/// In which kind of table remarked rows are saved at `path`; `None` for cards.
///
/// # Errors
/// [`Error::UnknownFormat`] as in [`save_remarked`].
pub fn format_of(request: &Request, path: &Path) -> Result<Option<TableFormat>> {
    let format = TableFormat::of_path(path, Delimiter::Semicolon);
    let has_cards = matches!(request, Request::Cards(..));
    match format.is_some() || has_cards && is_cards(path) {
        true => Ok(format),
        false => Err(Error::UnknownFormat(path.to_owned())),
    }
}

/// The file beside the imported one where such rows go unless the user says otherwise.
pub fn beside(source: &Path, which: Remarked, is_cards: bool) -> PathBuf {
    let name = source.file_stem().unwrap_or_default().to_string_lossy();
    let ending = if is_cards { "vcf" } else { "xlsx" };
    let which = match which {
        Remarked::Refused => "refused",
        Remarked::Doubtful => "doubtful",
    };
    source.with_file_name(format!("{name}-{which}.{ending}"))
}

fn is_cards(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("vcf"))
}

/// Cards as they stand in their file, each with the reason.
fn save_cards(
    file: &CardFile,
    remarks: &[Remark],
    path: &Path,
    say: &dyn Fn(&RowFault) -> String,
) -> Result<u64> {
    let (unfinished, mut out) = Unfinished::beside(path)?;
    let mut count = 0;
    for remark in remarks {
        let at = usize::try_from(remark.row - 1).unwrap_or(usize::MAX);
        if let Some(card) = file.cards().get(at) {
            let text = vcard::refused(card, &say(&remark.reason));
            out.write_all(text.as_bytes())
                .map_err(Error::failed("writing cards"))?;
            count += 1;
        }
    }
    out.sync_all().map_err(Error::failed("writing cards"))?;
    unfinished.put_in_place()?;
    Ok(count)
}

/// Cards stand by their number, the name they have and the reason.
fn list_cards(
    file: &CardFile,
    remarks: &[Remark],
    (path, format): (&Path, TableFormat),
    (title, say): (&str, &dyn Fn(&RowFault) -> String),
) -> Result<u64> {
    let headings = ["№", "FN", title].map(|title| Heading::new(title, ColumnType::Text));
    let mut table = TableWriter::create(path, format, &headings)?;
    for remark in remarks {
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
    remarks: &[Remark],
    (path, format): (&Path, TableFormat),
    (title, say): (&str, &dyn Fn(&RowFault) -> String),
    progress: &Progress,
) -> Result<u64> {
    let mut reasons: HashMap<u64, Vec<String>> = HashMap::new();
    for remark in remarks {
        let known = reasons.entry(remark.row).or_default();
        known.push(say(&remark.reason));
    }
    let last = remarks.iter().map(|remark| remark.row).max().unwrap_or(0);
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
        if let Some(reasons) = reasons.get(&row.number) {
            let reason = reasons.join("; ");
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
