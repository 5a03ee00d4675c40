//! Lets Esc through, and Ctrl Shift V: a text field would keep them for itself, and the page would
//! neither close nor look at what is pasted.

use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::{Event, Length, Rectangle, Renderer, Size, Theme, Vector};

use super::Element;

/// `field`, which no longer sees Esc and Ctrl Shift V.
pub fn passing<'a, Message: 'a>(field: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    Element::new(Passing(field.into()))
}

struct Passing<'a, Message>(Element<'a, Message>);

impl<Message> Widget<Message, Theme, Renderer> for Passing<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.0)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&[&self.0]);
    }

    fn size(&self) -> Size<Length> {
        self.0.as_widget().size()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let field = self.0.as_widget_mut();
        field.layout(&mut tree.children[0], renderer, limits)
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
        if !is_of_the_page(event) {
            let state = &mut tree.children[0];
            self.0.as_widget_mut().update(
                state, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
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
        let field = self.0.as_widget();
        field.mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
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
        let (state, field) = (&tree.children[0], self.0.as_widget());
        field.draw(state, renderer, theme, style, layout, cursor, viewport);
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let field = self.0.as_widget_mut();
        field.operate(&mut tree.children[0], layout, renderer, operation);
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let (state, field) = (&mut tree.children[0], self.0.as_widget_mut());
        field.overlay(state, layout, renderer, viewport, translation)
    }
}

fn is_of_the_page(event: &Event) -> bool {
    let Event::Keyboard(keyboard::Event::KeyPressed {
        key,
        physical_key,
        modifiers,
        ..
    }) = event
    else {
        return false;
    };
    let is_paste =
        modifiers.command() && modifiers.shift() && key.to_latin(*physical_key) == Some('v');
    is_paste || *key == Key::Named(Named::Escape)
}
