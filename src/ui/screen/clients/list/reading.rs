//! What a register asks of the database, and how answers are shown.

use std::sync::Arc;
use std::time::{Duration, Instant};

use iced::Task as Command;

use super::{List, Message, Ordered, Summary};
use crate::domain::listing::{Filter, Found, Listing, Order};
use crate::domain::text::{swap_layout, transliterations};
use crate::domain::{Client, Field, Id, Progress};
use crate::error::Result;
use crate::ui::screen::Context;
use crate::ui::screen::clients::rows::Line;
use crate::ui::widget::table;
use crate::workspace::{Reader, Values};

/// How many clients are shown before the whole order is known.
const HITS: usize = 200;

impl List {
    /// Asks for the order of the whole list; a question that is still being answered is stopped.
    pub(super) fn ask(&mut self, context: &Context) -> Command<Message> {
        self.progress.stop();
        self.progress = Progress::default();
        self.asked += 1;
        self.is_answered = false;
        let (asked, progress) = (self.asked, self.progress.clone());
        let (filter, order) = (self.filter.clone(), self.order());
        let ordered = context
            .worker
            .list(move |reader| read(reader, &filter, order, &progress));
        Command::perform(ordered, move |ordered| Message::Ordered(asked, ordered))
    }

    /// Asks for the first clients of a typed text, which are there long before the whole order.
    pub(super) fn glance(&self, context: &Context) -> Command<Message> {
        // No line knows its groups, nor all that a condition may ask: hits could not be narrowed.
        let is_beyond = !self.filter.groups.is_empty() || self.filter.condition.is_some();
        if self.filter.text.trim().is_empty() || is_beyond {
            return Command::none();
        }
        // The order is about to be asked for under the next number.
        let (asked, text) = (self.asked + 1, self.filter.text.clone());
        let found = context
            .worker
            .read(move |reader| reader.search(&text, HITS));
        Command::perform(found, move |found| Message::Hit(asked, found))
    }

    /// Asks for lines that are seen and not at hand.
    pub(super) fn fetch(&mut self, context: &Context) -> Command<Message> {
        let seen = self.table.visible(self.rows.count());
        let Some(question) = self.rows.missing(seen) else {
            return Command::none();
        };
        let ids = question.ids.clone();
        let fields = self.columns.unsaid();
        let lines = context
            .worker
            .read(move |reader| lines(reader, &ids, &fields));
        Command::perform(lines, move |lines| Message::Read(question.clone(), lines))
    }

    pub(super) fn show_hits(&mut self, found: Found) {
        let passing = found.hits.into_iter().map(|hit| hit.listing);
        let passing = passing.filter(|line| self.filter.passes(line));
        let lines = passing.map(|listing| Line::new(listing, &[], Vec::new()));
        let lines: Vec<_> = lines.collect();
        if lines.is_empty() {
            return;
        }
        self.found = Some(Summary {
            took: Duration::ZERO,
            reading: found.reading,
            is_partial: true,
        });
        let ids = lines.iter().map(|line| line.listing.client.id).collect();
        match self.columns.unsaid().is_empty() {
            true => self.rows.put(lines),
            // They lack what own columns show: they stand there until the whole lines are read.
            false => self.rows.lend(lines),
        }
        self.show(Arc::new(ids));
    }

    /// Shows other rows: from the first where they are new, else with the same under the eyes.
    pub(super) fn show(&mut self, ids: Arc<Vec<Id<Client>>>) {
        let (row, client) = (self.table.cursor(), self.current());
        let (seen, offset) = (self.table.visible(self.rows.count()), self.table.offset());
        self.selection.settle(self.rows.order());
        self.rows.set_order(ids);
        self.selection.keep(self.rows.order());

        let count = self.rows.count();
        let moved = client.and_then(|client| self.rows.find(client));
        let (cursor, offset) = match (row, moved) {
            _ if self.is_new => (0, 0.0),
            (Some(row), Some(moved)) if seen.contains(&row) => {
                (moved, offset + moved as f64 - row as f64)
            }
            (Some(_), Some(moved)) => (moved, offset),
            (row, None) => (row.unwrap_or_default(), offset),
            (None, Some(_)) => (0, offset),
        };
        let _ = self.table.set_cursor((count > 0).then_some(cursor), count);
        let _ = self.table.update(table::Message::ScrolledTo(offset), count);
        if let Some(row) = self.cursor_row() {
            self.selection.anchor(row, self.rows.order());
        }
    }
}

/// The lines of these clients, with what they do not say themselves in these fields.
fn lines(reader: Reader<'_>, ids: &[Id<Client>], fields: &[Field]) -> Result<Vec<Line>> {
    let listings = reader.listings(ids)?;
    let mut values = match fields {
        [] => Values::new(),
        fields => reader.values(ids, fields)?,
    };
    let line = |listing: Listing| {
        let values = values.remove(&listing.client.id).unwrap_or_default();
        Line::new(listing, fields, values)
    };
    Ok(listings.into_iter().map(line).collect())
}

/// The order of a list; where a typed text finds nothing, it is tried in the other keyboard
/// layout, then in the other alphabet.
fn read(reader: Reader<'_>, filter: &Filter, order: Order, progress: &Progress) -> Result<Ordered> {
    progress.check()?;
    let start = Instant::now();
    let mut ids = reader.order(filter, order, progress)?;
    let mut reading = None;
    if ids.is_empty() && !filter.text.trim().is_empty() {
        let text = &filter.text;
        for other in swap_layout(text).into_iter().chain(transliterations(text)) {
            let filter = Filter {
                text: other,
                ..filter.clone()
            };
            ids = reader.order(&filter, order, progress)?;
            if !ids.is_empty() {
                reading = Some(filter.text);
                break;
            }
        }
    }
    let summary = Summary {
        took: start.elapsed(),
        reading,
        is_partial: false,
    };
    Ok(Ordered {
        ids: Arc::new(ids),
        summary,
    })
}
