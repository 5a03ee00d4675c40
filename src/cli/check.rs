use std::io::Write;
use std::path::PathBuf;

use serde_json::json;

use super::Speech;
use crate::domain::client::Kind;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// Look whether a file is sound, without writing to it
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The file to look at
    #[arg(value_name = "FILE")]
    path: PathBuf,
}

impl Check {
    pub fn run(self, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let workspace = Workspace::open_read_only(&self.path)?;
        let faults = workspace.faults()?;
        // A damaged file may not let itself be counted.
        let count = |kind| workspace.read().count(kind).ok();
        let organizations = count(Kind::Organization);
        let persons = count(Kind::Person);
        let schema = workspace.schema_version()?;
        speech.answer(
            out,
            || {
                json!({
                    "faults": &faults,
                    "schema": schema,
                    "organizations": organizations,
                    "persons": persons,
                })
            },
            |locale| {
                let mut lines = faults.clone();
                let places = [
                    ("faults", faults.len().into()),
                    ("schema", schema.to_string().into()),
                    ("organizations", organizations.unwrap_or_default().into()),
                    ("persons", persons.unwrap_or_default().into()),
                ];
                lines.push(locale.with("cli-check-done", &places));
                lines.join("\n")
            },
        )?;
        match faults.into_iter().next() {
            None => Ok(()),
            Some(first) => Err(Error::Damaged(first)),
        }
    }
}
