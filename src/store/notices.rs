//! Notices: made of tasks and reminders at every commit, shown and settled as time goes by.

mod lives;
mod plan;

pub(super) use plan::{Told, refresh};

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::domain::reminder::notice::Due;
use crate::domain::reminder::{Now, QuietHours, quiet};
use crate::domain::task::{TaskKind, TaskResult};
use crate::domain::{Client, Employee, Id, LifeEvent, Notice, Reminder, Task};
use crate::error::{Error, Result};
use crate::store::column::Value;
use crate::store::{Column, Database, Reader, Row, Transaction, tasks};

pub(crate) use lives::look;

/// A notice with what it tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// The notice.
    pub notice: Notice,
    /// The task.
    pub task: Option<Task>,
    /// What the task is called: by its title, else by the name of its kind.
    pub title: String,
    /// The name of the icon of its kind; empty where it has none.
    pub icon: String,
    /// What came of the task, from the dictionary; empty where nothing did.
    pub result: String,
    /// What happens in somebody's life.
    pub life_event: Option<LifeEvent>,
    /// Of which client it is, or whose life.
    pub client: Option<Id<Client>>,
    /// What that client is called; empty where there is none or it may not be seen.
    pub name: String,
    /// What the contact person of the task is called; empty likewise.
    pub contact: String,
    /// The phone of the contact person, else of the client; empty likewise.
    pub phone: String,
}

impl Alert {
    /// When it rings: the moment it was put off to, else when it is due.
    pub fn rings(&self) -> Due {
        let snoozed = self.notice.snoozed_until.map(Due::At);
        snoozed.unwrap_or(self.notice.due)
    }
}

/// The notices that have rung and are not settled; `more` narrows them.
fn rung(more: &str) -> String {
    let of_clock = |is_local: i64, now: &str| {
        format!(
            "SELECT n.* FROM notices n
              WHERE n.employee_id = $1 AND n.settled_at IS NULL AND n.is_void = 0 {more}
                AND n.is_local = {is_local} AND COALESCE(n.snoozed_until, n.due_at) <= {now}"
        )
    };
    format!("{} UNION ALL {}", of_clock(0, "$2"), of_clock(1, "$3"))
}

impl Reader<'_> {
    /// What the signed-in employee is to be told by now and has not settled, the latest first.
    pub fn due_notices(self, now: Now) -> Result<Vec<Notice>> {
        self.rung_notices(now, "")
    }

    /// Those of them that nobody has shown yet.
    pub fn unshown_notices(self, now: Now) -> Result<Vec<Notice>> {
        self.rung_notices(now, "AND n.shown_at IS NULL")
    }

    fn rung_notices(self, now: Now, more: &str) -> Result<Vec<Notice>> {
        let rows = self.database.query(
            &rung(more),
            &[
                self.who.to_value(),
                now.at.to_value(),
                Due::OnWall(now.local).millis().into(),
            ],
        )?;
        let mut found: Vec<Notice> = rows.iter().map(notice).collect::<Result<_>>()?;
        found.sort_by_key(|one| {
            let rings = one.snoozed_until.map_or(one.due, Due::At);
            (std::cmp::Reverse(rings.millis()), one.id)
        });
        Ok(found)
    }

    /// The same notices with what they tell of. What may not be seen any more is left out.
    pub fn alerts(self, notices: &[Notice]) -> Result<Vec<Alert>> {
        let ids: Vec<_> = notices.iter().filter_map(|one| one.task).collect();
        let found = self.tasks(&ids)?.into_iter();
        let found: HashMap<_, _> = found.map(|task| (task.id, task)).collect();
        let events: Vec<_> = notices.iter().filter_map(|one| one.life_event).collect();
        let events = self.seen_life_events(&events)?.into_iter();
        let events: HashMap<_, _> = events.map(|event| (event.id, event)).collect();
        let mut alerts: Vec<_> = notices
            .iter()
            .map(|notice| {
                let task = notice.task.and_then(|id| found.get(&id));
                let life_event = notice.life_event.and_then(|id| events.get(&id));
                let of_task = task.and_then(|task| task.client);
                let of_life = life_event.map(|event| event.client);
                Alert {
                    title: task.map_or(String::new(), |task| task.title.clone()),
                    icon: String::new(),
                    result: String::new(),
                    client: of_task.or(of_life).or(notice.client),
                    task: task.cloned(),
                    life_event: life_event.cloned(),
                    notice: notice.clone(),
                    name: String::new(),
                    contact: String::new(),
                    phone: String::new(),
                }
            })
            .collect();
        self.name_tasks(&mut alerts)?;
        self.name_told(&mut alerts)?;
        let of_life = |one: &Alert| one.life_event.is_some() || one.notice.client.is_some();
        alerts.retain(|one| one.task.is_some() || of_life(one) && !one.name.is_empty());
        Ok(alerts)
    }

    /// Names the tasks by their kinds where they have no title, and says what came of them.
    fn name_tasks(self, alerts: &mut [Alert]) -> Result<()> {
        let tasks = alerts.iter().filter_map(|one| one.task.as_ref());
        let kinds: Vec<_> = tasks.clone().filter_map(|task| task.kind).collect();
        let kinds: Vec<TaskKind> = self.ask(
            "SELECT k.* FROM json_each($1) j JOIN task_kinds k ON k.id = j.value",
            &[tasks::list(&kinds)],
        )?;
        let results: Vec<_> = tasks.filter_map(|task| task.result).collect();
        let results: Vec<TaskResult> = self.ask(
            "SELECT r.* FROM json_each($1) j JOIN task_results r ON r.id = j.value",
            &[tasks::list(&results)],
        )?;
        for alert in alerts {
            let Some(task) = &alert.task else { continue };
            if let Some(kind) = kinds.iter().find(|kind| Some(kind.id) == task.kind) {
                alert.icon.clone_from(&kind.icon);
                if alert.title.is_empty() {
                    alert.title.clone_from(&kind.name);
                }
            }
            let result = results.iter().find(|one| Some(one.id) == task.result);
            alert.result = result.map_or(String::new(), |one| one.name.clone());
        }
        Ok(())
    }

    /// Names the clients and contact persons that may be seen.
    fn name_told(self, alerts: &mut [Alert]) -> Result<()> {
        let contact_of = |one: &Alert| one.task.as_ref().and_then(|task| task.contact);
        let ids = alerts.iter().flat_map(|one| [one.client, contact_of(one)]);
        let names = self.names(ids.flatten())?;
        for alert in alerts {
            let contact = contact_of(alert);
            alert.name = names.title(alert.client);
            alert.contact = names.title(contact);
            alert.phone = names.phone([contact, alert.client]);
        }
        Ok(())
    }

    /// The defaults of the office, of kinds and of employees, in the order they were entered.
    pub fn default_reminders(self) -> Result<Vec<Reminder>> {
        self.ask(
            "SELECT r.* FROM reminders r
              WHERE r.task_id IS NULL AND r.deleted_by IS NULL ORDER BY r.id",
            &[],
        )
    }

    /// The reminders of a task that may be seen, in the order they were entered.
    pub fn reminders_of(self, task: Id<Task>) -> Result<Vec<Reminder>> {
        self.ask(
            "SELECT r.* FROM reminders r JOIN visible_tasks t ON t.id = r.task_id
              WHERE t.viewer_id = $1 AND r.task_id = $2 AND r.deleted_by IS NULL ORDER BY r.id",
            &[self.who.to_value(), task.to_value()],
        )
    }

    /// The quiet hours of the signed-in employee.
    pub fn quiet_hours(self) -> Result<Option<QuietHours>> {
        let name = format!("{}{}", quiet::POLICY, self.who.raw());
        let policy = self.policy(&name)?;
        Ok(policy.and_then(|policy| policy.value.parse().ok()))
    }
}

