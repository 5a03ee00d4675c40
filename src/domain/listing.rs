//! Lists of clients: what a line shows, what a list is narrowed to, how it is sorted.

use crate::domain::client::{Kind, Roles, TextField};
use crate::domain::filter::{Choice, Expression, Test, Wording};
use crate::domain::{Client, Datum, Employee, Field, Group, Id};

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

impl Listing {
    /// What the line itself says in a field; `None` where that has to be read.
    pub fn datum(&self, field: Field) -> Option<Datum> {
        match field {
            Field::Phone => Some(Datum::text(self.phone.as_str())),
            Field::Email => Some(Datum::text(self.email.as_str())),
            Field::City => Some(Datum::text(self.city.as_str())),
            Field::Employer => Some(match self.client.employer {
                Some(id) => Datum::Client(id, self.employer.clone()),
                None => Datum::Nothing,
            }),
            // The line does not know the name.
            Field::RecommendedBy if self.client.recommended_by.is_some() => None,
            field => Datum::of(&self.client, field),
        }
    }

    /// Whether lines say it themselves.
    pub fn says(field: Field) -> bool {
        let is_beside = matches!(field, Field::Phone | Field::Email | Field::City);
        let is_linked = field == Field::RecommendedBy;
        is_beside || !is_linked && Datum::of(&Client::empty(Kind::Person), field).is_some()
    }
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
    /// Conditions on any field, joined by AND, OR and NOT.
    pub condition: Option<Expression>,
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
            condition: None,
        }
    }

    /// Whether it asks for nothing but the register.
    pub fn is_open(&self) -> bool {
        *self == Self::all(self.kind)
    }

    /// All that it asks for beside its words, as one condition: what is chosen in it and its own
    /// condition mean the same in one sentence.
    pub fn expression(&self) -> Option<Expression> {
        let mut parts = Vec::new();
        let some = |field, choices: Vec<Choice>| {
            (!choices.is_empty()).then(|| Expression::any_of(field, choices))
        };
        parts.extend(some(
            Field::Roles,
            self.roles.iter().map(Choice::Role).collect(),
        ));
        let groups = self.groups.iter().copied();
        parts.extend(some(Field::Group, groups.map(Choice::Group).collect()));
        let known = self.owners.iter().copied().flatten();
        let owners = some(Field::Owner, known.map(Choice::Employee).collect());
        let nobody = self.owners.contains(&None);
        let nobody = nobody.then(|| Expression::condition(Field::Owner, Test::Empty));
        parts.push(Expression::Any(owners.into_iter().chain(nobody).collect()));
        let city = |city: &String| {
            Expression::condition(Field::City, Test::Text(Wording::Is, city.clone()))
        };
        parts.push(Expression::Any(self.cities.iter().map(city).collect()));
        for (is_on, field) in [
            (self.has_phone, Field::Phone),
            (self.has_email, Field::Email),
        ] {
            parts.extend(is_on.then(|| Expression::condition(field, Test::Filled)));
        }
        parts.extend(self.condition.clone());
        Expression::All(parts).simplified()
    }

    /// Asks for this condition and the words alone; what was chosen in it is taken back.
    pub fn absorb(&mut self, condition: Option<Expression>) {
        *self = Self {
            text: std::mem::take(&mut self.text),
            condition,
            ..Self::all(self.kind)
        };
    }

    /// Whether a line passes. Words, groups and the condition are not looked at: no line knows
    /// them.
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

/// What stands in a column of a list, and what the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// The name a client goes by; in the order, the legal form stands behind it.
    #[default]
    Name,
    /// A field.
    Field(Field),
}

impl Sort {
    /// Its name in settings and saved views, the same for ever: that of the field, or `#` and the id
    /// of a custom one.
    pub fn name(self) -> String {
        match self {
            Self::Name => Field::Text(TextField::Name).key(),
            Self::Field(field) => field.key(),
        }
    }

    /// The column under that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Field::of_key(name).map(Self::from)
    }
}

impl From<Field> for Sort {
    fn from(field: Field) -> Self {
        match field {
            // The short name of an organisation is what it goes by.
            Field::Text(TextField::Name) => Self::Name,
            field => Self::Field(field),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_by_its_name() {
        let known = [
            Sort::Name,
            Sort::Field(Field::City),
            Sort::Field(Field::Custom(Id::from(7))),
        ];
        for sort in known {
            assert_eq!(Sort::of_name(&sort.name()), Some(sort));
        }
        assert_eq!(Sort::of_name("#x"), None);
        assert_eq!(Sort::from(Field::Text(TextField::Name)), Sort::Name);
    }
}
