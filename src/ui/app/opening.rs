//! Opening a file, beside the window.

use std::path::PathBuf;

use chrono::Local;
use iced::Task as Command;

use super::{App, Message, Stage};
use crate::domain::Id;
use crate::error::Result;
use crate::i18n::Locale;
use crate::settings::Places;
use crate::starter;
use crate::ui::desk::{Desk, Opened};
use crate::workspace::Workspace;

impl App {
    pub(super) fn open(&self, path: PathBuf) -> Command<Message> {
        self.opening(move |_| Workspace::open(&path))
    }

    /// Opens a file beside the window, with what an office begins with where it has none of it.
    pub(super) fn opening(
        &self,
        open: impl FnOnce(&Locale) -> Result<Workspace> + Send + 'static,
    ) -> Command<Message> {
        let locale = Locale::new(self.locale.language());
        let settings = self.settings.clone();
        let open = move || {
            let mut workspace = open(&locale)?;
            let chosen = workspace.path().and_then(|path| settings.employee(path));
            if let Some(who) = chosen {
                workspace.sign_in_known(Id::from(who))?;
            }
            if let Err(error) = starter::equip(&mut workspace, &locale) {
                // The file is good without, and the next start tries again.
                tracing::warn!(%error, "a file was not equipped");
            }
            if let Err(error) = prolong(&mut workspace) {
                tracing::warn!(%error, "repetitions were not made");
            }
            Ok(workspace)
        };
        Command::perform(Opened::begin(open), Message::Opened)
    }

    pub(super) fn take_opened(&mut self, opened: Result<Opened>) -> Command<Message> {
        match opened {
            Ok(opened) => {
                if let Some(path) = &opened.path {
                    self.settings.remember(path);
                    self.keep_settings();
                }
                let log = self.places.as_ref().map(Places::log);
                let (desk, command) = Desk::new(opened, &self.settings, log, self.size.width);
                self.stage = Stage::Desk(Box::new(desk));
                command.map(Message::Desk)
            }
            Err(error) => {
                tracing::warn!(%error, "a file was not opened");
                match &mut self.stage {
                    Stage::Start(start) => start.failed(error),
                    Stage::Desk(_) => self.complain(&error),
                }
                Command::none()
            }
        }
    }
}

/// Makes the repetitions of the year to come, where the file can be written.
fn prolong(workspace: &mut Workspace) -> Result<()> {
    if !workspace.is_read_only() {
        workspace.prolong_series(Local::now().date_naive())?;
    }
    Ok(())
}
