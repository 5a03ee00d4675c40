//! How the form stands on the page: a bar that stays, and the fields below it.

mod details;
mod fields;

use iced::widget::{column, container, responsive, row, space};
use iced::{Center, Fill, Padding};

use super::{Form, Message, PAGE, Question, Sheet};
use crate::domain::paper::{PaperKind, PaperState};
use crate::ui::screen::{Context, leaving};
use crate::ui::style::{SEMIBOLD, Tone, size, spacing, surface};
use crate::ui::widget::modal::modal;
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, note, section};

use fields::Fields;

/// The widest the fields become, in logical pixels.
const WIDEST: f32 = 760.0;

impl Form {
    /// The page, with what is asked over it.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        modal(self.page(context), self.dialog(context), Message::Stay)
    }

    /// What is asked over the page.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        Some(match self.question.as_ref()? {
            Question::Leaving => {
                let save = (!self.is_saving).then_some(Message::Save);
                leaving::view(&context.locale, save, (Message::Stay, Message::Discard))
            }
        })
    }

    /// Whether something is asked over the page.
    pub fn has_dialog(&self) -> bool {
        self.question.is_some()
    }

    /// The page alone.
    pub fn page<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let body = self.sheet.as_ref().map(|sheet| {
            Element::from(responsive(move |size| {
                self.body(sheet, size.width, context)
            }))
        });
        container(column![self.bar(context), body])
            .width(Fill)
            .height(Fill)
            .style(surface::page)
            .into()
    }

    fn bar<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let back = button::tool(Icon::ArrowLeft, locale.text("card-back")).on_press(Message::Leave);
        let title = ellipsis(self.title(context))
            .size(size::PAGE)
            .font(SEMIBOLD);
        let state = self.sheet.as_ref().map(|sheet| {
            let state = sheet.mine.paper.state;
            badge::badge(locale.paper_state(sheet.kind(), state), tone(state))
        });
        let unsaved = self
            .is_dirty()
            .then(|| badge::badge(locale.text("form-unsaved"), Tone::Warning));
        let can_save = !self.is_saving && !context.is_read_only;
        let save = button::primary(locale.text("form-save"))
            .icon(Icon::Check)
            .tip("Ctrl S")
            .on_press_maybe(can_save.then_some(Message::Save));
        let bar = row![
            back,
            title,
            state,
            unsaved,
            space::horizontal(),
            Element::from(save)
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let bar = container(bar)
            .padding(Padding::from([spacing::M, spacing::XL]).left(spacing::M))
            .width(Fill)
            .style(surface::panel);
        column![bar, section::divider()].into()
    }

    /// What it is, with its number, or the one it would get.
    pub(super) fn title(&self, context: &Context) -> String {
        let Some(sheet) = &self.sheet else {
            return String::new();
        };
        let locale = &context.locale;
        let kind = locale.paper_kind(sheet.kind());
        let number = match sheet.mine.paper.number.trim() {
            "" => sheet.facts.next_number.clone(),
            number => number.to_owned(),
        };
        if number.is_empty() {
            return kind;
        }
        let told = [("kind", kind.into()), ("number", number.into())];
        locale.with("paper-form-title", &told)
    }

    fn body<'a>(
        &'a self,
        sheet: &'a Sheet,
        width: f32,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let problems = self.problems();
        let fields = Fields {
            sheet,
            problems: &problems,
            context,
        };
        let told = self.news(sheet, context);
        let page = column![told, fields.main(), fields.details()].spacing(spacing::L);
        let side = match width > WIDEST {
            true => spacing::XL,
            false => spacing::L,
        };
        let page = container(page).max_width(WIDEST).padding(side);
        section::scrolled_as(PAGE, container(page).center_x(Fill))
    }

    /// What is told over the fields; always there, so that the fields keep their place.
    fn news<'a>(&self, sheet: &Sheet, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let said = match (context.is_read_only, sheet.has_news) {
            (true, _) => Some(note::note(
                locale.text("form-read-only"),
                Tone::Warning,
                None,
            )),
            (false, true) => Some(note::note(
                locale.text("paper-form-news"),
                Tone::Accent,
                None,
            )),
            (false, false) => None,
        };
        column![said].into()
    }
}

/// The colour of a state.
pub fn tone(state: PaperState) -> Tone {
    match state {
        PaperState::Draft => Tone::Warning,
        PaperState::Issued => Tone::Accent,
        PaperState::Accepted | PaperState::Closed => Tone::Free,
        PaperState::Declined | PaperState::Cancelled => Tone::Neutral,
    }
}

/// Whether papers of a kind say how the client is represented.
pub fn says_who_signs(kind: PaperKind) -> bool {
    matches!(kind, PaperKind::Contract | PaperKind::Act)
}
