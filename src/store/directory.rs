//! The directory: a short line for each living client, made from its card at every commit.

mod parts;

use std::sync::LazyLock;

use crate::domain::client::{Kind, Roles};
use crate::domain::completeness::Items;
use crate::domain::text::fold;
use crate::domain::{Card, Client, Employee, Id, Term, name};
use crate::error::Result;
use crate::store::audit::Entry;
use crate::store::columns::Changed;
use crate::store::page::PAGE;
use crate::store::{Column, Database, Flow, Record, Row, Value, cards, columns, search};
pub(super) use parts::{Parts, refresh_parts};

/// What lists and search need of one card. It holds nothing that the card does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    kind: Kind,
    owner: Option<Id<Employee>>,
    employer: Option<Id<Client>>,
    roles: Roles,
    name_key: String,
    inn: String,
    city: String,
    phone: String,
    email: String,
    position: String,
    since: String,
    birthday: String,
    segment: Option<Id<Term>>,
    source: Option<Id<Term>>,
    category: Option<Id<Term>>,
    stage: String,
    next_step_on: String,
    checked_on: String,
    filled: Items,
    search: String,
}

const COLUMNS: [&str; 20] = [
    "client_id",
    "kind",
    "owner_id",
    "employer_id",
    "roles",
    "name_key",
    "inn",
    "city",
    "phone",
    "email",
    "position",
    "since",
    "birthday",
    "segment_id",
    "source_id",
    "category_id",
    "stage",
    "next_step_on",
    "checked_on",
    "filled",
];

impl Line {
    /// The line of a card.
    pub fn of(card: &Card) -> Self {
        let client = &card.client;
        let value = |text: Option<&String>| text.cloned().unwrap_or_default();
        Self {
            kind: client.kind,
            owner: client.owner,
            employer: client.employer,
            roles: client.roles,
            name_key: name_key(client.kind, &client.title()),
            inn: client.inn.clone(),
            city: value(card.address().map(|address| &address.city)),
            phone: value(card.phone().map(|contact| &contact.value)),
            email: value(card.email().map(|contact| &contact.value)),
            position: client.position.clone(),
            since: written(client.since),
            birthday: written(client.birthday),
            segment: client.segment,
            source: client.source,
            category: client.category,
            stage: client.stage.map_or(String::new(), |s| s.name().to_owned()),
            next_step_on: written(client.next_step_on),
            checked_on: written(client.checked_on),
            filled: Items::filled(card),
            search: search_text(card),
        }
    }

    fn values(&self, id: Id<Client>) -> [Value; 20] {
        [
            id.to_value(),
            self.kind.to_value(),
            self.owner.to_value(),
            self.employer.to_value(),
            self.roles.to_value(),
            self.name_key.to_value(),
            self.inn.to_value(),
            self.city.to_value(),
            self.phone.to_value(),
            self.email.to_value(),
            self.position.to_value(),
            self.since.to_value(),
            self.birthday.to_value(),
            self.segment.to_value(),
            self.source.to_value(),
            self.category.to_value(),
            self.stage.to_value(),
            self.next_step_on.to_value(),
            self.checked_on.to_value(),
            self.filled.to_value(),
        ]
    }
}

impl Line {
    /// Whether a row of the directory, and behind it the text of the search, says the same.
    fn is_in(&self, id: Id<Client>, row: &Row) -> bool {
        let search = [self.search.to_value()];
        self.values(id).iter().chain(&search).eq(&row.values)
    }
}

