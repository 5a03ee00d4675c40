//! How the page looks: its steps, one at a time.

use iced::widget::{center, column, container, row, space};
use iced::{Center, Fill, Padding};

use super::output::About;
use super::{Context, Letters, Message, Step, Work};
use crate::i18n::Locale;
use crate::ui::screen::leaving;
use crate::ui::style::{spacing, surface};
use crate::ui::widget::{Element, button, page, progress, section, steps, text};

impl Letters {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let body = match (&self.work, self.step) {
            (Some(work), _) => working(work, locale),
            (None, Step::Recipients) => self.recipients.view(context).map(Message::Recipients),
            (None, Step::Template) => self.choice.view(context).map(Message::Choice),
            (None, Step::Check) => self.check_view(context),
            (None, Step::Output) => self
                .target
                .view(&self.about(context), locale)
                .map(Message::Target),
            (None, Step::Done) => self.done_view(context),
        };
        let body = container(body).width(Fill).height(Fill);
        let content = column![self.steps(locale), body, self.foot(context)];
        page::page(
            locale.text("letters-title"),
            content.width(Fill).height(Fill),
        )
        .into()
    }

    /// The question that stands over the page.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        let asked = (Message::Stay, Message::Discard);
        let words = context.locale.text("letters-leaving");
        self.is_leaving
            .then(|| leaving::given_up(&context.locale, words, asked))
    }

    fn about(&self, context: &Context) -> About {
        About {
            count: self.ready(),
            is_for_all: self.is_for_all(),
            can_be_noted: self.can_be_noted(context),
        }
    }

    /// Where one is among the steps.
    fn steps<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let steps = [
            (Step::Recipients, "letters-step-recipients"),
            (Step::Template, "letters-step-template"),
            (Step::Check, "letters-step-check"),
            (Step::Output, "letters-step-output"),
            (Step::Done, "letters-step-done"),
        ];
        let now = steps.iter().position(|(step, _)| *step == self.step);
        let labels = steps.map(|(_, label)| locale.text(label));
        steps::steps(labels, now.unwrap_or(0))
    }

    /// The line of buttons under a step.
    fn foot<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let next = match self.step {
            Step::Recipients => locale.text("letters-to-template"),
            Step::Template => locale.text("letters-to-check"),
            Step::Check => locale.text("letters-to-output"),
            Step::Output => locale.with("letters-make", &[("count", self.ready().into())]),
            Step::Done => locale.text("letters-close"),
        };
        let next = button::primary(next)
            .tip_above("Ctrl Enter")
            .on_press_maybe(self.can_go_on(context).then_some(Message::Next));
        let back = match self.step {
            Step::Recipients => None,
            Step::Done => Some((locale.text("letters-again"), Message::Again)),
            _ => Some((locale.text("letters-back"), Message::Previous)),
        };
        let back = back.filter(|_| self.work.is_none());
        let back = back.map(|(label, said)| button::secondary(label).on_press(said).reachable());
        let line = row![space::horizontal(), back, next.reachable()]
            .spacing(spacing::S)
            .align_y(Center);
        let line = container(line)
            .padding(Padding::from([spacing::M, spacing::XL]))
            .width(Fill)
            .style(surface::panel);
        column![section::divider(), line].into()
    }
}

/// A work that is being done, instead of its result.
fn working<'a>(work: &Work, locale: &Locale) -> Element<'a, Message> {
    let (title, hint) = match work.is_writing {
        true => ("letters-writing", "letters-writing-hint"),
        false => ("letters-checking", "letters-checking-hint"),
    };
    let part = (work.done as f64 / work.total.max(1) as f64) as f32;
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX).into();
    let told = [("done", count(work.done)), ("total", count(work.total))];
    let words = locale.with("letters-count", &told);
    let bar = progress::progress(locale.text(title), words, part)
        .cancel(locale.text("letters-stop"), Message::Stop);
    let card = column![Element::from(bar), text::hint(locale.text(hint))].spacing(spacing::M);
    let card = container(card)
        .padding(spacing::XL)
        .max_width(520)
        .style(surface::card);
    center(card).padding(spacing::XL).into()
}
