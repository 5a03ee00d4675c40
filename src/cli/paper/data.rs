use std::io::Write;

use chrono::Local;

use crate::cli::Speech;
use crate::documents::Surroundings;
use crate::domain::Id;
use crate::error::Result;
use crate::workspace::Workspace;

/// Print the data of a paper in JSON, to fill a template with
#[derive(Debug, clap::Args)]
pub struct Data {
    /// Of which paper: the id that `paper list --json` tells
    paper: i64,
}

impl Data {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let today = Local::now().date_naive();
        let around = Surroundings::read(workspace.read(), Id::from(self.paper), today)?;
        let tree = around.tree(speech.locale());
        speech.answer(out, || tree.clone(), |_| format!("{tree:#}"))
    }
}
