//! Statements of banks: read, matched with clients and their invoices, entered as payments.

mod client_bank;
mod matching;
mod table;

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::profile::named;
use crate::domain::sales::StatementLine;
use crate::domain::sales::payment::{Method, Origin};
use crate::domain::{Client, Company, Id, Operation, Paper, Payment, Progress};
use crate::error::{Error, Result};
use crate::workspace::{Outcome, Reader, Sharing, Workspace};

pub use client_bank::MAGIC;

/// The longest statement, in bytes: 64 MiB.
const LIMIT: u64 = 64 << 20;

/// What a statement says, and what became clear of it; nothing is written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its movements, in the order of the file.
    pub entries: Vec<Entry>,
    /// Lines of the file that are no movement, with their place: a day or a sum cannot be read.
    pub unreadable: Vec<u64>,
}

/// One movement, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the bank says.
    pub line: StatementLine,
    /// To which of our companies it belongs.
    pub company: Option<Id<Company>>,
    /// What tells it from every other.
    pub fingerprint: String,
    /// Whose it is.
    pub verdict: Verdict,
}

/// Whose a movement is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is for these invoices of that client.
    Sure(Claim),
    /// Somebody has to look: it is entered only once it is claimed.
    Doubtful {
        /// Why.
        why: Doubt,
        /// What it might be; empty where nothing speaks for anybody.
        proposals: Vec<Claim>,
    },
    /// It was entered before.
    Known,
    /// It concerns no client: money that left us for something else.
    Foreign,
}

/// For which invoices of which client a movement is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Whose it is.
    pub client: Id<Client>,
    /// The invoices that come first; what they leave over goes to those that are unpaid longest.
    pub invoices: Vec<Id<Paper>>,
}

named! {
    /// Why somebody has to look at a movement.
    Doubt {
        /// No client has the taxpayer number of the payer.
        UnknownPayer = "unknown-payer",
        /// Several clients have it.
        SeveralPayers = "several-payers",
        /// The purpose names no invoice of the payer.
        NoInvoice = "no-invoice",
        /// The purpose names an invoice of somebody else.
        OtherPayer = "other-payer",
        /// More was paid than the named invoices take.
        TooMuch = "too-much",
    }
}

/// What was entered of a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many payments were entered.
    pub entered: usize,
    /// How many stood in the file and were entered before.
    pub known: usize,
    /// How many wait for somebody to look at them.
    pub doubtful: usize,
    /// How many concern no client.
    pub foreign: usize,
    /// How many lines could not be read.
    pub unreadable: usize,
}

/// Reads a statement: of 1C and of client-bank programs by what it begins with, else a table.
///
/// # Errors
/// Where there is no such file, or it is neither.
pub fn read(path: &Path, today: NaiveDate) -> Result<(Vec<StatementLine>, Vec<u64>)> {
    let mut opening = [0; 64];
    let failed = Error::reading(path);
    let mut file = File::open(path).map_err(&failed)?;
    let length = file.read(&mut opening).map_err(&failed)?;
    if !client_bank::is_one(&opening[..length]) {
        return table::read(path, today);
    }
    let size = file.metadata().map_err(&failed)?.len();
    if size > LIMIT {
        return Err(Error::TooLarge(size));
    }
    let mut bytes = opening[..length].to_vec();
    file.read_to_end(&mut bytes).map_err(&failed)?;
    Ok(client_bank::lines(&client_bank::text(&bytes), today))
}

impl Plan {
    /// Reads a statement and finds out whose its movements are.
    ///
    /// # Errors
    /// As for [`read`].
    pub fn draft(reader: Reader<'_>, path: &Path, today: NaiveDate) -> Result<Self> {
        let (lines, unreadable) = read(path, today)?;
        Self::of(reader, lines, unreadable)
    }

    /// Finds out whose these movements are.
    pub fn of(reader: Reader<'_>, lines: Vec<StatementLine>, unreadable: Vec<u64>) -> Result<Self> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let fingerprints: Vec<String> = lines
            .iter()
            .map(|line| {
                let nth = seen.entry(line.fingerprint(0)).or_default();
                *nth += 1;
                line.fingerprint(*nth - 1)
            })
            .collect();
        let known = reader.known_fingerprints(&fingerprints)?;
        let mut matching = matching::Matching::new(reader)?;
        let mut entries = Vec::with_capacity(lines.len());
        for (line, fingerprint) in lines.into_iter().zip(fingerprints) {
            let verdict = match known.contains_key(&fingerprint) {
                true => Verdict::Known,
                false => matching.verdict(&line)?,
            };
            entries.push(Entry {
                company: matching.company(&line),
                line,
                fingerprint,
                verdict,
            });
        }
        Ok(Self {
            entries,
            unreadable,
        })
    }

    /// Enters what is sure, and of the doubtful what was claimed, by place among the entries; all
    /// of it is one operation. What was entered meanwhile by somebody else is left out.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; then nothing is entered.
    pub fn apply(
        &self,
        workspace: &mut Workspace,
        claims: &HashMap<usize, Claim>,
        now: DateTime<Utc>,
        progress: &Progress,
    ) -> Result<Outcome<Summary>> {
        progress.expect(u64::try_from(self.entries.len()).unwrap_or(u64::MAX));
        workspace.transact(Operation::ImportPayments, |tx| {
            tx.heed(progress);
            let all: Vec<_> = self
                .entries
                .iter()
                .map(|one| one.fingerprint.clone())
                .collect();
            let known = tx.read().known_fingerprints(&all)?;
            let mut summary = Summary {
                unreadable: self.unreadable.len(),
                ..Summary::default()
            };
            for (at, entry) in self.entries.iter().enumerate() {
                progress.check()?;
                progress.reach(u64::try_from(at + 1).unwrap_or(u64::MAX));
                if known.contains_key(&entry.fingerprint) {
                    summary.known += 1;
                    continue;
                }
                let claim = match (&entry.verdict, claims.get(&at)) {
                    (_, Some(claim)) | (Verdict::Sure(claim), None) => claim,
                    (Verdict::Doubtful { .. }, None) => {
                        summary.doubtful += 1;
                        continue;
                    }
                    (Verdict::Known, None) => {
                        summary.known += 1;
                        continue;
                    }
                    (Verdict::Foreign, None) => {
                        summary.foreign += 1;
                        continue;
                    }
                };
                let sharing = Sharing::Usual(claim.invoices.clone());
                tx.save_payment(&entry.payment(claim.client), &sharing, now)?;
                summary.entered += 1;
            }
            Ok(summary)
        })
    }
}

impl Entry {
    fn payment(&self, client: Id<Client>) -> Payment {
        Payment {
            company: self.company,
            currency: self.line.currency,
            method: Method::Transfer,
            number: self.line.number.clone(),
            purpose: self.line.purpose.clone(),
            origin: Origin::Statement,
            fingerprint: self.fingerprint.clone(),
            ..Payment::new(client, self.line.paid_on, self.line.amount)
        }
    }
}
