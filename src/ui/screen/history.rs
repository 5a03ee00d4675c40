//! The log: who did what and when, what was taken back, and a button at each that takes it back.

use std::collections::HashMap;

use iced::keyboard::key::Named;
use iced::widget::{container, space};
use iced::{Element as Any, Fill};

use super::take_back::{self, TakeBack};
use super::{Action, Command, Context, Press, Wish};
use crate::domain::{Id, Operation};
use crate::error::Error;
use crate::i18n::Locale;
use crate::ui::style::{MEDIUM, Tone, surface};
use crate::ui::widget::table::{self, Column, Density, Row, State, Step, table};
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, empty, page};
use crate::workspace::{Direction, Entry};

/// How many operations are shown, the latest first.
const LIMIT: usize = 500;

/// What the log remembers.
#[derive(Debug, Default)]
pub struct History {
    table: State,
    /// The operations, the latest first; `None` until the first answer.
    log: Option<Log>,
    take_back: TakeBack,
}

/// The latest operations, and which of them an undo would take back.
#[derive(Debug, Clone)]
pub struct Log {
    entries: Vec<Entry>,
    last: Option<Id<Entry>>,
    /// Which entry was taken back by which.
    reverts: HashMap<Id<Entry>, Id<Entry>>,
}

/// What happened in the log.
#[derive(Debug, Clone)]
pub enum Message {
    /// The latest operations.
    Loaded(Result<Log, Error>),
    /// Something happened in the table.
    Table(table::Message),
    /// An operation is to be taken back.
    TakeBackPressed(Id<Entry>),
    /// What came of it, and what is decided about it.
    TakeBack(take_back::Message),
}

impl History {
    /// A log nobody has looked at yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the rows higher or lower.
    pub fn set_density(&mut self, density: Density) {
        self.table.set_density(density);
    }

    /// Asks for the latest operations.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let log = context.worker.read(|reader| {
            let last = reader.last_done()?.map(|entry| entry.id);
            Ok(Log::new(reader.log(LIMIT)?, last))
        });
        Command::perform(log, Message::Loaded)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(Ok(log)) => {
                self.log = Some(log);
                Action::none()
            }
            Message::Loaded(Err(error)) => Action::wish(Wish::Fail(error)),
            Message::Table(message) => {
                let count = self.count();
                self.table.update(message, count);
                Action::none()
            }
            Message::TakeBackPressed(entry) => {
                let known = self.log.iter().flat_map(|log| &log.entries);
                let Some(entry) = known.into_iter().find(|known| known.id == entry) else {
                    return Action::none();
                };
                let begun = self.take_back.begin(entry.id, entry.operation, context);
                Action::run(begun.map(Message::TakeBack))
            }
            Message::TakeBack(message) => {
                let is_stale = message.has_failed();
                let mut action = self.take_back.update(message, context);
                let again = match is_stale {
                    true => self.refresh(context),
                    false => Command::none(),
                };
                let wishes = std::mem::take(&mut action.wishes);
                Action {
                    command: Command::batch([action.command.map(Message::TakeBack), again]),
                    wishes,
                }
            }
        }
    }

    /// The operation under the cursor, where it can be taken back.
    fn current(&self, context: &Context) -> Option<Id<Entry>> {
        let log = self.log.as_ref()?;
        let at = usize::try_from(self.table.cursor()?).ok()?;
        let entry = log.entries.get(at)?;
        log.can_take_back(entry, context).then_some(entry.id)
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if let Some(action) = self.take_back.press(press, context) {
            return action.map(Message::TakeBack);
        }
        if press.is(Named::Escape) {
            return Action::wish(Wish::Back);
        }
        if (press.is(Named::Delete) || press.is(Named::Backspace))
            && let Some(entry) = self.current(context)
        {
            return self.update(Message::TakeBackPressed(entry), context);
        }
        if let Some(step) = Step::of_key(&press.key) {
            let count = self.count();
            self.table.step(step, count);
        }
        Action::none()
    }

    /// The page, with what is asked over it.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let page = self.page(context);
        self.take_back.over(page, Message::TakeBack, context)
    }

    /// What is asked over the page.
    pub fn take_back(&self) -> &TakeBack {
        &self.take_back
    }

    /// The page alone.
    pub fn page<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let body = match &self.log {
            None => space().into(),
            Some(log) if log.entries.is_empty() => empty::empty(
                Icon::History,
                locale.text("history-empty"),
                locale.text("history-empty-hint"),
                None,
            ),
            Some(log) => self.rows(log, context),
        };
        let page = page::page(locale.text("history-title"), body);
        let page = match self.count() as usize {
            0 => page,
            LIMIT.. => page.told(locale.with("history-told-latest", &[("count", LIMIT.into())])),
            count => page.told(locale.with("history-told", &[("count", count.into())])),
        };
        page.into()
    }

    fn rows<'a>(&'a self, log: &'a Log, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let columns = vec![
            Column::new("when", locale.text("history-when"), 160.0).narrowest(130.0),
            Column::new("what", locale.text("history-what"), 320.0)
                .narrowest(180.0)
                .grows(),
            Column::new("who", locale.text("history-who"), 180.0).narrowest(110.0),
            Column::new("state", locale.text("history-state"), 170.0).narrowest(130.0),
        ];
        let build = |index: u64| {
            let entry = log.entries.get(usize::try_from(index).ok()?)?;
            let is_at = self.table.cursor() == Some(index);
            Some(Row::new(cells(entry, log, context)).selected(is_at))
        };
        let table = table(&self.table, self.count(), columns, build, Message::Table);
        container(Element::from(table))
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    fn count(&self) -> u64 {
        self.log.as_ref().map_or(0, |log| log.entries.len() as u64)
    }
}

