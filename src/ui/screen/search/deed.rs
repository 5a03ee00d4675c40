//! What can be done from the search, beside opening a card.

use crate::domain::client::Kind;
use crate::domain::text::{fold, swap_layout, words};
use crate::i18n::Locale;
use crate::ui::screen::{Page, Wish, rail};
use crate::ui::widget::Icon;

/// Something to do, found by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    CreateOrganization,
    CreatePerson,
    Import,
    PastImports,
    ExportAll,
    Calendar,
    Groups,
    Letters,
    Bin,
    History,
    Settings,
    Shortcuts,
}

impl Deed {
    pub const ALL: [Self; 12] = [
        Self::CreateOrganization,
        Self::CreatePerson,
        Self::Import,
        Self::PastImports,
        Self::ExportAll,
        Self::Calendar,
        Self::Groups,
        Self::Letters,
        Self::Bin,
        Self::History,
        Self::Settings,
        Self::Shortcuts,
    ];

    /// Its name.
    pub fn label(self, locale: &Locale) -> String {
        locale.text(match self {
            Self::CreateOrganization => "search-create-organization",
            Self::CreatePerson => "search-create-person",
            Self::Import => "search-import",
            Self::PastImports => "search-past-imports",
            Self::ExportAll => "search-export-all",
            Self::Calendar => "search-calendar",
            Self::Groups => "search-groups",
            Self::Letters => "search-letters",
            Self::Bin => "search-bin",
            Self::History => "search-history",
            Self::Settings => "search-settings",
            Self::Shortcuts => "search-shortcuts",
        })
    }

    /// Its icon.
    pub fn icon(self) -> Icon {
        match self {
            Self::CreateOrganization => Icon::Building,
            Self::CreatePerson => Icon::UserPlus,
            Self::Import => Icon::Upload,
            Self::ExportAll => Icon::Download,
            Self::Calendar => Icon::CalendarDays,
            Self::Groups => Icon::Users,
            Self::Letters => Icon::Send,
            Self::Bin => Icon::Trash,
            Self::PastImports | Self::History => Icon::History,
            Self::Settings => Icon::Settings,
            Self::Shortcuts => Icon::Keyboard,
        }
    }

    /// The keys that do the same; none for most.
    pub fn keys(self) -> Option<String> {
        match self {
            Self::CreateOrganization => Some("Ctrl N".to_owned()),
            Self::Shortcuts => Some("F1".to_owned()),
            deed => match deed.wish() {
                Wish::Show(page) => rail::keys(Some(page)),
                _ => None,
            },
        }
    }

    /// Whether it needs a file that can be written.
    pub fn is_writing(self) -> bool {
        matches!(
            self,
            Self::CreateOrganization | Self::CreatePerson | Self::Import
        )
    }

    /// Whether every word of `query` begins a word of its name, in either keyboard layout.
    pub fn is_called(self, query: &str, locale: &Locale) -> bool {
        let label = fold(&self.label(locale));
        let begins = |typed: &str| words(&label).any(|word| word.starts_with(typed));
        let is_called = |query: &str| {
            let query = fold(query);
            words(&query).next().is_some() && words(&query).all(begins)
        };
        is_called(query) || swap_layout(query).is_some_and(|turned| is_called(&turned))
    }

    /// What the app is to do.
    pub fn wish(self) -> Wish {
        match self {
            Self::CreateOrganization => Wish::Create(Kind::Organization, None),
            Self::CreatePerson => Wish::Create(Kind::Person, None),
            Self::Import => Wish::Import(None),
            Self::PastImports => Wish::Show(Page::PastImports),
            Self::ExportAll => Wish::ExportAll,
            Self::Calendar => Wish::Show(Page::Calendar),
            Self::Groups => Wish::Show(Page::Groups),
            Self::Letters => Wish::Show(Page::Letters),
            Self::Bin => Wish::Show(Page::Bin),
            Self::History => Wish::Show(Page::History),
            Self::Settings => Wish::Show(Page::Settings),
            Self::Shortcuts => Wish::Show(Page::Shortcuts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn a_deed_is_found_by_the_beginnings_of_its_words() {
        let locale = Locale::new(Language::Russian);
        assert!(Deed::CreateOrganization.is_called("нов орг", &locale));
        assert!(Deed::Settings.is_called("yfcnh", &locale)); // «настр» on the other layout
        assert!(!Deed::Settings.is_called("строй", &locale));
        assert!(!Deed::Settings.is_called("«»", &locale));
    }
}
