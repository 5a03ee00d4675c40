//! What each user chooses for the look of the window.

use crate::i18n::Language;
use crate::settings::{self, Settings};
use crate::ui::widget::table::Density;

/// The choices of one user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Preferences {
    /// The language; `None` for that of the system.
    pub language: Option<Language>,
    /// By day or by night.
    pub appearance: Appearance,
    /// How high the rows of tables are.
    pub density: Density,
}

/// By day or by night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Appearance {
    /// As the system.
    #[default]
    System,
    /// By day.
    Light,
    /// By night.
    Dark,
}

/// One choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// The language; `None` for that of the system.
    Language(Option<Language>),
    /// By day or by night.
    Appearance(Appearance),
    /// How high the rows of tables are.
    Density(Density),
}

impl Preferences {
    /// The choices that the settings keep.
    pub fn of(settings: &Settings) -> Self {
        Self {
            language: match settings.language {
                settings::Language::System => None,
                settings::Language::Russian => Some(Language::Russian),
                settings::Language::English => Some(Language::English),
            },
            appearance: match settings.theme {
                settings::Theme::System => Appearance::System,
                settings::Theme::Light => Appearance::Light,
                settings::Theme::Dark => Appearance::Dark,
            },
            density: match settings.density {
                settings::Density::Compact => Density::Compact,
                settings::Density::Regular => Density::Regular,
            },
        }
    }

    /// The same with one choice made anew.
    pub fn with(self, preference: Preference) -> Self {
        match preference {
            Preference::Language(language) => Self { language, ..self },
            Preference::Appearance(appearance) => Self { appearance, ..self },
            Preference::Density(density) => Self { density, ..self },
        }
    }
}

impl Preference {
    /// Puts the choice into the settings.
    pub fn store(self, settings: &mut Settings) {
        match self {
            Self::Language(language) => settings.language = language.into(),
            Self::Appearance(Appearance::System) => settings.theme = settings::Theme::System,
            Self::Appearance(Appearance::Light) => settings.theme = settings::Theme::Light,
            Self::Appearance(Appearance::Dark) => settings.theme = settings::Theme::Dark,
            Self::Density(Density::Compact) => settings.density = settings::Density::Compact,
            Self::Density(Density::Regular) => settings.density = settings::Density::Regular,
        }
    }
}
