use std::fs;
use std::io::Write;
use std::path::PathBuf;

use chrono::Utc;
use serde_json::json;

use super::Speech;
use crate::documents;
use crate::domain::Id;
use crate::domain::office::Protocol;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// Erase a person on request, for good: no undo brings anything back
#[derive(Debug, clap::Args)]
pub struct Erase {
    /// Whom: the id that `find --json` tells
    client: i64,
    /// On what ground: the request, its number and day; it must not say who it is
    #[arg(long, value_name = "TEXT")]
    ground: String,
    /// Save the protocol to this .docx or .txt
    #[arg(long, value_name = "OUT")]
    protocol: Option<PathBuf>,
}

impl Erase {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let locale = speech.locale();
        let erasure = workspace.erase(Id::from(self.client), &self.ground)?.value;
        let who = workspace.read().me()?.short_name();
        let now = Utc::now();
        let text = documents::protocol_text(&erasure, &who, now, locale);
        if let Some(path) = &self.protocol {
            let is_text = path.extension().is_some_and(|ending| ending == "txt");
            let bytes = match is_text {
                true => text.clone().into_bytes(),
                false => documents::protocol(&erasure, &who, now, locale)?,
            };
            fs::write(path, bytes).map_err(Error::failed("writing the file"))?;
        }
        let done = Protocol::of_text(&erasure.protocol);
        speech.answer(
            out,
            || {
                json!({
                    "erasure": erasure.id.raw(),
                    "rows": done.rows,
                    "values": done.values,
                    "cuts": done.cuts,
                    "files": done.files,
                    "overwritten": done.is_overwritten,
                    "copies": &done.copies,
                })
            },
            |_| text.trim_end().to_owned(),
        )
    }
}
