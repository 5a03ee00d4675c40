//! Wishes of the open file that the desk cannot fulfil, and the news they make.

use std::path::PathBuf;

use iced::{Task as Command, window};

use super::{App, Message, Stage};
use crate::domain::Operation;
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ui::desk;
use crate::ui::external;
use crate::ui::frame;
use crate::ui::news::{self, Answer};
use crate::ui::screen::start::Start;
use crate::ui::screen::{Launch, Wish};
use crate::ui::style::Tone;

impl App {
    /// Does what the open file cannot do itself.
    pub(super) fn fulfil(&mut self, wish: Wish) -> Command<Message> {
        match wish {
            Wish::Done(operation, _) => {
                let words = self.locale.operation(operation);
                let answer = (operation != Operation::ErasePerson).then_some(Answer::Undo);
                self.announce(words, Tone::Free, answer);
            }
            Wish::Reverted(is_undo, operation) => {
                let operation = self.locale.operation(operation);
                let (key, answer) = if is_undo {
                    ("common-undone", Answer::Redo)
                } else {
                    ("common-redone", Answer::Undo)
                };
                let words = self.locale.with(key, &[("operation", operation.into())]);
                self.announce(words, Tone::Accent, Some(answer));
            }
            Wish::Launch(launch, path) => return self.launch(launch, path),
            Wish::Say(words) => self.announce(words, Tone::Accent, None),
            Wish::Fail(error) => self.complain(&error),
            Wish::KeepColumns => {
                if let Stage::Desk(desk) = &self.stage {
                    self.settings.columns = desk.columns();
                }
                self.keep_settings();
            }
            Wish::Prefer(preference) => {
                preference.store(&mut self.settings);
                self.follow_settings();
                return self.follow_tray();
            }
            Wish::Attention => {
                let urgent = Some(window::UserAttention::Critical);
                return window::request_user_attention(self.main, urgent);
            }
            Wish::Raise => return self.raise(),
            Wish::CloseFile => return self.close_file(),
            Wish::SignIn(path, who) => {
                self.settings.choose_employee(&path, who.raw());
                self.keep_settings();
                let closed = self.close_file();
                return Command::batch([closed, self.open(path)]);
            }
            Wish::CloseWindow => return self.close_window(),
            wish => tracing::error!(?wish, "nobody fulfils a wish"),
        }
        Command::none()
    }

    /// Hands a file over to another program.
    fn launch(&mut self, launch: Launch, path: PathBuf) -> Command<Message> {
        let launched = match launch {
            Launch::Open => external::open(&path),
            Launch::Show => external::show(&path),
            Launch::Print => return self.print(path),
        };
        if let Err(error) = launched {
            self.complain(&error);
        }
        Command::none()
    }

    /// Has a document printed; what becomes of it is told.
    fn print(&mut self, path: PathBuf) -> Command<Message> {
        let Some(desk) = self.desk() else {
            return Command::none();
        };
        let worker = &desk.context().worker;
        let printed = worker.files(move |_| external::print(&path));
        self.announce(self.locale.text("common-printing"), Tone::Accent, None);
        Command::perform(printed, Message::Printed)
    }

    /// Tells whether the printer took it.
    pub(super) fn take_printed(&mut self, printed: Result<()>) {
        match printed {
            Ok(()) => self.announce(self.locale.text("common-printed"), Tone::Free, None),
            Err(error) => self.complain(&error),
        }
    }

    pub(super) fn close_file(&mut self) -> Command<Message> {
        let windows = match &mut self.stage {
            Stage::Desk(desk) => desk.close_windows().map(Message::Desk),
            Stage::Start(_) => Command::none(),
        };
        let (start, look) = Start::new(&self.settings.recent);
        self.stage = Stage::Start(start);
        Command::batch([windows, look.map(Message::Start)])
    }

    pub(super) fn close_window(&mut self) -> Command<Message> {
        self.keep_settings();
        if self.resident.stays() {
            return self.leave_window();
        }
        iced::exit()
    }

    /// Shows news where the deed was done.
    fn announce(&mut self, words: String, tone: Tone, answer: Option<Answer>) {
        self.news.announce(self.focused, words, tone, answer);
    }

    pub(super) fn complain(&mut self, error: &Error) {
        tracing::warn!(%error, "told to the user");
        let tone = match error {
            Error::NothingToUndo | Error::NothingToRedo | Error::Cancelled => Tone::Neutral,
            _ => Tone::Busy,
        };
        let words = self.locale.error(error);
        self.announce(words, tone, None);
    }

    pub(super) fn answer(&mut self, message: news::Message) -> Command<Message> {
        let pressed = match self.news.update(message) {
            None => return Command::none(),
            Some(Answer::Undo) => frame::Message::Undo,
            Some(Answer::Redo) => frame::Message::Redo,
        };
        self.tell(desk::Message::Frame(pressed))
    }

    /// Speaks and looks as the settings say, and keeps them.
    pub(super) fn follow_settings(&mut self) {
        self.locale = Locale::new(self.settings.language.resolve());
        if let Stage::Desk(desk) = &mut self.stage {
            desk.follow(&self.settings);
        }
        self.keep_settings();
    }

    pub(super) fn keep_settings(&self) {
        let kept = self
            .places
            .as_ref()
            .map(|places| self.settings.save(places));
        if let Some(Err(error)) = kept {
            tracing::warn!(%error, "settings are not saved");
        }
    }
}
