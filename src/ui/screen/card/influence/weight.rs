//! The part in decisions and the degree of influence of the chosen person, set right on the map.

use iced::widget::{container, row};
use iced::{Center, Fill};

use super::{Message, say};
use crate::domain::listing::Listing;
use crate::domain::profile::{MOST_INFLUENCE, PoliticalRole};
use crate::ui::screen::card::Message as Outer;
use crate::ui::screen::{Context, words};
use crate::ui::style::{MEDIUM, spacing, surface};
use crate::ui::widget::keyed::pressable;
use crate::ui::widget::{Element, button, choice, ellipsis, segmented, text};

/// The degree that a digit names; 0 takes it away.
pub(super) fn degree(digit: &str) -> Option<Option<i64>> {
    let degree: i64 = digit.parse().ok()?;
    let is_known = (0..=MOST_INFLUENCE).contains(&degree);
    is_known.then(|| Some(degree).filter(|degree| *degree > 0))
}

/// The line under the map.
pub(super) fn view<'a>(chosen: &'a Listing, context: &'a Context) -> Element<'a, Outer> {
    let (locale, client) = (&context.locale, &chosen.client);
    let name = ellipsis(words::title(locale, client)).font(MEDIUM);
    let open = button::link(locale.text("influence-open")).on_press(Outer::Open(client.id));
    let open = pressable(open, Some(Outer::Open(client.id)));
    let (role, degree) = match context.is_read_only {
        true => (None, None),
        false => (Some(roles(chosen, context)), Some(degrees(chosen, context))),
    };
    let line = row![container(name).width(Fill), role, degree, open]
        .spacing(spacing::L)
        .align_y(Center);
    container(line)
        .padding(spacing::M)
        .width(Fill)
        .style(surface::well)
        .into()
}

fn roles<'a>(chosen: &Listing, context: &'a Context) -> Element<'a, Outer> {
    let locale = &context.locale;
    let none = (None, locale.text("influence-no-role"));
    let roles = PoliticalRole::ALL.iter().copied();
    let roles = roles.map(|role| (Some(role), locale.political_role(role)));
    let roles = [none].into_iter().chain(roles);
    let list = choice::one_of(roles, chosen.client.political_role, |role| {
        say(Message::Role(role))
    });
    container(list).width(ROLE).into()
}

fn degrees<'a>(chosen: &Listing, context: &'a Context) -> Element<'a, Outer> {
    let degree = chosen.client.influence;
    let none = ("—".to_owned(), degree.is_none(), say(Message::Degree(None)));
    let degrees = (1..=MOST_INFLUENCE).map(|one| {
        let said = say(Message::Degree(Some(one)));
        (one.to_string(), degree == Some(one), said)
    });
    let label = text::hint(context.locale.text("profile-influence"));
    let degrees = segmented::segmented([none].into_iter().chain(degrees));
    row![label, degrees]
        .spacing(spacing::S)
        .align_y(Center)
        .into()
}

/// The width of the list of parts, in logical pixels.
const ROLE: f32 = 190.0;
