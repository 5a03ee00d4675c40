//! Preferences of the person at this computer, and the places where the program keeps files.

pub mod autostart;
mod places;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::i18n;

pub use places::Places;

/// How many recent files are remembered.
const RECENT: usize = 10;

/// What the person has chosen; kept from one start to the next.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the window and of the commands.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// How high the rows of lists are.
    pub density: Density,
    /// The files opened last, the latest first, at most ten.
    pub recent: Vec<PathBuf>,
    /// Who works with each file here, by their ids; a file without an entry opens as its first employee.
    pub employees: BTreeMap<PathBuf, i64>,
    /// The columns of each list, by the name of the list; a list without an entry shows its own choice.
    pub columns: BTreeMap<String, Vec<Column>>,
    /// What is shown once a file is open.
    pub first_page: FirstPage,
    /// Whether reminders are shown by the program alone, and not on the desktop too.
    pub is_silent: bool,
    /// Whether there is an icon in the notification area, and a closed window leaves it there.
    pub stays_in_tray: bool,
    /// How the calendar was looked at last.
    pub calendar: Calendar,
    /// Width and height of the window, in logical pixels; `None` before it was ever sized.
    pub window: Option<(f32, f32)>,
}

/// Which language to speak.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// That of the operating system.
    #[default]
    #[serde(rename = "system")]
    System,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The language itself; asks the operating system where that decides.
    pub fn resolve(self) -> i18n::Language {
        match self {
            Self::System => i18n::Language::of_tag(&sys_locale::get_locale().unwrap_or_default()),
            Self::Russian => i18n::Language::Russian,
            Self::English => i18n::Language::English,
        }
    }
}

impl From<Option<i18n::Language>> for Language {
    fn from(language: Option<i18n::Language>) -> Self {
        match language {
            None => Self::System,
            Some(i18n::Language::Russian) => Self::Russian,
            Some(i18n::Language::English) => Self::English,
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the operating system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What is shown once a file is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FirstPage {
    /// The page of the day.
    #[default]
    Today,
    /// The list of clients.
    Clients,
}

/// How high the rows of lists are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// Easy to read.
    #[default]
    Regular,
    /// More at once.
    Compact,
}

/// How the calendar was looked at last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Calendar {
    /// How much was shown at once, by its name; empty before it was ever looked at.
    pub scope: String,
    /// Whether several employees were laid over each other.
    pub is_overlaid: bool,
}

/// A shown column of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Which column, by the name the list gives it.
    pub name: String,
    /// How wide, in logical pixels.
    pub width: f32,
}

impl Settings {
    /// What was saved, or the defaults before the first time. A file that cannot be understood is
    /// set aside under another name, and the defaults hold.
    pub fn load(places: &Places) -> Self {
        let path = places.settings();
        let Ok(text) = fs::read_to_string(&path) else {
            return Self::default();
        };
        serde_json::from_str(&text).unwrap_or_else(|cause| {
            let aside = path.with_extension("broken.json");
            tracing::warn!(%cause, "settings are broken, set aside as {}", aside.display());
            if let Err(cause) = fs::rename(&path, &aside) {
                tracing::warn!(%cause, "they cannot be set aside");
            }
            Self::default()
        })
    }

    /// Saves them, wholly or not at all: a crash leaves the former ones.
    pub fn save(&self, places: &Places) -> Result<()> {
        let path = places.settings();
        let text = serde_json::to_vec_pretty(self).map_err(Error::failed("writing settings"))?;
        replace(&path, &text).map_err(Error::failed("saving settings"))
    }

    /// Puts a file in front of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.forget(&path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT);
    }

    /// Takes a file out of the recent ones.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
    }

    /// The id of who works with a file here; `None` where nobody was chosen.
    pub fn employee(&self, path: &Path) -> Option<i64> {
        let path = std::path::absolute(path).ok()?;
        self.employees.get(&path).copied()
    }

    /// Remembers who works with a file here.
    pub fn choose_employee(&mut self, path: &Path, who: i64) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.employees.insert(path, who);
    }
}

fn replace(path: &Path, text: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Another running program may be saving too: each writes its own file first.
    let fresh = path.with_extension(format!("{}.new", std::process::id()));
    let mut file = fs::File::create(&fresh)?;
    file.write_all(text)?;
    file.sync_all()?;
    fs::rename(&fresh, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> (tempfile::TempDir, Places) {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::under(folder.path());
        (folder, places)
    }

    #[test]
    fn what_was_saved_is_there_at_the_next_start() {
        let (folder, places) = places();
        assert_eq!(Settings::load(&places), Settings::default());
        let mut settings = Settings {
            language: Language::Russian,
            theme: Theme::Dark,
            window: Some((1440.0, 900.0)),
            ..Settings::default()
        };
        let name = Column {
            name: "name".into(),
            width: 240.0,
        };
        settings.columns.insert("organizations".into(), vec![name]);
        settings.remember(Path::new("office.vizitka"));
        settings.save(&places).unwrap();
        assert_eq!(Settings::load(&places), settings);
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 1, "no file of the saving itself");
    }

    #[test]
    fn broken_settings_are_set_aside() {
        let (folder, places) = places();
        fs::write(places.settings(), "{\"theme\": \"gr").unwrap();
        assert_eq!(Settings::load(&places), Settings::default());
        let aside = fs::read_to_string(folder.path().join("settings.broken.json"));
        assert_eq!(aside.unwrap(), "{\"theme\": \"gr");
        assert!(!places.settings().exists());
    }

    #[test]
    fn settings_of_another_version_are_read_as_far_as_they_go() {
        let (_folder, places) = places();
        fs::write(places.settings(), r#"{"theme": "light", "zoom": 2}"#).unwrap();
        assert_eq!(Settings::load(&places).theme, Theme::Light);
    }

    #[test]
    fn who_works_with_a_file_is_remembered() {
        let (folder, places) = places();
        let file = folder.path().join("office.vizitka");
        let mut settings = Settings::default();
        settings.choose_employee(&file, 7);
        settings.save(&places).unwrap();
        let loaded = Settings::load(&places);
        assert_eq!(loaded.employee(&file), Some(7));
        assert_eq!(loaded.employee(Path::new("/other.vizitka")), None);
    }

    #[test]
    fn ten_recent_files_are_remembered_each_once() {
        let mut settings = Settings::default();
        for n in 0..15 {
            settings.remember(Path::new(&format!("/{n}.vizitka")));
        }
        settings.remember(Path::new("/9.vizitka"));
        assert_eq!(settings.recent.len(), RECENT);
        let first = std::path::absolute("/9.vizitka").unwrap();
        assert_eq!(settings.recent[0], first);
        assert_eq!(settings.recent.iter().filter(|p| **p == first).count(), 1);
    }
}
