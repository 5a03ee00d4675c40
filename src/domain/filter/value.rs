//! Numbers and days as they are typed into a filter.

use chrono::NaiveDate;

use crate::domain::field::Nature;
use crate::domain::{Birthday, decimal};

/// How many decimal places the numbers of a nature keep.
fn decimals(nature: Nature) -> usize {
    match nature {
        Nature::Number => 6,
        Nature::Money => 2,
        _ => 0,
    }
}

/// The number somebody means who writes `1 000`, `1000,5`, `-0.25` or `50%`, as a field of that
/// nature keeps it; `None` where it is none, or has more decimal places.
pub fn number(text: &str, nature: Nature) -> Option<i64> {
    match nature {
        Nature::Money => decimal::read_money(text),
        Nature::Number => decimal::read(text, decimal::MILLIONTHS),
        _ => decimal::read(text.trim().trim_end_matches('%'), 0),
    }
}

/// A number of that nature as a filter says it: `1000.5`.
pub fn written(number: i64, nature: Nature) -> String {
    let places = decimals(nature);
    let sign = if number < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = places + 1);
    let (whole, rest) = digits.split_at(digits.len() - places);
    let rest = rest.trim_end_matches('0');
    match rest {
        "" => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}.{rest}"),
    }
}

/// The day somebody means; two digits of a year are of this century.
pub fn day(text: &str) -> Option<NaiveDate> {
    let end_of_century = NaiveDate::from_ymd_opt(2099, 12, 31)?;
    Birthday::read(text, end_of_century)?.date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_however_it_is_written() {
        for (text, nature, meant) in [
            ("1 000", Nature::Integer, Some(1000)),
            ("1000,50", Nature::Money, Some(100_050)),
            ("−0.25", Nature::Number, Some(-250_000)),
            ("1 284 600 ₽", Nature::Money, Some(128_460_000)),
            ("50%", Nature::Integer, Some(50)),
            ("0.5", Nature::Integer, None),
            ("1.005", Nature::Money, None),
            ("пять", Nature::Integer, None),
            ("", Nature::Integer, None),
            ("-", Nature::Integer, None),
            ("99999999999999999999", Nature::Integer, None),
        ] {
            assert_eq!(number(text, nature), meant, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same(n in -i64::MAX..i64::MAX) {
            for nature in [Nature::Integer, Nature::Number, Nature::Money] {
                prop_assert_eq!(number(&written(n, nature), nature), Some(n));
            }
        }
    }
}
