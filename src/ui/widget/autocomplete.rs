//! A field that suggests what may be meant. The screen finds the suggestions; the field shows them.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::button as pressed;
use iced::widget::{column, container, row};
use iced::{Center, Fill, Padding};

use super::anchored::anchored;
use super::field::Field;
use super::{Element, ellipsis};
use crate::ui::style::{self, height, size, spacing, surface};

/// What an autocomplete remembers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    is_open: bool,
    marked: Option<usize>,
}

/// What happened in an autocomplete. It goes to [`State::update`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Something was typed.
    Typed(String),
    /// The mark goes to the next suggestion.
    Next,
    /// The mark goes to the suggestion before.
    Previous,
    /// This suggestion was taken.
    Taken(usize),
    /// Somebody clicked elsewhere or pressed Esc.
    Closed,
}

/// What the screen has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    None,
    /// The value is this now; find what it may mean.
    Search(String),
    /// This suggestion was taken.
    Take(usize),
}

/// One thing that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is called.
    pub label: String,
    /// What tells it from others of the same name; may be empty.
    pub detail: String,
}

impl State {
    /// Takes in what happened over `count` suggestions.
    pub fn update(&mut self, message: Message, count: usize) -> Action {
        match message {
            Message::Typed(value) => {
                self.is_open = true;
                self.marked = None;
                Action::Search(value)
            }
            Message::Next => {
                let next = self.marked.map_or(0, |marked| marked + 1);
                self.marked = (count > 0).then(|| next.min(count.saturating_sub(1)));
                Action::None
            }
            Message::Previous => {
                self.marked = self.marked.and_then(|marked| marked.checked_sub(1));
                Action::None
            }
            Message::Taken(index) => {
                *self = Self::default();
                Action::Take(index)
            }
            Message::Closed => {
                *self = Self::default();
                Action::None
            }
        }
    }
}

/// `field`, with `suggestions` under it while something is being typed.
pub fn autocomplete<'a, M: Clone + 'a>(
    field: Field<'a, M>,
    state: &State,
    suggestions: &[Suggestion],
    on_message: impl Fn(Message) -> M + Clone + 'a,
) -> Element<'a, M> {
    let typed = on_message.clone();
    let field = field.on_input(move |value| typed(Message::Typed(value)));
    let is_shown = state.is_open && !suggestions.is_empty();
    let panel = is_shown.then(|| {
        let lines = suggestions.iter().enumerate().map(|(index, suggestion)| {
            let is_marked = state.marked == Some(index);
            line(suggestion, is_marked, on_message(Message::Taken(index)))
        });
        container(column(lines))
            .padding(spacing::XS)
            .width(Fill)
            .style(surface::floating)
            .into()
    });
    let marked = state.marked;
    let close = on_message(Message::Closed);
    anchored(field, panel, close)
        .as_wide()
        .on_key(move |key| key_message(key, marked).map(&on_message))
        .into()
}

/// What a key means while suggestions are shown.
fn key_message(key: &Key, marked: Option<usize>) -> Option<Message> {
    match key {
        Key::Named(Named::ArrowDown) => Some(Message::Next),
        Key::Named(Named::ArrowUp) => Some(Message::Previous),
        Key::Named(Named::Enter) => marked.map(Message::Taken),
        _ => None,
    }
}

fn line<'a, M: Clone + 'a>(
    suggestion: &Suggestion,
    is_marked: bool,
    on_press: M,
) -> Element<'a, M> {
    let label = ellipsis(suggestion.label.clone());
    let detail = ellipsis(suggestion.detail.clone())
        .size(size::HINT)
        .style(surface::hint);
    let face = row![container(label).width(Fill), detail]
        .spacing(spacing::M)
        .align_y(Center);
    pressed(container(face).center_y(Fill))
        .padding(Padding::ZERO.horizontal(spacing::S))
        .width(Fill)
        .height(height::COMPACT + 2.0)
        .style(move |theme, status| {
            if is_marked {
                style::button::choice(true)(theme, status)
            } else {
                style::button::row(theme, status)
            }
        })
        .on_press(on_press)
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::headless;
    use crate::ui::widget::field::field;
    use iced_test::Simulator;

    fn suggestions() -> Vec<Suggestion> {
        ["Казань", "Казачинск"]
            .map(|label| Suggestion {
                label: label.to_owned(),
                detail: String::new(),
            })
            .to_vec()
    }

    fn open() -> State {
        let mut state = State::default();
        state.update(Message::Typed("каз".to_owned()), 2);
        state
    }

    fn ui(state: &State) -> Simulator<'static, Message> {
        headless::load_fonts();
        let field = field("Город", "каз");
        Simulator::new(autocomplete(field, state, &suggestions(), |message| {
            message
        }))
    }

    #[test]
    fn the_mark_stops_at_both_ends() {
        let mut state = open();
        for message in [Message::Next, Message::Next, Message::Next] {
            state.update(message, 2);
        }
        assert_eq!(state.marked, Some(1));
        state.update(Message::Previous, 2);
        state.update(Message::Previous, 2);
        assert_eq!(state.marked, None);
    }

    #[test]
    fn enter_takes_the_marked_suggestion() {
        let mut state = open();
        state.update(Message::Next, 2);
        let mut ui = ui(&state);
        let _ = ui.tap_key(Named::Enter);
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [Message::Taken(0)]);
    }

    #[test]
    fn a_click_takes_a_suggestion() {
        let mut ui = ui(&open());
        ui.click("Казачинск").unwrap();
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [Message::Taken(1)]);
    }

    #[test]
    fn a_click_elsewhere_closes() {
        let mut ui = ui(&open());
        ui.point_at(iced::Point::new(900.0, 700.0));
        let _ = ui.simulate(iced_test::simulator::click());
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [Message::Closed]);
    }
}
