//! The settings: the look of the window, our own companies, the employees, what cards say and
//! require, about the program.

mod about;
mod companies;
mod dictionaries;
mod employees;
mod fields;
mod general;
mod kinds;
mod lines;
mod papers;
mod quality;
mod reminders;
mod templates;
mod working_time;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::PathBuf;

use iced::clipboard;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Action, Command, Context, Press, Wish};
use crate::domain::Operation;
use crate::error::Error;
use crate::i18n::Locale;
use crate::ui::preference::{Preference, Preferences};
use crate::ui::widget::{Element, page, tabs};
use crate::workspace::{Outcome, Workspace};

use companies::Companies;
use dictionaries::Dictionaries;
use employees::Employees;
use fields::Fields;
use kinds::Kinds;
use papers::Papers;
use quality::Quality;
use reminders::Reminders;
use templates::Templates;
use working_time::WorkingTime;

/// What an operation changed.
type Changed = BTreeSet<&'static str>;

/// What the settings remember.
#[derive(Debug)]
pub struct Settings {
    tab: Tab,
    preferences: Preferences,
    /// The folder of the program's own log; `None` where there is none.
    log: Option<PathBuf>,
    companies: Companies,
    papers: Papers,
    employees: Employees,
    dictionaries: Dictionaries,
    fields: Fields,
    quality: Quality,
    kinds: Kinds,
    templates: Templates,
    reminders: Reminders,
    working_time: WorkingTime,
}

/// The parts of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The look of the window.
    General,
    /// Those who work with clients.
    Employees,
    /// Segments, sources, kinds of counterparty and of links.
    Dictionaries,
    /// Fields the office has made.
    Fields,
    /// What is required of cards.
    Quality,
    /// Kinds of operation, and what can come of them.
    Kinds,
    /// Templates of projects.
    Templates,
    /// When to remind whom.
    Reminders,
    /// Absences, hours of work, days that are not as usual.
    WorkingTime,
    /// Our own companies.
    Companies,
    /// Numbers of papers, kinds of contract, payment, tax.
    Papers,
    /// What program and what file this is.
    About,
}

impl Tab {
    /// Every tab, in the order they are shown.
    const ALL: [Self; 12] = [
        Self::General,
        Self::Employees,
        Self::Dictionaries,
        Self::Fields,
        Self::Quality,
        Self::Kinds,
        Self::Templates,
        Self::Reminders,
        Self::WorkingTime,
        Self::Companies,
        Self::Papers,
        Self::About,
    ];

    fn label(self, locale: &Locale) -> String {
        locale.text(match self {
            Self::General => "settings-general",
            Self::Employees => "settings-employees",
            Self::Dictionaries => "settings-dictionaries",
            Self::Fields => "settings-fields",
            Self::Quality => "settings-quality",
            Self::Kinds => "settings-kinds",
            Self::Templates => "settings-templates",
            Self::Reminders => "settings-reminders",
            Self::WorkingTime => "working-time-title",
            Self::Companies => "settings-companies",
            Self::Papers => "settings-papers",
            Self::About => "settings-about",
        })
    }
}

