//! The dictionary of results of one kind, inside its form.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{Column, Id as Name, column, container, operation, row};
use iced::{Center, Fill, FillPortion, Top};

use super::super::lines::{GAP, LINE, moving, tools};
use super::Message as Outer;
use super::form::{self, Form};
use crate::domain::Id;
use crate::domain::task::{Meaning, TaskKind, TaskResult};
use crate::ui::screen::{Command, Context};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::keyed::keyed_as;
use crate::ui::widget::{
    Element, Icon, badge, button, choice, ellipsis, field, icon, line, section, text,
};
use crate::workspace::Uses;

/// The field of the name of the result that is being edited.
pub(super) const NAME: &str = "settings.result";
/// The width of the choice of a meaning and of the field of days, in logical pixels.
const MEANING: f32 = 150.0;
const DAYS: f32 = 140.0;

/// What happened to a result.
#[derive(Debug, Clone)]
pub enum Message {
    /// It is to be edited, or not any more.
    Opened,
    /// Its name was typed.
    Named(String),
    /// What it means for the deal was chosen.
    Meant(Meaning),
    /// What it proposes was chosen.
    Proposed(Option<Id<TaskKind>>),
    /// How many working days later was typed.
    Days(String),
    /// Whether it is offered.
    Offered(bool),
    /// It is to change places with the one before, or behind.
    Moved(isize),
    /// It is to go; where tasks have ended with it, it is no longer offered.
    Removed,
}

/// A result without a name, not yet saved.
pub(super) fn blank(kind: Id<TaskKind>, position: i64) -> TaskResult {
    TaskResult {
        position,
        ..TaskResult::new(kind, "", Meaning::Success)
    }
}

impl Form {
    /// Takes in what happened to a result.
    pub(super) fn update_result(
        &mut self,
        id: Id<TaskResult>,
        message: Message,
        used: &Uses<TaskResult>,
    ) -> Command<super::super::Message> {
        let Some(at) = self.results.iter().position(|result| result.id == id) else {
            return Command::none();
        };
        let result = &mut self.results[at];
        match message {
            Message::Opened if self.open == Some(id) => {
                self.open = None;
                return operation::focus(handle(id));
            }
            Message::Opened => {
                self.open = Some(id);
                return operation::focus(NAME);
            }
            Message::Named(name) => result.name = name,
            Message::Meant(meaning) => result.meaning = meaning,
            Message::Proposed(kind) => result.next_kind = kind,
            Message::Days(text) => {
                let digits = text.trim();
                let days = digits.parse().ok().filter(|days| (0..=365).contains(days));
                result.next_days = match digits {
                    "" => 0,
                    _ => days.unwrap_or(result.next_days),
                };
            }
            Message::Offered(is_offered) => result.is_offered = is_offered,
            Message::Moved(by) => {
                let to = at.checked_add_signed(by);
                if let Some(to) = to.filter(|to| *to < self.results.len()) {
                    self.results.swap(at, to);
                    // The keyboard goes with the result.
                    return operation::focus(handle(id));
                }
            }
            Message::Removed if used.contains_key(&id) => result.is_offered = false,
            Message::Removed => {
                self.results.remove(at);
                let next = self.results.get(at).or(self.results.last());
                return next.map_or_else(Command::none, |next| operation::focus(handle(next.id)));
            }
        }
        Command::none()
    }

    /// The dictionary; `used` tells how many tasks have ended with each result.
    pub(super) fn results_view<'a>(
        &'a self,
        used: &Uses<TaskResult>,
        context: &'a Context,
    ) -> Element<'a, Outer> {
        let locale = &context.locale;
        let add = button::ghost(locale.text("kinds-result-add"))
            .icon(Icon::Plus)
            .compact()
            .on_press_maybe(
                (!context.is_read_only).then_some(Outer::Form(form::Message::ResultAdded)),
            )
            .reachable();
        let lines = self.results.iter().map(|result| {
            let face = face(result, self.open == Some(result.id), context);
            match self.open == Some(result.id) {
                true => column![face, editor(result, used, context)].into(),
                false => face,
            }
        });
        column![
            section::section(locale.text("kinds-results"), Some(add)),
            self.results
                .is_empty()
                .then(|| text::secondary(locale.text("kinds-no-results"))),
            Column::from_iter(lines).spacing(GAP),
        ]
        .spacing(spacing::S)
        .into()
    }
}

/// A message about a result, as the tab hears it.
fn say(id: Id<TaskResult>, message: Message) -> Outer {
    Outer::Form(form::Message::Result(id, message))
}

