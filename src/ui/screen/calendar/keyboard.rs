//! The keyboard: views, days, the way from entry to entry, and entries moved by it.

use iced::Point;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::entry_menu::Line;
use super::{Action, Calendar, Context, Layout, Message, derive};
use crate::domain::calendar::{Entry, Scope};
use crate::domain::task::When;
use crate::domain::{Id, Operation, Task};
use crate::error::Error;
use crate::ui::screen::{Press, Wish};
use crate::ui::widget::table::Step;
use crate::ui::widget::time_grid::{GUTTER, HOUR, STEP};

/// A way from an entry to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To the one before on the same day.
    Up,
    /// To the one after on the same day.
    Down,
    /// To the one nearest in time on a day before.
    Left,
    /// To the one nearest in time on a day after.
    Right,
}

impl Calendar {
    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is_captured || self.reminding.is_some() {
            return Action::none(); // the dialog sees to Esc itself
        }
        if press.modifiers.alt() {
            return self.press_move(press, context);
        }
        if press.modifiers.command() {
            return Action::none();
        }
        if let Some(message) = letter(press) {
            return self.update(message, context);
        }
        let at_hand = self.at_hand();
        if let Some((line, task)) = line(press).zip(at_hand) {
            return self.carry_out(line, task, context);
        }
        match press.key {
            Key::Named(Named::Escape) if self.selected.is_some() => {
                self.selected = None;
                Action::none()
            }
            Key::Named(Named::Escape) => Action::wish(Wish::Back),
            Key::Named(Named::PageUp) => self.update(Message::Stepped(-1), context),
            Key::Named(Named::PageDown) => self.update(Message::Stepped(1), context),
            Key::Named(Named::Home) => self.update(Message::TodayChosen, context),
            Key::Named(Named::ContextMenu) => self.unfold_menu(),
            Key::Named(Named::F10) if press.modifiers.shift() => self.unfold_menu(),
            _ => self.press_way(press),
        }
    }

    /// The task that a key means.
    fn at_hand(&self) -> Option<Id<Task>> {
        match self.layout() {
            Layout::List => {
                let at = usize::try_from(self.list.cursor()?).ok()?;
                self.entry(at)?.task
            }
            Layout::Columns | Layout::Weeks => self.selected,
        }
    }

    /// Unfolds the menu of the entry that is selected, where its hour begins.
    fn unfold_menu(&mut self) -> Action<Message> {
        let mut entries = self.entries().iter();
        let entry = entries.find(|entry| entry.task.is_some() && entry.task == self.selected);
        let Some((entry, task)) = entry.zip(self.selected) else {
            return Action::none();
        };
        let has_hour = !matches!(entry.when, When::Day(_));
        let y = derive::minute_of(entry) as f32 / 60.0 * HOUR;
        self.open_menu(task, has_hour.then_some(Point::new(GUTTER, y)));
        Action::none()
    }

    pub(super) fn delete(&self, task: Id<Task>, context: &Context) -> Action<Message> {
        if context.is_read_only {
            return Action::wish(Wish::Fail(Error::ReadOnly));
        }
        let operation = Operation::DeleteTask;
        let written = context.worker.write(move |workspace| {
            let done = workspace.transact(operation, |tx| tx.delete_branch(task))?;
            Ok((done.changed, Vec::new()))
        });
        Action::run(super::Command::perform(written, move |written| {
            Message::Written(operation, written)
        }))
    }

    fn press_way(&mut self, press: &Press) -> Action<Message> {
        if self.layout() == Layout::List {
            if let Some(step) = Step::of_key(&press.key) {
                self.list.step(step, self.entries().len() as u64);
            }
            return Action::none();
        }
        let way = match press.key {
            Key::Named(Named::ArrowUp) => Way::Up,
            Key::Named(Named::ArrowDown) => Way::Down,
            Key::Named(Named::ArrowLeft) => Way::Left,
            Key::Named(Named::ArrowRight) => Way::Right,
            _ => return Action::none(),
        };
        self.selected = neighbour(self.entries(), self.selected, way).or(self.selected);
        Action::none()
    }

    /// Alt with an arrow moves the entry that is selected, with Shift it moves its end.
    fn press_move(&mut self, press: &Press, context: &Context) -> Action<Message> {
        let Some(entry) = self.selected.and_then(|task| {
            let mut entries = self.entries().iter();
            entries.position(|entry| entry.task == Some(task))
        }) else {
            return Action::none();
        };
        let is_stretched = press.modifiers.shift();
        let by = match press.key {
            Key::Named(Named::ArrowUp) if is_stretched => {
                return self.stretch(entry, true, -STEP, context);
            }
            Key::Named(Named::ArrowDown) if is_stretched => {
                return self.stretch(entry, true, STEP, context);
            }
            Key::Named(Named::ArrowUp) => (0, -STEP),
            Key::Named(Named::ArrowDown) => (0, STEP),
            Key::Named(Named::ArrowLeft) => (-1, 0),
            Key::Named(Named::ArrowRight) => (1, 0),
            _ => return Action::none(),
        };
        self.move_entry(entry, by, None, context)
    }
}

/// What a key does with the entry at hand.
fn line(press: &Press) -> Option<Line> {
    match press.key {
        Key::Named(Named::Enter) => return Some(Line::Open),
        Key::Named(Named::Delete | Named::Backspace) => return Some(Line::Delete),
        _ => {}
    }
    match press.latin? {
        'd' => Some(Line::Finish),
        'r' => Some(Line::Remind),
        _ => None,
    }
}

/// What a letter or a digit means.
fn letter(press: &Press) -> Option<Message> {
    let digit = press.text.as_deref().and_then(|text| text.parse().ok());
    if let Some(number) = digit {
        let at: usize = number;
        return Scope::ALL
            .get(at.checked_sub(1)?)
            .copied()
            .map(Message::ScopeChosen);
    }
    Some(match press.latin? {
        't' => Message::TodayChosen,
        'n' => Message::NewPressed,
        'w' => Message::WindowPressed,
        'p' => Message::PrintPressed,
        _ => return None,
    })
}

/// The entry that lies on a way from the one that is selected; from none, the first.
pub(super) fn neighbour(entries: &[Entry], from: Option<Id<Task>>, way: Way) -> Option<Id<Task>> {
    let known: Vec<&Entry> = entries
        .iter()
        .filter(|entry| entry.task.is_some())
        .collect();
    let Some(at) = known
        .iter()
        .position(|entry| entry.task == from && from.is_some())
    else {
        return known.first().and_then(|entry| entry.task);
    };
    let day = |entry: &Entry| entry.days(&chrono::Local).0;
    let today = day(known[at]);
    let minute = |entry: &Entry| derive::minute_of(entry);
    let found = match way {
        Way::Up => known[..at].iter().rev().find(|entry| day(entry) == today),
        Way::Down => known[at + 1..].iter().find(|entry| day(entry) == today),
        Way::Left | Way::Right => {
            let others = known.iter().filter(|entry| match way {
                Way::Left => day(entry) < today,
                _ => day(entry) > today,
            });
            let here = minute(known[at]);
            let distance = |entry: &&&Entry| {
                let days = (day(entry) - today).num_days().abs();
                (days, (minute(entry) - here).abs())
            };
            others.min_by_key(distance)
        }
    };
    found.and_then(|entry| entry.task)
}
