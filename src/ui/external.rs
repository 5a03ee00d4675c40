//! Other programs: copies for them to open, and how the system is asked to open or print.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use crate::console;
use crate::documents::pdf;
use crate::domain::{Attachment, Id, Progress};
use crate::error::{Error, Result};

/// The folders of copies begin so.
const COPIES: &str = "vizitka-opened-";
/// Copies are forgotten after so long.
const KEPT: Duration = Duration::from_hours(24);

/// Where a copy of that name may be put to be opened: a folder of its own, which only this user
/// sees. Copies of former days are deleted.
pub fn place_for(name: &str) -> Result<PathBuf> {
    forget_older_than(KEPT);
    let own = format!("{COPIES}{}", Id::<Attachment>::generate().raw());
    let own = std::env::temp_dir().join(own);
    make_private(&own).map_err(Error::failed("making a folder"))?;
    Ok(own.join(name))
}

/// Deletes every copy that no program holds open.
pub fn forget_copies() {
    forget_older_than(Duration::ZERO);
}

/// Keeps a copy from being edited: what is written into it would be lost.
pub fn protect(path: &Path) -> Result<()> {
    set_protected(path, true).map_err(Error::failed("protecting the copy"))
}

/// Has the system open a file with the program that is meant for it.
///
/// # Errors
/// [`Error::NoProgram`] where there is none.
pub fn open(path: &Path) -> Result<()> {
    start(&mut opener(path), path)
}

/// The path stands apart from the command: nothing in it is taken for one, whatever the file is
/// called.
#[cfg(windows)]
fn opener(path: &Path) -> Command {
    use std::os::windows::process::CommandExt;
    let mut shell = Command::new("cmd");
    shell.raw_arg(r#"/d /c start "" "%VIZITKA_OPENS%""#);
    shell.env("VIZITKA_OPENS", path);
    shell
}

#[cfg(not(windows))]
fn opener(path: &Path) -> Command {
    let is_mac = cfg!(target_os = "macos");
    let mut opener = Command::new(if is_mac { "open" } else { "xdg-open" });
    opener.arg(path);
    opener
}

/// Has the system show a file in its folder.
///
/// # Errors
/// [`Error::NoProgram`] where there is none for folders.
pub fn show(path: &Path) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    if cfg!(windows) {
        let mut explorer = Command::new("explorer");
        return start(explorer.arg("/select,").arg(path), path);
    }
    if cfg!(target_os = "macos") {
        return start(Command::new("open").arg("-R").arg(path), path);
    }
    open(folder)
}

/// Has the system print a document. Takes some seconds where its pages are made first.
///
/// # Errors
/// [`Error::NoPrinting`] where it does not know how, or the printer refuses.
pub fn print(path: &Path) -> Result<()> {
    let refused = |_| Error::NoPrinting(path.to_owned());
    if cfg!(windows) {
        // The path stands apart from the script: nothing in it is taken for a command.
        let mut shell = Command::new("powershell");
        shell.args(["-NoProfile", "-NonInteractive", "-Command"]);
        shell.arg("Start-Process -FilePath $env:VIZITKA_PRINTS -Verb Print");
        return start(shell.env("VIZITKA_PRINTS", path), path).map_err(refused);
    }
    if !has_printer() {
        return Err(Error::NoPrinting(path.to_owned()));
    }
    // CUPS knows no documents of Word: LibreOffice makes pages of them first.
    let document = fs::read(path).map_err(Error::failed("reading the document"))?;
    let pages = pdf::pdf(&document, &Progress::default()).map_err(refused)?;
    let place = place_for("document.pdf")?;
    fs::write(&place, pages).map_err(Error::failed("writing the pages"))?;
    let title = path.file_stem().unwrap_or_default();
    let mut printer = Command::new("lp");
    let sent = printer.arg("-t").arg(title).arg(&place).output();
    match sent.is_ok_and(|answer| answer.status.success()) {
        true => Ok(()),
        false => Err(Error::NoPrinting(path.to_owned())),
    }
}

/// Whether there is a printer to send anything to.
fn has_printer() -> bool {
    let asked = Command::new("lpstat").arg("-d").output();
    asked.is_ok_and(|answer| {
        answer.status.success() && String::from_utf8_lossy(&answer.stdout).contains(':')
    })
}

fn start(command: &mut Command, path: &Path) -> Result<()> {
    let started = console::hide(command)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut program = started.map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => Error::NoProgram(path.to_owned()),
        _ => Error::failed("starting a program")(cause),
    })?;
    // Somebody has to hear of its end, or the system keeps what is left of it.
    let _ = std::thread::Builder::new()
        .name("another program".to_owned())
        .spawn(move || program.wait());
    Ok(())
}

fn forget_older_than(age: Duration) {
    let Ok(entries) = fs::read_dir(std::env::temp_dir()) else {
        return; // nothing was opened there either
    };
    for entry in entries.flatten() {
        let is_copy = entry.file_name().to_string_lossy().starts_with(COPIES)
            && entry.file_type().is_ok_and(|kind| kind.is_dir());
        let made = entry.metadata().and_then(|found| found.modified());
        let age_of = made.map(|at| SystemTime::now().duration_since(at).unwrap_or_default());
        if is_copy && age_of.is_ok_and(|found| found >= age) {
            remove(&entry.path());
        }
    }
}

fn remove(copy: &Path) {
    for file in fs::read_dir(copy).into_iter().flatten().flatten() {
        // Windows deletes no protected file; where this fails it is tried again another day.
        let _ = set_protected(&file.path(), false);
    }
    let _ = fs::remove_dir_all(copy);
}

fn set_protected(path: &Path, is_protected: bool) -> std::io::Result<()> {
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(is_protected);
    fs::set_permissions(path, permissions)
}

#[cfg(unix)]
fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

/// The folder for such things is the user's own.
#[cfg(not(unix))]
fn make_private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_a_folder_of_its_own() -> Result<()> {
        let one = place_for("договор.txt")?;
        let other = place_for("договор.txt")?;
        assert_ne!(one, other);
        fs::write(&one, "words").unwrap();
        protect(&one)?;
        assert!(fs::metadata(&one).unwrap().permissions().readonly());
        remove(one.parent().unwrap());
        assert!(!one.exists() && other.parent().unwrap().exists());
        remove(other.parent().unwrap());
        Ok(())
    }
}
