//! Filters: conditions on any field of a client, joined by AND, OR and NOT.
//!
//! A filter has one text in the words of a language ([`parse`], [`print`]) and one in the words of
//! the file ([`canonical`]), which outlives renamed fields and other languages.

pub mod canonical;
mod lexer;
mod mistake;
mod parser;
mod period;
mod printer;
mod ready;
#[cfg(test)]
mod tests;
pub mod town;
pub mod value;
pub mod vocabulary;

use chrono::NaiveDate;

pub use mistake::{Expected, Mistake};
pub use parser::parse;
pub use period::Period;
pub use printer::print;
pub use ready::Ready;
pub use vocabulary::{Keyword, Vocabulary};

use crate::domain::catalog::Catalog;
use crate::domain::client::{Kind, Role};
use crate::domain::field::{Field, Nature};
use crate::domain::name::Sex;
use crate::domain::profile::{Medium, PoliticalRole, Stage};
use crate::domain::{Client, Employee, Group, Id, SavedView, Term};

/// So deep may filters lie in one another, saved views included.
pub const DEPTH: usize = 24;

/// What a list is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Expression {
    /// Each of these; none asks for nothing.
    All(Vec<Expression>),
    /// At least one of these; none asks for nothing.
    Any(Vec<Expression>),
    /// Not this.
    Not(Box<Expression>),
    /// What one field says.
    Condition {
        /// The field.
        field: Field,
        /// What is asked of it.
        test: Test,
    },
    /// What a saved view asks for.
    View(Id<SavedView>),
}

/// What is asked of a field. Where a card has several values, one of them has to pass; a negative
/// test is the opposite of its positive one, so that it lets cards without any value through.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Test {
    /// Nothing is said.
    Empty,
    /// Something is said.
    Filled,
    /// What a text says, without regard to capitals and quotes; of another card, what its name says.
    Text(Wording, String),
    /// A number: whole, in millionths or in kopecks, as the nature of the field has it.
    Number(Comparison, i64),
    /// A number between two, both included.
    NumberBetween(i64, i64),
    /// A day.
    Day(Comparison, NaiveDate),
    /// A day between two, both included.
    DayBetween(NaiveDate, NaiveDate),
    /// A day as seen from today; of a birthday, its return in any year.
    Period(Period),
    /// One of these.
    AnyOf(Vec<Choice>),
    /// None of these.
    NoneOf(Vec<Choice>),
    /// Yes or no.
    YesNo(bool),
    /// This card.
    Client(Id<Client>),
    /// Any other card, or none.
    NotClient(Id<Client>),
}

/// How a text is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wording {
    /// It is the same.
    Is,
    /// It is another.
    IsNot,
    /// It holds the words.
    Contains,
    /// It begins so.
    Begins,
}

/// How numbers and days are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// The same.
    Equal,
    /// Another, or none.
    NotEqual,
    /// Less, or earlier.
    Less,
    /// At most, or no later.
    AtMost,
    /// More, or later.
    More,
    /// At least, or no earlier.
    AtLeast,
}

impl Comparison {
    /// Every comparison, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Equal,
        Self::NotEqual,
        Self::Less,
        Self::AtMost,
        Self::More,
        Self::AtLeast,
    ];

    /// Its sign, in filters of every language and in SQL alike.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }
}

/// One of the values a field chooses from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Whoever looks at the list.
    Me,
    /// An employee.
    Employee(Id<Employee>),
    /// A group.
    Group(Id<Group>),
    /// An entry of a dictionary, or an option of a custom field.
    Term(Id<Term>),
    /// What a client is to us.
    Role(Role),
    /// Sex of a person.
    Sex(Sex),
    /// Stage of the life cycle.
    Stage(Stage),
    /// A way to reach somebody.
    Medium(Medium),
    /// The part a person plays in decisions.
    PoliticalRole(PoliticalRole),
}

/// Why a filter cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A field of it is gone, or belongs to the other register.
    #[error("a field of the filter is gone")]
    FieldGone,
    /// A field is asked what its values cannot answer.
    #[error("a field is asked what it cannot answer")]
    Unsuitable(Field),
    /// A saved view of it is gone, or is somebody else's own.
    #[error("a view of the filter is gone")]
    ViewGone,
    /// It lies within itself, or too deep.
    #[error("the filter lies within itself")]
    Cycle,
}

impl Expression {
    /// A condition on a field.
    pub fn condition(field: Field, test: Test) -> Self {
        Self::Condition { field, test }
    }

    /// Whether a field chooses one of these.
    pub fn any_of(field: Field, choices: impl IntoIterator<Item = Choice>) -> Self {
        Self::condition(field, Test::AnyOf(choices.into_iter().collect()))
    }

