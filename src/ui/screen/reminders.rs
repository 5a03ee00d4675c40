//! The reminder window: what has rung, and what is done about it, one by one or many in one go.

mod view;

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Local, Utc};
use iced::keyboard::key::Named;
use iced::widget::operation;

use super::task::Done;
use super::{Action, Command, Context, Press, Wish};
use crate::domain::reminder::{Now, Occasion, Snooze, snooze};
use crate::domain::{Id, Notice, Operation};
use crate::error::Error;
use crate::reminders::Words;
use crate::workspace::{Alert, Reader, Workspace};

/// So many notices are listed, the latest first.
const LISTED: usize = 200;
/// The field of a time of one's own.
const OWN: &str = "snooze-own";

/// What the reminder window remembers.
#[derive(Debug, Default)]
pub struct Reminders {
    /// What has rung, by groups; `None` until the first answer.
    lines: Option<Vec<Line>>,
    chosen: HashSet<Id<Notice>>,
    /// The line that the keys are about.
    cursor: usize,
    is_menu_open: bool,
    /// Until when to put off, as typed.
    typed: String,
    /// What was typed means nothing.
    is_wrong: bool,
    /// Something is being written.
    is_busy: bool,
}

/// A notice with its words.
#[derive(Debug, Clone)]
struct Line {
    alert: Alert,
    words: Words,
    group: Group,
}

/// The groups of notices, in the order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    /// What fell due while the program was closed.
    Missed,
    Start,
    Overdue,
    Given,
    Moved,
    Finished,
    Feasts,
}

impl Group {
    /// That of a notice, for a program that was opened at that moment.
    fn of(notice: &Notice, opened_at: DateTime<Utc>) -> Self {
        let was_open = notice.shown_at.is_some_and(|shown| shown < opened_at);
        if notice.is_due_before(opened_at) && !was_open {
            return Self::Missed;
        }
        match notice.occasion {
            Occasion::Start => Self::Start,
            Occasion::Overdue => Self::Overdue,
            Occasion::Given => Self::Given,
            Occasion::Moved => Self::Moved,
            Occasion::Finished | Occasion::Result => Self::Finished,
            Occasion::LifeEvent | Occasion::Birthday => Self::Feasts,
        }
    }
}

