//! The icon in the notification area, where the desktop has one. The only file with its folder that
//! names ksni and tray-icon.

#[cfg(not(any(target_os = "linux", windows)))]
mod none;
#[cfg(target_os = "linux")]
mod status_notifier;
#[cfg(windows)]
mod taskbar;

#[cfg(not(any(target_os = "linux", windows)))]
use none as system;
#[cfg(target_os = "linux")]
use status_notifier as system;
#[cfg(windows)]
use taskbar as system;

use iced::Task as Command;
use iced::futures::channel::mpsc::UnboundedSender;

use crate::error::Result;

pub use system::Tray;

/// Whether this program knows how to show an icon on this system.
pub const IS_KNOWN: bool = cfg!(any(target_os = "linux", windows));

/// What the icon says, in the language of the window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Face {
    /// What the program is called.
    pub title: String,
    /// The line of the menu that shows the window.
    pub open: String,
    /// The line of the menu that shows the reminders, with their number.
    pub reminders: String,
    /// The line of the menu that ends the program.
    pub quit: String,
    /// Whether there are reminders to be seen.
    pub calls: bool,
}

/// What the user wants of the icon, or the desktop says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The window.
    Window,
    /// The reminders.
    Reminders,
    /// The end of the program.
    End,
    /// Nothing: the desktop does not show the icon any more.
    Nothing,
}

/// Shows the icon; what the user wants of it is sent to `wanted`. Where the desktop has no
/// notification area now, the icon comes up once there is one. To be called where windows are
/// updated: Windows tells the icon what happens by the messages of that thread.
///
/// The answer is [`Error::Failed`](crate::error::Error::Failed) where this cannot be had: no session
/// bus, an operating system without such icons.
pub fn show(face: Face, wanted: UnboundedSender<Wanted>) -> Command<Result<Tray>> {
    system::show(face, wanted)
}
