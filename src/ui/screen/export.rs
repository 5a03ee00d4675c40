//! The export of a list or of everything: where to, how far it is, and where the file lies.

mod subject;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::clipboard;
use iced::futures::channel::mpsc;
use iced::keyboard::key::Named;
use iced::widget::{column, space};

use super::{Action, Command, Context, ExportFormat, Press, Wish};
use crate::domain::Progress;
use crate::domain::listing::{Filter, Order, Sort};
use crate::error::Error;
use crate::exchange::Listed;
use crate::exchange::export::View;
use crate::exchange::whole::Count;
use crate::i18n::Locale;
use crate::ui::place::{self, Answer};
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::{Element, Icon, button, dialog, field, progress, text};

use subject::Subject;

/// What the export remembers.
#[derive(Debug)]
pub struct Export {
    subject: Subject,
    path: String,
    stage: Stage,
}

/// How far it is.
#[derive(Debug)]
enum Stage {
    /// The dialog of the system is open.
    Asking,
    /// There is none: the path is typed.
    Typing(Option<Error>),
    /// So much is done, and of how much.
    Writing(Progress, u64, u64),
    /// It is written.
    Done(Written),
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// So many clients.
    Clients(u64),
    /// So many rows.
    Rows(u64),
    /// The rows of all tables, and the attached files.
    Everything(Count),
}

/// What happened in the export.
#[derive(Debug, Clone)]
pub enum Message {
    /// What the dialog said.
    Chosen(Answer),
    /// The path was typed.
    PathTyped(String),
    /// The path is whole.
    PathSubmitted,
    /// So much is done, and of how much.
    Reached((u64, u64)),
    /// It is written.
    Written(Result<Written, Error>),
    /// The path is to be copied.
    CopyPressed,
    /// The dialog is to be closed, and the work stopped.
    Closed,
}

impl Export {
    /// An export of what a list shows; it begins with the dialog of the system.
    pub fn new(
        format: ExportFormat,
        (filter, order): (Filter, Order),
        columns: &[Sort],
        context: &Context,
    ) -> (Self, Command<Message>) {
        let list = View {
            filter,
            order,
            columns: columns.to_vec(),
        };
        Self::of(Subject::List(Box::new(list), format), context)
    }

    /// An export of a list as it is shown, called `name`.
    pub fn listed(
        format: ExportFormat,
        listed: Arc<Listed>,
        name: String,
        context: &Context,
    ) -> (Self, Command<Message>) {
        Self::of(Subject::Listed(listed, name, format), context)
    }

    /// An export of everything of the office to a folder.
    pub fn all(context: &Context) -> (Self, Command<Message>) {
        Self::of(Subject::Everything, context)
    }