/// A day as lists sort it; empty where it is not known.
fn written(day: Option<impl ToString>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The name as lists sort it and search compares it: a legal form stands behind the name, so
/// that `ООО «Ромашка»` is found and sorted under Р.
pub(super) fn name_key(kind: Kind, title: &str) -> String {
    match kind {
        Kind::Person => fold(title),
        Kind::Organization => {
            let name::Organisation { form, core } = name::Organisation::parse(title);
            match form {
                Some(form) => format!("{core} {}", fold(form)),
                None => core,
            }
        }
    }
}

/// Everything a search compares, one thing a line: no word reaches over two.
fn search_text(card: &Card) -> String {
    let client = &card.client;
    let mut text = name_key(client.kind, &client.title());
    let mut add = |part: &str| {
        if !part.is_empty() && !text.contains(part) {
            text.push('\n');
            text.push_str(part);
        }
    };
    if client.kind == Kind::Organization {
        add(&name::core_name(&client.full_name));
    }
    add(&fold(&client.inn));
    add(&fold(&client.ogrn));
    for contact in &card.contacts {
        add(&contact.key());
    }
    text
}

/// Brings the lines of at most [`PAGE`] clients up to date, and notes what has changed of them; a
/// deleted client has none.
pub(super) fn refresh(
    database: &dyn Database,
    ids: &[Id<Client>],
    changed: &mut Changed,
) -> Result<()> {
    let cards = cards::load_reachable(database, ids)?;
    for id in ids {
        match cards.get(id) {
            Some(card) => rewrite(database, *id, &Line::of(card), changed)?,
            None => {
                changed.line(id.raw());
                forget(database, *id)?;
            }
        }
    }
    Ok(())
}

/// Writes the first line of a client.
pub(super) fn write(database: &dyn Database, id: Id<Client>, line: &Line) -> Result<()> {
    database.execute(&INSERT, &line.values(id))?;
    search::index(database, id, &line.search, true)
}

/// Writes a line anew where it says something else, the full text too, and notes what has changed.
pub(super) fn rewrite(
    database: &dyn Database,
    id: Id<Client>,
    line: &Line,
    changed: &mut Changed,
) -> Result<()> {
    let values = line.values(id);
    let known = database.query(&KNOWN, &[id.to_value()])?;
    let Some(known) = known.first() else {
        changed.line(id.raw());
        database.execute(&UPSERT, &values)?;
        return search::index(database, id, &line.search, false);
    };
    let said = COLUMNS.iter().zip(&values).zip(&known.values);
    let differing: Vec<_> = said
        .filter(|((_, now), before)| now != before)
        .map(|((column, _), _)| *column)
        .collect();
    if !differing.is_empty() {
        database.execute(&UPSERT, &values)?;
        changed.columns(id.raw(), differing);
    }
    if known.values.last() == Some(&line.search.to_value()) {
        return Ok(());
    }
    search::index(database, id, &line.search, false)
}

/// A line as it stands, and behind it the text of the search.
static KNOWN: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {}, s.search FROM directory d LEFT JOIN directory_search s USING (client_id)
          WHERE d.client_id = $1",
        COLUMNS.map(|column| format!("d.{column}")).join(", ")
    )
});

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let places: Vec<_> = (1..=COLUMNS.len()).map(|n| format!("${n}")).collect();
    format!(
        "INSERT INTO directory ({}) VALUES ({})",
        COLUMNS.join(", "),
        places.join(", ")
    )
});

static UPSERT: LazyLock<String> = LazyLock::new(|| {
    let sets: Vec<_> = COLUMNS[1..]
        .iter()
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    let sets = sets.join(", ");
    format!("{} ON CONFLICT (client_id) DO UPDATE SET {sets}", *INSERT)
});

fn forget(database: &dyn Database, id: Id<Client>) -> Result<()> {
    let gone = database.execute(
        "DELETE FROM directory WHERE client_id = $1",
        &[id.to_value()],
    )?;
    if gone > 0 {
        search::forget(database, id)?;
    }
    Ok(())
}

/// Takes out the lines of all clients that an operation has deleted, and names those.
pub(super) fn forget_deleted(database: &dyn Database, operation: Id<Entry>) -> Result<Vec<i64>> {
    let table = Client::TABLE.name;
    let deleted = format!(
        "SELECT row_id FROM changes WHERE operation_id = $1 AND table_name = '{table}'
            AND column_name = 'deleted_by' AND new_value IS NOT NULL ORDER BY row_id"
    );
    let key = [operation.to_value()];
    let mut gone = Vec::new();
    database.stream(&deleted, &key, &mut |row| {
        gone.push(row.cell(0)?.integer());
        Ok(Flow::Continue(()))
    })?;
    for (lines, id) in [
        ("directory", "client_id"),
        ("directory_search", "client_id"),
        ("directory_text", "rowid"),
    ] {
        database.execute(
            &format!("DELETE FROM {lines} WHERE {id} IN ({deleted})"),
            &key,
        )?;
    }
    Ok(gone)
}

/// Clients whose line is missing, left over or not what their card says: a sound file has none.
pub(crate) fn faults(database: &dyn Database) -> Result<Vec<i64>> {
    let mut faults = Vec::new();
    let table = Client::TABLE.name;
    let sql = format!(
        "SELECT t.id FROM {table} t LEFT JOIN directory d ON d.client_id = t.id
          WHERE (d.client_id IS NULL) <> (t.deleted_by IS NOT NULL)"
    );
    for row in database.query(&sql, &[])? {
        faults.push(row.get("id")?);
    }
    let lines = format!(
        "SELECT {}, s.search FROM directory d LEFT JOIN directory_search s USING (client_id)
          WHERE d.client_id > $1 ORDER BY d.client_id LIMIT {PAGE}",
        COLUMNS.map(|column| format!("d.{column}")).join(", ")
    );
    let mut last = i64::MIN;
    loop {
        let page = database.query(&lines, &[last.into()])?;
        let ids: Vec<Id<Client>> = page
            .iter()
            .map(|row| row.get("client_id"))
            .collect::<Result<_>>()?;
        let Some(id) = ids.last() else {
            faults.extend(columns::faults(database)?);
            return Ok(faults);
        };
        last = id.raw();
        let cards = cards::load_reachable(database, &ids)?;
        for (id, row) in ids.iter().zip(&page) {
            let is_so = cards
                .get(id)
                .is_none_or(|card| Line::of(card).is_in(*id, row));
            if !is_so {
                faults.push(id.raw());
            }
        }
    }
}
