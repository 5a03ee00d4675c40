//! The reminders of one task as they are edited: its own, else what is usual.

use iced::widget::column;

use super::{Place, editor, usual};
use crate::domain::reminder::{Audience, Change, Event, changed};
use crate::domain::{Id, Reminder, Task};
use crate::ui::screen::Context;
use crate::ui::style::spacing;
use crate::ui::widget::Element;

/// The reminders of a task as they were read, and as they are edited.
#[derive(Debug, Clone, Default)]
pub struct Reminders {
    base: Vec<Reminder>,
    mine: Vec<Reminder>,
    defaults: Vec<Reminder>,
}

impl Reminders {
    /// The reminders of a task, and the defaults.
    pub fn new((own, defaults): (Vec<Reminder>, Vec<Reminder>)) -> Self {
        Self {
            base: own.clone(),
            mine: own,
            defaults,
        }
    }

    /// Whether there is something to be saved.
    pub fn is_changed(&self) -> bool {
        self.base != self.mine
    }

    /// What was read, and what it was edited into, of that task.
    pub fn edited(&self, task: Id<Task>) -> (Vec<Reminder>, Vec<Reminder>) {
        let mine = self.mine.iter().cloned();
        let mine = mine.map(|one| Reminder {
            task: Some(task),
            ..one
        });
        (self.base.clone(), mine.collect())
    }

    /// What follows from a change.
    pub fn change(&mut self, audience: Audience, change: Change, task: &Task) {
        let own = self.mine.iter().filter(|one| one.audience == audience);
        let own: Vec<_> = own.cloned().collect();
        let usual = usual(&self.defaults, place(task), audience);
        let blank = Reminder::new(Some(task.id), audience, Event::Start);
        let next = changed(&own, &usual, change, &blank);
        self.mine.retain(|one| one.audience != audience);
        self.mine.extend(next);
    }

    /// Those for who takes part, and those for the controller where there is one.
    pub fn view<'a, Message: Clone + 'a>(
        &'a self,
        task: &Task,
        context: &'a Context,
        on_change: impl Fn(Audience, Change) -> Message + Copy + 'a,
    ) -> Element<'a, Message> {
        let editor = |audience| {
            editor(
                audience,
                &self.mine,
                &self.defaults,
                (place(task), context),
                on_change,
            )
        };
        let controller = task.controller.map(|_| editor(Audience::Controller));
        column![editor(Audience::Participants), controller]
            .spacing(spacing::M)
            .into()
    }
}

/// The defaults that hold for a task: those of one employee are theirs alone.
fn place(task: &Task) -> Place {
    Place {
        kind: task.kind,
        employee: None,
    }
}
