use std::path::PathBuf;

use iced::Size;

use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use super::*;
use crate::domain::client::TextField;
use crate::domain::merge::{Field, Side};
use crate::i18n::Language;
use crate::i18n::Locale;
use crate::ui::screen::clash;
use crate::ui::screen::form::slot::Slot;
use crate::ui::screen::form::tests::Desk;
use crate::ui::screen::form::{contacts, employer, long, paste};
use crate::ui::{headless, style};

/// Writes the pictures one looks at: `VIZITKA_PICTURES=folder cargo test forms_are_drawn`.
#[test]
fn forms_are_drawn_in_both_languages_and_themes() {
    let folder = std::env::var_os("VIZITKA_PICTURES").map(PathBuf::from);
    for (name, mut desk) in desks() {
        for (language, theme, size) in [
            (Language::Russian, style::light(), Size::new(1440.0, 900.0)),
            (Language::Russian, style::dark(), Size::new(1024.0, 700.0)),
            (Language::English, style::light(), Size::new(1232.0, 2200.0)),
        ] {
            desk.context.locale = Locale::new(language);
            let view = desk.form.view(&desk.context);
            let picture = headless::picture(view, &theme, size);
            let first = picture.rgba[..4].to_vec();
            assert!(picture.rgba.chunks(4).any(|pixel| pixel != first));
            if let Some(folder) = &folder {
                let (code, width) = (language.code(), size.width);
                let path = folder.join(format!("form-{name}-{code}-{width}.png"));
                picture.save(path).unwrap();
            }
        }
    }
}

fn desks() -> Vec<(&'static str, Desk)> {
    let mut empty = Desk::create(Kind::Person);
    empty.say(Message::Save);
    let mut person = Desk::edit(|samples| samples.antonov);
    person.say(Message::Employer(employer::Message::Typed("ООО".into())));
    let mut clash = Desk::edit(|samples| samples.romashka);
    clash.text(TextField::Kpp, "784001002");
    let contact = contacts::Message::Typed(1, "+7 921 000-00-00".into());
    clash.say(Message::Contacts(contact));
    clash.colleague(|card| {
        card.client.kpp = "784001009".into();
        card.contacts[1].value = "+7 911 111-11-11".into();
    });
    clash.say(Message::Save);
    let field = Field::Text(TextField::Kpp);
    clash.say(Message::Clash(clash::Message::Chosen(field, Side::Theirs)));
    let mut pasting = Desk::edit(|samples| samples.tor);
    let sheet = "ООО «Тор»\nИНН 7826218439\nОГРН 1027809169992\nр/с 40702810800000000083\n\
        БИК 044030741\n191186, г. Санкт-Петербург, ул. Малая Морская, д. 14\n\
        тел. (812) 350-94-14, +7 921 123-45-67\nДиректор Хромова Анна Петровна";
    let read = paste::Message::Read(Some(sheet.to_owned()));
    pasting.say(Message::Paste(read));
    let mut leaving = Desk::edit(|samples| samples.tor);
    leaving.text(TextField::Name, "ЗАО «Тор» и К");
    leaving.press(Named::Escape, Modifiers::empty());
    let mut rich = Desk::edit(|samples| samples.romashka);
    let fields = rich.with_fields();
    for (at, text) in [
        (0, "Б-12"),
        (1, "много"),
        (2, "12 000 000 ₽"),
        (3, "31.12.27"),
        (6, "Почта"),
    ] {
        rich.type_into(Slot::Custom(fields[at].id), text);
    }
    rich.type_into(Slot::Source, "Выставка");
    rich.say(Message::Save);
    rich.say(Message::Fold(long::Topic::Goals));
    rich.type_into(Slot::Segment, "п");
    vec![
        ("rich", rich),
        ("new-organization", Desk::create(Kind::Organization)),
        ("new-person", empty),
        ("romashka", Desk::edit(|samples| samples.romashka)),
        ("tor", Desk::edit(|samples| samples.tor)),
        ("antonov", person),
        ("clash", clash),
        ("pasting", pasting),
        ("leaving", leaving),
    ]
}
