//! Short news in the corner of the window: what was done, what went wrong, and a way back.

use iced::window;

use crate::i18n::Locale;
use crate::ui::style::Tone;
use crate::ui::widget::toast::{self, Toast};

/// For how many ticks news stay.
const STAY: u8 = 7;
/// How many are shown at once.
const SHOWN: usize = 3;

/// The news that are shown now, the newest last.
#[derive(Debug, Default)]
pub struct News {
    items: Vec<Item>,
    counter: u64,
}

#[derive(Debug)]
struct Item {
    number: u64,
    /// The window in which the deed was done.
    at: window::Id,
    words: String,
    tone: Tone,
    answer: Option<Answer>,
    left: u8,
}

/// What can be done about a piece of news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Take the operation back.
    Undo,
    /// Do it again.
    Redo,
}

/// What happened in the corner.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// This piece is read.
    Closed(u64),
    /// Its answer was pressed.
    Answered(u64),
}

impl News {
    /// Shows `words` in a window. An undo goes back one step at a time, so only the newest offers one.
    pub fn announce(&mut self, at: window::Id, words: String, tone: Tone, answer: Option<Answer>) {
        for item in &mut self.items {
            item.answer = None;
        }
        self.counter += 1;
        self.items.push(Item {
            number: self.counter,
            at,
            words,
            tone,
            answer,
            left: STAY,
        });
        let surplus = self.items.len().saturating_sub(SHOWN);
        self.items.drain(..surplus);
    }

    /// A second went by: old news go.
    pub fn tick(&mut self) {
        for item in &mut self.items {
            item.left -= 1;
        }
        self.items.retain(|item| item.left > 0);
    }

    /// Takes in what happened; returns the answer that was pressed.
    pub fn update(&mut self, message: Message) -> Option<Answer> {
        let (Message::Closed(number) | Message::Answered(number)) = message;
        let at = self.items.iter().position(|item| item.number == number)?;
        let item = self.items.remove(at);
        match message {
            Message::Answered(_) => item.answer,
            Message::Closed(_) => None,
        }
    }

    /// The news of the windows that are meant, as they are shown.
    pub fn view<'a>(
        &'a self,
        is_meant: impl Fn(window::Id) -> bool + 'a,
        locale: &'a Locale,
    ) -> impl Iterator<Item = Toast<Message>> + 'a {
        let items = self.items.iter().filter(move |item| is_meant(item.at));
        items.map(|item| {
            let close = locale.text("common-close");
            let shown =
                toast::toast(&item.words, item.tone).close(close, Message::Closed(item.number));
            let key = match item.answer {
                None => return shown,
                Some(Answer::Undo) => "common-undo",
                Some(Answer::Redo) => "common-redo",
            };
            shown.action(locale.text(key), Message::Answered(item.number))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_can_be_undone() {
        let (mut news, at) = (News::default(), window::Id::unique());
        news.announce(at, "one".into(), Tone::Free, Some(Answer::Undo));
        news.announce(at, "two".into(), Tone::Free, Some(Answer::Undo));
        assert_eq!(news.update(Message::Answered(1)), None);
        assert_eq!(news.update(Message::Answered(2)), Some(Answer::Undo));
        assert_eq!(news.update(Message::Answered(2)), None, "it is gone");
    }

    #[test]
    fn old_news_go() {
        let (mut news, at) = (News::default(), window::Id::unique());
        for n in 0..5 {
            news.announce(at, n.to_string(), Tone::Accent, None);
        }
        assert_eq!(news.items.len(), SHOWN);
        (0..STAY).for_each(|_| news.tick());
        assert!(news.items.is_empty());
    }
}
