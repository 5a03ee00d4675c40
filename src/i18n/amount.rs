//! Amounts and days in words, as contracts and invoices have them.

use chrono::{Datelike, NaiveDate};

use super::numeral::Counted;
use super::{Language, Locale};
use crate::domain::grammar::{Case, Gender};
use crate::domain::{Currency, Money};

/// How the kopecks of an amount are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Minor {
    /// In two digits, as invoices have them: `45 копеек`.
    Digits,
    /// In words like the rest: `сорок пять копеек`.
    Words,
}

impl Locale {
    /// An amount in words with a capital letter: `Сто двадцать три рубля 45 копеек`,
    /// `One hundred and twenty-three roubles and 45 kopecks`; below zero it begins with `Минус`.
    pub fn amount_in_words(&self, money: Money, minor: Minor) -> String {
        let units = money.minor.unsigned_abs();
        let (whole, rest) = (units / 100, units % 100);
        let [major_noun, minor_noun] = match self.language {
            Language::Russian => russian(money.currency),
            Language::English => english(money.currency),
        };
        let noun = |noun: Counted<'static>, number| match self.language {
            Language::Russian => noun.with(number),
            Language::English => noun.forms[usize::from(number != 1)],
        };
        let rest_in_words = match minor {
            Minor::Digits => format!("{rest:02}"),
            Minor::Words => self.words(rest, minor_noun.gender),
        };
        let (minus, and) = match (self.language, money.minor < 0) {
            (Language::Russian, false) => ("", ""),
            (Language::Russian, true) => ("минус ", ""),
            (Language::English, false) => ("", "and "),
            (Language::English, true) => ("minus ", "and "),
        };
        let amount = format!(
            "{minus}{} {} {and}{rest_in_words} {}",
            self.words(whole, major_noun.gender),
            noun(major_noun, whole),
            noun(minor_noun, rest),
        );
        capitalised(&amount)
    }

    /// A day with its month in words: `15 мая 2008 года`, `15 May 2008`.
    pub fn long_date(&self, day: NaiveDate) -> String {
        let date = format!("{} {}", self.day_and_month(day), day.year());
        match self.language {
            Language::Russian => format!("{date} года"),
            Language::English => date,
        }
    }

    /// A day all in words: `Пятнадцатое мая две тысячи восьмого года`,
    /// `The fifteenth of May two thousand and eight`.
    pub fn date_in_words(&self, day: NaiveDate) -> String {
        let number = self.ordinal_in_words(day.day().into(), Gender::Neuter, Case::Nominative);
        let month = self.month_of_day(day);
        // No year of a document lies before our era.
        let year = self.year_in_words(u64::try_from(day.year()).unwrap_or(0), Case::Genitive);
        capitalised(&match self.language {
            Language::Russian => format!("{number} {month} {year} года"),
            Language::English => format!("the {number} of {month} {year}"),
        })
    }
}

/// The text with its first letter a capital.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

const fn noun(forms: [&'static str; 3], gender: Gender) -> Counted<'static> {
    Counted { forms, gender }
}

const fn masculine(forms: [&'static str; 3]) -> Counted<'static> {
    noun(forms, Gender::Masculine)
}

/// A currency and its hundredth, as they are counted in Russian.
fn russian(currency: Currency) -> [Counted<'static>; 2] {
    const KOPECK: Counted = noun(["копейка", "копейки", "копеек"], Gender::Feminine);
    const CENT: Counted = masculine(["цент", "цента", "центов"]);
    match currency {
        Currency::Rub => [masculine(["рубль", "рубля", "рублей"]), KOPECK],
        Currency::Usd => [
            masculine(["доллар США", "доллара США", "долларов США"]),
            CENT,
        ],
        Currency::Eur => [masculine(["евро"; 3]), CENT],
        Currency::Kzt => [
            masculine(["тенге"; 3]),
            masculine(["тиын", "тиына", "тиынов"]),
        ],
        Currency::Byn => [
            masculine([
                "белорусский рубль",
                "белорусских рубля",
                "белорусских рублей",
            ]),
            KOPECK,
        ],
    }
}

/// A currency and its hundredth in English: one, and more.
fn english(currency: Currency) -> [Counted<'static>; 2] {
    let counted = |one, more| masculine([one, more, more]);
    let kopeck = counted("kopeck", "kopecks");
    let cent = counted("cent", "cents");
    match currency {
        Currency::Rub => [counted("rouble", "roubles"), kopeck],
        Currency::Usd => [counted("US dollar", "US dollars"), cent],
        Currency::Eur => [counted("euro", "euros"), cent],
        Currency::Kzt => [counted("tenge", "tenge"), counted("tiyn", "tiyn")],
        Currency::Byn => [counted("Belarusian rouble", "Belarusian roubles"), kopeck],
    }
}
