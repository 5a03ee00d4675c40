//! What a column of a table fills on a card, and how it is recognised.

mod content;
mod mapping;
mod words;

use std::borrow::Cow;

pub use mapping::{Mapping, UnknownColumn};

use crate::domain::client::{Kind, TextField};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::term::Dictionary;
use crate::domain::{CustomField, Id};
use crate::error::Label;

/// What a column of a table fills on the card of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// Nothing: it is passed over.
    Ignore,
    /// A text of the client itself.
    Text(TextField),
    /// Legal form of an organisation, apart from its name.
    LegalForm,
    /// Surname, first name and patronymic of a person in one cell.
    PersonName,
    /// Sex of a person.
    Sex,
    /// Birthday of a person.
    Birthday,
    /// The organisation a person works in, by its name.
    Employer,
    /// The organisation a person works in, by the name another program gives it.
    EmployerId,
    /// Phones, faxes, e-mails or pages; several columns may hold them, and several values a cell.
    Contact(Channel),
    /// An address, or a part of one.
    Address(Purpose, AddressPart),
    /// A part of a bank account.
    Account(AccountPart),
    /// What the client is to us.
    Roles,
    /// The responsible employee, by name or by number.
    Responsible,
    /// Groups the client belongs to.
    Groups,
    /// Since when the client is known.
    Since,
    /// Segment, source or kind of counterparty: an entry of that dictionary.
    Term(Dictionary),
    /// How far the relationship has come.
    Stage,
    /// By what it likes to be reached.
    PreferredMedium,
    /// The part a person plays in decisions.
    PoliticalRole,
    /// Degree of influence of a person.
    Influence,
    /// Who recommended us, by name.
    RecommendedBy,
    /// When the next step is due.
    NextStepOn,
    /// When the card was last checked.
    CheckedOn,
    /// A field that the user has made.
    Custom(Id<CustomField>),
}

/// A part of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AddressPart {
    /// The whole of it in one line.
    Line,
    /// Postal code.
    PostalCode,
    /// Region or country subdivision.
    Region,
    /// Town.
    City,
    /// Street, house, room.
    Street,
}

/// A part of a bank account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AccountPart {
    /// Settlement account, 20 digits.
    Number,
    /// International number of the account.
    Iban,
    /// Name of the bank.
    Bank,
    /// Bank code (БИК), 9 digits.
    Bik,
    /// Correspondent account of the bank, 20 digits.
    Correspondent,
}

/// Which cards have such a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cards {
    Both,
    Only(Kind),
}

use AccountPart as Bank;
use AddressPart as Part;
use Cards::{Both, Only};
use Channel as C;
use Kind::{Organization, Person};
use Purpose::{Actual, Legal, Postal};
use TextField as T;

