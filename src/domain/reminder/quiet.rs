//! Quiet hours: nothing is shown while they last.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveTime, Timelike};

/// The name of the policy that keeps the quiet hours of an employee; its id stands behind it.
pub const POLICY: &str = "quiet-hours-";

/// Hours of the day in which an employee is not to be disturbed; they may go over midnight. Kept
/// as `1320-480`: minutes of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// The first quiet minute of the day, 0 to 1439.
    pub from: u32,
    /// The first minute that is not quiet any more, 0 to 1439.
    pub to: u32,
}

impl QuietHours {
    /// Whether they last at that time of the day. Hours that end as they begin never do.
    pub fn hold_at(self, time: NaiveTime) -> bool {
        let minute = time.hour() * 60 + time.minute();
        if self.from <= self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
        }
    }
}

impl fmt::Display for QuietHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

/// The text names no quiet hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no quiet hours")]
pub struct NoHours;

impl FromStr for QuietHours {
    type Err = NoHours;

    fn from_str(text: &str) -> Result<Self, NoHours> {
        let minute = |text: &str| {
            let minute = text.parse().ok();
            minute.filter(|minute| *minute < 24 * 60).ok_or(NoHours)
        };
        let (from, to) = text.split_once('-').ok_or(NoHours)?;
        Ok(Self {
            from: minute(from)?,
            to: minute(to)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_night_goes_over_midnight() {
        let night: QuietHours = "1320-480".parse().unwrap();
        let at = |hour, minute| {
            let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
            night.hold_at(time)
        };
        assert!(at(22, 0) && at(23, 59) && at(0, 0) && at(7, 59));
        assert!(!at(8, 0) && !at(21, 59));
        let noon = QuietHours { from: 720, to: 780 };
        assert_eq!(noon.to_string().parse(), Ok(noon));
        assert!("1500-10".parse::<QuietHours>().is_err());
    }
}
