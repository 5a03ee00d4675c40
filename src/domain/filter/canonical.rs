//! Filters in the words of the file: names that never change, and ids of what has a name of its own.

use chrono::NaiveDate;

use super::vocabulary::{Keyword, Vocabulary};
use super::{Choice, Expression, Mistake, parse, print};
use crate::domain::catalog::Catalog;
use crate::domain::client::{Kind, Role};
use crate::domain::field::{Field, Nature};
use crate::domain::name::Sex;
use crate::domain::{Id, SavedView};

/// The words of the file.
struct Canonical<'a>(&'a Catalog);

/// The filter as the file keeps it; empty where it asks for nothing.
pub fn write(expression: Option<&Expression>, catalog: &Catalog) -> String {
    expression.map_or(String::new(), |expression| {
        print(expression, &Canonical(catalog))
    })
}

/// The filter that the file keeps so; `None` where it asks for nothing.
///
/// # Errors
/// Where a later version wrote it, or a field it names is gone.
pub fn read(text: &str, catalog: &Catalog) -> Result<Option<Expression>, Mistake> {
    parse(text, &Canonical(catalog))
}

impl Vocabulary for Canonical<'_> {
    fn nature(&self, field: Field) -> Option<Nature> {
        let mut kinds = Kind::ALL.into_iter();
        kinds.find_map(|kind| self.0.nature_in(field, kind))
    }

    fn fields(&self) -> Vec<(String, Field)> {
        let all = Kind::ALL
            .into_iter()
            .flat_map(|kind| self.0.all_fields(kind));
        all.map(|field| (field.key(), field)).collect()
    }

    fn choices(&self, field: Field) -> Vec<(String, Choice)> {
        named(field)
    }

    fn views(&self) -> Vec<(String, Id<SavedView>)> {
        Vec::new()
    }

    fn phrases(&self) -> Vec<(String, Keyword)> {
        phrases()
    }

    fn field(&self, field: Field) -> String {
        field.key()
    }

    fn choice(&self, _: Field, choice: Choice) -> String {
        self::choice(choice)
    }

    fn keyword(&self, keyword: Keyword, count: u32) -> String {
        keyword.name().replace('#', &count.to_string())
    }

    fn day(&self, day: NaiveDate) -> String {
        day.to_string()
    }
}

/// What means a field and nothing else, whatever others are called: `#` before its name in the file.
pub fn mark(field: Field) -> String {
    match field {
        Field::Custom(_) => field.key(),
        field => format!("#{}", field.key()),
    }
}

/// The closed values of a field under their names in the file.
pub fn named(field: Field) -> Vec<(String, Choice)> {
    let closed = Choice::closed(field).into_iter();
    closed.map(|value| (choice(value), value)).collect()
}

/// Every keyword as the file has it.
pub fn phrases() -> Vec<(String, Keyword)> {
    let all = Keyword::ALL.into_iter();
    all.map(|keyword| (keyword.name().to_owned(), keyword))
        .collect()
}

/// The name of a value in the file.
pub fn choice(choice: Choice) -> String {
    match choice {
        Choice::Me => "me".to_owned(),
        Choice::Employee(id) => format!("#{}", id.raw()),
        Choice::Group(id) => format!("#{}", id.raw()),
        Choice::Term(id) => format!("#{}", id.raw()),
        Choice::Role(role) => role_name(role).to_owned(),
        Choice::Sex(Sex::Male) => "male".to_owned(),
        Choice::Sex(Sex::Female) => "female".to_owned(),
        Choice::Stage(stage) => stage.name().to_owned(),
        Choice::Medium(medium) => medium.name().to_owned(),
        Choice::PoliticalRole(role) => role.name().to_owned(),
    }
}

/// The value of that id, of the kind a field chooses from.
pub fn of_id(field: Field, id: i64) -> Option<Choice> {
    Some(match field {
        Field::Owner | Field::Team => Choice::Employee(Id::from(id)),
        Field::Group => Choice::Group(Id::from(id)),
        Field::Segment | Field::Source | Field::Category | Field::Custom(_) => {
            Choice::Term(Id::from(id))
        }
        _ => return None,
    })
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Potential => "potential",
        Role::Active => "active",
        Role::Former => "former",
        Role::Partner => "partner",
        Role::Competitor => "competitor",
    }
}
