use std::io::Write;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::Speech;
use super::fill::{Missing, Reading};
use crate::error::Result;
use crate::i18n::Locale;
use crate::template_engine::{Field, Kind};

/// List the fields of a template of Word, and where they stand
#[derive(Debug, clap::Args)]
pub struct Fields {
    /// The template, .docx or .dotx
    template: PathBuf,
    #[command(flatten)]
    reading: Reading,
}

impl Fields {
    pub fn run(self, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let template = self.reading.open(&self.template, Missing::Error)?;
        speech.answer(
            out,
            || {
                let locale = speech.locale();
                let fields = template.fields().iter().map(|field| told(field, locale));
                let notices = template.notices().iter().map(|notice| notice.words(locale));
                json!({
                    "fields": fields.collect::<Vec<_>>(),
                    "notices": notices.collect::<Vec<_>>(),
                })
            },
            |locale| {
                let mut lines = listed(template.fields(), locale);
                lines.extend(template.notices().iter().map(|notice| notice.words(locale)));
                lines.join("\n")
            },
        )
    }
}

fn told(field: &Field, locale: &Locale) -> Value {
    json!({
        "name": field.name(),
        "kind": field.kind.name(),
        "place": locale.template_place(&field.place),
        "near": field.place.near,
    })
}

/// A line for each field with all its places, in the order they come first.
fn listed(fields: &[Field], locale: &Locale) -> Vec<String> {
    let mut found: Vec<(&str, Kind, Vec<String>)> = Vec::new();
    for field in fields {
        let place = locale.template_place(&field.place);
        let is_same = |(name, kind, _): &&mut (&str, Kind, Vec<String>)| {
            *name == field.name() && *kind == field.kind
        };
        match found.iter_mut().find(is_same) {
            Some((_, _, places)) => places.push(place),
            None => found.push((field.name(), field.kind, vec![place])),
        }
    }
    if found.is_empty() {
        return vec![locale.text("fill-no-field")];
    }
    let line = |(name, kind, places): (&str, Kind, Vec<String>)| {
        let told = [
            ("name", name.into()),
            ("kind", kind_in_words(kind, locale).into()),
            ("places", places.join("; ").into()),
        ];
        locale.with("fill-field", &told)
    };
    found.into_iter().map(line).collect()
}

fn kind_in_words(kind: Kind, locale: &Locale) -> String {
    locale.text(match kind {
        Kind::Value => "fill-kind-value",
        Kind::Repeat => "fill-kind-repeat",
        Kind::Condition => "fill-kind-condition",
        Kind::Picture => "fill-kind-picture",
        Kind::Qr => "fill-kind-qr",
        Kind::MailMerge => "fill-kind-mail-merge",
        Kind::Control => "fill-kind-control",
    })
}
