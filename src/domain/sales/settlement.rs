//! How a client and we stand with each other.

use crate::domain::Currency;

/// What was sold to a client and paid by it, in one currency; all in kopecks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settlement {
    /// Of which currency.
    pub currency: Currency,
    /// What invoices that hold come to.
    pub invoiced: i64,
    /// What was delivered, by acts and waybills.
    pub shipped: i64,
    /// What was paid, less what went back.
    pub received: i64,
    /// What is still to be paid of invoices.
    pub debt: i64,
    /// The part of it that is late.
    pub overdue: i64,
    /// What was paid and is for no invoice yet.
    pub advance: i64,
}

/// What came in from clients in a month, in one currency, less what went back; in kopecks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Takings {
    /// Of which currency.
    pub currency: Currency,
    /// In that month.
    pub month: i64,
    /// In the month before.
    pub before: i64,
}

impl Settlement {
    /// Nothing sold and nothing paid.
    pub fn none(currency: Currency) -> Self {
        Self {
            currency,
            invoiced: 0,
            shipped: 0,
            received: 0,
            debt: 0,
            overdue: 0,
            advance: 0,
        }
    }

    /// What the client owes us all in all: above zero a debt, below what we owe in money or goods.
    pub fn balance(&self) -> i64 {
        self.debt.saturating_sub(self.advance)
    }
}
