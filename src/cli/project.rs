use std::io::Write;
use std::time::Instant;

use chrono::{Local, NaiveDate, Utc};
use clap::Subcommand;
use serde_json::json;

use super::{Speech, named};
use crate::domain::Operation;
use crate::domain::template::Order;
use crate::error::Result;
use crate::workspace::Workspace;

/// Make projects
#[derive(Debug, Subcommand)]
pub enum ProjectCommand {
    /// Make a whole project from a template, its dates on working days
    New(New),
}

impl ProjectCommand {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        match self {
            Self::New(command) => command.run(workspace, speech, out),
        }
    }
}

/// Make a whole project from a template, its dates on working days
#[derive(Debug, clap::Args)]
pub struct New {
    /// The name of the template
    #[arg(long)]
    template: String,
    /// For which client: its id, or words that find it alone
    #[arg(long)]
    client: String,
    /// What the project is called; as its template unless told
    #[arg(long)]
    title: Option<String>,
    /// Its first day: 2026-06-29, 29.06, tomorrow; today unless told
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    starts: Option<NaiveDate>,
    /// Who leads it; oneself unless told
    #[arg(long, value_name = "EMPLOYEE")]
    leader: Option<String>,
}

impl New {
    fn run(self, workspace: &mut Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let begun = Instant::now();
        let catalog = workspace.read().catalog()?;
        let template = named::template(workspace, &self.template)?;
        let me = workspace.who();
        let leader = self.leader.as_deref();
        let leader = leader.map(|said| named::employee(&catalog.employees, said));
        let order = Order {
            title: self.title.unwrap_or_else(|| template.name.clone()),
            client: Some(named::client(workspace, &self.client)?),
            leader: leader.transpose()?.unwrap_or(me),
            author: me,
            starts_on: self.starts.unwrap_or_else(|| Local::now().date_naive()),
        };
        let blueprint = workspace.read().blueprint(template.id)?;
        let tree = blueprint.project(&order, &catalog, Utc::now());
        workspace.transact(Operation::AddProject, |tx| tx.add_project(&tree))?;
        let took = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
        let project = tree.first().map_or(0, |whole| whole.task.id.raw());
        speech.answer(
            out,
            || json!({ "project": project, "tasks": tree.len(), "took_us": took }),
            |locale| {
                let told = [
                    ("title", order.title.as_str().into()),
                    ("count", tree.len().into()),
                    ("id", project.to_string().into()),
                ];
                locale.with("cli-project-made", &told)
            },
        )
    }
}
