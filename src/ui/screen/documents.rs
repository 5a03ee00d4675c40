//! The tabs over all documents: the register of papers, and the templates they are made from. Each
//! is a page of its own, and each leads to the other.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Page, Press, Wish};
use crate::i18n::Locale;
use crate::ui::widget::tabs;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The register.
    Register,
    /// The templates.
    Templates,
}

impl Tab {
    const ALL: [Self; 2] = [Self::Register, Self::Templates];

    /// What shows it.
    pub fn wish(self) -> Wish {
        Wish::Show(match self {
            Self::Register => Page::Documents,
            Self::Templates => Page::Templates,
        })
    }

    /// The one beside it that Ctrl with Page Up or Page Down turns to.
    pub fn turned(self, press: &Press) -> Option<Self> {
        let beside = match press.key {
            Key::Named(Named::PageUp) => Self::Register,
            Key::Named(Named::PageDown) => Self::Templates,
            _ => return None,
        };
        (press.modifiers.command() && beside != self).then_some(beside)
    }
}

/// The tabs, `chosen` among them.
pub fn tabs<'a, Message: 'a>(
    chosen: Tab,
    locale: &Locale,
    say: impl Fn(Tab) -> Message,
) -> [tabs::Tab<'a, Message>; 2] {
    Tab::ALL.map(|tab| {
        let label = locale.text(match tab {
            Tab::Register => "office-templates-register",
            Tab::Templates => "office-templates-title",
        });
        tabs::tab(label, tab == chosen, say(tab))
    })
}
