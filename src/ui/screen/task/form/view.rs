//! How the form of a task looks: what it is about on the left, who and how on the right.

mod right;

use chrono::Local;
use iced::widget::{column, container, row};
use iced::{Fill, Padding, Top};

use super::{CLIENT, CONTACT, Form, KIND, Line, Message, PAGE};
use super::{Problem, Sheet, Source};
use crate::domain::task::{Rank, State, When};
use crate::domain::{Id, Task};
use crate::ui::screen::pick::Shown;
use crate::ui::screen::{Context, words};
use crate::ui::style::{Tone, size, spacing, surface};
use crate::ui::widget::field::{Field, field, labelled};
use crate::ui::widget::section;
use crate::ui::widget::{Element, Icon, area, button, choice, dialog, ellipsis, icon, note};

/// The width of the dialog, and the most height of what scrolls in it, in logical pixels.
const SIZE: (f32, f32) = (880.0, 520.0);

impl Form {
    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        match &self.question {
            Some(question) => self.question_view(question, context),
            None => self.sheet_view(self.sheet.as_deref(), context),
        }
    }

    fn sheet_view<'a>(
        &'a self,
        sheet: Option<&'a Sheet>,
        context: &'a Context,
    ) -> Element<'a, Message> {
        let locale = &context.locale;
        let body = sheet.map(|sheet| self.body(sheet, context));
        let can_save = sheet.is_some() && !self.is_saving && !context.is_read_only;
        let save = button::primary(locale.text("form-save"))
            .icon(Icon::Check)
            .on_press_maybe(can_save.then_some(Message::Save));
        let cancel = button::secondary(locale.text("form-cancel")).on_press(Message::Leave);
        let rank = sheet.map_or(Rank::Operation, |sheet| sheet.base.task.rank);
        let is_new = self.task().is_none();
        let title = match self.source {
            Source::Proposed(_) => "task-next",
            _ => title(rank, is_new),
        };
        let form = dialog::dialog(locale.text(title), column![body])
            .width(SIZE.0)
            .close(locale.text("form-cancel"), Message::Leave)
            .button(cancel);
        let form = match sheet.filter(|sheet| self.can_finish(sheet)) {
            Some(_) => {
                let finish = button::secondary(locale.text("task-finish"))
                    .icon(Icon::CircleCheck)
                    .on_press_maybe(can_save.then_some(Message::Finish));
                form.button(finish)
            }
            None => form,
        };
        let form = form.button(save);
        match is_new {
            true => form.into(),
            false => {
                let delete = button::ghost(locale.text("task-delete"))
                    .icon(Icon::Trash)
                    .on_press_maybe(can_save.then_some(Message::Delete));
                form.aside(delete).into()
            }
        }
    }

    /// What was typed is saved before it ends.
    fn can_finish(&self, sheet: &Sheet) -> bool {
        self.task().is_some() && sheet.base.task.state == State::Open
    }

    fn body<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let problems = self.problems();
        let news = sheet
            .has_news
            .then(|| note::note(locale.text("task-news"), Tone::Accent, None));
        let fields = Fields {
            sheet,
            problems: &problems,
            context,
        };
        let columns = row![
            container(fields.left()).width(Fill),
            container(fields.right()).width(Fill)
        ]
        .spacing(spacing::XL)
        .align_y(Top);
        let body = column![news, fields.kind(), columns].spacing(spacing::M);
        let body = container(body).padding(Padding::ZERO.right(spacing::M).bottom(spacing::XS));
        container(section::scrolled_as(PAGE, body))
            .max_height(SIZE.1)
            .into()
    }
}

fn title(rank: Rank, is_new: bool) -> &'static str {
    match (rank, is_new) {
        (Rank::Operation, true) => "task-new-operation",
        (Rank::Project, true) => "task-new-project",
        (Rank::Stage, true) => "task-new-stage",
        (Rank::Operation, false) => "task-edit-operation",
        (Rank::Project, false) => "task-edit-project",
        (Rank::Stage, false) => "task-edit-stage",
    }
}

