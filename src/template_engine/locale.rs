//! What the languages of the program can do for the values of a template.

use chrono::{Datelike, NaiveDate};

use super::document::Notice;
use super::language::{Case, Language};
use crate::domain::grammar::{Correction, Gender};
use crate::domain::name::Sex;
use crate::domain::{Currency, Money};
use crate::i18n::{self, Locale, Minor, russian};

impl Language for Locale {
    fn decline(&self, text: &str, case: Case, sex: Option<Sex>) -> Option<String> {
        match self.language() {
            i18n::Language::Russian => Some(russian::decline(text, case, sex)),
            i18n::Language::English => (case == Case::Nominative).then(|| text.to_owned()),
        }
    }

    fn short_name(&self, name: &str) -> String {
        russian::short_name(name)
    }

    fn sex(&self, name: &str) -> Option<Sex> {
        russian::sex_in(name)
    }

    fn amount_in_words(&self, minor: i64, currency: &str) -> Option<String> {
        let currency = Currency::of_code(currency)?;
        let money = Money { minor, currency };
        Some(Locale::amount_in_words(self, money, Minor::Digits))
    }

    fn number_in_words(&self, number: i64) -> Option<String> {
        Some(Locale::number_in_words(self, number, Gender::Masculine))
    }

    fn date_in_words(&self, day: NaiveDate) -> Option<String> {
        Some(Locale::date_in_words(self, day))
    }

    fn currency(&self) -> &'static str {
        match self.language() {
            i18n::Language::Russian => Currency::Rub.code(),
            i18n::Language::English => Currency::Usd.code(),
        }
    }

    fn signed(&self, amount: &str, currency: &str) -> String {
        let known = Currency::of_code(currency);
        let sign = known.map_or(currency, |known| known.sign());
        let gap = if sign.chars().count() > 1 {
            "\u{a0}"
        } else {
            ""
        };
        match self.language() {
            i18n::Language::Russian => format!("{amount}\u{a0}{sign}"),
            i18n::Language::English => format!("{sign}{gap}{amount}"),
        }
    }

    fn marks(&self) -> (char, char) {
        match self.language() {
            i18n::Language::Russian => (',', '\u{a0}'),
            i18n::Language::English => ('.', ','),
        }
    }

    fn date_pattern(&self) -> &'static str {
        match self.language() {
            i18n::Language::Russian => "DD.MM.YYYY",
            i18n::Language::English => "D MMM YYYY",
        }
    }

    fn month(&self, day: NaiveDate, is_behind_a_day: bool) -> String {
        let month = [("month", i64::from(day.month()).into())];
        if is_behind_a_day {
            return self.with("calendar-month-of-day", &month);
        }
        let name = self.with("calendar-month", &month);
        match self.language() {
            // A title begins with a capital, a month inside a text does not.
            i18n::Language::Russian => name.to_lowercase(),
            i18n::Language::English => name,
        }
    }

    fn weekday(&self, day: NaiveDate) -> String {
        let name = self.weekday_full(day);
        match self.language() {
            i18n::Language::Russian => name.to_lowercase(),
            i18n::Language::English => name,
        }
    }

    fn yes_or_no(&self, yes: bool) -> String {
        let word = self.text(if yes { "form-yes" } else { "form-no" });
        word.to_lowercase()
    }

    fn agreeing(&self, opening: &str, sex: Option<Sex>) -> String {
        match self.language() {
            i18n::Language::Russian => russian::agreeing(opening, sex),
            i18n::Language::English => opening.to_owned(),
        }
    }

    fn courtesy_title(&self, sex: Sex) -> String {
        self.text(match sex {
            Sex::Male => "salutation-courtesy-man",
            Sex::Female => "salutation-courtesy-woman",
        })
    }

    fn plural(&self, number: i64) -> usize {
        let (ten, hundred) = (number.unsigned_abs() % 10, number.unsigned_abs() % 100);
        match self.language() {
            i18n::Language::English => usize::from(number != 1),
            i18n::Language::Russian => match (ten, hundred) {
                (1, rest) if rest != 11 => 0,
                (2..=4, rest) if !(12..=14).contains(&rest) => 1,
                _ => 2,
            },
        }
    }
}

/// A language in which a user has corrected how some names are declined.
#[derive(Debug, Clone, Copy)]
pub struct Corrected<'a> {
    /// The language.
    pub locale: &'a Locale,
    /// What was corrected.
    pub corrections: &'a [Correction],
}

impl Language for Corrected<'_> {
    fn decline(&self, text: &str, case: Case, sex: Option<Sex>) -> Option<String> {
        match self.locale.language() {
            i18n::Language::Russian => {
                let corrections = self.corrections;
                Some(russian::decline_corrected(text, case, sex, corrections))
            }
            i18n::Language::English => Language::decline(self.locale, text, case, sex),
        }
    }

    fn short_name(&self, name: &str) -> String {
        Language::short_name(self.locale, name)
    }

    fn sex(&self, name: &str) -> Option<Sex> {
        Language::sex(self.locale, name)
    }

    fn amount_in_words(&self, minor: i64, currency: &str) -> Option<String> {
        Language::amount_in_words(self.locale, minor, currency)
    }

    fn number_in_words(&self, number: i64) -> Option<String> {
        Language::number_in_words(self.locale, number)
    }

    fn date_in_words(&self, day: NaiveDate) -> Option<String> {
        Language::date_in_words(self.locale, day)
    }

    fn currency(&self) -> &'static str {
        Language::currency(self.locale)
    }

    fn signed(&self, amount: &str, currency: &str) -> String {
        Language::signed(self.locale, amount, currency)
    }

    fn marks(&self) -> (char, char) {
        Language::marks(self.locale)
    }

    fn date_pattern(&self) -> &'static str {
        Language::date_pattern(self.locale)
    }

    fn month(&self, day: NaiveDate, is_behind_a_day: bool) -> String {
        Language::month(self.locale, day, is_behind_a_day)
    }

    fn weekday(&self, day: NaiveDate) -> String {
        Language::weekday(self.locale, day)
    }

    fn yes_or_no(&self, yes: bool) -> String {
        Language::yes_or_no(self.locale, yes)
    }

    fn agreeing(&self, opening: &str, sex: Option<Sex>) -> String {
        Language::agreeing(self.locale, opening, sex)
    }

    fn courtesy_title(&self, sex: Sex) -> String {
        Language::courtesy_title(self.locale, sex)
    }

    fn plural(&self, number: i64) -> usize {
        Language::plural(self.locale, number)
    }
}

impl Notice {
    /// What whoever adds the template should know, in words.
    pub fn words(&self, locale: &Locale) -> String {
        match self {
            Self::External { kind, target } => {
                let told = [
                    ("kind", kind.as_str().into()),
                    ("target", target.as_str().into()),
                ];
                locale.with("fill-notice-external", &told)
            }
            Self::RiskyField(name) => {
                locale.with("fill-notice-risky", &[("name", name.as_str().into())])
            }
            Self::MailMerge => locale.text("fill-notice-mail-merge"),
            Self::Macros => locale.text("fill-notice-macros"),
        }
    }
}
