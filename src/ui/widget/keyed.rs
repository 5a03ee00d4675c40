//! Gives the focus of the keyboard to what iced serves with the mouse alone.

mod reading;

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
use reading::Scroll;

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
        answer: Answer::Say(Box::new(move |key, held| {
            on_key(key).filter(|_| held.is_empty())
        })),
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
        answer: Answer::Say(Box::new(on_key)),
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

/// `control`, a scrollable, which can have the focus, and then scrolls by the arrows, Page Up and
/// Down, Home and End.
pub fn readable<'a, Message: 'a>(control: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    Element::new(Keyed {
        id: None,
        control: control.into(),
        answer: Answer::Scroll,
    })
}

/// How far the ring stands off the control, and how thick it is, in logical pixels.
const RING: f32 = 2.0;

struct Keyed<'a, Message> {
    id: Option<Id>,
    control: Element<'a, Message>,
    answer: Answer<'a, Message>,
}

/// What becomes of a key.
enum Answer<'a, Message> {
    /// A message.
    Say(OnKey<'a, Message>),
    /// The control scrolls.
    Scroll,
}

#[derive(Default)]
struct State {
    is_focused: bool,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.is_focused
    }

    fn focus(&mut self) {
        self.is_focused = true;
    }

    fn unfocus(&mut self) {
        self.is_focused = false;
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Keyed<'_, Message> {
    passes_on! { control: children, size, layout, mouse_interaction, overlay }
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
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
        let state: &mut State = tree.state.downcast_mut();
        if let Event::Mouse(mouse::Event::ButtonPressed(_)) = event {
            let is_over = cursor.is_over(layout.bounds());
            if std::mem::replace(&mut state.is_focused, is_over) != is_over {
                shell.request_redraw();
            }
        }
        let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else {
            return;
        };
        if !state.is_focused || shell.is_event_captured() {
            return;
        }
        match &self.answer {
            Answer::Say(on_key) => {
                let Some(message) = on_key(key, *modifiers) else {
                    return;
                };
                shell.publish(message);
            }
            Answer::Scroll => {
                let by = reading::step(key, layout.bounds().height);
                let Some(by) = by.filter(|_| modifiers.is_empty()) else {
                    return;
                };
                let control = self.control.as_widget_mut();
                let scroll = &mut Scroll::by(by);
                control.operate(&mut tree.children[0], layout, renderer, scroll);
                shell.request_redraw();
            }
        }
        shell.capture_event();
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
        if tree.state.downcast_ref::<State>().is_focused {
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
        let state: &mut State = tree.state.downcast_mut();
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
