//! What a document needs of a language: names in cases, amounts in words, months.

use chrono::NaiveDate;

use crate::domain::name::Sex;

pub use crate::domain::grammar::Case;

/// A language that letters are written in. What it does not have, it answers with nothing, and
/// filling reports the filter.
pub trait Language {
    /// A name or a position in a case.
    fn decline(&self, text: &str, case: Case, sex: Option<Sex>) -> Option<String>;
    /// Surname and initials of a name in full.
    fn short_name(&self, name: &str) -> String;
    /// Man or woman, as far as the name tells.
    fn sex(&self, name: &str) -> Option<Sex>;
    /// An amount in words, given in hundredths of the currency of that code.
    fn amount_in_words(&self, minor: i64, currency: &str) -> Option<String>;
    /// A whole number in words.
    fn number_in_words(&self, number: i64) -> Option<String>;
    /// A day in words.
    fn date_in_words(&self, day: NaiveDate) -> Option<String>;
    /// The currency amounts are in where the data do not say.
    fn currency(&self) -> &'static str;
    /// How a currency is signed behind or before an amount that is written already.
    fn signed(&self, amount: &str, currency: &str) -> String;
    /// The mark before decimal places, and that between groups of three digits.
    fn marks(&self) -> (char, char);
    /// How a date is written where no pattern says.
    fn date_pattern(&self) -> &'static str;
    /// The name of a month, alone or behind a day.
    fn month(&self, day: NaiveDate, is_behind_a_day: bool) -> String;
    /// The name of a day of the week.
    fn weekday(&self, day: NaiveDate) -> String;
    /// Yes or no.
    fn yes_or_no(&self, yes: bool) -> String;
    /// The opening of a letter, such as `Уважаемый(ая)`, as it agrees with whom it is for.
    fn agreeing(&self, opening: &str, sex: Option<Sex>) -> String;
    /// What is said before a surname: `Ms`, `госпожа`.
    fn courtesy_title(&self, sex: Sex) -> String;
    /// Which of the forms of a word goes with a number: 0 for the first.
    fn plural(&self, number: i64) -> usize;
}
