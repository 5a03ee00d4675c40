//! Who did what to the card, and when: latest first.

mod told;
mod values;

use iced::widget::{column, container, row, text};
use iced::{Center, Padding, Task as Command, Top};

use super::parts::part;
use super::section::{Part, Place, Section, Side};
use super::tabs::Tab;
use super::{Message as Outer, Sheet};
use crate::domain::client::Kind;
use crate::domain::{Card, Client, Id};
use crate::error::Result;
use crate::ui::screen::{Action, Context, Wish};
use crate::ui::style::{Tone, size, spacing, surface};
use crate::ui::widget::{Element, Icon, badge, button, icon, text as words_of};
use crate::workspace::{Deed, Direction, Names, Reader};

pub(super) use told::{Line, lines};

/// How many operations are read; who needs more looks into the log.
const DEEDS: usize = 200;
/// How many operations are shown before one asks for all.
const FEW: usize = 20;
/// How many lines of an operation are shown before one asks for all: a merge moves hundreds.
const LINES: usize = 12;

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
    /// Whose history it is.
    card: Id<Client>,
    /// Whose cards are organisations' and whose persons': fields are called otherwise.
    kind: Kind,
    /// What it names by id is called so.
    names: Names,
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
        let is_cut = told.iter().any(|(_, lines)| lines.len() > LINES);
        let label = match hidden {
            0 => (is_cut && !self.is_whole).then(|| locale.text("story-whole")),
            _ => Some(locale.with("card-history-more", &[("count", hidden.into())])),
        };
        let more =
            label.map(|label| spaced(button::link(label).on_press(say(Message::ShowAll)).into()));
        let most = if self.is_whole { usize::MAX } else { LINES };
        let deeds = told.into_iter().take(count);
        let deeds = deeds.map(|(deed, lines)| deed_lines(deed, lines, most, context));
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
        let story = reader.story(id, DEEDS)?;
        Ok(Self {
            deeds: story.deeds,
            card: id,
            kind,
            names: story.names,
        })
    }
}

fn spaced(more: Element<'_, Outer>) -> Element<'_, Outer> {
    container(more)
        .padding(Padding::ZERO.top(spacing::M))
        .into()
}

/// An operation, and at most so many lines of what it did.
fn deed_lines<'a>(
    deed: &Deed,
    lines: Vec<Line>,
    most: usize,
    context: &Context,
) -> Element<'a, Outer> {
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
    let hidden = lines.len().saturating_sub(most);
    let rest = (hidden > 0).then(|| {
        let rest = locale.with("story-rest", &[("count", hidden.into())]);
        words_of::hint(rest)
    });
    let steps = lines.into_iter().take(most).map(|line| match line {
        Line::Sentence(words) => sentence(words),
        Line::Changed(label, before, after) => compared(label, before, after),
    });
    column![head, column(steps).spacing(2.0), rest]
        .spacing(2.0)
        .into()
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
