//! Filters become conditions on `visible v`: columns of the directory where it has them, else what
//! stands on the card.
//!
//! Every condition is true or false, never unknown, so that NOT turns it round.

mod among;
mod card;
mod line;
mod text;

use std::mem;

use chrono::{Local, NaiveDate};

use crate::domain::catalog::Catalog;
use crate::domain::client::{Kind, TextField};
use crate::domain::completeness::Item;
use crate::domain::field::Field;
use crate::domain::filter::{Choice, Comparison, Expression, Fault, Test, Wording};
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Value};

use text::Wanted;

/// What nobody passes.
const NEVER: &str = "0 = 1";

impl Reader<'_> {
    /// The condition of a question whose `$1` is the signed-in employee and whose `v` is a visible
    /// client; its values are added to `parameters` in the order they are first met.
    ///
    /// # Errors
    /// [`crate::error::Error::BadFilter`] where a field or a view of it is gone.
    pub(super) fn compile(
        self,
        expression: &Expression,
        kind: Kind,
        parameters: &mut Vec<Value>,
    ) -> Result<String> {
        let catalog = self.catalog()?;
        expression.check(kind, &catalog)?;
        let Some(whole) = expression.clone().with_views(&catalog)?.simplified() else {
            return Ok("1 = 1".to_owned());
        };
        let mut compiler = Compiler {
            reader: self,
            catalog: &catalog,
            kind,
            today: Local::now().date_naive(),
            parameters,
            is_required: true,
            failed: None,
        };
        let asked = compiler.expression(&whole)?;
        compiler.failed.map_or(Ok(asked), Err)
    }
}

/// A statement in the making.
struct Compiler<'a> {
    reader: Reader<'a>,
    catalog: &'a Catalog,
    kind: Kind,
    today: NaiveDate,
    parameters: &'a mut Vec<Value>,
    /// Whether nobody passes the whole who does not pass the part that is compiled now.
    is_required: bool,
    /// Why a list of ids could not be read.
    failed: Option<Error>,
}

impl Compiler<'_> {
    fn expression(&mut self, expression: &Expression) -> Result<String, Fault> {
        match expression {
            Expression::All(parts) => self.joined(parts, " AND "),
            Expression::Any(parts) => self.optional(|it| it.joined(parts, " OR ")),
            Expression::Not(inner) => {
                let asked = self.optional(|it| it.expression(inner))?;
                Ok(format!("NOT {asked}"))
            }
            Expression::View(_) => Err(Fault::Cycle),
            Expression::Condition { field, test } => {
                let asked = match positive(test) {
                    Some(opposite) => {
                        let asked = self.optional(|it| it.condition(*field, &opposite))?;
                        format!("NOT ({asked})")
                    }
                    None => self.condition(*field, test)?,
                };
                Ok(format!("({asked})"))
            }
        }
    }

    /// Compiles a part that one may fail and still pass the whole.
    fn optional<E>(
        &mut self,
        compile: impl FnOnce(&mut Self) -> Result<String, E>,
    ) -> Result<String, E> {
        let was_required = mem::replace(&mut self.is_required, false);
        let asked = compile(self);
        self.is_required = was_required;
        asked
    }

    /// The cheap parts first: the rest is then asked of fewer clients.
    fn joined(&mut self, parts: &[Expression], joint: &str) -> Result<String, Fault> {
        let mut parts: Vec<_> = parts.iter().collect();
        parts.sort_by_key(|part| cost(part));
        let parts = parts.into_iter().map(|part| self.expression(part));
        let parts: Vec<_> = parts.collect::<Result<_, _>>()?;
        Ok(format!("({})", parts.join(joint)))
    }

    fn condition(&mut self, field: Field, test: &Test) -> Result<String, Fault> {
        match field {
            Field::Text(text) => self.text_field(text, test),
            Field::Phone | Field::Email | Field::Web => self.contact(field, test),
            Field::City => self.town(test),
            Field::Region => self.spelled("region", test),
            Field::PostalCode => self.on_address("postal_code", test),
            Field::Street => self.on_address("street", test),
            Field::Account => self.on_account("number", test),
            Field::Bank => self.on_account("bank", test),
            Field::Bik => self.on_account("bik", test),
            Field::Custom(id) => self.custom(id, test),
            Field::Group | Field::Team => self.belonging(field, test),
            Field::Roles => Ok(self.roles(test)),
            Field::Owner => self.id_in_line("v.owner_id", test),
            Field::Segment => self.id_in_line("v.segment_id", test),
            Field::Source => self.id_in_line("v.source_id", test),
            Field::Category => self.id_in_line("v.category_id", test),
            Field::Stage => Ok(self.name_in_line("v.stage", test)),
            Field::Since => self.day_in_line("v.since", test),
            Field::NextStepOn => self.day_in_line("v.next_step_on", test),
            Field::CheckedOn => self.day_in_line("v.checked_on", test),
            Field::Birthday => self.birthday(test),
            Field::CreatedOn => self.created(test),
            Field::Completeness => self.completeness(test),
            Field::Employer => self.other_card("v.employer_id", test),
            Field::Sex => self.on_client("sex", test),
            Field::PoliticalRole => self.on_client("political_role", test),
            Field::PreferredMedium => self.on_client("preferred_medium", test),
            Field::Influence => self.on_client("influence", test),
            Field::RecommendedBy => self.on_client("recommended_by", test),
        }
        .map_err(|()| Fault::Unsuitable(field))
    }

    /// The next place for a value.
    fn place(&mut self, value: Value) -> String {
        self.parameters.push(value);
        format!("${}", self.parameters.len())
    }

    fn places(&mut self, values: impl IntoIterator<Item = Value>) -> String {
        let places: Vec<_> = values.into_iter().map(|value| self.place(value)).collect();
        places.join(", ")
    }

    /// Whether an item of the card is filled in, or is not.
    fn filled(&self, item: Item, test: &Test) -> String {
        let sign = if *test == Test::Empty { "=" } else { "<>" };
        format!("(v.filled & {}) {sign} 0", 1_i64 << item as i64)
    }

    /// What a choice stands for in the file.
    fn value(&self, choice: Choice) -> Value {
        match choice {
            Choice::Me => self.reader.who.to_value(),
            Choice::Employee(id) => id.to_value(),
            Choice::Group(id) => id.to_value(),
            Choice::Term(id) => id.to_value(),
            Choice::Role(role) => Value::Integer(1 << role as i64),
            Choice::Sex(sex) => sex.to_value(),
            Choice::Stage(stage) => stage.to_value(),
            Choice::Medium(medium) => medium.to_value(),
            Choice::PoliticalRole(role) => role.to_value(),
        }
    }

    fn values(&mut self, choices: &[Choice]) -> String {
        let values: Vec<_> = choices.iter().map(|choice| self.value(*choice)).collect();
        self.places(values)
    }

    fn text_field(&mut self, field: TextField, test: &Test) -> Result<String, ()> {
        match (item_of(field), test) {
            (Some(item), Test::Empty | Test::Filled) => return Ok(self.filled(item, test)),
            (None, Test::Empty | Test::Filled) => {
                return self.on_client_text(field.name(), None, test);
            }
            _ => {}
        }
        let Test::Text(wording, text) = test else {
            return Err(());
        };
        match field {
            TextField::Name => Ok(self.name(self.kind, "v.name_key", (*wording, text))),
            TextField::Inn => {
                let wanted = Wanted::folded(*wording, text);
                self.among(|it| {
                    let asked = it.compared("c.inn", &wanted);
                    Ok(format!(
                        "SELECT c.id FROM clients c WHERE c.inn <> '' AND {asked}"
                    ))
                })
            }
            TextField::Position => {
                let wanted = Wanted::folded(*wording, text);
                let asked = self.compared("FOLD(v.position)", &wanted);
                Ok(format!("v.position <> '' AND {asked}"))
            }
            field => {
                let wanted = Wanted::folded(*wording, text);
                self.on_client_text(field.name(), Some(&wanted), test)
            }
        }
    }
}

