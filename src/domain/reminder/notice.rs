//! Notices: what is told to whom and when, worked out from a task and its reminders.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, Duration, Local, NaiveDateTime, NaiveTime, TimeZone, Utc};

use super::{Audience, Event, Prompt, Reminder, prompts};
use crate::domain::profile::named;
use crate::domain::task::{Participant, Rank, State, When, at_minute};
use crate::domain::{Client, Employee, Id, LifeEvent, Task};

/// The minute of the day at which one is told of what has no time of its own: nine in the morning.
pub const MORNING: i64 = 9 * 60;

/// Of what was past when it was entered by more than this nobody is reminded. It is no less, since
/// the clock may have been wrong by as much.
const GRACE: Duration = Duration::hours(3);

named! {
    /// What a notice tells of.
    Occasion {
        /// That a task begins.
        Start = "start",
        /// That a task is late.
        Overdue = "overdue",
        /// That a task was finished.
        Finished = "finished",
        /// That a task reached a given result.
        Result = "result",
        /// That somebody gave one a task.
        Given = "given",
        /// That somebody put a task that one takes part in or controls to another time.
        Moved = "moved",
        /// An event in the life of a person.
        LifeEvent = "life-event",
        /// A birthday.
        Birthday = "birthday",
    }
}

/// A moment, and what the clock on the wall says then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The moment.
    pub at: DateTime<Utc>,
    /// Day and time where the user is.
    pub local: NaiveDateTime,
}

impl<Z: TimeZone> From<DateTime<Z>> for Now {
    fn from(moment: DateTime<Z>) -> Self {
        Self {
            local: moment.naive_local(),
            at: moment.to_utc(),
        }
    }
}

/// When a notice is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Due {
    /// At that moment, wherever one is.
    At(DateTime<Utc>),
    /// When the clock on the wall says so: what belongs to a day and not to a time.
    OnWall(NaiveDateTime),
}

impl Due {
    /// Whether it has come.
    pub fn is_reached(self, now: Now) -> bool {
        match self {
            Self::At(moment) => moment <= now.at,
            Self::OnWall(time) => time <= now.local,
        }
    }

    /// As milliseconds: of Unix time, or of the clock on the wall as if it stood at UTC.
    pub fn millis(self) -> i64 {
        match self {
            Self::At(moment) => moment.timestamp_millis(),
            Self::OnWall(time) => time.and_utc().timestamp_millis(),
        }
    }

    /// So many minutes earlier.
    fn earlier(self, minutes: i64) -> Self {
        let by = Duration::try_minutes(minutes).unwrap_or_default();
        match self {
            Self::At(moment) => Self::At(moment.checked_sub_signed(by).unwrap_or(moment)),
            Self::OnWall(time) => Self::OnWall(time.checked_sub_signed(by).unwrap_or(time)),
        }
    }

    /// The moment, where the clock stands.
    fn moment(self) -> DateTime<Utc> {
        match self {
            Self::At(moment) => moment,
            Self::OnWall(time) => {
                let minutes = time.time().signed_duration_since(NaiveTime::MIN);
                at_minute(time.date(), minutes.num_minutes())
            }
        }
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(moment) => moment.format("%Y-%m-%dT%H:%M:%SZ").fmt(f),
            Self::OnWall(time) => time.format("%Y-%m-%dT%H:%M:%S").fmt(f),
        }
    }
}

/// What was or is to be told to an employee, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Which notice.
    pub id: Id<Notice>,
    /// Who is told.
    pub employee: Id<Employee>,
    /// Of which task.
    pub task: Option<Id<Task>>,
    /// Of which event in the life of a person.
    pub life_event: Option<Id<LifeEvent>>,
    /// Whose birthday it is.
    pub client: Option<Id<Client>>,
    /// What it tells.
    pub occasion: Occasion,
    /// When it is due, before it was put off.
    pub due: Due,
    /// When it was shown; `None` where nobody has shown it yet, or not since it was put off.
    pub shown_at: Option<DateTime<Utc>>,
    /// Until when it was put off.
    pub snoozed_until: Option<DateTime<Utc>>,
}

impl Notice {
    /// Whether it rang before that moment, where the clock stands.
    pub fn is_due_before(&self, moment: DateTime<Utc>) -> bool {
        let rings = self.snoozed_until.map_or(self.due, Due::At);
        match rings {
            Due::At(at) => at < moment,
            Due::OnWall(time) => time < moment.with_timezone(&Local).naive_local(),
        }
    }
}

/// What a task asks to be told to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Planned {
    /// Who is told.
    pub employee: Id<Employee>,
    /// What.
    pub occasion: Occasion,
    /// When what it tells of happens.
    pub happens: Due,
    /// What tells it from others of the same occasion.
    pub cause: i64,
    /// When it is due.
    pub due: Due,
}

