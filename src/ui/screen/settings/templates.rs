//! Templates of projects: a list, and the editor of one in its place.

mod editor;
mod step;
#[cfg(test)]
mod tests;
mod view;

use std::collections::HashMap;

use iced::keyboard::key::Named;
use iced::widget::operation;

use super::lines::{Stroke, stepped};
use super::{Action, Command, Context, Press, Wish, write};
use crate::domain::template::ProjectTemplate;
use crate::domain::{Blueprint, Id, Operation};
use crate::error::Error;

use editor::Editor;

/// What is shown of the templates.
#[derive(Debug, Default)]
pub(super) struct Templates {
    list: Vec<ProjectTemplate>,
    /// How many steps each has.
    sizes: HashMap<Id<ProjectTemplate>, i64>,
    /// The line the keyboard stands on.
    cursor: usize,
    editor: Option<Editor>,
}

/// All templates, by name, and how many steps each has.
type Listed = (Vec<ProjectTemplate>, HashMap<Id<ProjectTemplate>, i64>);

/// What happened among the templates.
#[derive(Debug, Clone)]
pub enum Message {
    /// The list was read.
    Loaded(Result<Listed, Error>),
    /// A new template is wanted.
    NewPressed,
    /// A template was pressed.
    Chosen(Id<ProjectTemplate>),
    /// It was read, to be edited.
    Opened(Result<Box<Blueprint>, Error>),
    /// A copy of a template is wanted.
    CopyPressed(Id<ProjectTemplate>),
    /// A template is to go.
    DeletePressed(Id<ProjectTemplate>),
    /// Something happened in the editor.
    Editor(editor::Message),
    /// All is said.
    Submitted,
    /// The editor is to be left; what was changed is asked about.
    Left,
    /// What was changed is to be forgotten.
    Dropped,
}

impl Templates {
    /// Asks for the list.
    pub fn refresh(&self, context: &Context) -> Command<Message> {
        let read = context
            .worker
            .read(|reader| Ok((reader.templates()?, reader.template_sizes()?)));
        Command::perform(read, Message::Loaded)
    }

    /// Whether a template is being edited.
    pub fn is_open(&self) -> bool {
        self.editor.is_some()
    }

    /// Leaves what was typed: it is written.
    pub fn close(&mut self, operation: Operation) {
        if operation != Operation::DeleteTemplate {
            self.editor = None;
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        match message {
            Message::Loaded(Ok((list, sizes))) => {
                self.cursor = stepped(self.cursor, 0, list.len());
                (self.list, self.sizes) = (list, sizes);
            }
            Message::NewPressed => {
                let blank = Blueprint::new(ProjectTemplate::new("", 3), Vec::new());
                return self.begin(blank);
            }
            Message::Chosen(id) => {
                let at = self.list.iter().position(|one| one.id == id);
                self.cursor = at.unwrap_or(self.cursor);
                let read = context
                    .worker
                    .read(move |reader| reader.blueprint(id).map(Box::new));
                let read = Command::perform(read, Message::Opened);
                return Action::run(read.map(super::Message::Templates));
            }
            Message::Opened(Ok(blueprint)) if self.editor.is_none() => {
                return self.begin(*blueprint);
            }
            Message::Opened(Ok(_)) => {}
            Message::Loaded(Err(error)) | Message::Opened(Err(error)) => {
                return Action::wish(Wish::Fail(error));
            }
            Message::CopyPressed(id) => return self.copy(id, context),
            Message::DeletePressed(id) => return delete(id, context),
            Message::Editor(message) => {
                if let Some(editor) = &mut self.editor {
                    return Action::run(editor.update(message, context));
                }
            }
            Message::Submitted => return self.submit(context),
            Message::Left => {
                if !self.editor.as_mut().is_some_and(Editor::asks) {
                    self.editor = None;
                }
            }
            Message::Dropped => self.editor = None,
        }
        Action::none()
    }

    /// Takes in a key while no field uses it.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<super::Message> {
        if let Some(editor) = &mut self.editor {
            return match () {
                () if press.is(Named::Escape) => self.update(Message::Left, context),
                () if press.is_command('s') => self.update(Message::Submitted, context),
                () if context.is_read_only => Action::none(),
                () => Action::run(editor.press(press, context)),
            };
        }
        let chosen = self.list.get(self.cursor).map(|template| template.id);
        if let Some(id) = chosen.filter(|_| press.is_command('d')) {
            return self.update(Message::CopyPressed(id), context);
        }
        let Some(stroke) = Stroke::of(press) else {
            return Action::none();
        };
        let message = match (stroke, chosen) {
            (Stroke::Step(by), _) => {
                self.cursor = stepped(self.cursor, by, self.list.len());
                return Action::none();
            }
            (Stroke::Open, Some(id)) => Message::Chosen(id),
            (Stroke::New, _) if !context.is_read_only => Message::NewPressed,
            (Stroke::Delete, Some(id)) => Message::DeletePressed(id),
            _ => return Action::none(),
        };
        self.update(message, context)
    }

    fn begin(&mut self, blueprint: Blueprint) -> Action<super::Message> {
        let is_new = blueprint.template.version == 0;
        self.editor = Some(Editor::new(blueprint));
        match is_new {
            true => Action::run(operation::focus(editor::NAME)),
            false => Action::none(),
        }
    }

    /// Saves the same template once more, under a name that says so.
    fn copy(&self, id: Id<ProjectTemplate>, context: &Context) -> Action<super::Message> {
        let Some(one) = self.list.iter().find(|one| one.id == id) else {
            return Action::none();
        };
        if context.is_read_only {
            return Action::none();
        }
        let name = [("name", one.name.as_str().into())];
        let name = context.locale.with("templates-copy-of", &name);
        write(Operation::AddTemplate, context, move |workspace| {
            workspace.transact(Operation::AddTemplate, |tx| {
                let copy = tx.read().blueprint(id)?.copy(name);
                tx.save_blueprint(&copy, &copy)
            })
        })
    }

    fn submit(&mut self, context: &Context) -> Action<super::Message> {
        let Some(editor) = &mut self.editor else {
            return Action::none();
        };
        if context.is_read_only || !editor.is_whole() {
            return Action::none();
        }
        let (base, mine) = (editor.base.clone(), editor.mine());
        if base == mine {
            self.editor = None;
            return Action::none();
        }
        let operation = match base.template.version {
            0 => Operation::AddTemplate,
            _ => Operation::EditTemplate,
        };
        write(operation, context, move |workspace| {
            workspace.transact(operation, |tx| tx.save_blueprint(&base, &mine))
        })
    }
}

fn delete(id: Id<ProjectTemplate>, context: &Context) -> Action<super::Message> {
    if context.is_read_only {
        return Action::none();
    }
    write(Operation::DeleteTemplate, context, move |workspace| {
        workspace.transact(Operation::DeleteTemplate, |tx| {
            let blueprint = tx.read().blueprint(id)?;
            tx.delete_blueprint(&blueprint)
        })
    })
}
