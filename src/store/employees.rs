//! The rows of employees and of our own companies.

use crate::domain::{Company, Employee, Id};
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Record, Row, Table, Value};

impl Record for Employee {
    const TABLE: Table = Table {
        name: "employees",
        client: None,
    };
    const COLUMNS: &'static [&'static str] = &[
        "surname",
        "first_name",
        "patronymic",
        "position",
        "sees_all",
    ];

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.surname.to_value(),
            self.first_name.to_value(),
            self.patronymic.to_value(),
            self.position.to_value(),
            self.sees_all.to_value(),
        ]
    }

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            surname: row.get("surname")?,
            first_name: row.get("first_name")?,
            patronymic: row.get("patronymic")?,
            position: row.get("position")?,
            sees_all: row.get("sees_all")?,
        })
    }
}

impl Record for Company {
    const TABLE: Table = Table {
        name: "companies",
        client: None,
    };
    const COLUMNS: &'static [&'static str] = &["name"];

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn values(&self) -> Vec<Value> {
        vec![self.name.to_value()]
    }

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            name: row.get("name")?,
        })
    }
}

impl Reader<'_> {
    /// All employees, in the order they were entered.
    pub fn employees(self) -> Result<Vec<Employee>> {
        self.ask(
            "SELECT e.* FROM employees e WHERE e.deleted_by IS NULL ORDER BY e.id",
            &[],
        )
    }

    /// The signed-in employee.
    pub fn me(self) -> Result<Employee> {
        let found = self.ask(
            "SELECT e.* FROM employees e WHERE e.id = $1 AND e.deleted_by IS NULL",
            &[self.who.to_value()],
        )?;
        found.into_iter().next().ok_or(Error::Missing("employees"))
    }

    /// Our own companies, in the order they were entered.
    pub fn companies(self) -> Result<Vec<Company>> {
        self.ask(
            "SELECT k.* FROM companies k WHERE k.deleted_by IS NULL ORDER BY k.id",
            &[],
        )
    }
}
