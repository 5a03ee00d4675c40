//! Filters become questions to the columns of the directory where it has them, else to what stands on
//! the cards.

mod among;
mod card;
mod line;
mod question;
mod text;

use chrono::{Local, NaiveDate};

use crate::domain::catalog::Catalog;
use crate::domain::client::{Kind, TextField};
use crate::domain::completeness::Item;
use crate::domain::field::Field;
use crate::domain::filter::{Choice, Comparison, Expression, Fault, Test, Wording};
use crate::domain::text::fold;
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Value};

use question::Look;
pub(super) use question::Question;
use text::Wanted;

impl Reader<'_> {
    /// What an expression asks of each client.
    ///
    /// # Errors
    /// [`crate::error::Error::BadFilter`] where a field or a view of it is gone.
    pub(super) fn question(self, expression: &Expression, kind: Kind) -> Result<Question> {
        expression.check(kind, &self.catalog()?)?;
        self.question_unchecked(expression, kind)
    }

    /// The same of an expression that nobody has written, whose parts may be gone.
    pub(super) fn question_unchecked(
        self,
        expression: &Expression,
        kind: Kind,
    ) -> Result<Question> {
        let catalog = self.catalog()?;
        let Some(whole) = expression.clone().with_views(&catalog)?.simplified() else {
            return Ok(Question::All(Vec::new()));
        };
        let mut compiler = Compiler {
            reader: self,
            catalog: &catalog,
            kind,
            today: Local::now().date_naive(),
            parameters: Vec::new(),
            failed: None,
        };
        let asked = compiler.expression(&whole)?;
        compiler.failed.map_or(Ok(asked), Err)
    }
}

/// A question in the making.
struct Compiler<'a> {
    reader: Reader<'a>,
    catalog: &'a Catalog,
    kind: Kind,
    today: NaiveDate,
    /// The values of the statement that is written now; the first is who asks.
    parameters: Vec<Value>,
    /// Why a list of ids could not be read.
    failed: Option<Error>,
}

impl Compiler<'_> {
    fn expression(&mut self, expression: &Expression) -> Result<Question, Fault> {
        match expression {
            Expression::All(parts) => self.joined(parts).map(Question::All),
            Expression::Any(parts) => self.joined(parts).map(Question::Any),
            Expression::Not(inner) => Ok(self.expression(inner)?.negated()),
            Expression::View(_) => Err(Fault::Cycle),
            Expression::Condition { field, test } => match positive(test) {
                Some(opposite) => Ok(self.condition(*field, &opposite)?.negated()),
                None => self.condition(*field, test),
            },
        }
    }

    /// The cheap parts first: the rest is then asked of fewer clients.
    fn joined(&mut self, parts: &[Expression]) -> Result<Vec<Question>, Fault> {
        let mut parts: Vec<_> = parts.iter().collect();
        parts.sort_by_key(|part| cost(part));
        parts
            .into_iter()
            .map(|part| self.expression(part))
            .collect()
    }

    fn condition(&mut self, field: Field, test: &Test) -> Result<Question, Fault> {
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
            Field::Owner => self.id_in_line("owner_id", test),
            Field::Segment => self.id_in_line("segment_id", test),
            Field::Source => self.id_in_line("source_id", test),
            Field::Category => self.id_in_line("category_id", test),
            Field::Stage => Ok(self.stage(test)),
            Field::Since => self.day_in_line("since", test),
            Field::NextStepOn => self.day_in_line("next_step_on", test),
            Field::CheckedOn => self.day_in_line("checked_on", test),
            Field::Birthday => self.birthday(test),
            Field::CreatedOn => self.created(test),
            Field::Completeness => self.completeness(test),
            Field::Employer => self.employer(test),
            Field::Sex => self.on_client("sex", test),
            Field::PoliticalRole => self.on_client("political_role", test),
            Field::PreferredMedium => self.on_client("preferred_medium", test),
            Field::Influence => self.on_client("influence", test),
            Field::RecommendedBy => self.on_client("recommended_by", test),
        }
        .map_err(|()| Fault::Unsuitable(field))
    }

    /// A condition that looks at the card, with values of its own.
    fn look(
        &mut self,
        condition: impl FnOnce(&mut Self) -> Result<String, ()>,
    ) -> Result<Question, ()> {
        self.parameters = vec![self.reader.who.to_value()];
        let sql = condition(self)?;
        let parameters = self.parameters.drain(1..).collect();
        Ok(Question::Card(Look::new(sql, parameters)))
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
    fn filled(item: Item, test: &Test) -> Question {
        let bit = 1_i64 << item as i64;
        let is_wanted = *test != Test::Empty;
        Question::number("filled", move |filled| (filled & bit != 0) == is_wanted)
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

    fn text_field(&mut self, field: TextField, test: &Test) -> Result<Question, ()> {
        match (item_of(field), test) {
            (Some(item), Test::Empty | Test::Filled) => return Ok(Self::filled(item, test)),
            (None, Test::Empty | Test::Filled) => {
                return self.on_client_text(field.name(), None, test);
            }
            _ => {}
        }
        let Test::Text(wording, text) = test else {
            return Err(());
        };
        let wanted = Wanted::folded(*wording, text);
        Ok(match field {
            TextField::Name => {
                let name = text::Name::of(self.kind, *wording, text);
                Question::text("name_key", move |key| name.is_met_by(key))
            }
            TextField::Inn => Question::text("inn", move |inn| {
                !inn.is_empty() && wanted.is_met_by(&fold(inn))
            }),
            TextField::Position => Question::text("position", move |position| {
                !position.is_empty() && wanted.is_met_by(&fold(position))
            }),
            field => return self.on_client_text(field.name(), Some(&wanted), test),
        })
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
