//! In what the editions of vCard differ: pictures, preferences, how lines are folded.

use super::line::escaped;
use super::said::phone;
use super::{Line, VCard, Version, quoted};

/// The longest line, in bytes (RFC 2426 section 2.6, RFC 6350 section 3.2).
const LONGEST: usize = 75;

impl VCard {
    /// Makes it a card of that edition.
    pub fn put_into(&mut self, version: Version) {
        self.lines.retain(|line| !line.is("VERSION"));
        for line in &mut self.lines {
            put_into(line, version);
        }
        self.lines.insert(0, Line::new("VERSION", version.name()));
    }
}

/// Writes a line as that edition does: pictures, preferences and the addresses of phones differ.
fn put_into(line: &mut Line, version: Version) {
    if ["PHOTO", "LOGO", "SOUND", "KEY"].contains(&&*line.name) {
        put_picture(line, version);
    }
    match version {
        Version::V2 | Version::V3 => {
            if line.parameter("PREF") == Some("1") && !line.has_type("pref") {
                line.parameters.push(("TYPE".into(), "pref".into()));
            }
            line.without("PREF");
            if line.is("TEL") && line.value.starts_with("tel:") {
                line.value = escaped(&phone(&line.value));
                line.without("VALUE");
            }
        }
        Version::V4 if line.has_type("pref") => rank(line),
        Version::V4 => {}
    }
}

/// The preferred one is the first, no longer of a type of its own.
fn rank(line: &mut Line) {
    let types = line
        .parameters
        .iter_mut()
        .filter(|(name, _)| name == "TYPE");
    for (_, value) in types {
        let is_kept = |one: &&str| !one.trim().eq_ignore_ascii_case("pref");
        *value = value
            .split(',')
            .filter(is_kept)
            .collect::<Vec<_>>()
            .join(",");
    }
    line.parameters
        .retain(|(name, value)| name != "TYPE" || !value.is_empty());
    line.without("PREF");
    line.parameters.push(("PREF".into(), "1".into()));
}

/// 2.1 and 3.0 hold a picture in base64 under its type, 4.0 as a data address (RFC 2397).
fn put_picture(line: &mut Line, version: Version) {
    let is_inline = line.parameter("ENCODING").is_some_and(|encoding| {
        encoding.eq_ignore_ascii_case("b") || encoding.eq_ignore_ascii_case("base64")
    });
    let family = if line.is("SOUND") { "audio" } else { "image" };
    match version {
        Version::V4 if is_inline => {
            let kind = line
                .parameter("TYPE")
                .unwrap_or("jpeg")
                .to_ascii_lowercase();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            line.value = format!("data:{family}/{kind};base64,{}", line.value);
            for name in ["ENCODING", "TYPE", "VALUE"] {
                line.without(name);
            }
        }
        Version::V2 | Version::V3 if is_inline => {
            line.without("ENCODING");
            line.parameters.push(("ENCODING".into(), "b".into()));
        }
        Version::V2 | Version::V3 => {
            let inline = line.value.strip_prefix("data:");
            let Some((kind, signs)) = inline.and_then(|rest| rest.split_once(";base64,")) else {
                return;
            };
            let kind = kind
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase();
            line.value = signs.to_owned();
            for name in ["VALUE", "MEDIATYPE", "TYPE"] {
                line.without(name);
            }
            line.parameters.push(("ENCODING".into(), "b".into()));
            line.parameters.push(("TYPE".into(), kind));
        }
        Version::V4 => {}
    }
}

/// The card with long lines folded, no letter cut.
pub fn text_of(vcard: &VCard, version: Version) -> String {
    let mut text = String::from("BEGIN:VCARD\r\n");
    for line in &vcard.lines {
        match version {
            Version::V2 => quoted::write(line, &mut text),
            Version::V3 | Version::V4 => fold_into(&line.to_string(), &mut text),
        }
    }
    text.push_str("END:VCARD\r\n");
    text
}

fn fold_into(line: &str, text: &mut String) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            width = 1;
        }
        width += c.len_utf8();
        text.push(c);
    }
    text.push_str("\r\n");
}
