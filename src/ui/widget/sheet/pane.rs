//! What sheets scroll in: with the wheel, and with the keys while it has the focus.

use iced::advanced::widget::operation::Scrollable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, mouse, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::widget::scrollable::AbsoluteOffset;
use iced::{Border, Color, Event, Rectangle, Renderer, Theme, Vector};

use crate::ui::style::palette;
use crate::ui::widget::Element;
use crate::ui::widget::keyed::Focus;
use crate::ui::widget::pass::passes_on;

/// How far an arrow scrolls, in logical pixels.
const STEP: f32 = 60.0;
/// What of the last view stays in sight after a page.
const KEPT: f32 = 0.1;
/// No document is longer.
const END: f32 = 1.0e7;

/// A pane that scrolls `control`, a scrollable, by the keys of reading.
pub struct Pane<'a, Message> {
    control: Element<'a, Message>,
}

impl<'a, Message> Pane<'a, Message> {
    /// Around a scrollable.
    pub fn new(control: impl Into<Element<'a, Message>>) -> Self {
        let control = control.into();
        Self { control }
    }
}

/// How far a key scrolls a view of that height.
fn step(key: &Key, height: f32) -> Option<f32> {
    let Key::Named(key) = key else {
        return None;
    };
    Some(match key {
        Named::ArrowDown => STEP,
        Named::ArrowUp => -STEP,
        Named::PageDown | Named::Space => height * (1.0 - KEPT),
        Named::PageUp => -height * (1.0 - KEPT),
        Named::End => END,
        Named::Home => -END,
        _ => return None,
    })
}

/// Scrolls the first scrollable it meets.
struct Scroll {
    by: f32,
    is_done: bool,
}

impl Operation for Scroll {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content_bounds: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        if !std::mem::replace(&mut self.is_done, true) {
            let by = AbsoluteOffset { x: 0.0, y: self.by };
            state.scroll_by(by, bounds, content_bounds);
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Pane<'_, Message> {
    passes_on! { control: children, size, layout, mouse_interaction, overlay }
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Focus>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Focus::default())
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
        let control = self.control.as_widget_mut();
        let inner = &mut tree.children[0];
        control.update(
            inner, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        let state: &mut Focus = tree.state.downcast_mut();
        if state.follow(event, layout.bounds(), cursor) {
            shell.request_redraw();
        }
        let pressed = match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) => {
                step(key, layout.bounds().height).filter(|_| modifiers.is_empty())
            }
            _ => None,
        };
        if let Some(by) = pressed.filter(|_| state.is_here && !shell.is_event_captured()) {
            let mut scroll = Scroll { by, is_done: false };
            control.operate(inner, layout, renderer, &mut scroll);
            shell.capture_event();
            shell.request_redraw();
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
        let (state, control) = (&tree.children[0], self.control.as_widget());
        control.draw(state, renderer, theme, style, layout, cursor, viewport);
        if tree.state.downcast_ref::<Focus>().is_here {
            let edge = renderer::Quad {
                bounds: layout.bounds(),
                border: Border::default().color(palette(theme).accent).width(2.0),
                ..renderer::Quad::default()
            };
            renderer.with_layer(layout.bounds(), |renderer| {
                renderer.fill_quad(edge, Color::TRANSPARENT);
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
        let state: &mut Focus = tree.state.downcast_mut();
        operation.focusable(None, layout.bounds(), state);
        let control = self.control.as_widget_mut();
        operation.traverse(&mut |operation| {
            control.operate(&mut tree.children[0], layout, renderer, operation);
        });
    }
}
