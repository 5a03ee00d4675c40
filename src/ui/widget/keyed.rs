//! Gives the focus of the keyboard to what iced serves with the mouse alone.

use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget};
use iced::advanced::{mouse, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key, Modifiers};
use iced::{Border, Color, Event, Rectangle, Renderer, Theme, border};

use super::Element;
use super::pass::passes_on;
use crate::ui::style::{palette, radius};

/// Turns a key pressed while it has the focus into a message.
type OnKey<'a, Message> = Box<dyn Fn(&Key, Modifiers) -> Option<Message> + 'a>;

/// `control`, which can have the focus, and then turns the keys that `on_key` knows into messages.
pub fn keyed<'a, Message: 'a>(
    control: impl Into<Element<'a, Message>>,
    on_key: impl Fn(&Key) -> Option<Message> + 'a,
) -> Element<'a, Message> {
    Element::new(Keyed {
        id: None,
        control: control.into(),
        on_key: Box::new(move |key, held| on_key(key).filter(|_| held.is_empty())),
    })
}

/// The same, known by `id`; `on_key` is told which keys are held too.
pub fn keyed_as<'a, Message: 'a>(
    id: impl Into<Id>,
    control: impl Into<Element<'a, Message>>,
    on_key: impl Fn(&Key, Modifiers) -> Option<Message> + 'a,
) -> Element<'a, Message> {
    Element::new(Keyed {
        id: Some(id.into()),
        control: control.into(),
        on_key: Box::new(on_key),
    })
}

/// `control`, which can have the focus, and then says `on_press` at Enter and Space; nothing while
/// there is nothing to say.
pub fn pressable<'a, Message: Clone + 'a>(
    control: impl Into<Element<'a, Message>>,
    on_press: Option<Message>,
) -> Element<'a, Message> {
    let Some(message) = on_press else {
        return control.into();
    };
    keyed(control, move |key| match key {
        Key::Named(Named::Enter | Named::Space) => Some(message.clone()),
        _ => None,
    })
}

/// How far the ring stands off the control, and how thick it is, in logical pixels.
const RING: f32 = 2.0;

struct Keyed<'a, Message> {
    id: Option<Id>,
    control: Element<'a, Message>,
    on_key: OnKey<'a, Message>,
}

/// Whether a widget has the focus of the keyboard.
#[derive(Debug, Default)]
pub(super) struct Focus {
    /// Whether it has.
    pub is_here: bool,
}

impl Focus {
    /// Comes with a press of the mouse on the widget, and goes with one anywhere else; whether
    /// that made a difference.
    pub fn follow(&mut self, event: &Event, bounds: Rectangle, cursor: mouse::Cursor) -> bool {
        let Event::Mouse(mouse::Event::ButtonPressed(_)) = event else {
            return false;
        };
        let is_over = cursor.is_over(bounds);
        std::mem::replace(&mut self.is_here, is_over) != is_over
    }
}

impl Focusable for Focus {
    fn is_focused(&self) -> bool {
        self.is_here
    }

    fn focus(&mut self) {
        self.is_here = true;
    }

    fn unfocus(&mut self) {
        self.is_here = false;
    }
}

impl<Message> Keyed<'_, Message> {
    fn message(&self, event: &Event) -> Option<Message> {
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) => {
                (self.on_key)(key, *modifiers)
            }
            _ => None,
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Keyed<'_, Message> {
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
        self.control.as_widget_mut().update(
            &mut tree.children[0],
            event,
            layout,
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
        );
        let state: &mut Focus = tree.state.downcast_mut();
        if state.follow(event, layout.bounds(), cursor) {
            shell.request_redraw();
        }
        if state.is_here
            && !shell.is_event_captured()
            && let Some(message) = self.message(event)
        {
            shell.publish(message);
            shell.capture_event();
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
            let ring = renderer::Quad {
                bounds: layout.bounds().expand(RING),
                border: ring(theme),
                ..renderer::Quad::default()
            };
            renderer.fill_quad(ring, Color::TRANSPARENT);
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
        operation.focusable(self.id.as_ref(), layout.bounds(), state);
        let control = self.control.as_widget_mut();
        operation.traverse(&mut |operation| {
            control.operate(&mut tree.children[0], layout, renderer, operation);
        });
    }
}

fn ring(theme: &Theme) -> Border {
    border::rounded(radius::CONTROL + RING)
        .color(palette(theme).accent)
        .width(RING)
}
