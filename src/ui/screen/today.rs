//! Today: the plan of the day, what is late, what others do by my order, feasts, happenings, and
//! clients without a next step.

mod money;
mod rows;
mod view;

use std::collections::BTreeSet;

use chrono::Local;
use iced::keyboard::key::Named;
use iced::widget::operation;

use super::task::Done;
use super::{Action, Command, Context, Page, Press, Wish};
use crate::domain::reminder::Now;
use crate::domain::task::State;
use crate::domain::{Client, Id, Operation, Task};
use crate::error::Error;
use crate::workspace;

/// What scrolls.
const PAGE: &str = "today";

/// What the page remembers.
#[derive(Debug)]
pub struct Today {
    /// What was read, and when; `None` until the first answer.
    day: Option<workspace::Today>,
    now: Now,
    /// The line that the keys are about.
    cursor: Option<usize>,
    /// Something is being written.
    is_busy: bool,
}

/// What a line leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    task: Option<Id<Task>>,
    client: Option<Id<Client>>,
    /// Whether the task can be finished here.
    is_to_do: bool,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// What the day begins with.
    Loaded(Now, Result<Box<workspace::Today>, Error>),
    /// A line was pressed.
    Opened(Target),
    /// A task is done.
    Done(Id<Task>),
    /// A new task is to be entered.
    NewTask,
    /// Invoices are to be shown.
    Invoices,
    /// It is written.
    Written(Result<BTreeSet<&'static str>, Error>),
}

impl Today {
    /// A page that has read nothing yet.
    #[expect(clippy::new_without_default, reason = "it begins with the time of day")]
    pub fn new() -> Self {
        Self {
            day: None,
            now: Now::from(Local::now()),
            cursor: None,
            is_busy: false,
        }
    }

    /// Asks for what the day begins with.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let now = Now::from(Local::now());
        let day = context.worker.list(move |reader| reader.today(now));
        Command::perform(day, move |day| Message::Loaded(now, day.map(Box::new)))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(now, Ok(day)) => {
                (self.now, self.day) = (now, Some(*day));
                let last = self.targets().len().checked_sub(1);
                self.cursor = self.cursor.zip(last).map(|(at, last)| at.min(last));
                Action::none()
            }
            Message::Opened(target) => open(target),
            Message::Done(task) => self.finish(task, context),
            Message::Invoices => Action::wish(Wish::Show(Page::Sales)),
            Message::NewTask => Action::wish(Wish::NewTask(Box::default())),
            Message::Written(Ok(changed)) => {
                self.is_busy = false;
                Action::wish(Wish::Done(Operation::FinishTask, changed))
            }
            Message::Written(Err(error)) => {
                self.is_busy = false;
                Action::wish(Wish::Fail(error))
            }
            Message::Loaded(_, Err(error)) => Action::wish(Wish::Fail(error)),
        }
    }

    /// Takes in a key: arrows go from line to line, Enter opens, Space finishes.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        let targets = self.targets();
        let last = targets.len().saturating_sub(1);
        let at = self.cursor;
        if press.is_captured {
            return Action::none();
        } else if press.is(Named::ArrowDown) {
            self.cursor = Some(at.map_or(0, |at| (at + 1).min(last)));
        } else if press.is(Named::ArrowUp) {
            self.cursor = Some(at.map_or(last, |at| at.saturating_sub(1)));
        } else if press.is(Named::Home) {
            self.cursor = Some(0);
        } else if press.is(Named::End) {
            self.cursor = Some(last);
        } else {
            let Some(target) = at.and_then(|at| targets.get(at)) else {
                return Action::none();
            };
            if press.is(Named::Enter) {
                return open(*target);
            } else if press.is(Named::Space)
                && target.is_to_do
                && let Some(task) = target.task
            {
                return self.finish(task, context);
            }
            return Action::none();
        }
        Action::run(self.scroll_to_cursor(last))
    }

    /// Brings the line under the cursor into sight, as far as its place among all tells.
    fn scroll_to_cursor(&self, last: usize) -> Command<Message> {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred lines")]
        let part = match (self.cursor, last) {
            (Some(at), 1..) => at as f32 / last as f32,
            _ => 0.0,
        };
        operation::snap_to(
            PAGE,
            iced::widget::scrollable::RelativeOffset { x: 0.0, y: part },
        )
    }

    fn finish(&mut self, task: Id<Task>, context: &Context) -> Action<Message> {
        if self.is_busy || context.is_read_only {
            return Action::none();
        }
        let day = self.day.iter();
        let planned = day.flat_map(|day| day.plan.iter().chain(&day.overdue));
        let meant = planned.map(|one| &one.task).filter(|one| one.id == task);
        let done = Done::of(meant, &context.catalog);
        if !done.has_plain() {
            return done.ask().map_or_else(Action::none, Action::wish);
        }
        self.is_busy = true;
        let finished = context.worker.write(move |workspace| done.write(workspace));
        Action::run(Command::perform(finished, Message::Written))
    }

    /// Where the lines lead, in the order they are shown.
    fn targets(&self) -> Vec<Target> {
        let Some(day) = &self.day else {
            return Vec::new();
        };
        let planned = day.plan.iter().chain(&day.overdue);
        let planned = planned.map(|one| of_task(&one.task));
        let given = day.given.iter().map(|one| of_task(&one.task));
        let clients = day
            .neglected
            .iter()
            .map(|(client, _)| *client)
            .chain(day.feasts.iter().map(|feast| feast.client))
            .chain(day.happenings.iter().map(|one| one.client));
        planned
            .chain(given.map(|target| Target {
                is_to_do: false,
                ..target
            }))
            .chain(clients.map(of_client))
            .collect()
    }
}

fn of_task(task: &Task) -> Target {
    Target {
        task: Some(task.id),
        client: task.client,
        is_to_do: task.state == State::Open,
    }
}

fn of_client(client: Id<Client>) -> Target {
    Target {
        task: None,
        client: Some(client),
        is_to_do: false,
    }
}

/// Shows the task, else the client.
fn open(target: Target) -> Action<Message> {
    match (target.task, target.client) {
        (Some(task), _) => Action::wish(Wish::EditTask(task)),
        (None, Some(client)) => Action::wish(Wish::Open(client)),
        (None, None) => Action::none(),
    }
}
