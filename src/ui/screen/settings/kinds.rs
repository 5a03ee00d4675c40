//! The kinds of operation: a list, and at its right the form of one with its results and reminders.

mod form;
mod results;
#[cfg(test)]
mod tests;
mod view;

use iced::widget::operation;

use super::lines::{Stroke, show_line, stepped, swapped};
use super::{Action, Command, Context, Press, Wish, write};
use crate::domain::task::{TaskKind, TaskResult, WholeKind};
use crate::domain::{Id, Operation, Reminder};
use crate::error::Error;
use crate::ui::widget::icon::kind::CHOICES;
use crate::workspace::Uses;

use form::Form;

/// What is shown of the kinds of operation.
#[derive(Debug, Default)]
pub(super) struct Kinds {
    /// The line the keyboard stands on.
    cursor: usize,
    form: Option<Form>,
    /// The kind that is to go though tasks are of it.
    doomed: Option<Id<TaskKind>>,
    uses: Counts,
    /// The default reminders that hold for everybody.
    defaults: Vec<Reminder>,
}

/// How many tasks are of each kind, and have ended with each result.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    kinds: Uses<TaskKind>,
    results: Uses<TaskResult>,
}

/// What happened among the kinds of operation.
#[derive(Debug, Clone)]
pub enum Message {
    /// The default reminders were read.
    Loaded(Result<Vec<Reminder>, Error>),
    /// How many tasks are of each was counted.
    Counted(Result<Counts, Error>),
    /// A new kind is wanted.
    NewPressed,
    /// A kind was pressed.
    Chosen(Id<TaskKind>),
    /// A kind is to move up or down.
    Moved(Id<TaskKind>, isize),
    /// A kind is to go.
    DeletePressed(Id<TaskKind>),
    /// It is to go, though tasks are of it.
    DeleteConfirmed(Id<TaskKind>),
    /// It is to stay.
    Kept,
    /// Something was typed or chosen in the form.
    Form(form::Message),
    /// The form is filled in.
    Submitted,
    /// The form is to be left; what was changed is asked about.
    Left,
    /// What was changed is to be forgotten.
    Dropped,
}

impl Kinds {
    /// Asks for reminders, and how many tasks are of each kind.
    pub fn refresh(&self, context: &Context) -> Command<Message> {
        let read = context.worker.read(|reader| {
            let mut defaults = reader.default_reminders()?;
            defaults.retain(|one| one.employee.is_none());
            Ok(defaults)
        });
        let counted = context.worker.background(|reader| {
            Ok(Counts {
                kinds: reader.kind_uses()?,
                results: reader.result_uses()?,
            })
        });
        Command::batch([
            Command::perform(read, Message::Loaded),
            Command::perform(counted, Message::Counted),
        ])
    }

    /// Whether a form or a question is shown.
    pub fn is_open(&self) -> bool {
        self.form.is_some() || self.doomed.is_some()
    }

    /// Leaves what was typed: it is written.
    pub fn close(&mut self, operation: Operation) {
        if matches!(operation, Operation::AddTaskKind | Operation::EditTaskKind) {
            self.form = None;
        }
        self.doomed = None;
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        let known = |id| context.catalog.task_kind(Some(id)).cloned();
        match message {
            Message::Loaded(Ok(defaults)) => self.defaults = defaults,
            Message::Loaded(Err(error)) => return Action::wish(Wish::Fail(error)),
            Message::Counted(Ok(uses)) => self.uses = uses,
            // The figures are left out then.
            Message::Counted(Err(_)) => {}
            Message::NewPressed => return self.begin(new_kind(context), context),
            Message::Chosen(id) => {
                if let Some(kind) = known(id) {
                    let mut kinds = context.catalog.task_kinds.iter();
                    let at = kinds.position(|one| one.id == id);
                    self.cursor = at.unwrap_or_default();
                    return self.begin(kind, context);
                }
            }
            Message::Moved(id, by) => return self.shift(id, by, context),
            Message::DeletePressed(id) if self.uses.kinds.contains_key(&id) => {
                self.doomed = Some(id);
            }
            Message::DeletePressed(id) | Message::DeleteConfirmed(id) => {
                if let Some(kind) = known(id).filter(|_| !self.asks()) {
                    self.form = None;
                    return write(Operation::DeleteTaskKind, context, move |workspace| {
                        workspace.transact(Operation::DeleteTaskKind, |tx| tx.drop_kind(&kind))
                    });
                }
            }
            Message::Kept => self.doomed = None,
            Message::Form(message) => {
                let used = &self.uses.results;
                if let Some(form) = &mut self.form {
                    return Action::run(form.update(message, used, &self.defaults));
                }
            }
            Message::Submitted => return self.submit(context),
            Message::Left => {
                if !self.asks() {
                    self.form = None;
                }
            }
            Message::Dropped => self.form = None,
        }
        Action::none()
    }

