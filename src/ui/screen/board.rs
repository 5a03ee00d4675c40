//! The board of deals: a column for each step of the funnel, deals go from one to the next by drag
//! or by keyboard, and leave it won or lost.

#[cfg(test)]
mod tests;
mod view;

use chrono::{DateTime, Utc};
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Action, Command, Context, Press, Wish, task};
use crate::domain::deal::Deal;
use crate::domain::task::{Rank, State};
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{Id, Operation, Task, Term};
use crate::error::{Error, Result};
use crate::workspace::{Outcome, Reader};

/// The height of a deal with the gap below it, in logical pixels.
const DEAL: f32 = 104.0;

/// What the board remembers.
#[derive(Debug, Default)]
pub struct Board {
    deals: Option<Vec<Deal>>,
    columns: Vec<Column>,
    /// What the deals are narrowed to.
    needle: String,
    is_mine: bool,
    chosen: Option<Id<Task>>,
    drag: Option<Drag>,
    /// When the deals were read: days are counted up to then.
    now: DateTime<Utc>,
}

/// A step of the funnel with its deals.
#[derive(Debug)]
struct Column {
    stage: Option<Id<Term>>,
    name: String,
    /// Places among all deals.
    deals: Vec<usize>,
    /// How far it is scrolled, in logical pixels.
    offset: f32,
}

/// A deal on its way.
#[derive(Debug, Clone, Copy)]
struct Drag {
    what: Id<Task>,
    over: Option<Target>,
}

/// Where a deal can be let go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// On a step of the funnel.
    Stage(Option<Id<Term>>),
    /// Where deals end.
    End(State),
}

/// What happened on the board.
#[derive(Debug, Clone)]
pub enum Message {
    /// The deals were read.
    Loaded(Result<Vec<Deal>>),
    /// Something was typed to narrow them.
    Typed(String),
    /// Mine alone, or all.
    Mine(bool),
    /// A column was scrolled, by its place.
    Scrolled(usize, f32),
    /// The mouse was pressed on a deal.
    Grab(Id<Task>),
    /// The mouse came over a place where a deal can be let go.
    Over(Target),
    /// The mouse was released there.
    Drop,
    /// The mouse left the board.
    LetGo,
    /// A deal is to be shown in its form.
    Edit(Id<Task>),
    /// A new deal is to be made.
    Add,
    /// A deal was put on another step.
    Advanced(Result<Outcome<()>>),
}

