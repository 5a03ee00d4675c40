//! Who did what to the card, and when: latest first.

use std::collections::HashMap;

use iced::widget::{column, container, row, text};
use iced::{Center, Padding, Task as Command, Top};

use super::parts::part;
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, Sheet};
use crate::domain::client::{Kind, Roles, TextField};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::name::Sex;
use crate::domain::{Birthday, Card, Client, Employee, Id};
use crate::error::Result;
use crate::ui::screen::{Action, Context, Wish, words};
use crate::ui::style::{Tone, size, spacing, surface};
use crate::ui::widget::{Element, Icon, badge, button, icon, text as words_of};
use crate::workspace::{Column, Deed, Direction, Reader, Step, Subject, Value, What};

/// How many operations are read; who needs more looks into the log.
const DEEDS: usize = 200;
/// How many operations are shown before one asks for all.
const FEW: usize = 20;
/// The longest value that is told whole, in characters.
const LONGEST: usize = 60;
/// How much of what two long values share is told, in characters.
const CONTEXT: usize = 20;

/// The history of the card, read once it is seen.
#[derive(Debug, Default)]
pub struct History {
    story: Option<Story>,
    is_whole: bool,
}

/// What was done to a card.
#[derive(Debug, Clone)]
pub struct Story {
    /// The latest operations, latest first.
    pub deeds: Vec<Deed>,
    /// Whose cards are organisations' and whose persons': fields are called otherwise.
    kind: Kind,
    /// Names of the clients that it mentions.
    named: HashMap<Id<Client>, String>,
}

/// What happened in the history.
#[derive(Debug, Clone)]
pub enum Message {
    /// It was read, as that of this client.
    Read(Id<Client>, Result<Box<Story>>),
    /// All of it is to be shown.
    ShowAll,
}

impl Section for History {
    const PLACE: Place = Place {
        tab: Tab::History,
        side: Side::Left,
    };
    type Facts = ();
    type Message = Message;

    fn read(_reader: Reader<'_>, _card: &Card) -> Result<()> {
        Ok(())
    }

    fn seen(&mut self, sheet: &Sheet, context: &Context) -> Command<Outer> {
        let (id, kind) = (sheet.card.client.id, sheet.card.client.kind);
        let read = context
            .worker
            .read(move |reader| Story::read(reader, id, kind).map(Box::new));
        Command::perform(read, move |story| say(Message::Read(id, story)))
    }

    fn update(&mut self, message: Message, sheet: &Sheet, _context: &Context) -> Action<Outer> {
        match message {
            Message::Read(id, story) if id == sheet.card.client.id => match story {
                Ok(story) => self.story = Some(*story),
                Err(error) => return Action::wish(Wish::Fail(error)),
            },
            Message::Read(..) => {}
            Message::ShowAll => self.is_whole = true,
        }
        Action::none()
    }

    fn view<'a>(&'a self, _sheet: &'a Sheet, context: &'a Context) -> Option<Element<'a, Outer>> {
        let locale = &context.locale;
        let story = self.story.as_ref()?;
        let told = story.deeds.iter();
        let told = told.map(|deed| (deed, lines(deed, story, context)));
        let told: Vec<_> = told.filter(|(_, lines)| !lines.is_empty()).collect();
        let count = if self.is_whole { usize::MAX } else { FEW };
        let hidden = told.len().saturating_sub(count);
        let more = (hidden > 0).then(|| {
            let label = locale.with("card-history-more", &[("count", hidden.into())]);
            spaced(button::link(label).on_press(say(Message::ShowAll)).into())
        });
        let deeds = told.into_iter().take(count);
        let deeds = deeds.map(|(deed, lines)| deed_lines(deed, lines, context));
        let deeds = column(deeds).spacing(spacing::M).into();
        let parts = [Some(deeds), more];
        Some(part(
            locale.text("card-history"),
            None,
            parts.into_iter().flatten(),
        ))
    }
}

fn say(message: Message) -> Outer {
    Outer::Part(Part::History(message))
}

