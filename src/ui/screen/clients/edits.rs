//! Editing from the list: a cell in its place, one field of many cards, what to do next.

use iced::Task as Command;

use crate::domain::client::Kind;
use crate::domain::edit::Edit;
use crate::domain::listing::Sort;
use crate::domain::{Client, Field, Id, Operation};
use crate::ui::screen::{Action, Context, Wish, merge};
use crate::ui::widget::Element;
use crate::ui::widget::table;

use super::bulk::{Deed, Targets};
use super::cell_edit::{self, CellEdit, editable};
use super::mass_edit::{self, MassEdit};
use super::next_step::{self, NextStep};
use super::{Clients, Dialog, Menu, Message, list, row_menu};

impl Clients {
    /// Whether a field of the list or of a dialog has the keyboard.
    pub fn is_editing(&self) -> bool {
        self.cell.is_some() || self.dialog.is_some()
    }

    /// Whether something stands over the screen.
    pub fn has_dialog(&self) -> bool {
        self.dialog.is_some()
    }

    /// What stands over the screen.
    pub fn dialog<'a>(&'a self, context: &'a Context) -> Option<Element<'a, Message>> {
        Some(match self.dialog.as_ref()? {
            Dialog::MassEdit(dialog) => dialog.view(context).map(Message::MassEdit),
            Dialog::NextStep(dialog) => dialog.view(context).map(Message::NextStep),
        })
    }

    pub(super) fn close_dialog(&mut self) -> Action<Message> {
        self.dialog = None;
        Action::none()
    }

    /// Moves the mark in the menu of a row.
    pub(super) fn move_mark(&mut self, by: isize) -> Action<Message> {
        let last = match self.open {
            Some(super::Menu::Row) => row_menu::Line::ALL.len() - 1,
            _ => usize::MAX, // the menu knows how many lines it has
        };
        self.mark = self.mark.saturating_add_signed(by).min(last);
        Action::none()
    }

    /// Takes in what happened in a list. A press elsewhere ends the editing of a cell.
    pub(super) fn react_to_list(
        &mut self,
        kind: Kind,
        message: list::Message,
        context: &Context,
    ) -> Action<Message> {
        let mut before = Action::none();
        if let list::Message::Table(message) = &message {
            match message {
                table::Message::Pressed(..)
                | table::Message::HeaderPressed(_)
                | table::Message::Checked(..)
                | table::Message::Opened(_) => before = self.leave_cell(context),
                table::Message::MenuAsked(..) => {
                    before = self.leave_cell(context);
                    (self.open, self.mark) = (Some(Menu::Row), 0);
                }
                _ => {}
            }
            if let table::Message::Opened(_) = message
                && let Some(edit) = self.begin_cell(false, context)
            {
                return merged(before, edit);
            }
        }
        let list = &mut self.registers[kind as usize].list;
        let action = list.update(message, context);
        merged(
            before,
            action.map(move |message| Message::List(kind, message)),
        )
    }

    /// Turns the current cell into a field, where that can be; the name only where `is_name_meant`.
    pub(super) fn begin_cell(
        &mut self,
        is_name_meant: bool,
        context: &Context,
    ) -> Option<Action<Message>> {
        let sort = self.list().column()?;
        if context.is_read_only || sort == Sort::Name && !is_name_meant {
            return None;
        }
        if sort == Sort::Field(Field::NextStepOn) {
            let current = self.list().current();
            return Some(self.ask_next_step(current, context));
        }
        self.open_cell(sort, context).map(Action::run)
    }

    fn open_cell(&mut self, sort: Sort, context: &Context) -> Option<Command<Message>> {
        let (kind, list) = (self.kind, self.list());
        let field = editable(kind, sort)?;
        let client = list.current()?;
        let base = list.rows.line(client)?.datum(field);
        let (cell, command) = CellEdit::begin((kind, client), (sort, field), base, context);
        self.cell = Some(cell);
        self.open = None;
        self.list_mut().set_column(sort);
        Some(command.map(Message::Cell))
    }

    /// Saves what is typed in a cell, as Tab does; the keyboard goes so many columns on.
    pub(super) fn save_cell(&mut self, by: isize, context: &Context) -> Action<Message> {
        match self.cell.as_mut().map(|cell| cell.save(by, context)) {
            Some(next) => self.after_cell(next, context),
            None => Action::none(),
        }
    }

    fn leave_cell(&mut self, context: &Context) -> Action<Message> {
        self.save_cell(0, context)
    }

    pub(super) fn edit_cell(
        &mut self,
        message: cell_edit::Message,
        context: &Context,
    ) -> Action<Message> {
        match self.cell.as_mut().map(|cell| cell.update(message, context)) {
            Some(next) => self.after_cell(next, context),
            None => Action::none(),
        }
    }

