//! What clients are called, for the many places that show no more of them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::{Client, Id};
use crate::error::Result;
use crate::store::page::{self, PAGE};
use crate::store::{Column, Reader, Row};

/// How a client is called and reached.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// Its [title](Client::title).
    pub title: String,
    /// Its phone; empty where there is none.
    pub phone: String,
}

/// Titles and phones of some clients that may be seen.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<Id<Client>, Named>);

impl Names {
    /// The title of a client; empty where there is none, or none that may be seen.
    pub fn title(&self, client: Option<Id<Client>>) -> String {
        self.get(client)
            .map_or_else(String::new, |named| named.title.clone())
    }

    /// The first of these clients that has a phone, its phone; empty where none has.
    pub fn phone(&self, clients: impl IntoIterator<Item = Option<Id<Client>>>) -> String {
        let named = clients.into_iter().filter_map(|client| self.get(client));
        let mut phones = named.map(|named| &named.phone);
        phones
            .find(|phone| !phone.is_empty())
            .cloned()
            .unwrap_or_default()
    }

    /// What is known of a client.
    pub fn get(&self, client: Option<Id<Client>>) -> Option<&Named> {
        self.0.get(&client?)
    }
}

impl Reader<'_> {
    /// What these clients are called; those that may not be seen are left out.
    pub fn names(self, clients: impl IntoIterator<Item = Id<Client>>) -> Result<Names> {
        let mut clients: Vec<_> = clients.into_iter().collect();
        clients.sort_unstable();
        clients.dedup();
        let mut names = HashMap::with_capacity(clients.len());
        for page in clients.chunks(PAGE) {
            let asked = page::values([self.who.to_value()], page);
            for row in self.database.query(&QUESTION, &asked)? {
                names.insert(row.get("id")?, named(&row)?);
            }
        }
        Ok(Names(names))
    }
}

static QUESTION: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT c.id, c.kind, c.name, c.full_name,
                c.surname, c.first_name, c.patronymic, v.phone
           FROM visible v JOIN clients c ON c.id = v.client_id
          WHERE v.employee_id = $1 AND v.client_id IN ({})",
        page::places(1)
    )
});

fn named(row: &Row) -> Result<Named> {
    let client = Client {
        name: row.get("name")?,
        full_name: row.get("full_name")?,
        surname: row.get("surname")?,
        first_name: row.get("first_name")?,
        patronymic: row.get("patronymic")?,
        ..Client::empty(row.get("kind")?)
    };
    Ok(Named {
        title: client.title(),
        phone: row.get("phone")?,
    })
}
