//! Two people have changed the same part of a task: both values are shown, and the user chooses.

use std::collections::HashMap;

use iced::widget::{column, container, row, scrollable};

use super::Message as Outer;
use super::save::Names;
use crate::domain::merge::Side;
use crate::domain::task::State;
use crate::domain::task::When;
use crate::domain::task::merge::Field;
use crate::domain::{Assignment, Task};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::screen::form::value_option;
use crate::ui::style::{control, spacing};
use crate::ui::widget::{Element, button, dialog, text};

/// The width of the dialog, and the height of its list, in logical pixels.
const SIZE: (f32, f32) = (680.0, 420.0);

/// The fields that clash, and what was chosen so far.
#[derive(Debug)]
pub struct Clash {
    told: Vec<Told>,
    /// What was chosen; nothing is chosen before the user does.
    pub choices: HashMap<Field, Side>,
}

/// One field that clashes, in words.
#[derive(Debug)]
struct Told {
    field: Field,
    label: String,
    before: String,
    theirs: String,
    mine: String,
}

/// What happened in the dialog.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// A value was chosen.
    Chosen(Field, Side),
}

impl Clash {
    /// These fields of a task as it was before, as the colleague left it and as the user has it.
    pub fn new(
        fields: &[Field],
        three: [&Assignment; 3],
        choices: HashMap<Field, Side>,
        (names, context): (&Names, &Context),
    ) -> Self {
        let told = fields.iter().map(|field| {
            let [before, theirs, mine] = three.map(|one| value(*field, one, (names, context)));
            let label = context.locale.task_field(*field);
            let label = match field {
                Field::Participant(id) => format!("{label}: {}", context.employee(Some(*id))),
                _ => label,
            };
            Told {
                field: *field,
                label,
                before,
                theirs,
                mine,
            }
        });
        Self {
            told: told.collect(),
            choices,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) {
        let Message::Chosen(field, side) = message;
        self.choices.insert(field, side);
    }

    /// Whether every field has its value.
    pub fn is_settled(&self) -> bool {
        let mut fields = self.told.iter();
        fields.all(|told| self.choices.contains_key(&told.field))
    }

    /// The dialog.
    pub fn view<'a>(&'a self, locale: &Locale, is_saving: bool) -> Element<'a, Outer> {
        let fields = self.told.iter().map(|told| self.choice(told, locale));
        let list = scrollable(column(fields).spacing(spacing::L)).style(control::scroll);
        let body = column![
            text::secondary(locale.text("form-clash-explained")),
            container(list).max_height(SIZE.1),
        ]
        .spacing(spacing::L);
        let can_save = self.is_settled() && !is_saving;
        let save = button::primary(locale.text("form-save"))
            .on_press_maybe(can_save.then_some(Outer::Save));
        dialog::dialog(locale.text("form-clash-title"), body)
            .width(SIZE.0)
            .close(locale.text("form-stay"), Outer::Stay)
            .button(button::secondary(locale.text("form-clash-back")).on_press(Outer::Stay))
            .button(save)
            .into()
    }

    fn choice<'a>(&self, told: &'a Told, locale: &Locale) -> Element<'a, Outer> {
        let chosen = self.choices.get(&told.field).copied();
        let sides = [Side::Mine, Side::Theirs].map(|side| {
            let (key, value) = match side {
                Side::Mine => ("form-clash-mine", &told.mine),
                Side::Theirs => ("form-clash-theirs", &told.theirs),
            };
            let message = Outer::Clash(Message::Chosen(told.field, side));
            value_option(locale.text(key), value, chosen == Some(side), message)
        });
        let before = match told.before.is_empty() {
            true => "—".to_owned(),
            false => told.before.clone(),
        };
        let before = locale.with("form-clash-before", &[("value", before.into())]);
        column![
            text::strong(told.label.clone()),
            row(sides).spacing(spacing::M),
            text::hint(before),
        ]
        .spacing(spacing::XS + 2.0)
        .into()
    }
}

/// A part of a task in words.
fn value(field: Field, assignment: &Assignment, (names, context): (&Names, &Context)) -> String {
    let (locale, catalog, task) = (&context.locale, &context.catalog, &assignment.task);
    let said = |when: Option<When>| when.map(|when| locale.when(when));
    let known = match field {
        Field::Client => {
            let both = [task.client, task.contact].into_iter().flatten();
            let both = both.filter_map(|id| names.get(&id).cloned());
            Some(both.collect::<Vec<_>>().join(" · "))
        }
        Field::Kind => {
            let kind = catalog.task_kind(task.kind).map(|kind| kind.name.clone());
            let result = catalog.task_result(task.result);
            let result = result.map(|result| result.name.clone());
            Some(
                kind.into_iter()
                    .chain(result)
                    .collect::<Vec<_>>()
                    .join(" · "),
            )
        }
        Field::Title => Some(task.title.clone()),
        Field::Plan => Some(task.plan.clone()),
        Field::Outcome => Some(task.outcome.clone()),
        Field::Place => Some(task.place.clone()),
        Field::Reason => Some(catalog.term(task.reason).to_owned()),
        Field::Stage => Some(catalog.term(task.stage).to_owned()),
        Field::Priority => Some(locale.priority(task.priority)),
        Field::State => Some(state(task, locale)),
        Field::Start => Some(start(task, locale)),
        Field::Due => said(task.due()),
        Field::Medium => task.medium.map(|medium| locale.medium(medium)),
        Field::Availability => Some(locale.availability(task.availability)),
        Field::Controller => Some(context.employee(task.controller)),
        Field::Levels => task.levels.map(|levels| levels.to_string()),
        Field::Amount => task.sum().map(|sum| locale.money(sum)),
        Field::Expected => task.expected_on.map(|day| locale.date(day)),
        Field::Required => task.is_required.then(|| locale.text("task-yes")),
        Field::Series => task.series.map(|_| locale.text("task-yes")),
        Field::Participant(id) => {
            let mut all = assignment.participants.iter();
            let found = all.find(|one| one.employee == id);
            found.map(|one| locale.degree(one.degree))
        }
        Field::Item(id) => {
            let item = assignment.items.iter().find(|item| item.id == id);
            item.map(|item| {
                let key = if item.is_done { "task-yes" } else { "task-no" };
                format!("{} · {}", item.text, locale.text(key))
            })
        }
    };
    known.unwrap_or_default()
}

fn state(task: &Task, locale: &Locale) -> String {
    locale.text(match task.state {
        State::Open => "work-active",
        State::Done => "work-done",
        State::Lost => "work-lost",
        State::Cancelled => "work-cancelled",
    })
}

fn start(task: &Task, locale: &Locale) -> String {
    let start = task.start().map(|when| locale.when(when));
    let minutes = task.minutes.map(|minutes| locale.minutes(minutes));
    let parts: Vec<String> = start.into_iter().chain(minutes).collect();
    parts.join(" · ")
}
