use std::io::Write;

use chrono::{Local, NaiveDate};
use clap::ValueEnum;
use serde_json::json;

use super::{said, title, when};
use crate::cli::{Speech, named};
use crate::domain::task::recurrence::Rule;
use crate::domain::task::{Degree, Participant, Priority, Rank, When, at_minute};
use crate::domain::{Assignment, Catalog, Employee, Id, Operation, Task};
use crate::error::Result;
use crate::workspace::Workspace;

/// Add a task
#[derive(Debug, clap::Args)]
pub struct Add {
    /// What is to be done; the name of the kind where nothing is said
    #[arg(required_unless_present = "kind")]
    title: Option<String>,
    /// Which kind of operation
    #[arg(long)]
    kind: Option<String>,
    /// For which client: its id, or words that find it alone
    #[arg(long)]
    client: Option<String>,
    /// On which day: 2026-06-29, 29.06, today, tomorrow
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    on: Option<NaiveDate>,
    /// At what time of that day, or of today: 10:30
    #[arg(long, value_name = "HH:MM", value_parser = named::minute)]
    at: Option<i64>,
    /// Until which day it has to be done
    #[arg(long, value_name = "DAY", value_parser = named::day)]
    due: Option<NaiveDate>,
    /// How many minutes it takes
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=1440))]
    minutes: Option<i64>,
    /// Who does it, the first leads; oneself unless told
    #[arg(long = "for", value_name = "EMPLOYEE")]
    people: Vec<String>,
    /// Below which project or stage: its id
    #[arg(long, value_name = "ID")]
    below: Option<i64>,
    /// Where
    #[arg(long, default_value = "", hide_default_value = true)]
    place: String,
    /// How much it matters
    #[arg(long, value_enum, default_value_t = Urgency::Normal)]
    priority: Urgency,
    /// How it repeats, as RRULE of RFC 5545: FREQ=WEEKLY;BYDAY=MO
    #[arg(long, value_name = "RULE", value_parser = rule)]
    repeat: Option<Rule>,
}

/// How much a task matters, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Urgency {
    /// Can wait
    Low,
    /// As usual
    Normal,
    /// Comes first
    High,
}

fn rule(said: &str) -> Result<Rule, String> {
    Rule::read(said).ok_or_else(|| said.to_owned())
}

impl Add {
    pub fn run(
        self,
        workspace: &mut Workspace,
        speech: &Speech,
        out: &mut impl Write,
    ) -> Result<()> {
        let catalog = workspace.read().catalog()?;
        let whole = self.assignment(workspace, &catalog)?;
        let repeat = self.repeat;
        let made = workspace.transact(Operation::AddTask, |tx| {
            tx.save_assignment(&whole, &whole)?;
            let today = Local::now().date_naive();
            match &repeat {
                Some(rule) => tx.repeat_task(whole.task.id, Some(rule), today),
                None => Ok(0),
            }
        })?;
        let task = workspace.read().task(whole.task.id)?;
        speech.answer(
            out,
            || json!({ "task": said(&task, &catalog), "repetitions": made.value }),
            |locale| {
                let told = [
                    ("title", title(&task, &catalog).into()),
                    ("when", when(task.start(), locale).into()),
                    ("id", task.id.raw().to_string().into()),
                ];
                locale.with("cli-task-added", &told)
            },
        )
    }

    fn assignment(&self, workspace: &Workspace, catalog: &Catalog) -> Result<Assignment> {
        let me = workspace.who();
        let kind = self.kind.as_deref();
        let kind = kind.map(|said| named::kind(catalog, said)).transpose()?;
        let mut whole = match kind {
            Some(kind) => Assignment::operation(kind, me),
            None => Assignment::new(Task::new(Rank::Operation, "", me), me),
        };
        let client = self.client.as_deref();
        let client = client.map(|said| named::client(workspace, said));
        let task = &mut whole.task;
        task.client = client.transpose()?;
        task.title = self.title.clone().unwrap_or_default();
        task.parent = self.below.map(Id::from);
        task.place.clone_from(&self.place);
        task.minutes = self.minutes.or(task.minutes);
        task.priority = match self.priority {
            Urgency::Low => Priority::Low,
            Urgency::Normal => Priority::Normal,
            Urgency::High => Priority::High,
        };
        task.set_start(self.start());
        task.set_due(self.due.map(When::Day));
        let people = self.people.iter();
        let people: Vec<Id<Employee>> = people
            .map(|said| named::employee(&catalog.employees, said))
            .collect::<Result<_>>()?;
        if !people.is_empty() {
            let degrees = std::iter::once(Degree::Leads).chain(std::iter::repeat(Degree::Assists));
            let given = people.into_iter().zip(degrees);
            let id = whole.task.id;
            whole.participants = given
                .map(|(who, degree)| Participant::new(id, who, degree))
                .collect();
        }
        Ok(whole)
    }

    fn start(&self) -> Option<When> {
        let today = || Local::now().date_naive();
        match (self.on, self.at) {
            (day, Some(minute)) => Some(When::At(at_minute(day.unwrap_or_else(today), minute))),
            (Some(day), None) => Some(When::Day(day)),
            (None, None) => None,
        }
    }
}
