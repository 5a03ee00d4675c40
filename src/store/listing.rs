//! Lists of clients: their order as a whole, their lines as they come into sight.

mod keys;
mod source;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::client::Kind;
use crate::domain::edit::Change;
use crate::domain::listing::{Filter, Listing, Order, Sort};
use crate::domain::progress::Progress;
use crate::domain::{Client, Datum, Edit, Employee, Field, Id, Operation};
use crate::error::{Error, Result};
use crate::store::filter::Question;
use crate::store::page::{self, PAGE};
use crate::store::search::Terms;
use crate::store::{Column, Flow, Reader, Record, Row};

use keys::Keys;
use source::Source;

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
        let question = self.asked(filter, progress)?;
        if order.by == Sort::Name && question.is_open() {
            return self.order_by_index(filter.kind, order.is_descending, progress);
        }
        let source = self.source(filter.kind, order.by, progress)?;
        let mut keys = Keys::default();
        if source.is_of_client {
            let ids = self.matching(filter.kind, &question, progress)?;
            self.add_of_clients(filter.kind, (&ids, &source), &mut keys, progress)?;
            return Ok(keys.sorted(order.is_descending));
        }
        let mut columns = vec![source.column];
        question.columns(&mut columns);
        self.pieces(filter.kind, &columns, progress, &mut |piece| {
            let found = question.answer(piece, piece.visible, self)?;
            let column = piece.column(source.column)?;
            for row in found.rows() {
                source.add(&mut keys, piece.ids[row], column.cell(row)?);
            }
            Ok(())
        })?;
        Ok(keys.sorted(order.is_descending))
    }

    /// The ids of all clients of a register that a question lets through, the lowest first.
    fn matching(self, kind: Kind, question: &Question, progress: &Progress) -> Result<Vec<i64>> {
        let (mut ids, mut columns) = (Vec::new(), Vec::new());
        question.columns(&mut columns);
        self.pieces(kind, &columns, progress, &mut |piece| {
            let found = question.answer(piece, piece.visible, self)?;
            ids.extend(found.rows().map(|row| piece.ids[row]));
            Ok(())
        })?;
        Ok(ids)
    }

    /// Adds the keys of these clients that stand in the rows of the clients themselves.
    fn add_of_clients(
        self,
        kind: Kind,
        (ids, source): (&[i64], &Source),
        keys: &mut Keys,
        progress: &Progress,
    ) -> Result<()> {
        // The plus keeps the index of names out of it: one pass over the table is faster.
        let sql = format!(
            "SELECT v.client_id, c.{} FROM visible v JOIN clients c ON c.id = v.client_id
              WHERE v.employee_id = $1 AND +v.kind = $2 ORDER BY v.client_id",
            source.column
        );
        let (mut rest, mut count) = (ids, 0);
        self.database
            .stream(&sql, &[self.who.to_value(), kind.to_value()], &mut |row| {
                count += 1;
                if count % STRIDE == 0 {
                    progress.check()?;
                }
                let id = row.cell(0)?.integer();
                while rest.first().is_some_and(|next| *next < id) {
                    rest = &rest[1..];
                }
                if rest.first() == Some(&id) {
                    source.add(keys, id, row.cell(1)?);
                }
                Ok(if rest.is_empty() {
                    Flow::Break(())
                } else {
                    Flow::Continue(())
                })
            })
    }

    /// Whether any client of a register may be seen.
    fn has_any(self, kind: Kind) -> Result<bool> {
        let rows = self.database.query(
            "SELECT v.client_id FROM visible v WHERE v.employee_id = $1 AND v.kind = $2 LIMIT 1",
            &[self.who.to_value(), kind.to_value()],
        )?;
        Ok(!rows.is_empty())
    }

    /// The whole register by name: the index of names is read in its order.
    fn order_by_index(
        self,
        kind: Kind,
        is_descending: bool,
        progress: &Progress,
    ) -> Result<Vec<Id<Client>>> {
        let sql = "SELECT v.client_id FROM visible v WHERE v.employee_id = $1 AND v.kind = $2
                    ORDER BY v.name_key, v.client_id";
        let mut ids = Vec::new();
        self.database
            .stream(sql, &[self.who.to_value(), kind.to_value()], &mut |row| {
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

    /// What a filter asks of each client.
    fn asked(self, filter: &Filter, progress: &Progress) -> Result<Question> {
        let mut parts = Vec::new();
        if let Some(terms) = Terms::of(&filter.text) {
            parts.push(Question::Among(self.worded(
                filter.kind,
                &terms,
                progress,
            )?));
        }
        if !filter.cities.is_empty() {
            let cities = filter.cities.clone();
            parts.push(Question::text("city", move |city| {
                cities.iter().any(|known| known == city)
            }));
        }
        let chosen = Filter {
            cities: Vec::new(),
            condition: None,
            ..filter.clone()
        };
        if let Some(expression) = chosen.expression() {
            parts.push(self.question_unchecked(&expression, filter.kind)?);
        }
        if let Some(expression) = &filter.condition {
            parts.push(self.question(expression, filter.kind)?);
        }
        Ok(Question::All(parts))
    }

    /// The ids of the clients whose text has every word, the lowest first.
    fn worded(self, kind: Kind, terms: &Terms, progress: &Progress) -> Result<Vec<i64>> {
        let mut asked = vec![self.who.to_value(), kind.to_value()];
        let among = match terms.trigrams() {
            Some(trigrams) => {
                asked.push(trigrams.into());
                "AND v.client_id IN (SELECT t.rowid FROM directory_text t
                                      WHERE directory_text MATCH $3)"
            }
            None => "",
        };
        let sql = format!(
            "SELECT v.client_id, s.search FROM visible v
               JOIN directory_search s ON s.client_id = v.client_id
              WHERE v.employee_id = $1 AND +v.kind = $2 {among}"
        );
        let (mut ids, mut count) = (Vec::new(), 0);
        self.database.stream(&sql, &asked, &mut |row| {
            count += 1;
            if count % STRIDE == 0 {
                progress.check()?;
            }
            if terms.is_in(row.cell(1)?.text()) {
                ids.push(row.cell(0)?.integer());
            }
            Ok(Flow::Continue(()))
        })?;
        ids.sort_unstable();
        Ok(ids)
    }

    /// The lines of these clients, in that order; those that may not be seen are left out.
    pub fn listings(self, ids: &[Id<Client>]) -> Result<Vec<Listing>> {
        let mut lines = HashMap::with_capacity(ids.len());
        for page in ids.chunks(PAGE) {
            let asked = page::values([self.who.to_value()], page);
            for row in self.database.query(&LINES_QUESTION, &asked)? {
                let listing = listing(&row)?;
                lines.insert(listing.client.id, listing);
            }
        }
        self.name_employers(&mut lines)?;
        Ok(ids.iter().filter_map(|id| lines.get(id).cloned()).collect())
    }

    /// Fills in where persons work, as far as that may be seen.
    fn name_employers(self, lines: &mut HashMap<Id<Client>, Listing>) -> Result<()> {
        let names = self.names(lines.values().filter_map(|line| line.client.employer))?;
        for line in lines.values_mut() {
            line.employer = names.title(line.client.employer);
        }
        Ok(())
    }

    /// The towns of a register, each with how many clients it has, the largest first.
    pub fn cities(self, kind: Kind) -> Result<Vec<(String, i64)>> {
        let mut counts: HashMap<String, i64> = HashMap::new();
        self.pieces(kind, &["city"], &Progress::default(), &mut |piece| {
            let cities = piece.column("city")?;
            for row in piece.visible.rows() {
                let city = cities.cell(row)?.text();
                match counts.get_mut(city) {
                    Some(count) => *count += 1,
                    None if city.is_empty() => {}
                    None => drop(counts.insert(city.to_owned(), 1)),
                }
            }
            Ok(())
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

/// The lines of a page of clients.
static LINES_QUESTION: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT c.*, v.phone AS line_phone, v.email AS line_email, v.city AS line_city
           FROM visible v JOIN clients c ON c.id = v.client_id
          WHERE v.employee_id = $1 AND v.client_id IN ({})",
        page::places(1)
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
