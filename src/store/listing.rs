//! Lists of clients: their order as a whole, their lines as they come into sight.

mod keys;
mod source;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::domain::client::Kind;
use crate::domain::edit::Change;
use crate::domain::listing::{Filter, Listing, Order, Sort};
use crate::domain::progress::Progress;
use crate::domain::{Client, Datum, Edit, Employee, Field, Id, Operation};
use crate::error::{Error, Result};
use crate::store::search::Terms;
use crate::store::{Column, Flow, Reader, Record, Row, Value};

use keys::Keys;
use source::Source;

/// How many lines one statement reads; fewer are asked for by repeating the last.
const LINES: usize = 64;
/// How many rows go by between two looks at whether the user has stopped the work.
const STRIDE: usize = 4096;

/// A card in the bin: who it is, and when and by what it was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discarded {
    /// The client.
    pub client: Client,
    /// What deleted it.
    pub operation: Operation,
    /// When, in milliseconds UTC.
    pub deleted_at: chrono::DateTime<chrono::Utc>,
}

impl Reader<'_> {
    /// The ids of all clients that `filter` lets through, in `order`.
    ///
    /// # Errors
    /// [`Error::Cancelled`] as soon as `progress` is told to stop.
    pub fn order(
        self,
        filter: &Filter,
        order: Order,
        progress: &Progress,
    ) -> Result<Vec<Id<Client>>> {
        if !self.has_any(filter.kind)? {
            return Ok(Vec::new());
        }
        let terms = Terms::of(&filter.text);
        let conditions = self.conditions(filter, terms.as_ref())?;
        if order.by == Sort::Name && terms.is_none() && conditions.are_indexed() {
            return self.order_by_index(conditions, order.is_descending, progress);
        }
        let source = self.source(filter.kind, order.by, progress)?;
        let (sql, parameters) = conditions.statement(&source, terms.is_some());
        let mut keys = Keys::default();
        let mut count = 0;
        self.database.stream(&sql, &parameters, &mut |row| {
            count += 1;
            if count % STRIDE == 0 {
                progress.check()?;
            }
            if let Some(terms) = &terms
                && !terms.is_in(row.cell(2)?.text())
            {
                return Ok(Flow::Continue(()));
            }
            source.add(&mut keys, row.cell(0)?.integer(), row.cell(1)?);
            Ok(Flow::Continue(()))
        })?;
        Ok(keys.sorted(order.is_descending))
    }

    /// Whether any client of a register may be seen.
    fn has_any(self, kind: Kind) -> Result<bool> {
        let rows = self.database.query(
            "SELECT v.client_id FROM visible v WHERE v.employee_id = $1 AND v.kind = $2 LIMIT 1",
            &[self.who.to_value(), kind.to_value()],
        )?;
        Ok(!rows.is_empty())
    }

    /// The same where the index of names tells all that is asked: it is read in its order.
    fn order_by_index(
        self,
        conditions: Conditions,
        is_descending: bool,
        progress: &Progress,
    ) -> Result<Vec<Id<Client>>> {
        let Conditions { sql, parameters } = conditions;
        let sql = format!(
            "SELECT v.client_id FROM visible v WHERE v.employee_id = $1 AND v.kind = $2{sql}
              ORDER BY v.name_key, v.client_id"
        );
        let mut ids = Vec::new();
        self.database.stream(&sql, &parameters, &mut |row| {
            ids.push(Id::from(row.cell(0)?.integer()));
            if ids.len() % STRIDE == 0 {
                progress.check()?;
            }
            Ok(Flow::Continue(()))
        })?;
        if is_descending {
            ids.reverse();
        }
        Ok(ids)
    }

    /// What is asked of each line.
    fn conditions(self, filter: &Filter, terms: Option<&Terms>) -> Result<Conditions> {
        let mut conditions = Conditions::new(self.who, filter.kind);
        if let Some(trigrams) = terms.and_then(Terms::trigrams) {
            conditions.add(
                "v.client_id IN (SELECT t.rowid FROM directory_text t WHERE directory_text MATCH ?)",
                [trigrams.into()],
            );
        }
        if !filter.roles.is_empty() {
            conditions.add("(v.roles & ?) <> 0", [filter.roles.to_value()]);
        }
        if !filter.groups.is_empty() {
            conditions.add(
                "v.client_id IN (SELECT m.client_id FROM memberships m
                                  WHERE m.deleted_by IS NULL AND m.group_id IN (?))",
                filter.groups.iter().map(Column::to_value),
            );
        }
        if !filter.owners.is_empty() {
            // Nobody is written as an employee that does not exist.
            conditions.add(
                "COALESCE(v.owner_id, 0) IN (?)",
                filter
                    .owners
                    .iter()
                    .map(|owner| owner.map_or(0.into(), |id| id.to_value())),
            );
        }
        if !filter.cities.is_empty() {
            conditions.add("v.city IN (?)", filter.cities.iter().map(Column::to_value));
        }
        if filter.has_phone {
            conditions.add("v.phone <> ''", []);
        }
        if filter.has_email {
            conditions.add("v.email <> ''", []);
        }
        if let Some(expression) = &filter.condition {
            let asked = self.compile(expression, filter.kind, &mut conditions.parameters)?;
            conditions.sql.push_str(" AND ");
            conditions.sql.push_str(&asked);
        }
        Ok(conditions)
    }

    /// The lines of these clients, in that order; those that may not be seen are left out.
    pub fn listings(self, ids: &[Id<Client>]) -> Result<Vec<Listing>> {
        let mut lines = HashMap::with_capacity(ids.len());
        for chunk in ids.chunks(LINES) {
            let parameters = self.lines_of(chunk.iter().map(Column::to_value));
            for row in self.database.query(&LINES_QUESTION, &parameters)? {
                let listing = listing(&row)?;
                lines.insert(listing.client.id, listing);
            }
        }
        self.name_employers(&mut lines)?;
        Ok(ids.iter().filter_map(|id| lines.get(id).cloned()).collect())
    }

    /// Fills in where persons work, as far as that may be seen.
    fn name_employers(self, lines: &mut HashMap<Id<Client>, Listing>) -> Result<()> {
        let employers: HashSet<i64> = lines
            .values()
            .filter_map(|line| line.client.employer.map(Id::raw))
            .collect();
        let employers: Vec<i64> = employers.into_iter().collect();
        let mut titles = HashMap::new();
        for chunk in employers.chunks(LINES) {
            let parameters = self.lines_of(chunk.iter().map(|id| Value::Integer(*id)));
            for row in self.database.query(&LINES_QUESTION, &parameters)? {
                let client = Client::from_row(&row)?;
                titles.insert(client.id, client.title());
            }
        }
        for line in lines.values_mut() {
            let title = line.client.employer.and_then(|id| titles.get(&id));
            line.employer = title.cloned().unwrap_or_default();
        }
        Ok(())
    }

    /// The parameters of [`LINES_QUESTION`] for up to [`LINES`] clients: the last is repeated, so
    /// that one prepared statement serves every page.
    fn lines_of(self, ids: impl Iterator<Item = Value>) -> Vec<Value> {
        let mut parameters = vec![self.who.to_value()];
        parameters.extend(ids.take(LINES));
        let last = parameters.last().cloned().unwrap_or(Value::Null);
        parameters.resize(LINES + 1, last);
        parameters
    }

    /// The towns of a register, each with how many clients it has, the largest first.
    pub fn cities(self, kind: Kind) -> Result<Vec<(String, i64)>> {
        let mut counts: HashMap<String, i64> = HashMap::new();
        let key = [self.who.to_value(), kind.to_value()];
        let sql = "SELECT v.city FROM visible v WHERE v.employee_id = $1 AND +v.kind = $2";
        self.database.stream(sql, &key, &mut |row| {
            let city = row.cell(0)?.text();
            match counts.get_mut(city) {
                Some(count) => *count += 1,
                None if city.is_empty() => {}
                None => drop(counts.insert(city.to_owned(), 1)),
            }
            Ok(Flow::Continue(()))
        })?;
        let mut cities: Vec<_> = counts.into_iter().collect();
        cities.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        Ok(cities)
    }

    /// How many clients of a register may be seen.
    pub fn count(self, kind: Kind) -> Result<i64> {
        let rows = self.database.query(
            "SELECT COUNT(*) AS n FROM visible v WHERE v.employee_id = $1 AND v.kind = $2",
            &[self.who.to_value(), kind.to_value()],
        )?;
        rows.first().map_or(Ok(0), |row| row.get("n"))
    }

    /// Cards in the bin, the latest first, at most `limit`. What an undo took away is not there:
    /// a redo brings it back.
    pub fn bin(self, limit: usize) -> Result<Vec<Discarded>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = self.database.query(
            "SELECT c.*, o.name AS operation, o.done_at
               FROM visible_in_bin b JOIN clients c ON c.id = b.client_id
               JOIN operations o ON o.id = b.deleted_by
              WHERE b.employee_id = $1 AND o.kind <> 'undo' AND o.name <> 'erase-person'
              ORDER BY b.deleted_by DESC, c.id LIMIT $2",
            &[self.who.to_value(), limit.into()],
        )?;
        rows.iter()
            .map(|row| {
                Ok(Discarded {
                    client: Client::from_row(row)?,
                    operation: row.get("operation")?,
                    deleted_at: row.get("done_at")?,
                })
            })
            .collect()
    }
}

