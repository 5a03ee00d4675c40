//! A field that offers what can be chosen while one types.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::button as pressed;
use iced::widget::{column, container, row};
use iced::{Center, Fill, Padding};

use crate::domain::client::Kind;
use crate::domain::listing::Listing;
use crate::i18n::Locale;
use crate::ui::screen::words;
use crate::ui::style::{self, size, spacing, surface};
use crate::ui::widget::anchored::anchored;
use crate::ui::widget::field::Field;
use crate::ui::widget::{Element, Icon, ellipsis, icon, section};

/// How many offers a form shows at once.
pub const MOST: usize = 8;
/// How many lines are seen at once; more are scrolled.
const SEEN: usize = 9;
/// The height of a line, in logical pixels.
const LINE: f32 = style::height::COMPACT + 4.0;
/// The narrowest list, in logical pixels.
const NARROWEST: f32 = 240.0;
/// The widest hint behind an offer, in logical pixels.
const HINT: f32 = 170.0;

/// What the list under the field shows: whether it is unfolded, and which line is marked.
#[derive(Debug, Clone, Copy, Default)]
pub struct List {
    /// Whether it is unfolded.
    pub is_open: bool,
    /// The marked line, which Enter and Tab take.
    pub at: usize,
}

/// What happened to the list.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// The mark moves down or up; by none, a click unfolds the list.
    Move(isize),
    /// This line is taken.
    Take(usize),
    /// The list is to fold.
    Close,
}

/// One line that can be taken.
pub struct Offer {
    /// What it is called.
    pub label: String,
    /// What tells it from others of that name.
    pub hint: String,
    /// Its icon.
    pub icon: Option<Icon>,
}

impl Offer {
    /// A name alone.
    pub fn plain(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            hint: String::new(),
            icon: None,
        }
    }

    /// What makes something new.
    pub fn new(label: String) -> Self {
        Self {
            icon: Some(Icon::Plus),
            ..Self::plain(label)
        }
    }

    /// A card: its name, its town and its INN.
    pub fn card(card: &Listing, locale: &Locale) -> Self {
        let client = &card.client;
        let (icon, parts) = match client.kind {
            Kind::Organization => (Icon::Building, [&card.city, &client.inn]),
            Kind::Person => (Icon::User, [&card.employer, &client.position]),
        };
        let parts = parts.map(String::as_str).into_iter();
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        Self {
            label: words::title(locale, client),
            hint: parts.join(" · "),
            icon: Some(icon),
        }
    }
}

impl List {
    /// Moves the mark among `count` lines.
    pub fn step(&mut self, by: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}

/// `field`, with `offers` under it while the list is unfolded.
pub fn view<'a, Parent: Clone + 'a>(
    field: Field<'a, Parent>,
    list: List,
    offers: Vec<Offer>,
    say: impl Fn(Message) -> Parent + Copy + 'a,
) -> Element<'a, Parent> {
    let is_open = list.is_open && !offers.is_empty();
    let panel = is_open.then(|| {
        let count = offers.len();
        let lines = offers
            .into_iter()
            .enumerate()
            // What the mark has left behind makes room, so that the mark stays in sight.
            .skip(list.at.saturating_sub(SEEN - 1))
            .map(|(at, offer)| line(offer, at == list.at, say(Message::Take(at))));
        let lines: Element<'a, Parent> = match count > SEEN {
            true => container(section::scrolled(column(lines)))
                .height(LINE * SEEN as f32)
                .into(),
            false => column(lines).into(),
        };
        container(lines)
            .padding(spacing::XS)
            .width(Fill)
            .style(surface::floating)
            .into()
    });
    anchored(field, panel, say(Message::Close))
        .as_wide(NARROWEST)
        .on_open(say(Message::Move(0)))
        .on_key(move |key| match key {
            Key::Named(Named::ArrowDown) => Some(say(Message::Move(1))),
            Key::Named(Named::ArrowUp) => Some(say(Message::Move(-1))),
            Key::Named(Named::Enter) if is_open => Some(say(Message::Take(list.at))),
            _ => None,
        })
        .into()
}

fn line<'a, Parent: Clone + 'a>(
    offer: Offer,
    is_marked: bool,
    on_press: Parent,
) -> Element<'a, Parent> {
    // A price or a phone is read whole, as far as it leaves room for the name.
    let hint = ellipsis(offer.hint).size(size::HINT).style(surface::hint);
    let hint = container(hint).max_width(HINT);
    let face = row![
        offer.icon.map(icon),
        ellipsis(offer.label).width(Fill),
        hint
    ]
    .spacing(spacing::S)
    .align_y(Center);
    pressed(container(face).center_y(Fill))
        .padding(Padding::ZERO.horizontal(spacing::S))
        .width(Fill)
        .height(LINE)
        .style(style::button::choice(is_marked))
        .on_press(on_press)
        .into()
}
