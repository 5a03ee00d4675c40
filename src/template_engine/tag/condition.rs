//! What stands behind `#if`.

use super::Expression;

/// What a condition asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Whether there is something: not nothing, no, nought or an empty text or list.
    Is(Expression),
    /// How two values compare.
    Compares(Box<[Expression; 2]>, Comparison),
    /// Both.
    All(Box<[Condition; 2]>),
    /// At least one.
    Any(Box<[Condition; 2]>),
    /// The opposite.
    Not(Box<Condition>),
}

/// How two values are compared: as numbers where both are, else as texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `==`, `=`
    Equal,
    /// `!=`, `<>`
    Different,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Condition {
    /// The values it looks at.
    pub fn expressions(&self) -> Vec<&Expression> {
        match self {
            Self::Is(value) => vec![value],
            Self::Compares(both, _) => both.iter().collect(),
            Self::All(both) | Self::Any(both) => both.iter().flat_map(Self::expressions).collect(),
            Self::Not(inner) => inner.expressions(),
        }
    }
}
