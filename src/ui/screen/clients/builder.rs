//! The filter over the list: one line of text, and under it the same filter in rows and groups.

mod draft;
mod view;

use iced::Task as Command;
use iced::widget::operation::{focus, move_cursor_to_end};

use crate::domain::Field;
use crate::domain::client::Kind;
use crate::domain::field::Nature;
use crate::domain::filter::{Choice, Expression};
use crate::ui::screen::Context;

pub use draft::How;
use draft::{Node, Part, Reading, Row};

/// The field of the whole filter.
pub const SENTENCE: &str = "clients-filter-sentence";

/// What the builder of one register remembers.
#[derive(Debug)]
pub struct Builder {
    kind: Kind,
    /// Whether it is shown.
    pub is_open: bool,
    text: String,
    mistake: Option<String>,
    root: Node,
    next: u64,
}

/// What happened in the builder.
#[derive(Debug, Clone)]
pub enum Message {
    /// It is to be shown, or no longer.
    Toggled,
    /// The line was typed into.
    TextChanged(String),
    /// The line is whole: back to the list.
    TextSubmitted,
    /// The line is wanted in the clipboard.
    CopyPressed,
    /// Everything is to be taken back.
    ClearPressed,
    /// A part was changed.
    Changed(u64, Change),
}

/// A change of one part.
#[derive(Debug, Clone)]
pub enum Change {
    /// A condition is to be added to the group.
    AddRow,
    /// A group is to be added to the group.
    AddGroup,
    /// It is to go.
    Remove,
    /// Its opposite is meant.
    Not,
    /// Whether one of the parts is enough.
    Any(bool),
    /// Another field.
    Field(Field),
    /// Another question.
    How(How),
    /// The value.
    First(String),
    /// The second value.
    Second(String),
    /// A choice was taken in or left out.
    Choice(Choice),
}

/// What a message asks of the screen.
pub enum Outcome {
    /// Nothing.
    None,
    /// Another filter.
    Narrow(Option<Expression>),
    /// A text for the clipboard.
    Copy(String),
    /// The builder was closed: the keyboard goes back to the list.
    Leave,
    /// It was opened: the keyboard goes to its line.
    Enter,
}

impl Builder {
    /// An empty filter, not shown.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            is_open: false,
            text: String::new(),
            mistake: None,
            root: Node {
                id: 0,
                is_not: false,
                part: Part::Group {
                    is_any: false,
                    parts: Vec::new(),
                },
            },
            next: 0,
        }
    }

    /// Shows this filter.
    pub fn show(&mut self, condition: Option<&Expression>, context: &Context) {
        self.read(condition, context);
        self.write(condition, context);
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Outcome {
        match message {
            Message::Toggled => {
                self.is_open = !self.is_open;
                match self.is_open {
                    true => Outcome::Enter,
                    false => Outcome::Leave,
                }
            }
            Message::TextChanged(text) => self.type_text(text, context),
            Message::TextSubmitted if self.mistake.is_some() => Outcome::None,
            Message::TextSubmitted => {
                self.is_open = false;
                Outcome::Leave
            }
            Message::CopyPressed => Outcome::Copy(self.text.clone()),
            Message::ClearPressed => {
                self.show(None, context);
                Outcome::Narrow(None)
            }
            Message::Changed(id, change) => {
                self.change(id, change, context);
                let meant = self.root.expression(self.kind, &context.catalog);
                self.write(meant.as_ref(), context);
                Outcome::Narrow(meant)
            }
        }
    }

    /// Understands what is typed; as long as that fails the list stays as it is.
    fn type_text(&mut self, text: String, context: &Context) -> Outcome {
        let locale = &context.locale;
        let words = locale.filter_words(self.kind, &context.catalog);
        let read = words.parse(&text);
        self.mistake = None;
        let outcome = match read {
            Ok(meant) => {
                let fault = meant
                    .as_ref()
                    .map(|one| one.check(self.kind, &context.catalog));
                if let Some(Err(fault)) = fault {
                    self.mistake = Some(locale.filter_fault(&fault));
                    Outcome::None
                } else {
                    self.read(meant.as_ref(), context);
                    Outcome::Narrow(meant)
                }
            }
            Err(mistake) => {
                self.mistake = Some(locale.filter_mistake(&mistake, &text));
                Outcome::None
            }
        };
        self.text = text;
        outcome
    }

    fn write(&mut self, meant: Option<&Expression>, context: &Context) {
        let words = context.locale.filter_words(self.kind, &context.catalog);
        self.text = meant.map(|meant| words.print(meant)).unwrap_or_default();
        self.mistake = None;
    }

    fn read(&mut self, meant: Option<&Expression>, context: &Context) {
        let locale = &context.locale;
        self.root = Reading {
            next: &mut self.next,
            kind: self.kind,
            catalog: &context.catalog,
            day: &|day| locale.date(day),
        }
        .root(meant);
        if meant.is_none() {
            self.change(self.root.id, Change::AddRow, context);
        }
    }

    fn change(&mut self, id: u64, change: Change, context: &Context) {
        let catalog = &context.catalog;
        let nature = |field| catalog.nature_in(field, self.kind).unwrap_or(Nature::Text);
        if matches!(change, Change::Remove) {
            self.root.remove(id);
            return;
        }
        let mut next = self.next;
        let mut node = |part| {
            next += 1;
            Node {
                id: next,
                is_not: false,
                part,
            }
        };
        let new_row = Row::blank(Field::City, nature(Field::City));
        let Some(found) = self.root.find(id) else {
            return;
        };
        match (&mut found.part, change) {
            (_, Change::Not) => found.is_not = !found.is_not,
            (Part::Group { parts, .. }, Change::AddRow) => parts.push(node(Part::Row(new_row))),
            (Part::Group { parts, .. }, Change::AddGroup) => {
                let row = node(Part::Row(new_row));
                let group = Part::Group {
                    is_any: true,
                    parts: vec![row],
                };
                parts.push(node(group));
            }
            (Part::Group { is_any, .. }, Change::Any(any)) => *is_any = any,
            (Part::Row(row), Change::Field(field)) => *row = Row::blank(field, nature(field)),
            (Part::Row(row), Change::How(how)) => row.how = how,
            (Part::Row(row), Change::First(text)) => row.first = text,
            (Part::Row(row), Change::Second(text)) => row.second = text,
            (Part::Row(row), Change::Choice(choice)) => {
                match row.choices.iter().position(|known| *known == choice) {
                    Some(at) => drop(row.choices.remove(at)),
                    None => row.choices.push(choice),
                }
            }
            _ => {}
        }
        self.next = next;
    }
}

/// Gives the keyboard to the line.
pub fn enter<Message: Send + 'static>() -> Command<Message> {
    Command::batch([focus(SENTENCE), move_cursor_to_end(SENTENCE)])
}
