//! The time that figures are of.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A time, seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// This week.
    Week,
    /// This month.
    Month,
    /// The month before.
    LastMonth,
    /// This quarter.
    Quarter,
    /// This year.
    Year,
    /// The year before.
    LastYear,
    /// All that there was.
    All,
    /// From one day to another, as they are typed.
    Own,
}

impl Period {
    /// Every one, with the name of its label.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Week, "results-week"),
        (Self::Month, "results-month"),
        (Self::LastMonth, "results-last-month"),
        (Self::Quarter, "results-quarter"),
        (Self::Year, "results-year"),
        (Self::LastYear, "results-last-year"),
        (Self::All, "results-all-time"),
        (Self::Own, "results-own-time"),
    ];

    /// Its first and its last day; `None` where they are typed.
    pub fn days(self, today: NaiveDate) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
        let month = today.with_day(1);
        let year = |year| NaiveDate::from_ymd_opt(year, 1, 1);
        Some(match self {
            Self::Week => {
                let week = today.week(Weekday::Mon);
                (week.checked_first_day(), week.checked_last_day())
            }
            Self::Month => (month, month.and_then(|first| last(first, 1))),
            Self::LastMonth => {
                let first = month.and_then(|first| first.checked_sub_months(Months::new(1)));
                (first, first.and_then(|first| last(first, 1)))
            }
            Self::Quarter => {
                let first = month.and_then(|month| month.with_month(today.month0() / 3 * 3 + 1));
                (first, first.and_then(|first| last(first, 3)))
            }
            Self::Year => {
                let first = year(today.year());
                (first, first.and_then(|first| last(first, 12)))
            }
            Self::LastYear => {
                let first = year(today.year() - 1);
                (first, first.and_then(|first| last(first, 12)))
            }
            Self::All => (None, None),
            Self::Own => return None,
        })
    }
}

/// The last day of so many months that begin on a day.
fn last(first: NaiveDate, months: u32) -> Option<NaiveDate> {
    let next = first.checked_add_months(Months::new(months))?;
    next.checked_sub_days(Days::new(1))
}