/// What a key says to a result that has the focus.
fn stroke(key: &Key, held: Modifiers) -> Option<Message> {
    let Key::Named(named) = key else { return None };
    Some(match (named, held) {
        (Named::ArrowUp, Modifiers::ALT) => Message::Moved(-1),
        (Named::ArrowDown, Modifiers::ALT) => Message::Moved(1),
        (Named::Enter | Named::Space | Named::F2, held) if held.is_empty() => Message::Opened,
        (Named::Delete, held) if held.is_empty() => Message::Removed,
        _ => return None,
    })
}

/// A result as a line: its sign, its name, what it proposes, what can be done to it.
fn face<'a>(result: &'a TaskResult, is_open: bool, context: &Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let id = result.id;
    let (glyph, tone) = match result.meaning {
        Meaning::Success => (Icon::CircleCheck, Tone::Free),
        Meaning::Neutral => (Icon::CircleDot, Tone::Neutral),
        Meaning::Failure => (Icon::CircleX, Tone::Busy),
    };
    let next = context.catalog.task_kind(result.next_kind);
    let next = next
        .map(|kind| format!("→ {}", kind.name))
        .unwrap_or_default();
    let retired =
        (!result.is_offered).then(|| badge::badge(locale.text("kinds-not-offered"), Tone::Neutral));
    let words = row![
        icon(glyph).style(surface::toned(tone)),
        ellipsis(result.name.as_str())
            .font(MEDIUM)
            .width(FillPortion(3)),
        ellipsis(next)
            .style(surface::secondary)
            .width(FillPortion(2)),
        retired,
    ]
    .spacing(spacing::S)
    .align_y(Center);
    let words = container(words).center_y(LINE);
    let words = line::line(words, is_open, say(id, Message::Opened));
    let can_write = !context.is_read_only;
    let words = keyed_as(handle(id), words, move |key, held| {
        let message = stroke(key, held)?;
        can_write.then(|| say(id, message))
    });
    let moving = moving(|by| say(id, Message::Moved(by)), say(id, Message::Removed));
    row![words, tools(moving, context)].align_y(Center).into()
}

/// The fields of a result.
fn editor<'a>(
    result: &'a TaskResult,
    used: &Uses<TaskResult>,
    context: &'a Context,
) -> Element<'a, Outer> {
    let locale = &context.locale;
    let id = result.id;
    let name = field::field(locale.text("kinds-result-name"), &result.name)
        .id(NAME)
        .on_input(move |text| say(id, Message::Named(text)))
        .on_submit(say(id, Message::Opened));
    let meanings = Meaning::ALL.iter();
    let meanings = meanings.map(|meaning| (*meaning, locale.meaning(*meaning)));
    let meaning = choice::one_of(meanings, result.meaning, move |meaning| {
        say(id, Message::Meant(meaning))
    });
    let meaning = field::labelled(locale.text("kinds-result-meaning"), meaning);
    let kinds = context.catalog.offered_kinds(result.next_kind);
    let kinds = kinds.map(|kind| (Some(kind.id), kind.name.clone()));
    let none = (None, locale.text("kinds-next-none"));
    let next = choice::one_of(
        std::iter::once(none).chain(kinds),
        result.next_kind,
        move |kind| say(id, Message::Proposed(kind)),
    );
    let next = field::labelled(locale.text("kinds-next"), next);
    let days = result.next_kind.map(|_| {
        let days = field::field(locale.text("kinds-next-days"), result.next_days.to_string())
            .on_input(move |text| say(id, Message::Days(text)))
            .on_submit(say(id, Message::Opened));
        container(Element::from(days)).width(DAYS)
    });
    let offered = choice::check(
        locale.text("kinds-result-offered"),
        result.is_offered,
        move |is_on| say(id, Message::Offered(is_on)),
    );
    let count = used.get(&id);
    let count = count
        .map(|count| text::hint(locale.with("kinds-result-uses", &[("count", (*count).into())])));
    let fields = column![
        row![Element::from(name), container(meaning).width(MEANING)]
            .spacing(spacing::S)
            .align_y(Top),
        row![container(next).width(Fill), days]
            .spacing(spacing::S)
            .align_y(Top),
        row![container(offered).width(Fill), count].align_y(Center),
    ]
    .spacing(spacing::S);
    container(fields)
        .padding(spacing::M)
        .width(Fill)
        .style(surface::card)
        .into()
}

/// The name by which the line of a result is focused.
fn handle(id: Id<TaskResult>) -> Name {
    Name::from(format!("result {}", id.raw()))
}
