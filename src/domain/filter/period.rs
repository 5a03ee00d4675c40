//! Days as seen from today.

use chrono::{Datelike, Days, Months, NaiveDate};

/// A span of days that moves along with today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// Today.
    Today,
    /// From Monday to Sunday of this week.
    ThisWeek,
    /// This calendar month.
    ThisMonth,
    /// This calendar year.
    ThisYear,
    /// Today and so many days after it.
    Next(u32),
    /// Today and so many days before it.
    Last(u32),
    /// So many months ago or earlier.
    MonthsAgo(u32),
    /// Before today.
    Past,
    /// After today.
    Future,
}

impl Period {
    /// The first and the last day, both included; `None` where it has no end.
    pub fn range(self, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let after = |days: u64| today.checked_add_days(Days::new(days));
        let before = |days: u64| today.checked_sub_days(Days::new(days));
        let (year, month) = (today.year(), today.month());
        match self {
            Self::Today => (Some(today), Some(today)),
            Self::ThisWeek => {
                let weekday = u64::from(today.weekday().num_days_from_monday());
                (before(weekday), after(6 - weekday))
            }
            Self::ThisMonth => {
                let first = NaiveDate::from_ymd_opt(year, month, 1);
                let next = first.and_then(|first| first.checked_add_months(Months::new(1)));
                (first, next.and_then(|next| next.pred_opt()))
            }
            Self::ThisYear => (
                NaiveDate::from_ymd_opt(year, 1, 1),
                NaiveDate::from_ymd_opt(year, 12, 31),
            ),
            Self::Next(days) => (Some(today), after(days.into())),
            Self::Last(days) => (before(days.into()), Some(today)),
            Self::MonthsAgo(months) => (None, today.checked_sub_months(Months::new(months))),
            Self::Past => (None, today.pred_opt()),
            Self::Future => (today.succ_opt(), None),
        }
    }

    /// Whether it makes sense of a birthday, which comes back each year.
    pub fn returns(self) -> bool {
        matches!(
            self,
            Self::Today | Self::ThisWeek | Self::ThisMonth | Self::Next(_) | Self::Last(_)
        )
    }

    /// The spans of `MM-DD` whose birthdays fall into the period, both ends included: none at all
    /// where every day does.
    ///
    /// Who was born on 29 February has the birthday on the 28th in other years.
    pub fn birthdays(self, today: NaiveDate) -> Vec<(String, String)> {
        let (Some(first), Some(last)) = self.range(today) else {
            return Vec::new();
        };
        if (last - first).num_days() >= 365 {
            return Vec::new();
        }
        let day = |date: NaiveDate| date.format("%m-%d").to_string();
        let is_cut = (last.month(), last.day()) == (2, 28) && !last.leap_year();
        let (from, until) = (
            day(first),
            if is_cut {
                "02-29".to_owned()
            } else {
                day(last)
            },
        );
        if from <= until {
            vec![(from, until)]
        } else {
            vec![(from, "12-31".to_owned()), ("01-01".to_owned(), until)]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_moves_along_with_today() {
        let today = day("2024-02-29"); // a Thursday
        for (period, first, last) in [
            (Period::Today, "2024-02-29", "2024-02-29"),
            (Period::ThisWeek, "2024-02-26", "2024-03-03"),
            (Period::ThisMonth, "2024-02-01", "2024-02-29"),
            (Period::ThisYear, "2024-01-01", "2024-12-31"),
            (Period::Next(7), "2024-02-29", "2024-03-07"),
            (Period::Last(30), "2024-01-30", "2024-02-29"),
        ] {
            let range = (Some(day(first)), Some(day(last)));
            assert_eq!(period.range(today), range, "{period:?}");
        }
        let year_ago = Some(day("2023-02-28"));
        assert_eq!(Period::MonthsAgo(12).range(today), (None, year_ago));
        assert_eq!(Period::Past.range(today), (None, Some(day("2024-02-28"))));
    }

    #[test]
    fn birthdays_come_back_over_the_end_of_a_year() {
        let spans = Period::Next(7).birthdays(day("2025-12-28"));
        let meant = [("12-28", "12-31"), ("01-01", "01-04")];
        assert_eq!(spans, meant.map(|(a, b)| (a.to_owned(), b.to_owned())));
        let leap = Period::Today.birthdays(day("2025-02-28"));
        assert_eq!(leap, [("02-28".to_owned(), "02-29".to_owned())]);
        assert_eq!(Period::Next(400).birthdays(day("2025-02-28")), []);
    }
}
