//! The keys among templates.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::operation;

use super::{Action, Choice, Context, Message, Press, Tab, Templates, Wish};

/// The field of the title.
pub(super) const TITLE: &str = "templates.title";

impl Templates {
    /// What a key does on the page.
    pub(super) fn press_key(&mut self, press: &Press, context: &Context) -> Action<Message> {
        if self.consent.is_some() {
            return Action::none(); // the question has the keyboard
        }
        if let Some(tab) = Tab::Templates.turned(press) {
            return Action::wish(tab.wish());
        }
        if press.is(Named::Escape) {
            return self.leave();
        }
        if press.is_captured {
            return Action::none();
        }
        let id = self.template().map(|template| template.id);
        let is_alt = press.modifiers.alt() && !press.modifiers.command();
        match (&press.key, id) {
            (Key::Named(Named::ArrowUp), Some(id)) if is_alt => self.shift(id, -1, context),
            (Key::Named(Named::ArrowDown), Some(id)) if is_alt => self.shift(id, 1, context),
            (Key::Named(Named::ArrowUp), _) => self.step(-1),
            (Key::Named(Named::ArrowDown), _) => self.step(1),
            (Key::Named(Named::Insert), _) => self.update(Message::AddPressed, context),
            (Key::Named(Named::Delete), Some(id)) => self.remove(id, context),
            (Key::Named(Named::F2), Some(_)) => Action::run(operation::focus(TITLE)),
            (Key::Named(Named::Enter), _) if press.is(Named::Enter) => {
                self.update(Message::OpenPressed, context)
            }
            _ => Action::none(),
        }
    }

    fn leave(&mut self) -> Action<Message> {
        if self.typing.take().is_some() || self.error.take().is_some() {
            return Action::none();
        }
        if self.is_dirty() {
            self.reset();
            return Action::none();
        }
        Action::wish(Wish::Back)
    }

    fn step(&mut self, by: isize) -> Action<Message> {
        let choices = self.choices();
        let at = choices.iter().position(|one| Some(*one) == self.chosen);
        let to = at.map_or(0, |at| at.saturating_add_signed(by));
        if let Some(choice) = choices.get(to.min(choices.len().saturating_sub(1))) {
            self.choose(*choice);
            return Action::run(super::view::show(self.row_of(*choice)));
        }
        Action::none()
    }

    /// Which row of the list a line is, headings counted.
    fn row_of(&self, choice: Choice) -> usize {
        let mut row = 0;
        let mut last = None;
        for one in self.choices() {
            let kind = match one {
                Choice::Form(kind, _) => Some(kind),
                Choice::Own(id) => self.own(id).map(|line| line.template.kind),
            };
            if kind != last {
                (row, last) = (row + 1, kind);
            }
            if one == choice {
                break;
            }
            row += 1;
        }
        row
    }
}
