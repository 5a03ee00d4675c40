//! What the day begins with: plan, lateness, assignments, feasts, happenings, neglected clients.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::paper::{PaperFilter, PaperTotals};
use crate::domain::reminder::Now;
use crate::domain::sales::Takings;
use crate::domain::task::{Participant, State, When};
use crate::domain::{Birthday, Client, Employee, Id, LifeEvent, Operation, Task};
use crate::error::Result;
use crate::store::agenda::Appointment;
use crate::store::{Column, Reader, Row};

/// So many lines of each part are read.
const LINES: usize = 50;
/// So many operations are looked through for the latest happenings.
const LOOKED_AT: i64 = 60;
/// So many happenings are told.
const HAPPENINGS: usize = 8;
/// Feasts are told so many days ahead.
const AHEAD: u64 = 7;

/// What the signed-in employee begins the day with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Today {
    /// What stands in the calendar of today, by its beginning.
    pub plan: Vec<Appointment>,
    /// What is late and was not planned for today, the latest first.
    pub overdue: Vec<Appointment>,
    /// What others have to do by order of the employee, by its due date.
    pub given: Vec<Assigned>,
    /// Birthdays and events in the lives of own clients, the next first.
    pub feasts: Vec<Feast>,
    /// The latest operations on clients, the latest first.
    pub happenings: Vec<Happening>,
    /// Own clients for whom nothing is planned, by name.
    pub neglected: Vec<(Id<Client>, String)>,
    /// What came in this month.
    pub takings: Vec<Takings>,
    /// What is still to come in, and what of it is late.
    pub awaited: Vec<PaperTotals>,
}

/// A task that another employee has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The task.
    pub task: Task,
    /// Who leads it.
    pub leader: Option<Id<Employee>>,
}

/// A birthday or an event in a life, and the day on which it comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feast {
    /// Whose.
    pub client: Id<Client>,
    /// What the person is called.
    pub name: String,
    /// Where the person works.
    pub employer: String,
    /// The day.
    pub on: NaiveDate,
    /// The day of birth, or of the event.
    pub since: Birthday,
    /// The event; `None` for a birthday.
    pub event: Option<LifeEvent>,
}

/// An operation that concerned a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// Which client.
    pub client: Id<Client>,
    /// What the client is called.
    pub name: String,
    /// What was done.
    pub operation: Operation,
    /// Who did it.
    pub who: Id<Employee>,
    /// When.
    pub done_at: DateTime<Utc>,
}

