//! How the client is reached: phones, e-mails, pages, addresses.

use iced::widget::{column, container, row};
use iced::{Center, Fill, Top};

use super::Message;
use super::parts::{line, nothing, part, shown, star, with_copy, wrapped};
use crate::domain::contact::Channel;
use crate::domain::{Card, ContactPoint, Doubt, phone, requisites};
use crate::ui::screen::{Context, words};
use crate::ui::style::{Tone, size, spacing, surface};
use crate::ui::widget::{Element, ellipsis, icon, note};

/// The width of the word for a channel, in logical pixels.
const CHANNEL: f32 = 116.0;

/// Phones, faxes, e-mails and pages: by channel, the main one of each sort first.
pub(super) fn contacts<'a>(card: &'a Card, context: &Context) -> Element<'a, Message> {
    let mut contacts: Vec<&ContactPoint> = card.contacts.iter().collect();
    contacts.sort_by_key(|contact| (sort(contact.channel), !contact.is_main, contact.channel));
    let lines = contacts.iter().map(|contact| {
        let same = |other: &&ContactPoint| sort(other.channel) == sort(contact.channel);
        let has_others = card.contacts.iter().filter(same).count() > 1;
        contact_line(contact, contact.is_main && has_others, context)
    });
    let mut lines: Vec<Element<'a, Message>> = lines.collect();
    if lines.is_empty() {
        lines.push(nothing(context.locale.text("card-no-contacts")));
    }
    part(context.locale.text("card-contacts"), None, lines)
}

/// Those of one sort share a main one.
fn sort(channel: Channel) -> Channel {
    if channel.is_phone() {
        Channel::WorkPhone
    } else {
        channel
    }
}

fn contact_line<'a>(
    contact: &ContactPoint,
    is_marked: bool,
    context: &Context,
) -> Element<'a, Message> {
    let locale = &context.locale;
    let glyph = icon(words::channel_icon(contact.channel)).style(surface::hint);
    let word = ellipsis(words::channel(locale, contact.channel))
        .size(size::SMALL)
        .style(surface::hint);
    let key = row![glyph, word].spacing(spacing::S).align_y(Center);
    let shown_value = if contact.channel.is_phone() {
        phone::display(&contact.value)
    } else {
        contact.value.trim().to_owned()
    };
    let star = is_marked.then(|| star(words::main(locale, contact.channel)));
    let value = row![wrapped(shown_value.clone()), star]
        .spacing(spacing::S)
        .align_y(Center);
    let warning =
        contact_doubt(contact).map(|doubt| note::under(locale.doubt(&doubt), Tone::Warning));
    let told = column![value, warning].spacing(2.0).width(Fill);
    let face = row![container(key).width(CHANNEL), told]
        .spacing(spacing::M)
        .align_y(Top);
    with_copy(shown(face), shown_value, context)
}

/// What is doubtful about a contact point.
pub(in crate::ui::screen) fn contact_doubt(contact: &ContactPoint) -> Option<Doubt> {
    match contact.channel {
        Channel::Email => requisites::check_email(&contact.value),
        Channel::Web => None,
        _ => phone::check(&contact.value),
    }
}

/// Addresses by purpose; nothing where there is none.
pub(super) fn addresses<'a>(card: &'a Card, context: &Context) -> Option<Element<'a, Message>> {
    if card.addresses.is_empty() {
        return None;
    }
    let locale = &context.locale;
    let mut addresses: Vec<_> = card.addresses.iter().collect();
    addresses.sort_by_key(|address| address.purpose);
    let lines = addresses.into_iter().filter_map(|address| {
        let purpose = words::purpose(locale, card.client.kind, address.purpose);
        line(purpose, &address.line(), None, context)
    });
    Some(part(locale.text("card-addresses"), None, lines))
}
