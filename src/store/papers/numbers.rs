//! Numbers of papers: each is given once, whatever is deleted or taken back.

use chrono::NaiveDate;

use crate::domain::paper::{ContractKind, NumberMask};
use crate::domain::{Id, Paper};
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Record, Transaction};

/// How a paper is numbered.
struct Series {
    name: String,
    mask: NumberMask,
}

impl Reader<'_> {
    /// The number that a paper would get if it were saved now; somebody faster may take it.
    ///
    /// # Errors
    /// [`Error::BadMask`] where the office has given its kind a mask that makes no numbers.
    pub fn next_number(self, paper: &Paper) -> Result<String> {
        self.next_of(&self.number_series(paper)?, paper)
    }

    /// The number that a paper would get if its kind, or its kind of contract where it has one, were
    /// numbered by that mask.
    pub fn next_number_by(self, paper: &Paper, mask: NumberMask) -> Result<String> {
        let name = series_name(paper, paper.contract_kind);
        self.next_of(&Series { name, mask }, paper)
    }

    fn next_of(self, series: &Series, paper: &Paper) -> Result<String> {
        let period = series.mask.period(paper.dated_on);
        let rows = self.database.query(
            "SELECT n.last FROM counters n WHERE n.series = $1 AND n.period = $2",
            &[series.name.as_str().into(), period.into()],
        )?;
        let last: i64 = rows.first().map_or(Ok(0), |row| row.get("last"))?;
        let mut counts = last + 1..;
        loop {
            let number = counts
                .next()
                .map(|count| series.mask.number(count, paper.dated_on));
            let number = number.ok_or(Error::Missing("counters"))?;
            if !self.is_number_taken(paper, &number)? {
                return Ok(number);
            }
        }
    }

    /// The series of a paper: that of its kind of contract where this has a mask of its own, else
    /// that of its kind.
    fn number_series(self, paper: &Paper) -> Result<Series> {
        let kinds: Vec<ContractKind> = match paper.contract_kind {
            Some(kind) => self.ask(
                "SELECT k.* FROM contract_kinds k WHERE k.id = $1",
                &[kind.to_value()],
            )?,
            None => Vec::new(),
        };
        let own = kinds.first().filter(|kind| !kind.mask.trim().is_empty());
        let mask = match own {
            Some(kind) => Some(kind.mask.clone()),
            None => {
                let policy = self.policy(paper.kind.mask_policy())?;
                policy.map(|policy| policy.value)
            }
        };
        let name = series_name(paper, own.map(|kind| kind.id));
        let mask = match mask {
            Some(mask) => NumberMask::read(mask.trim())?,
            None => NumberMask::usual(),
        };
        Ok(Series { name, mask })
    }

    /// Whether another paper of the kind has, or had before it was deleted, that number.
    fn is_number_taken(self, paper: &Paper, number: &str) -> Result<bool> {
        let found = self.database.query(
            "SELECT 1 FROM papers WHERE kind = $1 AND number = $2 AND id <> $3 LIMIT 1",
            &[paper.kind.to_value(), number.into(), paper.id.to_value()],
        )?;
        Ok(!found.is_empty())
    }
}

/// What the series of a paper is called where that kind of contract has a mask of its own.
fn series_name(paper: &Paper, own: Option<Id<ContractKind>>) -> String {
    match own {
        Some(kind) => format!("{}#{}", paper.kind.name(), kind.raw()),
        None => paper.kind.name().to_owned(),
    }
}

impl Transaction<'_> {
    /// Gives a paper without a number the next one of its series, and refuses one that was typed
    /// and is another's. The counter is no part of what an undo takes back.
    pub(super) fn number(&mut self, base: &Paper, paper: &mut Paper) -> Result<()> {
        paper.number = paper.number.trim().to_owned();
        if !paper.number.is_empty() {
            let is_kept = base.version > 0 && base.number == paper.number;
            return match !is_kept && self.read().is_number_taken(paper, &paper.number)? {
                true => Err(Error::NumberTaken(paper.number.clone())),
                false => Ok(()),
            };
        }
        let series = self.read().number_series(paper)?;
        loop {
            let count = self.count_up(&series, paper.dated_on)?;
            let number = series.mask.number(count, paper.dated_on);
            if !self.read().is_number_taken(paper, &number)? {
                paper.number = number;
                return Ok(());
            }
        }
    }

    fn count_up(&self, series: &Series, day: NaiveDate) -> Result<i64> {
        let rows = self.read().database.query(
            "INSERT INTO counters (series, period, last) VALUES ($1, $2, 1)
                 ON CONFLICT (series, period) DO UPDATE SET last = counters.last + 1
             RETURNING last",
            &[series.name.as_str().into(), series.mask.period(day).into()],
        )?;
        let row = rows.first().ok_or(Error::Missing(Paper::TABLE.name))?;
        row.get("last")
    }
}
