//! How the results are drawn.

use iced::widget::{column, container, row, space};
use iced::{Center, Element as Any, Fill, FillPortion, Padding};

use super::{Line, Message, Results};
use crate::domain::task::figures::{By, Figure, Key};
use crate::domain::task::{Meaning, TaskResult};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::{Column, Row, table};
use crate::ui::widget::{
    Element, Icon, button, choice, ellipsis, empty, page, section, segmented, text,
};

/// Parts of the width: the figures, and the tasks behind one.
const PARTS: (u16, u16) = (11, 9);

impl Results {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let body: Any<'a, Message> = match self.figures.as_deref() {
            None => space().into(),
            Some([]) => empty::empty(
                Icon::Chart,
                locale.text("results-empty"),
                locale.text("results-empty-hint"),
                None,
            ),
            Some(figures) => row![
                container(self.figures(figures, context)).width(FillPortion(PARTS.0)),
                container(self.tasks(context)).width(FillPortion(PARTS.1)),
            ]
            .spacing(spacing::M)
            .into(),
        };
        let whole = column![self.questions(context), body].spacing(spacing::M);
        let whole = container(whole).padding(Padding::from([spacing::L, spacing::XL]));
        let copy = button::secondary(locale.text("results-copy"))
            .icon(Icon::Copy)
            .on_press_maybe((self.count() > 0).then_some(Message::CopyPressed));
        let page = page::page(locale.text("results-title"), whole).button(copy.reachable());
        let total: i64 = self.figures.iter().flatten().map(|one| one.done).sum();
        let told = locale.with("results-told", &[("count", total.into())]);
        match self.figures {
            Some(_) => page.told(told).into(),
            None => page.into(),
        }
    }

    /// By what, when, whose and for whom.
    fn questions<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let by = By::ALL.iter().map(|by| {
            let label = locale.text(by_label(*by));
            (label, *by == self.by, Message::ByChosen(*by))
        });
        let period = self.span.view(locale, Message::Period);
        let everybody = (None, locale.text("results-everybody"));
        let employees = context.catalog.employees.iter();
        let employees = employees.map(|one| (Some(one.id), one.short_name()));
        let employees = [everybody].into_iter().chain(employees);
        let whose = choice::one_of(employees, self.scope.employee, Message::EmployeeChosen);
        let client = self.scope.client.is_some().then(|| {
            let clear = button::secondary(self.client.clone())
                .trailing(Icon::Close)
                .compact();
            let clear = clear.tip(locale.text("results-all-clients"));
            clear
                .on_press(Message::ClientChosen(None, String::new()))
                .reachable()
        });
        let project = self.project.view(self.scope.project, locale);
        let first = row![
            segmented::segmented(by),
            period,
            container(whose).max_width(190.0),
        ];
        let second = row![self.span.typed(locale, Message::Period), client, project];
        column![
            first.spacing(spacing::S).align_y(Center),
            second.spacing(spacing::S).align_y(Center)
        ]
        .spacing(spacing::S)
        .into()
    }

    fn figures<'a>(&'a self, figures: &'a [Figure], context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let build = move |index: u64| {
            let at = usize::try_from(index).ok()?;
            let figure = figures.get(at)?;
            let above = at.checked_sub(1).and_then(|above| figures.get(above));
            let is_at = self.table.cursor() == Some(index);
            Some(Row::new(self.cells(figure, above, context)).selected(is_at))
        };
        let mut columns = Vec::new();
        if self.by == By::Result {
            let kind = Column::new("kind", locale.text("results-by-kind"), 190.0);
            columns.push(kind.narrowest(90.0));
        }
        let what = Column::new("what", locale.text(by_label(self.by)), 190.0);
        columns.push(what.narrowest(100.0).grows());
        let number = |key, label: &str| {
            let column = Column::new(key, locale.text(label), 84.0);
            column.narrowest(52.0).right()
        };
        columns.push(number("done", "results-done"));
        columns.push(number("share", "results-share"));
        if self.by != By::Result {
            columns.push(number("success", "work-success"));
            columns.push(number("neutral", "work-neutral"));
            columns.push(number("failure", "work-failure"));
        }
        let table = table(&self.table, self.count(), columns, build, Message::Table);
        container(Any::from(table))
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    fn cells<'a>(
        &self,
        figure: &Figure,
        above: Option<&Figure>,
        context: &Context,
    ) -> Vec<Element<'a, Message>> {
        let locale = &context.locale;
        let mut cells: Vec<Element<'a, Message>> = Vec::new();
        if let Key::Result(kind, _) = figure.key {
            let is_same = above.is_some_and(|above| match above.key {
                Key::Result(other, _) => other == kind,
                _ => false,
            });
            let kind = match is_same {
                true => String::new(),
                false => name(Key::Kind(kind), "", context),
            };
            cells.push(ellipsis(kind).font(MEDIUM).into());
        }
        let tone = match figure.key {
            Key::Result(_, result) => tone_of(context.catalog.task_result(result)),
            _ => None,
        };
        let called = ellipsis(name(figure.key, &figure.name, context)).font(MEDIUM);
        cells.push(match tone {
            Some(tone) => called.style(surface::toned(tone)).into(),
            None => called.into(),
        });
        cells.push(ellipsis(locale.number(figure.done)).into());
        let share = percent(figure.share(self.total(figure)), locale);
        cells.push(ellipsis(share).style(surface::secondary).into());
        if self.by != By::Result {
            cells.extend(figure.meanings.map(|count| {
                let told = ellipsis(locale.number(count));
                match count {
                    0 => told.style(surface::hint).into(),
                    _ => told.into(),
                }
            }));
        }
        cells
    }

    /// The tasks behind the figure under the cursor.
    fn tasks<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let title = self.current();
        let title = title.map(|figure| name(figure.key, &figure.name, context));
        let narrow = self.current().and_then(|figure| match figure.key {
            Key::Client(Some(client)) => {
                let only = button::ghost(locale.text("results-only-client"))
                    .icon(Icon::Filter)
                    .compact()
                    .on_press(Message::ClientChosen(Some(client), figure.name.clone()));
                Some(only.reachable())
            }
            _ => None,
        });
        let head = row![
            ellipsis(title.unwrap_or_default()).font(MEDIUM),
            space().width(Fill),
            narrow,
            text::hint(locale.with("results-tasks", &[("count", self.behind.len().into())])),
        ]
        .spacing(spacing::S)
        .align_y(Center);
        let build = move |index: u64| {
            let line = self.behind.get(usize::try_from(index).ok()?)?;
            let is_at = self.is_inside && self.tasks.cursor() == Some(index);
            Some(Row::new(line.cells(context)).selected(is_at))
        };
        let columns = vec![
            Column::new("when", locale.text("results-finished"), 124.0).narrowest(118.0),
            Column::new("what", locale.text("results-task"), 150.0)
                .narrowest(90.0)
                .grows(),
            Column::new("client", locale.text("results-by-client"), 150.0).narrowest(90.0),
        ];
        let count = self.behind.len() as u64;
        let table = table(&self.tasks, count, columns, build, Message::Tasks);
        let head = container(head).padding(Padding::from([spacing::S, spacing::M]));
        container(column![head, section::divider(), Any::from(table)])
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    /// The figures as a table of text, for a spreadsheet.
    pub(super) fn as_text(&self, context: &Context) -> String {
        let locale = &context.locale;
        let mut lines = Vec::new();
        for figure in self.figures.iter().flatten() {
            let mut cells = Vec::new();
            if let Key::Result(kind, _) = figure.key {
                cells.push(name(Key::Kind(kind), "", context));
            }
            cells.push(name(figure.key, &figure.name, context));
            cells.push(figure.done.to_string());
            cells.push(percent(figure.share(self.total(figure)), locale));
            lines.push(cells.join("\t"));
        }
        lines.join("\n")
    }
}

