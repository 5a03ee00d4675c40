//! What tasks ask to be told, brought up to date at every commit.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use crate::domain::reminder::Occasion;
use crate::domain::reminder::notice::{Deed, Due, Planned, plan};
use crate::domain::task::Participant;
use crate::domain::{Employee, Id, Notice, Operation, Reminder, Task};
use crate::error::Result;
use crate::store::audit::Entry;
use crate::store::{Column, Database, Record, Row, Value, tasks};

/// How many tasks one statement reads.
const PAGE: usize = 500;

/// Who did what, so that others are told.
pub(in crate::store) struct Told {
    /// The operation.
    pub operation: Id<Entry>,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub who: Id<Employee>,
    /// Whether it fills the file: nobody is told of each task that it brings.
    pub is_filling: bool,
}

impl Told {
    /// Of the operation that an entry of the log stands for.
    pub fn by(entry: &Entry) -> Self {
        let filling = [
            Operation::Import,
            Operation::FillWithSamples,
            Operation::CreateWorkspace,
        ];
        Self {
            operation: entry.id,
            at: entry.done_at,
            who: entry.who,
            is_filling: filling.contains(&entry.operation),
        }
    }
}

/// What stands in the file of one notice already.
struct Standing {
    id: Id<Notice>,
    is_void: bool,
}

/// What tells the notices of a task apart. When others have done something is no part of it.
type Key = (Id<Employee>, Occasion, i64, Option<i64>);

fn key(planned: &Planned) -> Key {
    let due = matches!(planned.occasion, Occasion::Start | Occasion::Overdue);
    let due = due.then(|| planned.due.millis());
    (planned.employee, planned.occasion, planned.cause, due)
}

/// Brings the notices of these tasks up to date; where the operation has changed defaults, those of
/// every task that is still to do.
pub(in crate::store) fn refresh(
    database: &dyn Database,
    touched: &BTreeSet<i64>,
    told: &Told,
) -> Result<()> {
    let mut touched: BTreeSet<Id<Task>> = touched.iter().copied().map(Id::from).collect();
    if has_changed_defaults(database, told)? {
        touched.extend(tasks_to_do(database, told.at)?);
    }
    if touched.is_empty() {
        return Ok(());
    }
    let defaults: Vec<Reminder> = records(
        database,
        "SELECT r.* FROM reminders r WHERE r.task_id IS NULL AND r.deleted_by IS NULL",
        &[],
    )?;
    let touched: Vec<_> = touched.into_iter().collect();
    touched
        .chunks(PAGE)
        .try_for_each(|page| refresh_page(database, page, &defaults, told))
}

fn has_changed_defaults(database: &dyn Database, told: &Told) -> Result<bool> {
    let sql = "SELECT 1 FROM reminders r
                WHERE r.task_id IS NULL
                  AND (r.created_by = $1
                       OR EXISTS (SELECT 1 FROM changes c
                                   WHERE c.operation_id = $1 AND c.table_name = 'reminders'
                                     AND c.row_id = r.id))
                LIMIT 1";
    Ok(!database
        .query(sql, &[told.operation.to_value()])?
        .is_empty())
}

/// Tasks of the calendar that are still to do and not late yet.
fn tasks_to_do(database: &dyn Database, at: DateTime<Utc>) -> Result<Vec<Id<Task>>> {
    let sql = "SELECT DISTINCT a.task_id FROM employees e
                 JOIN agenda a ON a.employee_id = e.id AND a.is_open = 1 AND a.due >= $1";
    let rows = database.query(sql, &[at.to_value()])?;
    rows.iter().map(|row| row.get("task_id")).collect()
}

fn refresh_page(
    database: &dyn Database,
    page: &[Id<Task>],
    defaults: &[Reminder],
    told: &Told,
) -> Result<()> {
    let ids = [tasks::list(page)];
    let rows = database.query(
        "SELECT t.* FROM json_each($1) j JOIN tasks t ON t.id = j.value
          WHERE t.deleted_by IS NULL",
        &ids,
    )?;
    let rows: HashMap<Id<Task>, Row> = rows
        .into_iter()
        .map(|row| Ok((row.get("id")?, row)))
        .collect::<Result<_>>()?;
    let mut participants = by_task(
        database,
        "SELECT p.* FROM json_each($1) j JOIN task_participants p ON p.task_id = j.value
          WHERE p.deleted_by IS NULL",
        &ids,
        |one: &Participant| Some(one.task),
    )?;
    let mut own = by_task(
        database,
        "SELECT r.* FROM json_each($1) j JOIN reminders r ON r.task_id = j.value
          WHERE r.deleted_by IS NULL",
        &ids,
        |one: &Reminder| one.task,
    )?;
    let mut standing = standing(database, &ids)?;
    let given = given(database, &ids, told)?;
    let deeds = deeds(database, &ids, told)?;
    for task in page {
        let mut planned = Vec::new();
        if let Some(row) = rows.get(task) {
            let mut reminders = own.remove(task).unwrap_or_default();
            reminders.extend_from_slice(defaults);
            let taking_part = participants.remove(task).unwrap_or_default();
            planned = plan(&Task::from_row(row)?, &taking_part, &reminders, told.at);
        }
        let deed = Deed {
            at: told.at,
            who: told.who,
            has_finished: deeds.finished.contains(task),
            has_moved: deeds.moved.contains(task),
            given: given.clone(),
        };
        let known = standing.remove(task).unwrap_or_default();
        settle_task(database, *task, &planned, known, &deed)?;
    }
    Ok(())
}

