//! The fourth step: where letters go.

use std::path::{Path, PathBuf};

use chrono::Local;
use iced::widget::{column, container, row};
use iced::{Fill, Padding, Task as Command};

use crate::documents::letters::Output;
use crate::i18n::Locale;
use crate::ui::place::{self, Answer};
use crate::ui::screen::Context;
use crate::ui::style::{spacing, surface};
use crate::ui::widget::{Element, Icon, button, choice, field, segmented, text};

/// The field of the path.
pub(super) const PATH: &str = "letters.target";

/// Where letters go, and whether they are noted.
#[derive(Debug)]
pub struct Target {
    /// The path as it is typed.
    path: String,
    /// One file for all, instead of a file each.
    pub(super) is_one_file: bool,
    /// Whether each is noted in the history of its recipient.
    pub(super) is_noted: bool,
}

/// What happened in the step.
#[derive(Debug, Clone)]
pub enum Message {
    /// One file, or a file each.
    OneFile(bool),
    /// Whether letters are noted.
    Noted(bool),
    /// The dialog of the system is wanted.
    ChoosePressed,
    /// What the dialog said.
    Chosen(Answer),
    /// The path was typed.
    PathTyped(String),
    /// The path is whole.
    PathSubmitted,
}

/// What of the step depends on the letters.
pub struct About {
    /// How many there are.
    pub count: usize,
    /// One document holds all of them: there is no choice.
    pub is_for_all: bool,
    /// They can be noted.
    pub can_be_noted: bool,
}

impl Target {
    /// A folder of today, beside the file of the office.
    pub fn new(context: &Context) -> Self {
        let day = context.locale.date(Local::now().date_naive());
        let name = context.locale.with(
            "letters-folder-name",
            &[("day", day.replace('/', "-").into())],
        );
        let beside = context.path.as_deref().and_then(Path::parent);
        let folder = beside.map(Path::to_owned).or_else(std::env::home_dir);
        Self {
            path: folder.unwrap_or_default().join(name).display().to_string(),
            is_one_file: false,
            is_noted: true,
        }
    }

    /// The path; nothing while none is typed.
    pub fn path(&self) -> Option<PathBuf> {
        place::typed(&self.path)
    }

    /// Where letters are written.
    pub fn output(&self) -> Option<Output> {
        let path = self.path()?;
        let is_file = |path: &Path| {
            let ending = path.extension().unwrap_or_default();
            ending.eq_ignore_ascii_case("docx")
        };
        Some(match self.is_one_file {
            true if is_file(&path) => Output::File(path),
            // A day in the name of the folder is no ending.
            true => Output::File(PathBuf::from(format!("{}.docx", path.display()))),
            false if is_file(&path) => Output::Folder(path.with_extension("")),
            false => Output::Folder(path),
        })
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Command<Message> {
        match message {
            Message::OneFile(is_one_file) => self.is_one_file = is_one_file,
            Message::Noted(is_noted) => self.is_noted = is_noted,
            Message::ChoosePressed => return self.ask(&context.locale),
            Message::Chosen(Answer::Path(path)) => self.path = path.display().to_string(),
            Message::PathTyped(path) => self.path = path,
            Message::Chosen(_) | Message::PathSubmitted => {}
        }
        Command::none()
    }

    fn ask(&self, locale: &Locale) -> Command<Message> {
        let title = locale.text("letters-where");
        match self.output() {
            Some(Output::File(path)) => {
                let name = path.file_name().unwrap_or_default();
                let name = name.to_string_lossy().into_owned();
                let kind = locale.text("letters-word-files");
                Command::perform(place::save(title, kind, name), Message::Chosen)
            }
            _ => Command::perform(place::folder(title), Message::Chosen),
        }
    }

    /// The step.
    pub fn view<'a>(&'a self, about: &About, locale: &Locale) -> Element<'a, Message> {
        let kinds = [(false, "letters-file-each"), (true, "letters-one-file")];
        let kinds = kinds.map(|(is_one, key)| {
            let said = Message::OneFile(is_one);
            (locale.text(key), is_one == self.is_one_file, said)
        });
        let kinds = (!about.is_for_all).then(|| segmented::segmented(kinds));
        let label = match self.is_one_file {
            true => "letters-file",
            false => "letters-folder",
        };
        let path = field::field(locale.text(label), &self.path)
            .id(PATH)
            .on_input(Message::PathTyped)
            .on_submit(Message::PathSubmitted);
        let choose = button::secondary(locale.text("letters-choose-place"))
            .icon(Icon::FolderOpen)
            .on_press(Message::ChoosePressed);
        let path = row![
            container(path).width(Fill),
            container(choose.reachable()).padding(Padding::ZERO.top(20.0))
        ]
        .spacing(spacing::S);
        let noted = about.can_be_noted.then(|| {
            let noted = choice::check(locale.text("letters-note"), self.is_noted, Message::Noted);
            let hint = text::hint(locale.text("letters-note-hint"));
            column![noted, hint].spacing(spacing::XS)
        });
        let count = [("count", about.count.into())];
        let told = column![
            text::title(locale.text("letters-where")),
            text::secondary(locale.with("letters-where-hint", &count)),
        ]
        .spacing(spacing::XS);
        let card = column![told, kinds, path, noted].spacing(spacing::L);
        let card = container(card)
            .padding(spacing::XL)
            .max_width(680)
            .style(surface::card);
        container(card).center_x(Fill).padding(spacing::XL).into()
    }
}
