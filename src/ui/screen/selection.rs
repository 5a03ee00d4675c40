//! Which rows of a list are selected: a few, or all but a few. A million selected rows take no
//! more room than none.

use std::collections::HashSet;
use std::ops::Range;

use crate::domain::Id;
use crate::ui::widget::table::{Action, Checks};

/// The selected rows of a list. Rows are counted from 0 in the order of the list.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    rows: Rows,
    /// Where a range began.
    anchor: Option<usize>,
    /// The range that is being stretched; it joins the other rows when the next one begins.
    span: Option<Range<usize>>,
    count: usize,
    /// Counts the changes.
    stamp: u64,
}

#[derive(Debug, Clone)]
enum Rows {
    /// The ids of those that are selected, or of those that are not.
    Only(HashSet<i64>),
    AllBut(HashSet<i64>),
}

impl Default for Rows {
    fn default() -> Self {
        Self::Only(HashSet::new())
    }
}

impl Rows {
    fn contains(&self, id: i64) -> bool {
        match self {
            Self::Only(chosen) => chosen.contains(&id),
            Self::AllBut(left_out) => !left_out.contains(&id),
        }
    }
}

impl Selection {
    /// How many rows are selected.
    pub fn count(&self) -> usize {
        self.count
    }

    /// A number that is another after every change.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// Whether no row is selected.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// What the check box of the header shows in a list of `total` rows.
    pub fn checks(&self, total: usize) -> Checks {
        match self.count {
            0 => Checks::None,
            count if count >= total => Checks::All,
            _ => Checks::Some,
        }
    }

    /// Whether what stands in `row` is selected.
    pub fn contains<T>(&self, row: usize, id: Id<T>) -> bool {
        self.span.as_ref().is_some_and(|span| span.contains(&row)) || self.rows.contains(id.raw())
    }

    /// What is selected, in the order of the list.
    pub fn ids<T>(&self, order: &[Id<T>]) -> Vec<Id<T>> {
        let rows = order.iter().copied().enumerate();
        rows.filter(|(row, id)| self.contains(*row, *id))
            .map(|(_, id)| id)
            .collect()
    }

    /// Selects no row.
    pub fn clear(&mut self) {
        *self = Self {
            stamp: self.stamp + u64::from(self.count > 0),
            ..Self::default()
        };
    }

    /// Selects every row.
    pub fn select_all<T>(&mut self, order: &[Id<T>]) {
        self.rows = Rows::AllBut(HashSet::new());
        self.span = None;
        self.count = order.len();
        self.stamp += 1;
    }

    /// Selects every row, or none where all are.
    pub fn toggle_all<T>(&mut self, order: &[Id<T>]) {
        if self.checks(order.len()) == Checks::All {
            self.clear();
        } else {
            self.select_all(order);
        }
    }

    /// Selects a row, or no longer; the next range begins there.
    pub fn toggle<T>(&mut self, row: usize, order: &[Id<T>]) {
        self.settle(order);
        self.anchor = Some(row);
        let Some(id) = order.get(row) else { return };
        let id = id.raw();
        let is_selected = self.rows.contains(id);
        match (&mut self.rows, is_selected) {
            (Rows::Only(set), false) | (Rows::AllBut(set), true) => set.insert(id),
            (Rows::Only(set), true) | (Rows::AllBut(set), false) => set.remove(&id),
        };
        self.recount(order);
    }

    /// The next range begins at `row`.
    pub fn anchor<T>(&mut self, row: usize, order: &[Id<T>]) {
        self.settle(order);
        self.anchor = Some(row);
    }

    /// Selects the rows from where the range began to `row`, in either direction.
    pub fn stretch<T>(&mut self, row: usize, order: &[Id<T>]) {
        let anchor = *self.anchor.get_or_insert(row);
        let end = anchor.max(row).saturating_add(1).min(order.len());
        self.span = Some(anchor.min(row).min(end)..end);
        self.recount(order);
    }

    /// Selects what was pressed in the table: with Shift the rows up to it, with Ctrl or by its
    /// check box the row as well.
    pub fn follow<T>(&mut self, action: &Action, order: &[Id<T>]) {
        let place = |row: u64| usize::try_from(row).unwrap_or(usize::MAX);
        match *action {
            Action::Press(row, keys) | Action::Check(row, keys) if keys.shift() => {
                self.stretch(place(row), order);
            }
            Action::Press(row, keys) if keys.command() => self.toggle(place(row), order),
            Action::Check(row, _) => self.toggle(place(row), order),
            Action::Press(row, _) | Action::Menu(row, _) => self.anchor(place(row), order),
            Action::CheckAll => self.toggle_all(order),
            _ => {}
        }
    }

