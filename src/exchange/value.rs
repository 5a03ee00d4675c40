//! What the cells of a table say: dates, phones, roles, lists.

mod closed;
mod date;

pub use closed::{influence, medium, political_role, stage};
pub use date::{birthday, date, is_date};

use crate::domain::client::{Role, Roles};
use crate::domain::custom_field::Content;
use crate::domain::name::Sex;
use crate::domain::phone;
use crate::domain::text::{fold, words};
use crate::domain::{Catalog, Client, Id};
use crate::error::CellFault;

type Parsed<T> = Result<T, CellFault>;

/// The phones of a cell, each as it was typed.
///
/// # Errors
/// When a spreadsheet has spoiled the number, or no digits are there.
pub fn phones(text: &str) -> Parsed<Vec<String>> {
    number(text)?;
    let phones = phone::split(text);
    if phones.is_empty() && !text.trim().is_empty() {
        return Err(CellFault::NotAPhone(text.to_owned()));
    }
    Ok(phones)
}

/// A number kept as text, such as an INN or an account, as it was typed.
///
/// # Errors
/// When a spreadsheet has spoiled it: `4,07028E+19`.
pub fn number(text: &str) -> Parsed<&str> {
    match phone::is_spoiled_by_spreadsheet(text) {
        true => Err(CellFault::Spoiled(text.to_owned())),
        false => Ok(text.trim()),
    }
}

