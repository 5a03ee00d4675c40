//! Opening a file, and what the frame has to know of it.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::Utc;

use crate::domain::{Catalog, Employee, Operation};
use crate::error::Result;
use crate::i18n::Locale;
use crate::settings::Settings;
use crate::ui::screen::Context;
use crate::ui::worker::{Answer, Worker, begin};
use crate::workspace::{Reader, Workspace};

/// What the frame has to know of the open file.
#[derive(Debug, Clone)]
pub struct Known {
    /// The signed-in employee.
    pub me: Employee,
    /// Dictionaries, fields, groups, colleagues.
    pub catalog: Arc<Catalog>,
    /// What an undo would take back.
    pub undoable: Option<Operation>,
    /// What a redo would do again.
    pub redoable: Option<Operation>,
}

impl Known {
    /// Reads it.
    pub fn read(reader: Reader<'_>) -> Result<Self> {
        Ok(Self {
            me: reader.me()?,
            catalog: Arc::new(reader.catalog()?),
            undoable: reader.last_done()?.map(|entry| entry.operation),
            redoable: reader.last_undone()?.map(|entry| entry.operation),
        })
    }
}

/// A file that was just opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The way to it.
    pub worker: Worker,
    /// What the frame has to know.
    pub known: Known,
    /// Where it lies; `None` for sample data in memory.
    pub path: Option<PathBuf>,
    /// Whether nothing can be written.
    pub is_read_only: bool,
}

impl Opened {
    /// Opens a workspace on a thread of its own, since a disk may take its time.
    pub fn begin(open: impl FnOnce() -> Result<Workspace> + Send + 'static) -> Answer<Self> {
        begin("opening", move || Self::of(open()?))
    }

    /// Lanes to a workspace, and what is to be known of it.
    pub fn of(workspace: Workspace) -> Result<Self> {
        Ok(Self {
            known: Known::read(workspace.read())?,
            path: workspace.path().map(PathBuf::from),
            is_read_only: workspace.is_read_only(),
            worker: Worker::new(workspace)?,
        })
    }

    /// What every screen is shown with.
    pub fn context(&self, settings: &Settings) -> Context {
        Context {
            locale: Locale::new(settings.language.resolve()),
            worker: self.worker.clone(),
            me: self.known.me.clone(),
            catalog: Arc::clone(&self.known.catalog),
            path: self.path.clone(),
            is_read_only: self.is_read_only,
            opened_at: Utc::now(),
        }
    }
}
