//! What each user chooses for the look of the window.

use crate::domain::calendar::Scope;
use crate::i18n::Language;
use crate::settings::{self, FirstPage, Settings};
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
    /// Whether reminders are shown by the program alone, and not on the desktop too.
    pub is_silent: bool,
    /// Whether the program stays in the notification area when its window is closed.
    pub stays_in_tray: bool,
    /// Whether a file begins with the page of the day; else with the clients.
    pub begins_today: bool,
    /// How the calendar was looked at last.
    pub calendar: CalendarLook,
}

/// How the calendar is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarLook {
    /// How much at once.
    pub scope: Scope,
    /// Whether several employees have columns of their own.
    pub is_side_by_side: bool,
}

impl Default for CalendarLook {
    fn default() -> Self {
        Self {
            scope: Scope::WorkingWeek,
            is_side_by_side: true,
        }
    }
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
    /// Whether reminders are shown by the program alone.
    Silent(bool),
    /// Whether the program stays in the notification area when its window is closed.
    StaysInTray(bool),
    /// Whether a file begins with the page of the day.
    BeginsToday(bool),
    /// How the calendar is looked at.
    Calendar(CalendarLook),
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
            is_silent: settings.is_silent,
            stays_in_tray: settings.stays_in_tray,
            begins_today: settings.first_page == FirstPage::Today,
            calendar: CalendarLook {
                scope: Scope::of_name(&settings.calendar.scope)
                    .unwrap_or(CalendarLook::default().scope),
                is_side_by_side: !settings.calendar.is_overlaid,
            },
        }
    }

    /// The same with one choice made anew.
    pub fn with(self, preference: Preference) -> Self {
        match preference {
            Preference::Language(language) => Self { language, ..self },
            Preference::Appearance(appearance) => Self { appearance, ..self },
            Preference::Density(density) => Self { density, ..self },
            Preference::Silent(is_silent) => Self { is_silent, ..self },
            Preference::StaysInTray(stays_in_tray) => Self {
                stays_in_tray,
                ..self
            },
            Preference::BeginsToday(begins_today) => Self {
                begins_today,
                ..self
            },
            Preference::Calendar(calendar) => Self { calendar, ..self },
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
            Self::Silent(is_silent) => settings.is_silent = is_silent,
            Self::StaysInTray(stays_in_tray) => settings.stays_in_tray = stays_in_tray,
            Self::BeginsToday(true) => settings.first_page = FirstPage::Today,
            Self::BeginsToday(false) => settings.first_page = FirstPage::Clients,
            Self::Calendar(look) => {
                settings.calendar.scope = look.scope.name().to_owned();
                settings.calendar.is_overlaid = !look.is_side_by_side;
            }
            Self::Density(Density::Compact) => settings.density = settings::Density::Compact,
            Self::Density(Density::Regular) => settings.density = settings::Density::Regular,
        }
    }
}
