//! All SQL. Above it nobody knows of tables; below `sqlite` nobody knows of rusqlite.

pub mod agenda;
pub mod attachments;
pub mod audit;
pub mod biography;
pub mod calendar;
pub mod cards;
pub mod catalog;
pub mod clients;
pub mod column;
mod columns;
pub mod contents;
pub mod declensions;
pub mod departments;
pub mod devices;
pub mod directory;
pub mod dump;
pub mod duplicates;
pub mod employees;
pub mod exchanged;
pub mod fields;
pub mod figures;
mod filter;
pub mod groups;
pub mod links;
pub mod listing;
pub mod mailing;
mod merge;
pub mod migrate;
pub mod names;
pub mod notes;
pub mod notices;
mod page;
pub mod papers;
pub mod profiles;
mod recognise;
pub mod record;
pub mod sales;
pub mod search;
pub mod sqlite;
pub mod tasks;
pub mod today;
pub mod transaction;
pub mod uses;
pub mod working_time;

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

pub use column::{Column, Value};
pub use record::{Record, Table};
pub use transaction::Transaction;

use crate::domain::company::CompanyPicture;
use crate::domain::grammar::Correction;
use crate::domain::paper::{ContractKind, Obligation, PaperLine, PaperTemplate, PaperVersion};
use crate::domain::sales::{Allocation, Price, PriceList, TaxRate};
use crate::domain::task::{CheckItem, Participant, Series, TaskKind, TaskResult};
use crate::domain::template::{ProjectTemplate, TemplateStep};
use crate::domain::working_time::{Absence, SpecialDay, WorkingHours};
use crate::domain::{
    Address, Attachment, BankAccount, Client, Company, Consent, ContactPoint, CustomField,
    Department, DistinctPair, Employee, Erasure, FieldValue, ForeignCard, Group, Id,
    IdentityDocument, Job, LifeEvent, Link, Membership, MergedCard, NamedMapping, Note,
    OwnLinkKind, Paper, PastImport, Payment, Policy, Product, Reminder, SavedView, Task,
    TeamMember, Term,
};
use crate::error::{Error, Result};

/// Every table that operations write to; a row stands behind those it refers to.
const TABLES: &[Table] = &[
    Company::TABLE,
    Employee::TABLE,
    Policy::TABLE,
    CustomField::TABLE,
    Term::TABLE,
    OwnLinkKind::TABLE,
    Client::TABLE,
    ContactPoint::TABLE,
    Address::TABLE,
    BankAccount::TABLE,
    Group::TABLE,
    Membership::TABLE,
    Department::TABLE,
    FieldValue::TABLE,
    Link::TABLE,
    IdentityDocument::TABLE,
    Job::TABLE,
    LifeEvent::TABLE,
    Correction::TABLE,
    TeamMember::TABLE,
    Note::TABLE,
    Consent::TABLE,
    Attachment::TABLE,
    SavedView::TABLE,
    DistinctPair::TABLE,
    MergedCard::TABLE,
    PastImport::TABLE,
    NamedMapping::TABLE,
    ForeignCard::TABLE,
    Erasure::TABLE,
    TaskKind::TABLE,
    TaskResult::TABLE,
    ProjectTemplate::TABLE,
    TemplateStep::TABLE,
    Series::TABLE,
    Task::TABLE,
    Participant::TABLE,
    CheckItem::TABLE,
    Absence::TABLE,
    WorkingHours::TABLE,
    SpecialDay::TABLE,
    Reminder::TABLE,
    CompanyPicture::TABLE,
    TaxRate::TABLE,
    Product::TABLE,
    PriceList::TABLE,
    Price::TABLE,
    ContractKind::TABLE,
    PaperTemplate::TABLE,
    Paper::TABLE,
    PaperLine::TABLE,
    Obligation::TABLE,
    PaperVersion::TABLE,
    Payment::TABLE,
    Allocation::TABLE,
];

/// What the reader of a stream wants next: the following row, or the end.
pub type Flow = ControlFlow<()>;

