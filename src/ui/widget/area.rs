//! A field of several lines.

use iced::advanced::text::highlighter::PlainText;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::text_editor::{Action, Binding, Content, Status, Style};
use iced::widget::{Id, TextEditor, text_editor, text_input};
use iced::{Padding, Theme};

use super::Element;
use super::escape::passing_below;
use crate::ui::style::{FONT, Tone, control, size};

/// The lowest and the highest area, in logical pixels.
const HEIGHT: (f32, f32) = (84.0, 260.0);

/// A field of several lines. Enter breaks the line; with Ctrl it says `on_submit`.
pub fn area<'a, Message: Clone + 'a>(
    content: &'a Content,
    placeholder: impl Into<String>,
    on_action: impl Fn(Action) -> Message + 'a,
    on_submit: Message,
) -> Element<'a, Message> {
    passing(described(content, placeholder, on_action, on_submit))
}

/// The same, known by `id`, to be focused.
pub fn named<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    content: &'a Content,
    placeholder: impl Into<String>,
    on_action: impl Fn(Action) -> Message + 'a,
    on_submit: Message,
) -> Element<'a, Message> {
    passing(described(content, placeholder, on_action, on_submit).id(id))
}

/// The same for a few words: Enter says `on_submit`, and breaks the line with Shift.
pub fn brief<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    content: &'a Content,
    placeholder: impl Into<String>,
    on_action: impl Fn(Action) -> Message + 'a,
    on_submit: Message,
) -> Element<'a, Message> {
    let area = described(content, placeholder, on_action, on_submit.clone());
    let area = area.key_binding(move |press| {
        let is_enter = press.key == Key::Named(Named::Enter);
        if is_enter && !press.modifiers.shift() {
            return Some(Binding::Custom(on_submit.clone()));
        }
        Binding::from_key_press(press)
    });
    passing(area.id(id))
}

fn passing<'a, Message: 'a>(area: TextEditor<'a, PlainText, Message>) -> Element<'a, Message> {
    passing_below(HEIGHT.1, area)
}

fn described<'a, Message: Clone + 'a>(
    content: &'a Content,
    placeholder: impl Into<String>,
    on_action: impl Fn(Action) -> Message + 'a,
    on_submit: Message,
) -> TextEditor<'a, PlainText, Message> {
    text_editor(content)
        .placeholder(placeholder.into())
        .on_action(on_action)
        .key_binding(move |press| {
            let is_enter = press.key == Key::Named(Named::Enter);
            if is_enter && press.modifiers.command() {
                return Some(Binding::Custom(on_submit.clone()));
            }
            Binding::from_key_press(press)
        })
        .font(FONT)
        .size(size::BASE)
        .padding(Padding::from([8.0, 10.0]))
        .min_height(HEIGHT.0)
        .max_height(HEIGHT.1)
        .style(look)
}

fn look(theme: &Theme, status: Status) -> Style {
    let status = match status {
        Status::Active => text_input::Status::Active,
        Status::Hovered => text_input::Status::Hovered,
        Status::Focused { is_hovered } => text_input::Status::Focused { is_hovered },
        Status::Disabled => text_input::Status::Disabled,
    };
    let input = control::input(Tone::Neutral)(theme, status);
    Style {
        background: input.background,
        border: input.border,
        placeholder: input.placeholder,
        value: input.value,
        selection: input.selection,
    }
}
