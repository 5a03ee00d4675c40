//! What is done with papers: saved, thrown away, brought back.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::paper::{
    Document, PAYMENT_CONTROLLER, PAYMENT_DAYS, PaperKind, PaperState, USUAL_PAYMENT_DAYS, Wording,
};
use crate::domain::{Id, Operation, Paper};
use crate::error::{Error, Result};
use crate::store::{Column, Reader, Record, Transaction};

/// A paper in the bin: what it is, for whom, and when and by what it was thrown away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscardedPaper {
    /// The paper.
    pub paper: Paper,
    /// What its client is called.
    pub client_name: String,
    /// What threw it away.
    pub operation: Operation,
    /// When.
    pub deleted_at: DateTime<Utc>,
}

impl Reader<'_> {
    /// The papers that were thrown away and whose clients may be seen, the latest first. What an
    /// undo took away is not there: a redo brings it back.
    pub fn papers_in_bin(self, limit: usize) -> Result<Vec<DiscardedPaper>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = self.database.query(
            "SELECT p.*, o.name AS operation, o.done_at,
                    COALESCE(NULLIF(c.name, ''), NULLIF(c.full_name, ''),
                        TRIM(c.surname || ' ' || c.first_name), '') AS client_name
               FROM papers p JOIN visible v ON v.client_id = p.client_id
               JOIN clients c ON c.id = p.client_id
               JOIN operations o ON o.id = p.deleted_by AND o.name <> 'erase-person'
              WHERE v.employee_id = $1 AND o.kind <> 'undo'
              ORDER BY p.deleted_by DESC, p.id DESC LIMIT $2",
            &[self.who.to_value(), limit.into()],
        )?;
        rows.iter()
            .map(|row| {
                Ok(DiscardedPaper {
                    paper: Paper::from_row(row)?,
                    client_name: row.get("client_name")?,
                    operation: row.get("operation")?,
                    deleted_at: row.get("done_at")?,
                })
            })
            .collect()
    }

    /// In how many days an invoice is to be paid.
    pub fn payment_days(self) -> Result<u64> {
        let said = self.policy(PAYMENT_DAYS)?;
        let days = said.and_then(|policy| policy.value.trim().parse().ok());
        Ok(days.unwrap_or(USUAL_PAYMENT_DAYS))
    }

    /// What was paid for a paper, in kopecks.
    pub fn paid_for(self, paper: Id<Paper>) -> Result<i64> {
        let found = self.paper_listings(&[paper])?;
        Ok(found.first().map_or(0, |line| line.paid))
    }
}

