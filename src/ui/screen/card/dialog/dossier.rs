//! The dossier: opened, printed or saved.

use std::fs;
use std::path::PathBuf;

use chrono::Utc;
use iced::Task as Command;
use iced::widget::{column, operation};

use super::{Message as Dialog, Outer, Step, say};
use crate::documents;
use crate::domain::attachment::clean_name;
use crate::domain::{Client, Id};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ui::external;
use crate::ui::place::{self, Answer};
use crate::ui::screen::{Action, Context, Launch, Wish};
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::{Element, Icon, button, dialog, field, note, text};

/// The field of the path.
const PATH: &str = "dossier path";

/// What the dialog remembers.
#[derive(Debug)]
pub struct Dossier {
    client: Id<Client>,
    /// The name of the file.
    name: String,
    /// The path as it is typed, where the system has no dialog.
    typed: Option<String>,
    error: Option<Error>,
    is_making: bool,
}

/// What is done with it.
#[derive(Debug, Clone)]
pub enum Purpose {
    /// Another program shows it.
    Open,
    /// Another program prints it.
    Print,
    /// It is kept at a place.
    Save(PathBuf),
}

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// It is to be shown.
    OpenPressed,
    /// It is to be printed.
    PrintPressed,
    /// It is to be saved.
    SavePressed,
    /// Where to.
    Chosen(Answer),
    /// The path was typed.
    Typed(String),
    /// The path is whole.
    Submitted,
    /// It lies there.
    Made(Purpose, Result<PathBuf>),
}

impl Dossier {
    /// The dialog over a card.
    pub fn new(client: Id<Client>, title: &str, context: &Context) -> Self {
        let name = context
            .locale
            .with("dossier-file", &[("name", title.into())]);
        Self {
            client,
            name: clean_name(&name, "dossier.docx"),
            typed: None,
            error: None,
            is_making: false,
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Step {
        let locale = &context.locale;
        Step::on(match message {
            Message::OpenPressed => self.make(Purpose::Open, context),
            Message::PrintPressed => self.make(Purpose::Print, context),
            Message::SavePressed => {
                let title = locale.text("dossier-save");
                let kind = locale.text("dossier-documents");
                let asked = place::save(title, kind, self.name.clone());
                Action::run(Command::perform(asked, |answer| {
                    wrap(Message::Chosen(answer))
                }))
            }
            Message::Chosen(Answer::Path(path)) => self.make(Purpose::Save(path), context),
            Message::Chosen(Answer::Cancelled) => Action::none(),
            Message::Chosen(Answer::NoDialog) => {
                let folder = context.path.as_deref().and_then(std::path::Path::parent);
                let path = folder
                    .map_or(PathBuf::new(), PathBuf::from)
                    .join(&self.name);
                self.typed = Some(path.display().to_string());
                Action::run(operation::focus(PATH))
            }
            Message::Typed(path) => {
                self.typed = Some(path);
                self.error = None;
                Action::none()
            }
            Message::Submitted => match self.typed.as_deref().and_then(place::typed) {
                Some(path) => self.make(Purpose::Save(path), context),
                None => Action::none(),
            },
            Message::Made(purpose, made) => return self.take(purpose, made, context),
        })
    }

    fn take(&mut self, purpose: Purpose, made: Result<PathBuf>, context: &Context) -> Step {
        self.is_making = false;
        let path = match made {
            Ok(path) => path,
            Err(error) => {
                self.error = Some(error);
                return Step::on(Action::none());
            }
        };
        let wish = match purpose {
            Purpose::Open => Wish::Launch(Launch::Open, path),
            Purpose::Print => Wish::Launch(Launch::Print, path),
            Purpose::Save(_) => {
                let path = path.display().to_string();
                let said = context.locale.with("files-saved", &[("path", path.into())]);
                Wish::Say(said)
            }
        };
        Step::over(Action::wish(wish))
    }

    fn make(&mut self, purpose: Purpose, context: &Context) -> Action<Outer> {
        if self.is_making {
            return Action::none();
        }
        self.is_making = true;
        self.error = None;
        let (client, name) = (self.client, self.name.clone());
        let (language, asked) = (context.locale.language(), purpose.clone());
        let made = context.worker.background(move |reader| {
            let locale = Locale::new(language);
            let bytes = documents::dossier(reader, client, &locale, Utc::now())?;
            let path = match asked {
                Purpose::Save(path) if path.extension().is_none() => path.with_extension("docx"),
                Purpose::Save(path) => path,
                Purpose::Open | Purpose::Print => external::place_for(&name)?,
            };
            fs::write(&path, bytes).map_err(Error::failed("writing the file"))?;
            Ok(path)
        });
        Action::run(Command::perform(made, move |made| {
            wrap(Message::Made(purpose, made))
        }))
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let when_idle = |message: Message| (!self.is_making).then(|| wrap(message));
        let words = text::body(locale.text("dossier-explained")).style(surface::secondary);
        let typed = self.typed.as_ref().map(|path| {
            let input = field::field(locale.text("files-save-path"), path.clone())
                .id(PATH)
                .on_input(|path| wrap(Message::Typed(path)))
                .on_submit(wrap(Message::Submitted));
            Element::from(input)
        });
        let error = self.error.as_ref().map(|error| {
            let words = locale.error(error);
            note::under(words, Tone::Busy)
        });
        let save = match self.typed {
            Some(_) => Message::Submitted,
            None => Message::SavePressed,
        };
        let print = button::secondary(locale.text("dossier-print"))
            .icon(Icon::Printer)
            .on_press_maybe(when_idle(Message::PrintPressed));
        let body = column![words, typed, error].spacing(spacing::M);
        dialog::dialog(locale.text("dossier-title"), body)
            .close(locale.text("files-leave"), say(Dialog::Closed))
            .aside(print)
            .button(
                button::secondary(locale.text("dossier-save"))
                    .icon(Icon::Save)
                    .on_press_maybe(when_idle(save)),
            )
            .button(
                button::primary(locale.text("dossier-open"))
                    .icon(Icon::ExternalLink)
                    .on_press_maybe(when_idle(Message::OpenPressed)),
            )
            .into()
    }
}

fn wrap(message: Message) -> Outer {
    say(Dialog::Dossier(message))
}
