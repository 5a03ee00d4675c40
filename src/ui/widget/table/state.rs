//! What a table remembers: where it stands, its cursor, its order and the widths of its columns.

use std::collections::BTreeMap;
use std::ops::Range;

use iced::Point;
use iced::keyboard::key::Named;
use iced::keyboard::{Key as Pressed, Modifiers};

use super::columns::{Column, Wish};
use super::{Key, Message, scroll};
use crate::ui::style::height;

/// How many rows are thought to fit before anything was measured.
const ROWS: f64 = 30.0;

/// What a table remembers from one frame to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    offset: f64,
    rows: f64,
    cursor: Option<u64>,
    column: Option<Key>,
    sought: (u64, Option<Key>),
    sort: Option<Sort>,
    widths: BTreeMap<Key, f32>,
    density: Density,
}

/// How high rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// Easy to read.
    #[default]
    Regular,
    /// More at once.
    Compact,
}

/// By which column the rows are sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub key: Key,
    /// The smallest first.
    pub is_ascending: bool,
}

/// What the screen has to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing.
    None,
    /// Have these rows at hand: they are seen now.
    Visible(Range<u64>),
    /// Sort the rows so; the table stands at its beginning again.
    Sort(Sort),
    /// Keep the widths of the columns: they were changed.
    Resized,
    /// Put a column before another, or at the end.
    Move(Key, Option<Key>),
    /// A row was pressed with these keys held; the cursor is on it.
    Press(u64, Modifiers),
    /// Open a row.
    Open(u64),
    /// Show the menu of a row at this place in the window; the cursor is on the row.
    Menu(u64, Point),
    /// Select a row or no longer, with these keys held.
    Check(u64, Modifiers),
    /// Select all rows, or none.
    CheckAll,
}

/// A movement of the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// Up by as many rows as are seen.
    PageUp,
    /// Down by as many rows as are seen.
    PageDown,
    /// To the first row.
    Home,
    /// To the last row.
    End,
}

impl Step {
    /// The movement a key stands for.
    pub fn of_key(key: &Pressed) -> Option<Self> {
        let Pressed::Named(key) = key else {
            return None;
        };
        match key {
            Named::ArrowUp => Some(Self::Up),
            Named::ArrowDown => Some(Self::Down),
            Named::PageUp => Some(Self::PageUp),
            Named::PageDown => Some(Self::PageDown),
            Named::Home => Some(Self::Home),
            Named::End => Some(Self::End),
            _ => None,
        }
    }
}

impl Default for State {
    fn default() -> Self {
        Self {
            offset: 0.0,
            rows: ROWS,
            cursor: None,
            column: None,
            sought: (0, None),
            sort: None,
            widths: BTreeMap::new(),
            density: Density::default(),
        }
    }
}

impl State {
    /// A table at its beginning, sorted so, with these columns at other widths than their own.
    pub fn new(sort: Option<Sort>, widths: impl IntoIterator<Item = (Key, f32)>) -> Self {
        Self {
            sort,
            widths: widths.into_iter().collect(),
            ..Self::default()
        }
    }

    /// Takes in what happened in a table of `count` rows.
    pub fn update(&mut self, message: Message, count: u64) -> Action {
        self.offset = self.offset.min(scroll::furthest(count, self.rows));
        match message {
            Message::Measured(rows) => {
                self.rows = rows;
                self.scroll(self.offset, count)
            }
            Message::ScrolledBy(rows) => self.scroll(self.offset + rows, count),
            Message::ScrolledTo(offset) => self.scroll(offset, count),
            Message::HeaderPressed(key) => self.sort_by(key),
            Message::ColumnMoved(key, before) => Action::Move(key, before),
            Message::ColumnPointed(column) => {
                self.column = column;
                Action::None
            }
            Message::Resizing(widths) => {
                self.widths.extend(widths);
                Action::None
            }
            Message::Resized => Action::Resized,
            Message::Pressed(row, modifiers) => {
                self.cursor = Some(row);
                Action::Press(row, modifiers)
            }
            Message::Opened(row) => Action::Open(row),
            Message::MenuAsked(row, at) => {
                self.cursor = Some(row);
                Action::Menu(row, at)
            }
            Message::Checked(row, modifiers) => Action::Check(row, modifiers),
            Message::AllChecked => Action::CheckAll,
        }
    }

