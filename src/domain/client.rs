//! A client: an organisation or a person of the one counterparty base.

use chrono::NaiveDate;

use crate::domain::name::Sex;
use crate::domain::text::fold;
use crate::domain::{Birthday, Employee, Id, phone, requisites};

/// Which register a card belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A legal entity or a sole trader.
    Organization,
    /// A natural person: somebody's contact, or a client by itself.
    Person,
}

impl Kind {
    /// Both registers.
    pub const ALL: [Self; 2] = [Self::Organization, Self::Person];
}

/// What a counterparty is to us; one card may be several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// May buy one day.
    Potential,
    /// Buys now.
    Active,
    /// Has bought, and stopped.
    Former,
    /// Works with us.
    Partner,
    /// Works against us.
    Competitor,
}

impl Role {
    /// Every role, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Potential,
        Self::Active,
        Self::Former,
        Self::Partner,
        Self::Competitor,
    ];
}

/// A set of roles, one bit each in the order of [`Role::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Roles(i64);

impl Roles {
    /// The set whose bits are `bits`, as the file holds it.
    pub fn from_bits(bits: i64) -> Self {
        Self(bits & 0b1_1111)
    }

    /// The bits of the set, as the file holds it.
    pub fn bits(self) -> i64 {
        self.0
    }

    /// Whether `role` is among them.
    pub fn contains(self, role: Role) -> bool {
        self.0 & bit(role) != 0
    }

    /// The set with `role` put in or taken out.
    pub fn with(self, role: Role, is_in: bool) -> Self {
        if is_in {
            Self(self.0 | bit(role))
        } else {
            Self(self.0 & !bit(role))
        }
    }

    /// The roles of the set, in the order they are shown.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL
            .into_iter()
            .filter(move |role| self.contains(*role))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles
            .into_iter()
            .fold(Self::default(), |set, role| set.with(role, true))
    }
}

fn bit(role: Role) -> i64 {
    1 << role as i64
}

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
}

impl TextField {
    /// Every text, in the order of the form.
    pub const ALL: [Self; 12] = [
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
    ];
}

/// By what a client is recognised when it comes again in another table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// Taxpayer number.
    Inn,
    /// E-mail address.
    Email,
    /// Phone, however it is spelled.
    Phone,
    /// The whole name, without regard to capitals, quotes and the place of the legal form.
    Name,
    /// The name another program gives it.
    ExternalId,
}

impl Key {
    /// Every key, in the order to offer them.
    pub const ALL: [Self; 5] = [
        Self::Inn,
        Self::Email,
        Self::Phone,
        Self::Name,
        Self::ExternalId,
    ];

    /// The shortest phone that belongs to one client alone: below stand extensions.
    const SHORTEST_PHONE: usize = 6;

    /// The value as it is compared; empty where it tells nobody apart.
    pub fn normal(self, value: &str) -> String {
        match self {
            Self::Inn => requisites::compact(value),
            Self::Email | Self::Name => fold(value),
            Self::Phone => {
                let digits = phone::key(value);
                match digits.len() {
                    0..Self::SHORTEST_PHONE => String::new(),
                    _ => digits,
                }
            }
            Self::ExternalId => value.trim().to_owned(),
        }
    }
}

/// An organisation or a person: what stands in its own row.
///
/// A text that is not known is empty. The first block of texts belongs to organisations, the
/// second to persons; requisites may belong to both, since a sole trader is a person too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Which client.
    pub id: Id<Client>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Which register it stands in.
    pub kind: Kind,
    /// The responsible employee.
    pub owner: Option<Id<Employee>>,
    /// What it is to us.
    pub roles: Roles,
    /// Short name of an organisation, with its legal form: `ООО «Ромашка»`.
    pub name: String,
    /// Full name of an organisation.
    pub full_name: String,
    /// Taxpayer number (ИНН), 10 or 12 digits.
    pub inn: String,
    /// Reason code of registration (КПП), 9 characters.
    pub kpp: String,
    /// State registration number (ОГРН, ОГРНИП), 13 or 15 digits.
    pub ogrn: String,
    /// Surname of a person.
    pub surname: String,
    /// First name of a person.
    pub first_name: String,
    /// Patronymic of a person.
    pub patronymic: String,
    /// Sex of a person, where known.
    pub sex: Option<Sex>,
    /// Birthday of a person; the year may be unknown.
    pub birthday: Option<Birthday>,
    /// The organisation a person works in.
    pub employer: Option<Id<Client>>,
    /// Department of a person.
    pub department: String,
    /// Position of a person.
    pub position: String,
    /// Since when the client is known.
    pub since: Option<NaiveDate>,
    /// The name another program gives it, kept to recognise it in the next import.
    pub external_id: String,
    /// Free text.
    pub note: String,
}

