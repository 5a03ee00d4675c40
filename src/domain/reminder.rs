//! When to remind whom of a task.

pub mod notice;
pub mod quiet;
pub mod snooze;

pub use notice::{Notice, Now, Occasion};
pub use quiet::QuietHours;
pub use snooze::Snooze;

use crate::domain::profile::named;
use crate::domain::task::{Task, TaskKind, TaskResult};
use crate::domain::{Employee, Id};

named! {
    /// Whom a reminder is for.
    Audience {
        /// Those who take part.
        Participants = "participants",
        /// Who controls the task.
        Controller = "controller",
    }
}

named! {
    /// What a reminder waits for.
    Event {
        /// The beginning, or some time before it.
        Start = "start",
        /// That the task is late.
        Overdue = "overdue",
        /// That the task was finished.
        Finished = "finished",
        /// That the task reached a given result.
        Result = "result",
        /// Nothing: nobody is reminded, whatever is usual.
        Never = "never",
    }
}

/// When to remind whom of one task, or by default of all tasks of a kind or of an employee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Which reminder.
    pub id: Id<Reminder>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Of which task; `None` for a default.
    pub task: Option<Id<Task>>,
    /// Of a default: for tasks of this kind; `None` for all.
    pub kind: Option<Id<TaskKind>>,
    /// Of a default: for this employee; `None` for all.
    pub employee: Option<Id<Employee>>,
    /// Whom it is for.
    pub audience: Audience,
    /// What it waits for.
    pub event: Event,
    /// How long before the start, in minutes; 0 right then, and for every other event.
    pub minutes: i64,
    /// Of [`Event::Result`]: which one.
    pub result: Option<Id<TaskResult>>,
}

impl Reminder {
    /// A reminder of a task, not yet saved.
    pub fn new(task: Option<Id<Task>>, audience: Audience, event: Event) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            task,
            kind: None,
            employee: None,
            audience,
            event,
            minutes: 0,
            result: None,
        }
    }

    /// What it says.
    pub fn prompt(&self) -> Prompt {
        Prompt {
            event: self.event,
            minutes: self.minutes,
            result: self.result,
        }
    }
}

/// What one reminder says, whomever it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Prompt {
    /// What it waits for.
    pub event: Event,
    /// How long before the start, in minutes.
    pub minutes: i64,
    /// Of [`Event::Result`]: which one.
    pub result: Option<Id<TaskResult>>,
}

impl Prompt {
    /// A reminder of that event.
    pub const fn of(event: Event) -> Self {
        Self {
            event,
            minutes: 0,
            result: None,
        }
    }

    /// A reminder so many minutes before the start.
    pub const fn before_start(minutes: i64) -> Self {
        Self {
            event: Event::Start,
            minutes,
            result: None,
        }
    }
}

/// What those who take part are reminded of where nobody has said anything.
const OF_PARTICIPANTS: [Prompt; 2] = [Prompt::before_start(15), Prompt::of(Event::Overdue)];
/// What who controls the task is reminded of where nobody has said anything.
const OF_CONTROLLER: [Prompt; 2] = [Prompt::of(Event::Overdue), Prompt::of(Event::Finished)];

/// What somebody is reminded of where nobody has said anything.
pub fn built_in(audience: Audience) -> &'static [Prompt] {
    match audience {
        Audience::Participants => &OF_PARTICIPANTS,
        Audience::Controller => &OF_CONTROLLER,
    }
}

/// What an employee is reminded of a task of that kind: what the task itself says, else what is
/// usual for the employee and the kind, for the employee, for the kind, for everybody. The first
/// that says anything decides alone.
pub fn prompts(
    reminders: &[Reminder],
    kind: Option<Id<TaskKind>>,
    employee: Option<Id<Employee>>,
    audience: Audience,
) -> Vec<Prompt> {
    let of_task = |one: &Reminder| one.task.is_some();
    let steps: [&dyn Fn(&Reminder) -> bool; 6] = [
        &|one| of_task(one) && one.employee.is_some() && one.employee == employee,
        &|one| of_task(one) && one.employee.is_none(),
        &|one| is_usual(one, kind, employee) && one.kind.is_some() && one.employee.is_some(),
        &|one| is_usual(one, kind, employee) && one.employee.is_some(),
        &|one| is_usual(one, kind, employee) && one.kind.is_some(),
        &|one| is_usual(one, kind, employee),
    ];
    let mut said = steps.iter().map(|step| {
        let meant = reminders.iter().filter(|one| one.audience == audience);
        let meant = meant.filter(|one| step(one)).map(Reminder::prompt);
        meant.collect::<Vec<_>>()
    });
    let said = said.find(|prompts| !prompts.is_empty());
    let mut prompts = said.unwrap_or_else(|| built_in(audience).to_vec());
    prompts.retain(|prompt| prompt.event != Event::Never);
    prompts.sort_unstable();
    prompts.dedup();
    prompts
}