/// Every column: the name by which it is kept and reported, the message of its label.
const COLUMNS: &[(Column, Cards, &str, &str)] = &[
    (Column::Ignore, Both, "ignore", "column-ignore"),
    (
        Column::Text(T::Name),
        Only(Organization),
        "name",
        "column-name",
    ),
    (
        Column::Text(T::FullName),
        Only(Organization),
        "full_name",
        "column-full-name",
    ),
    (
        Column::LegalForm,
        Only(Organization),
        "legal_form",
        "column-legal-form",
    ),
    (
        Column::PersonName,
        Only(Person),
        "name",
        "column-person-name",
    ),
    (
        Column::Text(T::Surname),
        Only(Person),
        "surname",
        "column-surname",
    ),
    (
        Column::Text(T::FirstName),
        Only(Person),
        "first_name",
        "column-first-name",
    ),
    (
        Column::Text(T::Patronymic),
        Only(Person),
        "patronymic",
        "column-patronymic",
    ),
    (Column::Sex, Only(Person), "sex", "column-sex"),
    (
        Column::Birthday,
        Only(Person),
        "birthday",
        "column-birthday",
    ),
    (
        Column::Employer,
        Only(Person),
        "organization",
        "column-employer",
    ),
    (
        Column::EmployerId,
        Only(Person),
        "organization_id",
        "column-employer-id",
    ),
    (
        Column::Text(T::Position),
        Only(Person),
        "position",
        "column-position",
    ),
    (
        Column::Text(T::Department),
        Only(Person),
        "department",
        "column-department",
    ),
    (Column::Text(T::Inn), Both, "inn", "column-inn"),
    (
        Column::Text(T::Kpp),
        Only(Organization),
        "kpp",
        "column-kpp",
    ),
    (Column::Text(T::Ogrn), Both, "ogrn", "column-ogrn"),
    (Column::Contact(C::WorkPhone), Both, "phone", "column-phone"),
    (
        Column::Contact(C::MobilePhone),
        Both,
        "phone_mobile",
        "column-phone-mobile",
    ),
    (
        Column::Contact(C::HomePhone),
        Only(Person),
        "phone_home",
        "column-phone-home",
    ),
    (Column::Contact(C::Fax), Both, "fax", "column-fax"),
    (Column::Contact(C::Email), Both, "email", "column-email"),
    (Column::Contact(C::Web), Both, "web", "column-web"),
    (
        Column::Address(Legal, Part::Line),
        Both,
        "legal_address",
        "column-legal-address",
    ),
    (
        Column::Address(Legal, Part::PostalCode),
        Both,
        "legal_postal_code",
        "column-legal-postal-code",
    ),
    (
        Column::Address(Legal, Part::Region),
        Both,
        "legal_region",
        "column-legal-region",
    ),
    (
        Column::Address(Legal, Part::City),
        Both,
        "legal_city",
        "column-legal-city",
    ),
    (
        Column::Address(Legal, Part::Street),
        Both,
        "legal_street",
        "column-legal-street",
    ),
    (
        Column::Address(Postal, Part::Line),
        Both,
        "postal_address",
        "column-postal-address",
    ),
    (
        Column::Address(Postal, Part::PostalCode),
        Both,
        "postal_postal_code",
        "column-postal-postal-code",
    ),
    (
        Column::Address(Postal, Part::Region),
        Both,
        "postal_region",
        "column-postal-region",
    ),
    (
        Column::Address(Postal, Part::City),
        Both,
        "postal_city",
        "column-postal-city",
    ),
    (
        Column::Address(Postal, Part::Street),
        Both,
        "postal_street",
        "column-postal-street",
    ),
    (
        Column::Address(Actual, Part::Line),
        Both,
        "address",
        "column-address",
    ),
    (
        Column::Address(Actual, Part::PostalCode),
        Both,
        "postal_code",
        "column-postal-code",
    ),
    (
        Column::Address(Actual, Part::Region),
        Both,
        "region",
        "column-region",
    ),
    (
        Column::Address(Actual, Part::City),
        Both,
        "city",
        "column-city",
    ),
    (
        Column::Address(Actual, Part::Street),
        Both,
        "street",
        "column-street",
    ),
    (
        Column::Account(Bank::Number),
        Both,
        "account",
        "column-account",
    ),
    (Column::Account(Bank::Iban), Both, "iban", "column-iban"),
    (Column::Account(Bank::Bank), Both, "bank", "column-bank"),
    (Column::Account(Bank::Bik), Both, "bik", "column-bik"),
    (
        Column::Account(Bank::Correspondent),
        Both,
        "correspondent_account",
        "column-correspondent-account",
    ),
    (Column::Roles, Both, "roles", "column-roles"),
    (
        Column::Responsible,
        Both,
        "responsible",
        "column-responsible",
    ),
    (Column::Groups, Both, "groups", "column-groups"),
    (Column::Since, Both, "since", "column-since"),
    (
        Column::Term(Dictionary::Segment),
        Both,
        "segment",
        "profile-segment",
    ),
    (
        Column::Term(Dictionary::Category),
        Both,
        "category",
        "profile-category",
    ),
    (
        Column::Term(Dictionary::Source),
        Both,
        "source",
        "profile-source",
    ),
    (Column::Stage, Both, "stage", "profile-stage"),
    (
        Column::RecommendedBy,
        Both,
        "recommended_by",
        "profile-recommended-by",
    ),
    (
        Column::NextStepOn,
        Both,
        "next_step_on",
        "profile-next-step-on",
    ),
    (
        Column::Text(T::NextStep),
        Both,
        "next_step",
        "profile-next-step",
    ),
    (
        Column::PreferredMedium,
        Both,
        "preferred_medium",
        "profile-preferred-medium",
    ),
    (
        Column::Text(T::PreferredTime),
        Both,
        "preferred_time",
        "profile-preferred-time",
    ),
    (
        Column::PoliticalRole,
        Only(Person),
        "political_role",
        "profile-political-role",
    ),
    (
        Column::Influence,
        Only(Person),
        "influence",
        "profile-influence",
    ),
    (
        Column::Text(T::Situation),
        Only(Organization),
        "situation",
        "profile-situation",
    ),
    (
        Column::Text(T::Products),
        Only(Organization),
        "products",
        "profile-products",
    ),
    (
        Column::Text(T::Customers),
        Only(Organization),
        "customers",
        "profile-customers",
    ),
    (
        Column::Text(T::MarketPosition),
        Only(Organization),
        "market_position",
        "profile-market-position",
    ),
    (
        Column::Text(T::Goals),
        Only(Organization),
        "goals",
        "profile-goals",
    ),
    (
        Column::Text(T::Culture),
        Only(Organization),
        "culture",
        "profile-culture",
    ),
    (
        Column::Text(T::Indicators),
        Only(Organization),
        "indicators",
        "profile-indicators",
    ),
    (
        Column::Text(T::Strengths),
        Only(Organization),
        "strengths",
        "profile-strengths",
    ),
    (
        Column::Text(T::Weaknesses),
        Only(Organization),
        "weaknesses",
        "profile-weaknesses",
    ),
    (
        Column::Text(T::Education),
        Only(Person),
        "education",
        "profile-education",
    ),
    (
        Column::Text(T::Skills),
        Only(Person),
        "skills",
        "profile-skills",
    ),
    (
        Column::Text(T::Hobbies),
        Only(Person),
        "hobbies",
        "profile-hobbies",
    ),
    (
        Column::Text(T::Likes),
        Only(Person),
        "likes",
        "profile-likes",
    ),
    (
        Column::Text(T::Dislikes),
        Only(Person),
        "dislikes",
        "profile-dislikes",
    ),
    (
        Column::Text(T::Family),
        Only(Person),
        "family",
        "profile-family",
    ),
    (Column::CheckedOn, Both, "checked_on", "profile-checked-on"),
    (
        Column::Text(T::ExternalId),
        Both,
        "external_id",
        "column-external-id",
    ),
    (Column::Text(T::Note), Both, "note", "column-note"),
];

