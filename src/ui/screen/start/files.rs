//! Where files are: the recent ones, and a good place for a new one.

use std::path::{Path, PathBuf};
use std::thread;

use chrono::{DateTime, Utc};
use iced::futures::channel::oneshot;

use crate::workspace::EXTENSION;

/// A file that was open before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// The name without its ending.
    pub(super) name: String,
    /// The folder, with the home folder written as `~`.
    pub(super) folder: String,
    /// How things stand with it.
    pub(super) state: State,
}

/// How things stand with a recent file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nobody has looked yet.
    Unknown,
    /// It is there, and was changed last at that time, if the system knows.
    There(Option<DateTime<Utc>>),
    /// It is not there.
    Missing,
}

impl Recent {
    /// A file nobody has looked at yet.
    pub fn new(path: &Path) -> Self {
        let name = path.file_stem().unwrap_or(path.as_os_str());
        Self {
            name: name.to_string_lossy().into_owned(),
            folder: folder(path),
            path: path.to_owned(),
            state: State::Unknown,
        }
    }

    fn looked_at(path: PathBuf) -> Self {
        let state = match path.metadata() {
            Ok(found) if found.is_file() => State::There(found.modified().ok().map(Into::into)),
            _ => State::Missing,
        };
        Self {
            state,
            ..Self::new(&path)
        }
    }
}

fn folder(path: &Path) -> String {
    let folder = path.parent().unwrap_or(Path::new(""));
    let home = directories::UserDirs::new().map(|user| user.home_dir().to_owned());
    match home.and_then(|home| folder.strip_prefix(home).ok().map(Path::to_owned)) {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => folder.display().to_string(),
    }
}

/// Looks at files on a thread of its own: a share that is not there may answer late.
pub(super) async fn look(paths: Vec<PathBuf>) -> Vec<Recent> {
    let (reply, answer) = oneshot::channel();
    let unknown: Vec<_> = paths.iter().map(|path| Recent::new(path)).collect();
    let looking = thread::Builder::new().spawn(move || {
        let looked = paths.into_iter().map(Recent::looked_at).collect();
        // The start page may be gone by now.
        drop(reply.send(looked));
    });
    match looking {
        Ok(_) => answer.await.unwrap_or(unknown),
        Err(_) => unknown,
    }
}

/// A name for the file of a company, good on every system.
pub(super) fn file_name(company: &str) -> String {
    let name: String = company
        .chars()
        .filter(|c| !"<>:\"/\\|?*«»“”".contains(*c) && !c.is_control())
        .take(80)
        .collect();
    format!("{}.{EXTENSION}", name.trim().trim_matches('.'))
}

/// A good place for the file of a company.
pub(super) fn suggested(company: &str) -> PathBuf {
    let user = directories::UserDirs::new();
    let folder = user.map(|user| user.document_dir().unwrap_or(user.home_dir()).to_owned());
    folder.unwrap_or_default().join(file_name(company))
}

/// The path with the ending of our files, unless it has one.
pub(super) fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|ending| ending == EXTENSION) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(EXTENSION);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_a_company_has_a_name_every_system_takes() {
        assert_eq!(file_name("ООО «Модус-В»"), "ООО Модус-В.vizitka");
        assert_eq!(file_name("A/B: \"C\" Ltd."), "AB C Ltd.vizitka");
    }

    #[test]
    fn a_new_file_gets_our_ending() {
        let ended = |path: &str| with_ending(PathBuf::from(path));
        assert_eq!(ended("/tmp/a.b"), PathBuf::from("/tmp/a.b.vizitka"));
        assert_eq!(ended("/tmp/a.vizitka"), PathBuf::from("/tmp/a.vizitka"));
    }
}
