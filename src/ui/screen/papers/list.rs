//! The list itself: what it is narrowed to, the papers that were found, the cursor.

use std::sync::Arc;

use chrono::Local;

use crate::domain::paper::{PaperFilter, PaperListing, PaperOrder, PaperSort, PaperTotals};
use crate::domain::text::swap_layout;
use crate::domain::{Id, Money, Paper};
use crate::error::Result;
use crate::ui::screen::paged::{self, Rows};
use crate::ui::screen::selection::Selection;
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
    /// Which of them are selected.
    pub selection: Selection,
    /// What the selected ones come to and what of it is still to be paid, in each currency, and
    /// for which state of the selection that was asked.
    pub sums: (u64, Vec<(Money, Money)>),
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
    /// What the selected ones add up to was read.
    Summed(u64, Result<Vec<(Money, Money)>>),
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
            selection: Selection::default(),
            sums: (0, Vec::new()),
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
                        Action::run(Command::batch([self.fetch(context), self.sum_up(context)]))
                    }
                    Err(error) => Action::wish(Wish::Fail(error)),
                }
            }
            Message::Summed(stamp, Ok(sums)) if stamp == self.selection.stamp() => {
                self.sums = (stamp, sums);
                Action::none()
            }
            Message::Summed(_, Ok(_late)) => Action::none(),
            Message::Summed(_, Err(error)) => Action::wish(Wish::Fail(error)),
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
        self.select(&action);
        let command = match action {
            table::Action::Visible(_) => self.fetch(context),
            table::Action::Sort(_) => {
                self.is_new = true;
                self.ask(context)
            }
            _ => self.sum_up(context),
        };
        (action, command)
    }

    /// Selects what was pressed.
    fn select(&mut self, action: &table::Action) {
        let first = Id::from(0);
        let id = |row: u64| self.rows.id(row).unwrap_or(first);
        let is_selected = |row| self.selection.contains(place(row), id(row));
        match action {
            table::Action::Menu(row, _) if is_selected(*row) => {}
            action => self.selection.follow(action, self.rows.order()),
        }
    }

    /// Asks what the selected ones add up to, where others are selected than before.
    pub fn sum_up(&mut self, context: &Context) -> Command<Message> {
        let stamp = self.selection.stamp();
        if self.sums.0 == stamp {
            return Command::none();
        }
        self.sums = (stamp, Vec::new());
        let ids = self.selected();
        if ids.is_empty() {
            return Command::none();
        }
        let sums = context.worker.list(move |reader| reader.paper_sums(&ids));
        Command::perform(sums, move |sums| Message::Summed(stamp, sums))
    }

    /// The selected papers, in the order of the list.
    pub fn selected(&self) -> Vec<Id<Paper>> {
        self.selection.ids(self.rows.order())
    }

    /// Those that something is done with: the selected ones, else all.
    pub fn meant(&self) -> Vec<Id<Paper>> {
        match self.selection.is_empty() {
            true => self.rows.order().to_vec(),
            false => self.selected(),
        }
    }

    /// What the check box of the header shows.
    pub fn checks(&self) -> table::Checks {
        self.selection.checks(self.rows.order().len())
    }

    /// Whether what stands in a row is selected.
    pub fn is_selected(&self, row: u64) -> bool {
        let id = self.rows.id(row);
        id.is_some_and(|id| self.selection.contains(place(row), id))
    }

    /// Selects all.
    pub fn select_all(&mut self) {
        self.selection.select_all(self.rows.order());
    }

    /// Selects the paper under the cursor, or no longer.
    pub fn toggle_cursor(&mut self) {
        if let Some(row) = self.table.cursor() {
            self.selection.toggle(place(row), self.rows.order());
        }
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

    /// Moves the cursor; `is_stretching` selects the papers it goes over.
    pub fn step(&mut self, step: Step, is_stretching: bool, context: &Context) -> Command<Message> {
        self.is_new = false;
        self.table.step(step, self.count());
        if let Some(row) = self.table.cursor() {
            let order = self.rows.order();
            match is_stretching {
                true => self.selection.stretch(place(row), order),
                false => self.selection.anchor(place(row), order),
            }
        }
        Command::batch([self.fetch(context), self.sum_up(context)])
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
        self.selection.settle(self.rows.order());
        self.rows.set_order(found.ids);
        self.selection.keep(self.rows.order());
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

fn place(row: u64) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX)
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
