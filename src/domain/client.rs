//! A client: an organisation or a person of the one counterparty base.

mod key;
mod role;
mod text_field;

use chrono::NaiveDate;

pub use key::Key;
pub use role::{Role, Roles};
pub use text_field::TextField;

use crate::domain::name::{self, Sex};
use crate::domain::profile::{Medium, PoliticalRole, Stage};
use crate::domain::term::Dictionary;
use crate::domain::{Birthday, Department, Employee, Id, Term};

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
    /// Segment of the market it belongs to.
    pub segment: Option<Id<Term>>,
    /// How it came to us.
    pub source: Option<Id<Term>>,
    /// Kind of counterparty: consumer, institution, dealer.
    pub category: Option<Id<Term>>,
    /// How far the relationship has come.
    pub stage: Option<Stage>,
    /// Who recommended us.
    pub recommended_by: Option<Id<Client>>,
    /// The department a person stands in, where the organisation has a tree of them.
    pub department_id: Option<Id<Department>>,
    /// By what it likes to be reached.
    pub preferred_medium: Option<Medium>,
    /// The part a person plays in decisions.
    pub political_role: Option<PoliticalRole>,
    /// Degree of influence of a person, from 1 to 5.
    pub influence: Option<i64>,
    /// When the next step is due.
    pub next_step_on: Option<NaiveDate>,
    /// When somebody last looked whether the card is still true.
    pub checked_on: Option<NaiveDate>,
    /// Market situation of an organisation: trends, competition.
    pub situation: String,
    /// What an organisation makes or sells.
    pub products: String,
    /// Who the customers of an organisation are.
    pub customers: String,
    /// Position of an organisation on its market.
    pub market_position: String,
    /// Current goals of an organisation.
    pub goals: String,
    /// Corporate culture of an organisation.
    pub culture: String,
    /// By what an organisation judges itself.
    pub indicators: String,
    /// Strengths of an organisation.
    pub strengths: String,
    /// Weaknesses of an organisation.
    pub weaknesses: String,
    /// Education of a person.
    pub education: String,
    /// Further skills of a person.
    pub skills: String,
    /// Hobbies and interests of a person.
    pub hobbies: String,
    /// What a person likes.
    pub likes: String,
    /// What a person does not like.
    pub dislikes: String,
    /// Family and pets of a person.
    pub family: String,
    /// When the client is best reached.
    pub preferred_time: String,
    /// What we do next.
    pub next_step: String,
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
            segment: None,
            source: None,
            category: None,
            stage: None,
            recommended_by: None,
            department_id: None,
            preferred_medium: None,
            political_role: None,
            influence: None,
            next_step_on: None,
            checked_on: None,
            situation: String::new(),
            products: String::new(),
            customers: String::new(),
            market_position: String::new(),
            goals: String::new(),
            culture: String::new(),
            indicators: String::new(),
            strengths: String::new(),
            weaknesses: String::new(),
            education: String::new(),
            skills: String::new(),
            hobbies: String::new(),
            likes: String::new(),
            dislikes: String::new(),
            family: String::new(),
            preferred_time: String::new(),
            next_step: String::new(),
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
            TextField::Situation => &self.situation,
            TextField::Products => &self.products,
            TextField::Customers => &self.customers,
            TextField::MarketPosition => &self.market_position,
            TextField::Goals => &self.goals,
            TextField::Culture => &self.culture,
            TextField::Indicators => &self.indicators,
            TextField::Strengths => &self.strengths,
            TextField::Weaknesses => &self.weaknesses,
            TextField::Education => &self.education,
            TextField::Skills => &self.skills,
            TextField::Hobbies => &self.hobbies,
            TextField::Likes => &self.likes,
            TextField::Dislikes => &self.dislikes,
            TextField::Family => &self.family,
            TextField::PreferredTime => &self.preferred_time,
            TextField::NextStep => &self.next_step,
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
            TextField::Situation => &mut self.situation,
            TextField::Products => &mut self.products,
            TextField::Customers => &mut self.customers,
            TextField::MarketPosition => &mut self.market_position,
            TextField::Goals => &mut self.goals,
            TextField::Culture => &mut self.culture,
            TextField::Indicators => &mut self.indicators,
            TextField::Strengths => &mut self.strengths,
            TextField::Weaknesses => &mut self.weaknesses,
            TextField::Education => &mut self.education,
            TextField::Skills => &mut self.skills,
            TextField::Hobbies => &mut self.hobbies,
            TextField::Likes => &mut self.likes,
            TextField::Dislikes => &mut self.dislikes,
            TextField::Family => &mut self.family,
            TextField::PreferredTime => &mut self.preferred_time,
            TextField::NextStep => &mut self.next_step,
        };
        *place = text;
    }

    /// What it says of a dictionary; `None` of those that cards do not name.
    pub fn term(&self, dictionary: Dictionary) -> Option<Id<Term>> {
        match dictionary {
            Dictionary::Segment => self.segment,
            Dictionary::Category => self.category,
            Dictionary::Source => self.source,
            Dictionary::DealStage
            | Dictionary::LossReason
            | Dictionary::ProductGroup
            | Dictionary::Option => None,
        }
    }

    /// Whether it is somebody: a person, or a sole trader, whose INN has twelve digits. Organisations
    /// have no personal data of their own.
    pub fn is_natural_person(&self) -> bool {
        self.kind == Kind::Person || self.inn.trim().len() == 12
    }

    /// The name of a person in its parts.
    pub fn person_name(&self) -> name::Person {
        name::Person {
            surname: self.surname.trim().to_owned(),
            first: self.first_name.trim().to_owned(),
            patronymic: self.patronymic.trim().to_owned(),
        }
    }

    /// Makes a person whose sex nobody told a man or a woman by name, where the name tells.
    pub fn guess_sex(&mut self) {
        if self.sex.is_none() && !self.first_name.is_empty() {
            self.sex = self.person_name().sex();
        }
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
    fn a_person_goes_by_surname_first() {
        let person = Client::person("Антонов", "Юрий", "Михайлович");
        assert_eq!(person.title(), "Антонов Юрий Михайлович");
        assert_eq!(Client::person("", "Юрий", "").title(), "Юрий");
    }
}
