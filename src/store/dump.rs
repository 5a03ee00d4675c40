//! All data of the office as plain rows, table by table, and back: for an export that another
//! program can read without us.

mod arrival;

pub use arrival::Arrival;

use crate::domain::company::CompanyPicture;
use crate::domain::custom_field::Shape;
use crate::domain::grammar::Correction;
use crate::domain::paper::{ContractKind, Obligation, PaperLine, PaperTemplate, PaperVersion};
use crate::domain::sales::{Allocation, Price, PriceList, TaxRate};
use crate::domain::task::{CheckItem, Participant, Series, TaskKind, TaskResult};
use crate::domain::template::{ProjectTemplate, TemplateStep};
use crate::domain::working_time::{Absence, SpecialDay, WorkingHours};
use crate::domain::{
    Address, Attachment, BankAccount, Client, Company, Consent, ContactPoint, CustomField,
    Department, DistinctPair, Employee, FieldValue, ForeignCard, Group, IdentityDocument, Job,
    LifeEvent, Link, Membership, NamedMapping, Note, OwnLinkKind, Paper, Payment, Policy, Product,
    Reminder, SavedView, Task, TeamMember, Term,
};
use crate::error::Result;
use crate::store::{Column, Database, Flow, Reader, Record, Row, TABLES, Transaction, Value};

/// One table of the office as it is handed out.
#[derive(Clone, Copy)]
pub struct Part {
    /// What it is called, in the base and outside.
    pub name: &'static str,
    /// Its own columns; `id` stands in front of them.
    pub columns: &'static [&'static str],
    add: fn(&mut Transaction<'_>, &Row) -> Result<()>,
}

/// Every table with data of the office. The protocols of imports and of erased persons belong to
/// the file they were written in, and stay there.
pub const PARTS: [Part; 52] = [
    part::<Company>(),
    part::<Employee>(),
    part::<Policy>(),
    part::<CustomField>(),
    part::<Term>(),
    part::<OwnLinkKind>(),
    part::<Client>(),
    part::<ContactPoint>(),
    part::<Address>(),
    part::<BankAccount>(),
    part::<Group>(),
    part::<Membership>(),
    part::<Department>(),
    part::<FieldValue>(),
    part::<Link>(),
    part::<IdentityDocument>(),
    part::<Job>(),
    part::<LifeEvent>(),
    part::<Correction>(),
    part::<TeamMember>(),
    part::<Note>(),
    part::<Consent>(),
    part::<Attachment>(),
    part::<SavedView>(),
    part::<DistinctPair>(),
    part::<NamedMapping>(),
    part::<ForeignCard>(),
    part::<TaskKind>(),
    part::<TaskResult>(),
    part::<ProjectTemplate>(),
    part::<TemplateStep>(),
    part::<Series>(),
    part::<Task>(),
    part::<Participant>(),
    part::<CheckItem>(),
    part::<Absence>(),
    part::<WorkingHours>(),
    part::<SpecialDay>(),
    part::<Reminder>(),
    part::<CompanyPicture>(),
    part::<TaxRate>(),
    part::<Product>(),
    part::<PriceList>(),
    part::<Price>(),
    part::<ContractKind>(),
    part::<PaperTemplate>(),
    part::<Paper>(),
    part::<PaperLine>(),
    part::<Obligation>(),
    part::<PaperVersion>(),
    part::<Payment>(),
    part::<Allocation>(),
];

/// Columns that may be empty, and whose row says nothing without what they name.
const BINDING: [&str; 3] = ["field_id", "linked_id", "own_kind_id"];

const fn part<R: Record>() -> Part {
    Part {
        name: R::TABLE.name,
        columns: R::COLUMNS,
        add: |tx, row| {
            let record = R::from_row(row)?;
            tx.save(&record)?;
            Ok(())
        },
    }
}

/// How a column is declared.
pub struct Declared {
    /// What it is called.
    pub name: String,
    /// Whether it holds whole numbers; texts otherwise.
    pub is_integer: bool,
    /// Whether it may hold nothing.
    pub is_optional: bool,
    /// The table whose rows it names.
    pub names: Option<String>,
}

