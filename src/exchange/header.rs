//! Which of the first rows names the columns.

use super::column;
use super::row::Sample;
use super::value;
use crate::domain::text::fold;

/// A header stands among the first rows, perhaps below a title.
const ROWS_SEARCHED: usize = 12;

/// No name of a column is longer, in characters.
const LONGEST_NAME: usize = 60;

/// The place of the row that names the columns, if there is one; `own` are names that the user has
/// given to fields.
pub(super) fn find(rows: &[Sample], width: usize, own: &[String]) -> Option<usize> {
    let own: Vec<String> = own.iter().map(|name| fold(name)).collect();
    let mut first = rows.iter().take(ROWS_SEARCHED);
    let by_words = first.position(|row| is_named(row, &own));
    by_words.or_else(|| is_unlike_the_rest(rows, width).then_some(0))
}

/// Half of its cells are names of columns we know.
fn is_named(row: &Sample, own: &[String]) -> bool {
    let filled = filled(row).count();
    let known = filled_known(row, own);
    known * 2 >= filled && (known > 1 || filled == known && known == 1)
}

fn filled(row: &Sample) -> impl Iterator<Item = &String> {
    row.cells.iter().filter(|cell| !cell.is_empty())
}

fn filled_known(row: &Sample, own: &[String]) -> usize {
    let is_own = |cell: &String| !own.is_empty() && own.contains(&fold(cell));
    let known = filled(row).filter(|cell| column::is_known(cell) || is_own(cell));
    known.count()
}

/// Names of columns nobody knows: words alone, above a column of numbers, dates or addresses.
fn is_unlike_the_rest(rows: &[Sample], width: usize) -> bool {
    let Some((first, rest)) = rows.split_first() else {
        return false;
    };
    let is_name = |cell: &&String| {
        cell.chars().count() <= LONGEST_NAME && !cell.contains('@') && !value::is_figure(cell)
    };
    let has_figures = |column: usize| {
        let cells = rest.iter().filter_map(|row| row.cells.get(column));
        let filled: Vec<_> = cells.filter(|cell| !cell.is_empty()).collect();
        let figures = filled
            .iter()
            .filter(|cell| value::is_figure(cell) || cell.contains('@'));
        !filled.is_empty() && figures.count() * 2 > filled.len()
    };
    filled(first).count() == width
        && filled(first).all(|cell| is_name(&cell))
        && (0..width).any(has_figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rows: &[&[&str]]) -> Option<usize> {
        let rows: Vec<Sample> = (1..)
            .zip(rows)
            .map(|(number, cells)| Sample {
                number,
                cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
            })
            .collect();
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        find(&rows, width, &[])
    }

    #[test]
    fn known_words_make_a_header_even_below_a_title() {
        assert_eq!(
            found(&[&["Название", "ИНН"], &["Ромашка", "7700000000"]]),
            Some(0)
        );
        assert_eq!(
            found(&[
                &["Наши клиенты на 1 мая"],
                &["Клиент", "Телефон", "Любимый цвет"]
            ]),
            Some(1)
        );
        assert_eq!(found(&[&["E-mail"], &["a@b.example"]]), Some(0));
    }

    #[test]
    fn unknown_words_above_figures_make_a_header() {
        assert_eq!(
            found(&[&["Кто", "Скидка"], &["Ромашка", "12"], &["Агат", "7"]]),
            Some(0)
        );
    }

    #[test]
    fn data_from_the_first_row_on_have_no_header() {
        assert_eq!(
            found(&[&["ООО «Ромашка»", "7700000000"], &["Агат", "7700000001"]]),
            None
        );
        assert_eq!(found(&[&["Ромашка"], &["Агат"]]), None);
    }
}
