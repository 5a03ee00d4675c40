//! The import: choose a table, say what its columns are, look what would happen, do it.

mod columns;
mod keyboard;
mod mappings;
mod result;
mod setup;
mod view;
mod work;

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use iced::widget::operation;

use super::take_back::{self, TakeBack};
use super::{Action, Command, Context, Page, Press, Wish};
use crate::domain::{Id, Operation, Progress};
use crate::error::Error;
use crate::exchange::import::{Plan, Remarked, Report};
use crate::exchange::{CardFile, Choices};
use crate::ui::place::{self, Answer};
use crate::ui::widget::table;
use crate::workspace::{Entry, Outcome};

use setup::Setup;
use work::look;

pub use work::Looked;

/// What the import remembers.
#[derive(Debug)]
pub struct Import {
    /// The path as it is typed.
    path: String,
    /// Whether the system has no dialog to choose a file with.
    is_dialogless: bool,
    subject: Option<Subject>,
    step: Step,
    work: Option<Work>,
    plan: Plan,
    report: Report,
    /// The entry of the import in the log, once it is done.
    entry: Option<Id<Entry>>,
    take_back: TakeBack,
    tab: Tab,
    table: table::State,
    /// Why the table cannot be read.
    error: Option<Error>,
    /// Which rows are being saved.
    saving: Remarked,
    /// Which rows were saved, and where.
    saved: Option<(Remarked, PathBuf)>,
    /// The column whose choices are unfolded, and what narrows them.
    unfolded: Option<usize>,
    needle: String,
    /// The name that is being given to a mapping.
    naming: Option<mappings::Naming>,
}

/// What is imported.
#[derive(Debug)]
pub(super) enum Subject {
    /// A table, with what is known about it.
    Table(Box<Setup>),
    /// Cards of another program, which say themselves what they are.
    Cards(CardFile),
}

/// The steps, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    File,
    Columns,
    Check,
    Done,
}

/// Which rows are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Those that are not taken.
    Refused,
    /// Those that are taken without a part.
    Doubtful,
    /// Examples of what changes.
    Changes,
}

/// Long work that is being done.
#[derive(Debug)]
struct Work {
    progress: Progress,
    done: u64,
    total: u64,
    is_writing: bool,
}

/// What happened in the import.
#[derive(Debug, Clone)]
pub enum Message {
    /// The path was typed.
    PathTyped(String),
    /// The path is whole.
    PathSubmitted,
    /// The dialog of the system is wanted.
    ChoosePressed,
    /// What the dialog said.
    Chosen(Answer),
    /// The file was looked at.
    Looked(Result<Looked, Error>),
    /// Something about the table or the import was corrected.
    Set(setup::Message),
    /// The choices of a column are to be unfolded, or folded.
    Unfolded(Option<usize>),
    /// The choices are to be narrowed.
    NeedleTyped(String),
    /// Something about the mappings with names.
    Mappings(mappings::Message),
    /// The draft is wanted.
    CheckPressed,
    /// The draft is ready.
    Checked(Result<Plan, Error>),
    /// The import is to begin.
    StartPressed,
    /// The import is done.
    Applied(Result<Outcome<Report>, Error>),
    /// So much is done, and of how much.
    Reached((u64, u64)),
    /// The work is to be stopped.
    StopPressed,
    /// Other rows are to be listed.
    TabChosen(Tab),
    /// Something happened in the list.
    Table(table::Message),
    /// The listed rows are to be saved.
    SavePressed,
    /// Where to.
    SaveChosen(Answer),
    /// They were saved.
    Saved(Result<(Remarked, PathBuf), Error>),
    /// The step before is wanted.
    BackPressed,
    /// The import is to be taken back.
    UndoPressed,
    /// What came of it, and what is decided about it.
    TakeBack(take_back::Message),
    /// The list of past imports is wanted.
    PastPressed,
    /// Cards of the import that look like others are wanted.
    LookAlikePressed,
    /// The page is to be left.
    LeavePressed,
}

