//! When operations repeat: the part of RRULE (RFC 5545) that people ask for.

#[cfg(test)]
mod tests;

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// How many periods without a day of its own are gone through before a rule is given up: 29
/// February may be eight years away, and a rule may skip forty of them.
const PATIENCE: u32 = 500;

/// On which days something repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which days of each period.
    pub every: Every,
    /// Every so many periods; at least 1.
    pub interval: u32,
    /// When it is over.
    pub end: End,
}

/// Which days of each period something repeats on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Every {
    /// Every day.
    Day,
    /// On these days of a week; on that of the first day where none is named.
    Week(Vec<Weekday>),
    /// On that day of a month, 1 to 31; months that have none are left out.
    MonthDay(u32),
    /// On the last day of a month.
    LastDay,
    /// On a weekday of a month: the first to the fifth; months that have none are left out.
    NthWeekday(u32, Weekday),
    /// On the last such weekday of a month.
    LastWeekday(Weekday),
    /// On the month and day of the first; 29 February in leap years alone.
    Year,
}

/// When a repetition is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Never.
    Never,
    /// After so many times, the first counted.
    After(u32),
    /// After that day.
    On(NaiveDate),
}

impl Rule {
    /// Every period, for ever.
    pub fn every(every: Every) -> Self {
        Self {
            every,
            interval: 1,
            end: End::Never,
        }
    }

    /// The days, from the first on, which counts whether it fits or not; in their order.
    pub fn days(&self, first: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        let most = match self.end {
            End::After(times) => times.max(1) as usize,
            End::Never | End::On(_) => usize::MAX,
        };
        let last = match self.end {
            End::On(day) => day,
            End::Never | End::After(_) => NaiveDate::MAX,
        };
        let later = self.fitting(first).filter(move |day| *day > first);
        let all = std::iter::once(first).chain(later);
        all.take_while(move |day| *day <= last).take(most)
    }

    /// Days that fit the rule, from the period of `first` on.
    fn fitting(&self, first: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        let mut barren = 0;
        let periods = (0u32..).map_while(move |number| {
            let days = self.period(first, number.checked_mul(self.interval.max(1))?)?;
            barren = if days.is_empty() { barren + 1 } else { 0 };
            (barren < PATIENCE).then_some(days)
        });
        periods.flatten()
    }

    /// The days of the period that comes so many periods after that of `first`; `None` beyond
    /// the end of the calendar.
    fn period(&self, first: NaiveDate, periods: u32) -> Option<Vec<NaiveDate>> {
        let month = || first.with_day(1)?.checked_add_months(Months::new(periods));
        let found = match &self.every {
            Every::Day => Some(first.checked_add_days(Days::new(periods.into()))?),
            Every::Week(days) => return week(first, periods, days),
            Every::MonthDay(day) => month()?.with_day(*day),
            Every::LastDay => Some(last_day(month()?)?),
            Every::NthWeekday(nth, weekday) => nth_weekday(month()?, *nth, *weekday),
            Every::LastWeekday(weekday) => {
                let last = last_day(month()?)?;
                Some(last - Days::new(days_since(last.weekday(), *weekday)))
            }
            Every::Year => {
                let year = i32::try_from(periods).ok()?.checked_add(first.year())?;
                NaiveDate::from_ymd_opt(year, 1, 1)?;
                first.with_year(year)
            }
        };
        Some(found.into_iter().collect())
    }

    /// The same rule, over before that day.
    pub fn until_before(&self, day: NaiveDate) -> Self {
        let last = day.pred_opt().unwrap_or(day);
        Self {
            end: End::On(last),
            ..self.clone()
        }
    }

    /// What is left of it from a day on, for one that began on `first`.
    pub fn rest(&self, first: NaiveDate, from: NaiveDate) -> Self {
        let mut rest = self.clone();
        if let End::After(times) = self.end {
            let gone = self.days(first).take_while(|day| *day < from).count();
            let gone = u32::try_from(gone).unwrap_or(times);
            rest.end = End::After(times.saturating_sub(gone).max(1));
        }
        rest
    }

    /// The rule by which something repeats that stood on one day and was moved to another.
    pub fn moved(&self, from: NaiveDate, to: NaiveDate) -> Self {
        let days = (to - from).num_days();
        let is_last = to.succ_opt().is_none_or(|next| next.month() != to.month());
        let every = match &self.every {
            Every::Day => Every::Day,
            Every::Year => Every::Year,
            Every::Week(week) => Every::Week(week.iter().map(|day| turned(*day, days)).collect()),
            Every::LastDay if is_last => Every::LastDay,
            Every::LastDay | Every::MonthDay(_) => Every::MonthDay(to.day()),
            Every::LastWeekday(_) if to.day() + 7 > days_in_month(to) => {
                Every::LastWeekday(to.weekday())
            }
            Every::LastWeekday(_) | Every::NthWeekday(..) => {
                Every::NthWeekday((to.day() - 1) / 7 + 1, to.weekday())
            }
        };
        let end = match self.end {
            End::On(day) => End::On(day.checked_add_signed(to - from).unwrap_or(day)),
            end => end,
        };
        Self {
            every,
            interval: self.interval,
            end,
        }
    }

