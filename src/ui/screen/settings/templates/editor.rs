//! The editor of a template: its name, the tree of its steps, the fields of one of them.

use iced::advanced::widget::operate;
use iced::advanced::widget::operation::focusable::unfocus;
use iced::widget::operation;

use super::super::lines::{Stroke, show_line, stepped};
use super::step::{self, Sheet};
use super::view::TREE;
use crate::domain::task::Rank;
use crate::domain::template::{ProjectTemplate, TemplateStep};
use crate::domain::{Blueprint, Id};
use crate::ui::screen::{Command, Context, Press};

/// The field of the name.
pub(super) const NAME: &str = "settings.template";

/// A template being made or changed.
#[derive(Debug)]
pub(super) struct Editor {
    pub base: Blueprint,
    pub blueprint: Blueprint,
    /// The step the keyboard stands on, its fields as they are being typed.
    pub chosen: Option<Sheet>,
    /// The user wanted to save: what is missing is said now.
    pub is_checked: bool,
    /// The user has turned away from what was changed.
    pub is_asking: bool,
    /// A step was to go where it has no room; said until the next change.
    pub is_refused: bool,
}

/// What happened in the editor.
#[derive(Debug, Clone)]
pub enum Message {
    /// The name was typed.
    Named(String),
    /// How deep the trees are was chosen.
    Levels(i64),
    /// A step was pressed.
    Chosen(Id<TemplateStep>),
    /// A step is to be added near the chosen one.
    Added(Rank),
    /// The chosen step is to move among its sisters.
    Moved(isize),
    /// The chosen step is to stand in the stage before it (1), or outside of its own (-1).
    Nested(isize),
    /// The chosen step is to go, and what stands in it.
    Removed,
    /// Something was typed or chosen in the fields of the step.
    Step(step::Message),
}

impl Editor {
    /// The editor of a template, its first step chosen.
    pub fn new(base: Blueprint) -> Self {
        let chosen = base.steps.first().map(Sheet::of);
        Self {
            blueprint: base.clone(),
            base,
            chosen,
            is_checked: false,
            is_asking: false,
            is_refused: false,
        }
    }

    /// The template as it was edited, without spaces around the texts.
    pub fn mine(&self) -> Blueprint {
        let template = ProjectTemplate {
            name: self.blueprint.template.name.trim().to_owned(),
            ..self.blueprint.template.clone()
        };
        let steps = self.blueprint.steps.iter().map(|step| TemplateStep {
            title: step.title.trim().to_owned(),
            plan: step.plan.trim().to_owned(),
            ..step.clone()
        });
        Blueprint {
            template,
            steps: steps.collect(),
        }
    }

    /// Whether it holds changes; it then asks what is to become of them.
    pub fn asks(&mut self) -> bool {
        self.is_asking = self.mine() != self.base;
        self.is_asking
    }

    /// Whether all is there that a template needs; from now on it says what is missing.
    pub fn is_whole(&mut self) -> bool {
        self.is_checked = true;
        self.is_asking = false;
        let nameless = self.blueprint.steps.iter().find(|step| is_nameless(step));
        let nameless = nameless.map(Sheet::of);
        let is_named = !self.blueprint.template.name.trim().is_empty();
        let is_read = self.chosen.as_ref().is_none_or(Sheet::is_read);
        if is_read && let Some(sheet) = nameless {
            self.chosen = Some(sheet);
            return false;
        }
        is_named && is_read
    }

    /// Takes in what happened.
    pub fn update(
        &mut self,
        message: Message,
        context: &Context,
    ) -> Command<super::super::Message> {
        self.is_asking = false;
        self.is_refused = false;
        match message {
            Message::Named(name) => self.blueprint.template.name = name,
            Message::Levels(levels) => self.blueprint.template.levels = levels,
            Message::Chosen(id) => {
                self.choose(id);
                return operate(unfocus());
            }
            Message::Added(rank) => return self.add(rank, context),
            Message::Moved(by) => self.shift(by),
            Message::Nested(by) => self.nest(by),
            Message::Removed => self.remove(),
            Message::Step(message) => {
                if let Some(sheet) = &mut self.chosen
                    && let Some(step) = self.blueprint.step_mut(sheet.id)
                {
                    sheet.update(message, step);
                }
            }
        }
        Command::none()
    }

