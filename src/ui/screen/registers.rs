//! The tabs over all that is kept of clients: both registers, their groups, cards that look alike.
//! Each is a page of its own, and each leads to the others.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Page, Press, Wish};
use crate::domain::client::Kind;
use crate::i18n::Locale;
use crate::ui::style::Tone;
use crate::ui::widget::{badge, tabs};

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// A register.
    Register(Kind),
    /// The groups of both.
    Groups,
    /// Cards that look alike.
    Duplicates,
}

impl Tab {
    const ALL: [Self; 4] = [
        Self::Register(Kind::Organization),
        Self::Register(Kind::Person),
        Self::Groups,
        Self::Duplicates,
    ];

    /// What shows it.
    pub fn wish(self) -> Wish {
        match self {
            Self::Register(kind) => Wish::ShowRegister(kind),
            Self::Groups => Wish::Show(Page::Groups),
            Self::Duplicates => Wish::ShowDuplicates(false),
        }
    }

    /// The one beside it that Ctrl with Page Up or Page Down turns to.
    pub fn turned(self, press: &Press) -> Option<Self> {
        let is_back = match press.key {
            Key::Named(Named::PageUp) => true,
            Key::Named(Named::PageDown) => false,
            _ => return None,
        };
        let here = Self::ALL.iter().position(|tab| *tab == self)?;
        let beside = match is_back {
            true => here.checked_sub(1)?,
            false => here + 1,
        };
        let beside = Self::ALL.get(beside).copied();
        beside.filter(|_| press.modifiers.command())
    }

    fn label(self, locale: &Locale) -> String {
        match self {
            Self::Register(kind) => register(kind, locale),
            Self::Groups => locale.text("clients-groups"),
            Self::Duplicates => locale.text("duplicates-title"),
        }
    }
}

/// What a register is called.
pub fn register(kind: Kind, locale: &Locale) -> String {
    match kind {
        Kind::Organization => locale.text("clients-organizations"),
        Kind::Person => locale.text("clients-persons"),
    }
}

/// The tabs, `chosen` among them; beside the last stands how many pairs of cards look alike, where
/// that is known.
pub fn tabs<'a, Message: 'a>(
    chosen: Tab,
    duplicates: Option<usize>,
    locale: &Locale,
    say: impl Fn(Tab) -> Message,
) -> [tabs::Tab<'a, Message>; 4] {
    let count = duplicates.filter(|count| *count > 0);
    Tab::ALL.map(|tab| {
        let shown = tabs::tab(tab.label(locale), tab == chosen, say(tab));
        match count.filter(|_| tab == Tab::Duplicates) {
            Some(count) => shown.badge(badge::count(locale.number(count as i64), Tone::Warning)),
            None => shown,
        }
    })
}
