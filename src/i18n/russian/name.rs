//! Names of persons in a case.

use std::ops::Range;

use super::phrase;
use super::rules;
use super::word::{composed, folded, inflect, words};
use crate::domain::grammar::Case;
use crate::domain::name::{Person, Sex};

/// A part of a name; each is declined by rules of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Орлова
    Surname,
    /// Елена
    First,
    /// Евгеньевна
    Patronymic,
}

impl Part {
    /// The section of the rules for men or for women.
    fn section(self, sex: Sex) -> &'static str {
        match (self, sex) {
            (Self::Surname, Sex::Male) => "surname m",
            (Self::Surname, Sex::Female) => "surname f",
            (Self::First, Sex::Male) => "name m",
            (Self::First, Sex::Female) => "name f",
            (Self::Patronymic, Sex::Male) => "patronymic m",
            (Self::Patronymic, Sex::Female) => "patronymic f",
        }
    }

    /// The part in a case. Where nobody knows the sex it is declined only if that makes no
    /// difference, as with Шевченко and Окуджава.
    pub fn decline(self, text: &str, case: Case, sex: Option<Sex>) -> String {
        let text = &*composed(text);
        let by = |sex| each_word(text, self.section(sex), case);
        match sex.or_else(|| self.sex(text)) {
            Some(sex) => by(sex),
            None => Some(by(Sex::Male))
                .filter(|form| *form == by(Sex::Female))
                .unwrap_or_else(|| text.to_owned()),
        }
    }

    /// Whose it is, as far as this part tells alone.
    fn sex(self, text: &str) -> Option<Sex> {
        let mut person = Person::default();
        match self {
            Self::Surname => text.clone_into(&mut person.surname),
            Self::First => text.clone_into(&mut person.first),
            Self::Patronymic => text.clone_into(&mut person.patronymic),
        }
        sex_of(&person)
    }
}

/// Man or woman by the patronymic, else the first name, else a surname that only one of them bears.
pub fn sex_of(person: &Person) -> Option<Sex> {
    let likely = person.likely_sex();
    likely.or_else(|| surname_sex(&person.surname))
}

/// A text that is a name and nothing else in a case: its words in the order they came in.
pub fn decline(text: &str, case: Case, sex: Option<Sex>) -> String {
    let person = Person::parse(text);
    let sex = sex.or_else(|| sex_of(&person));
    let mut form = String::new();
    let mut done = 0;
    for (at, word) in words(text) {
        form.push_str(&text[done..at]);
        form.push_str(&part_of(word, &person).decline(word, case, sex));
        done = at + word.len();
    }
    form + &text[done..]
}

fn part_of(word: &str, person: &Person) -> Part {
    let is_in = |part: &str| {
        part.split(' ')
            .any(|other| other == word.trim_end_matches(','))
    };
    match () {
        () if is_in(&person.patronymic) => Part::Patronymic,
        () if is_in(&person.surname) => Part::Surname,
        () if is_in(&person.first) => Part::First,
        () => Part::Surname,
    }
}

/// Where a name stands in a text: the whole text, around a patronymic, beside initials, or behind
/// «ИП».
pub fn find(text: &str) -> Option<Range<usize>> {
    let all: Vec<(usize, &str)> = words(text).collect();
    let form = usize::from(
        all.first()
            .is_some_and(|(_, word)| phrase::is_legal_form(word)),
    );
    let (first, last) = match () {
        () if is_name(&all[form..], text) => (form, all.len() - 1),
        () => around_patronymic(&all)
            .or_else(|| beside_initials(&all))
            .or_else(|| beside_first_name(&all))?,
    };
    let (start, word) = all[last];
    let length = match is_initial(word) {
        true => word.trim_end_matches([',', ';']).len(),
        false => word.trim_end_matches([',', ';', '.']).len(),
    };
    Some(all[first].0..start + length)
}

/// The first and the last word of a name with a patronymic: its surname stands before or behind.
fn around_patronymic(all: &[(usize, &str)]) -> Option<(usize, usize)> {
    let end = (1..all.len()).find(|at| {
        let word = all[*at].1.trim_end_matches([',', ';']);
        Part::Patronymic.sex(word).is_some() && is_capital(all[at - 1].1)
    })?;
    let is_descent = rules::has("descent", &folded(all[end].1.trim_end_matches([',', ';'])));
    let first = end.checked_sub(1 + usize::from(is_descent && end > 1))?;
    let is_surname = |at: usize| {
        let word = all.get(at)?.1;
        (is_capital(word) && !phrase::is_known(word)).then_some(at)
    };
    let is_closed = all[end].1.ends_with([',', ';']);
    match first.checked_sub(1).and_then(is_surname) {
        Some(surname) => Some((led(all, surname), end)),
        None if is_closed => Some((first, end)),
        None => Some((first, is_surname(end + 1).unwrap_or(end))),
    }
}

