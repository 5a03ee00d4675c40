//! The board of deals without a window.

use iced::futures::executor::block_on;
use iced::keyboard::Modifiers;

use super::*;
use crate::domain::Assignment;
use crate::i18n::Language;
use crate::ui::screen::testing::{self, press, settle};

/// Two steps of a funnel, a deal on the first.
fn opened() -> (Board, Context, [Id<Term>; 2]) {
    let mut context = testing::context(Language::Russian);
    let me = context.me.id;
    let mut first = Term::new(Dictionary::DealStage, "Контакт");
    let mut second = Term::new(Dictionary::DealStage, "Предложение");
    (first.position, second.position) = (0, 1);
    let stages = [first.id, second.id];
    let mut deal = Task::new(Rank::Project, "Поставка", me);
    // The longest sum that has to have room beside everything else.
    deal.amount = Some(99_999_999_900);
    deal.stage = Some(first.id);
    deal.stage_since = Some(Utc::now() - chrono::TimeDelta::days(40));
    let written = context.worker.write(move |workspace| {
        workspace.transact(Operation::AddTask, |tx| {
            tx.save(&first)?;
            tx.save(&second)?;
            let deal = Assignment::new(deal, me);
            tx.save_assignment(&deal, &deal)
        })?;
        workspace.read().catalog()
    });
    context.catalog = std::sync::Arc::new(block_on(written).unwrap());
    let mut board = Board::new();
    read(&mut board, &context);
    (board, context, stages)
}

fn read(board: &mut Board, context: &Context) {
    let command = board.refresh(context);
    settle(Action::run(command), |message| {
        board.update(message, context)
    });
}

fn counts(board: &Board) -> Vec<usize> {
    board
        .columns
        .iter()
        .map(|column| column.deals.len())
        .collect()
}

#[test]
fn a_deal_goes_to_the_next_step_by_alt_and_an_arrow() {
    let (mut board, context, _) = opened();
    assert_eq!(counts(&board), [1, 0]);
    let _ = board.press(&press(Named::ArrowDown), &context);
    let right = Press {
        modifiers: Modifiers::ALT,
        ..press(Named::ArrowRight)
    };
    let action = board.press(&right, &context);
    let wishes = settle(action, |message| board.update(message, &context));
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::AdvanceDeal, _)]
    ));
    read(&mut board, &context);
    assert_eq!(counts(&board), [0, 1]);
}

#[test]
fn a_deal_is_dragged_to_a_step_and_to_its_end() {
    let (mut board, context, [_, second]) = opened();
    let id = board.deals.as_ref().unwrap()[0].id;
    for target in [Target::Stage(Some(second)), Target::End(State::Lost)] {
        let _ = board.update(Message::Grab(id), &context);
        let _ = board.update(Message::Over(target), &context);
        let action = board.update(Message::Drop, &context);
        let wishes = settle(action, |message| board.update(message, &context));
        match target {
            Target::Stage(_) => assert!(matches!(wishes[..], [Wish::Done(..)])),
            Target::End(_) => {
                assert!(matches!(wishes[..], [Wish::FinishTask(of, State::Lost)] if of == id));
            }
        }
        read(&mut board, &context);
    }
}

#[test]
fn words_narrow_the_board() {
    let (mut board, context, _) = opened();
    let _ = board.update(Message::Typed("постав".to_owned()), &context);
    assert_eq!(counts(&board), [1, 0]);
    let _ = board.update(Message::Typed("ремонт".to_owned()), &context);
    assert_eq!(counts(&board), [0, 0]);
}

#[test]
fn the_board_has_its_picture() {
    testing::page(
        "board",
        |_| opened(),
        |(board, context, _), _| board.view(context),
    );
}
