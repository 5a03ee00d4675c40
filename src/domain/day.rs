//! Days as people type them.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::Birthday;
use crate::domain::text::fold;

/// Two digits of a year reach so many years ahead; what lies further belongs to the last century.
const YEARS_AHEAD: u32 = 50;

/// The day that somebody means who types `12.05.2027`, `12.5.27` or `12 мая 2027`; `None` where it
/// is none, or lacks its year.
pub fn read(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    read_parts(text, today)?.date()
}

/// The same for a day that is planned: without a year it is the next such day, and `сегодня`,
/// `завтра`, `today`, `tomorrow` are days too.
pub fn read_coming(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match &*fold(text) {
        "сегодня" | "today" => return Some(today),
        "завтра" | "tomorrow" => return today.checked_add_days(Days::new(1)),
        _ => {}
    }
    let read = read_parts(text, today)?;
    let day = read.in_leap_year();
    // 29 February may be eight years away.
    let mut years = today.year()..=today.year() + 8;
    read.date()
        .or_else(|| years.find_map(|year| day.with_year(year).filter(|coming| *coming >= today)))
}

fn read_parts(text: &str, today: NaiveDate) -> Option<Birthday> {
    let horizon = today.checked_add_months(Months::new(12 * YEARS_AHEAD))?;
    Birthday::read(text, horizon)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn two_digits_of_a_year_may_lie_ahead() {
        let today = day("2026-11-22");
        assert_eq!(read("12.05.27", today), Some(day("2027-05-12")));
        assert_eq!(read("12.05.80", today), Some(day("1980-05-12")));
        assert_eq!(read("12 мая 2027", today), Some(day("2027-05-12")));
        assert_eq!(read("12.05", today), None);
        assert_eq!(read("31.02.2027", today), None);
    }

    #[test]
    fn a_planned_day_without_a_year_is_the_next_one() {
        let today = day("2026-11-22");
        assert_eq!(read_coming("22.11", today), Some(today));
        assert_eq!(read_coming("21 ноября", today), Some(day("2027-11-21")));
        assert_eq!(read_coming("29.02", today), Some(day("2028-02-29")));
        assert_eq!(read_coming("Завтра", today), Some(day("2026-11-23")));
        assert_eq!(read_coming("today", today), Some(today));
        assert_eq!(read_coming("когда-нибудь", today), None);
    }
}
