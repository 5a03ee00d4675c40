//! The word on a consent that is being entered.

use chrono::Local;
use iced::widget::{column, container, row, space};
use iced::{Center, Fill, Length, Top};

use super::{Message, say};
use crate::domain::{Consent, day};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::screen::card::Message as Outer;
use crate::ui::screen::card::parts::shown;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, button, choice, field};

/// The names of the fields.
pub const DAY: &str = "consent day";
pub const GROUND: &str = "consent ground";
/// The width of the field for the day, in logical pixels.
const DAY_WIDTH: f32 = 140.0;

/// A word, new or known, while it is being typed.
#[derive(Debug)]
pub struct Editor {
    /// The word it began with; a new one has no version yet.
    pub base: Consent,
    /// Whether it was given.
    pub is_given: bool,
    /// The day as typed.
    pub day: String,
    /// The ground as typed.
    pub ground: String,
    /// Whether saving was tried.
    pub is_checked: bool,
    start: String,
}

impl Editor {
    /// An editor that begins with `word`.
    pub fn new(word: Consent, locale: &Locale) -> Self {
        let day = locale.date(word.decided_on);
        Self {
            is_given: word.is_given,
            start: day.clone(),
            day,
            ground: word.ground.clone(),
            is_checked: false,
            base: word,
        }
    }

    /// The word as it was typed; `None` while the day is none.
    pub fn word(&self) -> Option<Consent> {
        let decided_on = match self.day == self.start {
            true => self.base.decided_on,
            false => day::read(&self.day, Local::now().date_naive())?,
        };
        Some(Consent {
            is_given: self.is_given,
            decided_on,
            ground: self.ground.trim().to_owned(),
            ..self.base.clone()
        })
    }

    /// Whether something was typed that closing would lose.
    pub fn is_dirty(&self) -> bool {
        self.ground.trim() != self.base.ground.trim()
            || self.day != self.start
            || self.is_given != self.base.is_given
    }

    /// Its fields.
    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let (given, refused) = (
            locale.text("consents-given"),
            locale.text("consents-refused"),
        );
        let chips = row![
            choice::chip(given, self.is_given, say(Message::Given(true))),
            choice::chip(refused, !self.is_given, say(Message::Given(false))),
        ]
        .spacing(spacing::S);
        let error =
            (self.is_checked && self.word().is_none()).then(|| locale.text("consents-error-day"));
        let day = field::field(locale.text("consents-day"), &self.day)
            .id(DAY)
            .on_input(|text| say(Message::Day(text)))
            .on_submit(say(Message::Save))
            .width(Length::Fixed(DAY_WIDTH))
            .error(error);
        let ground = field::field(locale.text("consents-ground"), &self.ground)
            .id(GROUND)
            .placeholder(locale.text("consents-ground-placeholder"))
            .on_input(|text| say(Message::Ground(text)))
            .on_submit(say(Message::Save));
        let cancel = button::ghost(locale.text("form-cancel"))
            .compact()
            .on_press(say(Message::Cancel));
        let save = button::primary(locale.text("form-save"))
            .compact()
            .on_press(say(Message::Save));
        let fields = row![
            Element::from(day),
            container(Element::from(ground)).width(Fill)
        ]
        .spacing(spacing::S)
        .align_y(Top);
        let deeds = row![
            chips,
            space::horizontal(),
            Element::from(cancel),
            Element::from(save)
        ]
        .spacing(spacing::S)
        .align_y(Center);
        shown(column![fields, deeds].spacing(spacing::S))
    }
}
