//! The words of a filter: what its fields, values and questions are called.

use chrono::NaiveDate;

use super::Choice;
use crate::domain::field::{Field, Nature};
use crate::domain::{Id, SavedView};

/// A word of the language of filters that is neither a field nor a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Keyword {
    /// Both.
    And,
    /// At least one.
    Or,
    /// The opposite.
    Not,
    /// The same, said without a sign.
    Is,
    /// Another, said without a sign.
    IsNot,
    /// A text holds.
    Contains,
    /// A text begins with.
    Begins,
    /// Nothing is said.
    Empty,
    /// Something is said.
    Filled,
    /// Before the first end of a span.
    Between,
    /// Before the second end of a span.
    To,
    /// Before a list of which one has to fit.
    AnyOf,
    /// Before a list of which none may fit.
    NoneOf,
    /// Today.
    Today,
    /// This week.
    ThisWeek,
    /// This month.
    ThisMonth,
    /// This year.
    ThisYear,
    /// Within the next days.
    Next,
    /// Within the last days.
    Last,
    /// More than so many months ago.
    MonthsAgo,
    /// Before today.
    Past,
    /// After today.
    Future,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Whoever looks at the list.
    Me,
    /// A saved view.
    View,
}

impl Keyword {
    /// Every keyword.
    pub const ALL: [Self; 26] = [
        Self::And,
        Self::Or,
        Self::Not,
        Self::Is,
        Self::IsNot,
        Self::Contains,
        Self::Begins,
        Self::Empty,
        Self::Filled,
        Self::Between,
        Self::To,
        Self::AnyOf,
        Self::NoneOf,
        Self::Today,
        Self::ThisWeek,
        Self::ThisMonth,
        Self::ThisYear,
        Self::Next,
        Self::Last,
        Self::MonthsAgo,
        Self::Past,
        Self::Future,
        Self::Yes,
        Self::No,
        Self::Me,
        Self::View,
    ];

    /// How it stands in the file, the same for ever; `#` is the place of a number.
    pub fn name(self) -> &'static str {
        match self {
            Self::And => "and",
            Self::Or => "or",
            Self::Not => "not",
            Self::Is => "is",
            Self::IsNot => "is not",
            Self::Contains => "contains",
            Self::Begins => "begins with",
            Self::Empty => "is empty",
            Self::Filled => "is filled",
            Self::Between => "between",
            Self::To => "and",
            Self::AnyOf => "is any of",
            Self::NoneOf => "is none of",
            Self::Today => "is today",
            Self::ThisWeek => "is this week",
            Self::ThisMonth => "is this month",
            Self::ThisYear => "is this year",
            Self::Next => "is within the next # days",
            Self::Last => "is within the last # days",
            Self::MonthsAgo => "is over # months ago",
            Self::Past => "is before today",
            Self::Future => "is after today",
            Self::Yes => "yes",
            Self::No => "no",
            Self::Me => "me",
            Self::View => "view",
        }
    }
}

/// The words of one language, and those it understands beside them.
pub trait Vocabulary {
    /// What the values of a field are; `None` where the register does not have it.
    fn nature(&self, field: Field) -> Option<Nature>;
    /// Every name of a field that is understood; where two are the same, the first counts.
    fn fields(&self) -> Vec<(String, Field)>;
    /// Every name of a value of that field that is understood, likewise.
    fn choices(&self, field: Field) -> Vec<(String, Choice)>;
    /// The saved views by name.
    fn views(&self) -> Vec<(String, Id<SavedView>)>;
    /// Every phrase that is understood; `#` is the place of a number.
    fn phrases(&self) -> Vec<(String, Keyword)>;
    /// What a field is called here.
    fn field(&self, field: Field) -> String;
    /// What a value of that field is called here.
    fn choice(&self, field: Field, choice: Choice) -> String;
    /// How a keyword is said here, a number in its place.
    fn keyword(&self, keyword: Keyword, count: u32) -> String;
    /// How a day is written here.
    fn day(&self, day: NaiveDate) -> String;
}
