//! The search over everything (Ctrl K): clients as one types, and what else can be done.

mod deed;
mod papers;
mod view;

#[cfg(test)]
mod tests;

use std::time::{Duration, Instant};

use iced::keyboard::key::Named;
use iced::widget::operation;
use iced::widget::scrollable::AbsoluteOffset;

use super::{Action, Command, Context, Press, Wish};
use crate::domain::listing::{Found, Hit, Listing};
use crate::domain::paper::PaperListing;
use crate::domain::{Client, Id};
use crate::error::Error;

use deed::Deed;

/// How many clients a search shows.
const LIMIT: usize = 50;
/// How many opened cards are kept.
const RECENT: usize = 8;
/// By how many lines Page Up and Page Down move.
const PAGE: isize = 7;

/// What the search remembers, also while it is closed.
#[derive(Debug, Default)]
pub struct Search {
    query: String,
    answer: Option<Answer>,
    /// The papers that were found, for which text.
    papers: Option<(String, Vec<PaperListing>)>,
    /// A question about papers is under way; the next one waits for its answer.
    is_asking_papers: bool,
    /// The cards opened last, the latest first.
    opened: Vec<Id<Client>>,
    recent: Vec<Listing>,
    cursor: usize,
    /// How far the list is scrolled, in logical pixels.
    offset: f32,
    /// Enter was pressed before the answer came.
    is_hasty: bool,
}

/// What was found, for which text, and how long it took.
#[derive(Debug, Clone)]
struct Answer {
    query: String,
    found: Found,
    took: Duration,
}

/// What happened in the search.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed.
    QueryChanged(String),
    /// The answer to a text, and how long it took.
    Found(String, Result<(Found, Duration), Error>),
    /// The papers that were found for a text.
    Papers(String, Result<Vec<PaperListing>, Error>),
    /// The lines of the cards opened last.
    Recalled(Result<Vec<Listing>, Error>),
    /// A line was pressed.
    Pressed(usize),
    /// The list was scrolled to this many logical pixels.
    Scrolled(f32),
}

/// One line that can be chosen.
#[derive(Debug, Clone, Copy)]
enum Item<'a> {
    /// A client, and why it was found.
    Client(&'a Listing, Option<&'a Hit>),
    /// A paper.
    Paper(&'a PaperListing),
    /// Something to do.
    Deed(Deed),
}

impl Search {
    /// A search that knows of no opened card yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins anew: an empty text under the caret, the cards opened last below it.
    pub fn open(&mut self, context: &Context) -> Command<Message> {
        self.query.clear();
        self.answer = None;
        self.papers = None;
        self.is_hasty = false;
        self.restart();
        Command::batch([operation::focus(view::INPUT), self.recall(context)])
    }

    /// Notes that a card was opened, by whatever way.
    pub fn opened(&mut self, client: Id<Client>) {
        self.opened.retain(|known| *known != client);
        self.opened.insert(0, client);
        self.opened.truncate(RECENT);
    }

