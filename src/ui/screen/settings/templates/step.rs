//! The fields of one step of a template.

use iced::widget::text_editor::{self, Content};
use iced::widget::{column, container, row};
use iced::{Fill, Top};

use super::Message as Outer;
use super::editor::{self, is_nameless};
use crate::domain::task::typed::{read_minute_of_day, read_minutes};
use crate::domain::task::{Rank, TaskKind};
use crate::domain::template::TemplateStep;
use crate::domain::term::Dictionary;
use crate::domain::{Employee, Id, Term};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, area, choice, field, text};

/// The field of the title, and the choice of a kind.
pub(super) const TITLE: &str = "settings.step";
pub(super) const KIND: &str = "settings.step.kind";
/// The most working days between the beginning of a project and one of its steps.
const MOST_DAYS: i64 = 999;

/// The fields of a step as they are being typed.
#[derive(Debug)]
pub(super) struct Sheet {
    pub id: Id<TemplateStep>,
    offset: String,
    days: String,
    time: String,
    minutes: String,
    checklist: Content,
}

/// What happened in the fields.
#[derive(Debug, Clone)]
pub enum Message {
    /// The title was typed.
    Title(String),
    /// What is hoped for was typed.
    Plan(String),
    /// A kind of operation was chosen.
    Kind(Option<Id<TaskKind>>),
    /// Of a stage: which step of the funnel it is was chosen.
    Stage(Option<Id<Term>>),
    /// Who does it was chosen; `None` for who leads the project.
    Employee(Option<Id<Employee>>),
    /// After how many working days it begins was typed.
    Offset(String),
    /// How many working days it may take was typed.
    Days(String),
    /// At what time of day it begins was typed.
    Time(String),
    /// How long it lasts was typed.
    Minutes(String),
    /// Whether the process demands it.
    Required(bool),
    /// The check list was edited.
    Checklist(text_editor::Action),
}

impl Sheet {
    /// The fields of that step.
    pub fn of(step: &TemplateStep) -> Self {
        let minute = step
            .minute
            .map(|minute| format!("{}:{:02}", minute / 60, minute % 60));
        let lasts = step.minutes > 0;
        Self {
            id: step.id,
            offset: step.offset_days.to_string(),
            days: step.days.to_string(),
            time: minute.unwrap_or_default(),
            minutes: if lasts {
                step.minutes.to_string()
            } else {
                String::new()
            },
            checklist: Content::with_text(&step.checklist),
        }
    }

    /// Takes in what happened; what was understood goes into the step.
    pub fn update(&mut self, message: Message, step: &mut TemplateStep) {
        match message {
            Message::Title(title) => step.title = title,
            Message::Plan(plan) => step.plan = plan,
            Message::Kind(kind) => step.kind = kind,
            Message::Stage(stage) => step.stage = stage,
            Message::Employee(employee) => step.employee = employee,
            Message::Offset(text) => self.offset = text,
            Message::Days(text) => self.days = text,
            Message::Time(text) => self.time = text,
            Message::Minutes(text) => self.minutes = text,
            Message::Required(is_required) => step.is_required = is_required,
            Message::Checklist(action) => {
                self.checklist.perform(action);
                let text = self.checklist.text();
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                step.checklist = lines.collect::<Vec<_>>().join("\n");
            }
        }
        step.offset_days = days(&self.offset).unwrap_or(step.offset_days);
        step.days = days(&self.days).unwrap_or(step.days);
        step.minute = time(&self.time).unwrap_or(step.minute);
        step.minutes = lasts(&self.minutes).unwrap_or(step.minutes);
    }

    /// Whether all that was typed can be understood.
    pub fn is_read(&self) -> bool {
        days(&self.offset).is_some()
            && days(&self.days).is_some()
            && time(&self.time).is_some()
            && lasts(&self.minutes).is_some()
    }

