//! Lists of clients: what a line shows, what a list is narrowed to, how it is sorted.

use crate::domain::client::{Kind, Roles};
use crate::domain::{Client, Employee, Group, Id};

/// A client as one line of a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The client itself.
    pub client: Client,
    /// The main phone as typed; empty where there is none.
    pub phone: String,
    /// The main e-mail address; empty where there is none.
    pub email: String,
    /// The town of the main address; empty where there is none.
    pub city: String,
    /// Where a person works; empty where that is unknown or may not be seen.
    pub employer: String,
}

/// What a list is narrowed to. What is not asked for stays open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The register.
    pub kind: Kind,
    /// Words that all have to occur in a name, a number or an address; empty asks for nothing.
    pub text: String,
    /// Any of these roles; none asks for nothing.
    pub roles: Roles,
    /// Any of these groups; none asks for nothing.
    pub groups: Vec<Id<Group>>,
    /// Any of these responsible employees, `None` being nobody; no entry asks for nothing.
    pub owners: Vec<Option<Id<Employee>>>,
    /// Any of these towns; none asks for nothing.
    pub cities: Vec<String>,
    /// Whether there has to be a phone.
    pub has_phone: bool,
    /// Whether there has to be an e-mail address.
    pub has_email: bool,
}

impl Filter {
    /// The whole register.
    pub fn all(kind: Kind) -> Self {
        Self {
            kind,
            text: String::new(),
            roles: Roles::default(),
            groups: Vec::new(),
            owners: Vec::new(),
            cities: Vec::new(),
            has_phone: false,
            has_email: false,
        }
    }

    /// Whether it asks for nothing but the register.
    pub fn is_open(&self) -> bool {
        *self == Self::all(self.kind)
    }

    /// Whether a line passes. Words and groups are not looked at: no line knows them.
    pub fn passes(&self, line: &Listing) -> bool {
        let client = &line.client;
        client.kind == self.kind
            && (self.roles.is_empty() || self.roles.iter().any(|role| client.roles.contains(role)))
            && (self.owners.is_empty() || self.owners.contains(&client.owner))
            && (self.cities.is_empty() || self.cities.contains(&line.city))
            && (!self.has_phone || !line.phone.is_empty())
            && (!self.has_email || !line.email.is_empty())
    }
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// Name; the legal form stands behind it.
    #[default]
    Name,
    /// Taxpayer number.
    Inn,
    /// Town of the main address.
    City,
    /// Main phone as typed.
    Phone,
    /// Main e-mail address.
    Email,
    /// Name of the responsible employee.
    Owner,
    /// Roles, in their order.
    Roles,
    /// Since when the client is known.
    Since,
    /// Position of a person.
    Position,
    /// Birthday of a person.
    Birthday,
    /// The organisation of a person.
    Employer,
}

/// The order of a list; lines without a value always stand last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Order {
    /// What it is sorted by.
    pub by: Sort,
    /// Whether the greatest comes first.
    pub is_descending: bool,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The clients, best first.
    pub hits: Vec<Hit>,
    /// Whether there may be more than these.
    pub is_cut: bool,
    /// What the text was taken for, where it was found in another layout or alphabet only.
    pub reading: Option<String>,
}

/// A client that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The client.
    pub listing: Listing,
    /// Why it was found.
    pub why: Match,
    /// The number or address that matched; empty for a name.
    pub matched: String,
}

/// Where a search found its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Match {
    /// At the beginning of the name.
    Name,
    /// Within a name.
    Word,
    /// In the taxpayer number.
    Inn,
    /// In the registration number.
    Ogrn,
    /// In a phone.
    Phone,
    /// In an e-mail address.
    Email,
    /// In the address of a web page.
    Web,
}

impl Match {
    /// A name for other programs, stable for ever.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Word => "word",
            Self::Inn => "inn",
            Self::Ogrn => "ogrn",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Web => "web",
        }
    }
}
