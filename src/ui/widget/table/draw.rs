//! How a table looks.

use iced::advanced::text::{Alignment, LineHeight, Renderer as _, Shaping, Text, Wrapping};
use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Renderer as _, renderer};
use iced::alignment::Vertical;
use iced::{Color, Pixels, Point, Rectangle, Renderer, Size, Theme, border};

use super::pointer::{Drag, Pointer, Target};
use super::sideways::Slot;
use super::{Checks, LEAD, PADDING, Row, Table, Zones};
use crate::ui::style::{ICONS, Palette, control, palette, radius, size};
use crate::ui::widget::Icon;
use crate::ui::widget::repaint::mark;
use crate::ui::widget::select::MARK;

/// The height of the bar that stands for text not loaded yet, in logical pixels.
const PLACEHOLDER: f32 = 8.0;
/// How thick the handle of the scroll bar is, in logical pixels.
const THUMB: f32 = 6.0;

/// What all parts of a table are drawn with.
pub(super) struct Frame<'f> {
    pub theme: &'f Theme,
    pub style: &'f renderer::Style,
    pub pointer: &'f Pointer,
    pub viewport: Rectangle,
    pub zones: Zones,
}

impl Frame<'_> {
    fn palette(&self) -> Palette {
        palette(self.theme)
    }
}