    fn after_cell(&mut self, next: cell_edit::Next, context: &Context) -> Action<Message> {
        match next {
            cell_edit::Next::Editing(action) => action.map(Message::Cell),
            cell_edit::Next::Closed(action, by) => {
                let sort = self.cell.take().map(|cell| cell.sort);
                let kind = self.kind;
                let is_meant =
                    |sort| sort != Sort::Field(Field::NextStepOn) && editable(kind, sort).is_some();
                let beside = sort
                    .filter(|_| by != 0)
                    .and_then(|sort| self.list().beside(sort, by, context, is_meant));
                let opened = beside.and_then(|sort| self.open_cell(sort, context));
                let action = action.map(Message::Cell);
                Action {
                    command: Command::batch([action.command, opened.unwrap_or_else(Command::none)]),
                    ..action
                }
            }
        }
    }

    /// Opens the dialog that edits one field of the meant clients.
    pub(super) fn ask_mass_edit(
        &mut self,
        client: Option<Id<Client>>,
        context: &Context,
    ) -> Action<Message> {
        self.open = None;
        let Some(targets) = self.targets(client).filter(|_| !context.is_read_only) else {
            return Action::none();
        };
        let sort = self.list().column();
        let field = sort.and_then(|sort| editable(self.kind, sort));
        let (dialog, command) = MassEdit::new(self.kind, targets, field, context);
        self.dialog = Some(Dialog::MassEdit(Box::new(dialog)));
        Action::run(command.map(Message::MassEdit))
    }

    pub(super) fn update_mass_edit(
        &mut self,
        message: mass_edit::Message,
        context: &Context,
    ) -> Action<Message> {
        let Some(Dialog::MassEdit(dialog)) = &mut self.dialog else {
            return Action::none(); // a late answer
        };
        match dialog.update(message, context) {
            mass_edit::Next::Open(action) => action.map(Message::MassEdit),
            mass_edit::Next::Closed => {
                self.dialog = None;
                Action::none()
            }
            mass_edit::Next::Apply(edit) => {
                let targets = dialog.targets.clone();
                self.edit_many(Operation::EditClients, vec![edit], targets, context)
            }
        }
    }

    /// Opens the dialog that plans what to do next with the meant clients.
    pub(super) fn ask_next_step(
        &mut self,
        client: Option<Id<Client>>,
        context: &Context,
    ) -> Action<Message> {
        self.open = None;
        let Some(targets) = self.targets(client).filter(|_| !context.is_read_only) else {
            return Action::none();
        };
        let line = match &targets {
            Targets::One(id) => self.list().rows.line(*id),
            Targets::Selected(..) => None,
        };
        let client = line.map(|line| &line.listing.client);
        let (dialog, command) = NextStep::new(targets, client, &context.locale);
        self.dialog = Some(Dialog::NextStep(Box::new(dialog)));
        Action::run(command.map(Message::NextStep))
    }

    /// Asks for the page that makes one card of the selected ones; says why where it cannot.
    pub(super) fn ask_merge(&mut self, context: &Context) -> Action<Message> {
        self.open = None;
        let list = self.list();
        let said = match list.selection.count() {
            0 | 1 => context.locale.text("merge-select-two"),
            count if count > merge::MOST => context
                .locale
                .with("merge-too-many", &[("most", merge::MOST.into())]),
            _ => return Action::wish(Wish::Merge(list.selection.ids(list.rows.order()))),
        };
        Action::wish(Wish::Say(said))
    }

    pub(super) fn update_next_step(
        &mut self,
        message: next_step::Message,
        context: &Context,
    ) -> Action<Message> {
        let Some(Dialog::NextStep(dialog)) = &mut self.dialog else {
            return Action::none(); // a late answer
        };
        match dialog.update(message, &context.locale) {
            next_step::Next::Open(command) => Action::run(command.map(Message::NextStep)),
            next_step::Next::Closed => {
                self.dialog = None;
                Action::none()
            }
            next_step::Next::Apply(edits) => {
                let targets = dialog.targets.clone();
                self.edit_many(Operation::PlanNextStep, edits, targets, context)
            }
        }
    }

    fn edit_many(
        &mut self,
        operation: Operation,
        edits: Vec<Edit>,
        targets: Targets,
        context: &Context,
    ) -> Action<Message> {
        self.dialog = None;
        let deed = Deed::Edit(operation, edits);
        let begun = self.bulk.begin(deed, targets, self.kind, context);
        Action::run(begun.map(Message::Bulk))
    }
}

/// What comes of two things, one after the other.
fn merged(one: Action<Message>, other: Action<Message>) -> Action<Message> {
    let wishes: Vec<Wish> = one.wishes.into_iter().chain(other.wishes).collect();
    Action {
        command: Command::batch([one.command, other.command]),
        wishes,
    }
}
