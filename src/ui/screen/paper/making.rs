//! The template of a paper, and the files that are made of it: each is kept as it was made, a new
//! one beside the old.

mod view;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::Utc;
use iced::Task as Command;

use super::sheet::today;
use super::{Form, Message as Outer, Next};
use crate::documents::{Maker, Source, Surroundings};
use crate::domain::paper::PaperVersion;
use crate::domain::{Id, Operation, Progress};
use crate::error::Result;
use crate::i18n::Locale;
use crate::ui::place::Answer;
use crate::ui::screen::{Action, Context, Launch, Wish};
use crate::ui::{external, place};
use crate::workspace::Outcome;

/// The template that is chosen, and what is being made of it.
#[derive(Debug, Default)]
pub struct Making {
    /// The templates that fit, the usual one first.
    sources: Vec<Source>,
    /// Which of them is chosen.
    chosen: usize,
    /// It, read; nothing while it is being read.
    maker: Option<Result<Arc<Maker>>>,
    /// The names of the fields it asks for.
    names: Option<Vec<String>>,
    is_making: bool,
    /// The file that was just made.
    made: Option<Id<PaperVersion>>,
    /// The file that is to be saved, while it is asked where.
    saving: Option<PaperVersion>,
}

/// What is done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Another program shows it.
    Open,
    /// It is printed.
    Print,
    /// It is written where the user says.
    SaveAs,
}

/// What happened to the template or to a file.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another template was chosen.
    Chosen(usize),
    /// That template was read.
    Read(usize, Result<Arc<Maker>>),
    /// A file is to be made.
    Make,
    /// What became of it.
    Made(Result<Outcome<Id<PaperVersion>>>),
    /// A file is to be used.
    Use(Use, Id<PaperVersion>),
    /// A copy of it was made, for that.
    Copied(Use, Result<PathBuf>),
    /// Where it is to be written.
    Where(Answer),
    /// It was written.
    Written(Result<PathBuf>),
}

impl Making {
    /// Takes over the templates that fit; the chosen one stays chosen where it still does.
    pub fn offer(&mut self, sources: Vec<Source>) {
        let chosen = self.sources.get(self.chosen).cloned();
        let stays = chosen.and_then(|chosen| sources.iter().position(|one| *one == chosen));
        if stays.is_none() || self.sources.is_empty() {
            self.maker = None;
            self.names = None;
        }
        self.chosen = stays.unwrap_or(0);
        self.sources = sources;
    }

    /// Reads the chosen template, where it is not read yet.
    pub fn read(&mut self, context: &Context) -> Option<Command<Outer>> {
        let source = self.sources.get(self.chosen)?.clone();
        if self.maker.is_some() || self.names.is_some() {
            return None;
        }
        // Nothing is known of it yet, and nobody reads it twice.
        self.names = Some(Vec::new());
        let (language, chosen) = (context.locale.language(), self.chosen);
        let read = context
            .worker
            .files(move |contents| Maker::open(source, contents, language).map(Arc::new));
        Some(Command::perform(read, move |maker| {
            Outer::Making(Message::Read(chosen, maker))
        }))
    }

    /// The template, read.
    pub fn maker(&self) -> Option<&Arc<Maker>> {
        self.maker.as_ref()?.as_ref().ok()
    }

    /// The names of the fields it asks for; `None` while it is being read.
    pub fn names(&self) -> Option<&[String]> {
        self.maker.as_ref()?;
        self.names.as_deref()
    }

    /// Whether a file is being made.
    pub fn is_busy(&self) -> bool {
        self.is_making
    }

    fn take(&mut self, chosen: usize, maker: Result<Arc<Maker>>) {
        if chosen != self.chosen {
            return;
        }
        self.names = maker.as_ref().ok().map(|maker| {
            let names = maker.fields().iter();
            names.map(|field| field.name().to_owned()).collect()
        });
        self.maker = Some(maker);
    }
}

