//! Reminders as they are edited: for each audience what is said, one more, one less.

mod of_task;

use iced::Center;
use iced::widget::{Row, column, row};

use super::Context;
use crate::domain::reminder::{Audience, Change, Event, Prompt, prompts};
use crate::domain::task::TaskKind;
use crate::domain::{Employee, Id, Reminder};
use crate::ui::style::{Tone, spacing};
use crate::ui::widget::{Element, badge, button, choice, section, text};

pub use of_task::Reminders;

/// How long before the start it is offered to remind, in minutes.
const BEFORE: [i64; 9] = [0, 5, 10, 15, 30, 60, 120, 1440, 10080];
/// The width of the list of what can be added, in logical pixels.
const WIDTH: f32 = 240.0;

/// For what reminders are edited.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The kind of the task; of a default `None` for all kinds.
    pub kind: Option<Id<TaskKind>>,
    /// Of a default: for whom; `None` for everybody.
    pub employee: Option<Id<Employee>>,
}

/// What is said of one audience, and how it is changed.
pub fn editor<'a, Message: Clone + 'a>(
    audience: Audience,
    own: &[Reminder],
    defaults: &[Reminder],
    (place, context): (Place, &Context),
    on_change: impl Fn(Audience, Change) -> Message + Copy + 'a,
) -> Element<'a, Message> {
    let locale = &context.locale;
    let own: Vec<_> = own.iter().filter(|one| one.audience == audience).collect();
    let said: Vec<Prompt> = match own.as_slice() {
        [] => usual(defaults, place, audience),
        own => own.iter().map(|one| one.prompt()).collect(),
    };
    let can_write = !context.is_read_only;
    let mut chips = Row::new().spacing(spacing::XS);
    if !said.iter().any(|prompt| prompt.event != Event::Never) {
        chips = chips.push(text::secondary(locale.text("reminder-never")));
    }
    for prompt in said.iter().filter(|prompt| prompt.event != Event::Never) {
        let tone = if own.is_empty() {
            Tone::Neutral
        } else {
            Tone::Accent
        };
        let remove = can_write.then(|| on_change(audience, Change::Remove(*prompt)));
        let label = locale.prompt(*prompt, &context.catalog);
        chips = chips.push(badge::chip(label, tone, None, remove));
    }
    let add = can_write.then(|| {
        let offered = offered(place.kind, context);
        let offered = offered.into_iter().filter(|prompt| !said.contains(prompt));
        let offered = offered.map(|prompt| (Some(prompt), locale.prompt(prompt, &context.catalog)));
        let first = (None, locale.text("reminder-add"));
        let options = std::iter::once(first).chain(offered);
        let options: Vec<(Option<Prompt>, String)> = options.collect();
        let chosen = choice::one_of(options, None, move |prompt: Option<Prompt>| {
            // The first line stands for no choice: nothing is added by it.
            let never = Change::Add(Prompt::of(Event::Never));
            on_change(audience, prompt.map_or(never, Change::Add))
        });
        iced::widget::container(chosen).width(WIDTH)
    });
    let usual = (can_write && !own.is_empty()).then(|| {
        button::link(locale.text("reminder-as-usual"))
            .on_press(on_change(audience, Change::Usual))
            .reachable()
    });
    let foot = row![add, usual].spacing(spacing::M).align_y(Center);
    let chips = chips.wrap().vertical_spacing(spacing::XS);
    column![
        section::section(locale.audience(audience), None),
        chips,
        foot
    ]
    .spacing(spacing::S)
    .into()
}

/// What holds where nothing of its own is said: the defaults without those of the place itself.
pub fn usual(defaults: &[Reminder], place: Place, audience: Audience) -> Vec<Prompt> {
    prompts(defaults, place.kind, place.employee, audience)
}

fn offered(kind: Option<Id<TaskKind>>, context: &Context) -> Vec<Prompt> {
    let mut offered: Vec<_> = BEFORE.into_iter().map(Prompt::before_start).collect();
    offered.extend([Event::Overdue, Event::Finished].map(Prompt::of));
    let results = kind
        .into_iter()
        .flat_map(|kind| context.catalog.offered_results(kind, None));
    offered.extend(results.map(|result| Prompt {
        result: Some(result.id),
        ..Prompt::of(Event::Result)
    }));
    offered
}
