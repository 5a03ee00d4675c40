//! A cell of the list that has turned into a field.

use std::collections::BTreeSet;

use iced::Task as Command;
use iced::widget::operation::{focus, select_all};
use iced::widget::{column, container, row};

use crate::domain::client::{Kind, TextField};
use crate::domain::edit::{self, Change, Edit};
use crate::domain::listing::Sort;
use crate::domain::{Client, Datum, Field, Id, Operation};
use crate::error::{Error, Result};
use crate::ui::screen::input::{self, Answer, Input};
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::anchored::anchored;
use crate::ui::widget::{Element, button, note, text};

use super::page::today;

/// The width of what is told under the cell, in logical pixels.
const WIDTH: f32 = 320.0;

/// A cell that is being edited.
#[derive(Debug)]
pub struct CellEdit {
    /// Whose it is.
    pub client: Id<Client>,
    /// In which column.
    pub sort: Sort,
    field: Field,
    /// What it said when the editing began.
    base: Datum,
    input: Input,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Somebody types or chooses.
    Typing,
    /// What is typed means nothing.
    Unread,
    /// It is being saved; then the keyboard goes so many columns on.
    Saving(isize),
    /// A colleague has made it say this meanwhile.
    Clash(Datum),
}

/// What became of a cell.
#[derive(Debug, Clone)]
pub enum Saved {
    /// It stands in the base, in these tables; none where nothing changed.
    Done(BTreeSet<&'static str>),
    /// A colleague has made it say this meanwhile: nothing is saved.
    Clash(Datum),
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the field.
    Input(input::Message),
    /// What became of it.
    Saved(Result<Saved>),
    /// The own value is meant, whatever the colleague has written.
    KeepMine,
    /// Nothing is to be changed.
    Left,
}

/// What the list has to do next.
pub enum Next {
    /// It goes on.
    Editing(Action<Message>),
    /// The field is gone; the keyboard goes so many columns on.
    Closed(Action<Message>, isize),
}

/// The field that a column shows, where it can be edited in its cell.
pub fn editable(kind: Kind, sort: Sort) -> Option<Field> {
    match sort {
        // The name of a person has three parts.
        Sort::Name => (kind == Kind::Organization).then_some(Field::Text(TextField::Name)),
        Sort::Field(field) => edit::is_editable(field).then_some(field),
    }
}

impl CellEdit {
    /// The cell of a client in a column of `field`, which says `base`.
    pub fn begin(
        (kind, client): (Kind, Id<Client>),
        (sort, field): (Sort, Field),
        base: Datum,
        context: &Context,
    ) -> (Self, Command<Message>) {
        let edit = Self {
            client,
            sort,
            field,
            input: Input::new(kind, field, &base, context),
            base,
            stage: Stage::Typing,
        };
        let focused = Command::batch([focus(input::FIELD), select_all(input::FIELD)]);
        (edit, focused)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Next {
        match message {
            Message::Input(message) => match self.input.update(message, context) {
                Answer::Waiting(command) => {
                    if let Stage::Unread = self.stage {
                        self.stage = Stage::Typing;
                    }
                    Next::Editing(Action::run(command.map(Message::Input)))
                }
                Answer::Settled => self.save(0, context),
            },
            Message::KeepMine => {
                if let Stage::Clash(theirs) = &self.stage {
                    self.base = theirs.clone();
                    self.stage = Stage::Typing;
                }
                self.save(0, context)
            }
            Message::Left => Next::Closed(Action::none(), 0),
            Message::Saved(Ok(Saved::Done(changed))) => {
                let by = match self.stage {
                    Stage::Saving(by) => by,
                    _ => 0,
                };
                let told = match changed.is_empty() {
                    true => Action::none(),
                    false => Action::wish(Wish::Done(Operation::EditClient, changed)),
                };
                Next::Closed(told, by)
            }
            Message::Saved(Ok(Saved::Clash(theirs))) => {
                self.stage = Stage::Clash(theirs);
                Next::Editing(Action::none())
            }
            Message::Saved(Err(error)) => {
                self.stage = Stage::Typing;
                Next::Editing(Action::wish(Wish::Fail(error)))
            }
        }
    }

    /// Saves what is meant, and goes so many columns on; says so where nothing can be meant.
    pub fn save(&mut self, by: isize, context: &Context) -> Next {
        if let Stage::Saving(_) | Stage::Clash(_) = self.stage {
            return Next::Editing(Action::none());
        }
        let Some(next) = self.input.value(today()) else {
            self.stage = Stage::Unread;
            return Next::Editing(Action::none());
        };
        let edit = Edit {
            field: self.field,
            change: Change::Set(next.clone()),
        };
        if next.is_like(&self.base) {
            return Next::Closed(Action::none(), by);
        }
        if edit.applied(&self.base).is_like(&self.base) {
            // A card keeps its name.
            self.stage = Stage::Unread;
            return Next::Editing(Action::none());
        }
        self.stage = Stage::Saving(by);
        let (client, base) = (self.client, self.base.clone());
        let saved = context.worker.write(move |workspace| {
            let outcome = workspace.transact(Operation::EditClient, |tx| {
                let now = tx.read().values(&[client], &[edit.field])?;
                let now = now.into_values().flatten().next();
                let now = now.ok_or(Error::Missing("clients"))?;
                if !now.is_like(&base) && !now.is_like(&next) {
                    return Ok(Some(now));
                }
                tx.edit_clients(&[client], &[edit])?;
                Ok(None)
            })?;
            Ok(match outcome.value {
                Some(theirs) => Saved::Clash(theirs),
                None => Saved::Done(outcome.changed),
            })
        });
        Next::Editing(Action::run(Command::perform(saved, Message::Saved)))
    }

    /// The field, and under it what is to be told.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let field = self.input.view(None, context).map(Message::Input);
        let locale = &context.locale;
        let told: Option<Element<'a, Message>> = match &self.stage {
            Stage::Typing | Stage::Saving(_) => None,
            Stage::Unread => Some(note::under(locale.text("edit-unread"), Tone::Busy)),
            Stage::Clash(theirs) => Some(clash(theirs, context)),
        };
        let panel = told.map(|told| {
            container(told)
                .padding(spacing::M)
                .width(WIDTH)
                .style(surface::floating)
                .into()
        });
        anchored(field, panel, Message::Left).into()
    }
}

/// What a colleague has written, and the choice between both.
fn clash<'a>(theirs: &Datum, context: &Context) -> Element<'a, Message> {
    let locale = &context.locale;
    let said = match locale.datum(theirs, &context.catalog) {
        said if said.is_empty() => locale.text("edit-nothing"),
        said => said,
    };
    let words = locale.with("edit-clash", &[("value", said.into())]);
    let buttons = row![
        button::secondary(locale.text("edit-clash-theirs"))
            .compact()
            .on_press(Message::Left),
        button::primary(locale.text("edit-clash-mine"))
            .compact()
            .on_press(Message::KeepMine),
    ]
    .spacing(spacing::S);
    column![text::body(words), buttons]
        .spacing(spacing::M)
        .into()
}