    /// The same filter without needless groups; `None` where it asks for nothing.
    pub fn simplified(self) -> Option<Self> {
        match self {
            Self::All(parts) => joined(parts, Self::All, |part| match part {
                Self::All(inner) => Ok(inner),
                other => Err(other),
            }),
            Self::Any(parts) => joined(parts, Self::Any, |part| match part {
                Self::Any(inner) => Ok(inner),
                other => Err(other),
            }),
            Self::Not(inner) => Some(inner.simplified()?.negated()),
            Self::Condition { field, test } => Some(Self::condition(field, test)),
            Self::View(view) => Some(Self::View(view)),
        }
    }

    /// The opposite: one NOT taken away, or turned into the opposite test, rather than two nested.
    pub fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            Self::Condition { field, test } => match test.negated() {
                Ok(test) => Self::condition(field, test),
                Err(test) => Self::Not(Box::new(Self::condition(field, test))),
            },
            other => Self::Not(Box::new(other)),
        }
    }

    /// The filter with what its saved views ask for in their places.
    ///
    /// # Errors
    /// Where a view is gone, cannot be read, or lies within itself.
    pub fn with_views(self, catalog: &Catalog) -> Result<Self, Fault> {
        self.opened(catalog, &mut Vec::new())
    }

    fn opened(self, catalog: &Catalog, within: &mut Vec<Id<SavedView>>) -> Result<Self, Fault> {
        let mut each = |parts: Vec<Self>| -> Result<Vec<Self>, Fault> {
            let parts = parts.into_iter();
            parts.map(|part| part.opened(catalog, within)).collect()
        };
        Ok(match self {
            Self::All(parts) => Self::All(each(parts)?),
            Self::Any(parts) => Self::Any(each(parts)?),
            Self::Not(inner) => Self::Not(Box::new(inner.opened(catalog, within)?)),
            Self::View(id) => {
                if within.contains(&id) || within.len() >= DEPTH {
                    return Err(Fault::Cycle);
                }
                let view = catalog.views.iter().find(|view| view.id == id);
                let view = view.ok_or(Fault::ViewGone)?;
                let meant = canonical::read(&view.filter, catalog).map_err(|_| Fault::ViewGone)?;
                within.push(id);
                let opened = meant.map_or(Ok(Self::All(Vec::new())), |meant| {
                    meant.opened(catalog, within)
                });
                within.pop();
                opened?
            }
            condition => condition,
        })
    }

    /// Whether it may be asked of a register: its fields are there and answer such questions, and
    /// its views do not lie within themselves.
    pub fn check(&self, kind: Kind, catalog: &Catalog) -> Result<(), Fault> {
        self.clone()
            .with_views(catalog)?
            .check_fields(kind, catalog)
    }

    fn check_fields(&self, kind: Kind, catalog: &Catalog) -> Result<(), Fault> {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                let mut parts = parts.iter();
                parts.try_for_each(|part| part.check_fields(kind, catalog))
            }
            Self::Not(inner) => inner.check_fields(kind, catalog),
            Self::View(_) => Ok(()),
            Self::Condition { field, test } => {
                let nature = catalog.nature_in(*field, kind).ok_or(Fault::FieldGone)?;
                match test.suits(*field, nature) {
                    true => Ok(()),
                    false => Err(Fault::Unsuitable(*field)),
                }
            }
        }
    }

    /// Whether it names a saved view, by itself or by another one.
    pub fn names_view(&self, view: Id<SavedView>, catalog: &Catalog) -> bool {
        // Opened with the view taken out, it is gone if it is named anywhere.
        let mut without = catalog.clone();
        without.views.retain(|known| known.id != view);
        let is_whole = self.clone().with_views(catalog).is_ok();
        is_whole && self.clone().with_views(&without).is_err()
    }
}

/// The parts simplified, those of the same group taken in, one alone set free.
fn joined(
    parts: Vec<Expression>,
    group: impl FnOnce(Vec<Expression>) -> Expression,
    open: impl Fn(Expression) -> Result<Vec<Expression>, Expression>,
) -> Option<Expression> {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts.into_iter().filter_map(Expression::simplified) {
        match open(part) {
            Ok(inner) => flat.extend(inner),
            Err(part) => flat.push(part),
        }
    }
    match flat.len() {
        0 | 1 => flat.pop(),
        _ => Some(group(flat)),
    }
}

