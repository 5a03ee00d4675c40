//! The rows of clients, their contact points, addresses and accounts.

use crate::domain::{Address, BankAccount, Client, ContactPoint, Id};
use crate::error::Result;
use crate::store::{Column, Reader, Record, Row, Table, Value};

impl Record for Client {
    const TABLE: Table = Table {
        name: "clients",
        client: Some("id"),
    };
    const COLUMNS: &'static [&'static str] = &[
        "kind",
        "owner_id",
        "roles",
        "name",
        "full_name",
        "inn",
        "kpp",
        "ogrn",
        "surname",
        "first_name",
        "patronymic",
        "sex",
        "birthday",
        "employer_id",
        "department",
        "position",
        "since",
        "external_id",
        "note",
    ];

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.kind.to_value(),
            self.owner.to_value(),
            self.roles.to_value(),
            self.name.to_value(),
            self.full_name.to_value(),
            self.inn.to_value(),
            self.kpp.to_value(),
            self.ogrn.to_value(),
            self.surname.to_value(),
            self.first_name.to_value(),
            self.patronymic.to_value(),
            self.sex.to_value(),
            self.birthday.to_value(),
            self.employer.to_value(),
            self.department.to_value(),
            self.position.to_value(),
            self.since.to_value(),
            self.external_id.to_value(),
            self.note.to_value(),
        ]
    }

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            kind: row.get("kind")?,
            owner: row.get("owner_id")?,
            roles: row.get("roles")?,
            name: row.get("name")?,
            full_name: row.get("full_name")?,
            inn: row.get("inn")?,
            kpp: row.get("kpp")?,
            ogrn: row.get("ogrn")?,
            surname: row.get("surname")?,
            first_name: row.get("first_name")?,
            patronymic: row.get("patronymic")?,
            sex: row.get("sex")?,
            birthday: row.get("birthday")?,
            employer: row.get("employer_id")?,
            department: row.get("department")?,
            position: row.get("position")?,
            since: row.get("since")?,
            external_id: row.get("external_id")?,
            note: row.get("note")?,
        })
    }
}

impl Record for ContactPoint {
    const TABLE: Table = Table {
        name: "contact_points",
        client: Some("client_id"),
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

impl Record for Address {
    const TABLE: Table = Table {
        name: "addresses",
        client: Some("client_id"),
    };
    const COLUMNS: &'static [&'static str] = &[
        "client_id",
        "purpose",
        "postal_code",
        "region",
        "city",
        "street",
        "is_main",
    ];

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.client.to_value(),
            self.purpose.to_value(),
            self.postal_code.to_value(),
            self.region.to_value(),
            self.city.to_value(),
            self.street.to_value(),
            self.is_main.to_value(),
        ]
    }

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            client: row.get("client_id")?,
            purpose: row.get("purpose")?,
            postal_code: row.get("postal_code")?,
            region: row.get("region")?,
            city: row.get("city")?,
            street: row.get("street")?,
            is_main: row.get("is_main")?,
        })
    }
}

impl Record for BankAccount {
    const TABLE: Table = Table {
        name: "bank_accounts",
        client: Some("client_id"),
    };
    const COLUMNS: &'static [&'static str] = &[
        "client_id",
        "number",
        "bank",
        "bik",
        "correspondent",
        "is_main",
    ];

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.client.to_value(),
            self.number.to_value(),
            self.bank.to_value(),
            self.bik.to_value(),
            self.correspondent.to_value(),
            self.is_main.to_value(),
        ]
    }

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            client: row.get("client_id")?,
            number: row.get("number")?,
            bank: row.get("bank")?,
            bik: row.get("bik")?,
            correspondent: row.get("correspondent")?,
            is_main: row.get("is_main")?,
        })
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

    fn ids(self, sql: &str, key: &str) -> Result<Vec<Id<Client>>> {
        let rows = self
            .database
            .query(sql, &[self.who.to_value(), key.into()])?;
        rows.iter().map(|row| row.get("client_id")).collect()
    }
}
