//! Text as search and comparison see it.

mod layout;
mod transliteration;

pub use layout::swap_layout;
pub use transliteration::{MOST_SPELLINGS, transliterations};

/// The text as search compares it: small letters, ё as е, single spaces, no quotes.
///
/// `ООО «Ромашка»`, `ооо "ромашка"` and `ООО"РОМАШКА"` all become `ооо ромашка`. Folding twice
/// changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

/// Folds `text` into a string at hand, whose old content goes: no allocation for each of a million.
pub fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    folded.reserve(text.len());
    let mut gap = Gap::None;
    for c in text.chars() {
        match class(c) {
            Class::Plain(small) => {
                gap.close(folded, small);
                folded.push(small);
            }
            Class::Space => gap = Gap::Space,
            Class::Quote if gap == Gap::None => gap = Gap::Quote,
            Class::Quote | Class::Nothing => {}
            Class::Mark => {
                if gap != Gap::None || !merge(c, folded) {
                    gap.close(folded, c);
                    folded.push(c);
                }
            }
            Class::Other => {
                for small in c.to_lowercase() {
                    gap.close(folded, small);
                    folded.push(small);
                }
            }
        }
    }
}

/// The words of a text, in their order: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// What stood between the last letter kept and the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    /// Quotes alone part two words, and nothing else: `ООО"Ромашка"`, but `«Ромашка», ООО`.
    Quote,
    Space,
}

impl Gap {
    fn close(&mut self, folded: &mut String, next: char) {
        let parts = match self {
            Self::None => return,
            Self::Space => !folded.is_empty(),
            Self::Quote => {
                next.is_alphanumeric() && folded.ends_with(|last: char| last.is_alphanumeric())
            }
        };
        if parts {
            folded.push(' ');
        }
        *self = Self::None;
    }
}

enum Class {
    Plain(char),
    Space,
    Quote,
    Nothing,
    Mark,
    Other,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | '0'..='9' | 'а'..='я' => Class::Plain(c),
        'A'..='Z' => Class::Plain(c.to_ascii_lowercase()),
        'А'..='Я' => Class::Plain(char::from_u32(c as u32 + 0x20).unwrap_or(c)),
        'ё' | 'Ё' => Class::Plain('е'),
        ' ' | '\t' | '\n' | '\r' => Class::Space,
        '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '″' => Class::Quote,
        '\'' | '`' | '´' | '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' => Class::Nothing,
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Class::Plain('-'),
        '!'..='~' => Class::Plain(c),
        '\u{301}' | '\u{306}' | '\u{308}' => Class::Mark,
        c if c.is_whitespace() => Class::Space,
        c if c.is_control() || is_invisible(c) => Class::Nothing,
        _ => Class::Other,
    }
}

/// Joiners, direction marks, soft hyphens: they come along with pasted text.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Joins a mark with the Cyrillic letter before it: macOS writes й as и with a breve, and
/// dictionaries put a stress on vowels. False where the mark stays.
fn merge(mark: char, folded: &mut String) -> bool {
    let last = folded.chars().next_back();
    match (mark, last) {
        ('\u{306}', Some('и')) => {
            folded.pop();
            folded.push('й');
            true
        }
        ('\u{308}', Some('е')) | ('\u{301}', Some('а'..='я')) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folded_texts_are_equal_where_people_see_no_difference() {
        for (text, folded) in [
            ("  ЁЛКА\u{a0} Плюс\t", "елка плюс"),
            ("Romashka", "romashka"),
            ("ООО «Ромашка»", "ооо ромашка"),
            ("ООО\"Ромашка\"", "ооо ромашка"),
            ("«Ромашка», ООО", "ромашка, ооо"),
            ("“Ромашка„ 21″x30", "ромашка 21 x30"),
            ("О’Брайен", "обрайен"),
            ("Санкт‑Петербург", "санкт-петербург"),
            ("Зако\u{301}н и\u{306}од е\u{308}ж", "закон йод еж"),
            ("ро\u{ad}маш\u{200b}ка\u{7}", "ромашка"),
            ("ЇЖАК ÄRGER ΣΑΣ", "їжак ärger σασ"),
            ("« »", ""),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let all: Vec<&str> = words("ромашка, ооо (спб) №5 info@agat.ru").collect();
        assert_eq!(all, ["ромашка", "ооо", "спб", "5", "info", "agat", "ru"]);
        assert_eq!(words(" — ").count(), 0);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "[\\PC\u{300}-\u{310}\"«иеЁ \t]{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(&fold(&once), &once);
            prop_assert_eq!(once.trim(), &once);
        }

        #[test]
        fn case_never_matters(text in "[а-яa-z0-9 ]{0,30}") {
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
        }
    }
}
