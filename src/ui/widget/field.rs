//! Fields: the label above, the input, and under it in words what is wrong with it.

use iced::widget::button as pressed;
use iced::widget::{Id, column, container, row, stack, text, text_input};
use iced::{Center, Fill, Length, Padding};

use super::escape::passing;
use super::text::hint;
use super::{Element, Icon, badge, ellipsis, icon, note};
use crate::ui::style::{self, FONT, MEDIUM, Tone, control, height, size, spacing, surface};

/// A labelled text field being described; it turns into an [`Element`].
pub struct Field<'a, Message> {
    label: Option<String>,
    input: Input<'a, Message>,
    note: Option<Note>,
    width: Length,
}

struct Input<'a, Message> {
    value: String,
    placeholder: String,
    /// Whether the placeholder is what was chosen.
    is_chosen: bool,
    id: Option<Id>,
    icon: Option<Icon>,
    trailing: Option<Element<'a, Message>>,
    on_input: Option<Box<dyn Fn(String) -> Message + 'a>>,
    on_submit: Option<Message>,
    is_secure: bool,
}

/// What is written under a field.
enum Note {
    Said(String, Tone),
    Hint(String),
}

/// A field called `label` that holds `value`.
pub fn field<'a, Message>(
    label: impl Into<String>,
    value: impl Into<String>,
) -> Field<'a, Message> {
    Field {
        label: Some(label.into()),
        ..unlabelled(value)
    }
}

/// A field without a label.
pub fn unlabelled<'a, Message>(value: impl Into<String>) -> Field<'a, Message> {
    Field {
        label: None,
        input: Input {
            value: value.into(),
            placeholder: String::new(),
            is_chosen: false,
            id: None,
            icon: None,
            trailing: None,
            on_input: None,
            on_submit: None,
            is_secure: false,
        },
        note: None,
        width: Fill,
    }
}

/// The field one searches with.
pub fn search<'a, Message>(
    placeholder: impl Into<String>,
    query: impl Into<String>,
    on_input: impl Fn(String) -> Message + 'a,
) -> Field<'a, Message> {
    unlabelled(query)
        .placeholder(placeholder)
        .icon(Icon::Search)
        .on_input(on_input)
}

impl<'a, Message> Field<'a, Message> {
    /// With words that stand where nothing is typed yet.
    pub fn placeholder(mut self, placeholder: impl Into<String>) -> Self {
        self.input.placeholder = placeholder.into();
        self
    }

    /// With what was chosen, which stands there as a value does until something is typed.
    pub fn chosen(mut self, words: impl Into<String>) -> Self {
        self.input.is_chosen = true;
        self.placeholder(words)
    }

    /// Known by `id`, to be focused.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.input.id = Some(id.into());
        self
    }

    /// With an icon inside, before the value.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.input.icon = Some(icon);
        self
    }

    /// With something inside, after the value.
    pub fn trailing(mut self, trailing: impl Into<Element<'a, Message>>) -> Self {
        self.input.trailing = Some(trailing.into());
        self
    }

    /// What is said when something is typed; without it the field is disabled.
    pub fn on_input(mut self, on_input: impl Fn(String) -> Message + 'a) -> Self {
        self.input.on_input = Some(Box::new(on_input));
        self
    }

    /// What is said at Enter.
    pub fn on_submit(mut self, message: Message) -> Self {
        self.input.on_submit = Some(message);
        self
    }

    /// Shows dots for what is typed.
    pub fn secure(mut self) -> Self {
        self.input.is_secure = true;
        self
    }

    /// With a sentence under it on what to put right, if there is one. It goes before the rest.
    pub fn error(self, words: Option<impl Into<String>>) -> Self {
        self.said(words, Tone::Busy)
    }

    /// With a doubt under it, if there is one and no error.
    pub fn warning(self, words: Option<impl Into<String>>) -> Self {
        self.said(words, Tone::Warning)
    }

    /// With an explanation under it, while there is nothing else to say; none where it is empty.
    pub fn hint(mut self, words: impl Into<String>) -> Self {
        let words = words.into();
        if self.note.is_none() && !words.is_empty() {
            self.note = Some(Note::Hint(words));
        }
        self
    }

    /// As wide as told; by default as wide as there is room.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    fn said(mut self, words: Option<impl Into<String>>, tone: Tone) -> Self {
        let is_error = matches!(self.note, Some(Note::Said(_, Tone::Busy)));
        if let Some(words) = words.filter(|_words| !is_error) {
            self.note = Some(Note::Said(words.into(), tone));
        }
        self
    }
}

