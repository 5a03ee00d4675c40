//! The icons that kinds of operation choose from, by the names they have in files.

use super::Icon;

/// The names, never changed since files hold them, with the icons; in the order they are offered.
pub const CHOICES: &[(&str, Icon)] = &[
    ("phone", Icon::Phone),
    ("presentation", Icon::Presentation),
    ("users", Icon::Users),
    ("video", Icon::Video),
    ("book-open", Icon::BookOpen),
    ("offer", Icon::Offer),
    ("receipt", Icon::Receipt),
    ("signature", Icon::Signature),
    ("mail", Icon::Mail),
    ("message", Icon::Message),
    ("clipboard", Icon::Clipboard),
    ("handshake", Icon::Handshake),
    ("file-text", Icon::FileText),
    ("banknote", Icon::Banknote),
    ("package", Icon::Package),
    ("truck", Icon::Truck),
    ("wrench", Icon::Wrench),
    ("code", Icon::Code),
    ("graduation-cap", Icon::GraduationCap),
    ("map-pin", Icon::MapPin),
    ("gift", Icon::Gift),
    ("star", Icon::Star),
    ("search", Icon::Search),
];

/// The icon of that name; a plain task for one that this version does not know.
pub fn named(name: &str) -> Icon {
    let known = CHOICES.iter().find(|(known, _)| *known == name);
    known.map_or(Icon::Clipboard, |(_, icon)| *icon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_a_name_and_an_icon_of_its_own() {
        for (at, (name, icon)) in CHOICES.iter().enumerate() {
            assert_eq!(named(name), *icon);
            let others = CHOICES[at + 1..].iter();
            assert!(others.clone().all(|(other, _)| other != name), "{name}");
        }
        assert_eq!(named("horse"), Icon::Clipboard);
    }
}
