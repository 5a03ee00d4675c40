//! How the end of a task looks.

use iced::widget::{button as pressed, column, container, row};
use iced::{Center, Fill, Padding};

use super::{CALL, CLIENT, CONTACT, Finish, Message, OUTCOME, PAGE, REASON, Sheet, Source};
use crate::domain::task::{Meaning, Rank, State, TaskResult};
use crate::domain::term::Dictionary;
use crate::domain::{Id, Term};
use crate::ui::screen::pick::{Pick, Shown};
use crate::ui::screen::task::{glyph, name};
use crate::ui::screen::{Context, leaving};
use crate::ui::style::{self, Tone, height, spacing, surface};
use crate::ui::widget::field::labelled;
use crate::ui::widget::{Element, Icon, area, avatar, badge, button, choice, dialog};
use crate::ui::widget::{ellipsis, icon, note, section, segmented, text};

/// The width of the dialog, and the most height of what scrolls in it, in logical pixels.
const SIZE: (f32, f32) = (560.0, 520.0);

impl Finish {
    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        if self.is_leaving {
            let answers = (Message::Stay, Message::Discard);
            return leaving::view(locale, Some(Message::Save), answers);
        }
        let body = self.sheet.as_ref().map(|sheet| self.body(sheet, context));
        let can_save = self.sheet.is_some() && !self.is_saving && !context.is_read_only;
        let title = match self.source {
            Source::Known(_) => locale.text("finish-title"),
            Source::Log(_) => locale.text("finish-log-title"),
        };
        let save = button::primary(locale.text("finish-save"))
            .icon(Icon::Check)
            .on_press_maybe(can_save.then_some(Message::Save));
        let mut dialog = dialog::dialog(title, column![body])
            .width(SIZE.0)
            .close(locale.text("form-cancel"), Message::Leave)
            .button(button::secondary(locale.text("form-cancel")).on_press(Message::Leave))
            .button(save);
        if !self.rest.is_empty() {
            let skip = button::ghost(locale.text("finish-skip"));
            dialog = dialog.aside(skip.on_press(Message::Skip));
        }
        dialog.into()
    }

    fn body<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let is_log = matches!(self.source, Source::Log(_));
        let head = match is_log {
            true => self.whom(sheet, context),
            false => head(sheet, context),
        };
        let outcome = area::brief(
            OUTCOME,
            &sheet.outcome,
            locale.text("finish-outcome-placeholder"),
            Message::Outcome,
            Message::Save,
        );
        let reason = sheet.needs_reason(context);
        let rest = (!self.rest.is_empty()).then(|| {
            let count = ("count", self.rest.len().into());
            text::hint(locale.with("finish-rest", &[count]))
        });
        let body = column![
            rest,
            head,
            (!is_log).then(|| states(sheet, context)),
            results(sheet, self.is_checked, context),
            labelled(locale.text("task-outcome"), outcome),
            reason.then(|| self.reason(sheet, context)),
        ]
        .spacing(spacing::M);
        let body = container(body).padding(Padding::ZERO.right(spacing::M).bottom(spacing::XS));
        container(section::scrolled_as(PAGE, body))
            .max_height(SIZE.1)
            .into()
    }

    /// With whom something was done just now.
    fn whom<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let kind = sheet.assignment.task.kind;
        let kinds = context.catalog.offered_kinds(kind);
        let calls = kinds.filter(|one| one.icon == CALL || Some(one.id) == kind);
        let kinds = calls.map(|kind| (kind.id, icon::kind::named(&kind.icon), kind.name.clone()));
        let kinds = choice::chips_as("finish kind", kinds, kind, Message::Kind);
        let unknown = |pick: &Pick| {
            let is_unknown = !pick.text().is_empty() && pick.chosen().is_none();
            (self.is_checked && is_unknown).then(|| locale.text("biography-pick-missing"))
        };
        let client = Shown {
            id: CLIENT,
            label: locale.text("task-client"),
            error: unknown(&sheet.client),
        };
        let contact = Shown {
            id: CONTACT,
            label: locale.text("task-contact"),
            error: unknown(&sheet.contact),
        };
        let client = sheet
            .client
            .view(client, Message::Save, Message::Client, context);
        let contact = sheet
            .contact
            .view(contact, Message::Save, Message::Contact, context);
        column![kinds, row![client, contact].spacing(spacing::M)]
            .spacing(spacing::M)
            .into()
    }

    fn reason<'a>(&self, sheet: &Sheet, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let reasons = context.catalog.terms(Dictionary::LossReason);
        let reasons = reasons.map(|term| (Some(term.id), term.name.clone()));
        let none: (Option<Id<Term>>, _) = (None, locale.text("finish-reason-none"));
        let reason = choice::one_of_as(
            REASON,
            std::iter::once(none).chain(reasons),
            sheet.reason,
            Message::Reason,
        );
        let is_missing = self.is_checked && sheet.missing(context) == Some(REASON);
        let missing =
            is_missing.then(|| note::under(locale.text("finish-reason-required"), Tone::Busy));
        let reason = column![reason, missing].spacing(spacing::XS);
        labelled(locale.text("task-reason"), reason)
    }
}

