//! Has the whole of a widget painted anew when its words change.
//!
//! Drawing in software paints only what has changed. Of a text that stands in the middle of its line,
//! iced 0.14 believes that it begins at the middle, and leaves the upper half of the former words.

use std::hash::{DefaultHasher, Hash, Hasher};

use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Renderer as _, Widget, mouse, renderer};
use iced::{Color, Rectangle, Renderer, Theme};

use super::Element;
use super::pass::passes_on;

/// `inner`, painted anew as a whole whenever `words` are others than before.
pub fn repainted<'a, Message: 'a>(
    inner: impl Into<Element<'a, Message>>,
    words: &impl Hash,
) -> Element<'a, Message> {
    Element::new(Repainted {
        inner: inner.into(),
        mark: mark(words),
    })
}

/// A colour nobody sees, another for other `words`: where another one is drawn than before, all
/// counts as changed.
pub(super) fn mark(words: &impl Hash) -> Color {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    let [red, green, blue, ..] = hasher.finish().to_be_bytes();
    Color::from_rgba8(red, green, blue, 0.0)
}

struct Repainted<'a, Message> {
    inner: Element<'a, Message>,
    mark: Color,
}

impl<Message> Widget<Message, Theme, Renderer> for Repainted<'_, Message> {
    passes_on! { inner: children, size, layout, update, mouse_interaction, operate, overlay }

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
        let bounds = layout.bounds();
        renderer.fill_quad(
            renderer::Quad {
                bounds,
                ..renderer::Quad::default()
            },
            self.mark,
        );
        let (state, inner) = (&tree.children[0], self.inner.as_widget());
        inner.draw(state, renderer, theme, style, layout, cursor, viewport);
    }
}