/// The test whose opposite this is; `None` where it says what it asks.
fn positive(test: &Test) -> Option<Test> {
    Some(match test {
        Test::Text(Wording::IsNot, text) => Test::Text(Wording::Is, text.clone()),
        Test::Number(Comparison::NotEqual, n) => Test::Number(Comparison::Equal, *n),
        Test::Day(Comparison::NotEqual, day) => Test::Day(Comparison::Equal, *day),
        Test::NoneOf(choices) => Test::AnyOf(choices.clone()),
        Test::NotClient(id) => Test::Client(*id),
        _ => return None,
    })
}

/// How dear a part is, in steps: a column of the line, a list of ids, a look at each card.
fn cost(expression: &Expression) -> u8 {
    match expression {
        Expression::All(parts) | Expression::Any(parts) => {
            parts.iter().map(cost).max().unwrap_or_default()
        }
        Expression::Not(inner) => cost(inner),
        Expression::View(_) => 0,
        Expression::Condition { field, test } => match (field, test) {
            (Field::Text(text), Test::Empty | Test::Filled) if item_of(*text).is_some() => 0,
            (Field::Text(TextField::Name | TextField::Inn | TextField::Position), _) => 1,
            (Field::Text(_), _) => 4,
            (
                Field::Sex
                | Field::PoliticalRole
                | Field::PreferredMedium
                | Field::Influence
                | Field::RecommendedBy,
                _,
            ) => 3,
            (
                Field::Phone
                | Field::Email
                | Field::Web
                | Field::City
                | Field::Region
                | Field::PostalCode
                | Field::Street
                | Field::Account
                | Field::Bank
                | Field::Bik
                | Field::Custom(_)
                | Field::Group
                | Field::Team,
                _,
            ) => 2,
            _ => 0,
        },
    }
}

/// The item that tells whether a text is there.
fn item_of(field: TextField) -> Option<Item> {
    Some(match field {
        TextField::Name => Item::Name,
        TextField::FullName => Item::FullName,
        TextField::Inn => Item::Inn,
        TextField::Kpp => Item::Kpp,
        TextField::Ogrn => Item::Ogrn,
        TextField::Surname => Item::Surname,
        TextField::FirstName => Item::FirstName,
        TextField::Patronymic => Item::Patronymic,
        TextField::Position => Item::Position,
        TextField::Products => Item::Products,
        _ => return None,
    })
}
