//! Tasks: one object for the history of a client, the tree of a deal, the calendar and the funnel.

pub mod assignment;
pub mod figures;
pub mod finish;
pub mod kind;
pub mod list;
pub mod merge;
pub mod recurrence;
pub mod series;
pub mod tree;
pub mod typed;
pub mod when;

use chrono::{DateTime, Duration, NaiveDate, Utc};

pub use assignment::{Assignment, CheckItem, Degree, Participant, check_list};
pub use finish::Finish;
pub use kind::{Meaning, TaskKind, TaskResult, WholeKind};
pub use series::Series;
pub use tree::Tree;
pub use when::{When, at_minute, midnight};

use crate::domain::profile::{Medium, named};
use crate::domain::template::ProjectTemplate;
use crate::domain::{Client, Currency, Employee, Id, Money, Term};

/// How long an operation lasts that does not say so, in minutes: as an entry of the calendar it
/// has to have some height.
pub const USUAL_MINUTES: i64 = 30;

named! {
    /// What a task is in its tree.
    Rank {
        /// A long-running aim: a deal, a delivery.
        Project = "project",
        /// A part of a project, or of another stage; its state follows from what is below it.
        Stage = "stage",
        /// Something to do: a call, a meeting. Nothing stands below it.
        Operation = "operation",
    }
}

named! {
    /// How much a task matters.
    Priority {
        /// Can wait.
        Low = "low",
        /// As usual.
        Normal = "normal",
        /// Comes first.
        High = "high",
    }
}

named! {
    /// What has become of a task.
    State {
        /// Still to do.
        Open = "open",
        /// Done; of a project: won.
        Done = "done",
        /// Of a project: lost, with a reason.
        Lost = "lost",
        /// Not to be done any more.
        Cancelled = "cancelled",
    }
}

named! {
    /// What a task, or the lack of one, makes of an employee for the time it takes.
    Availability {
        /// Cannot do anything else.
        Busy = "busy",
        /// Can be interrupted.
        Free = "free",
        /// Is not in the office.
        Away = "away",
    }
}

/// A task: a project, a stage of one, or an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Which task.
    pub id: Id<Task>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// The project or stage it stands in; `None` at the top.
    pub parent: Option<Id<Task>>,
    /// What it is in its tree.
    pub rank: Rank,
    /// For which client; `None` for work of our own.
    pub client: Option<Id<Client>>,
    /// With whom.
    pub contact: Option<Id<Client>>,
    /// Which kind of operation.
    pub kind: Option<Id<TaskKind>>,
    /// What it is called; an operation may go by the name of its kind.
    pub title: String,
    /// The result that is hoped for.
    pub plan: String,
    /// What came of it, in words.
    pub outcome: String,
    /// What came of it, from the dictionary of its kind.
    pub result: Option<Id<TaskResult>>,
    /// Why it was lost.
    pub reason: Option<Id<Term>>,
    /// How much it matters.
    pub priority: Priority,
    /// What has become of it; of a stage see [`Tree::condition`].
    pub state: State,
    /// When it was finished.
    pub finished_at: Option<DateTime<Utc>>,
    /// When it begins, where that has a time of day.
    pub starts_at: Option<DateTime<Utc>>,
    /// On which day it begins, where that has none.
    pub starts_on: Option<NaiveDate>,
    /// Until when it has to be done, where that has a time of day.
    pub due_at: Option<DateTime<Utc>>,
    /// Until which day it has to be done, where that has none.
    pub due_on: Option<NaiveDate>,
    /// How long it lasts, in minutes.
    pub minutes: Option<i64>,
    /// Where.
    pub place: String,
    /// By what people reach each other for it.
    pub medium: Option<Medium>,
    /// What it makes of those who take part.
    pub availability: Availability,
    /// Who gave it.
    pub author: Option<Id<Employee>>,
    /// Who looks after it beside those who take part.
    pub controller: Option<Id<Employee>>,
    /// Of a project: how many levels its tree has, 2 to 4, itself and the operations counted.
    pub levels: Option<i64>,
    /// Of a project: the sum of the deal, in kopecks of `currency`.
    pub amount: Option<i64>,
    /// Of which currency the sum is.
    pub currency: Currency,
    /// Of a project: when the deal is expected to be won.
    pub expected_on: Option<NaiveDate>,
    /// Of a project: the step of the funnel it has come to; of a stage: the step that it is.
    pub stage: Option<Id<Term>>,
    /// Since when the project has been there.
    pub stage_since: Option<DateTime<Utc>>,
    /// Whether the process demands it.
    pub is_required: bool,
    /// The rule it repeats by.
    pub series: Option<Id<Series>>,
    /// The template its project was made from.
    pub template: Option<Id<ProjectTemplate>>,
    /// Its place among its sisters, counted from 0.
    pub position: i64,
}

