//! The note that is being written.

use iced::widget::text_editor::{self, Content};
use iced::widget::{column, row, space};
use iced::{Center, Fill};

use super::{Message, say};
use crate::domain::Note;
use crate::ui::screen::Context;
use crate::ui::screen::card::Message as Outer;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, area, badge, button, choice};

/// The name of the field.
pub const FIELD: &str = "note";

/// A note, new or known, while it is being typed.
#[derive(Debug)]
pub struct Editor {
    base: Note,
    content: Content,
    /// Whether it is to be a key point.
    pub is_pinned: bool,
}

impl Editor {
    /// An editor that begins with what `note` says.
    pub fn new(note: Note) -> Self {
        let mut content = Content::with_text(&note.text);
        content.perform(text_editor::Action::Move(text_editor::Motion::DocumentEnd));
        Self {
            content,
            is_pinned: note.is_pinned,
            base: note,
        }
    }

    /// Takes in what was typed.
    pub fn type_in(&mut self, action: text_editor::Action) {
        self.content.perform(action);
    }

    /// Which note it changes; a new one has no version yet.
    pub fn base(&self) -> &Note {
        &self.base
    }

    /// The note as it was typed.
    pub fn note(&self) -> Note {
        Note {
            text: self.content.text().trim().to_owned(),
            is_pinned: self.is_pinned,
            ..self.base.clone()
        }
    }

    /// Whether saving it would change anything.
    pub fn is_dirty(&self) -> bool {
        let note = self.note();
        let is_same = note.text == self.base.text.trim() && note.is_pinned == self.base.is_pinned;
        let is_blank = self.base.version == 0 && note.text.is_empty();
        !is_same && !is_blank
    }

    /// The field, and what can be done with it.
    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let field = area::named(
            FIELD,
            &self.content,
            locale.text("notes-placeholder"),
            |action| say(Message::Typed(action)),
            say(Message::Save),
        );
        let pin = choice::check(locale.text("notes-key-point"), self.is_pinned, |is_on| {
            say(Message::Pinned(is_on))
        });
        let cancel = button::ghost(locale.text("form-cancel"))
            .compact()
            .on_press(say(Message::Cancel));
        let can_save = self.is_dirty() && !context.is_read_only;
        let save = button::primary(locale.text("form-save"))
            .compact()
            .on_press_maybe(can_save.then(|| say(Message::Save)));
        let deeds = row![
            pin,
            space::horizontal(),
            badge::key("Ctrl Enter"),
            Element::from(cancel),
            Element::from(save)
        ]
        .spacing(spacing::S)
        .align_y(Center);
        column![field, deeds].spacing(spacing::S).width(Fill).into()
    }
}
