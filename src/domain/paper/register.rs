//! The register of papers: what is asked for, and what one line of it says.

use chrono::NaiveDate;

use crate::domain::paper::{ContractKind, PaperKind, PaperState};
use crate::domain::profile::named;
use crate::domain::{Client, Company, Currency, Employee, Id, Paper, Product};

/// Which papers of the register are asked for; empty asks for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperFilter {
    /// Of one of these kinds.
    pub kinds: Vec<PaperKind>,
    /// With this in the number, the subject, the name of the client or the text of a made file.
    pub text: String,
    /// For this client.
    pub client: Option<Id<Client>>,
    /// From this company of ours.
    pub company: Option<Id<Company>>,
    /// Seen to by this employee.
    pub manager: Option<Id<Employee>>,
    /// Contracts of this kind.
    pub contract_kind: Option<Id<ContractKind>>,
    /// Which name this product.
    pub product: Option<Id<Product>>,
    /// In one of these states.
    pub states: Vec<PaperState>,
    /// Dated this day or later.
    pub from: Option<NaiveDate>,
    /// Dated this day or earlier.
    pub to: Option<NaiveDate>,
    /// Invoices for which money is awaited.
    pub is_unpaid: bool,
    /// … which was due before this day.
    pub overdue_on: Option<NaiveDate>,
}

impl PaperFilter {
    /// All papers of a kind.
    pub fn of(kind: PaperKind) -> Self {
        Self {
            kinds: vec![kind],
            ..Self::default()
        }
    }

    /// All papers for a client.
    pub fn on(client: Id<Client>) -> Self {
        Self {
            client: Some(client),
            ..Self::default()
        }
    }
}

named! {
    /// By what the register is sorted.
    PaperSort {
        /// The date.
        Date = "date",
        /// The number.
        Number = "number",
        /// What it is.
        Kind = "kind",
        /// What the client is called.
        Client = "client",
        /// What it is about.
        Subject = "subject",
        /// What it comes to.
        Total = "total",
        /// What has become of it.
        State = "state",
        /// Until when it is to be paid: what is awaited first, then what is not.
        Due = "due",
        /// What is still to be paid.
        Debt = "debt",
    }
}

/// The order of the register; of two that are alike the newer one comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperOrder {
    /// By what.
    pub by: PaperSort,
    /// From the greatest on.
    pub is_descending: bool,
}

impl Default for PaperOrder {
    /// The newest first.
    fn default() -> Self {
        Self {
            by: PaperSort::Date,
            is_descending: true,
        }
    }
}

/// What the invoices among some papers add up to, in one currency; all in kopecks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperTotals {
    /// Of which currency.
    pub currency: Currency,
    /// What invoices that hold come to.
    pub invoiced: i64,
    /// What was paid for them.
    pub paid: i64,
    /// What is still to be paid.
    pub debt: i64,
    /// The part of it that is late.
    pub overdue: i64,
    /// How many invoices are still to be paid.
    pub unpaid: i64,
    /// How many of these are late.
    pub late: i64,
}

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperListing {
    /// The paper.
    pub paper: Paper,
    /// What its client is called.
    pub client_name: String,
    /// Of an invoice: what was paid for it, in kopecks.
    pub paid: i64,
    /// What was delivered by acts and waybills made from it, in kopecks.
    pub shipped: i64,
    /// How many files were made of it.
    pub versions: i64,
}

impl PaperListing {
    /// What is still to be paid, in kopecks; nothing of what is no invoice or does not hold.
    pub fn debt(&self) -> i64 {
        match self.paper.is_unpaid(self.paid) {
            true => self.paper.total - self.paid,
            false => 0,
        }
    }
}
