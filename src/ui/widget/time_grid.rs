//! Columns of days with their hours: entries where the clock says, a line at the present minute.
//!
//! A drag over free time draws a new entry, a drag of an entry moves it, a drag of one of its ends
//! stretches it. What is dragged is shown in its new place at once; it is told when it is let go.

mod draw;
mod pointer;
mod tile;
mod view;

use iced::{Point, Rectangle};

use super::Element;
use crate::domain::calendar::Block;
use crate::domain::task::Availability;

use pointer::Pointer;
use tile::Words;

/// The column of hours at the left, in logical pixels.
pub const GUTTER: f32 = 56.0;
/// How high an hour is, in logical pixels.
pub const HOUR: f32 = 76.0;
/// Everything drawn begins and ends at a multiple of so many minutes.
pub const STEP: i64 = 15;
/// A column wide enough to be read, in logical pixels.
pub const NARROWEST: f32 = 44.0;

/// The ground of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    /// The minutes of the day between which somebody works; `None` on a day off.
    pub working: Option<(i64, i64)>,
    /// Whether its employee is absent all day.
    pub is_away: bool,
    /// Whether another day begins with it.
    pub begins_day: bool,
    /// Whether it is the present day.
    pub is_today: bool,
}

/// An entry as one column shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// Where it stands.
    pub block: Block,
    /// The line that leads.
    pub heading: String,
    /// The lines below.
    pub details: Vec<String>,
    /// Whose it is, where several employees share a column; else empty.
    pub marks: Vec<Mark>,
    /// Everything there is to know, one thing a line.
    pub tip: String,
    /// What it makes of those who take part.
    pub availability: Availability,
    /// Whether it is over and done.
    pub is_done: bool,
    /// Whether it may be moved and stretched.
    pub is_movable: bool,
}

/// Whose an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Two letters.
    pub initials: String,
    /// The place of the employee, which gives the colour.
    pub place: usize,
}

/// What the hand did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Message {
    /// An entry was pressed, or free time.
    Pressed(Option<usize>),
    /// An entry was pressed twice.
    Opened(usize),
    /// An entry was pressed with the right button, so far from the corner of the columns.
    MenuAsked(usize, Point),
    /// Free time was marked in a column, from one minute of the day to another.
    Drawn(usize, i64, i64),
    /// An entry was moved from one column to another, so many minutes later.
    Moved {
        /// Which entry.
        entry: usize,
        /// From which column.
        from: usize,
        /// To which column.
        to: usize,
        /// How many minutes later in the day; earlier where negative.
        minutes: i64,
    },
    /// The beginning of an entry, or its end where `is_end`, was moved so many minutes later.
    Stretched {
        /// Which entry.
        entry: usize,
        /// Whether its end was taken hold of.
        is_end: bool,
        /// How many minutes later; earlier where negative.
        minutes: i64,
    },
    /// Something is dragged to the upper (`false`) or the lower edge of what is seen.
    AtEdge(bool),
}

/// Turns what the hand did into a message of the screen.
type OnMessage<'a, M> = Box<dyn Fn(Message) -> M + 'a>;

/// Columns of days being described; they turn into an [`Element`].
pub struct TimeGrid<'a, M> {
    grounds: &'a [Ground],
    tiles: &'a [Tile],
    /// The present minute of the day.
    now: i64,
    selected: Option<usize>,
    is_editable: bool,
    on_message: OnMessage<'a, M>,
}

/// Columns on their grounds with tiles on them; `now` is the present minute of the day.
pub fn time_grid<'a, M>(
    grounds: &'a [Ground],
    tiles: &'a [Tile],
    now: i64,
    on_message: impl Fn(Message) -> M + 'a,
) -> TimeGrid<'a, M> {
    TimeGrid {
        grounds,
        tiles,
        now,
        selected: None,
        is_editable: true,
        on_message: Box::new(on_message),
    }
}

impl<M> TimeGrid<'_, M> {
    /// With one entry selected.
    pub fn selected(mut self, entry: Option<usize>) -> Self {
        self.selected = entry;
        self
    }

    /// Whether entries may be drawn, moved and stretched.
    pub fn editable(mut self, is_editable: bool) -> Self {
        self.is_editable = is_editable;
        self
    }

    /// How wide a column is.
    fn lane(&self, bounds: Rectangle) -> f32 {
        (bounds.width - GUTTER).max(0.0) / self.grounds.len().max(1) as f32
    }

    /// Where a column stands.
    fn column(&self, bounds: Rectangle, column: usize) -> Rectangle {
        let width = self.lane(bounds);
        Rectangle {
            x: bounds.x + GUTTER + width * column as f32,
            width,
            ..bounds
        }
    }

    /// Where a tile stands.
    fn place(&self, bounds: Rectangle, block: &Block) -> Rectangle {
        let column = self.column(bounds, block.column);
        let inner = (column.width - 2.0 * SIDE).max(1.0);
        let slot = inner / block.slot.of as f32;
        // On whole pixels: the stripe below the ground would shine through edges between them.
        let top = (bounds.y + y_of(block.from) + GAP / 2.0).round();
        let bottom = (bounds.y + y_of(block.from) + tile::height(block) - GAP / 2.0).round();
        Rectangle {
            x: column.x + SIDE + slot * block.slot.at as f32,
            y: top,
            width: slot * block.slot.span as f32 - if block.slot.of > 1 { GAP } else { 0.0 },
            height: bottom - top,
        }
    }

    /// The column and the minute of the day at a point.
    fn at(&self, bounds: Rectangle, point: Point) -> (usize, i64) {
        let across = (point.x - bounds.x - GUTTER).max(0.0) / self.lane(bounds).max(1.0);
        let last = self.grounds.len().saturating_sub(1);
        let minute = ((point.y - bounds.y) / HOUR * 60.0) as i64;
        ((across as usize).min(last), minute.clamp(0, 24 * 60))
    }
}

/// Between the tiles and the lines of their column, in logical pixels.
const SIDE: f32 = 4.0;
/// Between tiles, in logical pixels.
const GAP: f32 = 2.0;

/// How far below midnight a minute stands.
fn y_of(minute: i64) -> f32 {
    minute as f32 / 60.0 * HOUR
}

/// What the widget remembers from one frame to the next.
#[derive(Default)]
struct State {
    words: Vec<Words>,
    pointer: Pointer,
}

impl<'a, M: 'a> From<TimeGrid<'a, M>> for Element<'a, M> {
    fn from(grid: TimeGrid<'a, M>) -> Self {
        Self::new(grid)
    }
}
