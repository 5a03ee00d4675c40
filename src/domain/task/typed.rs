//! When things happen and how long they last, as people type it: `завтра 15:00`, `пт`, `+3`,
//! `in 2 weeks`, `1 ч 30 мин`. Both languages are understood, whichever the window speaks.

use chrono::{Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::domain::day;
use crate::domain::task::{When, at_minute};
use crate::domain::text::fold;

/// How far ahead anything can be put, in units of any kind: a slip of the key is no plan.
const MOST: u32 = 5000;

/// What is counted: `+3 дня`, `in 2 hours`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
}

/// When somebody means who types `text` at `now`, both by the local clock. A time alone is meant
/// today, also one that has passed: a call is written down after it; a weekday alone is the next
/// such day after today.
pub fn read_when(text: &str, now: NaiveDateTime) -> Option<When> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split([' ', ',', ';'])
        .filter(|word| !word.is_empty())
        .collect();
    if let [word] = *words
        && matches!(word, "сейчас" | "now")
    {
        return Some(moment(now));
    }
    if let Some(later) = read_later(&words, now) {
        return Some(later);
    }
    let (time, rest) = split_time(&words);
    let day = match rest.is_empty() {
        true => time.map(|_| now.date()),
        false => read_day(&rest, now.date()),
    }?;
    Some(match time {
        Some(minute) => When::At(at_minute(day, minute)),
        None => When::Day(day),
    })
}

/// How many minutes somebody means who types `90`, `1:30`, `1,5 ч`, `2 часа` or `1 h 30 min`;
/// `None` where it is none.
pub fn read_minutes(text: &str) -> Option<i64> {
    let folded = fold(text).replace(',', ".");
    if let Some((hours, minutes)) = folded.split_once(':') {
        let (hours, minutes): (i64, i64) = (number(hours)?.into(), number(minutes)?.into());
        return (minutes < 60).then_some(hours * 60 + minutes);
    }
    let pieces = pieces(&folded);
    let mut total = 0.0;
    let mut pieces = pieces.iter().peekable();
    let mut last = Unit::Minute;
    let mut is_first = true;
    while let Some(piece) = pieces.next() {
        let count: f64 = piece.parse().ok()?;
        let said = pieces.next().map(|word| unit(word.trim_end_matches('.')));
        let unit = match said {
            Some(unit) => unit?,
            // `1 ч 30` goes on in minutes.
            None if is_first || last == Unit::Hour => Unit::Minute,
            None => return None,
        };
        total += count
            * match unit {
                Unit::Minute => 1.0,
                Unit::Hour => 60.0,
                Unit::Day => 1440.0,
                Unit::Week | Unit::Month => return None,
            };
        (last, is_first) = (unit, false);
    }
    let is_meant = !is_first && total > 0.0 && total <= f64::from(MOST) * 60.0;
    is_meant.then_some(total.round() as i64)
}

/// Digits and letters apart: `1ч30м` is `1`, `ч`, `30`, `м`.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    let mut before = ' ';
    for c in text.chars() {
        let goes_on = before != ' ' && is_digit(before) == is_digit(c);
        match pieces.last_mut() {
            _ if c == ' ' => {}
            Some(last) if goes_on => last.push(c),
            _ => pieces.push(c.to_string()),
        }
        before = c;
    }
    pieces
}

fn moment(local: NaiveDateTime) -> When {
    let minute = i64::from(local.hour() * 60 + local.minute());
    When::At(at_minute(local.date(), minute))
}

/// `+3`, `+2 нед`, `через час`, `in 3 days`; a time of day may follow whole days.
fn read_later(words: &[&str], now: NaiveDateTime) -> Option<When> {
    let (first, rest) = words.split_first()?;
    let pieces = match *first {
        "через" | "in" => pieces(rest.first()?),
        plus => pieces(plus.strip_prefix('+')?),
    };
    let rest = match *first {
        "через" | "in" => &rest[1..],
        _ => rest,
    };
    let [count, own] = [pieces.first()?, pieces.get(1).unwrap_or(&String::new())].map(Clone::clone);
    let is_word = number(&count).is_none();
    let (count, own) = match (number(&count), &*count) {
        (Some(count), _) => (count, own),
        (None, "a" | "an") => (1, String::new()),
        (None, _) => (1, count), // `через неделю`
    };
    let (unit, rest) = match (unit(&own), rest.split_first()) {
        (Some(unit), _) => (unit, rest),
        (None, Some((word, rest))) if unit(word).is_some() => (unit(word)?, rest),
        (None, _) if own.is_empty() && !is_word => (Unit::Day, rest),
        _ => return None,
    };
    let (time, rest) = split_time(rest);
    if !rest.is_empty() {
        return None;
    }
    shifted(now, count, unit, time)
}

