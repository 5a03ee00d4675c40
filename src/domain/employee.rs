//! Those who work with clients.

use crate::domain::{Id, name};

/// Someone who works with clients, and may see all of them or only their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employee {
    /// Which employee.
    pub id: Id<Employee>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Surname.
    pub surname: String,
    /// First name.
    pub first_name: String,
    /// Patronymic.
    pub patronymic: String,
    /// Position in our own company.
    pub position: String,
    /// Whether the clients of others are visible too.
    pub sees_all: bool,
}

impl Employee {
    /// An employee of that name who sees every client, not yet saved.
    pub fn new(surname: &str, first_name: &str, patronymic: &str) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            surname: surname.to_owned(),
            first_name: first_name.to_owned(),
            patronymic: patronymic.to_owned(),
            position: String::new(),
            sees_all: true,
        }
    }

    /// Surname and initials: `Решетова С. И.`
    pub fn short_name(&self) -> String {
        name::Person {
            surname: self.surname.clone(),
            first: self.first_name.clone(),
            patronymic: self.patronymic.clone(),
        }
        .short()
    }
}
