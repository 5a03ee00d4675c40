//! Questions about many rows, asked a page of ids at a time.

use crate::store::{Column, Value};

/// How many ids one statement asks for. Fewer are asked for by repeating the last, so that one
/// prepared statement serves every page.
pub const PAGE: usize = 64;

/// The places of a page of ids in a statement, behind so many other values: `$2, $3, …`.
pub fn places(behind: usize) -> String {
    let places: Vec<_> = (1..=PAGE).map(|at| format!("${}", behind + at)).collect();
    places.join(", ")
}

/// What stands in the places of a statement: other values, behind them at most [`PAGE`] ids.
pub fn values<T: Column>(others: impl IntoIterator<Item = Value>, page: &[T]) -> Vec<Value> {
    let last = page.last().into_iter().cycle();
    let ids = page.iter().chain(last).take(PAGE).map(Column::to_value);
    others.into_iter().chain(ids).collect()
}
