use iced::futures::executor::block_on;
use iced_test::Simulator;

use iced::keyboard::Modifiers;

use super::*;
use crate::demo;
use crate::domain::client::Kind;
use crate::domain::paper::{PaperFilter, PaperKind};
use crate::i18n::Language;
use crate::ui::screen::testing;
use crate::workspace::Workspace;

/// A bin with three organisations and a person in it.
fn open(context: &Context) -> Bin {
    let deleted = context.worker.write(|workspace| {
        let mut ids = testing::ids(workspace, Kind::Organization)?;
        ids.drain(..5);
        ids.extend(testing::ids(workspace, Kind::Person)?.first());
        workspace.transact(Operation::DeleteClients, |tx| tx.delete_clients(&ids))
    });
    block_on(deleted).unwrap();
    let mut bin = Bin::new();
    refresh(&mut bin, context);
    bin
}

fn refresh(bin: &mut Bin, context: &Context) {
    let command = bin.refresh(context);
    testing::settle(Action::run(command), |message| bin.update(message, context));
}

fn settle(bin: &mut Bin, action: Action<Message>, context: &Context) -> Vec<Wish> {
    let wishes = testing::settle(action, |message| bin.update(message, context));
    refresh(bin, context);
    wishes
}

#[test]
fn chosen_cards_come_back_and_the_undo_takes_them_again() {
    let context = testing::context(Language::Russian);
    let mut bin = open(&context);
    assert_eq!(bin.cards.rows().len(), 4);

    for row in [0, 2] {
        let message = table::Message::Checked(row, Modifiers::empty());
        let _ = bin.update(Message::Table(message), &context);
    }
    let action = bin.update(Message::RestorePressed, &context);
    let wishes = settle(&mut bin, action, &context);
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::RestoreClients, _)]
    ));
    assert_eq!((bin.cards.rows().len(), bin.cards.selected()), (2, 0));

    block_on(context.worker.write(Workspace::undo)).unwrap();
    refresh(&mut bin, &context);
    assert_eq!(bin.cards.rows().len(), 4);
}

#[test]
fn everything_comes_back_by_two_keys() {
    let context = testing::context(Language::Russian);
    let mut bin = open(&context);
    let _ = bin.press(&testing::command('a'), &context);
    assert_eq!(bin.cards.selected(), 4);
    let action = bin.press(&testing::press(Named::Enter), &context);
    settle(&mut bin, action, &context);
    assert!(bin.cards.rows().is_empty());
    let mut window = Simulator::new(bin.view(&context));
    assert!(window.find("Корзина пуста").is_ok());
}

#[test]
fn arrows_and_shift_select_several() {
    let context = testing::context(Language::Russian);
    let mut bin = open(&context);
    let down = testing::press(Named::ArrowDown);
    let _ = bin.press(&down, &context);
    let shifted = Press {
        modifiers: Modifiers::SHIFT,
        ..down
    };
    let _ = bin.press(&shifted, &context);
    let _ = bin.press(&shifted, &context);
    assert_eq!(bin.cards.selected(), 3);
    let _ = bin.press(&testing::press(Named::Space), &context);
    assert_eq!(bin.cards.selected(), 2);
    let _ = bin.press(&testing::press(Named::Escape), &context);
    assert!(bin.cards.selected() == 0);
    let wishes = bin.press(&testing::press(Named::Escape), &context).wishes;
    assert!(matches!(wishes[..], [Wish::Back]));
}

#[test]
fn papers_that_were_thrown_away_come_back_with_their_numbers() {
    let context = testing::context(Language::Russian);
    let thrown = context.worker.write(|workspace| {
        demo::sell(workspace, demo::SEED)?;
        let filter = PaperFilter::of(PaperKind::Contract);
        let line = workspace.read().register(&filter, (0, 1))?.remove(0);
        let id = line.paper.id;
        workspace.transact(Operation::DeletePaper, |tx| tx.delete_paper(id, Utc::now()))?;
        Ok(line.paper)
    });
    let thrown = block_on(thrown).unwrap();
    let mut bin = Bin::new();
    refresh(&mut bin, &context);
    let _ = bin.update(Message::Tab(Tab::Papers), &context);
    assert_eq!(bin.papers.rows()[0].paper.number, thrown.number);
    let _ = bin.press(&testing::press(Named::ArrowDown), &context);
    let action = bin.press(&testing::press(Named::Enter), &context);
    let wishes = settle(&mut bin, action, &context);
    assert!(matches!(
        wishes[..],
        [Wish::Done(Operation::RestorePaper, _)]
    ));
    assert!(bin.papers.rows().is_empty() && bin.tab == Tab::Cards);
    let back = context.worker.read(move |reader| reader.paper(thrown.id));
    assert_eq!(block_on(back).unwrap().number, thrown.number);
}

#[test]
fn pictures_of_the_bin() {
    let chosen = |context: &Context| {
        let mut bin = open(context);
        bin.cards.toggle(1);
        bin
    };
    testing::page("bin.chosen", chosen, Bin::view);
    let empty = |_: &Context| {
        let mut bin = Bin::new();
        bin.cards.show(Vec::new());
        bin.papers.show(Vec::new());
        bin
    };
    testing::page("bin.empty", empty, Bin::view);
}