impl Task {
    /// A task that `author` gives, not yet saved: open, without a date, at the top.
    pub fn new(rank: Rank, title: impl Into<String>, author: Id<Employee>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            parent: None,
            rank,
            client: None,
            contact: None,
            kind: None,
            title: title.into(),
            plan: String::new(),
            outcome: String::new(),
            result: None,
            reason: None,
            priority: Priority::Normal,
            state: State::Open,
            finished_at: None,
            starts_at: None,
            starts_on: None,
            due_at: None,
            due_on: None,
            minutes: None,
            place: String::new(),
            medium: None,
            availability: Availability::Busy,
            author: Some(author),
            controller: None,
            levels: (rank == Rank::Project).then_some(3),
            amount: None,
            currency: Currency::Rub,
            expected_on: None,
            stage: None,
            stage_since: None,
            is_required: false,
            series: None,
            template: None,
            position: 0,
        }
    }

    /// An operation of a kind, not yet saved.
    pub fn operation(kind: &TaskKind, author: Id<Employee>) -> Self {
        Self {
            kind: Some(kind.id),
            availability: kind.availability,
            priority: kind.priority,
            medium: kind.medium,
            minutes: (kind.minutes > 0).then_some(kind.minutes),
            ..Self::new(Rank::Operation, "", author)
        }
    }

    /// When it begins.
    pub fn start(&self) -> Option<When> {
        let day = self.starts_on.map(When::Day);
        self.starts_at.map(When::At).or(day)
    }

    /// Has it begin then.
    pub fn set_start(&mut self, start: Option<When>) {
        (self.starts_at, self.starts_on) = apart(start);
    }

    /// Until when it has to be done; where nothing is said, an operation is due as it ends, and a
    /// stage or a project whenever what is below it is done.
    pub fn due(&self) -> Option<When> {
        let day = self.due_on.map(When::Day);
        let said = self.due_at.map(When::At).or(day);
        if self.rank != Rank::Operation {
            return said;
        }
        said.or_else(|| match self.start()? {
            When::At(_) => self.ends_at().map(When::At),
            day => Some(day),
        })
    }

    /// Has it be due then.
    pub fn set_due(&mut self, due: Option<When>) {
        (self.due_at, self.due_on) = apart(due);
    }

    /// When it ends, where it begins at a time of day.
    pub fn ends_at(&self) -> Option<DateTime<Utc>> {
        let minutes = self.minutes.unwrap_or(USUAL_MINUTES);
        self.starts_at?
            .checked_add_signed(Duration::try_minutes(minutes)?)
    }

    /// Moves it to another beginning; a due date of its own moves along by as much.
    pub fn move_to(&mut self, start: When) {
        let before = self.start();
        self.set_start(Some(start));
        let Some(before) = before else { return };
        let days = start.day() - before.day();
        self.due_on = self.due_on.and_then(|day| day.checked_add_signed(days));
        let shift = match (before, start) {
            (When::At(before), When::At(start)) => start - before,
            _ => days,
        };
        self.due_at = self.due_at.and_then(|due| due.checked_add_signed(shift));
    }

    /// Whether it is still to do, and late.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.state == State::Open && self.due().is_some_and(|due| due.is_past(now))
    }

    /// The sum of the deal.
    pub fn sum(&self) -> Option<Money> {
        self.amount.map(|minor| Money::new(minor, self.currency))
    }

    /// Finishes it at that moment.
    pub fn finish(&mut self, state: State, now: DateTime<Utc>) {
        self.state = state;
        self.finished_at = (state != State::Open).then_some(now);
    }
}

fn apart(when: Option<When>) -> (Option<DateTime<Utc>>, Option<NaiveDate>) {
    match when {
        Some(When::At(moment)) => (Some(moment), None),
        Some(When::Day(day)) => (None, Some(day)),
        None => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;

    fn task() -> Task {
        Task::new(Rank::Operation, "Звонок", Id::generate())
    }

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn an_operation_without_a_due_date_is_due_as_it_ends() {
        let mut call = task();
        assert_eq!(call.due(), None);
        call.set_start(Some(When::At(moment("2026-06-29T07:00:00Z"))));
        call.minutes = Some(90);
        let end = moment("2026-06-29T08:30:00Z");
        assert_eq!(call.due(), Some(When::At(end)));
        assert!(!call.is_overdue(end));
        assert!(call.is_overdue(end + Duration::minutes(1)));
        call.finish(State::Done, end);
        assert!(!call.is_overdue(end + Duration::days(1)));
    }

    #[test]
    fn a_project_is_late_only_where_a_due_date_is_said() {
        let mut project = Task::new(Rank::Project, "Поставка", Id::generate());
        let day = NaiveDate::from_ymd_opt(2026, 6, 29).unwrap();
        project.set_start(Some(When::Day(day)));
        let later = midnight(day + Days::new(30));
        assert!(!project.is_overdue(later));
        project.set_due(Some(When::Day(day)));
        assert!(project.is_overdue(later));
    }

    #[test]
    fn a_due_date_moves_along_with_the_beginning() {
        let mut offer = task();
        offer.set_start(Some(When::At(moment("2026-06-29T07:00:00Z"))));
        offer.set_due(Some(When::At(moment("2026-06-29T15:00:00Z"))));
        offer.move_to(When::At(moment("2026-06-29T08:30:00Z")));
        assert_eq!(offer.due_at, Some(moment("2026-06-29T16:30:00Z")));
        let day = offer.start().map(When::day).unwrap() + Days::new(2);
        offer.set_due(Some(When::Day(day)));
        offer.move_to(When::Day(day));
        assert_eq!(offer.due(), Some(When::Day(day + Days::new(2))));
    }
}
