//! Fields that the user has made, and what cards say in them.

use chrono::NaiveDate;

use crate::domain::client::Kind;
use crate::domain::profile::named;
use crate::domain::text::fold;
use crate::domain::{Client, Id, Term, day, decimal};

named! {
    /// What a custom field holds.
    Shape {
        /// A text.
        Text = "text",
        /// A number, kept in millionths.
        Number = "number",
        /// An amount of money, kept in kopecks.
        Money = "money",
        /// A day.
        Date = "date",
        /// Yes or no.
        YesNo = "yes-no",
        /// One entry of its own dictionary.
        List = "list",
        /// Several entries of its own dictionary.
        MultiList = "multi-list",
        /// Another card.
        Link = "link",
    }
}

/// A field that the user has made for one of the registers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomField {
    /// Which field.
    pub id: Id<CustomField>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose cards have it.
    pub kind: Kind,
    /// The kind of counterparty whose cards have it; `None` for all.
    pub category: Option<Id<Term>>,
    /// What it is called.
    pub name: String,
    /// What it holds; fixed once it is made.
    pub shape: Shape,
    /// Its place among the others, counted from 0.
    pub position: i64,
}

impl CustomField {
    /// A field for all cards of a register, not yet saved.
    pub fn new(kind: Kind, name: impl Into<String>, shape: Shape) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            kind,
            category: None,
            name: name.into(),
            shape,
            position: 0,
        }
    }
}

/// What a card says in one custom field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Content {
    /// A text.
    Text(String),
    /// A number in millionths.
    Number(i64),
    /// An amount in kopecks.
    Money(i64),
    /// A day.
    Date(NaiveDate),
    /// Yes or no.
    YesNo(bool),
    /// The entry of the field's dictionary.
    Choice(Id<Term>),
    /// One of several entries of the field's dictionary; each is a row of its own.
    Tag(Id<Term>),
    /// Another card.
    Link(Id<Client>),
}

impl Content {
    /// What somebody means who types `text` into a field of that shape; `None` where it cannot be
    /// read. Entries of lists and cards are found, not read.
    pub fn read(shape: Shape, text: &str, today: NaiveDate) -> Option<Self> {
        let text = text.trim();
        match shape {
            Shape::Text => (!text.is_empty()).then(|| Self::Text(text.to_owned())),
            Shape::Number => decimal::read(text, decimal::MILLIONTHS).map(Self::Number),
            Shape::Money => decimal::read_money(text).map(Self::Money),
            Shape::Date => day::read(text, today).map(Self::Date),
            Shape::YesNo | Shape::List | Shape::MultiList | Shape::Link => None,
        }
    }

    /// In fields of which shape it stands.
    pub fn shape(&self) -> Shape {
        match self {
            Self::Text(_) => Shape::Text,
            Self::Number(_) => Shape::Number,
            Self::Money(_) => Shape::Money,
            Self::Date(_) => Shape::Date,
            Self::YesNo(_) => Shape::YesNo,
            Self::Choice(_) => Shape::List,
            Self::Tag(_) => Shape::MultiList,
            Self::Link(_) => Shape::Link,
        }
    }

    /// What filters compare of it: the text or the day, folded; empty for a number.
    pub fn key(&self) -> String {
        match self {
            Self::Text(text) => fold(text),
            Self::Date(date) => date.to_string(),
            _ => String::new(),
        }
    }
}

/// One row of a card: what it says in a custom field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldValue {
    /// Which value.
    pub id: Id<FieldValue>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// In which field.
    pub field: Id<CustomField>,
    /// What is said.
    pub content: Content,
}

impl FieldValue {
    /// `content` in `field` of `client`, not yet saved.
    pub fn new(client: Id<Client>, field: Id<CustomField>, content: Content) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            field,
            content,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_by_the_shape_of_its_field() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let read = |shape, text| Content::read(shape, text, today);
        assert_eq!(
            read(Shape::Text, " Москва "),
            Some(Content::Text("Москва".into()))
        );
        assert_eq!(read(Shape::Number, "2,5"), Some(Content::Number(2_500_000)));
        assert_eq!(read(Shape::Money, "10 ₽"), Some(Content::Money(1000)));
        assert_eq!(read(Shape::Date, "22.11.26"), Some(Content::Date(today)));
        assert_eq!(read(Shape::Number, "много"), None);
        assert_eq!(read(Shape::Text, " "), None);
    }
}