    /// Makes the stretched range part of the other rows, since it is about to mean other rows.
    pub fn settle<T>(&mut self, order: &[Id<T>]) {
        let Some(span) = self.span.take() else { return };
        let inside = order.get(span.clone()).unwrap_or_default();
        match &mut self.rows {
            Rows::AllBut(left_out) if left_out.is_empty() => {}
            Rows::AllBut(left_out) => {
                for id in inside {
                    left_out.remove(&id.raw());
                }
            }
            Rows::Only(chosen) if inside.len() > order.len() / 2 => {
                // The shorter list is the one of those left out.
                let outside = order[..span.start].iter().chain(&order[span.end..]);
                let outside = outside.map(|id| id.raw());
                let left_out = outside.filter(|id| !chosen.contains(id));
                self.rows = Rows::AllBut(left_out.collect());
            }
            Rows::Only(chosen) => chosen.extend(inside.iter().map(|id| id.raw())),
        }
    }

    /// Forgets rows that are in the list no longer; `order` is the new one. A stretched range has
    /// to be settled before.
    pub fn keep<T>(&mut self, order: &[Id<T>]) {
        self.anchor = None;
        let (Rows::Only(known) | Rows::AllBut(known)) = &mut self.rows;
        if !known.is_empty() {
            let still = order.iter().map(|id| id.raw());
            *known = still.filter(|id| known.contains(id)).collect();
        }
        self.recount(order);
    }

    fn recount<T>(&mut self, order: &[Id<T>]) {
        self.stamp += 1;
        let span = self.span.clone().unwrap_or_default();
        let inside = order.get(span).unwrap_or_default();
        self.count = match &self.rows {
            Rows::Only(chosen) if chosen.is_empty() => inside.len(),
            Rows::Only(chosen) => {
                chosen.len()
                    + inside
                        .iter()
                        .filter(|id| !chosen.contains(&id.raw()))
                        .count()
            }
            Rows::AllBut(left_out) if left_out.is_empty() => order.len(),
            Rows::AllBut(left_out) => {
                let taken_in = inside
                    .iter()
                    .filter(|id| left_out.contains(&id.raw()))
                    .count();
                order.len() + taken_in - left_out.len()
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Client;

    fn order(count: i64) -> Vec<Id<Client>> {
        (0..count).map(Id::from).collect()
    }

    fn raw(selection: &Selection, order: &[Id<Client>]) -> Vec<i64> {
        let ids = selection.ids(order);
        assert_eq!(ids.len(), selection.count());
        ids.into_iter().map(Id::raw).collect()
    }

    #[test]
    fn rows_are_selected_one_by_one() {
        let order = order(5);
        let mut selection = Selection::default();
        for row in [3, 1, 3] {
            selection.toggle(row, &order);
        }
        assert_eq!(raw(&selection, &order), [1]);
        assert_eq!(selection.checks(5), Checks::Some);
    }

    #[test]
    fn a_range_stretches_and_shrinks_and_keeps_what_was_selected() {
        let order = order(10);
        let mut selection = Selection::default();
        selection.toggle(8, &order);
        selection.anchor(2, &order);
        selection.stretch(5, &order);
        selection.stretch(3, &order);
        assert_eq!(raw(&selection, &order), [2, 3, 8]);
        selection.stretch(0, &order);
        assert_eq!(raw(&selection, &order), [0, 1, 2, 8]);

        selection.toggle(1, &order);
        assert_eq!(raw(&selection, &order), [0, 2, 8]);
    }

    #[test]
    fn a_range_over_most_rows_becomes_all_but_the_rest() {
        let order = order(10);
        let mut selection = Selection::default();
        selection.toggle(9, &order);
        selection.anchor(1, &order);
        selection.stretch(7, &order);
        selection.settle(&order);
        assert!(matches!(selection.rows, Rows::AllBut(_)));
        assert_eq!(raw(&selection, &order), [1, 2, 3, 4, 5, 6, 7, 9]);
    }

    #[test]
    fn a_million_rows_are_selected_without_being_listed() {
        let order = order(1_000_000);
        let mut selection = Selection::default();
        selection.toggle_all(&order);
        selection.toggle(17, &order);
        assert_eq!(selection.count(), 999_999);
        assert!(!selection.contains(17, order[17]) && selection.contains(18, order[18]));
        assert!(matches!(&selection.rows, Rows::AllBut(left_out) if left_out.len() == 1));

        selection.stretch(20, &order);
        assert_eq!(selection.checks(order.len()), Checks::All);
        selection.toggle_all(&order);
        assert!(selection.is_empty());
    }

    #[test]
    fn another_order_keeps_the_selected_clients() {
        let first = order(6);
        let mut selection = Selection::default();
        selection.anchor(0, &first);
        selection.stretch(1, &first);
        selection.settle(&first);
        let second: Vec<_> = [5, 1, 4].map(Id::from).to_vec();
        selection.keep(&second);
        assert_eq!(raw(&selection, &second), [1]);
    }
}
