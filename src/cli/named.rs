//! What a command names in words: clients, colleagues, kinds, results, templates; and days.

use chrono::{Local, NaiveDate};

use crate::domain::task::{TaskKind, TaskResult};
use crate::domain::template::ProjectTemplate;
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{Catalog, Client, Employee, Id, Term, day};
use crate::error::{Error, Named, Result};
use crate::workspace::Workspace;

/// The last day that is written in four digits of its year.
pub const LAST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// How many clients are looked at for the one that is called exactly so.
const HITS: usize = 20;

/// The client of that id, or the only one that a search finds; of several the one that is called
/// exactly so.
///
/// # Errors
/// [`Error::NoneNamed`] or [`Error::ManyNamed`].
pub fn client(workspace: &Workspace, said: &str) -> Result<Id<Client>> {
    let reader = workspace.read();
    if let Ok(id) = said.parse::<i64>() {
        let known = reader.listings(&[Id::from(id)])?;
        if let Some(known) = known.first() {
            return Ok(known.client.id);
        }
    }
    let found = reader.search(said, HITS)?.hits;
    let mut exact = found.iter().filter(|hit| {
        let title = hit.listing.client.title();
        fold(&title) == fold(said)
    });
    let what = Named::Client;
    let name = said.to_owned();
    match (&*found, exact.next(), exact.next()) {
        ([only], ..) => Ok(only.listing.client.id),
        (_, Some(exact), None) => Ok(exact.listing.client.id),
        ([], ..) => Err(Error::NoneNamed { what, name }),
        _ => Err(Error::ManyNamed { what, name }),
    }
}

/// The colleague of that surname, or of that surname with initials or in full.
///
/// # Errors
/// [`Error::NoneNamed`] or [`Error::ManyNamed`].
pub fn employee(employees: &[Employee], said: &str) -> Result<Id<Employee>> {
    let names = |one: &Employee| {
        let whole = [&one.surname, &one.first_name, &one.patronymic].map(String::as_str);
        vec![one.surname.clone(), one.short_name(), whole.join(" ")]
    };
    only(employees, names, Named::Employee, said).map(|one| one.id)
}

/// The kind of operation of that name.
///
/// # Errors
/// [`Error::NoneNamed`] or [`Error::ManyNamed`].
pub fn kind<'a>(catalog: &'a Catalog, said: &str) -> Result<&'a TaskKind> {
    let names = |one: &TaskKind| vec![one.name.clone()];
    only(&catalog.task_kinds, names, Named::TaskKind, said)
}

/// The result of that name, of operations of a kind.
///
/// # Errors
/// [`Error::NoneNamed`] or [`Error::ManyNamed`].
pub fn result(catalog: &Catalog, kind: Id<TaskKind>, said: &str) -> Result<Id<TaskResult>> {
    let results: Vec<_> = catalog.results(kind).cloned().collect();
    let names = |one: &TaskResult| vec![one.name.clone()];
    only(&results, names, Named::TaskResult, said).map(|one| one.id)
}

/// The reason for a loss of that name.
///
/// # Errors
/// [`Error::NoneNamed`] or [`Error::ManyNamed`].
pub fn reason(catalog: &Catalog, said: &str) -> Result<Id<Term>> {
    let reasons: Vec<_> = catalog.terms(Dictionary::LossReason).cloned().collect();
    let names = |one: &Term| vec![one.name.clone()];
    only(&reasons, names, Named::LossReason, said).map(|one| one.id)
}

/// The template of that name.
///
/// # Errors
/// [`Error::NoneNamed`] or [`Error::ManyNamed`].
pub fn template(workspace: &Workspace, said: &str) -> Result<ProjectTemplate> {
    let templates = workspace.read().templates()?;
    let names = |one: &ProjectTemplate| vec![one.name.clone()];
    only(&templates, names, Named::Template, said).cloned()
}

/// The only one that is called so, whatever the capitals; else the only one whose name begins so.
fn only<'a, T>(
    all: &'a [T],
    names: impl Fn(&T) -> Vec<String>,
    what: Named,
    said: &str,
) -> Result<&'a T> {
    let wanted = fold(said);
    let is_called = |one: &&T| names(one).iter().any(|name| fold(name) == wanted);
    let begins = |one: &&T| {
        names(one)
            .iter()
            .any(|name| fold(name).starts_with(&wanted))
    };
    let mut found: Vec<_> = all.iter().filter(is_called).collect();
    if found.is_empty() {
        found = all.iter().filter(begins).collect();
    }
    let name = said.to_owned();
    match *found {
        [one] => Ok(one),
        [] => Err(Error::NoneNamed { what, name }),
        _ => Err(Error::ManyNamed { what, name }),
    }
}

/// A day, as `2026-06-29`, `29.06`, `29.06.2026`, `today` or `tomorrow`; for arguments.
pub fn day(said: &str) -> Result<NaiveDate, String> {
    let today = Local::now().date_naive();
    let iso = said.parse().ok();
    iso.or_else(|| day::read_coming(said, today))
        .ok_or_else(|| said.to_owned())
}

/// A time of day, as `10:30` or `9:00`, in minutes; for arguments.
pub fn minute(said: &str) -> Result<i64, String> {
    let parts = said.split_once(':').and_then(|(hour, minute)| {
        let hour: i64 = hour.parse().ok().filter(|hour| (0..24).contains(hour))?;
        let minute: i64 = minute.parse().ok().filter(|one| (0..60).contains(one))?;
        Some(hour * 60 + minute)
    });
    parts.ok_or_else(|| said.to_owned())
}
