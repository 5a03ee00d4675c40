//! Starting the reminders with the session of the user: an entry for each file.

use std::path::Path;
use std::process::{Command, Stdio};

#[cfg(not(windows))]
mod desktop;
#[cfg(windows)]
mod run_key;

#[cfg(not(windows))]
use desktop as system;
#[cfg(windows)]
use run_key as system;

use super::Places;
use crate::error::{Error, Result};

/// How the program is started: it ends once the entry is gone.
const ARGUMENTS: [&str; 3] = ["remind", "--while-on", "--file"];

/// Whether the reminders of this file start with the session.
pub fn is_on(places: &Places, file: &Path) -> bool {
    system::is_on(places, &name(file))
}

/// Has the reminders of a file start with the session; `program` is the one to start.
///
/// # Errors
/// [`Error::Failed`] where the entry cannot be written.
pub fn turn_on(places: &Places, program: &Path, file: &Path) -> Result<()> {
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    system::turn_on(places, &name(&file), program, &file)
}

/// Starts the reminders of a file now, as the next session will.
///
/// # Errors
/// [`Error::Failed`] where the program cannot be started.
pub fn start(program: &Path, file: &Path) -> Result<()> {
    Command::new(program)
        .args(ARGUMENTS)
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map(drop)
        .map_err(Error::failed("starting the reminders"))
}

/// Has them not start any more, and what runs end soon; where they did not, nothing is done.
///
/// # Errors
/// [`Error::Failed`] where the entry cannot be removed.
pub fn turn_off(places: &Places, file: &Path) -> Result<()> {
    system::turn_off(places, &name(file))
}

/// What the entry of a file is called: made of its path.
fn name(file: &Path) -> String {
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let path = file.to_string_lossy();
    let path = path.chars();
    let path: String = path
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    format!("vizitka-remind{path}")
}
