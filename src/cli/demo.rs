use std::io::Write;
use std::path::PathBuf;

use serde_json::json;

use super::Speech;
use crate::demo::{self, Sample};
use crate::domain::client::Kind;
use crate::error::Result;

/// Make a new file with sample data
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// The file to make; it must not be there yet
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// How many clients, organisations and persons together
    #[arg(long, default_value_t = demo::CLIENTS, value_name = "N")]
    clients: usize,
    /// The same number gives the same data
    #[arg(long, default_value_t = demo::SEED, value_name = "S")]
    seed: u64,
}

impl Demo {
    pub fn run(self, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let sample = Sample::of(self.clients, self.seed);
        let workspace = demo::create_office(&self.path, sample, speech.locale())?;
        let organizations = workspace.read().count(Kind::Organization)?;
        let persons = workspace.read().count(Kind::Person)?;
        let path = self.path.display().to_string();
        speech.answer(
            out,
            || {
                json!({
                    "file": &path,
                    "organizations": organizations,
                    "persons": persons,
                    "seed": self.seed,
                })
            },
            |locale| {
                let places = [
                    ("path", path.as_str().into()),
                    ("organizations", organizations.into()),
                    ("persons", persons.into()),
                ];
                locale.with("cli-demo-done", &places)
            },
        )
    }
}