impl Transaction<'_> {
    /// Saves reminders that were read as `base` and edited into `mine`.
    ///
    /// # Errors
    /// [`Error::Conflict`] where somebody has saved one of them since.
    pub fn save_reminders(&mut self, base: &[Reminder], mine: &[Reminder]) -> Result<()> {
        self.change_rows(base, mine)
    }
}

/// Takes it upon this program to show those of the notices that nobody has shown yet; returns them.
/// Of several programs that ask at once, each gets others.
pub(crate) fn claim(
    database: &dyn Database,
    ids: &[Id<Notice>],
    (at, device): (DateTime<Utc>, i64),
) -> Result<Vec<Id<Notice>>> {
    check_writable(database)?;
    let claimed = database.query(
        "UPDATE notices SET shown_at = $1, shown_by = $2
          WHERE id IN (SELECT j.value FROM json_each($3) j)
            AND shown_at IS NULL AND settled_at IS NULL
         RETURNING id",
        &[at.to_value(), device.into(), tasks::list(ids)],
    )?;
    claimed.iter().map(|row| row.get("id")).collect()
}

/// Puts notices of an employee off: they ring again at that moment.
pub(crate) fn snooze(
    database: &dyn Database,
    who: Id<Employee>,
    ids: &[Id<Notice>],
    until: DateTime<Utc>,
) -> Result<()> {
    check_writable(database)?;
    database.execute(
        "UPDATE notices SET snoozed_until = $1, is_local = 0, shown_at = NULL, shown_by = NULL
          WHERE id IN (SELECT j.value FROM json_each($2) j)
            AND employee_id = $3 AND settled_at IS NULL",
        &[until.to_value(), tasks::list(ids), who.to_value()],
    )?;
    Ok(())
}

/// Settles notices of an employee: they never ring again.
pub(crate) fn settle(
    database: &dyn Database,
    who: Id<Employee>,
    ids: &[Id<Notice>],
    at: DateTime<Utc>,
) -> Result<()> {
    check_writable(database)?;
    database.execute(
        "UPDATE notices SET settled_at = $1, settled_by = $2
          WHERE id IN (SELECT j.value FROM json_each($3) j)
            AND employee_id = $2 AND settled_at IS NULL",
        &[at.to_value(), who.to_value(), tasks::list(ids)],
    )?;
    Ok(())
}

/// Refuses to write what stands outside the log into a file that is for reading, or that another has
/// taken the place of.
pub(in crate::store) fn check_writable(database: &dyn Database) -> Result<()> {
    if database.is_read_only() {
        return Err(Error::ReadOnly);
    }
    database.check_place()
}

fn notice(row: &Row) -> Result<Notice> {
    let millis = DateTime::from_timestamp_millis(row.get("due_at")?);
    let moment = millis.ok_or(Error::Unreadable("due_at"))?;
    let is_snoozed = !matches!(row.value("snoozed_until"), None | Some(Value::Null));
    let is_local = row.get::<bool>("is_local")? && !is_snoozed;
    Ok(Notice {
        id: row.get("id")?,
        employee: row.get("employee_id")?,
        task: row.get("task_id")?,
        life_event: row.get("event_id")?,
        client: row.get("client_id")?,
        occasion: row.get("event")?,
        due: if is_local {
            Due::OnWall(moment.naive_utc())
        } else {
            Due::At(moment)
        },
        shown_at: row.get("shown_at")?,
        snoozed_until: row.get("snoozed_until")?,
    })
}