/// What an operation did to a task, as far as others are told of it.
#[derive(Debug, Clone)]
pub struct Deed {
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it: nobody is told of their own deeds.
    pub who: Id<Employee>,
    /// Whether it brought the task to an end or gave it its result.
    pub has_finished: bool,
    /// Whether it put the task to another time.
    pub has_moved: bool,
    /// The participations that it made.
    pub given: BTreeSet<Id<Participant>>,
}

/// Everything that a task asks to be told, whenever it was or will be. `reminders` are its own and
/// the defaults.
pub fn plan(
    task: &Task,
    participants: &[Participant],
    reminders: &[Reminder],
    at: DateTime<Utc>,
) -> Vec<Planned> {
    // The state of a stage follows from what is below it.
    if task.rank == Rank::Stage || task.state == State::Cancelled {
        return Vec::new();
    }
    let taking_part = participants.iter().map(|one| one.employee);
    let mut told: Vec<_> = taking_part
        .map(|who| (who, Audience::Participants))
        .collect();
    told.extend(task.controller.map(|who| (who, Audience::Controller)));
    let mut planned = Vec::new();
    for (employee, audience) in told {
        let is_told = task.rank == Rank::Operation || reminders.iter().any(|r| r.task.is_some());
        let prompts = is_told.then(|| prompts(reminders, task.kind, Some(employee), audience));
        let asked = prompts.into_iter().flatten();
        let asked = asked.filter_map(|prompt| prompted(task, prompt, at));
        planned.extend(asked.map(|one| Planned { employee, ..one }));
        planned.extend(moved(task, at).map(|one| Planned { employee, ..one }));
    }
    if task.state == State::Open {
        planned.extend(participants.iter().map(|one| Planned {
            employee: one.employee,
            occasion: Occasion::Given,
            happens: Due::At(at),
            cause: one.id.raw(),
            due: Due::At(at),
        }));
    }
    planned.sort_unstable();
    planned.dedup_by_key(|one| (one.employee, one.occasion, one.cause, one.due));
    planned
}

/// That a task stands at the time it has now, of nobody yet.
fn moved(task: &Task, at: DateTime<Utc>) -> Option<Planned> {
    let is_told = task.state == State::Open && task.rank == Rank::Operation;
    let times =
        [task.start(), task.due()].map(|when| when.map_or(0, |when| beginning(when).millis()));
    (is_told && times != [0, 0]).then_some(Planned {
        employee: Id::from(0),
        occasion: Occasion::Moved,
        happens: Due::At(at),
        cause: times[0] ^ times[1].rotate_left(1),
        due: Due::At(at),
    })
}

/// What one reminder asks for, of nobody yet.
fn prompted(task: &Task, prompt: Prompt, at: DateTime<Utc>) -> Option<Planned> {
    let is_open = task.state == State::Open;
    let (occasion, happens) = match prompt.event {
        Event::Start if is_open => {
            let start = task.start().or_else(|| task.due())?;
            (Occasion::Start, beginning(start))
        }
        Event::Overdue if is_open => (Occasion::Overdue, lateness(task.due()?)),
        Event::Finished if !is_open => (Occasion::Finished, Due::At(task.finished_at?)),
        Event::Result if !is_open && prompt.result.is_some() && prompt.result == task.result => {
            let finished_at = task.finished_at.unwrap_or(at);
            (Occasion::Result, Due::At(finished_at))
        }
        _ => return None,
    };
    let cause = match occasion {
        Occasion::Result => prompt.result?.raw(),
        _ => happens.millis(),
    };
    Some(Planned {
        employee: Id::from(0),
        occasion,
        happens,
        cause,
        due: happens.earlier(prompt.minutes),
    })
}

/// When something begins: on a day without a time, in the morning.
fn beginning(when: When) -> Due {
    match when {
        When::At(moment) => Due::At(moment),
        When::Day(day) => Due::OnWall(day.and_time(NaiveTime::MIN) + Duration::minutes(MORNING)),
    }
}

/// When something is late: on a day without a time, on the next morning.
fn lateness(due: When) -> Due {
    match due {
        When::At(moment) => Due::At(moment),
        When::Day(_) => match beginning(due) {
            Due::OnWall(time) => Due::OnWall(time + Duration::days(1)),
            due @ Due::At(_) => due,
        },
    }
}