/// What happened in the settings.
#[derive(Debug, Clone)]
pub enum Message {
    /// A tab was chosen.
    TabChosen(Tab),
    /// Something about the window was chosen.
    Preferred(Preference),
    /// A file was dropped on the window.
    Dropped(PathBuf),
    /// Something happened among our own companies.
    Companies(companies::Message),
    /// Something happened to what is decided of papers.
    Papers(papers::Message),
    /// Something happened among the employees.
    Employees(employees::Message),
    /// Something happened among the dictionaries.
    Dictionaries(dictionaries::Message),
    /// Something happened among the fields.
    Fields(fields::Message),
    /// Something happened to the requirements.
    Quality(quality::Message),
    /// Something happened among the kinds of operation.
    Kinds(kinds::Message),
    /// Something happened among the templates of projects.
    Templates(templates::Message),
    /// Something happened to the reminders.
    Reminders(reminders::Message),
    /// Something happened to working time.
    WorkingTime(working_time::Message),
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
            companies: Companies::default(),
            papers: Papers::default(),
            employees: Employees::default(),
            dictionaries: Dictionaries::default(),
            fields: Fields::default(),
            quality: Quality::default(),
            kinds: Kinds::default(),
            templates: Templates::default(),
            reminders: Reminders::default(),
            working_time: WorkingTime::default(),
        }
    }

    /// The same, turned to that tab.
    pub fn at(mut self, tab: Tab) -> Self {
        self.tab = tab;
        self
    }

    /// Asks for what stands in the file.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        self.read(context)
    }

    /// Asks for what the tab that is shown needs.
    fn read(&self, context: &Context) -> Command<Message> {
        match self.tab {
            Tab::Companies => self.companies.refresh(context).map(Message::Companies),
            Tab::Papers => self.papers.refresh(context).map(Message::Papers),
            Tab::Dictionaries => self
                .dictionaries
                .refresh(context)
                .map(Message::Dictionaries),
            Tab::Fields => self.fields.refresh(context).map(Message::Fields),
            Tab::Kinds => self.kinds.refresh(context).map(Message::Kinds),
            Tab::Templates => self.templates.refresh(context).map(Message::Templates),
            Tab::Reminders => self.reminders.refresh(context).map(Message::Reminders),
            Tab::WorkingTime => self.working_time.refresh(context),
            _ => Command::none(),
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::TabChosen(tab) => {
                self.tab = tab;
                Action::run(self.read(context))
            }
            Message::Preferred(preference) => {
                self.preferences = self.preferences.with(preference);
                Action::wish(Wish::Prefer(preference))
            }
            Message::Dropped(path) => self.take(path, context),
            Message::Companies(message) => self.companies.update(message, context),
            Message::Papers(message) => self.papers.update(message, context),
            Message::Employees(message) => self.employees.update(message, context),
            Message::Dictionaries(message) => self.dictionaries.update(message, context),
            Message::Fields(message) => self.fields.update(message, context),
            Message::Quality(message) => self.quality.update(message, context),
            Message::Kinds(message) => self.kinds.update(message, context),
            Message::Templates(message) => self.templates.update(message, context),
            Message::Reminders(message) => self.update_reminders(message, context),
            Message::WorkingTime(message) => self.working_time.update(message, context),
            Message::Written(operation, Ok(changed)) => {
                self.close(operation);
                match changed.is_empty() {
                    true => Action::run(self.read(context)),
                    false => Action::wish(Wish::Done(operation, changed)),
                }
            }
            Message::Written(_, Err(error)) => Action::wish(Wish::Fail(error)),
            Message::Copied(text) => {
                let said = context.locale.text("settings-copied");
                Action::run(clipboard::write(text)).and(Wish::Say(said))
            }
        }
    }

    fn update_reminders(
        &mut self,
        message: reminders::Message,
        context: &Context,
    ) -> Action<Message> {
        if let reminders::Message::Preferred(preference) = message {
            self.preferences = self.preferences.with(preference);
        }
        self.reminders.update(message, context)
    }

    /// Takes in a key: Esc leaves what is open in the tab, then the settings.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if let Some(tab) = self.neighbour(press) {
            return self.update(Message::TabChosen(tab), context);
        }
        match self.tab {
            Tab::Companies => {
                let is_leaving = press.is(Named::Escape) && !self.companies.is_open();
                if !is_leaving {
                    return self.companies.press(press, context);
                }
            }
            Tab::Employees => {
                let is_leaving = press.is(Named::Escape) && !self.employees.is_open();
                if !is_leaving {
                    return self.employees.press(press, context);
                }
            }
            Tab::Papers if self.papers.is_open() => {
                self.papers.press(press);
                return Action::none();
            }
            Tab::Dictionaries => {
                let is_leaving = press.is(Named::Escape) && !self.dictionaries.is_editing();
                if !is_leaving {
                    return self.dictionaries.press(press, context);
                }
            }
            Tab::Fields => {
                let is_leaving = press.is(Named::Escape) && !self.fields.is_open();
                if !is_leaving {
                    return self.fields.press(press, context);
                }
            }
            Tab::Kinds => {
                let is_leaving = press.is(Named::Escape) && !self.kinds.is_open();
                if !is_leaving {
                    return self.kinds.press(press, context);
                }
            }
            Tab::Templates => {
                let is_leaving = press.is(Named::Escape) && !self.templates.is_open();
                if !is_leaving {
                    return self.templates.press(press, context);
                }
            }
            _ => {}
        }
        match press.is(Named::Escape) {
            true => Action::wish(Wish::Back),
            false => Action::none(),
        }
    }

    /// The tab that Ctrl with Page Up or Page Down leads to.
    fn neighbour(&self, press: &Press) -> Option<Tab> {
        let at = Tab::ALL.iter().position(|tab| *tab == self.tab)?;
        let to = match press.key {
            _ if !press.modifiers.command() => return None,
            Key::Named(Named::PageUp) => at.checked_sub(1)?,
            Key::Named(Named::PageDown) => at + 1,
            _ => return None,
        };
        Tab::ALL.get(to).copied()
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let choices = Tab::ALL.map(|tab| {
            let message = Message::TabChosen(tab);
            tabs::tab(tab.label(locale), tab == self.tab, message)
        });
        let body = match self.tab {
            Tab::General => self.general(context),
            Tab::Companies => self.companies.view(context).map(Message::Companies),
            Tab::Papers => self.papers.view(context).map(Message::Papers),
            Tab::Employees => self.employees.view(context).map(Message::Employees),
            Tab::Dictionaries => self.dictionaries.view(context).map(Message::Dictionaries),
            Tab::Fields => self.fields.view(context).map(Message::Fields),
            Tab::Quality => self.quality.view(context).map(Message::Quality),
            Tab::Kinds => self.kinds.view(context).map(Message::Kinds),
            Tab::Templates => self.templates.view(context).map(Message::Templates),
            Tab::Reminders => {
                let page = self.reminders.view(self.preferences, context);
                page.map(Message::Reminders)
            }
            Tab::WorkingTime => self.working_time.view(context).map(Message::WorkingTime),
            Tab::About => self.about(context),
        };
        page::page(locale.text("settings-title"), body)
            .tabs(choices)
            .into()
    }

    /// Leaves what was typed: it is written.
    fn close(&mut self, operation: Operation) {
        match operation {
            Operation::AddCompany | Operation::EditCompany | Operation::DeleteCompany => {
                self.companies.close(operation);
            }
            Operation::AddEmployee | Operation::EditEmployee => self.employees.close(),
            Operation::EditPolicy => self.quality.close(),
            Operation::EditReminders => self.reminders.close(),
            Operation::EditWorkingTime => self.working_time.close(),
            Operation::AddTaskKind
            | Operation::EditTaskKind
            | Operation::ReorderTaskKinds
            | Operation::DeleteTaskKind => self.kinds.close(operation),
            Operation::AddTemplate | Operation::EditTemplate | Operation::DeleteTemplate => {
                self.templates.close(operation);
            }
            Operation::AddField
            | Operation::EditField
            | Operation::ReorderFields
            | Operation::DeleteField => self.fields.close(operation),
            _ => self.dictionaries.close(operation),
        }
    }

    /// A file that was dropped is a picture of the company that is open, else a table to import.
    fn take(&mut self, path: PathBuf, context: &Context) -> Action<Message> {
        let is_shown = self.tab == Tab::Companies;
        match is_shown && self.companies.takes(path.clone(), context) {
            true => Action::none(),
            false => Action::wish(Wish::Import(Some(path))),
        }
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
