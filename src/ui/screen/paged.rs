//! The rows of a long list: the order of all of them, and the lines that are at hand.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::domain::Id;

/// How many rows are read at once, so that the next few are there before they are seen.
const PAGE: u64 = 64;
/// The most lines that are kept.
const LINES: usize = 40 * 64;

/// What a row shows.
pub trait Line {
    /// What it is a line of.
    type Of;

    /// Which one it is.
    fn id(&self) -> Id<Self::Of>;
}

/// The order of a list and the lines at hand.
#[derive(Debug)]
pub struct Rows<L: Line> {
    order: Arc<Vec<Id<L::Of>>>,
    lines: HashMap<Id<L::Of>, Known<L>>,
    /// Asked for since the last change of the data; who is gone never answers.
    asked: HashSet<Id<L::Of>>,
    is_waiting: bool,
    /// Counts the changes of the data.
    state: u64,
    /// Counts the looks at the lines, to know which was not needed for the longest time.
    look: u64,
}

#[derive(Debug)]
struct Known<L> {
    line: L,
    state: u64,
    look: u64,
}

impl<L: Line> Default for Rows<L> {
    fn default() -> Self {
        Self {
            order: Arc::default(),
            lines: HashMap::new(),
            asked: HashSet::new(),
            is_waiting: false,
            state: 0,
            look: 0,
        }
    }
}

/// Rows whose lines are to be read, as the data stood when that was asked.
#[derive(Debug)]
pub struct Question<T> {
    /// Which ones.
    pub ids: Vec<Id<T>>,
    state: u64,
}

impl<T> Clone for Question<T> {
    fn clone(&self) -> Self {
        Self {
            ids: self.ids.clone(),
            state: self.state,
        }
    }
}

impl<L: Line> Rows<L> {
    /// The ids of all rows, in order.
    pub fn order(&self) -> &Arc<Vec<Id<L::Of>>> {
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

    /// What stands in a row.
    pub fn id(&self, row: u64) -> Option<Id<L::Of>> {
        self.order.get(usize::try_from(row).ok()?).copied()
    }

    /// The row of one.
    pub fn find(&self, id: Id<L::Of>) -> Option<u64> {
        let row = self.order.iter().position(|known| *known == id)?;
        Some(row as u64)
    }

    /// The line of one, if it is at hand.
    pub fn line(&self, id: Id<L::Of>) -> Option<&L> {
        self.lines.get(&id).map(|known| &known.line)
    }

    /// Makes the order this; lines at hand stay.
    pub fn set_order(&mut self, order: Arc<Vec<Id<L::Of>>>) {
        self.order = order;
    }

    /// The data have changed: every line is to be read anew, and is shown as it was until then.
    pub fn renew(&mut self) {
        self.state += 1;
        self.asked.clear();
    }

    /// What has to be read so that these rows can be shown. One question at a time: an answer asks
    /// for what is seen by then, and rows that only flew by are never read.
    pub fn missing(&mut self, seen: Range<u64>) -> Option<Question<L::Of>> {
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
    pub fn answer(&mut self, question: &Question<L::Of>, lines: Vec<L>) {
        self.is_waiting = false;
        if question.state == self.state {
            self.put(lines);
        }
    }

    /// Keeps lines that came another way.
    pub fn put(&mut self, lines: Vec<L>) {
        for line in lines {
            let id = line.id();
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
    pub fn lend(&mut self, lines: Vec<L>) {
        for line in lines {
            let (look, state) = (self.look, self.state.wrapping_sub(1));
            let known = Known { line, state, look };
            self.lines.entry(known.line.id()).or_insert(known);
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
    use crate::domain::Client;

    /// A line that says when it was read.
    #[derive(Debug)]
    struct Read(i64, &'static str);

    impl Line for Read {
        type Of = Client;

        fn id(&self) -> Id<Client> {
            Id::from(self.0)
        }
    }

    fn rows(count: i64) -> Rows<Read> {
        let mut rows = Rows::default();
        rows.set_order(Arc::new((0..count).map(Id::from).collect()));
        rows
    }

    fn lines(ids: &[Id<Client>]) -> Vec<Read> {
        ids.iter().map(|id| Read(id.raw(), "first")).collect()
    }

    fn read(rows: &mut Rows<Read>, seen: Range<u64>) -> usize {
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
        assert_eq!(rows.line(Id::from(999)).unwrap().0, 999);
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
        changed[0].1 = "late";
        rows.answer(&late, changed);
        assert_eq!(rows.line(Id::from(0)).unwrap().1, "first");
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
