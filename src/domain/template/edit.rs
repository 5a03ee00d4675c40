//! Editing a template: steps come, go and move; nothing stands where it cannot.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::{Blueprint, ProjectTemplate, TemplateStep};
use crate::domain::Id;
use crate::domain::task::Rank;

/// How deep a tree may be: the project, two levels of stages, the operations.
pub const MOST_LEVELS: i64 = 4;

impl Blueprint {
    /// The step of that id.
    pub fn step(&self, id: Id<TemplateStep>) -> Option<&TemplateStep> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The same, to be changed; what it stands in and its place are changed by the other verbs.
    pub fn step_mut(&mut self, id: Id<TemplateStep>) -> Option<&mut TemplateStep> {
        self.steps.iter_mut().find(|step| step.id == id)
    }

    /// Adds an empty step: an operation into the stage `near` or behind the operation, a stage behind
    /// the stage `near` or the one it stands in, either at the end where there is nothing near.
    /// Returns it; `None` where it has no room there.
    pub fn add(&mut self, rank: Rank, near: Option<Id<TemplateStep>>) -> Option<Id<TemplateStep>> {
        let near = near.and_then(|near| self.step(near)).cloned();
        let (parent, behind) = match (&near, rank) {
            (None, _) => (None, None),
            (Some(near), Rank::Operation) if near.rank == Rank::Stage => (Some(near.id), None),
            (Some(near), Rank::Operation) => (near.parent, Some(near.id)),
            (Some(near), _) if near.rank == Rank::Stage => (near.parent, Some(near.id)),
            (Some(near), _) => {
                let stage = near.parent.and_then(|stage| self.step(stage));
                (stage.and_then(|stage| stage.parent), near.parent)
            }
        };
        let step = TemplateStep {
            parent,
            offset_days: near.map_or(0, |near| near.offset_days),
            ..TemplateStep::new(self.template.id, rank, "")
        };
        if !self.has_room(&[&step], parent) {
            return None;
        }
        let id = step.id;
        self.steps.push(step);
        let mut order = self.sisters(parent);
        order.retain(|sister| *sister != id);
        let at = order.iter().position(|sister| Some(*sister) == behind);
        order.insert(at.map_or(order.len(), |at| at + 1), id);
        self.arrange(parent, &order);
        Some(id)
    }

    /// Takes a step away, and what stands in it.
    pub fn remove(&mut self, id: Id<TemplateStep>) {
        let gone = self.branch(id);
        self.steps.retain(|step| !gone.contains(&step.id));
    }

    /// Moves a step so many places among its sisters; `false` where it is at the end already.
    pub fn shift(&mut self, id: Id<TemplateStep>, by: isize) -> bool {
        let Some(parent) = self.step(id).map(|step| step.parent) else {
            return false;
        };
        let mut order = self.sisters(parent);
        let at = order.iter().position(|sister| *sister == id);
        let to = at.and_then(|at| at.checked_add_signed(by));
        let (Some(at), Some(to)) = (at, to.filter(|to| *to < order.len())) else {
            return false;
        };
        let moved = order.remove(at);
        order.insert(to, moved);
        self.arrange(parent, &order);
        true
    }

    /// Puts a step at the end of the stage before it; `false` where there is none, or no room in it.
    pub fn nest(&mut self, id: Id<TemplateStep>) -> bool {
        let Some(parent) = self.step(id).map(|step| step.parent) else {
            return false;
        };
        let sisters = self.sisters(parent);
        let before = sisters.iter().take_while(|sister| **sister != id);
        let stages = before.filter(|one| self.step(**one).is_some_and(is_stage));
        let Some(stage) = stages.last().copied() else {
            return false;
        };
        let mut order = self.sisters(Some(stage));
        order.push(id);
        self.put(id, Some(stage), &order)
    }

    /// Takes a step out of its stage, to stand behind that; `false` where it stands in none.
    pub fn unnest(&mut self, id: Id<TemplateStep>) -> bool {
        let stage = self.step(id).and_then(|step| step.parent);
        let Some(stage) = stage.and_then(|stage| self.step(stage)) else {
            return false;
        };
        let (stage, parent) = (stage.id, stage.parent);
        let mut order = self.sisters(parent);
        let at = order.iter().position(|sister| *sister == stage);
        order.insert(at.map_or(order.len(), |at| at + 1), id);
        self.put(id, parent, &order)
    }

    /// The same under another name, with ids of its own; nothing of it is saved.
    pub fn copy(&self, name: impl Into<String>) -> Self {
        let template = ProjectTemplate::new(name, self.template.levels);
        let ids: HashMap<_, _> = self
            .steps
            .iter()
            .map(|step| (step.id, Id::generate()))
            .collect();
        let steps = self.steps.iter().map(|step| TemplateStep {
            id: ids[&step.id],
            version: 0,
            template: template.id,
            parent: step.parent.and_then(|parent| ids.get(&parent).copied()),
            ..step.clone()
        });
        Self {
            steps: steps.collect(),
            template,
        }
    }

    /// A step and everything that stands in it.
    pub fn branch(&self, id: Id<TemplateStep>) -> Vec<Id<TemplateStep>> {
        let mut branch = vec![id];
        // Each step stands behind its parent.
        for step in &self.steps {
            if step.parent.is_some_and(|parent| branch.contains(&parent)) {
                branch.push(step.id);
            }
        }
        branch
    }

    fn put(
        &mut self,
        id: Id<TemplateStep>,
        parent: Option<Id<TemplateStep>>,
        order: &[Id<TemplateStep>],
    ) -> bool {
        let branch = self.branch(id);
        let moved: Vec<_> = branch.iter().filter_map(|one| self.step(*one)).collect();
        if !self.has_room(&moved, parent) {
            return false;
        }
        if let Some(step) = self.step_mut(id) {
            step.parent = parent;
        }
        self.arrange(parent, order);
        true
    }

    /// Whether a branch, its top first, may stand in `parent`: no tree is deeper than it can be, and
    /// a stage keeps a level free for operations.
    fn has_room(&self, branch: &[&TemplateStep], parent: Option<Id<TemplateStep>>) -> bool {
        let Some(top) = branch.first() else {
            return true;
        };
        let above = parent.and_then(|parent| self.step(parent));
        let deeper = 1 + above.map_or(0, |above| self.depth(above)) - self.depth(top);
        branch.iter().all(|step| {
            let level = 1 + self.depth(step) + deeper;
            level + i64::from(is_stage(step)) <= MOST_LEVELS
        })
    }

    /// What stands right in `parent`, in its order.
    fn sisters(&self, parent: Option<Id<TemplateStep>>) -> Vec<Id<TemplateStep>> {
        let sisters = self.steps.iter().filter(|step| step.parent == parent);
        sisters.map(|step| step.id).collect()
    }

    /// Puts what stands in `parent` into that order; the tree becomes as deep as it has to be.
    fn arrange(&mut self, parent: Option<Id<TemplateStep>>, order: &[Id<TemplateStep>]) {
        for (position, id) in (0..).zip(order) {
            if let Some(step) = self.step_mut(*id) {
                step.parent = parent;
                step.position = position;
            }
        }
        let steps = std::mem::take(&mut self.steps);
        self.steps = Self::new(self.template.clone(), steps).steps;
        self.template.levels = self.template.levels.max(self.least_levels());
    }
}

fn is_stage(step: &TemplateStep) -> bool {
    step.rank == Rank::Stage
}
