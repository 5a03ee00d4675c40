//! A table becomes clients: first as a draft that touches nothing, then as one operation.

mod base;
mod cards;
mod draft;
mod entry;
mod fill;
mod links;
mod refused;
mod terms;

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;

use super::{CardFile, Mapping, Row, Source};
use crate::domain::client::Key;
use crate::domain::{Card, Client, Id, NamedMapping, Operation, PastImport, Progress};
use crate::error::{Result, RowFault};
use crate::workspace::{Outcome, Reader, Transaction, Workspace};

use base::{Base, Trying, Writing};
use entry::Entry;
use links::Links;

pub use draft::{Difference, Example, Plan};
pub use refused::{Remarked, beside, format_of, save_remarked};

/// How many rows go by between two looks at whether the user has stopped the work.
const STRIDE: u64 = 256;

/// More clients of one name than this are not compared with a row that has no other key.
const NAMESAKES: usize = 20;

/// How a table is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What each column fills, and on cards of which kind.
    pub mapping: Mapping,
    /// By what rows are recognised as clients of the base; `None` makes every row a new one.
    pub update_by: Option<Key>,
    /// Whether a row with a cell that cannot be read is taken without that cell, not refused.
    pub skips_bad_cells: bool,
    /// Whether an organisation that is named as a place of work and not known yet is made.
    pub makes_employers: bool,
    /// The day of the import: a year of two digits and a birthday lie before it.
    pub today: NaiveDate,
}

impl Options {
    /// Every row a new client, and none with a cell that cannot be read.
    pub fn new(mapping: Mapping, today: NaiveDate) -> Self {
        Self {
            mapping,
            update_by: None,
            skips_bad_cells: false,
            makes_employers: true,
            today,
        }
    }

    /// The same to be kept under `name` for tables with the header of `source`.
    pub fn kept_as(&self, name: &str, source: &Source) -> NamedMapping {
        NamedMapping {
            update_by: self.update_by,
            skips_bad_cells: self.skips_bad_cells,
            makes_employers: self.makes_employers,
            ..self.mapping.kept_as(name, source)
        }
    }

    /// The rows shall meet the base as they did when `kept` was kept.
    pub fn follow(&mut self, kept: &NamedMapping) {
        self.update_by = kept.update_by;
        self.skips_bad_cells = kept.skips_bad_cells;
        self.makes_employers = kept.makes_employers;
    }
}

/// What became of the rows of a table, or would become.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Rows of data.
    pub rows: usize,
    /// Rows that made a new client.
    pub created: usize,
    /// Rows that changed a known one.
    pub updated: usize,
    /// Rows whose client said all of it already.
    pub unchanged: usize,
    /// Rows that were not taken, in their order.
    pub refused: Vec<Remark>,
    /// What is doubtful in rows that were taken, wholly or not, in their order.
    pub doubtful: Vec<Remark>,
}

impl Report {
    /// How many rows are doubtful; one may be so in several ways.
    pub fn doubtful_rows(&self) -> usize {
        let rows: BTreeSet<u64> = self.doubtful.iter().map(|remark| remark.row).collect();
        rows.len()
    }
}

/// What is to be said about a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Its number, as a spreadsheet shows it.
    pub row: u64,
    /// What is wrong.
    pub reason: RowFault,
}

/// Says what an import would do, and does nothing.
///
/// # Errors
/// When the table cannot be read to its end, or [`crate::error::Error::Cancelled`].
pub fn draft(
    source: &Source,
    options: &Options,
    reader: Reader<'_>,
    progress: &Progress,
) -> Result<Plan> {
    let repeated = match options.update_by {
        Some(_) => draft::repeated_keys(source, options, progress)?,
        None => Default::default(),
    };
    let mut run = Run::new(Trying::new(reader, options, repeated)?, options)?;
    run.read(source, progress)?;
    Ok(Plan {
        report: run.report,
        examples: run.base.into_examples(),
    })
}

/// Imports a table as one operation, which one undo takes back.
///
/// # Errors
/// When the table cannot be read to its end, or [`crate::error::Error::Cancelled`]; then nothing
/// is written.
pub fn apply(
    source: &Source,
    options: &Options,
    workspace: &mut Workspace,
    progress: &Progress,
) -> Result<Outcome<Report>> {
    workspace.transact(Operation::Import, |tx| {
        let kind = options.mapping.kind;
        tx.heed(progress);
        let mut run = Run::new(Writing { tx, kind }, options)?;
        run.read(source, progress)?;
        let report = run.report;
        remember(source.path(), &report, tx)?;
        Ok(report)
    })
}

/// What is imported, and how.
#[derive(Debug, Clone)]
pub enum Request {
    /// A table.
    Table(Box<Source>, Options),
    /// Cards of another program; the day tells a birthday without a century.
    Cards(CardFile, NaiveDate),
}

impl Request {
    /// The file it reads.
    pub fn path(&self) -> &Path {
        match self {
            Self::Table(source, _) => source.path(),
            Self::Cards(file, _) => file.path(),
        }
    }

    /// Says what the import would do, and does nothing.
    ///
    /// # Errors
    /// When the file cannot be read to its end, or [`crate::error::Error::Cancelled`].
    pub fn draft(&self, reader: Reader<'_>, progress: &Progress) -> Result<Plan> {
        match self {
            Self::Table(source, options) => draft(source, options, reader, progress),
            Self::Cards(file, today) => cards::draft(file, *today, reader, progress),
        }
    }

