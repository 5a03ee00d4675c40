//! The open database and its signed-in employee: reading, operations, undo and redo.

mod assignments;
mod erase;
mod files;
mod papers;
mod remind;
mod take_back;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate, Utc};

use crate::domain::merge::{self, Field, Side};
use crate::domain::{Card, Company, Employee, Id, Operation};
use crate::error::{Error, Result};
use crate::store::devices::Device;
use crate::store::sqlite::Sqlite;
use crate::store::{self, Database};

// What the layers above may see of the store.
pub use crate::store::agenda::Appointment;
pub use crate::store::audit::{
    Change, Deed, Direction, Entry, Names, Part as CardPart, Step, Story, What,
};
pub use crate::store::contents::{Contents, Kept};
pub use crate::store::dump::{Arrival, PARTS, Part};
pub use crate::store::duplicates::Suspect;
pub use crate::store::exchanged::PastImportLine;
pub use crate::store::fields::{Preview, Values};
pub use crate::store::links::{Influence, Linked};
pub use crate::store::listing::Discarded;
pub use crate::store::migrate::newest as newest_schema;
pub use crate::store::notices::Alert;
pub use crate::store::papers::DiscardedPaper;
pub use crate::store::sales::Sharing;
pub use crate::store::today::{Assigned, Feast, Happening, Today};
pub use crate::store::transaction::revert::{Choice, Choices, Conflict, Place, Undone};
pub use crate::store::uses::Uses;
pub use crate::store::{Cell as StoredCell, Column, Reader, Transaction, Value};

pub use assignments::SavedTask;
pub use papers::SavedPaper;

/// The ending of a file of ours.
pub const EXTENSION: &str = "vizitka";

/// The answer to an operation, and the tables it changed.
#[derive(Debug, Clone)]
pub struct Outcome<T> {
    /// What the work returned.
    pub value: T,
    /// The names of the changed tables; none where nothing was done.
    pub changed: BTreeSet<&'static str>,
    /// Its entry in the log; `None` where nothing was done.
    pub entry: Option<Id<Entry>>,
}

/// What became of a card that was to be saved.
#[derive(Debug, Clone)]
pub enum Saved {
    /// It stands in the base, joined with what colleagues have changed meanwhile.
    Done,
    /// A colleague has changed the same fields: nothing is saved until the user chooses.
    Clashes {
        /// The fields that both have changed.
        fields: Vec<Field>,
        /// The card as the colleague left it.
        theirs: Box<Card>,
    },
}

/// An open database with its signed-in employee.
pub struct Workspace {
    database: Box<dyn Database>,
    who: Id<Employee>,
    device: Option<Device>,
    path: Option<PathBuf>,
    contents: Contents,
    seen: i64,
}

impl Workspace {
    /// Makes a new file with one company and one employee, who sees everything and is signed in.
    pub fn create(path: &Path, company: &str, owner: &Employee) -> Result<Self> {
        let database = Sqlite::create(path)?;
        let founded = Self::founded(database, Some(path), company, owner);
        if founded.is_err() {
            // What could not be begun leaves nothing behind; the first failure is the one to tell.
            let _ = fs::remove_file(path);
        }
        founded
    }

    /// Opens a file and signs its first employee in.
    pub fn open(path: &Path) -> Result<Self> {
        Self::on(Sqlite::open(path)?, Some(path))?.with_first_signed_in()
    }

