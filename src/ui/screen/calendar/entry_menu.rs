//! The menu of an entry, where it was pressed with the right button or by a key.

use iced::Point;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{pin, space};

use super::{Action, Calendar, Context, Message, reminding};
use crate::domain::task::State;
use crate::domain::{Id, Task};
use crate::i18n::Locale;
use crate::ui::screen::Wish;
use crate::ui::widget::anchored::anchored;
use crate::ui::widget::time_grid::GUTTER;
use crate::ui::widget::{Element, Icon, menu};

/// The width of the menu, in logical pixels.
const WIDTH: f32 = 230.0;

/// The menu that is unfolded.
#[derive(Debug, Clone, Copy)]
pub struct EntryMenu {
    task: Id<Task>,
    /// Where it stands, from the corner of the hours; `None` above them, where entries without an
    /// hour are.
    at: Option<Point>,
    /// The line that the keys are about.
    mark: usize,
}

/// A line of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The form of the task.
    Open,
    /// The task ends.
    Finish,
    /// Its reminders.
    Remind,
    /// To the bin.
    Delete,
}

/// What happened to the menu.
#[derive(Debug, Clone, Copy)]
pub enum Event {
    /// The mark goes so many lines down.
    Marked(isize),
    /// A line was chosen.
    Chosen(Line),
    /// It is to go.
    Closed,
}

impl Line {
    const ALL: [Self; 4] = [Self::Open, Self::Finish, Self::Remind, Self::Delete];

    fn item<'a>(self, locale: &Locale, may: bool) -> menu::Item<'a, Message> {
        let message = may.then_some(Message::Menu(Event::Chosen(self)));
        let item = |key: &str, icon| menu::item(locale.text(key), message).icon(icon);
        match self {
            Self::Open => item("calendar-open", Icon::PanelRight).shortcut("Enter"),
            Self::Finish => item("task-finish", Icon::CircleCheck).shortcut("D"),
            Self::Remind => item("task-reminders", Icon::Bell).shortcut("R"),
            Self::Delete => item("task-delete", Icon::Trash).shortcut("Del").danger(),
        }
    }
}

impl Calendar {
    /// Unfolds the menu of an entry at a point of the hours, or above them.
    pub(super) fn open_menu(&mut self, task: Id<Task>, at: Option<Point>) {
        self.selected = Some(task);
        self.menu = Some(EntryMenu { task, at, mark: 0 });
    }

    pub(super) fn update_menu(&mut self, event: Event, context: &Context) -> Action<Message> {
        let Some(menu) = &mut self.menu else {
            return Action::none();
        };
        let lines = Line::ALL.len();
        match event {
            Event::Marked(by) => {
                menu.mark = menu.mark.saturating_add_signed(by).min(lines - 1);
                Action::none()
            }
            Event::Chosen(line) => {
                let task = menu.task;
                self.menu = None;
                self.carry_out(line, task, context)
            }
            Event::Closed => {
                self.menu = None;
                Action::none()
            }
        }
    }

    pub(super) fn carry_out(
        &mut self,
        line: Line,
        task: Id<Task>,
        context: &Context,
    ) -> Action<Message> {
        match line {
            Line::Open => Action::wish(Wish::EditTask(task)),
            Line::Finish if !self.is_open(task) => Action::none(),
            Line::Finish => Action::wish(Wish::FinishTask(task, State::Done)),
            Line::Remind => self.update_reminding(reminding::Message::Asked(task), context),
            Line::Delete => self.delete(task, context),
        }
    }

    fn is_open(&self, task: Id<Task>) -> bool {
        let mut entries = self.entries().iter();
        let entry = entries.find(|entry| entry.task == Some(task));
        entry.is_some_and(|entry| entry.state == State::Open)
    }

    /// The menu of an entry among the hours, which scrolls with them; nothing while it is folded.
    pub(super) fn menu_at_hours<'a>(&self, context: &Context) -> Option<Element<'a, Message>> {
        let menu = self.menu.as_ref()?;
        let unfolded = pin(self.unfolded(menu, context)).position(menu.at?);
        Some(unfolded.into())
    }

    /// The menu of an entry that has no hour, above whatever hours are seen.
    pub(super) fn menu_above_hours<'a>(&self, context: &Context) -> Option<Element<'a, Message>> {
        let menu = self.menu.as_ref().filter(|menu| menu.at.is_none())?;
        let unfolded = pin(self.unfolded(menu, context)).x(GUTTER);
        Some(unfolded.into())
    }

    fn unfolded<'a>(&self, menu: &EntryMenu, context: &Context) -> Element<'a, Message> {
        let is_open = self.is_open(menu.task);
        let may = |line: Line| match line {
            Line::Open => true,
            Line::Finish => is_open && !context.is_read_only,
            Line::Remind | Line::Delete => !context.is_read_only,
        };
        let items = Line::ALL.into_iter().enumerate().map(|(at, line)| {
            let item = line.item(&context.locale, may(line));
            item.marked(at == menu.mark).into()
        });
        let panel = menu::panel(items, WIDTH);
        let taken = Line::ALL.get(menu.mark).copied().filter(|line| may(*line));
        let corner = space().width(1.0).height(1.0);
        let unfolded = anchored(corner, Some(panel), Message::Menu(Event::Closed));
        let unfolded = unfolded.on_key(move |key| match key {
            Key::Named(Named::ArrowDown) => Some(Message::Menu(Event::Marked(1))),
            Key::Named(Named::ArrowUp) => Some(Message::Menu(Event::Marked(-1))),
            Key::Named(Named::Enter) => taken.map(|line| Message::Menu(Event::Chosen(line))),
            _ => None,
        });
        unfolded.into()
    }
}
