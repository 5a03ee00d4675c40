//! The choice of a template, and the files that were made.

use iced::widget::{column, container, row, space};
use iced::{Center, Fill, Padding};

use super::{Making, Message, TYPED, Use};
use crate::domain::paper::PaperVersion;
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::field::labelled;
use crate::ui::widget::{
    Element, Icon, avatar, badge, button, choice, ellipsis, field, note, section, text,
};

/// The side of the sign of a file, in logical pixels.
const SIGN: f32 = 28.0;

impl Making {
    /// The choice of a template.
    pub fn template<'a, Outer: Clone + 'a>(
        &'a self,
        context: &Context,
        say: fn(Message) -> Outer,
    ) -> Element<'a, Outer> {
        let locale = &context.locale;
        let sources = self.sources.iter().enumerate();
        let sources = sources.map(|(at, source)| (at, source.title(locale)));
        let chosen = choice::one_of(sources, self.chosen, move |at| say(Message::Chosen(at)));
        labelled(locale.text("paper-template"), chosen)
    }

    /// The files that were made of the paper, the newest first; nothing where there is none.
    pub fn files<'a, Outer: Clone + 'a>(
        &'a self,
        versions: &'a [PaperVersion],
        context: &Context,
        say: fn(Message) -> Outer,
    ) -> Option<Element<'a, Outer>> {
        if versions.is_empty() {
            return None;
        }
        let locale = &context.locale;
        let lines = versions.iter().map(|one| self.file(one, context).map(say));
        let work = self.work.as_ref().map(|_| {
            let stop = button::ghost(locale.text("form-cancel"))
                .compact()
                .on_press(say(Message::Stop))
                .reachable();
            note::note(locale.text("paper-file-pdf-made"), Tone::Accent, Some(stop))
        });
        Some(section::card(
            column![
                section::heading(locale.text("paper-files"), None),
                work,
                self.typed(locale).map(|typed| typed.map(say)),
                column(lines).spacing(spacing::M)
            ]
            .spacing(spacing::M),
        ))
    }

    /// The newest file, always in sight under the fields; nothing where there is none.
    pub fn foot<'a, Outer: Clone + 'a>(
        &'a self,
        versions: &[PaperVersion],
        context: &Context,
        say: fn(Message) -> Outer,
    ) -> Option<Element<'a, Outer>> {
        let newest = versions.first()?;
        let locale = &context.locale;
        let told = [
            ("name", newest.name.as_str().into()),
            ("number", newest.ordinal.into()),
        ];
        let name = ellipsis(locale.with("paper-file-newest", &told))
            .size(size::SMALL)
            .style(surface::secondary)
            .width(Fill);
        let tool = |icon, key: &str, purpose| {
            button::tool(icon, locale.text(key))
                .tip_above(locale.text(key))
                .compact()
                .on_press(Message::Use(purpose, newest.id))
                .reachable()
        };
        let line = row![
            name,
            tool(Icon::ExternalLink, "paper-file-open", Use::Open),
            tool(Icon::Save, "paper-file-save-as", Use::SaveAs),
            tool(Icon::Printer, "paper-file-print", Use::Print),
        ];
        let line = container(line.spacing(spacing::XS).align_y(Center))
            .padding(Padding::from([spacing::S, spacing::XL]))
            .style(surface::panel);
        let line: Element<'a, Message> = line.into();
        Some(line.map(say))
    }

    /// The path that is typed where the system has no dialog.
    fn typed<'a>(&self, locale: &Locale) -> Option<Element<'a, Message>> {
        let path = self.typing.clone()?;
        let input = field::field(locale.text("paper-file-path"), path)
            .id(TYPED)
            .on_input(Message::PathTyped)
            .on_submit(Message::PathSubmitted);
        let save = button::primary(locale.text("form-save"))
            .compact()
            .on_press(Message::PathSubmitted)
            .reachable();
        let leave = button::ghost(locale.text("form-cancel"))
            .compact()
            .on_press(Message::PathLeft)
            .reachable();
        let ways = row![leave, save].spacing(spacing::S);
        let typed = column![Element::from(input), ways].spacing(spacing::S);
        Some(typed.into())
    }

    /// Where the file lies that was written last of a version, and what shows it there.
    fn place<'a>(&self, version: &PaperVersion, locale: &Locale) -> Option<Element<'a, Message>> {
        let (_, path) = self
            .written
            .as_ref()
            .filter(|(written, _)| *written == version.id)?;
        let path = ellipsis(path.display().to_string())
            .size(size::HINT)
            .style(surface::hint)
            .width(Fill);
        let show = button::ghost(locale.text("paper-file-show"))
            .icon(Icon::FolderOpen)
            .compact()
            .on_press(Message::Show)
            .reachable();
        let indent = space().width(SIGN + spacing::M);
        Some(row![indent, path, show].align_y(Center).into())
    }

    fn file<'a>(&self, version: &'a PaperVersion, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let name = ellipsis(version.name.clone())
            .font(MEDIUM)
            .size(size::BASE)
            .width(Fill);
        let length = locale.size(u64::try_from(version.size).unwrap_or(0));
        let author = context.employee(version.author);
        let parts = [locale.moment(version.made_at), length, author];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let below = ellipsis(parts.join(" · "))
            .size(size::HINT)
            .style(surface::secondary)
            .width(Fill);
        let is_fresh = self.made == Some(version.id);
        let fresh = is_fresh.then(|| badge::badge(locale.text("paper-file-made"), Tone::Free));
        let ordinal = [("number", version.ordinal.into())];
        let ordinal = text::hint(locale.with("paper-file-version", &ordinal));
        let tone = if is_fresh { Tone::Free } else { Tone::Neutral };
        let told = column![name, below].width(Fill);
        let head = row![
            avatar::tile(Icon::FileText, tone, SIGN),
            told,
            fresh,
            ordinal
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let tool = |icon, key: &str, purpose| {
            button::ghost(locale.text(key))
                .icon(icon)
                .compact()
                .on_press(Message::Use(purpose, version.id))
                .reachable()
        };
        let tools = row![
            space().width(SIGN + spacing::XS),
            tool(Icon::ExternalLink, "paper-file-open", Use::Open),
            tool(Icon::Save, "paper-file-save-as", Use::SaveAs),
            tool(Icon::FileText, "paper-file-pdf", Use::Pdf),
            tool(Icon::Printer, "paper-file-print", Use::Print),
        ];
        let place = self.place(version, locale);
        column![head, tools, place].spacing(spacing::XS).into()
    }
}
