//! The opening of a letter as it agrees with whom it is for.

use crate::domain::name::Sex;

/// The opening of a letter as it agrees with whom it is for: of `Уважаемый(ая)`, `Дорогой` the
/// adjectives turn. Where nobody knows the sex, it stays as it is.
pub fn agreeing(opening: &str, sex: Option<Sex>) -> String {
    let Some(sex) = sex else {
        return opening.to_owned();
    };
    let words = opening.split_inclusive(' ');
    words.map(|word| turned(word, sex)).collect()
}

fn turned(word: &str, sex: Sex) -> String {
    let end = word.trim_end_matches([' ', ',', '!']).len();
    let (whole, marks) = word.split_at(end);
    // What stands in brackets or behind the stroke is the other ending.
    let stem = whole
        .split(['(', '/'])
        .next()
        .unwrap_or(whole)
        .trim_end_matches('-');
    let turned = match sex {
        Sex::Female => FEMALE
            .iter()
            .find_map(|(male, female)| other(stem, male, female)),
        Sex::Male => MALE
            .iter()
            .find_map(|(female, male)| other(stem, female, male)),
    };
    turned.unwrap_or_else(|| stem.to_owned()) + marks
}

fn other(stem: &str, own: &str, other: &str) -> Option<String> {
    Some(stem.strip_suffix(own)?.to_owned() + other)
}

const FEMALE: &[(&str, &str)] = &[("ый", "ая"), ("ой", "ая"), ("ший", "шая"), ("ий", "яя")];
const MALE: &[(&str, &str)] = &[
    ("дорогая", "дорогой"),
    ("Дорогая", "Дорогой"),
    ("шая", "ший"),
    ("ая", "ый"),
    ("яя", "ий"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_adjectives_of_an_opening_agree() {
        let both = |opening| [Sex::Male, Sex::Female].map(|sex| agreeing(opening, Some(sex)));
        for opening in [
            "Уважаемый(ая) ",
            "Уважаемая(ый) ",
            "Уважаемый/ая ",
            "Уважаемый ",
        ] {
            assert_eq!(both(opening), ["Уважаемый ", "Уважаемая "], "{opening}");
        }
        assert_eq!(both("Дорогой, "), ["Дорогой, ", "Дорогая, "]);
        assert_eq!(both("Дорогая "), ["Дорогой ", "Дорогая "]);
        assert_eq!(both("Здравствуйте, "), ["Здравствуйте, ", "Здравствуйте, "]);
        assert_eq!(agreeing("Уважаемый(ая) ", None), "Уважаемый(ая) ");
    }
}
