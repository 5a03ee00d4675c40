//! The agenda: who is in the calendar when, made from tasks and participants at every commit.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};

use crate::domain::calendar::Entry;
use crate::domain::task::{Degree, Participant, Rank, State, USUAL_MINUTES, When};
use crate::domain::{Employee, Id, Task};
use crate::error::Result;
use crate::store::{Column, Database, Reader, Record, Row, Value, tasks};

/// How many tasks one statement reads.
const PAGE: usize = 500;

/// By how much a day may begin earlier or later than at midnight UTC, where the clock stands.
const ZONES: Duration = Duration::hours(14);

/// An operation in the calendar of an employee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// In whose calendar.
    pub employee: Id<Employee>,
    /// The operation.
    pub task: Task,
    /// What its client is called; empty where there is none or it may not be seen.
    pub client: String,
    /// What its contact person is called; empty likewise.
    pub contact: String,
    /// The phone of the contact person, else of the client; empty likewise.
    pub phone: String,
}

impl Appointment {
    /// When it stands in the calendar: from its beginning, else where it is due.
    pub fn when(&self) -> Option<When> {
        self.task.start().or_else(|| self.task.due())
    }

    /// The first moment after it.
    pub fn ends(&self) -> Option<DateTime<Utc>> {
        let usual = |start| start + Duration::minutes(USUAL_MINUTES);
        match self.when()? {
            When::At(start) => self.task.ends_at().or_else(|| Some(usual(start))),
            When::Day(day) => Some(When::Day(last_day(&self.task, day)).ends()),
        }
    }
}

/// The last day of a task that begins on a day without a time.
fn last_day(task: &Task, first: NaiveDate) -> NaiveDate {
    let last = task.due().map_or(first, When::day);
    if task.starts_on.is_some() {
        last.max(first)
    } else {
        first
    }
}

/// One line of the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Line {
    starts: i64,
    ends: i64,
    due: i64,
    is_open: bool,
}

/// A line with the task and the employee it is of.
type Placed = (Id<Task>, Id<Employee>, Line);

impl Line {
    /// The line of a task; `None` for one that does not stand in the calendar.
    fn of(task: &Task) -> Option<Self> {
        if task.rank != Rank::Operation || task.state == State::Cancelled {
            return None;
        }
        let when = task.start().or_else(|| task.due())?;
        let (starts, ends) = match when {
            When::At(start) => {
                let usual = start + Duration::minutes(USUAL_MINUTES);
                (start, task.ends_at().unwrap_or(usual))
            }
            When::Day(day) => (utc(day), utc(next(last_day(task, day)))),
        };
        let due = match task.due()? {
            When::At(moment) => moment,
            When::Day(day) => utc(next(day)),
        };
        Some(Self {
            starts: starts.timestamp_millis(),
            ends: ends.timestamp_millis(),
            due: due.timestamp_millis(),
            is_open: task.state == State::Open,
        })
    }
}

fn utc(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(chrono::NaiveTime::MIN).and_utc()
}

