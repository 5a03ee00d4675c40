//! A paper with its lines and obligations, and how one is made from another.

use chrono::{Days, NaiveDate};

use crate::domain::paper::{Obligation, PaperKind, PaperLine, PaperState};
use crate::domain::sales::tax::rate_on;
use crate::domain::sales::{Sale, TaxRate, Totals};
use crate::domain::{Id, Paper};

/// A paper with its lines and obligations: what a form edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The paper.
    pub paper: Paper,
    /// Its lines, in their order.
    pub lines: Vec<PaperLine>,
    /// What it promises, in that order.
    pub obligations: Vec<Obligation>,
}

impl Document {
    /// A paper without lines.
    pub fn new(paper: Paper) -> Self {
        Self {
            paper,
            lines: Vec::new(),
            obligations: Vec::new(),
        }
    }

    /// What the lines add up to; `None` where that is more than there is money.
    pub fn totals(&self) -> Option<Totals> {
        let sales: Vec<Sale> = self.lines.iter().map(PaperLine::sale).collect();
        Totals::of(&sales, self.paper.mode, self.paper.rounding)
    }

    /// Gives the lines their places, and the paper what they add up to; one without lines keeps
    /// what was typed. `None` where that is more than there is money.
    pub fn settle(&mut self) -> Option<()> {
        for (position, line) in (0..).zip(&mut self.lines) {
            line.position = position;
        }
        for (position, obligation) in (0..).zip(&mut self.obligations) {
            obligation.position = position;
        }
        if !self.lines.is_empty() {
            let whole = self.totals()?.whole;
            self.paper.total = whole.gross;
            self.paper.tax = whole.tax;
        }
        Some(())
    }

    /// Taxes each line as its class is on the day of the paper.
    pub fn tax_by_date(&mut self, rates: &[TaxRate]) {
        let day = self.paper.dated_on;
        for line in &mut self.lines {
            line.tax_rate = rate_on(rates, line.tax_class, day);
        }
    }

    /// Another paper made from this one on a day: for the same client, by the same people, with the
    /// same lines, taxed as of that day; without a number, and to be paid in so many days. Not yet
    /// saved.
    pub fn successor(
        &self,
        kind: PaperKind,
        (day, payment_days): (NaiveDate, u64),
        rates: &[TaxRate],
    ) -> Self {
        let fresh = Paper::new(kind, self.paper.client, day);
        let is_payable = kind == PaperKind::Invoice;
        let paper = Paper {
            id: fresh.id,
            version: 0,
            kind,
            contract_kind: None,
            number: String::new(),
            dated_on: day,
            basis: Some(self.paper.id),
            state: fresh.state,
            note: String::new(),
            due_on: is_payable
                .then(|| day.checked_add_days(Days::new(payment_days)))
                .flatten(),
            renewal_days: None,
            task: None,
            ..self.paper.clone()
        };
        let lines = self.lines.iter().map(|line| PaperLine {
            id: Id::generate(),
            version: 0,
            paper: paper.id,
            ..line.clone()
        });
        let mut made = Self {
            lines: match kind {
                PaperKind::Letter => Vec::new(),
                _ => lines.collect(),
            },
            obligations: Vec::new(),
            paper,
        };
        made.tax_by_date(rates);
        // What came from a whole that fits into money fits too, unless a rate has risen.
        let _ = made.settle();
        made
    }

    /// Takes from the lines what these, of papers made from it before, have delivered; lines of
    /// which nothing is left go.
    pub fn without_delivered(mut self, delivered: &[PaperLine]) -> Self {
        for done in delivered {
            let mut left = done.quantity;
            let is_same = |line: &&mut PaperLine| {
                line.product == done.product && line.name == done.name && line.price == done.price
            };
            for line in self.lines.iter_mut().filter(is_same) {
                let taken = left.min(line.quantity).max(0);
                line.quantity -= taken;
                left -= taken;
            }
        }
        self.lines.retain(|line| line.quantity != 0);
        let _ = self.settle();
        self
    }

    /// Whether it waits for a payment.
    pub fn is_payable(&self) -> bool {
        self.paper.kind == PaperKind::Invoice && self.paper.state != PaperState::Draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Product;
    use crate::domain::sales::TaxMode;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn contract() -> Document {
        let mut paper = Paper::new(PaperKind::Contract, Id::generate(), day("2025-12-20"));
        paper.number = "08/25".to_owned();
        paper.city = "Санкт-Петербург".to_owned();
        paper.mode = TaxMode::OnTop;
        let product = Product::new("Программа", "шт");
        let line = PaperLine::of(paper.id, &product, 100_000);
        let mut contract = Document {
            lines: vec![line.clone(), line],
            ..Document::new(paper)
        };
        contract.tax_by_date(&TaxRate::russia());
        contract.settle().unwrap();
        contract
    }

    #[test]
    fn an_invoice_takes_all_over_from_its_contract_but_number_and_date() {
        let contract = contract();
        assert_eq!(
            (contract.paper.total, contract.paper.tax),
            (240_000, 40_000)
        );
        let on = (day("2026-01-12"), 5);
        let invoice = contract.successor(PaperKind::Invoice, on, &TaxRate::russia());
        assert_eq!(invoice.paper.basis, Some(contract.paper.id));
        assert_eq!(invoice.paper.client, contract.paper.client);
        assert_eq!(invoice.paper.city, contract.paper.city);
        assert_eq!(invoice.paper.number, "");
        assert_eq!(invoice.paper.due_on, Some(day("2026-01-17")));
        assert_eq!(invoice.lines.len(), 2);
        assert_ne!(invoice.lines[0].id, contract.lines[0].id);
        assert_eq!(invoice.lines[0].tax_rate, Some(2200), "as of its own day");
        assert_eq!((invoice.paper.total, invoice.paper.tax), (244_000, 44_000));
    }

    #[test]
    fn a_second_act_has_what_the_first_left() {
        let contract = contract();
        let on = (day("2026-01-12"), 5);
        let mut first = contract.successor(PaperKind::Act, on, &TaxRate::russia());
        first.lines[0].quantity = 400;
        first.lines.truncate(1);
        let second = contract.successor(PaperKind::Act, on, &TaxRate::russia());
        let second = second.without_delivered(&first.lines);
        let left: Vec<_> = second.lines.iter().map(|line| line.quantity).collect();
        assert_eq!(left, [600, 1000]);
        assert_eq!(second.paper.total, 195_200);
        let third = second.clone().without_delivered(&second.lines);
        assert_eq!(third.lines, []);
    }

    #[test]
    fn a_paper_without_lines_keeps_the_sum_that_was_typed() {
        let mut contract = Document::new(contract().paper);
        contract.paper.total = 777;
        contract.settle().unwrap();
        assert_eq!(contract.paper.total, 777);
    }
}
