//! Keys, as screens are told of them.

use iced::Task as Command;
use iced::advanced::widget;
use iced::keyboard::{self, Modifiers};

use crate::ui::widget::focus;

/// A key that was pressed while the screen was shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Press {
    /// The key as the layout names it.
    pub key: keyboard::Key,
    /// The Latin letter on the key, whatever the layout.
    pub latin: Option<char>,
    /// What it typed, if anything.
    pub text: Option<String>,
    /// The keys held with it.
    pub modifiers: Modifiers,
    /// Whether a widget, such as a text field, has used it already.
    pub is_captured: bool,
    /// What holds everything of the window it was pressed in; `None` for the only window.
    pub within: Option<widget::Id>,
}

impl Press {
    /// The press of an event; `None` where no key went down.
    pub fn of_event(event: keyboard::Event, is_captured: bool) -> Option<Self> {
        let keyboard::Event::KeyPressed {
            key,
            physical_key,
            modifiers,
            text,
            ..
        } = event
        else {
            return None;
        };
        Some(Self {
            latin: key.to_latin(physical_key),
            key,
            text: text.map(|text| text.to_string()),
            modifiers,
            is_captured,
            within: None,
        })
    }

    /// The press of a named key alone.
    pub fn named(key: keyboard::key::Named) -> Self {
        Self {
            key: keyboard::Key::Named(key),
            latin: None,
            text: None,
            modifiers: Modifiers::empty(),
            is_captured: false,
            within: None,
        }
    }

    /// What Tab and Shift Tab do where a screen has no order of its own: the focus goes to the
    /// next or the previous field.
    pub fn moves_focus<M: Send + 'static>(&self) -> Option<Command<M>> {
        if !self.is(keyboard::key::Named::Tab) {
            return None;
        }
        let window = self.within.clone();
        Some(match self.modifiers.shift() {
            true => focus::back(window),
            false => focus::forth(window),
        })
    }

    /// Whether it is an Esc that has closed something already: a menu, a list, a dialog. Fields let
    /// theirs through.
    pub fn is_spent(&self) -> bool {
        self.is_captured && self.is(keyboard::key::Named::Escape)
    }

    /// What it adds to a search: letters that are typed outside of any field.
    pub fn letters(&self) -> Option<&str> {
        let is_plain = !self.is_captured && !self.modifiers.command() && !self.modifiers.alt();
        let text = self.text.as_deref().filter(|_| is_plain)?;
        let mut letters = text.chars();
        letters
            .any(|letter| !letter.is_control() && letter != ' ')
            .then_some(text)
    }

    /// Whether it is Ctrl (⌘ on a Mac) with that Latin letter and no other key held.
    pub fn is_command(&self, letter: char) -> bool {
        self.modifiers.command()
            && !self.modifiers.shift()
            && !self.modifiers.alt()
            && self.latin == Some(letter)
    }

    /// Whether it is that key alone, or with Shift.
    pub fn is(&self, key: keyboard::key::Named) -> bool {
        !self.modifiers.command() && !self.modifiers.alt() && self.key == keyboard::Key::Named(key)
    }
}