    fn of(subject: Subject, context: &Context) -> (Self, Command<Message>) {
        let name = subject.name(&context.locale);
        let folder = context.path.as_deref().and_then(Path::parent);
        let path = folder.map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name));
        let asked = subject.ask(name, &context.locale);
        let export = Self {
            subject,
            path: path.display().to_string(),
            stage: Stage::Asking,
        };
        (export, asked.map(Message::Chosen))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Chosen(Answer::Path(path)) => {
                let path = self.subject.place(path, &context.locale);
                Action::run(self.write(path, context))
            }
            Message::Chosen(Answer::Cancelled) => Action::wish(Wish::Back),
            Message::Chosen(Answer::NoDialog) => {
                self.stage = Stage::Typing(None);
                Action::none()
            }
            Message::PathTyped(path) => {
                self.path = path;
                self.stage = Stage::Typing(None);
                Action::none()
            }
            Message::PathSubmitted => match place::typed(&self.path) {
                Some(path) => Action::run(self.write(path, context)),
                None => Action::none(),
            },
            Message::Reached(reached) => {
                if let Stage::Writing(_, done, total) = &mut self.stage {
                    (*done, *total) = reached;
                }
                Action::none()
            }
            Message::Written(Ok(written)) => {
                self.stage = Stage::Done(written);
                Action::none()
            }
            Message::Written(Err(Error::Cancelled)) => Action::wish(Wish::Back),
            Message::Written(Err(error)) => {
                self.stage = Stage::Typing(Some(error));
                Action::none()
            }
            Message::CopyPressed => Action::run(clipboard::write(self.path.clone())),
            Message::Closed => match &self.stage {
                // The answer closes the dialog: until then the file is being written.
                Stage::Writing(progress, ..) => {
                    progress.stop();
                    Action::none()
                }
                _ => Action::wish(Wish::Back),
            },
        }
    }

    /// Esc closes it.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        match press.is(Named::Escape) {
            true => self.update(Message::Closed, context),
            false => press.moves_focus().map_or(Action::none(), Action::run),
        }
    }

    fn write(&mut self, path: PathBuf, context: &Context) -> Command<Message> {
        let path = match &self.subject {
            Subject::List(..) | Subject::Listed(..) => self.subject.place(path, &context.locale),
            Subject::Everything => path, // a typed one is meant as it is
        };
        self.path = path.display().to_string();
        let progress = Progress::default();
        self.stage = Stage::Writing(progress.clone(), 0, 0);
        let (report, reports) = mpsc::unbounded();
        let written = self.subject.write(path, (progress, report), context);
        Command::batch([
            Command::run(reports, Message::Reached),
            written.map(Message::Written),
        ])
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let title = locale.text("export-title");
        let body = self.body(locale);
        let close = locale.text("export-close");
        let dialog = dialog::dialog(title, body).close(close.clone(), Message::Closed);
        match &self.stage {
            Stage::Typing(_) => {
                let cancel = button::secondary(locale.text("export-cancel"));
                let save = button::primary(locale.text("export-save"));
                dialog
                    .button(cancel.on_press(Message::Closed))
                    .button(save.on_press(Message::PathSubmitted))
            }
            Stage::Done(_) => {
                let copy = button::secondary(locale.text("export-copy")).icon(Icon::Copy);
                dialog
                    .button(copy.on_press(Message::CopyPressed))
                    .button(button::primary(close).on_press(Message::Closed))
            }
            Stage::Asking | Stage::Writing(..) => dialog,
        }
        .into()
    }

    fn body<'a>(&'a self, locale: &Locale) -> Element<'a, Message> {
        match &self.stage {
            Stage::Asking => {
                let words = match self.subject {
                    Subject::List(..) | Subject::Listed(..) => locale.text("export-choose"),
                    Subject::Everything => locale.text("export-choose-folder"),
                };
                column![text::body(words).style(surface::secondary), space()].into()
            }
            Stage::Typing(error) => {
                let (label, hint) = match self.subject {
                    Subject::List(..) | Subject::Listed(..) => ("export-path", "export-path-hint"),
                    Subject::Everything => ("export-folder", "export-folder-hint"),
                };
                let path = field::field(locale.text(label), self.path.clone())
                    .on_input(Message::PathTyped)
                    .on_submit(Message::PathSubmitted);
                match error {
                    Some(error) => path.error(Some(locale.error(error))).into(),
                    None => path.hint(locale.text(hint)).into(),
                }
            }
            Stage::Writing(_, done, total) => self.writing(*done, *total, locale),
            Stage::Done(written) => {
                let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
                let told = match written {
                    Written::Clients(rows) => {
                        locale.with("export-done", &[("rows", count(*rows).into())])
                    }
                    Written::Rows(rows) => {
                        locale.with("export-rows-done", &[("rows", count(*rows).into())])
                    }
                    Written::Everything(all) => {
                        let places = [
                            ("rows", count(all.total()).into()),
                            ("files", count(all.files).into()),
                        ];
                        locale.with("export-all-done", &places)
                    }
                };
                let missing = match written {
                    Written::Everything(all) if all.missing > 0 => {
                        let missing = ("missing", count(all.missing).into());
                        let words = locale.with("export-all-missing", &[missing]);
                        Some(text::body(words).style(surface::toned(Tone::Warning)))
                    }
                    _ => None,
                };
                let path = self.path.as_str().into();
                let place = match self.subject {
                    Subject::List(..) | Subject::Listed(..) => {
                        locale.with("export-done-path", &[("path", path)])
                    }
                    Subject::Everything => locale.with("export-all-path", &[("path", path)]),
                };
                let place = text::body(place).style(surface::secondary);
                column![text::strong(told), missing, place]
                    .spacing(spacing::S)
                    .into()
            }
        }
    }
    fn writing<'a>(&self, done: u64, total: u64, locale: &Locale) -> Element<'a, Message> {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let part = (done as f64 / total.max(1) as f64) as f32;
        let (title, words) = match self.subject {
            Subject::List(..) | Subject::Listed(..) => {
                let places = [("done", count(done).into()), ("total", count(total).into())];
                let title = locale.text("export-working");
                (title, locale.with("export-count", &places))
            }
            Subject::Everything => {
                let percent = i64::from((part * 100.0) as i32);
                let title = locale.text("export-all-working");
                let words = locale.with("import-percent", &[("percent", percent.into())]);
                (title, words)
            }
        };
        progress::progress(title, words, part)
            .cancel(locale.text("export-stop"), Message::Closed)
            .into()
    }
}
