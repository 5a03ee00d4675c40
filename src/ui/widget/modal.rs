//! A page with a dialog over it: while there is one, nothing below it can be reached.

use iced::advanced::renderer;
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::widget::{center, container, mouse_area, opaque};
use iced::{Event, Fill, Length, Rectangle, Renderer, Size, Theme, Vector};

use super::Element;
use crate::ui::style::{spacing, surface};

/// `page`, with `dialog` over it while there is one. Esc and a click beside the dialog say
/// `on_close`. The page keeps its place in the tree, so that opening a dialog forgets nothing.
pub fn modal<'a, Message: Clone + 'a>(
    page: impl Into<Element<'a, Message>>,
    dialog: Option<Element<'a, Message>>,
    on_close: Message,
) -> Element<'a, Message> {
    let veiled = dialog.map(|dialog| {
        let centered = center(opaque(dialog)).padding(spacing::XL);
        let veil = container(centered)
            .width(Fill)
            .height(Fill)
            .style(surface::backdrop);
        opaque(mouse_area(veil).on_press(on_close.clone()))
    });
    Element::new(Modal {
        layers: std::iter::once(page.into()).chain(veiled).collect(),
        on_close,
    })
}

struct Modal<'a, Message> {
    /// The page, and the veil with its dialog.
    layers: Vec<Element<'a, Message>>,
    on_close: Message,
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Modal<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        self.layers.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.layers);
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
        let size = limits.max();
        let limits = layout::Limits::new(size, size);
        let layers = self.layers.iter_mut().zip(&mut tree.children);
        let nodes = layers
            .map(|(layer, tree)| layer.as_widget_mut().layout(tree, renderer, &limits))
            .collect();
        layout::Node::with_children(size, nodes)
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
        let top = self.layers.len() - 1;
        // What is held on the keyboard is told to the page too: a field there would believe Ctrl is
        // held for ever, if the dialog saw it go up alone.
        let is_for_all = matches!(
            event,
            Event::Window(_) | Event::Keyboard(keyboard::Event::ModifiersChanged(_))
        );
        for (index, layer) in self.layers.iter_mut().enumerate().rev() {
            if index < top && !is_for_all {
                break;
            }
            let cursor = if index < top {
                cursor.levitate()
            } else {
                cursor
            };
            let (state, inside) = (&mut tree.children[index], layout.child(index));
            layer.as_widget_mut().update(
                state, event, inside, cursor, renderer, clipboard, shell, viewport,
            );
        }
        let is_escape = matches!(
            event,
            Event::Keyboard(keyboard::Event::KeyPressed {
                key: Key::Named(Named::Escape),
                ..
            })
        );
        if is_escape && top > 0 && !shell.is_event_captured() {
            shell.publish(self.on_close.clone());
            shell.capture_event();
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
        let top = self.layers.len() - 1;
        let layer = self.layers[top].as_widget();
        let (state, inside) = (&tree.children[top], layout.child(top));
        layer.mouse_interaction(state, inside, cursor, viewport, renderer)
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
        let top = self.layers.len() - 1;
        for (index, layer) in self.layers.iter().enumerate() {
            let cursor = if index < top {
                cursor.levitate()
            } else {
                cursor
            };
            let (state, inside) = (&tree.children[index], layout.child(index));
            renderer.with_layer(layout.bounds(), |renderer| {
                let layer = layer.as_widget();
                layer.draw(state, renderer, theme, style, inside, cursor, viewport);
            });
        }
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let top = self.layers.len() - 1;
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            let layer = self.layers[top].as_widget_mut();
            let (state, inside) = (&mut tree.children[top], layout.child(top));
            layer.operate(state, inside, renderer, operation);
        });
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let top = self.layers.len() - 1;
        let layer = self.layers[top].as_widget_mut();
        let (state, inside) = (&mut tree.children[top], layout.child(top));
        layer.overlay(state, inside, renderer, viewport, translation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::headless;
    use crate::ui::widget::field::field;
    use crate::ui::widget::{button, dialog};
    use iced_test::Simulator;

    #[derive(Debug, Clone, PartialEq)]
    enum Message {
        Below,
        Typed(String),
        Saved,
        Closed,
    }

    fn ui(is_open: bool) -> Simulator<'static, Message> {
        headless::load_fonts();
        let page = container(button::primary("Below").on_press(Message::Below));
        let asked = is_open.then(|| {
            let field = field("Reason", "").id("reason").on_input(Message::Typed);
            let save = button::primary("Save").on_press(Message::Saved);
            dialog::dialog("Save?", field).button(save).into()
        });
        Simulator::new(modal(page, asked, Message::Closed))
    }

    fn said(ui: Simulator<'_, Message>) -> Vec<Message> {
        ui.into_messages().collect()
    }

    #[test]
    fn the_page_is_reached_while_no_dialog_is_open() {
        let mut ui = ui(false);
        ui.click("Below").unwrap();
        assert_eq!(said(ui), [Message::Below]);
    }

    #[test]
    fn the_page_is_out_of_reach_under_a_dialog() {
        let mut ui = ui(true);
        assert!(ui.click("Below").is_err());
        ui.click("Save").unwrap();
        assert_eq!(said(ui), [Message::Saved]);
    }

    #[test]
    fn a_click_beside_the_dialog_closes_it() {
        let mut ui = ui(true);
        ui.point_at(iced::Point::new(20.0, 20.0));
        let _ = ui.simulate(iced_test::simulator::click());
        assert_eq!(said(ui), [Message::Closed]);
    }

    #[test]
    fn escape_closes_even_out_of_a_field() {
        let mut ui = ui(true);
        ui.click(iced_test::selector::id("reason")).unwrap();
        let _ = ui.typewrite("a");
        let _ = ui.tap_key(Named::Escape);
        assert_eq!(said(ui), [Message::Typed("a".to_owned()), Message::Closed]);
    }
}