/// Before the id in the name of a field that the user has made.
const CUSTOM: &str = "custom-";

impl Column {
    /// Every column a card of that kind has, in the order to offer them; [`Column::Ignore`] first.
    pub fn all(kind: Kind) -> impl Iterator<Item = Self> {
        COLUMNS
            .iter()
            .filter(move |(_, cards, _, _)| cards.have(kind))
            .map(|(column, ..)| *column)
    }

    /// The fields that the user has made for cards of that kind, in their order.
    pub fn own(kind: Kind, fields: &[CustomField]) -> impl Iterator<Item = Self> {
        let own = fields.iter().filter(move |field| field.kind == kind);
        own.map(|field| Self::Custom(field.id))
    }

    /// Its name within its kind, as it is kept and reported: `inn`.
    pub fn written(self) -> Cow<'static, str> {
        match self {
            Self::Custom(id) => format!("{CUSTOM}{}", id.raw()).into(),
            column => column.name().into(),
        }
    }

    /// Its name within its kind: `inn`; one for all fields that the user has made.
    pub fn name(self) -> &'static str {
        if matches!(self, Self::Custom(_)) {
            return "custom";
        }
        COLUMNS
            .iter()
            .find(|(column, ..)| *column == self)
            .map_or("ignore", |(_, _, name, _)| name)
    }

    /// The key of the message that labels it; a field that the user has made has a name of its own.
    pub fn message(self) -> &'static str {
        if matches!(self, Self::Custom(_)) {
            return "profile-value";
        }
        COLUMNS
            .iter()
            .find(|(column, ..)| *column == self)
            .map_or("column-ignore", |(.., message)| message)
    }

    /// What it is called, in words or by a message; `fields` are those that the user has made.
    pub fn label(self, fields: &[CustomField]) -> Label {
        let own = match self {
            Self::Custom(id) => fields.iter().find(|field| field.id == id),
            _ => None,
        };
        match own {
            Some(field) => Label::Named(field.name.clone()),
            None => Label::Message(self.message()),
        }
    }

    /// The column of that name on cards of that kind, as [`Column::written`] gives it.
    pub fn named(kind: Kind, name: &str) -> Option<Self> {
        if let Some(id) = name.strip_prefix(CUSTOM) {
            return id.parse::<i64>().ok().map(|id| Self::Custom(id.into()));
        }
        COLUMNS
            .iter()
            .find(|(_, cards, own, _)| cards.have(kind) && *own == name)
            .map(|(column, ..)| *column)
    }

    /// Whether several columns of one table may fill it.
    pub fn is_repeatable(self) -> bool {
        matches!(
            self,
            Self::Ignore | Self::Contact(_) | Self::Groups | Self::Roles | Self::Text(T::Note)
        )
    }
}

impl Cards {
    fn have(self, kind: Kind) -> bool {
        self == Both || self == Only(kind)
    }
}

/// Whether the words name a column that some card has, or one that everybody passes over.
pub(super) fn is_known(header: &str) -> bool {
    Kind::ALL
        .into_iter()
        .any(|kind| words::recognise(header, kind).is_some())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_lead_back_to_their_columns() {
        for kind in Kind::ALL {
            let names: HashSet<_> = Column::all(kind).map(Column::name).collect();
            assert_eq!(names.len(), Column::all(kind).count());
            for column in Column::all(kind) {
                assert_eq!(Column::named(kind, column.name()), Some(column));
            }
        }
        assert_eq!(Column::named(Person, "kpp"), None);
    }
}
