//! The last step: what was made, and what can be done with it.

use std::path::Path;

use iced::widget::{column, container, row};
use iced::{Center, Fill};

use super::check::said;
use super::{Context, Letters, Message};
use crate::documents::letters::Tally;
use crate::domain::PrintedForm;
use crate::i18n::Locale;
use crate::ui::screen::Launch;
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::{Element, Icon, avatar, button, ellipsis, note, section, text};

/// How many files are named; their folder has all.
const NAMED: usize = 12;

impl Letters {
    /// What was made.
    pub(super) fn done_view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let tally = Tally::of(self.looked_at());
        let counts = [
            ("letters", self.made.letters.len().into()),
            ("files", self.made.files.len().into()),
        ];
        let told = column![
            text::title(locale.with("letters-done", &counts)),
            text::secondary(match self.is_noted(context) {
                true => locale.text("letters-done-noted"),
                false => locale.text("letters-done-unnoted"),
            })
        ]
        .spacing(spacing::XS)
        .width(Fill);
        let head = row![avatar::tile(Icon::Send, Tone::Free, 44.0), told]
            .spacing(spacing::L)
            .align_y(Center);
        let others = tally.hindered + tally.left_out;
        let others = (others > 0).then(|| {
            let told = [
                ("hindered", tally.hindered.into()),
                ("left-out", tally.left_out.into()),
            ];
            let words = locale.with("letters-done-others", &told);
            column![
                note::note(words, Tone::Warning, None),
                self.unwritten(locale)
            ]
            .spacing(spacing::S)
        });
        let card = column![head, self.files(locale), others, self.further(locale)];
        let card = container(card.spacing(spacing::L))
            .padding(spacing::XL)
            .max_width(680)
            .style(surface::card);
        let card = container(card).center_x(Fill).padding(spacing::XL);
        section::scrolled(card)
    }

    /// Who got none, and why.
    fn unwritten<'a>(&'a self, locale: &Locale) -> Element<'a, Message> {
        let all = self.looked_at().iter().filter(|one| !one.is_ready());
        let named = all.clone().take(NAMED).map(|one| {
            let (why, _) = said(&one.verdict, locale);
            let line = format!("{} · {why}", one.name);
            ellipsis(line).style(surface::secondary).into()
        });
        let rest = all.count().saturating_sub(NAMED);
        let rest = (rest > 0)
            .then(|| text::hint(locale.with("letters-more-files", &[("count", rest.into())])));
        column![column(named).spacing(spacing::XS), rest].into()
    }

    /// The files, and where they lie.
    fn files<'a>(&'a self, locale: &Locale) -> Element<'a, Message> {
        let Some(first) = self.made.files.first() else {
            return column![].into();
        };
        let folder = first.parent().unwrap_or(Path::new("")).to_owned();
        let names = self.made.files.iter().take(NAMED).map(|path| {
            let name = path.file_name().unwrap_or_default();
            let name = name.to_string_lossy().into_owned();
            ellipsis(name).style(surface::secondary).into()
        });
        let names = column(names).spacing(spacing::XS);
        let rest = self.made.files.len().saturating_sub(NAMED);
        let rest = (rest > 0)
            .then(|| text::hint(locale.with("letters-more-files", &[("count", rest.into())])));
        let open = |key, icon, launch, path: &Path| {
            let said = Message::Launch(launch, path.to_owned());
            button::secondary(locale.text(key))
                .icon(icon)
                .on_press(said)
                .reachable()
        };
        let is_one = self.made.files.len() == 1;
        let file = is_one.then(|| open("letters-open", Icon::FileText, Launch::Open, first));
        let print = is_one.then(|| open("letters-print", Icon::Printer, Launch::Print, first));
        let shown = open(
            "letters-open-folder",
            Icon::FolderOpen,
            Launch::Open,
            &folder,
        );
        let buttons = row![file, print, shown].spacing(spacing::S);
        let place = text::hint(folder.display().to_string());
        column![place, names, rest, buttons]
            .spacing(spacing::S)
            .into()
    }

    /// What the same recipients get too.
    fn further<'a>(&'a self, locale: &Locale) -> Element<'a, Message> {
        let also = [
            (PrintedForm::EnvelopeDl, "letters-also-dl"),
            (PrintedForm::EnvelopeC5, "letters-also-c5"),
            (PrintedForm::Labels, "letters-also-labels"),
        ];
        let also = also.map(|(form, key)| {
            let also = button::secondary(locale.text(key)).compact();
            also.on_press(Message::Also(form)).reachable()
        });
        let label = text::secondary(locale.text("letters-also"));
        column![label, row(also).spacing(spacing::S).wrap()]
            .spacing(spacing::S)
            .into()
    }
}
