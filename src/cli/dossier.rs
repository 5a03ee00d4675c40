use std::fs;
use std::io::Write;
use std::path::PathBuf;

use chrono::Utc;
use serde_json::json;

use super::Speech;
use crate::documents;
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// Write the one-page dossier of a client as a document of Word
#[derive(Debug, clap::Args)]
pub struct Dossier {
    /// Of which client: the id that `find --json` tells
    client: i64,
    /// Where to write it
    #[arg(value_name = "OUT.docx")]
    out: PathBuf,
}

impl Dossier {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let client = Id::from(self.client);
        let now = Utc::now();
        let bytes = documents::dossier(workspace.read(), client, speech.locale(), now)?;
        fs::write(&self.out, bytes).map_err(Error::failed("writing the file"))?;
        let path = self.out.display().to_string();
        speech.answer(
            out,
            || json!({ "written": &path }),
            |locale| locale.with("cli-written", &[("path", path.as_str().into())]),
        )
    }
}