impl<'a, Message: Clone + 'a> From<Field<'a, Message>> for Element<'a, Message> {
    fn from(field: Field<'a, Message>) -> Self {
        let tone = match field.note {
            Some(Note::Said(_, tone)) => tone,
            Some(Note::Hint(_)) | None => Tone::Neutral,
        };
        let note = field.note.map(|note| match note {
            Note::Said(words, tone) => note::under(words, tone),
            Note::Hint(words) => hint(words).into(),
        });
        let input = field.input.view(tone);
        column![field.label.map(caption), input, note]
            .spacing(spacing::XS + 1.0)
            .width(field.width)
            .into()
    }
}

impl<'a, Message: Clone + 'a> Input<'a, Message> {
    fn view(self, tone: Tone) -> Element<'a, Message> {
        let left = if self.icon.is_some() { 32.0 } else { 10.0 };
        let right = if self.trailing.is_some() { 36.0 } else { 10.0 };
        let mut input = text_input(&self.placeholder, &self.value)
            .on_input_maybe(self.on_input)
            .on_submit_maybe(self.on_submit)
            .secure(self.is_secure)
            .font(FONT)
            .size(size::BASE)
            .line_height(text::LineHeight::Absolute(LINE.into()))
            .padding(
                Padding::from((height::CONTROL - LINE) / 2.0)
                    .left(left)
                    .right(right),
            )
            .style(move |theme, status| match self.is_chosen {
                true => control::chosen(tone)(theme, status),
                false => control::input(tone)(theme, status),
            });
        if let Some(id) = self.id {
            input = input.id(id);
        }
        let glyph = self.icon.map(|glyph| {
            let glyph = icon(glyph).style(surface::hint);
            container(glyph)
                .padding(Padding::ZERO.left(10.0))
                .center_y(height::CONTROL)
        });
        let trailing = self.trailing.map(|trailing| {
            container(row![trailing].align_y(Center))
                .padding(Padding::ZERO.right(spacing::S - 1.0))
                .align_right(Fill)
                .center_y(height::CONTROL)
        });
        stack![passing(input), glyph, trailing].into()
    }
}

/// Any control with a label above it.
pub fn labelled<'a, Message: 'a>(
    label: impl Into<String>,
    control: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    column![caption(label.into()), control.into()]
        .spacing(spacing::XS + 1.0)
        .into()
}

fn caption<'a>(label: String) -> text::Text<'a> {
    text(label)
        .size(size::HINT)
        .font(MEDIUM)
        .style(surface::secondary)
}

/// The height of a line inside a field, in logical pixels.
const LINE: f32 = 18.0;

/// What looks like a search field and opens the search: its `hint`, and its `shortcut` at the end.
pub fn opener<'a, Message: Clone + 'a>(
    hint: impl Into<String>,
    shortcut: impl Into<String>,
    on_press: Message,
) -> Element<'a, Message> {
    let face = row![
        icon(Icon::Search).style(surface::hint),
        ellipsis(hint.into()).style(surface::hint).width(Fill),
        badge::key(shortcut)
    ]
    .spacing(spacing::S)
    .align_y(Center);
    pressed(container(face).center_y(Fill))
        .padding(Padding::ZERO.horizontal(spacing::M))
        .width(Fill)
        .height(height::CONTROL)
        .style(style::button::secondary)
        .on_press(on_press)
        .into()
}
