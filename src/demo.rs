//! Sample data: the cast of our tests, and as many made-up clients as are asked for.
//!
//! The same seed gives the same contents. Ids and moments are those of the making, and next steps
//! lie around its day.

mod cast;
mod lives;
mod made_up;
mod notes;
mod office;
mod profile;
mod random;
mod requisites;
mod sales;
mod words;
mod work;

pub use office::{create_office, open};
pub use sales::sell;
pub use work::plan;

use std::path::Path;

use chrono::Local;

use crate::domain::client::{Client, Kind};
use crate::domain::{Card, Employee, Group, Id, Operation, Progress};
use crate::error::Result;
use crate::workspace::{Transaction, Workspace};

use lives::Lives;
use made_up::MadeUp;
use notes::Notes;
use profile::Profiles;

/// How many clients there are unless told otherwise.
pub const CLIENTS: usize = 200;
/// The seed unless told otherwise.
pub const SEED: u64 = 1;
/// How many cards go by between two looks at whether the user has stopped the work.
const STRIDE: usize = 512;

/// How much sample data, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// How many organisations.
    pub organizations: usize,
    /// How many persons.
    pub persons: usize,
    /// The same number gives the same data.
    pub seed: u64,
}

impl Sample {
    /// So many clients, three of five being organisations.
    pub fn of(clients: usize, seed: u64) -> Self {
        let organizations = clients - clients * 2 / 5;
        Self {
            organizations,
            persons: clients - organizations,
            seed,
        }
    }
}

/// Those among whom the sample clients are shared out, the groups they are put into, and what they
/// may say beyond their requisites.
struct Office {
    employees: Vec<Employee>,
    groups: Vec<Group>,
    profiles: Profiles,
}

/// Makes a new file of the sample company, Решетова signed in, and fills it with clients alone.
///
/// # Errors
/// Leaves no file where the filling fails or is stopped.
pub fn create(path: &Path, sample: Sample, progress: &Progress) -> Result<Workspace> {
    create_with(path, |workspace| fill(workspace, sample, progress))
}

/// Makes a new file of the sample company; where the filling fails, none is left.
fn create_with(path: &Path, fill: impl FnOnce(&mut Workspace) -> Result<()>) -> Result<Workspace> {
    let mut workspace = Workspace::create(path, cast::COMPANY, &cast::owner())?;
    if let Err(error) = fill(&mut workspace) {
        drop(workspace);
        // The first failure is the one to tell.
        let _ = std::fs::remove_file(path);
        return Err(error);
    }
    Ok(workspace)
}

/// Writes the sample data into a workspace, beside what it holds, as one operation. It is nobody's,
/// so that an undo too many does not empty the file.
///
/// # Errors
/// [`crate::error::Error::Cancelled`] once `progress` is told to stop; nothing is written then.
pub fn fill(workspace: &mut Workspace, sample: Sample, progress: &Progress) -> Result<()> {
    let me = workspace.read().me()?;
    let who = workspace.who();
    workspace.sign_in(Id::from(0));
    let filled = workspace.transact(Operation::FillWithSamples, |tx| {
        let office = Office::save(me, tx)?;
        let mut filling = Filling::new(tx, progress, sample);
        let organizations = filling.organizations(&office, sample)?;
        filling.persons(&office, sample, &organizations)
    });
    workspace.sign_in(who);
    filled.map(drop)
}

impl Office {
    /// The employee at hand, the colleagues, the groups of the cast, dictionaries and fields.
    fn save(me: Employee, tx: &mut Transaction<'_>) -> Result<Self> {
        let mut employees = vec![me];
        employees.extend(cast::colleagues());
        for colleague in &employees[1..] {
            tx.save(colleague)?;
        }
        let groups = cast::groups();
        for group in &groups {
            tx.save(group)?;
        }
        let profiles = Profiles::new(Local::now().date_naive());
        profiles.save(tx)?;
        Ok(Self {
            employees,
            groups,
            profiles,
        })
    }

    /// The employee of that place in the cast.
    fn owner(&self, at: usize) -> Option<Id<Employee>> {
        self.employees.get(at).map(|employee| employee.id)
    }

    /// The group of that register and name.
    fn group(&self, kind: Kind, name: &str) -> Option<Id<Group>> {
        let mut known = self.groups.iter();
        let group = known.find(|group| group.kind == kind && group.name == name);
        group.map(|group| group.id)
    }
}

/// Cards on their way into the file, one after the other: none is kept.
struct Filling<'a, 'tx> {
    tx: &'a mut Transaction<'tx>,
    progress: &'a Progress,
    done: usize,
}

impl<'a, 'tx> Filling<'a, 'tx> {
    fn new(tx: &'a mut Transaction<'tx>, progress: &'a Progress, sample: Sample) -> Self {
        progress.expect((sample.organizations + sample.persons) as u64);
        Self {
            tx,
            progress,
            done: 0,
        }
    }

    fn organizations(&mut self, office: &Office, sample: Sample) -> Result<Vec<Id<Client>>> {
        let mut ids = Vec::with_capacity(sample.organizations);
        let mut notes = Notes::new(&office.employees, sample.seed, Local::now().date_naive());
        let cast = cast::organizations(office).take(sample.organizations);
        for (number, mut card) in (0..).zip(cast) {
            office.profiles.fill_cast(&mut card, number);
            ids.push(card.client.id);
            self.add(&card, &mut notes)?;
        }
        let mut made_up = MadeUp::new(office, sample.seed);
        for number in ids.len()..sample.organizations {
            let card = made_up.organization(number);
            ids.push(card.client.id);
            self.add(&card, &mut notes)?;
        }
        Ok(ids)
    }

    fn persons(
        &mut self,
        office: &Office,
        sample: Sample,
        organizations: &[Id<Client>],
    ) -> Result<()> {
        let mut notes = Notes::new(&office.employees, !sample.seed, Local::now().date_naive());
        let lives = Lives::begin(self.tx, organizations)?;
        let mut known = Vec::new();
        let cast = cast::persons(office, organizations).take(sample.persons);
        for (number, mut card) in (0..).zip(cast) {
            office.profiles.fill_cast(&mut card, number);
            lives.place(known.len(), &mut card);
            known.push(card.client.id);
            self.add(&card, &mut notes)?;
        }
        Lives::write(self.tx, organizations, &known)?;
        // A stream of their own: the persons stay the same, however many organisations there are.
        let mut made_up = MadeUp::new(office, !sample.seed);
        let cast = cast::organization_count().min(organizations.len());
        for number in known.len()..sample.persons {
            let card = made_up.person(number, &organizations[cast..]);
            self.add(&card, &mut notes)?;
        }
        Ok(())
    }

    fn add(&mut self, card: &Card, notes: &mut Notes) -> Result<()> {
        self.tx.add_card(card)?;
        notes.write(card, self.tx)?;
        self.done += 1;
        if self.done.is_multiple_of(STRIDE) {
            self.progress.reach(self.done as u64);
            self.progress.check()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
