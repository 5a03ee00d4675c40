//! Requisites of a client: what in them looks wrong.
//!
//! Each check returns a [`Doubt`] or `None`; an empty field is never doubtful. Blanks and hyphens
//! that people put between groups of digits are not counted.

mod account;
mod contact;
mod iban;
mod registration;

pub use account::{check_account, check_bik, check_correspondent_account};
pub use contact::{check_birth, check_email};
pub use iban::check_iban;
pub use registration::{check_inn, check_kpp, check_ogrn};

use crate::domain::Doubt;
use crate::domain::client::TextField;

/// A requisite as it is compared and stored for search: no blanks, no hyphens, capitals.
pub fn compact(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '‑' | '\u{200b}' | '\u{feff}'))
        .flat_map(char::to_uppercase)
        .collect()
}

/// Checks a text of a client that has a rule: INN, KPP, OGRN.
pub fn check_text(field: TextField, text: &str) -> Option<Doubt> {
    match field {
        TextField::Inn => check_inn(text),
        TextField::Kpp => check_kpp(text),
        TextField::Ogrn => check_ogrn(text),
        _ => None,
    }
}

/// Checks the number of an account at the bank with that BIK: a settlement account or an IBAN.
pub fn check_number(text: &str, bik: &str) -> Option<Doubt> {
    let number = compact(text);
    let is_iban = number.chars().take(2).all(char::is_alphabetic) && !number.is_empty();
    match is_iban {
        true => check_iban(&number),
        false => check_account(&number, bik),
    }
}

/// The digits of a text as numbers, or what does not belong among them.
pub(super) fn digits(text: &str) -> Result<Vec<u32>, Doubt> {
    let all: Vec<u32> = text
        .chars()
        .map(|c| c.to_digit(10).ok_or(Doubt::NotDigits { found: c }))
        .collect::<Result<_, _>>()?;
    match all.iter().all(|digit| *digit == 0) && !all.is_empty() {
        true => Err(Doubt::AllZeros),
        false => Ok(all),
    }
}

/// A single digit as a character.
fn figure(digit: u32) -> char {
    char::from_digit(digit % 10, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests;