impl Transaction<'_> {
    /// Saves a paper that was read as `base` and edited into `mine`; a `base` that was never saved
    /// makes a new one, which gets the next number of its series unless one was typed. With it go
    /// its tasks: one that waits for the payment of an invoice or reminds of renewing a contract,
    /// and one for each obligation with a date.
    ///
    /// # Errors
    /// [`Error::NumberTaken`]; [`Error::BadMask`]; [`Error::SumTooLarge`]; [`Error::Missing`] where
    /// its client may not be seen; [`Error::Conflict`] where somebody has saved one of the rows
    /// since `base` was read.
    pub fn save_document(
        &mut self,
        base: &Document,
        mine: &Document,
        words: &dyn Wording,
        now: DateTime<Utc>,
    ) -> Result<Paper> {
        let is_new = base.paper.version == 0;
        let mut mine = mine.clone();
        self.read().check_seen(mine.paper.client)?;
        if !is_new {
            self.read().paper(mine.paper.id)?;
        }
        mine.settle().ok_or(Error::SumTooLarge)?;
        self.settle_due(&mut mine.paper)?;
        self.number(&base.paper, &mut mine.paper)?;
        let paid = self.read().paid_for(mine.paper.id)?;
        let before = (!is_new).then(|| base.paper.awaited_on(paid)).flatten();
        let words = Some(words);
        mine.paper.version = self.save(&mine.paper)?;
        self.hand_over(&base.paper, &mine.paper)?;
        mine.paper.task = self.follow_paper(&mine.paper, (before, paid), words, now)?;
        self.follow_obligations(base, &mut mine, words, now)?;
        mine.paper.version = self.save(&mine.paper)?;
        let is_known = !is_new;
        let lines = is_known.then_some(&*base.lines);
        self.change_rows(lines.unwrap_or_default(), &mine.lines)?;
        let obligations = is_known.then_some(&*base.obligations);
        self.change_rows(obligations.unwrap_or_default(), &mine.obligations)?;
        Ok(mine.paper)
    }

    /// An invoice of which nobody has said until when it is to be paid, and who controls that,
    /// has what is usual in the office.
    fn settle_due(&self, paper: &mut Paper) -> Result<()> {
        if paper.kind != PaperKind::Invoice {
            return Ok(());
        }
        if paper.due_on.is_none() {
            let days = Days::new(self.read().payment_days()?);
            paper.due_on = paper.dated_on.checked_add_days(days);
        }
        if paper.controller.is_none() {
            let said = self.read().policy(PAYMENT_CONTROLLER)?;
            let id: Option<i64> = said.and_then(|policy| policy.value.trim().parse().ok());
            let known = self.read().employees()?;
            let who = id
                .map(Id::from)
                .filter(|id| known.iter().any(|one| one.id == *id));
            paper.controller = who;
        }
        Ok(())
    }

    fn follow_obligations(
        &mut self,
        base: &Document,
        mine: &mut Document,
        words: Option<&dyn Wording>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let day_before = |id| -> Option<NaiveDate> {
            let mut known = base.obligations.iter();
            let before = known.find(|one| one.id == id && base.paper.version > 0)?;
            before.due_on.filter(|_| base.paper.state.is_alive())
        };
        let kept: Vec<_> = mine.obligations.iter().map(|one| one.id).collect();
        for obligation in &mut mine.obligations {
            let before = day_before(obligation.id);
            let both = (&mine.paper, &*obligation);
            obligation.task = self.follow_obligation(both, before, words, now)?;
        }
        let gone = base
            .obligations
            .iter()
            .filter(|one| !kept.contains(&one.id));
        for one in gone.filter(|one| one.task.is_some()) {
            let mut dropped = one.clone();
            dropped.due_on = None;
            self.follow_obligation((&mine.paper, &dropped), one.due_on, None, now)?;
        }
        Ok(())
    }

    /// Throws a paper away, with the tasks that wait for something of it. Its number stays given.
    ///
    /// # Errors
    /// [`Error::Missing`] where it may not be seen.
    pub fn delete_paper(&mut self, id: Id<Paper>, now: DateTime<Utc>) -> Result<()> {
        let document = self.read().document(id)?;
        let paid = self.read().paid_for(id)?;
        let mut gone = document.clone();
        gone.paper.state = PaperState::Cancelled;
        let before = document.paper.awaited_on(paid);
        self.follow_paper(&gone.paper, (before, paid), None, now)?;
        for one in &gone.obligations {
            self.follow_obligation((&gone.paper, one), one.due_on, None, now)?;
        }
        self.delete(&document.paper)
    }

    /// Brings a paper back that was thrown away, with its number and its tasks.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none, or its client may not be seen;
    /// [`Error::Erased`] where it stood on the card of somebody who was erased.
    pub fn restore_paper(&mut self, id: Id<Paper>, now: DateTime<Utc>) -> Result<Paper> {
        let found = self.read().database.query(
            "SELECT p.id FROM papers p JOIN visible v ON v.client_id = p.client_id
              WHERE v.employee_id = $1 AND p.id = $2 AND p.deleted_by IS NOT NULL",
            &[self.read().who.to_value(), id.to_value()],
        )?;
        if found.is_empty() {
            return Err(Error::Missing(Paper::TABLE.name));
        }
        self.restore(Paper::TABLE, id.raw())?;
        let document = self.read().document(id)?;
        let paid = self.read().paid_for(id)?;
        self.follow_paper(&document.paper, (None, paid), None, now)?;
        for one in &document.obligations {
            self.follow_obligation((&document.paper, one), None, None, now)?;
        }
        self.read().paper(id)
    }
}