    /// Takes in a key while no field uses it.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<super::Message> {
        let Some(stroke) = Stroke::beside(press, self.is_open()) else {
            return Action::none();
        };
        let kinds = &context.catalog.task_kinds;
        let chosen = kinds.get(self.cursor).map(|kind| kind.id);
        let message = match (stroke, chosen) {
            (Stroke::Step(by), _) => {
                self.cursor = stepped(self.cursor, by, kinds.len());
                return Action::run(show_line(view::LIST, self.cursor));
            }
            (Stroke::Leave, _) if self.doomed.is_some() => Message::Kept,
            (Stroke::Leave, _) => return self.update(Message::Left, context),
            (Stroke::Save, _) => Message::Submitted,
            (Stroke::New, _) => Message::NewPressed,
            (Stroke::Open, Some(id)) => Message::Chosen(id),
            (Stroke::Move(by), Some(id)) => Message::Moved(id, by),
            (Stroke::Delete, Some(id)) => Message::DeletePressed(id),
            _ => return Action::none(),
        };
        match context.is_read_only {
            true => Action::none(),
            false => self.update(message, context),
        }
    }

    /// Whether the form holds changes; it then asks what is to become of them.
    fn asks(&mut self) -> bool {
        let form = self.form.as_mut();
        form.is_some_and(Form::asks)
    }

    fn begin(&mut self, kind: TaskKind, context: &Context) -> Action<super::Message> {
        if self.asks() {
            return Action::none();
        }
        let reminders = self.defaults.iter();
        let reminders = reminders.filter(|one| one.kind == Some(kind.id));
        let whole = WholeKind {
            results: context.catalog.results(kind.id).cloned().collect(),
            reminders: reminders.cloned().collect(),
            kind,
        };
        self.form = Some(Form::new(whole, &context.locale));
        Action::run(operation::focus(form::NAME))
    }

    fn submit(&mut self, context: &Context) -> Action<super::Message> {
        let Some(form) = self.form.as_mut() else {
            return Action::none();
        };
        if context.is_read_only || !form.is_whole() {
            return Action::none();
        }
        let base = form.base.clone();
        let mine = form.mine();
        if mine == base {
            self.form = None;
            return Action::none();
        }
        let operation = match base.kind.version {
            0 => Operation::AddTaskKind,
            _ => Operation::EditTaskKind,
        };
        write(operation, context, move |workspace| {
            workspace.transact(operation, |tx| tx.save_kind(&base, &mine))
        })
    }

    /// Moves a kind among the others; those whose place changes are saved.
    fn shift(&mut self, id: Id<TaskKind>, by: isize, context: &Context) -> Action<super::Message> {
        let kinds = context.catalog.task_kinds.clone();
        let at = kinds.iter().position(|kind| kind.id == id);
        let moved = at.and_then(|at| swapped(kinds, at, by));
        let Some((kinds, to)) = moved.filter(|_| !self.is_open()) else {
            return Action::none();
        };
        self.cursor = to;
        write(Operation::ReorderTaskKinds, context, move |workspace| {
            workspace.transact(Operation::ReorderTaskKinds, |tx| {
                for (position, kind) in (0..).zip(kinds) {
                    tx.save(&TaskKind { position, ..kind })?;
                }
                Ok(())
            })
        })
    }
}

/// A kind behind all others, with an icon that none of them has.
fn new_kind(context: &Context) -> TaskKind {
    let kinds = &context.catalog.task_kinds;
    let is_free = |icon: &&str| kinds.iter().all(|kind| kind.icon != **icon);
    let mut icons = CHOICES.iter().map(|(name, _)| *name);
    let icon = icons.find(is_free).unwrap_or(CHOICES[0].0);
    let positions = kinds.iter().map(|kind| kind.position + 1);
    TaskKind {
        position: positions.max().unwrap_or_default(),
        ..TaskKind::new("", icon)
    }
}
