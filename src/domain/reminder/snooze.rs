//! Putting a notice off.

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::notice::{MORNING, Now};
use crate::domain::day;
use crate::domain::text::fold;

/// For how long a notice is put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Snooze {
    /// So many minutes from now.
    Minutes(i64),
    /// Until the next morning.
    Tomorrow,
}

impl Snooze {
    /// What is offered, the shortest first.
    pub const ALL: [Self; 6] = [
        Self::Minutes(5),
        Self::Minutes(15),
        Self::Minutes(30),
        Self::Minutes(60),
        Self::Minutes(180),
        Self::Tomorrow,
    ];

    /// The moment at which it rings again.
    pub fn until(self, now: Now) -> DateTime<Utc> {
        match self {
            Self::Minutes(minutes) => later(now, Duration::try_minutes(minutes)),
            Self::Tomorrow => {
                let tomorrow = now.local.date().checked_add_days(Days::new(1));
                tomorrow.map_or(now.at, |day| at(day, morning(), now))
            }
        }
    }
}

/// The moment that somebody means who types `40`, `40 мин`, `2 ч`, `3 дня`, `15:30`, `завтра`,
/// `завтра 10:00`, `29.06 10:00`; `None` where it is none, or past.
pub fn read(text: &str, now: Now) -> Option<DateTime<Utc>> {
    let folded = fold(text);
    let folded = folded.trim();
    let meant = length(folded).map(|length| later(now, Some(length)));
    meant
        .or_else(|| moment(folded, now))
        .filter(|moment| *moment > now.at)
}

/// A length of time: a number of minutes, or of what stands behind it.
fn length(text: &str) -> Option<Duration> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let number: i64 = number.parse().ok()?;
    let unit = unit.trim().trim_end_matches('.');
    let is_short_for =
        |words: &[&str]| !unit.is_empty() && words.iter().any(|word| word.starts_with(unit));
    if unit.is_empty() || is_short_for(&["минут", "минуты", "минуту", "minutes"]) {
        Duration::try_minutes(number)
    } else if is_short_for(&["часов", "часа", "hours", "hrs"]) || unit == "ч" {
        Duration::try_hours(number)
    } else if is_short_for(&["дней", "дня", "день", "days"]) {
        Duration::try_days(number)
    } else {
        None
    }
}

/// A time of today or tomorrow, a day, or both.
fn moment(text: &str, now: Now) -> Option<DateTime<Utc>> {
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", text));
    let today = now.local.date();
    let (day, time) = match (clock(last), before) {
        (Some(time), "") => {
            let is_past = today.and_time(time) <= now.local;
            (today.checked_add_days(Days::new(u64::from(is_past)))?, time)
        }
        (Some(time), before) => (day::read_coming(before, today)?, time),
        (None, _) => (day::read_coming(text, today)?, morning()),
    };
    Some(at(day, time, now))
}

fn clock(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

fn morning() -> NaiveTime {
    NaiveTime::MIN + Duration::minutes(MORNING)
}

fn later(now: Now, length: Option<Duration>) -> DateTime<Utc> {
    length
        .and_then(|length| now.at.checked_add_signed(length))
        .unwrap_or(now.at)
}

/// When the clock on the wall says that. Clocks that change in between put it off by an hour more
/// or less: nothing is lost by that.
fn at(day: NaiveDate, time: NaiveTime, now: Now) -> DateTime<Utc> {
    let then: NaiveDateTime = day.and_time(time);
    now.at + (then - now.local)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::FixedOffset;

    fn now() -> Now {
        let moment: DateTime<FixedOffset> = "2031-06-30T14:20:00+03:00".parse().unwrap();
        Now::from(moment)
    }

    fn read(text: &str) -> Option<String> {
        let moment = super::read(text, now())?;
        let zone = FixedOffset::east_opt(3 * 3600).unwrap();
        Some(
            moment
                .with_timezone(&zone)
                .format("%d.%m %H:%M")
                .to_string(),
        )
    }

    #[test]
    fn it_is_put_off_for_a_while_or_until_the_morning() {
        assert_eq!(
            Snooze::Minutes(5).until(now()),
            now().at + Duration::minutes(5)
        );
        assert_eq!(
            Snooze::Tomorrow.until(now()),
            now().at + Duration::minutes(18 * 60 + 40)
        );
    }

    #[test]
    fn a_length_or_a_moment_is_typed() {
        for (typed, meant) in [
            ("40", "30.06 15:00"),
            ("40 мин", "30.06 15:00"),
            ("2 ч", "30.06 16:20"),
            ("2 hours", "30.06 16:20"),
            ("3 дня", "03.07 14:20"),
            ("15:30", "30.06 15:30"),
            ("10:00", "01.07 10:00"),
            ("завтра", "01.07 09:00"),
            ("Tomorrow 10:15", "01.07 10:15"),
            ("05.07 8:00", "05.07 08:00"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(meant), "{typed}");
        }
        assert_eq!(read("когда-нибудь"), None);
        assert_eq!(read("0"), None);
    }
}
