//! The export of a list: where to, how far it is, and where the file lies.

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use iced::clipboard;
use iced::futures::channel::mpsc;
use iced::keyboard::key::Named;
use iced::widget::{column, space};

use super::{Action, Command, Context, ExportFormat, Press, Wish};
use crate::domain::Progress;
use crate::domain::client::Kind;
use crate::domain::listing::{Filter, Order, Sort};
use crate::error::Error;
use crate::exchange::export::{View, Words};
use crate::exchange::{Delimiter, TableFormat};
use crate::i18n::Locale;
use crate::ui::place::{self, Answer};
use crate::ui::style::{spacing, surface};
use crate::ui::widget::{Element, Icon, button, dialog, field, progress, text};
use crate::ui::worker::watch;

/// What the export remembers.
#[derive(Debug)]
pub struct Export {
    list: View,
    format: ExportFormat,
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
    /// So many clients were written.
    Done(u64),
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
    Written(Result<u64, Error>),
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
        let locale = &context.locale;
        let name = match filter.kind {
            Kind::Organization => locale.text("export-file-organizations"),
            Kind::Person => locale.text("export-file-persons"),
        };
        let ending = match format {
            ExportFormat::Xlsx => "xlsx",
            ExportFormat::Csv => "csv",
        };
        let name = format!("{name}.{ending}");
        let folder = context.path.as_deref().and_then(std::path::Path::parent);
        let path = folder.map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name));
        let export = Self {
            list: View {
                filter,
                order,
                columns: columns.to_vec(),
            },
            format,
            path: path.display().to_string(),
            stage: Stage::Asking,
        };
        let (title, kind) = (locale.text("export-choose"), locale.text("export-table"));
        let asked = place::save(title, kind, name);
        (export, Command::perform(asked, Message::Chosen))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Chosen(Answer::Path(path)) => Action::run(self.write(path, context)),
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
            Message::Written(Ok(rows)) => {
                self.stage = Stage::Done(rows);
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
            false => Action::none(),
        }
    }

    fn write(&mut self, path: PathBuf, context: &Context) -> Command<Message> {
        let path = match path.extension() {
            Some(_) => path,
            None => path.with_extension(match self.format {
                ExportFormat::Xlsx => "xlsx",
                ExportFormat::Csv => "csv",
            }),
        };
        self.path = path.display().to_string();
        let format = TableFormat::of_path(&path, Delimiter::Semicolon);
        let format = format.unwrap_or(match self.format {
            ExportFormat::Xlsx => TableFormat::Xlsx,
            ExportFormat::Csv => TableFormat::Csv(Delimiter::Semicolon),
        });
        let progress = Progress::default();
        self.stage = Stage::Writing(progress.clone(), 0, 0);
        let (report, reports) = mpsc::unbounded();
        let (list, language) = (self.list.clone(), context.locale.language());
        let written = context.worker.background(move |reader| {
            watch(&progress, report, || {
                let locale = Locale::new(language);
                let kind = list.filter.kind;
                let words = Words {
                    title: &|sort, catalog| locale.column(kind, sort, catalog),
                    datum: &|datum, catalog| locale.datum(datum, catalog),
                };
                list.write(reader, (&path, format), &words, &progress)
            })
        });
        Command::batch([
            Command::run(reports, Message::Reached),
            Command::perform(written, Message::Written),
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
            Stage::Asking => column![
                text::body(locale.text("export-choose")).style(surface::secondary),
                space()
            ]
            .into(),
            Stage::Typing(error) => {
                let path = field::field(locale.text("export-path"), self.path.clone())
                    .on_input(Message::PathTyped)
                    .on_submit(Message::PathSubmitted);
                match error {
                    Some(error) => path.error(Some(locale.error(error))).into(),
                    None => path.hint(locale.text("export-path-hint")).into(),
                }
            }
            Stage::Writing(_, done, total) => {
                let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
                let words = locale.with(
                    "export-count",
                    &[
                        ("done", count(*done).into()),
                        ("total", count(*total).into()),
                    ],
                );
                let part = (*done as f64 / (*total).max(1) as f64) as f32;
                progress::progress(locale.text("export-working"), words, part)
                    .cancel(locale.text("export-stop"), Message::Closed)
                    .into()
            }
            Stage::Done(rows) => {
                let rows = i64::try_from(*rows).unwrap_or(i64::MAX);
                let path = self.path.as_str().into();
                column![
                    text::strong(locale.with("export-done", &[("rows", rows.into())])),
                    text::body(locale.with("export-done-path", &[("path", path)]))
                        .style(surface::secondary),
                ]
                .spacing(spacing::S)
                .into()
            }
        }
    }
}