impl Form {
    /// What follows from a message about the template or a file.
    pub(super) fn update_making(&mut self, message: Message, context: &Context) -> Action<Outer> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let making = &mut sheet.making;
        match message {
            Message::Chosen(chosen) if chosen != making.chosen => {
                making.chosen = chosen;
                (making.maker, making.names) = (None, None);
            }
            Message::Chosen(_) => {}
            Message::Read(chosen, maker) => {
                let failed = maker.as_ref().err().cloned();
                making.take(chosen, maker);
                if let Some(error) = failed {
                    return Action::wish(Wish::Fail(error));
                }
            }
            Message::Make => return self.save_then(Next::Make, context),
            Message::Made(Ok(outcome)) => {
                making.is_making = false;
                making.made = Some(outcome.value);
                let done = Wish::Done(Operation::MakePaperFile, outcome.changed);
                return Action::wish(done);
            }
            Message::Made(Err(error)) | Message::Written(Err(error)) => {
                making.is_making = false;
                return Action::wish(Wish::Fail(error));
            }
            Message::Use(purpose, id) => return self.use_file(purpose, id, context),
            Message::Copied(purpose, Ok(path)) => {
                let launch = match purpose {
                    Use::Print => Launch::Print,
                    Use::Open | Use::SaveAs => Launch::Open,
                };
                return Action::wish(Wish::Launch(launch, path));
            }
            Message::Copied(_, Err(error)) => return Action::wish(Wish::Fail(error)),
            Message::Where(Answer::Path(path)) => return self.write_file(path, context),
            Message::Where(Answer::Cancelled) => making.saving = None,
            Message::Where(Answer::NoDialog) => {
                making.saving = None;
                let said = context.locale.text("paper-no-dialog");
                return Action::wish(Wish::Say(said));
            }
            Message::Written(Ok(path)) => {
                let path = path.display().to_string();
                let said = context.locale.with("files-saved", &[("path", path.into())]);
                return Action::wish(Wish::Say(said));
            }
        }
        Action::none()
    }

    /// Makes a file of the paper as it stands in the base, and keeps it.
    pub(super) fn make(&mut self, context: &Context) -> Action<Outer> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let Some(maker) = sheet.making.maker().cloned() else {
            return Action::none();
        };
        sheet.making.is_making = true;
        let (paper, language) = (sheet.mine.paper.id, context.locale.language());
        let made = context.worker.write(move |workspace| {
            let locale = Locale::new(language);
            let around = Surroundings::read(workspace.read(), paper, today())?;
            let made = maker.make(&around, &locale)?;
            let kept = workspace.contents().keep_bytes(&made.bytes)?;
            let content = (kept.digest, kept.size);
            let version = PaperVersion::new(paper, &made.name, content, &made.text, Utc::now());
            let outcome = workspace.add_paper_file(version)?;
            Ok(Outcome {
                value: outcome.value.id,
                changed: outcome.changed,
                entry: outcome.entry,
            })
        });
        Action::run(Command::perform(made, |made| {
            Outer::Making(Message::Made(made))
        }))
    }

    fn use_file(&mut self, purpose: Use, id: Id<PaperVersion>, context: &Context) -> Action<Outer> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let known = sheet.facts.versions.iter().find(|one| one.id == id);
        let Some(version) = known.cloned() else {
            return Action::none();
        };
        if purpose == Use::SaveAs {
            let (title, kind) = (
                context.locale.text("files-save"),
                context.locale.text("files-any"),
            );
            let asked = place::save(title, kind, version.name.clone());
            sheet.making.saving = Some(version);
            return Action::run(Command::perform(asked, |answer| {
                Outer::Making(Message::Where(answer))
            }));
        }
        let copied = context.worker.files(move |contents| {
            let path = external::place_for(&version.name)?;
            contents.write(&version.file(), &path, &Progress::default())?;
            external::protect(&path)?;
            Ok(path)
        });
        Action::run(Command::perform(copied, move |path| {
            Outer::Making(Message::Copied(purpose, path))
        }))
    }

    fn write_file(&mut self, path: PathBuf, context: &Context) -> Action<Outer> {
        let saving = self
            .sheet
            .as_mut()
            .and_then(|sheet| sheet.making.saving.take());
        let Some(version) = saving else {
            return Action::none();
        };
        let written = context.worker.files(move |contents| {
            contents.write(&version.file(), &path, &Progress::default())?;
            Ok(path)
        });
        Action::run(Command::perform(written, |path| {
            Outer::Making(Message::Written(path))
        }))
    }
}
