//! A text that explains what the pointer rests on, laid over everything else.

use iced::advanced::text::paragraph;
use iced::advanced::{Layout, layout, mouse, overlay, renderer, widget};
use iced::widget::{container, text};
use iced::{Color, Point, Rectangle, Renderer, Size, Theme};

use crate::ui::style::{spacing, surface};

type Plain = paragraph::Plain<<Renderer as iced::advanced::text::Renderer>::Paragraph>;

/// Words under what they explain, or beside it.
pub struct Tip<'a> {
    words: &'a Plain,
    over: Rectangle,
    is_beside: bool,
}

impl<'a> Tip<'a> {
    /// `words` under a place in the window, above it where there is no room below.
    pub fn new(words: &'a Plain, over: Rectangle) -> Self {
        Self {
            words,
            over,
            is_beside: false,
        }
    }

    /// At the right of the place, at its left where there is no room.
    pub fn beside(mut self) -> Self {
        self.is_beside = true;
        self
    }

    /// Laid over the window.
    pub fn overlay<Message>(self) -> overlay::Element<'a, Message, Theme, Renderer> {
        overlay::Element::new(Box::new(self))
    }

    fn place(&self, size: Size, window: Size) -> Point {
        let over = self.over;
        if self.is_beside {
            let right = over.x + over.width + spacing::XS;
            let left = (over.x - size.width - spacing::XS).max(0.0);
            let x = if right + size.width <= window.width {
                right
            } else {
                left
            };
            let y = over.y.min(window.height - size.height);
            return Point::new(x, y.max(0.0));
        }
        let below = over.y + over.height + spacing::XS;
        let above = (over.y - size.height - spacing::XS).max(0.0);
        let fits = below + size.height <= window.height;
        let x = over.x.min(window.width - size.width).max(0.0);
        Point::new(x, if fits { below } else { above })
    }
}

impl<Message> overlay::Overlay<Message, Theme, Renderer> for Tip<'_> {
    fn layout(&mut self, _renderer: &Renderer, window: Size) -> layout::Node {
        let words = self.words.min_bounds();
        let size = words.expand(Size::new(2.0 * spacing::S, 2.0 * spacing::S));
        layout::Node::new(size).move_to(self.place(size, window))
    }

    fn draw(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
    ) {
        let bounds = layout.bounds();
        let look = surface::tooltip(theme);
        container::draw_background(renderer, &look, bounds);
        let color: Option<Color> = look.text_color;
        let inside = bounds.shrink(spacing::S);
        let words = self.words.raw();
        let style_of = text::Style { color };
        widget::text::draw(renderer, style, inside, words, style_of, &bounds);
    }
}
