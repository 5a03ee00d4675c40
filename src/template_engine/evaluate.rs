//! What a tag comes to with the data at hand.

mod date;
mod filter;
#[cfg(test)]
pub mod tests;

use std::borrow::Cow;
use std::cmp::Ordering;

use super::language::Language;
use super::tag::{Comparison, Condition, Expression, Operand};
use super::value::{Decimal, Name, Value};
use crate::error::template::Problem;

pub use filter::sex_of;

use date::{Moment, Pattern, written as written_date};

/// The data that names are looked up in: the innermost repeat first.
#[derive(Debug, Clone)]
pub struct Scope<'a> {
    frames: Vec<Frame<'a>>,
    /// The records of a mail merge, where one document holds several.
    records: &'a [Value],
    /// The number of the first of them.
    number: usize,
    /// How many were taken so far.
    taken: usize,
}

/// What stands in all fields behind the last record.
static NOTHING: Value = Value::Empty;

#[derive(Debug, Clone, Copy)]
struct Frame<'a> {
    value: &'a Value,
    /// From 1; nought outside of repeats.
    line: usize,
    lines: usize,
}

/// A value, or why there is none.
type Found<'a> = Result<Cow<'a, Value>, Problem>;

impl<'a> Scope<'a> {
    /// The data as a whole.
    pub fn new(data: &'a Value) -> Self {
        let frame = Frame {
            value: data,
            line: 0,
            lines: 0,
        };
        Self {
            frames: vec![frame],
            records: &[],
            number: 1,
            taken: 1,
        }
    }

    /// The first of several records; further ones follow where the template asks for the next.
    pub fn over(records: &'a [Value], number: usize) -> Self {
        let first = records.first().unwrap_or(&NOTHING);
        Self {
            records,
            number,
            ..Self::new(first)
        }
    }

    /// Goes on to the next record; behind the last one all fields are empty.
    pub fn next_record(&mut self) {
        self.taken += 1;
        self.frames[0].value = self.records.get(self.taken - 1).unwrap_or(&NOTHING);
    }

    /// How many records were taken.
    pub fn taken(&self) -> usize {
        self.taken.min(self.records.len().max(1))
    }

    /// Whether no record is left behind the one at hand.
    pub fn is_at_end(&self) -> bool {
        self.taken >= self.records.len()
    }

    /// Whether it is inside of a repeat.
    pub fn is_inside(&self) -> bool {
        self.frames.len() > 1
    }

    /// Whether one of several fields is there.
    pub fn look_up_any(&self, names: &[&str]) -> bool {
        let mut names = names.iter().filter_map(|name| Name::of_field(name));
        names.any(|name| self.look_up(&name).is_some())
    }

    /// Goes into a line of a repeat.
    pub fn enter(&mut self, value: &'a Value, line: usize, lines: usize) {
        self.frames.push(Frame { value, line, lines });
    }

