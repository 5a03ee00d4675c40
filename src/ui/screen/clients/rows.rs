//! The rows of a list: the order of all of them, and the lines that are at hand.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::domain::listing::Listing;
use crate::domain::{Client, Datum, Field, Id};

/// How many rows are read at once, so that the next few are there before they are seen.
const PAGE: u64 = 64;
/// The most lines that are kept.
const LINES: usize = 40 * 64;

/// The order of a list and the lines at hand.
#[derive(Debug, Default)]
pub struct Rows {
    order: Arc<Vec<Id<Client>>>,
    lines: HashMap<Id<Client>, Known>,
    /// Asked for since the last change of the data; who is gone never answers.
    asked: HashSet<Id<Client>>,
    is_waiting: bool,
    /// Counts the changes of the data.
    state: u64,
    /// Counts the looks at the lines, to know which was not needed for the longest time.
    look: u64,
}

#[derive(Debug)]
struct Known {
    line: Line,
    state: u64,
    look: u64,
}

/// A client as a row of the list shows it.
#[derive(Debug, Clone)]
pub struct Line {
    /// What every list shows.
    pub listing: Listing,
    /// What the line does not say itself of the fields that are shown.
    values: Vec<(Field, Datum)>,
}

impl Line {
    /// A line with what it says in these fields.
    pub fn new(listing: Listing, fields: &[Field], values: Vec<Datum>) -> Self {
        Self {
            listing,
            values: fields.iter().copied().zip(values).collect(),
        }
    }

    /// What it says in a field; nothing while that is not read.
    pub fn datum(&self, field: Field) -> Datum {
        let known = self.values.iter().find(|(known, _)| *known == field);
        match known {
            Some((_, datum)) => datum.clone(),
            None => self.listing.datum(field).unwrap_or_default(),
        }
    }
}

/// Clients whose lines are to be read, as the data stood when that was asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// The clients.
    pub ids: Vec<Id<Client>>,
    state: u64,
}

impl Rows {
    /// The ids of all rows, in order.
    pub fn order(&self) -> &Arc<Vec<Id<Client>>> {
        &self.order
    }

    /// How many rows there are.
    pub fn count(&self) -> u64 {
        self.order.len() as u64
    }

    /// A number that is another after every change of the data.
    pub fn state(&self) -> u64 {
        self.state
    }

    /// The client in a row.
    pub fn id(&self, row: u64) -> Option<Id<Client>> {
        self.order.get(usize::try_from(row).ok()?).copied()
    }

    /// The row of a client.
    pub fn find(&self, id: Id<Client>) -> Option<u64> {
        let row = self.order.iter().position(|known| *known == id)?;
        Some(row as u64)
    }

    /// The line of a client, if it is at hand.
    pub fn line(&self, id: Id<Client>) -> Option<&Line> {
        self.lines.get(&id).map(|known| &known.line)
    }

    /// Makes the order this; lines at hand stay.
    pub fn set_order(&mut self, order: Arc<Vec<Id<Client>>>) {
        self.order = order;
    }

    /// The data have changed: every line is to be read anew, and is shown as it was until then.
    pub fn renew(&mut self) {
        self.state += 1;
        self.asked.clear();
    }

    /// What has to be read so that these rows can be shown. One question at a time: an answer asks
    /// for what is seen by then, and rows that only flew by are never read.
    pub fn missing(&mut self, seen: Range<u64>) -> Option<Question> {
        self.look += 1;
        let start = seen.start / PAGE * PAGE;
        let end = seen.end.div_ceil(PAGE) * PAGE;
        let mut ids = Vec::new();
        for row in start..end.min(self.count()) {
            let Some(id) = self.id(row) else { continue };
            match self.lines.get_mut(&id) {
                Some(line) if line.state == self.state => line.look = self.look,
                _ if self.is_waiting || self.asked.contains(&id) => {}
                _ => ids.push(id),
            }
        }
        if ids.is_empty() {
            return None;
        }
        self.asked.extend(&ids);
        self.is_waiting = true;
        Some(Question {
            ids,
            state: self.state,
        })
    }

