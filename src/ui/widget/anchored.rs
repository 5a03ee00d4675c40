//! Something that unfolds under a widget and folds when one clicks elsewhere or presses Esc.

use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::alignment::Horizontal;
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::{Event, Point, Rectangle, Renderer, Size, Theme, Vector};

use super::Element;
use super::pass::passes_on;
use crate::ui::style::spacing;

/// Turns a key pressed while unfolded into a message.
type OnKey<'a, Message> = Box<dyn Fn(&Key) -> Option<Message> + 'a>;

/// A widget with something under it, being described; it turns into an [`Element`].
pub struct Anchored<'a, Message> {
    base: Element<'a, Message>,
    unfolded: Option<Element<'a, Message>>,
    on_close: Message,
    on_open: Option<Message>,
    on_key: Option<OnKey<'a, Message>>,
    side: Horizontal,
    narrowest: Option<f32>,
}

/// `base`, with `unfolded` under it while there is one. A click elsewhere and Esc say `on_close`.
pub fn anchored<'a, Message>(
    base: impl Into<Element<'a, Message>>,
    unfolded: Option<Element<'a, Message>>,
    on_close: Message,
) -> Anchored<'a, Message> {
    Anchored {
        base: base.into(),
        unfolded,
        on_close,
        on_open: None,
        on_key: None,
        side: Horizontal::Left,
        narrowest: None,
    }
}

impl<'a, Message> Anchored<'a, Message> {
    /// With its right edge under the right edge of the base.
    pub fn right(mut self) -> Self {
        self.side = Horizontal::Right;
        self
    }

    /// As wide as the base, and never narrower than `narrowest` logical pixels.
    pub fn as_wide(mut self, narrowest: f32) -> Self {
        self.narrowest = Some(narrowest);
        self
    }

    /// While folded, a click on the base says `message`.
    pub fn on_open(mut self, message: Message) -> Self {
        self.on_open = Some(message);
        self
    }

    /// While unfolded, keys go through `on_key` before anything else sees them.
    pub fn on_key(mut self, on_key: impl Fn(&Key) -> Option<Message> + 'a) -> Self {
        self.on_key = Some(Box::new(on_key));
        self
    }
}

