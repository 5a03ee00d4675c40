//! The keyboard: everything the mouse can do to the list.

use iced::Task as Command;
use iced::advanced::widget::operate;
use iced::advanced::widget::operation::focusable::unfocus;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::operation::{focus, move_cursor_to_end};

use crate::ui::screen::registers::Tab;
use crate::ui::screen::{Action, Context, ExportFormat, Press, Wish};
use crate::ui::widget::table::Step;

use super::bulk::Deed;
use super::{Clients, Menu, Message, SEARCH, builder, cell_edit};

impl Clients {
    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.is_editing() {
            return self.press_in_field(press, context);
        }
        if self.open.is_some() {
            // An open menu has the keyboard.
            return Action::none();
        }
        let is_menu_key = press.is(Named::F10) && press.modifiers.shift();
        if is_menu_key || press.is(Named::ContextMenu) {
            (self.open, self.mark) = (self.list().current().map(|_| Menu::Row), 0);
            return Action::none();
        }
        if let Some(action) = self.press_to_filter(press, context) {
            return action;
        }
        if let Some(tab) = Tab::Register(self.kind).turned(press) {
            return self.update(Message::TabChosen(tab), context);
        }
        if let Some(step) = step(press) {
            return self.step(step, press.modifiers.shift(), context);
        }
        if let Some(by) = sideways(press) {
            return self.step_column(by, press.modifiers.alt(), context);
        }
        if press.is(Named::Escape) {
            return self.escape(context);
        }
        if press.is_command('f') {
            return Action::run(to_search());
        }
        if let Some(message) = asked_for(press) {
            return self.update(message, context);
        }
        if let Some(menu) = menu(press) {
            return Action::run(self.toggle_menu(menu, context));
        }
        let is_typed = press.is_captured && !self.list().filter.text.is_empty();
        if press.is_command('a') && !is_typed {
            let list = self.list_mut();
            list.selection.select_all(list.rows.order());
            return Action::none();
        }
        if let Some(action) = self.press_to_edit(press, context) {
            return action;
        }
        if press.is_captured {
            return Action::none();
        }
        if press.is(Named::Enter) {
            return self.wish_current(Wish::Open);
        }
        if press.is(Named::Space) {
            self.list_mut().toggle_cursor();
            return Action::none();
        }
        if press.is(Named::Delete) {
            return self.update(Message::DeedChosen(Deed::Delete, None), context);
        }
        self.type_ahead(press, context)
    }

    /// Moves the cursor; `is_stretching` selects the rows it goes over.
    fn step(&mut self, step: Step, is_stretching: bool, context: &Context) -> Action<Message> {
        let kind = self.kind;
        let moved = self.list_mut().step(step, is_stretching, context);
        let moved = moved.map(move |message| Message::List(kind, message));
        // The list has the keyboard now: Space and Delete mean rows, a letter goes back to the search.
        let left = operate(unfocus());
        Action::run(Command::batch([left, moved, self.follow(context)]))
    }

    /// Takes in a key that edits something: a cell, a field of many cards, a whole card.
    fn press_to_edit(&mut self, press: &Press, context: &Context) -> Option<Action<Message>> {
        if press.is_command('m') {
            return Some(self.update(Message::MassEditAsked(None), context));
        }
        if press.is_command('d') {
            return Some(self.update(Message::NextStepAsked(None), context));
        }
        if press.is_command('r') {
            return Some(self.update(Message::LettersAsked(None), context));
        }
        if press.is_command('j') {
            return Some(self.update(Message::MergeAsked, context));
        }
        let is_cell = press.is(Named::F2);
        if let Some(begun) = is_cell.then(|| self.begin_cell(true, context)).flatten() {
            return Some(begun);
        }
        (is_cell || press.is_command('e')).then(|| match context.is_read_only {
            true => Action::none(),
            false => self.wish_current(Wish::Edit),
        })
    }

    /// Takes in a key while a cell is being edited, or a dialog is open.
    fn press_in_field(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.has_dialog() {
            return Action::none(); // Tab belongs to the whole window
        }
        if press.is(Named::Escape) {
            return self.update(Message::Cell(cell_edit::Message::Left), context);
        }
        if press.is(Named::Tab) {
            let by = if press.modifiers.shift() { -1 } else { 1 };
            return self.save_cell(by, context);
        }
        Action::none()
    }

    /// What the builder of filters takes for itself.
    fn press_to_filter(&mut self, press: &Press, context: &Context) -> Option<Action<Message>> {
        let is_shifted = press.modifiers.command() && press.modifiers.shift();
        let is_building = self.register().builder.is_open;
        let toggles = is_shifted && press.latin == Some('f');
        if toggles || is_building && press.is(Named::Escape) {
            return Some(self.update(Message::Builder(builder::Message::Toggled), context));
        }
        // A choice of the builder has used the key.
        (is_building && press.is_captured).then(Action::none)
    }

    /// Moves the keyboard to the column beside, or that column itself.
    fn step_column(&mut self, by: isize, is_moving: bool, context: &Context) -> Action<Message> {
        let list = self.list_mut();
        let moved = list.column().filter(|_| is_moving);
        let Some(sort) = moved else {
            if !is_moving {
                list.step_column(by, context);
            }
            return Action::none();
        };
        if let Some(other) = list.beside(sort, by, context, |_| true) {
            list.columns.pass(sort, other);
            list.set_column(sort);
        }
        Action::wish(Wish::KeepColumns)
    }

    /// What is typed outside of any field goes to the search.
    fn type_ahead(&mut self, press: &Press, context: &Context) -> Action<Message> {
        let Some(typed) = press.letters() else {
            return Action::none();
        };
        let text = format!("{}{typed}", self.list().filter.text);
        let changed = self.update(Message::TextChanged(text), context);
        Action {
            command: Command::batch([to_search(), changed.command]),
            ..changed
        }
    }

    /// Clears the search, else the selection, and leaves the field.
    fn escape(&mut self, context: &Context) -> Action<Message> {
        let left = operate(unfocus());
        if self.list().filter.text.is_empty() {
            self.list_mut().selection.clear();
            return Action::run(left);
        }
        let cleared = self.update(Message::TextChanged(String::new()), context);
        Action {
            command: Command::batch([left, cleared.command]),
            ..cleared
        }
    }
}

