//! The program in the notification area: its icon, and the window that comes and goes.

use iced::futures::channel::mpsc;
use iced::{Task as Command, window};

use super::{App, Message as Outer, Stage};
use crate::error::Result;
use crate::i18n::Language;
use crate::ui::tray::{self, Face, Tray, Wanted};
use crate::ui::{desk, frame};

/// What is in the notification area, and how the program goes on without its window.
#[derive(Debug, Default)]
pub struct Resident {
    /// The icon; `None` while it is not there.
    tray: Option<Tray>,
    /// An icon was asked for.
    is_wanted: bool,
    /// What it says: in which language, and how many reminders there are.
    said: Option<(Language, usize)>,
    /// The main window is closed.
    is_hidden: bool,
    /// The program is to end, whatever is in the notification area.
    is_ending: bool,
}

/// What happened in the notification area.
#[derive(Debug, Clone)]
pub enum Message {
    /// The icon is there, or why not.
    Shown(Result<Tray>),
    /// The user wants something of it.
    Wanted(Wanted),
    /// It was told something.
    Told,
}

impl Resident {
    /// Whether the program goes on without its window.
    pub fn stays(&self) -> bool {
        let is_shown = self.tray.as_ref().is_some_and(Tray::is_shown);
        is_shown && self.is_wanted && !self.is_ending
    }

    /// The window alone is to be closed, not the program.
    pub fn stay(&mut self) {
        self.is_ending = false;
    }
}

impl App {
    /// Shows the icon or takes it away, as the settings say; pictures and tests have none.
    pub(super) fn follow_tray(&mut self) -> Command<Outer> {
        let is_wanted = self.settings.stays_in_tray && self.places.is_some() && tray::IS_KNOWN;
        if is_wanted == self.resident.is_wanted {
            return Command::none();
        }
        self.resident.is_wanted = is_wanted;
        if !is_wanted {
            return self.resident.tray.take().map_or_else(Command::none, hide);
        }
        let (sender, heard) = mpsc::unbounded();
        let shown = tray::show(self.face(), sender).map(Message::Shown);
        let heard = Command::run(heard, Message::Wanted);
        Command::batch([shown, heard]).map(Outer::Resident)
    }

    pub(super) fn take_resident(&mut self, message: Message) -> Command<Outer> {
        match message {
            Message::Shown(Ok(tray)) if self.resident.is_wanted => {
                self.resident.tray = Some(tray);
                self.resident.said = None;
                Command::none()
            }
            Message::Shown(Ok(tray)) => hide(tray),
            Message::Shown(Err(error)) => {
                // Nothing is lost but the icon: closing the window ends the program as before.
                tracing::warn!(?error, "there is no icon in the notification area");
                self.resident.is_wanted = false;
                Command::none()
            }
            Message::Wanted(Wanted::Window) => self.raise(),
            Message::Wanted(Wanted::Reminders) if self.desk().is_some() => {
                self.tell(desk::Message::Frame(frame::Message::Reminders))
            }
            Message::Wanted(Wanted::Reminders) => self.raise(),
            Message::Wanted(Wanted::End) => self.end(),
            // Without an icon nobody could bring the window back.
            Message::Wanted(Wanted::Nothing) if self.resident.is_hidden => self.raise(),
            Message::Wanted(Wanted::Nothing) | Message::Told => Command::none(),
        }
    }

    /// Has the icon say what is so now, where that has changed.
    pub(super) fn say_in_tray(&mut self) -> Option<Command<Outer>> {
        let tray = self.resident.tray.as_ref()?;
        let count = self.desk().map_or(0, desk::Desk::rung);
        let now = Some((self.locale.language(), count));
        if self.resident.said == now {
            return None;
        }
        let said = tray.say(self.face());
        self.resident.said = now;
        Some(said.map(|()| Outer::Resident(Message::Told)))
    }

    fn face(&self) -> Face {
        let locale = &self.locale;
        let count = self.desk().map_or(0, desk::Desk::rung);
        Face {
            title: locale.text("common-name"),
            open: locale.text("tray-open"),
            reminders: locale.with("tray-reminders", &[("count", count.into())]),
            quit: locale.text("tray-quit"),
            calls: count > 0,
        }
    }

    /// Closes the windows; the program goes on in the notification area.
    pub(super) fn leave_window(&mut self) -> Command<Outer> {
        self.resident.is_hidden = true;
        let further = match &mut self.stage {
            Stage::Desk(desk) => desk.close_windows().map(Outer::Desk),
            Stage::Start(_) => Command::none(),
        };
        Command::batch([further, window::close(self.main)])
    }

    /// Brings the main window to the front, from the notification area too.
    pub(super) fn raise(&mut self) -> Command<Outer> {
        match std::mem::take(&mut self.resident.is_hidden) {
            true => self.open_main(),
            false => Command::batch([
                window::minimize(self.main, false),
                window::gain_focus(self.main),
            ]),
        }
    }

    /// Ends the program; where input would be lost, the window comes up and asks.
    fn end(&mut self) -> Command<Outer> {
        self.resident.is_ending = true;
        match self.desk().map(desk::Desk::has_input) {
            Some(true) => {
                let raised = self.raise();
                Command::batch([raised, self.tell(desk::Message::CloseAsked)])
            }
            _ => self.close_window(),
        }
    }
}

fn hide(tray: Tray) -> Command<Outer> {
    tray.hide().map(|()| Outer::Resident(Message::Told))
}
