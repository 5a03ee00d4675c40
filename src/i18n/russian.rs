//! Russian names, positions and phrases in their cases, and what agrees with a person.
//!
//! The rules are tables in `assets/declension`; nothing here asks a dictionary or the network.

mod name;
mod opening;
mod phrase;
mod rules;
mod word;

use crate::domain::grammar::{Case, Correction};
use crate::domain::name::{Person, Sex};

pub use name::Part;
pub use opening::agreeing;

/// A text in a case: a name, a position, a basis of authority, or all of them in one phrase.
///
/// «генеральный директор Орлова Елена Евгеньевна, действующая на основании Устава» becomes
/// «генерального директора Орловой Елены Евгеньевны, действующей на основании Устава». The sex is
/// that of the person named; where it is not given, the name tells, and where that does not tell
/// either, a name that men and women decline differently stays in the nominative.
pub fn decline(text: &str, case: Case, sex: Option<Sex>) -> String {
    if case == Case::Nominative {
        return text.to_owned();
    }
    let text = &*word::composed(text);
    match name::find(text) {
        None => phrase::decline(text, case),
        Some(at) => {
            let (before, behind) = (&text[..at.start], &text[at.end..]);
            let named = name::decline(&text[at], case, sex);
            phrase::decline(before, case) + &named + &following(behind, case)
        }
    }
}

/// What stands behind a name: it changes where a further name, a position or a participle begins.
fn following(text: &str, case: Case) -> String {
    let (gap, rest) = text.split_at(phrase::first_word(text));
    let is_name = || name::find(rest).is_some_and(|at| at.start == 0);
    match phrase::begins(rest) || is_name() {
        true => gap.to_owned() + &decline(rest, case, None),
        false => text.to_owned(),
    }
}

/// The text in a case as a user corrected it, else by the rules. A corrected name or position in the
/// midst of a phrase is put there; what stands around it follows the rules.
pub fn decline_corrected(
    text: &str,
    case: Case,
    sex: Option<Sex>,
    corrections: &[Correction],
) -> String {
    let inside = |known: &&Correction| known.case == case && place_of(known, text).is_some();
    // The longest: «директор по сбыту» before «директор».
    let known = corrections.iter().filter(inside);
    let Some(known) = known.max_by_key(|known| known.text.trim().len()) else {
        return decline(text, case, sex);
    };
    let Some(at) = place_of(known, text) else {
        return decline(text, case, sex);
    };
    let (before, behind) = (&text[..at.start], &text[at.end..]);
    let rest = |part: &str| decline_corrected(part, case, sex, corrections);
    let gap = behind.len() - behind.trim_start().len();
    let behind = match behind.trim_start().is_empty() || behind.starts_with(',') {
        true => following(behind, case),
        false => behind[..gap].to_owned() + &rest(behind.trim_start()),
    };
    let before = match before.trim().is_empty() {
        true => before.to_owned(),
        false => rest(before),
    };
    before + &known.form + &behind
}

/// Where a corrected text stands in another as whole words.
fn place_of(known: &Correction, text: &str) -> Option<std::ops::Range<usize>> {
    let sought = known.text.trim();
    if sought.is_empty() {
        return None;
    }
    let is_apart = |at: &usize| {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, behind) = (&text[..*at], &text[at + sought.len()..]);
        !is_letter(before.chars().next_back()) && !is_letter(behind.chars().next())
    };
    let mut places = text.match_indices(sought).map(|(at, _)| at);
    let at = places.find(is_apart)?;
    Some(at..at + sought.len())
}

/// The sex of the person a text names; `None` where it must be asked.
pub fn sex_in(text: &str) -> Option<Sex> {
    let named = name::find(text)?;
    Person::parse(&text[named]).sex()
}

/// An adjective or participle as it agrees with a person: «действующий» of a woman in the genitive
/// is «действующей»; where nobody knows the sex both endings stand: «действующего(-ей)».
pub fn agree(masculine: &str, case: Case, sex: Option<Sex>) -> String {
    let form = |sex| phrase::decline(&gendered(masculine, sex), case);
    let (male, female) = (form(Sex::Male), form(Sex::Female));
    match sex {
        Some(Sex::Male) => male,
        Some(Sex::Female) => female,
        None => {
            let ending: String = female.chars().skip(female.chars().count() - 2).collect();
            format!("{male}(-{ending})")
        }
    }
}

/// An adjective or an ordinal numeral in a case.
pub(super) fn adjective(nominative: &str, case: Case) -> String {
    word::inflect(nominative, "adjective", case)
}

/// The nominative of an adjective that is given in the masculine.
fn gendered(masculine: &str, sex: Sex) -> String {
    let stem = ["ый", "ий", "ой"]
        .iter()
        .find_map(|ending| masculine.strip_suffix(ending));
    match (sex, stem) {
        (Sex::Female, Some(stem)) => format!("{stem}ая"),
        _ => masculine.to_owned(),
    }
}

/// The surname with initials, whatever case the name is in: «Ким Ю. М.», «Кима Ю. М.».
pub fn short_name(text: &str) -> String {
    let mut person = Person::parse(text);
    if person.patronymic.is_empty()
        && let Some((first, patronymic)) = person.first.split_once(' ')
    {
        (person.patronymic, person.first) = (patronymic.to_owned(), first.to_owned());
    }
    person.short()
}

#[cfg(test)]
mod tests;
