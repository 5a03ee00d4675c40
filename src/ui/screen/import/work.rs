//! The long works of an import: the look at a file, the draft, the import, the list of doubts.

use std::path::{Path, PathBuf};

use chrono::Local;
use iced::futures::channel::mpsc;

use super::{Action, Command, Context, Import, Message, Step, Subject, Tab, Wish, Work};
use crate::domain::{Operation, Progress};
use crate::error::Error;
use crate::exchange::import::{self, Plan, Remarked, Report, Request};
use crate::exchange::{CardFile, Choices, Source};
use crate::i18n::Locale;
use crate::ui::place;
use crate::ui::worker::{self, watch};
use crate::workspace::Outcome;

/// What lies in a file that was looked at.
#[derive(Debug, Clone)]
pub enum Looked {
    /// A table.
    Table(Box<Source>),
    /// Cards of another program.
    Cards(CardFile),
}

impl Import {
    /// Begins the draft, beside everything else that goes on.
    pub(super) fn check(&mut self, context: &Context) -> Command<Message> {
        let Some(request) = self.asked() else {
            return Command::none();
        };
        let (progress, report, reached) = self.begin(false);
        let drafted = context.worker.background(move |reader| {
            watch(&progress, report, || request.draft(reader, &progress))
        });
        Command::batch([reached, Command::perform(drafted, Message::Checked)])
    }

    /// Begins the import itself.
    pub(super) fn start(&mut self, context: &Context) -> Command<Message> {
        let Some(request) = self.asked() else {
            return Command::none();
        };
        let (progress, report, reached) = self.begin(true);
        let applied = context.worker.write(move |workspace| {
            watch(&progress, report, || request.apply(workspace, &progress))
        });
        Command::batch([reached, Command::perform(applied, Message::Applied)])
    }

    /// What is to be imported and how; nothing while a work is going on.
    fn asked(&self) -> Option<Request> {
        let subject = self.subject.as_ref().filter(|_| self.work.is_none())?;
        Some(subject.request())
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

    pub(super) fn take_plan(&mut self, answer: Result<Plan, Error>) -> Action<Message> {
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

    pub(super) fn take_report(
        &mut self,
        answer: Result<Outcome<Report>, Error>,
    ) -> Action<Message> {
        self.work = None;
        match answer {
            Ok(outcome) => {
                self.report = outcome.value;
                self.entry = outcome.entry;
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
            self.step = self.before_check();
        }
        Action::wish(Wish::Fail(error))
    }

    pub(super) fn ask_where(&self, context: &Context) -> Command<Message> {
        let Some(path) = self.beside() else {
            return Command::none();
        };
        let name = path.file_name().unwrap_or_default();
        let title = match self.saving {
            Remarked::Refused => context.locale.text("import-save-refused"),
            Remarked::Doubtful => context.locale.text("import-save-doubtful"),
        };
        let asked = place::save(
            title,
            context.locale.text("import-tables"),
            name.to_string_lossy().into_owned(),
        );
        Command::perform(asked, Message::SaveChosen)
    }

    /// Which rows can be saved: those that are listed, else those that were refused.
    pub(super) fn to_save(&self) -> Option<Remarked> {
        let told = self.told();
        let which = match self.tab {
            Tab::Doubtful => Remarked::Doubtful,
            Tab::Refused | Tab::Changes => Remarked::Refused,
        };
        let count = match which {
            Remarked::Refused => told.refused.len(),
            Remarked::Doubtful => told.doubtful.len(),
        };
        (count > 0).then_some(which)
    }

    /// Where such rows go unless the user says otherwise: beside their table.
    pub(super) fn beside(&self) -> Option<PathBuf> {
        let subject = self.subject.as_ref()?;
        let is_cards = matches!(subject, Subject::Cards(_));
        Some(import::beside(subject.path(), self.saving, is_cards))
    }

    pub(super) fn save(&self, path: PathBuf, context: &Context) -> Command<Message> {
        let ending = self.beside();
        let ending = ending.as_deref().and_then(Path::extension);
        let path = match path.extension() {
            None => path.with_extension(ending.unwrap_or_default()),
            Some(_) => path,
        };
        let Some(request) = self.subject.as_ref().map(Subject::request) else {
            return Command::none();
        };
        let (which, told) = (self.saving, self.told());
        let remarks = match which {
            Remarked::Refused => told.refused.clone(),
            Remarked::Doubtful => told.doubtful.clone(),
        };
        let language = context.locale.language();
        let saved = worker::begin("remarked rows", move || {
            let locale = Locale::new(language);
            let title = locale.text("import-refused-reason");
            import::save_remarked(
                &request,
                &remarks,
                &path,
                (&title, &|fault| locale.row_fault(fault)),
                &Progress::default(),
            )?;
            Ok((which, path))
        });
        Command::perform(saved, Message::Saved)
    }
}
type Reports = mpsc::UnboundedSender<(u64, u64)>;

/// Looks at a file on a thread of its own: a large one takes a moment.
pub(super) fn look(path: PathBuf, choices: Choices) -> Command<Message> {
    let looked = worker::begin("table", move || match CardFile::is_one(&path) {
        true => CardFile::open(&path).map(Looked::Cards),
        false => Source::open_as(path, &choices).map(|source| Looked::Table(Box::new(source))),
    });
    Command::perform(looked, Message::Looked)
}

impl Subject {
    /// The file it lies in.
    pub fn path(&self) -> &Path {
        match self {
            Self::Table(setup) => setup.source.path(),
            Self::Cards(file) => file.path(),
        }
    }

    /// The import of it.
    fn request(&self) -> Request {
        match self {
            Self::Table(setup) => {
                Request::Table(Box::new(setup.source.clone()), setup.options.clone())
            }
            Self::Cards(file) => Request::Cards(file.clone(), Local::now().date_naive()),
        }
    }
}
