//! The keyboard of the page.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Action, Context, Letters, Message, Step, check};
use crate::ui::screen::Press;
use crate::ui::widget::table;

impl Letters {
    /// Esc goes a step back, or stops the work. Ctrl Enter goes on. In the list arrows go from one
    /// recipient to the next, Ctrl Page Up and Ctrl Page Down turn to others.
    pub fn press(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.is_leaving {
            return Action::none(); // the dialog sees to Esc itself
        }
        if press.modifiers.command() {
            return match press.key {
                Key::Named(Named::Enter) if !press.is_captured => self.go_on(context),
                Key::Named(Named::PageDown) => self.turn(1, context),
                Key::Named(Named::PageUp) => self.turn(-1, context),
                _ => Action::none(),
            };
        }
        if press.is(Named::Escape) && !press.is_captured {
            return match self.step {
                _ if self.work.is_some() => self.stop(),
                Step::Recipients | Step::Done => self.update(Message::Leave, context),
                _ => self.go_back(),
            };
        }
        if self.step == Step::Check
            && !press.is_captured
            && let Some(step) = table::Step::of_key(&press.key)
        {
            let stepped = check::Message::Stepped(step);
            return self.update(Message::Look(stepped), context);
        }
        Action::none()
    }

    fn turn(&mut self, by: isize, context: &Context) -> Action<Message> {
        if self.step != Step::Check {
            return Action::none();
        }
        let tab = self.look.tab.neighbour(by);
        self.update(Message::Look(check::Message::TabChosen(tab)), context)
    }
}
