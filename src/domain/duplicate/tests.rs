use super::alike::distance;
use super::*;
use crate::domain::client::{Role, TextField};
use crate::domain::contact::{Channel, Purpose};
use crate::domain::{Address, Birthday, Card, Field};

fn organization(name: &str, phone: &str, email: &str) -> Card {
    let mut card = Card::new(Client::organization(name));
    if !phone.is_empty() {
        card.add_contact(Channel::WorkPhone, phone);
    }
    if !email.is_empty() {
        card.add_contact(Channel::Email, email);
    }
    card
}

fn person(surname: &str, first: &str, patronymic: &str, phone: &str) -> Card {
    let mut card = Card::new(Client::person(surname, first, patronymic));
    if !phone.is_empty() {
        card.add_contact(Channel::MobilePhone, phone);
    }
    card
}

fn verdict(one: &Card, other: &Card) -> Verdict {
    compare(&Traits::of(one), &Traits::of(other), &|_| 2)
}

fn is_certain(one: &Card, other: &Card) -> bool {
    verdict(one, other).score >= CERTAIN
}

#[test]
fn a_phone_in_another_spelling_and_a_name_without_its_form_are_a_reason() {
    let known = organization("Ромашка, ООО", "8 (812) 350-94-14", "");
    let typed = organization("ромашка", "+7 812 3509414", "");
    let verdict = verdict(&typed, &known);
    assert!(verdict.score >= CERTAIN, "{verdict:?}");
    assert!(verdict.reasons.contains(&Reason::SameName));
    assert!(verdict.reasons.contains(&Reason::SamePhone(true)));
}

#[test]
fn a_name_alone_is_worth_a_look_and_no_more() {
    let one = organization("ООО «Ромашка»", "", "");
    let score = verdict(&one, &organization("Ромашка", "", "")).score;
    assert!((WORTH_A_LOOK..CERTAIN).contains(&score), "{score}");
}

#[test]
fn names_are_compared_as_they_sound() {
    for (one, other) in [
        ("Ромашка", "Romashka"),
        ("Щукин и сыновья", "Сыновья и Щукин"),
        ("Техно-Сервис", "Технo сервис"),
        ("ТехноСервис", "Техно Сервис"),
        ("Юпитер", "Yupiter"),
        ("Комфорт", "Komfort"),
    ] {
        let found = likeness(&skeleton(one), &skeleton(other));
        assert!(
            matches!(found, Likeness::Same | Likeness::Slip(1)),
            "{one} {other} {found:?}"
        );
    }
    let alike = |one, other| likeness(&skeleton(one), &skeleton(other));
    assert_eq!(alike("Ромашка", "Рамашка"), Likeness::Slip(1));
    assert_eq!(alike("Школа № 5", "Школа № 6"), Likeness::Different);
    assert_eq!(alike("Агат", "Гранит"), Likeness::Different);
    assert_eq!(alike("Север", "Торговый дом Север"), Likeness::Longer);
    assert_eq!(alike("", ""), Likeness::Different);
}

#[test]
fn swapped_letters_are_one_slip() {
    assert_eq!(distance("romashka", "romahska"), 1);
    assert_eq!(distance("romashka", "romashk"), 1);
    assert_eq!(distance("abc", ""), 3);
    assert_eq!(distance("agat", "granit"), 4);
}

#[test]
fn branches_of_one_company_are_not_one_client() {
    let mut one = organization("АО «Банк Север»", "", "info@sever.example");
    let mut other = organization("АО «Банк Север»", "", "info@sever.example");
    for (card, kpp) in [(&mut one, "770101001"), (&mut other, "780143001")] {
        card.client.inn = "7825107325".into();
        card.client.kpp = kpp.into();
    }
    let verdict = verdict(&one, &other);
    assert!(verdict.score < CERTAIN, "{verdict:?}");
    assert!(verdict.reasons.contains(&Reason::OtherKpp));
    other.client.kpp = one.client.kpp.clone();
    assert!(is_certain(&one, &other));
}

#[test]
fn a_number_that_many_share_tells_little() {
    let one = organization("Агат", "+7 812 350-94-14", "");
    let other = organization("Агат плюс", "+7 812 350-94-14", "");
    let common = compare(&Traits::of(&one), &Traits::of(&other), &|_| 40);
    assert!(common.score < WORTH_A_LOOK, "{common:?}");
}

