//! Sample work: deals on their way through the funnel, calendars around today, the day of the deck.

mod days;
mod deals;
mod recent;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Local, NaiveDate, Utc};

use super::random::Random;
use crate::domain::client::Kind;
use crate::domain::listing::{Filter, Listing, Order};
use crate::domain::task::{Degree, Finish, Meaning, Participant, State, TaskKind};
use crate::domain::{Assignment, Blueprint, Catalog, Client, Employee, Id, Operation, Progress};
use crate::error::Result;
use crate::workspace::{Transaction, Workspace};

/// How many organisations have work at most: samples of a million are for the lists.
const MOST: usize = 240;

/// Writes sample work for the clients that a workspace holds, beside what it holds, as one operation
/// that is nobody's, and a few that colleagues have done last. Does nothing where the office has no kinds of operation yet.
pub fn plan(workspace: &mut Workspace, seed: u64) -> Result<()> {
    let Some(work) = Work::of(workspace)? else {
        return Ok(());
    };
    let who = workspace.who();
    workspace.sign_in(Id::from(0));
    let written = workspace.transact(Operation::FillWithSamples, |tx| {
        let mut random = Random::new(seed);
        work.write_deck(tx)?;
        work.write_today(tx)?;
        work.write_days(tx, &mut random)?;
        work.write_office(tx)?;
        work.write_deals(tx, &mut random)
    });
    workspace.sign_in(who);
    written?;
    work.happen(workspace)
}

/// Whose work it is, and what there is to do it with.
struct Work {
    catalog: Catalog,
    blueprint: Option<Blueprint>,
    employees: Vec<Employee>,
    organizations: Vec<Listing>,
    persons: Vec<Listing>,
    today: NaiveDate,
    now: DateTime<Utc>,
}

/// The places of kinds among those an office begins with.
mod kind {
    pub const FIRST_CALL: usize = 0;
    pub const APPOINTMENT: usize = 1;
    pub const CALL: usize = 2;
    pub const FIRST_PRESENTATION: usize = 3;
    pub const MEETING: usize = 5;
    pub const MATERIALS: usize = 6;
    pub const OFFER: usize = 7;
    pub const CONTRACT: usize = 9;
    pub const WORK: usize = 11;
}

impl Work {
    /// `None` where the office has too few kinds of operation for it.
    fn of(workspace: &Workspace) -> Result<Option<Self>> {
        let reader = workspace.read();
        let catalog = reader.catalog()?;
        if catalog.task_kinds.len() <= kind::WORK {
            return Ok(None);
        }
        let listed = |kind| -> Result<Vec<Listing>> {
            let all = Filter::all(kind);
            let mut ids = reader.order(&all, Order::default(), &Progress::default())?;
            ids.sort_unstable();
            ids.truncate(MOST);
            let mut found = reader.listings(&ids)?;
            found.sort_by_key(|one| one.client.id);
            Ok(found)
        };
        let template = reader.templates()?.first().map(|one| one.id);
        let blueprint = template.map(|id| reader.blueprint(id)).transpose()?;
        Ok(Some(Self {
            blueprint,
            employees: reader.employees()?,
            organizations: listed(Kind::Organization)?,
            persons: listed(Kind::Person)?,
            catalog,
            today: Local::now().date_naive(),
            now: Utc::now(),
        }))
    }

    fn kind(&self, at: usize) -> &TaskKind {
        &self.catalog.task_kinds[at]
    }

    /// The employee of that place in the cast; the first where there are fewer.
    fn employee(&self, at: usize) -> Id<Employee> {
        self.employees.get(at).unwrap_or(&self.employees[0]).id
    }

    fn organization(&self, title: &str) -> Option<Id<Client>> {
        named(&self.organizations, title)
    }

    fn person(&self, title: &str) -> Option<Id<Client>> {
        named(&self.persons, title)
    }

    /// Finishes an operation as it was to end: with a result of its kind.
    fn finish(&self, whole: &mut Assignment, (meaning, outcome): (Meaning, &str)) {
        let kind = whole.task.kind;
        let mut results = self.catalog.task_results.iter();
        let result = results.find(|one| Some(one.kind) == kind && one.meaning == meaning);
        let finish = Finish {
            result: result.map(|result| result.id),
            outcome: outcome.to_owned(),
            ..Finish::new(State::Done)
        };
        let ended = whole.task.ends_at();
        let day = || {
            whole
                .task
                .day()
                .map(|day| crate::domain::task::at_minute(day, 17 * 60))
        };
        let at = ended.or_else(day).unwrap_or(self.now).min(self.now);
        whole.task.finish_with(&finish, at);
        for item in &mut whole.items {
            item.is_done = true;
        }
    }
}

fn named(all: &[Listing], title: &str) -> Option<Id<Client>> {
    let found = all.iter().find(|one| one.client.title() == title);
    found.map(|one| one.client.id)
}

/// Writes a task that stands where it may.
fn save(tx: &mut Transaction<'_>, whole: &Assignment) -> Result<()> {
    tx.save(&whole.task)?;
    for participant in &whole.participants {
        tx.save(participant)?;
    }
    for item in &whole.items {
        tx.save(item)?;
    }
    Ok(())
}

/// Has another take part.
fn join(whole: &mut Assignment, employee: Id<Employee>, degree: Degree) {
    let joins = Participant::new(whole.task.id, employee, degree);
    whole.participants.push(joins);
}