impl crate::store::Transaction<'_> {
    /// Sends clients to the bin. Returns how many went.
    pub fn delete_clients(&mut self, clients: &[Id<Client>]) -> Result<usize> {
        let listings = self.read().listings(clients)?;
        for listing in &listings {
            self.delete(&listing.client)?;
        }
        Ok(listings.len())
    }

    /// Gives clients to another employee, or to nobody. Returns how many changed hands.
    pub fn reassign(
        &mut self,
        clients: &[Id<Client>],
        owner: Option<Id<Employee>>,
    ) -> Result<usize> {
        let owner = owner.map_or(Datum::Nothing, |id| Datum::Employees(vec![id]));
        let edit = Edit {
            field: Field::Owner,
            change: Change::Set(owner),
        };
        self.edit_clients(clients, &[edit])
    }

    /// Brings clients back from the bin.
    pub fn restore_clients(&mut self, clients: &[Id<Client>]) -> Result<()> {
        for client in clients {
            let allowed = self.read().database.query(
                "SELECT b.client_id FROM visible_in_bin b WHERE b.employee_id = $1 AND b.client_id = $2",
                &[self.read().who.to_value(), client.to_value()],
            )?;
            if allowed.is_empty() {
                return Err(Error::Missing("clients"));
            }
            self.restore(Client::TABLE, client.raw())?;
        }
        Ok(())
    }
}

