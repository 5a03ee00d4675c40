//! Payments: entered, shared out among invoices, taken back.

use std::collections::HashMap;
use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::paper::{PaperFilter, PaperKind, PaperListing};
use crate::domain::sales::payment::share;
use crate::domain::sales::{Allocation, Payment, PaymentListing};
use crate::domain::{Client, Id, Paper};
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Record, Transaction};

/// How a payment is shared out among invoices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sharing {
    /// First for these invoices in that order, then for those that are unpaid the longest; a refund
    /// takes from those that were paid last.
    Usual(Vec<Id<Paper>>),
    /// Exactly so, in kopecks; what is left over is an advance.
    Exact(Vec<(Id<Paper>, i64)>),
}

impl Reader<'_> {
    /// A payment whose client may be seen.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none, or it may not be seen.
    pub fn payment(self, id: Id<Payment>) -> Result<Payment> {
        let found = self.ask(
            "SELECT y.* FROM payments y JOIN visible v ON v.client_id = y.client_id
              WHERE v.employee_id = $1 AND y.id = $2 AND y.deleted_by IS NULL",
            &[self.who.to_value(), id.to_value()],
        )?;
        found
            .into_iter()
            .next()
            .ok_or(Error::Missing(Payment::TABLE.name))
    }

    /// The payments of a visible client, the latest first.
    pub fn payments_of(self, client: Id<Client>) -> Result<Vec<Payment>> {
        self.ask(
            "SELECT y.* FROM payments y JOIN visible v ON v.client_id = y.client_id
              WHERE v.employee_id = $1 AND y.client_id = $2 AND y.deleted_by IS NULL
              ORDER BY y.paid_on DESC, y.id DESC",
            &[self.who.to_value(), client.to_value()],
        )
    }

    /// The payments of all visible clients from one day to another, the latest first, each with
    /// what its client is called.
    pub fn payments_between(
        self,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<Vec<(Payment, String)>> {
        let rows = self.database.query(
            "SELECT y.*, COALESCE(NULLIF(c.name, ''), NULLIF(c.full_name, ''),
                            TRIM(c.surname || ' ' || c.first_name), '') AS client_name
               FROM payments y JOIN visible v ON v.client_id = y.client_id
               JOIN clients c ON c.id = y.client_id
              WHERE v.employee_id = $1 AND y.paid_on BETWEEN $2 AND $3 AND y.deleted_by IS NULL
              ORDER BY y.paid_on DESC, y.id DESC",
            &[self.who.to_value(), from.to_value(), to.to_value()],
        )?;
        rows.iter()
            .map(|row| Ok((Payment::from_row(row)?, row.get("client_name")?)))
            .collect()
    }

    /// The payments of all visible clients from one day to another, `None` for no end, the latest
    /// first, as lists show them; of one client alone where it is told.
    pub fn payment_listings(
        self,
        client: Option<Id<Client>>,
        (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    ) -> Result<Vec<PaymentListing>> {
        let for_invoices = "FROM allocations a JOIN papers p ON p.id = a.paper_id
               WHERE a.payment_id = y.id AND v.client_id = y.client_id AND a.deleted_by IS NULL
                 AND p.deleted_by IS NULL AND p.state = 'issued'";
        let mut values = vec![self.who.to_value()];
        let mut narrowed = String::new();
        for (column, value) in [
            ("y.client_id =", client.map(|id| id.to_value())),
            ("y.paid_on >=", from.map(|day| day.to_value())),
            ("y.paid_on <=", to.map(|day| day.to_value())),
        ] {
            if let Some(value) = value {
                values.push(value);
                let _ = write!(narrowed, " AND {column} ${}", values.len());
            }
        }
        let rows = self.database.query(
            &format!(
                "SELECT y.*, COALESCE(NULLIF(c.name, ''), NULLIF(c.full_name, ''),
                                TRIM(c.surname || ' ' || c.first_name), '') AS client_name,
                        (SELECT CAST(COALESCE(SUM(a.amount), 0) AS BIGINT) {for_invoices}) AS shared,
                        (SELECT COALESCE(STRING_AGG(p.number, ', ' ORDER BY p.dated_on, p.id), '')
                           {for_invoices}) AS invoices
                   FROM payments y JOIN visible v ON v.client_id = y.client_id
                   JOIN clients c ON c.id = y.client_id
                  WHERE v.employee_id = $1 AND y.deleted_by IS NULL{narrowed}
                  ORDER BY y.paid_on DESC, y.id DESC"
            ),
            &values,
        )?;
        rows.iter()
            .map(|row| {
                Ok(PaymentListing {
                    payment: Payment::from_row(row)?,
                    client_name: row.get("client_name")?,
                    shared: row.get("shared")?,
                    invoices: row.get("invoices")?,
                })
            })
            .collect()
    }

    /// The payments that were made for a paper.
    pub fn payments_for(self, paper: Id<Paper>) -> Result<Vec<(Payment, Allocation)>> {
        let parts: Vec<Allocation> = self.ask(
            "SELECT a.* FROM allocations a JOIN payments y ON y.id = a.payment_id
               JOIN visible v ON v.client_id = y.client_id
              WHERE v.employee_id = $1 AND a.paper_id = $2 AND a.deleted_by IS NULL
                AND y.deleted_by IS NULL ORDER BY y.paid_on, a.id",
            &[self.who.to_value(), paper.to_value()],
        )?;
        parts
            .into_iter()
            .map(|part| Ok((self.payment(part.payment)?, part)))
            .collect()
    }

    /// The invoices that a payment was shared out among: parts for papers that were deleted are
    /// left out, their money is free again.
    pub fn allocations_of(self, payment: Id<Payment>) -> Result<Vec<Allocation>> {
        self.ask(
            "SELECT a.* FROM allocations a JOIN papers p ON p.id = a.paper_id
               JOIN visible v ON v.client_id = p.client_id
              WHERE v.employee_id = $1 AND a.payment_id = $2 AND a.deleted_by IS NULL
                AND p.deleted_by IS NULL ORDER BY a.id",
            &[self.who.to_value(), payment.to_value()],
        )
    }

    /// Which of these lines of statements are payments already.
    pub fn known_fingerprints(self, fingerprints: &[String]) -> Result<HashMap<String, i64>> {
        let list = serde_json::to_string(fingerprints).map_err(Error::failed("listing"))?;
        let rows = self.database.query(
            "SELECT y.fingerprint, COUNT(*) AS count FROM payments y
               JOIN visible v ON v.client_id = y.client_id
              WHERE v.employee_id = $1 AND y.deleted_by IS NULL
                AND y.fingerprint IN (SELECT j.value FROM json_each($2) j)
              GROUP BY y.fingerprint",
            &[self.who.to_value(), list.into()],
        )?;
        rows.iter()
            .map(|row| Ok((row.get("fingerprint")?, row.get("count")?)))
            .collect()
    }

    /// What the shares of a payment leave over, in kopecks.
    fn unshared(self, payment: &Payment) -> Result<i64> {
        let parts = self.allocations_of(payment.id)?;
        Ok(payment.amount - parts.iter().map(|part| part.amount).sum::<i64>())
    }
}

