//! Files on the card: dropped or chosen, opened, saved elsewhere, renamed, taken off.

#[cfg(test)]
mod tests;
mod view;

use std::collections::{HashSet, VecDeque};
use std::path::PathBuf;

use iced::Task as Command;
use iced::futures::channel::mpsc;
use iced::keyboard::key::Named;
use iced::widget::operation;

use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, Sheet, write};
use crate::domain::attachment::{Attachment, clean_name, is_risky};
use crate::domain::{Card, Id, Operation, Progress};
use crate::error::{Error, Result};
use crate::ui::external;
use crate::ui::place::{self, Answer};
use crate::ui::screen::{Action, Context, Launch, Press, Wish};
use crate::ui::widget::Element;
use crate::ui::worker::watch;
use crate::workspace::{Contents, Kept, Outcome, Reader};

/// The field of a new name, and of a path.
const FIELD: &str = "attachment field";

/// What the section keeps between messages.
#[derive(Debug, Default)]
pub struct Attachments {
    /// Files that are still to be kept.
    waiting: VecDeque<PathBuf>,
    /// Files that are kept, and will be put on the card together.
    kept: Vec<(String, Kept)>,
    work: Option<Work>,
    /// The digests of contents that are not there.
    missing: HashSet<String>,
    /// Whose menu is unfolded.
    menu: Option<Id<Attachment>>,
    /// Which file could run a program, so that it is asked again.
    doubted: Option<Id<Attachment>>,
    typing: Option<Typing>,
    /// Whose place is being asked for.
    saving: Option<Attachment>,
}

/// A file that is being kept or written.
#[derive(Debug)]
struct Work {
    name: String,
    progress: Progress,
    done: u64,
    total: u64,
}

/// What is being typed.
#[derive(Debug)]
struct Typing {
    purpose: Purpose,
    text: String,
}

/// What it is for.
#[derive(Debug, Clone)]
enum Purpose {
    /// The path of a file to attach.
    Attach,
    /// The path where to save one.
    Save(Attachment),
    /// The new name of one.
    Rename(Attachment),
}

/// What happened in the section.
#[derive(Debug, Clone)]
pub enum Message {
    /// Which contents are not there.
    Looked(Result<HashSet<String>>),
    /// A file is to be attached.
    AddPressed,
    /// What the dialog said.
    Chosen(Answer),
    /// A file was dropped.
    Dropped(PathBuf),
    /// So much is done, and of how much.
    Reached((u64, u64)),
    /// The work is to be stopped.
    StopPressed,
    /// The content of this file is kept.
    Kept(String, Result<Kept>),
    /// The files stand on the card.
    Attached(Result<Outcome<Vec<Attachment>>>),
    /// A file is to be opened.
    OpenPressed(Id<Attachment>),
    /// A copy to be opened was made.
    Copied(Result<PathBuf>),
    /// A file is to be saved elsewhere.
    SavePressed(Id<Attachment>),
    /// Where to.
    SaveChosen(Answer),
    /// It was saved.
    Saved(Result<PathBuf>),
    /// The menu of a file is to unfold or to fold.
    Menu(Option<Id<Attachment>>),
    /// A file is to get another name.
    RenamePressed(Id<Attachment>),
    /// A file is to be taken off the card.
    RemovePressed(Id<Attachment>),
    /// A name or a path was typed.
    Typed(String),
    /// It is whole.
    Submitted,
    /// What was unfolded or typed is given up.
    Folded,
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Attachments(message))
}

impl Section for Attachments {
    const PLACE: Place = Place {
        tab: Tab::Files,
        side: Side::Left,
    };
    type Facts = Vec<Attachment>;
    type Message = Message;

    fn read(reader: Reader<'_>, card: &Card) -> Result<Self::Facts> {
        reader.rows_on(card.client.id)
    }

    fn count(facts: &Self::Facts) -> Option<usize> {
        Some(facts.len())
    }

