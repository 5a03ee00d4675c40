//! The columns as a widget of iced.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Event, Fill, Length, Rectangle, Renderer, Size, Theme, Vector};

use super::pointer::{Rest, Zones};
use super::tile::Words;
use super::{HOUR, State, TimeGrid, draw};
use crate::ui::widget::tip::Tip;

impl<M> Widget<M, Theme, Renderer> for TimeGrid<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Fill, Length::Fixed(24.0 * HOUR))
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let size = Size::new(limits.max().width, 24.0 * HOUR);
        let state = tree.state.downcast_mut::<State>();
        let bounds = Rectangle::with_size(size);
        state.words.resize_with(self.tiles.len(), Words::default);
        for (tile, words) in self.tiles.iter().zip(&mut state.words) {
            words.fit(tile, self.place(bounds, &tile.block));
        }
        layout::Node::new(size)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let bounds = layout.bounds();
        let Some(seen) = bounds.intersection(viewport) else {
            return;
        };
        let dragged = state.pointer.drag.and_then(|drag| drag.tile());
        if dragged.is_some_and(|tile| tile >= self.tiles.len()) {
            state.pointer.drag = None; // the entry went away under the hand
        }
        let zones = Zones {
            bounds,
            seen,
            cursor,
        };
        self.point(&mut state.pointer, event, zones, shell);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        let seen = bounds.intersection(viewport).unwrap_or_default();
        self.look(&state.pointer, bounds, cursor.position_over(seen))
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        if let Some(seen) = bounds.intersection(viewport) {
            let state = tree.state.downcast_ref::<State>();
            self.paint(state, renderer, theme, (bounds, seen));
        }
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let state = tree.state.downcast_ref::<State>();
        for (tile, words) in self.tiles.iter().zip(&state.words) {
            let place = self.place(layout.bounds(), &tile.block);
            let (heading, mut details) = words.places(place);
            operation.text(None, heading, &tile.heading);
            let lines = tile.details.len().max(1) as f32;
            details.height /= lines;
            for line in &tile.details {
                operation.text(None, details, line);
                details.y += details.height;
            }
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &Renderer,
        _viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, Renderer>> {
        let pointer = &mut tree.state.downcast_mut::<State>().pointer;
        let Rest::On(tile) = pointer.rest else {
            return None;
        };
        let tile = self.tiles.get(tile).filter(|_| pointer.drag.is_none())?;
        pointer.tip.update(draw::tip_words(&tile.tip));
        let place = self.place(layout.bounds(), &tile.block);
        Some(
            Tip::new(&pointer.tip, place + translation)
                .beside()
                .overlay(),
        )
    }
}
