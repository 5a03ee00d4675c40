//! The rows of clients, their contact points, addresses and accounts.

use crate::domain::{Address, BankAccount, Client, ContactPoint, Id};
use crate::error::{Error, Result};
use crate::store::record::record;
use crate::store::{Column, Reader, Record, Row, Table, Value};

record! {
    Client: listed "clients" ["id", "employer_id", "recommended_by"] {
        kind: "kind",
        owner: "owner_id",
        roles: "roles",
        name: "name",
        full_name: "full_name",
        inn: "inn",
        kpp: "kpp",
        ogrn: "ogrn",
        surname: "surname",
        first_name: "first_name",
        patronymic: "patronymic",
        sex: "sex",
        birthday: "birthday",
        employer: "employer_id",
        department: "department",
        position: "position",
        since: "since",
        external_id: "external_id",
        note: "note",
        segment: "segment_id",
        source: "source_id",
        category: "category_id",
        stage: "stage",
        recommended_by: "recommended_by",
        department_id: "department_id",
        preferred_medium: "preferred_medium",
        political_role: "political_role",
        influence: "influence",
        next_step_on: "next_step_on",
        checked_on: "checked_on",
        situation: "situation",
        products: "products",
        customers: "customers",
        market_position: "market_position",
        goals: "goals",
        culture: "culture",
        indicators: "indicators",
        strengths: "strengths",
        weaknesses: "weaknesses",
        education: "education",
        skills: "skills",
        hobbies: "hobbies",
        likes: "likes",
        dislikes: "dislikes",
        family: "family",
        preferred_time: "preferred_time",
        next_step: "next_step",
    }
}

impl Record for ContactPoint {
    const TABLE: Table = Table {
        name: "contact_points",
        client: Some("client_id"),
        task: None,
        references: &["client_id"],
    };
    const COLUMNS: &'static [&'static str] = &[
        "client_id",
        "channel",
        "value",
        "key",
        "key_reversed",
        "is_main",
    ];

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn values(&self) -> Vec<Value> {
        let key = self.key();
        let is_phone = self.channel.is_phone();
        let reversed = is_phone.then(|| key.chars().rev().collect::<String>());
        vec![
            self.client.to_value(),
            self.channel.to_value(),
            self.value.to_value(),
            key.into(),
            reversed.to_value(),
            self.is_main.to_value(),
        ]
    }

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            client: row.get("client_id")?,
            channel: row.get("channel")?,
            value: row.get("value")?,
            is_main: row.get("is_main")?,
        })
    }
}

record! {
    Address: listed "addresses" ["client_id"] {
        client: "client_id",
        purpose: "purpose",
        postal_code: "postal_code",
        region: "region",
        city: "city",
        street: "street",
        is_main: "is_main",
    }
}

record! {
    BankAccount: listed "bank_accounts" ["client_id"] {
        client: "client_id",
        number: "number",
        bank: "bank",
        bik: "bik",
        correspondent: "correspondent",
        is_main: "is_main",
    }
}

impl Reader<'_> {
    /// Visible clients of either register with that INN, the oldest first.
    pub fn clients_with_inn(self, inn: &str) -> Result<Vec<Id<Client>>> {
        self.ids(
            "SELECT v.client_id FROM clients c JOIN visible v ON v.client_id = c.id
              WHERE v.employee_id = $1 AND c.inn = $2 AND c.inn <> '' ORDER BY c.id",
            inn,
        )
    }

    /// How many visible clients came on the recommendation of a visible client.
    pub fn count_brought(self, client: Id<Client>) -> Result<i64> {
        let rows = self.database.query(
            "SELECT COUNT(*) AS brought FROM clients c
               JOIN visible v ON v.client_id = c.id
               JOIN visible o ON o.client_id = c.recommended_by AND o.employee_id = v.employee_id
              WHERE v.employee_id = $1 AND c.recommended_by = $2",
            &[self.who.to_value(), client.to_value()],
        )?;
        rows.first().map_or(Ok(0), |row| row.get("brought"))
    }

    /// A client whose data are to be erased: it may lie in the bin.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none, or none that may be seen.
    pub fn client_to_erase(self, id: Id<Client>) -> Result<Client> {
        let found = self.ask(
            "SELECT c.* FROM clients c
              WHERE (EXISTS (SELECT 1 FROM visible v
                              WHERE v.employee_id = $1 AND v.client_id = c.id)
                  OR EXISTS (SELECT 1 FROM visible_in_bin b JOIN operations o ON o.id = b.deleted_by
                              WHERE b.employee_id = $1 AND b.client_id = c.id
                                AND o.name <> 'erase-person'))
                AND c.id = $2",
            &[self.who.to_value(), id.to_value()],
        )?;
        found.into_iter().next().ok_or(Error::Missing("clients"))
    }

    fn ids(self, sql: &str, key: &str) -> Result<Vec<Id<Client>>> {
        let rows = self
            .database
            .query(sql, &[self.who.to_value(), key.into()])?;
        rows.iter().map(|row| row.get("client_id")).collect()
    }
}
