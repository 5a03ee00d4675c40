//! The table of all columns.

use crate::domain::client::Kind::{self, Organization, Person};
use crate::domain::client::TextField as T;
use crate::domain::contact::Channel as C;
use crate::domain::contact::Purpose::{Actual, Legal, Postal};
use crate::domain::term::Dictionary;
use crate::exchange::column::AccountPart as Bank;
use crate::exchange::column::AddressPart as Part;
use crate::exchange::column::Column;

use Cards::{Both, Only};

/// Which cards have such a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cards {
    /// Those of organisations and of persons.
    Both,
    /// Those of this kind.
    Only(Kind),
}

impl Cards {
    /// Whether cards of that kind do.
    pub fn have(self, kind: Kind) -> bool {
        self == Both || self == Only(kind)
    }
}

/// Every column: the name by which it is kept and reported, the message of its label.
pub const COLUMNS: &[(Column, Cards, &str, &str)] = &[
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
    (Column::Text(T::Note), Both, "note", "card-note"),
];
