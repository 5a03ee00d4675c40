//! Lines of a statement of a bank: who paid what, for which invoice.

use chrono::NaiveDate;

use crate::domain::Currency;
use crate::domain::text::fold;

/// One movement on an account, as a bank tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLine {
    /// Where it stood in the file, counted from 1.
    pub place: u64,
    /// On which day.
    pub paid_on: NaiveDate,
    /// How much, in kopecks of `currency`; below zero for money that left us.
    pub amount: i64,
    /// Of which currency.
    pub currency: Currency,
    /// The number of the payment order.
    pub number: String,
    /// The name of the other side.
    pub name: String,
    /// Its taxpayer number.
    pub inn: String,
    /// Its reason code of registration.
    pub kpp: String,
    /// Its account.
    pub account: String,
    /// Our account; empty where the statement does not say.
    pub own_account: String,
    /// Our taxpayer number; empty where the statement does not say.
    pub own_inn: String,
    /// What it was made for.
    pub purpose: String,
}

impl StatementLine {
    /// What tells it from every other movement. Two that are the same in one statement are told
    /// apart by the `nth` they are, counted from 0.
    pub fn fingerprint(&self, nth: usize) -> String {
        let parts = [
            self.paid_on.to_string(),
            self.number.trim().trim_start_matches('0').to_owned(),
            self.amount.to_string(),
            self.inn.clone(),
            self.account.clone(),
            self.own_account.clone(),
        ];
        match nth {
            0 => parts.join("|"),
            nth => format!("{}|#{nth}", parts.join("|")),
        }
    }

    /// Whether it says that money was given back.
    pub fn is_return(&self) -> bool {
        let purpose = fold(&self.purpose);
        ["возврат", "refund"]
            .iter()
            .any(|word| purpose.contains(word))
    }
}

/// Whether a purpose names a number: as a word of its own, and one of digits alone only behind a
/// word for an invoice or a sign for a number, since days and sums are numbers too.
pub fn names_number(purpose: &str, number: &str) -> bool {
    let (purpose, number) = (fold(purpose), fold(number));
    if number.is_empty() {
        return false;
    }
    let is_plain = number.chars().all(|c| c.is_ascii_digit());
    purpose.match_indices(&number).any(|(at, _)| {
        let (before, after) = (&purpose[..at], &purpose[at + number.len()..]);
        is_whole(before, after) && (!is_plain || is_announced(before))
    })
}

fn is_whole(before: &str, after: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric();
    let mut behind = after.chars();
    let (next, second) = (behind.next(), behind.next());
    let goes_on = match next {
        Some('/' | '-' | '.') => second.is_some_and(is_part),
        next => next.is_some_and(is_part),
    };
    let mut ahead = before.chars().rev();
    let (last, earlier) = (ahead.next(), ahead.next());
    let is_end = match last {
        Some('/' | '-' | '.') => earlier.is_some_and(is_part) && earlier != Some('n'),
        last => last.is_some_and(|c| is_part(c) && c != 'n'),
    };
    !goes_on && !is_end
}

fn is_announced(before: &str) -> bool {
    let bare = before.trim_end_matches([' ', ':', '.', '#']);
    if bare.ends_with('№') || before.trim_end().ends_with('#') {
        return true;
    }
    let last = bare.rsplit(|c: char| !c.is_alphanumeric()).next();
    last.is_some_and(|word| {
        ["n", "no", "nr", "inv", "invoice", "сч"].contains(&word)
            || word.starts_with("счет")
            || word.starts_with("счёт")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_as_a_word_of_its_own() {
        let purpose = "Оплата по счёту № 01/26 от 29.06.2026 за программу. В т.ч. НДС 22%";
        assert!(names_number(purpose, "01/26"));
        assert!(!names_number("Оплата по счету 101/26", "01/26"));
        assert!(!names_number("Оплата по счету 01/26/2", "01/26"));
        assert!(!names_number("от 29.01/26-7", "01/26"));
        assert!(names_number("сч. П-01/26, П-02/26", "п-02/26"));
        assert!(!names_number("П-01/26", "01/26"));
        assert!(names_number("Счет N01/26", "01/26"));
    }

    #[test]
    fn a_number_of_digits_alone_is_announced() {
        assert!(names_number("Оплата по счету №7 от 07.06.2026", "7"));
        assert!(names_number("оплата сч. 7, НДС 20%", "7"));
        assert!(names_number("Invoice: 7", "7"));
        assert!(!names_number("Оплата от 07.06.2026, сумма 7", "7"));
        assert!(!names_number("Оплата по счету 17", "7"));
        assert!(!names_number("что угодно", ""));
    }
}
