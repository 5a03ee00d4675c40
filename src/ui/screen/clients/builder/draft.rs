//! A filter while it is being built: conditions may still lack their values.

use crate::domain::client::Kind;
use crate::domain::field::Nature;
use crate::domain::filter::{Choice, Comparison, Expression, Period, Test, Wording, value};
use crate::domain::{Catalog, Field, Id, SavedView};

/// A part of the filter, known by a number of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub id: u64,
    pub is_not: bool,
    pub part: Part,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Parts of which all have to fit, or one.
    Group {
        is_any: bool,
        parts: Vec<Node>,
    },
    Row(Row),
    View(Id<SavedView>),
}

/// A condition as it stands in its fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub field: Field,
    pub how: How,
    pub first: String,
    pub second: String,
    pub choices: Vec<Choice>,
}

/// What is asked of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Filled,
    Empty,
    Text(Wording),
    Compare(Comparison),
    Between,
    AnyOf,
    NoneOf,
    Yes,
    No,
    /// A period without a number of its own.
    Period(Period),
    Next,
    Last,
    MonthsAgo,
}

impl How {
    /// What a field can be asked, the most usual first.
    pub fn offered(field: Field, nature: Nature) -> Vec<Self> {
        let texts = [
            Wording::Contains,
            Wording::Is,
            Wording::IsNot,
            Wording::Begins,
        ];
        let compared = Comparison::ALL.map(Self::Compare);
        let mut offered = match nature {
            Nature::Text | Nature::Client => texts.map(Self::Text).to_vec(),
            Nature::Integer | Nature::Number | Nature::Money => {
                compared.into_iter().chain([Self::Between]).collect()
            }
            Nature::Date => [Self::Next, Self::Last, Self::MonthsAgo]
                .into_iter()
                .chain(PERIODS.map(Self::Period))
                .chain(compared)
                .chain([Self::Between])
                .collect(),
            Nature::Birthday => [Self::Next, Self::Last]
                .into_iter()
                .chain(
                    PERIODS
                        .into_iter()
                        .filter(|one| one.returns())
                        .map(Self::Period),
                )
                .chain(compared)
                .chain([Self::Between])
                .collect(),
            Nature::YesNo => vec![Self::Yes, Self::No],
            Nature::Choice | Nature::Choices => vec![Self::AnyOf, Self::NoneOf],
        };
        if Test::Empty.suits(field, nature) {
            offered.extend([Self::Filled, Self::Empty]);
        }
        offered
    }
}

const PERIODS: [Period; 6] = [
    Period::Today,
    Period::ThisWeek,
    Period::ThisMonth,
    Period::ThisYear,
    Period::Past,
    Period::Future,
];

impl Row {
    /// A condition on a field that lacks its value yet.
    pub fn blank(field: Field, nature: Nature) -> Self {
        let how = How::offered(field, nature).into_iter().next();
        Self {
            field,
            how: how.unwrap_or(How::Filled),
            first: String::new(),
            second: String::new(),
            choices: Vec::new(),
        }
    }

    /// What it asks; `None` as long as a value lacks or cannot be read.
    pub fn test(&self, nature: Nature) -> Option<Test> {
        let number = |text: &str| value::number(text, nature);
        let count = || self.first.trim().parse::<u32>().ok();
        let is_day = matches!(nature, Nature::Date | Nature::Birthday);
        let some = |test: fn(Vec<Choice>) -> Test| {
            (!self.choices.is_empty()).then(|| test(self.choices.clone()))
        };
        Some(match self.how {
            How::Filled => Test::Filled,
            How::Empty => Test::Empty,
            How::Text(_) if self.first.trim().is_empty() => return None,
            How::Text(wording) => self.text(wording, nature),
            How::Compare(how) if is_day => Test::Day(how, value::day(&self.first)?),
            How::Compare(how) => Test::Number(how, number(&self.first)?),
            How::Between if is_day => {
                Test::DayBetween(value::day(&self.first)?, value::day(&self.second)?)
            }
            How::Between => Test::NumberBetween(number(&self.first)?, number(&self.second)?),
            How::AnyOf => return some(Test::AnyOf),
            How::NoneOf => return some(Test::NoneOf),
            How::Yes => Test::YesNo(true),
            How::No => Test::YesNo(false),
            How::Period(period) => Test::Period(period),
            How::Next => Test::Period(Period::Next(count()?)),
            How::Last => Test::Period(Period::Last(count()?)),
            How::MonthsAgo => Test::Period(Period::MonthsAgo(count()?)),
        })
    }

    /// A text; on another card, `#` and its id mean that one alone.
    fn text(&self, wording: Wording, nature: Nature) -> Test {
        let id = self.first.trim().strip_prefix('#');
        let id = id.and_then(|id| id.parse::<i64>().ok()).map(Id::from);
        match (wording, id) {
            (Wording::Is, Some(id)) if nature == Nature::Client => Test::Client(id),
            (Wording::IsNot, Some(id)) if nature == Nature::Client => Test::NotClient(id),
            _ => Test::Text(wording, self.first.trim().to_owned()),
        }
    }