/// All that the rest of the program asks of a database.
pub trait Database: Send {
    /// Runs one statement, and returns the rows it gives back.
    fn query(&self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>>;
    /// Runs one statement, and hands each row to `each` as it comes: nothing is kept.
    fn stream(
        &self,
        sql: &str,
        parameters: &[Value],
        each: &mut dyn FnMut(&dyn Cells) -> Result<Flow>,
    ) -> Result<()>;
    /// Runs one statement that gives nothing back, and returns how many rows it changed.
    fn execute(&self, sql: &str, parameters: &[Value]) -> Result<usize>;
    /// Runs a script: a migration, `COMMIT`, `ROLLBACK`.
    fn batch(&self, sql: &str) -> Result<()>;
    /// Begins to write: waits for its turn, and holds it to the end.
    fn begin(&self) -> Result<()>;
    /// A second connection to the same data, for reading alone.
    fn reader(&self) -> Result<Box<dyn Database>>;
    /// Which migration came last; 0 for a new database.
    fn schema_version(&self) -> Result<i64>;
    /// Notes that migration `version` is done.
    fn set_schema_version(&self, version: i64) -> Result<()>;
    /// A number that changes whenever somebody else has written.
    fn data_version(&self) -> Result<i64>;
    /// Whether the data are still where they were when this connection was opened.
    fn check_place(&self) -> Result<()>;
    /// Whether writing is out of the question.
    fn is_read_only(&self) -> bool;
    /// How the columns of a table are declared.
    fn declared(&self, table: &str) -> Result<Vec<dump::Declared>>;
    /// Lets rows name others that come later, until the end of what was begun.
    fn defer_references(&self) -> Result<()>;
    /// Writes a sound copy of everything to a new file.
    fn copy_to(&self, path: &Path) -> Result<()>;
    /// The columns of a table, in their order.
    fn columns_of(&self, table: &str) -> Result<Vec<ColumnShape>>;
    /// Has what is deleted from now on overwritten where it stood.
    fn overwrite_deleted(&self) -> Result<()>;
    /// Writes everything anew, so that nothing of what was deleted is left anywhere in the file or
    /// in its log.
    fn leave_no_remains(&self) -> Result<()>;
    /// What is damaged, in the words of the database; empty where nothing is.
    fn damage(&self) -> Result<Vec<String>>;
}

/// What a column can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnShape {
    /// What it is called.
    pub name: String,
    /// Whether it holds texts; else numbers.
    pub is_text: bool,
    /// Whether it has to hold something.
    pub is_required: bool,
}

/// One row of a stream, valid until the next.
pub trait Cells {
    /// The value at a position, counted from 0.
    fn cell(&self, at: usize) -> Result<Cell<'_>>;
}

/// A value that is only looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

impl<'a> Cell<'a> {
    /// The bytes; none for anything else.
    pub fn bytes(self) -> &'a [u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            _ => &[],
        }
    }

    /// The number; 0 for anything else.
    pub fn integer(self) -> i64 {
        match self {
            Self::Integer(number) => number,
            _ => 0,
        }
    }

    /// The text; empty for anything else.
    pub fn text(self) -> &'a str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }
}

/// A row as it came back; the names of the columns are shared by all rows of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    columns: Arc<[String]>,
    values: Vec<Value>,
}

impl Row {
    /// The value of a column as a type of the domain.
    pub fn get<T: Column>(&self, column: &'static str) -> Result<T> {
        self.value(column)
            .and_then(T::from_value)
            .ok_or(Error::Unreadable(column))
    }

    /// The same for a column that is looked for at a position first, and then behind it: who reads
    /// many columns in their order finds each at once.
    pub fn get_from<T: Column>(&self, at: &mut usize, column: &'static str) -> Result<T> {
        self.value_from(at, column)
            .and_then(T::from_value)
            .ok_or(Error::Unreadable(column))
    }

    /// The value of a column as it stands in the file.
    pub fn value(&self, column: &str) -> Option<&Value> {
        self.value_from(&mut 0, column)
    }

    /// The same, looked for as by [`Row::get_from`].
    pub fn value_from(&self, at: &mut usize, column: &str) -> Option<&Value> {
        let (before, behind) = self.columns.split_at_checked(*at)?;
        let place = |columns: &[String]| columns.iter().position(|name| name == column);
        let found = match place(behind) {
            Some(steps) => *at + steps,
            None => place(before)?,
        };
        *at = found + 1;
        self.values.get(found)
    }

    /// Makes a column that is there say `value`; as it was before a change.
    fn set(&mut self, column: &str, value: Value) {
        let at = self.columns.iter().position(|name| name == column);
        if let Some(place) = at.and_then(|at| self.values.get_mut(at)) {
            *place = value;
        }
    }
}

/// Leave to read, given to one employee: what they may not see is not there.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub(crate) database: &'a dyn Database,
    pub(crate) who: Id<Employee>,
}

impl Reader<'_> {
    fn ask<R: Record>(self, sql: &str, parameters: &[Value]) -> Result<Vec<R>> {
        let rows = self.database.query(sql, parameters)?;
        rows.iter().map(R::from_row).collect()
    }
}
