//! One condition: what is asked of a field, and the values.

use super::super::canonical;
use super::super::lexer::Kind;
use super::super::mistake::near;
use super::super::value;
use super::super::vocabulary::Keyword;
use super::super::{Choice, Comparison, Expected, Expression, Mistake, Period, Test, Wording};
use super::{Parser, Value};
use crate::domain::Id;
use crate::domain::field::{Field, Nature};
use crate::domain::text::fold;

/// What may stand behind a field; first the questions that take no value, of which the last nine
/// are about days.
const TESTS: [Keyword; 19] = [
    Keyword::Empty,
    Keyword::Filled,
    Keyword::Today,
    Keyword::ThisWeek,
    Keyword::ThisMonth,
    Keyword::ThisYear,
    Keyword::Next,
    Keyword::Last,
    Keyword::MonthsAgo,
    Keyword::Past,
    Keyword::Future,
    Keyword::Is,
    Keyword::IsNot,
    Keyword::Contains,
    Keyword::Begins,
    Keyword::Between,
    Keyword::AnyOf,
    Keyword::NoneOf,
    Keyword::Not,
];

impl Parser<'_> {
    /// What is asked of a field that has just been named.
    pub(super) fn condition(&mut self, field: Field) -> Result<Expression, Mistake> {
        let nature = self.vocabulary.nature(field).unwrap_or(Nature::Text);
        let begin = self.at;
        let is_not = |parser: &Self| {
            let rest = &parser.tokens[parser.at..];
            let longest = parser.names.longest(rest, &TESTS);
            matches!(longest, Some((Keyword::Not, ..)))
        };
        let asked = if is_not(self) {
            // "город не содержит …", "город не СПб"
            self.take(Keyword::Not);
            let rest = &self.tokens[self.at..];
            let is_sign =
                matches!(rest.first(), Some(token) if matches!(token.kind, Kind::Sign(_)));
            if is_sign || self.names.longest(rest, &TESTS).is_some() {
                let inner = self.test(field, nature)?;
                self.suits(field, nature, &inner, begin)?;
                inner.negated()
            } else {
                self.compared(field, nature, Comparison::NotEqual, begin)?
            }
        } else {
            self.test(field, nature)?
        };
        self.suits(field, nature, &asked, begin)?;
        Ok(asked)
    }

    /// Refuses a test that the field cannot answer, at the word that asks it.
    fn suits(
        &self,
        field: Field,
        nature: Nature,
        asked: &Expression,
        begin: usize,
    ) -> Result<(), Mistake> {
        match asked {
            Expression::Condition { test, .. } if !test.suits(field, nature) => Err(Mistake {
                at: self.tokens[begin].at.clone(),
                expected: Expected::SuitableTest,
                near: Vec::new(),
            }),
            _ => Ok(()),
        }
    }

    fn test(&mut self, field: Field, nature: Nature) -> Result<Expression, Mistake> {
        let begin = self.at;
        let rest = &self.tokens[self.at..];
        if let Some((keyword, count, length)) = self.names.longest(rest, &TESTS) {
            self.at += length;
            if let Some(test) = simple(keyword, count) {
                return Ok(Expression::condition(field, test));
            }
            return match keyword {
                Keyword::Is => self.compared(field, nature, Comparison::Equal, begin),
                Keyword::IsNot => self.compared(field, nature, Comparison::NotEqual, begin),
                Keyword::Contains => self.worded(field, Wording::Contains),
                Keyword::Begins => self.worded(field, Wording::Begins),
                Keyword::Between => self.between(field, nature, begin),
                Keyword::AnyOf => self.list(field, nature),
                Keyword::NoneOf => Ok(self.list(field, nature)?.negated()),
                _ => Err(self.mistake(Expected::Test)),
            };
        }
        match self.comparison() {
            Some(comparison) => self.compared(field, nature, comparison, begin),
            None => Err(self.mistake(Expected::Test)),
        }
    }

    /// A sign that stands here, or the word for one.
    pub(super) fn comparison(&mut self) -> Option<Comparison> {
        if let Some(Kind::Sign(sign)) = self.peek().map(|token| token.kind.clone()) {
            self.at += 1;
            return Some(sign);
        }
        let rest = &self.tokens[self.at..];
        let is = self.names.longest(rest, &[Keyword::Is, Keyword::IsNot]);
        let (keyword, _, length) = is?;
        self.at += length;
        Some(match keyword {
            Keyword::IsNot => Comparison::NotEqual,
            _ => Comparison::Equal,
        })
    }

    fn worded(&mut self, field: Field, wording: Wording) -> Result<Expression, Mistake> {
        let value = self.value(false)?;
        Ok(Expression::condition(
            field,
            Test::Text(wording, value.text),
        ))
    }

    fn compared(
        &mut self,
        field: Field,
        nature: Nature,
        sign: Comparison,
        begin: usize,
    ) -> Result<Expression, Mistake> {
        let unsuitable = Mistake {
            at: self.tokens[begin].at.clone(),
            expected: Expected::SuitableTest,
            near: Vec::new(),
        };
        let is_plain = matches!(sign, Comparison::Equal | Comparison::NotEqual);
        let is_equal = sign == Comparison::Equal;
        if is_plain && let Some(test) = self.named_test(nature) {
            let asked = Expression::condition(field, test);
            return Ok(if is_equal { asked } else { asked.negated() });
        }
        let test = match nature {
            Nature::Text | Nature::Client if !is_plain => return Err(unsuitable),
            Nature::Choice | Nature::Choices | Nature::YesNo if !is_plain => {
                return Err(unsuitable);
            }
            Nature::Text | Nature::Client => {
                let value = self.value(false)?;
                text_test(value, nature, is_equal)
            }
            Nature::Integer | Nature::Number | Nature::Money => {
                Test::Number(sign, self.number(nature, false)?)
            }
            Nature::Date | Nature::Birthday => Test::Day(sign, self.day(false)?),
            Nature::YesNo => {
                let is_so = self.yes_or_no()?;
                let asked = Expression::condition(field, Test::YesNo(is_so));
                return Ok(if is_equal { asked } else { asked.negated() });
            }
            Nature::Choice | Nature::Choices => {
                let choice = self.choice(field)?;
                match is_equal {
                    true => Test::AnyOf(vec![choice]),
                    false => Test::NoneOf(vec![choice]),
                }
            }
        };
        Ok(Expression::condition(field, test))
    }

    /// `= empty`, and for days `= today`: a test where a value could stand.
    fn named_test(&mut self, nature: Nature) -> Option<Test> {
        let is_day = matches!(nature, Nature::Date | Nature::Birthday);
        let among = &TESTS[..if is_day { 11 } else { 2 }];
        let rest = &self.tokens[self.at..];
        let (keyword, count, length) = self.names.longest(rest, among)?;
        let test = simple(keyword, count)?;
        self.at += length;
        Some(test)
    }

    fn between(
        &mut self,
        field: Field,
        nature: Nature,
        begin: usize,
    ) -> Result<Expression, Mistake> {
        let test = match nature {
            Nature::Integer | Nature::Number | Nature::Money => {
                let from = self.number(nature, true)?;
                self.second_end()?;
                Test::NumberBetween(from, self.number(nature, false)?)
            }
            Nature::Date | Nature::Birthday => {
                let from = self.day(true)?;
                self.second_end()?;
                Test::DayBetween(from, self.day(false)?)
            }
            _ => {
                return Err(Mistake {
                    at: self.tokens[begin].at.clone(),
                    expected: Expected::SuitableTest,
                    near: Vec::new(),
                });
            }
        };
        Ok(Expression::condition(field, test))
    }

    fn second_end(&mut self) -> Result<(), Mistake> {
        match self.take(Keyword::To) {
            true => Ok(()),
            false => Err(self.mistake(Expected::SecondEnd)),
        }
    }

    fn number(&mut self, nature: Nature, is_span: bool) -> Result<i64, Mistake> {
        let typed = self.value(is_span)?;
        value::number(&typed.text, nature).ok_or(wrong(typed, Expected::Number))
    }

    fn day(&mut self, is_span: bool) -> Result<chrono::NaiveDate, Mistake> {
        let typed = self.value(is_span)?;
        value::day(&typed.text).ok_or(wrong(typed, Expected::Day))
    }

    fn yes_or_no(&mut self) -> Result<bool, Mistake> {
        let rest = &self.tokens[self.at..];
        let said = self.names.longest(rest, &[Keyword::Yes, Keyword::No]);
        let (keyword, _, length) = said.ok_or_else(|| self.mistake(Expected::YesNo))?;
        self.at += length;
        Ok(keyword == Keyword::Yes)
    }

    /// Values in brackets; a list of texts is the same as each of them joined by OR.
    fn list(&mut self, field: Field, nature: Nature) -> Result<Expression, Mistake> {
        if !self.take_kind(&Kind::Open) {
            return Err(self.mistake(Expected::List));
        }
        let is_choice = matches!(nature, Nature::Choice | Nature::Choices);
        let (mut choices, mut others) = (Vec::new(), Vec::new());
        loop {
            if is_choice {
                choices.push(self.choice(field)?);
            } else {
                others.push(self.compared(field, nature, Comparison::Equal, self.at)?);
            }
            if self.take_kind(&Kind::Close) {
                break;
            }
            if !self.take_kind(&Kind::Comma) {
                return Err(self.mistake(Expected::Closing));
            }
        }
        Ok(match is_choice {
            true => Expression::any_of(field, choices),
            false => Expression::Any(others),
        })
    }

    fn choice(&mut self, field: Field) -> Result<Choice, Mistake> {
        let is_person = matches!(field, Field::Owner | Field::Team);
        if is_person && self.take(Keyword::Me) {
            return Ok(Choice::Me);
        }
        let value = self.value(false)?;
        if !value.is_quoted
            && let Some(choice) = value.id().and_then(|id| canonical::of_id(field, id))
        {
            return Ok(choice);
        }
        let folded = fold(&value.text);
        let known = self.vocabulary.choices(field);
        let named = known.iter().find(|(name, _)| fold(name) == folded);
        let closed = || {
            let mut closed = canonical::named(field).into_iter();
            closed.find(|(name, _)| *name == folded)
        };
        let found = named.cloned().or_else(closed).map(|(_, choice)| choice);
        found.ok_or_else(|| Mistake {
            near: near(&value.text, known.iter().map(|(name, _)| &**name)),
            at: value.at,
            expected: Expected::Choice,
        })
    }
}

