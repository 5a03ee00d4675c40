//! The rows of one table of an export of everything, exactly as they were: no cell is trimmed,
//! tidied or taken for something else.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use csv::{ReaderBuilder, StringRecord};

use crate::error::{Error, Result};
use crate::exchange::Delimiter;
use crate::workspace::Part;

/// What is put before a text that a spreadsheet would reckon.
const MARK: char = '\'';

/// A text that begins with the mark has two, so that one can always be taken away.
pub fn marked(text: &str) -> String {
    match text.starts_with(MARK) {
        true => format!("{MARK}{text}"),
        false => text.to_owned(),
    }
}

/// Hands the cells of every row to `each`, the id and then the columns of `part` in their order,
/// wherever they stand in the file; a file that is not there has no rows.
///
/// # Errors
/// [`Error::Unreadable`] where a column is missing.
pub fn rows(path: &Path, part: Part, each: &mut dyn FnMut(&[&str]) -> Result<()>) -> Result<()> {
    let file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        file => file.map_err(Error::failed("opening a table"))?,
    };
    let mut reader = ReaderBuilder::new()
        .delimiter(Delimiter::Semicolon.character() as u8)
        .from_reader(file);
    let failed = |_: csv::Error| Error::Unreadable(part.name);
    let header = reader.headers().map_err(failed)?.clone();
    let names = std::iter::once("id").chain(part.columns.iter().copied());
    let places: Option<Vec<usize>> = names
        .map(|name| header.iter().position(|title| title == name))
        .collect();
    let places = places.ok_or(Error::Unreadable(part.name))?;
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(failed)? {
        let cell = |at: &usize| record.get(*at).unwrap_or_default();
        let cells: Vec<_> = places.iter().map(cell).map(unmarked).collect();
        each(&cells)?;
    }
    Ok(())
}

fn unmarked(cell: &str) -> &str {
    cell.strip_prefix(MARK).unwrap_or(cell)
}
