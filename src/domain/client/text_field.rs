//! The texts of a client.

use crate::domain::client::Kind;

/// A text of a client that is edited as one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextField {
    /// Short name of an organisation.
    Name,
    /// Full name of an organisation.
    FullName,
    /// Taxpayer number.
    Inn,
    /// Reason code of registration.
    Kpp,
    /// State registration number.
    Ogrn,
    /// Surname of a person.
    Surname,
    /// First name of a person.
    FirstName,
    /// Patronymic of a person.
    Patronymic,
    /// Department of a person.
    Department,
    /// Position of a person.
    Position,
    /// The name another program gives it.
    ExternalId,
    /// Free text.
    Note,
    /// Market situation of an organisation: trends, competition.
    Situation,
    /// What an organisation makes or sells.
    Products,
    /// Who the customers of an organisation are.
    Customers,
    /// Position of an organisation on its market.
    MarketPosition,
    /// Current goals of an organisation.
    Goals,
    /// Corporate culture of an organisation.
    Culture,
    /// By what an organisation judges itself.
    Indicators,
    /// Strengths of an organisation.
    Strengths,
    /// Weaknesses of an organisation.
    Weaknesses,
    /// Education of a person.
    Education,
    /// Further skills of a person.
    Skills,
    /// Hobbies and interests of a person.
    Hobbies,
    /// What a person likes.
    Likes,
    /// What a person does not like.
    Dislikes,
    /// Family and pets of a person.
    Family,
    /// When the client is best reached.
    PreferredTime,
    /// What we do next.
    NextStep,
}

impl TextField {
    /// Every text, in the order of the form.
    pub const ALL: [Self; 29] = [
        Self::Name,
        Self::FullName,
        Self::Inn,
        Self::Kpp,
        Self::Ogrn,
        Self::Surname,
        Self::FirstName,
        Self::Patronymic,
        Self::Department,
        Self::Position,
        Self::ExternalId,
        Self::Note,
        Self::Situation,
        Self::Products,
        Self::Customers,
        Self::MarketPosition,
        Self::Goals,
        Self::Culture,
        Self::Indicators,
        Self::Strengths,
        Self::Weaknesses,
        Self::Education,
        Self::Skills,
        Self::Hobbies,
        Self::Likes,
        Self::Dislikes,
        Self::Family,
        Self::PreferredTime,
        Self::NextStep,
    ];

    /// Its name in files and in the language of filters, the same for ever.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::FullName => "full_name",
            Self::Inn => "inn",
            Self::Kpp => "kpp",
            Self::Ogrn => "ogrn",
            Self::Surname => "surname",
            Self::FirstName => "first_name",
            Self::Patronymic => "patronymic",
            Self::Department => "department",
            Self::Position => "position",
            Self::ExternalId => "external_id",
            Self::Note => "note",
            Self::Situation => "situation",
            Self::Products => "products",
            Self::Customers => "customers",
            Self::MarketPosition => "market_position",
            Self::Goals => "goals",
            Self::Culture => "culture",
            Self::Indicators => "indicators",
            Self::Strengths => "strengths",
            Self::Weaknesses => "weaknesses",
            Self::Education => "education",
            Self::Skills => "skills",
            Self::Hobbies => "hobbies",
            Self::Likes => "likes",
            Self::Dislikes => "dislikes",
            Self::Family => "family",
            Self::PreferredTime => "preferred_time",
            Self::NextStep => "next_step",
        }
    }

    /// Whether it has room for several lines.
    pub fn is_long(self) -> bool {
        matches!(
            self,
            Self::Note
                | Self::Situation
                | Self::Products
                | Self::Customers
                | Self::MarketPosition
                | Self::Goals
                | Self::Culture
                | Self::Indicators
                | Self::Strengths
                | Self::Weaknesses
                | Self::Education
                | Self::Skills
                | Self::Hobbies
                | Self::Likes
                | Self::Dislikes
                | Self::Family
        )
    }

    /// Whether cards of that register have it.
    pub fn belongs_to(self, kind: Kind) -> bool {
        match self {
            Self::Name
            | Self::FullName
            | Self::Kpp
            | Self::Situation
            | Self::Products
            | Self::Customers
            | Self::MarketPosition
            | Self::Goals
            | Self::Culture
            | Self::Indicators
            | Self::Strengths
            | Self::Weaknesses => kind == Kind::Organization,
            Self::Surname
            | Self::FirstName
            | Self::Patronymic
            | Self::Department
            | Self::Position
            | Self::Education
            | Self::Skills
            | Self::Hobbies
            | Self::Likes
            | Self::Dislikes
            | Self::Family => kind == Kind::Person,
            Self::Inn
            | Self::Ogrn
            | Self::ExternalId
            | Self::Note
            | Self::PreferredTime
            | Self::NextStep => true,
        }
    }
}
