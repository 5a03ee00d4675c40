//! Systems where the program has no icon.

use std::io::{Error as Cause, ErrorKind};

use iced::Task as Command;
use iced::futures::channel::mpsc::UnboundedSender;

use super::{Face, Wanted};
use crate::error::{Error, Result};

/// An icon that cannot be.
#[derive(Debug, Clone)]
pub enum Tray {}

impl Tray {
    /// Whether the desktop shows it.
    pub fn is_shown(&self) -> bool {
        match *self {}
    }

    /// Says something else from now on.
    pub fn say(&self, _: Face) -> Command<()> {
        match *self {}
    }

    /// Takes the icon away.
    pub fn hide(&self) -> Command<()> {
        match *self {}
    }
}

pub fn show(_: Face, _: UnboundedSender<Wanted>) -> Command<Result<Tray>> {
    let none = Cause::from(ErrorKind::Unsupported);
    let failed = Error::failed("showing an icon in the notification area");
    Command::done(Err(failed(none)))
}
