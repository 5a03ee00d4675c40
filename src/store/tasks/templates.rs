//! Templates of projects: read, saved, made into a tree, made from one.

use std::collections::HashMap;

use crate::domain::task::CheckItem;
use crate::domain::template::{ProjectTemplate, TemplateStep};
use crate::domain::{Assignment, Blueprint, Id, Task};
use crate::error::{Error, Result};
use crate::store::tasks::list;
use crate::store::{Column, Reader, Record, Transaction};

impl Reader<'_> {
    /// All templates of projects, by name.
    pub fn templates(self) -> Result<Vec<ProjectTemplate>> {
        self.ask(
            "SELECT t.* FROM project_templates t WHERE t.deleted_by IS NULL
              ORDER BY t.name, t.id",
            &[],
        )
    }

    /// How many steps each template has; one without any is left out.
    pub fn template_sizes(self) -> Result<HashMap<Id<ProjectTemplate>, i64>> {
        let rows = self.database.query(
            "SELECT s.template_id AS id, COUNT(*) AS steps FROM template_steps s
              WHERE s.deleted_by IS NULL GROUP BY s.template_id",
            &[],
        )?;
        let sizes = rows
            .iter()
            .map(|row| Ok((row.get("id")?, row.get("steps")?)));
        sizes.collect()
    }

    /// A template with its steps.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none.
    pub fn blueprint(self, id: Id<ProjectTemplate>) -> Result<Blueprint> {
        let key = [id.to_value()];
        let found: Vec<ProjectTemplate> = self.ask(
            "SELECT t.* FROM project_templates t WHERE t.id = $1 AND t.deleted_by IS NULL",
            &key,
        )?;
        let missing = Error::Missing(ProjectTemplate::TABLE.name);
        let template = found.into_iter().next().ok_or(missing)?;
        let steps: Vec<TemplateStep> = self.ask(
            "SELECT s.* FROM template_steps s WHERE s.template_id = $1 AND s.deleted_by IS NULL",
            &key,
        )?;
        Ok(Blueprint::new(template, steps))
    }

    /// The template that a project which may be seen would make, not yet saved.
    ///
    /// # Errors
    /// [`Error::Missing`] where the project may not be seen.
    pub fn blueprint_of(self, project: Id<Task>) -> Result<Blueprint> {
        let top = self.assignment(project)?;
        let tree = self.tree_of(&top.task)?;
        let branch: Vec<_> = tree.branch(project).into_iter().collect();
        let ids: Vec<_> = branch.iter().map(|task| task.id).collect();
        let mut participants = self.participants_of(&ids)?;
        let mut items = self.check_items_of(&ids)?;
        let whole = branch.into_iter().map(|task| {
            let whole = Assignment {
                task: task.clone(),
                participants: participants.remove(&task.id).unwrap_or_default(),
                items: items.remove(&task.id).unwrap_or_default(),
            };
            (task.id, whole)
        });
        let calendar = self.work_calendar()?;
        Ok(Blueprint::of(&tree, &top, &whole.collect(), &calendar))
    }

    /// The check lists of those of the tasks that may be seen.
    pub fn check_items_of(self, ids: &[Id<Task>]) -> Result<HashMap<Id<Task>, Vec<CheckItem>>> {
        let found: Vec<CheckItem> = self.ask(
            "SELECT i.* FROM json_each($1) j JOIN visible_tasks t ON t.id = j.value
               JOIN check_items i ON i.task_id = t.id
              WHERE t.viewer_id = $2 AND i.deleted_by IS NULL ORDER BY i.position, i.id",
            &[list(ids), self.who.to_value()],
        )?;
        let mut of_tasks: HashMap<_, Vec<CheckItem>> = HashMap::new();
        for item in found {
            of_tasks.entry(item.task).or_default().push(item);
        }
        Ok(of_tasks)
    }
}

impl Transaction<'_> {
    /// Adds the tree that a template made, its project first, behind what its client has already.
    ///
    /// # Errors
    /// [`Error::Missing`] where its client may not be seen.
    pub fn add_project(&mut self, tree: &[Assignment]) -> Result<()> {
        let Some((project, below)) = tree.split_first() else {
            return Ok(());
        };
        self.save_assignment(project, project)?;
        // What a template made stands where it may: no need to look at each.
        for whole in below {
            self.save(&whole.task)?;
            self.change_rows(&[], &whole.participants)?;
            self.change_rows(&[], &whole.items)?;
        }
        Ok(())
    }

    /// Saves a template that was read as `base` and edited into `mine`; a `base` that was never
    /// saved makes a new one.
    ///
    /// # Errors
    /// [`Error::Conflict`] where somebody has saved one of its rows since `base` was read.
    pub fn save_blueprint(&mut self, base: &Blueprint, mine: &Blueprint) -> Result<()> {
        if base.template != mine.template || base.template.version == 0 {
            self.save(&mine.template)?;
        }
        let is_known = base.template.version > 0;
        let steps = is_known.then_some(&*base.steps);
        self.change_rows(steps.unwrap_or_default(), &mine.steps)
    }

    /// Deletes a template with its steps; projects made from it stay as they are.
    ///
    /// # Errors
    /// [`Error::Conflict`] where somebody has saved one of its rows since it was read.
    pub fn delete_blueprint(&mut self, blueprint: &Blueprint) -> Result<()> {
        for step in blueprint.steps.iter().rev() {
            self.delete(step)?;
        }
        self.delete(&blueprint.template)
    }
}
