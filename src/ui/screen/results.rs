//! Results of work: how often each was reached, who did how much, and the tasks behind each figure.

mod project;
#[cfg(test)]
mod tests;
mod view;

use iced::keyboard::key::Named;

use super::period::{self, Period, Span};
use super::{Action, Command, Context, Press, Wish};
use crate::domain::listing::Listing;
use crate::domain::task::Task;
use crate::domain::task::figures::{By, Figure, Key, Project, Scope};
use crate::domain::{Client, Employee, Id};
use crate::error::{Error, Result};
use crate::ui::widget::table::{self, Density, State, Step};
use crate::workspace::Reader;
use project::ProjectPick;

/// What the page remembers.
#[derive(Debug)]
pub struct Results {
    by: By,
    span: Span,
    scope: Scope,
    /// What the client is called that the figures are narrowed to.
    client: String,
    /// The project, and what may be one.
    project: ProjectPick,
    /// The figures; `None` until the first answer.
    figures: Option<Vec<Figure>>,
    table: State,
    /// The tasks behind the figure under the cursor, with what their clients are called.
    behind: Vec<Line>,
    tasks: State,
    /// Whether the keyboard stands among the tasks.
    is_inside: bool,
}

/// A task behind a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    task: Task,
    client: String,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another way to count was chosen.
    ByChosen(By),
    /// Another time was chosen.
    Period(period::Message),
    /// Only what one employee led is to be counted, or what all did.
    EmployeeChosen(Option<Id<Employee>>),
    /// Only one project is to be counted, or all.
    ProjectChosen(Option<Id<Task>>),
    /// Something happened in the field of the project.
    Project(project::Message),
    /// Only one client is to be counted, or all.
    ClientChosen(Option<Id<Client>>, String),
    /// The figures, for the question that was asked, with the projects of its client.
    Counted(By, Scope, Result<(Vec<Figure>, Vec<Project>), Error>),
    /// Something happened in the table of figures.
    Table(table::Message),
    /// The tasks behind a figure.
    Behind(Key, Result<Vec<Line>, Error>),
    /// Something happened among the tasks.
    Tasks(table::Message),
    /// The figures are to be written to the clipboard, as a table.
    CopyPressed,
}

impl Default for Results {
    /// The results of this month, nobody has looked at yet.
    fn default() -> Self {
        let mut page = Self {
            by: By::Result,
            span: Span::new(Period::Month),
            scope: Scope::default(),
            client: String::new(),
            project: ProjectPick::default(),
            figures: None,
            table: State::default(),
            behind: Vec::new(),
            tasks: State::default(),
            is_inside: false,
        };
        (page.scope.from, page.scope.to) = page.span.days();
        page
    }
}

