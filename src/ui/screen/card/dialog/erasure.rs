//! The erasure of a person on request: what goes, what stays, on what ground; then the protocol.

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use iced::Task as Command;
use iced::widget::{column, operation};

use super::{Message as Dialog, Outer, Step, say};
use crate::documents;
use crate::domain::office::Protocol;
use crate::domain::{self, Client, Id, Operation};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ui::external;
use crate::ui::place::{self, Answer};
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::{Element, Icon, button, dialog, field, note, text};
use crate::workspace::Outcome;

/// The field of the ground.
const GROUND: &str = "erasure ground";
/// The width of the dialog, in logical pixels.
const WIDTH: f32 = 600.0;

/// What the dialog remembers.
#[derive(Debug)]
pub struct Erasure {
    client: Id<Client>,
    title: String,
    ground: String,
    stage: Stage,
    /// The path of the protocol as it is typed, where the system has no dialog.
    typed: Option<String>,
    error: Option<Error>,
}

/// How far it is.
#[derive(Debug)]
enum Stage {
    /// The ground is asked for.
    Asking,
    /// It is being done; there is no way back.
    Working,
    /// It is done, at that moment.
    Done(domain::Erasure, DateTime<Utc>),
}

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The ground was typed.
    GroundTyped(String),
    /// It is to be done.
    ErasePressed,
    /// It is done.
    Erased(Result<Outcome<domain::Erasure>>),
    /// The protocol is to be saved.
    SavePressed,
    /// Where to.
    Chosen(Answer),
    /// The path was typed.
    PathTyped(String),
    /// The path is whole.
    PathSubmitted,
    /// The protocol was saved.
    Saved(Result<PathBuf>),
}

impl Erasure {
    /// The dialog over the card of a client, and what puts the cursor into it.
    pub fn new(client: Id<Client>, title: &str) -> (Self, Command<Outer>) {
        let erasure = Self {
            client,
            title: title.to_owned(),
            ground: String::new(),
            stage: Stage::Asking,
            typed: None,
            error: None,
        };
        (erasure, operation::focus(GROUND))
    }

    /// The dialog as it is afterwards, for its picture.
    #[cfg(test)]
    pub fn done(client: Id<Client>) -> Self {
        let protocol = Protocol {
            rows: 23,
            values: 41,
            cuts: 3,
            files: 2,
            is_overwritten: false,
            copies: vec!["office.vizitka.schema-3.backup".into()],
        };
        let erasure = domain::Erasure::new(client, "№ 12", &protocol);
        Self {
            stage: Stage::Done(erasure, Utc::now()),
            ..Self::new(client, "").0
        }
    }

