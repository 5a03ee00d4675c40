//! The fields of a client as lists, filters, mass edits and tables know them.

use crate::domain::client::{Kind, TextField};
use crate::domain::custom_field::Shape;
use crate::domain::{CustomField, Id};

/// A field of a client, of its card or made by the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// One of the texts of the client.
    Text(TextField),
    /// The responsible employee.
    Owner,
    /// What it is to us; may be several.
    Roles,
    /// Sex of a person.
    Sex,
    /// Birthday of a person.
    Birthday,
    /// The organisation a person works in.
    Employer,
    /// Since when it is known.
    Since,
    /// Segment of the market.
    Segment,
    /// How it came to us.
    Source,
    /// Kind of counterparty.
    Category,
    /// Stage of the life cycle.
    Stage,
    /// Who recommended us.
    RecommendedBy,
    /// By what it likes to be reached.
    PreferredMedium,
    /// The part a person plays in decisions.
    PoliticalRole,
    /// Degree of influence, 1 to 5.
    Influence,
    /// When the next step is due.
    NextStepOn,
    /// When it was last checked.
    CheckedOn,
    /// The main phone in a list; any phone in a filter.
    Phone,
    /// The main e-mail address in a list; any in a filter.
    Email,
    /// The main page in a list; any in a filter.
    Web,
    /// Town of the main address in a list; of any in a filter.
    City,
    /// Region, likewise.
    Region,
    /// Postal code, likewise.
    PostalCode,
    /// Street, likewise.
    Street,
    /// Number of the main account in a list; of any in a filter.
    Account,
    /// Bank, likewise.
    Bank,
    /// Bank code, likewise.
    Bik,
    /// The groups it belongs to; may be several.
    Group,
    /// The employees of its team; may be several.
    Team,
    /// How complete the card is, in percent.
    Completeness,
    /// When the card was made.
    CreatedOn,
    /// A field that the user has made.
    Custom(Id<CustomField>),
}

/// What the values of a field are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nature {
    /// Texts.
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers in millionths.
    Number,
    /// Amounts in kopecks.
    Money,
    /// Days.
    Date,
    /// Days whose year may be unknown.
    Birthday,
    /// Yes or no.
    YesNo,
    /// One of a closed list, a dictionary, the employees or the groups.
    Choice,
    /// Several of such a list.
    Choices,
    /// Another card.
    Client,
}

impl Field {
    /// The fields of the program but for the texts, in the order they are offered.
    const OTHERS: [Self; 30] = [
        Self::Roles,
        Self::Stage,
        Self::Owner,
        Self::Group,
        Self::Segment,
        Self::Category,
        Self::Source,
        Self::City,
        Self::Region,
        Self::PostalCode,
        Self::Street,
        Self::Phone,
        Self::Email,
        Self::Web,
        Self::Employer,
        Self::Birthday,
        Self::Sex,
        Self::PoliticalRole,
        Self::Influence,
        Self::Since,
        Self::NextStepOn,
        Self::CheckedOn,
        Self::Completeness,
        Self::CreatedOn,
        Self::PreferredMedium,
        Self::RecommendedBy,
        Self::Team,
        Self::Account,
        Self::Bank,
        Self::Bik,
    ];

    /// The fields of the program that cards of a register have, in the order they are offered.
    pub fn of_kind(kind: Kind) -> impl Iterator<Item = Self> {
        let texts = TextField::ALL.into_iter().map(Self::Text);
        let all = texts.chain(Self::OTHERS);
        all.filter(move |field| field.belongs_to(kind))
    }

    /// Whether cards of that register have it; a custom field has to be asked itself.
    pub fn belongs_to(self, kind: Kind) -> bool {
        match self {
            Self::Text(text) => text.belongs_to(kind),
            Self::Sex | Self::Birthday | Self::Employer | Self::PoliticalRole | Self::Influence => {
                kind == Kind::Person
            }
            _ => true,
        }
    }

    /// Its name in files and in the language of filters, the same for ever; `None` for a custom
    /// field, which goes by its id.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Text(text) => text.name(),
            Self::Owner => "owner",
            Self::Roles => "role",
            Self::Sex => "sex",
            Self::Birthday => "birthday",
            Self::Employer => "employer",
            Self::Since => "since",
            Self::Segment => "segment",
            Self::Source => "source",
            Self::Category => "category",
            Self::Stage => "stage",
            Self::RecommendedBy => "recommended_by",
            Self::PreferredMedium => "preferred_medium",
            Self::PoliticalRole => "political_role",
            Self::Influence => "influence",
            Self::NextStepOn => "next_step_on",
            Self::CheckedOn => "checked_on",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Web => "web",
            Self::City => "city",
            Self::Region => "region",
            Self::PostalCode => "postal_code",
            Self::Street => "street",
            Self::Account => "account",
            Self::Bank => "bank",
            Self::Bik => "bik",
            Self::Group => "group",
            Self::Team => "team",
            Self::Completeness => "completeness",
            Self::CreatedOn => "created_on",
            Self::Custom(_) => return None,
        })
    }

    /// The field of the program under that name.
    pub fn of_name(name: &str) -> Option<Self> {
        let texts = TextField::ALL.into_iter().map(Self::Text);
        let mut all = texts.chain(Self::OTHERS);
        all.find(|field| field.name() == Some(name))
    }

    /// Its name in settings and saved views: that of a field of the program, `#` and the id of a
    /// custom one.
    pub fn key(self) -> String {
        match self {
            Self::Custom(id) => format!("#{}", id.raw()),
            field => field.name().unwrap_or_default().to_owned(),
        }
    }

    /// The field under that key, whether it is still there or not.
    pub fn of_key(key: &str) -> Option<Self> {
        match key.strip_prefix('#') {
            Some(id) => id.parse::<i64>().ok().map(|id| Self::Custom(Id::from(id))),
            None => Self::of_name(key),
        }
    }

    /// What its values are; `shape` is asked for that of a custom field.
    pub fn nature(self, shape: impl FnOnce(Id<CustomField>) -> Option<Shape>) -> Nature {
        match self {
            Self::Custom(id) => shape(id).map_or(Nature::Text, Nature::of_shape),
            Self::Owner
            | Self::Sex
            | Self::Segment
            | Self::Source
            | Self::Category
            | Self::Stage
            | Self::PreferredMedium
            | Self::PoliticalRole => Nature::Choice,
            Self::Roles | Self::Group | Self::Team => Nature::Choices,
            Self::Employer | Self::RecommendedBy => Nature::Client,
            Self::Birthday => Nature::Birthday,
            Self::Since | Self::NextStepOn | Self::CheckedOn | Self::CreatedOn => Nature::Date,
            Self::Influence | Self::Completeness => Nature::Integer,
            _ => Nature::Text,
        }
    }
}

impl Nature {
    /// The nature of a custom field of that shape.
    pub fn of_shape(shape: Shape) -> Self {
        match shape {
            Shape::Text => Self::Text,
            Shape::Number => Self::Number,
            Shape::Money => Self::Money,
            Shape::Date => Self::Date,
            Shape::YesNo => Self::YesNo,
            Shape::List => Self::Choice,
            Shape::MultiList => Self::Choices,
            Shape::Link => Self::Client,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_by_its_name() {
        for kind in Kind::ALL {
            for field in Field::of_kind(kind) {
                let name = field.name().unwrap();
                assert_eq!(Field::of_name(name), Some(field), "{name}");
            }
        }
        assert_eq!(Field::of_name("unknown"), None);
    }
}
