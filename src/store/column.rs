//! How values of the domain stand in one column.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::biography::{DocumentKind, EventKind};
use crate::domain::client::{Key, Kind, Roles};
use crate::domain::company::PictureKind;
use crate::domain::completeness::Items;
use crate::domain::contact::{Channel, Purpose};
use crate::domain::custom_field::Shape;
use crate::domain::grammar::Case;
use crate::domain::name::Sex;
use crate::domain::note::ConsentSubject;
use crate::domain::paper::{PaperKind, PaperState};
use crate::domain::profile::{Medium, PoliticalRole, Stage};
use crate::domain::reminder::{Audience, Event, Occasion};
use crate::domain::sales::payment::Origin;
use crate::domain::sales::{Method, Rounding, TaxClass, TaxMode};
use crate::domain::task::{Availability, Degree, Meaning, Priority, Rank, State};
use crate::domain::term::Dictionary;
use crate::domain::working_time::{AbsenceKind, DayKind};
use crate::domain::{Birthday, Currency, Id, Operation};

/// What a column can hold, in every database we use.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(String),
    /// Bytes: what is in a file.
    Bytes(Vec<u8>),
}

/// A type of the domain that is kept in one column.
pub trait Column: Sized {
    /// As it stands in the file.
    fn to_value(&self) -> Value;
    /// From what stands in the file, if that is one.
    fn from_value(value: &Value) -> Option<Self>;
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl Column for i64 {
    fn to_value(&self) -> Value {
        Value::Integer(*self)
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }
}

impl Column for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl Column for Vec<u8> {
    fn to_value(&self) -> Value {
        Value::Bytes(self.clone())
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Bytes(bytes) => Some(bytes.clone()),
            _ => None,
        }
    }
}

impl Column for bool {
    fn to_value(&self) -> Value {
        Value::Integer(i64::from(*self))
    }

    fn from_value(value: &Value) -> Option<Self> {
        Some(i64::from_value(value)? != 0)
    }
}

impl Column for NaiveDate {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }

    fn from_value(value: &Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl Column for Birthday {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }

    fn from_value(value: &Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl Column for DateTime<Utc> {
    fn to_value(&self) -> Value {
        Value::Integer(self.timestamp_millis())
    }

    fn from_value(value: &Value) -> Option<Self> {
        Self::from_timestamp_millis(i64::from_value(value)?)
    }
}

impl<T> Column for Id<T> {
    fn to_value(&self) -> Value {
        Value::Integer(self.raw())
    }

    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self::from)
    }
}

impl Column for Operation {
    fn to_value(&self) -> Value {
        self.name().into()
    }

    fn from_value(value: &Value) -> Option<Self> {
        let name = text(value)?;
        Self::ALL.iter().copied().find(|known| known.name() == name)
    }
}

impl Column for Kind {
    fn to_value(&self) -> Value {
        Value::Integer(*self as i64)
    }

    fn from_value(value: &Value) -> Option<Self> {
        let number = i64::from_value(value)?;
        Self::ALL.into_iter().find(|kind| *kind as i64 == number)
    }
}

impl Column for Key {
    fn to_value(&self) -> Value {
        match self {
            Self::Inn => "inn".into(),
            Self::Email => "email".into(),
            Self::Phone => "phone".into(),
            Self::Name => "name".into(),
            Self::ExternalId => "external-id".into(),
        }
    }

    fn from_value(value: &Value) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.to_value() == *value)
    }
}

impl Column for Roles {
    fn to_value(&self) -> Value {
        Value::Integer(self.bits())
    }

    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self::from_bits)
    }
}

impl Column for Items {
    fn to_value(&self) -> Value {
        Value::Integer(self.bits())
    }

    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self::from_bits)
    }
}

impl Column for Sex {
    fn to_value(&self) -> Value {
        match self {
            Self::Male => "m".into(),
            Self::Female => "f".into(),
        }
    }

    fn from_value(value: &Value) -> Option<Self> {
        [Self::Male, Self::Female]
            .into_iter()
            .find(|sex| sex.to_value() == *value)
    }
}

impl Column for Currency {
    fn to_value(&self) -> Value {
        self.code().into()
    }

    fn from_value(value: &Value) -> Option<Self> {
        Self::of_code(text(value)?)
    }
}

impl Column for Channel {
    fn to_value(&self) -> Value {
        match self {
            Self::WorkPhone => "work-phone".into(),
            Self::MobilePhone => "mobile-phone".into(),
            Self::HomePhone => "home-phone".into(),
            Self::Fax => "fax".into(),
            Self::Email => "email".into(),
            Self::Web => "web".into(),
        }
    }

    fn from_value(value: &Value) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|channel| channel.to_value() == *value)
    }
}

impl Column for Purpose {
    fn to_value(&self) -> Value {
        match self {
            Self::Legal => "legal".into(),
            Self::Postal => "postal".into(),
            Self::Actual => "actual".into(),
        }
    }

    fn from_value(value: &Value) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|purpose| purpose.to_value() == *value)
    }
}

/// Closed lists that are kept by name.
macro_rules! kept_by_name {
    ($($type:ty),+ $(,)?) => {
        $(impl Column for $type {
            fn to_value(&self) -> Value {
                self.name().into()
            }

            fn from_value(value: &Value) -> Option<Self> {
                Self::of_name(text(value)?)
            }
        })+
    };
}

kept_by_name!(
    AbsenceKind,
    Audience,
    Availability,
    Case,
    ConsentSubject,
    DayKind,
    Degree,
    Dictionary,
    DocumentKind,
    Event,
    EventKind,
    Meaning,
    Medium,
    Method,
    Occasion,
    Origin,
    PaperKind,
    PaperState,
    PictureKind,
    PoliticalRole,
    Priority,
    Rank,
    Rounding,
    Shape,
    Stage,
    State,
    TaxClass,
    TaxMode,
);

impl<T: Column> Column for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_value)
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