/// What the index of names has of each line.
const INDEXED: [&str; 10] = [
    "name_key",
    "owner_id",
    "roles",
    "stage",
    "filled",
    "segment_id",
    "source_id",
    "category_id",
    "next_step_on",
    "checked_on",
];

/// `WHERE …` in the making, behind who looks at which register: `?` stands for a value, or for a
/// list of them.
struct Conditions {
    sql: String,
    parameters: Vec<Value>,
}

impl Conditions {
    fn new(who: Id<Employee>, kind: Kind) -> Self {
        Self {
            sql: String::new(),
            parameters: vec![who.to_value(), kind.to_value()],
        }
    }

    /// Whether the index of names tells it all. Ids may be held against a list; what names few ids,
    /// or has other tables looked at for each line, is faster in the order of the ids.
    fn are_indexed(&self) -> bool {
        let sql = self.sql.replace(", v.client_id)", "");
        let mut columns = sql.split("v.").skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            &rest[..end.unwrap_or(rest.len())]
        });
        columns.all(|column| INDEXED.contains(&column))
    }

    /// The statement that reads id, sort key and, for a text, what it is compared with.
    fn statement(self, source: &Source, has_text: bool) -> (String, Vec<Value>) {
        let (search, words) = match has_text {
            true => (
                ", s.search",
                "JOIN directory_search s ON s.client_id = v.client_id",
            ),
            false => ("", ""),
        };
        let client = match source.is_of_client {
            true => "JOIN clients c ON c.id = v.client_id",
            false => "",
        };
        // The plus keeps the index of names out of it: one pass over the table is faster.
        let sql = format!(
            "SELECT v.client_id, {}{search} FROM visible v {client} {words}
              WHERE v.employee_id = $1 AND +v.kind = $2{}",
            source.column, self.sql
        );
        (sql, self.parameters)
    }

    fn add(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        let first = self.parameters.len() + 1;
        self.parameters.extend(values);
        let places: Vec<_> = (first..=self.parameters.len())
            .map(|n| format!("${n}"))
            .collect();
        self.sql.push_str(" AND ");
        self.sql
            .push_str(&condition.replace('?', &places.join(", ")));
    }
}

/// The lines of [`LINES`] clients.
static LINES_QUESTION: LazyLock<String> = LazyLock::new(|| {
    let places: Vec<_> = (2..2 + LINES).map(|n| format!("${n}")).collect();
    format!(
        "SELECT c.*, v.phone AS line_phone, v.email AS line_email, v.city AS line_city
           FROM visible v JOIN clients c ON c.id = v.client_id
          WHERE v.employee_id = $1 AND v.client_id IN ({})",
        places.join(", ")
    )
});

fn listing(row: &Row) -> Result<Listing> {
    Ok(Listing {
        client: Client::from_row(row)?,
        phone: row.get("line_phone")?,
        email: row.get("line_email")?,
        city: row.get("line_city")?,
        employer: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_of_names_answers_what_it_has() {
        let is_indexed = |sql: &str| {
            let mut conditions = Conditions::new(Id::from(1), Kind::Organization);
            conditions.sql.push_str(sql);
            conditions.are_indexed()
        };
        assert!(is_indexed(""));
        assert!(is_indexed(
            " AND ((v.roles & 4) <> 0 OR AMONG($3, v.client_id))"
        ));
        assert!(!is_indexed(" AND v.city <> ''"));
        assert!(!is_indexed(" AND v.client_id IN ($3, $4)"));
        assert!(!is_indexed(
            " AND EXISTS (SELECT 1 FROM clients c WHERE c.id = v.client_id)"
        ));
    }
}
