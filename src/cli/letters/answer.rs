use std::io::Write;

use serde_json::{Value, json};

use super::Part;
use crate::cli::Speech;
use crate::documents::letters::{Checked, Tally, Verdict};
use crate::error::Result;
use crate::error::letter::Hindrance;
use crate::i18n::Locale;

/// Tells what was made, and who gets nothing and why.
pub fn tell(parts: &[Part], speech: &Speech, out: &mut impl Write) -> Result<()> {
    let locale = speech.locale();
    speech.answer(
        out,
        || json!({ "parts": parts.iter().map(|part| object(part, locale)).collect::<Vec<_>>() }),
        |locale| {
            let said = parts.iter().map(|part| words(part, locale));
            said.collect::<Vec<_>>().join("\n")
        },
    )
}

fn object(part: &Part, locale: &Locale) -> Value {
    let tally = Tally::of(&part.checked);
    let of = |is_meant: fn(&Verdict) -> bool| -> Vec<Value> {
        let found = part.checked.iter().filter(|one| is_meant(&one.verdict));
        found.map(|one| recipient(one, locale)).collect()
    };
    let files = part
        .made
        .files
        .iter()
        .map(|path| path.display().to_string());
    json!({
        "title": part.mailing.title,
        "ready": tally.ready,
        "recipients": of(|verdict| *verdict == Verdict::Ready),
        "hindered": of(|verdict| matches!(verdict, Verdict::Hindered(_))),
        "left_out": of(|verdict| matches!(verdict, Verdict::LeftOut(_))),
        "files": files.collect::<Vec<_>>(),
    })
}

fn recipient(one: &Checked, locale: &Locale) -> Value {
    let mut told = json!({
        "id": one.client.raw(),
        "name": one.name,
        "organisation": one.organisation,
    });
    let reasons: Vec<_> = match &one.verdict {
        Verdict::Ready => return told,
        Verdict::Hindered(all) => all.iter().map(|one| locale.hindrance(one)).collect(),
        Verdict::LeftOut(omission) => vec![locale.omission(*omission)],
    };
    told["reasons"] = json!(reasons);
    told
}

fn words(part: &Part, locale: &Locale) -> String {
    let tally = Tally::of(&part.checked);
    let told = [
        ("title", part.mailing.title.as_str().into()),
        ("ready", tally.ready.into()),
        ("hindered", tally.hindered.into()),
        ("left-out", tally.left_out.into()),
    ];
    let mut lines = vec![locale.with("letters-cli-checked", &told)];
    lines.extend(part.checked.iter().filter_map(|one| line(one, locale)));
    let (first, last) = (part.made.files.first(), part.made.files.last());
    if let (Some(first), Some(last)) = (first, last) {
        let told = [
            ("count", part.made.files.len().into()),
            ("first", first.display().to_string().into()),
            ("last", last.display().to_string().into()),
        ];
        lines.push(locale.with("fill-written", &told));
    }
    lines.join("\n")
}

fn line(one: &Checked, locale: &Locale) -> Option<String> {
    let why = match &one.verdict {
        Verdict::Ready => return None,
        Verdict::Hindered(all) => {
            let said: Vec<String> = all
                .iter()
                .map(|one: &Hindrance| locale.hindrance(one))
                .collect();
            said.join("; ")
        }
        Verdict::LeftOut(omission) => locale.omission(*omission),
    };
    let name = match one.name.is_empty() {
        true => format!("№ {}", one.client.raw()),
        false => one.name.clone(),
    };
    Some(format!("  {name}: {why}"))
}