fn next(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Whether a participant has the task in the calendar.
fn is_busy(participant: &Participant) -> bool {
    participant.degree != Degree::Informed
}

/// Brings the lines of these tasks up to date.
pub(super) fn refresh(database: &dyn Database, touched: &BTreeSet<i64>) -> Result<()> {
    let touched: Vec<Id<Task>> = touched.iter().copied().map(Id::from).collect();
    for page in touched.chunks(PAGE) {
        let key = [tasks::list(page)];
        database.execute(
            "DELETE FROM agenda WHERE task_id IN (SELECT j.value FROM json_each($1) j)",
            &key,
        )?;
        for (task, employee, line) in lines(database, &key)? {
            let values = [
                task.to_value(),
                employee.to_value(),
                line.starts.into(),
                line.ends.into(),
                line.due.into(),
                line.is_open.to_value(),
            ];
            database.execute(
                "INSERT INTO agenda (task_id, employee_id, starts, ends, due, is_open)
                 VALUES ($1, $2, $3, $4, $5, $6)",
                &values,
            )?;
        }
    }
    Ok(())
}

/// The lines that tasks and participants ask for.
fn lines(database: &dyn Database, key: &[Value]) -> Result<HashSet<Placed>> {
    let rows = database.query(
        "SELECT t.* FROM json_each($1) j JOIN tasks t ON t.id = j.value
          WHERE t.deleted_by IS NULL",
        key,
    )?;
    let of_tasks: Vec<Task> = rows.iter().map(Task::from_row).collect::<Result<_>>()?;
    let of_tasks = of_tasks
        .iter()
        .filter_map(|task| Some((task.id, Line::of(task)?)));
    let of_tasks: HashMap<_, _> = of_tasks.collect();
    let rows = database.query(
        "SELECT p.* FROM json_each($1) j JOIN task_participants p ON p.task_id = j.value
          WHERE p.deleted_by IS NULL",
        key,
    )?;
    let participants: Vec<_> = rows
        .iter()
        .map(Participant::from_row)
        .collect::<Result<_>>()?;
    let busy = participants.iter().filter(|one| is_busy(one));
    let lines = busy.filter_map(|one| Some((one.task, one.employee, *of_tasks.get(&one.task)?)));
    Ok(lines.collect())
}

/// Tasks whose lines are not what they and their participants ask for; reads everything.
pub(crate) fn faults(database: &dyn Database) -> Result<Vec<i64>> {
    let rows = database.query("SELECT id FROM tasks ORDER BY id", &[])?;
    let ids: Vec<Id<Task>> = rows
        .iter()
        .map(|row| row.get("id"))
        .collect::<Result<_>>()?;
    let mut faults = BTreeSet::new();
    for page in ids.chunks(PAGE) {
        let key = [tasks::list(page)];
        let rows = database.query(
            "SELECT a.* FROM json_each($1) j JOIN agenda a ON a.task_id = j.value",
            &key,
        )?;
        let found: HashSet<_> = rows.iter().map(line_of).collect::<Result<_>>()?;
        let asked = lines(database, &key)?;
        faults.extend(
            found
                .symmetric_difference(&asked)
                .map(|(task, ..)| task.raw()),
        );
    }
    Ok(faults.into_iter().collect())
}

fn line_of(row: &Row) -> Result<Placed> {
    let line = Line {
        starts: row.get("starts")?,
        ends: row.get("ends")?,
        due: row.get("due")?,
        is_open: row.get("is_open")?,
    };
    Ok((row.get("task_id")?, row.get("employee_id")?, line))
}

impl Reader<'_> {
    /// What stands in the calendars of some employees from one moment to another, by its beginning.
    /// Whose task may not be seen has it left out.
    pub fn appointments(
        self,
        employees: &[Id<Employee>],
        (from, to): (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<Vec<Appointment>> {
        let mut found = Vec::new();
        for (condition, bounds) in meeting(from, to) {
            found.extend(self.appointments_where(condition, employees, &bounds)?);
        }
        found.retain(|one| {
            let begins = one.when().map(When::begins);
            begins.is_some_and(|begins| begins < to) && one.ends().is_some_and(|ends| ends > from)
        });
        found.sort_by_key(|one| (one.when().map(When::begins), one.task.id));
        self.name_attended(&mut found)?;
        Ok(found)
    }

    /// The operations of some employees that are late at that moment, the latest first.
    pub fn overdue(
        self,
        employees: &[Id<Employee>],
        now: DateTime<Utc>,
    ) -> Result<Vec<Appointment>> {
        let mut found = self.appointments_where(
            "a.is_open = 1 AND a.due < $3",
            employees,
            &[(now + ZONES).to_value()],
        )?;
        found.retain(|one| one.task.is_overdue(now));
        found.sort_by_key(|one| (one.task.due().map(When::begins), one.task.id));
        self.name_attended(&mut found)?;
        Ok(found)
    }

    /// The time that tasks take which may not be seen, of some employees from one moment to
    /// another: when it begins, its first moment after, and what it makes of them.
    pub fn hidden_times(
        self,
        employees: &[Id<Employee>],
        (from, to): (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<Vec<Entry>> {
        let mut found = Vec::new();
        for (condition, bounds) in meeting(from, to) {
            let sql = format!(
                "SELECT a.employee_id AS attendee_id, t.*
                   FROM json_each($1) j JOIN agenda a ON a.employee_id = j.value
                   JOIN tasks t ON t.id = a.task_id
                  WHERE NOT EXISTS (SELECT 1 FROM employees e
                                     WHERE e.id = $2 AND e.sees_all = 1)
                    AND NOT EXISTS (SELECT 1 FROM visible_tasks s
                                     WHERE s.viewer_id = $2 AND s.id = t.id)
                    AND {condition} AND t.deleted_by IS NULL
                    AND (t.client_id IS NULL
                         OR EXISTS (SELECT 1 FROM directory d WHERE d.client_id = t.client_id))"
            );
            let mut values = vec![tasks::list(employees), self.who.to_value()];
            values.extend(bounds);
            for row in self.database.query(&sql, &values)? {
                let hidden = appointment(&row)?;
                let time = hidden.when().zip(hidden.ends());
                let time = time.filter(|(when, ends)| when.begins() < to && *ends > from);
                let availability = hidden.task.availability;
                found.extend(time.map(|time| Entry::hidden(hidden.employee, time, availability)));
            }
        }
        Ok(found)
    }

    /// Appointments whose lines pass a condition, as yet without the names of who is attended.
    fn appointments_where(
        self,
        condition: &str,
        employees: &[Id<Employee>],
        bounds: &[Value],
    ) -> Result<Vec<Appointment>> {
        let sql = format!(
            "SELECT a.employee_id AS attendee_id, t.*
               FROM json_each($1) j JOIN agenda a ON a.employee_id = j.value
               JOIN visible_tasks t ON t.id = a.task_id AND t.viewer_id = $2
              WHERE {condition}"
        );
        let mut values = vec![tasks::list(employees), self.who.to_value()];
        values.extend_from_slice(bounds);
        let rows = self.database.query(&sql, &values)?;
        rows.iter().map(appointment).collect()
    }

    /// Names the clients and contact persons that may be seen.
    fn name_attended(self, appointments: &mut [Appointment]) -> Result<()> {
        let tasks = appointments.iter().map(|one| &one.task);
        let attended = tasks.flat_map(|task| [task.client, task.contact]);
        let names = self.names(attended.flatten())?;
        for one in appointments {
            one.client = names.title(one.task.client);
            one.contact = names.title(one.task.contact);
            one.phone = names.phone([one.task.contact, one.task.client]);
        }
        Ok(())
    }
}

/// The conditions for lines that meet a time, each with what stands for `$3` and `$4`: one for
/// those of usual length, which an index finds by their beginning, one for the few long ones.
fn meeting(from: DateTime<Utc>, to: DateTime<Utc>) -> [(&'static str, [Value; 2]); 2] {
    // Whole days stand at midnight UTC: asked for widely, then looked at closely.
    let (from, to) = (from - ZONES, to + ZONES);
    let usual = "a.starts >= $3 AND a.starts < $4 AND a.ends - a.starts <= 172800000";
    // The plus keeps the search by the beginning away, which would go through years.
    let long = "a.ends > $3 AND +a.starts < $4 AND a.ends - a.starts > 172800000";
    let begun = from - Duration::milliseconds(172_800_000);
    [
        (usual, [begun.to_value(), to.to_value()]),
        (long, [from.to_value(), to.to_value()]),
    ]
}

fn appointment(row: &Row) -> Result<Appointment> {
    Ok(Appointment {
        employee: row.get("attendee_id")?,
        task: Task::from_row(row)?,
        client: String::new(),
        contact: String::new(),
        phone: String::new(),
    })
}