impl<M> Table<'_, M> {
    pub(super) fn draw_header(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        layout: Layout<'_>,
        frame: &Frame<'_>,
    ) {
        let (palette, header) = (frame.palette(), frame.zones.header);
        fill(renderer, header, palette.surface);
        for slot in self.slots() {
            let index = slot.index;
            let (title, cell) = (self.header[index].as_widget(), layout.child(index));
            if let Some(clip) = slot.seen_in(header).intersection(&frame.viewport) {
                let (state, theme) = (&tree.children[index], frame.theme);
                title.draw(
                    state,
                    renderer,
                    theme,
                    frame.style,
                    cell,
                    frame.zones.cursor,
                    &clip,
                );
            }
        }
        if let Some(checks) = self.checks {
            let (is_on, glyph) = match checks {
                Checks::None => (false, Icon::Check),
                Checks::Some => (true, Icon::Minus),
                Checks::All => (true, Icon::Check),
            };
            draw_check(renderer, header, is_on.then_some(glyph), frame);
        }
        let border = match &frame.pointer.drag {
            Some(Drag::Border(index, ..)) => Some(*index),
            Some(Drag::Thumb(_) | Drag::Across(_) | Drag::Title(..)) => None,
            None => match self.over(frame) {
                Some(Target::Border(index)) => Some(index),
                _ => None,
            },
        };
        let slot = border.and_then(|border| self.slots().find(|slot| slot.index == border));
        self.draw_edge(renderer, header, &palette);
        if let Some(slot) = slot {
            let line = Rectangle {
                x: header.x + slot.seen.1 - 1.0,
                width: 2.0,
                ..header
            };
            fill(renderer, line, palette.accent);
        }
        if let Some(Drag::Title(_, _, Some(before))) = &frame.pointer.drag {
            fill(renderer, self.gap(*before, header), palette.accent);
        }
        fill(renderer, bottom_line(header), palette.border);
    }

    /// The line before a column, where what is dragged would stand.
    fn gap(&self, before: usize, header: Rectangle) -> Rectangle {
        let mut slots = self.slots();
        let start = slots.find(|slot| slot.index == before);
        let start = start.map(|slot| slot.seen.0);
        let end = || self.slots().last().map(|slot| slot.seen.1);
        Rectangle {
            x: header.x + start.or_else(end).unwrap_or_default() - 1.0,
            width: 2.0,
            ..header
        }
    }

    pub(super) fn draw_body(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        layout: Layout<'_>,
        frame: &Frame<'_>,
    ) {
        let (palette, is_scrolled) = (frame.palette(), self.is_scrolled());
        let hovered = match self.over(frame) {
            Some(Target::Row(row) | Target::Check(row)) => Some(row),
            _ => None,
        };
        let rows = self
            .body
            .rows
            .iter()
            .zip(&tree.children)
            .zip(layout.children());
        for (index, ((row, tree), layout)) in (self.body.first..).zip(rows) {
            let bounds = layout.bounds();
            // Rows keep their laid out words when they are scrolled, and iced 0.14 takes words for
            // the same where both are as wide, such as two dates: the former would stay.
            fill(renderer, bounds, mark(&index));
            let is_selected = row.as_ref().is_some_and(|row| row.is_selected);
            let is_cursor = self.state.cursor() == Some(index);
            if is_selected || is_cursor {
                fill(renderer, bounds, palette.selected_row());
            } else if hovered == Some(index) {
                fill(renderer, bounds, palette.hovered_row());
            }
            fill(renderer, bottom_line(bounds), palette.border);
            if is_cursor {
                outline(renderer, bounds, palette.accent);
            }
            if self.checks.is_some() {
                draw_check(renderer, bounds, is_selected.then_some(Icon::Check), frame);
            }
            let Some(row) = row else {
                self.draw_placeholders(index, renderer, bounds, &palette);
                continue;
            };
            for slot in self.slots().filter(|slot| slot.is_pinned() || !is_scrolled) {
                draw_cell((row, tree, layout), &slot, renderer, frame);
            }
            if let Some(cell) = self.current_cell(index, bounds) {
                outline(renderer, cell, palette.accent);
            }
        }
        if is_scrolled {
            self.draw_scrolled(tree, renderer, layout, frame);
            self.draw_edge(renderer, frame.zones.rows, &palette);
        }
    }

    /// The cells of the columns that are scrolled: cut off where the first column ends.
    fn draw_scrolled(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        layout: Layout<'_>,
        frame: &Frame<'_>,
    ) {
        let rows = frame.zones.rows;
        let area = Rectangle {
            x: rows.x + self.pinned(),
            width: (rows.width - self.pinned()).max(0.0),
            ..rows
        };
        let Some(area) = area.intersection(&frame.viewport) else {
            return;
        };
        let slots: Vec<_> = self.slots().filter(|slot| !slot.is_pinned()).collect();
        renderer.with_layer(area, |renderer| {
            let rows = self.body.rows.iter().zip(&tree.children);
            for ((row, tree), layout) in rows.zip(layout.children()) {
                let Some(row) = row else { continue };
                for slot in &slots {
                    draw_cell((row, tree, layout), slot, renderer, frame);
                }
            }
        });
    }

    /// The line between what stays and what is scrolled under it.
    fn draw_edge(&self, renderer: &mut Renderer, area: Rectangle, palette: &Palette) {
        if self.body.across > 0.0 {
            let line = Rectangle {
                x: area.x + self.pinned().round() - 1.0,
                width: 1.0,
                ..area
            };
            fill(renderer, line, palette.border);
        }
    }

    /// The cell the keyboard stands on, if it is in that row; drawn twice as thick as the row.
    fn current_cell(&self, row: u64, bounds: Rectangle) -> Option<Rectangle> {
        let column = self
            .state
            .column()
            .filter(|_| self.state.cursor() == Some(row))?;
        let mut slots = self.slots();
        let slot = slots.find(|slot| self.columns[slot.index].key == *column)?;
        Some(slot.seen_in(bounds).shrink(1.0))
    }

    pub(super) fn draw_bars(&self, renderer: &mut Renderer, frame: &Frame<'_>) {
        let (bar, foot) = (frame.zones.bar, frame.zones.foot);
        let (drag, over) = (&frame.pointer.drag, self.over(frame));
        if let Some(thumb) = self.track(bar.height).thumb(self.state.offset()) {
            let bounds = Rectangle {
                x: bar.x + (bar.width - THUMB) / 2.0,
                y: bar.y + thumb.start as f32,
                width: THUMB,
                height: thumb.length as f32,
            };
            let is_dragged = matches!(drag, Some(Drag::Thumb(_)));
            let look = control::thumb(frame.theme, over == Some(Target::Bar), is_dragged);
            draw_thumb(renderer, bounds, look);
        }
        if !self.is_scrolled() {
            return;
        }
        let track = self.track_across(&frame.zones);
        if let Some(thumb) = track.thumb(f64::from(self.body.across)) {
            let bounds = Rectangle {
                x: foot.x + thumb.start as f32,
                y: foot.y + (foot.height - THUMB) / 2.0,
                width: thumb.length as f32,
                height: THUMB,
            };
            let is_dragged = matches!(drag, Some(Drag::Across(_)));
            let look = control::thumb(frame.theme, over == Some(Target::Foot), is_dragged);
            draw_thumb(renderer, bounds, look);
        }
    }

    /// Quiet bars of different lengths, the same for the same row.
    fn draw_placeholders(
        &self,
        index: u64,
        renderer: &mut Renderer,
        row: Rectangle,
        palette: &Palette,
    ) {
        for slot in self.slots() {
            let part = 40 + (index * 37 + slot.index as u64 * 53) % 40;
            let (from, to) = slot.seen;
            let width = to - from;
            let bounds = Rectangle {
                x: row.x + from + PADDING,
                y: (row.y + (row.height - PLACEHOLDER) / 2.0).round(),
                width: (width - 2.0 * PADDING).max(0.0) * part as f32 / 100.0,
                height: PLACEHOLDER,
            };
            let quad = renderer::Quad {
                bounds,
                border: border::rounded(radius::ROUND),
                ..renderer::Quad::default()
            };
            renderer.fill_quad(quad, palette.surface_2);
        }
    }

    fn over(&self, frame: &Frame<'_>) -> Option<Target> {
        let position = frame.zones.cursor.position()?;
        self.target(&frame.zones, position)
    }
}