impl Story {
    pub(super) fn read(reader: Reader<'_>, id: Id<Client>, kind: Kind) -> Result<Self> {
        let deeds = reader.deeds(id, DEEDS)?;
        let mut mentioned: Vec<Id<Client>> = deeds.iter().flat_map(clients).collect();
        mentioned.sort();
        mentioned.dedup();
        let named = reader.listings(&mentioned)?.into_iter();
        let named = named.map(|listing| (listing.client.id, listing.client.title()));
        Ok(Self {
            deeds,
            kind,
            named: named.collect(),
        })
    }
}

/// The columns that name another client.
const CLIENTS: [&str; 3] = ["employer_id", "recommended_by", "linked_id"];

/// The clients that an operation took or gave.
fn clients(deed: &Deed) -> Vec<Id<Client>> {
    let changes = deed.steps.iter().filter_map(|step| match &step.what {
        What::Changed(change) if CLIENTS.contains(&&*change.column) => Some(change),
        _ => None,
    });
    changes
        .flat_map(|change| [&change.old, &change.new])
        .filter_map(Id::from_value)
        .collect()
}

/// One step in words.
#[derive(Debug, PartialEq)]
pub(super) enum Line {
    /// Something that happened to the whole card.
    Sentence(String),
    /// What a field is called, its value before, its value after.
    Changed(String, String, String),
}

/// What an operation did, in words; nothing for what nobody needs to know.
pub(super) fn lines(deed: &Deed, story: &Story, context: &Context) -> Vec<Line> {
    let steps = deed.steps.iter();
    steps
        .filter_map(|step| told(step, story, context))
        .collect()
}

fn spaced(more: Element<'_, Outer>) -> Element<'_, Outer> {
    container(more)
        .padding(Padding::ZERO.top(spacing::M))
        .into()
}

fn deed_lines<'a>(deed: &Deed, lines: Vec<Line>, context: &Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let when = locale.moment(deed.entry.done_at);
    // Nobody did what was there before the first employee: sample data.
    let said = match context.employee(Some(deed.entry.who)) {
        who if who.is_empty() => when,
        who => format!("{when} · {who}"),
    };
    let way = match deed.entry.direction {
        Direction::Do => None,
        Direction::Undo => Some("card-history-undo"),
        Direction::Redo => Some("card-history-redo"),
    };
    let way = way.map(|key| badge::badge(locale.text(key), Tone::Neutral));
    let head = row![words_of::hint(said), way]
        .spacing(spacing::S)
        .align_y(Center);
    let steps = lines.into_iter().map(|line| match line {
        Line::Sentence(words) => sentence(words),
        Line::Changed(label, before, after) => compared(label, before, after),
    });
    column![head, column(steps).spacing(2.0)]
        .spacing(2.0)
        .into()
}

/// One step in words; `None` for what nobody needs to know.
fn told(step: &Step, story: &Story, context: &Context) -> Option<Line> {
    let locale = &context.locale;
    let change = match &step.what {
        What::Changed(change) => change,
        What::Added if step.subject == Subject::Client => {
            return Some(Line::Sentence(locale.text("card-history-created")));
        }
        What::Removed if step.subject == Subject::Client => {
            return Some(Line::Sentence(locale.text("card-history-deleted")));
        }
        What::Restored if step.subject == Subject::Client => {
            return Some(Line::Sentence(locale.text("card-history-restored")));
        }
        What::Added | What::Restored => {
            let label = label(step.subject, "", story, context)?;
            return Some(Line::Changed(label, String::new(), short(&step.said)));
        }
        What::Removed => {
            let label = label(step.subject, "", story, context)?;
            return Some(Line::Changed(label, short(&step.said), String::new()));
        }
    };
    let label = label(step.subject, &change.column, story, context)?;
    let value = |value| value_words(&change.column, value, story, context);
    let (before, after) = apart(&value(&change.old), &value(&change.new));
    Some(Line::Changed(label, short(&before), short(&after)))
}

fn sentence<'a>(words: String) -> Element<'a, Outer> {
    words_of::body(words).size(size::SMALL).into()
}

