use std::io::Write;

use chrono::{Local, NaiveDate};
use serde_json::{Value, json};

use super::{said, words};
use crate::cli::{Speech, named};
use crate::domain::paper::{PaperFilter, PaperKind};
use crate::error::Result;
use crate::workspace::Workspace;

/// List papers, the newest first
#[derive(Debug, clap::Args)]
pub struct List {
    /// With these words in the number, the name of the client or the text of a made file
    text: Vec<String>,
    /// Of a client: its id, or words that find it alone
    #[arg(long)]
    client: Option<String>,
    /// Invoices for which money is awaited
    #[arg(long)]
    unpaid: bool,
    /// Invoices that should have been paid
    #[arg(long)]
    overdue: bool,
    /// Dated this day or later
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    from: Option<NaiveDate>,
    /// Dated this day or earlier
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    to: Option<NaiveDate>,
    /// How many at the most
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: usize,
}

impl List {
    pub fn run(
        self,
        (workspace, kinds): (&Workspace, &[PaperKind]),
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let client = self.client.as_deref();
        let client = client
            .map(|said| named::client(workspace, said))
            .transpose()?;
        let today = Local::now().date_naive();
        let filter = PaperFilter {
            kinds: kinds.to_vec(),
            text: self.text.join(" "),
            client,
            from: self.from,
            to: self.to,
            is_unpaid: self.unpaid,
            overdue_on: self.overdue.then_some(today),
            ..PaperFilter::default()
        };
        let lines = workspace.read().register(&filter, (0, self.limit))?;
        speech.answer(
            out,
            || {
                let papers: Vec<Value> = lines.iter().map(said).collect();
                json!({ "papers": papers })
            },
            |locale| match lines.is_empty() {
                true => locale.text("cli-paper-none"),
                false => {
                    let lines = lines.iter().map(|line| words(line, locale));
                    lines.collect::<Vec<_>>().join("\n")
                }
            },
        )
    }
}
