//! What the line of a client in the directory answers by itself.

use chrono::{Local, NaiveDate, TimeZone};

use super::{Compiler, NEVER};
use crate::domain::Id;
use crate::domain::client::Kind;
use crate::domain::completeness::Item;
use crate::domain::filter::{Comparison, Test};
use crate::domain::text::fold;
use crate::store::{Column, Value};

impl Compiler<'_> {
    /// One of several ids, in a column that may have none.
    pub(super) fn id_in_line(&mut self, column: &str, test: &Test) -> Result<String, ()> {
        match test {
            Test::Empty => Ok(format!("{column} IS NULL")),
            Test::Filled => Ok(format!("{column} IS NOT NULL")),
            Test::AnyOf(choices) => {
                let values = self.values(choices);
                Ok(format!("COALESCE({column}, 0) IN ({values})"))
            }
            _ => Err(()),
        }
    }

    /// One of several names, in a column that is empty where there is none.
    pub(super) fn name_in_line(&mut self, column: &str, test: &Test) -> String {
        match test {
            Test::AnyOf(choices) => {
                let values = self.values(choices);
                format!("{column} IN ({values})")
            }
            Test::Empty => format!("{column} = ''"),
            _ => format!("{column} <> ''"),
        }
    }

    /// Any of several roles.
    pub(super) fn roles(&mut self, test: &Test) -> String {
        match test {
            Test::AnyOf(choices) => {
                let bits = choices.iter().map(|choice| match self.value(*choice) {
                    Value::Integer(bit) => bit,
                    _ => 0,
                });
                let bits = bits.fold(0, |all, bit| all | bit);
                format!("(v.roles & {bits}) <> 0")
            }
            Test::Empty => "v.roles = 0".to_owned(),
            _ => "v.roles <> 0".to_owned(),
        }
    }

    /// A day as ISO text, empty where there is none; what has no year begins with a minus.
    pub(super) fn day_in_line(&mut self, column: &str, test: &Test) -> Result<String, ()> {
        match test {
            Test::Empty => Ok(format!("{column} = ''")),
            Test::Filled => Ok(format!("{column} <> ''")),
            test => self.days(column, test),
        }
    }

    /// The same where there is certainly a text, of whatever kind.
    pub(super) fn days(&mut self, column: &str, test: &Test) -> Result<String, ()> {
        let (from, until) = match test {
            Test::Day(comparison, day) => {
                let place = self.place(day.to_value());
                let sign = comparison.sign();
                // A day that is not known is before no other.
                return Ok(match comparison {
                    Comparison::Less | Comparison::AtMost => {
                        format!("({column} >= '0' AND {column} {sign} {place})")
                    }
                    _ => format!("{column} {sign} {place}"),
                });
            }
            Test::DayBetween(from, until) => (Some(*from), Some(*until)),
            Test::Period(period) => period.range(self.today),
            _ => return Err(()),
        };
        let from = match from {
            Some(from) => self.place(from.to_value()),
            None => "'0'".to_owned(),
        };
        let start = format!("{column} >= {from}");
        let Some(until) = until else {
            return Ok(start);
        };
        let until = self.place(until.to_value());
        Ok(format!("({start} AND {column} <= {until})"))
    }

    /// A birthday: a span of days that moves along asks for its return in any year.
    pub(super) fn birthday(&mut self, test: &Test) -> Result<String, ()> {
        let Test::Period(period) = test else {
            return self.day_in_line("v.birthday", test);
        };
        let day = "SUBSTR(v.birthday, LENGTH(v.birthday) - 4)";
        let spans = period
            .birthdays(self.today)
            .into_iter()
            .map(|(from, until)| {
                let from = self.place(from.into());
                let until = self.place(until.into());
                format!("{day} BETWEEN {from} AND {until}")
            });
        let spans: Vec<_> = spans.collect();
        Ok(match spans.is_empty() {
            true => "v.birthday <> ''".to_owned(),
            false => format!("v.birthday <> '' AND ({})", spans.join(" OR ")),
        })
    }

    /// When the card was made, which its id tells.
    pub(super) fn created(&mut self, test: &Test) -> Result<String, ()> {
        let next = |day: NaiveDate| day.succ_opt();
        let (from, until) = match test {
            Test::Day(comparison, day) => match comparison {
                Comparison::Equal => (Some(*day), next(*day)),
                Comparison::Less => (None, Some(*day)),
                Comparison::AtMost => (None, next(*day)),
                Comparison::More => (next(*day), None),
                Comparison::AtLeast => (Some(*day), None),
                Comparison::NotEqual => return Err(()),
            },
            Test::DayBetween(from, until) => (Some(*from), next(*until)),
            Test::Period(period) => {
                let (from, until) = period.range(self.today);
                (from, until.and_then(next))
            }
            _ => return Err(()),
        };
        let mut asked = Vec::new();
        if let Some(from) = from {
            let place = self.place(first_id(from));
            asked.push(format!("v.client_id >= {place}"));
        }
        if let Some(until) = until {
            let place = self.place(first_id(until));
            asked.push(format!("v.client_id < {place}"));
        }
        Ok(asked.join(" AND "))
    }

    /// How much of what the office wants is filled in, in whole percent rounded down.
    pub(super) fn completeness(&mut self, test: &Test) -> Result<String, ()> {
        let wanted = self.catalog.required(self.kind);
        let count = wanted.iter().count();
        let bits = wanted.bits();
        let percent = match (count, test) {
            (0, _) => "100".to_owned(),
            (_, Test::Number(Comparison::Less, 100)) => {
                return Ok(format!("(v.filled & {bits}) <> {bits}"));
            }
            (_, Test::Number(Comparison::Equal | Comparison::AtLeast, 100)) => {
                return Ok(format!("(v.filled & {bits}) = {bits}"));
            }
            _ => {
                let bit = |item: Item| format!("((v.filled >> {}) & 1)", item as i64);
                let filled: Vec<_> = wanted.iter().map(bit).collect();
                format!("(({}) * 100 / {count})", filled.join(" + "))
            }
        };
        self.number(&percent, test)
    }

    /// Compares a number that is certainly there.
    pub(super) fn number(&mut self, number: &str, test: &Test) -> Result<String, ()> {
        match test {
            Test::Number(comparison, n) => {
                let place = self.place((*n).into());
                Ok(format!("{number} {} {place}", comparison.sign()))
            }
            Test::NumberBetween(from, until) => {
                let from = self.place((*from).into());
                let until = self.place((*until).into());
                Ok(format!("{number} BETWEEN {from} AND {until}"))
            }
            _ => Err(()),
        }
    }

    /// Another card, in a column that may have none: it is compared by its name, as far as it may
    /// be seen.
    pub(super) fn other_card(&mut self, column: &str, test: &Test) -> Result<String, ()> {
        match test {
            Test::Empty => return Ok(format!("{column} IS NULL")),
            Test::Filled => return Ok(format!("{column} IS NOT NULL")),
            _ => {}
        }
        let who = self.place(self.reader.who.to_value());
        let asked = match test {
            Test::Client(id) => {
                let place = self.place(id.to_value());
                format!("o.client_id = {place}")
            }
            Test::Text(_, text) if fold(text).is_empty() => NEVER.to_owned(),
            Test::Text(wording, text) => {
                self.name(Kind::Organization, "o.name_key", (*wording, text))
            }
            _ => return Err(()),
        };
        let seen =
            format!("SELECT o.client_id FROM visible o WHERE o.employee_id = {who} AND {asked}");
        Ok(format!("COALESCE({column}, 0) IN ({seen})"))
    }
}

/// The first id that is born on a day of this computer's time.
fn first_id(day: NaiveDate) -> Value {
    let midnight = day.and_hms_opt(0, 0, 0).unwrap_or_default();
    // Where clocks are put forward at midnight the day begins an hour later.
    let begins = Local.from_local_datetime(&midnight).earliest();
    let millis = begins.map_or(midnight.and_utc().timestamp_millis(), |at| {
        at.timestamp_millis()
    });
    Id::<()>::first_at(millis).to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_with_an_id() {
        let now = Id::<()>::generate();
        let today = Local::now().date_naive();
        let of = |day: NaiveDate| match first_id(day) {
            Value::Integer(id) => id,
            _ => 0,
        };
        assert!(of(today) <= now.raw());
        assert!(of(today.succ_opt().unwrap()) > now.raw());
    }
}