/// A label, the value before and the value after; what is empty is a dash.
fn compared<'a>(label: String, before: String, after: String) -> Element<'a, Outer> {
    let or_dash = |value: String| {
        if value.is_empty() {
            "—".to_owned()
        } else {
            value
        }
    };
    let arrow = icon::sized(Icon::ArrowRight, size::HINT).style(surface::hint);
    let value = |value: String| {
        words_of::body(or_dash(value))
            .size(size::SMALL)
            .wrapping(text::Wrapping::WordOrGlyph)
    };
    let label = words_of::secondary(format!("{label}:"));
    row![
        label,
        value(before).style(surface::hint),
        container(arrow).padding(Padding::ZERO.top(3.0)),
        value(after),
    ]
    .spacing(spacing::S - 2.0)
    .align_y(Top)
    .wrap()
    .into()
}

/// Two long values from a little before the place where they part: else both would be cut to the
/// same words.
fn apart(before: &str, after: &str) -> (String, String) {
    let letters = before.chars().zip(after.chars());
    let same = letters.take_while(|(one, other)| one == other).count();
    let skipped = same.saturating_sub(CONTEXT);
    let is_long = [before, after].map(|value| value.chars().count() > LONGEST);
    let from = |value: &str| match value.char_indices().nth(skipped) {
        Some((at, _)) => format!("…{}", &value[at..]),
        None => value.to_owned(),
    };
    if skipped > 0 && is_long.contains(&true) {
        (from(before), from(after))
    } else {
        (before.to_owned(), after.to_owned())
    }
}

fn short(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// What a column is called; `None` for those that only follow from others.
fn label(subject: Subject, column: &str, story: &Story, context: &Context) -> Option<String> {
    let locale = &context.locale;
    let kind = story.kind;
    let text = TextField::ALL
        .into_iter()
        .find(|field| field.name() == column);
    if let (Subject::Client, Some(field)) = (subject, text) {
        return Some(locale.text_field(kind, field));
    }
    let key = match (subject, column) {
        (Subject::Client, "owner_id") => "card-owner",
        (Subject::Client, "roles") => "card-roles",
        (Subject::Client, "sex") => "card-sex",
        (Subject::Client, "birthday") => "card-birthday",
        (Subject::Client, "employer_id") => "card-employer",
        (Subject::Client, "since") => "card-since",
        (Subject::Contact, "" | "value") => "card-contact",
        (Subject::Contact, "channel") => "card-channel",
        (Subject::Address, "") => "card-address",
        (Subject::Address, "purpose") => "card-purpose",
        (Subject::Address, "postal_code") => "card-postal-code",
        (Subject::Address, "region") => "card-region",
        (Subject::Address, "city") => "card-city",
        (Subject::Address, "street") => "card-street",
        (Subject::Account, "" | "number") => "card-account",
        (Subject::Account, "bank") => "card-bank",
        (Subject::Account, "bik") => "card-bik",
        (Subject::Account, "correspondent") => "card-correspondent",
        (Subject::Membership, _) => "card-group",
        _ => return None,
    };
    Some(locale.text(key))
}

/// A value as a reader of the card knows it.
fn value_words(column: &str, value: &Value, story: &Story, context: &Context) -> String {
    let locale = &context.locale;
    let kind = story.kind;
    let words = match column {
        "owner_id" => Id::<Employee>::from_value(value).map(|id| context.employee(Some(id))),
        "employer_id" | "recommended_by" => {
            Id::from_value(value).and_then(|id| story.named.get(&id).cloned())
        }
        "roles" => Roles::from_value(value).map(|roles| words::roles(locale, roles)),
        "sex" => Sex::from_value(value).map(|sex| words::sex(locale, sex)),
        "birthday" => Birthday::from_value(value).map(|day| words::birthday(locale, day)),
        "since" => Column::from_value(value).map(|date| locale.date(date)),
        "channel" => Channel::from_value(value).map(|channel| words::channel(locale, channel)),
        "purpose" => {
            Purpose::from_value(value).map(|purpose| words::purpose(locale, kind, purpose))
        }
        _ => String::from_value(value),
    };
    words.unwrap_or_default()
}
