//! The file a command works with, and who works.

use std::path::{Path, PathBuf};

use super::{Speech, named};
use crate::domain::{Employee, Id};
use crate::error::Result;
use crate::starter;
use crate::workspace::Workspace;

/// What `--file` and `--as` named.
#[derive(Debug, Clone, Default)]
pub struct Session {
    file: PathBuf,
    who: Option<String>,
}

impl Session {
    /// A session over `file`, in the name of an employee; of the first one where none is named.
    pub fn new(file: Option<&Path>, who: Option<String>) -> Self {
        let file = file.unwrap_or(Path::new("")).to_owned();
        Self { file, who }
    }

    /// Whether a file was named.
    pub(super) fn has_file(&self) -> bool {
        !self.file.as_os_str().is_empty()
    }

    /// Who works, where that was said.
    ///
    /// # Errors
    /// [`NoneNamed`](crate::error::Error::NoneNamed) or
    /// [`ManyNamed`](crate::error::Error::ManyNamed); those of opening the file.
    pub fn employee(&self) -> Result<Option<Id<Employee>>> {
        match &self.who {
            Some(_) => Ok(Some(self.read()?.who())),
            None => Ok(None),
        }
    }

    /// Opens the file without writing to it.
    pub(super) fn read(&self) -> Result<Workspace> {
        self.signed_in(Workspace::open_read_only(&self.file)?)
    }

    /// Opens the file; without writing to it where the command `is_dry`.
    pub(super) fn open(&self, is_dry: bool) -> Result<Workspace> {
        if is_dry { self.read() } else { self.write() }
    }

    /// Opens the file.
    pub(super) fn write(&self) -> Result<Workspace> {
        self.signed_in(Workspace::open(&self.file)?)
    }

    /// The same, with what an office begins with where it has none of it.
    pub(super) fn equipped(&self, is_dry: bool, speech: &Speech) -> Result<Workspace> {
        if is_dry {
            return self.read();
        }
        let mut workspace = Workspace::open(&self.file)?;
        starter::equip(&mut workspace, speech.locale())?;
        self.signed_in(workspace)
    }

    fn signed_in(&self, mut workspace: Workspace) -> Result<Workspace> {
        if let Some(said) = &self.who {
            let employees = workspace.read().employees()?;
            let who = named::employee(&employees, said)?;
            workspace.sign_in(who);
        }
        Ok(workspace)
    }
}
