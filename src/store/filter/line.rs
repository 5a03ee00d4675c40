//! What the columns of the directory answer by themselves.

use std::collections::HashSet;

use chrono::{Local, NaiveDate, TimeZone};

use super::question::compares;
use super::text::Name;
use super::{Compiler, Question};
use crate::domain::client::Kind;
use crate::domain::completeness::Items;
use crate::domain::filter::{Comparison, Test};
use crate::domain::profile::Stage;
use crate::domain::text::fold;
use crate::domain::{Id, Progress};
use crate::store::{Cell, Column, Value};

impl Compiler<'_> {
    /// One of several ids, in a column that may have none.
    pub(super) fn id_in_line(&self, column: &'static str, test: &Test) -> Result<Question, ()> {
        match test {
            Test::Empty => Ok(Question::line(column, |cell| cell == Cell::Null)),
            Test::Filled => Ok(Question::line(column, |cell| cell != Cell::Null)),
            Test::AnyOf(choices) => {
                let wanted: Vec<_> = choices.iter().map(|choice| self.value(*choice)).collect();
                Ok(Question::number(column, move |id| {
                    wanted.contains(&Value::Integer(id))
                }))
            }
            _ => Err(()),
        }
    }

    /// The stage of life, empty where there is none.
    pub(super) fn stage(&self, test: &Test) -> Question {
        let is_empty = Question::text("stage", str::is_empty);
        match test {
            Test::AnyOf(choices) => {
                let values = choices.iter().map(|choice| self.value(*choice));
                let wanted: Vec<_> = values.collect();
                let is_wanted = move |stage: &&Stage| wanted.contains(&stage.to_value());
                let names: Vec<_> = Stage::ALL.iter().filter(is_wanted).collect();
                Question::text("stage", move |name| {
                    names.iter().any(|stage| stage.name() == name)
                })
            }
            test => is_empty.negated_if(*test != Test::Empty),
        }
    }

    /// Any of several roles.
    pub(super) fn roles(&self, test: &Test) -> Question {
        let bits = match test {
            Test::AnyOf(choices) => {
                choices
                    .iter()
                    .fold(0, |all, choice| match self.value(*choice) {
                        Value::Integer(bit) => all | bit,
                        _ => all,
                    })
            }
            _ => i64::MAX,
        };
        let is_empty = Question::number("roles", move |roles| roles & bits == 0);
        is_empty.negated_if(*test != Test::Empty)
    }

    /// A day as ISO text, empty where there is none; what has no year begins with a minus.
    pub(super) fn day_in_line(&self, column: &'static str, test: &Test) -> Result<Question, ()> {
        let is_empty = Question::text(column, str::is_empty);
        match test {
            Test::Empty => return Ok(is_empty),
            Test::Filled => return Ok(is_empty.negated()),
            // A day that is not known is before no other.
            Test::Day(comparison, day) => {
                let (comparison, day) = (*comparison, day.to_string());
                let is_before = matches!(comparison, Comparison::Less | Comparison::AtMost);
                return Ok(Question::text(column, move |said| {
                    (!is_before || said >= "0") && compares(said, comparison, &day)
                }));
            }
            _ => {}
        }
        let (from, until) = self.span(test)?;
        let from = from.map_or("0".to_owned(), |day| day.to_string());
        let until = until.map(|day| day.to_string());
        Ok(Question::text(column, move |said| {
            said >= from.as_str() && until.as_ref().is_none_or(|until| said <= until.as_str())
        }))
    }

    /// The first and the last day of a span.
    fn span(&self, test: &Test) -> Result<(Option<NaiveDate>, Option<NaiveDate>), ()> {
        match test {
            Test::DayBetween(from, until) => Ok((Some(*from), Some(*until))),
            Test::Period(period) => Ok(period.range(self.today)),
            _ => Err(()),
        }
    }

    /// The condition of a statement on a column that certainly holds a day, as ISO text.
    pub(super) fn days(&mut self, column: &str, test: &Test) -> Result<String, ()> {
        if let Test::Day(comparison, day) = test {
            let place = self.place(day.to_value());
            return Ok(format!("{column} {} {place}", comparison.sign()));
        }
        let (from, until) = self.span(test)?;
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
    pub(super) fn birthday(&self, test: &Test) -> Result<Question, ()> {
        let Test::Period(period) = test else {
            return self.day_in_line("birthday", test);
        };
        let spans = period.birthdays(self.today);
        Ok(Question::text("birthday", move |birthday| {
            let start = birthday.len().saturating_sub("12-31".len());
            let day = birthday.get(start..).unwrap_or_default();
            let is_in = |(from, until): &(String, String)| (&**from..=&**until).contains(&day);
            !birthday.is_empty() && (spans.is_empty() || spans.iter().any(is_in))
        }))
    }

    /// When the card was made, which its id tells.
    pub(super) fn created(&self, test: &Test) -> Result<Question, ()> {
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
        Ok(Question::Between(from.map(first_id), until.map(first_id)))
    }

    /// How much of what the office wants is filled in, in whole percent rounded down.
    pub(super) fn completeness(&self, test: &Test) -> Result<Question, ()> {
        let wanted = self.catalog.required(self.kind);
        let percent = move |bits: i64| wanted.percent(Items::from_bits(bits));
        match test {
            Test::Number(comparison, number) => {
                let (comparison, number) = (*comparison, *number);
                Ok(Question::number("filled", move |bits| {
                    compares(&percent(bits), comparison, &number)
                }))
            }
            Test::NumberBetween(from, until) => {
                let span = *from..=*until;
                Ok(Question::number("filled", move |bits| {
                    span.contains(&percent(bits))
                }))
            }
            _ => Err(()),
        }
    }

    /// The condition of a statement on a number that is certainly there.
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

    /// Where a person works.
    pub(super) fn employer(&mut self, test: &Test) -> Result<Question, ()> {
        if matches!(test, Test::Empty | Test::Filled) {
            return self.id_in_line("employer_id", test);
        }
        let wanted: HashSet<_> = self.cards_meant(test)?.into_iter().collect();
        Ok(Question::number("employer_id", move |id| {
            wanted.contains(&id)
        }))
    }

    /// The condition of a statement on another card, in a column that may have none: it is compared
    /// by its name, as far as it may be seen.
    pub(super) fn other_card(&mut self, column: &str, test: &Test) -> Result<String, ()> {
        match test {
            Test::Empty => return Ok(format!("{column} IS NULL")),
            Test::Filled => return Ok(format!("{column} IS NOT NULL")),
            _ => {}
        }
        let meant = self.cards_meant(test)?.into_iter();
        let ids = meant.flat_map(i64::to_le_bytes).collect();
        let place = self.place(Value::Bytes(ids));
        Ok(format!("AMONG({place}, COALESCE({column}, 0))"))
    }

    /// The cards that a test means, as far as they may be seen.
    fn cards_meant(&mut self, test: &Test) -> Result<Vec<i64>, ()> {
        let mut meant = Vec::new();
        let name = match test {
            Test::Client(id) => {
                let seen = self.reader.check_seen(*id);
                meant.extend(seen.is_ok().then_some(id.raw()));
                return Ok(meant);
            }
            Test::Text(_, text) if fold(text).is_empty() => return Ok(meant),
            Test::Text(wording, text) => Name::of(Kind::Organization, *wording, text),
            _ => return Err(()),
        };
        for kind in Kind::ALL {
            let progress = Progress::default();
            let read = self
                .reader
                .pieces(kind, &["name_key"], &progress, &mut |piece| {
                    let keys = piece.column("name_key")?;
                    for row in piece.visible.rows() {
                        if name.is_met_by(keys.cell(row)?.text()) {
                            meant.push(piece.ids[row]);
                        }
                    }
                    Ok(())
                });
            if let Err(error) = read {
                self.failed.get_or_insert(error);
            }
        }
        Ok(meant)
    }
}

/// The first id that is born on a day of this computer's time.
fn first_id(day: NaiveDate) -> i64 {
    let midnight = day.and_hms_opt(0, 0, 0).unwrap_or_default();
    // Where clocks are put forward at midnight the day begins an hour later.
    let begins = Local.from_local_datetime(&midnight).earliest();
    let millis = begins.map_or(midnight.and_utc().timestamp_millis(), |at| {
        at.timestamp_millis()
    });
    Id::<()>::first_at(millis).raw()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_with_an_id() {
        let now = Id::<()>::generate();
        let today = Local::now().date_naive();
        assert!(first_id(today) <= now.raw());
        assert!(first_id(today.succ_opt().unwrap()) > now.raw());
    }
}
