//! The parts of a task that two people have changed, in words.

use super::save::Names;
use crate::domain::task::merge::Field;
use crate::domain::task::{State, When};
use crate::domain::{Assignment, Task};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::screen::clash::Told;

/// These parts of a task as it was before, as the colleague left it and as the user has it.
pub fn told(
    fields: &[Field],
    three: [&Assignment; 3],
    (names, context): (&Names, &Context),
) -> Vec<Told<Field>> {
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
    told.collect()
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
