//! Lets Esc through, and Ctrl Shift V: a text field would keep them for itself, and the page would
//! neither close nor look at what is pasted. The wheel goes through as well, where all of the text
//! is seen: over a field that has nothing to scroll the page would stand still.

use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::{Event, Rectangle, Renderer, Theme};

use super::Element;
use super::pass::passes_on;

/// `field`, which no longer sees Esc and Ctrl Shift V, nor the wheel.
pub fn passing<'a, Message: 'a>(field: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    passing_below(f32::INFINITY, field)
}

/// The same, which sees the wheel where it is `tallest` logical pixels high: only then has it more
/// to show.
pub fn passing_below<'a, Message: 'a>(
    tallest: f32,
    field: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Passing(field.into(), tallest))
}

struct Passing<'a, Message>(Element<'a, Message>, f32);

impl<Message> Widget<Message, Theme, Renderer> for Passing<'_, Message> {
    passes_on! { 0: children, size, layout, mouse_interaction, draw, operate, overlay }
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
        let is_wheel = matches!(event, Event::Mouse(mouse::Event::WheelScrolled { .. }));
        let is_whole = layout.bounds().height < self.1;
        if !(is_of_the_page(event) || is_wheel && is_whole) {
            let state = &mut tree.children[0];
            self.0.as_widget_mut().update(
                state, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }
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
