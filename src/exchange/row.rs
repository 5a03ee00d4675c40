//! Rows of a table on their way.

/// A row of a table while it is read.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Its number as a spreadsheet shows it, the first being 1; blank rows are counted, not shown.
    pub number: u64,
    /// The cells without blanks around them; rows may differ in length.
    pub cells: &'a [String],
    /// How much of [`Source::total`](super::Source::total) is read with this row.
    pub done: u64,
}

/// A row kept for a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Its number, as [`Row::number`] counts.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Puts a text into the cell of that number without blanks around it, keeping the memory at hand.
pub(super) fn put_cell(cells: &mut Vec<String>, at: usize, text: &str) {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let text = match text.strip_prefix('\'') {
        // The apostrophe that keeps a spreadsheet from reckoning; exports write it too.
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    };
    match cells.get_mut(at) {
        Some(cell) => {
            cell.clear();
            cell.push_str(text);
        }
        None => cells.push(text.to_owned()),
    }
}