    /// Opens a file for reading alone, with its first employee signed in: nothing is written, not
    /// even that it is open. An older file is first brought up to date, as [`Self::open`] does.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        let database = Sqlite::open_read_only(path)?;
        if store::migrate::check_known(&database)? < store::migrate::newest() {
            drop(Self::open(path)?);
        }
        Self::on(database, Some(path))?.with_first_signed_in()
    }

    /// A workspace that lives as long as the program: for tests and a first look.
    pub fn in_memory() -> Result<Self> {
        let owner = Employee::new("Решетова", "Светлана", "Ивановна");
        Self::founded(Sqlite::in_memory()?, None, "ООО «Модус-В»", &owner)
    }

    fn founded(
        database: Sqlite,
        path: Option<&Path>,
        company: &str,
        owner: &Employee,
    ) -> Result<Self> {
        // Done by nobody, so that nobody can undo it.
        let mut workspace = Self::on(database, path)?;
        let company = Company::new(company);
        workspace.transact(Operation::CreateWorkspace, |tx| {
            tx.save(&company)?;
            tx.save(owner)
        })?;
        workspace.sign_in(owner.id);
        Ok(workspace)
    }

    fn with_first_signed_in(mut self) -> Result<Self> {
        let employees = self.read().employees()?;
        let first = employees.first().ok_or(Error::Missing("employees"))?;
        self.sign_in(first.id);
        Ok(self)
    }

    fn on(database: Sqlite, path: Option<&Path>) -> Result<Self> {
        let found = store::migrate::check_known(&database)?;
        let device = if database.is_read_only() {
            if found < store::migrate::newest() {
                // It has to be brought up to date first, which it does not allow.
                return Err(Error::ReadOnly);
            }
            None
        } else {
            database.share()?;
            store::migrate::migrate(&database, path)?;
            Some(Device::borrow(&database, Utc::now())?)
        };
        Ok(Self {
            seen: database.data_version()?,
            database: Box::new(database),
            who: Id::from(0),
            device,
            contents: match path {
                Some(path) => Contents::beside(path),
                None => Contents::in_memory()?,
            },
            path: path.map(Path::to_owned),
        })
    }

    /// The same workspace over a second connection that only reads.
    pub fn reading(&self) -> Result<Self> {
        let database = self.database.reader()?;
        Ok(Self {
            seen: database.data_version()?,
            database,
            who: self.who,
            device: None,
            path: self.path.clone(),
            contents: self.contents.clone(),
        })
    }

    /// The file; `None` for one in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether nothing can be written.
    pub fn is_read_only(&self) -> bool {
        self.database.is_read_only()
    }

    /// The signed-in employee.
    pub fn who(&self) -> Id<Employee> {
        self.who
    }

    /// Signs another employee in.
    pub fn sign_in(&mut self, who: Id<Employee>) {
        self.who = who;
    }

    /// Signs an employee in whom another program or an older copy of the file may not know: then
    /// nothing changes, and the answer is no.
    pub fn sign_in_known(&mut self, who: Id<Employee>) -> Result<bool> {
        let is_known = self.read().employees()?.iter().any(|one| one.id == who);
        if is_known {
            self.sign_in(who);
        }
        Ok(is_known)
    }

    /// Leave to read what the signed-in employee may see.
    pub fn read(&self) -> Reader<'_> {
        Reader {
            database: &*self.database,
            who: self.who,
        }
    }

    /// Whether another program has written since this was asked last.
    ///
    /// # Errors
    /// [`Error::Replaced`] where the file is no longer the one that was opened.
    pub fn has_news(&mut self) -> Result<bool> {
        self.database.check_place()?;
        if let Some(device) = &mut self.device {
            device.renew_if_due(&*self.database, Utc::now())?;
        }
        let now = self.database.data_version()?;
        Ok(std::mem::replace(&mut self.seen, now) != now)
    }

    /// Does `work` wholly or not at all, and logs it under the name of `operation`.
    pub fn transact<T>(
        &mut self,
        operation: Operation,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T>,
    ) -> Result<Outcome<T>> {
        self.run(|who| Entry::new(operation, who), work)
    }

    /// Saves a card that was read as `base` and edited into `mine`; what a colleague has changed
    /// meanwhile is kept, and so is the main employer a person leaves, as a part of the career. A `base`
    /// whose client was never saved makes a new card.
    pub fn save_card(
        &mut self,
        base: &Card,
        mine: &Card,
        choices: &HashMap<Field, Side>,
    ) -> Result<Outcome<Saved>> {
        self.save_card_with(base, mine, choices, |_| Ok(Vec::new()))
    }

    /// The same; where the card is saved, `also` is written just before it in the same operation:
    /// a group it joins, an employer that is new too. The cards it returns are added just after
    /// it: people who work there.
    pub fn save_card_with(
        &mut self,
        base: &Card,
        mine: &Card,
        choices: &HashMap<Field, Side>,
        also: impl FnOnce(&mut Transaction<'_>) -> Result<Vec<Card>>,
    ) -> Result<Outcome<Saved>> {
        if base.client.version == 0 {
            return self.transact(Operation::AddClient, |tx| {
                let newcomers = also(tx)?;
                tx.add_card(mine)?;
                newcomers.iter().try_for_each(|card| tx.add_card(card))?;
                Ok(Saved::Done)
            });
        }
        self.transact(Operation::EditClient, |tx| {
            let theirs = tx.read().card(base.client.id)?;
            match merge::merge(base, &theirs, mine, choices) {
                Ok(joined) => {
                    let newcomers = also(tx)?;
                    tx.change_card(&theirs, &joined)?;
                    let today = Local::now().date_naive();
                    tx.keep_left(&theirs.client, &joined.client, today)?;
                    newcomers.iter().try_for_each(|card| tx.add_card(card))?;
                    Ok(Saved::Done)
                }
                Err(fields) => Ok(Saved::Clashes {
                    fields,
                    theirs: Box::new(theirs),
                }),
            }
        })
    }

    /// Takes the last operation back, and names it.
    pub fn undo(&mut self) -> Result<Outcome<Operation>> {
        self.database.check_place()?;
        let last = self.read().last_done()?.ok_or(Error::NothingToUndo)?;
        self.revert(&last, Direction::Undo)
    }

    /// Does again what the last undo took back, and names it.
    pub fn redo(&mut self) -> Result<Outcome<Operation>> {
        self.database.check_place()?;
        let last = self.read().last_undone()?.ok_or(Error::NothingToRedo)?;
        self.revert(&last, Direction::Redo)
    }

    /// Makes the repetitions of the year to come where they run out; nobody's operation, so that no
    /// undo takes them away. Returns how many were made.
    pub fn prolong_series(&mut self, today: NaiveDate) -> Result<usize> {
        let who = std::mem::replace(&mut self.who, Id::from(0));
        let made = self.transact(Operation::ProlongSeries, |tx| tx.prolong_series(today));
        self.who = who;
        made.map(|outcome| outcome.value)
    }

    /// Which migration of the schema came last.
    pub fn schema_version(&self) -> Result<i64> {
        self.database.schema_version()
    }

    /// Writes a sound copy of everything to a new file: what this program still sees of a file that
    /// was removed or replaced is saved by it too. Attached files are copied beside it.
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        if path.exists() {
            return Err(Error::AlreadyThere(path.to_owned()));
        }
        self.database.copy_to(path)?;
        self.contents.copy_to(path)
    }

    /// What is wrong with the file: damage that the database finds, clients whose line in the
    /// directory is not what their card says, attached files that are missing or damaged. Reads
    /// everything.
    pub fn faults(&self) -> Result<Vec<String>> {
        let mut faults = self.database.damage()?;
        if !faults.is_empty() {
            return Ok(faults); // what the cards say cannot be trusted either
        }
        let lines = store::directory::faults(&*self.database)?;
        faults.extend(lines.iter().map(|id| format!("directory: client {id}")));
        let tasks = store::agenda::faults(&*self.database)?;
        faults.extend(tasks.iter().map(|id| format!("agenda: task {id}")));
        faults.extend(store::attachments::faults(&*self.database, &self.contents)?);
        Ok(faults)
    }

    fn revert(&mut self, last: &Entry, direction: Direction) -> Result<Outcome<Operation>> {
        self.run(
            |who| last.revert(direction, who),
            |tx| {
                tx.revert(last)?;
                Ok(last.operation)
            },
        )
    }

    fn run<T>(
        &mut self,
        entry: impl FnOnce(Id<Employee>) -> Entry,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T>,
    ) -> Result<Outcome<T>> {
        let device = self.device.as_ref().map(Device::use_number);
        let mut entry = entry(self.who);
        entry.device = device.unwrap_or(entry.device);
        let mut tx = Transaction::begin(&*self.database, &entry)?;
        let value = work(&mut tx)?;
        let is_revert = entry.reverts.is_some();
        let changed = tx.commit(is_revert)?;
        let is_logged = is_revert || !changed.is_empty();
        Ok(Outcome {
            value,
            changed,
            entry: is_logged.then_some(entry.id),
        })
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        if let Some(device) = &self.device {
            // A number that cannot be given back is free again after a day.
            let _ = device.give_back(&*self.database);
        }
    }
}