impl Board {
    /// A board nobody has looked at yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the deals.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let deals = context.worker.read(read);
        Command::perform(deals, Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(deals)) => {
                self.now = Utc::now();
                self.deals = Some(deals);
                self.lay_out(context);
            }
            Message::Loaded(Err(error)) | Message::Advanced(Err(error)) => {
                return Action::wish(Wish::Fail(error));
            }
            Message::Typed(needle) => {
                self.needle = needle;
                self.lay_out(context);
            }
            Message::Mine(is_mine) => {
                self.is_mine = is_mine;
                self.lay_out(context);
            }
            Message::Scrolled(at, offset) => {
                if let Some(column) = self.columns.get_mut(at) {
                    column.offset = offset;
                }
            }
            Message::Grab(id) => {
                self.chosen = Some(id);
                self.drag = Some(Drag {
                    what: id,
                    over: None,
                });
            }
            Message::Over(target) => {
                if let Some(drag) = &mut self.drag {
                    drag.over = Some(target);
                }
            }
            Message::LetGo => self.drag = None,
            Message::Drop => return self.drop_dragged(context),
            Message::Edit(id) => return Action::wish(Wish::EditTask(id)),
            Message::Add => {
                let draft = task::Draft::new(Rank::Project);
                return Action::wish(Wish::NewTask(Box::new(draft)));
            }
            Message::Advanced(Ok(outcome)) => {
                return Action::wish(Wish::Done(Operation::AdvanceDeal, outcome.changed));
            }
        }
        Action::none()
    }

    /// Sorts the deals that are meant into their columns; a column keeps its place.
    fn lay_out(&mut self, context: &Context) {
        let Some(deals) = &self.deals else { return };
        let needle = fold(&self.needle);
        let is_meant = |deal: &Deal| {
            let is_mine = !self.is_mine || deal.leader == Some(context.me.id);
            let has_words = needle.is_empty()
                || fold(&deal.title).contains(&needle)
                || fold(&deal.client_name).contains(&needle);
            is_mine && has_words
        };
        let stages = context.catalog.terms(Dictionary::DealStage);
        let stages = stages.map(|term| (Some(term.id), term.name.clone()));
        let mut columns: Vec<Column> = stages
            .map(|(stage, name)| Column {
                stage,
                name,
                deals: Vec::new(),
                offset: 0.0,
            })
            .collect();
        let mut others = Vec::new();
        for (at, deal) in deals.iter().enumerate().filter(|(_, deal)| is_meant(deal)) {
            let column = columns.iter_mut().find(|column| column.stage == deal.stage);
            column
                .map_or(&mut others, |column| &mut column.deals)
                .push(at);
        }
        if !others.is_empty() || columns.is_empty() {
            // A step that was taken out of the funnel stands with those on none.
            columns.insert(
                0,
                Column {
                    stage: None,
                    name: context.locale.text("board-no-stage"),
                    deals: others,
                    offset: 0.0,
                },
            );
        }
        for column in &mut columns {
            let known = self
                .columns
                .iter()
                .find(|known| known.stage == column.stage);
            column.offset = known.map_or(0.0, |known| known.offset);
            let since = |at: &usize| deals[*at].stage_since;
            column.deals.sort_by_key(|at| (since(at), deals[*at].id));
        }
        self.columns = columns;
    }

    fn deal(&self, id: Id<Task>) -> Option<&Deal> {
        self.deals.as_ref()?.iter().find(|deal| deal.id == id)
    }

    /// The column of the chosen deal, and its place there.
    fn place(&self) -> Option<(usize, usize)> {
        let deals = self.deals.as_ref()?;
        let chosen = self.chosen?;
        self.columns.iter().enumerate().find_map(|(at, column)| {
            let row = column.deals.iter().position(|at| deals[*at].id == chosen)?;
            Some((at, row))
        })
    }

    fn drop_dragged(&mut self, context: &Context) -> Action<Message> {
        let Some((what, over)) = self
            .drag
            .take()
            .and_then(|drag| Some((drag.what, drag.over?)))
        else {
            return Action::none();
        };
        match over {
            Target::Stage(stage) => self.advance(what, stage, context),
            Target::End(state) => Action::wish(Wish::FinishTask(what, state)),
        }
    }

    fn advance(&self, id: Id<Task>, stage: Option<Id<Term>>, context: &Context) -> Action<Message> {
        if self.deal(id).is_none_or(|deal| deal.stage == stage) {
            return Action::none();
        }
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let now = Utc::now();
        let advanced = context.worker.write(move |workspace| {
            workspace.transact(Operation::AdvanceDeal, |tx| tx.advance_deal(id, stage, now))
        });
        Action::run(Command::perform(advanced, Message::Advanced))
    }

    /// Takes in a key: arrows go over the board, with Alt they carry the deal along.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is_captured {
            return Action::none();
        }
        if press.is(Named::Escape) {
            return match self.drag.take() {
                Some(_) => Action::none(),
                None => Action::wish(Wish::Back),
            };
        }
        let chosen = self.chosen.filter(|id| self.deal(*id).is_some());
        match (&press.key, press.latin, chosen) {
            (Key::Named(key), _, _) if press.modifiers.alt() => self.carry(*key, context),
            (Key::Named(Named::Insert), ..) => self.update(Message::Add, context),
            (Key::Named(Named::Enter | Named::F2), _, Some(id)) if press.modifiers.is_empty() => {
                self.update(Message::Edit(id), context)
            }
            (Key::Named(Named::Enter), _, Some(id)) => {
                let client = self.deal(id).and_then(|deal| deal.client);
                client.map_or(Action::none(), |client| Action::wish(Wish::Open(client)))
            }
            (Key::Named(key), ..) => {
                self.go(*key);
                Action::none()
            }
            (_, Some('w'), Some(id)) if press.modifiers.is_empty() => {
                Action::wish(Wish::FinishTask(id, State::Done))
            }
            (_, Some('l'), Some(id)) if press.modifiers.is_empty() => {
                Action::wish(Wish::FinishTask(id, State::Lost))
            }
            _ => Action::none(),
        }
    }

    /// The cursor goes one deal, or one column on.
    fn go(&mut self, key: Named) {
        let (column, row) = self.place().unwrap_or((0, 0));
        let is_first = self.place().is_none();
        let (column, row) = match key {
            _ if is_first => (column, row),
            Named::ArrowUp => (column, row.saturating_sub(1)),
            Named::ArrowDown => (column, row + 1),
            Named::ArrowLeft => (self.filled(column, -1), row),
            Named::ArrowRight => (self.filled(column, 1), row),
            _ => return,
        };
        let Some(found) = self.columns.get_mut(column) else {
            return;
        };
        let row = row.min(found.deals.len().saturating_sub(1));
        let deal = found.deals.get(row).zip(self.deals.as_ref());
        self.chosen = deal.map(|(at, deals)| deals[*at].id).or(self.chosen);
    }

    /// The next column with deals in a direction; the same where there is none.
    fn filled(&self, from: usize, step: isize) -> usize {
        let next = |at: &usize| at.checked_add_signed(step);
        let mut columns = std::iter::successors(next(&from), next);
        let found = columns
            .by_ref()
            .take_while(|at| *at < self.columns.len())
            .find(|at| !self.columns[*at].deals.is_empty());
        found.unwrap_or(from)
    }

    /// The chosen deal goes to the step before or behind.
    fn carry(&self, key: Named, context: &Context) -> Action<Message> {
        let step = match key {
            Named::ArrowLeft => -1,
            Named::ArrowRight => 1,
            _ => return Action::none(),
        };
        let next = self
            .place()
            .and_then(|(column, _)| column.checked_add_signed(step));
        let next = next.and_then(|next| self.columns.get(next));
        match (next, self.chosen) {
            (Some(column), Some(id)) => self.advance(id, column.stage, context),
            _ => Action::none(),
        }
    }
}

fn read(reader: Reader<'_>) -> Result<Vec<Deal>> {
    reader.deals()
}