/// The values of a cell that may hold several: groups, e-mails, pages.
pub fn several(text: &str) -> Vec<&str> {
    text.split([';', ',', '\n', '|'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Yes or no, in words or signs of either language; nothing at all is no.
///
/// # Errors
/// When it is neither.
pub fn yes_no(text: &str) -> Parsed<bool> {
    match &*fold(text) {
        "да" | "д" | "yes" | "y" | "true" | "истина" | "1" | "+" | "x" | "х" | "v" | "✓"
        | "есть" => Ok(true),
        "" | "нет" | "н" | "no" | "n" | "false" | "ложь" | "0" | "-" | "–" | "—" => {
            Ok(false)
        }
        _ => Err(CellFault::NotYesOrNo(text.to_owned())),
    }
}

/// What a card says in a field that the user has made, as a cell of a table; `title` names the
/// client that a link leads to. Yes and no are 1 and 0, numbers without blanks.
pub fn shown(content: &Content, catalog: &Catalog, title: impl Fn(Id<Client>) -> String) -> String {
    match content {
        Content::Text(text) => text.clone(),
        Content::Number(millionths) => fixed(*millionths, 6),
        Content::Money(kopecks) => fixed(*kopecks, 2),
        Content::Date(day) => day.to_string(),
        Content::YesNo(is_so) => i64::from(*is_so).to_string(),
        Content::Choice(term) | Content::Tag(term) => catalog.term(Some(*term)).to_owned(),
        Content::Link(client) => title(*client),
    }
}

/// A whole number of parts with its decimals, no more of them than it needs: `-1234.5`.
fn fixed(parts: i64, decimals: u32) -> String {
    let scale = 10_u64.pow(decimals);
    let minus = if parts < 0 { "-" } else { "" };
    let (whole, rest) = (parts.unsigned_abs() / scale, parts.unsigned_abs() % scale);
    let width = decimals as usize;
    let digits = format!("{minus}{whole}.{rest:0width$}");
    digits
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

/// Man or woman, in words of either language.
///
/// # Errors
/// When it is neither.
pub fn sex(text: &str) -> Parsed<Sex> {
    let folded = fold(text);
    match folded.trim_end_matches('.') {
        "м" | "муж" | "мужской" | "мужчина" | "m" | "male" | "man" | "mr" => {
            Ok(Sex::Male)
        }
        "ж" | "жен" | "женский" | "женщина" | "f" | "female" | "woman" | "w" | "mrs" | "ms" => {
            Ok(Sex::Female)
        }
        _ => Err(CellFault::NotASex(text.to_owned())),
    }
}

/// Beginnings of words that name what a client is to us.
const ROLE_WORDS: &[(Role, &[&str])] = &[
    (
        Role::Potential,
        &[
            "потенциал",
            "лид",
            "перспектив",
            "potential",
            "prospect",
            "lead",
        ],
    ),
    (
        Role::Former,
        &[
            "бывш",
            "архив",
            "ушел",
            "ушедш",
            "потерян",
            "former",
            "lost",
            "churned",
            "inactive",
            "ex",
        ],
    ),
    (
        Role::Active,
        &[
            "действ",
            "активн",
            "клиент",
            "покупател",
            "заказчик",
            "текущ",
            "постоян",
            "active",
            "client",
            "customer",
            "current",
            "buyer",
        ],
    ),
    (
        Role::Partner,
        &[
            "партн",
            "поставщик",
            "дилер",
            "partner",
            "supplier",
            "vendor",
            "dealer",
        ],
    ),
    (Role::Competitor, &["конкур", "compet"]),
];

/// What a client is to us: one word or several, `потенциальный`, `партнёр, конкурент`.
///
/// # Errors
/// When one of the words says nothing we know.
pub fn roles(text: &str) -> Parsed<Roles> {
    let mut roles = Roles::default();
    for part in text.split([',', ';', '/', '|', '\n', '+']) {
        let folded = fold(part);
        if folded.is_empty() {
            continue;
        }
        let role = role(&folded).ok_or_else(|| CellFault::NotARole(text.to_owned()))?;
        roles = roles.with(role, true);
    }
    Ok(roles)
}

/// The first word decides: `бывший клиент` has left.
fn role(folded: &str) -> Option<Role> {
    let known = |word: &str| {
        ROLE_WORDS
            .iter()
            .find(|(_, beginnings)| beginnings.iter().any(|start| begins(word, start)))
    };
    words(folded).find_map(known).map(|(role, _)| *role)
}

/// Short beginnings are words of their own.
fn begins(word: &str, start: &str) -> bool {
    match start.chars().count() {
        0..=3 => word == start,
        _ => word.starts_with(start),
    }
}

/// Whether it is a phone by its form: digits with the signs phones have, a plus or brackets, or
/// the beginning of a Russian number.
pub(super) fn looks_like_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_sign = |c: char| c.is_ascii_digit() || "+-()., ;/\u{a0}".contains(c);
    let has_sign = text.starts_with('+') || text.contains(['(', '-']);
    let is_bare = text.len() == 11 && text.starts_with(['7', '8']) && digits == 11;
    text.chars().all(is_sign)
        && (is_bare || has_sign && (5..=40).contains(&digits))
        && date(text, chrono::NaiveDate::MAX).is_err()
}

/// Digits and signs without words: a number, a date, a phone.
pub(super) fn is_figure(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters == 0 && text.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_parted_and_spoiled_ones_reported() {
        assert_eq!(
            phones("+7 812 350-94-14, 8 (921) 123-45-67").unwrap(),
            ["+7 812 350-94-14", "8 (921) 123-45-67"]
        );
        assert_eq!(phones("доб. 252").unwrap(), ["доб. 252"]);
        assert!(phones("  ").unwrap().is_empty());
        for spoiled in ["7,70123E+11", "7.70123E+11", "4.070281070754747E+19"] {
            assert_eq!(phones(spoiled), Err(CellFault::Spoiled(spoiled.into())));
        }
        assert_eq!(phones("нет"), Err(CellFault::NotAPhone("нет".into())));
    }

    #[test]
    fn roles_are_known_by_their_words() {
        let bits = |roles: &[Role]| roles.iter().copied().collect::<Roles>();
        assert_eq!(roles("Потенциальный клиент"), Ok(bits(&[Role::Potential])));
        assert_eq!(roles("бывший"), Ok(bits(&[Role::Former])));
        assert_eq!(
            roles("Партнёр, конкурент"),
            Ok(bits(&[Role::Partner, Role::Competitor]))
        );
        assert_eq!(
            roles("active; Supplier"),
            Ok(bits(&[Role::Active, Role::Partner]))
        );
        assert_eq!(roles(""), Ok(Roles::default()));
        assert_eq!(roles("синий"), Err(CellFault::NotARole("синий".into())));
    }

    #[test]
    fn yes_and_no_and_man_and_woman_have_many_words() {
        assert_eq!(yes_no("Да"), Ok(true));
        assert_eq!(yes_no("-"), Ok(false));
        assert!(yes_no("может быть").is_err());
        assert_eq!(sex("Ж."), Ok(Sex::Female));
        assert_eq!(sex("male"), Ok(Sex::Male));
        assert!(sex("?").is_err());
    }

    #[test]
    fn a_phone_is_told_from_a_date_and_from_a_code() {
        for phone in [
            "+7 812 350-94-14",
            "8(921)1234567",
            "79211234567",
            "350-94-14",
        ] {
            assert!(looks_like_phone(phone), "{phone}");
        }
        for other in [
            "2025-12-31",
            "31.12.2025",
            "7707083893",
            "д. 5-7",
            "12-05-1980",
        ] {
            assert!(!looks_like_phone(other), "{other}");
        }
    }
}