    /// The fields.
    pub fn view<'a>(
        &'a self,
        step: &'a TemplateStep,
        is_checked: bool,
        context: &'a Context,
    ) -> Element<'a, Outer> {
        let locale = &context.locale;
        let is_missing = is_checked && is_nameless(step);
        let title = input(locale.text("task-title"), &step.title, Message::Title)
            .id(TITLE)
            .placeholder(
                context
                    .catalog
                    .task_kind(step.kind)
                    .map_or("", |kind| &kind.name),
            )
            .error(is_missing.then(|| locale.text("task-title-required")));
        let plan = input(locale.text("task-plan"), &step.plan, Message::Plan);
        let (heading, rest) = match step.rank {
            Rank::Operation => ("templates-operation", self.operation(step, context)),
            Rank::Project | Rank::Stage => ("task-edit-stage", funnel(step, context)),
        };
        let kind = (step.rank == Rank::Operation).then(|| kind(step, context));
        column![
            text::title(locale.text(heading)),
            kind,
            Element::from(title),
            Element::from(plan),
            rest,
        ]
        .spacing(spacing::M)
        .into()
    }

    fn operation<'a>(&'a self, step: &'a TemplateStep, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let required = choice::check(
            locale.text("task-required"),
            step.is_required,
            |is_required| say(Message::Required(is_required)),
        );
        let checklist = area::area(
            &self.checklist,
            locale.text("kinds-checklist-placeholder"),
            |action| say(Message::Checklist(action)),
            Outer::Submitted,
        );
        let [first, second] = self.when(step, context);
        column![
            who(step, context),
            first,
            second,
            required,
            field::labelled(locale.text("task-checklist"), checklist),
        ]
        .spacing(spacing::M)
        .into()
    }

    /// When it begins, how long it may take.
    fn when<'a>(&'a self, step: &TemplateStep, context: &'a Context) -> [Element<'a, Outer>; 2] {
        let locale = &context.locale;
        let unread = |is_read: bool, key| (!is_read).then(|| locale.text(key));
        let offset = input(
            locale.text("templates-offset"),
            &self.offset,
            Message::Offset,
        )
        .error(unread(
            days(&self.offset).is_some(),
            "templates-days-unread",
        ));
        let due = input(locale.text("templates-days"), &self.days, Message::Days)
            .error(unread(days(&self.days).is_some(), "templates-days-unread"));
        let time = input(locale.text("templates-time"), &self.time, Message::Time)
            .placeholder(locale.text("kinds-no-time"))
            .error(unread(time(&self.time).is_some(), "templates-time-unread"));
        let usual = context
            .catalog
            .task_kind(step.kind)
            .map(|kind| kind.minutes);
        let usual = usual.filter(|minutes| *minutes > 0);
        let usual = usual.map(|minutes| locale.minutes(minutes));
        let minutes = input(locale.text("task-minutes"), &self.minutes, Message::Minutes)
            .placeholder(usual.unwrap_or_default())
            .error(unread(
                lasts(&self.minutes).is_some(),
                "task-minutes-unread",
            ));
        [[offset, due], [time, minutes]].map(|pair| {
            let pair = pair.map(|one| container(Element::from(one)).width(Fill).into());
            row(pair).spacing(spacing::S).align_y(Top).into()
        })
    }
}

/// A message about the step, as the tab hears it.
fn say(message: Message) -> Outer {
    Outer::Editor(editor::Message::Step(message))
}

fn input<'a>(
    label: String,
    value: &str,
    message: fn(String) -> Message,
) -> field::Field<'a, Outer> {
    field::field(label, value)
        .on_input(move |text| say(message(text)))
        .on_submit(Outer::Submitted)
}

fn kind<'a>(step: &TemplateStep, context: &'a Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let kinds = context.catalog.offered_kinds(step.kind);
    let kinds = kinds.map(|kind| (Some(kind.id), kind.name.clone()));
    let none = (None, locale.text("templates-no-kind"));
    let list = choice::one_of_as(
        KIND,
        std::iter::once(none).chain(kinds),
        step.kind,
        |kind| say(Message::Kind(kind)),
    );
    field::labelled(locale.text("task-kind"), list)
}

/// Which step of the funnel a stage is.
fn funnel<'a>(step: &TemplateStep, context: &'a Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let stages = context.catalog.terms(Dictionary::DealStage);
    let stages = stages.map(|term| (Some(term.id), term.name.clone()));
    let none = (None, locale.text("task-stage-none"));
    let list = choice::one_of(std::iter::once(none).chain(stages), step.stage, |stage| {
        say(Message::Stage(stage))
    });
    field::labelled(locale.text("task-stage"), list)
}

/// Who does it.
fn who<'a>(step: &TemplateStep, context: &'a Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let employees = context.catalog.employees.iter();
    let employees = employees.map(|one| (Some(one.id), one.short_name()));
    let leader = (None, locale.text("templates-leader"));
    let list = choice::one_of(
        std::iter::once(leader).chain(employees),
        step.employee,
        |employee| say(Message::Employee(employee)),
    );
    field::labelled(locale.text("templates-who"), list)
}

/// When a step begins, briefly: `+3 раб. дн., 10:00`.
pub(super) fn when(step: &TemplateStep, locale: &Locale) -> String {
    let day = match step.offset_days {
        0 => locale.text("templates-first-day"),
        days => locale.with("templates-day", &[("days", days.into())]),
    };
    match step.minute {
        Some(minute) => format!("{day}, {}", locale.minute_of_day(minute)),
        None => day,
    }
}

/// So many working days; none where nothing is typed.
fn days(text: &str) -> Option<i64> {
    match text.trim() {
        "" => Some(0),
        text => text
            .parse()
            .ok()
            .filter(|days| (0..=MOST_DAYS).contains(days)),
    }
}

/// A minute of the day, none where nothing is typed; outside `None` where it cannot be read.
fn time(text: &str) -> Option<Option<i64>> {
    match text.trim() {
        "" => Some(None),
        text => read_minute_of_day(text).map(Some),
    }
}

/// So many minutes; 0, as long as its kind does, where nothing is typed.
fn lasts(text: &str) -> Option<i64> {
    match text.trim() {
        "" => Some(0),
        text => read_minutes(text),
    }
}
