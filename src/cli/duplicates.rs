use std::collections::HashMap;
use std::io::Write;

use serde_json::{Value, json};

use super::Speech;
use crate::domain::duplicate::Suspicion;
use crate::domain::listing::Listing;
use crate::domain::{Client, Id, Progress};
use crate::error::Result;
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// List cards that look like the same client, the most certain first
#[derive(Debug, clap::Args)]
pub struct Duplicates {}

type Names = HashMap<Id<Client>, Listing>;

impl Duplicates {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let reader = workspace.read();
        let pairs = reader.duplicates(&Progress::default())?;
        let mut ids: Vec<_> = pairs
            .iter()
            .flat_map(|pair| [pair.one, pair.other])
            .collect();
        ids.sort();
        ids.dedup();
        let listings = reader.listings(&ids)?.into_iter();
        let names: Names = listings.map(|line| (line.client.id, line)).collect();
        speech.answer(
            out,
            || json!({ "pairs": pairs.iter().map(|pair| object(pair, &names)).collect::<Vec<_>>() }),
            |locale| words(&pairs, &names, locale),
        )
    }
}

fn title(id: Id<Client>, names: &Names) -> String {
    names
        .get(&id)
        .map_or(String::new(), |line| line.client.title())
}

fn object(pair: &Suspicion, names: &Names) -> Value {
    let client = |id: Id<Client>| json!({ "id": id.raw(), "name": title(id, names) });
    let reasons = pair.verdict.reasons.iter();
    json!({
        "score": pair.verdict.score,
        "reasons": reasons.map(|reason| reason.name()).collect::<Vec<_>>(),
        "one": client(pair.one),
        "other": client(pair.other),
    })
}

fn words(pairs: &[Suspicion], names: &Names, locale: &Locale) -> String {
    if pairs.is_empty() {
        return locale.text("cli-duplicates-none");
    }
    let line = |pair: &Suspicion| {
        let Some(known) = names.get(&pair.one) else {
            return String::new();
        };
        let reasons = locale.reasons(known.client.kind, &pair.verdict);
        let told = [
            ("score", i64::from(pair.verdict.score).into()),
            ("one", title(pair.one, names).into()),
            ("one-id", pair.one.raw().to_string().into()),
            ("other", title(pair.other, names).into()),
            ("other-id", pair.other.raw().to_string().into()),
            ("reasons", reasons.into()),
        ];
        locale.with("cli-duplicates-line", &told)
    };
    pairs.iter().map(line).collect::<Vec<_>>().join("\n")
}
