//! The dialog that plans what to do next with one client or with many: when, and what.

use chrono::{Days, NaiveDate};
use iced::Task as Command;
use iced::widget::operation::{focus, select_all};
use iced::widget::{Row, column};

use crate::domain::client::TextField;
use crate::domain::edit::{Change, Edit};
use crate::domain::{Client, Datum, Field, day};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, Icon, button, choice, dialog, field, text};

use super::bulk::Targets;
use super::page::today;

/// The fields of the dialog.
const DAY: &str = "step-day";
const WORDS: &str = "step-words";
/// How many days ahead the usual choices are, and what they are called.
const AHEAD: [(u64, &str); 4] = [
    (0, "step-today"),
    (1, "step-tomorrow"),
    (3, "step-three-days"),
    (7, "step-week"),
];
/// The width of the dialog, in logical pixels.
const WIDTH: f32 = 460.0;

/// The dialog.
#[derive(Debug)]
pub struct NextStep {
    /// Whom it is about.
    pub targets: Targets,
    day: String,
    words: String,
    /// Whether there may be something to take away.
    is_planned: bool,
    /// Whether it is told what is wrong.
    is_told: bool,
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The day was typed.
    DayTyped(String),
    /// A day was chosen.
    DayChosen(NaiveDate),
    /// What is to be done was typed.
    WordsTyped(String),
    /// It is to be kept.
    Saved,
    /// There is no next step.
    Cleared,
    /// Nothing is to be done.
    Left,
}

/// What the screen has to do next.
pub enum Next {
    /// The dialog stays.
    Open(Command<Message>),
    /// The dialog is to be closed.
    Closed,
    /// The dialog is to be closed, and this done.
    Apply(Vec<Edit>),
}

impl NextStep {
    /// The dialog about these clients; for one, it begins with what is planned for `client`.
    pub fn new(
        targets: Targets,
        client: Option<&Client>,
        locale: &Locale,
    ) -> (Self, Command<Message>) {
        let planned = client.and_then(|client| client.next_step_on);
        let words = client.map_or(String::new(), |client| client.next_step.clone());
        let dialog = Self {
            targets,
            day: planned.map_or_else(String::new, |day| locale.date(day)),
            is_planned: client.is_none() || planned.is_some() || !words.is_empty(),
            words,
            is_told: false,
        };
        (dialog, Command::batch([focus(DAY), select_all(DAY)]))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, locale: &Locale) -> Next {
        match message {
            Message::DayTyped(day) => {
                self.day = day;
                self.is_told = false;
            }
            Message::DayChosen(day) => {
                self.day = locale.date(day);
                return Next::Open(focus(WORDS));
            }
            Message::WordsTyped(words) => self.words = words,
            Message::Saved => match self.planned() {
                Some((on, words)) => return Next::Apply(edits(on, words)),
                None => self.is_told = true,
            },
            Message::Cleared => return Next::Apply(edits(Datum::Nothing, Datum::Nothing)),
            Message::Left => return Next::Closed,
        }
        Next::Open(Command::none())
    }

    /// The day and what is to be done; `None` where the day is none, or nothing is said.
    fn planned(&self) -> Option<(Datum, Datum)> {
        let on = match self.day.trim() {
            "" => Datum::Nothing,
            typed => Datum::Date(day::read_coming(typed, today())?),
        };
        let words = Datum::text(self.words.trim());
        (on.is_said() || words.is_said()).then_some((on, words))
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let (today, meant) = (today(), day::read_coming(&self.day, today()));
        let chips = AHEAD.into_iter().filter_map(|(ahead, name)| {
            let day = today.checked_add_days(Days::new(ahead))?;
            let (label, chosen) = (locale.text(name), Message::DayChosen(day));
            Some(choice::chip(label, meant == Some(day), chosen))
        });
        let chips = Row::from_iter(chips).spacing(spacing::S);
        let error = self.is_told.then(|| locale.text("step-error"));
        let day = field::field(locale.text("step-day"), self.day.as_str())
            .id(DAY)
            .icon(Icon::Calendar)
            .placeholder(locale.text("step-day-placeholder"))
            .on_input(Message::DayTyped)
            .on_submit(Message::Saved)
            .error(error);
        let words = field::field(locale.text("step-words"), self.words.as_str())
            .id(WORDS)
            .placeholder(locale.text("step-words-placeholder"))
            .on_input(Message::WordsTyped)
            .on_submit(Message::Saved);
        let count = self.targets.count();
        let whom = (count > 1).then(|| {
            let words = locale.with("step-whom", &[("count", count.into())]);
            text::secondary(words)
        });
        let cleared = self.is_planned.then_some(Message::Cleared);
        let body = column![whom, day, chips, words].spacing(spacing::M);
        dialog::dialog(locale.text("step-title"), body)
            .width(WIDTH)
            .close(locale.text("edit-leave"), Message::Left)
            .aside(button::ghost(locale.text("step-clear")).on_press_maybe(cleared))
            .button(button::secondary(locale.text("edit-leave")).on_press(Message::Left))
            .button(button::primary(locale.text("step-save")).on_press(Message::Saved))
            .into()
    }
}

fn edits(on: Datum, words: Datum) -> Vec<Edit> {
    let set = |field, datum| Edit {
        field,
        change: Change::Set(datum),
    };
    vec![
        set(Field::NextStepOn, on),
        set(Field::Text(TextField::NextStep), words),
    ]
}
