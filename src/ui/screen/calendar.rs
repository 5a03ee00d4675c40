//! The calendar: days, weeks and months of one employee or several, where each task stands at its
//! time.

mod columns;
mod days;
mod derive;
mod entry_menu;
mod head;
mod keyboard;
mod list;
mod meeting;
mod month;
mod moving;
mod print;
mod reminding;
mod side;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::{DateTime, Datelike, Local, NaiveDate, Utc};
use iced::advanced::widget::Id as WidgetId;
use iced::widget::operation::{self, AbsoluteOffset};
use iced::widget::{column, container, responsive, row};
use iced::{Fill, Size};

use super::{Action, Command, Context, Launch, Wish, task, words};
use crate::domain::calendar::wall_clock::place;
use crate::domain::calendar::{Entry, Range, Scope};
use crate::domain::task::When;
use crate::domain::{Employee, Id, Operation, Task};
use crate::error::Error;
use crate::ui::preference::CalendarLook;
use crate::ui::style::surface;
use crate::ui::widget::{Element, modal, section, table, time_grid};

use derive::Shown;
use entry_menu::EntryMenu;
use reminding::Reminding;

/// A page narrower than this, in logical pixels, has nothing beside the days.
const NARROW: f32 = 760.0;
/// Columns beyond these cannot be read: employees are laid over each other then.
const MOST_COLUMNS: usize = 15;
/// Columns beyond these are shown as weeks, one under the other.
const MOST_DAYS: usize = 14;

/// What an operation changed.
type Changed = BTreeSet<&'static str>;

/// What the calendar remembers.
pub struct Calendar {
    scope: Scope,
    range: Range,
    is_side_by_side: bool,
    employees: Vec<Id<Employee>>,
    data: Option<Data>,
    shown: Shown,
    selected: Option<Id<Task>>,
    list: table::State,
    side: side::Side,
    month: month::Month,
    /// How long a meeting is that a time is looked for, in minutes.
    meeting: i64,
    scroll: WidgetId,
    is_scrolled: bool,
    /// The menu of an entry.
    menu: Option<EntryMenu>,
    /// The entry whose reminders are shown.
    reminding: Option<Box<Reminding>>,
}

/// How the days are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    Columns,
    Weeks,
    List,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    employees: Vec<Id<Employee>>,
    range: Range,
}

/// What was read.
#[derive(Debug, Clone, Default)]
pub struct Data {
    /// What stands in the days that are shown.
    entries: Vec<Entry>,
    /// What everybody does today.
    today: Vec<Entry>,
}

/// What happened in the calendar.
#[derive(Debug, Clone)]
pub enum Message {
    /// How much is shown at once was chosen.
    ScopeChosen(Scope),
    /// Earlier or later days are wanted, by so many ranges.
    Stepped(i32),
    /// The present day is wanted.
    TodayChosen,
    /// Days in a row were chosen.
    RangeChosen(Range),
    /// Something happened beside the days.
    Side(side::Message),
    /// Whether employees stand side by side was chosen.
    SideBySide(bool),
    /// An employee is to be shown, or no longer.
    EmployeeToggled(Id<Employee>),
    /// What was asked for.
    Loaded(Question, Result<Data, Error>),
    /// Something happened in the columns.
    Grid(time_grid::Message),
    /// Something happened in the weeks of a month.
    Month(month::Message),
    /// Something happened in the list.
    List(table::Message),
    /// A task was pressed.
    Selected(Option<Id<Task>>),
    /// A task is to be opened.
    Opened(Id<Task>),
    /// The menu of an entry without an hour was asked for.
    MenuAsked(Id<Task>),
    /// Something happened to the menu of an entry.
    Menu(entry_menu::Event),
    /// Something happened to the reminders of an entry.
    Reminding(reminding::Message),
    /// A new task is wanted.
    NewPressed,
    /// A window with another calendar is wanted.
    WindowPressed,
    /// How long a meeting is was chosen, in minutes.
    MeetingChosen(i64),
    /// A time was chosen at which everybody is free.
    MeetingPressed(DateTime<Utc>),
    /// A page to print is wanted.
    PrintPressed,
    /// The page lies there.
    Printed(Result<PathBuf, Error>),
    /// Something was written; who is in two places at once then.
    Written(Operation, Result<(Changed, Vec<Entry>), Error>),
}

