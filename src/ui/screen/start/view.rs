//! How the start page looks.

use iced::widget::button as pressed;
use iced::widget::{Column, center, column, container, row, space};
use iced::{Center, Fill, Padding, Top};

use super::files::State;
use super::{Form, Message, Recent, Start};
use crate::i18n::{Language, Locale};
use crate::ui::style::{self, MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::{
    Element, Icon, button, ellipsis, field, icon, logo, note, section, segmented, text,
};

/// The field of the name of the company.
pub(super) const COMPANY: &str = "start.company";
/// The field of a path.
pub(super) const PATH: &str = "start.path";

/// Widths, in logical pixels.
const WIDTH: f32 = 820.0;
const FORM: f32 = 460.0;
const DEEDS: f32 = 250.0;
/// The height of the list of recent files at most, in logical pixels.
const LIST: f32 = 320.0;

impl Start {
    /// The page; it fills the window.
    pub fn view<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let languages = Language::ALL.map(|language| {
            let is_chosen = language == locale.language();
            let code = language.code().to_uppercase();
            (code, is_chosen, Message::LanguageChosen(language))
        });
        let corner = row![space::horizontal(), segmented::segmented(languages)];
        let content = column![head(locale), self.news(locale), self.body(locale)]
            .spacing(spacing::XXL)
            .align_x(Center)
            .max_width(WIDTH);
        let page = column![corner, center(content)].padding(spacing::L);
        container(page)
            .width(Fill)
            .height(Fill)
            .style(surface::page)
            .into()
    }

    fn body<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        match (&self.form, &self.typed) {
            (Some(form), path) => self.new_file(form, path.as_deref(), locale),
            (None, Some(path)) => self.path_alone(path, locale),
            (None, None) => row![
                self.deeds(locale),
                section::card(container(self.recent(locale)).max_height(LIST)),
            ]
            .spacing(spacing::XL)
            .align_y(Top)
            .into(),
        }
    }

    /// What went wrong, or what is being done.
    fn news<'a>(&'a self, locale: &Locale) -> Option<Element<'a, Message>> {
        if let Some(error) = &self.error {
            let close = button::tool(Icon::Close, locale.text("start-close"))
                .compact()
                .on_press(Message::ErrorClosed);
            return Some(note::note(
                locale.error(error),
                Tone::Busy,
                Some(close.into()),
            ));
        }
        let path = self.busy.as_ref()?.display().to_string();
        let words = locale.with("start-busy", &[("path", path.into())]);
        Some(note::note(words, Tone::Accent, None))
    }

    fn deeds<'a>(&'a self, locale: &Locale) -> Element<'a, Message> {
        let idle = |message| self.busy.is_none().then_some(message);
        let create = button::primary(locale.text("start-new"))
            .icon(Icon::FilePlus)
            .width(Fill)
            .on_press_maybe(idle(Message::NewPressed));
        let open = button::secondary(locale.text("start-open"))
            .icon(Icon::FolderOpen)
            .width(Fill)
            .on_press_maybe(idle(Message::OpenPressed));
        let samples = button::secondary(locale.text("start-samples"))
            .icon(Icon::Sparkles)
            .width(Fill)
            .on_press_maybe(idle(Message::SamplesPressed));
        let path =
            button::link(locale.text("start-type-path")).on_press_maybe(idle(Message::TypePressed));
        let aside = column![text::hint(locale.text("start-drop")), path].spacing(spacing::S);
        let aside = container(aside).padding(Padding::ZERO.top(spacing::S));
        column![create, open, samples, aside]
            .spacing(spacing::S)
            .width(DEEDS)
            .into()
    }

    fn recent<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let title = section::heading(locale.text("start-recent"), None);
        if self.recent.is_empty() {
            let nothing = text::secondary(locale.text("start-nothing"));
            return column![title, nothing].spacing(spacing::S).into();
        }
        let lines = self.recent.iter().map(|file| line(file, locale));
        let list = section::scrolled_if_high(Column::with_children(lines));
        column![title, list].spacing(spacing::S).into()
    }

    fn new_file<'a>(
        &'a self,
        form: &'a Form,
        path: Option<&'a str>,
        locale: &Locale,
    ) -> Element<'a, Message> {
        let missing = |value: &str, key: &str| {
            let is_missing = form.is_checked && value.trim().is_empty();
            is_missing.then(|| locale.text(key))
        };
        let company = field::field(locale.text("start-company"), &form.company)
            .id(COMPANY)
            .placeholder(locale.text("start-company-example"))
            .on_input(Message::CompanyChanged)
            .on_submit(Message::FormSubmitted)
            .error(missing(&form.company, "start-company-missing"))
            .hint(locale.text("start-company-hint"));
        let owner = field::field(locale.text("start-owner"), &form.owner)
            .placeholder(locale.text("start-owner-example"))
            .on_input(Message::OwnerChanged)
            .on_submit(Message::FormSubmitted)
            .error(missing(&form.owner, "start-owner-missing"));
        let path = path.map(|path| self.path(path, locale));
        let go = match path {
            Some(_) => locale.text("start-create-here"),
            None => locale.text("start-create"),
        };
        let buttons = row![
            button::secondary(locale.text("start-back")).on_press(Message::BackPressed),
            space::horizontal(),
            button::primary(go)
                .on_press_maybe(self.busy.is_none().then_some(Message::FormSubmitted)),
        ];
        let title = text::title(locale.text("start-new-title"));
        let face = column![title, company, owner, path, buttons].spacing(spacing::L);
        container(section::card(face)).max_width(FORM).into()
    }

    fn path_alone<'a>(&'a self, path: &'a str, locale: &Locale) -> Element<'a, Message> {
        let buttons = row![
            button::secondary(locale.text("start-back")).on_press(Message::BackPressed),
            space::horizontal(),
            button::primary(locale.text("start-open-here"))
                .on_press_maybe(self.busy.is_none().then_some(Message::PathSubmitted)),
        ];
        let title = text::title(locale.text("start-open-title"));
        let face = column![title, self.path(path, locale), buttons].spacing(spacing::L);
        container(section::card(face)).max_width(FORM).into()
    }

    fn path<'a>(&'a self, path: &'a str, locale: &Locale) -> Element<'a, Message> {
        let submitted = match self.form {
            Some(_) => Message::FormSubmitted,
            None => Message::PathSubmitted,
        };
        let input = field::field(locale.text("start-path"), path)
            .id(PATH)
            .on_input(Message::PathChanged)
            .on_submit(submitted);
        match self.is_without_dialogs {
            true => input.hint(locale.text("start-no-dialog")).into(),
            false => input.into(),
        }
    }
}

