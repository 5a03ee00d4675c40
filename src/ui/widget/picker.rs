//! Some of many: a floating list with a field that narrows it.

use iced::widget::button as pressed;
use iced::widget::{Column, Id, column, container, row};
use iced::{Center, Fill, Padding};

use super::text::hint;
use super::{Element, ellipsis, field, section, select};
use crate::ui::style::{self, height, spacing, surface};

/// The most lines that are built; the field leads to the others.
const LINES: usize = 100;
/// How many lines are seen at once.
const SEEN: usize = 9;
/// The height of a line, in logical pixels.
const LINE: f32 = height::COMPACT + 2.0;
/// The width of the list, in logical pixels.
const WIDTH: f32 = 280.0;

/// One line of a picker.
pub struct Choice<Message> {
    label: String,
    detail: String,
    is_on: Option<bool>,
    on_press: Message,
}

/// A line that says `on_press`.
pub fn choice<Message>(label: impl Into<String>, on_press: Message) -> Choice<Message> {
    Choice {
        label: label.into(),
        detail: String::new(),
        is_on: None,
        on_press,
    }
}

impl<Message> Choice<Message> {
    /// With something quiet at its end, such as a count.
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// With a check box before it.
    pub fn checked(mut self, is_on: bool) -> Self {
        self.is_on = Some(is_on);
        self
    }
}

/// A picker being described; it turns into an [`Element`].
pub struct Picker<'a, Message> {
    choices: Vec<Choice<Message>>,
    search: Option<Element<'a, Message>>,
    nothing: String,
}

/// A list of `choices`; `nothing` is said where there is none.
pub fn picker<'a, Message>(
    choices: Vec<Choice<Message>>,
    nothing: impl Into<String>,
) -> Picker<'a, Message> {
    Picker {
        choices,
        search: None,
        nothing: nothing.into(),
    }
}

impl<'a, Message: Clone + 'a> Picker<'a, Message> {
    /// With a field above that holds `needle` and is known by `id`; the screen narrows the choices.
    /// Enter takes the first.
    pub fn search(
        mut self,
        id: impl Into<Id>,
        placeholder: impl Into<String>,
        needle: &'a str,
        on_input: impl Fn(String) -> Message + 'a,
    ) -> Self {
        let mut field = field::search(placeholder, needle, on_input).id(id);
        if let Some(first) = self.choices.first() {
            field = field.on_submit(first.on_press.clone());
        }
        self.search = Some(field.into());
        self
    }
}

impl<'a, Message: Clone + 'a> From<Picker<'a, Message>> for Element<'a, Message> {
    fn from(picker: Picker<'a, Message>) -> Self {
        let shown = picker.choices.len().min(LINES);
        let list: Element<'a, Message> = if shown == 0 {
            container(hint(picker.nothing)).padding(spacing::S).into()
        } else {
            let lines = Column::from_iter(picker.choices.into_iter().take(LINES).map(line));
            let list = section::scrolled(lines);
            container(list).height(LINE * shown.min(SEEN) as f32).into()
        };
        let search = picker
            .search
            .map(|search| container(search).padding(spacing::XS));
        container(column![search, list])
            .padding(spacing::XS)
            .width(WIDTH)
            .style(surface::floating)
            .into()
    }
}

fn line<'a, Message: Clone + 'a>(choice: Choice<Message>) -> Element<'a, Message> {
    let mark = choice
        .is_on
        .map(|is_on| select::mark(is_on, choice.on_press.clone()));
    let label = container(ellipsis(choice.label)).width(Fill);
    let detail = (!choice.detail.is_empty()).then(|| hint(choice.detail));
    let face = row![mark, label, detail]
        .spacing(spacing::S)
        .align_y(Center);
    pressed(container(face).center_y(Fill))
        .padding(Padding::ZERO.horizontal(spacing::S))
        .width(Fill)
        .height(LINE)
        .style(style::button::row)
        .on_press(choice.on_press)
        .into()
}
