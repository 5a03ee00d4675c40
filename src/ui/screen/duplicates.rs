//! Cards that look like the same client: pair by pair, side by side, with the reasons.

mod pairs;
mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use iced::futures::channel::mpsc;
use iced::keyboard::key::Named;

use super::registers::Tab;
use super::{Action, Command, Context, Press, Wish};
use crate::domain::{Client, Id, Operation, Progress};
use crate::error::Error;
use crate::ui::widget::table::{self, Density, State, Step};
use crate::ui::worker::watch;

use pairs::{Pair, Preview};

/// What the page remembers.
#[derive(Debug, Default)]
pub struct Duplicates {
    table: State,
    /// The pairs, the most certain first; `None` before the first search has ended.
    pairs: Option<Vec<Pair>>,
    /// Both cards of the pair under the cursor.
    preview: Option<Preview>,
    search: Option<Search>,
    is_stopped: bool,
    /// Whether the clients of the last import alone are looked at.
    is_of_import: bool,
    is_writing: bool,
}

/// A search that goes on.
#[derive(Debug)]
struct Search {
    progress: Progress,
    done: u64,
    total: u64,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another of the pages on clients was chosen.
    TabChosen(Tab),
    /// The search is to begin.
    SearchPressed,
    /// So much is compared, and of how much.
    Reached((u64, u64)),
    /// The search is to end.
    StopPressed,
    /// What was found.
    Found(Result<Vec<Pair>, Error>),
    /// Both cards of a pair were read.
    Previewed(Result<Box<Preview>, Error>),
    /// Something happened in the table.
    Table(table::Message),
    /// The pair is to be merged.
    MergePressed,
    /// The two are not the same.
    DistinctPressed,
    /// All pairs beyond doubt are to be merged.
    AcceptPressed,
    /// Something was written.
    Written(Operation, Result<BTreeSet<&'static str>, Error>),
    /// All pairs are to be shown, not those of one import alone.
    ShowAllPressed,
    /// A card is to be shown.
    OpenPressed(Id<Client>),
}

impl Duplicates {
    /// A page that has found nothing yet; perhaps of the last import's clients alone.
    pub fn new(is_of_import: bool) -> Self {
        Self {
            is_of_import,
            ..Self::default()
        }
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
    }