impl Calendar {
    /// The calendar of the signed-in employee, as it was looked at last.
    pub fn new(look: CalendarLook, context: &Context) -> Self {
        let today = Local::now().date_naive();
        Self {
            scope: look.scope,
            range: look.scope.around(today),
            is_side_by_side: look.is_side_by_side,
            employees: vec![context.me.id],
            data: None,
            shown: Shown::default(),
            selected: None,
            list: table::State::default(),
            side: side::Side::new(today),
            month: month::Month::default(),
            meeting: 60,
            scroll: WidgetId::unique(),
            is_scrolled: false,
            menu: None,
            reminding: None,
        }
    }

    /// The same days of the same employees, for another window.
    pub fn another(&self) -> Self {
        Self {
            employees: self.employees.clone(),
            data: self.data.clone(),
            shown: self.shown.clone(),
            list: table::State::default(),
            side: side::Side::new(self.range.first),
            month: month::Month::default(),
            scroll: WidgetId::unique(),
            is_scrolled: false,
            menu: None,
            reminding: None,
            ..*self
        }
    }

    /// Makes the rows of the list higher or lower.
    pub fn set_density(&mut self, density: table::Density) {
        self.list.set_density(density);
    }

    /// What a window that shows it is called: whose calendar it is.
    pub fn title(&self, context: &Context) -> String {
        let names = self.names(context);
        format!("{} — {names}", context.locale.text("calendar-title"))
    }

    fn names(&self, context: &Context) -> String {
        let names = self.employees.iter().map(|id| context.employee(Some(*id)));
        names.collect::<Vec<_>>().join(", ")
    }

