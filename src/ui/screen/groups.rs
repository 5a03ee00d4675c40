//! The groups of organisations and of persons: make, rename, delete, and look into one.

mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use iced::keyboard::key::Named;
use iced::widget::operation;

use super::registers::Tab;
use super::{Action, Command, Context, Press, Wish};
use crate::domain::client::Kind;
use crate::domain::filter::canonical;
use crate::domain::listing::{Filter, Order};
use crate::domain::text::fold;
use crate::domain::{Group, Id, Operation, Progress, SavedView};
use crate::error::Error;
use crate::workspace::{Outcome, Workspace};

/// A group and how many clients it has.
type Line = (Group, i64);
/// What an operation changed.
type Changed = BTreeSet<&'static str>;

/// What the page of groups remembers.
#[derive(Debug)]
pub struct Groups {
    kind: Kind,
    /// The groups of `kind` by name; `None` until the first answer.
    lines: Option<Vec<Line>>,
    /// The views that stand among the groups, each with how many clients pass now.
    segments: Vec<(SavedView, usize)>,
    editing: Option<Editing>,
    cursor: usize,
}

/// A name being typed.
#[derive(Debug, Clone)]
struct Editing {
    group: Group,
    name: String,
    /// The user wanted to save: what is missing is said now.
    is_checked: bool,
}

/// What happened on the page of groups.
#[derive(Debug, Clone)]
pub enum Message {
    /// The groups of a register.
    Loaded(Kind, Result<Vec<Line>, Error>),
    /// The segments of a register, counted.
    Counted(Kind, Result<Vec<(SavedView, usize)>, Error>),
    /// The clients of a segment are to be shown.
    SegmentOpened(Id<SavedView>),
    /// Another of the pages on clients was chosen.
    TabChosen(Tab),
    /// The other register was chosen.
    KindChosen(Kind),
    /// The clients of a group are to be shown.
    Opened(Id<Group>),
    /// A new group is wanted.
    NewPressed,
    /// A group is to be renamed.
    RenamePressed(Id<Group>),
    /// A group is to be deleted.
    DeletePressed(Id<Group>),
    /// The name was typed.
    NameChanged(String),
    /// The name is whole.
    NameSubmitted,
    /// The name is to stay as it was.
    NameLeft,
    /// Something was written.
    Written(Operation, Result<Changed, Error>),
}

impl Groups {
    /// The page, with the groups of organisations first.
    pub fn new() -> Self {
        Self {
            kind: Kind::Organization,
            lines: None,
            segments: Vec::new(),
            editing: None,
            cursor: 0,
        }
    }

    /// Asks for the groups.
    pub fn refresh(&mut self, context: &Context) -> Command<Message> {
        let kind = self.kind;
        let groups = context.worker.background(move |reader| {
            let mut groups = reader.groups(kind)?;
            groups.sort_by_cached_key(|(group, _)| fold(&group.name));
            Ok(groups)
        });
        let groups = Command::perform(groups, move |groups| Message::Loaded(kind, groups));
        Command::batch([groups, count_segments(kind, context)])
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message> {
        match message {
            Message::Loaded(kind, Ok(lines)) if kind == self.kind => {
                let last = (lines.len() + self.segments.len()).saturating_sub(1);
                self.cursor = self.cursor.min(last);
                self.lines = Some(lines);
                self.renew_editing();
                Action::none()
            }
            Message::Loaded(_, Ok(_late)) => Action::none(),
            Message::Counted(kind, Ok(segments)) => {
                if kind == self.kind {
                    self.segments = segments;
                }
                Action::none()
            }
            Message::Counted(_, Err(error)) => Action::wish(Wish::Fail(error)),
            Message::SegmentOpened(id) => Action::wish(Wish::ShowView(self.kind, id)),
            Message::TabChosen(tab) => Action::wish(tab.wish()),
            Message::KindChosen(kind) => {
                *self = Self {
                    kind,
                    ..Self::new()
                };
                Action::run(self.refresh(context))
            }
            Message::Opened(group) => Action::wish(Wish::ShowGroup(self.kind, group)),
            Message::NewPressed => self.edit(Group::new(self.kind, "")),
            Message::RenamePressed(id) => match self.group(id) {
                Some(group) => self.edit(group),
                None => Action::none(),
            },
            Message::DeletePressed(id) => match self.group(id) {
                Some(group) => delete(group, context),
                None => Action::none(),
            },
            Message::NameChanged(name) => {
                if let Some(editing) = &mut self.editing {
                    editing.name = name;
                }
                Action::none()
            }
            Message::NameSubmitted => self.submit(context),
            Message::NameLeft => {
                self.editing = None;
                Action::none()
            }
            Message::Written(operation, Ok(changed)) => {
                self.editing = None;
                match changed.is_empty() {
                    true => Action::none(),
                    false => Action::wish(Wish::Done(operation, changed)),
                }
            }
            Message::Loaded(_, Err(error)) => Action::wish(Wish::Fail(error)),
            // A colleague may have been faster: show how things stand.
            Message::Written(_, Err(error)) => {
                Action::run(self.refresh(context)).and(Wish::Fail(error))
            }
        }
    }

    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if press.is(Named::Escape) {
            let is_editing = self.editing.take().is_some();
            return match is_editing {
                true => Action::none(),
                false => Action::wish(Wish::Back),
            };
        }
        if press.is_captured || self.editing.is_some() {
            return Action::none();
        }
        if let Some(tab) = Tab::Groups.turned(press) {
            return Action::wish(tab.wish());
        }
        let lines = self.lines.as_deref().unwrap_or_default();
        let chosen = lines.get(self.cursor).map(|(group, _)| group.id);
        let last = (lines.len() + self.segments.len()).saturating_sub(1);
        let segment = self.cursor.checked_sub(lines.len());
        let segment = segment.and_then(|at| self.segments.get(at));
        let is = |key| press.is(key);
        if let Some((view, _)) = segment.filter(|_| is(Named::Enter)) {
            return Action::wish(Wish::ShowView(self.kind, view.id));
        }
        let message = match chosen {
            _ if is(Named::ArrowUp) || is(Named::ArrowDown) => {
                let by = if is(Named::ArrowUp) { -1 } else { 1 };
                self.cursor = self.cursor.saturating_add_signed(by).min(last);
                return Action::run(self.reveal());
            }
            Some(id) if is(Named::Enter) => Message::Opened(id),
            Some(id) if is(Named::F2) || press.is_command('e') => Message::RenamePressed(id),
            Some(id) if is(Named::Delete) => Message::DeletePressed(id),
            _ => return Action::none(),
        };
        let is_writing = !matches!(message, Message::Opened(_));
        if is_writing && context.is_read_only {
            return Action::none();
        }
        self.update(message, context)
    }

