//! What each user chooses for the look of the window.

use crate::i18n::Language;
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
    /// The same with one choice made anew.
    pub fn with(self, preference: Preference) -> Self {
        match preference {
            Preference::Language(language) => Self { language, ..self },
            Preference::Appearance(appearance) => Self { appearance, ..self },
            Preference::Density(density) => Self { density, ..self },
        }
    }
}