    /// The first time it searches; later what was found is looked at again: cards may be gone.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let Some(pairs) = &self.pairs else {
            return match self.search.is_none() && !self.is_stopped {
                true => self.begin(context),
                false => Command::none(),
            };
        };
        let known = pairs.clone();
        let looked = context
            .worker
            .read(move |reader| pairs::still(reader, known));
        Command::perform(looked, Message::Found)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::TabChosen(tab) => Action::wish(tab.wish()),
            Message::SearchPressed => Action::run(self.begin(context)),
            Message::Reached((done, total)) => {
                if let Some(search) = &mut self.search {
                    (search.done, search.total) = (done, total);
                }
                Action::none()
            }
            Message::StopPressed => {
                if let Some(search) = &self.search {
                    search.progress.stop();
                }
                Action::none()
            }
            Message::Found(found) => self.take(found, context),
            Message::Previewed(Ok(preview)) => {
                let is_at = self.current().is_some_and(|pair| preview.is_of(pair));
                self.preview = is_at.then_some(*preview);
                Action::none()
            }
            // It is gone: the next look at the base leaves it out.
            Message::Previewed(Err(_)) => Action::none(),
            Message::Table(message) => self.point(message, context),
            Message::MergePressed => match self.current() {
                Some(pair) if !context.is_read_only => {
                    Action::wish(Wish::Merge(pair.ids().to_vec()))
                }
                _ => Action::none(),
            },
            Message::DistinctPressed => self.tell_apart(context),
            Message::AcceptPressed => self.accept(context),
            Message::Written(operation, Ok(changed)) => {
                self.is_writing = false;
                Action::wish(Wish::Done(operation, changed))
            }
            Message::Written(_, Err(error)) => {
                self.is_writing = false;
                Action::run(self.refresh(context)).and(Wish::Fail(error))
            }
            Message::ShowAllPressed => {
                self.is_of_import = false;
                Action::run(self.begin(context))
            }
            Message::OpenPressed(id) => Action::wish(Wish::Open(id)),
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is(Named::Escape) {
            return match self.search.is_some() {
                true => self.update(Message::StopPressed, context),
                false => Action::wish(Wish::Back),
            };
        }
        if press.is_captured {
            return Action::none();
        }
        if let Some(tab) = Tab::Duplicates.turned(press) {
            return Action::wish(tab.wish());
        }
        let is_plain = !press.modifiers.command() && !press.modifiers.alt();
        if press.is(Named::Enter) {
            return self.update(Message::MergePressed, context);
        }
        if press.latin == Some('n') && is_plain {
            return self.update(Message::DistinctPressed, context);
        }
        if let Some(step) = Step::of_key(&press.key) {
            let count = self.count();
            self.table.step(step, count);
            return Action::run(self.look(context));
        }
        Action::none()
    }

    fn begin(&mut self, context: &Context) -> Command<Message> {
        if self.search.is_some() {
            return Command::none();
        }
        let progress = Progress::default();
        let (report, reports) = mpsc::unbounded();
        self.is_stopped = false;
        self.search = Some(Search {
            progress: progress.clone(),
            done: 0,
            total: 0,
        });
        let is_of_import = self.is_of_import;
        let found = context.worker.background(move |reader| {
            watch(&progress, report, || {
                pairs::search(reader, is_of_import, &progress)
            })
        });
        Command::batch([
            Command::run(reports, Message::Reached),
            Command::perform(found, Message::Found),
        ])
    }

    fn take(&mut self, found: Result<Vec<Pair>, Error>, context: &Context) -> Action<Message> {
        let is_searched = self.search.take().is_some();
        match found {
            Ok(pairs) => {
                let count = pairs.len() as u64;
                let cursor = self.table.cursor().unwrap_or_default();
                self.pairs = Some(pairs);
                let last = count.saturating_sub(1);
                let at = (count > 0).then_some(cursor.min(last));
                let _ = self.table.set_cursor(at, count);
                let looked = Action::run(self.look(context));
                match self.is_of_import {
                    true => looked,
                    false => looked.and(Wish::DuplicatesFound(count as usize, is_searched)),
                }
            }
            Err(Error::Cancelled) => {
                self.is_stopped = true;
                Action::none()
            }
            Err(error) => Action::wish(Wish::Fail(error)),
        }
    }

    /// Reads the cards of the pair under the cursor, unless they are shown.
    fn look(&mut self, context: &Context) -> Command<Message> {
        let Some(pair) = self.current() else {
            self.preview = None;
            return Command::none();
        };
        if self.preview.as_ref().is_some_and(|known| known.is_of(pair)) {
            return Command::none();
        }
        let ids = pair.ids();
        let read = context
            .worker
            .read(move |reader| Preview::read(reader, ids).map(Box::new));
        Command::perform(read, Message::Previewed)
    }

    fn point(&mut self, message: table::Message, context: &Context) -> Action<Message> {
        let count = self.count();
        let action = self.table.update(message, count);
        if matches!(action, table::Action::Open(_)) {
            return self.update(Message::MergePressed, context);
        }
        Action::run(self.look(context))
    }

    fn tell_apart(&mut self, context: &Context) -> Action<Message> {
        let Some([one, other]) = self.current().map(Pair::ids) else {
            return Action::none();
        };
        if self.is_writing || context.is_read_only {
            return Action::none();
        }
        self.is_writing = true;
        let written = context.worker.write(move |workspace| {
            let operation = Operation::TellApart;
            let outcome = workspace.transact(operation, |tx| tx.tell_apart(&[(one, other)]))?;
            Ok(outcome.changed)
        });
        Action::run(Command::perform(written, |changed| {
            Message::Written(Operation::TellApart, changed)
        }))
    }

    /// Merges all pairs beyond doubt, in one operation.
    fn accept(&mut self, context: &Context) -> Action<Message> {
        let certain: Vec<[Id<Client>; 2]> = self.certain().map(Pair::ids).collect();
        if certain.is_empty() || self.is_writing || context.is_read_only {
            return Action::none();
        }
        self.is_writing = true;
        let written = context
            .worker
            .write(move |workspace| pairs::accept(workspace, &certain));
        Action::run(Command::perform(written, |changed| {
            Message::Written(Operation::MergeClients, changed)
        }))
    }

    fn certain(&self) -> impl Iterator<Item = &Pair> {
        let pairs = self.pairs.iter().flatten();
        pairs.filter(|pair| pair.suspicion.is_beyond_doubt())
    }

    fn current(&self) -> Option<&Pair> {
        let at = usize::try_from(self.table.cursor()?).ok()?;
        self.pairs.as_ref()?.get(at)
    }

    fn count(&self) -> u64 {
        self.pairs.as_ref().map_or(0, |pairs| pairs.len() as u64)
    }
}
