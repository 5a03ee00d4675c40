//! Days in the forms people and programs write them.

use chrono::{Datelike, NaiveDate};

use crate::domain::Birthday;
use crate::domain::text::{fold, words};
use crate::error::CellFault;

/// Beginnings of the names of months, January first.
const MONTHS: [&[&str]; 12] = [
    &["янв", "jan"],
    &["фев", "feb"],
    &["мар", "mar"],
    &["апр", "apr"],
    &["мая", "май", "may"],
    &["июн", "jun"],
    &["июл", "jul"],
    &["авг", "aug"],
    &["сен", "sep"],
    &["окт", "oct"],
    &["ноя", "nov"],
    &["дек", "dec"],
];

/// Years a date of business or of birth can have.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

/// A day: `2025-12-31`, `31.12.2025`, `31/12/25`, `31 декабря 2025 г.`, `Dec 31, 2025`; a time
/// behind it is passed over. A year of two digits is the last one not after next year's.
///
/// # Errors
/// When it is no day.
pub fn date(text: &str, today: NaiveDate) -> Result<NaiveDate, CellFault> {
    parse(text, today.year().saturating_add(1))
        .and_then(Birthday::date)
        .ok_or_else(|| CellFault::NotADate(text.to_owned()))
}

/// A birthday: any form of [`date()`], or without the year: `5 мая`, `05.05`, `--05-05`.
///
/// # Errors
/// When it is no day.
pub fn birthday(text: &str, today: NaiveDate) -> Result<Birthday, CellFault> {
    let written = text.trim().parse().ok();
    written
        .or_else(|| parse(text, today.year()))
        .ok_or_else(|| CellFault::NotADate(text.to_owned()))
}

/// Whether it is a whole date, with its year.
pub fn is_date(text: &str) -> bool {
    date(text, NaiveDate::MAX).is_ok()
}

fn parse(text: &str, latest: i32) -> Option<Birthday> {
    if text.len() > 60 {
        return None;
    }
    let folded = fold(without_time(text));
    let parts: Vec<&str> = words(&folded).map(without_ending).collect();
    let parts: Vec<&str> = parts
        .into_iter()
        .filter(|part| !is_year_word(part))
        .collect();
    match parts[..] {
        [one] => compact(one),
        [first, second] => without_year(first, second, text),
        [first, second, third] => whole([first, second, third], latest),
        _ => None,
    }
}

/// The text up to a time of day: `31.12.2025 10:30`, `2025-12-31T10:30:00Z`.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else {
        return text;
    };
    let before = &text[..colon];
    let end = before.rfind([' ', 'T', '\u{a0}']).unwrap_or(0);
    &text[..end]
}

/// `5th`, `1980г` without their endings.
fn without_ending(word: &str) -> &str {
    let digits = word.trim_end_matches(char::is_alphabetic);
    match &word[digits.len()..] {
        "г" | "го" | "е" | "st" | "nd" | "rd" | "th" if !digits.is_empty() => digits,
        _ => word,
    }
}

fn is_year_word(word: &str) -> bool {
    matches!(word, "г" | "р" | "год" | "года" | "of" | "the")
}

/// `20251231`
fn compact(text: &str) -> Option<Birthday> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    day(
        Some(i32::try_from(number(0..4)?).ok()?),
        number(4..6)?,
        number(6..8)?,
    )
}

fn without_year(first: &str, second: &str, text: &str) -> Option<Birthday> {
    if let Some(month) = month(second) {
        return day(None, month, first.parse().ok()?);
    }
    if let Some(month) = month(first) {
        return day(None, month, second.parse().ok()?);
    }
    let is_short = |part: &str| part.len() <= 2;
    let is_written_so = text.contains(['.', '/']) && is_short(first) && is_short(second);
    is_written_so.then(|| day(None, second.parse().ok()?, first.parse().ok()?))?
}

fn whole(parts: [&str; 3], latest: i32) -> Option<Birthday> {
    let [first, second, third] = parts;
    if let Some(month) = month(second) {
        return match first.len() {
            4 => day(Some(year(first, latest)?), month, third.parse().ok()?),
            _ => day(Some(year(third, latest)?), month, first.parse().ok()?),
        };
    }
    if let Some(month) = month(first) {
        return day(Some(year(third, latest)?), month, second.parse().ok()?);
    }
    let [a, b] = [first, second].map(|part| part.parse::<u32>().ok());
    if first.len() == 4 {
        return day(Some(year(first, latest)?), b?, third.parse().ok()?);
    }
    let year = Some(year(third, latest)?);
    // Only Americans put the month first, and only a day over twelve gives them away.
    day(year, b?, a?).or_else(|| day(year, a?, b?))
}

/// A year of four digits, or of two: the last such year up to `latest`.
fn year(text: &str, latest: i32) -> Option<i32> {
    let number: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(number),
        2 => {
            let latest = latest.min(*YEARS.end());
            let century = latest - latest.rem_euclid(100);
            let year = century + number;
            Some(if year > latest { year - 100 } else { year })
        }
        _ => None,
    }
}

/// `None` where there is no such day.
fn day(year: Option<i32>, month: u32, day: u32) -> Option<Birthday> {
    match year {
        Some(year) if !YEARS.contains(&year) => None,
        year => Birthday::new(year, month, day),
    }
}

fn month(word: &str) -> Option<u32> {
    (1..)
        .zip(MONTHS)
        .find(|(_, names)| names.iter().any(|name| word.starts_with(name)))
        .map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    #[test]
    fn a_day_is_read_in_many_forms() {
        let cases = [
            ("1980-05-12", "1980-05-12"),
            ("12.05.1980", "1980-05-12"),
            ("12.5.80", "1980-05-12"),
            ("12/5/80", "1980-05-12"),
            ("5/13/1980", "1980-05-13"),
            ("12-05-1980", "1980-05-12"),
            ("1980/05/12", "1980-05-12"),
            ("19800512", "1980-05-12"),
            ("12 мая 1980", "1980-05-12"),
            ("12 мая 1980 г.", "1980-05-12"),
            ("12 МАЯ 1980г.р.", "1980-05-12"),
            ("May 12, 1980", "1980-05-12"),
            ("12th of May 1980", "1980-05-12"),
            ("12-май-80", "1980-05-12"),
            ("2025-12-31 10:30", "2025-12-31"),
            ("2025-12-31T10:30:00Z", "2025-12-31"),
            ("31.12.2025 9:05:00", "2025-12-31"),
            ("01.02.26", "2026-02-01"),
        ];
        for (text, expected) in cases {
            let found = date(text, today()).map(|day| day.to_string());
            assert_eq!(found.as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn a_birthday_may_lack_its_year() {
        for text in ["5 мая", "05.05", "5/5", "May 5", "--05-05", "5 мая."] {
            let found = birthday(text, today()).unwrap();
            assert_eq!(found.to_string(), "--05-05", "{text}");
        }
        assert_eq!(birthday("29.02", today()).unwrap().to_string(), "--02-29");
        assert_eq!(birthday("1.1.27", today()).unwrap().year(), Some(1927));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        let others = [
            "",
            "31.02.2025",
            "завтра",
            "5",
            "12.05.19800",
            "7707083893",
            "1:2:3",
            "00.00.0000",
            "5 мая 198",
            "12.05.1780",
        ];
        for text in others {
            assert_eq!(
                date(text, today()),
                Err(CellFault::NotADate(text.into())),
                "{text}"
            );
        }
        assert!(date("5 мая", today()).is_err());
    }
}