/// What is seen of one cell of a row.
fn draw_cell<M>(
    (row, tree, layout): (&Row<'_, M>, &Tree, Layout<'_>),
    slot: &Slot,
    renderer: &mut Renderer,
    frame: &Frame<'_>,
) {
    let seen = slot.seen_in(layout.bounds());
    let (Some(cell), Some(clip)) = (
        row.cells.get(slot.index),
        seen.intersection(&frame.viewport),
    ) else {
        return;
    };
    let (tree, place) = (&tree.children[slot.index], layout.child(slot.index));
    let (cell, cursor) = (cell.as_widget(), frame.zones.cursor);
    cell.draw(
        tree,
        renderer,
        frame.theme,
        frame.style,
        place,
        cursor,
        &clip,
    );
}

fn draw_thumb(renderer: &mut Renderer, bounds: Rectangle, look: Color) {
    let quad = renderer::Quad {
        bounds,
        border: border::rounded(radius::ROUND),
        ..renderer::Quad::default()
    };
    renderer.fill_quad(quad, look);
}

/// A check box in the middle of the space before `row`.
fn draw_check(renderer: &mut Renderer, row: Rectangle, glyph: Option<Icon>, frame: &Frame<'_>) {
    let palette = frame.palette();
    let bounds = Rectangle {
        x: row.x + (LEAD - MARK) / 2.0,
        y: (row.y + (row.height - MARK) / 2.0).round(),
        width: MARK,
        height: MARK,
    };
    let is_over = frame.zones.cursor.is_over(Rectangle { width: LEAD, ..row });
    let (ground, line) = match (glyph, is_over) {
        (Some(_), _) => (palette.accent, palette.accent),
        (None, true) => (palette.surface, palette.accent),
        (None, false) => (palette.surface, palette.check_line()),
    };
    let quad = renderer::Quad {
        bounds,
        border: border::rounded(radius::MARK).color(line).width(1),
        ..renderer::Quad::default()
    };
    renderer.fill_quad(quad, ground);
    if let Some(glyph) = glyph {
        let text = Text {
            content: glyph.glyph().to_string(),
            bounds: Size::new(MARK, MARK),
            size: Pixels(size::HINT),
            line_height: LineHeight::Relative(1.0),
            font: ICONS,
            align_x: Alignment::Center,
            align_y: Vertical::Center,
            shaping: Shaping::Basic,
            wrapping: Wrapping::None,
        };
        let center = Point::new(bounds.center_x(), bounds.center_y());
        renderer.fill_text(text, center, palette.on_accent, frame.viewport);
    }
}

fn fill(renderer: &mut Renderer, bounds: Rectangle, color: Color) {
    let quad = renderer::Quad {
        bounds,
        ..renderer::Quad::default()
    };
    renderer.fill_quad(quad, color);
}

fn outline(renderer: &mut Renderer, bounds: Rectangle, color: Color) {
    let quad = renderer::Quad {
        bounds,
        border: border::color(color).width(1),
        ..renderer::Quad::default()
    };
    renderer.fill_quad(quad, Color::TRANSPARENT);
}

/// The line below a row; on whole pixels, or it would be drawn over two.
fn bottom_line(bounds: Rectangle) -> Rectangle {
    Rectangle {
        y: (bounds.y + bounds.height - 1.0).round(),
        height: 1.0,
        ..bounds
    }
}
