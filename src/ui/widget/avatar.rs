//! The initials of a client, in a circle for a person and a rounded square for an organisation.

use iced::widget::{container, text};

use super::{Element, Icon, icon};
use crate::domain::name::Organisation;
use crate::ui::style::{SEMIBOLD, Tone, calendar, surface};

/// A person: initials in a circle of `diameter` logical pixels.
pub fn person<'a, Message: 'a>(name: &str, diameter: f32) -> Element<'a, Message> {
    let initials = text(initials(name)).font(SEMIBOLD).size(diameter * 0.38);
    container(initials)
        .center(diameter)
        .style(surface::chip(Tone::Extra))
        .into()
}

/// The same in the colour of an employee of that place, as the calendar draws what is theirs.
pub fn hued<'a, Message: 'a>(name: &str, place: usize, diameter: f32) -> Element<'a, Message> {
    let initials = text(initials(name)).font(SEMIBOLD).size(diameter * 0.38);
    container(initials)
        .center(diameter)
        .style(calendar::owner(place))
        .into()
}

/// An organisation: the beginning of its name in a rounded square of `side` logical pixels.
pub fn organization<'a, Message: 'a>(name: &str, side: f32) -> Element<'a, Message> {
    let beginning = text(beginning(name)).font(SEMIBOLD).size(side * 0.38);
    container(beginning)
        .center(side)
        .style(surface::tile(Tone::Extra))
        .into()
}

/// An icon in a rounded square of `side` logical pixels.
pub fn tile<'a, Message: 'a>(glyph: Icon, tone: Tone, side: f32) -> Element<'a, Message> {
    container(icon::sized(glyph, side * 0.45))
        .center(side)
        .style(surface::tile(tone))
        .into()
}

/// The first letters of the first two words.
fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()))
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

/// The first two letters of the name proper: what stands in quotes, or else what follows the legal
/// form.
fn beginning(name: &str) -> String {
    let quoted = name
        .split_once(['«', '"', '“', '„'])
        .map(|(_form, quoted)| quoted);
    let Some(quoted) = quoted else {
        return Organisation::parse(name).initials();
    };
    let mut letters = quoted.chars().filter(|letter| letter.is_alphanumeric());
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let second = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(second).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_shows_two_initials() {
        assert_eq!(initials("Антонов Юрий Михайлович"), "АЮ");
        assert_eq!(initials("«ким»"), "К");
        assert_eq!(initials(" "), "");
    }

    #[test]
    fn an_organization_shows_the_name_inside_the_quotes() {
        assert_eq!(beginning("ООО «Ромашка»"), "Ро");
        assert_eq!(beginning("Agat Ltd"), "Ag");
        assert_eq!(beginning("ИП Тарасов Иван Дмитриевич"), "Та");
        assert_eq!(beginning("-"), "");
    }
}