    /// The rule of a text such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=10`; `None` for one that
    /// says what is not known here.
    pub fn read(text: &str) -> Option<Self> {
        let mut rule = Self::every(Every::Day);
        let (mut frequency, mut by_day, mut by_month_day) = ("", "", "");
        for part in text.trim().trim_start_matches("RRULE:").split(';') {
            match part.split_once('=')? {
                ("FREQ", said) => frequency = said,
                ("INTERVAL", said) => rule.interval = said.parse().ok().filter(|n| *n > 0)?,
                ("COUNT", said) => rule.end = End::After(said.parse().ok().filter(|n| *n > 0)?),
                ("UNTIL", said) => rule.end = End::On(read_day(said)?),
                ("BYDAY", said) => by_day = said,
                ("BYMONTHDAY", said) => by_month_day = said,
                ("WKST", "MO") => {}
                _ => return None,
            }
        }
        rule.every = match (frequency, by_day, by_month_day) {
            ("DAILY", "", "") => Every::Day,
            ("WEEKLY", "", "") => Every::Week(Vec::new()),
            ("WEEKLY", days, "") => {
                let days = days.split(',').map(weekday_of);
                Every::Week(days.collect::<Option<_>>()?)
            }
            ("MONTHLY", "", "-1") => Every::LastDay,
            ("MONTHLY", "", day) => {
                Every::MonthDay(day.parse().ok().filter(|day| (1..=31).contains(day))?)
            }
            ("MONTHLY", day, "") => read_nth(day)?,
            ("YEARLY", "", "") => Every::Year,
            _ => return None,
        };
        Some(rule)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.every {
            Every::Day => f.write_str("FREQ=DAILY")?,
            Every::Week(days) if days.is_empty() => f.write_str("FREQ=WEEKLY")?,
            Every::Week(days) => {
                let codes: Vec<_> = days.iter().map(|day| code(*day)).collect();
                write!(f, "FREQ=WEEKLY;BYDAY={}", codes.join(","))?;
            }
            Every::MonthDay(day) => write!(f, "FREQ=MONTHLY;BYMONTHDAY={day}")?,
            Every::LastDay => f.write_str("FREQ=MONTHLY;BYMONTHDAY=-1")?,
            Every::NthWeekday(nth, day) => write!(f, "FREQ=MONTHLY;BYDAY={nth}{}", code(*day))?,
            Every::LastWeekday(day) => write!(f, "FREQ=MONTHLY;BYDAY=-1{}", code(*day))?,
            Every::Year => f.write_str("FREQ=YEARLY")?,
        }
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match self.end {
            End::Never => Ok(()),
            End::After(times) => write!(f, ";COUNT={times}"),
            End::On(day) => write!(f, ";UNTIL={}", day.format("%Y%m%d")),
        }
    }
}

/// The days of a week, Monday first.
const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Mon, "MO"),
    (Weekday::Tue, "TU"),
    (Weekday::Wed, "WE"),
    (Weekday::Thu, "TH"),
    (Weekday::Fri, "FR"),
    (Weekday::Sat, "SA"),
    (Weekday::Sun, "SU"),
];

fn code(day: Weekday) -> &'static str {
    let known = WEEK.iter().find(|(known, _)| *known == day);
    known.map_or("MO", |(_, code)| code)
}

fn weekday_of(said: &str) -> Option<Weekday> {
    let known = WEEK.iter().find(|(_, code)| *code == said);
    known.map(|(day, _)| *day)
}

/// The weekday so many days later.
fn turned(day: Weekday, days: i64) -> Weekday {
    let steps = days.rem_euclid(7);
    (0..steps).fold(day, |day, _| day.succ())
}

fn days_in_month(day: NaiveDate) -> u32 {
    let last = day.with_day(1).and_then(last_day);
    last.map_or(31, |last| last.day())
}

fn read_nth(said: &str) -> Option<Every> {
    let (nth, day) = said.split_at_checked(said.len().checked_sub(2)?)?;
    let day = weekday_of(day)?;
    match nth {
        "-1" => Some(Every::LastWeekday(day)),
        _ => {
            let nth = nth.parse().ok().filter(|nth| (1..=5).contains(nth))?;
            Some(Every::NthWeekday(nth, day))
        }
    }
}

/// A day as RFC 5545 writes it, whether or not a time follows.
fn read_day(said: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(said.get(..8)?, "%Y%m%d").ok()
}

fn week(first: NaiveDate, weeks: u32, days: &[Weekday]) -> Option<Vec<NaiveDate>> {
    let own = [first.weekday()];
    let days = if days.is_empty() { &own } else { days };
    let monday = first.week(Weekday::Mon).checked_first_day()?;
    let monday = monday.checked_add_days(Days::new(7 * u64::from(weeks)))?;
    let week = monday.iter_days().take(7);
    Some(week.filter(|day| days.contains(&day.weekday())).collect())
}

fn last_day(first_of_month: NaiveDate) -> Option<NaiveDate> {
    first_of_month
        .checked_add_months(Months::new(1))?
        .pred_opt()
}

fn nth_weekday(first_of_month: NaiveDate, nth: u32, weekday: Weekday) -> Option<NaiveDate> {
    let nth = u8::try_from(nth).ok()?;
    NaiveDate::from_weekday_of_month_opt(
        first_of_month.year(),
        first_of_month.month(),
        weekday,
        nth,
    )
}

/// How many days before `day` the last `wanted` was; 0 where it is one.
fn days_since(day: Weekday, wanted: Weekday) -> u64 {
    u64::from(day.days_since(wanted))
}
