//! The rows of employees and of our own companies.

use crate::domain::{Company, Employee};
use crate::error::{Error, Result};
use crate::store::record::record;
use crate::store::{Column, Reader};

record! {
    Employee: plain "employees" [] {
        surname: "surname",
        first_name: "first_name",
        patronymic: "patronymic",
        position: "position",
        sees_all: "sees_all",
    }
}

record! {
    Company: plain "companies" [] {
        name: "name",
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