    fn seen(&mut self, sheet: &Sheet, context: &Context) -> Command<Outer> {
        let mut digests: HashSet<_> = files(sheet).iter().map(|f| f.digest.clone()).collect();
        if digests.is_empty() {
            return Command::none();
        }
        let looked = context.worker.files(move |contents| {
            let found = digests.iter().map(|digest| contents.has(digest));
            let found: Vec<bool> = found.collect::<Result<_>>()?;
            let mut found = found.into_iter();
            digests.retain(|_| !found.next().unwrap_or_default());
            Ok(digests)
        });
        Command::perform(looked, |missing| say(Message::Looked(missing)))
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        match message {
            Message::Looked(Ok(missing)) => self.missing = missing,
            Message::Looked(Err(error)) => return Action::wish(Wish::Fail(error)),
            Message::AddPressed => return add(context),
            Message::Chosen(Answer::Path(path)) | Message::Dropped(path) => {
                return self.take(path, context);
            }
            Message::Chosen(Answer::Cancelled) | Message::SaveChosen(Answer::Cancelled) => {}
            Message::Chosen(Answer::NoDialog) => return self.ask(Purpose::Attach, String::new()),
            Message::Reached((done, total)) => {
                if let Some(work) = &mut self.work {
                    (work.done, work.total) = (done, total);
                }
            }
            Message::StopPressed => {
                self.waiting.clear();
                if let Some(work) = &self.work {
                    work.progress.stop();
                }
            }
            Message::Kept(name, kept) => return self.take_kept(name, kept, sheet, context),
            Message::Attached(Ok(outcome)) => {
                return Action::wish(Wish::Done(Operation::AttachFiles, outcome.changed));
            }
            Message::Attached(Err(error)) => return Action::wish(Wish::Fail(error)),
            message => return self.update_file(message, sheet, context),
        }
        Action::none()
    }

    fn press(&mut self, press: &Press, _: &Sheet, context: &Context) -> Option<Action<Outer>> {
        if press.is(Named::Escape) && self.work.is_some() {
            return Some(Action::run(Command::done(say(Message::StopPressed))));
        }
        press.is(Named::Insert).then(|| add(context))
    }

    fn is_dirty(&self) -> bool {
        let is_typed = |typing: &Typing| match &typing.purpose {
            Purpose::Rename(file) => typing.text != file.name,
            _ => false,
        };
        self.typing.as_ref().is_some_and(is_typed)
    }

    fn is_busy(&self) -> bool {
        self.work.is_some()
    }

    fn fold(&mut self) -> bool {
        let typing = self.typing.take().is_some();
        let menu = self.menu.take().is_some();
        let doubted = self.doubted.take().is_some();
        typing || menu || doubted
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        Some(view::view(self, files(sheet), context))
    }
}

impl Attachments {
    /// What is done with one of the files.
    fn update_file(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let known = |id| files(sheet).iter().find(|file| file.id == id).cloned();
        match message {
            Message::Menu(menu) => self.menu = menu,
            Message::Folded => {
                self.fold();
            }
            Message::OpenPressed(id) => return self.open(known(id), context),
            Message::Copied(Ok(path)) => {
                self.work = None;
                return Action::wish(Wish::Launch(Launch::Open, path));
            }
            Message::SavePressed(id) => return self.ask_where(known(id), context),
            Message::SaveChosen(Answer::Path(path)) => return self.save(path, context),
            Message::SaveChosen(Answer::NoDialog) => {
                if let Some(file) = self.saving.take() {
                    let name = file.name.clone();
                    return self.ask(Purpose::Save(file), name);
                }
            }
            Message::Saved(Ok(path)) => {
                self.work = None;
                let path = path.display().to_string();
                let said = context.locale.with("files-saved", &[("path", path.into())]);
                return Action::wish(Wish::Say(said));
            }
            Message::Copied(Err(error)) | Message::Saved(Err(error)) => {
                self.work = None;
                return Action::wish(Wish::Fail(error));
            }
            Message::RenamePressed(id) => {
                if let Some(file) = known(id) {
                    let name = file.name.clone();
                    return self.ask(Purpose::Rename(file), name);
                }
            }
            Message::RemovePressed(id) => {
                self.fold();
                if let Some(file) = known(id) {
                    return write(Operation::RemoveFile, None, context, move |tx| {
                        tx.delete(&file)
                    });
                }
            }
            Message::Typed(text) => {
                if let Some(typing) = &mut self.typing {
                    typing.text = text;
                }
            }
            Message::Submitted => return self.submit(context),
            _ => {}
        }
        Action::none()
    }

    fn ask(&mut self, purpose: Purpose, text: String) -> Action<Outer> {
        self.fold();
        self.typing = Some(Typing { purpose, text });
        Action::run(operation::focus(FIELD))
    }

    fn submit(&mut self, context: &Context) -> Action<Outer> {
        let Some(Typing { purpose, text }) = self.typing.take() else {
            return Action::none();
        };
        match purpose {
            Purpose::Rename(file) => rename(file, &text, context),
            Purpose::Attach => match place::typed(&text) {
                Some(path) => self.take(path, context),
                None => Action::none(),
            },
            Purpose::Save(file) => match place::typed(&text) {
                Some(path) => {
                    self.saving = Some(file);
                    self.save(path, context)
                }
                None => Action::none(),
            },
        }
    }

