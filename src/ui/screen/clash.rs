//! Two people have changed the same: both values are shown, and the user chooses.

use std::collections::HashMap;
use std::hash::Hash;

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{button as pressed, column, container, row, scrollable, text};
use iced::{Fill, Top};

use crate::domain::merge::Side;
use crate::i18n::Locale;
use crate::ui::style::{self, control, spacing, surface};
use crate::ui::widget::keyed::keyed;
use crate::ui::widget::{Element, Icon, button, dialog, icon, text as words_of};

/// The width of the dialog, and the height of its list, in logical pixels.
const SIZE: (f32, f32) = (680.0, 420.0);

/// The fields that clash, and what was chosen so far.
#[derive(Debug)]
pub struct Clash<Field> {
    told: Vec<Told<Field>>,
    /// What was chosen; nothing is chosen before the user does.
    pub choices: HashMap<Field, Side>,
}

/// One field that clashes, in words.
#[derive(Debug, Clone)]
pub struct Told<Field> {
    /// Which field.
    pub field: Field,
    /// What it is called.
    pub label: String,
    /// What it said before either changed it.
    pub before: String,
    /// What the colleague made of it.
    pub theirs: String,
    /// What the user made of it.
    pub mine: String,
}

/// What happened in the dialog.
#[derive(Debug, Clone, Copy)]
pub enum Message<Field> {
    /// A value was chosen.
    Chosen(Field, Side),
}

impl<Field: Copy + Eq + Hash> Clash<Field> {
    /// These fields, none of them chosen but those in `choices`.
    pub fn new(told: Vec<Told<Field>>, choices: HashMap<Field, Side>) -> Self {
        Self { told, choices }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message<Field>) {
        let Message::Chosen(field, side) = message;
        self.choices.insert(field, side);
    }

    /// Whether every field has its value.
    pub fn is_settled(&self) -> bool {
        let mut fields = self.told.iter();
        fields.all(|told| self.choices.contains_key(&told.field))
    }

    /// The dialog; it says `save` once every field has its value, and `stay` where the form is to
    /// come back.
    pub fn view<'a, Outer: Clone + 'a>(
        &'a self,
        (locale, is_saving): (&Locale, bool),
        on_choose: fn(Message<Field>) -> Outer,
        (save, stay): (Outer, Outer),
    ) -> Element<'a, Outer> {
        let fields = self.told.iter();
        let fields = fields.map(|told| self.choice(told, locale, on_choose));
        let list = scrollable(column(fields).spacing(spacing::L)).style(control::scroll);
        let body = column![
            words_of::secondary(locale.text("form-clash-explained")),
            container(list).max_height(SIZE.1),
        ]
        .spacing(spacing::L);
        let can_save = self.is_settled() && !is_saving;
        let save =
            button::primary(locale.text("form-save")).on_press_maybe(can_save.then_some(save));
        let back = button::secondary(locale.text("form-clash-back")).on_press(stay.clone());
        dialog::dialog(locale.text("form-clash-title"), body)
            .width(SIZE.0)
            .close(locale.text("form-stay"), stay)
            .button(back)
            .button(save)
            .into()
    }

    fn choice<'a, Outer: Clone + 'a>(
        &self,
        told: &'a Told<Field>,
        locale: &Locale,
        on_choose: fn(Message<Field>) -> Outer,
    ) -> Element<'a, Outer> {
        let chosen = self.choices.get(&told.field).copied();
        let sides = [Side::Mine, Side::Theirs].map(|side| {
            let (key, value) = match side {
                Side::Mine => ("form-clash-mine", &told.mine),
                Side::Theirs => ("form-clash-theirs", &told.theirs),
            };
            let message = on_choose(Message::Chosen(told.field, side));
            option(locale.text(key), value, chosen == Some(side), message)
        });
        let before = locale.with(
            "form-clash-before",
            &[("value", dashed(&told.before).into())],
        );
        column![
            words_of::strong(told.label.clone()),
            row(sides).spacing(spacing::M),
            words_of::hint(before),
        ]
        .spacing(spacing::XS + 2.0)
        .into()
    }
}

/// One of the two values; a click and Space choose it.
fn option<'a, Message: Clone + 'a>(
    whose: String,
    value: &'a str,
    is_chosen: bool,
    message: Message,
) -> Element<'a, Message> {
    let sign =
        is_chosen.then(|| icon(Icon::CircleCheck).style(surface::toned(style::Tone::Accent)));
    let value = words_of::body(dashed(value)).wrapping(text::Wrapping::WordOrGlyph);
    let told = column![words_of::hint(whose), value].width(Fill);
    let face = row![told, sign].spacing(spacing::S).align_y(Top);
    let face = pressed(face)
        .padding(spacing::S)
        .width(Fill)
        .style(style::button::choice(is_chosen))
        .on_press(message.clone());
    let framed = container(face).style(control::frame).width(Fill);
    keyed(framed, move |key| {
        (*key == Key::Named(Named::Space)).then(|| message.clone())
    })
}

fn dashed(value: &str) -> String {
    if value.is_empty() {
        "—".to_owned()
    } else {
        value.to_owned()
    }
}
