//! A birthday, whose year may be unknown.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

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
}
