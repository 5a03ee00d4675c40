//! Lists of tasks: mine, and those I gave to others.

use chrono::{DateTime, Utc};

use crate::domain::Task;
use crate::domain::task::list::{Listed, Whose};
use crate::error::Result;
use crate::store::{Column, Reader};

impl Reader<'_> {
    /// The tasks of a list that are still to do, and those finished since a moment, in no order.
    pub fn listed_tasks(
        self,
        whose: Whose,
        finished_since: Option<DateTime<Utc>>,
    ) -> Result<Vec<Listed>> {
        let mut tasks = match whose {
            Whose::Mine => self.my_open_tasks()?,
            Whose::Given => self.given_open_tasks()?,
        };
        if let Some(since) = finished_since {
            tasks.extend(self.finished_tasks(whose, since)?);
        }
        self.with_names(tasks)
    }

    /// Those with a day stand in the agenda; the others are few.
    fn my_open_tasks(self) -> Result<Vec<Task>> {
        self.ask(
            "SELECT t.* FROM visible_tasks t
              WHERE t.viewer_id = $1 AND t.state = 'open' AND t.id IN
                (SELECT a.task_id FROM agenda a WHERE a.employee_id = $1 AND a.is_open = 1
                  UNION
                 SELECT u.id FROM tasks u JOIN task_participants p ON p.task_id = u.id
                  WHERE u.state = 'open' AND u.rank = 'operation' AND u.deleted_by IS NULL
                    AND u.starts_at IS NULL AND u.starts_on IS NULL
                    AND u.due_at IS NULL AND u.due_on IS NULL
                    AND p.employee_id = $1 AND p.deleted_by IS NULL)",
            &[self.who.to_value()],
        )
    }

    fn given_open_tasks(self) -> Result<Vec<Task>> {
        self.ask(
            "SELECT t.* FROM visible_tasks t
              WHERE t.viewer_id = $1 AND t.id IN
                (SELECT g.id FROM tasks g
                  WHERE g.author_id = $1 AND g.state = 'open' AND g.deleted_by IS NULL
                    AND g.rank = 'operation')
                AND EXISTS (SELECT 1 FROM task_participants p
                             WHERE p.task_id = t.id AND p.employee_id <> $1
                               AND p.deleted_by IS NULL)",
            &[self.who.to_value()],
        )
    }

    fn finished_tasks(self, whose: Whose, since: DateTime<Utc>) -> Result<Vec<Task>> {
        let condition = match whose {
            Whose::Mine => "p.employee_id = $1",
            Whose::Given => "t.author_id = $1 AND p.employee_id <> $1",
        };
        let sql = format!(
            "SELECT t.* FROM visible_tasks t
              WHERE t.viewer_id = $1 AND t.rank = 'operation' AND t.state <> 'open'
                AND t.id IN (SELECT f.id FROM tasks f
                              WHERE f.finished_at >= $2 AND f.finished_at IS NOT NULL
                                AND f.deleted_by IS NULL)
                AND EXISTS (SELECT 1 FROM task_participants p
                             WHERE p.task_id = t.id AND p.deleted_by IS NULL AND {condition})"
        );
        self.ask(&sql, &[self.who.to_value(), since.to_value()])
    }

    fn with_names(self, tasks: Vec<Task>) -> Result<Vec<Listed>> {
        let names = self.names(tasks.iter().filter_map(|task| task.client))?;
        let ids: Vec<_> = tasks.iter().map(|task| task.id).collect();
        let mut people = self.participants_of(&ids)?;
        let listed = tasks.into_iter().map(|task| Listed {
            client: names.title(task.client),
            people: people.remove(&task.id).unwrap_or_default(),
            task,
        });
        Ok(listed.collect())
    }
}
