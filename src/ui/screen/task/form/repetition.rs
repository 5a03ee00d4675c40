//! How often an operation repeats: by day, week, month or year, for ever, so many times or until a
//! day.

mod view;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::day;
use crate::domain::task::Series;
use crate::domain::task::recurrence::{End, Every, Rule};

/// The longest distance between two repetitions, in periods, and the most repetitions.
const MOST: u32 = 999;

/// The repetition of an operation as it was read, and as it is being typed.
#[derive(Debug, Clone)]
pub struct Repetition {
    written: Draft,
    mine: Draft,
    /// How many later repetitions are still to do.
    following: usize,
}

/// A rule as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    period: Period,
    /// Every so many periods.
    interval: String,
    /// Of a week; none named means that of the first day.
    weekdays: Vec<Weekday>,
    /// Of a month.
    monthly: Monthly,
    ending: Ending,
    times: String,
    until: String,
}

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Only once.
    Never,
    /// By days.
    Day,
    /// By weeks, on some of their days.
    Week,
    /// By months.
    Month,
    /// By years.
    Year,
}

/// On which day of a month, seen from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Monthly {
    /// Of the same number.
    Day,
    /// The last.
    LastDay,
    /// The same weekday of the same week, such as the third Tuesday.
    NthWeekday,
    /// The last such weekday.
    LastWeekday,
}

/// How it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Never.
    Never,
    /// On a day.
    On,
    /// After so many times.
    After,
}

/// What cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// Every how many periods.
    Interval,
    /// How many times.
    Times,
    /// Until when.
    Until,
}

/// What happened to the repetition.
#[derive(Debug, Clone)]
pub enum Message {
    /// How often was chosen.
    Period(Period),
    /// Every how many periods was typed.
    Interval(String),
    /// It is to be on that day of the week, or no longer.
    Weekday(Weekday),
    /// On which day of a month was chosen.
    Monthly(Monthly),
    /// How it ends was chosen.
    Ending(Ending),
    /// How many times was typed.
    Times(String),
    /// Until when was typed.
    Until(String),
}

impl Draft {
    fn of(rule: Option<&Rule>, say: impl Fn(NaiveDate) -> String) -> Self {
        let mut draft = Self {
            period: Period::Never,
            interval: "1".to_owned(),
            weekdays: Vec::new(),
            monthly: Monthly::Day,
            ending: Ending::Never,
            times: "10".to_owned(),
            until: String::new(),
        };
        let Some(rule) = rule else { return draft };
        draft.interval = rule.interval.to_string();
        let monthly = |monthly| (Period::Month, monthly);
        (draft.period, draft.monthly) = match &rule.every {
            Every::Day => (Period::Day, Monthly::Day),
            Every::Week(days) => {
                draft.weekdays.clone_from(days);
                (Period::Week, Monthly::Day)
            }
            Every::MonthDay(_) => monthly(Monthly::Day),
            Every::LastDay => monthly(Monthly::LastDay),
            Every::NthWeekday(..) => monthly(Monthly::NthWeekday),
            Every::LastWeekday(_) => monthly(Monthly::LastWeekday),
            Every::Year => (Period::Year, Monthly::Day),
        };
        match rule.end {
            End::Never => {}
            End::After(times) => (draft.ending, draft.times) = (Ending::After, times.to_string()),
            End::On(day) => (draft.ending, draft.until) = (Ending::On, say(day)),
        }
        draft
    }
}

impl Repetition {
    /// That of a series with so many later repetitions; `say` writes a day as the user types it. A
    /// rule that only a newer version knows is left alone until another is chosen.
    pub fn of(series: Option<&(Series, usize)>, say: impl Fn(NaiveDate) -> String) -> Self {
        let rule = series.and_then(|(series, _)| series.rule());
        let draft = Draft::of(rule.as_ref(), say);
        Self {
            written: draft.clone(),
            mine: draft,
            following: series.map_or(0, |(_, following)| *following),
        }
    }

    /// Whether another rule was chosen.
    pub fn is_changed(&self) -> bool {
        self.written != self.mine
    }

    /// How many later repetitions are still to do.
    pub fn following(&self) -> usize {
        self.following
    }

    /// What follows from a message; `first` is the day on which it begins.
    pub fn update(&mut self, message: Message, first: NaiveDate) {
        let mine = &mut self.mine;
        match message {
            Message::Period(period) => mine.period = period,
            Message::Interval(text) => mine.interval = text,
            Message::Weekday(day) => {
                if mine.weekdays.is_empty() {
                    mine.weekdays.push(first.weekday());
                }
                match mine.weekdays.iter().position(|known| *known == day) {
                    Some(at) => drop(mine.weekdays.remove(at)),
                    None => mine.weekdays.push(day),
                }
                mine.weekdays.sort_by_key(Weekday::num_days_from_monday);
            }
            Message::Monthly(monthly) => mine.monthly = monthly,
            Message::Ending(ending) => mine.ending = ending,
            Message::Times(text) => mine.times = text,
            Message::Until(text) => mine.until = text,
        }
    }

