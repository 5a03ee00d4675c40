//! One register: what it is narrowed to, the rows that were found, the cursor and the selection.

mod reading;

use std::sync::Arc;
use std::time::Duration;

use iced::Task as Command;

use crate::domain::client::Kind;
use crate::domain::listing::{Filter, Found, Order, Sort};
use crate::domain::{Client, Id, Progress};
use crate::error::{Error, Result};
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::widget::table::{self, Density, Step};

use super::columns::{self, Columns, Kept};
use super::rows::{Line, Question, Rows};
use crate::ui::screen::selection::Selection;

/// A register as the screen shows it.
pub struct List {
    /// Which register.
    pub kind: Kind,
    /// What it is narrowed to.
    pub filter: Filter,
    /// Where the table stands, its cursor, its sorting, the widths of its columns.
    pub table: table::State,
    /// Which columns are shown.
    pub columns: Columns,
    /// The selected rows.
    pub selection: Selection,
    /// The rows.
    pub rows: Rows,
    /// What the last search found; `None` before the first answer.
    pub found: Option<Summary>,
    /// Counts the questions, so that a late answer is known.
    asked: u64,
    is_answered: bool,
    /// Whether the awaited rows are others, and are shown from the first.
    is_new: bool,
    progress: Progress,
}

/// What is said about a list that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// How long the search took.
    pub took: Duration,
    /// What the text was taken for, where it was found in another layout or alphabet only.
    pub reading: Option<String>,
    /// Whether these are only the first.
    pub is_partial: bool,
}

/// What happened in a list.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something in the table.
    Table(table::Message),
    /// The order that was asked for has been read.
    Ordered(u64, Result<Ordered>),
    /// The first clients for a typed text have been found.
    Hit(u64, Result<Found>),
    /// Lines have been read.
    Read(Question, Result<Vec<Line>>),
}

/// The order of a whole list.
#[derive(Debug, Clone)]
pub struct Ordered {
    ids: Arc<Vec<Id<Client>>>,
    summary: Summary,
}

impl List {
    /// A register that has read nothing yet.
    pub fn new(kind: Kind, kept: &Kept) -> Self {
        let (columns, widths) = Columns::restore(kind, kept);
        Self {
            kind,
            filter: Filter::all(kind),
            table: table::State::new(Some(columns::by_name()), widths),
            columns,
            selection: Selection::default(),
            rows: Rows::default(),
            found: None,
            asked: 0,
            is_answered: true,
            is_new: true,
            progress: Progress::default(),
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Table(message) => self.point(message, context),
            Message::Ordered(asked, Ok(ordered)) if asked == self.asked => {
                self.is_answered = true;
                self.found = Some(ordered.summary);
                self.show(ordered.ids);
                self.is_new = false;
                Action::run(self.fetch(context))
            }
            Message::Hit(asked, Ok(found)) if asked == self.asked && !self.is_answered => {
                self.show_hits(found);
                Action::run(self.fetch(context))
            }
            Message::Read(question, Ok(lines)) => {
                self.rows.answer(&question, lines);
                Action::run(self.fetch(context))
            }
            Message::Read(question, Err(error)) => {
                self.rows.answer(&question, Vec::new());
                Action::wish(Wish::Fail(error))
            }
            Message::Ordered(_, Err(Error::Cancelled)) => Action::none(),
            Message::Ordered(asked, Err(error)) | Message::Hit(asked, Err(error))
                if asked == self.asked =>
            {
                Action::wish(Wish::Fail(error))
            }
            Message::Ordered(..) | Message::Hit(..) => Action::none(), // late
        }
    }

    /// Changes what the list is narrowed to, and looks for it.
    pub fn narrow(
        &mut self,
        context: &Context,
        change: impl FnOnce(&mut Filter),
    ) -> Command<Message> {
        let before = self.filter.clone();
        change(&mut self.filter);
        if self.filter == before {
            return Command::none();
        }
        self.selection.clear();
        self.is_new = true;
        Command::batch([self.glance(context), self.ask(context)])
    }

    /// Sorts by another column, from the next reading on.
    pub fn set_order(&mut self, order: Order) {
        self.table.set_sort(Some(table::Sort {
            key: columns::key(order.by),
            is_ascending: !order.is_descending,
        }));
    }

    /// Reads the order anew and shows it from the first row.
    pub fn renew(&mut self, context: &Context) -> Command<Message> {
        self.is_new = true;
        self.ask(context)
    }

