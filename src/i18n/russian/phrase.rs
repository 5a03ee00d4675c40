//! Positions, kinds of organisations and bases of authority in a case.
//!
//! What agrees with the first noun is declined with it; what depends on it stays as it is:
//! «заместитель генерального директора по развитию», «доверенность № 5».

use super::rules;
use super::word::{folded, inflect, words};
use crate::domain::grammar::{Case, Gender};

/// What a word is in a phrase, as far as its ending tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// главный, главная, главное
    Adjective(Gender),
    /// A noun in the nominative, of any gender its ending allows.
    Noun,
    /// Anything else: a number, a short word, a word in another case or alphabet.
    Other,
}

/// The phrase in a case, in the words and with the gaps it came with.
pub fn decline(text: &str, case: Case) -> String {
    let mut form = String::new();
    let mut rest = text;
    while let Some((segment, behind)) = next_segment(rest) {
        form.push_str(&segment_in(segment, case));
        rest = behind;
    }
    form
}

/// Where the first word stands that is no mark, dash or «и»; the end where there is none.
pub fn first_word(text: &str) -> usize {
    let is_word = |word: &str| word != "и" && !core(word).1.is_empty();
    let first = words(text).find(|(_, word)| is_word(word));
    first.map_or(text.len(), |(at, _)| at)
}

/// Whether a word begins a position, a basis or the name of a firm, rather than that of a person.
pub fn is_known(word: &str) -> bool {
    let small = folded(core(word).1);
    let is_listed = |section| rules::has(section, &small);
    is_title(&small) || is_listed("noun") || is_listed("genitive") || is_legal_form(word)
}

/// ИП, ООО: what stands before a name, in capitals.
pub fn is_legal_form(word: &str) -> bool {
    !word.contains(char::is_lowercase) && rules::has("legal form", &folded(word))
}

/// A part that is declined by itself, and what follows: behind a comma,
/// a dash or «и» the next one begins, where it begins with a position or a participle.
fn next_segment(text: &str) -> Option<(&str, &str)> {
    if text.is_empty() {
        return None;
    }
    let mut was_break = false;
    for (at, word) in words(text) {
        if was_break && begins(&text[at..]) {
            return Some(text.split_at(at));
        }
        was_break = word.ends_with([',', '/']) || matches!(word, "и" | "-" | "–" | "—");
    }
    Some((text, ""))
}

/// Whether a further position or participle begins here, in the nominative.
pub fn begins(text: &str) -> bool {
    let mut rest = words(text).map(|(_, word)| folded(core(word).1));
    let Some(first) = rest.next() else {
        return false;
    };
    let is_participle = [
        "щий", "щая", "щее", "емый", "емая", "емое", "нный", "нная", "нное",
    ]
    .iter()
    .any(|ending| first.ends_with(ending));
    let is_adjective =
        |word: &str| matches!(kind(word), Kind::Adjective(_)) && !word.ends_with("ой");
    is_title(&first)
        || is_participle
        || is_adjective(&first)
            && rest
                .find(|word| !is_adjective(word))
                .is_some_and(|word| is_title(&word))
}

/// One segment: adjectives up to the noun, and the noun; or the adjective alone that stands for one.
fn segment_in(text: &str, case: Case) -> String {
    let words: Vec<(usize, &str)> = words(text).collect();
    let Some(declined) = agreeing(&words) else {
        return text.to_owned();
    };
    let (head, leading) = declined
        .split_last()
        .map_or((0, &[][..]), |(head, leading)| (*head, leading));
    let is_thing = case == Case::Accusative && is_like_nominative(words[head].1);
    let mut form = String::new();
    let mut done = 0;
    for &at in leading.iter().chain([&head]) {
        let (start, word) = words[at];
        let (before, core, after) = core(word);
        form.push_str(&text[done..start]);
        form.push_str(before);
        match is_thing && !core.ends_with(['я', 'Я']) {
            true => form.push_str(core),
            false => form.push_str(&word_in(core, case)),
        }
        form.push_str(after);
        done = start + word.len();
    }
    form + &text[done..]
}

/// The places of the words that change, the noun last; `None` where the phrase stays.
fn agreeing(words: &[(usize, &str)]) -> Option<Vec<usize>> {
    let mut changing = Vec::new();
    let mut gender = None;
    for (at, (_, word)) in words.iter().enumerate() {
        let (before, core, after) = core(word);
        let small = folded(core);
        if rules::has("acting", &small) {
            return None;
        }
        if is_passed_over(words, at) {
            continue;
        }
        if !before.is_empty() || after.starts_with('.') || rules::has("genitive", &small) {
            break;
        }
        match kind(&small) {
            Kind::Adjective(next) if gender.is_none_or(|known| known == next) => {
                if small.ends_with("ой") && !leads_to_noun(words, at) {
                    break;
                }
                gender = Some(next);
                changing.push(at);
            }
            Kind::Noun if is_head(&small, gender, words, &changing) => {
                changing.push(at);
                break;
            }
            _ => break,
        }
        if !after.is_empty() {
            break;
        }
    }
    (!changing.is_empty()).then_some(changing)
}

