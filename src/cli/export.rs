use std::io::Write;
use std::path::PathBuf;

use chrono::Local;
use clap::ValueEnum;
use serde_json::json;

use super::{Speech, condition};
use crate::domain::listing::{Filter, Order};
use crate::domain::text::fold;
use crate::domain::{Progress, client};
use crate::error::{Error, Result};
use crate::exchange::export::{Cards, Export as Table};
use crate::exchange::{Delimiter, TableFormat, Version, whole};
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// Export clients to a table (.xlsx, .csv) or as cards (.vcf), or everything to a folder
#[derive(Debug, clap::Args)]
pub struct Export {
    /// Which clients, or everything
    #[arg(value_enum)]
    what: What,
    /// The file to write, .xlsx, .csv, .tsv or .vcf; what lies there is replaced. For `all` a new
    /// or an empty folder
    #[arg(value_name = "OUT")]
    path: PathBuf,
    /// Only the members of this group; not with `all`
    #[arg(long)]
    group: Option<String>,
    /// Only those who pass this filter, such as: city = Tver and phone is filled; not with `all`
    #[arg(long, value_name = "SENTENCE")]
    filter: Option<String>,
    /// Which edition of vCard a .vcf is written in
    #[arg(long, value_enum, default_value = "3.0")]
    vcard: Edition,
}

/// What is exported, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Organisations
    Organizations,
    /// Persons
    Persons,
    /// Every table as .csv, every card as .vcf, every attached file
    All,
}

/// An edition of vCard, as the command line names it.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Edition {
    /// For old phones and programs
    #[value(name = "2.1")]
    V2,
    /// Every program reads it
    #[value(name = "3.0")]
    V3,
    /// The newest
    #[value(name = "4.0")]
    V4,
}

impl From<Edition> for Version {
    fn from(edition: Edition) -> Self {
        match edition {
            Edition::V2 => Self::V2,
            Edition::V3 => Self::V3,
            Edition::V4 => Self::V4,
        }
    }
}

impl Export {
    /// The argument that does not go with what is exported, and the latter: everything is not
    /// narrowed.
    pub fn conflict(&self) -> Option<(&'static str, &'static str)> {
        let given = [
            ("--group", self.group.is_some()),
            ("--filter", self.filter.is_some()),
        ];
        let mut given = given.into_iter().filter(|(_, is_given)| *is_given);
        let (argument, _) = given.next().filter(|_| self.what == What::All)?;
        Some((argument, "export all"))
    }

    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let kind = match self.what {
            What::Organizations => client::Kind::Organization,
            What::Persons => client::Kind::Person,
            What::All => return self.run_whole(workspace, speech, out),
        };
        let mut filter = Filter::all(kind);
        if let Some(name) = &self.group {
            let groups = workspace.read().group_names(kind)?;
            let found = groups.iter().find(|group| fold(&group.name) == fold(name));
            let group = found.ok_or_else(|| Error::NoGroup(name.clone()))?;
            filter.groups.push(group.id);
        }
        if let Some(sentence) = &self.filter {
            filter.condition = condition::read(sentence, kind, workspace, speech.locale())?;
        }
        let rows = self.write(filter, workspace, speech.locale())?;
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

    fn run_whole(
        &self,
        workspace: &Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let how = (self.vcard.into(), Local::now().date_naive());
        let office = (workspace.read(), workspace.contents());
        let count = whole::write(office, &self.path, how, &Progress::default())?;
        let path = self.path.display().to_string();
        speech.answer(
            out,
            || super::import::whole_object(&count),
            |locale| {
                let [rows, files, missing] =
                    [count.total(), count.files, count.missing].map(super::import::number);
                let places = [
                    ("path", path.as_str().into()),
                    ("rows", rows.into()),
                    ("files", files.into()),
                    ("missing", missing.into()),
                ];
                locale.with("cli-export-all-done", &places)
            },
        )
    }

    fn write(&self, filter: Filter, workspace: &Workspace, locale: &Locale) -> Result<u64> {
        let progress = Progress::default();
        let ending = self.path.extension().unwrap_or_default();
        if ending.eq_ignore_ascii_case("vcf") {
            let cards = Cards {
                filter,
                order: Order::default(),
                version: self.vcard.into(),
                today: Local::now().date_naive(),
            };
            return cards.write(workspace.read(), &self.path, &progress);
        }
        let format = TableFormat::of_path(&self.path, Delimiter::Semicolon)
            .ok_or_else(|| Error::UnknownFormat(self.path.clone()))?;
        Table::whole(filter).write(
            workspace.read(),
            (&self.path, format),
            &|key| locale.text(key),
            &progress,
        )
    }
}
