//! Numbers without rounding.

use std::cmp::Ordering;

/// An exact decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    units: i128,
    /// How many decimal places `units` has.
    places: u32,
}

/// More decimal places than any amount or quantity has.
const MAX_PLACES: u32 = 12;

impl Decimal {
    /// A number as people and programs write it: `1234.5`, `1 234,50`, `-3`, `1e3`. None for
    /// anything else.
    pub fn read(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if let Some((number, power)) = text.split_once(['e', 'E']) {
            return Self::read(number)?.shifted(power.parse().ok()?);
        }
        let text = text.replace(['−', '–'], "-").replace(',', ".");
        let (minus, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text.as_str()),
        };
        let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_number(whole) || !is_number(rest) || digits.ends_with('.') {
            return None;
        }
        let rest = &rest[..rest.len().min(MAX_PLACES as usize)];
        let units: i128 = format!("{whole}{rest}").parse().ok()?;
        Some(Self {
            units: if minus { -units } else { units },
            places: u32::try_from(rest.len()).ok()?,
        })
    }

    /// An amount in hundredths.
    pub fn minor(minor: i64) -> Self {
        Self {
            units: i128::from(minor),
            places: 2,
        }
    }

    fn shifted(self, power: i32) -> Option<Self> {
        let places = i32::try_from(self.places).ok()? - power;
        if (0..=MAX_PLACES.cast_signed()).contains(&places) {
            let places = places.cast_unsigned();
            return Some(Self { places, ..self });
        }
        let factor = 10i128.checked_pow(places.checked_neg()?.try_into().ok()?)?;
        Some(Self {
            units: self.units.checked_mul(factor)?,
            places: 0,
        })
    }

    /// Whether it is nought.
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// The number in units of its last decimal place, rounded half away from nought, as
    /// bookkeeping does. None where it does not fit.
    pub fn rounded(self, places: u32) -> Option<i64> {
        let units = match places.checked_sub(self.places) {
            Some(more) => self.units.checked_mul(10i128.checked_pow(more)?)?,
            None => {
                let factor = 10i128.checked_pow(self.places - places)?;
                let half = factor / 2 * self.units.signum();
                self.units.checked_add(half)? / factor
            }
        };
        units.try_into().ok()
    }

    /// How many decimal places it was written with.
    pub fn places(self) -> u32 {
        self.places
    }

    /// The sum; none where it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let units = self.at(places)?.checked_add(other.at(places)?)?;
        Some(Self { units, places })
    }

    /// Which of two is larger.
    pub fn compare(self, other: Self) -> Ordering {
        let places = self.places.max(other.places);
        self.at(places).cmp(&other.at(places))
    }

    fn at(self, places: u32) -> Option<i128> {
        self.units
            .checked_mul(10i128.checked_pow(places - self.places)?)
    }

    /// The number with so many decimal places, in groups of three digits.
    pub fn written(self, places: u32, (mark, group): (char, char)) -> Option<String> {
        let units = self.rounded(places)?;
        let digits = format!(
            "{:0width$}",
            units.unsigned_abs(),
            width = places as usize + 1
        );
        let (whole, rest) = digits.split_at(digits.len() - places as usize);
        let mut text = String::from(if units < 0 { "−" } else { "" });
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push(group);
            }
            text.push(digit);
        }
        if places > 0 {
            text.push(mark);
            text.push_str(rest);
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, minor) in [
            ("1234.5", 123_450),
            ("1 234,50", 123_450),
            ("1\u{a0}234,505", 123_451),
            ("-0.005", -1),
            ("2.5e3", 250_000),
            ("1e-1", 10),
            ("7", 700),
        ] {
            assert_eq!(
                Decimal::read(text).unwrap().rounded(2),
                Some(minor),
                "{text}"
            );
        }
        for text in ["", "1.", ".5", "1.2.3", "12a", "1e999", "--1"] {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_in_groups() {
        let written = |text: &str, places| {
            Decimal::read(text)
                .unwrap()
                .written(places, (',', ' '))
                .unwrap()
        };
        assert_eq!(written("1234567.5", 2), "1 234 567,50");
        assert_eq!(written("-999", 0), "−999");
        assert_eq!(written("0.005", 2), "0,01");
    }

    #[test]
    fn numbers_compare_by_what_they_are_worth() {
        let read = |text| Decimal::read(text).unwrap();
        assert_eq!(read("1.50").compare(read("1.5")), Ordering::Equal);
        assert_eq!(read("2").compare(read("10")), Ordering::Less);
    }
}
