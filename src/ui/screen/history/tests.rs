use iced::futures::executor::block_on;
use iced_test::Simulator;

use super::*;
use crate::i18n::Language;
use crate::ui::screen::testing;
use crate::workspace::Workspace;

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
        .find(|message| matches!(message, Message::UndoPressed));
    let wishes = history.update(undo.unwrap(), &context).wishes;
    assert!(matches!(wishes[..], [Wish::Undo]));
}

#[test]
fn pictures_of_the_log() {
    let undone = |context: &Context| {
        let undo = context.worker.write(|workspace| {
            workspace.undo()?;
            workspace.redo()?;
            workspace.undo()
        });
        block_on(undo).unwrap();
        open(context)
    };
    testing::page("history", undone, History::view);
}
