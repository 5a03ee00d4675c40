//! The dialogs of the system that ask for a file, and paths as typed.

use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Nobody closes a dialog as fast as this: it was never shown.
const NEVER_SHOWN: Duration = Duration::from_millis(400);

/// Tables that an import reads, by the endings of their names.
const TABLES: &[&str] = &[
    "csv", "tsv", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods", "dbf", "vcf", "vcard",
];

/// What the dialog of the system said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// This file.
    Path(PathBuf),
    /// The user thought better of it.
    Cancelled,
    /// There is no dialog on this system.
    NoDialog,
}

/// Asks the user for a file with one of these `endings`; `kind` names what is meant.
pub async fn pick(title: String, kind: String, endings: &[&str]) -> Answer {
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(title)
        .add_filter(kind, endings);
    let begun = Instant::now();
    answer(dialog.pick_file().await, begun)
}

/// Asks the user for any file.
pub async fn pick_any(title: String) -> Answer {
    let dialog = rfd::AsyncFileDialog::new().set_title(title);
    let begun = Instant::now();
    answer(dialog.pick_file().await, begun)
}

/// Asks the user where to put a file; its name and ending are proposed.
pub async fn save(title: String, kind: String, name: String) -> Answer {
    let ending = name.rsplit('.').next().unwrap_or_default().to_owned();
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(title)
        .add_filter(kind, &[ending])
        .set_file_name(name);
    let begun = Instant::now();
    answer(dialog.save_file().await, begun)
}

/// Asks the user for a table; `kind` names what is meant.
pub async fn pick_table(title: String, kind: String) -> Answer {
    pick(title, kind, TABLES).await
}

/// Asks the user for a folder.
pub async fn folder(title: String) -> Answer {
    let dialog = rfd::AsyncFileDialog::new().set_title(title);
    let begun = Instant::now();
    answer(dialog.pick_folder().await, begun)
}

/// The path somebody typed or pasted; `None` where there is nothing.
pub fn typed(text: &str) -> Option<PathBuf> {
    let text = text.trim().trim_matches(['"', '\'']).trim();
    match text.strip_prefix("~/") {
        _ if text.is_empty() => None,
        Some(rest) => Some(std::env::home_dir()?.join(rest)),
        None => Some(PathBuf::from(text)),
    }
}

fn answer(chosen: Option<rfd::FileHandle>, begun: Instant) -> Answer {
    match chosen {
        Some(file) => Answer::Path(file.path().to_owned()),
        None if begun.elapsed() < NEVER_SHOWN => Answer::NoDialog,
        None => Answer::Cancelled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_path_may_stand_in_quotes() {
        let path = PathBuf::from("/tmp/office.vizitka");
        assert_eq!(typed(" \"/tmp/office.vizitka\" "), Some(path));
        assert_eq!(typed("  "), None);
    }
}
