//! The rows of employees and of our own companies.

use crate::domain::company::{CompanyPicture, USUAL_COMPANY};
use crate::domain::{Company, Employee, Id};
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
        full_name: "full_name",
        inn: "inn",
        kpp: "kpp",
        ogrn: "ogrn",
        city: "city",
        legal_address: "legal_address",
        postal_address: "postal_address",
        phone: "phone",
        email: "email",
        web: "web",
        account: "account",
        bank: "bank",
        bik: "bik",
        correspondent: "correspondent",
        signatory: "signatory",
        signatory_position: "signatory_position",
        signatory_basis: "signatory_basis",
        accountant: "accountant",
        tax: "tax",
        mode: "mode",
    }
}

record! {
    CompanyPicture: plain "company_pictures" [] {
        company: "company_id",
        kind: "kind",
        name: "name",
        size: "size",
        digest: "digest",
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

    /// Our own companies: the usual one first, the others in the order they were entered.
    pub fn companies(self) -> Result<Vec<Company>> {
        self.ask(
            "SELECT k.* FROM companies k LEFT JOIN policies p
                 ON p.name = $1 AND p.value = CAST(k.id AS TEXT) AND p.deleted_by IS NULL
              WHERE k.deleted_by IS NULL ORDER BY p.id IS NULL, k.id",
            &[USUAL_COMPANY.into()],
        )
    }

    /// One of our own companies: that one, though it may have been removed since; else the usual
    /// one.
    pub fn company(self, id: Option<Id<Company>>) -> Result<Option<Company>> {
        let meant: Vec<Company> = match id {
            Some(id) => self.ask(
                "SELECT k.* FROM companies k WHERE k.id = $1",
                &[id.to_value()],
            )?,
            None => Vec::new(),
        };
        match meant.into_iter().next() {
            Some(company) => Ok(Some(company)),
            None => Ok(self.companies()?.into_iter().next()),
        }
    }

    /// The pictures of one of our own companies, in the order they were put there.
    pub fn pictures_of(self, company: Id<Company>) -> Result<Vec<CompanyPicture>> {
        self.ask(
            "SELECT p.* FROM company_pictures p WHERE p.company_id = $1 AND p.deleted_by IS NULL
              ORDER BY p.id",
            &[company.to_value()],
        )
    }
}
