use std::io::Write;

use chrono::{Days, Local, NaiveDate, Utc};
use serde_json::{Value, json};

use super::{said, title, when};
use crate::cli::{Speech, named};
use crate::domain::task::{State, Tree, midnight};
use crate::domain::{Catalog, Employee, Id, Task};
use crate::error::Result;
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// How many days are listed from the first on, unless told otherwise.
const DAYS: u64 = 14;

/// List tasks: one's own of the days to come with those overdue, or those of a client
#[derive(Debug, clap::Args)]
pub struct List {
    /// Those of a client, as a tree: its id, or words that find it alone
    #[arg(long, conflicts_with_all = ["employee", "from", "to"])]
    client: Option<String>,
    /// Whose; one's own unless told
    #[arg(long)]
    employee: Option<String>,
    /// From which day on; today unless told
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    from: Option<NaiveDate>,
    /// Up to which day; two weeks unless told
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    to: Option<NaiveDate>,
    /// Those that are finished too
    #[arg(long)]
    all: bool,
}

/// A task with how deep it stands, and what its client is called.
struct Line {
    depth: usize,
    task: Task,
    client: String,
}

impl List {
    pub fn run(self, workspace: &Workspace, speech: &Speech, out: &mut impl Write) -> Result<()> {
        let catalog = workspace.read().catalog()?;
        let mut lines = match &self.client {
            Some(said) => tree(workspace, said)?,
            None => self.planned(workspace, &catalog)?,
        };
        lines.retain(|line| self.all || line.task.state == State::Open);
        speech.answer(
            out,
            || {
                let tasks: Vec<Value> = lines.iter().map(|line| line.json(&catalog)).collect();
                json!({ "tasks": tasks })
            },
            |locale| {
                let said: Vec<_> = lines
                    .iter()
                    .map(|line| line.words(&catalog, locale))
                    .collect();
                match said.is_empty() {
                    true => locale.text("cli-task-none"),
                    false => said.join("\n"),
                }
            },
        )
    }

    /// What is overdue, then what stands in the calendar.
    fn planned(&self, workspace: &Workspace, catalog: &Catalog) -> Result<Vec<Line>> {
        let who: Id<Employee> = match &self.employee {
            Some(said) => named::employee(&catalog.employees, said)?,
            None => workspace.who(),
        };
        let today = Local::now().date_naive();
        let first = self.from.unwrap_or(today);
        let last = self.to.unwrap_or(first + Days::new(DAYS - 1));
        let next = last.succ_opt().unwrap_or(last);
        let reader = workspace.read();
        let mut found = Vec::new();
        if self.from.is_none() {
            found = reader.overdue(&[who], Utc::now())?;
        }
        for one in reader.appointments(&[who], (midnight(first), midnight(next)))? {
            if found.iter().all(|known| known.task.id != one.task.id) {
                found.push(one);
            }
        }
        let lines = found.into_iter().map(|one| Line {
            depth: 0,
            task: one.task,
            client: one.client,
        });
        Ok(lines.collect())
    }
}

fn tree(workspace: &Workspace, said: &str) -> Result<Vec<Line>> {
    let client = named::client(workspace, said)?;
    let tree = Tree::new(workspace.read().tasks_of(client)?);
    let rows = tree.rows(|_| true).into_iter();
    let lines = rows.map(|(depth, task)| Line {
        depth,
        task: task.clone(),
        client: String::new(),
    });
    Ok(lines.collect())
}

impl Line {
    fn json(&self, catalog: &Catalog) -> Value {
        let mut said = said(&self.task, catalog);
        said["depth"] = self.depth.into();
        said
    }

    fn words(&self, catalog: &Catalog, locale: &Locale) -> String {
        let when = when(self.task.start().or_else(|| self.task.due()), locale);
        let title = title(&self.task, catalog);
        let id = self.task.id.raw().to_string();
        let said = [&*when, &*title, &*self.client, &*id];
        let said: Vec<_> = said.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}{}", "  ".repeat(self.depth), said.join(" · "))
    }
}