/// The first and the last word of a surname with initials, which stand behind it or before.
fn beside_initials(all: &[(usize, &str)]) -> Option<(usize, usize)> {
    let first = all.iter().position(|(_, word)| is_initial(word))?;
    let count = all[first..]
        .iter()
        .take_while(|(_, word)| is_initial(word))
        .count();
    let is_surname = |at: usize| {
        let word = all.get(at)?.1;
        (is_capital(word) && !is_initial(word) && !phrase::is_known(word)).then_some(at)
    };
    match first.checked_sub(1).and_then(is_surname) {
        Some(surname) => Some((led(all, surname), first + count - 1)),
        None => is_surname(first + count).map(|surname| (first, surname)),
    }
}

/// The first and the last word of a surname with a common first name.
fn beside_first_name(all: &[(usize, &str)]) -> Option<(usize, usize)> {
    let is_pair = |at: &usize| {
        let pair = [all[*at].1, all[at + 1].1];
        let is_name = |word: &str| is_capital(word) && !phrase::is_known(word);
        pair.into_iter().all(is_name)
            && pair
                .into_iter()
                .any(|word| Part::First.sex(word.trim_end_matches(',')).is_some())
    };
    let first = (0..all.len().saturating_sub(1)).find(is_pair)?;
    Some((first, first + 1))
}

/// The first word of a surname: `ван` of `ван Дейк`.
fn led(all: &[(usize, &str)], surname: usize) -> usize {
    let before = surname.checked_sub(1).map(|at| folded(all[at].1));
    match before.is_some_and(|word| rules::has("particle", &word)) {
        true => surname - 1,
        false => surname,
    }
}

/// Whether words are a name and nothing else: up to three, more only with a patronymic, and none
/// of them begins a position. Each has a capital, unless all are small and tell the sex.
fn is_name(all: &[(usize, &str)], text: &str) -> bool {
    let person = Person::parse(text);
    let is_small = !text.contains(char::is_uppercase) && person.sex().is_some();
    let is_part = |word: &str| {
        let small = folded(word);
        (is_small || is_capital(word)) && !phrase::is_known(word)
            || rules::has("particle", &small)
            || rules::has("descent", &small)
    };
    let most = match person.patronymic.is_empty() {
        true => 3,
        false => 6,
    };
    let mut names = all.iter().map(|(_, word)| *word);
    !all.is_empty() && all.len() <= most && names.all(is_part)
}

/// `Ю.` or `Ю.М.`
fn is_initial(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    let mut letters = word.split_terminator('.');
    word.ends_with('.') && letters.all(|part| part.chars().count() == 1 && is_capital(part))
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Surnames that are adjectives differ between husband and wife, and so tell whose they are.
fn surname_sex(surname: &str) -> Option<Sex> {
    let surname = folded(surname.rsplit('-').next().unwrap_or_default());
    let ending = |section, case| rules::paradigm(section, &surname)?.ending(case);
    if matches!(
        ending("surname m", Case::Instrumental),
        Some("ым" | "им" | "ьим")
    ) {
        return Some(Sex::Male);
    }
    let genitive = ending("surname f", Case::Genitive);
    matches!(genitive, Some("ой" | "ей")).then_some(Sex::Female)
}

/// Each word of a part, and each part of a compound, save what leads it and stays: `ван`, `Бонч`.
fn each_word(text: &str, section: &str, case: Case) -> String {
    const GAPS: [char; 4] = [' ', '-', '\u{2011}', '\u{a0}'];
    let mut form = String::new();
    for word in text.split_inclusive(GAPS) {
        let (word, gap) = word.split_at(word.trim_end_matches(GAPS).len());
        let stays = match gap.is_empty() {
            true => word.chars().count() == 1 || word.ends_with('.'),
            false => rules::has("particle", &folded(word)),
        };
        match stays {
            true => form.push_str(word),
            false => form.push_str(&inflect(word, section, case)),
        }
        form.push_str(gap);
    }
    form
}
