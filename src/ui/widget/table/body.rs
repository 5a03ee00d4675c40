//! The rows that are seen, and where each cell stands.

use iced::advanced::layout::{Limits, Node};
use iced::advanced::widget::Tree;
use iced::alignment::Horizontal;
use iced::{Point, Rectangle, Renderer, Size};

use super::columns::{Wish, fit};
use super::{BAR, PADDING, Row, Table, scroll};
use crate::ui::style::height;
use crate::ui::widget::Element;

/// The rows that are seen: built while the table is laid out, when its height is known.
pub(super) struct Body<'a, M> {
    /// The index of the first row.
    pub first: u64,
    /// The rows; `None` stands for one that is not loaded.
    pub rows: Vec<Option<Row<'a, M>>>,
    /// The width of each column, in logical pixels; 0 where there is no room.
    pub widths: Vec<f32>,
}

impl<M> Default for Body<'_, M> {
    fn default() -> Self {
        Self {
            first: 0,
            rows: Vec::new(),
            widths: Vec::new(),
        }
    }
}

impl<M> Table<'_, M> {
    /// What each column wishes for.
    pub(super) fn wishes(&self) -> Vec<Wish> {
        let columns = self.columns.iter();
        columns.map(|column| self.state.wish(column)).collect()
    }

    /// The room for columns in a table of `width` logical pixels.
    pub(super) fn room(&self, width: f32) -> f32 {
        (width - self.lead() - BAR).max(0.0)
    }

    /// The left edge and the width of each column that has room, in order, with its index.
    pub(super) fn slots(&self) -> impl Iterator<Item = (usize, f32, f32)> + '_ {
        let mut end = self.lead();
        let widths = self.body.widths.iter().enumerate();
        widths.filter_map(move |(index, width)| {
            let start = end;
            end += width;
            let (left, right) = (start.round(), end.round());
            (*width > 0.0).then_some((index, left, right - left))
        })
    }

    pub(super) fn lay_out_header(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        width: f32,
    ) -> Node {
        self.body.widths = fit(&self.wishes(), self.room(width));
        let slots: Vec<_> = self.slots().collect();
        let mut nodes = vec![Node::new(Size::ZERO); self.header.len()];
        for (index, x, width) in slots {
            let slot = Slot {
                x,
                size: Size::new(width, height::HEADER),
                align: self.columns[index].align,
            };
            let (title, tree) = (&mut self.header[index], &mut tree.children[index]);
            nodes[index] = slot.lay_out(title, tree, renderer);
        }
        Node::with_children(Size::new(width, height::HEADER), nodes)
    }

    /// Builds and lays out the rows that are seen. `was` is the index of the first row in `tree`;
    /// a row that was seen before keeps what its widgets remember.
    pub(super) fn lay_out_body(
        &mut self,
        tree: &mut Tree,
        was: u64,
        renderer: &Renderer,
        size: Size,
    ) -> Node {
        let row_height = self.state.row_height();
        let fitting = f64::from(size.height) / f64::from(row_height);
        let furthest = scroll::furthest(self.count, fitting);
        let offset = self.state.offset().min(furthest);
        let first = offset as u64;
        let end = ((offset + fitting).ceil() as u64).min(self.count);
        self.body.first = first;
        self.body.rows = (first..end).map(&self.build).collect();

        let mut known: Vec<Option<Tree>> = tree.children.drain(..).map(Some).collect();
        tree.children = (first..end)
            .map(|index| {
                let place = index.checked_sub(was).map(|place| place as usize);
                let seen = place.and_then(|place| known.get_mut(place)?.take());
                seen.unwrap_or_else(Tree::empty)
            })
            .collect();

        let slots: Vec<_> = self.slots().collect();
        let mut nodes = Vec::with_capacity(self.body.rows.len());
        let rows = self.body.rows.iter_mut().zip(&mut tree.children);
        for (index, (row, tree)) in (first..end).zip(rows) {
            let cells = match row {
                Some(row) => {
                    keep_shown(&mut row.cells, &slots);
                    tree.diff_children(&row.cells);
                    row.cells.as_mut_slice()
                }
                None => {
                    tree.children.clear();
                    &mut []
                }
            };
            let placed = cells.iter_mut().zip(&mut tree.children).zip(&slots);
            let placed = placed.map(|((cell, tree), (column, x, width))| {
                let slot = Slot {
                    x: *x,
                    size: Size::new(*width, row_height),
                    align: self.columns[*column].align,
                };
                slot.lay_out(cell, tree, renderer)
            });
            let row = Node::with_children(Size::new(size.width, row_height), placed.collect());
            let y = ((index as f64 - offset) * f64::from(row_height)).round() as f32;
            nodes.push(row.move_to(Point::new(0.0, y)));
        }
        Node::with_children(size, nodes)
    }

    /// The index of the row at `y` logical pixels below the top of the body.
    pub(super) fn row_at(&self, y: f32, body: Rectangle) -> Option<u64> {
        let row_height = f64::from(self.state.row_height());
        let fitting = f64::from(body.height) / row_height;
        let offset = self.state.offset();
        let offset = offset.min(scroll::furthest(self.count, fitting));
        let row = (offset + f64::from(y) / row_height) as u64;
        (y >= 0.0 && y < body.height && row < self.count).then_some(row)
    }
}

/// Drops the cells of columns that have no room.
fn keep_shown<M>(cells: &mut Vec<Element<'_, M>>, slots: &[(usize, f32, f32)]) {
    let mut index = 0;
    cells.retain(|_cell| {
        let is_shown = slots.iter().any(|(column, ..)| *column == index);
        index += 1;
        is_shown
    });
}

/// The place of a cell in its row, in logical pixels.
struct Slot {
    x: f32,
    size: Size,
    align: Horizontal,
}

impl Slot {
    fn lay_out<M>(&self, cell: &mut Element<'_, M>, tree: &mut Tree, renderer: &Renderer) -> Node {
        let inside = (self.size.width - 2.0 * PADDING).max(0.0);
        let limits = Limits::new(Size::ZERO, Size::new(inside, self.size.height));
        let node = cell.as_widget_mut().layout(tree, renderer, &limits);
        let spare = (inside - node.size().width).max(0.0);
        let indent = match self.align {
            Horizontal::Left => 0.0,
            Horizontal::Center => (spare / 2.0).round(),
            Horizontal::Right => spare,
        };
        let y = ((self.size.height - node.size().height) / 2.0).round();
        node.move_to(Point::new(self.x + PADDING + indent, y))
    }
}
