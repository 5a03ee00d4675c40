//! The table as a widget of iced.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{
    Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer,
};
use iced::{Event, Fill, Length, Point, Rectangle, Renderer, Size, Theme, Vector, window};

use super::draw::Frame;
use super::pointer::{Drag, Pointer, Target};
use super::sideways::Slot;
use super::{Message, Table};
use crate::ui::style::height;
use crate::ui::widget::Element;

/// The most rows that are built where the height has no end, as inside a scrollable.
const ENDLESS: u64 = 200;

impl<M> Widget<M, Theme, Renderer> for Table<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Pointer>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Pointer::default())
    }

    fn children(&self) -> Vec<Tree> {
        let mut header = Tree::empty();
        header.diff_children(&self.header);
        vec![header, Tree::empty()]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.children[0].diff_children(&self.header);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Fill, Fill)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let mut size = limits.max();
        if size.height.is_infinite() {
            let rows = self.count.min(ENDLESS) as f32;
            size.height = height::HEADER + rows * self.state.row_height();
        }
        let pointer = tree.state.downcast_mut::<Pointer>();
        let below = Size::new(size.width, (size.height - height::HEADER).max(0.0));
        self.body.room = self.room(size.width);
        self.build_rows(&mut tree.children[1], pointer.first, below.height);
        pointer.first = self.body.first;
        self.measure(&mut tree.children[1], renderer, &mut pointer.widest);
        self.settle(pointer);
        let header = self.lay_out_header(&mut tree.children[0], renderer, size.width);
        let body = self.lay_out_body(&mut tree.children[1], renderer, below);
        let body = body.move_to(Point::new(0.0, height::HEADER));
        layout::Node::with_children(size, vec![header, body])
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        let zones = self.zones(layout, cursor);
        let rows = f64::from(zones.rows.height) / f64::from(self.state.row_height());
        let is_frame = matches!(event, Event::Window(window::Event::RedrawRequested(_)));
        if is_frame && rows != self.state.rows() {
            shell.publish((self.on_message)(Message::Measured(rows)));
        }

        let pointer = tree.state.downcast_mut::<Pointer>();
        if pointer.drag.is_none() {
            let slots: Vec<_> = self.slots().collect();
            let titles = cells(
                &slots,
                &mut self.header,
                &mut tree.children[0],
                layout.child(0),
            );
            for (slot, cell, tree, place) in titles {
                let cursor = within(cursor, slot.seen_in(zones.header));
                let cell = cell.as_widget_mut();
                cell.update(
                    tree, event, place, cursor, renderer, clipboard, shell, viewport,
                );
            }
            let rows = self
                .body
                .rows
                .iter_mut()
                .zip(&mut tree.children[1].children);
            for ((row, tree), layout) in rows.zip(layout.child(1).children()) {
                let Some(row) = row else { continue };
                for (slot, cell, tree, place) in cells(&slots, &mut row.cells, tree, layout) {
                    let seen = slot.seen_in(zones.rows);
                    let inside = within(cursor, seen);
                    let seen = viewport.intersection(&seen).unwrap_or_default();
                    let cell = cell.as_widget_mut();
                    cell.update(
                        tree, event, place, inside, renderer, clipboard, shell, &seen,
                    );
                }
            }
        }
        if !shell.is_event_captured() {
            let pointer = tree.state.downcast_mut::<Pointer>();
            self.point(pointer, event, &zones, shell);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let pointer = tree.state.downcast_ref::<Pointer>();
        if let Some(Drag::Border(..)) = pointer.drag {
            return mouse::Interaction::ResizingColumn;
        }
        let zones = self.zones(layout, cursor);
        let target = cursor.position().and_then(|at| self.target(&zones, at));
        match target {
            Some(Target::Border(_)) => mouse::Interaction::ResizingColumn,
            Some(Target::Title(_) | Target::CheckAll | Target::Check(_)) => {
                mouse::Interaction::Pointer
            }
            Some(Target::Row(row)) => {
                let place = row.saturating_sub(self.body.first) as usize;
                let Some(Some(row)) = self.body.rows.get(place) else {
                    return mouse::Interaction::None;
                };
                let across = cursor.position().map(|at| at.x - zones.whole.x);
                let slot = self
                    .slots()
                    .find(|slot| across.is_some_and(|at| slot.contains(at)));
                let Some(slot) = slot.filter(|slot| slot.index < row.cells.len()) else {
                    return mouse::Interaction::None;
                };
                let tree = &tree.children[1].children[place].children[slot.index];
                let cell = row.cells[slot.index].as_widget();
                let place = layout.child(1).child(place).child(slot.index);
                cell.mouse_interaction(tree, place, cursor, viewport, renderer)
            }
            Some(Target::Bar | Target::Foot) | None => mouse::Interaction::None,
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let pointer = tree.state.downcast_ref::<Pointer>();
        let body = layout.child(1).bounds();
        let Some(seen) = body.intersection(viewport) else {
            return;
        };
        let zones = self.zones(layout, cursor);
        let Some(rows) = seen.intersection(&Rectangle {
            height: zones.rows.height,
            ..body
        }) else {
            return;
        };
        let mut frame = Frame {
            theme,
            style,
            pointer,
            viewport: rows,
            zones,
        };
        renderer.with_layer(rows, |renderer| {
            self.draw_body(&tree.children[1], renderer, layout.child(1), &frame);
        });
        renderer.with_layer(seen, |renderer| self.draw_bars(renderer, &frame));
        frame.viewport = *viewport;
        let header = layout.child(0);
        self.draw_header(&tree.children[0], renderer, header, &frame);
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            let slots: Vec<_> = self.slots().collect();
            let titles = cells(
                &slots,
                &mut self.header,
                &mut tree.children[0],
                layout.child(0),
            );
            for (_, cell, tree, place) in titles {
                cell.as_widget_mut()
                    .operate(tree, place, renderer, operation);
            }
            let rows = self
                .body
                .rows
                .iter_mut()
                .zip(&mut tree.children[1].children);
            for ((row, tree), layout) in rows.zip(layout.child(1).children()) {
                let Some(row) = row else { continue };
                for (_, cell, tree, place) in cells(&slots, &mut row.cells, tree, layout) {
                    cell.as_widget_mut()
                        .operate(tree, place, renderer, operation);
                }
            }
        });
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, Renderer>> {
        let slots: Vec<_> = self.slots().collect();
        let (header, body) = tree.children.split_at_mut(1);
        let titles = cells(&slots, &mut self.header, &mut header[0], layout.child(0));
        let rows = self.body.rows.iter_mut().zip(&mut body[0].children);
        let rows = rows.zip(layout.child(1).children());
        let rows = rows.filter_map(|((row, tree), layout)| {
            let row = row.as_mut()?;
            Some(cells(&slots, &mut row.cells, tree, layout))
        });
        let over = |(_, cell, tree, place): Shown<'b, '_, M>| {
            let cell = cell.as_widget_mut();
            cell.overlay(tree, place, renderer, viewport, translation)
        };
        let layers: Vec<_> = titles.chain(rows.flatten()).filter_map(over).collect();
        (!layers.is_empty()).then(|| overlay::Group::with_children(layers).overlay())
    }
}

/// The pointer, where it is over a place; else it is nowhere.
fn within(cursor: mouse::Cursor, place: Rectangle) -> mouse::Cursor {
    match cursor.is_over(place) {
        true => cursor,
        false => mouse::Cursor::Unavailable,
    }
}

/// A cell with its column, what it remembers, and its place.
type Shown<'b, 'a, M> = (Slot, &'b mut Element<'a, M>, &'b mut Tree, Layout<'b>);

/// The cells of a row that are seen.
fn cells<'b, 'a, M>(
    slots: &[Slot],
    cells: &'b mut [Element<'a, M>],
    tree: &'b mut Tree,
    layout: Layout<'b>,
) -> impl Iterator<Item = Shown<'b, 'a, M>> {
    let known = cells.iter_mut().zip(&mut tree.children);
    let all = known.zip(layout.children()).enumerate();
    all.filter_map(move |(index, ((cell, tree), place))| {
        let slot = slots.iter().find(|slot| slot.index == index)?;
        Some((*slot, cell, tree, place))
    })
}