    /// Whether it is being done.
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Working)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Step {
        Step::on(match message {
            Message::GroundTyped(ground) => {
                self.ground = ground;
                self.error = None;
                Action::none()
            }
            Message::ErasePressed => self.erase(context),
            Message::Erased(Ok(outcome)) => {
                // Copies that were opened may show the person too.
                external::forget_copies();
                self.title.clear();
                self.stage = Stage::Done(outcome.value, Utc::now());
                Action::wish(Wish::Done(Operation::ErasePerson, outcome.changed))
            }
            Message::Erased(Err(error)) => {
                self.stage = Stage::Asking;
                self.error = Some(error);
                Action::none()
            }
            Message::SavePressed => {
                let locale = &context.locale;
                let title = locale.text("erasure-save");
                let kind = locale.text("dossier-documents");
                let asked = place::save(title, kind, locale.text("erasure-file"));
                Action::run(Command::perform(asked, |answer| {
                    wrap(Message::Chosen(answer))
                }))
            }
            Message::Chosen(Answer::Path(path)) => self.save(path, context),
            Message::Chosen(Answer::Cancelled) => Action::none(),
            Message::Chosen(Answer::NoDialog) => {
                self.typed = Some(context.locale.text("erasure-file"));
                Action::run(operation::focus(GROUND))
            }
            Message::PathTyped(path) => {
                self.typed = Some(path);
                self.error = None;
                Action::none()
            }
            Message::PathSubmitted => match self.typed.as_deref().and_then(place::typed) {
                Some(path) => self.save(path, context),
                None => Action::none(),
            },
            Message::Saved(Ok(path)) => {
                self.typed = None;
                let path = path.display().to_string();
                let said = context.locale.with("files-saved", &[("path", path.into())]);
                Action::wish(Wish::Say(said))
            }
            Message::Saved(Err(error)) => {
                self.error = Some(error);
                Action::none()
            }
        })
    }

    fn erase(&mut self, context: &Context) -> Action<Outer> {
        if self.ground.trim().is_empty() {
            self.error = Some(Error::NoGround);
            return Action::run(operation::focus(GROUND));
        }
        if !matches!(self.stage, Stage::Asking) {
            return Action::none();
        }
        self.stage = Stage::Working;
        let (client, ground) = (self.client, self.ground.clone());
        let erased = context
            .worker
            .write(move |workspace| workspace.erase(client, &ground));
        Action::run(Command::perform(erased, |outcome| {
            wrap(Message::Erased(outcome))
        }))
    }

    fn save(&mut self, path: PathBuf, context: &Context) -> Action<Outer> {
        let Stage::Done(erasure, done_at) = &self.stage else {
            return Action::none();
        };
        let (erasure, done_at) = (erasure.clone(), *done_at);
        let who = context.me.short_name();
        let language = context.locale.language();
        let saved = crate::ui::worker::begin("protocol", move || {
            let locale = Locale::new(language);
            let path = match path.extension() {
                Some(_) => path,
                None => path.with_extension("docx"),
            };
            let is_text = path.extension().is_some_and(|ending| ending == "txt");
            let bytes = match is_text {
                true => documents::protocol_text(&erasure, &who, done_at, &locale).into_bytes(),
                false => documents::protocol(&erasure, &who, done_at, &locale)?,
            };
            fs::write(&path, bytes).map_err(Error::failed("writing the file"))?;
            Ok(path)
        });
        Action::run(Command::perform(saved, |saved| wrap(Message::Saved(saved))))
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let close = locale.text("erasure-close");
        match &self.stage {
            Stage::Asking => {
                let title = locale.with("erasure-title", &[("name", self.title.as_str().into())]);
                dialog::dialog(title, self.question(locale))
                    .close(close, say(Dialog::Closed))
                    .button(
                        button::secondary(locale.text("files-leave")).on_press(say(Dialog::Closed)),
                    )
                    .button(
                        button::danger(locale.text("erasure-erase"))
                            .icon(Icon::Eraser)
                            .on_press(wrap(Message::ErasePressed)),
                    )
            }
            Stage::Working => {
                let words = text::body(locale.text("erasure-working")).style(surface::secondary);
                dialog::dialog(locale.text("erasure-working-title"), words)
            }
            Stage::Done(erasure, _) => {
                let save = match self.typed {
                    Some(_) => Message::PathSubmitted,
                    None => Message::SavePressed,
                };
                dialog::dialog(
                    locale.text("erasure-done-title"),
                    self.report(erasure, locale),
                )
                .close(close.clone(), say(Dialog::Closed))
                .button(
                    button::secondary(locale.text("erasure-save"))
                        .icon(Icon::Save)
                        .on_press(wrap(save)),
                )
                .button(button::primary(close).on_press(say(Dialog::Closed)))
            }
        }
        .width(WIDTH)
        .into()
    }

    fn question<'a>(&'a self, locale: &Locale) -> Element<'a, Outer> {
        let ground = field::field(locale.text("erasure-ground"), self.ground.clone())
            .id(GROUND)
            .placeholder(locale.text("erasure-ground-example"))
            .on_input(|ground| wrap(Message::GroundTyped(ground)))
            .on_submit(wrap(Message::ErasePressed))
            .error(self.error.as_ref().map(|error| locale.error(error)));
        let paragraph = |title: &str, words: &str| {
            column![
                text::strong(locale.text(title)),
                text::body(locale.text(words)).style(surface::secondary),
            ]
            .spacing(spacing::XS)
        };
        column![
            paragraph("erasure-goes", "erasure-goes-explained"),
            paragraph("erasure-stays", "erasure-stays-explained"),
            note::note(locale.text("erasure-final"), Tone::Warning, None),
            Element::from(ground),
        ]
        .spacing(spacing::M)
        .into()
    }

    fn report<'a>(&'a self, erasure: &domain::Erasure, locale: &Locale) -> Element<'a, Outer> {
        let protocol = Protocol::of_text(&erasure.protocol);
        let counted = locale.with(
            "erasure-counted",
            &[
                ("rows", protocol.rows.into()),
                ("values", protocol.values.into()),
                ("cuts", protocol.cuts.into()),
                ("files", protocol.files.into()),
            ],
        );
        let overwritten = (!protocol.is_overwritten)
            .then(|| note::note(locale.text("erasure-not-overwritten"), Tone::Warning, None));
        let copies = (!protocol.copies.is_empty()).then(|| {
            let copies = protocol.copies.join(", ");
            let words = locale.with("erasure-copies-beside", &[("copies", copies.into())]);
            note::note(words, Tone::Warning, None)
        });
        let typed = self.typed.as_ref().map(|path| {
            let input = field::field(locale.text("files-save-path"), path.clone())
                .id(GROUND)
                .on_input(|path| wrap(Message::PathTyped(path)))
                .on_submit(wrap(Message::PathSubmitted))
                .error(self.error.as_ref().map(|error| locale.error(error)));
            Element::from(input)
        });
        column![text::body(counted), overwritten, copies, typed]
            .spacing(spacing::M)
            .into()
    }
}

fn wrap(message: Message) -> Outer {
    say(Dialog::Erasure(message))
}
