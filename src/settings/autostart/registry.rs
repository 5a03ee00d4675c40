//! Values of the key `Run` in the registry of Windows, written by its own program.

use std::io::{Error as Cause, ErrorKind};
use std::os::windows::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::{Error, Result};
use crate::settings::Places;

use super::ARGUMENTS;

const KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
/// Without a black window that comes and goes: `CREATE_NO_WINDOW` of the Windows API.
const WITHOUT_WINDOW: u32 = 0x0800_0000;

pub fn is_on(_: &Places, name: &str) -> bool {
    run(&["query", KEY, "/v", name]).is_ok()
}

pub fn turn_on(_: &Places, name: &str, program: &Path, file: &Path) -> Result<()> {
    let (program, file) = (program.display(), file.display());
    let line = format!("\"{program}\" {} \"{file}\"", ARGUMENTS.join(" "));
    run(&["add", KEY, "/v", name, "/t", "REG_SZ", "/d", &line, "/f"])
        .map_err(Error::failed("writing the autostart entry"))
}

pub fn turn_off(places: &Places, name: &str) -> Result<()> {
    if !is_on(places, name) {
        return Ok(());
    }
    run(&["delete", KEY, "/v", name, "/f"]).map_err(Error::failed("removing the autostart entry"))
}

fn run(arguments: &[&str]) -> std::result::Result<(), Cause> {
    let done = Command::new("reg")
        .args(arguments)
        .creation_flags(WITHOUT_WINDOW)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    if done.success() {
        Ok(())
    } else {
        Err(Cause::from(ErrorKind::Other))
    }
}
