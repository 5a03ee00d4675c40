//! The import: choose a table, say what its columns are, look what would happen, do it.

mod columns;
mod result;
mod setup;
mod view;

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use iced::futures::channel::mpsc;
use iced::keyboard::key::Named;
use iced::widget::operation;

use super::{Action, Command, Context, Press, Wish};
use crate::domain::{Operation, Progress};
use crate::error::Error;
use crate::exchange::import::{self, Plan, Report};
use crate::exchange::{Choices, Delimiter, Source, TableFormat};
use crate::i18n::Locale;
use crate::ui::place::{self, Answer};
use crate::ui::widget::table;
use crate::ui::worker::{self, watch};
use crate::workspace::Outcome;

use setup::Setup;

/// What the import remembers.
#[derive(Debug)]
pub struct Import {
    /// The path as it is typed.
    path: String,
    /// Whether the system has no dialog to choose a file with.
    is_dialogless: bool,
    setup: Option<Setup>,
    step: Step,
    work: Option<Work>,
    plan: Plan,
    report: Report,
    tab: Tab,
    table: table::State,
    /// Why the table cannot be read.
    error: Option<Error>,
    /// Where the refused rows were saved.
    saved: Option<PathBuf>,
    /// The column whose choices are unfolded, and what narrows them.
    unfolded: Option<usize>,
    needle: String,
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
    /// The table was looked at.
    Looked(Result<Source, Error>),
    /// Something about the table or the import was corrected.
    Set(setup::Message),
    /// The choices of a column are to be unfolded, or folded.
    Unfolded(Option<usize>),
    /// The choices are to be narrowed.
    NeedleTyped(String),
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
    /// The refused rows are to be saved.
    SavePressed,
    /// Where to.
    SaveChosen(Answer),
    /// They were saved.
    Saved(Result<PathBuf, Error>),
    /// The step before is wanted.
    BackPressed,
    /// The import is to be taken back.
    UndoPressed,
    /// The page is to be left.
    LeavePressed,
}

impl Import {
    /// The page; where a file is given, it is looked at.
    pub fn new(path: Option<PathBuf>, context: &Context) -> (Self, Command<Message>) {
        let mut import = Self {
            path: String::new(),
            is_dialogless: false,
            setup: None,
            step: Step::File,
            work: None,
            plan: Plan::default(),
            report: Report::default(),
            tab: Tab::Refused,
            table: table::State::new(None, []),
            error: None,
            saved: None,
            unfolded: None,
            needle: String::new(),
        };
        let command = match path {
            Some(path) => import.look_at(path, context),
            None => Command::none(),
        };
        (import, command)
    }

