//! Decimal numbers as people type them: digits in groups, a comma or a point, any minus.

/// How many millionths a whole has: the unit in which numbers are kept.
pub const MILLIONTHS: u32 = 6;

/// What `text` means, in units of one to the power of ten of `places`: `1 234,5` with two places is
/// 123450. `None` where it is no number, is finer than the unit, or does not fit.
///
/// A comma and a point are both taken for the decimal sign. Where both stand the last one is it,
/// and one that stands twice parts groups.
pub fn read(text: &str, places: u32) -> Option<i64> {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
    let bare: String = text.chars().filter(|c| !is_gap(*c)).collect();
    let (is_negative, bare) = match bare.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest),
        None => (false, bare.strip_prefix('+').unwrap_or(&bare)),
    };
    let (whole, fraction) = bare.split_at(decimal_sign(bare).unwrap_or(bare.len()));
    if !is_grouped(whole) {
        return None;
    }
    let whole = whole.replace([',', '.'], "");
    let fraction = fraction.trim_start_matches([',', '.']);
    let digits = fraction.trim_end_matches('0');
    let is_number = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() && fraction.is_empty() || !is_number(&whole) || !is_number(fraction) {
        return None;
    }
    let missing = places.checked_sub(u32::try_from(digits.len()).ok()?)?;
    let joined = format!("{whole}{digits}");
    let units: i64 = match joined.as_str() {
        "" => 0,
        joined => joined.parse().ok()?,
    };
    let units = units.checked_mul(10_i64.checked_pow(missing)?)?;
    Some(if is_negative { -units } else { units })
}

/// Where the decimal sign stands, if there is one.
fn decimal_sign(text: &str) -> Option<usize> {
    let last = text.rfind([',', '.'])?;
    let sign = &text[last..=last];
    (text.matches(sign).count() == 1).then_some(last)
}

/// Whether the parts between the signs are groups of three digits.
fn is_grouped(whole: &str) -> bool {
    whole
        .split([',', '.'])
        .skip(1)
        .all(|group| group.len() == 3)
}

/// An amount in kopecks, typed with or without the sign of its currency.
pub fn read_money(text: &str) -> Option<i64> {
    let bare = text.trim().to_lowercase();
    let bare = ["₽", "рублей", "руб.", "руб", "р.", "р", "rub"]
        .iter()
        .find_map(|sign| bare.strip_suffix(sign))
        .unwrap_or(&bare);
    read(bare.trim_start_matches('₽'), 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_however_they_are_written() {
        let read = |text| read(text, 2);
        assert_eq!(read("1 234,5"), Some(123_450));
        assert_eq!(read("1\u{a0}284\u{a0}600,00"), Some(128_460_000));
        assert_eq!(read("1,284,600.05"), Some(128_460_005));
        assert_eq!(read("1.284.600"), Some(128_460_000));
        assert_eq!(read("−0,5"), Some(-50));
        assert_eq!(read("+7"), Some(700));
        assert_eq!(read(".5"), Some(50));
        assert_eq!(read("5."), Some(500));
        assert_eq!(read("0"), Some(0));
        assert_eq!(read("0,10000"), Some(10));
    }

    #[test]
    fn what_is_no_number_is_told() {
        for text in [
            "",
            " ",
            ".",
            "-",
            "пять",
            "1e5",
            "1,5,",
            "12a",
            "0,125",
            "9".repeat(19).as_str(),
        ] {
            assert_eq!(read(text, 2), None, "{text:?}");
        }
    }

    #[test]
    fn an_amount_may_bear_its_sign() {
        assert_eq!(read_money("1 000 ₽"), Some(100_000));
        assert_eq!(read_money("₽1,000.50"), Some(100_050));
        assert_eq!(read_money("99,90 руб."), Some(9_990));
        assert_eq!(read_money("сто рублей"), None);
    }

    proptest! {
        #[test]
        fn reading_never_fails_badly(text in "[-−+0-9., ]{0,24}", places in 0..7u32) {
            let _ = read(&text, places);
        }
    }
}
