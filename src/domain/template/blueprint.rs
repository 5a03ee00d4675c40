//! A template with its steps: the tree it makes, and the template that a tree makes.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{ProjectTemplate, TemplateStep};
use crate::domain::task::series::minute_of;
use crate::domain::task::{
    Assignment, Degree, Participant, Rank, State, Task, Tree, When, at_minute, check_list,
};
use crate::domain::{Catalog, Client, Employee, Id, WorkCalendar};

/// A template with its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blueprint {
    /// What it is called, and how deep its trees are.
    pub template: ProjectTemplate,
    /// Its stages and operations, each behind the stage it stands in.
    pub steps: Vec<TemplateStep>,
}

/// A project that is to be made from a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What it is called.
    pub title: String,
    /// For which client; `None` for work of our own.
    pub client: Option<Id<Client>>,
    /// Who leads it, and does what the template gives to nobody.
    pub leader: Id<Employee>,
    /// Who has it made.
    pub author: Id<Employee>,
    /// Its first day.
    pub starts_on: NaiveDate,
}

impl Blueprint {
    /// The template with these steps, put into their order.
    pub fn new(template: ProjectTemplate, mut steps: Vec<TemplateStep>) -> Self {
        steps.sort_by_key(|step| (step.position, step.id));
        let mut ordered = Vec::with_capacity(steps.len());
        // Stages stand before operations of the same parent only where their positions say so.
        let below = |parent| {
            let found = steps.iter().filter(move |step| step.parent == parent);
            found.cloned().rev().collect::<Vec<_>>()
        };
        let mut waiting = below(None);
        while let Some(step) = waiting.pop() {
            waiting.extend(below(Some(step.id)));
            ordered.push(step);
        }
        Self {
            template,
            steps: ordered,
        }
    }

    /// How deep a step stands: 1 right under the project.
    pub fn depth(&self, step: &TemplateStep) -> i64 {
        let parent = |step: &TemplateStep| {
            let parent = step.parent?;
            self.steps.iter().find(|one| one.id == parent)
        };
        let above = std::iter::successors(parent(step), |step| parent(step));
        1 + i64::try_from(above.take(self.steps.len()).count()).unwrap_or(i64::MAX)
    }

    /// How many levels its trees have at least, the project counted; a stage keeps one free.
    pub fn least_levels(&self) -> i64 {
        let levels = self.steps.iter().map(|step| {
            let own = 1 + self.depth(step);
            own + i64::from(step.rank == Rank::Stage)
        });
        levels.max().unwrap_or(0).max(2)
    }

    /// The tree of a project, its dates on working days; nothing of it is saved yet. The project
    /// comes first, each task behind the one it stands in.
    pub fn project(&self, order: &Order, catalog: &Catalog, now: DateTime<Utc>) -> Vec<Assignment> {
        let mut project = Task::new(Rank::Project, order.title.clone(), order.author);
        project.client = order.client;
        project.levels = Some(self.template.levels);
        project.template = Some(self.template.id);
        project.set_start(Some(When::Day(order.starts_on)));
        let mut made = vec![Assignment::new(project, order.leader)];
        let mut ids = HashMap::new();
        for step in &self.steps {
            let parent = step.parent.and_then(|parent| ids.get(&parent).copied());
            let above = parent.unwrap_or(made[0].task.id);
            let whole = step.assignment(order, catalog, above);
            ids.insert(step.id, whole.task.id);
            made.push(whole);
        }
        let tree = Tree::new(made.iter().map(|whole| whole.task.clone()).collect());
        let project = &mut made[0].task;
        project.stage = tree.reached(project.id);
        project.stage_since = project.stage.map(|_| now);
        made
    }

    /// The template that a project makes: what was called off is left out. `whole` has the tasks of
    /// the tree, with those who take part.
    pub fn of(
        tree: &Tree,
        project: &Assignment,
        whole: &HashMap<Id<Task>, Assignment>,
        calendar: &WorkCalendar,
    ) -> Self {
        let levels = project.task.levels.unwrap_or(2);
        let template = ProjectTemplate::new(project.task.title.clone(), levels);
        let starts = |task: &Task| Some(task.start().or_else(|| task.due())?.day());
        let branch = tree.branch(project.task.id).into_iter().skip(1);
        let kept: Vec<_> = branch
            .filter(|task| task.state != State::Cancelled)
            .collect();
        let operations = kept.iter().filter(|task| task.rank == Rank::Operation);
        let first = operations.filter_map(|task| starts(task)).min();
        let first = starts(&project.task).into_iter().chain(first).min();
        let mut ids: HashMap<Id<Task>, Id<TemplateStep>> = HashMap::new();
        let mut steps = Vec::new();
        for task in kept {
            let mut step = TemplateStep::of(template.id, task);
            step.parent = task.parent.and_then(|parent| ids.get(&parent).copied());
            if let Some(whole) = whole.get(&task.id) {
                step.employee = whole.leader().filter(|who| project.leader() != Some(*who));
                let lines: Vec<_> = whole.items.iter().map(|item| item.text.as_str()).collect();
                step.checklist = lines.join("\n");
            }
            let days =
                |from, to| calendar.days_between(step.employee.or(project.leader()), from, to);
            let began = starts(task);
            step.offset_days = first.zip(began).map_or(0, |(from, to)| days(from, to));
            let due = task.due_on.or(task.due_at.map(|due| When::At(due).day()));
            step.days = began.zip(due).map_or(0, |(from, to)| days(from, to));
            ids.insert(task.id, step.id);
            steps.push(step);
        }
        Self { template, steps }
    }
}

impl TemplateStep {
    /// The step that a task makes, its days, its people and its check list left out.
    fn of(template: Id<ProjectTemplate>, task: &Task) -> Self {
        Self {
            kind: task.kind,
            plan: task.plan.clone(),
            stage: task.stage,
            minute: task.starts_at.map(minute_of),
            minutes: task.minutes.unwrap_or(0),
            is_required: task.is_required,
            position: task.position,
            ..Self::new(template, task.rank, task.title.clone())
        }
    }

    fn assignment(&self, order: &Order, catalog: &Catalog, parent: Id<Task>) -> Assignment {
        let kind = catalog.task_kind(self.kind);
        let mut task = match kind {
            Some(kind) if self.rank == Rank::Operation => Task::operation(kind, order.author),
            _ => Task::new(self.rank, "", order.author),
        };
        task.title.clone_from(&self.title);
        task.plan.clone_from(&self.plan);
        task.parent = Some(parent);
        task.client = order.client;
        task.stage = self.stage;
        task.is_required = self.is_required;
        task.position = self.position;
        let who = self.employee.unwrap_or(order.leader);
        task.controller = (who != order.leader).then_some(order.leader);
        if self.rank == Rank::Operation {
            self.set_time(&mut task, order.starts_on, (who, &catalog.calendar));
        }
        Assignment {
            participants: vec![Participant::new(task.id, who, Degree::Leads)],
            items: check_list(task.id, &self.checklist),
            task,
        }
    }

    fn set_time(
        &self,
        task: &mut Task,
        starts_on: NaiveDate,
        (who, calendar): (Id<Employee>, &WorkCalendar),
    ) {
        let day = calendar.later(Some(who), starts_on, self.offset_days);
        task.set_start(Some(match self.minute {
            Some(minute) => When::At(at_minute(day, minute)),
            None => When::Day(day),
        }));
        if self.minutes > 0 {
            task.minutes = Some(self.minutes);
        }
        if self.days > 0 {
            let due = calendar.later(Some(who), day, self.days);
            task.set_due(Some(When::Day(due)));
        }
    }
}
