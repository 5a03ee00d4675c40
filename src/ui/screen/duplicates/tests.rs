use std::collections::HashMap;

use iced::futures::executor::block_on;

use super::*;
use crate::domain::Card;
use crate::domain::contact::Channel;
use crate::i18n::Language;
use crate::ui::screen::testing;

/// Two pairs: one beyond doubt, one that has to be looked at.
fn context(language: Language) -> Context {
    let context = testing::context(language);
    fill(&context);
    context
}

fn fill(context: &Context) {
    let cards = [
        (
            "ООО «Север»",
            "7825107325",
            "+7 812 350-11-22",
            "info@sever.example",
        ),
        ("Север, ООО", "7825107325", "", "office@sever.example"),
        (
            "ЗАО «Гранит»",
            "",
            "+7 921 555-66-77",
            "info@granit.example",
        ),
        ("Granit", "", "8 (921) 5556677", ""),
    ];
    block_on(context.worker.write(move |workspace| {
        for (name, inn, phone, email) in cards {
            let mut card = Card::new(Client::organization(name));
            card.client.inn = inn.to_owned();
            if !phone.is_empty() {
                card.add_contact(Channel::WorkPhone, phone);
            }
            if !email.is_empty() {
                card.add_contact(Channel::Email, email);
            }
            workspace.save_card(&card, &card, &HashMap::new())?;
        }
        Ok(())
    }))
    .unwrap();
}

fn open(context: &Context) -> Duplicates {
    let mut page = Duplicates::new(false);
    let command = page.refresh(context);
    testing::settle(Action::run(command), |message| {
        page.update(message, context)
    });
    page
}

fn press(page: &mut Duplicates, key: &Press, context: &Context) -> Vec<Wish> {
    let action = page.press(key, context);
    testing::settle(action, |message| page.update(message, context))
}

fn letter(letter: char) -> Press {
    Press {
        modifiers: iced::keyboard::Modifiers::empty(),
        ..testing::command(letter)
    }
}

fn names(page: &Duplicates) -> Vec<String> {
    let pairs = page.pairs.iter().flatten();
    pairs.map(|pair| pair.one.client.title()).collect()
}

#[test]
fn pairs_are_found_and_one_of_them_is_shown_side_by_side() {
    let context = context(Language::Russian);
    let mut page = open(&context);
    assert_eq!(names(&page), ["ООО «Север»", "ЗАО «Гранит»"]);
    assert_eq!(
        page.preview.as_ref().unwrap().cards[1].client.name,
        "Север, ООО"
    );
    press(&mut page, &testing::press(Named::ArrowDown), &context);
    assert_eq!(
        page.preview.as_ref().unwrap().cards[1].client.name,
        "Granit"
    );
    let wishes = press(&mut page, &testing::press(Named::Enter), &context);
    let ids = page.current().unwrap().ids().to_vec();
    assert!(matches!(&wishes[..], [Wish::Merge(merged)] if *merged == ids));
}

#[test]
fn n_says_that_they_are_not_the_same() {
    let context = context(Language::Russian);
    let mut page = open(&context);
    press(&mut page, &testing::press(Named::ArrowDown), &context);
    let wishes = press(&mut page, &letter('n'), &context);
    assert!(matches!(wishes[..], [Wish::Done(Operation::TellApart, _)]));
    let command = page.refresh(&context);
    let wishes = testing::settle(Action::run(command), |message| {
        page.update(message, &context)
    });
    assert!(matches!(wishes[..], [Wish::DuplicatesFound(1, false)]));
    assert_eq!(names(&page), ["ООО «Север»"]);
}

#[test]
fn what_is_beyond_doubt_is_merged_at_once() {
    let context = context(Language::Russian);
    let mut page = open(&context);
    assert_eq!(page.certain().count(), 1);
    let action = page.update(Message::AcceptPressed, &context);
    let wishes = testing::settle(action, |message| page.update(message, &context));
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::MergeClients, _)]
    ));
    let command = page.refresh(&context);
    testing::settle(Action::run(command), |message| {
        page.update(message, &context)
    });
    assert_eq!(names(&page), ["ЗАО «Гранит»"]);
}

#[test]
fn the_page_is_drawn() {
    testing::page(
        "duplicates",
        |context| {
            fill(context);
            open(context)
        },
        Duplicates::view,
    );
}
