use std::fs;
use std::io::Write;
use std::path::PathBuf;

use chrono::{Local, Utc};
use serde_json::json;

use crate::cli::Speech;
use crate::documents::{Maker, Source, Surroundings, pdf};
use crate::domain::paper::PaperVersion;
use crate::domain::text::fold;
use crate::domain::{Id, Paper, Progress};
use crate::error::{Error, Named, Result};
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// Make the document of a paper, and keep it beside those it has
#[derive(Debug, clap::Args)]
pub struct Create {
    /// Of which paper: the id that `paper list --json` tells
    paper: i64,
    /// From which template, by its title; the usual one unless told
    #[arg(long, value_name = "TITLE")]
    template: Option<String>,
    /// Write it to a file as well
    #[arg(long, value_name = "OUT.docx")]
    out: Option<PathBuf>,
    /// Write it as PDF as well, through LibreOffice
    #[arg(long, value_name = "OUT.pdf")]
    pdf: Option<PathBuf>,
}

impl Create {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let locale = speech.locale();
        let today = Local::now().date_naive();
        let paper = Id::from(self.paper);
        let around = Surroundings::read(workspace.read(), paper, today)?;
        let source = self.source(workspace, &around.document.paper, locale)?;
        let contents = workspace.contents().clone();
        let maker = Maker::open(source, &contents, locale.language())?;
        let made = maker.make(&around)?;
        if let Some(path) = &self.out {
            fs::write(path, &made.bytes).map_err(Error::failed("writing the file"))?;
        }
        if let Some(path) = &self.pdf {
            let pdf = pdf::pdf(&made.bytes, &Progress::default())?;
            fs::write(path, pdf).map_err(Error::failed("writing the file"))?;
        }
        let kept = contents.keep_bytes(&made.bytes)?;
        let content = (kept.digest, kept.size);
        let version = PaperVersion::new(paper, &made.name, content, &made.text, Utc::now());
        let version = workspace.add_paper_file(version)?.value;
        let path = self.out.map(|path| path.display().to_string());
        speech.answer(
            out,
            || json!({ "name": version.name, "ordinal": version.ordinal, "written": path }),
            |locale| {
                let told = [
                    ("name", version.name.as_str().into()),
                    ("ordinal", version.ordinal.into()),
                ];
                locale.with("cli-paper-created", &told)
            },
        )
    }

    fn source(&self, workspace: &Workspace, paper: &Paper, locale: &Locale) -> Result<Source> {
        let office = workspace.read().paper_templates(paper.kind)?;
        let mut known = Source::all_for(paper, office).into_iter();
        let said = self.template.as_deref().unwrap_or_default();
        let found = match fold(said).trim() {
            "" => known.next(),
            wanted => known.find(|one| {
                let is_form = matches!(one, Source::Form(form) if form.name() == wanted);
                is_form || fold(&one.title(locale)) == wanted
            }),
        };
        found.ok_or_else(|| Error::NoneNamed {
            what: Named::PaperTemplate,
            name: said.to_owned(),
        })
    }
}
