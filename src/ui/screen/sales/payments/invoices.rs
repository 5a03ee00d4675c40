//! The invoices that a payment can be for, and how much each of them takes.

use crate::domain::paper::PaperListing;
use crate::domain::sales::payment::share;
use crate::domain::{Client, Currency, Id, Paper, Payment};
use crate::error::Result;
use crate::workspace::Reader;

/// An invoice that takes something of a payment.
#[derive(Debug, Clone)]
pub struct Open {
    /// The invoice.
    pub line: PaperListing,
    /// How much it takes, in kopecks, as if the payment were for nothing yet.
    pub takes: i64,
}

/// The invoices of a client that take something, the oldest first.
#[derive(Debug, Clone, Default)]
pub struct Invoices {
    open: Vec<Open>,
}

impl Open {
    /// The invoices of a client for which money is awaited, and those that a known payment is for.
    pub fn of(reader: Reader<'_>, client: Id<Client>, payment: &Payment) -> Result<Vec<Self>> {
        let parts = match payment.version {
            0 => Vec::new(),
            _ => reader.allocations_of(payment.id)?,
        };
        let mut lines = reader.unpaid_invoices(Some(client))?;
        let known: Vec<Id<Paper>> = lines.iter().map(|line| line.paper.id).collect();
        let paid: Vec<_> = parts.iter().map(|part| part.paper).collect();
        let paid: Vec<_> = paid.into_iter().filter(|id| !known.contains(id)).collect();
        lines.extend(reader.paper_listings(&paid)?);
        lines.sort_by_key(|line| (line.paper.dated_on, line.paper.id));
        let open = lines.into_iter().map(|line| {
            let own = parts.iter().filter(|part| part.paper == line.paper.id);
            let own: i64 = own.map(|part| part.amount).sum();
            let takes = line.paper.total - (line.paid - own);
            Self { line, takes }
        });
        Ok(open.collect())
    }
}

impl Invoices {
    /// Takes these.
    pub fn show(&mut self, open: Vec<Open>) {
        self.open = open;
    }

    /// Those of a currency.
    pub fn of(&self, currency: Currency) -> impl Iterator<Item = &Open> {
        let all = self.open.iter();
        all.filter(move |one| one.line.paper.currency == currency)
    }

    /// What one of them takes.
    pub fn takes(&self, paper: Id<Paper>) -> Option<i64> {
        let mut all = self.open.iter();
        all.find(|one| one.line.paper.id == paper)
            .map(|one| one.takes)
    }

    /// The currency of all of them, where they have the same.
    pub fn only_currency(&self) -> Option<Currency> {
        let first = self.open.first()?.line.paper.currency;
        let is_only = self.of(first).count() == self.open.len();
        is_only.then_some(first)
    }

    /// Shares an amount out: that invoice first, then the oldest.
    pub fn share(
        &self,
        amount: i64,
        currency: Currency,
        first: Option<Id<Paper>>,
    ) -> Vec<(Id<Paper>, i64)> {
        let mut open: Vec<_> = self
            .of(currency)
            .map(|one| (one.line.paper.id, one.takes))
            .collect();
        open.sort_by_key(|(paper, _)| Some(*paper) != first);
        share(amount, &open).0
    }
}
