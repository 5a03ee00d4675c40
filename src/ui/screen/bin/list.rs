//! A list in the bin: its rows, the cursor, what is selected.

use std::collections::HashSet;

use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use crate::domain::Id;
use crate::ui::screen::Press;
use crate::ui::screen::paged::Line;
use crate::ui::widget::table::{self, Checks, State, Step};

/// Rows of which many can be selected.
#[derive(Debug)]
pub struct List<L: Line> {
    /// Where the table stands, and its cursor.
    pub table: State,
    /// The rows, the latest first; `None` until the first answer.
    rows: Option<Vec<L>>,
    selected: HashSet<Id<L::Of>>,
    /// Where a selection with Shift begins.
    anchor: u64,
}

impl<L: Line> Default for List<L> {
    fn default() -> Self {
        Self {
            table: State::default(),
            rows: None,
            selected: HashSet::new(),
            anchor: 0,
        }
    }
}

impl<L: Line> List<L> {
    /// The rows; none until the first answer.
    pub fn rows(&self) -> &[L] {
        self.rows.as_deref().unwrap_or_default()
    }

    /// Whether anything was read.
    pub fn is_read(&self) -> bool {
        self.rows.is_some()
    }

    /// How many rows there are.
    pub fn count(&self) -> u64 {
        self.rows().len() as u64
    }

    /// Shows these; what is selected stays so.
    pub fn show(&mut self, rows: Vec<L>) {
        let known: HashSet<_> = rows.iter().map(Line::id).collect();
        self.selected.retain(|id| known.contains(id));
        self.rows = Some(rows);
    }

    /// How many are selected.
    pub fn selected(&self) -> usize {
        self.selected.len()
    }

    /// Whether one is.
    pub fn is_selected(&self, line: &L) -> bool {
        self.selected.contains(&line.id())
    }

    /// What the check box of the header says.
    pub fn checks(&self) -> Checks {
        match self.selected.len() {
            0 => Checks::None,
            chosen if chosen == self.rows().len() => Checks::All,
            _ => Checks::Some,
        }
    }

    /// The selected ones; without a selection, the one the cursor is on.
    pub fn chosen(&self) -> Vec<Id<L::Of>> {
        let mut chosen: Vec<_> = self.selected.iter().copied().collect();
        if chosen.is_empty() {
            chosen.extend(self.table.cursor().and_then(|row| self.id(row)));
        }
        chosen
    }

    /// Selects none.
    pub fn clear(&mut self) {
        self.selected.clear();
    }

    /// Takes in what happened in the table.
    pub fn point(&mut self, message: table::Message) {
        let count = self.count();
        match self.table.update(message, count) {
            table::Action::Press(row, keys) | table::Action::Check(row, keys) if keys.shift() => {
                self.select_to(Some(row));
            }
            table::Action::Check(row, _) => self.toggle(row),
            table::Action::Press(row, keys) => self.choose(row, keys),
            table::Action::CheckAll => self.select_all(),
            _ => {}
        }
    }

    /// Takes in a key; whether it meant something here.
    pub fn press(&mut self, press: &Press) -> bool {
        if press.is(Named::Escape) {
            let had_any = !self.selected.is_empty();
            self.selected.clear();
            return had_any;
        }
        if press.is_command('a') {
            self.select_all();
        } else if press.is(Named::Space) {
            if let Some(row) = self.table.cursor() {
                self.toggle(row);
            }
        } else if let Some(step) = Step::of_key(&press.key) {
            let count = self.count();
            self.table.step(step, count);
            if press.modifiers.shift() {
                self.select_to(self.table.cursor());
            } else {
                self.anchor = self.table.cursor().unwrap_or_default();
            }
        } else {
            return false;
        }
        true
    }

    fn id(&self, row: u64) -> Option<Id<L::Of>> {
        let row = self.rows().get(usize::try_from(row).ok()?)?;
        Some(row.id())
    }

    /// A plain press selects one row alone, one with Ctrl adds it or takes it away.
    fn choose(&mut self, row: u64, keys: Modifiers) {
        if !keys.command() {
            self.selected.clear();
        }
        self.toggle(row);
    }

    /// Selects a row, or no longer.
    pub fn toggle(&mut self, row: u64) {
        self.anchor = row;
        if let Some(id) = self.id(row)
            && !self.selected.remove(&id)
        {
            self.selected.insert(id);
        }
    }

    fn select_to(&mut self, row: Option<u64>) {
        let Some(row) = row else { return };
        let rows = self.anchor.min(row)..=self.anchor.max(row);
        let ids: Vec<_> = rows.filter_map(|row| self.id(row)).collect();
        self.selected = ids.into_iter().collect();
    }

    /// Selects every row, or none where all are selected.
    fn select_all(&mut self) {
        if self.selected.len() == self.rows().len() {
            self.selected.clear();
        } else {
            self.selected = self.rows().iter().map(Line::id).collect();
        }
    }
}
