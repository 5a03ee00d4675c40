//! The table as a widget of iced.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{
    Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer,
};
use iced::{Event, Fill, Length, Point, Rectangle, Renderer, Size, Theme, Vector, window};

use super::draw::Frame;
use super::pointer::{Drag, Pointer, Target};
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
        let header = self.lay_out_header(&mut tree.children[0], renderer, size.width);
        let below = Size::new(size.width, (size.height - height::HEADER).max(0.0));
        let body = self.lay_out_body(&mut tree.children[1], pointer.first, renderer, below);
        pointer.first = self.body.first;
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
        if is_frame && self.is_movable {
            let keys = || self.slots().map(|(index, ..)| &self.columns[index].key);
            if !keys().eq(self.state.fitting()) {
                let keys = keys().cloned().collect();
                shell.publish((self.on_message)(Message::Fitted(keys)));
            }
        }

        let pointer = tree.state.downcast_mut::<Pointer>();
        if pointer.drag.is_none() {
            let seen = viewport.intersection(&zones.rows).unwrap_or_default();
            let inside = if cursor.is_over(zones.rows) {
                cursor
            } else {
                mouse::Cursor::Unavailable
            };
            for (cell, tree, place) in
                cells(&mut self.header, &mut tree.children[0], layout.child(0))
            {
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
                for (cell, tree, place) in cells(&mut row.cells, tree, layout) {
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
                let tree = &tree.children[1].children[place];
                let cells = row.cells.iter().zip(&tree.children);
                let places = layout.child(1).child(place).children();
                let of = cells.zip(places).map(|((cell, tree), place)| {
                    let cell = cell.as_widget();
                    cell.mouse_interaction(tree, place, cursor, viewport, renderer)
                });
                of.max().unwrap_or_default()
            }
            Some(Target::Bar) | None => mouse::Interaction::None,
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
        let mut frame = Frame {
            theme,
            style,
            pointer,
            viewport: seen,
            zones: self.zones(layout, cursor),
        };
        renderer.with_layer(seen, |renderer| {
            self.draw_body(&tree.children[1], renderer, layout.child(1), &frame);
            self.draw_bar(renderer, &frame);
        });
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
            let titles = cells(&mut self.header, &mut tree.children[0], layout.child(0));
            for (cell, tree, place) in titles {
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
                for (cell, tree, place) in cells(&mut row.cells, tree, layout) {
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
        let (header, body) = tree.children.split_at_mut(1);
        let titles = cells(&mut self.header, &mut header[0], layout.child(0));
        let rows = self.body.rows.iter_mut().zip(&mut body[0].children);
        let rows = rows.zip(layout.child(1).children());
        let rows = rows.filter_map(|((row, tree), layout)| {
            let row = row.as_mut()?;
            Some(cells(&mut row.cells, tree, layout))
        });
        let over = |(cell, tree, place): (&'b mut Element<'_, M>, &'b mut Tree, Layout<'b>)| {
            let cell = cell.as_widget_mut();
            cell.overlay(tree, place, renderer, viewport, translation)
        };
        let layers: Vec<_> = titles.chain(rows.flatten()).filter_map(over).collect();
        (!layers.is_empty()).then(|| overlay::Group::with_children(layers).overlay())
    }
}

/// The cells of a row, each with what it remembers and its place.
fn cells<'b, 'a, M>(
    cells: &'b mut [Element<'a, M>],
    tree: &'b mut Tree,
    layout: Layout<'b>,
) -> impl Iterator<Item = (&'b mut Element<'a, M>, &'b mut Tree, Layout<'b>)> {
    let known = cells.iter_mut().zip(&mut tree.children);
    known
        .zip(layout.children())
        .map(|((cell, tree), place)| (cell, tree, place))
}
