//! The pictures of a company: chosen, dropped or typed as a path, shown small, taken away.

use std::path::{Path, PathBuf};

use iced::widget::operation;

use super::form::Message as Outer;
use crate::domain::attachment::clean_name;
use crate::domain::company::{CompanyPicture, PictureKind};
use crate::domain::{Company, Progress};
use crate::error::Result;
use crate::template_engine::is_picture;
use crate::ui::place::{self, Answer};
use crate::ui::screen::{Action, Command, Context, Wish};
use crate::ui::widget::picture::Miniature;
use crate::workspace::{Contents, Kept, Reader};

/// The field of a path.
pub(super) const PATH: &str = "settings.company.picture";
/// How the names of pictures end that Word shows.
const ENDINGS: &[&str] = &["png", "jpg", "jpeg", "gif", "bmp"];

/// A picture of a company as the form shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The name of its file.
    pub name: String,
    /// How long that is, in bytes.
    pub size: i64,
    /// The picture made small, where the program can draw it.
    pub small: Option<Miniature>,
    /// Its content, where it was put in just now.
    kept: Option<Kept>,
    /// What is in it cannot be found.
    pub is_missing: bool,
}

/// The pictures of a company, a place for each kind.
#[derive(Debug, Clone, Default)]
pub(super) struct Pictures {
    pub places: [Option<Shown>; PictureKind::ALL.len()],
    /// Those that are to be written.
    changed: Vec<PictureKind>,
    /// The path that is being typed, where no dialog can be shown.
    pub typing: Option<(PictureKind, String)>,
    /// A file that was dropped, until it is said what it shows.
    pub dropped: Option<PathBuf>,
    /// The name of a file that is no picture.
    pub refused: Option<(PictureKind, String)>,
}

/// What happened to the pictures.
#[derive(Debug, Clone)]
pub enum Message {
    /// A file is to be chosen.
    Pressed(PictureKind),
    /// What the dialog said.
    Answered(PictureKind, Answer),
    /// The path of a file was typed.
    PathTyped(String),
    /// It is whole.
    PathSubmitted,
    /// A file was taken in; `None` where it is no picture.
    Taken(PictureKind, String, Result<Option<Box<Shown>>>),
    /// A picture is to go.
    Removed(PictureKind),
    /// A file was dropped.
    Dropped(PathBuf),
    /// It shows this.
    DroppedIs(PictureKind),
    /// What was typed or dropped is given up.
    Folded,
}

impl Pictures {
    /// The pictures a company has.
    pub fn read(reader: Reader<'_>, contents: &Contents, company: &Company) -> Result<Self> {
        let mut read = Self::default();
        for picture in reader.pictures_of(company.id)? {
            let kind = picture.kind;
            read.places[kind as usize] = Some(Shown::of(&picture, contents));
        }
        Ok(read)
    }

    /// Whether there is something to write.
    pub fn is_changed(&self) -> bool {
        !self.changed.is_empty()
    }

    /// What is to be written: the name and the content of each, `None` where one is to go.
    pub fn changes(&self) -> Vec<(PictureKind, Option<(String, Kept)>)> {
        let changed = self.changed.iter();
        let change = |kind: &PictureKind| {
            let shown = self.places[*kind as usize].as_ref();
            let put = shown.and_then(|shown| Some((shown.name.clone(), shown.kept.clone()?)));
            (*kind, put)
        };
        changed.map(change).collect()
    }

    /// Gives up what is typed or asked; `false` where there is nothing.
    pub fn fold(&mut self) -> bool {
        let typing = self.typing.take().is_some();
        let dropped = self.dropped.take().is_some();
        let refused = self.refused.take().is_some();
        typing || dropped || refused
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Outer> {
        match message {
            Message::Pressed(kind) => {
                self.fold();
                let locale = &context.locale;
                let title = locale.picture_kind(kind);
                let asked = place::pick(title, locale.text("companies-pictures"), ENDINGS);
                return Action::run(Command::perform(asked, move |answer| {
                    Outer::Pictures(Message::Answered(kind, answer))
                }));
            }
            Message::Answered(kind, Answer::Path(path)) => return self.take(kind, path, context),
            Message::Answered(_, Answer::Cancelled) => {}
            Message::Answered(kind, Answer::NoDialog) => {
                self.typing = Some((kind, String::new()));
                return Action::run(operation::focus(PATH));
            }
            Message::PathTyped(text) => {
                if let Some((_, path)) = &mut self.typing {
                    *path = text;
                }
            }
            Message::PathSubmitted => {
                if let Some((kind, text)) = self.typing.take()
                    && let Some(path) = place::typed(&text)
                {
                    return self.take(kind, path, context);
                }
            }
            Message::Taken(kind, _, Ok(Some(shown))) => {
                self.places[kind as usize] = Some(*shown);
                self.change(kind);
            }
            Message::Taken(kind, name, Ok(None)) => self.refused = Some((kind, name)),
            Message::Taken(_, _, Err(error)) => return Action::wish(Wish::Fail(error)),
            Message::Removed(kind) => {
                self.fold();
                self.places[kind as usize] = None;
                self.change(kind);
            }
            Message::Dropped(path) => {
                self.fold();
                self.dropped = Some(path);
            }
            Message::DroppedIs(kind) => {
                if let Some(path) = self.dropped.take() {
                    return self.take(kind, path, context);
                }
            }
            Message::Folded => drop(self.fold()),
        }
        Action::none()
    }

    fn change(&mut self, kind: PictureKind) {
        if !self.changed.contains(&kind) {
            self.changed.push(kind);
        }
    }

    /// Keeps what is in a file, and makes it small.
    fn take(&mut self, kind: PictureKind, path: PathBuf, context: &Context) -> Action<Outer> {
        self.fold();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = clean_name(&name, &context.locale.text("files-nameless"));
        let told = name.clone();
        let taken = context
            .worker
            .files(move |contents| Shown::taken(&path, name, contents));
        Action::run(Command::perform(taken, move |shown| {
            Outer::Pictures(Message::Taken(
                kind,
                told,
                shown.map(|one| one.map(Box::new)),
            ))
        }))
    }
}

impl Shown {
    /// A picture that stands in the file of the office.
    fn of(picture: &CompanyPicture, contents: &Contents) -> Self {
        let bytes = contents.read(&picture.file()).ok();
        Self {
            name: picture.name.clone(),
            size: picture.size,
            small: bytes.as_deref().and_then(Miniature::of_png),
            kept: None,
            is_missing: bytes.is_none(),
        }
    }

    /// A file that is to be a picture; `None` where Word shows no such pictures.
    fn taken(path: &Path, name: String, contents: &Contents) -> Result<Option<Self>> {
        let kept = contents.keep(path, &Progress::default())?;
        let file = crate::domain::Attachment::loose(&name, &kept.digest, kept.size);
        let bytes = contents.read(&file)?;
        let shown = is_picture(&bytes).then(|| Self {
            name,
            size: kept.size,
            small: Miniature::of_png(&bytes),
            kept: Some(kept),
            is_missing: false,
        });
        Ok(shown)
    }
}
