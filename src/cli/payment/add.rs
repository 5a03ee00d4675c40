use std::io::Write;

use chrono::{Local, NaiveDate, Utc};
use clap::ValueEnum;
use serde_json::json;

use crate::cli::{Speech, named};
use crate::domain::paper::PaperKind;
use crate::domain::sales::Method;
use crate::domain::{Client, Id, Money, Operation, Paper, Payment, decimal};
use crate::error::{Error, Named, Result};
use crate::workspace::{Sharing, Workspace};

/// Enter a payment, or a refund with a sum below zero
#[derive(Debug, clap::Args)]
pub struct Add {
    /// Whose: the id of the client, or words that find it alone
    client: String,
    /// How much: 1500,00
    #[arg(value_parser = sum, allow_hyphen_values = true)]
    sum: i64,
    /// On which day; today unless told
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    date: Option<NaiveDate>,
    /// For which invoice first: its id; for the oldest unpaid one unless told
    #[arg(long = "for", value_name = "ID")]
    invoices: Vec<i64>,
    /// How it was made
    #[arg(long, value_enum, default_value_t = By::Transfer)]
    method: By,
    /// The number of the payment order
    #[arg(long, default_value = "", hide_default_value = true)]
    number: String,
    /// What it is for
    #[arg(long, default_value = "", hide_default_value = true)]
    purpose: String,
}

/// How money changes hands
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    /// From one bank account to another
    Transfer,
    /// In notes and coins
    Cash,
    /// By a bank card
    Card,
    /// In another way
    Other,
}

impl From<By> for Method {
    fn from(by: By) -> Self {
        match by {
            By::Transfer => Self::Transfer,
            By::Cash => Self::Cash,
            By::Card => Self::Card,
            By::Other => Self::Other,
        }
    }
}

fn sum(said: &str) -> Result<i64, String> {
    let read = decimal::read_money(said).filter(|sum| *sum != 0);
    read.ok_or_else(|| said.to_owned())
}

/// An invoice of that client.
fn invoice(workspace: &Workspace, client: Id<Client>, id: i64) -> Result<Id<Paper>> {
    let unknown = || Error::NoneNamed {
        what: Named::Invoice,
        name: id.to_string(),
    };
    match workspace.read().paper(Id::from(id)) {
        Ok(paper) if (paper.kind, paper.client) == (PaperKind::Invoice, client) => Ok(paper.id),
        Ok(_) | Err(Error::Missing(_)) => Err(unknown()),
        Err(error) => Err(error),
    }
}

impl Add {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let client = named::client(workspace, &self.client)?;
        let date = self.date.unwrap_or_else(|| Local::now().date_naive());
        let payment = Payment {
            method: self.method.into(),
            number: self.number,
            purpose: self.purpose,
            ..Payment::new(client, date, self.sum)
        };
        let first = self.invoices.iter();
        let first = first.map(|id| invoice(workspace, client, *id));
        let first = first.collect::<Result<_>>()?;
        workspace.transact(Operation::AddPayment, |tx| {
            tx.save_payment(&payment, &Sharing::Usual(first), Utc::now())
        })?;
        let reader = workspace.read();
        let parts = reader.allocations_of(payment.id)?;
        let shared: i64 = parts.iter().map(|part| part.amount).sum();
        let rest = payment.amount - shared;
        speech.answer(
            out,
            || {
                let parts = parts
                    .iter()
                    .map(|part| json!({ "invoice": part.paper.raw(), "amount": part.amount }));
                json!({
                    "id": payment.id.raw(),
                    "amount": payment.amount,
                    "invoices": parts.collect::<Vec<_>>(),
                    "advance": rest,
                })
            },
            |locale| {
                let money = |minor| locale.money(Money::new(minor, payment.currency));
                let told = [
                    ("sum", money(payment.amount).into()),
                    ("shared", money(shared).into()),
                    ("rest", money(rest).into()),
                ];
                locale.with("cli-payment-added", &told)
            },
        )
    }
}
