use std::io::Write;
use std::time::Instant;

use serde_json::{Value, json};

use super::{Speech, condition};
use crate::domain::client::Kind;
use crate::domain::listing::{Filter, Found, Hit, Listing, Order};
use crate::domain::{Client, Id, Progress};
use crate::error::Result;
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// Find clients by a part of a name, a number or an address, by a filter, or by both
#[derive(Debug, clap::Args)]
pub struct Find {
    /// What to look for
    #[arg(required_unless_present = "filter")]
    text: Option<String>,
    /// Only those who pass this filter, such as: city = Tver and phone is filled
    #[arg(long, value_name = "SENTENCE")]
    filter: Option<String>,
    /// How many to list at most
    #[arg(long, default_value_t = 50, value_name = "N")]
    limit: usize,
}

impl Find {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let begun = Instant::now();
        let micros = || u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
        if let Some(sentence) = &self.filter {
            let (count, first) = self.filtered(sentence, workspace, speech.locale())?;
            let took = micros();
            return speech.answer(
                out,
                || {
                    let hits: Vec<_> = first.iter().map(|line| who(&line.client)).collect();
                    json!({ "took_us": took, "count": count, "hits": hits })
                },
                |locale| {
                    let mut lines: Vec<_> = first.iter().map(|line| line.client.title()).collect();
                    let count = ("count", count.into());
                    lines.push(locale.with("cli-find-count", &[count]));
                    lines.join("\n")
                },
            );
        }
        let text = self.text.unwrap_or_default();
        let found = workspace.read().search(&text, self.limit)?;
        let took = micros();
        speech.answer(
            out,
            || {
                let hits: Vec<_> = found.hits.iter().map(hit).collect();
                json!({ "took_us": took, "hits": hits })
            },
            |locale| words(&found, locale),
        )
    }

    /// How many pass a filter, and the first of them by name: organisations, then persons. Where
    /// only one register has the fields, the other has nobody.
    fn filtered(
        &self,
        sentence: &str,
        workspace: &Workspace,
        locale: &Locale,
    ) -> Result<(usize, Vec<Listing>)> {
        let mut ids: Vec<Id<Client>> = Vec::new();
        for filter in condition::both(sentence, workspace, locale)? {
            let filter = Filter {
                text: self.text.clone().unwrap_or_default(),
                ..filter
            };
            let progress = Progress::default();
            ids.extend(
                workspace
                    .read()
                    .order(&filter, Order::default(), &progress)?,
            );
        }
        let first = workspace
            .read()
            .listings(&ids[..ids.len().min(self.limit)])?;
        Ok((ids.len(), first))
    }
}

fn hit(hit: &Hit) -> Value {
    let mut said = who(&hit.listing.client);
    said["why"] = hit.why.name().into();
    said
}

fn who(client: &Client) -> Value {
    let kind = match client.kind {
        Kind::Organization => "organization",
        Kind::Person => "person",
    };
    json!({ "kind": kind, "id": client.id.raw(), "name": client.title() })
}

fn words(found: &Found, locale: &Locale) -> String {
    let mut lines = Vec::new();
    if let Some(reading) = &found.reading {
        let reading = reading.as_str().into();
        lines.push(locale.with("cli-find-reading", &[("reading", reading)]));
    }
    for hit in &found.hits {
        let name = hit.listing.client.title();
        let matched = hit.matched.as_str();
        lines.push(match matched.is_empty() {
            true => name,
            false => format!("{name} — {matched}"),
        });
    }
    if found.hits.is_empty() {
        lines.push(locale.text("cli-find-nothing"));
    }
    if found.is_cut {
        lines.push(locale.text("cli-find-more"));
    }
    lines.join("\n")
}
