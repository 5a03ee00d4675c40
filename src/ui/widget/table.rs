//! A table over any number of rows, of which only the visible ones are built.
//!
//! The offset is kept in rows, not in pixels, and in `f64`: at the end of 100 million rows a row
//! still scrolls by a pixel. The caller keeps a [`State`], gives [`table`] a function from the
//! index of a row to its cells, and reads from [`Action::Visible`] which rows to have at hand.
//! Columns that find no room are scrolled sideways; the first stays where it is.

mod body;
mod columns;
mod draw;
mod pointer;
mod scroll;
mod sideways;
mod state;
mod view;

use iced::Element as Any;
use iced::advanced::{Layout, mouse};
use iced::alignment::Horizontal;
use iced::keyboard::Modifiers;
use iced::widget::row;
use iced::{Center, Point, Rectangle};

use super::{Element, Icon, ellipsis, icon};
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};

pub use columns::{Column, Key};
pub use state::{Action, Density, Sort, State, Step};

/// What happened in the table. It goes to [`State::update`].
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// There is room for so many rows.
    Measured(f64),
    /// The wheel turned by so many rows.
    ScrolledBy(f64),
    /// The scroll bar was moved: this row comes first.
    ScrolledTo(f64),
    /// A header was pressed.
    HeaderPressed(Key),
    /// A column was dragged by its header to stand before another, or at the end.
    ColumnMoved(Key, Option<Key>),
    /// The pointer chose this column; a row follows.
    ColumnPointed(Option<Key>),
    /// The border of a column is being dragged; the width of each column, in logical pixels.
    Resizing(Vec<(Key, f32)>),
    /// The border of a column was let go.
    Resized,
    /// A row was pressed, with these keys held.
    Pressed(u64, Modifiers),
    /// A row was pressed twice.
    Opened(u64),
    /// A row was pressed with the right button, at this place in the window.
    MenuAsked(u64, Point),
    /// The check box of a row was pressed, with these keys held.
    Checked(u64, Modifiers),
    /// The check box of the header was pressed.
    AllChecked,
}

/// How many of all rows are selected; it shows in the check box of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checks {
    /// No row.
    None,
    /// Some rows, not all.
    Some,
    /// Every row.
    All,
}

/// One row: a cell for each column, in the order of the columns.
pub struct Row<'a, Message> {
    cells: Vec<Element<'a, Message>>,
    is_selected: bool,
}

impl<'a, Message> Row<'a, Message> {
    /// A row of these cells.
    pub fn new(cells: Vec<Element<'a, Message>>) -> Self {
        Self {
            cells,
            is_selected: false,
        }
    }

    /// Highlighted and ticked, or not.
    pub fn selected(mut self, is_selected: bool) -> Self {
        self.is_selected = is_selected;
        self
    }
}

/// Turns what happens in a table into the message of its screen.
type OnMessage<'a, M> = Box<dyn Fn(Message) -> M + 'a>;
/// Builds a row from its index; `None` while it is not loaded.
type Build<'a, M> = Box<dyn Fn(u64) -> Option<Row<'a, M>> + 'a>;

/// A table being described; it turns into an [`Element`].
pub struct Table<'a, M> {
    state: &'a State,
    count: u64,
    columns: Vec<Column>,
    build: Build<'a, M>,
    on_message: OnMessage<'a, M>,
    checks: Option<Checks>,
    is_movable: bool,
    header: Vec<Element<'a, M>>,
    body: body::Body<'a, M>,
}

/// A table of `count` rows; `build` gives the row at an index, or `None` while it is not loaded.
pub fn table<'a, M: 'a>(
    state: &'a State,
    count: u64,
    columns: Vec<Column>,
    build: impl Fn(u64) -> Option<Row<'a, M>> + 'a,
    on_message: impl Fn(Message) -> M + 'a,
) -> Table<'a, M> {
    let header = columns.iter().map(|column| title(column, state)).collect();
    Table {
        state,
        count,
        columns,
        build: Box::new(build),
        on_message: Box::new(on_message),
        checks: None,
        is_movable: false,
        header,
        body: body::Body::default(),
    }
}

impl<M> Table<'_, M> {
    /// With a check box before each row, and one in the header.
    pub fn checks(mut self, checks: Checks) -> Self {
        self.checks = Some(checks);
        self
    }

    /// Its columns can be dragged by their headers, all but the first; cells can be chosen.
    pub fn movable(mut self) -> Self {
        self.is_movable = true;
        self
    }

    /// The places of the parts of the table in the window.
    fn zones(&self, layout: Layout<'_>, cursor: mouse::Cursor) -> Zones {
        let whole = layout.bounds();
        let header = layout.child(0).bounds();
        let body = layout.child(1).bounds();
        let foot = if self.is_scrolled() { BAR } else { 0.0 };
        let rows = Rectangle {
            width: body.width - BAR,
            height: (body.height - foot).max(0.0),
            ..body
        };
        Zones {
            rows,
            bar: Rectangle {
                x: body.x + body.width - BAR,
                width: BAR,
                height: rows.height,
                ..body
            },
            foot: Rectangle {
                x: body.x + self.pinned(),
                y: rows.y + rows.height,
                width: (rows.width - self.pinned()).max(0.0),
                height: foot,
            },
            whole,
            header,
            cursor,
        }
    }

    /// How much of the width the check boxes take.
    fn lead(&self) -> f32 {
        if self.checks.is_some() { LEAD } else { 0.0 }
    }

    /// The rows the scroll bar speaks about, in a body of `height` logical pixels.
    fn track(&self, height: f32) -> scroll::Track {
        scroll::Track {
            count: self.count,
            rows: f64::from(height) / f64::from(self.state.row_height()),
            length: f64::from(height),
        }
    }
}

/// The places of the parts of a table in the window, and of the mouse.
struct Zones {
    cursor: mouse::Cursor,
    whole: Rectangle,
    header: Rectangle,
    rows: Rectangle,
    bar: Rectangle,
    /// The scroll bar under the rows; no higher than 0 where all columns fit.
    foot: Rectangle,
}

/// The title of a column, with an arrow where the rows are sorted by it.
fn title<'a, M: 'a>(column: &Column, state: &State) -> Element<'a, M> {
    let sort = state.sort().filter(|sort| sort.key == column.key);
    let arrow = sort.map(|sort| {
        let glyph = if sort.is_ascending {
            Icon::ArrowUp
        } else {
            Icon::ArrowDown
        };
        icon::sized(glyph, size::HINT).style(surface::toned(Tone::Accent))
    });
    let words = ellipsis(column.title.clone()).size(size::HINT);
    let words: Any<'a, M> = if sort.is_some() {
        words.font(MEDIUM).style(surface::secondary).into()
    } else {
        words.style(surface::hint).into()
    };
    match (arrow, column.align) {
        (None, _) => words,
        (Some(arrow), Horizontal::Right) => line(arrow.into(), words),
        (Some(arrow), _) => line(words, arrow.into()),
    }
}

fn line<'a, M: 'a>(left: Any<'a, M>, right: Any<'a, M>) -> Element<'a, M> {
    row![left, right]
        .spacing(spacing::XS)
        .align_y(Center)
        .into()
}

impl<'a, M: 'a> From<Table<'a, M>> for Element<'a, M> {
    fn from(table: Table<'a, M>) -> Self {
        Self::new(table)
    }
}

/// Between a border of a column and what stands in it, in logical pixels.
const PADDING: f32 = spacing::M;
/// The width of the column of check boxes, in logical pixels.
const LEAD: f32 = 40.0;
/// The width of a scroll bar, in logical pixels.
const BAR: f32 = 12.0;
