//! The start page, shown while no file is open: recent files, a new one, a look around.

mod files;
mod view;

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use iced::Task as Command;
use iced::keyboard::key::Named;
use iced::widget::operation;

use super::Press;
use crate::domain::{Employee, name};
use crate::error::Error;
use crate::i18n::{Language, Locale};
use crate::ui::place::{self, Answer};
use crate::workspace::EXTENSION;

pub use files::Recent;

/// What the start page remembers.
#[derive(Debug, Default)]
pub struct Start {
    recent: Vec<Recent>,
    form: Option<Form>,
    /// A path being typed, where no dialog can be shown or wanted.
    typed: Option<String>,
    /// No dialog could be shown.
    is_without_dialogs: bool,
    /// The file that is being opened or made.
    busy: Option<PathBuf>,
    error: Option<Error>,
}

/// What a new file begins with.
#[derive(Debug, Clone, Default)]
struct Form {
    company: String,
    owner: String,
    /// The user wanted to go on: what is missing is said now.
    is_checked: bool,
}

/// What happened on the start page.
#[derive(Debug, Clone)]
pub enum Message {
    /// How things stand with the recent files.
    Looked(Vec<Recent>),
    /// A recent file was pressed.
    RecentPressed(PathBuf),
    /// A recent file is to be forgotten.
    RemovePressed(PathBuf),
    /// A file is to be chosen and opened.
    OpenPressed,
    /// A new file is wanted.
    NewPressed,
    /// The name of the company was typed.
    CompanyChanged(String),
    /// The name of the user was typed.
    OwnerChanged(String),
    /// The form is filled in.
    FormSubmitted,
    /// Back to the beginning.
    BackPressed,
    /// The dialog of the system was answered.
    Answered(Answer),
    /// The path is to be typed.
    TypePressed,
    /// A path was typed.
    PathChanged(String),
    /// The path is whole.
    PathSubmitted,
    /// A look around with sample data is wanted.
    SamplesPressed,
    /// Another language was chosen.
    LanguageChosen(Language),
    /// The error was read.
    ErrorClosed,
}

/// What the start page wants from the app.
#[derive(Debug)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Work whose answer is a message.
    Run(Command<Message>),
    /// Open this file.
    OpenFile(PathBuf),
    /// Make a new file, with the name of one's own company and its first employee.
    CreateFile {
        /// Where.
        path: PathBuf,
        /// The name of the company.
        company: String,
        /// Who sits before it.
        owner: Employee,
    },
    /// Show sample data that live as long as the program.
    Samples,
    /// Forget this recent file.
    RemoveRecent(PathBuf),
    /// Speak this language.
    SetLanguage(Language),
}

impl Start {
    /// A start page with these recent files, the latest first, and a look at whether they are there.
    pub fn new(recent: &[PathBuf]) -> (Self, Command<Message>) {
        let mut start = Self::default();
        let look = start.refresh(recent);
        (start, look)
    }

    /// Shows other recent files.
    pub fn refresh(&mut self, recent: &[PathBuf]) -> Command<Message> {
        let known = std::mem::take(&mut self.recent);
        self.recent = recent
            .iter()
            .map(|path| {
                let same = known.iter().find(|known| known.path == *path);
                same.cloned().unwrap_or_else(|| Recent::new(path))
            })
            .collect();
        Command::perform(files::look(recent.to_vec()), Message::Looked)
    }

    /// Tells what went wrong with the file that was to be opened or made.
    pub fn failed(&mut self, error: Error) {
        self.busy = None;
        self.error = Some(error);
    }