#[test]
fn two_right_inns_tell_two_companies_apart() {
    let mut one = organization("Ромашка", "+7 812 350-94-14", "");
    let mut other = one.clone();
    one.client.inn = "7825107325".into();
    other.client.inn = "7707083893".into();
    assert!(!is_certain(&one, &other));
    other.client.inn = "7825107326".into(); // one digit wrong
    let verdict = verdict(&one, &other);
    assert!(verdict.reasons.contains(&Reason::SimilarInn));
    assert!(verdict.score >= CERTAIN);
}

#[test]
fn a_person_is_known_by_name_and_one_thing_more() {
    let full = person("Антонов", "Юрий", "Михайлович", "+7 921 123-45-67");
    assert!(is_certain(
        &full,
        &person("Антонов", "Ю.", "М.", "89211234567")
    ));
    assert!(is_certain(
        &full,
        &person("Antonov", "Yuriy", "", "8 921 1234567")
    ));
    assert!(is_certain(
        &full,
        &person("Юрий", "Антонов", "Михайлович", "89211234567")
    ));
    assert!(!is_certain(
        &full,
        &person("Антонов", "Юрий", "Михайлович", "")
    ));

    let mut namesake = person("Антонов", "Юрий", "Михайлович", "");
    let mut born = namesake.clone();
    born.client.birthday = Birthday::new(Some(1980), 5, 12);
    namesake.client.birthday = Birthday::new(Some(1980), 5, 12);
    assert!(is_certain(&born, &namesake));
    namesake.client.birthday = Birthday::new(Some(1991), 1, 3);
    assert!(!is_certain(&born, &namesake));
}

#[test]
fn husband_and_wife_with_one_phone_are_two() {
    let he = person("Иванов", "Александр", "Петрович", "+7 921 123-45-67");
    let she = person("Иванова", "Александра", "Петровна", "+7 921 123-45-67");
    assert!(!is_certain(&he, &she));
}

#[test]
fn what_only_one_card_knows_is_taken_and_what_differs_is_picked() {
    let mut one = organization("ООО «Ромашка»", "", "");
    let mut other = organization("Ромашка", "", "");
    one.client.note = "Звонить утром".into();
    other.client.note = "Просили счёт".into();
    other.client.inn = "7825107325".into();
    one.client.roles = one.client.roles.with(Role::Active, true);
    other.client.roles = other.client.roles.with(Role::Partner, true);
    let cards = [one, other];
    let fields: Vec<_> = differences(&cards).into_iter().map(|d| d.field).collect();
    let name = Field::Text(TextField::Name);
    assert_eq!(fields, [name, Field::Text(TextField::Note), Field::Roles]);

    let joined = join(&cards, &Picks::new()).unwrap();
    assert_eq!(joined.client.id, cards[0].client.id);
    assert_eq!(joined.client.name, "ООО «Ромашка»");
    assert_eq!(joined.client.inn, "7825107325");
    assert_eq!(joined.client.note, "Звонить утром\n\nПросили счёт");
    assert_eq!(joined.client.roles.iter().count(), 2);
    let picks = Picks::from([(name, Pick::Card(1))]);
    assert_eq!(join(&cards, &picks).unwrap().client.name, "Ромашка");
}

#[test]
fn the_same_address_is_seen_through_its_abbreviations() {
    let with = |city: &str, street: &str| {
        let mut card = organization("Ромашка", "", "");
        let mut address = Address::new(card.client.id, Purpose::Actual);
        (address.city, address.street) = (city.into(), street.into());
        card.add_address(address);
        card
    };
    let one = with("Санкт-Петербург", "ул. Ленина, д. 5, оф. 12");
    assert!(is_certain(&one, &with("Санкт-Петербург", "Ленина 5 - 12")));
    assert!(!is_certain(
        &one,
        &with("Москва", "ул. Ленина, д. 5, оф. 12")
    ));
}

#[test]
fn a_name_that_many_bear_counts_in_full_where_two_alone_share_a_phone() {
    let one = organization("ООО «Прогресс»", "8 (812) 350-94-14", "");
    let other = organization("Прогресс, ООО", "+7 812 3509414", "");
    let (a, b) = (Traits::of(&one), Traits::of(&other));
    let many_bear_it = |clue: &Clue| match clue {
        Clue::Name(_) => 40,
        _ => 2,
    };
    assert!(compare(&a, &b, &many_bear_it).score >= CERTAIN);
    let a_switchboard = compare(&a, &b, &|_| 12);
    assert!(a_switchboard.score < CERTAIN, "{a_switchboard:?}");
}
