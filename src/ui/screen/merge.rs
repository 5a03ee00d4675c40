//! Cards side by side, made into one: for every value that differs the user picks the side.

mod view;

#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::operation::{self, RelativeOffset};

use super::{Action, Command, Context, Press, Wish};
use crate::domain::duplicate::{Difference, Pick, Picks, differences, join};
use crate::domain::{Card, Client, Id, Operation};
use crate::error::{Error, Result};
use crate::workspace::Reader;

/// The most cards that are laid side by side.
pub const MOST: usize = 20;

/// What the page remembers.
#[derive(Debug)]
pub struct Merge {
    ids: Vec<Id<Client>>,
    sheet: Option<Sheet>,
    picks: Picks,
    /// The difference under the cursor.
    cursor: usize,
    is_writing: bool,
}

/// The cards, the survivor first, and in what they differ.
#[derive(Debug, Clone)]
pub struct Sheet {
    cards: Vec<Card>,
    differences: Vec<Difference>,
    names: HashMap<Id<Client>, String>,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// The cards were read.
    Loaded(Result<Sheet>),
    /// A side was picked for the difference at that place.
    Picked(usize, Pick),
    /// The card at that place is to survive.
    SurvivorChosen(usize),
    /// The cards are to be merged.
    MergePressed,
    /// They are.
    Merged(Result<BTreeSet<&'static str>>),
    /// The page is to be left.
    LeavePressed,
}

impl Merge {
    /// The page over these cards; the first survives unless told otherwise.
    pub fn new(ids: Vec<Id<Client>>, context: &Context) -> (Self, Command<Message>) {
        let mut merge = Self {
            ids,
            sheet: None,
            picks: Picks::new(),
            cursor: 0,
            is_writing: false,
        };
        let command = merge.refresh(context);
        (merge, command)
    }

    /// Reads the cards; what was picked stays.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let ids = self.ids.clone();
        let read = context.worker.read(move |reader| Sheet::read(reader, &ids));
        Command::perform(read, Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(sheet)) => {
                self.sheet = Some(sheet);
                Action::none()
            }
            Message::Loaded(Err(error)) => Action::wish(Wish::Fail(error)).and(Wish::Back),
            Message::Picked(at, pick) => {
                self.cursor = at;
                self.pick(pick);
                Action::none()
            }
            Message::SurvivorChosen(at) => {
                // Sides are counted from the survivor: what was picked by them is void.
                self.picks.clear();
                if at < self.ids.len() {
                    self.ids.swap(0, at);
                }
                Action::run(self.refresh(context))
            }
            Message::MergePressed => self.merge(context),
            Message::Merged(Ok(changed)) => {
                self.is_writing = false;
                Action::wish(Wish::Back).and(Wish::Done(Operation::MergeClients, changed))
            }
            Message::Merged(Err(error)) => {
                self.is_writing = false;
                Action::run(self.refresh(context)).and(Wish::Fail(error))
            }
            Message::LeavePressed => Action::wish(Wish::Back),
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is(Named::Escape) {
            return Action::wish(Wish::Back);
        }
        if press.is_captured {
            return Action::none();
        }
        if press.is(Named::Enter) || press.is_command('s') {
            return self.update(Message::MergePressed, context);
        }
        if let Some(at) = numbered(press).filter(|at| (1..self.ids.len()).contains(at)) {
            return self.update(Message::SurvivorChosen(at), context);
        }
        let count = self.differences().len();
        match &press.key {
            Key::Named(Named::ArrowUp) => self.cursor = self.cursor.saturating_sub(1),
            Key::Named(Named::ArrowDown) => {
                self.cursor = (self.cursor + 1).min(count.saturating_sub(1));
            }
            Key::Named(Named::ArrowLeft) => self.turn(-1),
            Key::Named(Named::ArrowRight) => self.turn(1),
            _ => return Action::none(),
        }
        Action::run(self.show_cursor())
    }

