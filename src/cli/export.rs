use std::io::Write;
use std::path::PathBuf;

use serde_json::json;

use super::Speech;
use super::import::Kind;
use crate::domain::listing::Filter;
use crate::domain::text::fold;
use crate::domain::{Progress, client};
use crate::error::{Error, Result};
use crate::exchange::export::Export as Table;
use crate::exchange::{Delimiter, TableFormat};
use crate::workspace::Workspace;

/// Export clients to a table: .xlsx or .csv
#[derive(Debug, clap::Args)]
pub struct Export {
    /// Which clients
    #[arg(value_enum)]
    kind: Kind,
    /// The table to write, .xlsx, .csv or .tsv; what lies there is replaced
    #[arg(value_name = "OUT")]
    path: PathBuf,
    /// Only the members of this group
    #[arg(long)]
    group: Option<String>,
}

impl Export {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let kind = client::Kind::from(self.kind);
        let format = TableFormat::of_path(&self.path, Delimiter::Semicolon)
            .ok_or_else(|| Error::UnknownFormat(self.path.clone()))?;
        let mut filter = Filter::all(kind);
        if let Some(name) = &self.group {
            let groups = workspace.read().group_names(kind)?;
            let found = groups.iter().find(|group| fold(&group.name) == fold(name));
            let group = found.ok_or_else(|| Error::NoGroup(name.clone()))?;
            filter.groups.push(group.id);
        }
        let locale = speech.locale();
        let rows = Table::whole(filter).write(
            workspace.read(),
            (&self.path, format),
            &|key| locale.text(key),
            &Progress::default(),
        )?;
        let path = self.path.display().to_string();
        speech.answer(
            out,
            || json!({ "file": &path, "rows": rows }),
            |locale| {
                let rows = i64::try_from(rows).unwrap_or(i64::MAX);
                let places = [("path", path.as_str().into()), ("rows", rows.into())];
                locale.with("cli-export-done", &places)
            },
        )
    }
}
