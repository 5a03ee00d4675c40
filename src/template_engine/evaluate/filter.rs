//! What filters make of a value.

use std::borrow::Cow;

use super::date::{Moment, Pattern};
use super::{Found, Scope, number_of, text_of};
use crate::domain::name::Sex;
use crate::error::template::Problem;
use crate::template_engine::language::Language;
use crate::template_engine::tag::{Call, Filter};
use crate::template_engine::value::{Decimal, Value};

/// What stands between the parts of an amount with its own currency.
const AMOUNT: &[&str] = &["amount", "value"];
const CURRENCY: &[&str] = &["currency"];

/// A filter at work on one value.
struct Work<'a> {
    call: &'a Call,
    arguments: Vec<Value>,
    language: &'a dyn Language,
    /// What messages call the value.
    label: &'a str,
}

/// What a filter makes of a value. A missing field stays missing, except to `default`.
pub fn apply<'a>(
    call: &Call,
    found: Found<'a>,
    scope: &Scope<'a>,
    language: &dyn Language,
    label: &str,
) -> Found<'a> {
    let argument = |at: usize| scope.operand(&call.arguments[at]);
    if call.filter == Filter::Default {
        return match found {
            Err(Problem::Missing { .. }) => argument(0),
            Ok(value) if is_blank(&value) => argument(0),
            found => found,
        };
    }
    let value = found?;
    let mut arguments = Vec::new();
    for at in 0..call.arguments.len() {
        arguments.push(argument(at)?.into_owned());
    }
    let work = Work {
        call,
        arguments,
        language,
        label,
    };
    work.done(&value).map(Cow::Owned)
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Empty => true,
        Value::Text(text) => text.trim().is_empty(),
        Value::List(list) => list.is_empty(),
        _ => false,
    }
}

