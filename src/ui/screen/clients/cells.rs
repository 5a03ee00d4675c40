//! The cells of a row, one for each column.

use iced::widget::button as pressed;
use iced::widget::row;
use iced::{Center, Theme};

use crate::domain::client::Role;
use crate::domain::listing::{Listing, Sort};
use crate::domain::phone;
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{self, MEDIUM, Tone, spacing, surface};
use crate::ui::widget::{Element, badge, ellipsis, text};

use super::Message;
use super::panel;

/// What a line shows in the column of `sort`.
pub fn cell<'a>(line: &'a Listing, sort: Sort, context: &'a Context) -> Element<'a, Message> {
    let client = &line.client;
    match sort {
        Sort::Name => ellipsis(client.title()).font(MEDIUM).into(),
        Sort::Inn => quiet(client.inn.as_str()),
        Sort::City => quiet(line.city.as_str()),
        Sort::Phone => quiet(phone::display(&line.phone)),
        Sort::Email => quiet(line.email.as_str()),
        Sort::Owner => quiet(context.employee(client.owner)),
        Sort::Roles => roles(line, &context.locale),
        Sort::Since => quiet(
            client
                .since
                .map(|day| context.locale.date(day))
                .unwrap_or_default(),
        ),
        Sort::Position => quiet(client.position.as_str()),
        Sort::Birthday => {
            let birthday = client.birthday.map(|day| context.locale.birthday(day));
            quiet(birthday.unwrap_or_default())
        }
        Sort::Employer => match client.employer {
            Some(employer) if !line.employer.is_empty() => {
                let open = Message::Panel(panel::Message::OpenPressed(employer));
                link(line.employer.clone(), open, style::button::quiet_link)
            }
            _ => quiet(""),
        },
    }
}

/// Words that lead somewhere, cut where they do not fit.
pub fn link<'a>(
    words: String,
    on_press: Message,
    look: fn(&Theme, pressed::Status) -> pressed::Style,
) -> Element<'a, Message> {
    pressed(ellipsis(words))
        .padding(0)
        .style(look)
        .on_press(on_press)
        .into()
}

/// What a client is to us, as a chip.
pub fn role<'a>(role: Role, locale: &Locale) -> Element<'a, Message> {
    badge::badge(role_name(role, locale), tone(role))
}

/// The word for a role.
pub fn role_name(role: Role, locale: &Locale) -> String {
    locale.text(match role {
        Role::Potential => "clients-role-potential",
        Role::Active => "clients-role-active",
        Role::Former => "clients-role-former",
        Role::Partner => "clients-role-partner",
        Role::Competitor => "clients-role-competitor",
    })
}

fn tone(role: Role) -> Tone {
    match role {
        Role::Potential => Tone::Neutral,
        Role::Active => Tone::Free,
        Role::Former => Tone::Extra,
        Role::Partner => Tone::Accent,
        Role::Competitor => Tone::Warning,
    }
}

/// The first role as a chip, and how many others there are, named under the pointer.
fn roles<'a>(line: &Listing, locale: &Locale) -> Element<'a, Message> {
    let mut all = line.client.roles.iter();
    let Some(first) = all.next() else {
        return quiet("");
    };
    let others: Vec<_> = all.map(|role| role_name(role, locale)).collect();
    if others.is_empty() {
        return role(first, locale);
    }
    let count = badge::count(format!("+{}", others.len()), Tone::Neutral);
    row![role(first, locale), text::tipped(count, others.join(", "))]
        .spacing(spacing::XS)
        .align_y(Center)
        .into()
}

fn quiet<'a>(words: impl iced::widget::text::IntoFragment<'a>) -> Element<'a, Message> {
    ellipsis(words).style(surface::secondary).into()
}
