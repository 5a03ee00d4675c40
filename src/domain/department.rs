//! The tree of departments of an organisation.

#[cfg(test)]
mod tests;

use crate::domain::text::fold;
use crate::domain::{Client, Id};

/// How deep a tree may grow: a department at the top has depth 1.
pub const DEEPEST: usize = 8;

/// A department; people stand in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Which department.
    pub id: Id<Department>,
    /// How often it was saved; 0 before the first time.
    pub version: i64,
    /// Whose it is.
    pub client: Id<Client>,
    /// The department it belongs to; `None` at the top.
    pub parent: Option<Id<Department>>,
    /// What it is called.
    pub name: String,
    /// Its place among its sisters, counted from 0.
    pub position: i64,
}

/// Why a department cannot stand where it was to be put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// It would stand in itself, or in a department of its own.
    InItself,
    /// The tree would be deeper than [`DEEPEST`].
    TooDeep,
    /// One of the two is not in the tree, or no longer.
    Gone,
}

/// What becomes of a department once its organisation is merged into another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is this one of the survivor.
    Same(Department),
    /// It moves, and stands there like this.
    Moved(Department),
}

/// One step of a department by keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Before the sister above.
    Up,
    /// Behind the sister below.
    Down,
    /// Into the sister above.
    In,
    /// Out of its parent, right behind it.
    Out,
}

impl Department {
    /// A department at the top, not yet saved.
    pub fn new(client: Id<Client>, name: impl Into<String>) -> Self {
        Self {
            id: Id::generate(),
            version: 0,
            client,
            parent: None,
            name: name.into(),
            position: 0,
        }
    }
}

/// The departments of one organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    all: Vec<Department>,
}

impl Tree {
    /// The tree of these departments.
    pub fn new(mut all: Vec<Department>) -> Self {
        all.sort_by_key(|one| (one.position, one.id));
        Self { all }
    }

    /// Whether there is no department.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The department of that id.
    pub fn get(&self, id: Id<Department>) -> Option<&Department> {
        self.all.iter().find(|one| one.id == id)
    }

    /// Every department with its depth, counted from 1, each before those in it.
    pub fn lines(&self) -> Vec<(usize, &Department)> {
        let mut lines = Vec::with_capacity(self.all.len());
        self.add_lines(None, 1, &mut lines);
        // What no top leads to stands at the top, so that nothing is ever out of reach.
        for lost in &self.all {
            if !lines.iter().any(|(_, known)| known.id == lost.id) {
                lines.push((1, lost));
            }
        }
        lines
    }

    fn add_lines<'a>(
        &'a self,
        parent: Option<Id<Department>>,
        depth: usize,
        lines: &mut Vec<(usize, &'a Department)>,
    ) {
        for one in self.sisters(parent) {
            lines.push((depth, one));
            self.add_lines(Some(one.id), depth + 1, lines);
        }
    }

    /// What stands right in `parent`, or at the top, in its order.
    pub fn sisters(&self, parent: Option<Id<Department>>) -> impl Iterator<Item = &Department> {
        self.all.iter().filter(move |one| one.parent == parent)
    }

    /// The departments that `id` stands in, the nearest first.
    fn above(&self, id: Id<Department>) -> impl Iterator<Item = &Department> {
        let first = self.get(id);
        let chain = std::iter::successors(first, |one| self.get(one.parent?));
        // A tree from a damaged file may have a ring; nobody goes round it.
        chain.skip(1).take(self.all.len())
    }

    fn height(&self, id: Id<Department>, room: usize) -> usize {
        if room == 0 {
            return 0;
        }
        let below = self
            .sisters(Some(id))
            .map(|one| self.height(one.id, room - 1));
        1 + below.max().unwrap_or(0)
    }

    /// Whether `id` may stand in `parent`, or at the top.
    ///
    /// # Errors
    /// Why not.
    pub fn check(
        &self,
        id: Id<Department>,
        parent: Option<Id<Department>>,
    ) -> Result<(), Misplaced> {
        let Some(parent) = parent else { return Ok(()) };
        if self.get(parent).is_none() {
            return Err(Misplaced::Gone);
        }
        if parent == id || self.above(parent).any(|one| one.id == id) {
            return Err(Misplaced::InItself);
        }
        let depth = 1 + self.above(parent).count();
        let height = self.height(id, DEEPEST + 1).max(1);
        if depth + height > DEEPEST {
            return Err(Misplaced::TooDeep);
        }
        Ok(())
    }

    /// The place behind the last of those in `parent`.
    pub fn next_position(&self, parent: Option<Id<Department>>) -> i64 {
        let last = self.sisters(parent).map(|one| one.position).max();
        last.map_or(0, |last| last + 1)
    }

