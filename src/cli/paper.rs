mod create;
mod data;
mod list;
mod make;
mod new;

use std::io::Write;

use clap::{Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::Speech;
use crate::domain::paper::{PaperKind, PaperListing};
use crate::domain::{Id, Paper};
use crate::error::Result;
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// Make and list invoices
#[derive(Debug, Subcommand)]
pub enum InvoiceCommand {
    /// Make an invoice
    New(Box<new::New>),
    /// List invoices, the newest first
    List(list::List),
}

/// List contracts
#[derive(Debug, Subcommand)]
pub enum ContractCommand {
    /// List contracts, the newest first
    List(list::List),
}

/// Make papers from others, list all, make their documents, hand out their data
#[derive(Debug, Subcommand)]
pub enum PaperCommand {
    /// Make a paper from another, without typing anything again
    Make(make::Make),
    /// List papers of all kinds, the newest first
    List(list::List),
    /// Make the document of a paper, and keep it beside those it has
    Create(create::Create),
    /// Print the data of a paper, to fill a template with
    Data(data::Data),
}

/// A kind of paper, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A commercial offer
    Offer,
    /// A contract
    Contract,
    /// An invoice
    Invoice,
    /// An act of services
    Act,
    /// A waybill of goods
    Waybill,
    /// A letter
    Letter,
}

impl From<Kind> for PaperKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Offer => Self::Offer,
            Kind::Contract => Self::Contract,
            Kind::Invoice => Self::Invoice,
            Kind::Act => Self::Act,
            Kind::Waybill => Self::Waybill,
            Kind::Letter => Self::Letter,
        }
    }
}

impl InvoiceCommand {
    /// Whether it only reads.
    pub fn is_dry(&self) -> bool {
        matches!(self, Self::List(_))
    }

    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        match self {
            Self::New(command) => command.run(workspace, speech, out),
            Self::List(command) => command.run((&*workspace, &[PaperKind::Invoice]), speech, out),
        }
    }
}

impl ContractCommand {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let Self::List(command) = self;
        command.run((workspace, &[PaperKind::Contract]), speech, out)
    }
}

impl PaperCommand {
    /// Whether it only reads.
    pub fn is_dry(&self) -> bool {
        !matches!(self, Self::Make(_) | Self::Create(_))
    }

    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        match self {
            Self::Make(command) => command.run(workspace, speech, out),
            Self::List(command) => command.run((&*workspace, &[]), speech, out),
            Self::Create(command) => command.run(workspace, speech, out),
            Self::Data(command) => command.run(workspace, speech, out),
        }
    }
}

/// Tells of a paper that was just saved.
fn told(workspace: &Workspace, paper: &Paper, speech: &Speech, out: &mut impl Write) -> Result<()> {
    let lines = workspace.read().paper_listings(&[paper.id])?;
    speech.answer(
        out,
        || json!({ "paper": lines.first().map(said) }),
        |locale| {
            lines
                .first()
                .map(|line| words(line, locale))
                .unwrap_or_default()
        },
    )
}

/// A paper as other programs read it; amounts in kopecks.
fn said(line: &PaperListing) -> Value {
    let paper = &line.paper;
    json!({
        "id": paper.id.raw(),
        "kind": paper.kind.name(),
        "number": paper.number,
        "date": paper.dated_on.to_string(),
        "client": paper.client.raw(),
        "client_name": line.client_name,
        "signatory": paper.signatory,
        "subject": paper.subject,
        "state": paper.state.name(),
        "currency": paper.currency.code(),
        "total": paper.total,
        "tax": paper.tax,
        "paid": line.paid,
        "debt": line.debt(),
        "due": paper.due_on.map(|day| day.to_string()),
        "basis": paper.basis.map(Id::raw),
        "task": paper.task.map(Id::raw),
        "versions": line.versions,
    })
}

/// A paper on one line.
fn words(line: &PaperListing, locale: &Locale) -> String {
    let paper = &line.paper;
    let mut parts = vec![
        locale.paper(paper),
        line.client_name.clone(),
        locale.money(paper.money()),
        locale.paper_state(paper.kind, paper.state),
    ];
    if line.debt() > 0 {
        let debt = crate::domain::Money::new(line.debt(), paper.currency);
        parts.push(locale.with("cli-paper-debt", &[("debt", locale.money(debt).into())]));
    }
    parts.push(paper.id.raw().to_string());
    parts.join(" · ")
}