    /// Scrolls to the difference under the cursor, and to the card that was picked for it.
    fn show_cursor(&self) -> Command<Message> {
        let Some(difference) = self.differences().get(self.cursor) else {
            return Command::none();
        };
        let share = |at: usize, count: usize| at as f32 / count.saturating_sub(1).max(1) as f32;
        let side = match self.picked(difference) {
            Pick::Card(at) => Some(share(at, self.ids.len())),
            Pick::All => None,
        };
        let line = Some(share(self.cursor, self.differences().len()));
        let across = RelativeOffset { x: side, y: None };
        let down = RelativeOffset { x: None, y: line };
        Command::batch([
            operation::snap_to(view::CARDS, across),
            operation::snap_to(view::LINES, down),
        ])
    }

    /// Picks the side before or behind the one that is picked.
    fn turn(&mut self, by: isize) {
        let Some(difference) = self.differences().get(self.cursor).cloned() else {
            return;
        };
        let sides = self.sides(&difference);
        let picked = self.picked(&difference);
        let at = sides.iter().position(|side| *side == picked).unwrap_or(0);
        if let Some(side) = at.checked_add_signed(by).and_then(|at| sides.get(at)) {
            self.pick(*side);
        }
    }

    fn pick(&mut self, pick: Pick) {
        if let Some(difference) = self.differences().get(self.cursor) {
            let field = difference.field;
            self.picks.insert(field, pick);
        }
    }

    fn differences(&self) -> &[Difference] {
        self.sheet.as_ref().map_or(&[], |sheet| &sheet.differences)
    }

    /// Where a value may come from.
    fn sides(&self, difference: &Difference) -> Vec<Pick> {
        let cards = self.sheet.as_ref().map_or(0, |sheet| sheet.cards.len());
        let all = difference.allows_all.then_some(Pick::All);
        (0..cards).map(Pick::Card).chain(all).collect()
    }

    /// Where a value comes from as things stand.
    fn picked(&self, difference: &Difference) -> Pick {
        let picked = self.picks.get(&difference.field).copied();
        picked.unwrap_or(difference.usual)
    }

    fn merge(&mut self, context: &Context) -> Action<Message> {
        let Some(sheet) = &self.sheet else {
            return Action::none();
        };
        if self.is_writing || context.is_read_only || sheet.cards.len() < 2 {
            return Action::none();
        }
        let Some(joined) = join(&sheet.cards, &self.picks) else {
            return Action::none();
        };
        self.is_writing = true;
        let cards = sheet.cards.clone();
        let written = context.worker.write(move |workspace| {
            let outcome = workspace.transact(Operation::MergeClients, |tx| {
                tx.merge_cards(&joined, &cards[0], &cards[1..])
            })?;
            Ok(outcome.changed)
        });
        Action::run(Command::perform(written, Message::Merged))
    }
}

/// The place of the card that a digit names, counted from 0.
fn numbered(press: &Press) -> Option<usize> {
    let is_plain = !press.modifiers.command() && !press.modifiers.alt();
    let digit = press.latin?.to_digit(10)?.checked_sub(1)?;
    is_plain.then_some(digit as usize)
}

impl Sheet {
    fn read(reader: Reader<'_>, ids: &[Id<Client>]) -> Result<Self> {
        let cards: Vec<Card> = ids
            .iter()
            .map(|id| reader.card(*id))
            .collect::<Result<_>>()?;
        let kinds = cards
            .windows(2)
            .all(|two| two[0].client.kind == two[1].client.kind);
        if !kinds {
            return Err(Error::DifferentKinds);
        }
        let named = cards
            .iter()
            .flat_map(|card| [card.client.employer, card.client.recommended_by]);
        let named: Vec<_> = named.flatten().collect();
        let lines = reader.listings(&named)?.into_iter();
        Ok(Self {
            differences: differences(&cards),
            names: lines
                .map(|line| (line.client.id, line.client.title()))
                .collect(),
            cards,
        })
    }
}
