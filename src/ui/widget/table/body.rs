//! The rows that are seen, and where each cell stands.

use iced::advanced::layout::{Limits, Node};
use iced::advanced::widget::Tree;
use iced::alignment::Horizontal;
use iced::{Point, Rectangle, Renderer, Size};

use super::sideways::Slot;
use super::{BAR, PADDING, Row, Table, scroll};
use crate::ui::style::height;
use crate::ui::widget::Element;

/// The rows that are seen: built while the table is laid out, when its height is known.
pub(super) struct Body<'a, M> {
    /// The index of the first row.
    pub first: u64,
    /// The rows; `None` stands for one that is not loaded.
    pub rows: Vec<Option<Row<'a, M>>>,
    /// The room for columns, and the width of each, in logical pixels.
    pub room: f32,
    pub widths: Vec<f32>,
    /// How far the columns are scrolled, in logical pixels; the first never is.
    pub across: f32,
}

impl<M> Default for Body<'_, M> {
    fn default() -> Self {
        Self {
            first: 0,
            rows: Vec::new(),
            room: 0.0,
            widths: Vec::new(),
            across: 0.0,
        }
    }
}

impl<M> Table<'_, M> {
    pub(super) fn lay_out_header(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        width: f32,
    ) -> Node {
        let slots: Vec<_> = self.slots().collect();
        let mut nodes = vec![Node::new(Size::ZERO); self.header.len()];
        for slot in slots {
            let cell = self.cell(&slot, height::HEADER);
            let (title, tree) = (&mut self.header[slot.index], &mut tree.children[slot.index]);
            nodes[slot.index] = cell.lay_out(title, tree, renderer);
        }
        Node::with_children(Size::new(width, height::HEADER), nodes)
    }

    /// Builds the rows that are seen in `room` logical pixels. `was` is the index of the first row
    /// in `tree`; a row that was seen before keeps what its widgets remember.
    pub(super) fn build_rows(&mut self, tree: &mut Tree, was: u64, room: f32) {
        let fitting = f64::from(room) / f64::from(self.state.row_height());
        let offset = self.offset(fitting);
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
        for (row, tree) in self.body.rows.iter().zip(&mut tree.children) {
            match row {
                Some(row) => tree.diff_children(&row.cells),
                None => tree.children.clear(),
            }
        }
    }

    /// Lays out the rows that were built: the cells that are seen, in rows of `size` altogether.
    pub(super) fn lay_out_body(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        size: Size,
    ) -> Node {
        let row_height = self.state.row_height();
        let foot = if self.is_scrolled() { BAR } else { 0.0 };
        let offset = self.offset(f64::from(size.height - foot) / f64::from(row_height));
        let cells: Vec<_> = self.slots().collect();
        let cells = cells.iter().map(|slot| self.cell(slot, row_height));
        let places: Vec<_> = cells.collect();
        let mut nodes = Vec::with_capacity(self.body.rows.len());
        let rows = self.body.rows.iter_mut().zip(&mut tree.children);
        for (index, (row, tree)) in (self.body.first..).zip(rows) {
            let cells = row.as_mut().map_or(&mut [][..], |row| &mut row.cells);
            let mut laid_out = vec![Node::new(Size::ZERO); cells.len()];
            for place in &places {
                if let Some(cell) = cells.get_mut(place.index) {
                    let tree = &mut tree.children[place.index];
                    laid_out[place.index] = place.lay_out(cell, tree, renderer);
                }
            }
            let row = Node::with_children(Size::new(size.width, row_height), laid_out);
            let y = ((index as f64 - offset) * f64::from(row_height)).round() as f32;
            nodes.push(row.move_to(Point::new(0.0, y)));
        }
        Node::with_children(size, nodes)
    }

    /// The first row, with its hidden part, where so many rows fit.
    fn offset(&self, fitting: f64) -> f64 {
        let furthest = scroll::furthest(self.count, fitting);
        self.state.offset().min(furthest)
    }

    fn cell(&self, slot: &Slot, height: f32) -> Cell {
        Cell {
            index: slot.index,
            x: slot.x,
            size: Size::new(slot.width, height),
            align: self.columns[slot.index].align,
        }
    }

    /// The index of the row at `y` logical pixels below the top of the body.
    pub(super) fn row_at(&self, y: f32, body: Rectangle) -> Option<u64> {
        let row_height = f64::from(self.state.row_height());
        let fitting = f64::from(body.height) / row_height;
        let offset = self.offset(fitting);
        let row = (offset + f64::from(y) / row_height) as u64;
        (y >= 0.0 && y < body.height && row < self.count).then_some(row)
    }
}

/// The place of a cell in its row, in logical pixels.
struct Cell {
    index: usize,
    x: f32,
    size: Size,
    align: Horizontal,
}

impl Cell {
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
