//! Addresses in the order of other countries.

use std::ops::Range;

use super::Place;

/// An address in the order of other countries.
pub fn foreign(text: &str) -> Option<Place> {
    let parts: Vec<&str> = text
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let at = parts
        .iter()
        .rposition(|part| foreign_town(part).is_some())?;
    let town = foreign_town(parts[at])?;
    let (mut city, state, code) = town;
    let mut before = at;
    if city.is_empty() && at > 0 {
        before = at - 1;
        city = parts[before].to_owned();
    }
    let mut regions: Vec<&str> = Vec::new();
    if !state.is_empty() {
        regions.push(&state);
    }
    regions.extend(&parts[at + 1..]);
    Some(Place {
        postal_code: code,
        region: regions.join(", "),
        city,
        street: parts[..before].join(", "),
        ..Place::default()
    })
}

/// Town, state and postal code of one part: `10115 Berlin`, `London SW1A 2AA`, `TX 75201`.
pub fn foreign_town(part: &str) -> Option<(String, String, String)> {
    let part = part.trim();
    let part = part
        .rsplit(',')
        .find(|one| one.contains(|c: char| c.is_ascii_digit()))
        .unwrap_or(part)
        .trim();
    if let Some(code) = british_code(part).filter(|code| code.end == part.len()) {
        let city = part[..code.start].trim().to_owned();
        return Some((city, String::new(), part[code].to_owned()));
    }
    let words: Vec<&str> = part.split_whitespace().collect();
    let is_number = |word: &str, length: usize| {
        word.len() == length && word.bytes().all(|b| b.is_ascii_digit())
    };
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    match &*words {
        // D-10115 Berlin, 10115 Berlin, 1010 Wien
        [code, city @ ..]
            if !city.is_empty() && city.len() <= 4 && city.first().is_some_and(is_capital) =>
        {
            let digits = code.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '-');
            let is_town = city
                .iter()
                .all(|word| !word.contains(|c: char| c.is_ascii_digit()));
            let is_code = is_number(digits, 5) || is_number(digits, 4);
            (is_code
                && is_town
                && part.is_char_boundary(0)
                && part.chars().all(|c| !('а'..='я').contains(&c)))
            .then(|| (city.join(" "), String::new(), (*code).to_owned()))
        }
        // TX 75201 behind the town
        [state, code] if state.len() == 2 && state.bytes().all(|b| b.is_ascii_uppercase()) => {
            let plain = code.split('-').next().unwrap_or(code);
            is_number(plain, 5).then(|| (String::new(), (*state).to_owned(), (*code).to_owned()))
        }
        _ => None,
    }
}

/// A British postal code: `SW1A 2AA`, `M1 1AE`.
fn british_code(text: &str) -> Option<Range<usize>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let pair = words.windows(2).find(|pair| {
        let (out, inward) = (pair[0], pair[1]);
        let is_out = (2..=4).contains(&out.len())
            && out.starts_with(|c: char| c.is_ascii_uppercase())
            && out.contains(|c: char| c.is_ascii_digit())
            && out.bytes().all(|b| b.is_ascii_alphanumeric());
        let is_inward = inward.len() == 3
            && inward.starts_with(|c: char| c.is_ascii_digit())
            && inward[1..].bytes().all(|b| b.is_ascii_uppercase());
        is_out && is_inward
    })?;
    let code = format!("{} {}", pair[0], pair[1]);
    let start = text.find(&code)?;
    Some(start..start + code.len())
}
