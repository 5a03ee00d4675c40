//! The bin: deleted cards and papers, and the way back for them.

mod list;
mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::Utc;
use iced::keyboard::key::Named;

use super::{Action, Command, Context, Press, Wish, paged};
use crate::domain::{Client, Id, Operation, Paper};
use crate::error::Error;
use crate::ui::widget::table::{self, Density};
use crate::workspace::{Discarded, DiscardedPaper, Transaction};
use list::List;

/// How many cards are shown, the latest first, and how many papers.
const LIMIT: usize = 1000;

/// What the bin remembers.
#[derive(Debug, Default)]
pub struct Bin {
    tab: Tab,
    cards: List<Discarded>,
    papers: List<DiscardedPaper>,
    /// Something is on its way back.
    is_restoring: bool,
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Deleted cards.
    #[default]
    Cards,
    /// Papers that were thrown away.
    Papers,
}

/// What happened in the bin.
#[derive(Debug, Clone)]
pub enum Message {
    /// The deleted cards.
    Loaded(Result<Vec<Discarded>, Error>),
    /// The papers that were thrown away.
    LoadedPapers(Result<Vec<DiscardedPaper>, Error>),
    /// Something else is to be shown.
    Tab(Tab),
    /// Something happened in the table.
    Table(table::Message),
    /// What is selected is to come back.
    RestorePressed,
    /// It is back.
    Restored(Operation, Result<BTreeSet<&'static str>, Error>),
}

impl paged::Line for Discarded {
    type Of = Client;

    fn id(&self) -> Id<Client> {
        self.client.id
    }
}

impl paged::Line for DiscardedPaper {
    type Of = Paper;

    fn id(&self) -> Id<Paper> {
        self.paper.id
    }
}

impl Bin {
    /// A bin nobody has looked into yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.cards.table.set_density(density);
        self.papers.table.set_density(density);
    }

    /// Asks for what was deleted.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let worker = &context.worker;
        let cards = worker.list(|reader| reader.bin(LIMIT));
        let papers = worker.list(|reader| reader.papers_in_bin(LIMIT));
        Command::batch([
            Command::perform(cards, Message::Loaded),
            Command::perform(papers, Message::LoadedPapers),
        ])
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(cards)) => {
                self.cards.show(cards);
                self.leave_empty();
                Action::none()
            }
            Message::LoadedPapers(Ok(papers)) => {
                self.papers.show(papers);
                self.leave_empty();
                Action::none()
            }
            Message::Tab(tab) => {
                self.tab = tab;
                Action::none()
            }
            Message::Table(message) => {
                match self.tab {
                    Tab::Cards => self.cards.point(message),
                    Tab::Papers => self.papers.point(message),
                }
                Action::none()
            }
            Message::RestorePressed => self.restore(context),
            Message::Restored(operation, Ok(changed)) => {
                self.is_restoring = false;
                match self.tab {
                    Tab::Cards => self.cards.clear(),
                    Tab::Papers => self.papers.clear(),
                }
                Action::wish(Wish::Done(operation, changed))
            }
            Message::Restored(_, Err(error)) => {
                self.is_restoring = false;
                Action::wish(Wish::Fail(error))
            }
            Message::Loaded(Err(error)) | Message::LoadedPapers(Err(error)) => {
                Action::wish(Wish::Fail(error))
            }
        }
    }

    /// Turns to the cards once there are no papers.
    fn leave_empty(&mut self) {
        if self.papers.rows().is_empty() {
            self.tab = Tab::Cards;
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        let turns = press.modifiers.command() && !self.papers.rows().is_empty();
        let is_page = |key| press.key == iced::keyboard::Key::Named(key);
        if turns && (is_page(Named::PageDown) || is_page(Named::PageUp)) {
            self.tab = match self.tab {
                Tab::Cards => Tab::Papers,
                Tab::Papers => Tab::Cards,
            };
        } else if press.is(Named::Enter) {
            return self.restore(context);
        } else {
            let is_taken = match self.tab {
                Tab::Cards => self.cards.press(press),
                Tab::Papers => self.papers.press(press),
            };
            if !is_taken && press.is(Named::Escape) {
                return Action::wish(Wish::Back);
            }
        }
        Action::none()
    }

    /// Brings what is selected back; without a selection, what the cursor is on.
    fn restore(&mut self, context: &Context) -> Action<Message> {
        let (cards, papers) = match self.tab {
            Tab::Cards => (self.cards.chosen(), Vec::new()),
            Tab::Papers => (Vec::new(), self.papers.chosen()),
        };
        let is_nothing = cards.is_empty() && papers.is_empty();
        if is_nothing || self.is_restoring || context.is_read_only {
            return Action::none();
        }
        self.is_restoring = true;
        let operation = match self.tab {
            Tab::Cards => Operation::RestoreClients,
            Tab::Papers => Operation::RestorePaper,
        };
        let work = move |tx: &mut Transaction<'_>| {
            tx.restore_clients(&cards)?;
            papers
                .iter()
                .try_for_each(|id| tx.restore_paper(*id, Utc::now()).map(drop))
        };
        let restored = context.worker.write(move |workspace| {
            let outcome = workspace.transact(operation, work)?;
            Ok(outcome.changed)
        });
        Action::run(Command::perform(restored, move |restored| {
            Message::Restored(operation, restored)
        }))
    }
}