impl Import {
    /// The page; where a file is given, it is looked at.
    pub fn new(path: Option<PathBuf>, context: &Context) -> (Self, Command<Message>) {
        let mut import = Self {
            path: String::new(),
            is_dialogless: false,
            subject: None,
            step: Step::File,
            work: None,
            plan: Plan::default(),
            report: Report::default(),
            entry: None,
            take_back: TakeBack::default(),
            tab: Tab::Refused,
            table: table::State::new(None, []),
            error: None,
            saving: Remarked::Refused,
            saved: None,
            unfolded: None,
            needle: String::new(),
            naming: None,
        };
        let command = match path {
            Some(path) => import.look_at(path, context),
            None => operation::focus(view::PATH),
        };
        (import, command)
    }

    /// Nothing here is read from the base before it is asked for.
    pub fn refresh(&mut self, _: &Context) -> Command<Message> {
        Command::none()
    }

    /// Whether it tells what an import would do or has done: an undo or a redo of one makes that
    /// untrue.
    pub fn is_told(&self) -> bool {
        self.step >= Step::Check && !self.is_busy()
    }

    /// Whether leaving the page would stop a work.
    pub fn is_busy(&self) -> bool {
        self.work.is_some()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::PathTyped(path) => {
                self.path = path;
                self.error = None;
                Action::none()
            }
            Message::PathSubmitted => match place::typed(&self.path) {
                Some(path) => Action::run(self.look_at(path, context)),
                None => Action::none(),
            },
            Message::ChoosePressed => {
                let title = context.locale.text("import-choose");
                let kind = context.locale.text("import-tables");
                Action::run(Command::perform(
                    place::pick_table(title, kind),
                    Message::Chosen,
                ))
            }
            Message::Chosen(Answer::Path(path)) => Action::run(self.look_at(path, context)),
            Message::Chosen(answer) => {
                self.is_dialogless = answer == Answer::NoDialog;
                Action::none()
            }
            Message::Looked(looked) => self.take_file(looked, context),
            Message::Set(message) => self.set(message),
            Message::Mappings(message) => self.update_mappings(message, context),
            Message::CheckPressed => Action::run(self.check(context)),
            Message::StartPressed => Action::run(self.start(context)),
            Message::Checked(answer) => self.take_plan(answer),
            Message::Applied(answer) => self.take_report(answer),
            Message::Reached((done, total)) => {
                if let Some(work) = &mut self.work {
                    (work.done, work.total) = (done, total);
                }
                Action::none()
            }
            Message::StopPressed => {
                if let Some(work) = &self.work {
                    work.progress.stop();
                }
                Action::none()
            }
            message => self.update_lists(message, context),
        }
    }

    fn update_lists(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Unfolded(column) => {
                let before = self.unfolded;
                self.unfolded = column.filter(|column| before != Some(*column));
                self.needle.clear();
                Action::run(match (self.unfolded, before) {
                    (Some(_), _) => operation::focus(columns::NEEDLE),
                    (None, Some(at)) => operation::focus(columns::head(at)),
                    (None, None) => Command::none(),
                })
            }
            Message::NeedleTyped(needle) => {
                self.needle = needle;
                Action::none()
            }
            Message::TabChosen(tab) => {
                self.tab = tab;
                self.table.restart();
                Action::none()
            }
            Message::Table(message) => {
                self.table.update(message, self.listed());
                Action::none()
            }
            Message::BackPressed if self.work.is_none() => {
                match self.step {
                    Step::File | Step::Done => return Action::wish(Wish::Back),
                    Step::Columns => self.step = Step::File,
                    Step::Check => self.step = self.before_check(),
                }
                Action::none()
            }
            Message::UndoPressed => match self.entry {
                Some(entry) => {
                    let begun = self.take_back.begin(entry, Operation::Import, context);
                    Action::run(begun.map(Message::TakeBack))
                }
                None => Action::none(),
            },
            Message::TakeBack(message) => {
                let action = self.take_back.update(message, context);
                action.map(Message::TakeBack)
            }
            Message::PastPressed => Action::wish(Wish::Show(Page::PastImports)),
            Message::LookAlikePressed => Action::wish(Wish::Back).and(Wish::ShowDuplicates(true)),
            Message::LeavePressed => Action::wish(Wish::Back),
            message => self.update_saving(message, context),
        }
    }

    /// The rows with remarks go to a file.
    fn update_saving(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::SavePressed => match self.to_save() {
                Some(which) => {
                    self.saving = which;
                    Action::run(self.ask_where(context))
                }
                None => Action::none(),
            },
            Message::SaveChosen(Answer::Path(path)) => Action::run(self.save(path, context)),
            Message::SaveChosen(Answer::NoDialog) => match self.beside() {
                Some(path) => Action::run(self.save(path, context)),
                None => Action::none(),
            },
            Message::Saved(Ok(saved)) => {
                self.saved = Some(saved);
                Action::none()
            }
            Message::Saved(Err(error)) => Action::wish(Wish::Fail(error)),
            _ => Action::none(),
        }
    }

    fn look_at(&mut self, path: PathBuf, context: &Context) -> Command<Message> {
        self.path = path.display().to_string();
        self.error = None;
        self.subject = None;
        self.step = Step::File;
        look(path, choices(context))
    }

    /// A table is shown with its columns; cards are checked at once.
    fn take_file(&mut self, looked: Result<Looked, Error>, context: &Context) -> Action<Message> {
        self.error = None;
        match looked {
            Ok(Looked::Table(source)) => {
                let mut setup = match self.subject.take() {
                    Some(Subject::Table(setup)) => setup.with_source(*source),
                    _ => Setup::new(*source, choices(context), &context.catalog.fields),
                };
                setup.remember(&context.catalog.mappings);
                self.subject = Some(Subject::Table(Box::new(setup)));
                self.step = Step::Columns;
            }
            Ok(Looked::Cards(file)) => {
                self.subject = Some(Subject::Cards(file));
                if !context.is_read_only {
                    return Action::run(self.check(context));
                }
                self.error = Some(Error::ReadOnly);
            }
            Err(error) => self.error = Some(error),
        }
        Action::none()
    }

    fn set(&mut self, message: setup::Message) -> Action<Message> {
        self.error = None;
        self.unfolded = None;
        let Some(Subject::Table(setup)) = &mut self.subject else {
            return Action::none();
        };
        let column = match message {
            setup::Message::Column(at, _) => Some(at),
            _ => None,
        };
        match (setup.update(message), column) {
            (Some(choices), _) => Action::run(look(setup.source.path().to_owned(), choices)),
            // The keyboard goes back to where the choices were unfolded.
            (None, Some(at)) => Action::run(operation::focus(columns::head(at))),
            (None, None) => Action::none(),
        }
    }

    /// The step before the draft: cards have no columns to speak of.
    fn before_check(&self) -> Step {
        match self.subject {
            Some(Subject::Table(_)) => Step::Columns,
            _ => Step::File,
        }
    }

    /// Whether the draft of the step at hand is there.
    fn is_planned(&self) -> bool {
        self.plan.report.rows > 0
    }

    /// The report of the step at hand: what would happen, or what has.
    fn told(&self) -> &Report {
        match self.step {
            Step::Done => &self.report,
            _ => &self.plan.report,
        }
    }

    fn first_tab(&self) -> Tab {
        let told = self.told();
        match () {
            () if !told.refused.is_empty() => Tab::Refused,
            () if !told.doubtful.is_empty() => Tab::Doubtful,
            () => Tab::Changes,
        }
    }

    /// How many rows are listed.
    fn listed(&self) -> u64 {
        let told = self.told();
        let count = match self.tab {
            Tab::Refused => told.refused.len(),
            Tab::Doubtful => told.doubtful.len(),
            Tab::Changes => self.plan.examples.len(),
        };
        count as u64
    }
}

/// What is known before a table is looked at: how the user has called the fields.
fn choices(context: &Context) -> Choices {
    let fields = context.catalog.fields.iter();
    Choices {
        own: fields.map(|field| field.name.clone()).collect(),
        ..Choices::default()
    }
}
