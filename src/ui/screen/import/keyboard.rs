//! The keyboard in the import.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Action, Context, Import, Message, Press, Step, Subject, Tab};

impl Import {
    /// Esc goes back, or stops the work.
    ///
    /// Ctrl Enter goes on, Ctrl Page Up and Ctrl Page Down turn to other rows.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if let Some(action) = self.take_back.press(press, context) {
            return action.map(Message::TakeBack);
        }
        if press.modifiers.command() {
            return match (&press.key, self.goes_on(context)) {
                (Key::Named(Named::Enter), Some(message)) if !press.is_captured => {
                    self.update(message, context)
                }
                (Key::Named(Named::PageDown), _) => self.turn(1, context),
                (Key::Named(Named::PageUp), _) => self.turn(2, context),
                _ => Action::none(),
            };
        }
        if press.is(Named::Tab) && self.unfolded.is_some() {
            return self.update(Message::Unfolded(None), context);
        }
        match press.is(Named::Escape) && !press.is_captured {
            true if self.unfolded.is_some() => self.update(Message::Unfolded(None), context),
            true if self.naming.is_some() => {
                self.naming = None;
                Action::none()
            }
            true if self.work.is_some() => self.update(Message::StopPressed, context),
            true => self.update(Message::BackPressed, context),
            false => Action::none(),
        }
    }

    /// What the main button of the step says; nothing while it cannot be pressed.
    fn goes_on(&self, context: &Context) -> Option<Message> {
        let told = self.told();
        match (self.step, &self.subject) {
            _ if self.work.is_some() => None,
            (Step::File, _) => Some(Message::PathSubmitted),
            (Step::Columns, Some(Subject::Table(setup))) => {
                let is_ready = setup.is_ready() && !context.is_read_only;
                is_ready.then_some(Message::CheckPressed)
            }
            (Step::Check, _) => (told.created + told.updated > 0).then_some(Message::StartPressed),
            (Step::Done, _) => Some(Message::LeavePressed),
            (Step::Columns, _) => None,
        }
    }

    /// Turns so many lists of rows further, in a ring of three.
    fn turn(&mut self, by: usize, context: &Context) -> Action<Message> {
        let all = [Tab::Refused, Tab::Doubtful, Tab::Changes];
        let now = all.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        self.update(Message::TabChosen(all[(now + by) % all.len()]), context)
    }
}
