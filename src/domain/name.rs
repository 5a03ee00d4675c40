//! Names of persons and of organisations, taken apart.

mod given;
mod organisation;

pub use organisation::{Organisation, core_name, forms};

use crate::domain::text::fold;

/// Man or woman, as grammar needs it: «действующего», «действующей».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// A man.
    Male,
    /// A woman.
    Female,
}

/// The name of a person in its parts; a part nobody knows is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Антонов
    pub surname: String,
    /// Юрий, or its first letter alone: Ю.
    pub first: String,
    /// Михайлович, or its first letter alone: М.
    pub patronymic: String,
}

impl Person {
    /// The parts of a full name in any usual order: `Антонов Юрий Михайлович`, `Ю. М. Антонов`,
    /// `John Smith`, `Smith, John`.
    pub fn parse(text: &str) -> Self {
        let words = parted(text);
        if let Some((surname, _)) = text.split_once(',') {
            return Self::surname_first(&words, parted(surname).len().max(1));
        }
        if let Some(patronymic) = patronymic(&words) {
            return Self::around(&words, patronymic);
        }
        let (initials, rest): (Vec<&str>, Vec<&str>) = words.iter().partition(|w| is_initial(w));
        match (&*rest, &*initials) {
            ([surname], [first, patronymic @ ..]) => {
                Self::new(surname, first, &patronymic.join(" "))
            }
            ([word], []) if given::sex(word).is_some() => Self::new("", word, ""),
            ([_, _, ..], []) if is_surname_last(&words) => {
                let (first, surname) = words.split_at(words.len() - 1);
                Self::new(&surname.join(" "), &first.join(" "), "")
            }
            _ => Self::surname_first(&words, 1),
        }
    }

    /// The whole name, the surname first.
    pub fn full(&self) -> String {
        joined(&[&self.surname, &self.first, &self.patronymic])
    }

    /// The surname with initials: `Антонов Ю. М.`; the first name in full where there is no surname.
    pub fn short(&self) -> String {
        if self.surname.is_empty() {
            return self.full();
        }
        let initial = |part: &str| first_letter(part).map_or(String::new(), |c| format!("{c}."));
        joined(&[
            &self.surname,
            &initial(&self.first),
            &initial(&self.patronymic),
        ])
    }

    /// Up to two letters for a round picture: `АЮ`.
    pub fn initials(&self) -> String {
        let letters = [&self.surname, &self.first, &self.patronymic].map(|part| first_letter(part));
        letters.into_iter().flatten().take(2).collect()
    }

    /// Man or woman by the patronymic, else by a common first name; `None` where neither tells.
    pub fn sex(&self) -> Option<Sex> {
        patronymic_sex(&self.patronymic).or_else(|| given::sex(&self.first))
    }

    /// Man or woman as grammar may take it where nobody can be asked: by the ending of a rare first
    /// name too, which is wrong once in a hundred.
    pub fn likely_sex(&self) -> Option<Sex> {
        self.sex().or_else(|| given::sex_by_ending(&self.first))
    }

    fn new(surname: &str, first: &str, patronymic: &str) -> Self {
        Self {
            surname: surname.to_owned(),
            first: first.to_owned(),
            patronymic: patronymic.to_owned(),
        }
    }

    /// The first words are the surname, the next the first name, one more initial the patronymic.
    fn surname_first(words: &[&str], count: usize) -> Self {
        let (surname, given) = words.split_at(count.min(words.len()));
        let surname = surname.join(" ");
        let named = given
            .iter()
            .rposition(|word| is_initial(word) || patronymic_sex(word).is_some());
        match named {
            Some(at) if at > 0 => {
                Self::new(&surname, &given[..at].join(" "), &given[at..].join(" "))
            }
            _ => Self::new(&surname, &given.join(" "), ""),
        }
    }

    /// A name with its patronymic at these places: the first name stands right before it.
    fn around(words: &[&str], at: std::ops::Range<usize>) -> Self {
        let patronymic = words[at.clone()].join(" ");
        let (before, after) = (&words[..at.start], &words[at.end..]);
        let (first, surname) = match (before, after) {
            ([surname @ .., first], []) => (first.to_string(), surname.join(" ")),
            (first, surname) => (first.join(" "), surname.join(" ")),
        };
        Self::new(&surname, &first, &patronymic)
    }
}

/// The words of a name; initials written together are parted: `Ю.М.` is two.
fn parted(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in text.split([' ', ',', '\t', '\n', '\u{a0}']) {
        let dotted = word.matches('.').count() > 1 || !word.ends_with('.') && word.contains('.');
        match dotted {
            true => words.extend(word.split_inclusive('.')),
            false => words.push(word),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// One letter, with or without a point.
fn is_initial(word: &str) -> bool {
    let mut letters = word.strip_suffix('.').unwrap_or(word).chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

fn first_letter(part: &str) -> Option<char> {
    let letter = part.chars().find(|c| c.is_alphabetic())?;
    letter.to_uppercase().next()
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

/// Where the patronymic stands: never first, and the earlier of two, since Абрамович may be a surname.
fn patronymic(words: &[&str]) -> Option<std::ops::Range<usize>> {
    let at = (1..words.len()).find(|at| patronymic_sex(words[*at]).is_some())?;
    let is_particle = particle_sex(&fold(words[at])).is_some();
    match is_particle && at > 1 {
        true => Some(at - 1..at + 1),
        false => Some(at..at + 1),
    }
}

/// Whose child a patronymic names, in Russian, Turkic and transliterated spelling.
fn patronymic_sex(word: &str) -> Option<Sex> {
    let word = fold(word);
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let is_long = word.chars().count() >= 5;
    let last = word.rsplit([' ', '-']).next().unwrap_or_default();
    match particle_sex(last) {
        Some(sex) => Some(sex),
        None if is_long && ends(&["вич", "ьич", "кич", "мич", "китич", "vich", "vitch"]) => {
            Some(Sex::Male)
        }
        None if is_long && ends(&["вна", "чна", "vna", "chna"]) => Some(Sex::Female),
        None => None,
    }
}

fn particle_sex(word: &str) -> Option<Sex> {
    match word {
        "оглы" | "оглу" | "улы" | "уулу" | "угли" | "ogly" | "oglu" => {
            Some(Sex::Male)
        }
        "кызы" | "гызы" | "кизи" | "kyzy" | "gizi" | "qizi" => Some(Sex::Female),
        _ => None,
    }
}

/// Whether a name without a patronymic ends with its surname: so in Latin letters, and where the
/// first word is a common first name and the last is none, or looks more like a surname.
fn is_surname_last(words: &[&str]) -> bool {
    let [first, .., last] = words else {
        return false;
    };
    if first.contains(|c: char| c.is_ascii_alphabetic()) {
        return true;
    }
    match (given::sex(first).is_some(), given::sex(last).is_some()) {
        (true, last_too) => !last_too || !is_like_surname(first),
        (false, true) => false,
        (false, false) => is_like_surname(last) && !is_like_surname(first),
    }
}

fn is_like_surname(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ов",
        "ев",
        "ин",
        "ын",
        "ова",
        "ева",
        "ина",
        "ына",
        "ский",
        "цкий",
        "ская",
        "цкая",
        "енко",
        "ук",
        "юк",
        "чук",
        "ян",
        "дзе",
        "швили",
        "ых",
        "их",
        "вич",
        "ой",
        "ая",
    ];
    let word = fold(word);
    let stem = |ending: &&str| word.strip_suffix(*ending).map(|stem| stem.chars().count());
    ENDINGS.iter().filter_map(stem).any(|letters| letters >= 2)
}

#[cfg(test)]
mod tests;
