//! The protocol of an erasure: what was done and on what ground, never who it was.

use chrono::{DateTime, Utc};

use super::page::{Page, Section};
use crate::domain::office::{Erasure, Protocol};
use crate::error::Result;
use crate::i18n::Locale;

/// The protocol as a document of Word; `who` did it, at `done_at`.
pub fn protocol(
    erasure: &Erasure,
    who: &str,
    done_at: DateTime<Utc>,
    locale: &Locale,
) -> Result<Vec<u8>> {
    page(erasure, who, done_at, locale).to_docx()
}

/// The protocol as plain text.
pub fn protocol_text(
    erasure: &Erasure,
    who: &str,
    done_at: DateTime<Utc>,
    locale: &Locale,
) -> String {
    page(erasure, who, done_at, locale).to_text()
}

fn page(erasure: &Erasure, who: &str, done_at: DateTime<Utc>, locale: &Locale) -> Page {
    let protocol = Protocol::of_text(&erasure.protocol);
    let made = [
        ("erasure-number", erasure.id.raw().to_string()),
        ("erasure-moment", locale.moment(done_at)),
        ("erasure-who", who.to_owned()),
        ("erasure-ground", erasure.ground.clone()),
        ("erasure-card", erasure.client.raw().to_string()),
    ];
    let made = made.map(|(name, value)| (locale.text(name), value));
    let counted = [
        ("erasure-rows", protocol.rows),
        ("erasure-values", protocol.values),
        ("erasure-cuts", protocol.cuts),
        ("erasure-files", protocol.files),
    ];
    let mut done: Vec<_> = counted
        .map(|(name, count)| (locale.text(name), locale.number(count as i64)))
        .into();
    done.push((String::new(), locale.text("erasure-index")));
    let overwritten = match protocol.is_overwritten {
        true => "erasure-overwritten",
        false => "erasure-not-overwritten",
    };
    done.push((String::new(), locale.text(overwritten)));
    let mut left = vec![(String::new(), locale.text("erasure-mentions"))];
    let copies = protocol.copies.iter();
    left.extend(copies.map(|copy| (locale.text("erasure-copy"), copy.clone())));
    left.push((String::new(), locale.text("erasure-copies")));
    Page {
        title: locale.text("erasure-protocol"),
        told: vec![locale.text("erasure-law")],
        below: vec![
            Section::new(locale.text("erasure-made"), made),
            Section::new(locale.text("erasure-done"), done),
            Section::new(locale.text("erasure-left"), left),
        ],
        ..Page::default()
    }
}
