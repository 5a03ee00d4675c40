//! One word in a case: what its paradigm does to its letters.

use std::borrow::Cow;

use super::rules::{self, Paradigm};
use crate::domain::grammar::Case;

/// The word in a case by the rules of a section; as it is where they say nothing of it.
pub fn inflect(word: &str, section: &str, case: Case) -> String {
    match rules::paradigm(section, &folded(word)) {
        Some(paradigm) => changed(word, paradigm, case),
        None => word.to_owned(),
    }
}

/// Small letters, ё as е: as the tables have it. Letters keep their number.
pub fn folded(word: &str) -> String {
    let small = word.chars().flat_map(char::to_lowercase);
    small.map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

/// The words of a text and where they stand.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - start, word))
}

/// The text with й and ё as one letter each; macOS writes them as и and е with a mark.
pub fn composed(text: &str) -> Cow<'_, str> {
    const PAIRS: [(&str, &str); 4] = [
        ("и\u{306}", "й"),
        ("И\u{306}", "Й"),
        ("е\u{308}", "ё"),
        ("Е\u{308}", "Ё"),
    ];
    match text.contains(['\u{306}', '\u{308}']) {
        false => Cow::Borrowed(text),
        true => {
            let join = |text: String, (parted, letter): (&str, &str)| text.replace(parted, letter);
            Cow::Owned(PAIRS.into_iter().fold(text.to_owned(), join))
        }
    }
}

/// What stays of the word keeps its letters and its ё; the ending follows it in capitals.
fn changed(word: &str, paradigm: Paradigm, case: Case) -> String {
    let Some(ending) = paradigm.ending(case) else {
        return word.to_owned();
    };
    let letters = word.chars().count();
    let cut = word
        .char_indices()
        .nth(letters.saturating_sub(paradigm.cut));
    let (stem, gone) = word.split_at(cut.map_or(word.len(), |(at, _)| at));
    let consonant = gone.chars().rfind(|c| !matches!(c, 'ь' | 'Ь'));
    let is_capital = letters > 1 && !word.chars().any(char::is_lowercase);
    let mut form = stem.to_owned();
    for c in ending.chars() {
        match (c, is_capital) {
            ('_', _) => form.extend(consonant),
            (c, true) => form.extend(c.to_uppercase()),
            (c, false) => form.push(c),
        }
    }
    form
}