impl Test {
    /// The opposite test, or the same one where there is none.
    fn negated(self) -> Result<Self, Self> {
        Ok(match self {
            Self::Empty => Self::Filled,
            Self::Filled => Self::Empty,
            Self::AnyOf(choices) => Self::NoneOf(choices),
            Self::NoneOf(choices) => Self::AnyOf(choices),
            Self::Text(Wording::Is, text) => Self::Text(Wording::IsNot, text),
            Self::Text(Wording::IsNot, text) => Self::Text(Wording::Is, text),
            Self::Client(id) => Self::NotClient(id),
            Self::NotClient(id) => Self::Client(id),
            other => return Err(other),
        })
    }

    /// Whether a field of that nature can answer it.
    pub fn suits(&self, field: Field, nature: Nature) -> bool {
        match self {
            Self::Empty | Self::Filled => field != Field::Completeness && field != Field::CreatedOn,
            Self::Text(..) => matches!(nature, Nature::Text | Nature::Client),
            Self::Number(..) | Self::NumberBetween(..) => {
                matches!(nature, Nature::Integer | Nature::Number | Nature::Money)
            }
            Self::Day(..) | Self::DayBetween(..) => {
                matches!(nature, Nature::Date | Nature::Birthday)
            }
            Self::Period(period) => {
                nature == Nature::Date || nature == Nature::Birthday && period.returns()
            }
            Self::AnyOf(choices) | Self::NoneOf(choices) => {
                let is_choice = matches!(nature, Nature::Choice | Nature::Choices);
                is_choice && choices.iter().all(|choice| choice.is_of(field))
            }
            Self::YesNo(_) => nature == Nature::YesNo,
            Self::Client(_) | Self::NotClient(_) => nature == Nature::Client,
        }
    }
}

impl Choice {
    /// Whether a field chooses from such values.
    fn is_of(self, field: Field) -> bool {
        match self {
            Self::Me | Self::Employee(_) => matches!(field, Field::Owner | Field::Team),
            Self::Group(_) => field == Field::Group,
            Self::Term(_) => matches!(
                field,
                Field::Segment | Field::Source | Field::Category | Field::Custom(_)
            ),
            Self::Role(_) => field == Field::Roles,
            Self::Sex(_) => field == Field::Sex,
            Self::Stage(_) => field == Field::Stage,
            Self::Medium(_) => field == Field::PreferredMedium,
            Self::PoliticalRole(_) => field == Field::PoliticalRole,
        }
    }

    /// What a field chooses from that is the same in every office; empty for dictionaries.
    pub fn closed(field: Field) -> Vec<Self> {
        match field {
            Field::Roles => Role::ALL.map(Self::Role).to_vec(),
            Field::Sex => [Sex::Male, Sex::Female].map(Self::Sex).to_vec(),
            Field::Stage => Stage::ALL.iter().copied().map(Self::Stage).collect(),
            Field::PreferredMedium => Medium::ALL.iter().copied().map(Self::Medium).collect(),
            Field::PoliticalRole => {
                let all = PoliticalRole::ALL.iter().copied();
                all.map(Self::PoliticalRole).collect()
            }
            Field::Owner | Field::Team => vec![Self::Me],
            _ => Vec::new(),
        }
    }

    /// Everything a field of a register chooses from, in the order it is offered.
    pub fn all(field: Field, kind: Kind, catalog: &Catalog) -> Vec<Self> {
        use crate::domain::term::Dictionary;
        let terms = |dictionary| {
            let terms = catalog.terms(dictionary);
            terms.map(|term| Self::Term(term.id)).collect()
        };
        match field {
            Field::Owner | Field::Team => {
                let employees = catalog.employees.iter().map(|one| Self::Employee(one.id));
                [Self::Me].into_iter().chain(employees).collect()
            }
            Field::Group => {
                let groups = catalog.groups.iter().filter(|group| group.kind == kind);
                groups.map(|group| Self::Group(group.id)).collect()
            }
            Field::Segment => terms(Dictionary::Segment),
            Field::Source => terms(Dictionary::Source),
            Field::Category => terms(Dictionary::Category),
            Field::Custom(id) => catalog
                .options(id)
                .map(|term| Self::Term(term.id))
                .collect(),
            _ => Self::closed(field),
        }
    }
}

impl Catalog {
    /// What the values of a field are; `None` where cards of that register do not have it.
    pub fn nature_in(&self, field: Field, kind: Kind) -> Option<Nature> {
        let is_there = match field {
            Field::Custom(id) => self.field(id).is_some_and(|field| field.kind == kind),
            field => field.belongs_to(kind),
        };
        is_there.then(|| self.nature(field))
    }

    /// Every field that cards of a register have, those of the user last, in the order they are
    /// offered.
    pub fn all_fields(&self, kind: Kind) -> impl Iterator<Item = Field> {
        let own = self.fields(kind).map(|field| Field::Custom(field.id));
        Field::of_kind(kind).chain(own)
    }
}
