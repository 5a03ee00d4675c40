//! Towns that people write shorter than they are called.

use crate::domain::text::fold;

/// Short names of towns, folded, each with the town it stands for.
const SHORT: &[(&str, &str)] = &[
    ("спб", "санкт-петербург"),
    ("питер", "санкт-петербург"),
    ("с-петербург", "санкт-петербург"),
    ("spb", "санкт-петербург"),
    ("saint petersburg", "санкт-петербург"),
    ("st. petersburg", "санкт-петербург"),
    ("мск", "москва"),
    ("moscow", "москва"),
    ("екб", "екатеринбург"),
    ("нск", "новосибирск"),
    ("ростов", "ростов-на-дону"),
];

/// All that somebody may mean by a town, folded: what was typed, the town it is short for, and the
/// other short names of that town.
pub fn spellings(typed: &str) -> Vec<String> {
    let folded = fold(typed);
    let folded = folded.strip_prefix("г. ").unwrap_or(&folded).to_owned();
    let found = SHORT
        .iter()
        .find(|(short, whole)| *short == folded || *whole == folded);
    let Some((_, whole)) = found else {
        return vec![folded];
    };
    let shorts = SHORT.iter().filter(|(_, town)| town == whole);
    let all = shorts.map(|(short, _)| (*short).to_owned());
    [(*whole).to_owned()].into_iter().chain(all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_is_meant_by_its_short_name() {
        assert!(spellings("СПб").contains(&"санкт-петербург".to_owned()));
        assert!(spellings("г. Санкт-Петербург").contains(&"спб".to_owned()));
        assert_eq!(spellings("Тверь"), ["тверь"]);
    }
}
