//! Where the program keeps its own files.

use std::env;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

/// Names a folder for everything instead of the usual ones: for tests, or a stick to carry along.
const HOME: &str = "VIZITKA_HOME";
/// What starts with the session, below the folder of the user's preferences.
const AUTOSTART: &str = "autostart";

/// The folders of the program's own files; clients never lie there unless the user puts them there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    preferences: PathBuf,
    data: PathBuf,
    autostart: Option<PathBuf>,
}

impl Places {
    /// The folders this operating system has for it, or the one that `VIZITKA_HOME` names.
    pub fn find() -> Self {
        if let Some(home) = env::var_os(HOME).filter(|home| !home.is_empty()) {
            return Self::under(Path::new(&home));
        }
        match ProjectDirs::from("", "", "Vizitka") {
            Some(folders) => Self {
                preferences: folders.config_dir().to_owned(),
                data: folders.data_local_dir().to_owned(),
                autostart: BaseDirs::new().map(|folders| folders.config_dir().join(AUTOSTART)),
            },
            // Nobody's home: what is kept lasts as long as the system lets it.
            None => Self::under(&env::temp_dir().join("vizitka")),
        }
    }

    /// Everything in one folder.
    pub fn under(folder: &Path) -> Self {
        Self {
            preferences: folder.to_owned(),
            data: folder.to_owned(),
            autostart: Some(folder.join(AUTOSTART)),
        }
    }

    /// The file of the preferences.
    pub fn settings(&self) -> PathBuf {
        self.preferences.join("settings.json")
    }

    /// The folder of the program's own log.
    pub fn log(&self) -> PathBuf {
        self.data.join("log")
    }

    /// The folder of what starts with the session of the user; `None` where there is none. Windows
    /// reads its registry instead.
    pub fn autostart(&self) -> Option<&Path> {
        self.autostart.as_deref()
    }

    /// The folder of what the program makes for itself, such as sample data.
    pub fn data(&self) -> &Path {
        &self.data
    }
}
