//! The rows of work, and the questions about tasks.

mod deals;
pub(crate) mod folds;
mod kinds;
mod lists;
mod series;
mod templates;
mod verbs;

use std::collections::HashMap;

use crate::domain::reminder::Reminder;
use crate::domain::task::{CheckItem, Participant, Series, TaskKind, TaskResult};
use crate::domain::template::{ProjectTemplate, TemplateStep};
use crate::domain::{Assignment, Client, Id, Task};
use crate::error::{Error, Result};
use crate::store::record::record;
use crate::store::{Column, Reader, Transaction, Value};

record! {
    TaskKind: plain "task_kinds" [] {
        name: "name",
        icon: "icon",
        availability: "availability",
        minutes: "minutes",
        priority: "priority",
        medium: "medium",
        is_result_required: "is_result_required",
        is_offered: "is_offered",
        checklist: "checklist",
        position: "position",
    }
}

record! {
    TaskResult: plain "task_results" [] {
        kind: "kind_id",
        name: "name",
        meaning: "meaning",
        next_kind: "next_kind_id",
        next_days: "next_days",
        is_offered: "is_offered",
        position: "position",
    }
}

record! {
    ProjectTemplate: plain "project_templates" [] {
        name: "name",
        levels: "levels",
    }
}

record! {
    TemplateStep: plain "template_steps" [] {
        template: "template_id",
        parent: "parent_id",
        rank: "rank",
        kind: "kind_id",
        title: "title",
        plan: "plan",
        stage: "stage_id",
        employee: "employee_id",
        offset_days: "offset_days",
        days: "days",
        minute: "minute",
        minutes: "minutes",
        is_required: "is_required",
        checklist: "checklist",
        position: "position",
    }
}

record! {
    Series: plain "task_series" [] {
        rule: "rule",
        starts_on: "starts_on",
        made_until: "made_until",
    }
}

record! {
    Task: planned "tasks" by "id" ["client_id", "contact_id"] {
        parent: "parent_id",
        rank: "rank",
        client: "client_id",
        contact: "contact_id",
        kind: "kind_id",
        title: "title",
        plan: "plan",
        outcome: "outcome",
        result: "result_id",
        reason: "reason_id",
        priority: "priority",
        state: "state",
        finished_at: "finished_at",
        starts_at: "starts_at",
        starts_on: "starts_on",
        due_at: "due_at",
        due_on: "due_on",
        minutes: "minutes",
        place: "place",
        medium: "medium",
        availability: "availability",
        author: "author_id",
        controller: "controller_id",
        levels: "levels",
        amount: "amount",
        currency: "currency",
        expected_on: "expected_on",
        stage: "stage_id",
        stage_since: "stage_since",
        is_required: "is_required",
        series: "series_id",
        template: "template_id",
        position: "position",
    }
}

record! {
    Participant: planned "task_participants" by "task_id" [] {
        task: "task_id",
        employee: "employee_id",
        degree: "degree",
    }
}

record! {
    CheckItem: plain "check_items" [] {
        task: "task_id",
        text: "text",
        is_done: "is_done",
        position: "position",
    }
}

record! {
    Reminder: planned "reminders" by "task_id" [] {
        task: "task_id",
        kind: "kind_id",
        employee: "employee_id",
        audience: "audience",
        event: "event",
        minutes: "minutes",
        result: "result_id",
    }
}

