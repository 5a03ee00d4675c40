//! The keyboard: everything the mouse can do to the list.

use iced::advanced::widget::operate;
use iced::advanced::widget::operation::focusable::unfocus;
use iced::keyboard::key::Named;
use iced::widget::operation::{focus, move_cursor_to_end};

use super::filters::{self, SEARCH};
use super::{Action, Command, Context, Deed, Menu, Message, Papers, Scope, Wish, list};
use crate::domain::paper::PaperKind;
use crate::ui::screen::Press;
use crate::ui::screen::documents::Tab;
use crate::ui::widget::table::{self, Step};

impl Papers {
    /// Takes in a key.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.open.is_some() || self.export.is_open() {
            // An open menu has the keyboard.
            return Action::none();
        }
        if let Some(tab) = Tab::Register
            .turned(press)
            .filter(|_| self.scope == Scope::All)
        {
            return Action::wish(tab.wish());
        }
        let is_menu_key = press.is(Named::F10) && press.modifiers.shift();
        if is_menu_key || press.is(Named::ContextMenu) {
            let menu = self.list.current().map(|_| Menu::Row);
            return self.update(Message::Menu(menu), context);
        }
        if let Some(step) = Step::of_key(&press.key)
            && !press.modifiers.command()
            && !(press.is_captured && matches!(step, Step::Home | Step::End))
        {
            // The list has the keyboard now: a letter goes back to the search.
            let is_stretching = press.modifiers.shift();
            let moved = self.list.step(step, is_stretching, context);
            let moved = moved.map(Message::List);
            return Action::run(Command::batch([operate(unfocus()), moved]));
        }
        if press.is(Named::Escape) {
            return self.escape(context);
        }
        if press.is_command('f') {
            return Action::run(to_search());
        }
        if let Some(action) = self.press_for_many(press, context) {
            return action;
        }
        if press.is_captured {
            return Action::none();
        }
        let current = self.list.current().map(|line| line.paper.id);
        if press.is(Named::Insert) {
            let asked = match self.scope {
                Scope::All => Message::Menu(Some(Menu::New)),
                Scope::Invoices => Message::New(PaperKind::Invoice),
            };
            return self.update(asked, context);
        }
        match current {
            Some(id) if press.is(Named::Enter) || press.is(Named::F2) => {
                self.update(Message::Open(id), context)
            }
            Some(id) if press.is(Named::Delete) => self.update(Message::Delete(id), context),
            _ => self.type_ahead(press, context),
        }
    }

    /// Selects papers, or does something with the selected ones.
    fn press_for_many(&mut self, press: &Press, context: &Context) -> Option<Action<Message>> {
        if let Some(deed) = Deed::of_key(press) {
            return Some(self.update(Message::Deed(deed), context));
        }
        let is_typed = press.is_captured && !self.list.filter.text.is_empty();
        let are_selected = !self.list.selection.is_empty();
        match () {
            () if press.is_command('a') && !is_typed => self.list.select_all(),
            () if press.is_captured => return None,
            () if press.is(Named::Space) => self.list.toggle_cursor(),
            () if press.is(Named::Delete) && are_selected => {
                return Some(self.update(Message::Deed(Deed::Delete), context));
            }
            () => return None,
        }
        let summed = self.list.sum_up(context).map(Message::List);
        Some(Action::run(summed))
    }

    /// Takes in what happened in the table.
    pub(super) fn point(&mut self, message: table::Message, context: &Context) -> Action<Message> {
        let (action, command) = self.list.point(message, context);
        let command = command.map(Message::List);
        match action {
            table::Action::Open(row) => {
                let id = self.list.line(row).map(|line| line.paper.id);
                id.map_or(Action::none(), |id| Action::wish(Wish::EditPaper(id)))
            }
            table::Action::Menu(..) => self.update(Message::Menu(Some(Menu::Row)), context),
            _ => Action::run(command),
        }
    }

    /// What is typed outside of any field goes to the search.
    fn type_ahead(&mut self, press: &Press, context: &Context) -> Action<Message> {
        let Some(typed) = press.letters() else {
            return Action::none();
        };
        let text = format!("{}{typed}", self.list.filter.text);
        let narrowed = self.update(Message::Narrow(filters::Message::Text(text)), context);
        Action {
            command: Command::batch([to_search(), narrowed.command]),
            ..narrowed
        }
    }

    /// Clears the search, else the selection, else leaves the page.
    fn escape(&mut self, context: &Context) -> Action<Message> {
        if self.list.filter.text.is_empty() {
            if self.list.selection.is_empty() {
                return Action::wish(Wish::Back);
            }
            self.list.selection.clear();
            return Action::none();
        }
        let cleared = filters::Message::Text(String::new());
        let cleared = self.update(Message::Narrow(cleared), context);
        Action {
            command: Command::batch([operate(unfocus()), cleared.command]),
            ..cleared
        }
    }
}

/// What is said about something in the table.
pub(super) fn said(message: table::Message) -> Message {
    Message::List(list::Message::Table(message))
}

fn to_search() -> Command<Message> {
    Command::batch([focus(SEARCH), move_cursor_to_end(SEARCH)])
}
