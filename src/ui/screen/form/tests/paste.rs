//! A pasted sheet fills the form, and takes the place of nothing unasked.

use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use super::Desk;
use crate::domain::client::{Kind, TextField};
use crate::ui::screen::Wish;
use crate::ui::screen::form::{Message, paste};

const SHEET: &str = "ООО «Северный ветер»\n\
    ИНН/КПП 7825107325/782501001\n\
    191186, г. Санкт-Петербург, ул. Малая Морская, д. 14\n\
    р/с 40702810800000000082 в КБ «Финансовый капитал»\n\
    БИК 044030741, к/с 30101810700000000741\n\
    тел. (812) 350-94-14, info@sever.ru\n\
    Генеральный директор: Хромова Анна Петровна";

fn pasted(desk: &mut Desk) {
    let read = paste::Message::Read(Some(SHEET.to_owned()));
    assert!(desk.say(Message::Paste(read)).is_empty());
}

fn key(desk: &mut Desk, key: Named) -> Vec<Wish> {
    desk.press(key, Modifiers::empty())
}

#[test]
fn a_sheet_becomes_an_organisation_with_its_director_by_two_keys() {
    let mut desk = Desk::create(Kind::Organization);
    pasted(&mut desk);
    key(&mut desk, Named::Enter);
    let wishes = key(&mut desk, Named::Enter);
    let Some(Wish::Open(id)) = wishes.last() else {
        panic!("{wishes:?}");
    };
    let card = desk.card(*id);
    assert_eq!(card.client.name, "ООО «Северный ветер»");
    assert_eq!(card.client.inn, "7825107325");
    assert_eq!(card.addresses[0].city, "Санкт-Петербург");
    assert_eq!(card.accounts[0].bank, "КБ «Финансовый капитал»");
    assert_eq!(card.contacts.len(), 2);
    let id = *id;
    let people = desk.context.worker.read(move |reader| reader.people_of(id));
    let people = iced::futures::executor::block_on(people).unwrap();
    assert_eq!(people[0].client.title(), "Хромова Анна Петровна");
    assert_eq!(people[0].client.position, "Генеральный директор");
}

#[test]
fn what_stands_in_the_form_stays_unless_it_is_ticked() {
    let mut desk = Desk::create(Kind::Organization);
    desk.text(TextField::Name, "ООО «Ветер»");
    pasted(&mut desk);
    key(&mut desk, Named::Enter);
    let client = |desk: &Desk| desk.form.sheet.as_ref().unwrap().typed.card.client.clone();
    assert_eq!(client(&desk).name, "ООО «Ветер»");
    assert_eq!(client(&desk).kpp, "782501001");

    pasted(&mut desk);
    key(&mut desk, Named::Space); // the first line is the name
    key(&mut desk, Named::Enter);
    assert_eq!(client(&desk).name, "ООО «Северный ветер»");
}

#[test]
fn a_signature_fills_a_person() {
    let mut desk = Desk::create(Kind::Person);
    let text = "С уважением,\nПолонский Андрей Викторович\nИнженер\n\
        ООО «Ромашка»\n+7 921 555-01-03";
    let read = paste::Message::Read(Some(text.to_owned()));
    desk.say(Message::Paste(read));
    key(&mut desk, Named::Enter);
    let typed = &desk.form.sheet.as_ref().unwrap().typed;
    assert_eq!(typed.card.client.title(), "Полонский Андрей Викторович");
    assert_eq!(typed.card.client.position, "Инженер");
    assert_eq!(typed.card.contacts[0].value, "+7 921 555-01-03");
    assert!(typed.card.client.sex.is_some());
    assert_eq!(typed.employer, "ООО «Ромашка»");
}
