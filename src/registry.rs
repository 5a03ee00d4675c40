//! Texts in the registry of Windows, read and written by its own program `reg`.

use std::io;
use std::process::{Command, Stdio};

use crate::console;

/// Whether a value stands under that key.
pub fn has(key: &str, name: &str) -> bool {
    run(&["query", key, "/v", name]).is_ok()
}

/// Writes a text under that key, which is made where it is not there.
pub fn set(key: &str, name: &str, text: &str) -> io::Result<()> {
    run(&["add", key, "/v", name, "/t", "REG_SZ", "/d", text, "/f"])
}

/// Takes a value away.
pub fn remove(key: &str, name: &str) -> io::Result<()> {
    run(&["delete", key, "/v", name, "/f"])
}

fn run(arguments: &[&str]) -> io::Result<()> {
    let mut program = Command::new("reg");
    let program = console::hide(&mut program);
    let done = program
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    match done.success() {
        true => Ok(()),
        false => Err(io::Error::other("reg has refused")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_until_it_is_removed() {
        let key = format!(r"HKCU\Software\Vizitka\Tests\{}", std::process::id());
        assert!(!has(&key, "имя"));
        set(&key, "имя", r#""C:\Program Files\a b.exe" --file "C:\Ж\x""#).unwrap();
        assert!(has(&key, "имя"));
        remove(&key, "имя").unwrap();
        assert!(!has(&key, "имя"));
    }
}
