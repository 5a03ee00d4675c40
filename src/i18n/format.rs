//! Numbers, dates and money as each language writes them.

use chrono::{DateTime, Local, NaiveDate, Utc};

use crate::domain::{Birthday, Currency, Money};
use crate::i18n::{Language, Locale};

/// Between groups of digits and before a sign in Russian: never a place to break the line.
const NBSP: char = '\u{a0}';

impl Locale {
    /// A whole number with its digits in groups: `1 284 600`, `1,284,600`.
    pub fn number(&self, number: i64) -> String {
        grouped(number, self.language)
    }

    /// A number kept in millionths, with as many decimal places as it has: `1 234,5`, `1,234.5`.
    pub fn decimal(&self, millionths: i64) -> String {
        let (whole, rest) = (
            millionths.unsigned_abs() / 1_000_000,
            millionths.unsigned_abs() % 1_000_000,
        );
        // A millionth of what fits into 64 bits always fits.
        let whole = grouped(i64::try_from(whole).unwrap_or(i64::MAX), self.language);
        let minus = if millionths < 0 { "−" } else { "" };
        let sign = match self.language {
            Language::Russian => ',',
            Language::English => '.',
        };
        let places = format!("{rest:06}");
        match places.trim_end_matches('0') {
            "" => format!("{minus}{whole}"),
            places => format!("{minus}{whole}{sign}{places}"),
        }
    }

    /// An amount, exact to its minor unit: `1 284 600,00 ₽`, `₽1,284,600.00`.
    pub fn money(&self, money: Money) -> String {
        let minor = money.minor.unsigned_abs();
        let (whole, rest) = (minor / 100, minor % 100);
        // A hundredth of what fits into 64 bits always fits.
        let whole = grouped(i64::try_from(whole).unwrap_or(i64::MAX), self.language);
        let minus = if money.minor < 0 { "−" } else { "" };
        let sign = money.currency.sign();
        match (self.language, money.currency) {
            (Language::Russian, _) => format!("{minus}{whole},{rest:02}{NBSP}{sign}"),
            // A sign of letters needs a gap before the digits.
            (Language::English, Currency::Byn) => format!("{minus}{sign}{NBSP}{whole}.{rest:02}"),
            (Language::English, _) => format!("{minus}{sign}{whole}.{rest:02}"),
        }
    }

    /// An amount in kopecks without the sign of its currency, as one types it: `1 284 600,00`.
    pub fn amount(&self, kopecks: i64) -> String {
        let minor = kopecks.unsigned_abs();
        let whole = grouped(
            i64::try_from(minor / 100).unwrap_or(i64::MAX),
            self.language,
        );
        let minus = if kopecks < 0 { "−" } else { "" };
        let sign = match self.language {
            Language::Russian => ',',
            Language::English => '.',
        };
        format!("{minus}{whole}{sign}{:02}", minor % 100)
    }

    /// How long a file is, rounded to what one remembers: `950 Б`, `1,4 МБ`, `1.4 MB`.
    pub fn size(&self, bytes: u64) -> String {
        let (mut tenths, mut unit) = (bytes.saturating_mul(10), 0);
        while tenths >= 10_240 && unit < 3 {
            tenths = (tenths + 512) / 1024;
            unit += 1;
        }
        let whole = grouped(
            i64::try_from(tenths / 10).unwrap_or(i64::MAX),
            self.language,
        );
        let number = match (tenths % 10, self.language) {
            (0, _) => whole,
            _ if tenths >= 1000 => grouped(((tenths + 5) / 10).cast_signed(), self.language),
            (rest, Language::Russian) => format!("{whole},{rest}"),
            (rest, Language::English) => format!("{whole}.{rest}"),
        };
        let key = match unit {
            0 => "file-size-bytes",
            1 => "file-size-kilobytes",
            2 => "file-size-megabytes",
            _ => "file-size-gigabytes",
        };
        self.with(key, &[("number", number.into())])
    }

