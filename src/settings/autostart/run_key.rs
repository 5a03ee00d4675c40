//! Values of the key `Run` in the registry of Windows.

use std::path::Path;

use crate::error::{Error, Result};
use crate::registry;
use crate::settings::Places;

use super::ARGUMENTS;

const KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";

pub fn is_on(_: &Places, name: &str) -> bool {
    registry::has(KEY, name)
}

pub fn turn_on(_: &Places, name: &str, program: &Path, file: &Path) -> Result<()> {
    let (program, file) = (program.display(), file.display());
    let line = format!("\"{program}\" {} \"{file}\"", ARGUMENTS.join(" "));
    registry::set(KEY, name, &line).map_err(Error::failed("writing the autostart entry"))
}

pub fn turn_off(places: &Places, name: &str) -> Result<()> {
    if !is_on(places, name) {
        return Ok(());
    }
    registry::remove(KEY, name).map_err(Error::failed("removing the autostart entry"))
}
