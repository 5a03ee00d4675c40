//! Starting the reminders with the session of the user: an entry for each file.

use std::path::Path;

#[cfg(not(windows))]
mod desktop;
#[cfg(windows)]
mod registry;

#[cfg(not(windows))]
use desktop as system;
#[cfg(windows)]
use registry as system;

use super::Places;
use crate::error::Result;

/// Whether the reminders of this file start with the session.
pub fn is_on(places: &Places, file: &Path) -> bool {
    system::is_on(places, &name(file))
}

/// Has the reminders of a file start with the session; `program` is the one to start.
///
/// # Errors
/// [`crate::error::Error::Failed`] where the entry cannot be written.
pub fn turn_on(places: &Places, program: &Path, file: &Path) -> Result<()> {
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    system::turn_on(places, &name(&file), program, &file)
}

/// Has them not start any more; where they did not, nothing is done.
///
/// # Errors
/// [`crate::error::Error::Failed`] where the entry cannot be removed.
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
