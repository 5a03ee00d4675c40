use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;

use chrono::{Local, Utc};
use serde_json::{Value, json};

use crate::cli::Speech;
use crate::domain::{Id, Money, Progress};
use crate::error::Result;
use crate::exchange::statement::{Doubt, Entry, Plan, Summary, Verdict};
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// Enter the payments of a bank statement: the text that banks exchange with 1C, or a table
#[derive(Debug, clap::Args)]
pub struct Import {
    /// The statement to read
    source: PathBuf,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    /// Whether the file stays as it is.
    pub fn is_dry(&self) -> bool {
        self.dry_run
    }

    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let today = Local::now().date_naive();
        let plan = Plan::draft(workspace.read(), &self.source, today)?;
        let summary = match self.dry_run {
            true => expected(&plan),
            false => {
                let progress = Progress::default();
                plan.apply(workspace, &HashMap::new(), Utc::now(), &progress)?
                    .value
            }
        };
        let doubtful = plan
            .entries
            .iter()
            .filter_map(|entry| match &entry.verdict {
                Verdict::Doubtful { why, .. } => Some((entry, *why)),
                _ => None,
            });
        let doubtful: Vec<_> = doubtful.collect();
        speech.answer(
            out,
            || {
                json!({
                    "entered": summary.entered,
                    "known": summary.known,
                    "doubtful": doubtful.iter().map(said).collect::<Vec<Value>>(),
                    "foreign": summary.foreign,
                    "unreadable": plan.unreadable,
                })
            },
            |locale| {
                let told = [
                    ("entered", summary.entered.into()),
                    ("known", summary.known.into()),
                    ("doubtful", summary.doubtful.into()),
                    ("foreign", summary.foreign.into()),
                    ("unreadable", summary.unreadable.into()),
                ];
                let mut lines = vec![locale.with("cli-payment-imported", &told)];
                lines.extend(
                    doubtful
                        .iter()
                        .map(|(entry, why)| words(entry, *why, locale)),
                );
                lines.join("\n")
            },
        )
    }
}

/// What would be entered.
fn expected(plan: &Plan) -> Summary {
    let mut summary = Summary {
        unreadable: plan.unreadable.len(),
        ..Summary::default()
    };
    for entry in &plan.entries {
        match &entry.verdict {
            Verdict::Sure(_) => summary.entered += 1,
            Verdict::Doubtful { .. } => summary.doubtful += 1,
            Verdict::Known => summary.known += 1,
            Verdict::Foreign => summary.foreign += 1,
        }
    }
    summary
}

fn said((entry, why): &(&Entry, Doubt)) -> Value {
    let proposals = match &entry.verdict {
        Verdict::Doubtful { proposals, .. } => proposals.as_slice(),
        _ => &[],
    };
    let proposals = proposals.iter().map(|claim| {
        let invoices: Vec<_> = claim.invoices.iter().copied().map(Id::raw).collect();
        json!({ "client": claim.client.raw(), "invoices": invoices })
    });
    let line = &entry.line;
    json!({
        "place": line.place,
        "date": line.paid_on.to_string(),
        "amount": line.amount,
        "name": line.name,
        "inn": line.inn,
        "purpose": line.purpose,
        "why": why.name(),
        "proposals": proposals.collect::<Vec<Value>>(),
    })
}

fn words(entry: &Entry, why: Doubt, locale: &Locale) -> String {
    let line = &entry.line;
    let parts = [
        locale.date(line.paid_on),
        locale.money(Money::new(line.amount, line.currency)),
        line.name.clone(),
        line.purpose.clone(),
        locale.text(match why {
            Doubt::UnknownPayer => "cli-payment-unknown-payer",
            Doubt::SeveralPayers => "cli-payment-several-payers",
            Doubt::NoInvoice => "cli-payment-no-invoice",
            Doubt::OtherPayer => "cli-payment-other-payer",
            Doubt::TooMuch => "cli-payment-too-much",
        }),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    format!("  {}", parts.collect::<Vec<_>>().join(" · "))
}