    /// How high the rows are.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
    }

    /// The data have changed: reads everything anew. Place, cursor and selection stay.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        self.rows.renew();
        Command::batch([self.ask(context), self.fetch(context)])
    }

    /// Moves the cursor; `is_stretching` selects the rows it goes over.
    pub fn step(&mut self, step: Step, is_stretching: bool, context: &Context) -> Command<Message> {
        self.is_new = false;
        let _ = self.table.step(step, self.rows.count());
        if let Some(row) = self.cursor_row() {
            if is_stretching {
                self.selection.stretch(row, self.rows.order());
            } else {
                self.selection.anchor(row, self.rows.order());
            }
        }
        self.fetch(context)
    }

    /// Selects the row of the cursor, or no longer.
    pub fn toggle_cursor(&mut self) {
        if let Some(row) = self.cursor_row() {
            self.selection.toggle(row, self.rows.order());
        }
    }

    /// Changes which columns are shown, and reads what they need.
    pub fn change_columns(
        &mut self,
        context: &Context,
        change: impl FnOnce(&mut Columns),
    ) -> Command<Message> {
        let before = self.columns.unsaid();
        change(&mut self.columns);
        let column = self.table.column().and_then(|key| self.columns.find(key));
        self.table.set_column(column.map(columns::key));
        if self
            .columns
            .unsaid()
            .iter()
            .all(|field| before.contains(field))
        {
            return Command::none();
        }
        self.rows.renew();
        self.fetch(context)
    }

    /// Moves the keyboard to the column beside; from the whole row it comes to the first, and from
    /// the first back to the row.
    pub fn step_column(&mut self, by: isize, context: &Context) {
        let next = match self.column() {
            Some(now) => self.beside(now, by, context, |_| true),
            None if by > 0 => self.columns.there(&context.catalog).next(),
            None => return,
        };
        match (next, self.column()) {
            (Some(sort), _) => self.set_column(sort),
            (None, Some(Sort::Name)) => self.table.set_column(None),
            (None, _) => {}
        }
    }

    /// The next column in a direction that satisfies `is_meant`, seen from `sort`.
    pub fn beside(
        &self,
        sort: Sort,
        by: isize,
        context: &Context,
        is_meant: impl Fn(Sort) -> bool,
    ) -> Option<Sort> {
        let there: Vec<_> = self.columns.there(&context.catalog).collect();
        let at = there.iter().position(|known| *known == sort)?;
        let mut beside: Box<dyn Iterator<Item = &Sort>> = match by > 0 {
            true => Box::new(there[at + 1..].iter()),
            false => Box::new(there[..at].iter().rev()),
        };
        beside.find(|sort| is_meant(**sort)).copied()
    }

    /// Puts the keyboard on a column, and the column into sight.
    pub fn set_column(&mut self, sort: Sort) {
        self.table.set_column(Some(columns::key(sort)));
    }

    /// The column the keyboard stands on.
    pub fn column(&self) -> Option<Sort> {
        self.columns.find(self.table.column()?)
    }

    /// The client the cursor stands on.
    pub fn current(&self) -> Option<Id<Client>> {
        self.rows.id(self.table.cursor()?)
    }

    /// By what it is sorted.
    pub fn order(&self) -> Order {
        columns::order(self.table.sort())
    }

    /// What the rows that are shown were found by.
    pub fn found_by(&self) -> Filter {
        let reading = self.found.as_ref().and_then(|found| found.reading.clone());
        let text = reading.unwrap_or_else(|| self.filter.text.clone());
        Filter {
            text,
            ..self.filter.clone()
        }
    }

    fn cursor_row(&self) -> Option<usize> {
        let row = self.table.cursor()?;
        usize::try_from(row).ok()
    }

    fn point(&mut self, message: table::Message, context: &Context) -> Action<Message> {
        let (action, order) = (
            self.table.update(message, self.rows.count()),
            self.rows.order(),
        );
        let place = |row: u64| usize::try_from(row).unwrap_or(usize::MAX);
        match action {
            table::Action::None => {}
            table::Action::Menu(row, _) => {
                self.is_new = false;
                if !self
                    .selection
                    .contains(place(row), self.rows.id(row).unwrap_or(Id::from(0)))
                {
                    self.selection.anchor(place(row), order);
                }
            }
            table::Action::Visible(_) => return Action::run(self.fetch(context)),
            table::Action::Sort(_) => {
                self.is_new = true;
                return Action::run(self.ask(context));
            }
            table::Action::Resized => return Action::wish(Wish::KeepColumns),
            table::Action::Move(key, before) => {
                let before = before.and_then(|before| self.columns.find(&before));
                if let Some(sort) = self.columns.find(&key) {
                    self.columns.put(sort, before);
                }
                return Action::wish(Wish::KeepColumns);
            }
            table::Action::Open(row) => {
                let id = self.rows.id(row);
                return id.map_or(Action::none(), |id| Action::wish(Wish::Open(id)));
            }
            table::Action::Press(row, modifiers) => {
                self.is_new = false;
                if modifiers.shift() {
                    self.selection.stretch(place(row), order);
                } else if modifiers.command() {
                    self.selection.toggle(place(row), order);
                } else {
                    self.selection.anchor(place(row), order);
                }
            }
            table::Action::Check(row, modifiers) if modifiers.shift() => {
                self.selection.stretch(place(row), order);
            }
            table::Action::Check(row, _) => self.selection.toggle(place(row), order),
            table::Action::CheckAll => self.selection.toggle_all(order),
        }
        Action::none()
    }
}
