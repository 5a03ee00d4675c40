//! Numbers under which a firm or a person is registered: INN, KPP, OGRN.

use super::{compact, digits, figure};
use crate::domain::Doubt;

/// Checks an INN of 10 or 12 digits.
///
/// Structure: order of the tax service of 29.06.2012 N ММВ-7-6/435@. Check digits: weighted sum,
/// modulo 11, then modulo 10, so that the remainders 0 and 10 share the check digit 0: the one
/// kind of slip in a 10-digit INN that nobody can see.
pub fn check_inn(text: &str) -> Option<Doubt> {
    check(text, |digits| match digits.len() {
        10 => {
            let expected = check_digit(digits, &[2, 4, 10, 3, 5, 9, 4, 6, 8]);
            let wrong = digits[9] != expected;
            let expected = figure(expected);
            wrong.then_some(Doubt::InnCheckDigit { expected })
        }
        12 => {
            let first = check_digit(digits, &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
            let mut rest = digits.to_vec();
            rest[10] = first;
            let second = check_digit(&rest, &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
            let expected = [figure(first), figure(second)];
            let wrong = digits[10..] != [first, second];
            wrong.then_some(Doubt::InnCheckDigits { expected })
        }
        digits => Some(Doubt::InnLength { digits }),
    })
}

/// Checks the form of a KPP: four digits of the tax office, two digits or Latin capitals of the
/// reason, three digits.
///
/// Source: order of the tax service of 29.06.2012 N ММВ-7-6/435@, section III.
pub fn check_kpp(text: &str) -> Option<Doubt> {
    let text = compact(text);
    let characters = text.chars().count();
    if characters == 0 {
        return None;
    }
    let belongs = |(at, c): (usize, char)| match at {
        4 | 5 => c.is_ascii_digit() || c.is_ascii_uppercase(),
        _ => c.is_ascii_digit(),
    };
    let stranger = text.chars().enumerate().find(|place| !belongs(*place));
    match (stranger, characters) {
        (None, 9) if text.bytes().all(|b| b == b'0') => Some(Doubt::AllZeros),
        (None, 9) => None,
        (Some((_, found)), 9) => Some(Doubt::KppForm { found }),
        _ => Some(Doubt::KppLength { characters }),
    }
}

/// Checks an OGRN (13 digits) or an OGRNIP (15 digits).
///
/// Source: order of the Ministry of finance of 30.10.2017 N 165н: the last digit is the last digit
/// of the remainder of the number before it, divided by 11 or by 13.
pub fn check_ogrn(text: &str) -> Option<Doubt> {
    check(text, |digits| {
        let divisor = match digits.len() {
            13 => 11,
            15 => 13,
            digits => return Some(Doubt::OgrnLength { digits }),
        };
        let (last, number) = digits.split_last()?;
        let first = *digits.first()?;
        let is_kind = match divisor {
            11 => first == 1 || first == 5,
            _ => first == 3,
        };
        if !is_kind {
            let found = figure(first);
            return Some(Doubt::OgrnKind { found });
        }
        let expected = number
            .iter()
            .fold(0, |rest, digit| (rest * 10 + digit) % divisor)
            % 10;
        let wrong = *last != expected;
        let expected = figure(expected);
        wrong.then_some(Doubt::OgrnCheckDigit { expected })
    })
}

/// The rule applied to the digits of a text that has any.
fn check(text: &str, rule: impl Fn(&[u32]) -> Option<Doubt>) -> Option<Doubt> {
    let text = compact(text);
    if text.is_empty() {
        return None;
    }
    match digits(&text) {
        Ok(digits) => rule(&digits),
        Err(doubt) => Some(doubt),
    }
}

fn check_digit(digits: &[u32], weights: &[u32]) -> u32 {
    let sum: u32 = digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    sum % 11 % 10
}