    /// Takes in a key that no field uses.
    pub fn press(&mut self, press: &Press, context: &Context) -> Command<super::super::Message> {
        let is_stage = press.modifiers.shift();
        let Some(stroke) = Stroke::of(press) else {
            return Command::none();
        };
        self.is_asking = false;
        self.is_refused = false;
        match stroke {
            Stroke::Step(by) => {
                let steps = &self.blueprint.steps;
                let at = self.place().map_or(0, |at| stepped(at, by, steps.len()));
                if let Some(id) = steps.get(at).map(|step| step.id) {
                    self.choose(id);
                }
            }
            Stroke::Move(by) => self.shift(by),
            Stroke::Nest(by) => self.nest(by),
            Stroke::Open => return operation::focus(step::TITLE),
            Stroke::Delete => self.remove(),
            Stroke::New => {
                let rank = match is_stage {
                    true => Rank::Stage,
                    false => Rank::Operation,
                };
                return self.add(rank, context);
            }
            Stroke::Leave | Stroke::Save => return Command::none(), // the tab sees to these
        }
        // From the fields into the tree: the next keys are for the step.
        Command::batch([operate(unfocus()), self.show_chosen()])
    }

    /// Whether a step stands where the keyboard does.
    pub fn is_chosen(&self, step: &TemplateStep) -> bool {
        let chosen = self.chosen.as_ref();
        chosen.is_some_and(|sheet| sheet.id == step.id)
    }

    fn choose(&mut self, id: Id<TemplateStep>) {
        let step = self.blueprint.step(id);
        self.chosen = step.map(Sheet::of);
    }

    /// Where the chosen step stands in the tree, counted from its top.
    fn place(&self) -> Option<usize> {
        let steps = &self.blueprint.steps;
        steps.iter().position(|step| self.is_chosen(step))
    }

    /// Scrolls the tree so that the chosen step is in sight, with some before it.
    fn show_chosen(&self) -> Command<super::super::Message> {
        show_line(TREE, self.place().unwrap_or(0))
    }

    fn shift(&mut self, by: isize) {
        if let Some(sheet) = &self.chosen {
            self.blueprint.shift(sheet.id, by);
        }
    }

    fn nest(&mut self, by: isize) {
        let Some(id) = self.chosen.as_ref().map(|sheet| sheet.id) else {
            return;
        };
        match by {
            1 => self.is_refused = !self.blueprint.nest(id),
            _ => drop(self.blueprint.unnest(id)),
        }
    }

    fn remove(&mut self) {
        if let (Some(sheet), Some(at)) = (&self.chosen, self.place()) {
            self.blueprint.remove(sheet.id);
            let steps = &self.blueprint.steps;
            self.chosen = steps.get(at).or(steps.last()).map(Sheet::of);
        }
    }

    fn add(&mut self, rank: Rank, context: &Context) -> Command<super::super::Message> {
        let near = self.chosen.as_ref().map(|sheet| sheet.id);
        let Some(id) = self.blueprint.add(rank, near) else {
            self.is_refused = true;
            return Command::none();
        };
        let kind = context.catalog.offered_kinds(None).next();
        if let Some(step) = self.blueprint.step_mut(id)
            && rank == Rank::Operation
        {
            step.kind = kind.map(|kind| kind.id);
        }
        self.choose(id);
        let focused = operation::focus(match rank {
            Rank::Operation => step::KIND,
            Rank::Project | Rank::Stage => step::TITLE,
        });
        Command::batch([focused, self.show_chosen()])
    }
}

/// Whether nothing says what a step is.
pub(super) fn is_nameless(step: &TemplateStep) -> bool {
    step.title.trim().is_empty() && step.kind.is_none()
}