impl<Message: Clone> Anchored<'_, Message> {
    /// What a key says while unfolded.
    fn key(&self, event: &Event) -> Option<Message> {
        let Event::Keyboard(keyboard::Event::KeyPressed { key, .. }) = event else {
            return None;
        };
        self.unfolded.as_ref()?;
        match key {
            Key::Named(Named::Escape) => Some(self.on_close.clone()),
            key => self.on_key.as_ref().and_then(|on_key| on_key(key)),
        }
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Anchored<'_, Message> {
    passes_on! { base: size, layout, mouse_interaction, draw, operate }
    fn children(&self) -> Vec<Tree> {
        let unfolded = self.unfolded.as_ref().map(Tree::new);
        std::iter::once(Tree::new(&self.base))
            .chain(unfolded)
            .collect()
    }

    fn diff(&self, tree: &mut Tree) {
        match &self.unfolded {
            Some(unfolded) => tree.diff_children(&[&self.base, unfolded]),
            None => tree.diff_children(&[&self.base]),
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        if let Some(message) = self.key(event) {
            shell.publish(message);
            shell.capture_event();
            return;
        }
        let state = &mut tree.children[0];
        self.base.as_widget_mut().update(
            state, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        let is_press = matches!(
            event,
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
        );
        if is_press
            && self.unfolded.is_none()
            && cursor.is_over(layout.bounds())
            && let Some(message) = &self.on_open
        {
            shell.publish(message.clone());
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let mut trees = tree.children.iter_mut();
        let state = trees.next()?;
        // What explains the base would stay behind what has unfolded under it.
        let base = match self.unfolded {
            None => {
                let base = self.base.as_widget_mut();
                base.overlay(state, layout, renderer, viewport, translation)
            }
            Some(_) => None,
        };
        let unfolded = self.unfolded.as_mut().zip(trees.next());
        let unfolded = unfolded.map(|(content, tree)| {
            overlay::Element::new(Box::new(Unfolded {
                content,
                tree,
                anchor: layout.bounds() + translation,
                on_close: &self.on_close,
                side: self.side,
                narrowest: self.narrowest,
            }))
        });
        let layers: Vec<_> = base.into_iter().chain(unfolded).collect();
        (!layers.is_empty()).then(|| overlay::Group::with_children(layers).overlay())
    }
}

impl<'a, Message: Clone + 'a> From<Anchored<'a, Message>> for Element<'a, Message> {
    fn from(anchored: Anchored<'a, Message>) -> Self {
        Self::new(anchored)
    }
}

struct Unfolded<'a, 'b, Message> {
    content: &'b mut Element<'a, Message>,
    tree: &'b mut Tree,
    anchor: Rectangle,
    on_close: &'b Message,
    side: Horizontal,
    narrowest: Option<f32>,
}

impl<Message: Clone> overlay::Overlay<Message, Theme, Renderer> for Unfolded<'_, '_, Message> {
    fn layout(&mut self, renderer: &Renderer, window: Size) -> layout::Node {
        let below = window.height - self.anchor.y - self.anchor.height - 2.0 * spacing::XS;
        let above = self.anchor.y - 2.0 * spacing::XS;
        let room = Size::new(window.width, below.max(above));
        let mut limits = layout::Limits::new(Size::ZERO, room);
        if let Some(narrowest) = self.narrowest {
            limits = limits.width(self.anchor.width.max(narrowest));
        }
        let content = self.content.as_widget_mut();
        let node = content.layout(self.tree, renderer, &limits);
        let size = node.size();

        let y = if size.height <= below {
            self.anchor.y + self.anchor.height + spacing::XS
        } else {
            (self.anchor.y - size.height - spacing::XS).max(0.0)
        };
        let x = match self.side {
            Horizontal::Right => self.anchor.x + self.anchor.width - size.width,
            Horizontal::Left | Horizontal::Center => self.anchor.x,
        };
        let x = x.min(window.width - size.width - spacing::XS).max(0.0);
        layout::Node::with_children(size, vec![node]).move_to(Point::new(x, y))
    }

    fn update(
        &mut self,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        let bounds = layout.bounds();
        let inside = layout.child(0);
        let content = self.content.as_widget_mut();
        content.update(
            self.tree, event, inside, cursor, renderer, clipboard, shell, &bounds,
        );
        let Event::Mouse(event) = event else { return };
        if cursor.is_over(bounds) {
            shell.capture_event();
        } else if matches!(event, mouse::Event::ButtonPressed(_)) && !cursor.is_over(self.anchor) {
            shell.publish(self.on_close.clone());
        }
    }

    fn mouse_interaction(
        &self,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let bounds = layout.bounds();
        let content = self.content.as_widget();
        content.mouse_interaction(self.tree, layout.child(0), cursor, &bounds, renderer)
    }

    fn draw(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
    ) {
        let everywhere = Rectangle::with_size(Size::INFINITE);
        let inside = layout.child(0);
        let content = self.content.as_widget();
        content.draw(
            self.tree,
            renderer,
            theme,
            style,
            inside,
            cursor,
            &everywhere,
        );
    }

    fn operate(&mut self, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let content = self.content.as_widget_mut();
        content.operate(self.tree, layout.child(0), renderer, operation);
    }

    fn overlay<'c>(
        &'c mut self,
        layout: Layout<'c>,
        renderer: &Renderer,
    ) -> Option<overlay::Element<'c, Message, Theme, Renderer>> {
        let everywhere = Rectangle::with_size(Size::INFINITE);
        let content = self.content.as_widget_mut();
        content.overlay(
            self.tree,
            layout.child(0),
            renderer,
            &everywhere,
            Vector::ZERO,
        )
    }
}
