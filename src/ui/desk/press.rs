//! The keyboard: dialogs first, then keys that mean the same everywhere, then the page.

use iced::Task as Command;
use iced::keyboard::key::Named;

use super::{Desk, Dialog, Message, View};
use crate::domain::client::Kind;
use crate::domain::task::Rank;
use crate::domain::{Client, Id};
use crate::ui::screen::{Action, Page, Press, Wish, rail, shortcuts};

impl Desk {
    pub(super) fn show_search(&mut self) -> Action<Message> {
        self.dialog = Some(Dialog::Search);
        Action::run(self.search.open(&self.context).map(Message::Search))
    }

    pub(super) fn press(&mut self, press: &Press) -> Action<Message> {
        if press.is_spent() {
            return Action::none();
        }
        match self.dialog {
            Some(Dialog::Search) => {
                return self.search.press(press, &self.context).map(Message::Search);
            }
            Some(Dialog::Export) => {
                return match &mut self.export {
                    Some(export) => export.press(press, &self.context).map(Message::Export),
                    None => Action::none(),
                };
            }
            Some(Dialog::Task) => {
                return match section_of(press) {
                    Some(section) => self.go_to(section),
                    None => self.press_task(press),
                };
            }
            Some(Dialog::Shortcuts) => return Action::run(shortcuts::press(press)),
            // The dialog sees to Esc itself.
            Some(_) => return press.moves_focus().map_or(Action::none(), Action::run),
            None => {}
        }
        if let Some(action) = self.press_shortcut(press) {
            return action;
        }
        let action = match self.pages.last_mut() {
            Some(page) => page.press(press, &self.context).map(Message::Page),
            None => self
                .clients
                .press(press, &self.context)
                .map(Message::Clients),
        };
        if !self.pages.last().is_some_and(View::moves_focus)
            && let Some(step) = press.moves_focus()
        {
            return Action::run(Command::batch([action.command, step]));
        }
        action
    }

    /// Keys that mean the same everywhere.
    fn press_shortcut(&mut self, press: &Press) -> Option<Action<Message>> {
        if press.is(Named::F1) {
            self.dialog = Some(Dialog::Shortcuts);
            return Some(Action::none());
        }
        if press.is_command('k') {
            return Some(self.show_search());
        }
        if let Some(section) = section_of(press) {
            return Some(self.go_to(section));
        }
        if self.has_form() {
            return None; // the keys below belong to its fields
        }
        let shifted = press.modifiers.command() && press.modifiers.shift();
        let wish = match press.latin {
            Some('z') if shifted => Wish::Redo,
            Some('w') if shifted => Wish::Detach,
            Some('n') if shifted => Wish::Create(Kind::Person, self.employer_at_hand()),
            Some('z') if press.is_command('z') => Wish::Undo,
            Some('y') if press.is_command('y') => Wish::Redo,
            Some('n') if press.is_command('n') => Wish::Create(Kind::Organization, None),
            Some('t') if press.is_command('t') => self.new_task(Rank::Operation),
            Some('c') if shifted => self.log_call(),
            Some('t') if shifted => self.new_task(Rank::Project),
            Some('i') if press.is_command('i') => Wish::Import(None),
            Some('b') if press.is_command('b') => Wish::ShowReminders,
            Some(',') if press.is_command(',') => Wish::Show(Page::Settings),
            _ => return None,
        };
        Some(Action::wish(wish))
    }

    /// The organisation whose card is shown: a person that is entered there works there.
    fn employer_at_hand(&self) -> Option<Id<Client>> {
        let Some(View::Card(page)) = self.pages.last() else {
            return None;
        };
        let client = &page.card()?.client;
        (client.kind == Kind::Organization).then_some(client.id)
    }

    /// Whether fields have the keyboard, or what stands over the page.
    pub(super) fn has_form(&self) -> bool {
        match self.pages.last() {
            None => self.clients.is_editing(),
            Some(page) => {
                matches!(page, View::Form(_) | View::Paper(_)) || page.dialog_closed().is_some()
            }
        }
    }
}

/// The section that a key leads to.
fn section_of(press: &Press) -> Option<rail::Section> {
    let digit = press.latin.filter(|digit| press.is_command(*digit))?;
    rail::of_digit(digit)
}