impl Reader<'_> {
    /// The tasks of a visible client of every rank, in no order: for [`crate::domain::task::Tree`].
    pub fn tasks_of(self, client: Id<Client>) -> Result<Vec<Task>> {
        self.ask(
            "SELECT t.* FROM visible_tasks t WHERE t.viewer_id = $1 AND t.client_id = $2",
            &[self.who.to_value(), client.to_value()],
        )
    }

    /// The tasks of a visible client, and those it is the contact person of, in no order.
    pub fn tasks_about(self, client: Id<Client>) -> Result<Vec<Task>> {
        self.ask(
            "SELECT t.* FROM visible_tasks t
              WHERE t.viewer_id = $1 AND t.id IN
                (SELECT c.id FROM tasks c WHERE c.client_id = $2
                  UNION
                 SELECT p.id FROM tasks p WHERE p.contact_id = $2)",
            &[self.who.to_value(), client.to_value()],
        )
    }

    /// A task that may be seen.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none, or it may not be seen.
    pub fn task(self, id: Id<Task>) -> Result<Task> {
        let found = self.tasks(&[id])?;
        found.into_iter().next().ok_or(Error::Missing("tasks"))
    }

    /// Those of the tasks that may be seen, in no order.
    pub fn tasks(self, ids: &[Id<Task>]) -> Result<Vec<Task>> {
        self.ask(
            "SELECT t.* FROM json_each($1) j JOIN visible_tasks t ON t.id = j.value
              WHERE t.viewer_id = $2",
            &[list(ids), self.who.to_value()],
        )
    }

    /// A task that may be seen, and everything below it that may, in no order.
    pub fn branch(self, id: Id<Task>) -> Result<Vec<Task>> {
        self.ask(
            "WITH RECURSIVE branch (id, depth) AS (
                    SELECT $1, 0
                     UNION
                    SELECT t.id, b.depth + 1 FROM branch b JOIN tasks t ON t.parent_id = b.id
                     WHERE b.depth < 20)
             SELECT t.* FROM branch b JOIN visible_tasks t ON t.id = b.id WHERE t.viewer_id = $2",
            &[id.to_value(), self.who.to_value()],
        )
    }

    /// A task that may be seen, with those who take part and its check list.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none, or it may not be seen.
    pub fn assignment(self, id: Id<Task>) -> Result<Assignment> {
        let task = self.task(id)?;
        let mut participants = self.participants_of(&[id])?;
        Ok(Assignment {
            participants: participants.remove(&id).unwrap_or_default(),
            items: self.ask(
                "SELECT i.* FROM check_items i JOIN visible_tasks t ON t.id = i.task_id
                  WHERE t.viewer_id = $1 AND i.task_id = $2 AND i.deleted_by IS NULL
                  ORDER BY i.position, i.id",
                &[self.who.to_value(), id.to_value()],
            )?,
            task,
        })
    }

    /// Who takes part in each of the tasks that may be seen; who leads comes first.
    pub fn participants_of(self, ids: &[Id<Task>]) -> Result<HashMap<Id<Task>, Vec<Participant>>> {
        let found: Vec<Participant> = self.ask(
            "SELECT p.* FROM json_each($1) j JOIN visible_tasks t ON t.id = j.value
               JOIN task_participants p ON p.task_id = t.id
              WHERE t.viewer_id = $2 AND p.deleted_by IS NULL ORDER BY p.id",
            &[list(ids), self.who.to_value()],
        )?;
        let mut of_tasks: HashMap<_, Vec<Participant>> = HashMap::new();
        for participant in found {
            of_tasks
                .entry(participant.task)
                .or_default()
                .push(participant);
        }
        for participants in of_tasks.values_mut() {
            participants.sort_by_key(|participant| participant.degree);
        }
        Ok(of_tasks)
    }
}

impl Transaction<'_> {
    /// Saves a task that was read as `base` and edited into `mine`, with those who take part and
    /// the check list; a `base` whose task was never saved makes a new one.
    ///
    /// # Errors
    /// [`Error::Conflict`] where somebody has saved one of the rows since `base` was read;
    /// [`Error::Missing`] where its client may not be seen; [`Error::TaskMisplaced`] where it cannot
    /// stand below its parent.
    pub fn save_assignment(&mut self, base: &Assignment, mine: &Assignment) -> Result<()> {
        let task = self.settled(&base.task, &mine.task)?;
        self.save(&task)?;
        // Nothing of a new task is there yet, whatever its base says.
        let is_known = base.task.version > 0;
        let participants = is_known.then_some(&*base.participants);
        let items = is_known.then_some(&*base.items);
        self.change_rows(participants.unwrap_or_default(), &mine.participants)?;
        self.change_rows(items.unwrap_or_default(), &mine.items)
    }

    /// Deletes a task that may be seen, and everything below it.
    ///
    /// # Errors
    /// [`Error::Missing`] where it may not be seen; [`Error::RequiredSteps`] where it is or holds a
    /// step that the process of its project demands.
    pub fn delete_branch(&mut self, id: Id<Task>) -> Result<()> {
        let task = self.read().task(id)?;
        self.check_required(&task)?;
        let branch = self.read().branch(id)?;
        branch.iter().try_for_each(|task| self.delete(task))
    }
}

/// Ids as an array of JSON, for `json_each`.
pub(super) fn list<T>(ids: &[Id<T>]) -> Value {
    let ids: Vec<_> = ids.iter().map(|id| id.raw().to_string()).collect();
    format!("[{}]", ids.join(",")).into()
}
