//! The template of a paper, and the files that are made of it: each is kept as it was made, a new
//! one beside the old.

mod view;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Utc;
use iced::Task as Command;

use super::panel;
use super::preview::Preview;
use super::sheet::today;
use super::{Form, Message as Outer, Next};
use crate::documents::{Maker, Source, Surroundings, pdf};
use crate::domain::paper::PaperVersion;
use crate::domain::{Id, Operation, Progress};
use crate::error::{Error, Result};
use crate::ui::place::Answer;
use crate::ui::screen::{Action, Context, Launch, Wish};
use crate::ui::widget::focus;
use crate::ui::{external, place};
use crate::workspace::Contents;

/// The name by which the field of a path is focused.
const TYPED: &str = "paper file path";

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
    names: Option<Vec<panel::Name>>,
    is_making: bool,
    /// What becomes of the file once it is made.
    then: Option<Use>,
    /// The file that was just made.
    made: Option<Id<PaperVersion>>,
    /// The file that is to be written, while it is asked where, and as what.
    saving: Option<(Use, PaperVersion)>,
    /// The path that is typed where the system has no dialog.
    typing: Option<String>,
    /// Where the file that was written last lies, and of which it is.
    written: Option<(Id<PaperVersion>, PathBuf)>,
    /// A PDF is being made; it can be stopped.
    work: Option<Progress>,
    /// What the paper will look like.
    pub preview: Preview,
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
    /// The same as PDF.
    Pdf,
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
    /// The same, and it is printed.
    Print,
    /// The chosen template is to be edited in another program.
    EditTemplate,
    /// What became of it: the file, and what was written.
    Made(Result<Box<(PaperVersion, BTreeSet<&'static str>)>>),
    /// A file is to be used.
    Use(Use, Id<PaperVersion>),
    /// A copy of it was made, for that.
    Copied(Use, Result<PathBuf>),
    /// Where it is to be written.
    Where(Answer),
    /// It was written.
    Written(Id<PaperVersion>, Result<PathBuf>),
    /// The path was typed.
    PathTyped(String),
    /// The path is whole.
    PathSubmitted,
    /// It is not to be written after all.
    PathLeft,
    /// The folder with the file that was written last is to be shown.
    Show,
    /// The PDF is not wanted any more.
    Stop,
}

impl Making {
    /// Takes over the templates that fit; the chosen one stays chosen where it still does.
    pub fn offer(&mut self, sources: Vec<Source>) {
        let chosen = self.sources.get(self.chosen).cloned();
        let is_form = |one: &Source| matches!(one, Source::Form(_));
        // The first template of the office takes the place of the form that was taken over for it.
        let is_first = self.sources.iter().all(is_form) && !sources.iter().all(is_form);
        let stays = chosen.as_ref().filter(|_| !is_first).and_then(|chosen| {
            let mut known = sources.iter();
            known.position(|one| one.is_like(chosen))
        });
        let is_same = stays.is_some_and(|at| sources.get(at) == chosen.as_ref());
        if !is_same || self.sources.is_empty() {
            self.maker = None;
            self.names = None;
            self.preview.spoil();
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
    pub fn names(&self) -> Option<&[panel::Name]> {
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
        let read = maker.as_ref().ok();
        self.names = read.map(|maker| panel::names(maker.fields()));
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
                making.preview.spoil();
            }
            Message::Chosen(_) => {}
            Message::Read(chosen, maker) => {
                let failed = maker.as_ref().err().cloned();
                making.take(chosen, maker);
                if let Some(error) = failed {
                    return Action::wish(Wish::Fail(error));
                }
            }
            Message::EditTemplate => {
                let kind = sheet.mine.paper.kind;
                let source = making.sources.get(making.chosen).cloned();
                self.is_menu_open = false;
                return match source {
                    Some(source) => Action::wish(Wish::EditTemplate(source, kind)),
                    None => Action::none(),
                };
            }
            Message::Make => {
                making.then = None;
                return self.save_then(Next::Make, context);
            }
            Message::Print => {
                making.then = Some(Use::Print);
                return self.save_then(Next::Make, context);
            }
            Message::Made(Ok(made)) => {
                let (version, changed) = *made;
                making.is_making = false;
                making.made = Some(version.id);
                let used = match making.then.take() {
                    Some(purpose) => self.use_file(purpose, version, context),
                    None => Action::none(),
                };
                return match changed.is_empty() {
                    true => used,
                    false => used.and(Wish::Done(Operation::MakePaperFile, changed)),
                };
            }
            Message::Made(Err(error)) => {
                making.is_making = false;
                return Action::wish(Wish::Fail(error));
            }
            message => return self.update_file(message, context),
        }
        Action::none()
    }

    /// What is done with a file.
    fn update_file(&mut self, message: Message, context: &Context) -> Action<Outer> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let making = &mut sheet.making;
        match message {
            Message::Use(purpose, id) => {
                let mut versions = sheet.facts.versions.iter();
                if let Some(version) = versions.find(|one| one.id == id).cloned() {
                    return self.use_file(purpose, version, context);
                }
            }
            Message::Copied(purpose, Ok(path)) => {
                let launch = match purpose {
                    Use::Print => Launch::Print,
                    Use::Open | Use::SaveAs | Use::Pdf => Launch::Open,
                };
                return Action::wish(Wish::Launch(launch, path));
            }
            Message::Copied(_, Err(error)) => return Action::wish(Wish::Fail(error)),
            Message::Stop => {
                if let Some(work) = &making.work {
                    work.stop();
                }
            }
            message => return self.update_place(message, context),
        }
        Action::none()
    }

    /// Where a file is written, and what became of it.
    fn update_place(&mut self, message: Message, context: &Context) -> Action<Outer> {
        let Some(making) = self.sheet.as_mut().map(|sheet| &mut sheet.making) else {
            return Action::none();
        };
        match message {
            Message::Where(Answer::Path(path)) => return self.write_file(path, context),
            Message::Where(Answer::Cancelled) | Message::PathLeft => {
                (making.saving, making.typing) = (None, None);
            }
            Message::Where(Answer::NoDialog) => {
                let saving = making.saving.as_ref();
                making.typing = saving.map(|saving| proposed(saving, context));
                let there = super::PAGE.into();
                return Action::run(focus::on(there, TYPED.into()));
            }
            Message::PathTyped(path) => making.typing = making.typing.take().map(|_| path),
            Message::PathSubmitted => {
                let typed = making.typing.as_deref().and_then(place::typed);
                if let Some(path) = typed {
                    making.typing = None;
                    return self.write_file(path, context);
                }
            }
            Message::Show => {
                if let Some((_, path)) = &making.written {
                    return Action::wish(Wish::Launch(Launch::Show, path.clone()));
                }
            }
            Message::Written(_, Err(error)) => {
                making.work = None;
                return match error {
                    Error::Cancelled => Action::none(),
                    error => Action::wish(Wish::Fail(error)),
                };
            }
            Message::Written(id, Ok(path)) => {
                making.work = None;
                making.written = Some((id, path.clone()));
                let path = path.display().to_string();
                let said = context.locale.with("files-saved", &[("path", path.into())]);
                return Action::wish(Wish::Say(said));
            }
            _ => {}
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
        let paper = sheet.mine.paper.id;
        let made = context.worker.write(move |workspace| {
            let around = Surroundings::read(workspace.read(), paper, today())?;
            let made = maker.make(&around)?;
            let kept = workspace.contents().keep_bytes(&made.bytes)?;
            // The same once more is no other file.
            let newest = workspace.read().versions_of(paper)?.into_iter().next();
            if let Some(same) = newest.filter(|one| one.digest == kept.digest) {
                return Ok(Box::new((same, BTreeSet::new())));
            }
            let content = (kept.digest, kept.size);
            let version = PaperVersion::new(paper, &made.name, content, &made.text, Utc::now());
            let outcome = workspace.add_paper_file(version)?;
            Ok(Box::new((outcome.value, outcome.changed)))
        });
        Action::run(Command::perform(made, |made| {
            Outer::Making(Message::Made(made))
        }))
    }

    fn use_file(
        &mut self,
        purpose: Use,
        version: PaperVersion,
        context: &Context,
    ) -> Action<Outer> {
        let Some(sheet) = &mut self.sheet else {
            return Action::none();
        };
        let name = match purpose {
            Use::Open | Use::Print => {
                let copied = context
                    .worker
                    .files(move |contents| copy(contents, &version));
                return Action::run(Command::perform(copied, move |path| {
                    Outer::Making(Message::Copied(purpose, path))
                }));
            }
            Use::SaveAs => version.name.clone(),
            Use::Pdf => with_ending(&version.name, "pdf"),
        };
        let locale = &context.locale;
        let asked = place::save(locale.text("files-save"), locale.text("files-any"), name);
        sheet.making.saving = Some((purpose, version));
        Action::run(Command::perform(asked, |answer| {
            Outer::Making(Message::Where(answer))
        }))
    }

    fn write_file(&mut self, path: PathBuf, context: &Context) -> Action<Outer> {
        let Some(making) = self.sheet.as_mut().map(|sheet| &mut sheet.making) else {
            return Action::none();
        };
        let Some((purpose, version)) = making.saving.take() else {
            return Action::none();
        };
        let (progress, id) = (Progress::default(), version.id);
        if purpose == Use::Pdf {
            making.work = Some(progress.clone());
        }
        let written = context.worker.files(move |contents| {
            if purpose == Use::Pdf {
                let document = contents.read(&version.file())?;
                let pages = pdf::pdf(&document, &progress)?;
                fs::write(&path, pages).map_err(Error::failed("writing the file"))?;
            } else {
                contents.write(&version.file(), &path, &progress)?;
            }
            Ok(path)
        });
        Action::run(Command::perform(written, move |path| {
            Outer::Making(Message::Written(id, path))
        }))
    }
}

/// A copy for another program to open, which nobody edits by mistake.
fn copy(contents: &Contents, version: &PaperVersion) -> Result<PathBuf> {
    let path = external::place_for(&version.name)?;
    contents.write(&version.file(), &path, &Progress::default())?;
    external::protect(&path)?;
    Ok(path)
}

/// The path that is proposed for a file: beside that of the office.
fn proposed((purpose, version): &(Use, PaperVersion), context: &Context) -> String {
    let name = match purpose {
        Use::Pdf => with_ending(&version.name, "pdf"),
        _ => version.name.clone(),
    };
    let folder = context.path.as_deref().and_then(Path::parent);
    let path = folder.map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name));
    path.display().to_string()
}

fn with_ending(name: &str, ending: &str) -> String {
    let (stem, _) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{ending}")
}
