//! How papers are numbered: a mask with a counter and parts of the date.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

/// The mask of those whom the office has given none: `01/26`.
pub const USUAL_MASK: &str = "{n:02}/{yy}";
/// The widest counter that can be asked for.
const WIDEST: usize = 12;

/// A pattern of numbers: `{n:02}/{yy}`, `Д-{yyyy}-{mm}-{n}`.
///
/// `{n}` is the counter, `{n:04}` the counter with four digits at the least; `{yyyy}`, `{yy}`,
/// `{mm}` and `{dd}` are the date of the paper. In Russian `{гггг}`, `{гг}`, `{мм}`, `{дд}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberMask {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Counter(usize),
    Year,
    ShortYear,
    Month,
    Day,
}

/// Why a mask makes no numbers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadMask {
    /// It has no counter: every paper would have the same number.
    #[error("a mask has a counter {{n}}")]
    NoCounter,
    /// A brace is not closed.
    #[error("a brace is not closed")]
    Unclosed,
    /// Nobody knows what this part is.
    #[error("{{{0}}} is no part of a mask")]
    Unknown(String),
}

impl NumberMask {
    /// Reads a mask.
    pub fn read(text: &str) -> Result<Self, BadMask> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find('{') {
            let (before, behind) = rest.split_at(at);
            push_text(&mut parts, before);
            let end = behind.find('}').ok_or(BadMask::Unclosed)?;
            parts.push(part(&behind[1..end])?);
            rest = &behind[end + 1..];
        }
        push_text(&mut parts, rest);
        let counts = parts.iter().any(|part| matches!(part, Part::Counter(_)));
        match counts {
            true => Ok(Self { parts }),
            false => Err(BadMask::NoCounter),
        }
    }

    /// The mask of those whom the office has given none.
    pub fn usual() -> Self {
        Self {
            parts: vec![
                Part::Counter(2),
                Part::Text("/".to_owned()),
                Part::ShortYear,
            ],
        }
    }

    /// The number that a counter makes on a day.
    pub fn number(&self, count: i64, day: NaiveDate) -> String {
        let mut number = String::new();
        for part in &self.parts {
            // Writing into a text never fails.
            let _ = match part {
                Part::Text(text) => write!(number, "{text}"),
                Part::Counter(width) => write!(number, "{count:0width$}"),
                Part::Year => write!(number, "{}", day.year()),
                Part::ShortYear => write!(number, "{:02}", day.year().rem_euclid(100)),
                Part::Month => write!(number, "{:02}", day.month()),
                Part::Day => write!(number, "{:02}", day.day()),
            };
        }
        number
    }

    /// What the counter counts in: the year, which numbers tell; 0 where they do not, since a
    /// counter that began anew would give them twice.
    pub fn period(&self, day: NaiveDate) -> i64 {
        let is_year = |part: &Part| matches!(part, Part::Year | Part::ShortYear);
        match self.parts.iter().any(is_year) {
            true => i64::from(day.year()),
            false => 0,
        }
    }
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    if !text.is_empty() {
        parts.push(Part::Text(text.to_owned()));
    }
}

fn part(said: &str) -> Result<Part, BadMask> {
    let unknown = || BadMask::Unknown(said.to_owned());
    let (name, width) = said.split_once(':').unwrap_or((said, ""));
    let counter = |width: &str| match width {
        "" => Ok(Part::Counter(1)),
        width => match width.parse() {
            Ok(width @ 1..=WIDEST) => Ok(Part::Counter(width)),
            _ => Err(unknown()),
        },
    };
    match (name.trim().to_lowercase().as_str(), width.trim()) {
        ("n" | "н", width) => counter(width),
        ("yyyy" | "гггг", "") => Ok(Part::Year),
        ("yy" | "гг", "") => Ok(Part::ShortYear),
        ("mm" | "мм", "") => Ok(Part::Month),
        ("dd" | "дд", "") => Ok(Part::Day),
        _ => Err(unknown()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2032, 8, 3).unwrap()
    }

    fn number(mask: &str, count: i64) -> String {
        NumberMask::read(mask).unwrap().number(count, day())
    }

    #[test]
    fn numbers_look_as_in_the_register() {
        assert_eq!(number("{n:02}/{yy}", 8), "08/32");
        assert_eq!(number(USUAL_MASK, 123), "123/32");
        assert_eq!(number("Д-{гггг}/{мм}-{n:4}", 7), "Д-2032/08-0007");
        assert_eq!(number("{dd}{mm}{n}", 1), "03081");
        assert_eq!(NumberMask::read(USUAL_MASK), Ok(NumberMask::usual()));
    }

    #[test]
    fn a_mask_without_a_counter_makes_no_numbers() {
        assert_eq!(NumberMask::read("{yy}/1"), Err(BadMask::NoCounter));
        assert_eq!(NumberMask::read("{n"), Err(BadMask::Unclosed));
        assert_eq!(
            NumberMask::read("{n}{q}"),
            Err(BadMask::Unknown("q".into()))
        );
        assert!(NumberMask::read("{n:99}").is_err());
        assert!(NumberMask::read("{yy:2}{n}").is_err());
    }

    #[test]
    fn the_counter_begins_anew_only_where_the_number_tells_the_year() {
        let period = |mask| NumberMask::read(mask).unwrap().period(day());
        assert_eq!(period("{n}/{yy}"), 2032);
        assert_eq!(period("{n}"), 0);
        assert_eq!(period("{mm}-{n}"), 0);
    }

    proptest! {
        #[test]
        fn no_two_counts_make_one_number(a in 1..100_000_i64, b in 1..100_000_i64) {
            for mask in ["{n:02}/{yy}", "{n}", "С{n:6}"] {
                prop_assert_eq!(number(mask, a) == number(mask, b), a == b);
            }
        }

        #[test]
        fn reading_never_fails_badly(text in "[{}nymd:0-9а-я/]{0,16}") {
            let _ = NumberMask::read(&text);
        }
    }
}