/// A shortened adjective, «гл.», or an adverb before an adjective, «временно».
fn is_passed_over(words: &[(usize, &str)], at: usize) -> bool {
    let small = folded(words[at].1);
    match small.strip_suffix('.') {
        Some(short) => rules::has("short", short),
        None => small.ends_with('о') && matches!(kind_at(words, at + 1), Kind::Adjective(_)),
    }
}

/// Whether an adjective in -ой is a nominative: alone, or before a noun that may be one, unlike
/// «нотариальной доверенности» and «заведующий кафедрой».
fn leads_to_noun(words: &[(usize, &str)], at: usize) -> bool {
    match kind_at(words, at + 1) {
        Kind::Adjective(next) => next == Gender::Masculine,
        Kind::Noun => {
            let noun = folded(core(words[at + 1].1).1);
            is_title(&noun) || !noun.ends_with(['а', 'я', 'о', 'е'])
        }
        Kind::Other => words.len() == 1,
    }
}

fn kind_at(words: &[(usize, &str)], at: usize) -> Kind {
    words
        .get(at)
        .map_or(Kind::Other, |(_, word)| kind(&folded(core(word).1)))
}

/// Whether a noun is the one its adjectives agree with: not «складом» behind «заведующий».
fn is_head(noun: &str, gender: Option<Gender>, words: &[(usize, &str)], before: &[usize]) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending));
    let is_participle = before.last().is_some_and(|at| {
        folded(words[*at].1).contains("ющ") || folded(words[*at].1).ends_with("щий")
    });
    let fits = match gender {
        None => true,
        Some(Gender::Masculine) => !ends(&["о", "е"]) && (!ends(&["а", "я"]) || is_title(noun)),
        Some(Gender::Feminine) => ends(&["а", "я", "ь"]),
        Some(Gender::Neuter) => ends(&["о", "е"]),
    };
    fits && !(is_participle && ends(&["ом", "ем", "ой", "ей"]) && !ends(&["гроном", "эконом"]))
}

/// A word of a phrase in a case: the parts of a compound each, save what leads it and stays.
fn word_in(word: &str, case: Case) -> String {
    if let Kind::Adjective(_) = kind(&folded(word)) {
        return inflect(word, "adjective", case);
    }
    let parts: Vec<&str> = word.split('-').collect();
    let last = parts.len() - 1;
    let declined = parts.iter().enumerate().map(|(at, part)| {
        match at < last && rules::has("prefix", &folded(part)) {
            true => (*part).to_owned(),
            false => inflect(part, "noun", case),
        }
    });
    declined.collect::<Vec<_>>().join("-")
}

fn kind(word: &str) -> Kind {
    const ADJECTIVES: [(&str, Gender); 7] = [
        ("ый", Gender::Masculine),
        ("ий", Gender::Masculine),
        ("ой", Gender::Masculine),
        ("ая", Gender::Feminine),
        ("яя", Gender::Feminine),
        ("ое", Gender::Neuter),
        ("ее", Gender::Neuter),
    ];
    let is_noun = rules::has("noun", word) || word.ends_with("арий") || word.ends_with("орий");
    let is_long = word.chars().count() > 3;
    let gender = ADJECTIVES.iter().find(|(ending, _)| word.ends_with(ending));
    match gender {
        Some((_, gender)) if is_long && !is_noun => Kind::Adjective(*gender),
        _ if is_long && rules::paradigm("noun", word).is_some() => Kind::Noun,
        _ if rules::has("noun", word) => Kind::Noun,
        _ => Kind::Other,
    }
}

fn is_like_nominative(head: &str) -> bool {
    let word = core(head).1;
    matches!(kind(&folded(word)), Kind::Noun) && word_in(word, Case::Accusative) == word
}

fn is_title(word: &str) -> bool {
    rules::paradigm("title", word).is_some()
}

/// A word without the marks around it: what stands before it, itself, and what stands behind.
fn core(word: &str) -> (&str, &str, &str) {
    let is_mark = |c: char| !c.is_alphanumeric();
    let start = word.len() - word.trim_start_matches(is_mark).len();
    let end = word.trim_end_matches(is_mark).len().max(start);
    (&word[..start], &word[start..end], &word[end..])
}