    /// The rule as it was typed, for what begins on `first`; `None` where it does not repeat.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn rule(&self, first: NaiveDate) -> Result<Option<Rule>, Unread> {
        let mine = &self.mine;
        let every = match (mine.period, mine.monthly) {
            (Period::Never, _) => return Ok(None),
            (Period::Day, _) => Every::Day,
            (Period::Week, _) => Every::Week(mine.weekdays.clone()),
            (Period::Month, Monthly::Day) => Every::MonthDay(first.day()),
            (Period::Month, Monthly::LastDay) => Every::LastDay,
            (Period::Month, Monthly::NthWeekday) => Every::NthWeekday(nth(first), first.weekday()),
            (Period::Month, Monthly::LastWeekday) => Every::LastWeekday(first.weekday()),
            (Period::Year, _) => Every::Year,
        };
        let end = match mine.ending {
            Ending::Never => End::Never,
            Ending::After => End::After(count(&mine.times).ok_or(Unread::Times)?),
            Ending::On => {
                let day = day::read_coming(&mine.until, first).filter(|day| *day >= first);
                End::On(day.ok_or(Unread::Until)?)
            }
        };
        Ok(Some(Rule {
            every,
            interval: count(&mine.interval).ok_or(Unread::Interval)?,
            end,
        }))
    }
}

/// Which such weekday of its month a day is.
fn nth(day: NaiveDate) -> u32 {
    day.day0() / 7 + 1
}

fn count(text: &str) -> Option<u32> {
    let count: u32 = text.trim().parse().ok()?;
    (1..=MOST).contains(&count).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn empty() -> Repetition {
        Repetition::of(None, |day| day.to_string())
    }

    fn rule(messages: &[Message], first: &str) -> String {
        let mut repetition = empty();
        for message in messages {
            repetition.update(message.clone(), day(first));
        }
        let rule = repetition.rule(day(first)).unwrap();
        rule.map(|rule| rule.to_string()).unwrap_or_default()
    }

    #[test]
    fn what_is_chosen_becomes_a_rule() {
        let first = "2026-06-16"; // the third Tuesday
        assert_eq!(rule(&[], first), "");
        assert_eq!(rule(&[Message::Period(Period::Day)], first), "FREQ=DAILY");
        let week = [
            Message::Period(Period::Week),
            Message::Weekday(Weekday::Thu),
            Message::Interval("2".to_owned()),
        ];
        assert_eq!(rule(&week, first), "FREQ=WEEKLY;BYDAY=TU,TH;INTERVAL=2");
        let month = |monthly| [Message::Period(Period::Month), Message::Monthly(monthly)];
        for (monthly, said) in [
            (Monthly::Day, "FREQ=MONTHLY;BYMONTHDAY=16"),
            (Monthly::LastDay, "FREQ=MONTHLY;BYMONTHDAY=-1"),
            (Monthly::NthWeekday, "FREQ=MONTHLY;BYDAY=3TU"),
            (Monthly::LastWeekday, "FREQ=MONTHLY;BYDAY=-1TU"),
        ] {
            assert_eq!(rule(&month(monthly), first), said);
        }
        let until = [
            Message::Period(Period::Year),
            Message::Ending(Ending::On),
            Message::Until("2030-01-01".to_owned()),
        ];
        assert_eq!(rule(&until, first), "FREQ=YEARLY;UNTIL=20300101");
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let mut repetition = empty();
        let first = day("2026-06-16");
        repetition.update(Message::Period(Period::Day), first);
        repetition.update(Message::Interval("0".to_owned()), first);
        assert_eq!(repetition.rule(first), Err(Unread::Interval));
        repetition.update(Message::Interval("1".to_owned()), first);
        repetition.update(Message::Ending(Ending::After), first);
        repetition.update(Message::Times("many".to_owned()), first);
        assert_eq!(repetition.rule(first), Err(Unread::Times));
        repetition.update(Message::Ending(Ending::On), first);
        repetition.update(Message::Until("2026-06-15".to_owned()), first);
        assert_eq!(repetition.rule(first), Err(Unread::Until));
    }

    #[test]
    fn a_rule_comes_back_as_it_was_typed() {
        for text in [
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;BYDAY=MO,WE",
            "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4",
            "FREQ=MONTHLY;BYDAY=2WE",
            "FREQ=YEARLY;UNTIL=20300101",
        ] {
            let rule = Rule::read(text).unwrap();
            let first = day("2026-06-10"); // the second Wednesday
            let series = (Series::new(&rule, first), 5);
            let known = Repetition::of(Some(&series), |day| day.to_string());
            assert!(!known.is_changed());
            assert_eq!(known.rule(first), Ok(Some(rule)));
        }
    }
}