    /// Takes a file in; one after the other.
    fn take(&mut self, path: PathBuf, context: &Context) -> Action<Outer> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        self.fold();
        self.waiting.push_back(path);
        self.keep_next(context)
    }

    fn keep_next(&mut self, context: &Context) -> Action<Outer> {
        if self.work.is_some() {
            return Action::none();
        }
        let Some(path) = self.waiting.pop_front() else {
            return Action::none();
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = clean_name(&name, &context.locale.text("files-nameless"));
        let kept = name.clone();
        Action::run(self.begin(
            name,
            context,
            move |contents, progress| contents.keep(&path, progress),
            move |answer| Message::Kept(kept, answer),
        ))
    }

    fn take_kept(
        &mut self,
        name: String,
        kept: Result<Kept>,
        sheet: &Sheet,
        context: &Context,
    ) -> Action<Outer> {
        self.work = None;
        let failed = match kept {
            Ok(kept) => {
                self.kept.push((name, kept));
                None
            }
            Err(error) => Some(error),
        };
        let next = self.keep_next(context);
        let next = match self.work {
            Some(_) => next,
            None => Action::run(self.attach(sheet, context)),
        };
        match failed {
            Some(error) => next.and(Wish::Fail(error)),
            None => next,
        }
    }

    /// Puts everything that is kept on the card, as one operation.
    fn attach(&mut self, sheet: &Sheet, context: &Context) -> Command<Outer> {
        let kept = std::mem::take(&mut self.kept);
        if kept.is_empty() {
            return Command::none();
        }
        let client = sheet.card().client.id;
        let attached = context
            .worker
            .write(move |workspace| workspace.attach(client, &kept));
        Command::perform(attached, |outcome| say(Message::Attached(outcome)))
    }

    /// Makes a copy and lets the program of the system open it; what could run a program is only
    /// saved.
    fn open(&mut self, file: Option<Attachment>, context: &Context) -> Action<Outer> {
        self.fold();
        let Some(file) = file.filter(|_| self.work.is_none()) else {
            return Action::none();
        };
        if is_risky(&file.name) {
            self.doubted = Some(file.id);
            return Action::none();
        }
        Action::run(self.begin(
            file.name.clone(),
            context,
            move |contents, progress| {
                let path = external::place_for(&file.name)?;
                contents.write(&file, &path, progress)?;
                external::protect(&path)?;
                Ok(path)
            },
            Message::Copied,
        ))
    }

    fn ask_where(&mut self, file: Option<Attachment>, context: &Context) -> Action<Outer> {
        self.fold();
        let Some(file) = file.filter(|_| self.work.is_none()) else {
            return Action::none();
        };
        let locale = &context.locale;
        let title = locale.text("files-save");
        let asked = place::save(title, locale.text("files-any"), file.name.clone());
        self.saving = Some(file);
        Action::run(Command::perform(asked, |answer| {
            say(Message::SaveChosen(answer))
        }))
    }

    fn save(&mut self, path: PathBuf, context: &Context) -> Action<Outer> {
        let Some(file) = self.saving.take() else {
            return Action::none();
        };
        Action::run(self.begin(
            file.name.clone(),
            context,
            move |contents, progress| {
                contents.write(&file, &path, progress)?;
                Ok(path)
            },
            Message::Saved,
        ))
    }

    /// Begins work on one file, beside everything else that goes on.
    fn begin<T: Send + 'static>(
        &mut self,
        name: String,
        context: &Context,
        work: impl FnOnce(&Contents, &Progress) -> Result<T> + Send + 'static,
        then: impl FnOnce(Result<T>) -> Message + Send + 'static,
    ) -> Command<Outer> {
        let progress = Progress::default();
        let (report, reports) = mpsc::unbounded();
        self.work = Some(Work {
            name,
            progress: progress.clone(),
            done: 0,
            total: 0,
        });
        let done = context
            .worker
            .files(move |contents| watch(&progress, report, || work(contents, &progress)));
        Command::batch([
            Command::run(reports, |reached| say(Message::Reached(reached))),
            Command::perform(done, move |answer| say(then(answer))),
        ])
    }
}

fn files(sheet: &Sheet) -> &[Attachment] {
    &sheet.facts.attachments
}

/// Asks for a file to attach.
fn add(context: &Context) -> Action<Outer> {
    if context.is_read_only {
        return Action::wish(Wish::Fail(Error::ReadOnly));
    }
    let asked = place::pick_any(context.locale.text("files-choose"));
    Action::run(Command::perform(asked, |answer| {
        say(Message::Chosen(answer))
    }))
}

/// Gives a file another name; its ending stays where none is typed.
fn rename(file: Attachment, typed: &str, context: &Context) -> Action<Outer> {
    let mut name = typed.trim().to_owned();
    if !name.is_empty()
        && !name.contains('.')
        && let Some((_, ending)) = file.name.rsplit_once('.')
    {
        name = format!("{name}.{ending}");
    }
    let name = clean_name(&name, &file.name);
    if name == file.name {
        return Action::none();
    }
    write(Operation::RenameFile, None, context, move |tx| {
        tx.save(&Attachment { name, ..file })?;
        Ok(())
    })
}
