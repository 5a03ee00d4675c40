//! Numbers in words.

mod english;
mod russian;

use crate::domain::grammar::{Case, Gender};
use crate::i18n::{Language, Locale};

/// A noun as it is counted in Russian: один рубль, два рубля, пять рублей.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted<'a> {
    /// With 1, with 2 to 4, with 5 and more.
    pub forms: [&'a str; 3],
    /// Its gender, which «один» and «два» follow.
    pub gender: Gender,
}

impl<'a> Counted<'a> {
    /// The form that goes with a number: `рубля` with 22, `рублей` with 12.
    pub fn with(self, number: u64) -> &'a str {
        self.forms[russian::plural(number)]
    }
}

impl Locale {
    /// A whole number in words: `минус сто двадцать одна`, `minus one hundred and twenty-one`. The
    /// gender is that of what is counted; English knows none.
    pub fn number_in_words(&self, number: i64, gender: Gender) -> String {
        let words = self.words(number.unsigned_abs(), gender);
        match (number < 0, self.language) {
            (false, _) => words,
            (true, Language::Russian) => format!("минус {words}"),
            (true, Language::English) => format!("minus {words}"),
        }
    }

    /// A place in an order in words: `двадцать первая`, `двадцать первой`, `twenty-first`. English
    /// knows neither genders nor cases.
    pub fn ordinal_in_words(&self, number: u64, gender: Gender, case: Case) -> String {
        match self.language {
            Language::Russian => russian::ordinal(number, gender, case),
            Language::English => english::ordinal(number),
        }
    }

    /// A year as it is read aloud, in Russian in a case: `две тысячи восьмого`, `nineteen ninety-eight`.
    pub fn year_in_words(&self, year: u64, case: Case) -> String {
        match self.language {
            Language::Russian => russian::ordinal(year, Gender::Masculine, case),
            Language::English => english::year(year),
        }
    }

    /// A number that is not below zero.
    pub(super) fn words(&self, number: u64, gender: Gender) -> String {
        match self.language {
            Language::Russian => russian::cardinal(number, gender),
            Language::English => english::cardinal(number),
        }
    }
}

/// A number in groups of three digits, the highest first, each with its place: 2 for millions.
fn groups(number: u64) -> impl Iterator<Item = (usize, u64)> {
    // 2^64 has seven groups.
    (0..7).rev().filter_map(move |place| {
        let scale = 1000_u64.pow(u32::try_from(place).ok()?);
        let group = number / scale % 1000;
        (group > 0).then_some((place, group))
    })
}