    fn edit(&mut self, group: Group) -> Action<Message> {
        self.editing = Some(Editing {
            name: group.name.clone(),
            group,
            is_checked: false,
        });
        let focus = operation::focus(view::NAME);
        Action::run(Command::batch([focus, operation::select_all(view::NAME)]))
    }

    fn submit(&mut self, context: &Context) -> Action<Message> {
        let Some(editing) = &mut self.editing else {
            return Action::none();
        };
        editing.is_checked = true;
        let name = editing.name.trim();
        if name.is_empty() {
            return Action::none();
        }
        let group = Group {
            name: name.to_owned(),
            ..editing.group.clone()
        };
        let operation = match group.version {
            0 => Operation::AddGroup,
            _ => Operation::RenameGroup,
        };
        write(operation, context, move |workspace| {
            workspace.transact(operation, |tx| tx.save(&group).map(drop))
        })
    }

    /// Puts the name that is being typed on the group as it stands now.
    fn renew_editing(&mut self) {
        let Some(editing) = &mut self.editing else {
            return;
        };
        let mut groups = self.lines.iter().flatten().map(|(group, _)| group);
        if let Some(group) = groups.find(|group| group.id == editing.group.id) {
            editing.group.clone_from(group);
        }
    }

    fn group(&self, id: Id<Group>) -> Option<Group> {
        let mut groups = self.lines.iter().flatten().map(|(group, _)| group);
        groups.find(|group| group.id == id).cloned()
    }

    /// Whether another group of this register is called so already.
    fn is_taken(&self, editing: &Editing) -> bool {
        let name = fold(&editing.name);
        let groups = self.lines.iter().flatten().map(|(group, _)| group);
        let mut others = groups.filter(|group| group.id != editing.group.id);
        !name.is_empty() && others.any(|group| fold(&group.name) == name)
    }
}

impl Default for Groups {
    fn default() -> Self {
        Self::new()
    }
}

/// Asks how many clients pass each segment now.
fn count_segments(kind: Kind, context: &Context) -> Command<Message> {
    let views = context.catalog.views.iter();
    let segments = views.filter(|view| view.kind == kind && view.is_segment);
    let segments: Vec<SavedView> = segments.cloned().collect();
    let catalog = Arc::clone(&context.catalog);
    let counted = context.worker.background(move |reader| {
        let mut counted = Vec::with_capacity(segments.len());
        for view in segments {
            // One that cannot be asked any more has nobody; chosen, it says why.
            let Ok(condition) = canonical::read(&view.filter, &catalog) else {
                counted.push((view, 0));
                continue;
            };
            let filter = Filter {
                condition,
                ..Filter::all(kind)
            };
            let passing = reader.order(&filter, Order::default(), &Progress::default());
            let count = match passing {
                Err(Error::BadFilter(_)) => 0,
                passing => passing?.len(),
            };
            counted.push((view, count));
        }
        Ok(counted)
    });
    Command::perform(counted, move |counted| Message::Counted(kind, counted))
}

fn delete(group: Group, context: &Context) -> Action<Message> {
    write(Operation::DeleteGroup, context, move |workspace| {
        workspace.transact(Operation::DeleteGroup, |tx| {
            tx.delete_group(&group).map(drop)
        })
    })
}

fn write(
    operation: Operation,
    context: &Context,
    work: impl FnOnce(&mut Workspace) -> Result<Outcome<()>, Error> + Send + 'static,
) -> Action<Message> {
    let written = context
        .worker
        .write(move |workspace| work(workspace).map(|outcome| outcome.changed));
    Action::run(Command::perform(written, move |changed| {
        Message::Written(operation, changed)
    }))
}
