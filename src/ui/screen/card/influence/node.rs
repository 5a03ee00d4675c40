//! A person on the map: name, position, the part in decisions, the degree of influence.

use iced::widget::button as pressed;
use iced::widget::{column, container, row, space};
use iced::{Center, Fill, Padding};

use crate::domain::listing::Listing;
use crate::domain::profile::{MOST_INFLUENCE, PoliticalRole};
use crate::ui::screen::card::Message as Outer;
use crate::ui::screen::{Context, words};
use crate::ui::style::{self, MEDIUM, Tone, size, spacing, surface};
use crate::ui::widget::graph::NODE;
use crate::ui::widget::{Element, ellipsis, text};

/// The side of a dot, and the thickness of the mark at the side, in logical pixels.
const DOT: f32 = 7.0;
const MARK: f32 = 4.0;

/// The tone of a part in decisions.
fn tone(role: PoliticalRole) -> Tone {
    match role {
        PoliticalRole::DecisionMaker => Tone::Accent,
        PoliticalRole::Adviser | PoliticalRole::Gatekeeper => Tone::Extra,
        PoliticalRole::Supporter => Tone::Free,
        PoliticalRole::Opponent => Tone::Busy,
        PoliticalRole::Payer => Tone::Warning,
        PoliticalRole::User => Tone::Neutral,
    }
}

/// A person as a node of the map; a click chooses it, one more opens its card.
pub(super) fn view<'a>(
    listing: &'a Listing,
    is_chosen: bool,
    context: &'a Context,
) -> Element<'a, Outer> {
    let locale = &context.locale;
    let client = &listing.client;
    let name = ellipsis(words::title(locale, client))
        .font(MEDIUM)
        .size(size::SMALL)
        .width(Fill);
    let position = ellipsis(client.position.trim())
        .size(size::HINT)
        .style(surface::secondary)
        .width(Fill);
    let role = client.political_role;
    let tone = role.map_or(Tone::Neutral, tone);
    let words = role.map(|role| locale.political_role(role));
    let words = ellipsis(words.unwrap_or_default())
        .size(size::HINT)
        .style(surface::toned(tone))
        .width(Fill);
    let degree = client.influence.map(dots);
    let foot = row![words, degree].spacing(spacing::XS).align_y(Center);
    let told = column![name, position, foot].spacing(1.0);
    let mark = container(space()).width(MARK).height(Fill);
    let mark = mark.style(surface::mark(tone));
    let face = row![mark, told].spacing(spacing::S).align_y(Center);
    pressed(face)
        .padding(Padding::from([spacing::S - 1.0, spacing::S]))
        .width(NODE.width)
        .height(NODE.height)
        .style(style::button::node(is_chosen))
        .on_press(match is_chosen {
            true => Outer::Open(client.id),
            false => super::say(super::Message::Choose(client.id)),
        })
        .into()
}

/// The degree of influence as dots: so many of five are full.
pub(super) fn dots<'a>(degree: i64) -> Element<'a, Outer> {
    let dots = (1..=MOST_INFLUENCE).map(|at| {
        let dot = container(space()).width(DOT).height(DOT);
        let is_full = at <= degree;
        match is_full {
            true => dot.style(surface::mark(Tone::Accent)).into(),
            false => dot.style(surface::chip(Tone::Neutral)).into(),
        }
    });
    row(dots).spacing(2.0).align_y(Center).into()
}

/// The parts in decisions with their colours, for the legend.
pub(super) fn roles<'a>(context: &'a Context) -> impl Iterator<Item = Element<'a, Outer>> {
    let locale = &context.locale;
    PoliticalRole::ALL.iter().map(|role| {
        let mark = container(space()).width(MARK).height(size::HINT);
        let mark = mark.style(surface::mark(tone(*role)));
        let words = text::hint(locale.political_role(*role)).style(surface::secondary);
        row![mark, words].spacing(spacing::S).align_y(Center).into()
    })
}
