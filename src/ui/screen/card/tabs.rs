//! The tabs of a card.

use super::section::Sections;
use super::{Message, Sheet};
use crate::domain::client::Kind;
use crate::ui::screen::Context;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, tabs};

/// A tab of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// What one wants to know at a glance.
    Overview,
    /// Who works there, or where a person works and worked; links to other cards.
    People,
    /// What was and is done with it, and who did what to the card.
    History,
    /// Papers and money.
    Papers,
    /// The map of influence.
    Influence,
    /// The life of a person: documents, events.
    Biography,
    /// What is known beyond requisites: long texts and custom fields.
    Profile,
    /// What colleagues have noted.
    Notes,
    /// Files.
    Files,
}

impl Tab {
    /// Every tab, in the order they are shown.
    const ALL: [Self; 9] = [
        Self::Overview,
        Self::People,
        Self::History,
        Self::Papers,
        Self::Influence,
        Self::Biography,
        Self::Profile,
        Self::Notes,
        Self::Files,
    ];

    /// The tabs that cards of a register have: those with something on them.
    pub fn of(kind: Kind) -> impl Iterator<Item = Self> {
        let is_there = move |tab: &Self| {
            matches!(tab, Self::Overview | Self::People) || Sections::has(*tab, kind)
        };
        Self::ALL.into_iter().filter(is_there)
    }

    /// The tab `step` places further on; after the last comes the first.
    pub fn neighbour(self, kind: Kind, step: isize) -> Self {
        let tabs: Vec<Self> = Self::of(kind).collect();
        let at = tabs.iter().position(|tab| *tab == self).unwrap_or_default();
        let next = (at + tabs.len()).saturating_add_signed(step) % tabs.len();
        tabs[next]
    }

    fn key(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::Overview, _) => "card-tab-overview",
            (Self::People, Kind::Organization) => "card-people",
            (Self::People, Kind::Person) => "card-tab-work",
            (Self::Papers, _) => "card-tab-papers",
            (Self::Influence, _) => "card-tab-influence",
            (Self::Biography, _) => "card-tab-biography",
            (Self::Profile, _) => "card-tab-profile",
            (Self::Notes, _) => "card-tab-notes",
            (Self::Files, _) => "card-tab-files",
            (Self::History, _) => "card-tab-history",
        }
    }
}

/// The tabs in a line under the head of the card.
pub fn view<'a>(sheet: &'a Sheet, chosen: Tab, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let kind = sheet.card.client.kind;
    let shown = Tab::of(kind).map(|tab| {
        let label = locale.text(tab.key(kind));
        let own = match tab {
            Tab::People => sheet.people.len(),
            _ => 0,
        };
        let label = match own + sheet.facts.count(tab).unwrap_or_default() {
            0 => label,
            count => format!("{label} · {}", locale.number(count as i64)),
        };
        tabs::tab(label, tab == chosen, Message::Tab(tab))
    });
    tabs::tabs(shown, spacing::XL)
}
