//! What a client has of us: offered, ordered, delivered, supported.

use chrono::NaiveDate;

use crate::domain::paper::{ContractKind, Document, PaperKind, PaperState};
use crate::domain::sales::{Good, Progress};
use crate::domain::{Client, Id, Paper};
use crate::error::Result;
use crate::store::Reader;

impl Reader<'_> {
    /// What a visible client has of us, line by line, each with the paper that says so.
    ///
    /// An offer counts until something was made of it; an invoice and a signed contract count with
    /// what of them is not delivered; a contract of which invoices were made counts by these.
    pub fn goods_of(self, client: Id<Client>, today: NaiveDate) -> Result<Vec<Good>> {
        let papers = self.papers_of(client)?;
        let kinds = self.contract_kinds()?;
        let mut goods = Vec::new();
        for paper in &papers {
            let Some(progress) = progress(paper, &papers, (&kinds, today)) else {
                continue;
            };
            let mut document = self.document(paper.id)?;
            if progress == Progress::Ordered {
                let is_plain = document.lines.is_empty();
                document = document.without_delivered(&self.delivered_from(paper.id)?);
                let is_delivered = is_plain && delivered(paper, &papers) >= paper.total;
                if is_delivered || !is_plain && document.lines.is_empty() {
                    continue;
                }
            }
            goods.extend(lines(progress, &document));
        }
        goods.sort_by_key(|good| good.progress);
        Ok(goods)
    }
}

/// What a paper of a client tells; `None` for nothing.
fn progress(
    paper: &Paper,
    all: &[Paper],
    (kinds, today): (&[ContractKind], NaiveDate),
) -> Option<Progress> {
    let has = |wanted: fn(PaperKind) -> bool| {
        let made = all.iter().filter(|one| one.basis == Some(paper.id));
        made.filter(|one| one.state != PaperState::Cancelled)
            .any(|one| wanted(one.kind))
    };
    match paper.kind {
        PaperKind::Offer => {
            let is_open = matches!(paper.state, PaperState::Draft | PaperState::Issued);
            let is_used = has(|kind| kind != PaperKind::Letter);
            (is_open && !is_used).then_some(Progress::InSale)
        }
        PaperKind::Contract => {
            let kind = kinds
                .iter()
                .find(|kind| Some(kind.id) == paper.contract_kind);
            let is_support = kind.is_some_and(|kind| kind.is_support);
            let is_over = paper.due_on.is_some_and(|end| end < today);
            match paper.state {
                PaperState::Issued | PaperState::Accepted if is_support && !is_over => {
                    Some(Progress::Supported)
                }
                PaperState::Accepted if !is_support && !has(|kind| kind == PaperKind::Invoice) => {
                    Some(Progress::Ordered)
                }
                _ => None,
            }
        }
        PaperKind::Invoice if paper.state.holds() => {
            // An invoice made after the delivery orders nothing.
            let mut all = all.iter();
            let is_late = all.any(|one| Some(one.id) == paper.basis && one.kind.is_shipment());
            (!is_late).then_some(Progress::Ordered)
        }
        PaperKind::Act | PaperKind::Waybill if paper.state.holds() => Some(Progress::Delivered),
        _ => None,
    }
}

/// What acts and waybills made from a paper come to.
fn delivered(paper: &Paper, all: &[Paper]) -> i64 {
    let made = all.iter().filter(|one| one.basis == Some(paper.id));
    let shipped = made.filter(|one| one.kind.is_shipment() && one.state.holds());
    shipped.map(|one| one.total).sum()
}

fn lines(progress: Progress, document: &Document) -> Vec<Good> {
    let paper = &document.paper;
    let whole = Good {
        progress,
        paper: paper.id,
        product: None,
        name: paper.subject.clone(),
        quantity: 1000,
        unit: String::new(),
        amount: paper.total,
        currency: paper.currency,
    };
    let totals = document.totals().unwrap_or_default();
    if document.lines.is_empty() {
        return vec![whole];
    }
    let lines = document.lines.iter().zip(&totals.lines);
    let goods = lines.map(|(line, amounts)| Good {
        product: line.product,
        name: line.name.clone(),
        quantity: line.quantity,
        unit: line.unit.clone(),
        amount: amounts.gross,
        ..whole.clone()
    });
    goods.collect()
}
