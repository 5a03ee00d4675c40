//! Documents of Word become PDF through LibreOffice, where it is installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use crate::console;
use crate::domain::{Id, Progress};
use crate::error::{Error, Result};

/// What LibreOffice is called, and where systems put it whose paths do not lead there.
const PROGRAMS: &[&str] = &[
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

/// The folders we work in begin so.
const FOLDER: &str = "vizitka-office-";
/// Folders of programs that are over are deleted after so long.
const KEPT: Duration = Duration::from_hours(24);
/// The first time it makes its settings; a long document takes its time as well.
const LONGEST: Duration = Duration::from_mins(3);
/// How often we look whether it is done, or no longer wanted.
const LOOKING: Duration = Duration::from_millis(60);

/// The folder of this program, made with its first document. It holds settings of its own, so that
/// neither a LibreOffice that is open nor its settings are disturbed; one document after the other.
static HOME: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Whether LibreOffice is there.
pub fn is_possible() -> bool {
    program().is_some()
}

/// The document as PDF. Takes some seconds; can be stopped.
///
/// # Errors
/// [`Error::NoOffice`] where LibreOffice is not installed; [`Error::Cancelled`].
pub fn pdf(document: &[u8], progress: &Progress) -> Result<Vec<u8>> {
    let program = program().ok_or(Error::NoOffice)?;
    let mut home = HOME.lock().unwrap_or_else(PoisonError::into_inner);
    progress.check()?;
    let home = match &*home {
        Some(home) if home.is_dir() => home.clone(),
        _ => home.insert(make_home()?).clone(),
    };
    let (source, target) = (home.join("document.docx"), home.join("document.pdf"));
    let _ = fs::remove_file(&target);
    fs::write(&source, document).map_err(Error::failed("writing the document"))?;
    let converted = convert(&program, &home, &source, progress);
    let read = converted
        .and_then(|()| fs::read(&target).map_err(Error::failed("turning the document into PDF")));
    // What stands in documents is not left lying about.
    let _ = fs::remove_file(&source);
    let _ = fs::remove_file(&target);
    read
}

fn convert(program: &Path, home: &Path, source: &Path, progress: &Progress) -> Result<()> {
    let mut command = Command::new(program);
    command
        .arg(format!(
            "-env:UserInstallation={}",
            address(&home.join("settings"))
        ))
        .args(["--headless", "--norestore", "--nolockcheck", "--nodefault"])
        .args(["--convert-to", "pdf", "--outdir"])
        .arg(home)
        .arg(source)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    apart(&mut command);
    let mut child = command
        .spawn()
        .map_err(Error::failed("starting LibreOffice"))?;
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(_)) => return Ok(()),
            Ok(None) => {}
            Err(cause) => return Err(Error::failed("waiting for LibreOffice")(cause)),
        }
        let is_late = begun.elapsed() > LONGEST;
        let wanted = progress.check();
        if is_late || wanted.is_err() {
            end(&mut child);
            wanted?;
            let late = std::io::Error::from(std::io::ErrorKind::TimedOut);
            return Err(Error::failed("turning the document into PDF")(late));
        }
        thread::sleep(LOOKING);
    }
}

/// Where LibreOffice is.
fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let found = |name: &&str| {
        let own = Path::new(name);
        if own.is_absolute() {
            return own.is_file().then(|| own.to_owned());
        }
        let ending = std::env::consts::EXE_SUFFIX;
        let places = folders
            .iter()
            .map(|folder| folder.join(format!("{name}{ending}")));
        places.into_iter().find(|place| place.is_file())
    };
    PROGRAMS.iter().find_map(found)
}

/// A path as an address, as LibreOffice wants it.
fn address(path: &Path) -> String {
    let text = path.display().to_string().replace('\\', "/");
    let slash = if text.starts_with('/') { "" } else { "/" };
    let mut address = format!("file://{slash}");
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b':' | b'.' | b'-' | b'_' => {
                address.push(char::from(byte));
            }
            byte => address += &format!("%{byte:02X}"),
        }
    }
    address
}

/// A folder that only this user sees; those of former days are deleted.
fn make_home() -> Result<PathBuf> {
    let base = std::env::temp_dir();
    for entry in fs::read_dir(&base).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(FOLDER);
        let changed = entry.metadata().and_then(|found| found.modified());
        let age = changed.map(|at| SystemTime::now().duration_since(at).unwrap_or_default());
        if is_ours && age.is_ok_and(|age| age > KEPT) {
            // Somebody else's stays where it is.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    let own = base.join(format!("{FOLDER}{}", Id::<()>::generate().raw()));
    make_private(&own).map_err(Error::failed("making a folder"))?;
    Ok(own)
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

/// Starts it in a group of its own: it begins further programs, which end with it.
#[cfg(unix)]
fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn apart(command: &mut Command) {
    console::hide(command);
}

/// Ends it with all that it began.
fn end(child: &mut Child) {
    let number = child.id();
    let mut killer = if cfg!(windows) {
        let mut killer = Command::new("taskkill");
        killer.args(["/T", "/F", "/PID"]).arg(number.to_string());
        killer
    } else {
        let mut killer = Command::new("kill");
        killer.args(["-s", "KILL", "--"]).arg(format!("-{number}"));
        killer
    };
    let killer = console::hide(&mut killer)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if !killer.status().is_ok_and(|status| status.success()) {
        let _ = child.kill();
    }
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address() {
        assert_eq!(address(Path::new("/tmp/a b/ё")), "file:///tmp/a%20b/%D1%91");
        assert_eq!(address(Path::new(r"C:\Temp\x")), "file:///C:/Temp/x");
    }

    #[test]
    fn what_is_not_wanted_any_more_is_not_begun() {
        let progress = Progress::default();
        progress.stop();
        let made = pdf(b"", &progress);
        assert!(matches!(made, Err(Error::Cancelled | Error::NoOffice)));
    }
}
