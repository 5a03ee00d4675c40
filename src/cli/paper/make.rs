use std::io::Write;

use chrono::{Local, NaiveDate, Utc};

use super::{Kind, told};
use crate::cli::{Speech, named};
use crate::domain::{Id, Operation};
use crate::error::Result;
use crate::workspace::Workspace;

/// Make a paper from another, without typing anything again
#[derive(Debug, clap::Args)]
pub struct Make {
    /// What to make
    #[arg(value_enum)]
    kind: Kind,
    /// From which paper: the id that `paper list --json` tells
    #[arg(long, value_name = "ID")]
    from: i64,
    /// Its date; today unless told
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    date: Option<NaiveDate>,
}

impl Make {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let reader = workspace.read();
        let base = reader.document(Id::from(self.from))?;
        let day = self.date.unwrap_or_else(|| Local::now().date_naive());
        let kind = self.kind.into();
        let on = (day, reader.payment_days()?);
        let mut made = base.successor(kind, on, &reader.tax_rates()?);
        if made.paper.kind.is_shipment() {
            made = made.without_delivered(&reader.delivered_from(base.paper.id)?);
        }
        let words = speech.locale();
        let saved = workspace.transact(Operation::AddPaper, |tx| {
            tx.save_document(&made, &made, words, Utc::now())
        })?;
        told(workspace, &saved.value, speech, out)
    }
}