fn shifted(now: NaiveDateTime, count: u32, unit: Unit, time: Option<i64>) -> Option<When> {
    if count > MOST {
        return None;
    }
    let today = now.date();
    let day = match unit {
        Unit::Minute => return Some(moment(now + Duration::minutes(count.into()))),
        Unit::Hour => return Some(moment(now + Duration::hours(count.into()))),
        Unit::Day => today.checked_add_days(Days::new(count.into()))?,
        Unit::Week => today.checked_add_days(Days::new(7 * u64::from(count)))?,
        Unit::Month => today.checked_add_months(Months::new(count))?,
    };
    Some(match time {
        Some(minute) => When::At(at_minute(day, minute)),
        None => When::Day(day),
    })
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word.trim_end_matches('.') {
        "мин" | "м" | "минут" | "минута" | "минуту" | "минуты" | "min" | "mins" | "m"
        | "minute" | "minutes" => Unit::Minute,
        "ч" | "час" | "часа" | "часов" | "h" | "hr" | "hrs" | "hour" | "hours" => {
            Unit::Hour
        }
        "д" | "дн" | "день" | "дня" | "дней" | "d" | "day" | "days" => Unit::Day,
        "н" | "нед" | "неделя" | "неделю" | "недели" | "недель" | "w" | "week" | "weeks" => {
            Unit::Week
        }
        "мес" | "месяц" | "месяца" | "месяцев" | "month" | "months" => {
            Unit::Month
        }
        _ => return None,
    })
}

/// The minute of the day that the words name, and the words that are left.
fn split_time<'a>(words: &[&'a str]) -> (Option<i64>, Vec<&'a str>) {
    let mut rest = Vec::new();
    let mut time = None;
    let mut is_after_at = false;
    let mut at = 0;
    while at < words.len() {
        let word = words[at];
        let next = words.get(at + 1).copied().unwrap_or_default();
        let (found, length) = match next {
            // `3 pm`, `15 ч`
            "am" | "pm" | "ч" | "час" | "часов" => {
                (clock(&format!("{word}{next}"), true), 2)
            }
            _ => (clock(word, is_after_at), 1),
        };
        is_after_at = matches!(word, "в" | "во" | "at" | "к" | "до" | "by" | "on" | "на");
        at += 1;
        match found {
            Some(minute) if time.is_none() => {
                time = Some(minute);
                at += length - 1;
            }
            _ if is_after_at => {}
            _ => rest.push(word),
        }
    }
    (time, rest)
}

/// The minute of the day somebody means who types `15:00`, `9am` or `15`; `None` where it is none.
pub fn read_minute_of_day(text: &str) -> Option<i64> {
    clock(&fold(text), true)
}

/// The minute of the day of `15:00`, `9am`, `15ч`, `noon`; where a time is `expected`, of `15` and
/// `10.15` too, which are otherwise a day.
fn clock(word: &str, is_expected: bool) -> Option<i64> {
    if matches!(word, "полдень" | "noon") {
        return Some(12 * 60);
    }
    let (word, half) = match word {
        word if word.ends_with("am") => (word.trim_end_matches("am"), Some(0)),
        word if word.ends_with("pm") => (word.trim_end_matches("pm"), Some(12)),
        word => (word, None),
    };
    let bare = word.trim_end_matches("часов").trim_end_matches("час");
    let bare = bare.trim_end_matches('ч');
    let is_expected = is_expected || half.is_some() || bare.len() < word.len();
    let (hours, minutes) = match bare.split_once([':', '.']) {
        Some((hours, minutes)) => {
            let is_pair = minutes.len() == 2;
            // What is a day of a month is a day, unless a time is expected.
            let is_day = bare.contains('.') && number(minutes)? <= 12;
            if !is_pair || (is_day && !is_expected) {
                return None;
            }
            (number(hours)?, number(minutes)?)
        }
        None if is_expected => (number(bare)?, 0),
        None => return None,
    };
    let hours = match half {
        Some(half) => (hours <= 12).then_some(hours % 12 + half)?,
        None => hours,
    };
    let time = NaiveTime::from_hms_opt(hours, minutes, 0)?;
    Some(i64::from(time.hour() * 60 + time.minute()))
}

fn read_day(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    if let [word] = *words {
        let away = match word {
            "сегодня" | "today" => Some(0),
            "завтра" | "tomorrow" => Some(1),
            "послезавтра" => Some(2),
            "вчера" | "yesterday" => Some(-1),
            _ => None,
        };
        if let Some(away) = away {
            return today.checked_add_signed(Duration::days(away));
        }
        if let Some(weekday) = weekday(word) {
            let now = i64::from(today.weekday().num_days_from_monday());
            let ahead = (weekday - now).rem_euclid(7);
            let ahead = if ahead == 0 { 7 } else { ahead };
            return today.checked_add_signed(Duration::days(ahead));
        }
    }
    day::read_coming(&words.join(" "), today)
}