    /// Takes the answer to a question in; a late one is dropped.
    pub fn answer(&mut self, question: &Question, lines: Vec<Line>) {
        self.is_waiting = false;
        if question.state == self.state {
            self.put(lines);
        }
    }

    /// Keeps lines that came another way.
    pub fn put(&mut self, lines: Vec<Line>) {
        for line in lines {
            let id = line.listing.client.id;
            self.asked.remove(&id);
            let known = Known {
                state: self.state,
                look: self.look,
                line,
            };
            self.lines.insert(id, known);
        }
        self.forget();
    }

    /// Shows lines until the whole ones are read, where there is none yet.
    pub fn lend(&mut self, lines: Vec<Line>) {
        for line in lines {
            let (look, state) = (self.look, self.state.wrapping_sub(1));
            let known = Known { line, state, look };
            self.lines
                .entry(known.line.listing.client.id)
                .or_insert(known);
        }
        self.forget();
    }

    /// Drops the lines that were not looked at for the longest time.
    fn forget(&mut self) {
        if self.lines.len() <= LINES {
            return;
        }
        let mut looks: Vec<u64> = self.lines.values().map(|line| line.look).collect();
        let half = looks.len() / 2;
        let (_, oldest, _) = looks.select_nth_unstable(half);
        let (oldest, newest) = (*oldest, self.look);
        self.lines
            .retain(|_, line| line.look > oldest || line.look == newest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(count: i64) -> Rows {
        let mut rows = Rows::default();
        rows.set_order(Arc::new((0..count).map(Id::from).collect()));
        rows
    }

    fn lines(ids: &[Id<Client>]) -> Vec<Line> {
        let listing = |id: &Id<Client>| Listing {
            client: Client {
                id: *id,
                ..Client::organization(format!("№ {id:?}"))
            },
            phone: String::new(),
            email: String::new(),
            city: String::new(),
            employer: String::new(),
        };
        ids.iter()
            .map(|id| Line::new(listing(id), &[], Vec::new()))
            .collect()
    }

    fn read(rows: &mut Rows, seen: Range<u64>) -> usize {
        let Some(question) = rows.missing(seen) else {
            return 0;
        };
        rows.answer(&question, lines(&question.ids));
        question.ids.len()
    }

    #[test]
    fn whole_pages_are_read_and_only_once() {
        let mut rows = rows(1000);
        assert_eq!(read(&mut rows, 60..70), 128);
        assert_eq!(read(&mut rows, 0..128), 0);
        assert_eq!(read(&mut rows, 990..1000), 40);
        assert_eq!(
            rows.line(Id::from(999)).unwrap().listing.client.name,
            "№ 999"
        );
    }

    #[test]
    fn a_late_answer_is_dropped_and_the_old_line_shown_until_then() {
        let mut rows = rows(10);
        read(&mut rows, 0..10);
        rows.renew();
        let late = rows.missing(0..10).unwrap();
        rows.renew();
        assert!(rows.missing(0..10).is_none(), "one question at a time");

        let mut changed = lines(&late.ids);
        changed[0].listing.client.name = "late".to_owned();
        rows.answer(&late, changed);
        assert_eq!(rows.line(Id::from(0)).unwrap().listing.client.name, "№ 0");
        assert_eq!(rows.missing(0..10).unwrap().ids.len(), 10);
    }

    #[test]
    fn who_is_gone_is_not_asked_for_again() {
        let mut rows = rows(3);
        let question = rows.missing(0..3).unwrap();
        rows.answer(&question, lines(&question.ids[..2]));
        assert!(rows.missing(0..3).is_none());
        rows.renew();
        assert!(rows.missing(0..3).is_some());
    }

    #[test]
    fn scrolling_through_everything_keeps_a_few_thousand_lines() {
        let mut rows = rows(100_000);
        for start in (0..100_000).step_by(40) {
            read(&mut rows, start..start + 40);
            assert!(rows.lines.len() <= LINES);
            assert!(rows.line(Id::from(start as i64)).is_some(), "{start}");
        }
    }
}
