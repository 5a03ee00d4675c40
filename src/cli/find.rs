use std::io::Write;
use std::time::Instant;

use serde_json::{Value, json};

use super::Speech;
use crate::domain::client::Kind;
use crate::domain::listing::{Found, Hit};
use crate::error::Result;
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// Find clients by a part of a name, a number or an address
#[derive(Debug, clap::Args)]
pub struct Find {
    /// What to look for
    text: String,
    /// How many to list at most
    #[arg(long, default_value_t = 50, value_name = "N")]
    limit: usize,
}

impl Find {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let begun = Instant::now();
        let found = workspace.read().search(&self.text, self.limit)?;
        let took = begun.elapsed();
        speech.answer(
            out,
            || {
                let hits: Vec<_> = found.hits.iter().map(hit).collect();
                let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
                json!({ "took_us": micros, "hits": hits })
            },
            |locale| words(&found, locale),
        )
    }
}

fn hit(hit: &Hit) -> Value {
    let client = &hit.listing.client;
    let kind = match client.kind {
        Kind::Organization => "organization",
        Kind::Person => "person",
    };
    json!({
        "kind": kind,
        "id": client.id.raw(),
        "name": client.title(),
        "why": hit.why.name(),
    })
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