impl Transaction<'_> {
    /// Saves a payment or a refund, new or known, and shares it out. An invoice that is paid in
    /// full by it finishes the task that waited for that; one that is no more takes it up again.
    ///
    /// # Errors
    /// [`Error::OverAllocated`] where more is shared out than was paid; [`Error::Missing`] where
    /// its client or an invoice may not be seen.
    pub fn save_payment(
        &mut self,
        payment: &Payment,
        sharing: &Sharing,
        now: DateTime<Utc>,
    ) -> Result<Payment> {
        self.read().check_seen(payment.client)?;
        let known = match payment.version {
            0 => Vec::new(),
            _ => self.read().allocations_of(payment.id)?,
        };
        let was: Vec<_> = known.iter().map(|part| part.paper).collect();
        let mut payment = payment.clone();
        let shares = self.shares(&payment, &known, sharing)?;
        let mut touched = was;
        touched.extend(shares.iter().map(|(paper, _)| *paper));
        let before = self.read().paper_listings(&distinct(touched))?;
        payment.version = self.save(&payment)?;
        let parts: Vec<Allocation> = shares
            .into_iter()
            .map(|(paper, amount)| {
                let same = known.iter().find(|part| part.paper == paper).cloned();
                let part = same.unwrap_or_else(|| Allocation::new(payment.id, paper, amount));
                Allocation { amount, ..part }
            })
            .collect();
        self.change_rows(&known, &parts)?;
        self.follow_invoices(&before, now)?;
        Ok(payment)
    }

    fn shares(
        &self,
        payment: &Payment,
        known: &[Allocation],
        sharing: &Sharing,
    ) -> Result<Vec<(Id<Paper>, i64)>> {
        match sharing {
            Sharing::Exact(parts) => {
                let parts: Vec<_> = parts.iter().copied().filter(|part| part.1 != 0).collect();
                let sum = parts
                    .iter()
                    .try_fold(0_i64, |sum, part| sum.checked_add(part.1));
                let is_opposite = |part: &(Id<Paper>, i64)| (part.1 < 0) != payment.is_refund();
                let is_over = sum.is_none_or(|sum| sum.abs() > payment.amount.abs());
                if is_over || parts.iter().any(is_opposite) {
                    return Err(Error::OverAllocated);
                }
                for (paper, _) in &parts {
                    self.read().paper(*paper)?;
                }
                Ok(parts)
            }
            Sharing::Usual(first) => {
                let open = self.open_invoices(payment, known)?;
                let mut named: Vec<_> = Vec::new();
                for paper in first {
                    named.extend(open.iter().copied().filter(|(open, _)| open == paper));
                }
                let others = open
                    .iter()
                    .copied()
                    .filter(|(open, _)| !first.contains(open));
                named.extend(others.collect::<Vec<_>>());
                Ok(share(payment.amount, &named).0)
            }
        }
    }

    /// What the invoices of the payer take of a payment, as if it had been shared out nowhere yet;
    /// of a refund what may be taken back from them, below zero.
    fn open_invoices(
        &self,
        payment: &Payment,
        known: &[Allocation],
    ) -> Result<Vec<(Id<Paper>, i64)>> {
        let filter = PaperFilter {
            client: Some(payment.client),
            ..PaperFilter::of(PaperKind::Invoice)
        };
        let mut all = self.read().register(&filter, (0, usize::MAX))?;
        if !payment.is_refund() {
            all.reverse();
        }
        let meant = |line: &PaperListing| {
            let is_ours = payment
                .company
                .is_none_or(|company| line.paper.company.is_none_or(|known| known == company));
            is_ours && line.paper.currency == payment.currency && line.paper.state.holds()
        };
        let open = all.into_iter().filter(meant).map(|line| {
            let own = known.iter().filter(|part| part.paper == line.paper.id);
            let own: i64 = own.map(|part| part.amount).sum();
            let paid = line.paid - own;
            let takes = match payment.is_refund() {
                true => -paid.max(0),
                false => line.paper.total - paid,
            };
            (line.paper.id, takes)
        });
        Ok(open.collect())
    }

    /// Removes a payment; invoices that it had paid are unpaid again.
    ///
    /// # Errors
    /// [`Error::Missing`] where it may not be seen.
    pub fn delete_payment(&mut self, id: Id<Payment>, now: DateTime<Utc>) -> Result<()> {
        let payment = self.read().payment(id)?;
        let parts = self.read().allocations_of(id)?;
        let papers = parts.iter().map(|part| part.paper).collect();
        let before = self.read().paper_listings(&distinct(papers))?;
        self.change_rows(&parts, &[])?;
        self.delete(&payment)?;
        self.follow_invoices(&before, now)
    }

    /// Shares out what earlier payments of a client have left over, among its unpaid invoices;
    /// returns how much that was, in kopecks.
    pub fn use_advances(&mut self, client: Id<Client>, now: DateTime<Utc>) -> Result<i64> {
        let mut payments = self.read().payments_of(client)?;
        payments.reverse();
        let mut used = 0;
        for payment in payments.iter().filter(|one| !one.is_refund()) {
            let left = self.read().unshared(payment)?;
            if left <= 0 {
                continue;
            }
            let parts = self.read().allocations_of(payment.id)?;
            let mut shares: Vec<_> = parts.iter().map(|part| (part.paper, part.amount)).collect();
            let open = self.open_invoices(payment, &[])?;
            let (more, rest) = share(left, &open);
            for (paper, amount) in more {
                match shares.iter_mut().find(|(known, _)| *known == paper) {
                    Some((_, share)) => *share += amount,
                    None => shares.push((paper, amount)),
                }
            }
            used += left - rest;
            self.save_payment(payment, &Sharing::Exact(shares), now)?;
        }
        Ok(used)
    }

    /// Has the tasks of invoices follow what was paid since they were read.
    fn follow_invoices(&mut self, before: &[PaperListing], now: DateTime<Utc>) -> Result<()> {
        for line in before {
            let paid = self.read().paid_for(line.paper.id)?;
            let day = line.paper.awaited_on(line.paid);
            self.follow_paper(&line.paper, (day, paid), None, now)?;
        }
        Ok(())
    }
}

fn distinct(mut papers: Vec<Id<Paper>>) -> Vec<Id<Paper>> {
    papers.sort_unstable_by_key(|paper| paper.raw());
    papers.dedup();
    papers
}
