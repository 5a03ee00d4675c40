//! Events in the life of a person, and when their days come again.

use chrono::{Local, NaiveDate};
use iced::widget::{column, row};
use iced::{Center, Fill};

use super::entries::{adds, editor, entry};
use super::parts::{nothing, part};
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, PAGE, Sheet, write};
use crate::domain::biography::EventKind;
use crate::domain::client::Kind;
use crate::domain::{Birthday, Card, Client, Id, LifeEvent, Operation};
use crate::error::Result;
use crate::ui::screen::{Action, Context, Press, words};
use crate::ui::style::{MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::{Element, Icon, avatar, badge, choice, ellipsis, field, focus};
use crate::workspace::Reader;

/// The name by which the first field is focused.
const DAY: &str = "event day";
/// The side of the sign of an event, in logical pixels.
const SIGN: f32 = 28.0;

/// The events in the life of a person.
#[derive(Debug, Default)]
pub struct Events {
    editor: Option<Editor>,
}

/// An event being typed.
#[derive(Debug)]
struct Editor {
    known: Option<LifeEvent>,
    start: Draft,
    draft: Draft,
    is_checked: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Draft {
    kind: EventKind,
    day: String,
    note: String,
    reminds: bool,
}

/// What happened to the events.
#[derive(Debug, Clone)]
pub enum Message {
    /// An event is to be entered.
    Add,
    /// An event is to be changed.
    Edit(Id<LifeEvent>),
    /// An event is to be removed.
    Remove(Id<LifeEvent>),
    /// What happened was chosen.
    Kind(EventKind),
    /// The day was typed.
    Day(String),
    /// The word on it was typed.
    Note(String),
    /// Whether its day is remembered every year.
    Reminds(bool),
    /// What was typed is to be saved.
    Save,
    /// What was typed is done with.
    Close,
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::Events(message))
}

impl Section for Events {
    const PLACE: Place = Place {
        tab: Tab::Biography,
        side: Side::Right,
    };
    type Facts = Vec<LifeEvent>;
    type Message = Message;

    fn belongs_to(kind: Kind) -> bool {
        kind == Kind::Person
    }

    fn read(reader: Reader<'_>, card: &Card) -> Result<Self::Facts> {
        reader.rows_on(card.client.id)
    }

    fn update(&mut self, message: Message, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let mut all = sheet.facts.events.iter();
        match (message, &mut self.editor) {
            (Message::Add, _) => return self.edit(None, context),
            (Message::Edit(id), _) => {
                if let Some(event) = all.find(|one| one.id == id) {
                    return self.edit(Some(event.clone()), context);
                }
            }
            (Message::Remove(id), _) => {
                if let Some(event) = all.find(|one| one.id == id).cloned() {
                    return write(Operation::EditLifeEvents, None, context, move |tx| {
                        tx.delete(&event)
                    });
                }
            }
            (Message::Kind(kind), Some(editor)) => editor.draft.kind = kind,
            (Message::Day(day), Some(editor)) => editor.draft.day = day,
            (Message::Note(note), Some(editor)) => editor.draft.note = note,
            (Message::Reminds(is_on), Some(editor)) => editor.draft.reminds = is_on,
            (Message::Save, Some(_)) => return self.save(sheet, context),
            (Message::Close, _) => self.editor = None,
            (_, None) => {}
        }
        Action::none()
    }

    fn press(&mut self, press: &Press, sheet: &Sheet, context: &Context) -> Option<Action<Outer>> {
        let is_save = press.is_command('s') && self.editor.is_some();
        is_save.then(|| self.save(sheet, context))
    }

    fn is_dirty(&self) -> bool {
        let editor = self.editor.as_ref();
        editor.is_some_and(|editor| editor.draft != editor.start)
    }

    fn fold(&mut self) -> bool {
        self.editor.take().is_some()
    }

    fn view<'a>(&'a self, sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let mut lines: Vec<Element<'a, Outer>> = Vec::new();
        for event in sorted(&sheet.facts.events) {
            let is_edited = |editor: &&Editor| {
                editor
                    .known
                    .as_ref()
                    .is_some_and(|known| known.id == event.id)
            };
            lines.push(match self.editor.as_ref().filter(is_edited) {
                Some(editor) => editor.view(context),
                None => line(event, context),
            });
        }
        if let Some(editor) = self.editor.as_ref().filter(|it| it.known.is_none()) {
            lines.push(editor.view(context));
        }
        if lines.is_empty() {
            lines.push(nothing(locale.text("events-none")));
        }
        let add = adds(locale.text("events-add"), say(Message::Add), context);
        Some(part(locale.text("events-title"), Some(add), lines))
    }
}

