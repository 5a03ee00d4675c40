//! Addresses: a block for each, which can be filled with what stands in another.

use iced::widget::{Id as Name, Row, column, row, space};
use iced::{Bottom, Center, FillPortion};

use super::parts::{added, marked};
use super::typed::is_blank_address;
use crate::domain::client::Kind;
use crate::domain::contact::Purpose;
use crate::domain::{Address, Card, Id};
use crate::i18n::Locale;
use crate::ui::screen::words;
use crate::ui::style::spacing;
use crate::ui::widget::{Element, Icon, button, choice, field, section};

/// The width of the list of purposes, in logical pixels.
const PURPOSE: f32 = 200.0;
/// The width of the postal code, in logical pixels.
const POSTAL_CODE: f32 = 110.0;

/// A part of an address that is typed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The postal code.
    PostalCode,
    /// The region.
    Region,
    /// The town.
    City,
    /// Street, house, room.
    Street,
}

/// What happened to a block.
#[derive(Debug, Clone)]
pub enum Message {
    /// A block is to be added.
    Add(Purpose),
    /// A part was typed into.
    Typed(usize, Part, String),
    /// A block is for something else.
    Purpose(usize, Purpose),
    /// A block is to say the same as another.
    SameAs(usize, usize),
    /// A block is the main one.
    Main(usize),
    /// A block is to go.
    Remove(usize),
}

/// What follows from a message; the field to be focused, where one is new.
pub fn update(card: &mut Card, message: Message) -> Option<Name> {
    match message {
        Message::Add(purpose) => {
            card.add_address(Address::new(card.client.id, purpose));
            return card.addresses.last().map(|address| name(address.id));
        }
        Message::Typed(at, part, text) => {
            if let Some(address) = card.addresses.get_mut(at) {
                *part_of(address, part) = text;
            }
        }
        Message::Purpose(at, purpose) => {
            if let Some(address) = card.addresses.get_mut(at) {
                address.purpose = purpose;
            }
        }
        Message::SameAs(at, other) => {
            let other = card.addresses.get(other).cloned()?;
            if let Some(address) = card.addresses.get_mut(at) {
                address.postal_code = other.postal_code;
                address.region = other.region;
                address.city = other.city;
                address.street = other.street;
            }
        }
        Message::Main(at) => card.make_main_address(at),
        Message::Remove(at) => {
            if at < card.addresses.len() {
                card.addresses.remove(at);
            }
            card.settle_mains();
        }
    }
    None
}

fn part_of(address: &mut Address, part: Part) -> &mut String {
    match part {
        Part::PostalCode => &mut address.postal_code,
        Part::Region => &mut address.region,
        Part::City => &mut address.city,
        Part::Street => &mut address.street,
    }
}

/// The name by which the first field of a block is focused.
pub fn name(address: Id<Address>) -> Name {
    Name::from(format!("address {}", address.raw()))
}

/// All blocks, and what adds another.
pub fn view<'a>(card: &'a Card, locale: &Locale) -> Element<'a, super::Message> {
    let kind = card.client.kind;
    let blocks = card.addresses.iter().enumerate().map(|(at, address)| {
        let divider = (at > 0).then(section::divider);
        column![divider, block(card, at, address, locale)]
            .spacing(spacing::M)
            .into()
    });
    let more = Purpose::ALL
        .into_iter()
        .filter(|purpose| !card.addresses.iter().any(|known| known.purpose == *purpose))
        .map(|purpose| {
            let message = super::Message::Addresses(Message::Add(purpose));
            added(words::purpose(locale, kind, purpose), message)
        });
    let mut more: Vec<_> = more.collect();
    if more.is_empty() {
        let message = super::Message::Addresses(Message::Add(Purpose::Actual));
        more.push(added(locale.text("form-add-address"), message));
    }
    section::card(
        column![
            section::heading(locale.text("card-addresses"), None),
            column(blocks).spacing(spacing::M),
            Row::from_vec(more).spacing(spacing::S),
        ]
        .spacing(spacing::M),
    )
}

fn block<'a>(
    card: &'a Card,
    at: usize,
    address: &'a Address,
    locale: &Locale,
) -> Element<'a, super::Message> {
    let say = super::Message::Addresses;
    let typed = |part, key, value: &'a str| {
        field::field(locale.text(key), value)
            .on_input(move |text| say(Message::Typed(at, part, text)))
            .on_submit(super::Message::Save)
    };
    let code = typed(Part::PostalCode, "card-postal-code", &address.postal_code)
        .id(name(address.id))
        .width(POSTAL_CODE);
    let region = typed(Part::Region, "card-region", &address.region).width(FillPortion(1));
    let city = typed(Part::City, "card-city", &address.city).width(FillPortion(1));
    let street = typed(Part::Street, "card-street", &address.street);
    let place: Row<'_, super::Message> = row![
        Element::from(code),
        Element::from(region),
        Element::from(city)
    ]
    .spacing(spacing::M)
    .align_y(Bottom);
    column![
        head(card, at, address, locale),
        place,
        Element::from(street)
    ]
    .spacing(spacing::S)
    .into()
}

fn head<'a>(
    card: &'a Card,
    at: usize,
    address: &'a Address,
    locale: &Locale,
) -> Element<'a, super::Message> {
    let say = super::Message::Addresses;
    let kind: Kind = card.client.kind;
    let purposes = Purpose::ALL.map(|purpose| (purpose, words::purpose(locale, kind, purpose)));
    let purpose = choice::one_of(purposes, address.purpose, move |purpose| {
        say(Message::Purpose(at, purpose))
    });
    let others = card.addresses.iter().enumerate();
    let filled = others
        .filter(|(other, known)| *other != at && !is_blank_address(known))
        .find(|(_, known)| known.line() != address.line());
    let same = filled
        .filter(|_| is_blank_address(address))
        .map(|(other, known)| {
            let word = words::purpose(locale, kind, known.purpose).to_lowercase();
            let label = locale.with("form-same-as", &[("address", word.into())]);
            added(label, say(Message::SameAs(at, other)))
        });
    let mark = (card.addresses.len() > 1).then(|| {
        marked(
            address.is_main,
            locale.text("card-main"),
            say(Message::Main(at)),
            locale,
        )
    });
    let remove =
        button::tool(Icon::Close, locale.text("form-remove")).on_press(say(Message::Remove(at)));
    let purpose = iced::widget::container(purpose).width(PURPOSE);
    row![
        purpose,
        same,
        space::horizontal(),
        mark,
        Element::from(remove)
    ]
    .spacing(spacing::S)
    .align_y(Center)
    .into()
}
