//! The long works: the look at all letters, and making them.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::Utc;
use iced::futures::channel::mpsc;

use super::{Command, Context, Letters, Message, Step, Work};
use crate::documents::letters::{self, Made, Writer};
use crate::domain::Progress;
use crate::error::Result;
use crate::i18n::Locale;
use crate::ui::worker::watch;

type Reports = mpsc::UnboundedSender<(u64, u64)>;

/// Letters that were made, and the tables their histories were written to; nothing where they were
/// not to be noted.
#[derive(Debug, Clone)]
pub struct Finished {
    /// The letters.
    pub made: Made,
    /// What came of the histories: the letters are there even where they could not be noted.
    pub noted: Option<Result<BTreeSet<&'static str>>>,
}

impl Letters {
    /// Begins the look at all letters, beside everything else that goes on.
    pub(super) fn check(&mut self, context: &Context) -> Command<Message> {
        let mailing = self.choice.mailing(&context.locale);
        let (Some(mailing), Some(ids)) = (mailing, self.recipients.ids().cloned()) else {
            return Command::none();
        };
        let mailing = Arc::new(mailing);
        self.checked = Some((Arc::clone(&mailing), Arc::default()));
        self.step = Step::Check;
        let (progress, report, reached) = self.begin(false);
        let contents = context.worker.contents();
        let language = mailing.language(context.locale.language());
        let checked = context.worker.background(move |reader| {
            let locale = Locale::new(language);
            let writer = Writer::new((reader, &contents), &mailing, &locale)?;
            watch(&progress, report, || writer.check(&ids, &progress))
        });
        Command::batch([reached, Command::perform(checked, Message::Checked)])
    }

    /// Begins to make the letters; what is noted is noted when all of them are there.
    pub(super) fn write(&mut self, context: &Context) -> Command<Message> {
        let Some((mailing, checked)) = self.checked.clone() else {
            return Command::none();
        };
        let Some(output) = self.target.output() else {
            return Command::none();
        };
        let (progress, report, reached) = self.begin(true);
        let contents = context.worker.contents();
        let language = mailing.language(context.locale.language());
        let written = context.worker.background({
            let mailing = Arc::clone(&mailing);
            move |reader| {
                let locale = Locale::new(language);
                let writer = Writer::new((reader, &contents), &mailing, &locale)?;
                watch(&progress, report, || {
                    writer.write(&checked, &output, &progress)
                })
            }
        });
        let is_noted = self.is_noted(context);
        let worker = context.worker.clone();
        let finished = async move {
            let made = written.await?;
            let noted = match is_noted {
                true => {
                    let letters = made.clone();
                    let noted = worker.write(move |workspace| {
                        letters::note(workspace, &mailing, &letters, Utc::now())
                    });
                    Some(noted.await.map(|outcome| outcome.changed))
                }
                false => None,
            };
            Ok(Finished { made, noted })
        };
        Command::batch([reached, Command::perform(finished, Message::Finished)])
    }

    /// Whether letters are noted in the histories of their recipients: envelopes are not.
    pub(super) fn is_noted(&self, context: &Context) -> bool {
        self.can_be_noted(context) && self.target.is_noted
    }

    pub(super) fn can_be_noted(&self, context: &Context) -> bool {
        let is_letter = self.choice.form().is_some_and(letters::Form::is_letter);
        is_letter && !context.is_read_only
    }

    fn begin(&mut self, is_writing: bool) -> (Progress, Reports, Command<Message>) {
        let progress = Progress::default();
        let (report, reports) = mpsc::unbounded();
        self.work = Some(Work {
            progress: progress.clone(),
            done: 0,
            total: 0,
            is_writing,
        });
        (progress, report, Command::run(reports, Message::Reached))
    }
}