impl Events {
    fn edit(&mut self, known: Option<LifeEvent>, context: &Context) -> Action<Outer> {
        let draft = match &known {
            Some(event) => Draft {
                kind: event.kind,
                day: words::birthday(&context.locale, event.happened_on),
                note: event.note.clone(),
                reminds: event.reminds,
            },
            None => Draft {
                kind: EventKind::FamilyFeast,
                day: String::new(),
                note: String::new(),
                reminds: true,
            },
        };
        self.editor = Some(Editor {
            known,
            start: draft.clone(),
            draft,
            is_checked: false,
        });
        Action::run(focus::on(PAGE.into(), DAY.into()))
    }

    fn save(&mut self, sheet: &Sheet, context: &Context) -> Action<Outer> {
        let Some(editor) = &mut self.editor else {
            return Action::none();
        };
        editor.is_checked = true;
        let Some(event) = editor.read(sheet.card.client.id) else {
            return Action::none();
        };
        let closed = Some(Part::Events(Message::Close));
        write(Operation::EditLifeEvents, closed, context, move |tx| {
            tx.save(&event).map(drop)
        })
    }
}

impl Editor {
    /// The event, once its day can be read.
    fn read(&self, person: Id<Client>) -> Option<LifeEvent> {
        let day = Birthday::read(&self.draft.day, today())?;
        let event = match &self.known {
            Some(known) => known.clone(),
            None => LifeEvent::new(person, self.draft.kind, day),
        };
        Some(LifeEvent {
            kind: self.draft.kind,
            happened_on: day,
            note: self.draft.note.trim().to_owned(),
            reminds: self.draft.reminds,
            ..event
        })
    }

    fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Outer> {
        let locale = &context.locale;
        let kinds = EventKind::ALL.iter();
        let kinds = kinds.map(|kind| (*kind, locale.event_kind(*kind)));
        let kind = choice::one_of(kinds, self.draft.kind, |kind| say(Message::Kind(kind)));
        let is_read = Birthday::read(&self.draft.day, today()).is_some();
        let error = (self.is_checked && !is_read).then(|| locale.text("events-no-day"));
        let day = field::field(locale.text("events-day"), &self.draft.day)
            .id(DAY)
            .placeholder(locale.text("events-day-placeholder"))
            .on_input(|text| say(Message::Day(text)))
            .on_submit(say(Message::Save))
            .error(error)
            .hint(locale.text("events-day-hint"));
        let note = field::field(locale.text("events-note"), &self.draft.note)
            .on_input(|text| say(Message::Note(text)))
            .on_submit(say(Message::Save));
        let is_on = self.draft.reminds;
        let turned = say(Message::Reminds(!is_on));
        let reminds = choice::chip(locale.text("events-reminds"), is_on, turned);
        let lines = [
            field::labelled(locale.text("events-kind"), kind),
            day.into(),
            note.into(),
            row![reminds].into(),
        ];
        editor(lines, say(Message::Save), say(Message::Close), context)
    }
}

/// The events to be remembered by the day that comes next, then the others, the latest first.
fn sorted(events: &[LifeEvent]) -> Vec<&LifeEvent> {
    let mut sorted: Vec<&LifeEvent> = events.iter().collect();
    sorted.sort_by_key(|event| {
        let next = event.next(today());
        let day = event.happened_on;
        let latest = std::cmp::Reverse((day.year(), day.in_leap_year()));
        (next.is_none(), next, latest)
    });
    sorted
}

fn line<'a>(event: &'a LifeEvent, context: &'a Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let kind = ellipsis(locale.event_kind(event.kind))
        .font(MEDIUM)
        .size(size::BASE);
    let day = words::birthday(locale, event.happened_on);
    let note = event.note.trim();
    let below = match note {
        "" => day,
        note => format!("{day} · {note}"),
    };
    let below = ellipsis(below).size(size::HINT).style(surface::secondary);
    let next = event.next(today()).map(|next| {
        let days = (next - today()).num_days();
        let words = locale.with(
            "events-next",
            &[("day", locale.date(next).into()), ("days", days.into())],
        );
        badge::with_icon(Icon::Bell, words, tone(days))
    });
    let sign = avatar::tile(Icon::Calendar, Tone::Neutral, SIGN);
    let told = column![kind, below].width(Fill);
    let face = row![sign, told, next].spacing(spacing::M).align_y(Center);
    entry(format!("event {}", event.id.raw()), face)
        .on_edit(say(Message::Edit(event.id)))
        .on_remove(say(Message::Remove(event.id)))
        .view(context)
}

/// A day of the next two weeks wants attention.
fn tone(days: i64) -> Tone {
    if days <= 14 {
        Tone::Warning
    } else {
        Tone::Neutral
    }
}

fn today() -> NaiveDate {
    Local::now().date_naive()
}
