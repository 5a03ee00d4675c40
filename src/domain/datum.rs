//! What one field of one client says, whatever the field.

use chrono::NaiveDate;

use crate::domain::client::Roles;
use crate::domain::custom_field::Content;
use crate::domain::name::Sex;
use crate::domain::profile::{Medium, PoliticalRole, Stage};
use crate::domain::{Birthday, Client, Currency, Employee, Field, Group, Id, Money, Term};

/// Of which currency the amounts of custom fields are: they name none.
pub const CURRENCY: Currency = Currency::Rub;

/// What one field of one client says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Datum {
    /// Nothing.
    #[default]
    Nothing,
    /// A text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number in millionths.
    Number(i64),
    /// An amount.
    Money(Money),
    /// A day.
    Date(NaiveDate),
    /// A day whose year may be unknown.
    Birthday(Birthday),
    /// Yes or no.
    YesNo(bool),
    /// Sex of a person.
    Sex(Sex),
    /// How far the relationship has come.
    Stage(Stage),
    /// A way to reach somebody.
    Medium(Medium),
    /// The part a person plays in decisions.
    PoliticalRole(PoliticalRole),
    /// What it is to us; never empty.
    Roles(Roles),
    /// Entries of a dictionary; never empty.
    Terms(Vec<Id<Term>>),
    /// Employees; never empty.
    Employees(Vec<Id<Employee>>),
    /// Groups; never empty.
    Groups(Vec<Id<Group>>),
    /// Another card, and the name it goes by as far as that may be seen.
    Client(Id<Client>, String),
}

impl Datum {
    /// A text; nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        match text.is_empty() {
            true => Self::Nothing,
            false => Self::Text(text),
        }
    }

    /// What a client itself says in a field; `None` for what stands beside it on its card.
    pub fn of(client: &Client, field: Field) -> Option<Self> {
        let term = |term: Option<Id<Term>>| term.map(|id| Self::Terms(vec![id]));
        let linked = |id: Option<Id<Client>>| id.map(|id| Self::Client(id, String::new()));
        let said = match field {
            Field::Text(field) => return Some(Self::text(client.text(field))),
            Field::Owner => client.owner.map(|id| Self::Employees(vec![id])),
            Field::Roles => (!client.roles.is_empty()).then_some(Self::Roles(client.roles)),
            Field::Sex => client.sex.map(Self::Sex),
            Field::Birthday => client.birthday.map(Self::Birthday),
            Field::Employer => linked(client.employer),
            Field::Since => client.since.map(Self::Date),
            Field::Segment => term(client.segment),
            Field::Source => term(client.source),
            Field::Category => term(client.category),
            Field::Stage => client.stage.map(Self::Stage),
            Field::RecommendedBy => linked(client.recommended_by),
            Field::PreferredMedium => client.preferred_medium.map(Self::Medium),
            Field::PoliticalRole => client.political_role.map(Self::PoliticalRole),
            Field::Influence => client.influence.map(Self::Integer),
            Field::NextStepOn => client.next_step_on.map(Self::Date),
            Field::CheckedOn => client.checked_on.map(Self::Date),
            // The id knows when it was made; the day is told where the clock stands.
            _ => return None,
        };
        Some(said.unwrap_or_default())
    }

    /// What stands in a custom field, a content for each row.
    pub fn of_contents<'a>(contents: impl IntoIterator<Item = &'a Content>) -> Self {
        let mut said = Self::Nothing;
        for content in contents {
            said = match (content, said) {
                (Content::Tag(term), Self::Terms(mut terms)) => {
                    terms.push(*term);
                    Self::Terms(terms)
                }
                (Content::Tag(term) | Content::Choice(term), _) => Self::Terms(vec![*term]),
                (Content::Text(text), _) => Self::text(text.as_str()),
                (Content::Number(number), _) => Self::Number(*number),
                (Content::Money(minor), _) => Self::Money(Money::new(*minor, CURRENCY)),
                (Content::Date(day), _) => Self::Date(*day),
                (Content::YesNo(is_so), _) => Self::YesNo(*is_so),
                (Content::Link(client), _) => Self::Client(*client, String::new()),
            };
        }
        said
    }

    /// The rows that say so in a custom field; `is_several` for one that may say several things.
    pub fn contents(&self, is_several: bool) -> Vec<Content> {
        match self {
            Self::Text(text) => vec![Content::Text(text.clone())],
            Self::Number(number) => vec![Content::Number(*number)],
            Self::Money(money) => vec![Content::Money(money.minor)],
            Self::Date(day) => vec![Content::Date(*day)],
            Self::YesNo(is_so) => vec![Content::YesNo(*is_so)],
            Self::Terms(terms) if is_several => terms.iter().copied().map(Content::Tag).collect(),
            Self::Terms(terms) => terms
                .first()
                .copied()
                .map(Content::Choice)
                .into_iter()
                .collect(),
            Self::Client(client, _) => vec![Content::Link(*client)],
            _ => Vec::new(),
        }
    }

    /// Whether it says something.
    pub fn is_said(&self) -> bool {
        *self != Self::Nothing
    }

    /// Whether both say the same: a card is the same card by whatever name, several things are the
    /// same in any order.
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Client(one, _), Self::Client(other, _)) => one == other,
            (Self::Terms(one), Self::Terms(other)) => is_same_set(one, other),
            (Self::Employees(one), Self::Employees(other)) => is_same_set(one, other),
            (Self::Groups(one), Self::Groups(other)) => is_same_set(one, other),
            (one, other) => one == other,
        }
    }
}

fn is_same_set<T>(one: &[Id<T>], other: &[Id<T>]) -> bool {
    one.len() == other.len() && one.iter().all(|id| other.contains(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_custom_field_says_what_its_rows_say() {
        let terms: Vec<Id<Term>> = [1, 2].map(Id::from).to_vec();
        let tags: Vec<Content> = terms.iter().copied().map(Content::Tag).collect();
        let said = Datum::of_contents(&tags);
        assert_eq!(said, Datum::Terms(terms));
        assert_eq!(said.contents(true), tags);
        assert_eq!(Datum::of_contents([]), Datum::Nothing);
        let money = Datum::of_contents(&[Content::Money(150)]);
        assert_eq!(money.contents(false), [Content::Money(150)]);
    }

    #[test]
    fn several_things_are_the_same_in_any_order() {
        let groups = |ids: [i64; 2]| Datum::Groups(ids.map(Id::from).to_vec());
        assert!(groups([1, 2]).is_like(&groups([2, 1])));
        assert!(!groups([1, 2]).is_like(&groups([1, 3])));
        let one = Datum::Client(Id::from(1), "ООО «Агат»".into());
        assert!(one.is_like(&Datum::Client(Id::from(1), String::new())));
    }
}