    /// Nothing here is read from the base before it is asked for.
    pub fn refresh(&mut self, _: &Context) -> Command<Message> {
        Command::none()
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
            Message::Looked(looked) => self.take_source(looked),
            Message::Set(message) => self.set(message),
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
                self.unfolded = column.filter(|column| self.unfolded != Some(*column));
                self.needle.clear();
                match self.unfolded {
                    Some(_) => Action::run(operation::focus(columns::NEEDLE)),
                    None => Action::none(),
                }
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
            Message::SavePressed => Action::run(self.ask_where(context)),
            Message::SaveChosen(Answer::Path(path)) => Action::run(self.save(path, context)),
            Message::SaveChosen(Answer::NoDialog) => match self.beside() {
                Some(path) => Action::run(self.save(path, context)),
                None => Action::none(),
            },
            Message::Saved(Ok(path)) => {
                self.saved = Some(path);
                Action::none()
            }
            Message::Saved(Err(error)) => Action::wish(Wish::Fail(error)),
            Message::BackPressed if self.work.is_none() => {
                match self.step {
                    Step::File | Step::Done => return Action::wish(Wish::Back),
                    Step::Columns => self.step = Step::File,
                    Step::Check => self.step = Step::Columns,
                }
                Action::none()
            }
            Message::UndoPressed => Action::wish(Wish::Undo).and(Wish::Back),
            Message::LeavePressed => Action::wish(Wish::Back),
            _ => Action::none(),
        }
    }

    /// Esc goes back, or stops the work.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        match press.is(Named::Escape) && !press.is_captured {
            true if self.unfolded.is_some() => self.update(Message::Unfolded(None), context),
            true if self.work.is_some() => self.update(Message::StopPressed, context),
            true => self.update(Message::BackPressed, context),
            false => Action::none(),
        }
    }

    fn look_at(&mut self, path: PathBuf, _: &Context) -> Command<Message> {
        self.path = path.display().to_string();
        self.error = None;
        self.setup = None;
        self.step = Step::File;
        look(path, Choices::default())
    }

    fn take_source(&mut self, looked: Result<Source, Error>) -> Action<Message> {
        match looked {
            Ok(source) => {
                self.setup = Some(match self.setup.take() {
                    Some(setup) => setup.with_source(source),
                    None => Setup::new(source),
                });
                self.step = Step::Columns;
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
        Action::none()
    }

    fn set(&mut self, message: setup::Message) -> Action<Message> {
        self.error = None;
        self.unfolded = None;
        let again = self.setup.as_mut().and_then(|setup| setup.update(message));
        match (again, &self.setup) {
            (Some(choices), Some(setup)) => {
                Action::run(look(setup.source.path().to_owned(), choices))
            }
            _ => Action::none(),
        }
    }

    /// Begins the draft, beside everything else that goes on.
    fn check(&mut self, context: &Context) -> Command<Message> {
        let Some((source, options)) = self.asked() else {
            return Command::none();
        };
        let (progress, report, reached) = self.begin(false);
        let drafted = context.worker.background(move |reader| {
            watch(&progress, report, || {
                import::draft(&source, &options, reader, &progress)
            })
        });
        Command::batch([reached, Command::perform(drafted, Message::Checked)])
    }

    /// Begins the import itself.
    fn start(&mut self, context: &Context) -> Command<Message> {
        let Some((source, options)) = self.asked() else {
            return Command::none();
        };
        let (progress, report, reached) = self.begin(true);
        let applied = context.worker.write(move |workspace| {
            watch(&progress, report, || {
                import::apply(&source, &options, workspace, &progress)
            })
        });
        Command::batch([reached, Command::perform(applied, Message::Applied)])
    }

    /// What is to be imported and how; nothing while a work is going on.
    fn asked(&self) -> Option<(Source, import::Options)> {
        let setup = self.setup.as_ref().filter(|_| self.work.is_none())?;
        Some((setup.source.clone(), setup.options.clone()))
    }

    fn begin(&mut self, is_writing: bool) -> (Progress, Reports, Command<Message>) {
        let progress = Progress::default();
        let (report, reports) = mpsc::unbounded();
        self.step = Step::Check;
        self.work = Some(Work {
            progress: progress.clone(),
            done: 0,
            total: 0,
            is_writing,
        });
        (progress, report, Command::run(reports, Message::Reached))
    }

    fn take_plan(&mut self, answer: Result<Plan, Error>) -> Action<Message> {
        self.work = None;
        match answer {
            Ok(plan) => {
                self.plan = plan;
                self.tab = self.first_tab();
                self.table.restart();
                self.saved = None;
                Action::none()
            }
            Err(error) => self.fail(error),
        }
    }

    fn take_report(&mut self, answer: Result<Outcome<Report>, Error>) -> Action<Message> {
        self.work = None;
        match answer {
            Ok(outcome) => {
                self.report = outcome.value;
                self.step = Step::Done;
                self.tab = self.first_tab();
                self.table.restart();
                match outcome.changed.is_empty() {
                    true => Action::none(),
                    false => Action::wish(Wish::Done(Operation::Import, outcome.changed)),
                }
            }
            Err(error) => self.fail(error),
        }
    }

    fn fail(&mut self, error: Error) -> Action<Message> {
        if !self.is_planned() {
            self.step = Step::Columns;
        }
        Action::wish(Wish::Fail(error))
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

    fn ask_where(&self, context: &Context) -> Command<Message> {
        let Some(path) = self.beside() else {
            return Command::none();
        };
        let name = path.file_name().unwrap_or_default();
        let asked = place::save(
            context.locale.text("import-save-refused"),
            context.locale.text("import-tables"),
            name.to_string_lossy().into_owned(),
        );
        Command::perform(asked, Message::SaveChosen)
    }

    /// Where refused rows go unless the user says otherwise: beside their table.
    fn beside(&self) -> Option<PathBuf> {
        let path = self.setup.as_ref()?.source.path();
        let name = path.file_stem()?.to_string_lossy();
        Some(path.with_file_name(format!("{name}-refused.xlsx")))
    }

    fn save(&self, path: PathBuf, context: &Context) -> Command<Message> {
        let Some(setup) = &self.setup else {
            return Command::none();
        };
        let (source, refused) = (setup.source.clone(), self.told().refused.clone());
        let language = context.locale.language();
        let saved = worker::begin("refused rows", move || {
            let locale = Locale::new(language);
            let title = locale.text("import-refused-reason");
            let format =
                TableFormat::of_path(&path, Delimiter::Semicolon).unwrap_or(TableFormat::Xlsx);
            import::save_refused(
                &source,
                &refused,
                (&path, format),
                (&title, &|fault| locale.row_fault(fault)),
                &Progress::default(),
            )?;
            Ok(path)
        });
        Command::perform(saved, Message::Saved)
    }
}

type Reports = mpsc::UnboundedSender<(u64, u64)>;

/// Looks at a table on a thread of its own: a large one takes a moment.
fn look(path: PathBuf, choices: Choices) -> Command<Message> {
    let looked = worker::begin("table", move || Source::open_as(path, &choices));
    Command::perform(looked, Message::Looked)
}
