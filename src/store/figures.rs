//! Figures of work: finished operations counted, and the tasks behind each figure.

use std::collections::HashMap;

use crate::domain::task::figures::{By, Figure, Key, Project, Scope};
use crate::domain::task::{Meaning, Rank, midnight};
use crate::domain::{Client, Id, Task};
use crate::error::Result;
use crate::store::names::Names;
use crate::store::{Column, Reader, Row, Value};

/// How many tasks behind a figure are shown at most, the latest first.
pub const MOST_BEHIND: usize = 500;
/// How many projects of each sort are offered at most.
pub const MOST_PROJECTS: i64 = 2_000;

/// Who led an operation: the first who leads, as the calendar has it.
const LEADER: &str = "(SELECT p.employee_id FROM task_participants p
      WHERE p.task_id = t.id AND p.degree = 'leads' AND p.deleted_by IS NULL
      ORDER BY p.id LIMIT 1)";

/// A condition on finished operations, its parameters from $2 on.
struct Condition {
    sql: String,
    values: Vec<Value>,
}

impl Condition {
    fn of(scope: &Scope) -> Self {
        let mut condition = Self {
            sql: String::new(),
            values: Vec::new(),
        };
        if let Some(from) = scope.from {
            condition.and("t.finished_at >= {}", midnight(from).to_value());
        }
        if let Some(next) = scope.to.and_then(|to| to.succ_opt()) {
            condition.and("t.finished_at < {}", midnight(next).to_value());
        }
        if let Some(employee) = scope.employee {
            let led = format!("{LEADER} = {{}}");
            condition.and(&led, employee.to_value());
        }
        if let Some(client) = scope.client {
            condition.and("t.client_id = {}", client.to_value());
        }
        if let Some(project) = scope.project {
            let below = "t.id IN (WITH RECURSIVE below (id, depth) AS (
                     SELECT {}, 0
                      UNION
                     SELECT s.id, b.depth + 1 FROM below b
                       JOIN visible_tasks s ON s.parent_id = b.id AND s.viewer_id = $1
                      WHERE b.depth < 20)
                   SELECT b.id FROM below b)";
            condition.and(below, project.to_value());
        }
        condition
    }

    fn and(&mut self, sql: &str, value: Value) {
        self.values.push(value);
        let place = format!("${}", self.values.len() + 1);
        let sql = sql.replacen("{}", &place, 1);
        self.sql.push_str(" AND ");
        self.sql.push_str(&sql);
    }
}

/// What is counted together, as columns: the first is of the key, the second only of results.
fn key_columns(by: By) -> [&'static str; 2] {
    match by {
        By::Result => ["t.kind_id", "t.result_id"],
        By::Kind => ["t.kind_id", "NULL"],
        By::Employee => [LEADER, "NULL"],
        By::Client => ["t.client_id", "NULL"],
        By::Contact => ["t.contact_id", "NULL"],
    }
}

fn key(by: By, row: &Row) -> Result<Key> {
    Ok(match by {
        By::Result => Key::Result(row.get("subject")?, row.get("result")?),
        By::Kind => Key::Kind(row.get("subject")?),
        By::Employee => Key::Employee(row.get("subject")?),
        By::Client | By::Contact => Key::Client(row.get("subject")?),
    })
}