    /// The first row, with the part of it that is scrolled away.
    pub fn offset(&self) -> f64 {
        self.offset
    }

    /// How many rows fit, the cut one included by its part.
    pub fn rows(&self) -> f64 {
        self.rows
    }

    /// The rows that are seen, of `count`.
    pub fn visible(&self, count: u64) -> Range<u64> {
        let offset = self.offset.min(scroll::furthest(count, self.rows));
        let end = (offset + self.rows).ceil() as u64;
        offset as u64..end.min(count)
    }

    /// The row the keyboard stands on.
    pub fn cursor(&self) -> Option<u64> {
        self.cursor
    }

    /// The column the keyboard stands on; `None` while it means the whole row.
    pub fn column(&self) -> Option<&Key> {
        self.column.as_ref()
    }

    /// Puts the keyboard on a column, which comes into sight, or on the whole row.
    pub fn set_column(&mut self, column: Option<Key>) {
        if let Some(key) = &column {
            self.seek(key.clone());
        }
        self.column = column;
    }

    /// Scrolls sideways until a column is seen.
    pub fn seek(&mut self, column: Key) {
        self.sought = (self.sought.0 + 1, Some(column));
    }

    /// The column that was sought last, and how many were before.
    pub(super) fn sought(&self) -> (u64, Option<&Key>) {
        (self.sought.0, self.sought.1.as_ref())
    }

    /// Puts the cursor on a row of `count` and scrolls to it, or takes it away.
    pub fn set_cursor(&mut self, row: Option<u64>, count: u64) -> Action {
        self.cursor = row.map(|row| row.min(count.saturating_sub(1)));
        match self.cursor {
            Some(row) if count > 0 => self.reveal(row, count),
            _ => Action::None,
        }
    }

    /// Moves the cursor and scrolls with it. From nowhere, it comes to the first row that is seen.
    pub fn step(&mut self, step: Step, count: u64) -> Action {
        let Some(last) = count.checked_sub(1) else {
            return Action::None;
        };
        let page = (self.rows.floor() as u64).saturating_sub(1).max(1);
        let row = match (step, self.cursor) {
            (Step::Home, _) => 0,
            (Step::End, _) => last,
            (_, None) => self.offset.ceil() as u64,
            (Step::Up, Some(row)) => row.saturating_sub(1),
            (Step::Down, Some(row)) => row.saturating_add(1),
            (Step::PageUp, Some(row)) => row.saturating_sub(page),
            (Step::PageDown, Some(row)) => row.saturating_add(page),
        };
        self.set_cursor(Some(row.min(last)), count)
    }

    /// Scrolls as little as needed to see the whole of `row`.
    pub fn reveal(&mut self, row: u64, count: u64) -> Action {
        let offset = scroll::revealing(row, self.offset, self.rows);
        self.scroll(offset, count)
    }

    /// Back to the beginning, with no cursor: the rows are others now.
    pub fn restart(&mut self) {
        self.offset = 0.0;
        self.cursor = None;
    }

    /// Shows another column as the one it is sorted by.
    pub fn set_sort(&mut self, sort: Option<Sort>) {
        self.sort = sort;
    }

    /// By which column the rows are sorted.
    pub fn sort(&self) -> Option<&Sort> {
        self.sort.as_ref()
    }

    /// The widths somebody chose, in logical pixels.
    pub fn widths(&self) -> impl Iterator<Item = (&Key, f32)> {
        self.widths.iter().map(|(key, width)| (key, *width))
    }

    /// Makes every column as wide as it was at first.
    pub fn forget_widths(&mut self) {
        self.widths.clear();
    }

    /// How high rows are.
    pub fn density(&self) -> Density {
        self.density
    }