/// Adds what is new, and marks what holds no more, or again.
fn settle_task(
    database: &dyn Database,
    task: Id<Task>,
    planned: &[Planned],
    mut known: HashMap<Key, Standing>,
    deed: &Deed,
) -> Result<()> {
    for one in planned {
        match known.remove(&key(one)) {
            Some(standing) if standing.is_void => set_void(database, standing.id, false)?,
            Some(_) => {}
            None if one.is_new_by(deed) => insert(database, task, one)?,
            None => {}
        }
    }
    let mut gone = known.values().filter(|standing| !standing.is_void);
    gone.try_for_each(|standing| set_void(database, standing.id, true))
}

fn set_void(database: &dyn Database, id: Id<Notice>, is_void: bool) -> Result<()> {
    let sql = "UPDATE notices SET is_void = $1 WHERE id = $2";
    database.execute(sql, &[is_void.to_value(), id.to_value()])?;
    Ok(())
}

fn insert(database: &dyn Database, task: Id<Task>, planned: &Planned) -> Result<()> {
    let is_local = matches!(planned.due, Due::OnWall(_));
    database.execute(
        "INSERT INTO notices (id, employee_id, task_id, event, cause, due_at, is_local, is_void)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0) ON CONFLICT DO NOTHING",
        &[
            Id::<Notice>::generate().to_value(),
            planned.employee.to_value(),
            task.to_value(),
            planned.occasion.to_value(),
            planned.cause.into(),
            planned.due.millis().into(),
            is_local.to_value(),
        ],
    )?;
    Ok(())
}

/// The notices of these tasks that stand in the file.
fn standing(
    database: &dyn Database,
    ids: &[Value],
) -> Result<HashMap<Id<Task>, HashMap<Key, Standing>>> {
    let rows = database.query(
        "SELECT n.* FROM json_each($1) j JOIN notices n ON n.task_id = j.value",
        ids,
    )?;
    let mut found: HashMap<_, HashMap<_, _>> = HashMap::new();
    for row in &rows {
        let occasion: Occasion = row.get("event")?;
        let is_timed = matches!(occasion, Occasion::Start | Occasion::Overdue);
        let key = (
            row.get("employee_id")?,
            occasion,
            row.get("cause")?,
            is_timed.then_some(row.get::<i64>("due_at")?),
        );
        let standing = Standing {
            id: row.get("id")?,
            is_void: row.get("is_void")?,
        };
        found
            .entry(row.get("task_id")?)
            .or_default()
            .insert(key, standing);
    }
    Ok(found)
}

/// The participations that the operation has made; none where it fills the file.
fn given(database: &dyn Database, ids: &[Value], told: &Told) -> Result<BTreeSet<Id<Participant>>> {
    if told.is_filling {
        return Ok(BTreeSet::new());
    }
    let rows = database.query(
        "SELECT p.id FROM json_each($1) j CROSS JOIN task_participants p
          WHERE p.task_id = j.value AND p.created_by = $2 AND p.deleted_by IS NULL",
        &[ids[0].clone(), told.operation.to_value()],
    )?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// What an operation has done to tasks, as far as others are told of it.
#[derive(Default)]
struct Deeds {
    /// Those it has brought to an end or given a result, and those it has made so.
    finished: BTreeSet<Id<Task>>,
    /// Those it has put to another time.
    moved: BTreeSet<Id<Task>>,
}

/// What the operation has done to these tasks; nothing where it fills the file.
fn deeds(database: &dyn Database, ids: &[Value], told: &Told) -> Result<Deeds> {
    let mut deeds = Deeds::default();
    if told.is_filling {
        return Ok(deeds);
    }
    // Task by task: an operation on thousands would be gone through for each page of them.
    let rows = database.query(
        "SELECT j.value AS id, c.column_name FROM json_each($1) j CROSS JOIN changes c
          WHERE c.operation_id = $2 AND c.table_name = 'tasks' AND c.row_id = j.value
         UNION ALL
         SELECT t.id, 'state' FROM json_each($1) j CROSS JOIN tasks t
          WHERE t.id = j.value AND t.created_by = $2",
        &[ids[0].clone(), told.operation.to_value()],
    )?;
    for row in &rows {
        let told = match row.get::<String>("column_name")?.as_str() {
            "state" | "result_id" => &mut deeds.finished,
            "starts_at" | "starts_on" | "due_at" | "due_on" => &mut deeds.moved,
            _ => continue,
        };
        told.insert(row.get("id")?);
    }
    Ok(deeds)
}

fn records<R: Record>(database: &dyn Database, sql: &str, values: &[Value]) -> Result<Vec<R>> {
    let rows = database.query(sql, values)?;
    rows.iter().map(R::from_row).collect()
}

fn by_task<R: Record>(
    database: &dyn Database,
    sql: &str,
    ids: &[Value],
    task: impl Fn(&R) -> Option<Id<Task>>,
) -> Result<HashMap<Id<Task>, Vec<R>>> {
    let mut found: HashMap<_, Vec<R>> = HashMap::new();
    for record in records(database, sql, ids)? {
        if let Some(task) = task(&record) {
            found.entry(task).or_default().push(record);
        }
    }
    Ok(found)
}