    /// Opens a file that was dropped on the window.
    pub fn dropped(&mut self, path: PathBuf) -> Action {
        self.open(path)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, locale: &Locale) -> Action {
        match message {
            Message::Looked(looked) => {
                // What was forgotten meanwhile stays forgotten.
                for known in &mut self.recent {
                    if let Some(found) = looked.iter().find(|found| found.path == known.path) {
                        known.clone_from(found);
                    }
                }
                Action::None
            }
            Message::RecentPressed(path) => self.open(path),
            Message::RemovePressed(path) => {
                self.recent.retain(|known| known.path != path);
                Action::RemoveRecent(path)
            }
            Message::OpenPressed => self.ask_for_file(locale),
            Message::NewPressed => self.begin(),
            Message::CompanyChanged(company) => self.edit(|form| form.company = company),
            Message::OwnerChanged(owner) => self.edit(|form| form.owner = owner),
            Message::FormSubmitted => self.submit(locale),
            Message::BackPressed => self.back(),
            Message::Answered(answer) => self.answered(answer),
            Message::TypePressed => self.type_path(),
            Message::PathChanged(path) => {
                self.typed = Some(path);
                Action::None
            }
            Message::PathSubmitted => self.take_path(),
            Message::SamplesPressed => Action::Samples,
            Message::LanguageChosen(language) => Action::SetLanguage(language),
            Message::ErrorClosed => {
                self.error = None;
                Action::None
            }
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, locale: &Locale) -> Action {
        if press.is_command('o') {
            return self.update(Message::OpenPressed, locale);
        }
        if press.is_command('n') && self.form.is_none() {
            return self.update(Message::NewPressed, locale);
        }
        if press.is(Named::Escape) {
            return self.back();
        }
        Action::None
    }

    fn open(&mut self, path: PathBuf) -> Action {
        if self.busy.is_some() {
            return Action::None;
        }
        self.error = None;
        self.busy = Some(path.clone());
        Action::OpenFile(path)
    }

    fn begin(&mut self) -> Action {
        self.error = None;
        self.typed = None;
        self.form = Some(Form::default());
        Action::Run(operation::focus(view::COMPANY))
    }

    fn edit(&mut self, change: impl FnOnce(&mut Form)) -> Action {
        if let Some(form) = &mut self.form {
            change(form);
        }
        Action::None
    }

    /// One step back: from the path to the form, from the form to the beginning.
    fn back(&mut self) -> Action {
        if self.typed.take().is_none() {
            self.form = None;
        }
        Action::None
    }

    fn submit(&mut self, locale: &Locale) -> Action {
        let Some(form) = &mut self.form else {
            return Action::None;
        };
        form.is_checked = true;
        if !form.is_complete() {
            return Action::None;
        }
        if self.typed.is_some() {
            return self.take_path();
        }
        self.error = None;
        if self.is_without_dialogs {
            return self.type_path();
        }
        let name = files::file_name(&form.company);
        let title = locale.text("start-create-title");
        let kind = locale.text("start-file-kind");
        let chosen = place::save(title, kind, name);
        Action::Run(Command::perform(chosen, Message::Answered))
    }

    fn ask_for_file(&mut self, locale: &Locale) -> Action {
        self.error = None;
        self.form = None;
        if self.is_without_dialogs {
            return self.type_path();
        }
        let title = locale.text("start-open-title");
        let kind = locale.text("start-file-kind");
        let chosen = place::pick(title, kind, &[EXTENSION]);
        Action::Run(Command::perform(chosen, Message::Answered))
    }

    fn answered(&mut self, answer: Answer) -> Action {
        match answer {
            Answer::Path(path) => self.take(path),
            Answer::Cancelled => Action::None,
            Answer::NoDialog => {
                self.is_without_dialogs = true;
                self.type_path()
            }
        }
    }

    /// Shows the field of a path; for a new file a good place stands in it already.
    fn type_path(&mut self) -> Action {
        let path = self.form.as_ref().map(|form| {
            let path = files::suggested(&form.company);
            path.display().to_string()
        });
        self.typed = Some(path.unwrap_or_default());
        let focus = operation::focus(view::PATH);
        let end = operation::move_cursor_to_end(view::PATH);
        Action::Run(Command::batch([focus, end]))
    }

    fn take_path(&mut self) -> Action {
        match self.typed.as_deref().and_then(place::typed) {
            Some(path) => self.take(path),
            None => Action::None,
        }
    }

    /// Goes on with a path: makes the file if the form is filled in, or else opens it.
    fn take(&mut self, path: PathBuf) -> Action {
        let Some(form) = &self.form else {
            return self.open(path);
        };
        if !form.is_complete() {
            return Action::None;
        }
        let path = files::with_ending(path);
        let action = Action::CreateFile {
            path: path.clone(),
            company: form.company.trim().to_owned(),
            owner: form.owner(),
        };
        self.error = None;
        self.busy = Some(path);
        action
    }
}

impl Form {
    fn is_complete(&self) -> bool {
        !self.company.trim().is_empty() && !self.owner.trim().is_empty()
    }

    fn owner(&self) -> Employee {
        let name = name::Person::parse(&self.owner);
        Employee::new(&name.surname, &name.first, &name.patronymic)
    }
}