/// What happened in the reminder window.
#[derive(Debug, Clone)]
pub enum Message {
    /// What has rung.
    Loaded(Result<Vec<Alert>, Error>),
    /// A line was pressed.
    Pressed(usize),
    /// A line was chosen, or no longer.
    Checked(usize),
    /// All lines are chosen, or none.
    AllChecked,
    /// The task or the client is to be shown.
    OpenPressed,
    /// The menu of how long to put off is opened or closed.
    Menu(bool),
    /// Put off for so long.
    Snoozed(Snooze),
    /// Until when was typed.
    Typed(String),
    /// What was typed is whole.
    Submitted,
    /// The tasks are done.
    DonePressed,
    /// Nothing more is to be told of it.
    DismissPressed,
    /// Notices were put off or settled.
    Settled(Result<(), Error>),
    /// Tasks were finished.
    Finished(Result<BTreeSet<&'static str>, Error>),
}

impl Reminders {
    /// A window that has read nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks for what has rung.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let alerts = context.worker.read(rung);
        Command::perform(alerts, Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(alerts)) => return self.show(alerts, context),
            Message::Pressed(at) => self.cursor = at,
            Message::Checked(at) => self.toggle(at),
            Message::AllChecked => self.choose_all(),
            Message::OpenPressed => return self.open(),
            Message::Menu(is_open) => return self.open_menu(is_open),
            Message::Snoozed(snooze) => return self.put_off(snooze.until(now()), context),
            Message::Typed(text) => (self.typed, self.is_wrong) = (text, false),
            Message::Submitted => match snooze::read(&self.typed, now()) {
                Some(until) => return self.put_off(until, context),
                None => self.is_wrong = true,
            },
            Message::DonePressed => return self.finish(context),
            Message::DismissPressed => return self.dismiss(context),
            Message::Settled(Ok(())) => {
                self.done();
                return Action::run(self.refresh(context)).and(Wish::RecountReminders);
            }
            Message::Finished(Ok(changed)) => {
                self.done();
                let read = self.refresh(context);
                return match changed.is_empty() {
                    true => Action::run(read).and(Wish::RecountReminders),
                    false => Action::run(read).and(Wish::Done(Operation::FinishTask, changed)),
                };
            }
            Message::Settled(Err(error)) | Message::Finished(Err(error)) => {
                self.is_busy = false;
                return Action::wish(Wish::Fail(error));
            }
            Message::Loaded(Err(error)) => return Action::wish(Wish::Fail(error)),
        }
        Action::none()
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is_captured {
            return Action::none(); // by the menu, or the field in it
        }
        if press.is(Named::Escape) {
            return Action::wish(Wish::Back);
        }
        let last = self.lines().len().saturating_sub(1);
        if press.is(Named::ArrowDown) {
            self.cursor = (self.cursor + 1).min(last);
        } else if press.is(Named::ArrowUp) {
            self.cursor = self.cursor.saturating_sub(1);
        } else if press.is(Named::Home) {
            self.cursor = 0;
        } else if press.is(Named::End) {
            self.cursor = last;
        } else if press.is(Named::Space) {
            self.toggle(self.cursor);
        } else if press.is_command('a') {
            self.choose_all();
        } else if press.is_command('d') {
            return self.finish(context);
        } else if press.is_command('s') {
            return self.open_menu(!self.is_menu_open);
        } else if press.is(Named::Enter) {
            return self.open();
        } else if press.is(Named::Delete) {
            return self.dismiss(context);
        }
        Action::none()
    }

    /// Opens the menu of how long to put off, ready to be typed into, or closes it.
    fn open_menu(&mut self, is_open: bool) -> Action<Message> {
        self.is_menu_open = is_open && !self.lines().is_empty();
        match self.is_menu_open {
            true => Action::run(operation::focus(OWN)),
            false => Action::none(),
        }
    }

    /// Shows what has rung; a window with nothing left in it goes.
    fn show(&mut self, alerts: Vec<Alert>, context: &Context) -> Action<Message> {
        let was_empty = self.lines.as_ref().is_none_or(Vec::is_empty);
        let now = now();
        let line = |alert: Alert| Line {
            words: Words::of(&alert, now, &context.locale),
            group: Group::of(&alert.notice, context.opened_at),
            alert,
        };
        let mut lines: Vec<_> = alerts.into_iter().map(line).collect();
        lines.sort_by_key(|line| line.group); // stable: the latest stay first
        let known: HashSet<_> = lines.iter().map(|line| line.alert.notice.id).collect();
        self.chosen.retain(|id| known.contains(id));
        self.cursor = self.cursor.min(lines.len().saturating_sub(1));
        let is_empty = lines.is_empty();
        self.lines = Some(lines);
        if is_empty && !was_empty {
            return Action::wish(Wish::Back);
        }
        Action::none()
    }

    fn lines(&self) -> &[Line] {
        self.lines.as_deref().unwrap_or_default()
    }

    fn toggle(&mut self, at: usize) {
        self.cursor = at;
        let id = self.lines().get(at).map(|line| line.alert.notice.id);
        if let Some(id) = id
            && !self.chosen.remove(&id)
        {
            self.chosen.insert(id);
        }
    }

    /// Chooses every line, or none where all are chosen.
    fn choose_all(&mut self) {
        if self.chosen.len() == self.lines().len() {
            self.chosen.clear();
        } else {
            let all = self.lines().iter().map(|line| line.alert.notice.id);
            self.chosen = all.collect();
        }
    }

    /// The chosen lines; without any, the one under the cursor.
    fn meant(&self) -> Vec<&Line> {
        let chosen = self.lines().iter();
        let chosen = chosen.filter(|line| self.chosen.contains(&line.alert.notice.id));
        let chosen: Vec<_> = chosen.collect();
        if chosen.is_empty() {
            return self.lines().get(self.cursor).into_iter().collect();
        }
        chosen
    }

    fn meant_ids(&self) -> Vec<Id<Notice>> {
        let meant = self.meant().into_iter();
        meant.map(|line| line.alert.notice.id).collect()
    }

    /// Shows the task, else the client, of the line under the cursor.
    fn open(&self) -> Action<Message> {
        let Some(line) = self.lines().get(self.cursor) else {
            return Action::none();
        };
        match (&line.alert.task, line.alert.client) {
            (Some(task), _) => Action::wish(Wish::EditTask(task.id)),
            (None, Some(client)) => Action::wish(Wish::Open(client)),
            (None, None) => Action::none(),
        }
    }

    fn put_off(&mut self, until: DateTime<Utc>, context: &Context) -> Action<Message> {
        self.settle(context, move |workspace, ids| workspace.snooze(ids, until))
    }

    fn dismiss(&mut self, context: &Context) -> Action<Message> {
        let at = now().at;
        self.settle(context, move |workspace, ids| workspace.settle(ids, at))
    }

    fn settle(
        &mut self,
        context: &Context,
        work: impl FnOnce(&mut Workspace, &[Id<Notice>]) -> Result<(), Error> + Send + 'static,
    ) -> Action<Message> {
        let ids = self.meant_ids();
        if ids.is_empty() || self.is_busy || context.is_read_only {
            return Action::none();
        }
        self.is_busy = true;
        let settled = context.worker.write(move |workspace| work(workspace, &ids));
        Action::run(Command::perform(settled, Message::Settled))
    }

    /// Finishes the tasks that are meant, in one operation, and settles their notices. What came of
    /// those whose kind has results is asked, one after the other; their notices go with them.
    fn finish(&mut self, context: &Context) -> Action<Message> {
        if self.is_busy || context.is_read_only {
            return Action::none();
        }
        let tasks = self.meant().into_iter();
        let tasks = tasks.filter_map(|line| line.alert.task.as_ref());
        let done = Done::of(tasks, &context.catalog);
        let asks = |line: &&Line| line.alert.task.as_ref().is_some_and(|task| done.asks(task));
        let settled = self.meant().into_iter().filter(|line| !asks(line));
        let settled: Vec<_> = settled.map(|line| line.alert.notice.id).collect();
        let mut action = Action::none();
        if let Some(asked) = done.ask() {
            self.done();
            action = Action::wish(asked);
        }
        if !settled.is_empty() {
            self.is_busy = true;
            let finished = context.worker.write(move |workspace| {
                let changed = done.write(workspace)?;
                workspace.settle(&settled, now().at)?;
                Ok(changed)
            });
            action.command = Command::perform(finished, Message::Finished);
        }
        action
    }

    /// Leaves what was chosen and typed: it is written.
    fn done(&mut self) {
        self.is_busy = false;
        self.is_menu_open = false;
        self.chosen.clear();
        self.typed.clear();
    }
}

/// Day and time where the user is.
fn now() -> Now {
    Now::from(Local::now())
}

/// What has rung and is not settled.
fn rung(reader: Reader<'_>) -> Result<Vec<Alert>, Error> {
    let mut notices = reader.due_notices(now())?;
    notices.truncate(LISTED);
    reader.alerts(&notices)
}
