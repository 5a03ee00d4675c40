//! Phones, faxes, e-mails and pages: a line for each, one of each sort the main one.

use iced::widget::{Id as Name, Row, column, container, row, space};
use iced::{Center, Fill, Top};

use crate::domain::contact::Channel;
use crate::domain::{Card, ContactPoint, Id};
use crate::i18n::Locale;
use crate::ui::screen::card;
use crate::ui::screen::form::parts::{added, marked};
use crate::ui::screen::words;
use crate::ui::style::{height, spacing};
use crate::ui::widget::{Element, Icon, button, choice, field, section};

/// The width of the list of channels, in logical pixels.
const CHANNEL: f32 = 164.0;
/// The width of the mark of the main one, in logical pixels.
const MARK: f32 = 104.0;

/// What happened to a line.
#[derive(Debug, Clone)]
pub enum Message {
    /// A line is to be added.
    Add(Channel),
    /// A line was typed into.
    Typed(usize, String),
    /// A line is of another kind.
    Channel(usize, Channel),
    /// A line is the main one of its sort.
    Main(usize),
    /// A line is to go.
    Remove(usize),
}

/// What follows from a message; the field to be focused, where one is new.
pub fn update(card: &mut Card, message: Message) -> Option<Name> {
    match message {
        Message::Add(channel) => {
            card.add_contact(channel, "");
            return card.contacts.last().map(|contact| name(contact.id));
        }
        Message::Typed(at, text) => {
            if let Some(contact) = card.contacts.get_mut(at) {
                contact.value = text;
            }
        }
        Message::Channel(at, channel) => {
            if let Some(contact) = card.contacts.get_mut(at) {
                contact.channel = channel;
            }
            card.settle_mains();
        }
        Message::Main(at) => card.make_main_contact(at),
        Message::Remove(at) => {
            if at < card.contacts.len() {
                card.contacts.remove(at);
            }
            card.settle_mains();
        }
    }
    None
}

/// The name by which the field of a line is focused.
pub fn name(contact: Id<ContactPoint>) -> Name {
    Name::from(format!("contact {}", contact.raw()))
}

/// All lines, and what adds another.
pub fn view<'a>(card: &'a Card, locale: &Locale) -> Element<'a, super::Message> {
    let lines = card
        .contacts
        .iter()
        .enumerate()
        .map(|(at, contact)| line(card, at, contact, locale));
    let add = |channel, key| {
        let message = super::Message::Contacts(Message::Add(channel));
        added(locale.text(key), message)
    };
    let more = Row::from_vec(vec![
        add(Channel::WorkPhone, "form-add-phone"),
        add(Channel::Email, "form-add-email"),
        add(Channel::Fax, "form-add-fax"),
        add(Channel::Web, "form-add-web"),
    ])
    .spacing(spacing::S);
    let lines = column(lines).spacing(spacing::S);
    section::card(
        column![
            section::heading(locale.text("card-contacts"), None),
            lines,
            more
        ]
        .spacing(spacing::M),
    )
}

fn line<'a>(
    card: &'a Card,
    at: usize,
    contact: &'a ContactPoint,
    locale: &Locale,
) -> Element<'a, super::Message> {
    let say = super::Message::Contacts;
    let channels = Channel::ALL.map(|channel| (channel, words::channel(locale, channel)));
    let channel = choice::one_of(channels, contact.channel, move |channel| {
        say(Message::Channel(at, channel))
    });
    let doubt = card::contact_doubt(contact).map(|doubt| locale.doubt(&doubt));
    let value = field::unlabelled(&contact.value)
        .id(name(contact.id))
        .placeholder(locale.text(placeholder(contact.channel)))
        .on_input(move |text| say(Message::Typed(at, text)))
        .on_submit(super::Message::Save)
        .warning(doubt);
    let mark = has_rivals(card, contact).then(|| {
        let words = words::main(locale, contact.channel);
        marked(contact.is_main, words, say(Message::Main(at)), locale)
    });
    // One line with a mark makes room for it in all.
    let has_marks = card.contacts.iter().any(|one| has_rivals(card, one));
    let mark = has_marks.then(|| {
        let mark = mark.unwrap_or_else(|| space().into());
        container(mark).width(MARK).center_y(height::CONTROL)
    });
    let remove =
        button::tool(Icon::Close, locale.text("form-remove")).on_press(say(Message::Remove(at)));
    row![
        container(channel).width(CHANNEL),
        container(Element::from(value)).width(Fill),
        mark,
        container(Element::from(remove)).align_x(Center),
    ]
    .spacing(spacing::S)
    .align_y(Top)
    .into()
}

/// Whether there is another of its sort, so that one of them is the main one.
fn has_rivals(card: &Card, contact: &ContactPoint) -> bool {
    card.contacts
        .iter()
        .any(|other| other.id != contact.id && is_same_sort(other.channel, contact.channel))
}

fn is_same_sort(one: Channel, other: Channel) -> bool {
    one == other || one.is_phone() && other.is_phone()
}

fn placeholder(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "form-email-placeholder",
        Channel::Web => "form-web-placeholder",
        _ => "form-phone-placeholder",
    }
}
