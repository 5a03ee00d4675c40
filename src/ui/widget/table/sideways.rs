//! Sideways: where each column stands, which part of it is seen, and how the others come into sight.

use std::collections::BTreeMap;

use iced::Rectangle;
use iced::advanced::layout::Limits;
use iced::advanced::widget::Tree;
use iced::{Renderer, Size};

use super::columns::{Wish, fit};
use super::pointer::Pointer;
use super::{BAR, Key, PADDING, Table, Zones, scroll};

/// No cell makes its column wider than this, in logical pixels.
const WIDEST: f32 = 280.0;

/// A column that is seen, from the left edge of the table, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Slot {
    /// Its place among the columns.
    pub index: usize,
    /// Its left edge, even where that is not seen.
    pub x: f32,
    /// The whole of its width.
    pub width: f32,
    /// Where what is seen of it begins and ends.
    pub seen: (f32, f32),
}

impl Slot {
    /// What is seen of it in a row.
    pub fn seen_in(&self, row: Rectangle) -> Rectangle {
        let (from, to) = self.seen;
        Rectangle {
            x: row.x + from,
            width: to - from,
            ..row
        }
    }

    /// Whether it stays where it is.
    pub fn is_pinned(&self) -> bool {
        self.index == 0
    }

    /// Whether a place across belongs to it.
    pub fn contains(&self, across: f32) -> bool {
        (self.seen.0..self.seen.1).contains(&across)
    }
}

impl<M> Table<'_, M> {
    /// What each column wishes for.
    pub(super) fn wishes(&self, widest: &BTreeMap<Key, f32>) -> Vec<Wish> {
        let columns = self.columns.iter();
        let wish = columns.map(|column| {
            let widest = widest.get(&column.key).copied();
            self.state.wish(column, widest.unwrap_or_default())
        });
        wish.collect()
    }

    /// The room for columns in a table of `width` logical pixels.
    pub(super) fn room(&self, width: f32) -> f32 {
        (width - self.lead() - BAR).max(0.0)
    }

    /// Whether some columns have to be scrolled into sight.
    pub(super) fn is_scrolled(&self) -> bool {
        self.furthest() > 0.0
    }

    /// How far the columns can be scrolled.
    fn furthest(&self) -> f32 {
        (self.body.widths.iter().sum::<f32>() - self.body.room).max(0.0)
    }

    /// Where what stays in its place ends.
    pub(super) fn pinned(&self) -> f32 {
        self.lead() + self.body.widths.first().copied().unwrap_or_default()
    }

    /// The columns that are seen, in order.
    pub(super) fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        let (pinned, edge) = (self.pinned().round(), self.lead() + self.body.room);
        let edge = edge.max(pinned);
        let is_scrolled = self.is_scrolled();
        let mut end = self.lead();
        let widths = self.body.widths.iter().enumerate();
        widths.filter_map(move |(index, width)| {
            let by = if index == 0 { 0.0 } else { self.body.across };
            let (left, right) = (end.round() - by, (end + width).round() - by);
            end += width;
            let seen = match index {
                0 => (left, right),
                _ if is_scrolled => (left.max(pinned), right.min(edge)),
                _ => (left, right),
            };
            (seen.1 > seen.0).then_some(Slot {
                index,
                x: left,
                width: right - left,
                seen,
            })
        })
    }

    /// How wide each column has to be for no cell to be cut that must not be: as wide as the widest
    /// that was seen, so that nothing jumps back while one scrolls.
    pub(super) fn measure(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        widest: &mut BTreeMap<Key, f32>,
    ) {
        let endless = Size::new(f32::INFINITY, self.state.row_height());
        let limits = Limits::new(Size::ZERO, endless);
        let rows = self.body.rows.iter_mut().zip(&mut tree.children);
        for (row, tree) in rows {
            let Some(row) = row else { continue };
            let cells = row.cells.iter_mut().zip(&mut tree.children);
            for ((cell, tree), column) in cells.zip(&self.columns).filter(|(_, c)| c.is_whole) {
                let node = cell.as_widget_mut().layout(tree, renderer, &limits);
                let width = node.size().width.ceil() + 2.0 * PADDING;
                // A field that takes all the room there is has no width of its own.
                if width.is_finite() {
                    let known = widest.entry(column.key.clone()).or_default();
                    *known = known.max(width.min(WIDEST));
                }
            }
        }
    }

    /// Says how wide each column is and how far they are scrolled: a column that was sought since
    /// comes into sight.
    pub(super) fn settle(&mut self, pointer: &mut Pointer) {
        self.body.widths = fit(&self.wishes(&pointer.widest), self.body.room);
        let (number, sought) = self.state.sought();
        if pointer.sought != number {
            pointer.sought = number;
            let index = sought.and_then(|key| self.columns.iter().position(|c| c.key == *key));
            if let Some(index) = index.filter(|index| *index > 0) {
                pointer.across = self.revealing(index, pointer.across);
            }
        }
        pointer.across = pointer.across.clamp(0.0, self.furthest()).round();
        self.body.across = pointer.across;
    }

    /// How far to scroll, from `across`, to see the whole of a column.
    fn revealing(&self, index: usize, across: f32) -> f32 {
        let room = self.body.room - self.body.widths[0];
        let start: f32 = self.body.widths[1..index].iter().sum();
        let end = start + self.body.widths[index];
        if start < across || end - start > room {
            start
        } else {
            across.max(end - room)
        }
    }

    /// What the scroll bar under the rows speaks about, in logical pixels.
    pub(super) fn track_across(&self, zones: &Zones) -> scroll::Track {
        let room = self.body.room - (self.pinned() - self.lead());
        scroll::Track {
            count: (room + self.furthest()).round().max(0.0) as u64,
            rows: f64::from(room.round()),
            length: f64::from(zones.foot.width),
        }
    }
}