impl Reader<'_> {
    /// The operations that may be seen and were done, counted; the most first, results by kind. A
    /// client that may not be seen is counted with those for nobody.
    pub fn task_figures(self, scope: &Scope, by: By) -> Result<Vec<Figure>> {
        let condition = Condition::of(scope);
        let [first, second] = key_columns(by);
        let sql = format!(
            "SELECT {first} AS subject, {second} AS result, r.meaning AS meaning, COUNT(*) AS done
               FROM visible_tasks t LEFT JOIN task_results r ON r.id = t.result_id
              WHERE t.viewer_id = $1 AND t.rank = 'operation' AND t.state = 'done'{}
              GROUP BY 1, 2, 3",
            condition.sql
        );
        let mut values = vec![self.who.to_value()];
        values.extend(condition.values);
        let mut figures: Vec<Figure> = Vec::new();
        let mut places: HashMap<Key, usize> = HashMap::new();
        let rows = self.database.query(&sql, &values)?;
        let keys: Vec<Key> = rows.iter().map(|row| key(by, row)).collect::<Result<_>>()?;
        let names = self.names_of(&keys)?;
        for (row, key) in rows.iter().zip(keys) {
            let (key, name) = seen(key, &names);
            let at = *places.entry(key).or_insert_with(|| {
                figures.push(Figure {
                    key,
                    name,
                    done: 0,
                    meanings: [0; 3],
                });
                figures.len() - 1
            });
            let done: i64 = row.get("done")?;
            figures[at].done += done;
            if let Some(meaning) = row.get::<Option<Meaning>>("meaning")? {
                figures[at].meanings[meaning as usize] += done;
            }
        }
        figures.sort_by(|one, other| other.done.cmp(&one.done).then(one.name.cmp(&other.name)));
        Ok(figures)
    }

    /// The projects that may be seen, of one client or of all, by title. Of all the newest that are
    /// open and the latest that are closed, at most [`MOST_PROJECTS`] of each.
    pub fn projects(self, client: Option<Id<Client>>) -> Result<Vec<Project>> {
        let tasks = match client {
            Some(client) => self.tasks_of(client)?,
            None => self.projects_of_all()?,
        };
        let projects = tasks.into_iter().filter(|task| task.rank == Rank::Project);
        let projects: Vec<_> = projects.collect();
        let names = self.names(projects.iter().filter_map(|task| task.client))?;
        let known = projects.into_iter().map(|task| Project {
            id: task.id,
            client: names.title(task.client),
            title: task.title,
        });
        let mut known: Vec<_> = known.collect();
        known.sort_by(|one, other| one.title.cmp(&other.title).then(one.id.cmp(&other.id)));
        Ok(known)
    }

    fn projects_of_all(self) -> Result<Vec<Task>> {
        let parameters = [self.who.to_value(), MOST_PROJECTS.into()];
        let mut tasks: Vec<Task> = self.ask(
            "SELECT t.* FROM visible_tasks t
              WHERE t.viewer_id = $1 AND t.id IN
                (SELECT o.id FROM tasks o
                  WHERE o.rank = 'project' AND o.state = 'open' AND o.deleted_by IS NULL)
              ORDER BY t.id DESC LIMIT $2",
            &parameters,
        )?;
        let closed: Vec<Task> = self.ask(
            "SELECT t.* FROM visible_tasks t
              WHERE t.viewer_id = $1 AND t.rank = 'project' AND t.finished_at IS NOT NULL
              ORDER BY t.finished_at DESC LIMIT $2",
            &parameters,
        )?;
        tasks.extend(closed);
        Ok(tasks)
    }

    fn names_of(self, keys: &[Key]) -> Result<Names> {
        self.names(keys.iter().filter_map(|key| match key {
            Key::Client(id) => *id,
            _ => None,
        }))
    }

    /// The tasks behind a figure, the latest first, at most [`MOST_BEHIND`].
    pub fn tasks_behind(self, scope: &Scope, by: By, key: Key) -> Result<Vec<Task>> {
        let mut condition = Condition::of(scope);
        let [first, second] = key_columns(by);
        let same = |column: &str| format!("{column} IS NOT DISTINCT FROM {{}}");
        match key {
            Key::Result(kind, result) => {
                condition.and(&same(first), kind.to_value());
                condition.and(&same(second), result.to_value());
            }
            Key::Kind(kind) => condition.and(&same(first), kind.to_value()),
            Key::Employee(employee) => condition.and(&same(first), employee.to_value()),
            Key::Client(Some(client)) => condition.and(&same(first), client.to_value()),
            Key::Client(None) => condition.and(
                &format!(
                    "NOT EXISTS (SELECT 1 FROM visible v
                       WHERE v.employee_id = {{}} AND v.client_id = {first})"
                ),
                self.who.to_value(),
            ),
        }
        let sql = format!(
            "SELECT t.* FROM visible_tasks t
              WHERE t.viewer_id = $1 AND t.rank = 'operation' AND t.state = 'done'{}
              ORDER BY t.finished_at DESC, t.id LIMIT {MOST_BEHIND}",
            condition.sql
        );
        let mut values = vec![self.who.to_value()];
        values.extend(condition.values);
        self.ask(&sql, &values)
    }
}

/// The key of a client that may be seen, with its name; of another that of nobody.
fn seen(key: Key, names: &Names) -> (Key, String) {
    let Key::Client(id) = key else {
        return (key, String::new());
    };
    match names.get(id) {
        Some(named) => (key, named.title.clone()),
        None => (Key::Client(None), String::new()),
    }
}