impl Log {
    fn new(entries: Vec<Entry>, last: Option<Id<Entry>>) -> Self {
        let reverts = entries
            .iter()
            .filter_map(|entry| Some((entry.reverts?, entry.id)))
            .collect();
        Self {
            entries,
            last,
            reverts,
        }
    }

    /// Whether somebody signed in as this employee may take an entry back: what somebody did, and
    /// what is in effect still. What was erased on request nothing brings back.
    fn can_take_back(&self, entry: &Entry, context: &Context) -> bool {
        let is_mine = entry.who == context.me.id || context.me.sees_all;
        let is_deed = entry.direction == Direction::Do && !entry.is_beginning();
        let is_erasure = entry.operation == Operation::ErasePerson;
        is_mine && is_deed && !is_erasure && !context.is_read_only && !self.is_taken_back(entry)
    }

    /// Whether an entry is not in effect any more: the number of reverts upon it is odd.
    fn is_taken_back(&self, entry: &Entry) -> bool {
        let mut count = 0;
        let mut at = entry.id;
        while let Some(by) = self.reverts.get(&at) {
            at = *by;
            count += 1;
        }
        count % 2 == 1
    }
}

fn cells<'a>(entry: &Entry, log: &Log, context: &Context) -> Vec<Element<'a, Message>> {
    let locale = &context.locale;
    let is_undone = entry.direction != Direction::Undo && log.is_taken_back(entry);
    let what = ellipsis(told(entry, locale)).font(MEDIUM);
    let what: Any<'a, Message> = match is_undone || entry.direction == Direction::Undo {
        true => what.style(surface::hint).into(),
        false => what.into(),
    };
    let who = match context.employee(Some(entry.who)) {
        nobody if nobody.is_empty() => locale.text("history-program"),
        name => name,
    };
    let state: Any<'a, Message> = if is_undone {
        badge::badge(locale.text("history-undone"), Tone::Neutral)
    } else if log.can_take_back(entry, context) {
        let label = locale.text("history-take-back");
        let face = match log.last == Some(entry.id) {
            true => button::secondary(label),
            false => button::ghost(label),
        };
        face.icon(Icon::Undo)
            .compact()
            .on_press(Message::TakeBackPressed(entry.id))
            .into()
    } else {
        space().into()
    };
    vec![
        ellipsis(locale.moment(entry.done_at))
            .style(surface::secondary)
            .into(),
        what,
        ellipsis(who).style(surface::secondary).into(),
        state,
    ]
}

/// What was done; an undo and a redo say of what.
fn told(entry: &Entry, locale: &Locale) -> String {
    let operation = locale.operation(entry.operation);
    let key = match entry.direction {
        Direction::Do => return operation,
        Direction::Undo => "history-undo-of",
        Direction::Redo => "history-redo-of",
    };
    locale.with(key, &[("operation", operation.into())])
}

#[cfg(test)]
mod tests;