impl Work<'_> {
    fn done(&self, value: &Value) -> Result<Value, Problem> {
        let of_nothing = matches!(
            self.call.filter,
            Filter::Count | Filter::Sum | Filter::YesNo | Filter::Plural
        );
        if is_blank(value) && !of_nothing {
            return Ok(Value::Empty);
        }
        let text = || {
            text_of(value, self.language).ok_or_else(|| Problem::NotAText(self.label.to_owned()))
        };
        let done = match self.call.filter {
            Filter::Default => return Ok(value.clone()),
            Filter::InCase(case) => {
                let text = text()?;
                let sex = self.arguments.first().and_then(|sex| self.sex(sex));
                let declined = self.language.decline(&text, case, sex);
                declined.ok_or_else(|| self.not_in_language())?
            }
            Filter::ShortName => self.language.short_name(&text()?),
            Filter::Words => self.words(value)?,
            Filter::NumberWords => {
                let number = self.number(value)?.rounded(0);
                let words = number.and_then(|number| self.language.number_in_words(number));
                words.ok_or_else(|| self.not_in_language())?
            }
            Filter::Money => self.money(value)?,
            Filter::Number => self.grouped(value)?,
            Filter::Date => self.date(value)?,
            Filter::Upper => text()?.to_uppercase(),
            Filter::Lower => text()?.to_lowercase(),
            Filter::FirstCap => first_cap(&text()?),
            Filter::Title => title(&text()?),
            Filter::Join => self.join(value)?,
            Filter::Count => match value {
                Value::List(list) => list.len().to_string(),
                value => usize::from(!is_blank(value)).to_string(),
            },
            Filter::Sum => return self.sum(value),
            Filter::Plural => self.plural(value)?,
            Filter::BySex => {
                let sex = self.sex(value);
                let sex = sex.ok_or_else(|| self.not_in_language())?;
                self.text_argument(usize::from(sex == Sex::Female))
            }
            Filter::NumberPicture => self.number_picture(value)?,
            Filter::Before => self.text_argument(0) + &text()?,
            Filter::After => text()? + &self.text_argument(0),
            Filter::YesNo => match self.arguments.is_empty() {
                true => self.language.yes_or_no(value.is_true()),
                false => self.text_argument(usize::from(!value.is_true())),
            },
        };
        Ok(Value::Text(done))
    }

    fn text_argument(&self, at: usize) -> String {
        let argument = self.arguments.get(at);
        argument
            .and_then(|value| text_of(value, self.language))
            .unwrap_or_default()
    }

    fn not_in_language(&self) -> Problem {
        Problem::NotInLanguage(format!("{} | {}", self.label, self.call.filter.name()))
    }

    fn sex(&self, value: &Value) -> Option<Sex> {
        sex_of(&text_of(value, self.language)?, self.language)
    }

    fn number(&self, value: &Value) -> Result<Decimal, Problem> {
        number_of(value).ok_or_else(|| Problem::NotANumber {
            name: self.label.to_owned(),
            value: text_of(value, self.language).unwrap_or_default(),
        })
    }

    /// An amount and the code of its currency, where one is told.
    fn amount(&self, value: &Value) -> Result<(Decimal, Option<String>), Problem> {
        let told = (!self.arguments.is_empty()).then(|| self.text_argument(0));
        match value {
            Value::Group(group) => {
                let own = group
                    .any(CURRENCY)
                    .and_then(|own| text_of(own, self.language));
                let amount = group.any(AMOUNT).unwrap_or(&Value::Empty);
                Ok((self.number(amount)?, told.or(own)))
            }
            Value::Money(money) => {
                let own = money.currency.code().to_owned();
                Ok((Decimal::minor(money.minor), told.or(Some(own))))
            }
            value => Ok((self.number(value)?, told)),
        }
    }

    fn words(&self, value: &Value) -> Result<String, Problem> {
        let (amount, currency) = self.amount(value)?;
        let currency = currency.as_deref().unwrap_or(self.language.currency());
        let words = amount
            .rounded(2)
            .and_then(|minor| self.language.amount_in_words(minor, currency));
        words.ok_or_else(|| self.not_in_language())
    }

    fn money(&self, value: &Value) -> Result<String, Problem> {
        let (amount, currency) = self.amount(value)?;
        let written = amount.written(2, self.language.marks());
        let written = written.ok_or_else(|| self.not_in_language())?;
        // An amount that knows its currency is signed only where that is asked for.
        let is_signed = !matches!(value, Value::Money(_)) || !self.arguments.is_empty();
        Ok(match currency.filter(|_| is_signed) {
            Some(currency) => self.language.signed(&written, &currency),
            None => written,
        })
    }

    fn grouped(&self, value: &Value) -> Result<String, Problem> {
        let number = self.number(value)?;
        let places = match self.arguments.first() {
            Some(places) => self.number(places)?.rounded(0),
            None => Some(i64::from(number.places())),
        };
        let places = places.and_then(|places| u32::try_from(places).ok());
        let written = places
            .filter(|places| *places <= 12)
            .and_then(|places| number.written(places, self.language.marks()));
        written.ok_or_else(|| self.not_in_language())
    }

    /// A number by a picture: how many decimal places it shows, whether it groups digits, and what
    /// stands around them.
    fn number_picture(&self, value: &Value) -> Result<String, Problem> {
        let picture = self.text_argument(0).replace('\'', "");
        let number = self.number(value)?;
        let is_digit = |c: char| matches!(c, '0' | '#' | 'x');
        let (Some(first), Some(last)) = (picture.find(is_digit), picture.rfind(is_digit)) else {
            return Ok(picture);
        };
        let digits = &picture[first..=last];
        let mark = digits.rfind([',', '.']).filter(|at| {
            // A mark before three digits and no other one parts thousands.
            let behind = digits.len() - at - 1;
            behind != 3 || digits.matches([',', '.']).count() > 1
        });
        let places = mark.map_or(0, |at| digits.len() - at - 1);
        let whole = &digits[..mark.unwrap_or(digits.len())];
        let is_grouped = whole.contains([',', '.', ' ', '\u{a0}']);
        let (decimal, group) = self.language.marks();
        let written = number.written(u32::try_from(places).unwrap_or(0), (decimal, group));
        let written = written.ok_or_else(|| self.not_in_language())?;
        let written = match is_grouped {
            true => written,
            false => written.replace(group, ""),
        };
        let before = picture[..first].trim_end_matches([',', '.']);
        Ok(format!("{before}{written}{}", &picture[last + 1..]))
    }

    fn date(&self, value: &Value) -> Result<String, Problem> {
        let moment = match value {
            Value::Date(day) => Some(Moment::from(*day)),
            value => text_of(value, self.language).and_then(|text| Moment::read(&text)),
        };
        let moment = moment.ok_or_else(|| Problem::NotADate {
            name: self.label.to_owned(),
            value: text_of(value, self.language).unwrap_or_default(),
        })?;
        let pattern = match self.arguments.is_empty() {
            true => self.language.date_pattern().to_owned(),
            false => self.text_argument(0),
        };
        if ["words", "прописью"].contains(&pattern.to_lowercase().as_str()) {
            let words = self.language.date_in_words(moment.day());
            return words.ok_or_else(|| self.not_in_language());
        }
        Ok(super::written_date(
            &moment,
            &Pattern::read(&pattern),
            self.language,
        ))
    }

    fn join(&self, value: &Value) -> Result<String, Problem> {
        let Value::List(list) = value else {
            return Ok(text_of(value, self.language).unwrap_or_default());
        };
        let between = match self.arguments.is_empty() {
            true => ", ".to_owned(),
            false => self.text_argument(0),
        };
        let texts: Option<Vec<_>> = list
            .iter()
            .map(|value| text_of(value, self.language))
            .collect();
        let texts = texts.ok_or_else(|| Problem::NotAText(self.label.to_owned()))?;
        Ok(texts.join(&between))
    }

    fn sum(&self, value: &Value) -> Result<Value, Problem> {
        let list = match value {
            Value::List(list) => list.as_slice(),
            Value::Empty => &[],
            value => std::slice::from_ref(value),
        };
        let field = (!self.arguments.is_empty()).then(|| self.text_argument(0));
        let field = field.and_then(|field| crate::template_engine::value::Name::read(&field));
        let mut total = Decimal::read("0");
        for element in list {
            let value = match &field {
                Some(name) => element.at(&name.steps).unwrap_or(&Value::Empty),
                None => element,
            };
            if !is_blank(value) {
                let number = self.number(value)?;
                total = total.and_then(|total| total.plus(number));
            }
        }
        let total = total.ok_or_else(|| self.not_in_language())?;
        let written = total.written(total.places(), ('.', '\u{a0}'));
        Ok(Value::Number(
            written.unwrap_or_default().replace('\u{a0}', ""),
        ))
    }

    fn plural(&self, value: &Value) -> Result<String, Problem> {
        let count = match value {
            Value::List(list) => i64::try_from(list.len()).ok(),
            value => self.number(value)?.rounded(0),
        };
        let form = self.language.plural(count.unwrap_or_default());
        Ok(self.text_argument(form.min(self.arguments.len() - 1)))
    }
}

/// The sex a text says, in a letter or a word, or that a name tells.
pub fn sex_of(text: &str, language: &dyn Language) -> Option<Sex> {
    match text.trim().to_lowercase().trim_end_matches('.') {
        "м" | "муж" | "мужской" | "m" | "male" => Some(Sex::Male),
        "ж" | "жен" | "женский" | "f" | "female" => Some(Sex::Female),
        _ => language.sex(text),
    }
}

/// The text with its first letter as a capital.
pub fn first_cap(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}

/// Every word with its first letter as a capital.
pub fn title(text: &str) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(first_cap)
        .collect()
}