impl Planned {
    /// Whether somebody is told of it for the first time by what was done: of what is still to
    /// come, and of what others have just done.
    pub fn is_new_by(&self, deed: &Deed) -> bool {
        match self.occasion {
            Occasion::Finished | Occasion::Result => deed.has_finished && self.employee != deed.who,
            Occasion::Moved => deed.has_moved && self.employee != deed.who,
            Occasion::Given => {
                self.employee != deed.who && deed.given.contains(&Id::from(self.cause))
            }
            _ => self.happens.moment() >= deed.at - GRACE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::Degree;
    use chrono::FixedOffset;

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn call() -> (Task, Vec<Participant>) {
        let me = Id::generate();
        let mut task = Task::new(Rank::Operation, "Звонок", me);
        task.set_start(Some(When::At(moment("2031-06-30T07:00:00Z"))));
        let taking_part = vec![Participant::new(task.id, me, Degree::Leads)];
        (task, taking_part)
    }

    fn dues(task: &Task, participants: &[Participant]) -> Vec<(Occasion, Due)> {
        let at = moment("2031-06-29T07:00:00Z");
        let planned = plan(task, participants, &[], at);
        let of_others = [Occasion::Given, Occasion::Moved];
        let planned = planned
            .iter()
            .filter(|one| !of_others.contains(&one.occasion));
        planned.map(|one| (one.occasion, one.due)).collect()
    }

    #[test]
    fn one_is_told_before_the_start_and_when_it_is_late() {
        let (mut task, people) = call();
        let expected = [
            (Occasion::Start, Due::At(moment("2031-06-30T06:45:00Z"))),
            (Occasion::Overdue, Due::At(moment("2031-06-30T07:30:00Z"))),
        ];
        assert_eq!(dues(&task, &people), expected);
        task.finish(State::Done, moment("2031-06-30T07:20:00Z"));
        assert_eq!(dues(&task, &people), []);
    }

    #[test]
    fn of_a_whole_day_one_is_told_in_the_morning_wherever_one_is() {
        let (mut task, people) = call();
        let day = chrono::NaiveDate::from_ymd_opt(2031, 6, 30).unwrap();
        task.set_start(Some(When::Day(day)));
        let due = dues(&task, &people)[0].1;
        let in_zone = |hours: i32, time: &str| {
            let zone = FixedOffset::east_opt(hours * 3600).unwrap();
            let local: NaiveDateTime = format!("2031-06-30T{time}").parse().unwrap();
            Now::from(zone.from_local_datetime(&local).unwrap())
        };
        for zone in [-8, 0, 3, 12] {
            assert!(!due.is_reached(in_zone(zone, "08:44:59")));
            assert!(due.is_reached(in_zone(zone, "08:45:00")));
        }
    }

    #[test]
    fn the_controller_is_told_of_the_end_but_not_of_an_own_deed() {
        let (mut task, people) = call();
        let head = Id::generate();
        task.controller = Some(head);
        let at = moment("2031-06-30T07:20:00Z");
        task.finish(State::Done, at);
        let planned = plan(&task, &people, &[], at);
        assert_eq!(planned.len(), 1);
        let mut deed = Deed {
            at,
            who: people[0].employee,
            has_finished: true,
            has_moved: false,
            given: BTreeSet::new(),
        };
        assert!(planned[0].is_new_by(&deed));
        deed.has_finished = false;
        assert!(!planned[0].is_new_by(&deed), "an edit of a finished task");
        (deed.has_finished, deed.who) = (true, head);
        assert!(!planned[0].is_new_by(&deed));
    }

    #[test]
    fn those_who_take_part_and_the_controller_are_told_of_another_time() {
        let (mut task, people) = call();
        task.controller = Some(Id::generate());
        let at = moment("2031-06-29T07:00:00Z");
        let deed = |who, has_moved| Deed {
            at,
            who,
            has_finished: false,
            has_moved,
            given: BTreeSet::new(),
        };
        let told = |task: &Task, deed: &Deed| -> Vec<Planned> {
            let planned = plan(task, &people, &[], at).into_iter();
            let planned = planned.filter(|one| one.occasion == Occasion::Moved);
            planned.filter(|one| one.is_new_by(deed)).collect()
        };
        let before = told(&task, &deed(Id::generate(), true));
        assert_eq!(before.len(), 2);
        assert_eq!(
            told(&task, &deed(people[0].employee, true)).len(),
            1,
            "not of one's own deed"
        );
        assert_eq!(
            told(&task, &deed(Id::generate(), false)),
            [],
            "an edit that moves nothing"
        );
        task.set_start(Some(When::At(moment("2031-06-30T08:00:00Z"))));
        let after = told(&task, &deed(Id::generate(), true));
        assert_ne!(before[0].cause, after[0].cause, "each time is told of");
    }

    #[test]
    fn nobody_is_told_of_what_was_long_past_when_it_was_entered() {
        let (task, people) = call();
        let entered = |at: &str| Deed {
            at: moment(at),
            who: people[0].employee,
            has_finished: false,
            has_moved: false,
            given: BTreeSet::from([people[0].id]),
        };
        let told = |deed: &Deed| {
            let planned = plan(&task, &people, &[], deed.at);
            planned.iter().filter(|one| one.is_new_by(deed)).count()
        };
        assert_eq!(told(&entered("2031-06-30T06:55:00Z")), 2);
        assert_eq!(told(&entered("2031-07-02T06:55:00Z")), 0);
    }
}
