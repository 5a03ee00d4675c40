//! How many pairs of cards look alike, counted while nobody does anything.

use std::time::{Duration, Instant};

use iced::Task as Command;

use super::Message;
use crate::domain::Progress;
use crate::domain::client::Kind;
use crate::error::{Error, Result};
use crate::ui::screen::Context;
use crate::workspace::Reader;

/// The largest base that is searched unasked, in clients: there a search takes a few seconds of a
/// processor. In a larger one the number of the last search that was asked for stands.
const LARGEST: i64 = 50_000;
/// So many seconds nobody does anything before a search begins.
const QUIET: u32 = 5;
/// A search rests so many times as long as it took.
const REST: u32 = 20;

/// Whether the number is out of date, and when it may be counted anew.
#[derive(Debug)]
pub struct Tally {
    is_stale: bool,
    /// For how many seconds nobody has done anything.
    quiet: u32,
    /// For how many seconds no search begins.
    rest: u32,
    search: Option<Progress>,
}

/// What a search has found.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// How many pairs; `None` in a base that is too large to be searched unasked.
    pairs: Option<usize>,
    took: Duration,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            is_stale: true,
            quiet: 0,
            rest: 0,
            search: None,
        }
    }
}

impl Tally {
    /// Somebody does something: a search would be in the way.
    pub fn disturb(&mut self) {
        self.quiet = 0;
        if let Some(progress) = &self.search {
            progress.stop();
        }
    }

    /// Something was written: the number is out of date.
    pub fn spoil(&mut self) {
        self.is_stale = true;
        self.disturb();
    }

    /// The page has searched the whole base itself.
    pub fn settle(&mut self) {
        self.is_stale = false;
        self.disturb();
    }

    /// A second went by; where it was quiet for long enough, a search begins.
    pub fn tick(&mut self, context: &Context) -> Command<Message> {
        self.quiet = self.quiet.saturating_add(1);
        self.rest = self.rest.saturating_sub(1);
        if !self.is_stale || self.search.is_some() || self.rest > 0 || self.quiet < QUIET {
            return Command::none();
        }
        let progress = Progress::default();
        self.search = Some(progress.clone());
        let counted = context
            .worker
            .background(move |reader| count(reader, &progress));
        Command::perform(counted, Message::Tallied)
    }

    /// Takes in what was found; returns the number where there is a new one.
    pub fn take(&mut self, counted: Result<Counted>) -> Option<usize> {
        let stopped = self.search.take();
        match counted {
            Ok(counted) => {
                // What was written meanwhile has stopped the search, though too late.
                self.is_stale = stopped.is_some_and(|progress| progress.check().is_err());
                let seconds = u32::try_from(counted.took.as_secs()).unwrap_or(u32::MAX);
                self.rest = seconds.saturating_mul(REST);
                counted.pairs
            }
            Err(Error::Cancelled) => None,
            Err(error) => {
                tracing::warn!(%error, "cards that look alike were not counted");
                self.is_stale = false;
                None
            }
        }
    }
}

fn count(reader: Reader<'_>, progress: &Progress) -> Result<Counted> {
    let begun = Instant::now();
    let mut clients = 0;
    for kind in Kind::ALL {
        clients += reader.count(kind)?;
    }
    let pairs = match clients <= LARGEST {
        true => Some(reader.duplicates(progress)?.len()),
        false => None,
    };
    Ok(Counted {
        pairs,
        took: begun.elapsed(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::ui::screen::{Action, testing};

    /// What the number becomes once a second has gone by.
    fn wait(tally: &mut Tally, context: &Context) -> Option<usize> {
        let mut found = None;
        let action = Action::run(tally.tick(context));
        testing::settle(action, |message| {
            if let Message::Tallied(counted) = message {
                found = tally.take(counted);
            }
            Action::none()
        });
        found
    }

    #[test]
    fn it_is_counted_once_it_is_quiet_and_anew_after_a_write() {
        let context = testing::context(Language::Russian);
        let mut tally = Tally::default();
        let seconds = |tally: &mut Tally, count: u32| -> Vec<Option<usize>> {
            (0..count).map(|_| wait(tally, &context)).collect()
        };
        assert_eq!(seconds(&mut tally, QUIET - 1), [None; 4]);
        tally.disturb();
        assert_eq!(seconds(&mut tally, QUIET - 1), [None; 4]);
        assert!(wait(&mut tally, &context).is_some());
        assert_eq!(seconds(&mut tally, QUIET + 1), [None; 6], "it is known");
        tally.spoil();
        assert_eq!(seconds(&mut tally, QUIET - 1), [None; 4]);
        assert!(wait(&mut tally, &context).is_some());
    }
}
