//! A birthday, whose year may be unknown.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use crate::domain::text::{fold, words};

/// A leap year stands in where the year is unknown, so that 29 February is a birthday too.
const SOME_LEAP_YEAR: i32 = 2000;

/// A day of birth. As text `1980-05-12`, or `--05-12` where the year is unknown (ISO 8601:2000,
/// also the form of vCard).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Birthday {
    month: u32,
    day: u32,
    year: Option<i32>,
}

impl Birthday {
    /// The birthday on that day, or `None` where there is no such day.
    pub fn new(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year.unwrap_or(SOME_LEAP_YEAR), month, day)?;
        Some(Self { month, day, year })
    }

    /// The birthday that somebody means who writes `12.05.1980`, `12.5.80`, `12 мая`,
    /// `May 12, 1980`, `1980-05-12` or `12051980`; `None` where it is none.
    ///
    /// Two digits of a year mean the latest such year that is not after `today`.
    pub fn read(text: &str, today: NaiveDate) -> Option<Self> {
        if let Ok(birthday) = text.trim().parse() {
            return Some(birthday);
        }
        let folded = fold(text);
        let words: Vec<&str> = words(&folded)
            .filter(|word| !matches!(*word, "г" | "год" | "года"))
            .collect();
        let year = |word: &str| year(word, today);
        match *words {
            [all] if all.len() == 8 && all.is_ascii() => Self::new(
                Some(year(&all[4..])?),
                number(&all[2..4])?,
                number(&all[..2])?,
            ),
            [at, day] if number(at).is_none() => Self::new(None, month(at)?, number(day)?),
            [day, at] => Self::new(None, month(at)?, number(day)?),
            [first, at, day] if first.len() == 4 => {
                Self::new(Some(year(first)?), month(at)?, number(day)?)
            }
            [at, day, of] if number(at).is_none() => {
                Self::new(Some(year(of)?), month(at)?, number(day)?)
            }
            [day, at, of] => Self::new(Some(year(of)?), month(at)?, number(day)?),
            _ => None,
        }
    }

    /// The year of birth, where known.
    pub fn year(self) -> Option<i32> {
        self.year
    }

    /// The day itself, where the year is known.
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }

    /// The day in a leap year, to write day and month where the year is unknown.
    pub fn in_leap_year(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(SOME_LEAP_YEAR, self.month, self.day).unwrap_or_default()
    }

    /// When its day comes next, from `today` on. The 29th of February is remembered on the 28th in
    /// years that have none.
    pub fn next(self, today: NaiveDate) -> Option<NaiveDate> {
        let in_year = |year: i32| {
            NaiveDate::from_ymd_opt(year, self.month, self.day)
                .or_else(|| NaiveDate::from_ymd_opt(year, self.month, self.day - 1))
        };
        let years = [today.year(), today.year() + 1];
        let mut days = years.into_iter().filter_map(in_year);
        days.find(|next| *next >= today)
    }
}

impl From<NaiveDate> for Birthday {
    fn from(date: NaiveDate) -> Self {
        Self {
            month: date.month(),
            day: date.day(),
            year: Some(date.year()),
        }
    }
}

impl fmt::Display for Birthday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "--{:02}-{:02}", self.month, self.day),
        }
    }
}

/// The text is no birthday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a birthday")]
pub struct NoBirthday;

impl FromStr for Birthday {
    type Err = NoBirthday;

    fn from_str(text: &str) -> Result<Self, NoBirthday> {
        let number = |text: &str| text.parse().map_err(|_| NoBirthday);
        if let Some((month, day)) = text
            .strip_prefix("--")
            .and_then(|rest| rest.split_once('-'))
        {
            return Self::new(None, number(month)?, number(day)?).ok_or(NoBirthday);
        }
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| NoBirthday)?;
        Ok(Self::from(date))
    }
}

fn number(word: &str) -> Option<u32> {
    word.parse().ok()
}

/// The number of a month by its number or by its name, in Russian or English.
fn month(word: &str) -> Option<u32> {
    const NAMES: [[&str; 2]; 12] = [
        ["янв", "jan"],
        ["фев", "feb"],
        ["мар", "mar"],
        ["апр", "apr"],
        ["ма", "may"],
        ["июн", "jun"],
        ["июл", "jul"],
        ["авг", "aug"],
        ["сен", "sep"],
        ["окт", "oct"],
        ["ноя", "nov"],
        ["дек", "dec"],
    ];
    let named = |names: &[&str; 2]| names.iter().any(|name| word.starts_with(name));
    number(word).or_else(|| {
        (1..)
            .zip(&NAMES)
            .find(|(_, names)| named(names))
            .map(|(n, _)| n)
    })
}

/// A year of four digits, or of two.
fn year(word: &str, today: NaiveDate) -> Option<i32> {
    let year: i32 = word.parse().ok()?;
    match word.len() {
        4 => Some(year),
        2 => {
            let this_century = today.year() / 100 * 100 + year;
            let is_ahead = this_century > today.year();
            Some(this_century - if is_ahead { 100 } else { 0 })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_may_be_unknown() {
        let known: Birthday = "1980-05-12".parse().unwrap();
        assert_eq!(known.to_string(), "1980-05-12");
        let unknown: Birthday = "--02-29".parse().unwrap();
        assert_eq!(
            (unknown.year(), unknown.to_string()),
            (None, "--02-29".into())
        );
        assert_eq!("1981-02-29".parse::<Birthday>(), Err(NoBirthday));
        assert_eq!("--13-01".parse::<Birthday>(), Err(NoBirthday));
    }

    #[test]
    fn a_birthday_is_read_however_it_is_written() {
        let today = NaiveDate::from_ymd_opt(2026, 9, 28).unwrap();
        for (text, meant) in [
            ("12.05.1980", "1980-05-12"),
            ("12.5.80", "1980-05-12"),
            ("3/4/24", "2024-04-03"),
            ("12 мая 1980 г.", "1980-05-12"),
            ("1 марта", "--03-01"),
            ("12 мая", "--05-12"),
            ("May 12, 1980", "1980-05-12"),
            ("12 May", "--05-12"),
            ("may 12", "--05-12"),
            ("1980-05-12", "1980-05-12"),
            ("1980.05.12", "1980-05-12"),
            ("12051980", "1980-05-12"),
            ("29.02", "--02-29"),
            ("--05-12", "--05-12"),
        ] {
            let read = Birthday::read(text, today).unwrap();
            assert_eq!(read.to_string(), meant, "{text}");
        }
        for text in [
            "",
            "май",
            "31.02.1980",
            "12.13",
            "1.2.3.4",
            "вчера",
            "12.05.980",
        ] {
            assert_eq!(Birthday::read(text, today), None, "{text}");
        }
    }
}
