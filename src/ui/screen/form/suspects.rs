//! A quiet strip over the form: clients in the base that look like the one that is typed.

#[cfg(test)]
mod tests;

use std::thread;
use std::time::Duration;

use iced::Task as Command;
use iced::widget::{column, row};

use super::{Form, Message as Outer};
use crate::domain::duplicate::Traits;
use crate::domain::{Card, Client, Id, Operation};
use crate::error::Result;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::{Element, button, note};
use crate::ui::worker;
use crate::workspace::Suspect;

/// How long the keys have to rest before the base is asked.
const PAUSE: Duration = Duration::from_millis(300);
/// How many are told at once.
const TOLD: usize = 2;

/// What is known of clients that look alike.
#[derive(Debug, Default)]
pub struct Suspects {
    /// What was compared last, or is about to be.
    compared: Option<Traits>,
    /// Counts the questions, so that a late answer is known.
    asked: u64,
    found: Vec<Suspect>,
    /// Those the user has said are not the same.
    apart: Vec<Id<Client>>,
}

/// What happened in the strip.
#[derive(Debug, Clone)]
pub enum Message {
    /// The keys have rested since this question.
    Rested(u64),
    /// What looks like the card that was typed then.
    Found(u64, Result<Vec<Suspect>>),
    /// That client is another.
    Distinct(Id<Client>),
    /// It is the same client: both cards are to be merged.
    Merge(Id<Client>),
    /// That two cards are not the same was written.
    Written(Result<std::collections::BTreeSet<&'static str>>),
}

impl Suspects {
    /// Asks the base a moment after something was typed that clients are compared by.
    pub fn follow(&mut self, card: &Card) -> Command<Message> {
        let traits = Traits::of(card);
        if self.compared.as_ref() == Some(&traits) {
            return Command::none();
        }
        self.compared = Some(traits);
        self.asked += 1;
        let asked = self.asked;
        let rest = worker::begin("pause", || {
            thread::sleep(PAUSE);
            Ok(())
        });
        Command::perform(rest, move |_| Message::Rested(asked))
    }

    /// The pairs that are not the same client, to be remembered with the new card.
    pub fn apart(&self, new: Id<Client>) -> Vec<(Id<Client>, Id<Client>)> {
        self.apart.iter().map(|other| (new, *other)).collect()
    }

    fn told(&self) -> impl Iterator<Item = &Suspect> {
        let found = self.found.iter();
        found.filter(|suspect| !self.apart.contains(&suspect.listing.client.id))
    }

    /// The strip; nothing where nobody looks alike.
    pub fn view<'a>(&self, is_known: bool, context: &Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let count = self.told().count();
        let lines = self.told().take(TOLD).enumerate().map(|(at, suspect)| {
            let client = &suspect.listing.client;
            let told = [
                ("name", client.title().into()),
                (
                    "reasons",
                    locale.reasons(client.kind, &suspect.verdict).into(),
                ),
            ];
            let mut words = locale.with("duplicates-suspect", &told);
            if at + 1 == TOLD && count > TOLD {
                let more = [("count", (count - TOLD).into())];
                words = format!("{words}; {}", locale.with("duplicates-suspect-more", &more));
            }
            let id = client.id;
            let may = !context.is_read_only;
            let link = |key, message| {
                let link = button::link(locale.text(key));
                link.on_press(message).reachable()
            };
            let say = Outer::Suspects;
            let open = link("duplicates-open", Outer::Open(id));
            let merge =
                (is_known && may).then(|| link("duplicates-merge", say(Message::Merge(id))));
            let distinct = may.then(|| link("duplicates-distinct", say(Message::Distinct(id))));
            let buttons = row![open, merge, distinct].spacing(spacing::M);
            note::note(words, Tone::Warning, Some(buttons.into()))
        });
        (count > 0).then(|| column(lines).spacing(spacing::S).into())
    }
}

impl Form {
    /// Takes in what happened in the strip.
    pub(super) fn suspect(&mut self, message: Message, context: &Context) -> Action<Outer> {
        let known = self.known;
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        match message {
            Message::Rested(asked) if asked == sheet.suspects.asked => {
                let card = sheet
                    .typed
                    .finished(&sheet.base, &sheet.start, super::today());
                let found = context.worker.read(move |reader| reader.suspects(&card));
                let found = Command::perform(found, move |found| Message::Found(asked, found));
                Action::run(found.map(Outer::Suspects))
            }
            Message::Found(asked, Ok(found)) if asked == sheet.suspects.asked => {
                sheet.suspects.found = found;
                Action::none()
            }
            Message::Distinct(other) => {
                sheet.suspects.apart.push(other);
                let Some(own) = known else {
                    return Action::none(); // remembered with the card
                };
                let written = context.worker.write(move |workspace| {
                    let outcome = workspace
                        .transact(Operation::TellApart, |tx| tx.tell_apart(&[(own, other)]))?;
                    Ok(outcome.changed)
                });
                let written = Command::perform(written, Message::Written);
                Action::run(written.map(Outer::Suspects))
            }
            Message::Merge(other) => match known {
                Some(own) => Action::wish(Wish::Merge(vec![other, own])),
                None => Action::none(),
            },
            Message::Written(Ok(changed)) => {
                Action::wish(Wish::Done(Operation::TellApart, changed))
            }
            Message::Written(Err(error)) => Action::wish(Wish::Fail(error)),
            // Late, or a hint that failed: nothing that is being typed depends on it.
            Message::Rested(_) | Message::Found(..) => Action::none(),
        }
    }
}