    /// Asks again: something has changed.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let papers = self.ask_papers(context);
        Command::batch([self.ask(context), papers, self.recall(context)])
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::QueryChanged(query) => {
                self.query = query;
                self.is_hasty = false;
                self.cursor = 0;
                let papers = self.ask_papers(context);
                Action::run(Command::batch([self.ask(context), papers]))
            }
            Message::Found(query, Ok((found, took))) if query == self.query => {
                self.answer = Some(Answer { query, found, took });
                self.restart();
                match self.choose_in_haste(context) {
                    Some(chosen) => chosen,
                    None => Action::run(self.scroll_to(0.0)),
                }
            }
            Message::Papers(query, found) => self.take_papers(query, found, context),
            Message::Recalled(Ok(recent)) => {
                self.recent = recent;
                Action::none()
            }
            Message::Found(query, Err(error)) if query == self.query => {
                Action::wish(Wish::Fail(error))
            }
            // Nobody asks that any more.
            Message::Found(..) => Action::none(),
            Message::Recalled(Err(error)) => Action::wish(Wish::Fail(error)),
            Message::Pressed(index) => self.choose(index, context),
            Message::Scrolled(offset) => {
                self.offset = offset;
                Action::none()
            }
        }
    }

    /// Takes in a key: the caret stays in the text, arrows and Enter belong to the list.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        let steps: &[(Named, isize)] = &[
            (Named::ArrowUp, -1),
            (Named::ArrowDown, 1),
            (Named::PageUp, -PAGE),
            (Named::PageDown, PAGE),
        ];
        if let Some((_, by)) = steps.iter().find(|(key, _)| press.is(*key)) {
            return Action::run(self.step(*by, context));
        }
        if press.is(Named::Escape) {
            return Action::wish(Wish::Back);
        }
        if !press.is(Named::Enter) {
            return Action::none();
        }
        if self.is_answered() && !self.items(context).is_empty() {
            return self.choose(self.cursor, context);
        }
        self.is_hasty = true;
        Action::none()
    }

    /// Whether what is shown belongs to what is typed.
    fn is_answered(&self) -> bool {
        let is_empty = self.query.trim().is_empty();
        is_empty || self.answer.as_ref().map(|answer| &answer.query) == Some(&self.query)
    }

    /// What can be chosen, in the order it is shown.
    fn items(&self, context: &Context) -> Vec<Item<'_>> {
        let deeds = Deed::ALL
            .into_iter()
            .filter(|deed| !(context.is_read_only && deed.is_writing()));
        if self.query.trim().is_empty() {
            let recent = self.recent.iter().map(|line| Item::Client(line, None));
            return recent.chain(deeds.map(Item::Deed)).collect();
        }
        let hits = self.answer.iter().flat_map(|answer| &answer.found.hits);
        let named = deeds.filter(|deed| deed.is_called(&self.query, &context.locale));
        let papers = self.papers.iter().filter(|(query, _)| *query == self.query);
        let papers = papers.flat_map(|(_, found)| found).map(Item::Paper);
        hits.map(|hit| Item::Client(&hit.listing, Some(hit)))
            .chain(papers)
            .chain(named.map(Item::Deed))
            .collect()
    }

    fn ask(&self, context: &Context) -> Command<Message> {
        if self.query.trim().is_empty() {
            return Command::none();
        }
        let (query, asked) = (self.query.clone(), self.query.clone());
        let found = context.worker.read(move |reader| {
            let begun = Instant::now();
            let found = reader.search(&query, LIMIT)?;
            Ok((found, begun.elapsed()))
        });
        Command::perform(found, move |found| Message::Found(asked, found))
    }

    fn recall(&self, context: &Context) -> Command<Message> {
        let opened = self.opened.clone();
        let lines = context.worker.read(move |reader| reader.listings(&opened));
        Command::perform(lines, Message::Recalled)
    }

    fn choose(&mut self, index: usize, context: &Context) -> Action<Message> {
        let wish = match self.items(context).get(index) {
            None => return Action::none(),
            Some(Item::Client(line, _)) => Wish::Open(line.client.id),
            Some(Item::Paper(line)) => Wish::EditPaper(line.paper.id),
            Some(Item::Deed(deed)) => deed.wish(),
        };
        Action::wish(Wish::Back).and(wish)
    }

    /// Moves the cursor and keeps it in sight.
    fn step(&mut self, by: isize, context: &Context) -> Command<Message> {
        let items = self.items(context);
        let last = items.len().saturating_sub(1);
        let cursor = self.cursor.saturating_add_signed(by).min(last);
        let place = view::place(&items, cursor);
        self.cursor = cursor;
        let lowest = place.end - view::LIST;
        let offset = self.offset.max(lowest).min(place.start);
        self.scroll_to(offset)
    }

    fn restart(&mut self) {
        self.cursor = 0;
        self.offset = 0.0;
    }

    fn scroll_to(&mut self, offset: f32) -> Command<Message> {
        self.offset = offset.max(0.0);
        let y = self.offset;
        operation::scroll_to(view::RESULTS, AbsoluteOffset { x: 0.0, y })
    }
}