    /// The value of a name; none where nobody has such a field.
    pub fn look_up(&self, name: &Name) -> Option<&'a Value> {
        let innermost = self.frames.last()?;
        let Some(first) = name.steps.first() else {
            return Some(innermost.value);
        };
        for frame in self.frames.iter().rev() {
            let group = match frame.value {
                Value::Group(group) => group,
                Value::Empty if self.taken > 1 => return Some(&NOTHING),
                _ => continue,
            };
            if let Some(value) = group.get_flat(&name.flat) {
                return Some(value);
            }
            if let Some(value) = group.get(first) {
                return value.at(&name.steps[1..]);
            }
        }
        None
    }

    fn line(&self) -> Frame<'a> {
        let inside = self.frames.iter().rev().find(|frame| frame.line > 0);
        *inside.unwrap_or(&self.frames[0])
    }

    /// What an expression comes to.
    ///
    /// # Errors
    /// Where a field is missing, or a filter cannot do what it is asked for.
    pub fn value(&self, expression: &Expression, language: &dyn Language) -> Found<'a> {
        let mut found = self.operand(&expression.operand);
        for call in &expression.calls {
            found = filter::apply(call, found, self, language, expression.label());
        }
        found
    }

    fn operand(&self, operand: &Operand) -> Found<'a> {
        let owned = |value| Ok(Cow::Owned(value));
        match operand {
            Operand::Field(name) => match self.look_up(name) {
                Some(value) => Ok(Cow::Borrowed(value)),
                None => Err(Problem::Missing {
                    name: name.written.clone(),
                    nearest: None,
                }),
            },
            Operand::Text(text) => owned(Value::Text(text.clone())),
            Operand::Number(number) => owned(Value::Number(number.clone())),
            Operand::Truth(truth) => owned(Value::Truth(*truth)),
            Operand::Record => {
                let number = self.number + self.taken - 1;
                owned(Value::Number(number.to_string()))
            }
            Operand::Line => owned(Value::Number(self.line().line.to_string())),
            Operand::Lines => owned(Value::Number(self.line().lines.to_string())),
            Operand::IsFirst => owned(Value::Truth(self.line().line == 1)),
            Operand::IsLast => {
                let line = self.line();
                owned(Value::Truth(line.line == line.lines))
            }
        }
    }

    /// The text that is written for an expression.
    ///
    /// # Errors
    /// As `value`, and where a group of fields stands where a text is wanted.
    pub fn text(
        &self,
        expression: &Expression,
        language: &dyn Language,
    ) -> Result<Cow<'a, str>, Problem> {
        let not_a_text = || Problem::NotAText(expression.label().to_owned());
        match self.value(expression, language)? {
            Cow::Borrowed(Value::Text(text) | Value::Number(text)) => Ok(Cow::Borrowed(text)),
            value => text_of(&value, language)
                .map(Cow::Owned)
                .ok_or_else(not_a_text),
        }
    }

    /// Whether a condition holds.
    ///
    /// # Errors
    /// Where a field is missing.
    pub fn holds(&self, condition: &Condition, language: &dyn Language) -> Result<bool, Problem> {
        match condition {
            Condition::Is(value) => Ok(self.value(value, language)?.is_true()),
            Condition::Not(inner) => Ok(!self.holds(inner, language)?),
            Condition::All(both) => {
                Ok(self.holds(&both[0], language)? && self.holds(&both[1], language)?)
            }
            Condition::Any(both) => {
                Ok(self.holds(&both[0], language)? || self.holds(&both[1], language)?)
            }
            Condition::Compares(both, comparison) => {
                let left = self.value(&both[0], language)?;
                let right = self.value(&both[1], language)?;
                Ok(compare(&left, &right, *comparison, language))
            }
        }
    }
}

/// A value as a text; none for a group of fields, and for a list that holds one.
pub fn text_of(value: &Value, language: &dyn Language) -> Option<String> {
    match value {
        Value::Empty => Some(String::new()),
        Value::Truth(truth) => Some(language.yes_or_no(*truth)),
        Value::Number(text) | Value::Text(text) => Some(text.clone()),
        Value::Money(money) => Decimal::minor(money.minor).written(2, language.marks()),
        Value::Date(day) => {
            let pattern = Pattern::read(language.date_pattern());
            Some(written_date(&Moment::from(*day), &pattern, language))
        }
        Value::List(list) => {
            let texts: Option<Vec<_>> = list.iter().map(|value| text_of(value, language)).collect();
            Some(texts?.join(", "))
        }
        Value::Group(_) => None,
    }
}

/// The number a value is; none where it is none.
pub fn number_of(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(text) | Value::Text(text) => Decimal::read(text),
        Value::Money(money) => Some(Decimal::minor(money.minor)),
        _ => None,
    }
}

/// How two values compare: as numbers where both are, as yes and no where one is, else as texts
/// without regard to capitals.
pub fn compare(
    left: &Value,
    right: &Value,
    comparison: Comparison,
    language: &dyn Language,
) -> bool {
    let order = if let (Value::Date(left), Value::Date(right)) = (left, right) {
        left.cmp(right)
    } else if let (Some(left), Some(right)) = (number_of(left), number_of(right)) {
        left.compare(right)
    } else if matches!(left, Value::Truth(_)) || matches!(right, Value::Truth(_)) {
        left.is_true().cmp(&right.is_true())
    } else {
        let text = |value| {
            text_of(value, language)
                .unwrap_or_default()
                .trim()
                .to_lowercase()
        };
        text(left).cmp(&text(right))
    };
    match comparison {
        Comparison::Equal => order == Ordering::Equal,
        Comparison::Different => order != Ordering::Equal,
        Comparison::Less => order == Ordering::Less,
        Comparison::AtMost => order != Ordering::Greater,
        Comparison::More => order == Ordering::Greater,
        Comparison::AtLeast => order != Ordering::Less,
    }
}
