//! The tree by keyboard: arrows go, open and close; with Alt they move the task itself.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Message, Mode, Work};
use crate::domain::task::{Rank, State};
use crate::domain::{Id, Task};
use crate::ui::screen::card::{Message as Outer, Sheet};
use crate::ui::screen::{Action, Context, Press};
use crate::ui::widget::table::Step;

impl Work {
    /// What follows from a key; `None` for one that means nothing here.
    pub(super) fn press_key(
        &mut self,
        press: &Press,
        sheet: &Sheet,
        context: &Context,
    ) -> Option<Action<Outer>> {
        let Key::Named(key) = press.key else {
            return None;
        };
        let held = press.modifiers;
        if self.mode == Mode::Timeline && held.is_empty() {
            let step = Step::of_key(&press.key)?;
            self.timeline.step(step, self.known.as_ref());
            return Some(Action::none());
        }
        if self.mode != Mode::Tree || held.command() {
            return None;
        }
        if held.alt() {
            return self.move_chosen(key, context);
        }
        let current = self.current().map(|task| (task.id, task.state));
        let message = match (key, current) {
            (Named::Insert, _) if held.shift() => Message::Add(Rank::Stage),
            (Named::Insert, _) => Message::Add(Rank::Operation),
            (Named::Enter | Named::F2, Some((id, _))) => Message::Edit(id),
            (Named::Delete, Some((id, _))) => Message::Delete(id),
            // Of the whole card it is not meant here.
            (Named::Delete, None) => return Some(Action::none()),
            (Named::Space, Some((id, State::Open))) => Message::Finish(id),
            (Named::Space, Some((id, _))) => Message::Reopen(id),
            (Named::ArrowLeft | Named::ArrowRight, Some((id, _))) => {
                return Some(self.turn(key == Named::ArrowRight, id, sheet, context));
            }
            _ => {
                self.step(Step::of_key(&press.key)?);
                return Some(Action::none());
            }
        };
        Some(crate::ui::screen::card::section::Section::update(
            self, message, sheet, context,
        ))
    }

    fn step(&mut self, step: Step) {
        let count = self.rows.len() as u64;
        self.table.step(step, count);
        let at = self.table.cursor().and_then(|at| usize::try_from(at).ok());
        self.chosen = at.and_then(|at| self.rows.get(at)).map(|row| row.1);
    }

    /// The arrows to the sides: open a branch and go into it, close it and go out of it.
    fn turn(
        &mut self,
        is_in: bool,
        id: Id<Task>,
        sheet: &Sheet,
        context: &Context,
    ) -> Action<Outer> {
        let Some(known) = &self.known else {
            return Action::none();
        };
        let first = known.tree.children(Some(id)).next().map(|task| task.id);
        let is_open = first.is_some() && !self.closed.contains(&id);
        let parent = known.tree.get(id).and_then(|task| task.parent);
        match (is_in, is_open) {
            (true, true) => self.choose(first),
            (true, false) if first.is_none() => {}
            (true, false) | (false, true) => {
                let fold = Message::Fold(id);
                return crate::ui::screen::card::section::Section::update(
                    self, fold, sheet, context,
                );
            }
            (false, false) => {
                if parent.is_some() {
                    self.choose(parent);
                }
            }
        }
        Action::none()
    }

    /// Moves the chosen task: up and down among its sisters, into the sister above, out of its
    /// stage.
    fn move_chosen(&self, key: Named, context: &Context) -> Option<Action<Outer>> {
        let (known, task) = self.known.as_ref().zip(self.current())?;
        let sisters: Vec<&Task> = known.tree.children(task.parent).collect();
        let at = sisters.iter().position(|one| one.id == task.id)?;
        let before = |at: usize| sisters.get(at).map(|one| one.id);
        let (parent, before) = match key {
            Named::ArrowUp => (task.parent, Some(before(at.checked_sub(1)?)?)),
            Named::ArrowDown => {
                before(at + 1)?;
                (task.parent, before(at + 2))
            }
            Named::ArrowRight => (Some(before(at.checked_sub(1)?)?), None),
            Named::ArrowLeft => {
                let parent = known.tree.get(task.parent?)?;
                let mut aunts = known.tree.children(parent.parent);
                aunts.find(|one| one.id == parent.id)?;
                (parent.parent, aunts.next().map(|one| one.id))
            }
            _ => return None,
        };
        Some(self.place(task.id, parent, before, context))
    }
}
