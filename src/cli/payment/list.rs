use std::io::Write;

use chrono::{Local, NaiveDate};
use serde_json::{Value, json};

use crate::cli::{Speech, named};
use crate::domain::Money;
use crate::error::Result;
use crate::workspace::Workspace;

/// List payments, or what each client owes
#[derive(Debug, clap::Args)]
pub struct List {
    /// Of a client: its id, or words that find it alone
    #[arg(long)]
    client: Option<String>,
    /// Made this day or later
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    from: Option<NaiveDate>,
    /// Made this day or earlier
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    to: Option<NaiveDate>,
    /// What each client owes instead
    #[arg(long, conflicts_with_all = ["from", "to"])]
    balance: bool,
}

impl List {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        match self.balance {
            true => self.balances(workspace, speech, out),
            false => self.payments(workspace, speech, out),
        }
    }

    fn payments(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let reader = workspace.read();
        let client = self.client.as_deref();
        let client = client
            .map(|said| named::client(workspace, said))
            .transpose()?;
        let from = self.from.unwrap_or_default();
        let to = self.to.unwrap_or(named::LAST_DAY);
        let mut found = reader.payments_between((from, to))?;
        found.retain(|(payment, _)| client.is_none_or(|client| payment.client == client));
        speech.answer(
            out,
            || {
                let payments = found.iter().map(|(payment, client)| {
                    json!({
                        "id": payment.id.raw(),
                        "date": payment.paid_on.to_string(),
                        "client": payment.client.raw(),
                        "client_name": client,
                        "amount": payment.amount,
                        "currency": payment.currency.code(),
                        "method": payment.method.name(),
                        "number": payment.number,
                        "purpose": payment.purpose,
                    })
                });
                json!({ "payments": payments.collect::<Vec<Value>>() })
            },
            |locale| {
                let lines = found.iter().map(|(payment, client)| {
                    let parts = [
                        locale.date(payment.paid_on),
                        locale.money(payment.money()),
                        client.clone(),
                        locale.payment_method(payment.method),
                        payment.purpose.clone(),
                    ];
                    let parts = parts.into_iter().filter(|part| !part.is_empty());
                    parts.collect::<Vec<_>>().join(" · ")
                });
                match found.is_empty() {
                    true => locale.text("cli-payment-none"),
                    false => lines.collect::<Vec<_>>().join("\n"),
                }
            },
        )
    }

    fn balances(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let reader = workspace.read();
        let today = Local::now().date_naive();
        let mut all = reader.settlements(today)?;
        if let Some(said) = &self.client {
            let client = named::client(workspace, said)?;
            all.retain(|known, _| *known == client);
        }
        let ids: Vec<_> = all.keys().copied().collect();
        let mut lines = Vec::new();
        for listing in reader.listings(&ids)? {
            let settled = all.remove(&listing.client.id).unwrap_or_default();
            lines.extend(settled.into_iter().map(|one| (listing.client.title(), one)));
        }
        lines.sort_by(|a, b| (b.1.debt, &a.0).cmp(&(a.1.debt, &b.0)));
        speech.answer(
            out,
            || {
                let balances = lines.iter().map(|(client, one)| {
                    json!({
                        "client_name": client,
                        "currency": one.currency.code(),
                        "invoiced": one.invoiced,
                        "shipped": one.shipped,
                        "received": one.received,
                        "debt": one.debt,
                        "overdue": one.overdue,
                        "advance": one.advance,
                        "balance": one.balance(),
                    })
                });
                json!({ "balances": balances.collect::<Vec<Value>>() })
            },
            |locale| {
                let said = lines.iter().map(|(client, one)| {
                    let money = |minor| locale.money(Money::new(minor, one.currency));
                    let told = [
                        ("client", client.as_str().into()),
                        ("debt", money(one.debt).into()),
                        ("overdue", money(one.overdue).into()),
                        ("advance", money(one.advance).into()),
                    ];
                    locale.with("cli-payment-balance", &told)
                });
                match lines.is_empty() {
                    true => locale.text("cli-payment-none"),
                    false => said.collect::<Vec<_>>().join("\n"),
                }
            },
        )
    }
}