/// A change of what is said for one audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// One more reminder.
    Add(Prompt),
    /// One less; without any nobody is reminded.
    Remove(Prompt),
    /// What is usual holds again.
    Usual,
}

/// The reminders of one audience after a change. `own` are those that are said there already, `usual`
/// what holds where none is, and `blank` what a new one looks like.
pub fn changed(
    own: &[Reminder],
    usual: &[Prompt],
    change: Change,
    blank: &Reminder,
) -> Vec<Reminder> {
    let mut prompts: Vec<_> = match own {
        [] => usual.to_vec(),
        own => own.iter().map(Reminder::prompt).collect(),
    };
    match change {
        Change::Usual => return Vec::new(),
        Change::Add(prompt) if prompts.contains(&prompt) || prompt.event == Event::Never => {
            return own.to_vec();
        }
        Change::Add(prompt) => prompts.push(prompt),
        Change::Remove(prompt) => prompts.retain(|known| *known != prompt),
    }
    prompts.retain(|prompt| prompt.event != Event::Never);
    if prompts.is_empty() {
        prompts.push(Prompt::of(Event::Never));
    }
    prompts.sort_unstable();
    let row = |prompt: Prompt| {
        let known = own.iter().find(|one| one.prompt() == prompt);
        known.cloned().unwrap_or_else(|| Reminder {
            id: Id::generate(),
            version: 0,
            event: prompt.event,
            minutes: prompt.minutes,
            result: prompt.result,
            ..blank.clone()
        })
    };
    prompts.into_iter().map(row).collect()
}

/// Whether a default holds for tasks of that kind and for that employee.
fn is_usual(
    reminder: &Reminder,
    kind: Option<Id<TaskKind>>,
    employee: Option<Id<Employee>>,
) -> bool {
    reminder.task.is_none()
        && (reminder.kind.is_none() || reminder.kind == kind)
        && (reminder.employee.is_none() || reminder.employee == employee)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual(kind: Option<Id<TaskKind>>, employee: Option<Id<Employee>>, minutes: i64) -> Reminder {
        Reminder {
            kind,
            employee,
            minutes,
            ..Reminder::new(None, Audience::Participants, Event::Start)
        }
    }

    #[test]
    fn the_nearest_that_says_anything_decides() {
        let (call, visit) = (Some(Id::generate()), Some(Id::generate()));
        let (me, other) = (Some(Id::generate()), Some(Id::generate()));
        let mut all = vec![usual(None, None, 60)];
        let first = |all: &[Reminder], kind, who| {
            let prompts = prompts(all, kind, who, Audience::Participants);
            prompts.first().map(|prompt| prompt.minutes)
        };
        assert_eq!(first(&all, call, me), Some(60));
        all.push(usual(call, None, 30));
        assert_eq!(first(&all, call, me), Some(30));
        assert_eq!(first(&all, visit, me), Some(60));
        all.push(usual(None, me, 10));
        assert_eq!(first(&all, call, me), Some(10));
        assert_eq!(first(&all, call, other), Some(30));
        all.push(usual(call, me, 5));
        assert_eq!(first(&all, call, me), Some(5));
        all.push(Reminder::new(
            Some(Id::generate()),
            Audience::Participants,
            Event::Never,
        ));
        assert_eq!(first(&all, call, me), None);
    }

    #[test]
    fn to_change_what_is_usual_keeps_the_rest_of_it() {
        let blank = Reminder::new(None, Audience::Participants, Event::Start);
        let hour = Prompt::before_start(60);
        let own = changed(&[], &OF_PARTICIPANTS, Change::Add(hour), &blank);
        assert_eq!(own.len(), 3);
        let own = changed(&own, &OF_PARTICIPANTS, Change::Remove(hour), &blank);
        assert_eq!(own.len(), 2);
        let none = OF_PARTICIPANTS.iter().fold(own, |own, prompt| {
            changed(&own, &OF_PARTICIPANTS, Change::Remove(*prompt), &blank)
        });
        assert_eq!(none.len(), 1);
        assert_eq!(none[0].event, Event::Never);
        assert_eq!(changed(&none, &OF_PARTICIPANTS, Change::Usual, &blank), []);
    }

    #[test]
    fn where_nobody_has_said_anything_the_built_in_ones_hold() {
        let of = |audience| prompts(&[], None, None, audience);
        assert_eq!(of(Audience::Participants), OF_PARTICIPANTS);
        assert_eq!(of(Audience::Controller), OF_CONTROLLER);
    }
}
