//! Entries after the Desktop Application Autostart Specification.

use std::fs;
use std::io::{Error as Cause, ErrorKind};
use std::path::{Path, PathBuf};

use super::ARGUMENTS;
use crate::error::{Error, Result};
use crate::settings::Places;

pub fn is_on(places: &Places, name: &str) -> bool {
    entry(places, name).is_some_and(|entry| entry.exists())
}

pub fn turn_on(places: &Places, name: &str, program: &Path, file: &Path) -> Result<()> {
    let failed = Error::failed("writing the autostart entry");
    let Some(entry) = entry(places, name) else {
        return Err(failed(Cause::from(ErrorKind::NotFound)));
    };
    entry
        .parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(&entry, content(program, file)))
        .map_err(failed)
}

pub fn turn_off(places: &Places, name: &str) -> Result<()> {
    match entry(places, name) {
        Some(entry) if entry.exists() => {
            fs::remove_file(entry).map_err(Error::failed("removing the autostart entry"))
        }
        _ => Ok(()),
    }
}

fn entry(places: &Places, name: &str) -> Option<PathBuf> {
    places
        .autostart()
        .map(|folder| folder.join(format!("{name}.desktop")))
}

fn content(program: &Path, file: &Path) -> String {
    format!(
        "[Desktop Entry]\nType=Application\nName=Vizitka\nIcon=vizitka\nTerminal=false\n\
         Exec={} {} {}\n",
        quoted(program),
        ARGUMENTS.join(" "),
        quoted(file),
    )
}

/// A path as one argument of `Exec`: quoted, what means something in quotes escaped, and that once
/// more, since the whole is a string of the file.
fn quoted(path: &Path) -> String {
    let mut text = String::from("\"");
    for c in path.to_string_lossy().chars() {
        match c {
            '"' | '`' | '$' => text.extend(["\\\\", c.encode_utf8(&mut [0; 4])]),
            '\\' => text.push_str("\\\\\\\\"),
            '%' => text.push_str("%%"),
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use super::super::{is_on, turn_off, turn_on};
    use super::*;

    #[test]
    fn an_entry_comes_and_goes() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::under(folder.path());
        let (program, file) = (
            Path::new("/opt/my crm/vizitka"),
            Path::new("/тест/100% $.vizitka"),
        );
        assert!(!is_on(&places, file));
        turn_on(&places, program, file).unwrap();
        assert!(is_on(&places, file));
        let mut entries = fs::read_dir(folder.path().join("autostart")).unwrap();
        let text = fs::read_to_string(entries.next().unwrap().unwrap().path()).unwrap();
        let line =
            "Exec=\"/opt/my crm/vizitka\" remind --while-on --file \"/тест/100%% \\\\$.vizitka\"\n";
        assert!(text.contains(line), "{text}");
        turn_off(&places, file).unwrap();
        turn_off(&places, file).unwrap();
        assert!(!is_on(&places, file));
    }
}
