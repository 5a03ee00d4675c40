//! What can be chosen in a field.

use crate::domain::client::{Kind, Role, Roles};
use crate::domain::field::Nature;
use crate::domain::name::Sex;
use crate::domain::profile::{Medium, PoliticalRole, Stage};
use crate::domain::term::Dictionary;
use crate::domain::{Datum, Field};
use crate::ui::screen::Context;

/// What can be chosen in a field, with its words; nothing where values are typed or searched.
pub fn choices(kind: Kind, field: Field, context: &Context) -> Vec<(Datum, String)> {
    let catalog = &context.catalog;
    let terms = |dictionary| {
        let terms = catalog.terms(dictionary);
        terms.map(|term| Datum::Terms(vec![term.id])).collect()
    };
    let all: Vec<Datum> = match field {
        Field::Owner | Field::Team => {
            let employees = catalog.employees.iter();
            employees
                .map(|employee| Datum::Employees(vec![employee.id]))
                .collect()
        }
        Field::Roles => Role::ALL
            .into_iter()
            .map(|role| Datum::Roles(Roles::default().with(role, true)))
            .collect(),
        Field::Sex => [Sex::Male, Sex::Female].map(Datum::Sex).to_vec(),
        Field::Stage => Stage::ALL.iter().copied().map(Datum::Stage).collect(),
        Field::PreferredMedium => Medium::ALL.iter().copied().map(Datum::Medium).collect(),
        Field::PoliticalRole => {
            let roles = PoliticalRole::ALL.iter().copied();
            roles.map(Datum::PoliticalRole).collect()
        }
        Field::Segment => terms(Dictionary::Segment),
        Field::Source => terms(Dictionary::Source),
        Field::Category => terms(Dictionary::Category),
        Field::Group => {
            let groups = catalog.groups.iter().filter(|group| group.kind == kind);
            groups.map(|group| Datum::Groups(vec![group.id])).collect()
        }
        Field::Custom(_) if catalog.nature(field) == Nature::YesNo => {
            [true, false].map(Datum::YesNo).to_vec()
        }
        Field::Custom(id) => {
            let options = catalog.options(id);
            options.map(|term| Datum::Terms(vec![term.id])).collect()
        }
        _ => Vec::new(),
    };
    let words = |datum: Datum| {
        let words = context.locale.datum(&datum, catalog);
        (datum, words)
    };
    all.into_iter().map(words).collect()
}