/// The fields of a sheet.
#[derive(Clone, Copy)]
struct Fields<'a, 'b> {
    sheet: &'a Sheet,
    problems: &'b [Problem],
    context: &'a Context,
}

impl<'a> Fields<'a, '_> {
    fn has(self, problem: Problem) -> bool {
        self.problems.contains(&problem)
    }

    fn error(self, problem: Problem, key: &str) -> Option<String> {
        self.has(problem).then(|| self.context.locale.text(key))
    }

    /// A line that is typed.
    fn line(self, line: Line, key: &str) -> Field<'a, Message> {
        field(self.context.locale.text(key), self.sheet.line(line))
            .id(line.id())
            .on_input(move |text| Message::Line(line, text))
            .on_submit(Message::Save)
    }

    /// The kinds of operation, each with its icon.
    fn kind(self) -> Option<Element<'a, Message>> {
        let catalog = &self.context.catalog;
        let task = &self.sheet.mine.task;
        if task.rank != Rank::Operation || catalog.task_kinds.is_empty() {
            return None;
        }
        let kinds = catalog.offered_kinds(task.kind);
        let kinds = kinds.map(|kind| (kind.id, icon::kind::named(&kind.icon), kind.name.clone()));
        let chips = choice::chips_as(KIND, kinds, task.kind, Message::Kind);
        Some(labelled(self.context.locale.text("task-kind"), chips))
    }

    fn left(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let sheet = self.sheet;
        let task = &sheet.mine.task;
        let kind = self.context.catalog.task_kind(task.kind);
        let title = self
            .line(Line::Title, "task-title")
            .placeholder(kind.map(|kind| kind.name.clone()).unwrap_or_default())
            .error(self.error(Problem::NoTitle, "task-title-required"));
        let plan = area::area(
            &sheet.plan,
            locale.text("task-plan-placeholder"),
            Message::Plan,
            Message::Save,
        );
        let is_operation = task.rank == Rank::Operation;
        let place = is_operation.then(|| self.line(Line::Place, "task-place"));
        column![
            title,
            self.client(),
            self.parent(),
            self.times(),
            self.booking(),
            self.repetition(),
            place.map(Element::from),
            labelled(locale.text("task-plan"), plan),
            self.outcome(),
        ]
        .spacing(spacing::M)
        .into()
    }

    fn client(self) -> Element<'a, Message> {
        let (context, sheet) = (self.context, self.sheet);
        let client = Shown {
            id: CLIENT,
            label: context.locale.text("task-client"),
            error: self.error(Problem::Client, "biography-pick-missing"),
        };
        let client = sheet
            .client
            .view(client, Message::Save, Message::Client, context);
        let contact = Shown {
            id: CONTACT,
            label: context.locale.text("task-contact"),
            error: self.error(Problem::Contact, "biography-pick-missing"),
        };
        let contact = sheet
            .contact
            .view(contact, Message::Save, Message::Contact, context);
        let known = sheet.near_by(context);
        let known = (!known.is_empty()).then(|| ellipsis(known).size(size::SMALL));
        let known = known.map(|known| known.style(surface::secondary).width(Fill));
        column![client, contact, known].spacing(spacing::M).into()
    }

    /// Where a new operation or stage stands.
    fn parent(self) -> Option<Element<'a, Message>> {
        let (locale, sheet) = (&self.context.locale, self.sheet);
        let task = &sheet.mine.task;
        if !sheet.is_new() || task.rank == Rank::Project || sheet.tree.is_empty() {
            return None;
        }
        let rows = sheet.tree.rows(|_| true).into_iter();
        let places = rows.filter(|(_, one)| {
            let is_open = one.state == State::Open;
            is_open && sheet.tree.check_place(task, Some(one.id)).is_ok()
        });
        let places = places.map(|(depth, one)| {
            let indent = "\u{2003}".repeat(depth);
            (Some(one.id), format!("{indent}{}", one.title))
        });
        let none = (None, locale.text("task-parent-none"));
        let none = (task.rank == Rank::Operation).then_some(none);
        let places: Vec<(Option<Id<Task>>, String)> = none.into_iter().chain(places).collect();
        if places.len() < 2 && task.parent.is_none() {
            return None;
        }
        let chosen = choice::one_of(places, task.parent, Message::Parent);
        Some(labelled(locale.text("task-parent"), chosen))
    }

    fn times(self) -> Element<'a, Message> {
        let (locale, sheet) = (&self.context.locale, self.sheet);
        let task = sheet.finished().task;
        let unread = |line| self.error(Problem::Unread(line), "task-when-unread");
        let start = self
            .line(Line::Start, "task-start")
            .placeholder(locale.text("task-start-placeholder"))
            .error(unread(Line::Start))
            .hint(self.understood(task.start()));
        let has_due = task.due_at.is_some() || task.due_on.is_some();
        let due = self
            .line(Line::Due, "task-due")
            .placeholder(locale.text("task-due-placeholder"))
            .error(unread(Line::Due))
            .error(self.error(Problem::DueEarly, "task-due-early"))
            .hint(self.understood(task.due().filter(|_| has_due)));
        if task.rank != Rank::Operation {
            return row![start, due].spacing(spacing::M).align_y(Top).into();
        }
        let until = task.ends_at().filter(|_| task.minutes.is_some());
        let until = until.map(|end| {
            let time = end.with_timezone(&Local).format("%H:%M").to_string();
            locale.with("task-until", &[("time", time.into())])
        });
        let unread = self.error(Problem::Unread(Line::Minutes), "task-minutes-unread");
        let minutes = self
            .line(Line::Minutes, "task-minutes")
            .placeholder(locale.text("task-minutes-placeholder"))
            .error(unread)
            .hint(until.unwrap_or_default());
        let first = row![start, minutes].spacing(spacing::M).align_y(Top);
        column![first, due].spacing(spacing::M).into()
    }

    /// Who is busy at that time already.
    fn booking(self) -> Option<Element<'a, Message>> {
        let entries = &self.sheet.booking.entries;
        let words = || words::double_booking(entries, self.context);
        (!entries.is_empty()).then(|| note::note(words(), Tone::Warning, None))
    }

    /// How often an operation that is still to do repeats.
    fn repetition(self) -> Option<Element<'a, Message>> {
        let task = &self.sheet.mine.task;
        let unread = self.problems.iter().find_map(|problem| match problem {
            Problem::Repetition(unread) => Some(*unread),
            _ => None,
        });
        let can_repeat = task.rank == Rank::Operation && task.state == State::Open;
        can_repeat.then(|| {
            let first = self.sheet.first_day();
            let locale = &self.context.locale;
            self.sheet.repetition.view(first, unread, locale)
        })
    }

    /// What a typed day or time means.
    fn understood(self, when: Option<When>) -> String {
        let said = when.map(|when| self.context.locale.weekday_and_when(when));
        said.unwrap_or_default()
    }

    /// What came of it, once it is finished.
    fn outcome(self) -> Option<Element<'a, Message>> {
        let (locale, sheet) = (&self.context.locale, self.sheet);
        let task = &sheet.mine.task;
        if task.state == State::Open && task.outcome.is_empty() && task.result.is_none() {
            return None;
        }
        let catalog = &self.context.catalog;
        let results = task
            .kind
            .map(|kind| catalog.offered_results(kind, task.result));
        let results = results.into_iter().flatten();
        let results = results.map(|result| (Some(result.id), result.name.clone()));
        let none = (None, locale.text("task-result-none"));
        let result = choice::one_of(
            std::iter::once(none).chain(results),
            task.result,
            Message::Result,
        );
        let said = area::area(
            &sheet.outcome,
            String::new(),
            Message::Outcome,
            Message::Save,
        );
        let both = column![
            labelled(locale.text("task-result"), result),
            labelled(locale.text("task-outcome"), said)
        ];
        Some(both.spacing(spacing::M).into())
    }
}
