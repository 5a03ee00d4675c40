//! What is filled in: fields, groups of fields and lists of them, found by names that people type.

mod decimal;
mod name;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::Money;

pub use decimal::Decimal;
pub use name::Name;
use name::{english, folded, russian};

/// A value of the data.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// There is such a field, and nothing in it.
    Empty,
    /// Yes or no.
    Truth(bool),
    /// A number, as it was written.
    Number(String),
    /// A text.
    Text(String),
    /// An amount of money: without a filter its digits alone.
    Money(Money),
    /// A day: without a filter as the language writes it.
    Date(NaiveDate),
    /// Several values of a sort.
    List(Vec<Value>),
    /// Fields with names.
    Group(Group),
}

/// Fields with names. A name is found however it is spelled: capitals, blanks, and our own words
/// in Russian or English make no difference.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    fields: BTreeMap<String, Field>,
}

#[derive(Debug, Clone, PartialEq)]
struct Field {
    /// As the data spell it.
    name: String,
    value: Value,
}

impl From<&serde_json::Value> for Value {
    fn from(json: &serde_json::Value) -> Self {
        match json {
            serde_json::Value::Null => Self::Empty,
            serde_json::Value::Bool(truth) => Self::Truth(*truth),
            serde_json::Value::Number(number) => Self::Number(number.to_string()),
            serde_json::Value::String(text) => Self::Text(text.clone()),
            serde_json::Value::Array(list) => Self::List(list.iter().map(Self::from).collect()),
            serde_json::Value::Object(fields) => {
                let fields = fields
                    .iter()
                    .map(|(name, value)| (name.as_str(), Self::from(value)));
                Self::Group(fields.collect())
            }
        }
    }
}

impl<'a> FromIterator<(&'a str, Value)> for Group {
    fn from_iter<I: IntoIterator<Item = (&'a str, Value)>>(fields: I) -> Self {
        let mut group = Self::default();
        for (name, value) in fields {
            let field = Field {
                name: name.to_owned(),
                value,
            };
            group.fields.entry(folded(name)).or_insert(field);
        }
        group
    }
}

impl Value {
    /// Whether a condition that asks for it holds: nothing, no, nought, no text and an empty list
    /// are no.
    pub fn is_true(&self) -> bool {
        match self {
            Self::Empty => false,
            Self::Truth(truth) => *truth,
            Self::Number(number) => Decimal::read(number).is_none_or(|number| !number.is_zero()),
            Self::Money(money) => money.minor != 0,
            Self::Date(_) => true,
            Self::Text(text) => !text.trim().is_empty(),
            Self::List(list) => !list.is_empty(),
            Self::Group(group) => !group.fields.is_empty(),
        }
    }

    /// The value a name leads to from here; none where a field on the way is missing. What lies
    /// behind a field with nothing in it is nothing.
    pub fn at(&self, steps: &[String]) -> Option<&Value> {
        let Some((first, rest)) = steps.split_first() else {
            return Some(self);
        };
        match self {
            Self::Empty => Some(self),
            Self::Group(group) => group.get(first)?.at(rest),
            Self::List(list) => list.get(first.parse::<usize>().ok()?)?.at(rest),
            _ => None,
        }
    }

    /// The name of every field inside, outer names before it; a list counts by its first element.
    pub fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        self.collect_names("", &mut names);
        names
    }

    fn collect_names(&self, before: &str, names: &mut Vec<String>) {
        match self {
            Self::Group(group) => {
                for field in group.fields.values() {
                    let dot = if before.is_empty() { "" } else { "." };
                    let name = format!("{before}{dot}{}", field.name);
                    field.value.collect_names(&name, names);
                    names.push(name);
                }
            }
            Self::List(list) => {
                // Inside a repeat its fields are called by their own names.
                if let Some(first) = list.first() {
                    first.collect_names("", names);
                }
            }
            _ => {}
        }
    }
}

impl Group {
    /// The field of a folded name; one of our own may be called by its Russian or English word.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let own = self.fields.get(name);
        let in_english = || english(name).iter().find_map(|name| self.fields.get(*name));
        let in_russian = || russian(name).find_map(|name| self.fields.get(name));
        let field = own.or_else(in_english).or_else(in_russian);
        field.map(|field| &field.value)
    }

    /// The field whose own name holds the dots.
    pub fn get_flat(&self, name: &str) -> Option<&Value> {
        self.fields.get(name).map(|field| &field.value)
    }

    /// The first of several fields that is there.
    pub fn any(&self, names: &[&str]) -> Option<&Value> {
        names.iter().find_map(|name| self.get(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_field_is_found_however_its_name_is_spelled() {
        let data = Value::from(&json!({ "client": { "Полное название": "Агат", "fax": 1 } }));
        let at = |name: &str| data.at(&Name::read(name).unwrap().steps).cloned();
        let agate = Some(Value::Text("Агат".into()));
        assert_eq!(at("client.Полное название"), agate);
        assert_eq!(at("Клиент.полное\u{a0}Название"), agate);
        assert_eq!(at("КЛИЕНТ . полное_название"), agate);
        assert_eq!(at("client.city"), None);
    }

    #[test]
    fn behind_an_empty_field_lies_nothing_and_nothing_is_missing() {
        let data = Value::from(&json!({ "director": null, "name": "x" }));
        let at = |name: &str| data.at(&Name::read(name).unwrap().steps).cloned();
        assert_eq!(at("director.name"), Some(Value::Empty));
        assert_eq!(at("name.first"), None);
    }

    #[test]
    fn the_names_of_all_fields_are_told() {
        let data = Value::from(&json!({ "client": { "name": "x" }, "items": [{ "sum": 1 }] }));
        assert_eq!(data.names(), ["client.name", "client", "sum", "items"]);
    }
}