/// The days of the week from Monday on, by how their names begin in both languages.
const WEEKDAYS: [[&str; 3]; 7] = [
    ["пн", "понедельник", "mon"],
    ["вт", "вторник", "tue"],
    ["ср", "сред", "wed"],
    ["чт", "четверг", "thu"],
    ["пт", "пятниц", "fri"],
    ["сб", "суббот", "sat"],
    ["вс", "воскресень", "sun"],
];

fn weekday(word: &str) -> Option<i64> {
    let is_named = |names: &[&str; 3]| {
        let [short, long, english] = names;
        word == *short || word.starts_with(long) || is_english(word, english)
    };
    (0..)
        .zip(&WEEKDAYS)
        .find_map(|(at, names)| is_named(names).then_some(at))
}

/// Whether it is a weekday, short or long: `fri`, `friday`, `thurs`.
fn is_english(word: &str, short: &str) -> bool {
    word.starts_with(short) && (word.len() <= 5 || word.ends_with("day"))
}

fn number(text: &str) -> Option<u32> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Wednesday.
    fn now() -> NaiveDateTime {
        "2026-07-01T09:30:00".parse().unwrap()
    }

    fn day(text: &str) -> Option<When> {
        Some(When::Day(text.parse().unwrap()))
    }

    fn at(text: &str, minute: i64) -> Option<When> {
        Some(When::At(at_minute(text.parse().unwrap(), minute)))
    }

    fn all(cases: &[(&str, Option<When>)]) {
        for (text, when) in cases {
            assert_eq!(read_when(text, now()), *when, "{text}");
        }
    }

    #[test]
    fn a_day_is_named_by_how_far_it_is() {
        all(&[
            ("сегодня", day("2026-07-01")),
            ("Завтра", day("2026-07-02")),
            ("послезавтра", day("2026-07-03")),
            ("вчера", day("2026-06-30")),
            ("tomorrow", day("2026-07-02")),
            ("+3", day("2026-07-04")),
            ("+2 нед", day("2026-07-15")),
            ("+2н", day("2026-07-15")),
            ("+1 month", day("2026-08-01")),
            ("через 3 дня", day("2026-07-04")),
            ("через неделю", day("2026-07-08")),
            ("in a week", day("2026-07-08")),
            ("in 3 days", day("2026-07-04")),
        ]);
    }

    #[test]
    fn a_weekday_is_the_next_one_after_today() {
        all(&[
            ("пт", day("2026-07-03")),
            ("в пятницу", day("2026-07-03")),
            ("ср", day("2026-07-08")),
            ("Mon", day("2026-07-06")),
            ("on thursday", day("2026-07-02")),
            ("вс 12:00", at("2026-07-05", 720)),
        ]);
    }

    #[test]
    fn a_time_stands_before_or_behind_the_day() {
        all(&[
            ("завтра 15:00", at("2026-07-02", 900)),
            ("15:00 завтра", at("2026-07-02", 900)),
            ("завтра в 15", at("2026-07-02", 900)),
            ("пт 9.30", at("2026-07-03", 570)),
            ("tomorrow at 3pm", at("2026-07-02", 900)),
            ("fri 3 pm", at("2026-07-03", 900)),
            ("+1 10:00", at("2026-07-02", 600)),
            ("через 2 дня в 9", at("2026-07-03", 540)),
            ("29.06.2026 10:00", at("2026-06-29", 600)),
            ("29 Jun 2026 10:00", at("2026-06-29", 600)),
            ("5 июля 18 ч", at("2026-07-05", 1080)),
            ("noon", at("2026-07-01", 720)),
        ]);
    }

    #[test]
    fn a_time_alone_is_today_and_hours_count_from_now() {
        all(&[
            ("8:15", at("2026-07-01", 495)),
            ("в 10.15", at("2026-07-01", 615)),
            ("+2ч", at("2026-07-01", 690)),
            ("через час", at("2026-07-01", 630)),
            ("in 30 min", at("2026-07-01", 600)),
            ("сейчас", at("2026-07-01", 570)),
        ]);
    }

    #[test]
    fn a_date_is_a_date_and_nonsense_is_nothing() {
        all(&[
            ("12.05", day("2027-05-12")),
            ("12.07.26", day("2026-07-12")),
            ("31.02.2026", None),
            ("25:00", None),
            ("когда-нибудь", None),
            ("+9999999", None),
            ("через", None),
            ("", None),
        ]);
    }

    #[test]
    fn a_duration_is_read_as_people_write_it() {
        for (text, minutes) in [
            ("90", Some(90)),
            ("1:30", Some(90)),
            ("1,5 ч", Some(90)),
            ("1.5h", Some(90)),
            ("1ч30м", Some(90)),
            ("1 ч 30 мин", Some(90)),
            ("1 ч 30", Some(90)),
            ("2 часа", Some(120)),
            ("45 min", Some(45)),
            ("1 день", Some(1440)),
            ("долго", None),
            ("1:75", None),
            ("0", None),
            ("", None),
        ] {
            assert_eq!(read_minutes(text), minutes, "{text}");
        }
    }
}
