//! Lists that every office wants, and nobody has to make.

use super::{Comparison, Expression, Period, Test};
use crate::domain::catalog::Catalog;
use crate::domain::client::TextField;
use crate::domain::field::Field;

/// A list that is there from the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ready {
    /// Cards that lack something the office requires.
    Incomplete,
    /// Cards nobody has checked for long.
    Stale,
    /// Clients of whom nobody knows what comes next.
    NoNextStep,
    /// Clients whose next step is overdue.
    OverdueStep,
}

impl Ready {
    /// Every such list, in the order they are shown.
    pub const ALL: [Self; 4] = [
        Self::Incomplete,
        Self::Stale,
        Self::NoNextStep,
        Self::OverdueStep,
    ];

    /// What it asks for, as the office has decided.
    pub fn condition(self, catalog: &Catalog) -> Expression {
        let months = Test::Period(Period::MonthsAgo(catalog.stale_months));
        let step = |test| Expression::condition(Field::NextStepOn, test);
        match self {
            Self::Incomplete => {
                Expression::condition(Field::Completeness, Test::Number(Comparison::Less, 100))
            }
            // What was never checked counts from the day it was made.
            Self::Stale => Expression::Any(vec![
                Expression::condition(Field::CheckedOn, months.clone()),
                Expression::All(vec![
                    Expression::condition(Field::CheckedOn, Test::Empty),
                    Expression::condition(Field::CreatedOn, months),
                ]),
            ]),
            Self::NoNextStep => Expression::All(vec![
                step(Test::Empty),
                Expression::condition(Field::Text(TextField::NextStep), Test::Empty),
            ]),
            Self::OverdueStep => step(Test::Period(Period::Past)),
        }
    }
}
