//! What the fields of a card are called, on the card, in the form and in its history.

use crate::domain::calendar::Entry;
use crate::domain::client::{Kind, Role, Roles};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::name::Sex;
use crate::domain::paper::PaperKind;
use crate::domain::{Birthday, Client};
use crate::i18n::{Language, Locale};
use crate::ui::screen::Context;
use crate::ui::style::Tone;
use crate::ui::widget::{Element, Icon, avatar};

/// What a counterparty is to us.
pub fn role(locale: &Locale, role: Role) -> String {
    locale.text(match role {
        Role::Potential => "card-role-potential",
        Role::Active => "card-role-active",
        Role::Former => "card-role-former",
        Role::Partner => "card-role-partner",
        Role::Competitor => "card-role-competitor",
    })
}

/// The tone a role is shown in.
pub fn role_tone(role: Role) -> Tone {
    match role {
        Role::Potential => Tone::Neutral,
        Role::Active => Tone::Free,
        Role::Former => Tone::Extra,
        Role::Partner => Tone::Accent,
        Role::Competitor => Tone::Warning,
    }
}

/// All roles of a set in one line; empty for none.
pub fn roles(locale: &Locale, roles: Roles) -> String {
    let words: Vec<String> = roles.iter().map(|one| role(locale, one)).collect();
    words.join(", ")
}

/// The kind of a contact point.
pub fn channel(locale: &Locale, channel: Channel) -> String {
    locale.channel(channel)
}

/// The mark of the main contact point of its sort.
pub fn main(locale: &Locale, channel: Channel) -> String {
    locale.text(match channel {
        Channel::Email => "card-main-email",
        _ => "card-main",
    })
}

/// The icon of a contact point.
pub fn channel_icon(channel: Channel) -> Icon {
    match channel {
        Channel::WorkPhone | Channel::MobilePhone | Channel::HomePhone => Icon::Phone,
        Channel::Fax => Icon::Printer,
        Channel::Email => Icon::Mail,
        Channel::Web => Icon::Globe,
    }
}

/// What an address is for; a person is not registered as an organisation is.
pub fn purpose(locale: &Locale, kind: Kind, purpose: Purpose) -> String {
    locale.purpose(kind, purpose)
}

/// Man or woman.
pub fn sex(locale: &Locale, sex: Sex) -> String {
    locale.text(match sex {
        Sex::Male => "card-sex-male",
        Sex::Female => "card-sex-female",
    })
}

/// A birthday: `12.05.1980`, `12 May 1980`; `12.05`, `12 May` where the year is unknown.
pub fn birthday(locale: &Locale, birthday: Birthday) -> String {
    match (birthday.date(), locale.language()) {
        (Some(date), _) => locale.date(date),
        (None, Language::Russian) => birthday.in_leap_year().format("%d.%m").to_string(),
        (None, Language::English) => birthday.in_leap_year().format("%-d %b").to_string(),
    }
}

/// The name a client goes by, or words that say it has none.
pub fn title(locale: &Locale, client: &Client) -> String {
    match client.title() {
        title if title.is_empty() => locale.text("card-nameless"),
        title => title,
    }
}

/// The picture of a client, `side` logical pixels wide.
pub fn face<'a, Message: 'a>(client: &Client, side: f32) -> Element<'a, Message> {
    match client.kind {
        Kind::Organization => avatar::organization(&client.title(), side),
        Kind::Person => avatar::person(&client.title(), side),
    }
}

/// Who is in two places at once: `Семёнова Ю. А. 12:00–13:30 Встреча`.
pub fn double_booking(clashes: &[Entry], context: &Context) -> String {
    let locale = &context.locale;
    let each = clashes.iter().map(|entry| {
        let names = entry.employees.iter().map(|id| context.employee(Some(*id)));
        let names = names.collect::<Vec<_>>().join(", ");
        let time = locale.entry_time(entry);
        format!("{names} {time} {}", locale.entry_heading(entry))
    });
    let each = each.collect::<Vec<_>>().join("; ");
    locale.with("calendar-clash", &[("entries", each.into())])
}

/// The icon of a kind of paper.
pub fn paper_sign(kind: PaperKind) -> Icon {
    match kind {
        PaperKind::Offer => Icon::Offer,
        PaperKind::Contract => Icon::Signature,
        PaperKind::Invoice => Icon::Receipt,
        PaperKind::Act => Icon::SquareCheck,
        PaperKind::Waybill => Icon::Truck,
        PaperKind::Letter => Icon::Mail,
    }
}
