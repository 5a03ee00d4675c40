//! How the form stands on the page: a bar that stays, and its parts in one column or two.

#[cfg(test)]
mod tests;

use iced::widget::{column, container, responsive, row, space};
use iced::{Center, Fill, Padding, Top};

use super::{
    Form, Message, PAGE, Question, Sheet, accounts, addresses, contacts, fields, paste, profile,
};
use crate::domain::client::Kind;
use crate::ui::screen::card::{TWO_COLUMNS, WIDEST};
use crate::ui::screen::{Context, leaving, words};
use crate::ui::style::{SEMIBOLD, Tone, size, spacing};
use crate::ui::widget::modal::modal;
use crate::ui::widget::{Element, Icon, badge, button, ellipsis, note, section};

impl Form {
    /// The page, with what is asked over it.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        modal(self.page(context), self.dialog(context), Message::Stay)
    }

    /// What is asked over the page.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        Some(match self.question.as_ref()? {
            Question::Leaving => self.leaving(context),
            Question::Clash(clash) => clash.view(
                (&context.locale, self.is_saving),
                Message::Clash,
                (Message::Save, Message::Stay),
            ),
            Question::Paste(paste) => paste.view(self.kind, context),
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
        section::page(self.bar(context), body)
    }

    fn bar<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let back = button::tool(Icon::ArrowLeft, locale.text("card-back")).on_press(Message::Leave);
        let title = ellipsis(self.title(context))
            .size(size::PAGE)
            .font(SEMIBOLD);
        let unsaved = self
            .is_dirty()
            .then(|| badge::badge(locale.text("form-unsaved"), Tone::Warning));
        let cancel = button::secondary(locale.text("form-cancel")).on_press(Message::Leave);
        let can_save = !self.is_saving && !context.is_read_only;
        let save = button::primary(locale.text("form-save"))
            .icon(Icon::Check)
            .tip("Ctrl S")
            .on_press_maybe(can_save.then_some(Message::Save));
        let paste = button::secondary(locale.text("form-paste"))
            .icon(Icon::Inbox)
            .tip("Ctrl Shift V")
            .on_press_maybe(can_save.then_some(Message::Paste(paste::Message::Ask)));
        let bar = row![
            back,
            title,
            unsaved,
            space::horizontal(),
            Element::from(paste),
            Element::from(cancel),
            Element::from(save)
        ]
        .spacing(spacing::M)
        .align_y(Center);
        column![
            section::bar(bar),
            self.completeness(context),
            section::divider()
        ]
        .into()
    }

    fn title(&self, context: &Context) -> String {
        let locale = &context.locale;
        match (&self.sheet, self.known, self.kind) {
            (Some(sheet), Some(_), _) => words::title(locale, &sheet.base.client),
            (None, Some(_), _) => String::new(),
            (_, None, Kind::Organization) => locale.text("form-new-organization"),
            (_, None, Kind::Person) => locale.text("form-new-person"),
        }
    }

    fn body<'a>(
        &'a self,
        sheet: &'a Sheet,
        width: f32,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let card = &sheet.typed.card;
        let problems = self.problems(context);
        let who: Vec<Element<'a, Message>> = match self.kind {
            Kind::Organization => vec![fields::organization(sheet, &problems, context)],
            Kind::Person => vec![
                fields::person(sheet, &problems, context),
                fields::work(sheet, &problems, context),
            ],
        };
        let numbers =
            (self.kind == Kind::Person).then(|| fields::numbers_of_person(sheet, context));
        let left = column(who)
            .push(contacts::view(card, locale))
            .push(fields::relation(sheet, &problems, context))
            .push(profile::next_step(sheet, &problems, context))
            .spacing(spacing::L);
        let right = column![
            addresses::view(card, locale),
            numbers,
            accounts::view(card, locale),
            fields::note(sheet, context),
            profile::custom(sheet, &problems, context),
            sheet.long.view(self.kind, locale),
        ]
        .spacing(spacing::L);
        let parts: Element<'a, Message> = if width >= TWO_COLUMNS {
            row![left.width(Fill), right.width(Fill)]
                .spacing(spacing::L)
                .align_y(Top)
                .into()
        } else {
            column![left, right].spacing(spacing::L).into()
        };
        let suspects = sheet.suspects.view(self.known.is_some(), context);
        let told: Vec<Element<'a, Message>> = [
            self.news(sheet, context),
            paste::newcomers(sheet, context),
            suspects,
        ]
        .into_iter()
        .flatten()
        .collect();
        // One place for all that is told, empty or not: the fields below keep theirs in the tree
        // of widgets, and with it the keyboard, when something comes to be told.
        let gap = if told.is_empty() { 0.0 } else { spacing::L };
        let told = column(told).spacing(spacing::L);
        let page = column![container(told).padding(Padding::ZERO.bottom(gap)), parts];
        let page = container(page).max_width(WIDEST).padding(spacing::XL);
        section::scrolled_as(PAGE, container(page).center_x(Fill))
    }

    fn news<'a>(&self, sheet: &Sheet, context: &Context) -> Option<Element<'a, Message>> {
        let locale = &context.locale;
        if context.is_read_only {
            let words = locale.text("form-read-only");
            return Some(note::note(words, Tone::Warning, None));
        }
        let words = || note::note(locale.text("form-news"), Tone::Accent, None);
        sheet.has_news.then(words)
    }

    fn leaving<'a>(&self, context: &Context) -> Element<'a, Message> {
        let save = (!self.is_saving).then_some(Message::Save);
        leaving::view(&context.locale, save, (Message::Stay, Message::Discard))
    }
}