    /// Makes rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.density = density;
    }

    /// The height of a row, in logical pixels.
    pub fn row_height(&self) -> f32 {
        match self.density {
            Density::Regular => height::ROW,
            Density::Compact => height::ROW_COMPACT,
        }
    }

    /// What `column` wishes for, whose widest cell needs so many logical pixels.
    pub(super) fn wish(&self, column: &Column, widest: f32) -> Wish {
        let narrowest = column.narrowest.max(widest);
        let chosen = self.widths.get(&column.key).copied();
        // Widths are kept together: only one that is another than its own was chosen.
        let chosen = chosen.filter(|width| (width - column.width).abs() > 0.5);
        Wish {
            width: chosen.unwrap_or(column.width),
            narrowest,
            // Nobody has to give way as far as it can, and more is seen at once than at full width.
            scrolled: chosen
                .unwrap_or((narrowest + column.width) / 2.0)
                .max(narrowest),
            grows: column.grows,
        }
    }

    fn scroll(&mut self, offset: f64, count: u64) -> Action {
        self.offset = offset.clamp(0.0, scroll::furthest(count, self.rows));
        Action::Visible(self.visible(count))
    }

    fn sort_by(&mut self, key: Key) -> Action {
        let is_ascending = match &self.sort {
            Some(sort) if sort.key == key => !sort.is_ascending,
            _ => true,
        };
        let sort = Sort { key, is_ascending };
        self.sort = Some(sort.clone());
        self.restart();
        Action::Sort(sort)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MILLION: u64 = 1_000_000;

    fn measured() -> State {
        let mut state = State::default();
        state.update(Message::Measured(20.5), MILLION);
        state
    }

    #[test]
    fn scrolling_stops_at_both_ends() {
        let mut state = measured();
        assert_eq!(
            state.update(Message::ScrolledBy(-3.0), MILLION),
            Action::Visible(0..21)
        );
        let end = Action::Visible(999_979..MILLION);
        assert_eq!(state.update(Message::ScrolledBy(2e6), MILLION), end);
        assert_eq!(state.offset(), 999_979.5);
    }

    #[test]
    fn the_last_of_a_hundred_million_rows_still_moves_by_a_pixel() {
        let count = 100_000_000;
        let mut state = measured();
        state.update(Message::ScrolledTo(99_999_000.0), count);
        state.update(Message::ScrolledBy(1.0 / 38.0), count);

        let pixels = (state.offset() - 99_999_000.0) * 38.0;
        assert!((pixels - 1.0).abs() < 1e-4);
    }

    #[test]
    fn the_cursor_stays_in_sight() {
        let mut state = measured();
        for step in [
            Step::End,
            Step::PageUp,
            Step::Up,
            Step::PageDown,
            Step::Home,
            Step::Down,
        ] {
            state.step(step, MILLION);
            let seen = state.visible(MILLION);
            assert!(seen.contains(&state.cursor().unwrap()), "{step:?}");
        }
        assert_eq!(state.cursor(), Some(1));
    }

    #[test]
    fn a_page_leaves_one_row_in_sight() {
        let mut state = measured();
        state.step(Step::Home, MILLION);
        state.step(Step::PageDown, MILLION);
        assert_eq!(state.cursor(), Some(19));
    }

    #[test]
    fn an_empty_table_has_nowhere_to_go() {
        let mut state = measured();
        assert_eq!(state.step(Step::Down, 0), Action::None);
        assert_eq!(state.visible(0), 0..0);
    }

    #[test]
    fn a_second_press_on_a_header_turns_the_order() {
        let mut state = measured();
        let pressed = || Message::HeaderPressed("name".into());
        let sorted = |is_ascending| {
            Action::Sort(Sort {
                key: "name".into(),
                is_ascending,
            })
        };
        assert_eq!(state.update(pressed(), MILLION), sorted(true));
        assert_eq!(state.update(pressed(), MILLION), sorted(false));
    }

    #[test]
    fn fewer_rows_bring_the_table_back_into_range() {
        let mut state = measured();
        state.update(Message::ScrolledTo(900_000.0), MILLION);
        assert_eq!(state.visible(100), 79..100);

        state.update(Message::ScrolledBy(-3.0), 100);
        assert_eq!(state.visible(100), 76..97);
    }
}