impl Line {
    fn cells<'a>(&self, context: &Context) -> Vec<Element<'a, Message>> {
        let locale = &context.locale;
        let day = self.task.finished_at;
        let day = day.map(|moment| locale.date(moment.with_timezone(&chrono::Local).date_naive()));
        let kind = context.catalog.task_kind(self.task.kind);
        let title = match (self.task.title.as_str(), kind) {
            ("", Some(kind)) => kind.name.clone(),
            (title, _) => title.to_owned(),
        };
        vec![
            ellipsis(day.unwrap_or_default())
                .style(surface::secondary)
                .into(),
            ellipsis(title).into(),
            ellipsis(self.client.clone())
                .style(surface::secondary)
                .into(),
        ]
    }
}

fn by_label(by: By) -> &'static str {
    match by {
        By::Result => "results-by-result",
        By::Kind => "results-by-kind",
        By::Employee => "results-by-employee",
        By::Client => "results-by-client",
        By::Contact => "results-by-contact",
    }
}

/// What was counted together is called; `client` is what it is called where it is one.
fn name(key: Key, client: &str, context: &Context) -> String {
    let catalog = &context.catalog;
    let found = match key {
        Key::Result(_, result) => catalog.task_result(result).map(|one| one.name.clone()),
        Key::Kind(kind) => catalog.task_kind(kind).map(|one| one.name.clone()),
        Key::Employee(employee) => Some(context.employee(employee)),
        Key::Client(_) => Some(client.to_owned()),
    };
    let found = found.filter(|name| !name.is_empty());
    found.unwrap_or_else(|| context.locale.text("results-none"))
}

fn tone_of(result: Option<&TaskResult>) -> Option<Tone> {
    match result?.meaning {
        Meaning::Success => Some(Tone::Free),
        Meaning::Neutral => None,
        Meaning::Failure => Some(Tone::Busy),
    }
}

/// Tenths of a percent, in words.
fn percent(tenths: i64, locale: &Locale) -> String {
    let number = locale.decimal(tenths * 100_000);
    locale.with("results-percent", &[("number", number.into())])
}
