//! The whole sample office: its clients, and all that is done with them.

use std::fs;
use std::path::Path;

use super::{CLIENTS, SEED, Sample, create_with, fill, plan, sell};
use crate::domain::Progress;
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::starter;
use crate::workspace::Workspace;

/// The file to look around in, among the program's own files.
const FILE: &str = "samples.vizitka";

/// Makes a new file of the sample company: clients, tasks, papers and payments; what an office
/// begins with is in the language of `locale`.
///
/// # Errors
/// Leaves no file where the filling fails.
pub fn create_office(path: &Path, sample: Sample, locale: &Locale) -> Result<Workspace> {
    create_with(path, |workspace| furnish(workspace, sample, locale))
}

/// The sample office to look around in: in a file of this folder, made where it is not there yet,
/// else in memory.
pub fn open(folder: Option<&Path>, locale: &Locale) -> Result<Workspace> {
    let sample = Sample::of(CLIENTS, SEED);
    let Some(folder) = folder else {
        let mut workspace = Workspace::in_memory()?;
        furnish(&mut workspace, sample, locale)?;
        return Ok(workspace);
    };
    fs::create_dir_all(folder).map_err(Error::failed("making a folder"))?;
    let path = folder.join(FILE);
    match path.exists() {
        true => Workspace::open(&path),
        false => create_office(&path, sample, locale),
    }
}

fn furnish(workspace: &mut Workspace, sample: Sample, locale: &Locale) -> Result<()> {
    fill(workspace, sample, &Progress::default())?;
    starter::equip(workspace, locale)?;
    plan(workspace, sample.seed)?;
    sell(workspace, sample.seed)
}
