use iced::futures::executor::block_on;
use iced_test::Simulator;

use super::*;
use crate::domain::Operation;
use crate::domain::client::Kind;
use crate::i18n::Language;
use crate::ui::screen::testing;
use crate::workspace::Workspace;
use std::collections::HashMap;

fn open(context: &Context) -> History {
    let mut history = History::new();
    refresh(&mut history, context);
    history
}

fn refresh(history: &mut History, context: &Context) {
    let command = history.refresh(context);
    testing::settle(Action::run(command), |message| {
        history.update(message, context)
    });
}

/// What the first lines say, and whether they are taken back.
fn lines(history: &History, context: &Context) -> Vec<(String, bool)> {
    let log = history.log.as_ref().unwrap();
    log.entries
        .iter()
        .take(3)
        .map(|entry| (told(entry, &context.locale), log.is_taken_back(entry)))
        .collect()
}

fn line(words: &str, is_taken_back: bool) -> (String, bool) {
    (words.to_owned(), is_taken_back)
}

#[test]
fn what_was_taken_back_is_marked_until_it_is_done_again() {
    let context = testing::context(Language::Russian);
    let mut history = open(&context);
    assert_eq!(lines(&history, &context)[0], line("Новый сотрудник", false));

    block_on(context.worker.write(Workspace::undo)).unwrap();
    refresh(&mut history, &context);
    assert_eq!(
        lines(&history, &context)[..2],
        [
            line("Отмена: Новый сотрудник", false),
            line("Новый сотрудник", true)
        ]
    );

    block_on(context.worker.write(Workspace::redo)).unwrap();
    refresh(&mut history, &context);
    assert_eq!(
        lines(&history, &context),
        [
            line("Повтор: Новый сотрудник", false),
            line("Отмена: Новый сотрудник", true),
            line("Новый сотрудник", false)
        ]
    );
}

#[test]
fn the_last_of_mine_has_a_button_that_takes_it_back() {
    let context = testing::context(Language::Russian);
    let mut history = open(&context);
    let mut window = Simulator::with_size(
        iced::Settings::default(),
        (1000.0, 700.0),
        history.view(&context),
    );
    window.click("Отменить").unwrap();
    let said: Vec<_> = window.into_messages().collect();
    let undo = said
        .into_iter()
        .find(|message| matches!(message, Message::TakeBackPressed(_)));
    let action = history.update(undo.unwrap(), &context);
    let wishes = testing::settle(action, |message| history.update(message, &context));
    assert!(matches!(
        wishes[..],
        [Wish::Reverted(true, Operation::AddEmployee)]
    ));
}

#[test]
fn an_older_operation_is_taken_back_by_key_once_its_conflicts_are_decided() {
    let context = testing::context(Language::Russian);
    block_on(context.worker.write(|workspace| {
        for name in ["ООО «Ромашка плюс»", "АО «Ромашка»"] {
            let ids = testing::ids(workspace, Kind::Organization)?;
            let card = workspace.read().card(ids[0])?;
            let mut edited = card.clone();
            edited.client.name = name.to_owned();
            edited.client.inn = "7825107325".to_owned();
            workspace.save_card(&card, &edited, &HashMap::new())?;
        }
        Ok(())
    }))
    .unwrap();
    let mut history = open(&context);
    let press = |history: &mut History, key| {
        let action = history.press(&testing::press(key), &context);
        testing::settle(action, |message| history.update(message, &context))
    };
    press(&mut history, Named::ArrowDown);
    press(&mut history, Named::ArrowDown);
    let cursor = history.table.cursor().unwrap();
    let count = history.count();
    let _ = history.table.set_cursor(Some(1), count);
    assert!(cursor <= 2);
    assert_eq!(press(&mut history, Named::Delete).len(), 0);
    assert!(history.take_back.is_asking());
    let mut window = Simulator::with_size(
        iced::Settings::default(),
        (1000.0, 700.0),
        history.view(&context),
    );
    window.click("Вернуть, как было").unwrap();
    let said: Vec<_> = window.into_messages().collect();
    for message in said {
        let _ = history.update(message, &context);
    }
    let wishes = press(&mut history, Named::Enter);
    assert!(
        matches!(wishes[..], [Wish::Reverted(true, _)]),
        "{wishes:?}"
    );
    let name = block_on(context.worker.write(|workspace| {
        let ids = testing::ids(workspace, Kind::Organization)?;
        Ok(workspace.read().card(ids[0])?.client)
    }));
    let client = name.unwrap();
    assert_eq!(client.inn, "");
    assert!(client.name != "АО «Ромашка»", "{}", client.name);
}

#[test]
fn the_question_about_conflicts_is_drawn() {
    let make = |context: &Context| {
        block_on(context.worker.write(|workspace| {
            for (name, phone) in [
                ("ООО «Ромашка»", "350-94-15"),
                ("АО «Ромашка»", "350-94-16"),
            ] {
                let ids = testing::ids(workspace, Kind::Organization)?;
                let card = workspace.read().card(ids[0])?;
                let mut edited = card.clone();
                edited.client.name = name.to_owned();
                edited.contacts[0].value = phone.to_owned();
                workspace.save_card(&card, &edited, &HashMap::new())?;
            }
            Ok(())
        }))
        .unwrap();
        let mut history = open(context);
        let entry = history.log.as_ref().unwrap().entries[1].id;
        let action = history.update(Message::TakeBackPressed(entry), context);
        testing::settle(action, |message| history.update(message, context));
        history
    };
    testing::page("dispute", make, History::view);
}
