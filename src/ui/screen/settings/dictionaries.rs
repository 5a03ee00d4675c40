//! The dictionaries of the office: segments, sources, kinds of counterparty and of links.

mod view;

use std::collections::HashMap;

use iced::advanced::widget::operate;
use iced::advanced::widget::operation::focusable::unfocus;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::operation;

use super::{Action, Command, Context, Press, write};
use crate::domain::term::Dictionary;
use crate::domain::text::fold;
use crate::domain::{Catalog, Operation, OwnLinkKind, Term};
use crate::error::Error;

/// How often each entry is named, by the number of its id.
type Counts = HashMap<i64, i64>;

/// What is shown of the dictionaries.
#[derive(Debug)]
pub(super) struct Dictionaries {
    pub book: Book,
    /// The line the keyboard stands on.
    cursor: usize,
    /// The names of an entry that is to be added.
    new: [String; 2],
    editing: Option<Editing>,
    /// The entry that is to go though cards name it.
    doomed: Option<i64>,
    uses: Counts,
}

/// One of the dictionaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Book {
    /// Segments, sources or kinds of counterparty.
    Terms(Dictionary),
    /// Kinds of links between cards.
    LinkKinds,
}

/// An entry of either sort.
#[derive(Debug, Clone, PartialEq)]
enum Entry {
    Term(Term),
    LinkKind(OwnLinkKind),
}

/// An entry that is being renamed.
#[derive(Debug, Clone)]
struct Editing {
    entry: Entry,
    names: [String; 2],
}

/// Which of the names of an entry; only kinds of links have the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What it is called.
    Name,
    /// What it is called from the other end.
    Reverse,
}

/// What happened among the dictionaries. An entry goes by the number of its id.
#[derive(Debug, Clone)]
pub enum Message {
    /// A dictionary was chosen.
    BookChosen(Book),
    /// How often the entries of a dictionary are named.
    Counted(Book, Result<Counts, Error>),
    /// A name of a new entry was typed.
    NewTyped(Side, String),
    /// The new entry is to be added.
    Added,
    /// A line was pressed.
    Chosen(usize),
    /// An entry is to be renamed.
    EditPressed(i64),
    /// A name of the entry was typed.
    Typed(Side, String),
    /// The names are whole.
    Submitted,
    /// The entry is to stay as it was.
    Left,
    /// An entry is to move up or down.
    Moved(i64, isize),
    /// An entry is to go.
    DeletePressed(i64),
    /// It is to go, though cards name it.
    DeleteConfirmed(i64),
    /// It is to stay.
    Kept,
}

impl Book {
    /// Every dictionary, in the order they are shown.
    const ALL: [Self; 4] = [
        Self::Terms(Dictionary::Segment),
        Self::Terms(Dictionary::Source),
        Self::Terms(Dictionary::Category),
        Self::LinkKinds,
    ];

    fn entries(self, catalog: &Catalog) -> Vec<Entry> {
        match self {
            Self::Terms(book) => catalog.terms(book).cloned().map(Entry::Term).collect(),
            Self::LinkKinds => {
                let kinds = catalog.link_kinds.iter().cloned();
                kinds.map(Entry::LinkKind).collect()
            }
        }
    }
}

impl Entry {
    fn raw(&self) -> i64 {
        match self {
            Self::Term(term) => term.id.raw(),
            Self::LinkKind(kind) => kind.id.raw(),
        }
    }

    fn names(&self) -> [String; 2] {
        match self {
            Self::Term(term) => [term.name.clone(), String::new()],
            Self::LinkKind(kind) => [kind.name.clone(), kind.reverse.clone()],
        }
    }

    /// The same under other names.
    fn called(self, [name, reverse]: [String; 2]) -> Self {
        match self {
            Self::Term(term) => Self::Term(Term { name, ..term }),
            Self::LinkKind(kind) => Self::LinkKind(OwnLinkKind {
                name,
                reverse,
                ..kind
            }),
        }
    }
}

impl Default for Dictionaries {
    fn default() -> Self {
        Self {
            book: Book::Terms(Dictionary::Segment),
            cursor: 0,
            new: Default::default(),
            editing: None,
            doomed: None,
            uses: Counts::new(),
        }
    }
}

