//! International numbers of accounts.

use super::compact;
use crate::domain::Doubt;

/// How many characters the IBANs of each country have: the registry of ISO 13616 kept by SWIFT.
const LENGTHS: &[(usize, &str)] = &[
    (15, "NO"),
    (16, "BE"),
    (18, "DK FI FK FO GL NL SD"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];

/// Checks an IBAN: country, length and check digits.
///
/// Source: ISO 13616-1; the check digits are those of ISO 7064, MOD 97-10.
pub fn check_iban(text: &str) -> Option<Doubt> {
    let text = compact(text);
    if text.is_empty() {
        return None;
    }
    let letters: Vec<char> = text.chars().collect();
    let [first, second, third, fourth, account @ ..] = &*letters else {
        return Some(Doubt::IbanForm);
    };
    let is_formed = first.is_ascii_uppercase()
        && second.is_ascii_uppercase()
        && third.is_ascii_digit()
        && fourth.is_ascii_digit()
        && account
            .iter()
            .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    if !is_formed {
        return Some(Doubt::IbanForm);
    }
    let country = [*first, *second];
    let Some(expected) = length(country) else {
        return Some(Doubt::IbanCountry { country });
    };
    let found = letters.len();
    if found != expected {
        return Some(Doubt::IbanLength {
            country,
            expected,
            found,
        });
    }
    let zeros = ['0', '0'];
    let rearranged = account.iter().chain(&country).chain(&zeros);
    let check = 98 - remainder(rearranged);
    let expected = [check / 10, check % 10].map(|digit| char::from_digit(digit, 10).unwrap_or('0'));
    ([*third, *fourth] != expected).then_some(Doubt::IbanCheckDigits { expected })
}

fn length(country: [char; 2]) -> Option<usize> {
    let country = String::from_iter(country);
    let of = |(_, all): &&(usize, &str)| all.split(' ').any(|code| code == country);
    LENGTHS.iter().find(of).map(|(length, _)| *length)
}

/// What is left of the number after division by 97; letters count from A = 10.
fn remainder<'a>(characters: impl Iterator<Item = &'a char>) -> u32 {
    characters.fold(0, |rest, c| {
        let value = c.to_digit(36).unwrap_or_default();
        let shift = if value < 10 { 10 } else { 100 };
        (rest * shift + value) % 97
    })
}