impl Reader<'_> {
    /// What the day begins with.
    pub fn today(self, now: Now) -> Result<Today> {
        let today = now.local.date();
        let bounds = (When::Day(today).begins(), When::Day(today).ends());
        let plan = self.appointments(&[self.who], bounds)?;
        let mut overdue = self.overdue(&[self.who], now.at)?;
        overdue.retain(|late| !plan.iter().any(|one| one.task.id == late.task.id));
        let awaited = PaperFilter {
            is_unpaid: true,
            ..PaperFilter::default()
        };
        Ok(Today {
            plan,
            overdue,
            given: self.given()?,
            feasts: self.feasts(today)?,
            happenings: self.happenings()?,
            neglected: self.neglected(today)?,
            takings: self.takings(today)?,
            awaited: self.register_totals(&awaited, today)?,
        })
    }

    /// What others have to do by order of the signed-in employee, by its due date.
    pub fn given(self) -> Result<Vec<Assigned>> {
        let tasks: Vec<Task> = self.ask(
            "SELECT t.* FROM visible_tasks t
              WHERE t.viewer_id = $1 AND t.author_id = $1 AND t.state = 'open'
                AND t.rank = 'operation'
                AND EXISTS (SELECT 1 FROM task_participants p
                             WHERE p.task_id = t.id AND p.deleted_by IS NULL)
                AND NOT EXISTS (SELECT 1 FROM task_participants p
                                 WHERE p.task_id = t.id AND p.employee_id = $1
                                   AND p.deleted_by IS NULL)
              ORDER BY COALESCE(t.due_at, t.starts_at), COALESCE(t.due_on, t.starts_on), t.id
              LIMIT $2",
            &[self.who.to_value(), count(LINES)],
        )?;
        let ids: Vec<_> = tasks.iter().map(|task| task.id).collect();
        let participants = self.participants_of(&ids)?;
        let leader = |task: &Task| {
            let first = participants.get(&task.id)?.first();
            first.map(|one: &Participant| one.employee)
        };
        let given = tasks.into_iter().map(|task| Assigned {
            leader: leader(&task),
            task,
        });
        let mut given: Vec<_> = given.collect();
        debug_assert!(given.iter().all(|one| one.task.state == State::Open));
        given.sort_by_key(|one| {
            let due = one.task.due().map(When::ends);
            (due.is_none(), due, one.task.id)
        });
        Ok(given)
    }

    fn feasts(self, today: NaiveDate) -> Result<Vec<Feast>> {
        let days: Vec<_> = (0..=AHEAD)
            .filter_map(|ahead| today.checked_add_days(Days::new(ahead)))
            .collect();
        let found = self.life_days(&days)?;
        let clients: Vec<_> = found.iter().map(|(client, ..)| *client).collect();
        let named = self.listings(&clients)?.into_iter();
        let named: HashMap<_, _> = named.map(|one| (one.client.id, one)).collect();
        let mut feasts: Vec<_> = found
            .into_iter()
            .filter_map(|(client, since, event)| {
                let listing = named.get(&client)?;
                Some(Feast {
                    client,
                    name: listing.client.title(),
                    employer: listing.employer.clone(),
                    on: since.next(today).filter(|on| days.contains(on))?,
                    since,
                    event,
                })
            })
            .collect();
        feasts.sort_by(|a, b| (a.on, &a.name).cmp(&(b.on, &b.name)));
        feasts.truncate(LINES);
        Ok(feasts)
    }

    fn happenings(self) -> Result<Vec<Happening>> {
        let rows = self.database.query(
            include_str!("today/happenings.sql"),
            &[LOOKED_AT.into(), self.who.to_value()],
        )?;
        let ids: Vec<Id<Client>> = rows
            .iter()
            .map(|row| row.get("client_id"))
            .collect::<Result<_>>()?;
        let names = self.names(ids)?;
        let happening = |row: &Row| {
            let client = row.get("client_id")?;
            Ok(Happening {
                client,
                name: names.title(Some(client)),
                operation: row.get("name")?,
                who: row.get("employee_id")?,
                done_at: row.get("done_at")?,
            })
        };
        rows.iter().take(HAPPENINGS).map(happening).collect()
    }

    /// Organisations of one's own that are or may become customers, without a next step from
    /// `today` on and without anything to do.
    fn neglected(self, today: NaiveDate) -> Result<Vec<(Id<Client>, String)>> {
        let rows = self.database.query(
            "SELECT v.client_id FROM visible v
              WHERE v.employee_id = $1 AND v.owner_id = $1 AND v.kind = 0 AND v.roles & 3 <> 0
                AND v.next_step_on < $2
                AND NOT EXISTS (SELECT 1 FROM tasks t
                                 WHERE t.client_id = v.client_id AND t.state = 'open'
                                   AND t.rank = 'operation' AND t.deleted_by IS NULL)
              ORDER BY v.name_key, v.client_id LIMIT $3",
            &[self.who.to_value(), today.to_value(), count(LINES)],
        )?;
        let ids: Vec<Id<Client>> = rows
            .iter()
            .map(|row| row.get("client_id"))
            .collect::<Result<_>>()?;
        let names = self.names(ids.iter().copied())?;
        Ok(ids
            .into_iter()
            .map(|id| (id, names.title(Some(id))))
            .collect())
    }
}

fn count(lines: usize) -> crate::store::Value {
    i64::try_from(lines).unwrap_or(i64::MAX).into()
}