impl Dictionaries {
    /// Asks how often the entries are named.
    pub fn refresh(&self, context: &Context) -> Command<Message> {
        let book = self.book;
        let counted = context.worker.background(move |reader| match book {
            Book::Terms(dictionary) => Ok(raw(reader.term_uses(dictionary)?)),
            Book::LinkKinds => Ok(raw(reader.link_kind_uses()?)),
        });
        Command::perform(counted, move |counts| Message::Counted(book, counts))
    }

    /// Whether a name is being typed.
    pub fn is_editing(&self) -> bool {
        self.editing.is_some() || self.doomed.is_some()
    }

    /// Leaves what was typed: it is written.
    pub fn close(&mut self, operation: Operation) {
        match operation {
            Operation::AddTerm | Operation::AddLinkKind => self.new = Default::default(),
            Operation::EditTerm | Operation::EditLinkKind => self.editing = None,
            _ => self.doomed = None,
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<super::Message> {
        let entry = |raw| {
            let entries = self.book.entries(&context.catalog);
            entries.into_iter().find(|entry| entry.raw() == raw)
        };
        match message {
            Message::BookChosen(book) => {
                *self = Self {
                    book,
                    ..Self::default()
                };
                let counted = self.refresh(context);
                return Action::run(counted.map(super::Message::Dictionaries));
            }
            Message::Counted(book, Ok(counts)) if book == self.book => self.uses = counts,
            // The figures are left out then.
            Message::Counted(..) => {}
            Message::NewTyped(side, text) => self.new[side as usize] = text,
            Message::Added => return self.add(context),
            Message::Chosen(at) => self.cursor = at,
            Message::EditPressed(raw) => {
                if let Some(entry) = entry(raw) {
                    let names = entry.names();
                    self.editing = Some(Editing { entry, names });
                    return Action::run(operation::focus(view::NAME));
                }
            }
            Message::Typed(side, text) => {
                if let Some(editing) = &mut self.editing {
                    editing.names[side as usize] = text;
                }
            }
            Message::Submitted => return self.rename(context),
            Message::Left => self.editing = None,
            Message::Moved(raw, by) => return self.shift(raw, by, context),
            Message::DeletePressed(raw) if self.uses.contains_key(&raw) => {
                self.doomed = Some(raw);
            }
            Message::DeletePressed(raw) | Message::DeleteConfirmed(raw) => {
                if let Some(entry) = entry(raw) {
                    return delete(entry, context);
                }
            }
            Message::Kept => self.doomed = None,
        }
        Action::none()
    }

    /// Takes in a key while no field uses it.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<super::Message> {
        if press.is(Named::Escape) {
            let message = match self.doomed {
                Some(_) => Message::Kept,
                None => Message::Left,
            };
            return self.update(message, context);
        }
        if press.is_captured || self.is_editing() {
            return Action::none();
        }
        if let Some(book) = self.neighbour(press) {
            return self.update(Message::BookChosen(book), context);
        }
        if press.is(Named::Insert) {
            return Action::run(operation::focus(view::NEW));
        }
        let entries = self.book.entries(&context.catalog);
        let Some(raw) = entries.get(self.cursor).map(Entry::raw) else {
            return Action::none();
        };
        let step = match press.key {
            Key::Named(Named::ArrowUp) => -1,
            Key::Named(Named::ArrowDown) => 1,
            _ => 0,
        };
        let is_open = !context.is_read_only;
        let message = match step {
            0 if press.is(Named::F2) || press.is(Named::Enter) => Message::EditPressed(raw),
            0 if press.is(Named::Delete) => Message::DeletePressed(raw),
            0 => return Action::none(),
            by if press.modifiers.alt() => Message::Moved(raw, by),
            by => {
                let last = entries.len() - 1;
                self.cursor = self.cursor.saturating_add_signed(by).min(last);
                // From the field into the list: the next keys are for the line.
                return Action::run(operate(unfocus()));
            }
        };
        match is_open {
            true => self.update(message, context),
            false => Action::none(),
        }
    }

    /// The dictionary that the arrow keys lead to.
    fn neighbour(&self, press: &Press) -> Option<Book> {
        let at = Book::ALL.iter().position(|book| *book == self.book)?;
        let to = match press.key {
            Key::Named(Named::ArrowLeft) => at.checked_sub(1)?,
            Key::Named(Named::ArrowRight) => at + 1,
            _ => return None,
        };
        Book::ALL.get(to).copied()
    }

    fn add(&mut self, context: &Context) -> Action<super::Message> {
        let names = self.new.clone().map(|name| name.trim().to_owned());
        if context.is_read_only || !self.is_whole(&names) || self.is_taken(&names, None, context) {
            return Action::none();
        }
        let entries = self.book.entries(&context.catalog);
        match self.book {
            Book::Terms(dictionary) => {
                let positions = entries.iter().map(|entry| match entry {
                    Entry::Term(term) => term.position + 1,
                    Entry::LinkKind(_) => 0,
                });
                let term = Term {
                    position: positions.max().unwrap_or_default(),
                    ..Term::new(dictionary, names[0].clone())
                };
                save(Operation::AddTerm, Entry::Term(term), context)
            }
            Book::LinkKinds => {
                let [name, reverse] = names;
                let kind = OwnLinkKind::new(name, reverse);
                save(Operation::AddLinkKind, Entry::LinkKind(kind), context)
            }
        }
    }

    fn rename(&mut self, context: &Context) -> Action<super::Message> {
        let Some(editing) = &self.editing else {
            return Action::none();
        };
        let names = editing.names.clone().map(|name| name.trim().to_owned());
        let own = editing.entry.raw();
        if !self.is_whole(&names) || self.is_taken(&names, Some(own), context) {
            return Action::none();
        }
        let operation = match editing.entry {
            Entry::Term(_) => Operation::EditTerm,
            Entry::LinkKind(_) => Operation::EditLinkKind,
        };
        if editing.entry.names() == names {
            self.editing = None;
            return Action::none();
        }
        save(operation, editing.entry.clone().called(names), context)
    }

    /// Whether all names are there that an entry needs.
    fn is_whole(&self, names: &[String; 2]) -> bool {
        let needed = if self.book == Book::LinkKinds { 2 } else { 1 };
        names[..needed].iter().all(|name| !name.trim().is_empty())
    }

    /// Whether another entry is called so already.
    fn is_taken(&self, names: &[String; 2], own: Option<i64>, context: &Context) -> bool {
        let name = fold(&names[0]);
        let entries = self.book.entries(&context.catalog);
        let mut others = entries.iter().filter(|entry| Some(entry.raw()) != own);
        !name.is_empty() && others.any(|entry| fold(&entry.names()[0]) == name)
    }

    /// Moves an entry among its sisters; those whose place changes are saved.
    fn shift(&mut self, raw: i64, by: isize, context: &Context) -> Action<super::Message> {
        let Book::Terms(dictionary) = self.book else {
            return Action::none(); // kinds of links stand by name
        };
        let mut terms: Vec<Term> = context.catalog.terms(dictionary).cloned().collect();
        let Some(at) = terms.iter().position(|term| term.id.raw() == raw) else {
            return Action::none();
        };
        let Some(to) = at.checked_add_signed(by).filter(|to| *to < terms.len()) else {
            return Action::none();
        };
        terms.swap(at, to);
        self.cursor = to;
        write(Operation::ReorderTerms, context, move |workspace| {
            workspace.transact(Operation::ReorderTerms, |tx| {
                for (position, term) in (0..).zip(terms) {
                    tx.save(&Term { position, ..term })?;
                }
                Ok(())
            })
        })
    }
}

fn raw<T>(uses: crate::workspace::Uses<T>) -> Counts {
    uses.into_iter()
        .map(|(id, count)| (id.raw(), count))
        .collect()
}

fn save(operation: Operation, entry: Entry, context: &Context) -> Action<super::Message> {
    write(operation, context, move |workspace| {
        workspace.transact(operation, |tx| match &entry {
            Entry::Term(term) => tx.save(term).map(drop),
            Entry::LinkKind(kind) => tx.save(kind).map(drop),
        })
    })
}

fn delete(entry: Entry, context: &Context) -> Action<super::Message> {
    let operation = match entry {
        Entry::Term(_) => Operation::DeleteTerm,
        Entry::LinkKind(_) => Operation::DeleteLinkKind,
    };
    write(operation, context, move |workspace| {
        workspace.transact(operation, |tx| match &entry {
            Entry::Term(term) => tx.delete(term),
            // Links between clients that cannot be seen count too.
            Entry::LinkKind(kind) if tx.read().link_kind_uses()?.contains_key(&kind.id) => Ok(()),
            Entry::LinkKind(kind) => tx.delete(kind),
        })
    })
}
