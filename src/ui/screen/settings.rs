//! The settings: the look of the window, the employees, one's own company, about the program.

mod about;
mod employees;
mod general;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::PathBuf;

use iced::clipboard;
use iced::keyboard::key::Named;

use super::{Action, Command, Context, Press, Wish};
use crate::domain::{Company, Operation};
use crate::error::Error;
use crate::ui::preference::{Preference, Preferences};
use crate::ui::widget::{Element, page, tabs};
use crate::workspace::{Outcome, Workspace};

use employees::Employees;

/// What an operation changed.
type Changed = BTreeSet<&'static str>;

/// What the settings remember.
#[derive(Debug)]
pub struct Settings {
    tab: Tab,
    preferences: Preferences,
    /// The folder of the program's own log; `None` where there is none.
    log: Option<PathBuf>,
    /// One's own company as it stands in the file.
    company: Option<Company>,
    /// The name of the company as it is being typed.
    name: String,
    /// The user wanted to save: what is missing is said now.
    is_checked: bool,
    employees: Employees,
}

/// The parts of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The look of the window, one's own company.
    General,
    /// Those who work with clients.
    Employees,
    /// What program and what file this is.
    About,
}

/// What happened in the settings.
#[derive(Debug, Clone)]
pub enum Message {
    /// A tab was chosen.
    TabChosen(Tab),
    /// Something about the window was chosen.
    Preferred(Preference),
    /// One's own company.
    Loaded(Result<Option<Company>, Error>),
    /// The name of the company was typed.
    CompanyChanged(String),
    /// The name of the company is whole.
    CompanySubmitted,
    /// Something happened among the employees.
    Employees(employees::Message),
    /// Something was written.
    Written(Operation, Result<Changed, Error>),
    /// A text is to be copied.
    Copied(String),
}

impl Settings {
    /// The settings as they are now; `log` is the folder of the program's own log.
    pub fn new(preferences: Preferences, log: Option<PathBuf>) -> Self {
        Self {
            tab: Tab::General,
            preferences,
            log,
            company: None,
            name: String::new(),
            is_checked: false,
            employees: Employees::default(),
        }
    }

    /// Asks for what stands in the file.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let company = context
            .worker
            .read(|reader| Ok(reader.companies()?.into_iter().next()));
        Command::perform(company, Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::TabChosen(tab) => {
                self.tab = tab;
                Action::none()
            }
            Message::Preferred(preference) => {
                self.preferences = self.preferences.with(preference);
                Action::wish(Wish::Prefer(preference))
            }
            Message::Loaded(Ok(company)) => {
                self.show(company);
                Action::none()
            }
            Message::CompanyChanged(name) => {
                self.name = name;
                Action::none()
            }
            Message::CompanySubmitted => self.submit(context),
            Message::Employees(message) => self.employees.update(message, context),
            Message::Written(operation, Ok(changed)) => {
                if operation != Operation::EditCompany {
                    self.employees.close();
                }
                match changed.is_empty() {
                    true => Action::none(),
                    false => Action::wish(Wish::Done(operation, changed)),
                }
            }
            Message::Loaded(Err(error)) | Message::Written(_, Err(error)) => {
                Action::wish(Wish::Fail(error))
            }
            Message::Copied(text) => {
                let said = context.locale.text("settings-copied");
                Action::run(clipboard::write(text)).and(Wish::Say(said))
            }
        }
    }

    /// Takes in a key: Esc leaves the form of an employee, then the settings.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is_command('s') && self.employees.is_open() {
            return self
                .employees
                .update(employees::Message::Submitted, context);
        }
        if !press.is(Named::Escape) {
            return Action::none();
        }
        if self.employees.is_open() {
            return self.employees.update(employees::Message::Left, context);
        }
        Action::wish(Wish::Back)
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let choices = [
            (Tab::General, "settings-general"),
            (Tab::Employees, "settings-employees"),
            (Tab::About, "settings-about"),
        ];
        let choices = choices.map(|(tab, key)| {
            let message = Message::TabChosen(tab);
            tabs::tab(locale.text(key), tab == self.tab, message)
        });
        let body = match self.tab {
            Tab::General => self.general(context),
            Tab::Employees => self.employees.view(context).map(Message::Employees),
            Tab::About => self.about(context),
        };
        page::page(locale.text("settings-title"), body)
            .tabs(choices)
            .into()
    }

    /// Takes in the company of the file; what is being typed stays.
    fn show(&mut self, company: Option<Company>) {
        let is_typing = self
            .company
            .as_ref()
            .is_some_and(|old| old.name != self.name);
        if let Some(company) = &company
            && !is_typing
        {
            self.name.clone_from(&company.name);
        }
        self.company = company;
    }

    fn submit(&mut self, context: &Context) -> Action<Message> {
        self.is_checked = true;
        let name = self.name.trim().to_owned();
        let Some(company) = self.company.clone().filter(|_| !name.is_empty()) else {
            return Action::none();
        };
        self.name.clone_from(&name);
        let company = Company { name, ..company };
        write(Operation::EditCompany, context, move |workspace| {
            workspace.transact(Operation::EditCompany, |tx| tx.save(&company).map(drop))
        })
    }
}

/// Does an operation and tells what it changed.
fn write(
    operation: Operation,
    context: &Context,
    work: impl FnOnce(&mut Workspace) -> Result<Outcome<()>, Error> + Send + 'static,
) -> Action<Message> {
    let written = context
        .worker
        .write(move |workspace| work(workspace).map(|outcome| outcome.changed));
    Action::run(Command::perform(written, move |changed| {
        Message::Written(operation, changed)
    }))
}