impl Results {
    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
        self.tasks.set_density(density);
    }

    /// Asks for the figures.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let (by, scope) = (self.by, self.scope);
        let counted = context.worker.list(move |reader| {
            let figures = reader.task_figures(&scope, by)?;
            Ok((figures, reader.projects(scope.client)?))
        });
        Command::perform(counted, move |answer| Message::Counted(by, scope, answer))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Counted(by, scope, answer) => self.take_figures((by, scope), answer, context),
            Message::Table(message) => {
                let count = self.count();
                if matches!(message, table::Message::Pressed(..)) {
                    self.is_inside = false;
                }
                let before = self.table.cursor();
                self.table.update(message, count);
                self.follow(before, context)
            }
            Message::Behind(key, Ok(lines)) => {
                if self.current().is_some_and(|figure| figure.key == key) {
                    self.behind = lines;
                    self.tasks.restart();
                }
                Action::none()
            }
            Message::Behind(_, Err(error)) => Action::wish(Wish::Fail(error)),
            Message::Tasks(message) => {
                let is_opened = matches!(message, table::Message::Opened(_));
                if is_opened || matches!(message, table::Message::Pressed(..)) {
                    self.is_inside = true;
                }
                self.tasks.update(message, self.behind.len() as u64);
                match is_opened {
                    true => self.open(),
                    false => Action::none(),
                }
            }
            Message::CopyPressed => {
                let text = self.as_text(context);
                Action::run(iced::clipboard::write(text))
                    .and(Wish::Say(context.locale.text("results-copied")))
            }
            message => self.narrow(message, context),
        }
    }

    /// Takes in by what, when, whose and for whom is to be counted.
    fn narrow(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::ByChosen(by) => {
                self.by = by;
                self.ask_anew(context)
            }
            Message::Period(message) => {
                if !self.span.update(message, &context.locale) {
                    return Action::none();
                }
                (self.scope.from, self.scope.to) = self.span.days();
                self.ask_anew(context)
            }
            Message::Project(message) => match self.project.update(message) {
                Some(project) => {
                    self.scope.project = Some(project);
                    self.ask_anew(context)
                }
                None => Action::none(),
            },
            Message::EmployeeChosen(employee) => {
                self.scope.employee = employee;
                self.ask_anew(context)
            }
            Message::ProjectChosen(project) => {
                self.scope.project = project;
                self.ask_anew(context)
            }
            Message::ClientChosen(client, name) => {
                (self.scope.client, self.scope.project) = (client, None);
                self.client = name;
                if client.is_some() && matches!(self.by, By::Client | By::Contact) {
                    self.by = By::Result;
                }
                self.ask_anew(context)
            }
            _ => Action::none(),
        }
    }

    fn ask_anew(&mut self, context: &Context) -> Action<Message> {
        self.figures = None;
        self.behind = Vec::new();
        self.is_inside = false;
        self.table.restart();
        Action::run(self.refresh(context))
    }

    fn take_figures(
        &mut self,
        asked: (By, Scope),
        answer: Result<(Vec<Figure>, Vec<Project>), Error>,
        context: &Context,
    ) -> Action<Message> {
        if asked != (self.by, self.scope) {
            return Action::none(); // asked otherwise since
        }
        let (mut figures, projects) = match answer {
            Ok(answer) => answer,
            Err(error) => return Action::wish(Wish::Fail(error)),
        };
        if self.by == By::Result {
            let kinds = &context.catalog.task_kinds;
            let place = |figure: &Figure| match figure.key {
                Key::Result(kind, _) => kinds.iter().position(|one| Some(one.id) == kind),
                _ => None,
            };
            figures.sort_by_key(|figure| place(figure).unwrap_or(usize::MAX));
        }
        let count = figures.len() as u64;
        self.figures = Some(figures);
        self.project.set_known(projects);
        let at = self.table.cursor().unwrap_or(0);
        self.table
            .set_cursor((count > 0).then(|| at.min(count - 1)), count);
        self.look_behind(context)
    }

    /// Asks for the tasks behind another figure once the cursor stands there.
    fn follow(&mut self, before: Option<u64>, context: &Context) -> Action<Message> {
        match self.table.cursor() == before {
            true => Action::none(),
            false => self.look_behind(context),
        }
    }

    fn look_behind(&mut self, context: &Context) -> Action<Message> {
        self.behind = Vec::new();
        let Some(key) = self.current().map(|figure| figure.key) else {
            return Action::none();
        };
        let (by, scope) = (self.by, self.scope);
        let behind = context.worker.read(move |reader| {
            let tasks = reader.tasks_behind(&scope, by, key)?;
            lines(reader, tasks)
        });
        Action::run(Command::perform(behind, move |answer| {
            Message::Behind(key, answer)
        }))
    }

    fn current(&self) -> Option<&Figure> {
        let at = usize::try_from(self.table.cursor()?).ok()?;
        self.figures.as_ref()?.get(at)
    }

    fn count(&self) -> u64 {
        self.figures
            .as_ref()
            .map_or(0, |figures| figures.len() as u64)
    }

    /// How many operations the figure under that one's kind, or all figures, count together.
    fn total(&self, figure: &Figure) -> i64 {
        let all = self.figures.iter().flatten();
        let same = all.filter(|one| match (one.key, figure.key) {
            (Key::Result(one, _), Key::Result(other, _)) => one == other,
            _ => true,
        });
        same.map(|one| one.done).sum()
    }

    fn open(&self) -> Action<Message> {
        let at = self.tasks.cursor().and_then(|at| usize::try_from(at).ok());
        match at.and_then(|at| self.behind.get(at)) {
            Some(line) => Action::wish(Wish::EditTask(line.task.id)),
            None => Action::none(),
        }
    }

    /// Takes in a key: the arrows go through the figures; Enter goes to the tasks behind one, and
    /// opens one of those; Escape comes back.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is(Named::Escape) {
            return match std::mem::take(&mut self.is_inside) {
                true => Action::none(),
                false => Action::wish(Wish::Back),
            };
        }
        if press.is_captured {
            return Action::none();
        }
        if press.is(Named::Enter) && self.is_inside {
            return self.open();
        }
        if press.is(Named::Enter) && !self.behind.is_empty() {
            self.is_inside = true;
            self.tasks.set_cursor(Some(0), self.behind.len() as u64);
            return Action::none();
        }
        let Some(step) = Step::of_key(&press.key) else {
            return Action::none();
        };
        if self.is_inside {
            self.tasks.step(step, self.behind.len() as u64);
            return Action::none();
        }
        let before = self.table.cursor();
        self.table.step(step, self.count());
        self.follow(before, context)
    }
}

fn lines(reader: Reader<'_>, tasks: Vec<Task>) -> Result<Vec<Line>> {
    let mut clients: Vec<_> = tasks.iter().filter_map(|task| task.client).collect();
    clients.sort_unstable();
    clients.dedup();
    let named: Vec<Listing> = reader.listings(&clients)?;
    let name = |id: Option<Id<Client>>| {
        let found = named.iter().find(|one| Some(one.client.id) == id);
        found.map_or(String::new(), |one| one.client.title())
    };
    let lines = tasks.into_iter().map(|task| Line {
        client: name(task.client),
        task,
    });
    Ok(lines.collect())
}