/// The movement of the cursor that a key asks for, even while the search has the focus; there,
/// Home and End belong to the text.
fn step(press: &Press) -> Option<Step> {
    let step = Step::of_key(&press.key).filter(|_| !press.modifiers.alt())?;
    let is_of_text = matches!(step, Step::Home | Step::End) && press.is_captured;
    (!is_of_text).then_some(step)
}

/// The page or dialog that a key asks for.
fn asked_for(press: &Press) -> Option<Message> {
    let is_shifted = press.modifiers.command() && press.modifiers.shift();
    match press.latin.filter(|_| is_shifted)? {
        'e' => Some(Message::ExportChosen(Some(ExportFormat::Xlsx))),
        'd' => Some(Message::TabChosen(Tab::Duplicates)),
        _ => None,
    }
}

/// Where to the keyboard goes among the columns; in a field, these keys belong to the text.
fn sideways(press: &Press) -> Option<isize> {
    let is_free = !press.is_captured && !press.modifiers.command();
    match press.key {
        Key::Named(Named::ArrowLeft) if is_free => Some(-1),
        Key::Named(Named::ArrowRight) if is_free => Some(1),
        _ => None,
    }
}

/// The menu over the list that a key unfolds.
fn menu(press: &Press) -> Option<Menu> {
    let is_shifted = press.modifiers.command() && press.modifiers.shift();
    match press.latin? {
        'l' if press.is_command('l') => Some(Menu::Columns),
        'l' if is_shifted => Some(Menu::Views),
        'e' if is_shifted => Some(Menu::Export),
        _ => None,
    }
}

fn to_search() -> Command<Message> {
    Command::batch([focus(SEARCH), move_cursor_to_end(SEARCH)])
}