    /// Imports it as one operation, which one undo takes back.
    ///
    /// # Errors
    /// When the file cannot be read to its end, or [`crate::error::Error::Cancelled`]; then nothing
    /// is written.
    pub fn apply(&self, workspace: &mut Workspace, progress: &Progress) -> Result<Outcome<Report>> {
        match self {
            Self::Table(source, options) => apply(source, options, workspace, progress),
            Self::Cards(file, today) => workspace.transact(Operation::Import, |tx| {
                tx.heed(progress);
                let report = cards::take_in(file, *today, tx, progress)?;
                remember(file.path(), &report, tx)?;
                Ok(report)
            }),
        }
    }
}

/// Puts an import that has changed something into the list of past ones.
fn remember(path: &Path, report: &Report, tx: &mut Transaction<'_>) -> Result<()> {
    if report.created + report.updated == 0 {
        return Ok(());
    }
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let name = path.file_name().unwrap_or(path.as_os_str());
    tx.save(&PastImport {
        added: count(report.created),
        updated: count(report.updated),
        unchanged: count(report.unchanged),
        doubtful: count(report.doubtful_rows()),
        refused: count(report.refused.len()),
        ..PastImport::of(name.to_string_lossy())
    })?;
    Ok(())
}

/// What became of one row.
enum Fate {
    Created,
    Updated,
    Unchanged,
    Refused(RowFault),
}

/// A table on its way into a base, or into the draft of one.
struct Run<'a, B> {
    base: B,
    options: &'a Options,
    links: Links,
    report: Report,
}

impl<'a, B: Base> Run<'a, B> {
    fn new(base: B, options: &'a Options) -> Result<Self> {
        let links = Links::new(&base, options.mapping.kind, options.makes_employers)?;
        Ok(Self {
            base,
            options,
            links,
            report: Report::default(),
        })
    }

    fn read(&mut self, source: &Source, progress: &Progress) -> Result<()> {
        progress.expect(source.total());
        let mut entry = Entry::default();
        source.rows(|row| {
            look_up(row, progress)?;
            entry.read(row.cells, self.options, self.links.fields());
            self.take(row.number, &entry)?;
            Ok(ControlFlow::Continue(()))
        })?;
        progress.reach(source.total());
        Ok(())
    }

    fn take(&mut self, row: u64, entry: &Entry) -> Result<()> {
        let mut doubts = Vec::new();
        let fate = self.fate(row, entry, &mut doubts)?;
        if !matches!(fate, Fate::Refused(_)) {
            doubts.splice(0..0, entry.faults.iter().cloned());
            doubts.extend(entry.doubts());
        }
        self.report.tell(row, fate, doubts);
        Ok(())
    }

    fn fate(&mut self, row: u64, entry: &Entry, doubts: &mut Vec<RowFault>) -> Result<Fate> {
        if let Some(fault) = entry.faults.first()
            && !self.options.skips_bad_cells
        {
            return Ok(Fate::Refused(fault.clone()));
        }
        let known = self.recognise(entry)?;
        match *known {
            [] if !entry.has_name() => return Ok(Fate::Refused(RowFault::NoName)),
            [] => {}
            [id] => return self.update(row, id, entry, doubts),
            _ => {
                let count = known.len();
                return Ok(Fate::Refused(RowFault::Ambiguous { count }));
            }
        }
        if self.is_said_already(entry)? {
            return Ok(Fate::Unchanged);
        }
        let mut card = Card::empty(self.options.mapping.kind);
        card.client.owner = self.links.default_owner();
        let linked = self.links.find(entry, None, &mut self.base, doubts)?;
        fill::fill(&mut card, entry, &linked);
        card.client.guess_sex();
        self.base.add(&card)?;
        Ok(Fate::Created)
    }

    /// The clients that the keys of a row name.
    fn recognise(&self, entry: &Entry) -> Result<Vec<Id<Client>>> {
        let mut known = Vec::new();
        let Some(key) = self.options.update_by else {
            return Ok(known);
        };
        for value in entry.keys(key) {
            for id in self.base.recognise(key, &value)? {
                if !known.contains(&id) {
                    known.push(id);
                }
            }
        }
        Ok(known)
    }

    fn update(
        &mut self,
        row: u64,
        id: Id<Client>,
        entry: &Entry,
        doubts: &mut Vec<RowFault>,
    ) -> Result<Fate> {
        let old = self.base.card(id)?;
        let employer = old.client.employer;
        let linked = self.links.find(entry, employer, &mut self.base, doubts)?;
        let mut new = old.clone();
        fill::fill(&mut new, entry, &linked);
        if new == old {
            return Ok(Fate::Unchanged);
        }
        self.base.change(row, &old, &new)?;
        Ok(Fate::Updated)
    }

    /// Whether a row without the key it is to be recognised by stands in the base as it is:
    /// the same table imported twice must not make its clients twice.
    fn is_said_already(&mut self, entry: &Entry) -> Result<bool> {
        let Some(key) = self.options.update_by else {
            return Ok(false);
        };
        if !entry.keys(key).is_empty() {
            return Ok(false);
        }
        let namesakes = self.base.recognise(Key::Name, &entry.title())?;
        for id in namesakes.into_iter().take(NAMESAKES) {
            let old = self.base.card(id)?;
            let mut new = old.clone();
            let employer = old.client.employer;
            let Some(linked) = self.links.known(entry, employer, &self.base)? else {
                return Ok(false);
            };
            fill::fill(&mut new, entry, &linked);
            if new == old {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Tells how far the reading is, and stops it where that is wanted.
fn look_up(row: Row<'_>, progress: &Progress) -> Result<()> {
    if row.number.is_multiple_of(STRIDE) {
        progress.reach(row.done);
        progress.check()?;
    }
    Ok(())
}