impl Client {
    /// An organisation of that short name, not yet saved.
    pub fn organization(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::empty(Kind::Organization)
        }
    }

    /// A person of that name, not yet saved.
    pub fn person(surname: &str, first_name: &str, patronymic: &str) -> Self {
        Self {
            surname: surname.to_owned(),
            first_name: first_name.to_owned(),
            patronymic: patronymic.to_owned(),
            ..Self::empty(Kind::Person)
        }
    }

    /// A card with nothing on it but its fresh id.
    pub fn empty(kind: Kind) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            kind,
            owner: None,
            roles: Roles::default(),
            name: String::new(),
            full_name: String::new(),
            inn: String::new(),
            kpp: String::new(),
            ogrn: String::new(),
            surname: String::new(),
            first_name: String::new(),
            patronymic: String::new(),
            sex: None,
            birthday: None,
            employer: None,
            department: String::new(),
            position: String::new(),
            since: None,
            external_id: String::new(),
            note: String::new(),
        }
    }

    /// One of its texts.
    pub fn text(&self, field: TextField) -> &str {
        match field {
            TextField::Name => &self.name,
            TextField::FullName => &self.full_name,
            TextField::Inn => &self.inn,
            TextField::Kpp => &self.kpp,
            TextField::Ogrn => &self.ogrn,
            TextField::Surname => &self.surname,
            TextField::FirstName => &self.first_name,
            TextField::Patronymic => &self.patronymic,
            TextField::Department => &self.department,
            TextField::Position => &self.position,
            TextField::ExternalId => &self.external_id,
            TextField::Note => &self.note,
        }
    }

    /// Makes one of its texts `text`.
    pub fn set_text(&mut self, field: TextField, text: String) {
        let place = match field {
            TextField::Name => &mut self.name,
            TextField::FullName => &mut self.full_name,
            TextField::Inn => &mut self.inn,
            TextField::Kpp => &mut self.kpp,
            TextField::Ogrn => &mut self.ogrn,
            TextField::Surname => &mut self.surname,
            TextField::FirstName => &mut self.first_name,
            TextField::Patronymic => &mut self.patronymic,
            TextField::Department => &mut self.department,
            TextField::Position => &mut self.position,
            TextField::ExternalId => &mut self.external_id,
            TextField::Note => &mut self.note,
        };
        *place = text;
    }

    /// The name it goes by: the short name, else the full one; a person's name from surname on.
    pub fn title(&self) -> String {
        match self.kind {
            Kind::Organization if self.name.trim().is_empty() => self.full_name.trim().to_owned(),
            Kind::Organization => self.name.trim().to_owned(),
            Kind::Person => [&self.surname, &self.first_name, &self.patronymic]
                .map(|part| part.trim())
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_may_be_several_things_at_once() {
        let roles: Roles = [Role::Active, Role::Partner].into_iter().collect();
        assert!(roles.contains(Role::Partner) && !roles.contains(Role::Former));
        let left = roles.with(Role::Active, false);
        assert_eq!(left.iter().collect::<Vec<_>>(), [Role::Partner]);
        assert_eq!(Roles::from_bits(roles.bits()), roles);
    }

    #[test]
    fn a_person_goes_by_surname_first() {
        let person = Client::person("Антонов", "Юрий", "Михайлович");
        assert_eq!(person.title(), "Антонов Юрий Михайлович");
        assert_eq!(Client::person("", "Юрий", "").title(), "Юрий");
    }
}
