//! The long works: a statement is looked through, and entered.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::{Local, Utc};
use iced::futures::channel::mpsc;

use super::{Action, Command, Context, Draft, Message, Statement, Wish, Work};
use crate::domain::{Client, Id, Paper, Progress};
use crate::error::{Error, Result};
use crate::exchange::statement::{Claim, Plan, Verdict};
use crate::ui::worker::watch;
use crate::workspace::Reader;

impl Statement {
    /// Looks the file through, beside everything else that goes on.
    pub(super) fn look(&self, context: &Context) -> Command<Message> {
        let path = PathBuf::from(&self.path);
        let drafted = context.worker.background(move |reader| {
            let plan = Plan::draft(reader, &path, Local::now().date_naive())?;
            Draft::of(reader, plan).map(Box::new)
        });
        Command::perform(drafted, Message::Drafted)
    }

    /// Enters what is clear.
    pub(super) fn start(&mut self, context: &Context) -> Action<Message> {
        let Some(draft) = self.draft.as_ref().filter(|_| self.work.is_none()) else {
            return Action::none();
        };
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let (plan, claims) = (draft.plan.clone(), self.claims.clone());
        let progress = Progress::default();
        let (report, reports) = mpsc::unbounded();
        self.work = Some(Work {
            progress: progress.clone(),
            done: 0,
            total: 0,
        });
        let applied = context.worker.write(move |workspace| {
            watch(&progress, report, || {
                plan.apply(workspace, &claims, Utc::now(), &progress)
            })
        });
        Action::run(Command::batch([
            Command::run(reports, Message::Reached),
            Command::perform(applied, Message::Applied),
        ]))
    }
}

impl Draft {
    /// A plan, with what the clients and invoices it names are called.
    fn of(reader: Reader<'_>, plan: Plan) -> Result<Self> {
        let claims = plan.entries.iter().flat_map(|entry| match &entry.verdict {
            Verdict::Sure(claim) => std::slice::from_ref(claim),
            Verdict::Doubtful { proposals, .. } => proposals,
            Verdict::Known | Verdict::Foreign => &[],
        });
        let claims: Vec<&Claim> = claims.collect();
        let mut clients: Vec<Id<Client>> = claims.iter().map(|claim| claim.client).collect();
        clients.sort_unstable();
        clients.dedup();
        let invoices = claims
            .iter()
            .flat_map(|claim| claim.invoices.iter().copied());
        let mut invoices: Vec<Id<Paper>> = invoices.collect();
        invoices.sort_unstable();
        invoices.dedup();
        let listings = reader.listings(&clients)?.into_iter();
        let lines = reader.paper_listings(&invoices)?.into_iter();
        let clients: HashMap<_, _> = listings
            .map(|one| (one.client.id, one.client.title()))
            .collect();
        let invoices = lines.map(|one| (one.paper.id, one.paper.number)).collect();
        Ok(Self {
            plan,
            clients,
            invoices,
        })
    }
}