fn head<'a>(locale: &Locale) -> Element<'a, Message> {
    let words = text::body(locale.text("start-sentence")).style(surface::secondary);
    column![
        logo::logo(56.0),
        text::figure(locale.text("start-name")),
        words.center(),
    ]
    .spacing(spacing::S)
    .align_x(Center)
    .into()
}

fn line<'a>(file: &'a Recent, locale: &Locale) -> Element<'a, Message> {
    let is_missing = file.state == State::Missing;
    let when = match file.state {
        State::Unknown | State::There(None) => String::new(),
        State::There(Some(moment)) => locale.moment(moment),
        State::Missing => locale.text("start-missing"),
    };
    let name = ellipsis(file.name.as_str()).font(MEDIUM);
    let name = if is_missing {
        name.style(surface::hint)
    } else {
        name
    };
    let folder = ellipsis(file.folder.as_str())
        .size(size::HINT)
        .style(surface::hint);
    let face = row![
        icon::large(Icon::Database).style(surface::hint),
        column![name, folder].width(Fill),
        text::hint(when),
    ]
    .spacing(spacing::M)
    .align_y(Center);
    let open = pressed(face)
        .padding(Padding::from([spacing::S - 2.0, spacing::S]))
        .width(Fill)
        .style(style::button::row)
        .on_press_maybe((!is_missing).then(|| Message::RecentPressed(file.path.clone())));
    let remove = button::tool(Icon::Close, locale.text("start-forget"))
        .compact()
        .on_press(Message::RemovePressed(file.path.clone()));
    row![open, remove]
        .spacing(spacing::XS)
        .align_y(Center)
        .into()
}