    /// Takes a test into the fields; `day` writes one as people read it.
    fn take(&mut self, test: &Test, nature: Nature, day: impl Fn(chrono::NaiveDate) -> String) {
        let number = |n: i64| value::written(n, nature);
        let count = |n: u32| n.to_string();
        let (how, first, second) = match test {
            Test::Empty => (How::Empty, None, None),
            Test::Filled => (How::Filled, None, None),
            Test::Text(wording, text) => (How::Text(*wording), Some(text.clone()), None),
            Test::Number(how, n) => (How::Compare(*how), Some(number(*n)), None),
            Test::NumberBetween(a, b) => (How::Between, Some(number(*a)), Some(number(*b))),
            Test::Day(how, at) => (How::Compare(*how), Some(day(*at)), None),
            Test::DayBetween(a, b) => (How::Between, Some(day(*a)), Some(day(*b))),
            Test::Period(Period::Next(n)) => (How::Next, Some(count(*n)), None),
            Test::Period(Period::Last(n)) => (How::Last, Some(count(*n)), None),
            Test::Period(Period::MonthsAgo(n)) => (How::MonthsAgo, Some(count(*n)), None),
            Test::Period(period) => (How::Period(*period), None, None),
            Test::AnyOf(choices) => {
                self.choices.clone_from(choices);
                (How::AnyOf, None, None)
            }
            Test::NoneOf(choices) => {
                self.choices.clone_from(choices);
                (How::NoneOf, None, None)
            }
            Test::YesNo(is_so) => (if *is_so { How::Yes } else { How::No }, None, None),
            Test::Client(id) => (How::Text(Wording::Is), Some(format!("#{}", id.raw())), None),
            Test::NotClient(id) => (
                How::Text(Wording::IsNot),
                Some(format!("#{}", id.raw())),
                None,
            ),
        };
        self.how = how;
        self.first = first.unwrap_or_default();
        self.second = second.unwrap_or_default();
    }
}

impl Node {
    /// The part of that number.
    pub fn find(&mut self, id: u64) -> Option<&mut Self> {
        if self.id == id {
            return Some(self);
        }
        match &mut self.part {
            Part::Group { parts, .. } => parts.iter_mut().find_map(|part| part.find(id)),
            _ => None,
        }
    }

    /// Takes the part of that number out, wherever it stands below.
    pub fn remove(&mut self, id: u64) {
        if let Part::Group { parts, .. } = &mut self.part {
            parts.retain(|part| part.id != id);
            for part in parts {
                part.remove(id);
            }
        }
    }

    /// What it asks; parts that lack a value ask for nothing.
    pub fn expression(&self, kind: Kind, catalog: &Catalog) -> Option<Expression> {
        let asked = match &self.part {
            Part::Group { is_any, parts } => {
                let parts = parts
                    .iter()
                    .filter_map(|part| part.expression(kind, catalog));
                let parts = parts.collect();
                let group = if *is_any {
                    Expression::Any(parts)
                } else {
                    Expression::All(parts)
                };
                group.simplified()?
            }
            Part::Row(row) => {
                let nature = catalog.nature_in(row.field, kind)?;
                Expression::condition(row.field, row.test(nature)?)
            }
            Part::View(view) => Expression::View(*view),
        };
        Some(if self.is_not { asked.negated() } else { asked })
    }
}

/// Makes nodes out of a filter, each with the next number.
pub struct Reading<'a> {
    pub next: &'a mut u64,
    pub kind: Kind,
    pub catalog: &'a Catalog,
    pub day: &'a dyn Fn(chrono::NaiveDate) -> String,
}

impl Reading<'_> {
    /// The whole filter, as a group.
    pub fn root(&mut self, expression: Option<&Expression>) -> Node {
        match expression {
            None => self.node(Part::Group {
                is_any: false,
                parts: Vec::new(),
            }),
            Some(Expression::All(_) | Expression::Any(_)) => {
                self.read(expression.unwrap_or(&Expression::All(Vec::new())))
            }
            Some(single) => {
                let single = self.read(single);
                self.node(Part::Group {
                    is_any: false,
                    parts: vec![single],
                })
            }
        }
    }

    fn read(&mut self, expression: &Expression) -> Node {
        match expression {
            Expression::All(parts) | Expression::Any(parts) => {
                let parts = parts.iter().map(|part| self.read(part)).collect();
                let is_any = matches!(expression, Expression::Any(_));
                self.node(Part::Group { is_any, parts })
            }
            Expression::Not(inner) => {
                let inner = self.read(inner);
                Node {
                    is_not: !inner.is_not,
                    ..inner
                }
            }
            Expression::View(view) => self.node(Part::View(*view)),
            Expression::Condition { field, test } => {
                let nature = self.catalog.nature_in(*field, self.kind);
                let nature = nature.unwrap_or(Nature::Text);
                let mut row = Row::blank(*field, nature);
                row.take(test, nature, self.day);
                self.node(Part::Row(row))
            }
        }
    }

    /// A part with the next number.
    pub fn node(&mut self, part: Part) -> Node {
        *self.next += 1;
        Node {
            id: *self.next,
            is_not: false,
            part,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::filter::canonical;

    #[test]
    fn what_is_taken_apart_is_put_together_again() {
        let catalog = Catalog::default();
        for text in [
            "city = СПб and (stage is any of (active, former) or not phone contains 12)",
            "next_step_on is within the next 7 days or next_step_on between 2026-01-01 and 2026-02-01",
            "completeness < 50 and not (employer = #12 or birthday is this month)",
            "view = #5",
            "owner = me",
        ] {
            let kind = match text.contains("birthday") {
                true => Kind::Person,
                false => Kind::Organization,
            };
            let meant = canonical::read(text, &catalog).unwrap();
            let root = Reading {
                next: &mut 0,
                kind,
                catalog: &catalog,
                day: &|day| day.to_string(),
            }
            .root(meant.as_ref());
            assert_eq!(root.expression(kind, &catalog), meant, "{text}");
        }
    }

    #[test]
    fn a_condition_without_its_value_asks_for_nothing() {
        let row = Row::blank(Field::City, Nature::Text);
        assert_eq!(row.test(Nature::Text), None);
        let row = Row::blank(Field::Stage, Nature::Choice);
        assert_eq!(row.test(Nature::Choice), None);
    }
}
