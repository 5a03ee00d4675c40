//! How the import looks: four steps, one at a time.

use iced::widget::{center, column, container, row, space};
use iced::{Center, Fill, Padding};

use super::{Context, Import, Message, Step, Subject, TakeBack, Work};
use crate::i18n::Locale;
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::button::Button;
use crate::ui::widget::{
    Element, Icon, avatar, button, ellipsis, field, note, page, progress, section, steps, text,
};

/// The field of the path.
pub(super) const PATH: &str = "import.path";

impl Import {
    /// The page, with what is asked over it.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let page = self.page(context);
        self.take_back.over(page, Message::TakeBack, context)
    }

    /// What is asked over the page.
    pub fn take_back(&self) -> &TakeBack {
        &self.take_back
    }

    /// The page alone.
    pub fn page<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let body = match (self.step, &self.subject) {
            (Step::Columns, Some(Subject::Table(setup))) => self.columns(setup, context),
            (Step::Check | Step::Done, Some(_)) => self.result(context),
            _ => self.file(locale),
        };
        let told = self.subject.as_ref().map(|subject| about(subject, locale));
        let content = column![self.steps(locale), body].width(Fill).height(Fill);
        let past = button::secondary(locale.text("past-imports-title"))
            .icon(Icon::History)
            .on_press_maybe((!self.is_busy()).then_some(Message::PastPressed));
        let page = page::page(locale.text("import-title"), content)
            .told(told.unwrap_or_default())
            .button(past);
        page.into()
    }

    /// Where one is among the steps.
    fn steps<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let steps = [
            (Step::File, "import-step-file"),
            (Step::Columns, "import-step-columns"),
            (Step::Check, "import-step-check"),
            (Step::Done, "import-step-done"),
        ];
        let has_columns = !matches!(self.subject, Some(Subject::Cards(_)));
        let steps = steps.into_iter();
        let steps = steps.filter(|(step, _)| has_columns || *step != Step::Columns);
        let steps: Vec<_> = steps.collect();
        let now = steps.iter().position(|(step, _)| *step == self.step);
        let labels = steps.iter().map(|(_, label)| locale.text(label));
        steps::steps(labels, now.unwrap_or(0))
    }

    /// The first step: which file.
    fn file<'a>(&'a self, locale: &Locale) -> Element<'a, Message> {
        let choose = button::primary(locale.text("import-choose"))
            .icon(Icon::FolderOpen)
            .on_press(Message::ChoosePressed);
        let told = column![
            text::title(locale.text("import-file-title")),
            text::secondary(locale.text("import-file-hint")).align_x(Center),
        ]
        .spacing(spacing::XS)
        .align_x(Center);
        let look = button::secondary(locale.text("import-open")).on_press(Message::PathSubmitted);
        let path = field::field(locale.text("import-path"), self.path.clone())
            .placeholder(locale.text("import-path-placeholder"))
            .id(PATH)
            .on_input(Message::PathTyped)
            .on_submit(Message::PathSubmitted)
            .error(self.error.as_ref().map(|error| locale.error(error)));
        let path = match self.is_dialogless && self.error.is_none() {
            true => path.hint(locale.text("import-no-dialog")),
            false => path,
        };
        let path = row![
            container(path).width(Fill),
            container(look.reachable()).padding(Padding::ZERO.top(20.0))
        ]
        .spacing(spacing::S);
        let block = column![
            avatar::tile(Icon::Upload, Tone::Accent, 52.0),
            told,
            choose.reachable(),
            container(path).width(Fill)
        ]
        .spacing(spacing::L)
        .align_x(Center)
        .max_width(520);
        let card = container(block)
            .padding(spacing::XXXL)
            .max_width(600)
            .style(surface::card);
        center(card).padding(spacing::XL).into()
    }

    /// A work that is being done, instead of its result.
    pub(super) fn working<'a>(work: &Work, locale: &Locale) -> Element<'a, Message> {
        let title = match work.is_writing {
            true => locale.text("import-working"),
            false => locale.text("import-checking"),
        };
        let part = match work.total {
            0 => 0.0,
            total => (work.done as f64 / total as f64) as f32,
        };
        let percent = i64::from((part * 100.0) as i32);
        let count = locale.with("import-percent", &[("percent", percent.into())]);
        let bar = progress::progress(title, count, part)
            .cancel(locale.text("import-stop"), Message::StopPressed);
        let hint = text::hint(match work.is_writing {
            true => locale.text("import-working-hint"),
            false => locale.text("import-checking-hint"),
        });
        let card = column![Element::from(bar), hint].spacing(spacing::M);
        let card = container(card)
            .padding(spacing::XL)
            .max_width(520)
            .style(surface::card);
        center(card).padding(spacing::XL).into()
    }

    /// The line of buttons under a step; `left` stands at its left.
    pub(super) fn foot<'a>(
        left: Element<'a, Message>,
        buttons: Vec<Button<'a, Message>>,
    ) -> Element<'a, Message> {
        let buttons = buttons.into_iter().map(Button::reachable);
        let line = row![left, space::horizontal(), row(buttons).spacing(spacing::S)]
            .spacing(spacing::M)
            .align_y(Center);
        let line = container(line)
            .padding(Padding::from([spacing::M, spacing::XL]))
            .width(Fill)
            .style(surface::panel);
        column![section::divider(), line].into()
    }

    /// What went wrong with the table while it was corrected.
    pub(super) fn trouble<'a>(&self, locale: &Locale) -> Option<Element<'a, Message>> {
        let error = self.error.as_ref()?;
        Some(note::note(locale.error(error), Tone::Busy, None))
    }
}

/// The file, and about how much it holds.
fn about(subject: &Subject, locale: &Locale) -> String {
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let name = subject.path().file_name().unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    match subject {
        Subject::Table(setup) => {
            let rows = count(setup.source.row_estimate());
            locale.with(
                "import-about",
                &[("name", name.into()), ("rows", rows.into())],
            )
        }
        Subject::Cards(file) => {
            let cards = count(file.count() as u64);
            let places = [("name", name.into()), ("cards", cards.into())];
            locale.with("import-about-cards", &places)
        }
    }
}

/// A cell of a list, cut with an ellipsis.
pub(super) fn cell<'a>(words: impl Into<String>) -> Element<'a, Message> {
    ellipsis(words.into()).into()
}