/// What ends: its icon, its name, its client, and what was hoped for.
fn head<'a>(sheet: &'a Sheet, context: &Context) -> Element<'a, Message> {
    let task = &sheet.assignment.task;
    let parts = [sheet.client.text(), sheet.contact.text()].into_iter();
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let below = (!parts.is_empty()).then(|| text::hint(parts.join(" · ")));
    let plan = (!task.plan.trim().is_empty()).then(|| {
        let plan = ("plan", task.plan.as_str().into());
        text::secondary(context.locale.with("finish-plan", &[plan]))
    });
    let words = column![ellipsis(name(task, &context.catalog)), below].width(Fill);
    let sign = avatar::tile(glyph(task, &context.catalog), Tone::Accent, height::CONTROL);
    let line = row![sign, words].spacing(spacing::M).align_y(Center);
    column![line, plan].spacing(spacing::S).into()
}

fn states<'a>(sheet: &Sheet, context: &Context) -> Element<'a, Message> {
    let is_project = sheet.assignment.task.rank == Rank::Project;
    let states = sheet.states().iter().map(|state| {
        let key = match (state, is_project) {
            (State::Done, true) => "finish-won",
            (State::Lost, _) => "finish-lost",
            (State::Cancelled, _) => "finish-cancelled",
            (State::Done | State::Open, _) => "finish-done",
        };
        let words = context.locale.text(key);
        (words, *state == sheet.state, Message::State(*state))
    });
    row![segmented::segmented(states)].into()
}

/// The results of the kind, each with its number key.
fn results<'a>(
    sheet: &'a Sheet,
    is_checked: bool,
    context: &'a Context,
) -> Option<Element<'a, Message>> {
    let lines: Vec<Element<'a, Message>> = (1..)
        .zip(sheet.results(context))
        .map(|(number, result)| line(number, result, sheet.result == Some(result.id)))
        .collect();
    if lines.is_empty() {
        return None;
    }
    let is_missing = is_checked && sheet.lacks_result(context);
    let missing =
        is_missing.then(|| note::under(context.locale.text("finish-result-required"), Tone::Busy));
    let lines = column(lines).spacing(2.0).push(missing);
    Some(labelled(context.locale.text("task-result"), lines))
}

fn line<'a>(number: usize, result: &TaskResult, is_chosen: bool) -> Element<'a, Message> {
    let key = (number < 10).then(|| badge::key(number.to_string()));
    let (glyph, tone) = match result.meaning {
        Meaning::Success => (Icon::CircleCheck, Tone::Free),
        Meaning::Neutral => (Icon::CircleDot, Tone::Neutral),
        Meaning::Failure => (Icon::CircleX, Tone::Busy),
    };
    let name = ellipsis(result.name.clone()).width(Fill);
    let tick = is_chosen.then(|| icon(Icon::Check).style(surface::toned(Tone::Accent)));
    let face = row![key, icon(glyph).style(surface::toned(tone)), name, tick];
    let face = container(face.spacing(spacing::S).align_y(Center)).center_y(Fill);
    pressed(face)
        .padding(Padding::ZERO.horizontal(spacing::S))
        .width(Fill)
        .height(height::CONTROL)
        .style(style::button::choice(is_chosen))
        .on_press(Message::Result(result.id))
        .into()
}