    /// A day: `29.06.2026`, `29 Jun 2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        let pattern = match self.language {
            Language::Russian => "%d.%m.%Y",
            Language::English => "%-d %b %Y",
        };
        date.format(pattern).to_string()
    }

    /// A birthday, with its year where that is known: `12.05.1980` or `12.05`, `12 May`.
    pub fn birthday(&self, birthday: Birthday) -> String {
        let pattern = match self.language {
            Language::Russian => "%d.%m",
            Language::English => "%-d %b",
        };
        match birthday.date() {
            Some(date) => self.date(date),
            None => birthday.in_leap_year().format(pattern).to_string(),
        }
    }

    /// A moment in the local time of this computer: `29.06.2026 14:05`.
    pub fn moment(&self, moment: DateTime<Utc>) -> String {
        let local = moment.with_timezone(&Local);
        format!(
            "{} {}",
            self.date(local.date_naive()),
            local.format("%H:%M")
        )
    }
}

/// A whole number with its digits in groups of three.
pub fn grouped(number: i64, language: Language) -> String {
    let separator = match language {
        Language::Russian => NBSP,
        Language::English => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_as_the_language_does() {
        assert_eq!(grouped(1_284_600, Language::Russian), "1\u{a0}284\u{a0}600");
        assert_eq!(grouped(-1_284_600, Language::English), "−1,284,600");
        assert_eq!(grouped(999, Language::English), "999");
        assert_eq!(grouped(0, Language::Russian), "0");
    }

    #[test]
    fn an_amount_reads_as_the_language_writes_it() {
        let (russian, english) = (
            Locale::new(Language::Russian),
            Locale::new(Language::English),
        );
        let price = Money::new(128_460_000, Currency::Rub);
        assert_eq!(russian.money(price), "1\u{a0}284\u{a0}600,00\u{a0}₽");
        assert_eq!(english.money(price), "₽1,284,600.00");
        let debt = Money::new(-5, Currency::Eur);
        assert_eq!(russian.money(debt), "−0,05\u{a0}€");
        assert_eq!(english.money(debt), "−€0.05");
        let least = Money::new(i64::MIN, Currency::Byn);
        assert_eq!(english.money(least), "−Br\u{a0}92,233,720,368,547,758.08");
    }

    #[test]
    fn a_number_has_the_places_it_needs() {
        let (russian, english) = (
            Locale::new(Language::Russian),
            Locale::new(Language::English),
        );
        assert_eq!(russian.decimal(1_234_500_000), "1\u{a0}234,5");
        assert_eq!(english.decimal(-1_234_000_001), "−1,234.000001");
        assert_eq!(english.decimal(0), "0");
    }

    #[test]
    fn a_day_reads_as_the_language_writes_it() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 29).unwrap();
        assert_eq!(Locale::new(Language::Russian).date(day), "29.06.2026");
        assert_eq!(Locale::new(Language::English).date(day), "29 Jun 2026");
        let birthday = "--05-12".parse().unwrap();
        assert_eq!(Locale::new(Language::Russian).birthday(birthday), "12.05");
        assert_eq!(Locale::new(Language::English).birthday(birthday), "12 May");
    }

    #[test]
    fn a_size_is_rounded_to_what_one_remembers() {
        let russian = Locale::new(Language::Russian);
        let english = Locale::new(Language::English);
        assert_eq!(russian.size(0), "0\u{a0}Б");
        assert_eq!(russian.size(950), "950\u{a0}Б");
        assert_eq!(russian.size(1024), "1\u{a0}КБ");
        assert_eq!(russian.size(1_500_000), "1,4\u{a0}МБ");
        assert_eq!(english.size(1_500_000), "1.4\u{a0}MB");
        assert_eq!(english.size(52_428_800), "50\u{a0}MB");
        assert_eq!(english.size(123_456), "121\u{a0}KB");
    }
}
