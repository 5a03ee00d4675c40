//! How the page of tasks looks.

use iced::widget::{column, container, row, space};
use iced::{Center, Fill, Padding};

use super::{Message, Tasks};
use crate::domain::task::list::{Listed, Period, Whose};
use crate::domain::task::tree::Condition;
use crate::domain::task::{Meaning, State, When};
use crate::ui::screen::{Context, task};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::{Checks, Column, Row, table};
use crate::ui::widget::{Element, Icon, badge, button, choice, ellipsis, empty, field, icon};
use crate::ui::widget::{menu, page, section, segmented, text};

/// The width of the lists of kinds and of colleagues, in logical pixels.
const LIST: f32 = 190.0;

impl Tasks {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let body: Element<'a, Message> = match &self.all {
            None => space().into(),
            Some(_) if self.rows.is_empty() => self.nothing(context),
            Some(_) => self.table(context),
        };
        let deeds = (!self.selected.is_empty()).then(|| self.deeds(context));
        let body = column![self.bar(context), deeds, section::divider(), body];
        let mut page = page::page(locale.text("tasks-title"), body);
        if self.all.is_some() {
            let count = ("count", self.rows.len().into());
            page = page.told(locale.with("tasks-count", &[count]));
        }
        if !context.is_read_only {
            let add = button::primary(locale.text("tasks-add"))
                .icon(Icon::Plus)
                .on_press(Message::Add);
            page = page.button(add);
        }
        page.into()
    }

    fn bar<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let whose = [(Whose::Mine, "tasks-mine"), (Whose::Given, "tasks-given")];
        let whose = whose.map(|(whose, key)| {
            let is_chosen = whose == self.whose;
            (locale.text(key), is_chosen, Message::Whose(whose))
        });
        let periods = Period::ALL.map(|period| {
            let key = match period {
                Period::All => "tasks-all",
                Period::Overdue => "tasks-overdue",
                Period::Today => "tasks-today",
                Period::Week => "tasks-week",
                Period::Undated => "tasks-undated",
            };
            let is_on = period == self.period;
            choice::chip(locale.text(key), is_on, Message::Period(period))
        });
        let finished = choice::chip(
            locale.text("tasks-finished"),
            self.has_finished,
            Message::Finished(!self.has_finished),
        );
        let search = field::search(locale.text("tasks-search"), &self.needle, Message::Typed);
        let kinds = context.catalog.task_kinds.iter();
        let kinds = kinds.map(|kind| (Some(kind.id), kind.name.clone()));
        let any = (None, locale.text("tasks-any-kind"));
        let kind = choice::one_of(std::iter::once(any).chain(kinds), self.kind, Message::Kind);
        let employees = context.catalog.employees.iter();
        let employees = employees.map(|one| (Some(one.id), one.short_name()));
        let any = (None, locale.text("tasks-any-employee"));
        let employee = choice::one_of(
            std::iter::once(any).chain(employees),
            self.employee,
            Message::Employee,
        );
        let first = row![
            segmented::segmented(whose),
            row(periods).spacing(spacing::XS),
            finished
        ]
        .spacing(spacing::M)
        .align_y(Center);
        let second = row![
            Element::from(search.width(260.0)),
            container(kind).width(LIST),
            container(employee).width(LIST)
        ]
        .spacing(spacing::M)
        .align_y(Center);
        container(column![first, second].spacing(spacing::S))
            .padding(Padding::from([spacing::S, spacing::XL]))
            .into()
    }

    /// What can be done with the selected tasks.
    fn deeds<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let count = ("count", self.selected.len().into());
        let words = text::strong(locale.with("tasks-selected", &[count]));
        let deed = |key, glyph, message| {
            let deed = button::secondary(locale.text(key)).icon(glyph).compact();
            deed.on_press(message).reachable()
        };
        let hand = button::secondary(locale.text("tasks-hand"))
            .icon(Icon::UserCheck)
            .compact()
            .on_press(Message::Handing(!self.is_handing))
            .reachable();
        let unfolded = self.is_handing.then(|| {
            let all = context.catalog.employees.iter();
            let items = all.map(|one| {
                let hand = Message::HandTo(one.id);
                menu::item(one.short_name(), Some(hand))
                    .icon(Icon::User)
                    .into()
            });
            menu::panel(items.collect::<Vec<Element<'a, Message>>>(), LIST)
        });
        let hand = menu::menu(hand, unfolded, Message::Handing(false));
        let deeds = row![
            words,
            space().width(spacing::S),
            deed("tasks-finish", Icon::Check, Message::Finish),
            deed("tasks-day-later", Icon::ChevronRight, Message::Move(1)),
            deed("tasks-week-later", Icon::CalendarDays, Message::Move(7)),
            Element::from(hand),
            deed("task-delete", Icon::Trash, Message::Delete),
            deed("tasks-unselect", Icon::Close, Message::Unselect),
        ]
        .spacing(spacing::S)
        .align_y(Center);
        container(deeds)
            .padding(Padding::from([spacing::S, spacing::XL]))
            .width(Fill)
            .style(surface::note(Tone::Accent))
            .into()
    }

    fn table<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let columns = vec![
            Column::new("task", locale.text("tree-task"), 300.0)
                .narrowest(200.0)
                .grows(),
            Column::new("client", locale.text("task-client"), 200.0).narrowest(120.0),
            Column::new("people", locale.text("tree-people"), 160.0).narrowest(100.0),
            Column::new("due", locale.text("task-due"), 140.0).narrowest(110.0),
            Column::new("state", locale.text("tree-state"), 210.0).narrowest(195.0),
        ];
        let count = self.rows.len() as u64;
        let build = move |row: u64| {
            let one = self.at(row)?;
            let id = one.task.id;
            let is_on = self.selected.contains(&id) || self.chosen == Some(id);
            Some(Row::new(self.cells(one, context)).selected(is_on))
        };
        let checks = match self.selected.len() {
            0 => Checks::None,
            some if some < self.rows.len() => Checks::Some,
            _ => Checks::All,
        };
        let table = table(&self.table, count, columns, build, Message::Table).checks(checks);
        container(Element::from(table))
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    fn cells<'a>(&'a self, one: &'a Listed, context: &'a Context) -> Vec<Element<'a, Message>> {
        let locale = &context.locale;
        let today = When::At(self.now).day();
        let glyph = icon(task::glyph(&one.task, &context.catalog));
        let name = ellipsis(task::name(&one.task, &context.catalog)).font(MEDIUM);
        let name = row![glyph.style(surface::secondary), name]
            .spacing(spacing::S)
            .align_y(Center);
        let people = one
            .people
            .iter()
            .map(|one| context.employee(Some(one.employee)));
        let people = people.collect::<Vec<_>>().join(", ");
        let when = one.task.start().or_else(|| one.task.due());
        let when = when.map(|when| locale.when_short(when, today));
        let (words, tone) = self.standing(one, context);
        vec![
            name.into(),
            ellipsis(one.client.clone())
                .style(surface::secondary)
                .into(),
            ellipsis(people).style(surface::secondary).into(),
            ellipsis(when.unwrap_or_default())
                .style(surface::secondary)
                .into(),
            badge::badge(words, tone),
        ]
    }

    /// How a task stands; of what is done its result.
    fn standing(&self, one: &Listed, context: &Context) -> (String, Tone) {
        let locale = &context.locale;
        let task = &one.task;
        let today = When::At(self.now).day();
        let late = task.due().filter(|_| task.is_overdue(self.now));
        let is_today = task.start().is_some_and(|start| start.day() == today);
        if let Some(result) = context.catalog.task_result(task.result)
            && task.state == State::Done
        {
            let tone = match result.meaning {
                Meaning::Success => Tone::Free,
                Meaning::Neutral => Tone::Neutral,
                Meaning::Failure => Tone::Busy,
            };
            return (result.name.clone(), tone);
        }
        let (condition, tone) = match (task.state, late) {
            (State::Done, _) => (Condition::Done, Tone::Free),
            (State::Lost, _) => (Condition::Lost, Tone::Busy),
            (State::Cancelled, _) => (Condition::Cancelled, Tone::Neutral),
            (State::Open, Some(due)) => {
                let days = (today - due.day()).num_days();
                (Condition::Overdue(days), Tone::Busy)
            }
            (State::Open, None) if is_today => (Condition::Today, Tone::Warning),
            (State::Open, None) => (Condition::Planned, Tone::Neutral),
        };
        (locale.condition(condition), tone)
    }

    fn nothing<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let key = match self.whose {
            Whose::Mine => "tasks-none-mine",
            Whose::Given => "tasks-none-given",
        };
        let add = button::primary(locale.text("tasks-add"))
            .icon(Icon::Plus)
            .on_press_maybe((!context.is_read_only).then_some(Message::Add));
        empty::empty(
            Icon::ListChecks,
            locale.text("tasks-none"),
            locale.text(key),
            Some(add.into()),
        )
    }
}
