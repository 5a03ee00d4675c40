//! Our own companies: a list, and at its right the form of one with its requisites and pictures.

mod form;
mod pictures;
#[cfg(test)]
mod tests;
mod text;
mod view;

use std::path::PathBuf;

use iced::widget::operation;

use super::lines::{Stroke, stepped};
use super::{Action, Command, Context, Press, Wish, write};
use crate::domain::company::USUAL_COMPANY;
use crate::domain::{Company, Id, Operation};
use crate::error::Error;
use crate::workspace::Reader;

use form::Form;
use pictures::Pictures;

/// What is shown of our own companies.
#[derive(Debug, Default)]
pub(super) struct Companies {
    /// All of them, the usual one first.
    list: Vec<Company>,
    /// The line the keyboard stands on.
    cursor: usize,
    form: Option<Form>,
}

/// A company with its pictures, as it was read to be edited.
#[derive(Debug, Clone)]
pub struct Opened(Company, Pictures);

/// What happened among our own companies.
#[derive(Debug, Clone)]
pub enum Message {
    /// All of them were read.
    Loaded(Result<Vec<Company>, Error>),
    /// A new one is wanted.
    NewPressed,
    /// One was pressed.
    Chosen(Id<Company>),
    /// It was read with its pictures.
    Opened(Result<Box<Opened>, Error>),
    /// One is the usual one from now on.
    UsualPressed(Id<Company>),
    /// One is to go.
    DeletePressed(Id<Company>),
    /// Something happened in the form.
    Form(form::Message),
    /// The form is filled in.
    Submitted,
    /// The form is to be left; what was changed is asked about.
    Left,
    /// What was changed is to be forgotten.
    Dropped,
}

impl Companies {
    /// Asks for the list.
    pub fn refresh(&self, context: &Context) -> Command<Message> {
        let read = context.worker.read(companies);
        Command::perform(read, Message::Loaded)
    }

    /// Whether a form is shown.
    pub fn is_open(&self) -> bool {
        self.form.is_some()
    }

    /// Leaves what was typed: it is written.
    pub fn close(&mut self, operation: Operation) {
        if operation != Operation::DeleteCompany {
            self.form = None;
        }
    }

    /// Takes a file that was dropped on the window; `false` where no form waits for pictures.
    pub fn takes(&mut self, path: PathBuf, context: &Context) -> bool {
        let form = self.form.as_mut().filter(|_| !context.is_read_only);
        let is_open = form.is_some();
        if let Some(form) = form {
            form.pictures.fold();
            form.pictures.dropped = Some(path);
        }
        is_open
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        match message {
            Message::Loaded(Ok(list)) => {
                self.cursor = stepped(self.cursor, 0, list.len());
                self.list = list;
            }
            Message::Loaded(Err(error)) | Message::Opened(Err(error)) => {
                return Action::wish(Wish::Fail(error));
            }
            Message::NewPressed => {
                return self.begin(Company::new(""), Pictures::default());
            }
            Message::Chosen(id) => return self.open(id, context),
            Message::Opened(Ok(opened)) => {
                let Opened(company, pictures) = *opened;
                return self.begin(company, pictures);
            }
            Message::UsualPressed(id) if !self.asks() => return make_usual(id, context),
            Message::UsualPressed(_) => {}
            Message::DeletePressed(id) => return self.delete(id, context),
            Message::Form(message) => {
                if let Some(form) = &mut self.form {
                    let action = form.update(message, context);
                    return action.map(|message| super::Message::Companies(Message::Form(message)));
                }
            }
            Message::Submitted => return self.submit(context),
            Message::Left => {
                let folded = self.form.as_mut().is_some_and(|form| form.pictures.fold());
                if !folded && !self.asks() {
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
        let chosen = self.list.get(self.cursor).map(|company| company.id);
        let message = match (stroke, chosen) {
            (Stroke::Step(by), _) => {
                self.cursor = stepped(self.cursor, by, self.list.len());
                return Action::none();
            }
            (Stroke::Leave, _) => Message::Left,
            (Stroke::Save, _) => Message::Submitted,
            (Stroke::Open, Some(id)) => Message::Chosen(id),
            (Stroke::New, _) if !context.is_read_only => Message::NewPressed,
            (Stroke::Delete, Some(id)) => Message::DeletePressed(id),
            _ => return Action::none(),
        };
        self.update(message, context)
    }

    /// Whether the form holds changes; it then asks what is to become of them.
    fn asks(&mut self) -> bool {
        let form = self.form.as_mut();
        form.is_some_and(Form::asks)
    }

    fn open(&mut self, id: Id<Company>, context: &Context) -> Action<super::Message> {
        let Some(at) = self.list.iter().position(|one| one.id == id) else {
            return Action::none();
        };
        let is_shown = self.form.as_ref().is_some_and(|form| form.base.id == id);
        if is_shown || self.asks() {
            return Action::none();
        }
        self.cursor = at;
        let company = self.list[at].clone();
        let contents = context.worker.contents();
        let read = context.worker.background(move |reader| {
            let pictures = Pictures::read(reader, &contents, &company)?;
            Ok(Box::new(Opened(company, pictures)))
        });
        Action::run(Command::perform(read, |opened| {
            super::Message::Companies(Message::Opened(opened))
        }))
    }

    fn begin(&mut self, company: Company, pictures: Pictures) -> Action<super::Message> {
        if self.asks() {
            return Action::none();
        }
        self.form = Some(Form::new(company, pictures));
        Action::run(operation::focus(form::NAME))
    }

    fn submit(&mut self, context: &Context) -> Action<super::Message> {
        let Some(form) = self.form.as_mut() else {
            return Action::none();
        };
        if context.is_read_only || !form.is_whole() {
            return Action::none();
        }
        if !form.is_changed() {
            self.form = None;
            return Action::none();
        }
        let (mine, pictures) = (form.mine(), form.pictures.changes());
        let operation = match mine.version {
            0 => Operation::AddCompany,
            _ => Operation::EditCompany,
        };
        write(operation, context, move |workspace| {
            workspace.save_company(&mine, &pictures)
        })
    }

    /// Takes a company out of the list; the last one stays, since papers are from somebody.
    fn delete(&mut self, id: Id<Company>, context: &Context) -> Action<super::Message> {
        let company = self.list.iter().find(|one| one.id == id).cloned();
        let can_go = self.list.len() > 1 && !context.is_read_only;
        let Some(company) = company.filter(|_| can_go && !self.asks()) else {
            return Action::none();
        };
        self.form = None;
        write(Operation::DeleteCompany, context, move |workspace| {
            workspace.transact(Operation::DeleteCompany, |tx| tx.delete(&company))
        })
    }
}

fn companies(reader: Reader<'_>) -> Result<Vec<Company>, Error> {
    reader.companies()
}

fn make_usual(id: Id<Company>, context: &Context) -> Action<super::Message> {
    if context.is_read_only {
        return Action::none();
    }
    write(Operation::EditCompany, context, move |workspace| {
        workspace.transact(Operation::EditCompany, |tx| {
            tx.decide(USUAL_COMPANY, id.raw().to_string())
        })
    })
}
