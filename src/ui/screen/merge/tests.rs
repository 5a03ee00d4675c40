use iced::futures::executor::block_on;

use super::*;
use crate::domain::client::{Kind, TextField};
use crate::domain::{Card, Field};
use crate::i18n::Language;
use crate::ui::screen::testing;

fn fill(context: &Context) -> Vec<Id<Client>> {
    let made = block_on(context.worker.write(|workspace| {
        let mut ids = Vec::new();
        for (name, kpp, note) in [
            ("ООО «Север»", "782501001", "Звонить утром"),
            ("Север, ООО", "784001001", "Просили счёт на оплату"),
        ] {
            let mut card = Card::new(Client::organization(name));
            card.client.kpp = kpp.to_owned();
            card.client.note = note.to_owned();
            card.client.inn = "7825107325".to_owned();
            ids.push(card.client.id);
            workspace.save_card(&card, &card, &HashMap::new())?;
        }
        Ok(ids)
    }));
    made.unwrap()
}

fn open(context: &Context, ids: Vec<Id<Client>>) -> Merge {
    let (mut page, command) = Merge::new(ids, context);
    testing::settle(Action::run(command), |message| {
        page.update(message, context)
    });
    page
}

fn press(page: &mut Merge, key: Named, context: &Context) -> Vec<Wish> {
    let action = page.press(&testing::press(key), context);
    testing::settle(action, |message| page.update(message, context))
}

#[test]
fn each_value_is_picked_by_arrows_and_enter_merges() {
    let context = testing::context(Language::Russian);
    let ids = fill(&context);
    let mut page = open(&context, ids.clone());
    let fields: Vec<_> = page.differences().iter().map(|d| d.field).collect();
    let text = Field::Text;
    assert_eq!(
        fields,
        [
            text(TextField::Name),
            text(TextField::Kpp),
            text(TextField::Note)
        ]
    );
    press(&mut page, Named::ArrowDown, &context);
    press(&mut page, Named::ArrowRight, &context);
    let wishes = press(&mut page, Named::Enter, &context);
    assert!(matches!(
        wishes[..],
        [Wish::Back, Wish::Done(Operation::MergeClients, _)]
    ));
    let card = block_on(context.worker.read(move |reader| reader.card(ids[0]))).unwrap();
    assert_eq!(card.client.name, "ООО «Север»");
    assert_eq!(card.client.kpp, "784001001");
    assert_eq!(card.client.note, "Звонить утром\n\nПросили счёт на оплату");
}

#[test]
fn the_other_card_may_survive() {
    let context = testing::context(Language::Russian);
    let ids = fill(&context);
    let mut page = open(&context, ids.clone());
    let action = page.update(Message::SurvivorChosen(1), &context);
    testing::settle(action, |message| page.update(message, &context));
    press(&mut page, Named::Enter, &context);
    let read = move |reader: Reader<'_>| Ok((reader.card(ids[1])?, reader.card(ids[0]).is_err()));
    let (card, is_gone) = block_on(context.worker.read(read)).unwrap();
    assert_eq!(card.client.name, "Север, ООО");
    assert!(is_gone);
}

#[test]
fn cards_of_two_kinds_are_refused() {
    let context = testing::context(Language::Russian);
    let ids = block_on(context.worker.write(|workspace| {
        let one = testing::ids(workspace, Kind::Organization)?[0];
        Ok(vec![one, testing::ids(workspace, Kind::Person)?[0]])
    }));
    let (mut page, command) = Merge::new(ids.unwrap(), &context);
    let wishes = testing::settle(Action::run(command), |message| {
        page.update(message, &context)
    });
    assert!(matches!(
        wishes[..],
        [Wish::Fail(Error::DifferentKinds), Wish::Back]
    ));
}

#[test]
fn the_page_is_drawn() {
    testing::page(
        "merge",
        |context| {
            let ids = fill(context);
            open(context, ids)
        },
        Merge::view,
    );
}
