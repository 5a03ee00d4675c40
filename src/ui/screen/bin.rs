//! The bin: deleted cards, and the way back for them.

mod view;

#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashSet};

use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use super::{Action, Command, Context, Press, Wish};
use crate::domain::{Client, Id, Operation};
use crate::error::Error;
use crate::ui::widget::table::{self, Density, State, Step};
use crate::workspace::Discarded;

/// How many cards are shown, the latest first.
const LIMIT: usize = 1000;

/// What the bin remembers.
#[derive(Debug, Default)]
pub struct Bin {
    table: State,
    /// The deleted cards, the latest first; `None` until the first answer.
    cards: Option<Vec<Discarded>>,
    selected: HashSet<Id<Client>>,
    /// Where a selection with Shift begins.
    anchor: u64,
    /// Cards are on their way back.
    is_restoring: bool,
}

/// What happened in the bin.
#[derive(Debug, Clone)]
pub enum Message {
    /// The deleted cards.
    Loaded(Result<Vec<Discarded>, Error>),
    /// Something happened in the table.
    Table(table::Message),
    /// The selected cards are to come back.
    RestorePressed,
    /// The cards are back.
    Restored(Result<BTreeSet<&'static str>, Error>),
}

impl Bin {
    /// A bin nobody has looked into yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
    }

    /// Asks for the deleted cards.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let cards = context.worker.list(|reader| reader.bin(LIMIT));
        Command::perform(cards, Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(cards)) => {
                let known: HashSet<_> = cards.iter().map(|card| card.client.id).collect();
                self.selected.retain(|id| known.contains(id));
                self.cards = Some(cards);
                Action::none()
            }
            Message::Table(message) => {
                self.table(message);
                Action::none()
            }
            Message::RestorePressed => self.restore(context),
            Message::Restored(Ok(changed)) => {
                self.is_restoring = false;
                self.selected.clear();
                Action::wish(Wish::Done(Operation::RestoreClients, changed))
            }
            Message::Restored(Err(error)) => {
                self.is_restoring = false;
                Action::wish(Wish::Fail(error))
            }
            Message::Loaded(Err(error)) => Action::wish(Wish::Fail(error)),
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is(Named::Escape) {
            if self.selected.is_empty() {
                return Action::wish(Wish::Back);
            }
            self.selected.clear();
        } else if press.is_command('a') {
            self.select_all();
        } else if press.is(Named::Enter) {
            return self.restore(context);
        } else if press.is(Named::Space) {
            if let Some(row) = self.table.cursor() {
                self.toggle(row);
            }
        } else if let Some(step) = Step::of_key(&press.key) {
            let count = self.count();
            self.table.step(step, count);
            if press.modifiers.shift() {
                self.select_to(self.table.cursor());
            } else {
                self.anchor = self.table.cursor().unwrap_or_default();
            }
        }
        Action::none()
    }

    fn table(&mut self, message: table::Message) {
        let count = self.count();
        match self.table.update(message, count) {
            table::Action::Press(row, keys) | table::Action::Check(row, keys) if keys.shift() => {
                self.select_to(Some(row));
            }
            table::Action::Check(row, _) => self.toggle(row),
            table::Action::Press(row, keys) => self.choose(row, keys),
            table::Action::CheckAll => self.select_all(),
            _ => {}
        }
    }

    fn count(&self) -> u64 {
        self.cards().len() as u64
    }

    fn cards(&self) -> &[Discarded] {
        self.cards.as_deref().unwrap_or_default()
    }

    fn id(&self, row: u64) -> Option<Id<Client>> {
        let card = self.cards().get(usize::try_from(row).ok()?)?;
        Some(card.client.id)
    }

    /// A plain press selects one row alone, one with Ctrl adds it or takes it away.
    fn choose(&mut self, row: u64, keys: Modifiers) {
        if !keys.command() {
            self.selected.clear();
        }
        self.toggle(row);
    }

    fn toggle(&mut self, row: u64) {
        self.anchor = row;
        if let Some(id) = self.id(row)
            && !self.selected.remove(&id)
        {
            self.selected.insert(id);
        }
    }

    fn select_to(&mut self, row: Option<u64>) {
        let Some(row) = row else { return };
        let rows = self.anchor.min(row)..=self.anchor.max(row);
        let ids: Vec<_> = rows.filter_map(|row| self.id(row)).collect();
        self.selected = ids.into_iter().collect();
    }

    /// Selects every card, or none where all are selected.
    fn select_all(&mut self) {
        if self.selected.len() == self.cards().len() {
            self.selected.clear();
        } else {
            self.selected = self.cards().iter().map(|card| card.client.id).collect();
        }
    }

    /// Brings the selected cards back; without a selection, the one the cursor is on.
    fn restore(&mut self, context: &Context) -> Action<Message> {
        let mut chosen: Vec<_> = self.selected.iter().copied().collect();
        if chosen.is_empty() {
            chosen.extend(self.table.cursor().and_then(|row| self.id(row)));
        }
        if chosen.is_empty() || self.is_restoring || context.is_read_only {
            return Action::none();
        }
        self.is_restoring = true;
        let restored = context.worker.write(move |workspace| {
            let operation = Operation::RestoreClients;
            let outcome = workspace.transact(operation, |tx| tx.restore_clients(&chosen))?;
            Ok(outcome.changed)
        });
        Action::run(Command::perform(restored, Message::Restored))
    }
}
