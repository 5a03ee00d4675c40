//! What a column of a table fills on a card, and how it is recognised.

mod content;
mod mapping;
mod registry;
mod words;

use std::borrow::Cow;

pub use mapping::{Mapping, UnknownColumn};
use registry::COLUMNS;

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
            Self::Ignore
                | Self::Contact(_)
                | Self::Groups
                | Self::Roles
                | Self::Text(TextField::Note)
        )
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
        assert_eq!(Column::named(Kind::Person, "kpp"), None);
    }
}