    /// Asks for what is shown.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let question = Question {
            employees: self.employees.clone(),
            range: self.read_range(),
        };
        let asked = question.clone();
        let catalog = context.catalog.clone();
        let read = context.worker.read(move |reader| {
            let all: Vec<_> = catalog.employees.iter().map(|one| one.id).collect();
            let today = Scope::Day.around(Local::now().date_naive());
            let days = asked.range.moments(&Local);
            Ok(Data {
                entries: reader.calendar_entries(&asked.employees, days, &catalog)?,
                today: reader.calendar_entries(&all, today.moments(&Local), &catalog)?,
            })
        });
        Command::perform(read, move |data| Message::Loaded(question.clone(), data))
    }

    /// The days that are read: a month is shown in whole weeks.
    fn read_range(&self) -> Range {
        match self.layout() {
            Layout::Weeks => self.range.whole_weeks(),
            Layout::Columns | Layout::List => self.range,
        }
    }

    fn layout(&self) -> Layout {
        match self.scope {
            Scope::List => Layout::List,
            Scope::Month => Layout::Weeks,
            _ if self.range.len() > MOST_DAYS => Layout::Weeks,
            _ => Layout::Columns,
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::ScopeChosen(scope) => self.choose_scope(scope, context),
            Message::Stepped(steps) => {
                let range = self.stepped(steps);
                self.show(range, context)
            }
            Message::TodayChosen => {
                let range = self.scope.around(Local::now().date_naive());
                self.is_scrolled = false;
                self.show(range, context)
            }
            Message::RangeChosen(range) => self.show(range, context),
            Message::Side(message) => self.update_side(message, context),
            Message::SideBySide(is_side_by_side) => {
                self.is_side_by_side = is_side_by_side;
                self.derive(context);
                self.keep_look()
            }
            Message::EmployeeToggled(id) => self.toggle(id, context),
            Message::Loaded(question, data) => self.take(&question, data, context),
            Message::Grid(message) => self.update_grid(message, context),
            Message::Month(message) => self.update_month(message, context),
            Message::List(message) => self.update_list(message, context),
            Message::Selected(task) => {
                self.selected = task;
                Action::none()
            }
            Message::Opened(task) => Action::wish(Wish::EditTask(task)),
            Message::MenuAsked(task) => {
                self.open_menu(task, None);
                Action::none()
            }
            Message::Menu(event) => self.update_menu(event, context),
            Message::Reminding(message) => self.update_reminding(message, context),
            Message::NewPressed => self.begin(self.usual_start(), None, context),
            Message::WindowPressed => Action::wish(Wish::ShowBeside),
            Message::MeetingChosen(minutes) => {
                self.meeting = minutes;
                Action::none()
            }
            Message::MeetingPressed(start) => {
                let leads = self.employees[0];
                self.begin(When::At(start), Some((leads, self.meeting)), context)
            }
            Message::PrintPressed => self.print(context),
            Message::Printed(Ok(path)) => Action::wish(Wish::Launch(Launch::Open, path)),
            Message::Printed(Err(error)) => Action::wish(Wish::Fail(error)),
            Message::Written(operation, Ok((changed, clashes))) => {
                let done = Action::wish(Wish::Done(operation, changed));
                match clashes.is_empty() {
                    true => done,
                    false => done.and(Wish::Say(words::double_booking(&clashes, context))),
                }
            }
            Message::Written(_, Err(error)) => {
                // What was dragged goes back to where it is.
                Action::run(self.refresh(context)).and(Wish::Fail(error))
            }
        }
    }

    fn entries(&self) -> &[Entry] {
        self.data.as_ref().map_or(&[], |data| &data.entries)
    }

    fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries().get(index)
    }

    fn update_grid(&mut self, message: time_grid::Message, context: &Context) -> Action<Message> {
        let task = |entry: usize| self.entry(entry).and_then(|entry| entry.task);
        match message {
            time_grid::Message::Pressed(entry) => {
                self.selected = entry.and_then(task);
                Action::none()
            }
            time_grid::Message::Opened(entry) => match task(entry) {
                Some(task) => Action::wish(Wish::EditTask(task)),
                None => Action::none(),
            },
            time_grid::Message::MenuAsked(entry, at) => {
                if let Some(task) = task(entry) {
                    self.open_menu(task, Some(at));
                }
                Action::none()
            }
            time_grid::Message::AtEdge(is_below) => {
                let y = if is_below { EDGE_STEP } else { -EDGE_STEP };
                let offset = AbsoluteOffset { x: 0.0, y };
                Action::run(operation::scroll_by(self.scroll.clone(), offset))
            }
            message => self.update_time(message, context),
        }
    }

    /// Opens the form of a new task that begins then.
    fn begin(
        &self,
        start: When,
        time: Option<(Id<Employee>, i64)>,
        context: &Context,
    ) -> Action<Message> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let draft = task::Draft {
            start: Some(start),
            minutes: time.map(|(_, minutes)| minutes),
            employee: Some(time.map_or(self.employees[0], |(employee, _)| employee)),
            ..task::Draft::default()
        };
        Action::wish(Wish::NewTask(Box::new(draft)))
    }

    /// When a new task begins that is not drawn: at the next full hour of the present day, else as
    /// work begins on the first day that is shown.
    fn usual_start(&self) -> When {
        let (today, minute) = place(&Local, Utc::now());
        if self.range.contains(today) {
            return When::At(crate::domain::task::at_minute(
                today,
                (minute / 60 + 1) * 60,
            ));
        }
        let minute = self.shown.first_minute().max(9 * 60);
        When::At(crate::domain::task::at_minute(self.range.first, minute))
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let page = responsive(move |size| self.page(size, context));
        let closed = Message::Reminding(reminding::Message::Closed);
        modal::modal(page, self.reminding_view(context), closed)
    }

    fn page<'a>(&'a self, size: Size, context: &'a Context) -> Element<'a, Message> {
        let body = match self.layout() {
            Layout::Columns => self.columns(context),
            Layout::Weeks => self.weeks(context),
            Layout::List => self.rows(context),
        };
        let body = container(body).width(Fill).height(Fill);
        let is_narrow = size.width < NARROW;
        let side = (!is_narrow)
            .then(|| row![section::vertical_divider(), self.beside(context)].height(Fill));
        let below = row![body, side].height(Fill);
        container(column![
            self.head(size.width, context),
            section::divider(),
            below
        ])
        .style(surface::panel)
        .width(Fill)
        .height(Fill)
        .into()
    }

    /// Whether a day is in the month that is looked at.
    fn is_of_month(&self, day: NaiveDate) -> bool {
        day.month() == self.range.first.month() || self.scope != Scope::Month
    }
}

/// How far a drag to the edge scrolls at a time, in logical pixels.
const EDGE_STEP: f32 = 24.0;
