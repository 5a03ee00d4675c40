//! Notes of colleagues on the card: key points first, then the newest.

mod editor;
mod view;

use iced::Task as Command;
use iced::widget::text_editor;

use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, PAGE, Sheet, write};
use crate::domain::{Card, Id, Note, Operation};
use crate::error::Result;
use crate::ui::screen::{Action, Context, Press, Wish};
use crate::ui::widget::{Element, focus};
use crate::workspace::Reader;

use editor::Editor;
pub use view::key_points;

/// How many notes are read with the card.
const FEW: usize = 20;
/// How many more are read when one asks for more.
const MORE: usize = 100;

/// The notes of a card, and the one that is being written.
#[derive(Debug, Default)]
pub struct Notes {
    editor: Option<Editor>,
    /// What was asked for beyond the first.
    listed: Option<Vec<Note>>,
}

/// What is read with the card.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The pinned ones, newest first.
    pub key_points: Vec<Note>,
    /// The newest of the others.
    pub latest: Vec<Note>,
    /// How many there are, pinned ones included.
    pub count: usize,
}

/// What happened to the notes.
#[derive(Debug, Clone)]
pub enum Message {
    /// A new one is to be written.
    Write,
    /// A known one is to be changed.
    Edit(Note),
    /// Something was typed.
    Typed(text_editor::Action),
    /// The one that is being written becomes a key point, or is none.
    Pinned(bool),
    /// What was typed is to be saved.
    Save,
    /// It stands in the base.
    Saved,
    /// What was typed is given up.
    Cancel,
    /// A note becomes a key point, or no longer is one.
    Pin(Note),
    /// A note is to be removed.
    Delete(Note),
    /// More of them are to be shown.
    ShowMore,
    /// More of them were read.
    Listed(Result<Vec<Note>>),
}

impl Section for Notes {
    const PLACE: Place = Place {
        tab: Tab::Notes,
        side: Side::Left,
    };
    type Facts = Facts;
    type Message = Message;

    fn read(reader: Reader<'_>, card: &Card) -> Result<Facts> {
        let id = card.client.id;
        Ok(Facts {
            key_points: reader.key_points_of(id)?,
            latest: reader.notes_of(id, FEW)?,
            count: usize::try_from(reader.count_notes(id)?).unwrap_or_default(),
        })
    }

    fn count(facts: &Facts) -> Option<usize> {
        Some(facts.count)
    }

    fn seen(&mut self, sheet: &Sheet, context: &Context) -> Command<Outer> {
        match &self.listed {
            Some(listed) => self.list(listed.len().max(FEW), sheet, context),
            None => Command::none(),
        }
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        match message {
            Message::Write | Message::Edit(_) if context.is_read_only => {}
            Message::Write if self.is_dirty() => return Action::run(focused()),
            Message::Write => {
                let note = Note::new(sheet.card.client.id, context.me.id, "");
                return self.open(note);
            }
            Message::Edit(_) if self.is_dirty() => return Action::run(focused()),
            Message::Edit(note) => return self.open(note),
            Message::Typed(action) => {
                if let Some(editor) = &mut self.editor {
                    editor.type_in(action);
                }
            }
            Message::Pinned(is_pinned) => {
                if let Some(editor) = &mut self.editor {
                    editor.is_pinned = is_pinned;
                }
            }
            Message::Save => return self.save(context),
            Message::Saved | Message::Cancel => self.editor = None,
            Message::Pin(mut note) => {
                note.is_pinned = !note.is_pinned;
                return save(note, None, context);
            }
            Message::Delete(note) => {
                return write(Operation::DeleteNote, None, context, move |tx| {
                    tx.delete(&note)
                });
            }
            Message::ShowMore => {
                let shown = self.shown(&sheet.facts.notes).len();
                return Action::run(self.list(shown + MORE, sheet, context));
            }
            Message::Listed(Ok(notes)) => self.listed = Some(notes),
            Message::Listed(Err(error)) => return Action::wish(Wish::Fail(error)),
        }
        Action::none()
    }

    fn press(&mut self, press: &Press, sheet: &Sheet, context: &Context) -> Option<Action<Outer>> {
        let is_new = press.latin == Some('n') && press.modifiers.is_empty();
        is_new.then(|| self.update(Message::Write, sheet, context))
    }

    fn is_dirty(&self) -> bool {
        self.editor.as_ref().is_some_and(Editor::is_dirty)
    }

    fn fold(&mut self) -> bool {
        self.editor.take().is_some()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        Some(self.part(&sheet.facts.notes, context))
    }
}

/// What the page is told.
pub fn say(message: Message) -> Outer {
    Outer::Part(Part::Notes(message))
}

impl Notes {
    fn open(&mut self, note: Note) -> Action<Outer> {
        self.editor = Some(Editor::new(note));
        Action::run(focused())
    }

    fn save(&mut self, context: &Context) -> Action<Outer> {
        let Some(editor) = &self.editor else {
            return Action::none();
        };
        if !editor.is_dirty() {
            self.editor = None;
            return Action::none();
        }
        let note = editor.note();
        if note.text.is_empty() {
            return Action::none(); // the line under the field says what to do
        }
        save(note, Some(Part::Notes(Message::Saved)), context)
    }

    /// The notes that are not pinned, as far as they were read.
    fn shown<'a>(&'a self, facts: &'a Facts) -> &'a [Note] {
        self.listed.as_ref().unwrap_or(&facts.latest)
    }

    fn list(&self, limit: usize, sheet: &Sheet, context: &Context) -> Command<Outer> {
        let id: Id<_> = sheet.card.client.id;
        let read = context
            .worker
            .read(move |reader| reader.notes_of(id, limit));
        Command::perform(read, |notes| say(Message::Listed(notes)))
    }
}

fn save(note: Note, then: Option<Part>, context: &Context) -> Action<Outer> {
    let operation = match note.version {
        0 => Operation::AddNote,
        _ => Operation::EditNote,
    };
    write(operation, then, context, move |tx| tx.save(&note).map(drop))
}

fn focused() -> Command<Outer> {
    focus::on(PAGE.into(), editor::FIELD.into())
}