impl Declared {
    /// Whether a row goes where what it names goes.
    fn binds(&self) -> bool {
        !self.is_optional || BINDING.contains(&self.name.as_str())
    }
}

impl Part {
    /// How its columns are declared, in the order of `columns`.
    fn declared(self, database: &dyn Database) -> Result<Vec<Declared>> {
        let mut known = database.declared(self.name)?;
        known.retain(|column| self.columns.contains(&column.name.as_str()));
        let place = |column: &Declared| self.columns.iter().position(|name| *name == column.name);
        known.sort_by_key(place);
        Ok(known)
    }

    /// The living rows that may be seen, without what they name and what may not be seen.
    fn question(self, declared: &[Declared]) -> String {
        let mut cells = vec!["t.id".to_owned()];
        let mut conditions = vec!["t.deleted_by IS NULL".to_owned()];
        if self.name == Client::TABLE.name {
            conditions.push(seen("t.id"));
        }
        for column in declared {
            let place = format!("t.{}", column.name);
            match &column.names {
                None => cells.push(place),
                Some(table) => {
                    let lives = lives(table, &place);
                    if column.binds() {
                        conditions.push(format!("({place} IS NULL OR {lives})"));
                    }
                    cells.push(format!("CASE WHEN {lives} THEN {place} END"));
                }
            }
        }
        conditions.extend(self.own_condition());
        let (cells, name) = (cells.join(", "), self.name);
        let conditions = conditions.join(" AND ");
        format!("SELECT {cells} FROM {name} t WHERE {conditions} ORDER BY t.id")
    }

    /// What the declaration of its columns does not tell.
    fn own_condition(self) -> Option<String> {
        if self.name == SavedView::TABLE.name {
            return Some("(t.owner_id IS NULL OR t.owner_id = $1)".to_owned());
        }
        (self.name == FieldValue::TABLE.name).then(|| {
            let [one, several] = [Shape::List, Shape::MultiList].map(Shape::name);
            let lives = lives(Term::TABLE.name, "t.number");
            format!("(t.shape NOT IN ('{one}', '{several}') OR {lives})")
        })
    }
}

/// Whether the row that `place` names is there, on a card that may be seen.
fn lives(table: &str, place: &str) -> String {
    if table == Client::TABLE.name {
        return seen(place);
    }
    let known = TABLES.iter().find(|known| known.name == table);
    let client = known.and_then(|known| known.references.first());
    let card = client.map(|column| format!(" AND {}", seen(&format!("r.{column}"))));
    let card = card.unwrap_or_default();
    format!("EXISTS (SELECT 1 FROM {table} r WHERE r.id = {place} AND r.deleted_by IS NULL{card})")
}

fn seen(place: &str) -> String {
    format!("EXISTS (SELECT 1 FROM visible v WHERE v.employee_id = $1 AND v.client_id = {place})")
}

impl Reader<'_> {
    /// How many rows [`Reader::dump`] would hand out of a table.
    pub fn dump_count(self, part: Part) -> Result<u64> {
        let declared = part.declared(self.database)?;
        let sql = part.question(&declared);
        let who = [self.who.to_value()];
        let asked: &[Value] = if sql.contains("$1") { &who } else { &[] };
        let sql = format!("SELECT COUNT(*) AS count FROM ({sql}) AS handed_out");
        let rows = self.database.query(&sql, asked)?;
        let count: i64 = rows.first().map_or(Ok(0), |row| row.get("count"))?;
        Ok(count.unsigned_abs())
    }

    /// Hands each living row of a table to `each`, its id first: rows on cards that may be seen,
    /// emptied of what names a row that is gone or hidden.
    pub fn dump(
        self,
        part: Part,
        each: &mut dyn FnMut(&[super::Cell<'_>]) -> Result<()>,
    ) -> Result<()> {
        let declared = part.declared(self.database)?;
        let sql = part.question(&declared);
        let who = [self.who.to_value()];
        let asked: &[Value] = if sql.contains("$1") { &who } else { &[] };
        self.database.stream(&sql, asked, &mut |row| {
            let cells = (0..=declared.len()).map(|at| row.cell(at));
            each(&cells.collect::<Result<Vec<_>>>()?)?;
            Ok(Flow::Continue(()))
        })
    }
}