fn wrong(value: Value, expected: Expected) -> Mistake {
    Mistake {
        at: value.at,
        expected,
        near: Vec::new(),
    }
}

/// What a text, or the name of another card, has to be.
fn text_test(value: Value, nature: Nature, is_equal: bool) -> Test {
    if nature == Nature::Client
        && !value.is_quoted
        && let Some(id) = value.id()
    {
        return match is_equal {
            true => Test::Client(Id::from(id)),
            false => Test::NotClient(Id::from(id)),
        };
    }
    match (value.text.trim().is_empty(), is_equal) {
        (true, true) => Test::Empty,
        (true, false) => Test::Filled,
        (false, true) => Test::Text(Wording::Is, value.text),
        (false, false) => Test::Text(Wording::IsNot, value.text),
    }
}

/// A test that takes no value.
fn simple(keyword: Keyword, count: u32) -> Option<Test> {
    Some(match keyword {
        Keyword::Empty => Test::Empty,
        Keyword::Filled => Test::Filled,
        Keyword::Today => Test::Period(Period::Today),
        Keyword::ThisWeek => Test::Period(Period::ThisWeek),
        Keyword::ThisMonth => Test::Period(Period::ThisMonth),
        Keyword::ThisYear => Test::Period(Period::ThisYear),
        Keyword::Next => Test::Period(Period::Next(count)),
        Keyword::Last => Test::Period(Period::Last(count)),
        Keyword::MonthsAgo => Test::Period(Period::MonthsAgo(count)),
        Keyword::Past => Test::Period(Period::Past),
        Keyword::Future => Test::Period(Period::Future),
        _ => return None,
    })
}
