//! The list itself: what it is narrowed to, the papers that were found, the cursor.

use std::sync::Arc;

use chrono::Local;

use crate::domain::paper::{PaperFilter, PaperListing, PaperOrder, PaperSort, PaperTotals};
use crate::domain::text::swap_layout;
use crate::domain::{Id, Paper};
use crate::error::Result;
use crate::ui::screen::paged::{self, Rows};
use crate::ui::screen::{Action, Command, Context, Wish};
use crate::ui::widget::table::{self, Sort, Step};
use crate::workspace::Reader;

impl paged::Line for PaperListing {
    type Of = Paper;

    fn id(&self) -> Id<Paper> {
        self.paper.id
    }
}

/// A list of papers.
#[derive(Debug)]
pub struct List {
    /// What it is narrowed to.
    pub filter: PaperFilter,
    /// Where the table stands, its cursor, its order.
    pub table: table::State,
    rows: Rows<PaperListing>,
    /// What the invoices among them add up to; nothing where that is not asked.
    pub totals: Vec<PaperTotals>,
    has_totals: bool,
    /// Counts the questions, so that a late answer is known.
    asked: u64,
    /// A question is under way; the next one waits for its answer.
    is_asking: bool,
    /// Whether anything was read.
    pub is_read: bool,
    /// Whether the awaited rows are others, and are shown from the first.
    is_new: bool,
}

/// What happened in a list.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something in the table.
    Table(table::Message),
    /// The papers that were asked for were found.
    Found(u64, Result<Found>),
    /// Lines were read.
    Read(paged::Question<Paper>, Result<Vec<PaperListing>>),
}

/// The papers of a list, in order, and what they add up to.
#[derive(Debug, Clone)]
pub struct Found {
    ids: Arc<Vec<Id<Paper>>>,
    totals: Vec<PaperTotals>,
}

impl List {
    /// A list that has read nothing yet.
    pub fn new(filter: PaperFilter, order: PaperOrder, has_totals: bool) -> Self {
        let sort = Sort {
            key: order.by.name().into(),
            is_ascending: !order.is_descending,
        };
        Self {
            filter,
            table: table::State::new(Some(sort), []),
            rows: Rows::default(),
            totals: Vec::new(),
            has_totals,
            asked: 0,
            is_asking: false,
            is_read: false,
            is_new: true,
        }
    }

    /// How many papers there are.
    pub fn count(&self) -> u64 {
        self.rows.count()
    }

    /// What stands in a row, where it is at hand.
    pub fn line(&self, row: u64) -> Option<&PaperListing> {
        self.rows.line(self.rows.id(row)?)
    }

    /// The paper under the cursor.
    pub fn current(&self) -> Option<&PaperListing> {
        self.line(self.table.cursor()?)
    }

    /// Takes in what happened; what happens in the table is for [`Self::point`].
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Table(_) => Action::none(),
            Message::Found(asked, found) => {
                self.is_asking = false;
                if asked != self.asked {
                    return Action::run(self.find(context)); // narrowed otherwise since
                }
                match found {
                    Ok(found) => {
                        self.show(found);
                        Action::run(self.fetch(context))
                    }
                    Err(error) => Action::wish(Wish::Fail(error)),
                }
            }
            Message::Read(question, Ok(lines)) => {
                self.rows.answer(&question, lines);
                Action::run(self.fetch(context))
            }
            Message::Read(question, Err(error)) => {
                self.rows.answer(&question, Vec::new());
                Action::wish(Wish::Fail(error))
            }
        }
    }

    /// Takes in what happened in the table, and reads what is seen by it now.
    pub fn point(
        &mut self,
        message: table::Message,
        context: &Context,
    ) -> (table::Action, Command<Message>) {
        let action = self.table.update(message, self.count());
        let command = match action {
            table::Action::Visible(_) => self.fetch(context),
            table::Action::Sort(_) => {
                self.is_new = true;
                self.ask(context)
            }
            _ => Command::none(),
        };
        (action, command)
    }

    /// Changes what the list is narrowed to, and looks for it.
    pub fn narrow(
        &mut self,
        context: &Context,
        change: impl FnOnce(&mut PaperFilter),
    ) -> Command<Message> {
        let before = self.filter.clone();
        change(&mut self.filter);
        if self.filter == before {
            return Command::none();
        }
        self.is_new = true;
        self.ask(context)
    }

    /// The data have changed: reads everything anew. Place and cursor stay.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        self.rows.renew();
        Command::batch([self.ask(context), self.fetch(context)])
    }

    /// Moves the cursor.
    pub fn step(&mut self, step: Step, context: &Context) -> Command<Message> {
        self.is_new = false;
        self.table.step(step, self.count());
        self.fetch(context)
    }

    /// In which order the papers stand.
    fn order(&self) -> PaperOrder {
        let sort = self.table.sort();
        let order = sort.and_then(|sort| {
            Some(PaperOrder {
                by: PaperSort::of_name(&sort.key)?,
                is_descending: !sort.is_ascending,
            })
        });
        order.unwrap_or_default()
    }

    fn ask(&mut self, context: &Context) -> Command<Message> {
        self.asked += 1;
        match self.is_asking {
            true => Command::none(), // the answer asks for what is wanted by then
            false => self.find(context),
        }
    }

    fn find(&mut self, context: &Context) -> Command<Message> {
        self.is_asking = true;
        let (asked, filter, order) = (self.asked, self.filter.clone(), self.order());
        let has_totals = self.has_totals;
        let found = context
            .worker
            .list(move |reader| find(reader, &filter, order, has_totals));
        Command::perform(found, move |found| Message::Found(asked, found))
    }

    /// Asks for lines that are seen and not at hand.
    fn fetch(&mut self, context: &Context) -> Command<Message> {
        let seen = self.table.visible(self.count());
        let Some(question) = self.rows.missing(seen) else {
            return Command::none();
        };
        let ids = question.ids.clone();
        let lines = context
            .worker
            .read(move |reader| reader.paper_listings(&ids));
        Command::perform(lines, move |lines| Message::Read(question.clone(), lines))
    }

    /// Shows what was found: from the first where it is something else, else with the cursor on the
    /// same paper.
    fn show(&mut self, found: Found) {
        let (row, id) = (self.table.cursor(), self.current().map(|one| one.paper.id));
        self.rows.set_order(found.ids);
        self.totals = found.totals;
        self.is_read = true;
        let count = self.count();
        if std::mem::take(&mut self.is_new) {
            self.table.restart();
            self.table.set_cursor((count > 0).then_some(0), count);
            return;
        }
        let moved = id.and_then(|id| self.rows.find(id)).or(row);
        self.table.set_cursor(moved.filter(|_| count > 0), count);
    }
}

/// The papers a filter asks for; where a typed text finds none, it is tried in the other layout of
/// the keyboard.
fn find(
    reader: Reader<'_>,
    filter: &PaperFilter,
    order: PaperOrder,
    has_totals: bool,
) -> Result<Found> {
    let mut filter = filter.clone();
    let mut ids = reader.register_order(&filter, order)?;
    if let (true, Some(text)) = (ids.is_empty(), swap_layout(&filter.text)) {
        filter.text = text;
        ids = reader.register_order(&filter, order)?;
    }
    let today = Local::now().date_naive();
    Ok(Found {
        ids: Arc::new(ids),
        totals: match has_totals {
            true => reader.register_totals(&filter, today)?,
            false => Vec::new(),
        },
    })
}