    /// Puts `id` into `parent`, or at the top, as the one before which `at` others stand; returns
    /// the departments that have to be saved for it.
    ///
    /// # Errors
    /// Why it cannot stand there.
    pub fn moved(
        &self,
        id: Id<Department>,
        parent: Option<Id<Department>>,
        at: usize,
    ) -> Result<Vec<Department>, Misplaced> {
        let known = self.get(id).ok_or(Misplaced::Gone)?;
        self.check(id, parent)?;
        let mut sisters: Vec<&Department> =
            self.sisters(parent).filter(|one| one.id != id).collect();
        sisters.insert(at.min(sisters.len()), known);
        let placed = (0..).zip(sisters).map(|(position, one)| Department {
            parent,
            position,
            ..one.clone()
        });
        let differs = |one: &Department| self.get(one.id) != Some(one);
        Ok(placed.filter(differs).collect())
    }

    /// Moves `id` one step; returns the departments that have to be saved for it: none where it
    /// cannot go further.
    ///
    /// # Errors
    /// Why it cannot stand there.
    pub fn stepped(&self, id: Id<Department>, step: Step) -> Result<Vec<Department>, Misplaced> {
        let known = self.get(id).ok_or(Misplaced::Gone)?;
        let sisters: Vec<&Department> = self.sisters(known.parent).collect();
        let at = sisters.iter().position(|one| one.id == id);
        let at = at.ok_or(Misplaced::Gone)?;
        let above = at.checked_sub(1).map(|above| sisters[above].id);
        match (step, above, known.parent) {
            (Step::Up, Some(_), parent) => self.moved(id, parent, at - 1),
            (Step::Down, _, parent) if at + 1 < sisters.len() => self.moved(id, parent, at + 1),
            (Step::In, Some(above), _) => self.moved(id, Some(above), usize::MAX),
            (Step::Out, _, Some(parent)) => {
                let outer = self.get(parent).and_then(|one| one.parent);
                let behind = self.sisters(outer).position(|one| one.id == parent);
                self.moved(id, outer, behind.map_or(usize::MAX, |at| at + 1))
            }
            _ => Ok(Vec::new()),
        }
    }

    /// The departments that have to be saved once `id` is gone: those in it move up to where it
    /// stood.
    pub fn without(&self, id: Id<Department>) -> Vec<Department> {
        let Some(gone) = self.get(id) else {
            return Vec::new();
        };
        let mut left: Vec<&Department> = Vec::new();
        for one in self.sisters(gone.parent) {
            if one.id == id {
                left.extend(self.sisters(Some(id)));
            } else {
                left.push(one);
            }
        }
        let placed = (0..).zip(left).map(|(position, one)| Department {
            parent: gone.parent,
            position,
            ..one.clone()
        });
        let differs = |one: &Department| self.get(one.id) != Some(one);
        placed.filter(differs).collect()
    }

    /// What becomes of the departments of `other` in this tree of `owner`: those of one name in one
    /// parent are the same, the rest stand behind their new sisters. Parents come first.
    pub fn united(&self, other: &Self, owner: Id<Client>) -> Vec<(Id<Department>, Fate)> {
        let mut tree = self.clone();
        let mut fates: Vec<(Id<Department>, Fate)> = Vec::new();
        for (_, one) in other.lines() {
            let above = fates.iter().find(|(id, _)| Some(*id) == one.parent);
            let parent = above.map(|(_, Fate::Same(known) | Fate::Moved(known))| known.id);
            let name = fold(&one.name);
            let known = tree
                .sisters(parent)
                .find(|known| fold(&known.name) == name)
                .cloned();
            let fate = known.map(Fate::Same).unwrap_or_else(|| {
                let moved = Department {
                    client: owner,
                    parent,
                    position: tree.next_position(parent),
                    ..one.clone()
                };
                tree.all.push(moved.clone());
                Fate::Moved(moved)
            });
            fates.push((one.id, fate));
        }
        fates
    }

    /// Where somebody stands: in the department `id` as long as it goes by the written name `text`,
    /// else in the first of that name. A name that was typed over in the form wins this way.
    pub fn place(&self, id: Option<Id<Department>>, text: &str) -> Option<Id<Department>> {
        let text = fold(text);
        let is_called = |one: &&Department| !text.is_empty() && fold(&one.name) == text;
        let known = id.and_then(|id| self.get(id)).filter(is_called);
        let known = known.or_else(|| self.all.iter().find(is_called));
        known.map(|one| one.id)
    }

    /// Whether another department right in `parent` has that name.
    pub fn has_name(
        &self,
        parent: Option<Id<Department>>,
        name: &str,
        but: Option<Id<Department>>,
    ) -> bool {
        let name = fold(name);
        let mut sisters = self.sisters(parent);
        sisters.any(|one| Some(one.id) != but && fold(&one.name) == name)
    }
}
