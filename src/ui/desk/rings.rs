//! What rings: looked for some times a minute, shown in a window of its own, told on the desktop.

use chrono::Local;
use iced::{Point, Size, Task as Command, window};

use super::{Desk, Message, View};
use crate::domain::reminder::Now;
use crate::error::Result;
use crate::notification;
use crate::reminders;
use crate::ui::mark;
use crate::ui::screen::{Action, Wish};
use crate::ui::worker::begin;
use crate::workspace::{Alert, Workspace};

/// So many seconds pass between two looks.
const PERIOD: u32 = 15;
/// The reminder window, in logical pixels.
const SIZE: Size = Size::new(560.0, 440.0);
/// The smallest reminder window, in logical pixels.
const SMALLEST: Size = Size::new(480.0, 300.0);
/// How far it stands off the corner of the screen, in logical pixels.
const OFF: f32 = 48.0;

/// When to look next, and what was found.
#[derive(Debug, Default)]
pub struct Rings {
    /// How many seconds ago it was looked; more than the period before the first time.
    seconds: Option<u32>,
    /// A look is under way.
    is_looking: bool,
    /// How many have rung and are not settled.
    count: usize,
    /// Whether they are told on the desktop too.
    notifies: bool,
}

/// What a look has found.
#[derive(Debug, Clone)]
pub struct Rung {
    /// What this program is to show now.
    alerts: Vec<Alert>,
    /// When it looked.
    now: Now,
    /// How many have rung and are not settled.
    count: usize,
}

impl Rings {
    /// Nothing was looked for yet.
    pub fn new(notifies: bool) -> Self {
        Self {
            notifies,
            ..Self::default()
        }
    }

    /// How many have rung and are not settled.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Has the next look come at once: something was written.
    pub fn spoil(&mut self) {
        self.seconds = None;
    }

    /// Whether they are told on the desktop too.
    pub fn set_notifies(&mut self, notifies: bool) {
        self.notifies = notifies;
    }
}

fn look(workspace: &mut Workspace) -> Result<Rung> {
    let now = Now::from(Local::now());
    let alerts = workspace.claim(now)?;
    let count = workspace.read().due_notices(now)?.len();
    Ok(Rung { alerts, now, count })
}

impl Desk {
    /// A second went by: where it is time, looks for what rings.
    pub(super) fn listen(&mut self) -> Command<Message> {
        let seconds = self.rings.seconds.map_or(PERIOD, |seconds| seconds + 1);
        self.rings.seconds = Some(seconds);
        if seconds < PERIOD || self.rings.is_looking {
            return Command::none();
        }
        self.rings.seconds = Some(0);
        self.rings.is_looking = true;
        let looked = self.context.worker.write(look);
        let shown = self.refresh_reminders();
        Command::batch([Command::perform(looked, Message::Rung), shown])
    }

    /// Looks at once: something was put off or settled.
    pub(super) fn recount(&mut self) -> Command<Message> {
        self.rings.spoil();
        self.listen()
    }

    /// Takes in what was found: what is new comes up in the reminder window.
    pub(super) fn take_rung(&mut self, rung: Result<Rung>) -> Action<Message> {
        self.rings.is_looking = false;
        let rung = match rung {
            Ok(rung) => rung,
            Err(error) => {
                // It is looked for again in a quarter of a minute.
                tracing::warn!(%error, "what rings was not found");
                return Action::none();
            }
        };
        self.rings.count = rung.count;
        if rung.alerts.is_empty() {
            return Action::none();
        }
        let mut commands = vec![self.show_reminders()];
        if self.rings.notifies {
            for told in reminders::on_desktop(&rung.alerts, rung.now, &self.context.locale) {
                commands.push(notify(told));
            }
        }
        Action::run(Command::batch(commands)).and(Wish::Attention)
    }

    /// Shows the reminder window, or brings it to the front.
    pub(super) fn show_reminders(&mut self) -> Command<Message> {
        let is_reminders = |page: &View| matches!(page, View::Reminders(_));
        let shown = self.windows.iter().find(|(_, page)| is_reminders(page));
        if let Some(id) = shown.map(|(id, _)| *id) {
            return Command::batch([window::gain_focus(id), self.refresh_reminders()]);
        }
        self.open_window(View::reminders(), settings())
    }

    /// Reads what the reminder window shows anew, where it is open.
    fn refresh_reminders(&mut self) -> Command<Message> {
        let context = &self.context;
        let windows = self.windows.iter_mut();
        let shown = windows.filter(|(_, page)| matches!(page, View::Reminders(_)));
        let read = shown.map(|(&id, page)| {
            let read = page.refresh(context);
            read.map(move |message| Message::Beside(id, message))
        });
        Command::batch(read.collect::<Vec<_>>())
    }
}

/// A small window above all others, in the corner of the screen.
fn settings() -> window::Settings {
    window::Settings {
        size: SIZE,
        min_size: Some(SMALLEST),
        level: window::Level::AlwaysOnTop,
        position: window::Position::SpecificWith(|window, screen| {
            Point::new(
                screen.width - window.width - OFF,
                screen.height - window.height - OFF,
            )
        }),
        exit_on_close_request: false,
        icon: mark::of_window(),
        ..window::Settings::default()
    }
}

/// Tells it on the desktop; where that cannot be done, the log says so.
fn notify((title, text): (String, String)) -> Command<Message> {
    let told = begin("notification", move || notification::show(&title, &text));
    Command::perform(told, Message::Notified)
}
