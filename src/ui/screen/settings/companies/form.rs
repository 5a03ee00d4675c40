//! The form of one of our own companies.

use super::pictures::{self, Pictures};
use super::text::Text;
use crate::domain::Company;
use crate::domain::sales::{TaxClass, TaxMode};
use crate::ui::screen::{Action, Context};

/// The field of the name.
pub(super) const NAME: &str = "settings.company";

/// A company being entered or changed.
#[derive(Debug)]
pub(super) struct Form {
    pub base: Company,
    pub company: Company,
    pub pictures: Pictures,
    /// The user wanted to save: what is missing is said now.
    pub is_checked: bool,
    /// The user has turned away from what was changed.
    pub is_asking: bool,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// A text was typed.
    Typed(Text, String),
    /// How its sales are usually taxed was chosen.
    TaxChosen(TaxClass),
    /// Whether its prices usually hold the tax was chosen.
    ModeChosen(TaxMode),
    /// Something happened to its pictures.
    Pictures(pictures::Message),
}

impl Form {
    /// The form of a company with its pictures.
    pub fn new(base: Company, pictures: Pictures) -> Self {
        Self {
            company: base.clone(),
            base,
            pictures,
            is_checked: false,
            is_asking: false,
        }
    }

    /// The company as it was typed, without spaces around the texts.
    pub fn mine(&self) -> Company {
        let mut mine = self.company.clone();
        for text in Text::ALL {
            let text = text.of_mut(&mut mine);
            *text = text.trim().to_owned();
        }
        mine
    }

    /// Whether there is something to write.
    pub fn is_changed(&self) -> bool {
        self.mine() != self.base || self.pictures.is_changed()
    }

    /// Whether it holds changes; it then asks what is to become of them.
    pub fn asks(&mut self) -> bool {
        self.is_asking = self.is_changed();
        self.is_asking
    }

    /// Whether all is there that a company needs; from now on it says what is missing.
    pub fn is_whole(&mut self) -> bool {
        self.is_checked = true;
        self.is_asking = false;
        !self.company.name.trim().is_empty()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        self.is_asking = false;
        match message {
            Message::Typed(text, typed) => *text.of_mut(&mut self.company) = typed,
            Message::TaxChosen(tax) => self.company.tax = tax,
            Message::ModeChosen(mode) => self.company.mode = mode,
            Message::Pictures(message) => return self.pictures.update(message, context),
        }
        Action::none()
    }
}
