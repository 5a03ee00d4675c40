//! What a contract promises: until when, by whom, and what it costs not to keep it.

use std::collections::HashMap;

use chrono::NaiveDate;
use iced::widget::{Id as Name, column, container, row};
use iced::{Center, Fill, Top};

use super::sheet::today;
use crate::domain::paper::{Document, Obligation};
use crate::domain::{Id, day};
use crate::i18n::Locale;
use crate::ui::style::spacing;
use crate::ui::widget::field::unlabelled;
use crate::ui::widget::{Element, Icon, button, choice, section, text};

/// The width of a day, and of who promises, in logical pixels.
const WIDTHS: [f32; 2] = [118.0, 124.0];

/// The days as they are typed, beside what is read of them.
#[derive(Debug, Clone, Default)]
pub struct Promises {
    days: HashMap<Id<Obligation>, String>,
}

/// A part that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is promised.
    Text,
    /// Until when.
    Due,
    /// What it costs not to keep it.
    Penalty,
}

/// What happened to them.
#[derive(Debug, Clone)]
pub enum Message {
    /// One more is wanted.
    Add,
    /// Something was typed.
    Typed(Id<Obligation>, Part, String),
    /// We promise it, or the client does.
    Ours(Id<Obligation>, bool),
    /// One is to go.
    Remove(Id<Obligation>),
    /// All of one is said.
    Entered(Id<Obligation>),
}

impl Part {
    /// The name by which it is focused.
    pub fn name(self, promise: Id<Obligation>) -> Name {
        let part = match self {
            Self::Text => "text",
            Self::Due => "due",
            Self::Penalty => "penalty",
        };
        Name::from(format!("paper promise {} {part}", promise.raw()))
    }
}

impl Promises {
    /// What follows from a message; the field to be focused, where one is new.
    pub fn update(&mut self, message: Message, document: &mut Document) -> Option<Name> {
        let place = |document: &Document, id| {
            let mut all = document.obligations.iter();
            all.position(|one| one.id == id)
        };
        match message {
            Message::Add => return Some(add(document)),
            Message::Typed(id, part, text) => {
                let at = place(document, id)?;
                let one = document.obligations.get_mut(at)?;
                match part {
                    Part::Text => one.text = text,
                    Part::Penalty => one.penalty = text,
                    Part::Due => {
                        one.due_on = match text.trim() {
                            "" => None,
                            said => day::read_coming(said, today()).or(one.due_on),
                        };
                        self.days.insert(id, text);
                    }
                }
            }
            Message::Ours(id, is_ours) => {
                let at = place(document, id)?;
                document.obligations.get_mut(at)?.is_ours = is_ours;
            }
            Message::Remove(id) => {
                let at = place(document, id)?;
                document.obligations.remove(at);
                let all = &document.obligations;
                let next = all.get(at).or(all.last())?;
                return Some(Part::Text.name(next.id));
            }
            Message::Entered(id) => {
                let next = document.obligations.get(place(document, id)? + 1);
                return Some(match next {
                    Some(next) => Part::Text.name(next.id),
                    None => add(document),
                });
            }
        }
        None
    }

    /// Those whose day cannot be read.
    pub fn unread(&self, document: &Document) -> Vec<Id<Obligation>> {
        let all = document.obligations.iter().map(|one| one.id);
        all.filter(|id| {
            let typed = self.days.get(id).map(|text| text.trim());
            typed.is_some_and(|said| !said.is_empty() && day::read_coming(said, today()).is_none())
        })
        .collect()
    }

    /// All of them, and what adds another.
    pub fn view<'a, Outer: Clone + 'a>(
        &'a self,
        document: &'a Document,
        locale: &Locale,
        say: fn(Message) -> Outer,
    ) -> Element<'a, Outer> {
        let unread = self.unread(document);
        let all = document.obligations.iter().enumerate().map(|(at, one)| {
            let divider = (at > 0).then(section::divider);
            let block = self.block(one, unread.contains(&one.id), locale).map(say);
            column![divider, block].spacing(spacing::M).into()
        });
        let all = column(all).spacing(spacing::M);
        let add = button::ghost(locale.text("paper-promise-add"))
            .icon(Icon::Plus)
            .compact()
            .on_press(say(Message::Add))
            .reachable();
        let is_empty = document.obligations.is_empty();
        let hint = is_empty.then(|| text::hint(locale.text("paper-promises-none")));
        section::card(
            column![
                section::heading(locale.text("paper-promises"), None),
                hint,
                (!is_empty).then_some(all),
                add,
            ]
            .spacing(spacing::M),
        )
    }

    fn block<'a>(
        &self,
        one: &'a Obligation,
        is_unread: bool,
        locale: &Locale,
    ) -> Element<'a, Message> {
        let id = one.id;
        let part = |part: Part, value: String, key: &str| {
            unlabelled(value)
                .id(part.name(id))
                .placeholder(locale.text(key))
                .on_input(move |text| Message::Typed(id, part, text))
                .on_submit(Message::Entered(id))
        };
        let said = part(Part::Text, one.text.clone(), "paper-promise-text");
        let remove = button::tool(Icon::Close, locale.text("form-remove"))
            .compact()
            .on_press(Message::Remove(id))
            .reachable();
        let head = row![Element::from(said), remove]
            .spacing(spacing::XS)
            .align_y(Center);
        let shown = |day: Option<NaiveDate>| day.map(|day| locale.date(day)).unwrap_or_default();
        let due = self.days.get(&id).cloned();
        let due = due.unwrap_or_else(|| shown(one.due_on));
        let due = part(Part::Due, due, "paper-promise-due")
            .error(is_unread.then(|| locale.text("biography-no-day")))
            .width(WIDTHS[0]);
        let penalty = part(Part::Penalty, one.penalty.clone(), "paper-promise-penalty");
        let sides = [
            (true, locale.text("paper-promise-ours")),
            (false, locale.text("paper-promise-theirs")),
        ];
        let side = choice::one_of(sides, one.is_ours, move |is_ours| {
            Message::Ours(id, is_ours)
        });
        let rest = row![
            Element::from(due),
            container(side).width(WIDTHS[1]),
            Element::from(penalty),
        ]
        .spacing(spacing::XS)
        .align_y(Top)
        .width(Fill);
        column![head, rest].spacing(spacing::XS).into()
    }
}

/// Leaves those that promise nothing.
pub fn said(document: &mut Document) {
    document
        .obligations
        .retain(|one| !one.text.trim().is_empty());
    for one in &mut document.obligations {
        one.text = one.text.trim().to_owned();
        one.penalty = one.penalty.trim().to_owned();
    }
}

fn add(document: &mut Document) -> Name {
    let one = Obligation::new(document.paper.id, "");
    let name = Part::Text.name(one.id);
    document.obligations.push(one);
    name
}
