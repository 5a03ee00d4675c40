//! The text of a filter, understood: NOT binds tightest, then AND, then OR.

mod condition;
mod names;

use std::ops::Range;

use super::lexer::{self, Kind, Token};
use super::mistake::near;
use super::vocabulary::{Keyword, Vocabulary};
use super::{Comparison, DEPTH, Expected, Expression, Mistake};
use crate::domain::Id;
use crate::domain::text::fold;

use names::Names;

/// The filter that a text means in the words of `vocabulary`, in those of the file or in both;
/// `None` where it asks for nothing.
///
/// # Errors
/// Tells the first place that cannot be understood, and what belongs there.
pub fn parse(text: &str, vocabulary: &dyn Vocabulary) -> Result<Option<Expression>, Mistake> {
    let tokens = lexer::tokens(text)?;
    if tokens.is_empty() {
        return Ok(None);
    }
    let mut parser = Parser {
        text,
        tokens,
        at: 0,
        depth: 0,
        names: Names::of(vocabulary),
        vocabulary,
    };
    let meant = parser.either()?;
    match parser.peek() {
        None => Ok(meant.simplified()),
        Some(_) => Err(parser.mistake(Expected::Connective)),
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    names: Names,
    vocabulary: &'a dyn Vocabulary,
}

/// A value as it was typed.
struct Value {
    text: String,
    at: Range<usize>,
    is_quoted: bool,
}

impl Parser<'_> {
    fn either(&mut self) -> Result<Expression, Mistake> {
        let mut parts = vec![self.both()?];
        while self.take(Keyword::Or) {
            parts.push(self.both()?);
        }
        Ok(Expression::Any(parts))
    }

    fn both(&mut self) -> Result<Expression, Mistake> {
        let mut parts = vec![self.single()?];
        while self.take(Keyword::And) {
            parts.push(self.single()?);
        }
        Ok(Expression::All(parts))
    }

    fn single(&mut self) -> Result<Expression, Mistake> {
        if self.depth >= DEPTH {
            return Err(self.mistake(Expected::Shallower));
        }
        self.depth += 1;
        let single = self.single_inside();
        self.depth -= 1;
        single
    }

    fn single_inside(&mut self) -> Result<Expression, Mistake> {
        if self.take_kind(&Kind::Open) {
            let inner = self.either()?;
            return match self.take_kind(&Kind::Close) {
                true => Ok(inner),
                false if self.peek().is_none() => Err(self.mistake(Expected::Closing)),
                false => Err(self.mistake(Expected::Connective)),
            };
        }
        let field = self.names.field(&self.tokens[self.at..]);
        if let Some((field, length)) = field {
            self.at += length;
            return self.condition(field);
        }
        if self.take(Keyword::Not) {
            return Ok(Expression::Not(Box::new(self.single()?)));
        }
        if self.take(Keyword::View) {
            return self.view();
        }
        Err(self.unknown_field())
    }

    fn view(&mut self) -> Result<Expression, Mistake> {
        let Some(sign) = self.comparison() else {
            return Err(self.mistake(Expected::Test));
        };
        let value = self.value(false)?;
        let found = match (value.is_quoted, value.id()) {
            (false, Some(id)) => Some(Id::from(id)),
            _ => {
                let folded = fold(&value.text);
                let views = self.vocabulary.views().into_iter();
                let mut named = views.filter(|(name, _)| fold(name) == folded);
                named.next().map(|(_, id)| id)
            }
        };
        let view = found.ok_or_else(|| {
            let views = self.vocabulary.views();
            let names = views.iter().map(|(name, _)| &**name);
            Mistake {
                near: near(&value.text, names),
                at: value.at.clone(),
                expected: Expected::View,
            }
        })?;
        let view = Expression::View(view);
        match sign {
            Comparison::Equal => Ok(view),
            Comparison::NotEqual => Ok(Expression::Not(Box::new(view))),
            _ => Err(Mistake {
                at: value.at,
                expected: Expected::SuitableTest,
                near: Vec::new(),
            }),
        }
    }

    /// A value in quotes, or all words up to the next that joins conditions.
    fn value(&mut self, is_span: bool) -> Result<Value, Mistake> {
        let Some(first) = self.tokens.get(self.at) else {
            return Err(self.mistake(Expected::Value));
        };
        if let Kind::Quoted(text) = &first.kind {
            let (text, at) = (text.clone(), first.at.clone());
            self.at += 1;
            return Ok(Value {
                text,
                at,
                is_quoted: true,
            });
        }
        let start = first.at.start;
        let mut end = start;
        while let Some(token) = self.tokens.get(self.at) {
            let joints = [Keyword::And, Keyword::Or, Keyword::To];
            let joints = &joints[..if is_span { 3 } else { 2 }];
            let rest = &self.tokens[self.at..];
            let is_joint = joints
                .iter()
                .any(|one| self.names.phrase(rest, *one).is_some());
            if is_joint || !matches!(token.kind, Kind::Word(_)) {
                break;
            }
            end = token.at.end;
            self.at += 1;
        }
        if end == start {
            return Err(self.mistake(Expected::Value));
        }
        Ok(Value {
            text: self.text[start..end].to_owned(),
            at: start..end,
            is_quoted: false,
        })
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    /// Goes over a keyword that stands here.
    fn take(&mut self, keyword: Keyword) -> bool {
        let length = self.names.phrase(&self.tokens[self.at..], keyword);
        self.at += length.unwrap_or_default();
        length.is_some()
    }

    fn take_kind(&mut self, kind: &Kind) -> bool {
        let is_here = self.peek().is_some_and(|token| token.kind == *kind);
        self.at += usize::from(is_here);
        is_here
    }

    /// What belongs here instead.
    fn mistake(&self, expected: Expected) -> Mistake {
        let end = self.text.len();
        Mistake {
            at: self.peek().map_or(end..end, |token| token.at.clone()),
            expected,
            near: Vec::new(),
        }
    }

    /// The words up to the next sign name no field: the first, or all of them, may look like one.
    fn unknown_field(&self) -> Mistake {
        let mut mistake = self.mistake(Expected::Field);
        let rest = &self.tokens[self.at..];
        let words = rest
            .iter()
            .take_while(|token| matches!(token.kind, Kind::Word(_)));
        if let Some(last) = words.last() {
            let whole = &self.text[mistake.at.start..last.at.end];
            mistake.near = near(whole, self.names.fields());
        }
        if mistake.near.is_empty() && !mistake.at.is_empty() {
            let typed = self.text[mistake.at.clone()].trim_matches('"');
            mistake.near = near(typed, self.names.fields());
        }
        mistake
    }
}

impl Value {
    /// The id that it names by `#`.
    fn id(&self) -> Option<i64> {
        self.text.strip_prefix('#')?.parse().ok()
    }
}
