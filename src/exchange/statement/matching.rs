//! Whose a movement is: by the taxpayer number of the payer and the number of the invoice.

use std::collections::HashMap;

use super::{Claim, Doubt, Verdict};
use crate::domain::paper::{PaperFilter, PaperKind, PaperListing};
use crate::domain::requisites::compact;
use crate::domain::sales::StatementLine;
use crate::domain::sales::statement::names_number;
use crate::domain::{Client, Company, Id};
use crate::error::Result;
use crate::workspace::Reader;

/// What is known while a statement is gone through.
pub struct Matching<'a> {
    reader: Reader<'a>,
    companies: Vec<Company>,
    /// All invoices for which money is awaited, the oldest first.
    unpaid: Vec<PaperListing>,
    clients: HashMap<String, Vec<Id<Client>>>,
}

impl<'a> Matching<'a> {
    pub fn new(reader: Reader<'a>) -> Result<Self> {
        Ok(Self {
            reader,
            companies: reader.companies()?,
            unpaid: reader.unpaid_invoices(None)?,
            clients: HashMap::new(),
        })
    }

    /// To which of our companies a movement belongs.
    pub fn company(&self, line: &StatementLine) -> Option<Id<Company>> {
        let same = |known: &str, said: &str| !said.is_empty() && compact(known) == compact(said);
        let mut all = self.companies.iter();
        let by_account = all.find(|one| same(&one.account, &line.own_account));
        let by_inn = || {
            let mut all = self.companies.iter();
            all.find(|one| same(&one.inn, &line.own_inn))
        };
        by_account.or_else(by_inn).map(|one| one.id)
    }

    pub fn verdict(&mut self, line: &StatementLine) -> Result<Verdict> {
        let payers = self.payers(line)?;
        if line.amount < 0 {
            return self.refund(line, &payers);
        }
        let named: Vec<&PaperListing> = self
            .unpaid
            .iter()
            .filter(|known| known.paper.currency == line.currency)
            .filter(|known| names_number(&line.purpose, &known.paper.number))
            .collect();
        let own: Vec<_> = named
            .iter()
            .filter(|known| payers.contains(&known.paper.client))
            .collect();
        let mut owners: Vec<_> = own.iter().map(|known| known.paper.client).collect();
        owners.dedup();
        if let [client] = *owners {
            let due: i64 = own.iter().map(|known| known.debt()).sum();
            let claim = Claim {
                client,
                invoices: own.iter().map(|known| known.paper.id).collect(),
            };
            return Ok(match line.amount <= due {
                true => Verdict::Sure(claim),
                false => doubtful(Doubt::TooMuch, vec![claim]),
            });
        }
        let mut proposals: Vec<Claim> = Vec::new();
        for known in &named {
            let claim = Claim {
                client: known.paper.client,
                invoices: vec![known.paper.id],
            };
            proposals.push(claim);
        }
        let by_sum = self.of_that_sum(line, &payers);
        proposals.extend(
            by_sum
                .into_iter()
                .filter(|claim| named.is_empty() || payers.contains(&claim.client)),
        );
        let plain = payers.iter().map(|client| Claim {
            client: *client,
            invoices: Vec::new(),
        });
        proposals.extend(plain);
        let why = match (payers.len(), named.is_empty()) {
            (0, _) => Doubt::UnknownPayer,
            (1, true) => Doubt::NoInvoice,
            (1, false) => Doubt::OtherPayer,
            _ => Doubt::SeveralPayers,
        };
        Ok(doubtful(why, proposals))
    }

    /// Unpaid invoices of the payers that take exactly that much; where nobody knows the payer, of
    /// anybody.
    fn of_that_sum(&self, line: &StatementLine, payers: &[Id<Client>]) -> Vec<Claim> {
        let fits = |known: &&PaperListing| {
            known.paper.currency == line.currency
                && known.debt() == line.amount
                && (payers.is_empty() || payers.contains(&known.paper.client))
        };
        let fitting = self.unpaid.iter().filter(fits);
        let claims = fitting.map(|known| Claim {
            client: known.paper.client,
            invoices: vec![known.paper.id],
        });
        claims.collect()
    }

    /// Money that left us concerns a client only where it was given back.
    fn refund(&self, line: &StatementLine, payees: &[Id<Client>]) -> Result<Verdict> {
        if !line.is_return() {
            return Ok(Verdict::Foreign);
        }
        let [client] = *payees else {
            let why = match payees.is_empty() {
                true => Doubt::UnknownPayer,
                false => Doubt::SeveralPayers,
            };
            let plain = payees.iter().map(|client| Claim {
                client: *client,
                invoices: Vec::new(),
            });
            return Ok(doubtful(why, plain.collect()));
        };
        let filter = PaperFilter {
            client: Some(client),
            ..PaperFilter::of(PaperKind::Invoice)
        };
        let all = self.reader.register(&filter, (0, usize::MAX))?;
        let named = all
            .iter()
            .filter(|known| names_number(&line.purpose, &known.paper.number));
        Ok(Verdict::Sure(Claim {
            client,
            invoices: named.map(|known| known.paper.id).collect(),
        }))
    }

    /// The clients with the taxpayer number of the other side; of branches that with its code.
    fn payers(&mut self, line: &StatementLine) -> Result<Vec<Id<Client>>> {
        let inn = compact(&line.inn);
        if inn.is_empty() {
            return Ok(Vec::new());
        }
        let key = format!("{inn}/{}", compact(&line.kpp));
        if let Some(known) = self.clients.get(&key) {
            return Ok(known.clone());
        }
        let mut found = self.reader.clients_with_inn(&inn)?;
        if found.len() > 1 && !line.kpp.is_empty() {
            let cards = self.reader.cards(&found)?;
            let branch = cards
                .iter()
                .filter(|card| compact(&card.client.kpp) == compact(&line.kpp));
            let branch: Vec<_> = branch.map(|card| card.client.id).collect();
            if !branch.is_empty() {
                found = branch;
            }
        }
        self.clients.insert(key, found.clone());
        Ok(found)
    }
}

fn doubtful(why: Doubt, mut proposals: Vec<Claim>) -> Verdict {
    let mut known: Vec<Claim> = Vec::new();
    proposals.retain(|claim| {
        let is_new = !known.contains(claim);
        known.push(claim.clone());
        is_new
    });
    Verdict::Doubtful { why, proposals }
}
