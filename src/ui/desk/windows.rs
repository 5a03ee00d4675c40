//! Windows beside the main one, each with a page of its own.

use std::collections::BTreeMap;

use iced::keyboard::key::Named;
use iced::{Size, Task as Command, window};

use super::{Desk, Message, View, pages};
use crate::ui::mark;
use crate::ui::screen::{Action, Press, Wish};
use crate::ui::widget::Element;

/// A further window before it was ever sized, in logical pixels.
const USUAL: Size = Size::new(960.0, 720.0);
/// The smallest further window, in logical pixels.
const SMALLEST: Size = Size::new(560.0, 420.0);

/// The further windows that are open.
pub type Windows = BTreeMap<window::Id, View>;

/// How a further window is opened.
pub fn usual() -> window::Settings {
    window::Settings {
        size: USUAL,
        min_size: Some(SMALLEST),
        exit_on_close_request: false,
        icon: mark::of_window(),
        ..window::Settings::default()
    }
}

impl Desk {
    /// Takes the topmost page out of the main window into one of its own.
    pub(super) fn detach(&mut self) -> Command<Message> {
        if !self.pages.last().is_some_and(View::can_stand_alone) {
            return Command::none();
        }
        let Some(page) = self.pages.pop() else {
            return Command::none();
        };
        let below = self.refresh_page();
        Command::batch([self.open_window(page, usual()), below])
    }

    /// Shows another of a page in a window of its own, where there may be more than one.
    pub(super) fn open_another(&mut self, page: Option<View>) -> Command<Message> {
        match page {
            Some(page) => self.open_window(page, usual()),
            None => Command::none(),
        }
    }

    /// Shows `page` in a window of its own. What it was reading before is read anew, since the
    /// answer would look for it elsewhere.
    pub(super) fn open_window(
        &mut self,
        mut page: View,
        settings: window::Settings,
    ) -> Command<Message> {
        let (id, opened) = window::open(settings);
        let read = page.refresh(&self.context);
        self.windows.insert(id, page);
        let read = read.map(move |message| Message::Beside(id, message));
        Command::batch([opened.discard(), read])
    }

    /// Reads what the further windows show anew.
    pub(super) fn refresh_windows(&mut self) -> Command<Message> {
        let context = &self.context;
        let read = self.windows.iter_mut().map(|(&id, page)| {
            let read = page.refresh(context);
            read.map(move |message| Message::Beside(id, message))
        });
        Command::batch(read)
    }

    pub(super) fn update_beside(
        &mut self,
        id: window::Id,
        message: pages::Message,
    ) -> Action<Message> {
        let Some(page) = self.windows.get_mut(&id) else {
            return Action::none(); // an answer to a window that is gone
        };
        let action = page.update(message, &self.context);
        self.take_beside(id, action)
    }

    /// A key that was pressed in a further window.
    pub(super) fn press_beside(&mut self, id: window::Id, press: &Press) -> Action<Message> {
        let Some(page) = self.windows.get_mut(&id).filter(|_| !press.is_spent()) else {
            return Action::none();
        };
        let redoes = press.latin == Some('z') && press.modifiers.shift();
        if press.is_command('z') {
            return Action::wish(Wish::Undo);
        } else if press.is_command('y') || (press.modifiers.command() && redoes) {
            return Action::wish(Wish::Redo);
        } else if press.is_command('w') {
            return self.close_asked_beside(id);
        }
        let step = (!page.moves_focus()).then(|| press.moves_focus()).flatten();
        let action = page.press(press, &self.context);
        let mut action = self.take_beside(id, action);
        if let Some(step) = step {
            action.command = Command::batch([action.command, step]);
        }
        action
    }

    /// Closes a further window; its page is asked first where it holds input or works.
    pub(super) fn close_asked_beside(&mut self, id: window::Id) -> Action<Message> {
        match self.windows.get(&id) {
            Some(page) if page.is_dirty() || page.is_busy() => {
                self.press_beside(id, &Press::named(Named::Escape))
            }
            Some(_) => Action::run(self.close_window(id)),
            None => Action::none(),
        }
    }

    fn close_window(&mut self, id: window::Id) -> Command<Message> {
        self.windows.remove(&id);
        window::close(id)
    }

    /// To leave the page is to close its window. Other pages open in the main window, which comes
    /// to the front for them.
    fn take_beside(&mut self, id: window::Id, action: Action<pages::Message>) -> Action<Message> {
        let mut taken = action.map(move |message| Message::Beside(id, message));
        let mut wishes = Vec::new();
        for wish in std::mem::take(&mut taken.wishes) {
            if matches!(wish, Wish::Back) {
                taken.command = Command::batch([taken.command, self.close_window(id)]);
                continue;
            }
            if matches!(wish, Wish::ShowBeside) {
                let page = self.windows.get(&id).and_then(View::another);
                let opened = self.open_another(page);
                taken.command = Command::batch([taken.command, opened]);
                continue;
            }
            if wish.turns_the_page() || wish.is_about_a_task() {
                wishes.push(Wish::Raise);
            }
            wishes.push(wish);
        }
        taken.wishes = wishes;
        taken
    }

    /// Closes all further windows.
    pub fn close_windows(&mut self) -> Command<Message> {
        let windows = std::mem::take(&mut self.windows);
        Command::batch(windows.into_keys().map(window::close))
    }

    /// Whether a further window is open.
    pub fn has_window(&self, id: window::Id) -> bool {
        self.windows.contains_key(&id)
    }

    /// What a further window shows; `None` where it is gone.
    pub fn view_beside(&self, id: window::Id) -> Option<Element<'_, Message>> {
        let page = self.windows.get(&id)?.view(&self.context);
        Some(page.map(move |message| Message::Beside(id, message)))
    }

    /// What a further window is called; `None` where it is gone.
    pub fn title_beside(&self, id: window::Id) -> Option<String> {
        Some(self.windows.get(&id)?.title(&self.context))
    }
}
